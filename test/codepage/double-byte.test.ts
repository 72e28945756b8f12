import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePageByName, DOUBLE_BYTE_PAGES } from '../../src/codepage/all/index.js';
import {
  cp037,
  createDoubleByteCodePage,
  type DoubleByteCodePage,
  decodeMixed,
  decodeText,
  encodeMixed,
  isDoubleByte,
  isPair,
} from '../../src/codepage/index.js';
import { cp930, cp1390 } from '../../src/codepage/japanese/index.js';
import { cp935, cp1388 } from '../../src/codepage/simplified-chinese/index.js';
import { cp937, cp1371 } from '../../src/codepage/traditional-chinese/index.js';
import { rowDigests } from './digest.js';
import { DOUBLE_BYTE_VECTORS, type DoubleByteVector } from './vectors.data.js';

const pageOf = (vector: DoubleByteVector): DoubleByteCodePage =>
  codePageByName(vector.name) as DoubleByteCodePage;
const fromHexText = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
/** The two bytes of a pair. */
const two = (pair: number): [number, number] => [pair >> 8, pair & 0xff];

const PAIRS = Array.from({ length: 0x10000 }, (_, pair) => pair);
/** How many pairs of a page stand back when their character is encoded: another pair has it. */
const STAND_BACK: Readonly<Record<string, number>> = { cp937: 189, cp1371: 189 };

