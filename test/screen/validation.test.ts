import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SnapshotReader, toHex } from '../../src/bytes/index.js';
import { parseInbound } from '../../src/datastream/index.js';
import type { PresentationSpace } from '../../src/screen/index.js';
import { ask, bytes, display, out } from './helpers.js';

const FILL = '04';
const ENTRY = '02';
const TRIGGER = '01';

/** An unprotected field with field validation at a position, and where the next one begins. */
const field = (position: number, validation: string, attribute = '40'): string =>
  `11 00 ${position.toString(16).padStart(2, '0')} 29 02 C0 ${attribute} C1 ${validation}`;

/** Three fields of four: 1 to 4, 6 to 9, 11 to 14; protected from 15 on. The cursor at 1. */
function screenOf(first: string, second = '00', third = '00', on = true): PresentationSpace {
  const screen = display({ fieldValidation: on });
  out(screen, `F5 C3 ${field(0, first)} 13 ${field(5, second)} ${field(10, third)} 11 00 0F 1D 60`);
  return screen;
}

const reasons = (screen: PresentationSpace): string[] => [...screen.keyboard.reasons];

describe('mandatory fill', () => {
  const refused = { accepted: false, reason: 'operatorErrorMandatoryFill' };

  it('[DS-100] a field that was begun is left only when it is full', () => {
    for (const key of ['tab', 'up', 'down'] as const) {
      const screen = screenOf(FILL);
      screen.type('AB');
      expect([key, screen.press(key)]).toEqual([key, refused]);
      expect(screen.cursor, key).toBe(3);
      expect(reasons(screen)).toEqual(['operatorErrorMandatoryFill']);
    }
    const second = screenOf('00', FILL);
    second.moveCursor(6);
    second.type('A');
    expect(second.press('backTab').accepted, 'to the first position of the same field').toBe(true);
    for (const key of ['backTab', 'home', 'newline'] as const) {
      expect([key, second.press(key)]).toEqual([key, refused]);
      second.press('reset');
    }
    const screen = screenOf(FILL);
    screen.type('AB');
    expect(screen.moveCursor(6)).toEqual(refused);
    screen.press('reset');
    expect(screen.type('CD')).toMatchObject({ accepted: true, taken: 2 });
    expect(screen.cursor, 'behind the next attribute').toBe(6);
  });

  it('[DS-100] inside the field the cursor goes where it likes', () => {
    const screen = screenOf(FILL);
    screen.type('AB');
    for (const key of ['left', 'right', 'backspace'] as const)
      expect(screen.press(key).accepted, key).toBe(true);
    expect(screen.moveCursor(4)).toMatchObject({ accepted: true });
  });

  it('[DS-100] nothing entered, or all of it erased, is no fault', () => {
    const screen = screenOf(FILL);
    expect(screen.press('tab').accepted).toBe(true);
    screen.moveCursor(1);
    screen.type('AB');
    screen.moveCursor(1);
    screen.press('eraseEof');
    expect(screen.press('tab').accepted).toBe(true);
    expect(screen.press('enter').accepted).toBe(true);
  });

  it('[DS-100] what the host left unfilled is not the operator’s', () => {
    const screen = display({ fieldValidation: true });
    out(screen, `F5 C3 ${field(0, FILL)} C1 C2 ${field(5, '00')} 13 11 00 0F 1D 60`);
    screen.moveCursor(1);
    expect(screen.press('tab').accepted).toBe(true);
    expect(screen.press('enter').accepted).toBe(true);
  });

  it('[DS-100] a gap at the front holds, though the last position was typed', () => {
    const screen = screenOf(FILL);
    screen.moveCursor(4);
    expect(screen.type('A')).toMatchObject({ ...refused, taken: 1 });
    expect(screen.cursor).toBe(4);
    screen.press('reset');
    screen.moveCursor(1);
    expect(screen.type('BCDE')).toMatchObject({ accepted: true });
  });

  it('[DS-100] DUP leaves the rest of the field empty', () => {
    const screen = screenOf(FILL);
    screen.type('A');
    expect(screen.press('dup')).toEqual(refused);
    expect(screen.cursor).toBe(3);
  });

  it('[DS-100] no key sends it, and the cursor goes to the gap', () => {
    const screen = screenOf('00', FILL);
    screen.moveCursor(7);
    screen.type('A');
    expect(screen.press('enter')).toEqual(refused);
    expect([screen.cursor, reasons(screen)]).toEqual([6, ['operatorErrorMandatoryFill']]);
    expect(screen.press('left'), 'only RESET goes on').toEqual(refused);
    screen.press('reset');
    expect(screen.press('pf3')).toEqual(refused);
    screen.press('reset');
    screen.type('B');
    screen.moveCursor(8);
    screen.type('CD');
    expect(screen.press('enter').accepted).toBe(true);
  });
});

