import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.js';
import { cp037, createCodePage } from '../../src/codepage/index.js';
import { ask, bytes, display, out } from './helpers.js';

const CONTROL = /\p{Cc}/u;

describe('what the screen shows', () => {
  it('[SEC-124] no byte shows as a control, in any code page, with and without Graphic Escape', () => {
    const hostile = createCodePage({
      name: 'hostile',
      cgcsgid: 1,
      table: Uint16Array.from({ length: 256 }, (_, byte) => (byte === 0x40 ? 0x20 : byte & 0x9f)),
    });
    for (const codePage of [cp037, hostile]) {
      const screen = display({ codePage, defaultSize: { rows: 2, columns: 8 } });
      for (let byte = 0; byte < 256; byte++) {
        for (const orders of [[byte], [0x08, byte], [0x28, 0x43, 0xf1, byte], [0x3c, 0x40, 0xc5, byte]]) {
          screen.applyRecord(Uint8Array.from([0xf5, 0xc3, ...orders, 0x1d, 0x40, byte, 0x1d, 0x60]));
          const texts = [
            ...screen.text(),
            ...screen.fields().map((field) => field.text),
            screen.cell(0).character,
          ];
          expect([byte, texts.filter((text) => CONTROL.test(text))]).toEqual([byte, []]);
          expect(screen.text().every((text) => text.length === 8)).toBe(true);
        }
      }
    }
  });

  it('[DS-049, DS-050, DS-052] DUP, FM and SUB have a look of their own', () => {
    const screen = display();
    out(screen, 'F5 C3 1C 1E 3F 0C 0D 15 19 25 FF C1');
    expect(screen.text(0).trimEnd()).toBe('*;●      A');
  });

  it('[DS-042, DS-223] characters from the Graphic Escape set', () => {
    const screen = display();
    out(screen, 'F5 C3 08 85 28 43 F1 85 28 00 00 29 02 C0 60 43 F1 85 1D 60 85');
    expect(screen.text(0).trimEnd()).toBe('││ │ e');
    expect([0, 1, 3, 5].map((at) => screen.cell(at).graphicEscape)).toEqual([true, true, true, false]);
  });

  it('[DS-090] a hidden field is blank in the rows, and readable by name', () => {
    const screen = display();
    out(screen, 'F5 C3 1D 4C C1 C2 C3 1D 60 C4');
    expect(screen.text(0).trimEnd()).toBe('     D');
    expect(screen.fields()[0]).toMatchObject({ display: 'hidden', text: 'ABC' });
    expect([screen.cell(1).isHidden, screen.cell(5).isHidden]).toEqual([true, false]);
  });

  it('[DS-090, DS-147] a field that wraps hides the start of the first row', () => {
    const screen = display();
    out(screen, 'F5 C3 11 5D 7E 1D 4C C1 C2 C3 1D 60 C4');
    expect(screen.text(0).trimEnd()).toBe('   D');
    expect(screen.text()[23]).toBe(' '.repeat(80));
    expect(screen.fields().map(({ position, length, text }) => [position, length, text.trim()])).toEqual([
      [2, 1915, 'D'],
      [1918, 3, 'ABC'],
    ]);
  });

  it('[DS-108, DS-109] a character takes its own attributes, else the field, else what the field attribute says', () => {
    const screen = display();
    out(screen, 'F5 C3 29 03 C0 60 42 F6 41 F4 C1 28 42 F2 C2 28 41 F2 C3 28 45 F1 C4 1D 40 C5');
    const shown = [1, 2, 3, 4].map((at) => {
      const { foreground, highlighting, background } = screen.cell(at);
      return [foreground, highlighting, background];
    });
    expect(shown).toEqual([
      [0xf6, 0xf4, 0],
      [0xf2, 0xf4, 0],
      [0xf2, 0xf2, 0],
      [0xf2, 0xf2, 0xf1],
    ]);
    const bases = ['40', '48', '4C', '60', '68', '6C'].map((attribute) => {
      out(screen, `F5 C3 1D ${attribute} C1`);
      return screen.cell(1).foreground;
    });
    expect(bases).toEqual([0xf4, 0xf2, 0xf2, 0xf1, 0xf7, 0xf7]);
    out(screen, 'F5 C3 C1');
    expect(screen.cell(0).foreground).toBe(0xf4);
  });

  it('[DS-224] a monochrome device takes colours, and neither stores nor reports them', () => {
    const screen = display({ colour: false });
    out(screen, 'F5 C3 29 04 C0 60 42 F2 45 F1 41 F2 28 42 F4 28 41 F4 C1');
    out(screen, 'F3 00 09 09 00 02 41 42 43 45');
    expect(ask(screen, 'F2')).toBe(bytes('60 40 40 29 02 C0 60 41 F2 28 41 F4 C1 28 41 00 00*1918'));
    expect(screen.cell(1)).toMatchObject({ foreground: 0, highlighting: 0xf4 });
    expect(ask(screen, 'F3 00 07 01 FF 03 00 86')).toMatch(/^8800268186001000f4f100f200/);
  });

  it('[DS-093, DS-100, DS-101] fields with all that an order can say of them', () => {
    const screen = display();
    out(screen, 'F5 C3 29 07 C0 D9 C1 06 C2 05 41 F2 42 F4 43 F1 45 F6 08 85 1D 60 1D F0');
    expect(screen.fields()).toEqual([
      {
        position: 0,
        length: 1,
        attribute: 0x19,
        isProtected: false,
        isNumeric: true,
        display: 'intensified',
        isModified: true,
        validation: 6,
        outlining: 5,
        inputControl: false,
        highlighting: 0xf2,
        foreground: 0xf4,
        background: 0xf6,
        characterSet: 0xf1,
        transparency: 0,
        text: '│',
      },
      expect.objectContaining({ position: 2, length: 0, isProtected: true, isNumeric: false, text: '' }),
      expect.objectContaining({ position: 3, length: 1916, isProtected: true, isNumeric: true }),
    ]);
  });

  it('gives out the codes and the attributes for tools', () => {
    const screen = display();
    out(screen, 'F5 C3 C1 1D 4D C2 29 02 C0 60 42 F2 01 C3');
    expect(toHex(screen.characterPlane().subarray(0, 6))).toBe(bytes('C1 01 C2 01 C3 00'));
    expect(screen.attributesAt()).toEqual([
      [1, 0x0d, expect.objectContaining({ foreground: 0 })],
      [3, 0x20, expect.objectContaining({ foreground: 0xf2, highlighting: 0 })],
    ]);
  });

  it('[SEC-130] lists a field at every position of the largest screen', () => {
    const screen = display({ defaultSize: { rows: 128, columns: 128 } });
    screen.applyRecord(fromHex(`F5 C3 ${'1D 40'.repeat(16384)}`));
    expect(screen.fields()).toHaveLength(16384);
    expect(screen.text().join('')).toBe(' '.repeat(16384));
  });
});
