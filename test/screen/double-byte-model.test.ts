import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, SnapshotReader } from '../../src/bytes/index.js';
import { cp037, decodeMixed } from '../../src/codepage/index.js';
import { cp930 } from '../../src/codepage/japanese/index.js';
import { parseInbound } from '../../src/datastream/index.js';
import {
  findText,
  KEYS,
  type Key,
  PresentationSpace,
  screenToAnsi,
  screenToHtml,
  screenToJson,
  wordsOfRow,
} from '../../src/screen/index.js';
import { out } from './helpers.js';

const ROWS = 4;
const COLUMNS = 17;
const SIZE = ROWS * COLUMNS;

/** Two bytes of an address in 14 bits. */
function address(position: number): number[] {
  return [position >> 8, position & 0xff];
}

const position = fc.nat(SIZE - 1);
const pair = fc.constantFrom(
  [0x45, 0x8e],
  [0x46, 0x94],
  [0x45, 0x62],
  [0x40, 0x40],
  [0x43, 0x40],
  [0x00, 0x00],
);
const single = fc.constantFrom(0x00, 0x40, 0xc1, 0xf1, 0x0e, 0x0f, 0x1c, 0x15, 0xff, 0x02);
const field = fc.constantFrom(
  [0x1d, 0x40],
  [0x1d, 0x60],
  [0x29, 2, 0xc0, 0x40, 0x43, 0xf8],
  [0x29, 2, 0xc0, 0x60, 0x43, 0xf8],
  [0x29, 2, 0xc0, 0x4c, 0x43, 0xf8],
  [0x29, 2, 0xc0, 0x40, 0xfe, 0x01],
  [0x29, 2, 0xc0, 0x40, 0x43, 0xf1],
  [0x2c, 1, 0x43, 0xf8],
  [0x2c, 2, 0x43, 0x00, 0xfe, 0x01],
);

/** Orders of double-byte text, whole ones and broken ones. */
const order: fc.Arbitrary<readonly number[]> = fc.oneof(
  { weight: 3, arbitrary: fc.array(pair, { minLength: 1, maxLength: 4 }).map((list) => list.flat()) },
  {
    weight: 3,
    arbitrary: fc.array(pair, { maxLength: 4 }).map((list) => [0x0e, ...list.flat(), 0x0f]),
  },
  {
    weight: 2,
    arbitrary: fc
      .array(pair, { maxLength: 4 })
      .map((list) => [0x28, 0x43, 0xf8, ...list.flat(), 0x28, 0x43, 0]),
  },
  { weight: 3, arbitrary: single.map((code) => [code]) },
  { weight: 3, arbitrary: field },
  { weight: 3, arbitrary: position.map((to) => [0x11, ...address(to)]) },
  { weight: 1, arbitrary: fc.tuple(position, pair).map(([to, codes]) => [0x3c, ...address(to), ...codes]) },
  { weight: 1, arbitrary: position.map((to) => [0x12, ...address(to)]) },
  { weight: 1, arbitrary: fc.constantFrom([0x28, 0x43, 0xf8], [0x28, 0, 0], [0x05], [0x08, 0xad], [0x13]) },
);

type Step =
  | { readonly type: 'write'; readonly bytes: readonly number[] }
  | { readonly type: 'record'; readonly hex: string }
  | { readonly type: 'key'; readonly key: Key }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'cursor'; readonly to: number }
  | { readonly type: 'nvt'; readonly text: string };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom(0xf1, 0xf1, 0xf5), fc.array(order, { maxLength: 10 }))
      .map(([command, orders]) => ({ type: 'write', bytes: [command, 0xc3, ...orders.flat()] }) as const),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('6f', 'f2', 'f6', '6e', 'f30005090000', 'f3000609000243', 'f3000501ff02', 'f7')
      .map((hex) => ({ type: 'record', hex }) as const),
  },
  { weight: 4, arbitrary: fc.constantFrom(...KEYS).map((key) => ({ type: 'key', key }) as const) },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom('日', 'a', '本日', 'x外y', '内', '1', 'か\u309a')
      .map((text) => ({ type: 'text', text }) as const),
  },
  { weight: 4, arbitrary: position.map((to) => ({ type: 'cursor', to }) as const) },
  { weight: 1, arbitrary: fc.constantFrom('nvt', 'text').map((text) => ({ type: 'nvt', text }) as const) },
);

