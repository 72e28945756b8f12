import { describe, expect, it } from 'vitest';
import { ByteWriter, toHex } from '../../src/bytes/index.js';
import {
  HOST_AGREEMENT,
  negotiationText,
  OPTION_NAMES,
  OPTIONS,
  type OptionChange,
  OptionNegotiator,
  type OptionPolicy,
  type OptionSide,
  TERMINAL_AGREEMENT,
  type Verb,
} from '../../src/telnet/index.js';
import { statesOf } from './states.js';

const ALL: OptionPolicy = () => true;
const NONE: OptionPolicy = () => false;
const SIDES: readonly OptionSide[] = ['local', 'remote'];
const VERBS: readonly Verb[] = ['will', 'wont', 'do', 'dont'];

interface Subject {
  readonly negotiator: OptionNegotiator;
  /** What was sent since the last call, in hex. */
  sent(): string;
}

function subject(policy: OptionPolicy, flipLimit?: number): Subject {
  const output = new ByteWriter();
  return {
    negotiator: new OptionNegotiator(policy, output, flipLimit),
    sent: () => toHex(output.take()),
  };
}

describe('rules of negotiation', () => {
  it('[TEL-016] refuses what is not supported: DONT to WILL, WONT to DO', () => {
    const { negotiator, sent } = subject(NONE);
    expect(negotiator.receive('will', 85)).toBeUndefined();
    expect(negotiator.receive('do', 85)).toBeUndefined();
    expect(sent()).toBe('fffe55fffc55');
    expect(statesOf(negotiator)).toEqual([]);
  });

  it('[TEL-016] asks the policy once for an offer, and names side and option', () => {
    const asked: [OptionSide, number][] = [];
    const { negotiator } = subject((side, option) => {
      asked.push([side, option]);
      return side === 'local';
    });
    negotiator.receive('do', 24);
    negotiator.receive('do', 24);
    negotiator.receive('will', 31);
    negotiator.receive('wont', 31);
    negotiator.receive('dont', 24);
    expect(asked).toEqual([
      ['local', 24],
      ['remote', 31],
    ]);
  });

  it('[TEL-017] obeys and confirms every request to disable', () => {
    const { negotiator, sent } = subject(ALL);
    negotiator.receive('will', 0);
    negotiator.receive('do', 0);
    expect(sent()).toBe('fffd00fffb00');
    expect(negotiator.receive('wont', 0)).toMatchObject({ side: 'remote', kind: 'disabled' });
    expect(negotiator.receive('dont', 0)).toMatchObject({ side: 'local', kind: 'disabled' });
    expect(sent()).toBe('fffe00fffc00');
  });

  it('[TEL-018] does not acknowledge what is in force', () => {
    const { negotiator, sent } = subject(ALL);
    negotiator.receive('will', 0);
    sent();
    expect(negotiator.receive('will', 0)).toBeUndefined();
    expect(sent()).toBe('');
  });

  it('[TEL-019] sends nothing of its own accord and nothing to announce a state', () => {
    const { negotiator, sent } = subject(ALL);
    expect(sent()).toBe('');
    negotiator.receive('do', 3);
    sent();
    negotiator.request('local', 3, true);
    negotiator.request('remote', 3, false);
    expect(sent()).toBe('');
  });

  it('[TEL-020] a refused request is not repeated by itself', () => {
    const { negotiator, sent } = subject(ALL);
    negotiator.request('remote', 24, true);
    expect(sent()).toBe('fffd18');
    expect(negotiator.receive('wont', 24)).toEqual({
      option: 24,
      side: 'remote',
      kind: 'refused',
      fault: undefined,
    });
    expect(negotiator.receive('wont', 24)).toBeUndefined();
    expect(sent()).toBe('');
  });

  it('[TEL-022] an option is not in force while a request for it is open', () => {
    const { negotiator } = subject(ALL);
    negotiator.request('local', 0, true);
    expect(negotiator.isOn('local', 0)).toBe(false);
    negotiator.receive('do', 0);
    expect(negotiator.isOn('local', 0)).toBe(true);
    negotiator.request('local', 0, false);
    expect(negotiator.isOn('local', 0)).toBe(false);
  });

  it('[TEL-023] queues one opposite request, and a third cancels it', () => {
    const { negotiator, sent } = subject(ALL);
    negotiator.request('remote', 40, true);
    negotiator.request('remote', 40, false);
    expect(sent()).toBe('fffd28');
    negotiator.request('remote', 40, true);
    negotiator.receive('will', 40);
    expect([sent(), negotiator.isOn('remote', 40)]).toEqual(['', true]);
  });

  it('[TEL-025] crossing requests are taken as answers', () => {
    const { negotiator, sent } = subject(NONE);
    negotiator.request('local', 0, true);
    negotiator.request('remote', 0, true);
    sent();
    expect(negotiator.receive('do', 0)).toMatchObject({ kind: 'enabled' });
    expect(negotiator.receive('will', 0)).toMatchObject({ kind: 'enabled' });
    expect(sent()).toBe('');
  });

  it('[TEL-026] does not answer a rejection', () => {
    const { negotiator, sent } = subject(ALL);
    negotiator.request('local', 24, true);
    negotiator.request('remote', 24, true);
    sent();
    negotiator.receive('dont', 24);
    negotiator.receive('wont', 24);
    expect(sent()).toBe('');
    expect(statesOf(negotiator)).toEqual([]);
  });

  it('[TEL-027] tells each request that stands unanswered', () => {
    const { negotiator } = subject(ALL);
    expect(negotiator.openRequests()).toEqual([]);
    negotiator.receive('do', 0);
    negotiator.receive('will', 0);
    negotiator.request('local', 46, true);
    negotiator.request('remote', 24, true);
    negotiator.request('local', 0, false);
    negotiator.request('remote', 0, false);
    const open = [
      { verb: 'wont', option: 0 },
      { verb: 'will', option: 46 },
      { verb: 'dont', option: 0 },
      { verb: 'do', option: 24 },
    ];
    const byName = (list: readonly { verb: string; option: number }[]): string[] =>
      list.map(({ verb, option }) => `${verb} ${option}`).sort();
    expect(byName(negotiator.openRequests())).toEqual(byName(open));
    for (const [side, option] of [
      ['local', 0],
      ['remote', 0],
    ] as const)
      negotiator.request(side, option, true);
    for (const [side, option] of [
      ['local', 46],
      ['remote', 24],
    ] as const)
      negotiator.request(side, option, false);
    expect(byName(negotiator.openRequests())).toEqual(byName(open));
    negotiator.receive('dont', 46);
    negotiator.receive('wont', 24);
    expect(byName(negotiator.openRequests())).toEqual(['dont 0', 'wont 0']);
    negotiator.receive('dont', 0);
    negotiator.receive('wont', 0);
    expect(byName(negotiator.openRequests())).toEqual(['do 0', 'will 0']);
    negotiator.receive('do', 0);
    negotiator.receive('will', 0);
    expect(negotiator.openRequests()).toEqual([]);
  });

  it('[TEL-028] everything is off at the start, on both sides', () => {
    const { negotiator } = subject(ALL);
    expect(SIDES.map((side) => negotiator.state(side, 0))).toEqual(['no', 'no']);
    expect(statesOf(negotiator)).toEqual([]);
  });

  it('an option outside 0..255 is misuse, thrown before anything is sent', () => {
    const { negotiator, sent } = subject(ALL);
    for (const option of [-1, 256, 1.5, Number.NaN]) {
      for (const side of SIDES) {
        expect(() => negotiator.request(side, option, true)).toThrow(
          expect.objectContaining({ name: 'UsageError', code: 'argument-invalid' }),
        );
      }
    }
    expect([sent(), statesOf(negotiator)]).toEqual(['', []]);
  });
});