describe('double-byte pages', () => {
  it('are those of the vectors', () => {
    expect(DOUBLE_BYTE_PAGES.map((page) => page.name)).toEqual(DOUBLE_BYTE_VECTORS.map(({ name }) => name));
  });

  it.each(DOUBLE_BYTE_VECTORS)('$name has the characters of its converter', (vector) => {
    const { doubleByte } = pageOf(vector);
    expect(rowDigests((pair) => doubleByte.decodeText(pair))).toEqual(vector.rows.trim().split(/\s+/));
    expect(PAIRS.filter((pair) => doubleByte.decodeText(pair) !== '')).toHaveLength(vector.count);
    expect([doubleByte.characterSet, doubleByte.codePage]).toEqual([vector.characterSet, vector.codePage]);
    expect(doubleByte.cgcsgid).toBe(vector.characterSet * 65536 + vector.codePage);
  });

  it.each(DOUBLE_BYTE_PAGES)('$name encodes what it decodes, and decodes all 65,536 pairs', (page) => {
    const { doubleByte } = page;
    let standBack = 0;
    for (const pair of PAIRS) {
      const text = doubleByte.decodeText(pair);
      const codePoint = doubleByte.decode(pair);
      if (text === '') {
        if (codePoint !== 0xfffd || doubleByte.display(pair) !== '\u3000') throw new Error(`pair ${pair}`);
        continue;
      }
      if (!isPair(pair)) throw new Error(`pair ${pair} has a character`);
      if (codePoint !== text.codePointAt(0)) throw new Error(`pair ${pair}: ${codePoint}`);
      const back = doubleByte.encodeAt(text, 0);
      if (back === pair) continue;
      // Another pair has the character, and it stands higher.
      if (back < pair || doubleByte.decodeText(back) !== text) throw new Error(`pair ${pair}: ${back}`);
      standBack++;
    }
    expect(standBack).toBe(STAND_BACK[page.name] ?? 0);
  });

  it.each(DOUBLE_BYTE_PAGES)(
    '[SEC-124] [SEC-125] $name shows no control and nothing that reorders text',
    (page) => {
      const text = PAIRS.map((pair) => page.doubleByte.display(pair)).join('');
      expect(text).not.toMatch(
        /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffd]/u,
      );
    },
  );

  it.each(DOUBLE_BYTE_PAGES)(
    '$name encodes no surrogate, no control and no number that is no code point',
    (page) => {
      for (const codePoint of [0, 0x0a, 0x0e, 0x1b, 0xd800, 0xdbff, 0xdc00, 0xdfff, 0xfffd, 0x10ffff]) {
        expect([codePoint, page.doubleByte.encode(codePoint)]).toEqual([codePoint, -1]);
      }
    },
  );

  it.each(DOUBLE_BYTE_PAGES)('$name has an ideographic space at 4040', (page) => {
    expect(page.doubleByte.decodeText(0x4040)).toBe('\u3000');
    expect(page.doubleByte.encode(0x3000)).toBe(0x4040);
    for (const pair of [0x4041, 0x4140, 0x0000, 0x0e0f, 0xffff, 0x41ff, 0xff41]) {
      expect(page.doubleByte.decodeText(pair)).toBe('');
    }
  });

  it.each(DOUBLE_BYTE_PAGES)('$name is its single-byte half with pairs', (page) => {
    expect(isDoubleByte(page)).toBe(true);
    expect(isDoubleByte(cp037)).toBe(false);
    expect(page.cgcsgid).toBe(page.characterSet * 65536 + page.codePage);
    expect(page.toUnicode).toHaveLength(256);
    expect(decodeText(page, Uint8Array.of(0xc1, 0x0e, 0x0f, 0xf1))).toBe('A  1');
    expect(page.encode(0x41)).toBe(0xc1);
    expect(page.encodeRaw(0x0a)).toBe(0x25);
    expect(page.fromLatin1[0x41]).toBe(0xc1);
  });

  it('have user-defined characters in order', () => {
    expect(cp930.doubleByte.decode(0x6941)).toBe(0xe000);
    expect(cp930.doubleByte.decode(0x6942)).toBe(0xe001);
    expect(cp930.doubleByte.decode(0x6980)).toBe(0xe03f);
    expect(cp930.doubleByte.decode(0x6a41)).toBe(0xe000 + 190);
    expect(cp930.doubleByte.decode(0x7ffe)).toBe(0xe000 + 23 * 190 - 1);
    expect(cp935.doubleByte.decode(0x767f)).toBe(0xe03e);
    expect(cp935.doubleByte.decodeText(0x7680)).toBe('');
    expect(cp935.doubleByte.decode(0x7681)).toBe(0xe03f);
    expect(cp935.doubleByte.decode(0x7ffd)).toBe(0xe000 + 10 * 188 - 1);
    expect(cp937.doubleByte.decode(0xe2fd)).toBe(0xe000 + 33 * 188 - 1);
    expect(cp930.doubleByte.encode(0xe000)).toBe(0x6941);
  });

  it('differ where they extend each other', () => {
    expect(cp935.doubleByte.decode(0x4345)).toBe(0x30fb);
    expect(cp1388.doubleByte.decode(0x4345)).toBe(0xb7);
    expect(cp937.doubleByte.decodeText(0x47a2)).toBe('');
    expect(cp1371.doubleByte.decode(0x47a2)).toBe(0x20ac);
    expect(cp930.doubleByte.decodeText(0xecb5)).toBe('');
  });

  it('encode an ideograph rather than the radical that looks like it', () => {
    expect(cp937.doubleByte.decodeText(0x4841)).toBe('\u4e00');
    expect(cp937.doubleByte.encode(0x4e00)).toBe(0x4c41);
  });

  it('know characters beyond U+FFFF and letters with combining marks', () => {
    const beyond = PAIRS.filter((pair) => cp1390.doubleByte.decode(pair) > 0xffff);
    expect(beyond).toHaveLength(303);
    const pair = beyond[0] as number;
    expect(cp1390.doubleByte.encode(cp1390.doubleByte.decode(pair))).toBe(pair);
    expect(cp1390.doubleByte.decodeText(0xecb5)).toBe('\u304b\u309a');
    expect(cp1390.doubleByte.decode(0xecb5)).toBe(0x304b);
    expect(cp1390.doubleByte.encodeAt('\u304b\u309a', 0)).toBe(0xecb5);
    expect(cp1390.doubleByte.encodeAt('\u304b\u304b', 0)).toBe(0x4486);
  });
});

