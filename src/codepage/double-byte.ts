import { checkInteger, UsageError } from '../bytes/index.js';
import { type CodePage, isPrintable, UNASSIGNED } from './code-page.js';
import { PairTable } from './pair-table.js';

/** What a screen shows, two positions wide, for a pair without a meaning: an ideographic space. */
const WIDE_BLANK = '\u3000';

/**
 * A code page with double-byte characters: a single-byte half, which is the page itself, and a set of pairs, which
 * stands between SO and SI or has the character set F8 (SF-097, DS-046, DS-104).
 */
export interface DoubleByteCodePage extends CodePage {
  readonly doubleByte: DoubleByteSet;
}

/** The characters of two bytes each. A pair is the first byte times 256 plus the second. */
export interface DoubleByteSet {
  /** As {@link CodePage.cgcsgid}, of this half; 0172012C for Japanese. */
  readonly cgcsgid: number;
  /** Character set number (GCSGID). */
  readonly characterSet: number;
  /** Code page number (CPGID), 300 for Japanese. */
  readonly codePage: number;
  /**
   * The character of a pair.
   * @param pair - 0..FFFF
   * @returns One code point; the first one where the pair is a letter with a combining mark; U+FFFD where the pair
   * has no meaning.
   */
  decode(pair: number): number;
  /**
   * The character of a pair, with the combining mark where it has one.
   * @returns Empty where the pair has no meaning.
   */
  decodeText(pair: number): string;
  /**
   * What a screen shows for a pair: as {@link DoubleByteSet.decodeText}, or an ideographic space for a pair without a
   * meaning or with one that must not come to a screen (SEC-124, SEC-125).
   */
  display(pair: number): string;
  /**
   * The pair of a character.
   * @returns 4040, or two bytes of 41..FE; -1 where the set lacks the character. Where two pairs have it, the higher:
   * Chinese radicals stand before the ideographs that look like them.
   */
  encode(codePoint: number): number;
  /**
   * The pair of the longest piece of text that begins at an index: a letter with its combining mark where there is a
   * pair for both.
   * @returns As {@link DoubleByteSet.encode}. {@link DoubleByteSet.decodeText} of it is the piece.
   */
  encodeAt(text: string, index: number): number;
}

/** What {@link createDoubleByteCodePage} makes a page of. */
export interface DoubleByteCodePageOptions {
  /** 1 to 32 characters. */
  readonly name: string;
  /** The page of the single-byte half. */
  readonly singleByte: CodePage;
  /** Character set number times 65536 plus code page number of the double-byte half, 0..FFFFFFFF. */
  readonly cgcsgid: number;
  /**
   * Pairs and the character of each: one code point, or one of the basic plane with a combining mark of it. At most
   * 2048 of them may be longer than one UTF-16 unit. A later one replaces an earlier one of the same pair.
   */
  readonly characters: Iterable<readonly [pair: number, text: string]>;
}

/**
 * Makes a double-byte code page of characters of one's own.
 *
 * @throws {@link UsageError} `argument-invalid` when a name is empty or long, a pair is neither 4040 nor two bytes of
 * 41..FE, a character is none, or `cgcsgid` is out of range.
 * @example
 * createDoubleByteCodePage({ name: 'own', singleByte: cp037, cgcsgid: 0, characters: [[0x4141, '\u96fb']] });
 */
export function createDoubleByteCodePage(options: DoubleByteCodePageOptions): DoubleByteCodePage {
  const { name, singleByte, cgcsgid, characters } = options;
  if (typeof name !== 'string' || name.length < 1 || name.length > 32) {
    throw new UsageError('argument-invalid', 'name of a code page must be a string of 1 to 32 characters');
  }
  checkInteger('cgcsgid', cgcsgid, 0, 0xffffffff);
  const table = new PairTable();
  for (const [pair, text] of characters) {
    checkInteger('pair', pair, 0x4040, 0xfefe);
    if (!isPair(pair)) throw new UsageError('argument-invalid', `no double-byte code: ${pair.toString(16)}`);
    if (!isCharacter(text)) throw new UsageError('argument-invalid', `no character: ${JSON.stringify(text)}`);
    table.putText(pair, text);
  }
  table.finish();
  return new MixedCodePage(name, singleByte, cgcsgid, () => table);
}