describe('mandatory entry', () => {
  const refused = { accepted: false, reason: 'operatorErrorMandatoryEntry' };

  it('[DS-100] nothing is sent before something was entered; the cursor goes there', () => {
    for (const key of ['enter', 'pf1', 'pf24'] as const) {
      const screen = screenOf('00', '00', ENTRY);
      screen.type('A');
      expect([key, screen.press(key)]).toEqual([key, refused]);
      expect([screen.cursor, screen.aid, reasons(screen)]).toEqual([
        11,
        0x60,
        ['operatorErrorMandatoryEntry'],
      ]);
      expect(screen.press('tab'), 'only RESET goes on').toEqual(refused);
      screen.press('reset');
      screen.type('B');
      expect(screen.press(key).accepted).toBe(true);
    }
  });

  it('[DS-100] the first of several', () => {
    const screen = screenOf(ENTRY, ENTRY, ENTRY);
    screen.type('A');
    screen.press('enter');
    expect(screen.cursor).toBe(6);
  });

  it('[DS-100] ERASE EOF counts as an entry, and so does the mark of the host', () => {
    const screen = screenOf(ENTRY);
    screen.press('eraseEof');
    expect(screen.press('enter')).toMatchObject({ accepted: true, inbound: expect.anything() });
    const marked = display({ fieldValidation: true });
    out(marked, `F5 C3 ${field(0, ENTRY, '41')} 13`);
    expect(marked.press('enter').accepted).toBe(true);
  });

  it('[DS-100] it may be left, and keys that send no fields are sent', () => {
    const screen = screenOf(ENTRY);
    expect(screen.press('tab').accepted).toBe(true);
    for (const [key, record] of [
      ['pa1', '6C'],
      ['clear', '6D'],
    ] as const) {
      const outcome = screenOf(ENTRY).press(key);
      expect(outcome.accepted && toHex(outcome.inbound as Uint8Array)).toBe(bytes(record));
    }
    expect(screenOf(ENTRY).press('sysReq').accepted).toBe(true);
  });

  it('[DS-100] [DS-217] the selector pen sends like a key', () => {
    const screen = display({ fieldValidation: true });
    out(screen, `F5 C3 ${field(0, ENTRY)} 11 00 05 1D 44 50 13 11 00 0A 1D 60`);
    screen.moveCursor(6);
    expect(screen.press('cursorSelect')).toEqual(refused);
    expect(screen.cursor).toBe(1);
  });

  it('[DS-100] protected fields have nothing to enter', () => {
    const screen = display({ fieldValidation: true });
    out(screen, `F5 C3 ${field(0, '07', '60')} ${field(5, '00')} 13`);
    expect(screen.press('enter').accepted).toBe(true);
  });
});