describe('storms and floods', () => {
  it.each(['dont', 'wont'] as const)(
    '[SEC-016] a thousand times %s for an option that is off: no output',
    (verb) => {
      const { negotiator, sent } = subject(ALL);
      for (let i = 0; i < 1000; i++) expect(negotiator.receive(verb, 85)).toBeUndefined();
      expect(sent()).toBe('');
    },
  );

  it.each(['do', 'will'] as const)(
    '[SEC-017] a thousand times %s for an option that is on: no output',
    (verb) => {
      const { negotiator, sent } = subject(ALL);
      negotiator.receive(verb, 0);
      sent();
      for (let i = 0; i < 1000; i++) expect(negotiator.receive(verb, 0)).toBeUndefined();
      expect(sent()).toBe('');
    },
  );

  it.each(['do', 'will'] as const)(
    'a thousand times %s for an option that is refused: an answer each',
    (verb) => {
      const { negotiator, sent } = subject(NONE);
      for (let i = 0; i < 1000; i++) expect(negotiator.receive(verb, 85)).toBeUndefined();
      expect(sent()).toBe((verb === 'do' ? 'fffc55' : 'fffe55').repeat(1000));
    },
  );

  it.each([true, false])(
    '[SEC-018] all options, all verbs, twice, in every order of two; agreed: %s',
    (agrees) => {
      const answer = (verb: Verb, option: number): string =>
        toHex(Uint8Array.of(255, 251 + VERBS.indexOf(verb), option));
      for (let option = 0; option < 256; option++) {
        for (const first of VERBS) {
          for (const second of VERBS) {
            const { negotiator, sent } = subject(() => agrees);
            const on = { local: false, remote: false };
            for (const verb of [first, second, first, second]) {
              const side: OptionSide = verb === 'do' || verb === 'dont' ? 'local' : 'remote';
              const enables = verb === 'do' || verb === 'will';
              const [yes, no] = side === 'local' ? (['will', 'wont'] as const) : (['do', 'dont'] as const);
              let wanted = '';
              if (enables && !on[side]) wanted = answer(agrees ? yes : no, option);
              if (!enables && on[side]) wanted = answer(no, option);
              on[side] = enables && (on[side] || agrees);
              negotiator.receive(verb, option);
              if (sent() !== wanted)
                expect.fail(`${first} ${second} ${option}: ${verb} is answered otherwise`);
              if (negotiator.isOn(side, option) !== on[side])
                expect.fail(`${verb} ${option} leads elsewhere`);
            }
          }
        }
      }
    },
  );

  /** Switches an option on and off; gives the number of the message at which the storm is told. */
  function storm(limit: number | undefined, on: Verb, off: Verb, option = 24): [number, string, string] {
    const { negotiator, sent } = subject(ALL, limit);
    for (let message = 1; message <= 2000; message++) {
      const change: OptionChange | undefined = negotiator.receive(message % 2 === 1 ? on : off, option);
      if (change?.fault === 'storm') return [message, change.side, sent()];
    }
    return [0, '', sent()];
  }

  it('[SEC-020] [TEL-029] DO and DONT for ever are answered up to 32 switches', () => {
    expect(storm(undefined, 'do', 'dont')).toEqual([33, 'local', `${'fffb18fffc18'.repeat(16)}fffb18`]);
    expect(storm(undefined, 'will', 'wont')).toEqual([33, 'remote', `${'fffd18fffe18'.repeat(16)}fffd18`]);
  });

  it('[TEL-029] the limit can be set, and counts each side of each option by itself', () => {
    expect(storm(2, 'do', 'dont')[0]).toBe(3);
    const { negotiator } = subject(ALL, 2);
    for (const option of [0, 24, 25]) {
      for (const [on, off] of [
        ['do', 'dont'],
        ['will', 'wont'],
      ] as const) {
        expect(negotiator.receive(on, option)?.fault).toBeUndefined();
        expect(negotiator.receive(off, option)?.fault).toBeUndefined();
      }
    }
    expect(negotiator.receive('do', 24)?.fault).toBe('storm');
    expect(negotiator.receive('will', 25)?.fault).toBe('storm');
  });

  it('[TEL-029] what we switch ourselves counts too', () => {
    const { negotiator } = subject(ALL, 2);
    negotiator.receive('do', 0);
    expect(negotiator.request('local', 0, false)).toMatchObject({ kind: 'disabled', fault: undefined });
    negotiator.receive('dont', 0);
    expect(negotiator.receive('do', 0)).toMatchObject({ kind: 'enabled', fault: 'storm' });
  });
});

