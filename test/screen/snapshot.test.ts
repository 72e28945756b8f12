import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, type SnapshotObject, SnapshotReader, toHex } from '../../src/bytes/index.js';
import { cp930 } from '../../src/codepage/japanese/index.js';
import { KEYS, type Key, type PresentationSpace } from '../../src/screen/index.js';
import { display, out } from './helpers.js';

/** A screen with something of everything in it. */
function used(): PresentationSpace {
  const screen = display({ alternateSize: { rows: 27, columns: 132 } });
  out(screen, '7E C3 1D 41 28 42 F2 C1 28 43 F1 C2 08 AD 29 03 C0 60 C1 07 C2 0F C3 13 3C 00 80 C4');
  out(screen, 'F3 00 08 09 00 02 41 42 43');
  screen.keyboard.lock('bid');
  screen.press('reset');
  return screen;
}

function stateOf(screen: PresentationSpace): unknown {
  return [
    [screen.rows, screen.columns, screen.cursor, screen.aid, screen.replyMode, screen.insertMode],
    [screen.defaultSize, screen.alternateSize, [...screen.keyboard.reasons]],
    [toHex(screen.readBuffer()), toHex(screen.readModified()), screen.text(), screen.fields()],
  ];
}

describe('snapshots', () => {
  it('[SEC-134] go through JSON and back, into a screen of another size', () => {
    const screen = used();
    const copy = display({ alternateSize: { rows: 32, columns: 80 } });
    out(copy, '7E C3 1D 60 C1');
    copy.restore(new SnapshotReader(JSON.parse(JSON.stringify(screen.snapshot()))));
    expect(stateOf(copy)).toEqual(stateOf(screen));
    for (const one of [screen, copy]) {
      out(one, 'F1 C3 11 00 00 05 C5 12 00 40 13');
      out(one, '6F');
    }
    expect(stateOf(copy)).toEqual(stateOf(screen));
  });

  it('[SEC-134] that lack a value, or have a wrong one, throw and change nothing', () => {
    const whole = used().snapshot();
    const screen = display();
    out(screen, 'F5 C3 C1 13');
    const before = stateOf(screen);
    const wrong: unknown[] = [undefined, null, 'x', -1, 1e9, 0.5, [], {}];
    for (const key of Object.keys(whole)) {
      for (const value of wrong) {
        if (key === 'locks' && Array.isArray(value)) continue; // no lock at all
        const snapshot = { ...whole, [key]: value } as SnapshotObject;
        expect(() => screen.restore(new SnapshotReader(snapshot)), `${key} ${String(value)}`).toThrow(
          expect.objectContaining({ name: 'UsageError' }),
        );
      }
    }
    const { cells } = whole as { cells: number[] };
    for (const cut of [cells.slice(2), cells.slice(1), [...cells, 1, 0], [-1, 0, 3565, 0], [3564]]) {
      expect(() => screen.restore(new SnapshotReader({ ...whole, cells: cut }))).toThrow(
        expect.objectContaining({ code: 'snapshot-invalid' }),
      );
    }
    for (const locks of [['none'], ['__proto__'], [1]]) {
      expect(() => screen.restore(new SnapshotReader({ ...whole, locks }))).toThrow(
        expect.objectContaining({ code: 'snapshot-invalid' }),
      );
    }
    expect(stateOf(screen)).toEqual(before);
  });
});

/** One thing that may happen to a screen. */
type Deed = (screen: PresentationSpace) => unknown;

const SIZES = [
  { rows: 24, columns: 80 },
  { rows: 43, columns: 80 },
  { rows: 2, columns: 5 },
] as const;