function carryOut(screen: PresentationSpace, given: Step): void {
  switch (given.type) {
    case 'write':
      screen.applyRecord(Uint8Array.from(given.bytes));
      return;
    case 'record':
      screen.applyRecord(fromHex(given.hex));
      return;
    case 'key':
      screen.press('reset');
      screen.press(given.key);
      return;
    case 'text':
      screen.press('reset');
      screen.type(given.text);
      return;
    case 'cursor':
      screen.moveCursor(given.to);
      return;
    default:
      screen.nvt.cursor = 5;
      screen.nvt.put(
        Uint8Array.from(given.text, (letter) => letter.charCodeAt(0)),
        0,
        given.text.length,
        false,
      );
  }
}

function japanese(): PresentationSpace {
  return new PresentationSpace({ codePage: cp930, defaultSize: { rows: ROWS, columns: COLUMNS } });
}

/** What has to be so whatever has happened; every way to read the screen is used. */
function check(screen: PresentationSpace): void {
  const cells = Array.from({ length: SIZE }, (_, at) => screen.cell(at));
  const cut = cells.flatMap(({ width, fieldAttribute }, at) => {
    const hasRight = cells[(at + 1) % SIZE]?.width === 0;
    return (width === 2) === hasRight && (width === 1 || fieldAttribute === undefined) ? [] : [at];
  });
  expect(cut).toEqual([]);
  for (let row = 0; row < ROWS; row++) {
    const runs = screen.runs(row);
    expect(runs.map(({ text }) => text).join('')).toBe(screen.text(row));
    let column = 0;
    for (const run of runs) {
      const characters = run.isWide && run.width === 2 ? 1 : [...run.text].length;
      const isRight = run.column === column && characters * (run.isWide ? 2 : 1) === run.width;
      if (!isRight) throw new Error(`run ${JSON.stringify(run)} at ${column}`);
      column += run.width;
    }
    expect(column).toBe(COLUMNS);
    expect(wordsOfRow(screen, row).filter((word) => word.column + word.width > COLUMNS)).toEqual([]);
  }
  const { text, positions } = screen.shown();
  expect(positions?.length).toBe(text.length);
  const found = [...new Set(positions)];
  expect(found).toEqual([...found].sort((a, b) => a - b));
  const kanji = text.indexOf('日');
  expect(findText(screen, '日')).toBe(kanji === -1 ? undefined : positions?.[kanji]);
  if (kanji !== -1) expect(screen.cell(positions?.[kanji] as number).character).toMatch(/^日/);
  for (const line of [...screen.text(), ...screen.fields().map((one) => one.text)]) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is what is tested
    expect(line).not.toMatch(/[\x00-\x1f\x7f-\x9f]/);
  }
  screenToAnsi(screen);
  screenToHtml(screen);
  screenToJson(screen);
}

