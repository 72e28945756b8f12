import { describe, expect, it } from 'vitest';
import { ByteWriter, toHex } from '../../src/bytes/index.js';
import { transitions } from '../../src/machine/index.js';
import {
  OPTION_TABLE,
  type OptionChange,
  OptionNegotiator,
  type OptionSide,
  type OptionState,
  type Verb,
} from '../../src/telnet/index.js';
import { statesOf } from './states.js';

type Event = 'offer, we agree' | 'offer, we refuse' | 'withdrawal' | 'we enable' | 'we disable';
type Told = 'enabled' | 'disabled' | 'refused' | 'peer error' | 'enabled, peer error' | 'nothing';

/** One row of RFC 1143 §7, for either side: `yes` stands for DO or WILL, `no` for DONT or WONT. */
interface Row {
  readonly id: string;
  readonly event: Event;
  readonly state: OptionState;
  readonly next: OptionState;
  readonly sent: 'yes' | 'no' | 'nothing';
  readonly told: Told;
}

function row(
  id: string,
  event: Event,
  state: OptionState,
  next: OptionState,
  sent: Row['sent'],
  told: Told,
): Row {
  return { id, event, state, next, sent, told };
}

// Written down from RFC 1143 §7. What is told follows from the state: an option is in force in `yes` only (TEL-022).
const ROWS: readonly Row[] = [
  row('TEL-030', 'offer, we agree', 'no', 'yes', 'yes', 'enabled'),
  row('TEL-031', 'offer, we refuse', 'no', 'no', 'no', 'nothing'),
  row('TEL-032', 'offer, we agree', 'yes', 'yes', 'nothing', 'nothing'),
  row('TEL-032', 'offer, we refuse', 'yes', 'yes', 'nothing', 'nothing'),
  row('TEL-033', 'offer, we agree', 'wantNo', 'no', 'nothing', 'peer error'),
  row('TEL-033', 'offer, we refuse', 'wantNo', 'no', 'nothing', 'peer error'),
  row('TEL-034', 'offer, we agree', 'wantNoOpposite', 'yes', 'nothing', 'enabled, peer error'),
  row('TEL-034', 'offer, we refuse', 'wantNoOpposite', 'yes', 'nothing', 'enabled, peer error'),
  row('TEL-035', 'offer, we agree', 'wantYes', 'yes', 'nothing', 'enabled'),
  row('TEL-035', 'offer, we refuse', 'wantYes', 'yes', 'nothing', 'enabled'),
  row('TEL-036', 'offer, we agree', 'wantYesOpposite', 'wantNo', 'no', 'nothing'),
  row('TEL-036', 'offer, we refuse', 'wantYesOpposite', 'wantNo', 'no', 'nothing'),
  row('TEL-037', 'withdrawal', 'no', 'no', 'nothing', 'nothing'),
  row('TEL-038', 'withdrawal', 'yes', 'no', 'no', 'disabled'),
  row('TEL-039', 'withdrawal', 'wantNo', 'no', 'nothing', 'nothing'),
  row('TEL-040', 'withdrawal', 'wantNoOpposite', 'wantYes', 'yes', 'nothing'),
  row('TEL-041', 'withdrawal', 'wantYes', 'no', 'nothing', 'refused'),
  row('TEL-042', 'withdrawal', 'wantYesOpposite', 'no', 'nothing', 'refused'),
  row('TEL-043', 'we enable', 'no', 'wantYes', 'yes', 'nothing'),
  row('TEL-044', 'we enable', 'yes', 'yes', 'nothing', 'nothing'),
  row('TEL-045', 'we enable', 'wantNo', 'wantNoOpposite', 'nothing', 'nothing'),
  row('TEL-046', 'we enable', 'wantNoOpposite', 'wantNoOpposite', 'nothing', 'nothing'),
  row('TEL-047', 'we enable', 'wantYes', 'wantYes', 'nothing', 'nothing'),
  row('TEL-048', 'we enable', 'wantYesOpposite', 'wantYes', 'nothing', 'nothing'),
  row('TEL-049', 'we disable', 'no', 'no', 'nothing', 'nothing'),
  row('TEL-050', 'we disable', 'yes', 'wantNo', 'no', 'disabled'),
  row('TEL-051', 'we disable', 'wantNo', 'wantNo', 'nothing', 'nothing'),
  row('TEL-052', 'we disable', 'wantNoOpposite', 'wantNo', 'nothing', 'nothing'),
  row('TEL-053', 'we disable', 'wantYes', 'wantYesOpposite', 'nothing', 'nothing'),
  row('TEL-054', 'we disable', 'wantYesOpposite', 'wantYesOpposite', 'nothing', 'nothing'),
];

const OPTION = 25;