describe('facts', () => {
  it('the option numbers are those of their standards', () => {
    expect(OPTIONS).toEqual({
      binary: 0, // RFC 856
      echo: 1, // RFC 857
      suppressGoAhead: 3, // RFC 858
      status: 5, // RFC 859
      timingMark: 6, // RFC 860
      terminalType: 24, // RFC 1091
      endOfRecord: 25, // RFC 885
      regime3270: 29, // RFC 1041
      windowSize: 31, // RFC 1073
      environment: 36, // RFC 1408
      authentication: 37, // RFC 2941
      encrypt: 38, // RFC 2946
      newEnvironment: 39, // RFC 1572
      tn3270e: 40, // RFC 2355
      startTls: 46, // draft-altman-telnet-starttls-02
    });
    for (const option of Object.values(OPTIONS)) expect(OPTION_NAMES.has(option)).toBe(true);
  });

  it('negotiations are printed as the standards print them', () => {
    expect(negotiationText('do', 40)).toBe('DO TN3270E');
    expect(negotiationText('will', 25)).toBe('WILL END-OF-RECORD');
    expect(negotiationText('wont', 200)).toBe('WONT 200');
  });

  it('[TEL-055] [TEL-056] [TEL-057] [TEL-058] [TEL-059] a terminal agrees to these', () => {
    expect([...TERMINAL_AGREEMENT.local].sort((a, b) => a - b)).toEqual([0, 3, 24, 25, 31, 39, 40]);
    expect([...TERMINAL_AGREEMENT.remote].sort((a, b) => a - b)).toEqual([0, 1, 3, 25, 40]);
  });

  it('[TEL-118] [TNE-009] a host agrees to these', () => {
    expect([...HOST_AGREEMENT.local].sort((a, b) => a - b)).toEqual([0, 1, 3, 25, 40]);
    expect([...HOST_AGREEMENT.remote].sort((a, b) => a - b)).toEqual([0, 24, 25, 31, 39, 40]);
  });
});
