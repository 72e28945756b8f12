import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CodePage,
  cp037,
  cp310,
  createCodePage,
  decodeText,
  encodeInto,
  encodeText,
  isPrintable,
  UNASSIGNED,
} from '../../src/codepage/index.js';

/** `uconv -f ibm-037 -t utf-8` of the bytes 40 to FE, in rows of sixteen. */
const CP037_GRAPHICS =
  ' \u00a0âäàáãåçñ¢.<(+|' +
  '&éêëèíîïìß!$*);¬' +
  '-/ÂÄÀÁÃÅÇÑ¦,%_>?' +
  'øÉÊËÈÍÎÏÌ`:#@\'="' +
  'Øabcdefghi«»ðýþ±' +
  '°jklmnopqrªºæ¸Æ¤' +
  'µ~stuvwxyz¡¿ÐÝÞ®' +
  '^£¥·©§¶¼½¾[]¯¨´×' +
  '{ABCDEFGHI\u00adôöòóõ' +
  '}JKLMNOPQR¹ûüùúÿ' +
  '\\÷STUVWXYZ²ÔÖÒÓÕ' +
  '0123456789³ÛÜÙÚ';

const PAGES: readonly CodePage[] = [cp037, cp310];

describe('code page 037', () => {
  it('has the characters of ICU ibm-037', () => {
    expect(String.fromCharCode(...cp037.toUnicode.subarray(0x40, 0xff))).toBe(CP037_GRAPHICS);
  });

  it('is a permutation of Latin-1, with 15 as next line and 25 as line feed', () => {
    expect(new Set(cp037.toUnicode).size).toBe(256);
    expect(Math.max(...cp037.toUnicode)).toBe(255);
    expect(cp037.toUnicode[0x15]).toBe(0x85);
    expect(cp037.toUnicode[0x25]).toBe(0x0a);
    expect(cp037.toUnicode[0x27]).toBe(0x1b);
    expect(cp037.toUnicode[0xff]).toBe(0x9f);
  });

  it('[SF-183] names its character set and code page', () => {
    expect([cp037.cgcsgid, cp037.characterSet, cp037.codePage]).toEqual([0x02b90025, 697, 37]);
    expect([cp310.cgcsgid, cp310.characterSet, cp310.codePage]).toEqual([0x03c30136, 963, 310]);
  });

  it('encodes text and decodes it again', () => {
    expect(encodeText(cp037, 'logon 1')).toEqual(Uint8Array.of(0x93, 0x96, 0x87, 0x96, 0x95, 0x40, 0xf1));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0x40, max: 0xfe })), (list) => {
        const bytes = Uint8Array.from(list);
        expect(encodeText(cp037, decodeText(cp037, bytes))).toEqual(bytes);
      }),
    );
  });

  it('decodes a part of the bytes', () => {
    expect(decodeText(cp037, Uint8Array.of(0xc1, 0xc2, 0xc3, 0xc4), 1, 3)).toBe('BC');
  });
});

describe('what a screen shows', () => {
  it.each(PAGES)('[SEC-124] $name: none of the 256 bytes shows a control or reorders text', (page) => {
    const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const text = decodeText(page, all);
    expect(text).toHaveLength(256);
    expect(text).not.toMatch(/[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffd]/u);
  });

  it('[SEC-124] 65 of the 256 bytes of page 037 are controls, and the raw table still has them', () => {
    expect(cp037.toUnicode.filter((c) => c < 0x20 || (c >= 0x7f && c <= 0x9f))).toHaveLength(65);
  });

  it('[SEC-125] a table that maps a byte to an override of direction does not bring it to the screen', () => {
    const table = Array.from(cp037.toUnicode);
    table[0xc1] = 0x202e;
    table[0xc2] = 0x1b;
    table[0xc3] = 0x200b;
    table[0xc4] = 0x2010;
    table[0x20] = 0x41;
    const page = createCodePage({ name: 'own', table, cgcsgid: 0 });
    expect(decodeText(page, Uint8Array.of(0xc1, 0xc2, 0xc3, 0xc4, 0x20))).toBe('   \u2010 ');
  });

  it('[DS-049] [DS-050] [DS-052] shows DUP, FM and SUB', () => {
    expect(decodeText(cp037, Uint8Array.of(0x1c, 0x1e, 0x3f, 0x00, 0xff))).toBe('*;\u25cf  ');
  });

  it.each([
    [0x1f, false],
    [0x20, true],
    [0x7e, true],
    [0x7f, false],
    [0x9f, false],
    [0xa0, true],
    [0x061c, false],
    [0x200a, true],
    [0x200b, false],
    [0x200f, false],
    [0x2010, true],
    [0x2028, false],
    [0x202e, false],
    [0x202f, true],
    [0x205f, true],
    [0x2060, false],
    [0x2069, false],
    [0x206f, false],
    [0x2070, true],
    [0xfeff, false],
    [0xfff9, false],
    [0xfffd, false],
  ])('U+%s may be shown: %s', (codePoint, printable) => {
    expect(isPrintable(codePoint)).toBe(printable);
  });
});

