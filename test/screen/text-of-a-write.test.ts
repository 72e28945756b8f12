import { describe, expect, it } from 'vitest';
import { BYTE_KIND, byteKindOf, ORDERS } from '../../src/datastream/index.js';
import type { PresentationSpace } from '../../src/screen/index.js';
import { ask, bytes, display, out } from './helpers.js';

const EVERY_BYTE = Array.from({ length: 256 }, (_, byte) => byte);
/** Characters before the byte that is tried: it comes at each place of a loop that takes several at once. */
const LEADS = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;

/** A screen full of `C5`. */
function filled(): PresentationSpace {
  const screen = display();
  out(screen, 'F5 C3 3C 40 40 C5');
  return screen;
}

/** Writes a byte behind `lead` characters `C1`, with the bytes of `tail` behind it. */
function write(
  screen: PresentationSpace,
  lead: number,
  byte: number,
  ...tail: readonly number[]
): Uint8Array {
  const text = new Array<number>(lead).fill(0xc1);
  screen.applyRecord(Uint8Array.of(0xf1, 0x40, 0x11, 0x40, 0x40, ...text, byte, ...tail));
  return screen.characterPlane();
}

function isKept(kind: number | undefined): boolean {
  return kind === BYTE_KIND.character || kind === BYTE_KIND.formatControl;
}

describe('each of the 256 bytes in the text of a write', () => {
  it('[DS-033, DS-043, DS-054, SEC-091] is stored where the table of bytes says so, at the end of a record', () => {
    for (const byte of EVERY_BYTE) {
      for (const lead of LEADS) {
        const plane = write(filled(), lead, byte);
        const behind = byte === ORDERS.programTab && lead > 0 ? 0 : 0xc5; // a tab clears behind data (DS-065)
        const expected = isKept(byteKindOf(byte)) ? byte : behind;
        expect([byte, lead, ...plane.subarray(0, lead + 2)]).toEqual([
          byte,
          lead,
          ...new Array<number>(lead).fill(0xc1),
          expected,
          behind,
        ]);
      }
    }
  });

  it('[DS-033, DS-043, DS-054, SEC-091] and between others, which go on behind it', () => {
    for (const byte of EVERY_BYTE) {
      for (const lead of LEADS) {
        const plane = write(filled(), lead, byte, 0xc2, 0xc2, 0xc2, 0xc2, 0xc2);
        if (isKept(byteKindOf(byte))) {
          expect([byte, lead, plane[lead], plane[lead + 1]]).toEqual([byte, lead, byte, 0xc2]);
        } else if (byteKindOf(byte) === BYTE_KIND.undefined) {
          expect([byte, lead, plane[lead]]).toEqual([byte, lead, 0xc2]);
        } else expect(plane[lead]).not.toBe(byte);
      }
    }
  });

  it('[DS-065] counts as data for a Program Tab behind it only where it is a character', () => {
    for (const byte of EVERY_BYTE) {
      if (!isKept(byteKindOf(byte))) continue;
      for (const lead of LEADS) {
        const plane = write(filled(), lead, byte, 0x05);
        const cleared = byteKindOf(byte) === BYTE_KIND.character;
        expect([byte, lead, plane[lead + 1], plane[1919]]).toEqual([
          byte,
          lead,
          ...(cleared ? [0, 0] : [0xc5, 0xc5]),
        ]);
      }
    }
  });
});

describe('Set Attribute within text', () => {
  it('[DS-071] changes the characters behind it, and none before', () => {
    const screen = display();
    out(screen, 'F5 C3 C1 28 42 F2 C2 28 41 F4 28 45 F1 C3 C4 C5 C6 C7 28 00 00 C8');
    const shown = [0, 1, 2, 6, 7].map((position) => {
      const { foreground, background, highlighting } = screen.cell(position);
      return [foreground, background, highlighting];
    });
    expect(shown).toEqual([
      [0xf4, 0, 0],
      [0xf2, 0, 0],
      [0xf2, 0xf1, 0xf4],
      [0xf2, 0xf1, 0xf4],
      [0xf4, 0, 0],
    ]);
  });

  it('[DS-065] is an order for a Program Tab behind it', () => {
    for (const [orders, kept] of [
      ['C1 28 42 F2 05', 0xc5],
      ['C1 28 42 F2 C1 05', 0],
      ['28 42 F2 C1 28 00 00 05', 0xc5],
    ] as const) {
      const screen = filled();
      out(screen, `F1 40 11 40 40 ${orders}`);
      expect([orders, screen.characterPlane()[100]]).toEqual([orders, kept]);
    }
  });

  it('[DS-022, DS-227] that is cut ends the write behind what stands before it', () => {
    for (const cut of ['28', '28 42']) {
      const screen = display();
      const { status, faults } = out(screen, `F5 C3 C1 28 42 F2 C2 ${cut}`);
      expect([status, faults.map(({ code, offset }) => [code, offset])]).toEqual([
        'operationCheck',
        [['order-truncated', 7]],
      ]);
      expect(screen.text(0).slice(0, 3)).toBe('AB ');
      expect(screen.cell(1).foreground).toBe(0xf2);
    }
  });

  it('[DS-057] goes on at 0 with the attributes in force', () => {
    const screen = display();
    out(screen, 'F5 C3 11 5D 7E C1 28 42 F2 C2 C3 28 42 F6 C4');
    expect(ask(screen, 'F2').slice(6, 10)).toBe(bytes('C3 C4'));
    expect([1918, 1919, 0, 1].map((position) => screen.cell(position).foreground)).toEqual([
      0xf4, 0xf2, 0xf2, 0xf6,
    ]);
    out(screen, 'F1 40 11 5D 7F C1 28 00 00 C2');
    expect([1919, 0, 1].map((position) => screen.cell(position).foreground)).toEqual([0xf4, 0xf4, 0xf6]);
  });

  it('[DS-075] text over field attributes removes them, before and behind the end of the screen', () => {
    const screen = display();
    out(screen, 'F5 C3 1D 40 1D 60 1D 40 11 5D 7E 1D 60 1D 40');
    out(screen, 'F1 40 11 5D 7E C1 28 42 F2 C2 C3 C4');
    expect(screen.fields().map(({ position }) => position)).toEqual([2]);
  });
});
