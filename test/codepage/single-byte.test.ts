import { describe, expect, it } from 'vitest';
import { codePageByName, SINGLE_BYTE_PAGES } from '../../src/codepage/all/index.js';
import {
  type CodePage,
  cp037,
  createCodePage,
  decodeText,
  encodeText,
  UNASSIGNED,
} from '../../src/codepage/index.js';
import { bracket, cp273, cp1047 } from '../../src/codepage/single-byte/index.js';
import { SINGLE_BYTE_VECTORS } from './vectors.data.js';

const ALL = Uint8Array.from({ length: 256 }, (_, byte) => byte);
const GRAPHICS = ALL.subarray(0x40, 0xff);
const pageOf = (name: string): CodePage => codePageByName(name) as CodePage;

/** Pages in which two graphic bytes have one character: those which nothing is encoded to, by ICU, glibc and Java. */
const TWICE: Readonly<Record<string, readonly number[]>> = {
  // Tone marks of Thai, each in two places.
  cp838: [0x51, 0xca, 0xe1, 0xfd, 0xfe],
  cp1160: [0x51, 0xca, 0xe1, 0xfd],
};

/** The graphic bytes that have a character and that nothing is encoded to. */
function secondBytes(page: CodePage): number[] {
  return [...GRAPHICS].filter((byte) => {
    const codePoint = page.toUnicode[byte] as number;
    return codePoint !== UNASSIGNED && page.encode(codePoint) !== byte;
  });
}

describe('single-byte pages', () => {
  it('are those of the vectors and page 37', () => {
    expect(SINGLE_BYTE_PAGES.map((page) => page.name)).toEqual([
      'cp037',
      ...SINGLE_BYTE_VECTORS.map(([name]) => name),
    ]);
  });

  it.each(SINGLE_BYTE_VECTORS)(
    '%s (%i, %i) has the characters of its converter',
    (name, set, number, ...texts) => {
      const page = pageOf(name);
      const [graphics, controls] = texts;
      expect(String.fromCharCode(...page.toUnicode.subarray(0x40, 0xff))).toBe(graphics);
      expect(String.fromCharCode(...page.toUnicode.subarray(0, 0x40), page.toUnicode[0xff] as number)).toBe(
        controls,
      );
      expect([page.characterSet, page.codePage, page.cgcsgid]).toEqual([set, number, set * 65536 + number]);
    },
  );

  it.each(SINGLE_BYTE_PAGES)('$name encodes what it decodes', (page) => {
    const seconds = secondBytes(page);
    for (const byte of ALL) {
      const codePoint = page.toUnicode[byte] as number;
      if (codePoint === UNASSIGNED || seconds.includes(byte)) continue;
      expect([byte, page.encodeRaw(codePoint)]).toEqual([byte, byte]);
      expect(page.encode(codePoint)).toBe(byte >= 0x40 && byte <= 0xfe ? byte : -1);
    }
    expect(page.encode(UNASSIGNED)).toBe(-1);
    expect(page.encode(0x1f600)).toBe(-1);
  });

  it.each(SINGLE_BYTE_PAGES)('$name has no character twice but where it is known', (page) => {
    expect(secondBytes(page)).toEqual(TWICE[page.name] ?? []);
  });

  it.each(SINGLE_BYTE_PAGES)(
    '[SEC-124] [SEC-125] $name shows no control and nothing that reorders text',
    (page) => {
      const text = decodeText(page, ALL);
      expect(text).toHaveLength(256);
      expect(text).not.toMatch(
        /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffd]/u,
      );
      expect(decodeText(page, Uint8Array.of(0x1c, 0x1e, 0x3f, 0xff))).toBe('*;\u25cf ');
    },
  );

  it.each(SINGLE_BYTE_PAGES)(
    '$name has the letters and digits of all EBCDIC pages but for katakana ones',
    (page) => {
      const digits = Uint8Array.of(0xf0, 0xf1, 0xf2, 0xf3, 0xf4, 0xf5, 0xf6, 0xf7, 0xf8, 0xf9);
      expect(decodeText(page, digits)).toBe('0123456789');
      expect(encodeText(page, 'AIJRSZ')).toEqual(Uint8Array.of(0xc1, 0xc9, 0xd1, 0xd9, 0xe2, 0xe9));
      expect(page.toUnicode[0x15]).toBe(0x85);
      expect(page.toUnicode[0x25]).toBe(0x0a);
    },
  );

  it('work out a table once', () => {
    expect(cp273.toUnicode).toBe(cp273.toUnicode);
    expect(cp273.toDisplay).toBe(cp273.toDisplay);
    expect(cp273.fromLatin1).toBe(cp273.fromLatin1);
  });

  it('do not change page 37', () => {
    for (const page of SINGLE_BYTE_PAGES) page.toUnicode.slice();
    expect(cp037.toUnicode[0x4a]).toBe(0xa2);
    expect(cp273.toUnicode[0x4a]).toBe(0xc4);
  });
});

describe('bracket, as the reference emulator shows it', () => {
  // The rows A0 and B0 of a screen with all characters.
  it('has the brackets of page 1047 and the rest of page 37', () => {
    expect(decodeText(bracket, ALL, 0xa0, 0xb0)).toBe('\u00b5~stuvwxyz\u00a1\u00bf\u00d0[\u00de\u00ae');
    expect(decodeText(bracket, ALL, 0xb0, 0xc0)).toBe(
      '^\u00a3\u00a5\u00b7\u00a9\u00a7\u00b6\u00bc\u00bd\u00be\u00dd\u00a8\u00af]\u00b4\u00d7',
    );
    expect(cp1047.encode(0x5b)).toBe(bracket.encode(0x5b));
    expect(cp1047.encode(0x5d)).toBe(bracket.encode(0x5d));
    expect(bracket.encode(0xac)).toBe(0x5f);
    expect([bracket.characterSet, bracket.codePage]).toEqual([697, 37]);
  });
});

describe('an embedder’s own page', () => {
  it('can be another page with one byte changed', () => {
    const table = cp273.toUnicode.slice();
    table[0x9f] = 0x20ac;
    const page = createCodePage({ name: 'cp1141', table, cgcsgid: 0x02b70475 });
    expect(encodeText(page, '5 €')).toEqual(Uint8Array.of(0xf5, 0x40, 0x9f));
    expect(cp273.encode(0x20ac)).toBe(-1);
  });
});

describe('codePageByName', () => {
  it.each([
    ['cp037', 'cp037'],
    ['37', 'cp037'],
    ['037', 'cp037'],
    ['IBM-037', 'cp037'],
    ['ibm037', 'cp037'],
    ['CP37', 'cp037'],
    ['ccsid 1140', 'cp1140'],
    ['us', 'cp037'],
    ['German', 'cp273'],
    ['bracket', 'bracket'],
    ['oldibm', 'bracket'],
    ['japanese-latin', 'cp939'],
    ['1399', 'cp1399'],
  ])('%s is %s', (name, expected) => {
    expect(codePageByName(name)?.name).toBe(expected);
  });

  it.each(['', 'cp', 'cp38', 'klingon', '-', 'cp0000000', `cp${'0'.repeat(40)}37`, '__proto__', '1e3'])(
    'knows no %j',
    (name) => {
      expect(codePageByName(name)).toBeUndefined();
    },
  );
});