const order = fc.oneof(
  fc.constantFrom('1D40', '1D41', '1D60', '1DC1', 'C1C2', '00', '13', '05', '0E', '0F', '08AD'),
  fc.constantFrom('2903C060C101FE01', '2902C041C101', '2C02C102C141', '2842F2', '2843F8', '280000'),
  fc.integer({ min: 0, max: 11 }).map((to) => `1100${toHex(Uint8Array.of(to))}`),
  fc.constantFrom('110D6F', '11077F', '1207D0', '12000A', '3C000840', '3C0D0000'),
);
const record = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('F1', 'F5', '7E'),
      fc.constantFrom('C3', '40', 'C0'),
      fc.array(order, { maxLength: 12 }),
    )
    .map(([command, control, orders]) => `${command}${control}${orders.join('')}`),
  fc.constantFrom('6F', 'F2', 'F6', '6E', 'F3000501FF02', 'F30008090002414243', 'F300040300'),
);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 6,
    arbitrary: record.map(
      (hex): Deed =>
        (screen) =>
          out(screen, hex),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(...KEYS).map(
      (key: Key): Deed =>
        (screen) =>
          screen.press(key),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.nat().map(
      (at): Deed =>
        (screen) =>
          screen.moveCursor(at % screen.positionCount),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom('a', '1', 'abcdef').map(
      (text): Deed =>
        (screen) =>
          screen.type(text),
    ),
  },
  { weight: 2, arbitrary: fc.constant<Deed>((screen) => screen.press('reset')) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('C1C2', '15C1', '1D60C11520', `${'15'.repeat(45)}C1`).map(
      (hex): Deed =>
        (screen) =>
          screen.applySscpLu(fromHex(hex)),
    ),
  },
  { weight: 1, arbitrary: fc.constant<Deed>((screen) => screen.readSscpLu()) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...SIZES), fc.constantFrom(...SIZES)).map(
      ([one, other]): Deed =>
        (screen) =>
          screen.setSizes(one, other),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('default' as const, 'alternate' as const).map(
      (size): Deed =>
        (screen) =>
          screen.reset(size),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.nat(4000).map(
      (at): Deed =>
        ({ nvt }) => {
          nvt.cursor = at;
          nvt.put(fromHex('4142'), 0, 2, false);
          nvt.deleteLines(0, nvt.rows, 1);
        },
    ),
  },
);

describe('snapshots of any screen', () => {
  for (const codePage of [undefined, cp930]) {
    it(`[SEC-134] restore whatever was written, pressed and resized, and go on alike (${codePage?.name ?? 'single byte'})`, () => {
      const make = () =>
        display({
          ...(codePage === undefined ? {} : { codePage }),
          fieldValidation: true,
          alternateSize: SIZES[1],
        });
      fc.assert(
        fc.property(fc.array(deed, { maxLength: 20 }), fc.array(deed, { maxLength: 8 }), (before, behind) => {
          const screen = make();
          for (const act of before) act(screen);
          const copy = make();
          copy.restore(new SnapshotReader(JSON.parse(JSON.stringify(screen.snapshot()))));
          expect(stateOf(copy)).toEqual(stateOf(screen));
          for (const act of behind) expect(act(copy)).toEqual(act(screen));
          expect(stateOf(copy)).toEqual(stateOf(screen));
          expect(copy.snapshot()).toEqual(screen.snapshot());
        }),
        { numRuns: 120 },
      );
    });
  }

  it('[SEC-134, DS-116] a trigger field that was sent from behind the end of the next screen', () => {
    const options = { fieldValidation: true, alternateSize: SIZES[1] };
    const screen = display(options);
    out(screen, '7E C3 11 07 D0 29 02 C0 40 C1 01 13 40 1D 60');
    screen.type('A');
    screen.moveCursor(0);
    expect(screen.aid).toBe(0x7f);
    out(screen, 'F5 C2');
    display(options).restore(new SnapshotReader(screen.snapshot()));
    screen.reset('alternate');
    expect(screen.snapshot()).toMatchObject({ triggeredField: 0, primedField: 0, sscpLuStart: 0 });
  });

  it('[SEC-134, TNE-071] input of the SSCP-LU session that began behind the end of the next screen', () => {
    const options = { alternateSize: SIZES[1] };
    const screen = display(options);
    screen.reset('alternate');
    screen.applySscpLu(fromHex(`${'15'.repeat(40)}C1`));
    out(screen, 'F5 C3');
    display(options).restore(new SnapshotReader(screen.snapshot()));
  });
});
