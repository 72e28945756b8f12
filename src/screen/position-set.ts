/** A set of positions as bits, in which the next member to the left is found by words; position `p` is bit `p & 31` of word `p >> 5`. */
export class PositionSet {
  #words: Int32Array = new Int32Array(0);

  /** Forgets all members and takes a new size. */
  reset(positionCount: number): void {
    const words = (positionCount + 31) >> 5;
    if (words > this.#words.length) this.#words = new Int32Array(words);
    else this.#words.fill(0);
  }

  put(position: number, isMember: boolean): void {
    const word = position >> 5;
    const bit = 1 << (position & 31);
    const bits = this.#words[word] as number;
    this.#words[word] = isMember ? bits | bit : bits & ~bit;
  }

  /** Puts in or takes out `start..end-1`; `start < end`. */
  putRange(start: number, end: number, isMember: boolean): void {
    const first = start >> 5;
    const last = (end - 1) >> 5;
    const head = -1 << (start & 31);
    const tail = -1 >>> (31 - ((end - 1) & 31));
    if (first === last) {
      this.#mask(first, head & tail, isMember);
      return;
    }
    this.#mask(first, head, isMember);
    this.#words.fill(isMember ? -1 : 0, first + 1, last);
    this.#mask(last, tail, isMember);
  }

  #mask(word: number, mask: number, isMember: boolean): void {
    const bits = this.#words[word] as number;
    this.#words[word] = isMember ? bits | mask : bits & ~mask;
  }

  has(position: number): boolean {
    return (((this.#words[position >> 5] as number) >>> (position & 31)) & 1) === 1;
  }

  /** The last member at or before a position, or -1. */
  previous(position: number): number {
    return this.#search(position, 0);
  }

  /** The last position at or before another one that is no member, or -1. */
  previousAbsent(position: number): number {
    return this.#search(position, -1);
  }

  /** @param flip - 0 to look for members, -1 for the others */
  #search(position: number, flip: number): number {
    if (position < 0) return -1;
    let word = position >> 5;
    let bits = ((this.#words[word] as number) ^ flip) & (-1 >>> (31 - (position & 31)));
    while (bits === 0) {
      if (--word < 0) return -1;
      bits = (this.#words[word] as number) ^ flip;
    }
    return (word << 5) + 31 - Math.clz32(bits);
  }
}