describe('mixed text', () => {
  it.each(DOUBLE_BYTE_VECTORS)('$name encodes as its converter does', (vector) => {
    const page = pageOf(vector);
    expect(encodeMixed(page, vector.sample)).toEqual(fromHexText(vector.bytes));
    expect(decodeMixed(page, fromHexText(vector.bytes))).toBe(vector.sample);
  });

  it.each(DOUBLE_BYTE_PAGES)('[SEC-092] $name decodes any bytes, and encodes again what it shows', (page) => {
    const byte = fc.oneof(fc.nat(255), fc.constantFrom(0x0e, 0x0f, 0x40, 0x41, 0x45, 0xfe));
    fc.assert(
      fc.property(fc.array(byte), (list) => {
        const text = decodeMixed(page, Uint8Array.from(list));
        expect(text).not.toMatch(/[\p{Cc}\ufffd]/u);
        const encodable = Array.from(text)
          .filter((one) => one !== '\u25cf')
          .join('');
        const bytes = encodeMixed(page, encodable);
        expect(decodeMixed(page, bytes)).toBe(encodable);
        expect(bytes.length).toBeLessThanOrEqual(encodable.length * 4);
      }),
      { numRuns: 60 },
    );
  });

  it('stays in a subfield as long as it can', () => {
    expect(encodeMixed(cp930, '\u65e5\u65e5A\u65e5')).toEqual(
      Uint8Array.of(0x0e, 0x45, 0x62, 0x45, 0x62, 0x0f, 0xc1, 0x0e, 0x45, 0x62, 0x0f),
    );
    expect(encodeMixed(cp930, '')).toEqual(new Uint8Array(0));
  });

  it('keeps a letter and its combining mark together', () => {
    expect(encodeMixed(cp1390, '\u304b\u309a')).toEqual(Uint8Array.of(0x0e, 0xec, 0xb5, 0x0f));
    expect(decodeMixed(cp1390, Uint8Array.of(0x0e, 0xec, 0xb5, 0x0f))).toBe('\u304b\u309a');
  });

  it('takes the single byte of a character that both halves have', () => {
    expect(encodeMixed(cp1371, '\u20ac')).toEqual(Uint8Array.of(cp1371.encode(0x20ac)));
    expect(cp1371.doubleByte.encode(0x20ac)).toBe(0x47a2);
  });

  it('encodes characters beyond U+FFFF', () => {
    const pair = PAIRS.find((one) => cp1390.doubleByte.decode(one) > 0xffff) as number;
    const text = cp1390.doubleByte.decodeText(pair);
    expect(encodeMixed(cp1390, `${text}${text}`)).toEqual(
      Uint8Array.of(0x0e, ...two(pair), ...two(pair), 0x0f),
    );
  });

  it('refuses what neither half has, controls among it', () => {
    const refusal = expect.objectContaining({ code: 'not-encodable' });
    for (const text of ['\u65e5\u{1f600}', 'a\u000e', '\ud800', '\u65e5\ud842', '\ufffd']) {
      expect(() => encodeMixed(cp930, text)).toThrow(refusal);
    }
    expect(() => encodeMixed(cp930, 'A\u{1f600}')).toThrow('cp930 has no character U+1F600 (index 1)');
  });

  it('decodes a part of the bytes', () => {
    const bytes = Uint8Array.of(0xc1, 0x0e, 0x45, 0x62, 0x0f, 0xc2, 0x0f, 0x0e);
    expect(decodeMixed(cp930, bytes, 0, 6)).toBe('A\u65e5B');
    expect(decodeMixed(cp930, bytes, 5, 6)).toBe('B');
    expect(decodeMixed(cp930, bytes, 1, 4)).toBe('\u65e5');
  });

  it.each([
    ['c10fc2', 'AB', [['shift-in-alone', 1]]],
    [
      '0f0f',
      '',
      [
        ['shift-in-alone', 0],
        ['shift-in-alone', 1],
      ],
    ],
    ['c10e4562', 'A\u65e5', [['shift-out-open', 1]]],
    ['0e', '', [['shift-out-open', 0]]],
    ['0e0f', '', []],
    ['0e45620f', '\u65e5', []],
    ['0e4562450f', '\u65e5 ', [['half-pair', 3]]],
    ['0e0000404041410f', '\u3000\u3000\u03b1', []],
    [
      '0e0e45620f',
      '\u3000 ',
      [
        ['pair-invalid', 1],
        ['half-pair', 3],
      ],
    ],
    ['0e40410f', '\u3000', [['pair-invalid', 1]]],
    [
      '0e41410fc10e41',
      '\u03b1A ',
      [
        ['shift-out-open', 5],
        ['half-pair', 6],
      ],
    ],
  ] as const)('[SEC-092] %s shows %j and tells what is wrong', (hex, text, faults) => {
    const found: unknown[] = [];
    const shown = decodeMixed(cp930, fromHexText(hex), 0, hex.length / 2, (fault, offset) => {
      found.push([fault, offset]);
    });
    expect(shown).toBe(text);
    expect(found).toEqual(faults);
  });
});

