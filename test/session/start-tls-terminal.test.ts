import { describe, expect, it } from 'vitest';
import { fromHex } from '../../src/bytes/index.js';
import { type TerminalOptions, TerminalSession } from '../../src/session/index.js';
import type { TerminalTlsPolicy } from '../../src/tls/index.js';
import { type Case, runCase } from './support/cases.js';
import { ascii, CLIENT_HELLO, type Driver, terminal, WIRE } from './support/driver.js';

type Policy = TerminalTlsPolicy | 'autoClear' | 'autoAsk';

/** Policies that speak telnet before TLS and take an offer. */
const TAKING: readonly Policy[] = ['negotiated', 'required', 'auto', 'autoClear', 'autoAsk'];
/** Policies that ask for TLS once telnet is seen. */
const ASKING: readonly Policy[] = ['required', 'auto'];
/** And one that goes on in the clear when it is refused. */
const VOLUNTEERING: readonly Policy[] = [...ASKING, 'autoAsk'];
const LISTENING: readonly Policy[] = ['plain', ...TAKING];

function session(policy: Policy): () => TerminalSession {
  return () => new TerminalSession({ ...optionsOf(policy), serverName: 'host.example' });
}

function optionsOf(policy: Policy): TerminalOptions {
  if (policy === 'autoClear') return { tls: 'auto', allowClear: true };
  return policy === 'autoAsk' ? { tls: 'auto', allowClear: true, volunteerStartTls: true } : { tls: policy };
}

const WILL_FOLLOWS = WIRE.will + WIRE.follows;
const UPGRADE = 'upgradeToTls client negotiated ';

/** The same case for several policies. */
function each(policies: readonly Policy[], title: string, rest: Omit<Case, 'session' | 'title'>): Case[] {
  return policies.map((policy) => ({ title: `${title} (${policy})`, session: session(policy), ...rest }));
}

const AGREEMENT: readonly Case[] = [
  ...each(TAKING, '[TLS-004] [TLS-006] [TLS-011] DO, WILL and FOLLOWS, FOLLOWS: starttls.md §2.1', {
    steps: [WIRE.do, WIRE.follows],
    lines: [`send ${WILL_FOLLOWS}`, UPGRADE],
    after: 'pending',
  }),
  ...each(TAKING, '[TLS-012] DO and FOLLOWS in one segment are in order', {
    steps: [WIRE.do + WIRE.follows],
    lines: [`send ${WILL_FOLLOWS}`, UPGRADE],
    after: 'pending',
  }),
  ...each(TAKING, '[TLS-031] [SEC-038] a repeated DO is not answered, and FOLLOWS not repeated', {
    steps: [WIRE.do + WIRE.do, WIRE.do, WIRE.follows],
    lines: [`send ${WILL_FOLLOWS}`, UPGRADE],
    after: 'pending',
  }),
  ...each(TAKING, '[TLS-032] [SEC-038] DONT after our FOLLOWS cancels nothing', {
    steps: [WIRE.do, WIRE.dont + WIRE.wont + WIRE.will, WIRE.follows],
    lines: [`send ${WILL_FOLLOWS}`, UPGRADE],
    after: 'pending',
  }),
  ...each(TAKING, '[TLS-008] [TLS-009] telnet in flight is ignored up to FOLLOWS: starttls.md §2.5', {
    steps: [WIRE.do, 'fffd18fffa1801fff0fffd27fffd28fff6', `fffb01fffd06${WIRE.follows}`],
    lines: [`send ${WILL_FOLLOWS}`, UPGRADE],
    after: 'pending',
  }),
  ...each(TAKING, '[TLS-009] options in the segment of DO are ignored (capture options-before-tls)', {
    steps: [`${WIRE.do}fffd18${WIRE.follows}`],
    lines: [`send ${WILL_FOLLOWS}`, UPGRADE],
    after: 'pending',
  }),
  ...each(TAKING, '[TLS-009] and nothing is answered before FOLLOWS is there', {
    steps: [WIRE.do, 'fffd18fffa1801fff0'],
    lines: [`send ${WILL_FOLLOWS}`],
    after: 'silent',
  }),
  ...each(
    VOLUNTEERING,
    '[TLS-037] asks on the first telnet that is no offer, and leaves that unanswered: §2.3',
    {
      steps: ['fffd28', WIRE.do, WIRE.follows],
      lines: [`send ${WIRE.will}${WIRE.follows}`, UPGRADE],
      after: 'pending',
    },
  ),
  ...each(ASKING, '[TLS-037] [SEC-036] leaves what comes behind unanswered, too', {
    steps: ['fffd28fffd18fffa1801fff0fffd27fffa2701fff0fffd1ffffa280802fff0'],
    lines: [`send ${WIRE.will}`],
    after: 'silent',
  }),
  ...each(VOLUNTEERING, '[TLS-030] DO and WILL cross: one FOLLOWS each, starttls.md §2.4', {
    steps: [`fffd28${WIRE.do}`, WIRE.follows],
    lines: [`send ${WIRE.will}${WIRE.follows}`, UPGRADE],
    after: 'pending',
  }),
  ...each(VOLUNTEERING, '[TLS-037] asks once, whatever else comes', {
    steps: ['fffd28', 'fffd18', 'fff1', 'fffb03'],
    lines: [`send ${WIRE.will}`],
    after: 'silent',
  }),
  ...each(['negotiated', 'autoClear'], '[TLS-004] an offer after telnet in the clear is taken', {
    steps: ['fffd05', WIRE.do, WIRE.follows],
    lines: ['send fffc05', `send ${WILL_FOLLOWS}`, UPGRADE].reduce<string[]>(joinSends, []),
    after: 'pending',
  }),
];