describe('trigger', () => {
  const sent = (record: string) => ({ accepted: true, inbound: expect.anything(), hex: bytes(record) });
  const outcome = (got: ReturnType<PresentationSpace['press']>) =>
    'inbound' in got && got.inbound !== undefined ? { ...got, hex: toHex(got.inbound) } : got;

  it('[DS-116] leaving a field that was changed sends it alone, under AID 7F', () => {
    const screen = screenOf('00', TRIGGER);
    screen.type('AB');
    screen.moveCursor(6);
    screen.type('CD');
    expect(outcome(screen.press('tab'))).toEqual(sent('7F 40 4B 11 40 C6 C3 C4'));
    expect([screen.cursor, screen.aid]).toEqual([11, 0x7f]);
    expect(reasons(screen)).toEqual(['waitingForHost', 'systemLock']);
  });

  it('[DS-116] by typing over its end, by a click, by ERASE EOF, DELETE and DUP', () => {
    const typed = screenOf(TRIGGER);
    expect(typed.type('ABCD')).toMatchObject({ accepted: true, taken: 4, inbound: expect.anything() });
    const more = screenOf(TRIGGER);
    expect(more.type('ABCDE')).toMatchObject({
      accepted: false,
      reason: 'waitingForHost',
      taken: 4,
      inbound: expect.anything(),
    });
    const clicked = screenOf(TRIGGER);
    clicked.type('A');
    expect(outcome(clicked.moveCursor(20))).toEqual(sent('7F 40 D4 11 40 C1 C1'));
    for (const key of ['eraseEof', 'delete', 'deleteField'] as const) {
      const erased = screenOf(TRIGGER);
      erased.press(key);
      expect([key, outcome(erased.press('tab'))]).toEqual([key, sent('7F 40 C6 11 40 C1')]);
    }
    const duplicated = screenOf(TRIGGER);
    expect(outcome(duplicated.press('dup'))).toEqual(sent('7F 40 C6 11 40 C1 1C'));
  });

  it('[DS-116] a field that was not changed, or was sent, or that ERASE INPUT emptied, sends nothing', () => {
    const screen = screenOf(TRIGGER);
    expect(screen.press('tab')).toEqual({ accepted: true, inbound: undefined });
    screen.moveCursor(1);
    screen.type('A');
    screen.press('tab');
    out(screen, 'F1 C2');
    screen.moveCursor(1);
    expect(screen.press('tab')).toEqual({ accepted: true, inbound: undefined });
    screen.moveCursor(1);
    screen.type('B');
    screen.press('eraseInput');
    expect(screen.press('tab')).toEqual({ accepted: true, inbound: undefined });
  });

  it('[DS-116] nor one that the host has written since', () => {
    for (const record of ['F1 C2', '6F', 'F5 C3 29 02 C0 40 C1 01']) {
      const screen = screenOf(TRIGGER);
      screen.type('A');
      out(screen, record);
      screen.moveCursor(1);
      expect([record, screen.press('down')]).toEqual([record, { accepted: true, inbound: undefined }]);
    }
  });

  it('[DS-116, DS-139] a read behind another screen finds that one, not the field that was sent', () => {
    const screen = screenOf(TRIGGER);
    screen.type('AB');
    screen.moveCursor(6);
    expect(ask(screen, 'F6')).toBe(bytes('7F 40 C6 11 40 C1 C1 C2'));
    // Without a restore the AID stays, and the field that it names is gone.
    out(screen, 'F5 C0 1D 60 11 40 50 1D C1 C1 C2 1D 60');
    expect(ask(screen, 'F6')).toBe(bytes('7F 40 40 11 40 D1 C1 C2'));
    for (const record of ['F1 40 11 40 40 C1', 'F1 40 11 40 40 3C 40 C1 00']) {
      const other = screenOf(TRIGGER);
      other.type('AB');
      other.moveCursor(6);
      out(other, record);
      out(other, 'F1 40 11 00 05 1D C1 C1');
      expect(ask(other, 'F6')).toBe(bytes('7F 40 C6 11 40 C6 C1'));
      out(other, 'F1 40 11 00 00 1D C1 C2');
      expect(ask(other, 'F6')).toBe(bytes('7F 40 C6 11 40 C1 C2 C2 11 40 C6 C1'));
    }
  });

  it('[DS-116] mandatory entry elsewhere does not hold it up, mandatory fill in it does', () => {
    const entry = screenOf(TRIGGER, ENTRY);
    entry.type('A');
    expect(outcome(entry.press('tab'))).toEqual(sent('7F 40 C6 11 40 C1 C1'));
    const fill = screenOf('05');
    fill.type('A');
    expect(fill.press('tab')).toEqual({ accepted: false, reason: 'operatorErrorMandatoryFill' });
    fill.press('reset');
    expect(fill.type('BCD')).toMatchObject({ inbound: expect.anything() });
  });

  it('[DS-136] a read finds the same, until the keyboard is restored', () => {
    const screen = screenOf('00', TRIGGER);
    screen.type('A');
    screen.moveCursor(6);
    screen.type('C');
    screen.press('tab');
    expect(ask(screen, 'F6')).toBe(bytes('7F 40 4B 11 40 C6 C3'));
    expect(ask(screen, '6E'), 'all of them').toBe(bytes('7F 40 4B 11 40 C1 C1 11 40 C6 C3'));
    out(screen, 'F1 C2');
    expect(ask(screen, 'F6')).toBe(bytes('60 40 4B 11 40 C1 C1 11 40 C6 C3'));
  });

  it('[DS-116] a host reads it like any key', () => {
    const screen = screenOf(TRIGGER);
    const { inbound } = screen.type('ABCD');
    expect(parseInbound(inbound as Uint8Array, { positionCount: 1920 })).toEqual({
      record: {
        type: 'readModified',
        aid: 0x7f,
        cursorAddress: 6,
        fields: [
          {
            address: 1,
            bytes: Uint8Array.of(0xc1, 0xc2, 0xc3, 0xc4),
            graphicEscapes: [],
            attributeChanges: [],
          },
        ],
      },
      faults: [],
    });
  });
});

