import { describe, expect, it } from 'vitest';
import { SnapshotReader } from '../../src/bytes/index.js';
import { cp930, cp1390 } from '../../src/codepage/japanese/index.js';
import {
  findText,
  type OutboundResult,
  type PresentationSpace,
  screenToAnsi,
  screenToHtml,
  screenToJson,
  screenToText,
  wordsOfRow,
} from '../../src/screen/index.js';
import { ask, bytes, display, out } from './helpers.js';

function japanese(): PresentationSpace {
  return display({ codePage: cp930 });
}

function codes({ faults }: OutboundResult): string[] {
  return faults.map(({ code }) => code);
}

/** 45 8E is 内, 46 94 外, 45 66 本, 45 62 日. */
const SUBFIELD = 'F5 C3 1D 40 C1 0E 45 8E 46 94 0F C2 1D 60';
const FIELD = 'F5 C3 1D 60 29 02 C0 40 43 F8 45 8E 46 94 1D 60';

describe('double-byte text that a host writes', () => {
  it('[DS-046] stands between SO and SI, and comes back so', () => {
    const screen = japanese();
    expect(out(screen, SUBFIELD).status).toBe('accepted');
    expect(screen.text(0).trimEnd()).toBe(' A 内外 B');
    expect(ask(screen, 'F2')).toBe(bytes('60 40 40 1D 40 C1 0E 45 8E 46 94 0F C2 1D 60 00*1910'));
  });

  it('[DS-104, DS-223] stands in a field of character set F8, which reads tell', () => {
    const screen = japanese();
    expect(out(screen, FIELD).status).toBe('accepted');
    expect(screen.text(0).trimEnd()).toBe('  内外');
    expect(screen.fields()[1]).toMatchObject({ characterSet: 0xf8, text: '内外', length: 4 });
    out(screen, 'F3 00 06 09 00 02 43');
    expect(ask(screen, 'F2')).toContain(bytes('29 02 C0 40 43 F8 45 8E 46 94 29 01 C0 60'));
  });

  it('[DS-104, DS-161] stands under Set Attribute 43 F8, which reads in character mode tell', () => {
    const screen = japanese();
    out(screen, 'F3 00 06 09 00 02 43');
    expect(out(screen, 'F1 C3 1D 41 C1 28 43 F8 45 8E 28 43 00 C2').status).toBe('accepted');
    expect(screen.text(0).trimEnd()).toBe(' A内B');
    expect(ask(screen, 'F6')).toBe(bytes('60 40 40 11 40 C1 C1 28 43 F8 45 8E 28 43 00 C2'));
  });

  it('[DS-104] is nothing special with a single-byte code page: F8 and input control are the default', () => {
    const screen = display();
    out(screen, 'F5 C3 29 03 C0 40 43 F8 FE 01 28 43 F8 C1 0E C2 C3 0F');
    expect(screen.fields()[0]).toMatchObject({ characterSet: 0, inputControl: false });
    expect(screen.text(0).trimEnd()).toBe(' A BC');
    expect(screen.cell(1)).toMatchObject({ character: 'A', width: 1, characterSet: 0 });
  });

  it('[DS-107] remembers input control of a field', () => {
    const screen = japanese();
    out(screen, 'F5 C3 29 02 C0 40 FE 01 1D 40 29 02 C0 40 FE 00');
    expect(screen.fields().map(({ inputControl }) => inputControl)).toEqual([true, false, false]);
    out(screen, 'F1 C3 11 40 40 2C 01 FE 00');
    expect(screen.fields()[0]?.inputControl).toBe(false);
  });

  it('[DS-147] goes on at position 0 in a field that does', () => {
    const screen = japanese();
    out(screen, 'F5 C3 1D 60 11 5D 7D 29 02 C0 40 43 F8 45 8E 46 94');
    // 1917 is the attribute; 1918 and 1919 are a pair, and the next one has replaced the attribute at 0.
    expect(screen.fields()[0]).toMatchObject({ position: 1917, characterSet: 0xf8 });
    expect(screen.fields()[0]?.text.startsWith('内外')).toBe(true);
    expect(screen.cell(0)).toMatchObject({ character: '外', width: 2 });
  });
});