/** How each side speaks: what the peer sends to offer and to withdraw, and our bytes for yes and no. */
interface Speech {
  readonly side: OptionSide;
  readonly offer: Verb;
  readonly withdraw: Verb;
  readonly yes: string;
  readonly no: string;
}

const SPEECHES: readonly Speech[] = [
  { side: 'remote', offer: 'will', withdraw: 'wont', yes: 'fffd19', no: 'fffe19' },
  { side: 'local', offer: 'do', withdraw: 'dont', yes: 'fffb19', no: 'fffc19' },
];

/** The events that lead from the start to each state. */
const ROADS: Readonly<Record<OptionState, readonly Event[]>> = {
  no: [],
  yes: ['offer, we agree'],
  wantNo: ['offer, we agree', 'we disable'],
  wantNoOpposite: ['offer, we agree', 'we disable', 'we enable'],
  wantYes: ['we enable'],
  wantYesOpposite: ['we enable', 'we disable'],
};

/** A negotiator with what it sent last and a policy that can be changed. */
class Subject {
  readonly output: ByteWriter = new ByteWriter();
  agrees = true;
  readonly speech: Speech;
  readonly negotiator: OptionNegotiator = new OptionNegotiator(() => this.agrees, this.output);

  constructor(speech: Speech) {
    this.speech = speech;
  }

  carryOut(event: Event): OptionChange | undefined {
    const { side, offer, withdraw } = this.speech;
    if (event === 'we enable' || event === 'we disable') {
      return this.negotiator.request(side, OPTION, event === 'we enable');
    }
    this.agrees = event === 'offer, we agree';
    return this.negotiator.receive(event === 'withdrawal' ? withdraw : offer, OPTION);
  }
}

function told(change: OptionChange | undefined): string {
  if (change === undefined) return 'nothing';
  const parts = [change.kind === 'none' ? '' : change.kind, change.fault === 'peerError' ? 'peer error' : ''];
  return parts.filter((part) => part !== '').join(', ');
}

describe.each(SPEECHES)('the $side side of an option', (speech) => {
  it.each(ROWS)(
    '[$id] $event in $state: $next, sends $sent',
    ({ event, state, next, sent, told: wanted }) => {
      const subject = new Subject(speech);
      for (const step of ROADS[state]) subject.carryOut(step);
      expect(subject.negotiator.state(speech.side, OPTION)).toBe(state);
      subject.output.clear();

      const change = subject.carryOut(event);

      expect(subject.negotiator.state(speech.side, OPTION)).toBe(next);
      expect(toHex(subject.output.view())).toBe(sent === 'nothing' ? '' : speech[sent]);
      expect(told(change)).toBe(wanted);
      if (change !== undefined) expect(change).toMatchObject({ option: OPTION, side: speech.side });
      expect(subject.negotiator.isOn(speech.side, OPTION)).toBe(next === 'yes');
    },
  );

  it.each(ROWS)('[TEL-021] [$id] $event in $state leaves the other side and other options alone', (item) => {
    const subject = new Subject(speech);
    for (const step of ROADS[item.state]) subject.carryOut(step);
    subject.carryOut(item.event);
    expect(statesOf(subject.negotiator)).toEqual(
      item.next === 'no' ? [] : [[speech.side, OPTION, item.next]],
    );
  });
});

describe('the rows', () => {
  const INPUTS: Readonly<Record<Event, string>> = {
    'offer, we agree': 'offerAgreed',
    'offer, we refuse': 'offerRefused',
    withdrawal: 'withdraw',
    'we enable': 'enable',
    'we disable': 'disable',
  };

  /** What the row's cell must say: the next state and what is sent and told, in any order. */
  function cellOf(item: Row): string {
    const effects: string[] = [];
    if (item.sent === 'yes') effects.push('sendYes');
    if (item.sent === 'no') effects.push('sendNo');
    if (item.told.includes('peer error')) effects.push('peerError');
    for (const kind of ['enabled', 'disabled', 'refused']) {
      if (item.told.split(', ').includes(kind)) effects.push(kind);
    }
    const misuse = ['TEL-044', 'TEL-046', 'TEL-047', 'TEL-049', 'TEL-051', 'TEL-054'].includes(item.id);
    if (misuse) effects.push('misuse');
    return [item.next, ...effects.sort()].join(' ');
  }

  it('[TEL-030] cover every cell of the table once, and agree with it', () => {
    const cells = transitions(OPTION_TABLE).map(
      ({ from, input, to, effects }) => `${from} ${input}: ${[to, ...[...effects].sort()].join(' ')}`,
    );
    const rows = ROWS.map((item) => `${item.state} ${INPUTS[item.event]}: ${cellOf(item)}`);
    expect(rows.sort()).toEqual(cells.sort());
  });
});
