import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findText, type StyledRun, wordsOfRow } from '../../src/screen/index.js';
import { display, out } from './helpers.js';

/** A protected title, a hidden field `SECRET`, an input field, and text over the end of the first row. */
const LOGON =
  'F5 C3 1D 60 D9 85 81 84 A8 1D 6C E2 C5 C3 D9 C5 E3 1D 40 C1 C2 1D 60 11 C1 4D C8 C5 D3 D3 D6 40 E6';

describe('search', () => {
  it('finds text as it is shown, by position', () => {
    const screen = display();
    out(screen, LOGON);
    expect(findText(screen, 'Ready')).toBe(1);
    expect(findText(screen, 'ready')).toBeUndefined();
    expect(findText(screen, 'READY', { ignoreCase: true })).toBe(1);
    expect(findText(screen, 'Ready', { from: 1 })).toBe(1);
    expect(findText(screen, 'Ready', { from: 2 })).toBeUndefined();
    expect(findText(screen, 'y       ')).toBe(5);
  });

  it('[DS-057] goes on from the end of a row to the next, and not from the end of the screen to its start', () => {
    const screen = display();
    out(screen, LOGON);
    expect(findText(screen, 'HELLO W')).toBe(77);
    out(screen, 'F5 C3 11 5D 7F C1 C2');
    expect(findText(screen, 'AB')).toBeUndefined();
    expect([findText(screen, 'A'), findText(screen, 'B')]).toEqual([1919, 0]);
  });

  it('[DS-090] what a hidden field holds is not found', () => {
    const screen = display();
    out(screen, LOGON);
    expect(findText(screen, 'SECRET')).toBeUndefined();
    expect(findText(screen, 'secret', { ignoreCase: true })).toBeUndefined();
  });

  it('ignores case where a letter has no single capital, without moving what stands behind it', () => {
    const screen = display();
    out(screen, 'F5 C3 59 E7 A7 82'); // sharp s, X, x, b
    expect(screen.text(0).trimEnd()).toBe('ßXxb');
    expect(findText(screen, 'xB', { ignoreCase: true })).toBe(2);
    expect(findText(screen, 'ßx', { ignoreCase: true })).toBe(0);
    expect(findText(screen, 'SS', { ignoreCase: true })).toBeUndefined();
  });

  it('refuses an empty text and a position that is not on the screen', () => {
    const screen = display();
    expect(() => findText(screen, '')).toThrow('text to find');
    expect(() => findText(screen, 'A', { from: 1920 })).toThrow('from position must be');
    expect(() => findText(screen, 'A', { from: -1 })).toThrow('from position must be');
  });
});

describe('words', () => {
  it('are parted by blanks, nulls, field attributes and hidden fields', () => {
    const screen = display();
    out(screen, LOGON);
    expect(wordsOfRow(screen, 0)).toEqual([
      { column: 1, width: 5, text: 'Ready' },
      { column: 14, width: 2, text: 'AB' },
      { column: 77, width: 3, text: 'HEL' },
    ]);
    expect(wordsOfRow(screen, 1)).toEqual([
      { column: 0, width: 2, text: 'LO' },
      { column: 3, width: 1, text: 'W' },
    ]);
    expect(wordsOfRow(screen, 2)).toEqual([]);
    expect(() => wordsOfRow(screen, 24)).toThrow('row must be');
  });
});

describe('runs', () => {
  function short({ column, text, foreground, background, highlighting }: StyledRun): unknown {
    return [column, text.trimEnd(), foreground, background, highlighting];
  }

  it('[DS-108, DS-109] join what looks alike, with the attributes of character, field, or device', () => {
    const screen = display();
    out(screen, 'F5 C3 1D 60 C1 28 42 F2 C2 C3 28 00 00 C4 29 03 C0 40 41 F4 45 F1 C5 C6 1D 60 28 41 F2 C7');
    expect(screen.runs(0).map(short)).toEqual([
      [0, '', 0, 0, 0],
      [1, 'A', 0xf1, 0, 0],
      [2, 'BC', 0xf2, 0, 0],
      [4, 'D', 0xf1, 0, 0],
      [5, '', 0, 0, 0],
      [6, 'EF', 0xf4, 0xf1, 0xf4],
      [8, '', 0, 0, 0],
      [9, 'G', 0xf1, 0, 0xf2],
      [10, '', 0xf1, 0, 0],
    ]);
  });

  it('cover every column of every row once', () => {
    const screen = display();
    out(screen, LOGON);
    for (let row = 0; row < 24; row++) {
      const runs = screen.runs(row);
      expect(runs.map((run) => run.text).join('')).toBe(screen.text(row));
      let column = 0;
      for (const run of runs) {
        expect(run.column).toBe(column);
        column += run.text.length;
      }
    }
    expect(() => screen.runs(24)).toThrow('row must be');
  });

  it('[DS-090] a hidden field is blank and says so, an intensified one too', () => {
    const screen = display();
    out(screen, 'F5 C3 1D 4C C1 C2 1D E8 C3 1D 60');
    expect(screen.runs(0).map((run) => [run.text.trim(), run.isHidden, run.isIntensified])).toEqual([
      ['', false, false],
      ['', true, false],
      ['', false, false],
      ['C', false, true],
      ['', false, false],
      ['', false, false],
    ]);
  });
});