describe('double-byte text under any records and keys', () => {
  it('[SEC-092] keeps halves together, is as wide as its row, and is read the same in every way', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        const screen = japanese();
        for (const given of steps) {
          carryOut(screen, given);
          check(screen);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is the same after a snapshot, and tells a watch all that changes', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
        const screen = japanese();
        const watch = screen.watch();
        watch.changes();
        let before = shownCells(screen);
        for (const given of steps) {
          carryOut(screen, given);
          const after = shownCells(screen);
          const { regions } = watch.changes();
          const inside = (at: number): boolean =>
            regions.some(
              ({ row, start, end }) =>
                Math.floor(at / COLUMNS) === row && at % COLUMNS >= start && at % COLUMNS < end,
            );
          for (let at = 0; at < SIZE; at++) if (!inside(at)) expect(after[at]).toBe(before[at]);
          before = after;
        }
        const copy = japanese();
        copy.restore(new SnapshotReader(JSON.parse(JSON.stringify(screen.snapshot()))));
        expect(shownCells(copy)).toEqual(before);
        expect(copy.readBuffer()).toEqual(screen.readBuffer());
      }),
      { numRuns: 200 },
    );
  });

  it('makes no difference where a stream has no double-byte text', () => {
    const plain = fc.array(
      fc.oneof(
        fc.array(fc.constantFrom(0x00, 0x40, 0xc1, 0xf1, 0xfe), { minLength: 1, maxLength: 30 }),
        fc.constantFrom([0x1d, 0x40], [0x1d, 0x60], [0x29, 1, 0x43, 0xf1], [0x28, 0x42, 0xf2], [0x28, 0, 0]),
        fc.constantFrom([0x05], [0x08, 0xad], [0x13], [0x1c], [0x15], [0xff], [0x02]),
        position.map((to) => [0x11, ...address(to)]),
        position.map((to) => [0x3c, ...address(to), 0xc5]),
        position.map((to) => [0x12, ...address(to)]),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(fc.array(plain, { minLength: 1, maxLength: 4 }), (writes) => {
        const double = japanese();
        const single = new PresentationSpace({
          codePage: cp037,
          defaultSize: { rows: ROWS, columns: COLUMNS },
        });
        for (const orders of writes) {
          const record = Uint8Array.from([0xf1, 0xc3, ...orders.flat()]);
          expect(double.applyRecord(record)).toEqual(single.applyRecord(record));
          expect(double.readBuffer()).toEqual(single.readBuffer());
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** How each position looks on its row. */
function shownCells(screen: PresentationSpace): string[] {
  const looks: string[] = [];
  for (let row = 0; row < ROWS; row++) {
    for (const { text, width, isWide, column: _, ...look } of screen.runs(row)) {
      const characters = isWide && width === 2 ? [text] : [...text];
      for (const character of characters) {
        looks.push(character + JSON.stringify(look));
        if (isWide) looks.push(`right half${JSON.stringify(look)}`);
      }
    }
  }
  return looks;
}

describe('text that is typed and read back', () => {
  /** Characters of one byte, and of two. */
  const letters = fc.constantFrom(...'abcABC012 .,', ...'日本内外漢字、。');
  const text = fc.array(letters, { minLength: 1, maxLength: 20 }).map((list) => list.join(''));

  it('[DS-107] comes between SO and SI from a field with input control', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const screen = new PresentationSpace({ codePage: cp930 });
        out(screen, 'F5 C3 1D 60 29 02 C0 40 FE 01 11 C1 D0 1D 60');
        screen.moveCursor(2);
        expect(screen.type(typed)).toMatchObject({ accepted: true, taken: typed.length });
        expect(decodeMixed(cp930, fieldSent(screen), 0, undefined, fail)).toBe(typed);
        expect(screen.fields()[1]?.text.replaceAll(' ', '')).toBe(typed.replaceAll(' ', ''));
      }),
    );
  });

  it('[DS-104] comes as pairs from a double-byte field, before blanks', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const wide = [...typed].filter((letter) => letter > '\u00ff').join('');
        const screen = new PresentationSpace({ codePage: cp930 });
        out(screen, 'F5 C3 1D 60 29 02 C0 41 43 F8 11 C1 D0 1D 60');
        screen.moveCursor(2);
        expect(screen.type(wide)).toMatchObject({ accepted: true, taken: wide.length });
        const sent = Uint8Array.of(0x0e, ...fieldSent(screen), 0x0f);
        expect(decodeMixed(cp930, sent, 0, undefined, fail).replace(/\u3000+$/, '')).toBe(wide);
      }),
    );
  });

  it('goes away with as many erasures as there are characters', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const screen = new PresentationSpace({ codePage: cp930 });
        out(screen, 'F5 C3 1D 60 29 02 C0 40 FE 01 11 C1 D0 1D 60');
        screen.moveCursor(2);
        screen.type(typed);
        for (const _ of typed) expect(screen.press('erase').accepted).toBe(true);
        expect(screen.cursor).toBe(2);
        expect(fieldSent(screen)).toEqual(new Uint8Array(0));
      }),
    );
  });
});

function fieldSent(screen: PresentationSpace): Uint8Array {
  const { record } = parseInbound(screen.readModified());
  if (record?.type !== 'readModified') throw new Error('the field was not sent');
  return record.fields[0]?.bytes as Uint8Array;
}

function fail(fault: string, offset: number): never {
  throw new Error(`${fault} at ${offset}`);
}