describe('encoding', () => {
  it('never gives a byte that is an order or a control', () => {
    for (const page of PAGES) {
      for (let codePoint = 0; codePoint <= 0xffff; codePoint++) {
        const byte = page.encode(codePoint);
        expect(byte === -1 || (byte >= 0x40 && byte <= 0xfe)).toBe(true);
      }
    }
  });

  it('gives controls in the raw form only', () => {
    expect(cp037.encode(0x11)).toBe(-1);
    expect(cp037.encodeRaw(0x11)).toBe(0x11);
    expect(cp037.encodeRaw(0x0a)).toBe(0x25);
    expect(cp037.encodeRaw(0x9f)).toBe(0xff);
    expect(() => encodeText(cp037, 'A\u0011')).toThrow(expect.objectContaining({ code: 'not-encodable' }));
  });

  it('says what cannot be encoded', () => {
    expect(() => encodeText(cp037, 'a€')).toThrow('cp037 has no character U+20AC (index 1)');
    expect(() => encodeText(cp037, '😀')).toThrow('U+1F600 (index 0)');
    expect(encodeInto(cp037, 'ab€', new Uint8Array(8), 2)).toBe(-3);
    expect(encodeInto(cp037, 'ab', new Uint8Array(8), 2)).toBe(4);
  });

  it('is the inverse of the table for every byte that has a character of its own', () => {
    for (const page of PAGES) {
      for (let byte = 0; byte < 256; byte++) {
        const codePoint = page.toUnicode[byte] as number;
        if (codePoint !== UNASSIGNED) expect(page.encodeRaw(codePoint)).toBe(byte);
      }
    }
    expect(cp037.encodeRaw(UNASSIGNED)).toBe(-1);
    expect(cp310.encodeRaw(UNASSIGNED)).toBe(-1);
  });
});

describe('the set of graphic escapes', () => {
  // Bytes of lines and boxes as 3270 hosts send them, each checked on a running emulator's screen.
  it.each([
    [0x85, '│'],
    [0xa2, '─'],
    [0xc4, '└'],
    [0xc5, '┌'],
    [0xc6, '├'],
    [0xc7, '┴'],
    [0xd3, '┼'],
    [0xd4, '┘'],
    [0xd5, '┐'],
    [0xd6, '┤'],
    [0xd7, '┬'],
    [0xad, '['],
    [0xbd, ']'],
    [0xb0, '⍺'],
    [0x41, 'Ⓐ'],
    [0x59, 'Ⓡ'],
    [0x62, 'Ⓢ'],
    [0x69, 'Ⓩ'],
    [0xfe, '⍎'],
    [0x4a, ' '],
    [0xff, ' '],
  ])('%s is %s', (byte, character) => {
    expect(decodeText(cp310, Uint8Array.of(byte))).toBe(character);
  });
});

