import { UsageError } from '../bytes/index.js';

/** First of the values in {@link PairTable} that stand for a text of more than one UTF-16 unit: surrogates. */
const SPECIAL = 0xd800;
const MAX_SPECIALS = 0x800;

/**
 * Characters of double-byte codes, both ways. A character of one UTF-16 unit stands in an array; others (beyond
 * U+FFFF, or a letter with a combining mark) stand in a list, and the array has a surrogate that says where.
 */
export class PairTable {
  /** By pair; 0 for none. */
  readonly #units: Uint16Array = new Uint16Array(0x10000);
  readonly #specials: string[] = [];
  /** By UTF-16 unit; 0 for none. */
  readonly #pairs: Uint16Array = new Uint16Array(0x10000);
  readonly #specialPairs: Map<string, number> = new Map();
  /** The first code points of sequences. */
  readonly #starters: Set<number> = new Set();

  /** Gives a pair a character of one UTF-16 unit, which is no surrogate. */
  put(pair: number, unit: number): void {
    this.#units[pair] = unit;
  }

  /** Gives a pair any character, or one with a combining mark. */
  putText(pair: number, text: string): void {
    if (text.length === 1) {
      this.put(pair, text.charCodeAt(0));
      return;
    }
    if (this.#specials.length === MAX_SPECIALS) {
      throw new UsageError(
        'argument-invalid',
        `at most ${MAX_SPECIALS} pairs may have a text longer than one unit`,
      );
    }
    this.#units[pair] = SPECIAL + this.#specials.length;
    this.#specials.push(text);
  }

  /** To be called when all is put: works out the way back. Of two pairs with one character the higher encodes it. */
  finish(): this {
    for (let pair = 0; pair < 0x10000; pair++) {
      const unit = this.#units[pair] as number;
      if (unit === 0) continue;
      const special = this.#special(unit);
      if (special === undefined) {
        this.#pairs[unit] = pair;
        continue;
      }
      this.#specialPairs.set(special, pair);
      const first = special.codePointAt(0) as number;
      if (special.length > (first > 0xffff ? 2 : 1)) this.#starters.add(first);
    }
    return this;
  }

  /** The character of a pair, empty for none. */
  text(pair: number): string {
    const unit = this.#units[pair] ?? 0;
    if (unit === 0) return '';
    return this.#special(unit) ?? String.fromCharCode(unit);
  }

  /** The pair of a character without combining mark, 0 for none. */
  pairOf(codePoint: number): number {
    if (codePoint > 0xffff) return this.#specialPairs.get(String.fromCodePoint(codePoint)) ?? 0;
    return (codePoint & 0xf800) === SPECIAL ? 0 : (this.#pairs[codePoint] ?? 0);
  }

  /** The pair of the longest piece of text that begins at an index, 0 for none. */
  pairAt(text: string, index: number): number {
    const first = text.codePointAt(index) ?? 0;
    if (this.#starters.has(first)) {
      const next = index + (first > 0xffff ? 2 : 1);
      const pair = this.#specialPairs.get(text.slice(index, next + 1));
      if (pair !== undefined) return pair;
    }
    return this.pairOf(first);
  }

  #special(unit: number): string | undefined {
    return (unit & 0xf800) === SPECIAL ? this.#specials[unit - SPECIAL] : undefined;
  }
}