describe('without the option', () => {
  it('[DS-100] nothing follows from the attribute, as in x3270', () => {
    const screen = screenOf('07', '07', '07', false);
    expect(screen.type('A').accepted).toBe(true);
    expect(screen.press('tab')).toEqual({ accepted: true, inbound: undefined });
    const outcome = screen.press('enter');
    expect(outcome.accepted && toHex(outcome.inbound as Uint8Array)).toBe(bytes('7D 40 C6 11 40 C1 C1'));
    expect(screen.fields()[0]).toMatchObject({ validation: 7 });
  });

  it('[SF-101] the Query Reply claims what is carried out', () => {
    const query = 'F3 00 05 01 FF 02';
    const reply = bytes('00 05 81 8A 07');
    expect(ask(display({ fieldValidation: true }), query)).toContain(reply);
    expect(ask(display({ fieldValidation: true }), 'F3 00 07 01 FF 03 00 8A')).toBe(
      bytes('88 00 05 81 8A 07'),
    );
    expect(ask(display(), query)).not.toContain('818a');
    expect(ask(display(), 'F3 00 07 01 FF 03 00 8A')).toBe(bytes('88 00 04 81 FF'));
  });

  it('[DS-157] Read Buffer reports the attribute only where it is carried out', () => {
    const read = (on: boolean): string => {
      const screen = screenOf(FILL, ENTRY, TRIGGER, on);
      ask(screen, 'F3 00 05 09 00 01');
      return ask(screen, 'F2').slice(0, 2 * 20);
    };
    expect(read(true)).toBe(bytes('60 40 C1 29 02 C0 40 C1 04 00*4 29 02 C0 40 C1 02 00').slice(0, 40));
    expect(read(false)).toBe(bytes('60 40 C1 29 01 C0 40 00*4 29 01 C0 40 00*4 29').slice(0, 40));
  });
});

describe('any keys', () => {
  const act = fc.oneof(
    fc.constantFrom('A', 'BC', 'DEFG', 'HIJKL').map((text) => ({ text })),
    fc
      .constantFrom(
        ...([
          'tab',
          'backTab',
          'home',
          'left',
          'right',
          'up',
          'newline',
          'reset',
          'enter',
          'pf1',
          'pa1',
        ] as const),
        ...([
          'delete',
          'erase',
          'eraseEof',
          'eraseInput',
          'dup',
          'fieldMark',
          'deleteField',
          'insert',
        ] as const),
      )
      .map((key) => ({ key })),
    fc.integer({ min: 0, max: 20 }).map((position) => ({ position })),
    fc.constantFrom('F1 C2', 'F1 C3', '6F').map((record) => ({ record })),
  );
  const validations = fc.tuple(fc.nat(7), fc.nat(7), fc.nat(7));
  const perform = (screen: PresentationSpace, one: object): unknown => {
    if ('text' in one) return screen.type(one.text as string);
    if ('key' in one) return screen.press(one.key as 'tab');
    if ('position' in one) return screen.moveCursor(one.position as number);
    return out(screen, (one as { record: string }).record).status;
  };
  const make = (kinds: readonly number[]): PresentationSpace =>
    screenOf(...(kinds.map((kind) => `0${kind}`) as [string, string, string]));

  it('[DS-100] [DS-116] what is sent has no gap, misses no entry, and is one field under AID 7F', () => {
    fc.assert(
      fc.property(validations, fc.array(act, { maxLength: 25 }), (kinds, acts) => {
        const screen = make(kinds);
        for (const one of acts) {
          const result = perform(screen, one) as { inbound?: Uint8Array };
          if (result?.inbound === undefined || result.inbound.length === 1) continue;
          const { record } = parseInbound(result.inbound, { positionCount: 1920 });
          if (record?.type !== 'readModified') throw new Error('it is a Read Modified');
          const fields = screen.fields().slice(0, 3);
          if (record.aid === 0x7f) {
            const [only, ...more] = record.fields;
            const from = fields.find(({ position }) => position + 1 === only?.address);
            expect([more.length, (from?.validation ?? 0) & 1]).toEqual([0, 1]);
            if (((from?.validation ?? 0) & 4) !== 0) expect([0, 4]).toContain(only?.bytes.length);
            continue;
          }
          for (const { validation, position, isModified } of fields) {
            const came = record.fields.find(({ address }) => address === position + 1);
            if ((validation & 2) !== 0) expect(isModified).toBe(true);
            if ((validation & 4) !== 0) expect([0, 4, undefined]).toContain(came?.bytes.length);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('[SEC-134] a restored screen goes on as the one that was saved', () => {
    fc.assert(
      fc.property(
        validations,
        fc.array(act, { maxLength: 10 }),
        fc.array(act, { maxLength: 10 }),
        (kinds, before, after) => {
          const screen = make(kinds);
          for (const one of before) perform(screen, one);
          const copy = display({ fieldValidation: true });
          copy.restore(new SnapshotReader(JSON.parse(JSON.stringify(screen.snapshot()))));
          for (const one of after) expect(perform(copy, one)).toEqual(perform(screen, one));
          expect(copy.snapshot()).toEqual(screen.snapshot());
        },
      ),
      { numRuns: 200 },
    );
  });
});