describe('createDoubleByteCodePage', () => {
  const characters: readonly (readonly [number, string])[] = [
    [0x4141, '\u96fb'],
    [0x4142, '\u{20000}'],
    [0x4143, '\u304b\u309a'],
    [0xfefe, '\u202e'],
    [0x4144, '\u96fb'],
  ];
  const own = createDoubleByteCodePage({ name: 'own', singleByte: cp037, cgcsgid: 0x00010002, characters });

  it('takes characters of one’s own', () => {
    expect(own.name).toBe('own');
    expect([own.codePage, own.doubleByte.characterSet, own.doubleByte.codePage]).toEqual([37, 1, 2]);
    expect(own.doubleByte.decode(0x4142)).toBe(0x20000);
    expect(own.doubleByte.encode(0x20000)).toBe(0x4142);
    expect(own.doubleByte.decodeText(0x4143)).toBe('\u304b\u309a');
    expect(own.doubleByte.encodeAt('x\u304b\u309a', 1)).toBe(0x4143);
    expect(own.doubleByte.encode(0x304b)).toBe(-1);
    expect(own.doubleByte.decodeText(0x4040)).toBe('');
  });

  it('encodes by the higher of two pairs', () => {
    expect(own.doubleByte.encode(0x96fb)).toBe(0x4144);
  });

  it('[SEC-125] shows no override of direction', () => {
    expect(own.doubleByte.decode(0xfefe)).toBe(0x202e);
    expect(own.doubleByte.display(0xfefe)).toBe('\u3000');
  });

  it('[SEC-125] shows no tag characters', () => {
    const page = createDoubleByteCodePage({
      name: 'tags',
      singleByte: cp037,
      cgcsgid: 0,
      characters: [[0x4141, '\u{e0041}']],
    });
    expect(page.doubleByte.display(0x4141)).toBe('\u3000');
  });

  const base = { name: 'own', singleByte: cp037, cgcsgid: 0, characters };
  it.each([
    ['empty name', { ...base, name: '' }],
    ['long name', { ...base, name: 'x'.repeat(33) }],
    ['cgcsgid out of range', { ...base, cgcsgid: 2 ** 32 }],
    ['pair too small', { ...base, characters: [[0x403f, 'a']] as const }],
    ['pair with a blank', { ...base, characters: [[0x4140, 'a']] as const }],
    ['pair with FF', { ...base, characters: [[0x41ff, 'a']] as const }],
    ['empty text', { ...base, characters: [[0x4141, '']] as const }],
    ['NUL', { ...base, characters: [[0x4141, '\0']] as const }],
    ['half a surrogate pair', { ...base, characters: [[0x4141, '\ud800']] as const }],
    ['surrogate behind a letter', { ...base, characters: [[0x4141, 'a\ud800']] as const }],
    ['long text', { ...base, characters: [[0x4141, 'abc']] as const }],
    ['no text', { ...base, characters: [[0x4141, 7 as never]] as const }],
    [
      'more long texts than there is room for',
      {
        ...base,
        characters: Array.from({ length: 2049 }, (_, i) => [0x4141 + (i % 100), 'ab'] as const),
      },
    ],
  ])('refuses: %s', (_, options) => {
    expect(() => createDoubleByteCodePage(options)).toThrow(
      expect.objectContaining({ code: 'argument-invalid' }),
    );
  });
});
