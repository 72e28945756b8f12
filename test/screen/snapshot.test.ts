import { describe, expect, it } from 'vitest';
import { type SnapshotObject, SnapshotReader, toHex } from '../../src/bytes/index.js';
import type { PresentationSpace } from '../../src/screen/index.js';
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
