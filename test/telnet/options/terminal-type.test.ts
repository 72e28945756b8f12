import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  deviceTypeName,
  parseTerminalType,
  parseTerminalTypeName,
  TERMINAL_TYPE_COLLECTOR_TABLE,
  TERMINAL_TYPE_NAMES,
  type TerminalModel,
  TerminalTypeCollector,
  TerminalTypeResponder,
  terminalTypeName,
} from '../../../src/telnet/options/index.js';
import { body, faultCodes, readable, sends } from './vectors.js';

const SEND = body('01');

/** The names that a responder gives to so many SENDs. */
function answers(responder: TerminalTypeResponder, count: number): string[] {
  return Array.from({ length: count }, () => {
    const [effect] = responder.receive(SEND);
    return effect?.type === 'send' ? String.fromCharCode(...effect.body.subarray(1)) : `(${effect?.type})`;
  });
}

describe('names of terminals', () => {
  it.each([
    [2, 24, 80],
    [3, 32, 80],
    [4, 43, 80],
    [5, 27, 132],
  ] as const)('[TEL-086] model %i has the alternate size %i by %i', (model, rows, columns) => {
    for (const name of [`IBM-3278-${model}`, `IBM-3278-${model}-E`, `IBM-3279-${model}-E`]) {
      expect(parseTerminalType(name)).toMatchObject({ model, alternateSize: { rows, columns } });
    }
  });

  it('[TEL-087] -E and IBM-DYNAMIC mean extended data stream', () => {
    expect(parseTerminalType('IBM-3278-2')?.extended).toBe(false);
    expect(parseTerminalType('IBM-3278-2-E')?.extended).toBe(true);
    expect(parseTerminalType('IBM-DYNAMIC')).toEqual({
      name: 'IBM-DYNAMIC',
      kind: 'dynamic',
      model: undefined,
      extended: true,
      alternateSize: undefined,
      isDeviceType: true,
    });
  });

  it('[TNE-014] ten names are device types of TN3270E', () => {
    const legal = TERMINAL_TYPE_NAMES.map(([name]) => name).filter(
      (name) => parseTerminalType(name)?.isDeviceType,
    );
    expect(legal.sort()).toEqual(
      [
        ...['2', '3', '4', '5'].flatMap((model) => [`IBM-3278-${model}`, `IBM-3278-${model}-E`]),
        'IBM-DYNAMIC',
        'IBM-3287-1',
      ].sort(),
    );
  });

  it('[TEL-082] [TEL-085] [SEC-058] knows names in any case, and no others', () => {
    expect(parseTerminalType('ibm-3278-2-e')?.name).toBe('IBM-3278-2-E');
    for (const name of [
      'UNKNOWN',
      '',
      'IBM-3278',
      'IBM-3278-6',
      'IBM-3278-2-E ',
      '__proto__',
      'constructor',
    ]) {
      expect(parseTerminalType(name)).toBeUndefined();
    }
  });

  it('[TNE-015] announces 3279 only for colour models 2 and 3, and never in TN3270E', () => {
    const expected = { 2: 'IBM-3279-2-E', 3: 'IBM-3279-3-E', 4: 'IBM-3278-4-E', 5: 'IBM-3278-5-E' };
    for (const model of [2, 3, 4, 5] as const) {
      const terminal = { model, colour: true, extended: true, dynamic: false };
      expect(terminalTypeName(terminal)).toBe(expected[model]);
      expect(deviceTypeName(terminal)).toBe(`IBM-3278-${model}-E`);
      expect(terminalTypeName({ ...terminal, colour: false, extended: false })).toBe(`IBM-3278-${model}`);
      expect(terminalTypeName({ ...terminal, dynamic: true })).toBe('IBM-DYNAMIC');
      expect(deviceTypeName({ ...terminal, dynamic: true })).toBe('IBM-DYNAMIC');
    }
    const bad = { model: 6 as TerminalModel, colour: true, extended: true, dynamic: false };
    expect(() => terminalTypeName(bad)).toThrow(expect.objectContaining({ code: 'argument-invalid' }));
  });
});