describe('changes since the last look', () => {
  it('are everything at first, then nothing, then the part of a row that was written', () => {
    const screen = display();
    const watch = screen.watch();
    const first = watch.changes();
    expect([first.resized, first.cursorMoved, first.regions.length]).toEqual([true, true, 24]);
    expect(first.regions[23]).toEqual({ row: 23, start: 0, end: 80 });
    expect(watch.changes()).toEqual({ resized: false, cursorMoved: false, regions: [] });
    out(screen, 'F1 C2 11 C1 D4 C1 C2 11 C1 D9 C3 13'); // 84, 85 and 89
    expect(watch.changes()).toEqual({
      resized: false,
      cursorMoved: true,
      regions: [{ row: 1, start: 4, end: 10 }],
    });
    out(screen, 'F1 C2 11 C1 D4 C1 C2');
    expect(watch.changes().regions).toEqual([]);
  });

  it('go through a field whose attribute changes its look, over the end of the screen, and not for MDT', () => {
    const screen = display();
    out(screen, 'F5 C3 11 5D 7E 1D 40 C1 C2 1D 60');
    const watch = screen.watch();
    watch.changes();
    out(screen, 'F1 C2 11 5D 7E 2C 01 C0 C1'); // MDT only
    expect(watch.changes().regions).toEqual([]);
    out(screen, 'F1 C2 11 5D 7E 2C 01 42 F2');
    expect(watch.changes().regions).toEqual([
      { row: 0, start: 0, end: 1 },
      { row: 23, start: 79, end: 80 },
    ]);
    out(screen, 'F1 C2 11 5D 7E 00'); // the attribute goes: all of it takes its look from the other field
    expect(watch.changes().regions).toEqual([
      { row: 0, start: 0, end: 1 },
      { row: 23, start: 78, end: 80 },
    ]);
  });

  it('[DS-167] are everything again in another size', () => {
    const screen = display({ alternateSize: { rows: 27, columns: 132 } });
    const watch = screen.watch();
    watch.changes();
    out(screen, '7E C3 C1');
    const changes = watch.changes();
    expect([changes.resized, changes.regions.length]).toEqual([true, 27]);
    expect(changes.regions[0]).toEqual({ row: 0, start: 0, end: 132 });
    out(screen, 'F1 C2 11 40 40 C2');
    expect(watch.changes().regions).toEqual([{ row: 0, start: 0, end: 1 }]);
  });

  it('have a memory of their own for each who looks', () => {
    const screen = display();
    const [one, other] = [screen.watch(), screen.watch()];
    one.changes();
    other.changes();
    screen.keyboard.apply('restored');
    screen.type('x');
    expect(one.changes().regions).toEqual([{ row: 0, start: 0, end: 1 }]);
    expect(other.changes().regions).toEqual([{ row: 0, start: 0, end: 1 }]);
    expect(one.changes().regions).toEqual([]);
  });

  it('leave nothing out: what lies outside looks as before, whatever is written', () => {
    const size = { rows: 3, columns: 8 };
    const order = fc.oneof(
      fc.constantFrom([0x1d, 0x40], [0x1d, 0x60], [0x1d, 0x6c], [0x1d, 0xe8]),
      fc.constantFrom([0x28, 0x42, 0xf2], [0x28, 0x41, 0xf4], [0x28, 0, 0]),
      fc.constantFrom([0x2c, 1, 0x42, 0xf3], [0x2c, 1, 0xc0, 0x4c], [0x2c, 1, 0x43, 0xf1]),
      fc.nat(23).map((at) => [0x11, 0, at]),
      fc.constantFrom([0xc1], [0xc2], [0x00], [0x85]),
    );
    const write = fc
      .array(order, { maxLength: 8 })
      .map((orders) => Uint8Array.of(0xf1, 0xc2, ...orders.flat()));
    fc.assert(
      fc.property(fc.array(write, { minLength: 2, maxLength: 6 }), (writes) => {
        const screen = display({ defaultSize: size });
        const watch = screen.watch();
        watch.changes();
        for (const record of writes) {
          const before = looks();
          screen.applyRecord(record);
          const { regions } = watch.changes();
          looks().forEach((look, position) => {
            const column = position % 8;
            const inside = regions.some(
              ({ row, start, end }) => row === Math.floor(position / 8) && start <= column && column < end,
            );
            if (!inside) expect([position, look]).toEqual([position, before[position]]);
          });
        }

        /** How each position looks, by the runs. */
        function looks(): string[] {
          return [0, 1, 2].flatMap((row) =>
            screen
              .runs(row)
              .flatMap(({ text, column: _, width: __, ...look }) =>
                [...text].map((character) => character + JSON.stringify(look)),
              ),
          );
        }
      }),
      { numRuns: 200 },
    );
  });

  it('[SEC-127] what is handed out is not looked at again', () => {
    const screen = display();
    const watch = screen.watch();
    const { regions } = watch.changes();
    (regions as unknown[]).length = 0;
    for (const run of screen.runs(0)) Object.assign(run, { text: 'changed' });
    expect(screen.text(0)).toBe(' '.repeat(80));
    expect(watch.changes().regions).toEqual([]);
  });
});