/** Whether two bytes may be a double-byte character: 4040, or each of them 41..FE. */
export function isPair(pair: number): boolean {
  const high = pair >> 8;
  const low = pair & 0xff;
  return pair === 0x4040 || (high >= 0x41 && high <= 0xfe && low >= 0x41 && low <= 0xfe);
}

/** Whether a page has a double-byte half. */
export function isDoubleByte(page: CodePage): page is DoubleByteCodePage {
  return 'doubleByte' in page;
}

/** A page whose pairs are worked out at their first use. */
export class MixedCodePage implements DoubleByteCodePage {
  readonly name: string;
  readonly doubleByte: DoubleByteSet;
  readonly #singleByte: CodePage;

  /** @param load - the characters of the pairs; called once at most */
  constructor(name: string, singleByte: CodePage, cgcsgid: number, load: () => PairTable) {
    this.name = name;
    this.#singleByte = singleByte;
    this.doubleByte = new TableDoubleByteSet(cgcsgid, load);
  }

  get cgcsgid(): number {
    return this.#singleByte.cgcsgid;
  }

  get characterSet(): number {
    return this.#singleByte.characterSet;
  }

  get codePage(): number {
    return this.#singleByte.codePage;
  }

  get toUnicode(): Uint16Array {
    return this.#singleByte.toUnicode;
  }

  get toDisplay(): Uint16Array {
    return this.#singleByte.toDisplay;
  }

  get fromLatin1(): Uint8Array {
    return this.#singleByte.fromLatin1;
  }

  encode(codePoint: number): number {
    return this.#singleByte.encode(codePoint);
  }

  encodeRaw(codePoint: number): number {
    return this.#singleByte.encodeRaw(codePoint);
  }
}

class TableDoubleByteSet implements DoubleByteSet {
  readonly cgcsgid: number;
  readonly characterSet: number;
  readonly codePage: number;
  readonly #load: () => PairTable;
  #made: PairTable | undefined;

  constructor(cgcsgid: number, load: () => PairTable) {
    this.cgcsgid = cgcsgid;
    this.characterSet = Math.floor(cgcsgid / 65536);
    this.codePage = cgcsgid % 65536;
    this.#load = load;
  }

  get #table(): PairTable {
    this.#made ??= this.#load();
    return this.#made;
  }

  decode(pair: number): number {
    return this.#table.text(pair).codePointAt(0) ?? UNASSIGNED;
  }

  decodeText(pair: number): string {
    return this.#table.text(pair);
  }

  display(pair: number): string {
    const text = this.#table.text(pair);
    for (let i = 0; i < text.length; ) {
      const codePoint = text.codePointAt(i) as number;
      if (!isPrintable(codePoint)) return WIDE_BLANK;
      i += codePoint > 0xffff ? 2 : 1;
    }
    return text || WIDE_BLANK;
  }

  encode(codePoint: number): number {
    return this.#table.pairOf(codePoint) || -1;
  }

  encodeAt(text: string, index: number): number {
    return this.#table.pairAt(text, index) || -1;
  }
}

/** Whether a text is one code point, no surrogate and not NUL, or two of the basic plane. */
function isCharacter(text: unknown): text is string {
  if (typeof text !== 'string' || text.length < 1 || text.length > 2 || text.startsWith('\0')) return false;
  const first = text.codePointAt(0) as number;
  if (text.length === 2 && first > 0xffff) return true;
  return !isSurrogate(first) && (text.length === 1 || !isSurrogate(text.charCodeAt(1)));
}

const isSurrogate = (unit: number): boolean => (unit & 0xf800) === 0xd800;