function joinSends(list: string[], line: string): string[] {
  const last = list.at(-1);
  if (last?.startsWith('send ') && line.startsWith('send ')) list[list.length - 1] = last + line.slice(5);
  else list.push(line);
  return list;
}

const REFUSALS: readonly Case[] = [
  ...each(['plain'], '[TLS-004] [HTM-045] an offer is refused, telnet goes on: starttls.md §2.6', {
    steps: [WIRE.do, 'fffd05'],
    lines: [`send ${WIRE.wont}fffc05`],
    after: 'answers',
  }),
  ...each(['plain'], '[TLS-004] each offer is refused, a later one as well', {
    steps: [WIRE.do, 'fffd05', WIRE.do],
    lines: [`send ${WIRE.wont}fffc05${WIRE.wont}`],
    after: 'answers',
  }),
  ...each(
    ['plain', 'negotiated', 'autoClear'],
    '[TLS-003] [SEC-039] WILL from a host is refused, no role swap',
    {
      steps: [WIRE.will, 'fffd05'],
      lines: [`send ${WIRE.dont}fffc05`],
      after: 'answers',
    },
  ),
  ...each(VOLUNTEERING, '[TLS-003] [SEC-039] WILL from a host is refused before the question', {
    steps: [WIRE.will],
    lines: [`send ${WIRE.dont}${WIRE.will}`],
    after: 'silent',
  }),
  ...each(VOLUNTEERING, '[TLS-003] WILL from a host while the question stands open', {
    steps: ['fffd28', WIRE.will, WIRE.wont],
    lines: [`send ${WIRE.will}${WIRE.dont}`],
    after: 'silent',
  }),
  ...each(ASKING, '[TLS-038] [SEC-035] DONT closes, before anything else is sent', {
    steps: ['fffd28', WIRE.dont],
    lines: [`send ${WIRE.will}`, 'closed us HOST_REFUSED_STARTTLS'],
    after: 'closed',
  }),
  ...each(ASKING, '[TLS-038] no answer in time closes', {
    steps: ['fffd28', { timer: 'start-tls-answer' }],
    lines: [`send ${WIRE.will}`, 'closed us HOST_REFUSED_STARTTLS'],
    after: 'closed',
  }),
  ...each(VOLUNTEERING, '[TLS-050] a host that hangs up on the question has refused', {
    steps: ['fffd28', { do: (driver) => driver.gone() }],
    lines: [`send ${WIRE.will}`, 'closed peer HOST_REFUSED_STARTTLS'],
    after: 'closed',
  }),
  ...each(['plain'], '[TLS-153] a close behind our refusal means that TLS is required', {
    steps: [WIRE.do, { do: (driver) => driver.gone() }],
    lines: [`send ${WIRE.wont}`, 'closed peer HOST_REQUIRES_TLS'],
    after: 'closed',
  }),
];

