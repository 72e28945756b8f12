import { describe, expect, it } from 'vitest';
import { asciiBytes, SnapshotReader } from '../../src/bytes/index.js';
import { display, out } from './helpers.js';

const FIVE = asciiBytes('abcde');

function rows(screen: ReturnType<typeof display>): string[] {
  return screen.text().map((row) => row.trimEnd());
}

describe('the surface of a virtual terminal', () => {
  it('puts characters at the cursor, no further than the line, and leaves the cursor', () => {
    const screen = display({ defaultSize: { rows: 2, columns: 4 } });
    screen.nvt.cursor = 1;
    screen.nvt.put(FIVE, 0, 5, false);
    expect(rows(screen)).toEqual([' abc', '']);
    expect(screen.nvt.cursor).toBe(1);
  });

  it('[SEC-125] shows a control that is put as a blank', () => {
    const screen = display({ defaultSize: { rows: 1, columns: 4 } });
    screen.nvt.put(Uint8Array.of(0x1b, 0x9b, 0x7f, 0x41), 0, 4, false);
    expect(screen.text(0)).toBe('   A');
    screen.nvt.put(Uint8Array.of(0x1b, 0x5f, 0x7f, 0x7e), 0, 4, true);
    expect(screen.text(0)).toBe('   ·');
  });

  it('cuts all arguments to the screen', () => {
    const screen = display({ defaultSize: { rows: 2, columns: 4 } });
    const { nvt } = screen;
    nvt.put(FIVE, 0, 4, false);
    nvt.erase(-5, -1);
    nvt.erase(100, 200);
    nvt.insertLines(5, 9, 3);
    nvt.deleteLines(5, 9, 3);
    nvt.cursor = 99;
    expect(nvt.cursor).toBe(7);
    nvt.put(FIVE, 0, 5, false);
    expect(rows(screen)).toEqual(['abcd', '   a']);
    nvt.insertCharacters(9);
    nvt.deleteLines(0, 99, 99);
    nvt.cursor = -1;
    expect([nvt.cursor, rows(screen)]).toEqual([0, ['', '']]);
  });

  it('takes fields away before characters move, so that none is left without its attribute', () => {
    for (const move of ['insertLines', 'deleteLines'] as const) {
      const screen = display();
      out(screen, 'f5 c3 11 c1 50 1d f0 c1 11 c2 60 1d 40 c2');
      screen.nvt[move](0, 24, 1);
      expect([screen.formatted, screen.fields()]).toEqual([false, []]);
      expect(screen.characterPlane().includes(0x01)).toBe(false);
    }
  });

  it('a character that is put on a field attribute takes its place', () => {
    const screen = display();
    out(screen, 'f5 c3 11 40 40 1d f0 c1 11 c2 60 1d 40 c2');
    screen.nvt.put(FIVE, 0, 1, false);
    expect(screen.fields().map(({ position }) => position)).toEqual([160]);
  });

  it('[DS-144] [DS-147] reads see nulls where NVT text is', () => {
    const screen = display({ defaultSize: { rows: 1, columns: 4 } });
    screen.type('A');
    screen.nvt.put(FIVE, 0, 2, false);
    expect([...screen.readBuffer().subarray(3)]).toEqual([0xc1, 0, 0, 0]);
    expect([...screen.readModified().subarray(3)]).toEqual([0xc1]);
    expect([...screen.readSscpLu()]).toEqual([0xc1]);
  });

  it('the alternate buffer gives the main one back, also behind a snapshot', () => {
    const screen = display({ defaultSize: { rows: 1, columns: 4 } });
    screen.nvt.put(FIVE, 0, 4, false);
    screen.nvt.showAlternate();
    screen.nvt.put(FIVE, 4, 5, false);
    expect([screen.nvt.alternate, rows(screen)]).toEqual([true, ['e']]);
    const other = display({ defaultSize: { rows: 1, columns: 4 } });
    other.restore(new SnapshotReader(screen.snapshot()));
    other.nvt.restore(new SnapshotReader(screen.nvt.snapshot()));
    other.nvt.showMain();
    expect([other.nvt.alternate, rows(other)]).toEqual([false, ['abcd']]);
    screen.nvt.reset();
    screen.nvt.showMain();
    expect(rows(screen)).toEqual(['e']);
  });
});
