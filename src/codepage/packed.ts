import type { CodePage } from './code-page.js';
import { type DoubleByteCodePage, MixedCodePage } from './double-byte.js';
import { PairTable } from './pair-table.js';

/** The digits of a packed table: graphic ASCII without what a template or a string would have to escape. */
export const DIGITS =
  '!"#%&()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~';
const BASE = 90;
/** Numbers of one digit; of two when the first is below the next; of three; else of four. */
export const ONE = 40;
export const TWO = 82;
export const THREE = 89;

/** A run of codes for characters that an installation makes itself: successive pairs for successive code points. */
export interface UserDefined {
  readonly first: number;
  readonly last: number;
  /** First code point, of Unicode's private use area. */
  readonly codePoint: number;
  /** Whether 80 and FE are no second bytes. */
  readonly gaps: boolean;
}

/** A double-byte page written in packed tables. */
interface PackedPage {
  readonly name: string;
  readonly singleByte: CodePage;
  readonly cgcsgid: number;
  /** Later ones replace what earlier ones have. */
  readonly tables: readonly string[];
  readonly userDefined: UserDefined;
  /** By turns a pair, and its letter with a combining mark. */
  readonly sequences?: readonly (number | string)[];
}

/** A page of packed tables, which are unpacked when the first pair is asked for. */
export function packedPage(page: PackedPage): DoubleByteCodePage {
  return new MixedCodePage(page.name, page.singleByte, page.cgcsgid, () => {
    const table = new PairTable();
    table.put(0x4040, 0x3000);
    for (const packed of page.tables) unpack(packed, table);
    fillUserDefined(page.userDefined, table);
    const { sequences = [] } = page;
    for (let i = 0; i < sequences.length; i += 2) {
      table.putText(sequences[i] as number, sequences[i + 1] as string);
    }
    return table.finish();
  });
}

/** The pair with a place in the square of 190 first by 190 second bytes, 41..FE each. */
export function pairAtPlace(place: number): number {
  return ((Math.floor(place / 190) + 0x41) << 8) | ((place % 190) + 0x41);
}

/**
 * Numbers in {@link DIGITS}; white space does not count. Runs follow each other: how many places lie between it and the
 * one before, how many pairs it has, and for each of them how far its code point lies from the one behind the last
 * (twice that, and for a negative distance one less than twice its size).
 */
function unpack(packed: string, table: PairTable): void {
  const values = new Uint8Array(128).fill(BASE);
  for (let i = 0; i < BASE; i++) values[DIGITS.charCodeAt(i)] = i;
  let at = 0;
  const digit = (): number => {
    let value = BASE;
    while (value === BASE && at < packed.length) value = values[packed.charCodeAt(at++)] as number;
    return value;
  };
  const number = (first: number): number => {
    if (first < ONE) return first;
    if (first < TWO) return ONE + (first - ONE) * BASE + digit();
    const two = ONE + (TWO - ONE) * BASE;
    if (first < THREE) return two + ((first - TWO) * BASE + digit()) * BASE + digit();
    return two + (THREE - TWO) * BASE * BASE + (digit() * BASE + digit()) * BASE + digit();
  };
  let place = 0;
  let codePoint = 0;
  for (let first = digit(); first < BASE; first = digit()) {
    place += number(first);
    for (let left = number(digit()); left > 0; left--) {
      const distance = number(digit());
      codePoint += distance % 2 === 0 ? distance / 2 : -(distance + 1) / 2;
      const pair = pairAtPlace(place++);
      if (codePoint > 0xffff) table.putText(pair, String.fromCodePoint(codePoint));
      else table.put(pair, codePoint);
      codePoint++;
    }
  }
}

function fillUserDefined({ first, last, codePoint, gaps }: UserDefined, table: PairTable): void {
  let next = codePoint;
  for (let pair = first; pair <= last; pair++) {
    const low = pair & 0xff;
    if (low < 0x41 || low === 0xff || (gaps && (low === 0x80 || low === 0xfe))) continue;
    table.put(pair, next++);
  }
}