/** `auto` that may go on in the clear and asks for TLS all the same. */
const VOLUNTEERED: readonly Case[] = [
  ...each(['autoAsk'], '[TLS-050] [TLS-045] refused: what waited is answered in order, in the clear', {
    steps: ['fffd05fffb03', WIRE.dont, 'fffd06'],
    lines: [`send ${WIRE.will}fffc05fffd03fffc06`],
    after: 'answers',
  }),
  ...each(['autoAsk'], '[TLS-050] [TLS-045] not answered in time: the same, and a late DO is its answer', {
    steps: ['fffd05', { timer: 'start-tls-answer' }, WIRE.do, WIRE.follows],
    lines: [`send ${WIRE.will}fffc05${WIRE.follows}`, UPGRADE],
    after: 'pending',
  }),
  ...each(['autoAsk'], '[TLS-050] [TLS-016] agreed to: what waited is forgotten', {
    steps: ['fffd05fffb03', WIRE.do, WIRE.follows],
    lines: [`send ${WIRE.will}${WIRE.follows}`, UPGRADE],
    after: 'pending',
  }),
  ...each(['autoAsk'], '[TLS-050] a DONT behind that changes nothing more, and a later offer is taken', {
    steps: ['fffd05', { timer: 'start-tls-answer' }, WIRE.dont, WIRE.do, WIRE.follows],
    lines: [`send ${WIRE.will}fffc05${WILL_FOLLOWS}`, UPGRADE],
    after: 'pending',
  }),
  ...each(['autoAsk'], '[TLS-050] [TLS-042] text is telnet: it is shown, and TLS asked for', {
    steps: [ascii('LOGON: '), 'fffd05', WIRE.dont],
    lines: [
      `send ${WIRE.will}`,
      'clearText',
      'negotiated nvt - - []',
      `text ${ascii('LOGON: ')}`,
      'send fffc05',
    ],
    after: 'answers',
  }),
  ...each(['autoAsk'], '[TLS-050] text behind the question does not end the wait for its answer', {
    steps: ['fffd05', ascii('LOGON: '), WIRE.dont],
    lines: [
      `send ${WIRE.will}`,
      'clearText',
      'negotiated nvt - - []',
      `text ${ascii('LOGON: ')}`,
      'send fffc05',
    ],
    after: 'answers',
  }),
  ...each(['autoAsk'], '[TLS-050] [TLS-045] nor changes how its rest is read', {
    steps: ['fffd28', '0000', WIRE.dont],
    lines: [`send ${WIRE.will}`, 'clearText', 'negotiated nvt - - []', 'text 0000', 'send fffb28'],
    after: 'answers',
  }),
  ...each(['negotiated', 'autoClear'], '[TLS-050] without the setting it does not ask', {
    steps: ['fffd05'],
    lines: ['send fffc05'],
    after: 'answers',
  }),
];