describe('TerminalTypeResponder', () => {
  it('[TEL-141] answers SEND with IS', () => {
    const responder = new TerminalTypeResponder({ names: ['IBM-3278-2'] });
    expect(readable(responder.receive(SEND))).toEqual([sends('00 IBM-3278-2')]);
  });

  it('[TEL-083] walks the list, gives the last name twice and starts again', () => {
    const responder = new TerminalTypeResponder({ names: ['A', 'B', 'C'] });
    expect(answers(responder, 9)).toEqual(['A', 'B', 'C', 'C', 'A', 'B', 'C', 'C', 'A']);
    responder.reset();
    expect(answers(responder, 1)).toEqual(['A']);
    const single = new TerminalTypeResponder({ names: ['A'] });
    expect(answers(single, 3)).toEqual(['A', 'A', 'A']);
  });

  it('[TEL-089] [TEL-090] asks for one LU after the other, then says that none is left', () => {
    const responder = new TerminalTypeResponder({
      names: ['IBM-3278-4-E'],
      luNames: ['lua00001', 'LUB00002'],
    });
    expect(answers(responder, 2)).toEqual(['IBM-3278-4-E@LUA00001', 'IBM-3278-4-E@LUB00002']);
    expect(responder.receive(SEND)).toEqual([
      { type: 'luNamesExhausted', luNames: ['LUA00001', 'LUB00002'] },
    ]);
  });

  it('[SEC-049] stops answering at the limit', () => {
    const responder = new TerminalTypeResponder({ names: ['A', 'B'] });
    let sent = 0;
    for (let i = 0; i < 1000; i++) {
      const effects = responder.receive(SEND);
      if (effects[0]?.type === 'send') sent++;
      else expect(faultCodes(effects)).toEqual(['too-many-requests']);
    }
    expect(sent).toBe(64);
    expect(responder.answered).toBe(64);
  });

  it.each([
    ['SEC-003', '', 'subnegotiation-empty'],
    ['SEC-026', '00 IBM', 'wrong-direction'],
    ['TEL-080', '02', 'terminal-type-malformed'],
    ['TEL-080', '01 00', 'terminal-type-malformed'],
  ])('[%s] a body of "%s" is %s and draws no answer', (_rule, bytes, code) => {
    const responder = new TerminalTypeResponder({ names: ['A'] });
    const effects = responder.receive(bytes === '' ? new Uint8Array(0) : body(bytes));
    expect(faultCodes(effects)).toEqual([code]);
    expect(effects).toHaveLength(1);
    expect(responder.answered).toBe(0);
  });

  it('refuses names that could not be sent', () => {
    const invalid = expect.objectContaining({ code: 'argument-invalid' });
    for (const names of [[], [''], ['A B'], ['A@B'], ['Ä'], ['A'.repeat(41)], [7 as unknown as string]]) {
      expect(() => new TerminalTypeResponder({ names })).toThrow(invalid);
    }
    expect(() => new TerminalTypeResponder({ names: ['A'], luNames: ['B@C'] })).toThrow(invalid);
    expect(() => new TerminalTypeResponder({ names: ['A'], maxRequests: 0 })).toThrow(invalid);
  });

  it('restores a snapshot', () => {
    const responder = new TerminalTypeResponder({ names: ['A', 'B', 'C'] });
    answers(responder, 2);
    const copy = new TerminalTypeResponder({ names: ['A', 'B', 'C'] });
    copy.restore(responder.snapshot());
    expect(answers(copy, 3)).toEqual(answers(responder, 3));
    expect(() => copy.restore({ answered: -1 })).toThrow(
      expect.objectContaining({ code: 'argument-invalid' }),
    );
  });
});