describe('[SEC-092] what is wrong with double-byte text', () => {
  const refused: readonly (readonly [about: string, record: string, code: string, text: string])[] = [
    ['SO twice', 'F5 C3 1D 40 0E 0E 45 8E', 'shift-misplaced', ''],
    ['SI without SO', 'F5 C3 1D 40 C1 0F C2', 'shift-misplaced', ' A'],
    ['SO in a double-byte field', 'F5 C3 1D 60 29 02 C0 40 43 F8 45 8E 0E', 'shift-misplaced', '  内'],
    ['SI in a double-byte field', 'F5 C3 1D 60 29 02 C0 40 43 F8 45 8E 0F', 'shift-misplaced', '  内'],
    ['an odd byte', 'F5 C3 1D 40 0E 45 8E 46', 'double-byte-split', '  内'],
    ['no pair', 'F5 C3 1D 40 0E 45 8E 46 15', 'double-byte-invalid', '  内'],
    ['a control', 'F5 C3 1D 40 0E 45 8E 1C', 'double-byte-invalid', '  内'],
    ['data from a right half on', `${SUBFIELD} 11 40 C4 C1`, 'double-byte-split', ' A 内外 B'],
    ['SO at a right half', `${SUBFIELD} 11 40 C4 0E`, 'double-byte-split', ' A 内外 B'],
    ['RA from a right half on', `${SUBFIELD} 11 40 C4 3C 40 C5 45 8E`, 'double-byte-split', ' A 内外 B'],
    ['RA over an odd count', `${FIELD} 11 40 C2 3C 40 C5 45 8E`, 'double-byte-split', '  内外'],
    ['RA of what is no pair', `${FIELD} 11 40 C2 3C 40 C4 45 1D`, 'double-byte-invalid', '  内外'],
    ['RA with half a pair', `${FIELD} 11 40 C2 3C 40 C4 45`, 'order-truncated', '  内外'],
    ['EUA from a right half on', `${FIELD} 11 40 C3 12 40 40`, 'double-byte-split', '  内外'],
    [
      'RA over the end without fields that would cut a pair',
      'F5 C3 C1 11 5D 7D 28 43 F8 3C 40 C1 45 8E',
      'double-byte-split',
      'A',
    ],
    ['a pair at the last position without fields', 'F5 C3 C1 11 5D 7E 0E 45 8E', 'double-byte-split', 'A'],
  ];
  for (const [about, record, code, text] of refused) {
    it(`${about}: the write stops there`, () => {
      const screen = japanese();
      const result = out(screen, record);
      expect(result.status).toBe('operationCheck');
      expect(codes(result)).toContain(code);
      expect(screen.text(0).trimEnd()).toBe(text);
    });
  }

  it('a Graphic Escape or another set between SO and SI is taken out, and an operation check', () => {
    const screen = japanese();
    const result = out(screen, 'F5 C3 1D 40 0E 08 45 08 8E 0F');
    expect(result.status).toBe('operationCheck');
    expect(codes(result)).toEqual(['double-byte-invalid']);
    expect(screen.text(0).trimEnd()).toBe('  内');
    expect(ask(screen, 'F2')).toContain(bytes('0E 45 8E 0F'));
  });

  it('a field that ends between SO and SI is told, and what follows is read all the same', () => {
    const screen = japanese();
    const result = out(screen, 'F5 C3 1D 40 0E 45 8E 1D 60 C1');
    expect(result.status).toBe('accepted');
    expect(codes(result)).toEqual(['shift-out-open']);
    expect(screen.text(0).trimEnd()).toBe('  内 A');
  });

  it('an SO behind one that another field left open is an operation check; its text is shown', () => {
    const screen = japanese();
    const result = out(screen, 'F5 C3 1D 40 0E 45 8E 1D 60 0E 46 94 0F');
    expect(result.status).toBe('operationCheck');
    expect(screen.text(0).trimEnd()).toBe('  内  外');
  });

  it('bytes that are no pairs any more become blanks, and half a pair null', () => {
    const screen = japanese();
    out(screen, 'F5 C3 1D 60 1D 40 45 8E 00 46 94 C1 C2 1D 60');
    expect(out(screen, 'F1 C3 11 40 C1 2C 01 43 F8').status).toBe('accepted');
    expect(ask(screen, 'F2')).toContain(bytes('1D 40 45 8E 40 40 94 C1 00 1D 60'));
  });

  it('nulls of a double-byte field become blanks with the next write, as in x3270', () => {
    const screen = japanese();
    out(screen, 'F5 C3 1D 60 29 02 C0 40 43 F8 45 8E 00 00 00 1D 60');
    expect(ask(screen, 'F2')).toContain(bytes('45 8E 40 40 00 1D 60'));
    out(screen, '6F');
    expect(ask(screen, 'F2')).toContain(bytes('1D 40 00*5 1D 60'));
  });
});