const FAULTS: readonly Case[] = [
  ...each(LISTENING, '[TLS-012] [SEC-037] FOLLOWS without WILL and DO closes', {
    steps: [WIRE.follows],
    lines: ['violation follows-not-agreed', 'closed us STARTTLS_PROTOCOL_ERROR'],
    after: 'closed',
  }),
  ...each(VOLUNTEERING, '[TLS-012] [SEC-037] FOLLOWS before DO closes', {
    steps: ['fffd28', WIRE.follows],
    lines: [`send ${WIRE.will}`, 'violation follows-not-agreed', 'closed us STARTTLS_PROTOCOL_ERROR'],
    after: 'closed',
  }),
  ...each(['plain'], '[TLS-012] FOLLOWS behind our refusal closes', {
    steps: [WIRE.do + WIRE.follows],
    lines: [`send ${WIRE.wont}`, 'violation follows-not-agreed', 'closed us STARTTLS_PROTOCOL_ERROR'],
    after: 'closed',
  }),
  ...['00', '02', '0101', '01fffd', ''].flatMap((body) => {
    const text = body === '01fffd' ? '01ffff' : body;
    const wire = `fffa2e${text}fff0`;
    return [
      ...each(LISTENING, `[TLS-013] [SEC-037] START_TLS body '${text}' closes`, {
        steps: [wire],
        lines: ['violation starttls-malformed', 'closed us STARTTLS_PROTOCOL_ERROR'],
        after: 'closed',
      }),
      ...each(TAKING, `[TLS-013] [SEC-037] START_TLS body '${text}' closes where FOLLOWS is due`, {
        steps: [WIRE.do, wire],
        lines: [`send ${WILL_FOLLOWS}`, 'violation starttls-malformed', 'closed us STARTTLS_PROTOCOL_ERROR'],
        after: 'closed',
      }),
    ];
  }),
  ...each(TAKING, '[TLS-010] [SEC-028] clear bytes behind FOLLOWS close, before or beneath TLS', {
    steps: [WIRE.do, `${WIRE.follows}fffd18fffa1801fff0`],
    lines: [`send ${WILL_FOLLOWS}`, 'violation bytes-after-follows', 'closed us BYTES_AFTER_FOLLOWS'],
    orElse: [
      [`send ${WILL_FOLLOWS}`, UPGRADE, 'violation bytes-after-follows', 'closed us BYTES_AFTER_FOLLOWS'],
    ],
    after: 'closed',
  }),
  ...each(TAKING, '[SEC-038] FOLLOWS twice: the second one stands where TLS is due', {
    steps: [WIRE.do, WIRE.follows + WIRE.follows],
    lines: [`send ${WILL_FOLLOWS}`, 'violation bytes-after-follows', 'closed us BYTES_AFTER_FOLLOWS'],
    orElse: [
      [`send ${WILL_FOLLOWS}`, UPGRADE, 'violation bytes-after-follows', 'closed us BYTES_AFTER_FOLLOWS'],
    ],
    after: 'closed',
  }),
  ...each(TAKING, '[TLS-010] a TLS record of the host behind FOLLOWS comes before the ClientHello', {
    steps: [WIRE.do, `${WIRE.follows}1603030004`],
    lines: [`send ${WILL_FOLLOWS}`, 'violation bytes-after-follows', 'closed us BYTES_AFTER_FOLLOWS'],
    orElse: [[`send ${WILL_FOLLOWS}`, UPGRADE]],
    after: 'closed',
  }),
  ...each(TAKING, '[TLS-033] FOLLOWS that does not come', {
    steps: [WIRE.do, 'fffd18', { timer: 'follows' }],
    lines: [`send ${WILL_FOLLOWS}`, 'closed us FOLLOWS_MISSING'],
    after: 'closed',
  }),
  ...each(TAKING, '[TLS-033] a host that goes away before FOLLOWS', {
    steps: [WIRE.do, { do: (driver) => driver.gone() }],
    lines: [`send ${WILL_FOLLOWS}`, 'closed peer FOLLOWS_MISSING'],
    after: 'closed',
  }),
];

const FIRST_BYTES: readonly Case[] = [
  ...each(LISTENING, '[TLS-155] [SEC-042] a TLS alert where telnet is due', {
    steps: ['1503010002020a'],
    lines: ['closed us HOST_REQUIRES_TLS'],
    after: 'closed',
  }),
  ...each(LISTENING, '[SEC-042] an SSL 2.0 hello where telnet is due', {
    steps: ['802e01'],
    lines: ['closed us HOST_REQUIRES_TLS'],
    after: 'closed',
  }),
  ...each(['plain', 'negotiated', 'required'], '[TLS-154] silence until the timer', {
    steps: [{ timer: 'first-byte' }],
    lines: ['closed us HOST_SILENT'],
    after: 'closed',
  }),
  ...each(LISTENING, '[TLS-150] [HTM-044] a host that goes away without a byte', {
    steps: [{ do: (driver) => driver.gone() }],
    lines: ['closed peer HOST_SILENT'],
    after: 'closed',
  }),
  ...each(ASKING, '[TLS-025] [SEC-035] NVT text is no screen and no text before TLS', {
    steps: [ascii('LOGON: ')],
    lines: [`send ${WIRE.will}`, 'violation data-before-tls'],
    after: 'silent',
  }),
  ...each(ASKING, '[SEC-035] a 3270 record before TLS', {
    steps: ['fffd28', 'f5c3c1c2ffeff5c3c1c2ffef'],
    lines: [`send ${WIRE.will}`, 'violation data-before-tls', 'violation eor-not-agreed'],
    after: 'silent',
  }),
];