describe('TerminalTypeCollector', () => {
  /** A collector that has asked, and been given so many names. */
  function given(options: ConstructorParameters<typeof TerminalTypeCollector>[0], ...names: string[]) {
    const collector = new TerminalTypeCollector(options);
    collector.ask();
    const effects = names.map((name) => collector.receive(body(`00 ${name}`)));
    return { collector, effects };
  }

  it('[TEL-080] asks with SEND and stops at the first name of a 3270 device', () => {
    const collector = new TerminalTypeCollector();
    expect(readable(collector.ask())).toEqual([sends('01')]);
    expect(readable(collector.receive(body('00 XTERM')))).toEqual([sends('01')]);
    const [gathered] = collector.receive(body('00 ibm-3279-2-e'));
    expect(gathered).toMatchObject({
      type: 'terminalTypes',
      names: [{ name: 'XTERM' }, { name: 'IBM-3279-2-E' }],
      chosen: { name: 'IBM-3279-2-E', luName: undefined, facts: { model: 2, extended: true } },
    });
    expect(collector.state).toBe('done');
  });

  it('[TEL-084] gathers all until a name is repeated', () => {
    const { effects } = given({ gather: 'all' }, 'XTERM', 'IBM-3278-5', 'IBM-3278-2', 'IBM-3278-2');
    expect(effects.slice(0, 3).map(readable)).toEqual([[sends('01')], [sends('01')], [sends('01')]]);
    expect(effects[3]).toMatchObject([
      {
        names: [{ name: 'XTERM' }, { name: 'IBM-3278-5' }, { name: 'IBM-3278-2' }],
        chosen: { name: 'IBM-3278-5' },
      },
    ]);
  });

  it('[TEL-085] takes UNKNOWN for no usable type', () => {
    const { effects } = given({}, 'UNKNOWN', 'UNKNOWN');
    expect(effects[1]).toMatchObject([{ type: 'terminalTypes', chosen: undefined }]);
  });

  it('[TEL-089] takes an LU with and without blanks, and asks for the next one on demand', () => {
    expect(parseTerminalTypeName(body('IBM-3278-2 @ LU1'))).toMatchObject({
      name: 'IBM-3278-2',
      luName: 'LU1',
    });
    expect(parseTerminalTypeName(body('IBM-3278-2 20 @ 20 LU1'))).toMatchObject({
      name: 'IBM-3278-2',
      luName: 'LU1',
    });
    const { collector, effects } = given({ gather: 'all' }, 'IBM-3278-2@LU1');
    expect(effects[0]).toMatchObject([{ chosen: { luName: 'LU1' } }]);
    expect(readable(collector.ask())).toEqual([sends('01')]);
    expect(collector.receive(body('00 IBM-3278-2@lu2'))).toMatchObject([{ chosen: { luName: 'LU2' } }]);
    collector.ask();
    expect(collector.receive(body('00 IBM-3278-2@LU2'))).toMatchObject([{ chosen: undefined }]);
  });

  it('[SEC-047] treats a terminal with an endless name as one without usable type', () => {
    const { collector, effects } = given({}, 'A'.repeat(3000));
    expect(faultCodes(effects[0] ?? [])).toEqual(['terminal-type-too-long']);
    expect(effects[0]?.[1]).toMatchObject({ type: 'terminalTypes', names: [], chosen: undefined });
    expect(collector.state).toBe('done');
    expect(faultCodes(given({}, `IBM-3278-2@${'A'.repeat(65)}`).effects[0] ?? [])).toEqual([
      'terminal-type-too-long',
    ]);
  });

  it('[SEC-048] stops at 32 new names', () => {
    const collector = new TerminalTypeCollector();
    let asked = collector.ask().length;
    let last: ReturnType<typeof collector.receive> = [];
    for (let i = 0; collector.state === 'asked' && i < 1000; i++) {
      last = collector.receive(body(`00 T${i}`));
      asked += last.filter(({ type }) => type === 'send').length;
    }
    expect(asked).toBe(32);
    expect(faultCodes(last)).toEqual(['too-many-terminal-types']);
    expect(last[1]).toMatchObject({ type: 'terminalTypes', chosen: undefined });
    expect(collector.ask()).toMatchObject([{ type: 'terminalTypes', chosen: undefined }]);
  });

  it.each([
    '00 IBM 1B [2J',
    '00 IBM 00 A',
    '00 IBM 0D 0A',
    '00 IBM 80',
    '00 IBM FF',
    '00 IBM-3278-2@A@B',
    '00 @',
    '00 @LU',
    '00 IBM-3278-2@',
    '00 20 IBM-3278-2',
    '00 IBM-3278-2 20',
    '00 IBM-3278-2 20 20 @A',
  ])('[SEC-050] %s is invalid and never trimmed into a valid name', (bytes) => {
    const collector = new TerminalTypeCollector();
    collector.ask();
    const effects = collector.receive(body(bytes));
    expect(faultCodes(effects)).toEqual(['terminal-type-invalid']);
    expect(effects[1]).toMatchObject({ names: [], chosen: undefined });
  });

  it('[SEC-003] [SEC-026] [TEL-081] reports what is empty, misdirected, unknown or unasked', () => {
    const collector = new TerminalTypeCollector();
    expect(faultCodes(collector.receive(new Uint8Array(0)))).toEqual(['subnegotiation-empty']);
    expect(faultCodes(collector.receive(SEND))).toEqual(['wrong-direction']);
    expect(faultCodes(collector.receive(body('02 A')))).toEqual(['terminal-type-malformed']);
    expect(faultCodes(collector.receive(body('00 IBM-3278-2')))).toEqual(['terminal-type-unasked']);
    expect(collector.snapshot()).toEqual(new TerminalTypeCollector().snapshot());
    collector.ask();
    expect(faultCodes(collector.receive(body('00')))).toEqual(['terminal-type-malformed']);
  });

  it('throws when asked twice and for options it does not know', () => {
    const collector = new TerminalTypeCollector();
    collector.ask();
    expect(() => collector.ask()).toThrow(expect.objectContaining({ code: 'state-forbids' }));
    expect(() => new TerminalTypeCollector({ gather: 'All' as 'all' })).toThrow(
      expect.objectContaining({ code: 'option-invalid' }),
    );
    expect(() => collector.restore({ ...collector.snapshot(), state: 'toString' as 'idle' })).toThrow(
      expect.objectContaining({ code: 'snapshot-invalid' }),
    );
  });

  it('[TEL-084] goes on from a snapshot, and begins anew after reset', () => {
    const { collector } = given({}, 'XTERM');
    const copy = new TerminalTypeCollector();
    copy.restore(JSON.parse(JSON.stringify(collector.snapshot())));
    expect(copy.receive(body('00 XTERM'))).toMatchObject([{ names: [{ name: 'XTERM' }], chosen: undefined }]);
    copy.reset();
    expect(copy.snapshot()).toEqual(new TerminalTypeCollector().snapshot());
  });

  it('[TEL-081] no answer is taken in a state that asked for none', () => {
    for (const state of ['idle', 'done'] as const) {
      for (const input of ['wanted', 'other', 'repeated', 'refused', 'atLimit'] as const) {
        expect(TERMINAL_TYPE_COLLECTOR_TABLE[state][input]).toEqual([state, 'faultUnasked']);
      }
    }
  });

  it('[TEL-083] [TEL-084] a responder and a collector always come to an end', () => {
    const name = fc.constantFrom('IBM-3278-2', 'IBM-3279-2-E', 'XTERM', 'UNKNOWN', 'VT100', 'IBM-DYNAMIC');
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 40 }),
        fc.constantFrom('all' as const, 'firstUsable' as const),
        (names, gather) => {
          const responder = new TerminalTypeResponder({ names });
          const collector = new TerminalTypeCollector({ gather });
          let effects = collector.ask();
          for (let i = 0; i < 33 && collector.state === 'asked'; i++) {
            const [question] = effects;
            if (question?.type !== 'send') break;
            const [answer] = responder.receive(question.body);
            if (answer?.type !== 'send') break;
            effects = collector.receive(answer.body);
          }
          expect(collector.state).toBe('done');
          const result = effects.at(-1);
          expect(result?.type).toBe('terminalTypes');
        },
      ),
    );
  });

  it('takes any bytes without throwing', () => {
    const byte = fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 0x20, 0x40, 0x41));
    fc.assert(
      fc.property(fc.array(fc.array(byte, { maxLength: 60 }), { maxLength: 10 }), (bodies) => {
        const collector = new TerminalTypeCollector();
        const responder = new TerminalTypeResponder({ names: ['A'] });
        for (const numbers of bodies) {
          if (collector.state !== 'asked') collector.ask();
          for (const machine of [collector, responder]) {
            for (const effect of machine.receive(Uint8Array.from(numbers))) {
              if (effect.type === 'fault') {
                expect(effect.fault.offset).toBeLessThanOrEqual(Math.max(numbers.length, 1));
              }
            }
          }
        }
      }),
    );
  });
});
