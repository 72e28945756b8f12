import { checkInteger, UsageError } from '../bytes/index.js';

/** What {@link CodePage.toUnicode} has for a byte without a meaning. */
export const UNASSIGNED = 0xfffd;

/**
 * A single-byte EBCDIC code page. Made by {@link createCodePage}. Its arrays are the tables themselves, which every session with
 * the page reads, and typed arrays cannot be frozen: leave them alone, and copy what is to be changed. They may be made at their
 * first use, so a loop over much text takes them out of the loop.
 *
 * A page with double-byte characters, {@link DoubleByteCodePage}, has this one as its single-byte half.
 */
export interface CodePage {
  /** Such as `cp037`. */
  readonly name: string;
  /**
   * Coded graphic character set global identifier: character set number times 65536 plus code page number, as it
   * stands in the Character Sets query reply (SF-097, SF-183).
   */
  readonly cgcsgid: number;
  /** Character set number (GCSGID), 697 for Latin-1 pages. */
  readonly characterSet: number;
  /** Code page number (CPGID), 37 for cp037. */
  readonly codePage: number;
  /** The code point of each of the 256 bytes, controls included; U+FFFD where the byte has none. */
  readonly toUnicode: Uint16Array;
  /**
   * The code point that a screen shows for each byte. Never a control (U+0000..U+001F, U+007F..U+009F), never a
   * character that reorders text around it: those show as blanks, DUP as `*`, FM as `;`, SUB as a filled circle
   * (SEC-124, SEC-125, DS-043 to DS-053).
   */
  readonly toDisplay: Uint16Array;
  /**
   * What {@link CodePage.encode} gives for U+0000..U+00FF, with 0 for none: for loops that encode much text.
   */
  readonly fromLatin1: Uint8Array;
  /**
   * The byte that shows a character.
   * @param codePoint - of Unicode, 0..10FFFF
   * @returns 40..FE, or -1 where the page has no such graphic character. Never a byte that a 3270 takes for an order
   * or a control, so that text cannot smuggle one in.
   */
  encode(codePoint: number): number;
  /** As {@link CodePage.encode}, but with the bytes 00..3F and FF too, as file transfer needs them. */
  encodeRaw(codePoint: number): number;
}

/** What {@link createCodePage} makes a page of. */
export interface CodePageOptions {
  /** 1 to 32 characters, for people and for choosing a page by name. */
  readonly name: string;
  /**
   * The code points of the 256 bytes in order, each 0..FFFF and no surrogate; U+FFFD for a byte without a meaning.
   * Where two bytes have the same code point, the lower graphic byte encodes it.
   */
  readonly table: ArrayLike<number>;
  /** Character set number times 65536 plus code page number, 0..FFFFFFFF. */
  readonly cgcsgid: number;
}

/**
 * Makes a code page of a table of one's own.
 *
 * @throws {@link UsageError} `argument-invalid` when the name is empty or long, the table has not 256 entries or one of
 * them is out of range, a blank is not at 40, or `cgcsgid` is out of range.
 */
export function createCodePage(options: CodePageOptions): CodePage {
  const { name, table, cgcsgid } = options;
  if (typeof name !== 'string' || name.length < 1 || name.length > 32) {
    throw new UsageError('argument-invalid', 'name of a code page must be a string of 1 to 32 characters');
  }
  if (table?.length !== 256) {
    throw new UsageError('argument-invalid', `table must have 256 entries, not ${String(table?.length)}`);
  }
  for (let byte = 0; byte < 256; byte++) {
    const codePoint = table[byte];
    checkInteger(`table[${byte}]`, codePoint, 0, 0xffff);
    if (((codePoint as number) & 0xf800) === 0xd800) {
      throw new UsageError('argument-invalid', `table[${byte}] must not be a surrogate`);
    }
  }
  if (table[0x40] !== 0x20) {
    throw new UsageError('argument-invalid', 'table[64] must be a blank (U+0020), as in every EBCDIC page');
  }
  checkInteger('cgcsgid', cgcsgid, 0, 0xffffffff);
  const copy = Uint16Array.from(table);
  return new TableCodePage(name, cgcsgid, () => copy);
}

/** Code points below this are looked up in an array, the others in a map. */
const DIRECT = 256;

interface Tables {
  readonly toUnicode: Uint16Array;
  readonly toDisplay: Uint16Array;
  readonly fromLatin1: Uint8Array;
  /** The byte of U+0000..U+00FF, or -1. */
  readonly direct: Int16Array;
  readonly others: ReadonlyMap<number, number>;
}

/** A page whose tables are worked out at their first use, so that a page nobody uses costs one small object. */
export class TableCodePage implements CodePage {
  readonly name: string;
  readonly cgcsgid: number;
  readonly characterSet: number;
  readonly codePage: number;
  readonly #load: () => Uint16Array;
  readonly #decodeOnly: readonly number[];
  #made: Tables | undefined;