describe('createCodePage', () => {
  const table = Array.from(cp037.toUnicode);

  it('takes a table of one\u2019s own', () => {
    const own = [...table];
    own[0x9f] = 0x20ac;
    const page = createCodePage({ name: 'cp1140', table: own, cgcsgid: 0x02b70474 });
    expect(page.encode(0x20ac)).toBe(0x9f);
    expect(page.encode(0xa4)).toBe(-1);
    expect(page.codePage).toBe(1140);
  });

  it('encodes by the lower graphic byte where two have the same character', () => {
    const own = [...table];
    own[0xc2] = 0x41;
    own[0x3e] = 0x41;
    own[0xff] = 0x42;
    own[0x10] = 0x2500;
    own[0xe1] = 0x2500;
    const page = createCodePage({ name: 'twice', table: own, cgcsgid: 1 });
    expect(page.encode(0x41)).toBe(0xc1);
    expect(page.encode(0x42)).toBe(-1);
    expect(page.encode(0x2500)).toBe(0xe1);
  });

  it('copies the table', () => {
    const own = Uint16Array.from(table);
    const page = createCodePage({ name: 'own', table: own, cgcsgid: 1 });
    own[0xc1] = 0x5a;
    expect(page.toUnicode[0xc1]).toBe(0x41);
  });

  it.each([
    ['empty name', { name: '', table, cgcsgid: 1 }],
    ['long name', { name: 'x'.repeat(33), table, cgcsgid: 1 }],
    ['short table', { name: 'x', table: table.slice(1), cgcsgid: 1 }],
    ['no table', { name: 'x', table: undefined as never, cgcsgid: 1 }],
    ['entry too large', { name: 'x', table: table.with(65, 0x10000), cgcsgid: 1 }],
    ['entry no number', { name: 'x', table: table.with(65, '1' as never), cgcsgid: 1 }],
    ['surrogate', { name: 'x', table: table.with(65, 0xdfff), cgcsgid: 1 }],
    ['no blank', { name: 'x', table: table.with(64, 0x41), cgcsgid: 1 }],
    ['cgcsgid too large', { name: 'x', table, cgcsgid: 2 ** 32 }],
    ['cgcsgid negative', { name: 'x', table, cgcsgid: -1 }],
  ])('refuses: %s', (_, options) => {
    expect(() => createCodePage(options)).toThrow(expect.objectContaining({ code: 'argument-invalid' }));
  });
});

describe('the array for loops', () => {
  it.each(PAGES)('of $name agrees with encode', (page) => {
    const expected = Array.from({ length: 256 }, (_, codePoint) => Math.max(0, page.encode(codePoint)));
    expect(Array.from(page.fromLatin1)).toEqual(expected);
  });

  it('[SEC-124] [SEC-125] what nobody sees, and what is no character, is not shown', () => {
    const hidden: readonly (readonly [number, number])[] = [
      [0x034f, 0x034f], // combining grapheme joiner
      [0x115f, 0x1160], // fillers of Hangul
      [0x180b, 0x180f], // Mongolian selectors and vowel separator
      [0x3164, 0x3164], // Hangul filler
      [0xd800, 0xdfff], // surrogates
      [0xfdd0, 0xfdef], // no characters
      [0xfe00, 0xfe0f], // variation selectors
      [0xffa0, 0xffa0], // half-width Hangul filler
      [0xfff0, 0xffff],
    ];
    for (const [from, to] of hidden) {
      expect([from - 1, isPrintable(from - 1)]).toEqual([from - 1, true]);
      for (let codePoint = from; codePoint <= to; codePoint++) {
        if (isPrintable(codePoint)) expect(codePoint).toBe('hidden');
      }
    }
    for (const codePoint of [
      0x0350, 0x1161, 0x1810, 0x3165, 0xe000, 0xfdf0, 0xfe10, 0xffa1, 0x10000, 0x4e00, 0xac00,
    ]) {
      expect([codePoint, isPrintable(codePoint)]).toEqual([codePoint, true]);
    }
  });

  it('[SEC-125] a filler that a page has is blank on the screen, and encoded as before', () => {
    const table = Uint16Array.from({ length: 256 }, (_, byte) =>
      byte === 0x40 ? 0x20 : byte === 0x42 ? 0xffa0 : 0xfffd,
    );
    const page = createCodePage({ name: 'fillers', table, cgcsgid: 0 });
    expect(page.toDisplay[0x42]).toBe(0x20);
    expect(page.toUnicode[0x42]).toBe(0xffa0);
    expect(page.encode(0xffa0)).toBe(0x42);
  });
});