describe('the terminal and START_TLS', () => {
  for (const one of [...AGREEMENT, ...REFUSALS, ...VOLUNTEERED, ...FAULTS, ...FIRST_BYTES])
    it(one.title, () => runCase(one));

  it('[TLS-036] sends nothing before the first byte of the host', () => {
    for (const policy of LISTENING) {
      const driver = terminal({ ...optionsOf(policy), keepAlive: 'noOperation' });
      driver.call((session) => session.type('SECRET')).call((session) => session.press('enter'));
      if (driver.timers.has('keep-alive')) driver.timer('keep-alive');
      expect(driver.output, policy).toBe('');
    }
  });

  it('[TLS-154] [TLS-033] silence is told with what it may mean, after 30 seconds unless stated', () => {
    for (const policy of ['plain', 'negotiated', 'required'] as const) {
      const driver = terminal({ tls: policy });
      expect([...driver.timers], policy).toEqual([['first-byte', 30000]]);
      expect(driver.timer('first-byte').session.diagnosis, policy).toMatchObject({
        code: 'HOST_SILENT',
        phase: 'connect',
        firstBytes: '',
        detail: expect.stringContaining('the host may wait for a ClientHello'),
        retryWith: 'auto',
      });
    }
  });

  describe('[SEC-035] a host that never offers TLS, whatever it opens with', () => {
    const OPENINGS = {
      'DO TN3270E': 'fffd28',
      'DO TERMINAL-TYPE': 'fffd18',
      'DO NEW-ENVIRON': 'fffd27',
      text: ascii('LOGON: '),
      'a 3270 record': 'f5c3c1c2c3ffef',
    };
    it.each(
      ASKING.flatMap((policy) =>
        Object.entries(OPENINGS).map(([name, wire]) => [policy, name, wire] as const),
      ),
    )('%s, %s', (policy, _, wire) => {
      for (const end of [
        (driver: Driver<TerminalSession>) => driver.feed(WIRE.dont),
        (driver: Driver<TerminalSession>) => driver.timer('start-tls-answer'),
        (driver: Driver<TerminalSession>) => driver.gone(),
      ]) {
        const driver = terminal({ ...optionsOf(policy), luNames: ['SECRET'] })
          .feed(wire)
          .feed(wire);
        driver.call((one) => one.type('SECRET')).call((one) => one.press('enter'));
        end(driver);
        expect(driver.output).toBe(WIRE.will);
        expect(driver.diagnosis).toBe('HOST_REFUSED_STARTTLS');
        expect(driver.only('screen', 'text', 'clearText', 'negotiated')).toEqual([]);
        expect(driver.session.screen.text().join('').trim()).toBe('');
        driver.session.receive(fromHex(wire));
        expect(driver.drain().output).toBe(WIRE.will);
      }
    });
  });

  it('[TLS-038] an answer of the host that is in time disarms the timer of the question', () => {
    const driver = terminal({ tls: 'required' }).feed('fffd28');
    expect([...driver.timers]).toEqual([['start-tls-answer', 30000]]);
    driver.feed(WIRE.do);
    expect([...driver.timers]).toEqual([['follows', 30000]]);
    driver.feed(WIRE.follows);
    expect([...driver.timers]).toEqual([['tls-handshake', 30000]]);
  });

  it('[TLS-010] a ClientHello that a host sends is no telnet either', () => {
    const driver = terminal({ tls: 'required' }).feed(CLIENT_HELLO);
    expect(driver.diagnosis).toBe('HOST_REQUIRES_TLS');
    expect(driver.output).toBe('');
  });
});