  /**
   * @param load - the code points of the 256 bytes; called once at most
   * @param decodeOnly - bytes that give way to a higher byte with the same character
   */
  constructor(name: string, cgcsgid: number, load: () => Uint16Array, decodeOnly: readonly number[] = []) {
    this.name = name;
    this.cgcsgid = cgcsgid;
    this.characterSet = Math.floor(cgcsgid / 65536);
    this.codePage = cgcsgid % 65536;
    this.#load = load;
    this.#decodeOnly = decodeOnly;
  }

  get #tables(): Tables {
    this.#made ??= tablesOf(this.#load(), this.#decodeOnly);
    return this.#made;
  }

  get toUnicode(): Uint16Array {
    return this.#tables.toUnicode;
  }

  get toDisplay(): Uint16Array {
    return this.#tables.toDisplay;
  }

  get fromLatin1(): Uint8Array {
    return this.#tables.fromLatin1;
  }

  encode(codePoint: number): number {
    const byte = this.encodeRaw(codePoint);
    return isGraphic(byte) ? byte : -1;
  }

  encodeRaw(codePoint: number): number {
    const { direct, others } = this.#tables;
    return (codePoint < DIRECT ? direct[codePoint] : others.get(codePoint)) ?? -1;
  }
}

function tablesOf(toUnicode: Uint16Array, decodeOnly: readonly number[]): Tables {
  const direct = new Int16Array(DIRECT).fill(-1);
  const others = new Map<number, number>();
  const enter = (byte: number): void => {
    const codePoint = toUnicode[byte] as number;
    if (codePoint === UNASSIGNED) return;
    if (codePoint < DIRECT) direct[codePoint] = byte;
    else others.set(codePoint, byte);
  };
  for (const byte of decodeOnly) enter(byte);
  // Later entries win: downwards, and graphic bytes last, so that the lower graphic byte encodes a character.
  for (let byte = 0xff; byte >= 0; byte--) if (!isGraphic(byte)) enter(byte);
  for (let byte = 0xff; byte >= 0; byte--) if (isGraphic(byte) && !decodeOnly.includes(byte)) enter(byte);
  return {
    toUnicode,
    toDisplay: toUnicode.map(displayed),
    fromLatin1: Uint8Array.from(direct, (byte) => (isGraphic(byte) ? byte : 0)),
    direct,
    others,
  };
}

/** Bytes that show a character on a 3270: 40..FE. */
function isGraphic(byte: number): boolean {
  return byte >= 0x40 && byte <= 0xfe;
}

const DISPLAYED_CONTROLS: ReadonlyMap<number, number> = /* @__PURE__ */ new Map([
  [0x1c, 0x2a], // DUP: an asterisk (with an overscore)
  [0x1e, 0x3b], // FM: a semicolon (with an overscore)
  [0x3f, 0x25cf], // SUB: a filled circle
]);

function displayed(codePoint: number, byte: number): number {
  const control = DISPLAYED_CONTROLS.get(byte);
  if (control !== undefined) return control;
  // Codes below 40 and FF are controls whatever a table says about them.
  return isGraphic(byte) && isPrintable(codePoint) ? codePoint : 0x20;
}

/** Whether a code point may stand in the text of a screen: no control, nothing that reorders or hides text. */
export function isPrintable(codePoint: number): boolean {
  if (codePoint < 0xa0) return codePoint >= 0x20 && codePoint < 0x7f;
  for (let i = 0; i < NOT_SHOWN.length; i += 2) {
    if (codePoint <= (NOT_SHOWN[i + 1] as number)) return codePoint < (NOT_SHOWN[i] as number);
  }
  return false;
}

/** Ascending ranges, each by its first and last code point. */
// biome-ignore format: one range a line
const NOT_SHOWN: readonly number[] = [
  0x034f, 0x034f, // combining grapheme joiner
  0x061c, 0x061c, // Arabic letter mark
  0x115f, 0x1160, // fillers of Hangul
  0x17b4, 0x17b5, // Khmer vowels without a form
  0x180b, 0x180f, // Mongolian selectors and vowel separator
  0x200b, 0x200f, // zero width, marks of direction
  0x2028, 0x202e, // line and paragraph separators, overrides of direction
  0x2060, 0x206f, // joiners and isolates
  0x3164, 0x3164, // Hangul filler
  0xd800, 0xdfff, // surrogates
  0xfdd0, 0xfdef, // no characters
  0xfe00, 0xfe0f, // variation selectors
  0xfeff, 0xfeff, // byte order mark
  0xffa0, 0xffa0, // half-width Hangul filler
  0xfff0, 0xffff, // annotations, object, U+FFFD, no characters
  0xe0000, 0x10ffff, // tags, selectors, private use
];