describe('what a screen with double-byte text gives out', () => {
  it('cells: the character at its left half, two columns wide', () => {
    const screen = japanese();
    out(screen, SUBFIELD);
    expect(
      [2, 3, 4, 5, 6, 7].map((at) => screen.cell(at)).map(({ character, width }) => [character, width]),
    ).toEqual([
      [' ', 1],
      ['内', 2],
      ['', 0],
      ['外', 2],
      ['', 0],
      [' ', 1],
    ]);
    expect(screen.cell(3).code).toBe(0x45);
    expect(screen.cell(4).code).toBe(0x8e);
  });

  it('rows, as wide as the screen; a pair that a row cuts is blank there, and whole in the field', () => {
    const screen = japanese();
    out(screen, 'F5 C3 1D 60 11 C1 4E 29 02 C0 40 43 F8 45 8E 1D 60'); // attribute at 78, pair at 79 and 80
    expect(screen.text(0)).toBe(' '.repeat(80));
    expect(screen.text(1)).toBe(' '.repeat(80));
    expect(screen.fields()[1]).toMatchObject({ position: 78, text: '内' });
    expect(screen.runs(0).reduce((sum, { width }) => sum + width, 0)).toBe(80);
    expect(screen.shown().text).toContain('内');
    expect(findText(screen, '内')).toBe(79);
  });

  it('words and places by columns', () => {
    const screen = japanese();
    out(screen, 'F5 C3 C1 0E 45 8E 46 94 0F C2 40 0E 45 62 40 40 45 66 0F C3');
    expect(wordsOfRow(screen, 0)).toEqual([
      { column: 0, width: 1, text: 'A' },
      { column: 2, width: 4, text: '内外' },
      { column: 7, width: 1, text: 'B' },
      { column: 10, width: 2, text: '日' },
      { column: 14, width: 2, text: '本' },
      { column: 17, width: 1, text: 'C' },
    ]);
    expect(findText(screen, '外')).toBe(4);
    expect(findText(screen, 'B')).toBe(7);
    expect(findText(screen, 'c', { ignoreCase: true, from: 8 })).toBe(17);
    expect(findText(screen, '内', { from: 3 })).toBeUndefined();
  });

  it('runs of wide and of narrow characters', () => {
    const screen = japanese();
    out(screen, 'F5 C3 C1 0E 45 8E 46 94 0F C2');
    expect(
      screen.runs(0).map(({ column, width, text, isWide }) => [column, width, text.trimEnd(), isWide]),
    ).toEqual([
      [0, 2, 'A', false],
      [2, 4, '内外', true],
      [6, 74, ' B', false],
    ]);
  });

  it('a letter with a mark as one character in a run of its own', () => {
    const sequence = 'か\u309a';
    const pair = cp1390.doubleByte.encodeAt(sequence, 0);
    const screen = display({ codePage: cp1390 });
    out(screen, `F5 C3 0E 45 62 ${pair.toString(16)} 45 62 0F`);
    expect(
      screen
        .runs(0)
        .slice(1, 4)
        .map(({ width, text }) => [width, text]),
    ).toEqual([
      [2, '日'],
      [2, sequence],
      [2, '日'],
    ]);
    expect(screen.cell(3)).toMatchObject({ character: sequence, width: 2 });
    const { text, positions } = screen.shown(0);
    expect([text.indexOf(sequence), positions?.[text.indexOf(sequence)]]).toEqual([2, 3]);
    expect(screenToHtml(screen)).toContain(`>${sequence}</span>`);
  });

  it('hidden double-byte text not at all', () => {
    const screen = japanese();
    out(screen, 'F5 C3 29 02 C0 4C 43 F8 45 8E 1D 60 29 02 C0 60 43 F8 46 94 1D 60');
    expect(screen.text(0).trimEnd()).toBe('     外');
    expect(
      screen
        .runs(0)
        .map(({ text }) => text)
        .join(''),
    ).toBe(screen.text(0));
    expect(screenToJson(screen).fields[0]?.text).toBe('  ');
  });

  it('text, ANSI, HTML and JSON', () => {
    const screen = japanese();
    out(screen, `${SUBFIELD} 0E 41 61 45 62 0F`);
    expect(screenToText(screen).split('\n')[0]).toBe(
      ' A 内外 B  \u0391日'.replace('\u0391', screen.cell(11).character),
    );
    const ambiguous = screen.cell(11).character;
    // Two columns in one terminal, one in another: the column behind it is said.
    expect(screenToAnsi(screen).split('\n')[0]).toContain(`${ambiguous}\x1b[14G日`);
    expect(screenToAnsi(screen)).toContain('内外');
    expect(screenToHtml(screen)).toContain('<span style="display:inline-block;width:2ch">内</span>');
    expect(screenToHtml(screen, { classPrefix: 'x-' })).toContain('<span class="x-wide">外</span>');
    expect(screenToJson(screen).text[0]).toBe(screen.text(0));
  });

  it('changes of whole characters', () => {
    const screen = japanese();
    out(screen, SUBFIELD);
    const watch = screen.watch();
    watch.changes();
    out(screen, 'F1 C3 11 40 C3 45 66'); // 45 66 for 45 8E: only the right half is another byte
    expect(watch.changes().regions).toEqual([{ row: 0, start: 3, end: 5 }]);
    out(screen, 'F1 C3 11 40 C2 1D 40'); // no SO any more: all of the text looks otherwise
    expect(watch.changes().regions).toEqual([{ row: 0, start: 2, end: 7 }]);
  });

  it('in whichever size', () => {
    const screen = display({ codePage: cp930, alternateSize: { rows: 43, columns: 80 } });
    const watch = screen.watch();
    out(screen, '7E C3 11 0D 2F 0E 45 8E 0F'); // 3375 in 14 bits
    expect(screen.text(42).trim()).toBe('内');
    expect(findText(screen, '内')).toBe(3376);
    watch.changes();
    out(screen, SUBFIELD);
    expect(screen.text().length).toBe(24);
    expect(watch.changes().resized).toBe(true);
    out(screen, '7E C3 11 0D 2F 0E 46 94 0F');
    expect(findText(screen, '外')).toBe(3376);
    screen.reset();
    expect(screen.text().join('').trim()).toBe('');
  });

  it('the same after a snapshot', () => {
    const screen = japanese();
    out(screen, SUBFIELD);
    const other = japanese();
    other.restore(new SnapshotReader(JSON.parse(JSON.stringify(screen.snapshot()))));
    expect(other.text()).toEqual(screen.text());
    expect(other.cell(3)).toEqual(screen.cell(3));
  });
});
