/**
 * Where the field attributes are: two bitmaps, one of all attributes and one of those of unprotected fields, so that
 * finding a field takes a few words and never a walk over cells (SEC-086 to SEC-088). Position `p` is bit `p & 31`
 * of word `p >> 5`. The two lie in one array, word by word, since an array costs some 200 bytes beside its content.
 */
export class FieldMap {
  /** Word `w` of all attributes at `2 * w`, of the unprotected ones behind it. */
  #maps: Int32Array;
  #positionCount: number;
  #words: number;
  /** No attribute is behind this position: a host mostly writes forwards on an erased screen, where none has to be forgotten. */
  #last = -1;

  constructor(positionCount: number) {
    this.#positionCount = positionCount;
    this.#words = (positionCount + 31) >> 5;
    this.#maps = new Int32Array(2 * this.#words);
  }

  /** Forgets all attributes and takes a new size. */
  reset(positionCount: number): void {
    const words = (positionCount + 31) >> 5;
    if (2 * words > this.#maps.length) this.#maps = new Int32Array(2 * words);
    else this.#maps.fill(0, 0, 2 * this.#words);
    this.#positionCount = positionCount;
    this.#words = words;
    this.#last = -1;
  }

  mark(position: number, isProtected: boolean): void {
    if (position > this.#last) this.#last = position;
    const maps = this.#maps;
    const at = (position >> 5) << 1;
    const bit = 1 << (position & 31);
    maps[at] = (maps[at] as number) | bit;
    if (isProtected) maps[at + 1] = (maps[at + 1] as number) & ~bit;
    else maps[at + 1] = (maps[at + 1] as number) | bit;
  }

  /** Forgets the attributes in `start..end-1`; `start < end`, no wrap. */
  clear(start: number, end: number): void {
    if (start > this.#last) return;
    const first = start >> 5;
    const last = (end - 1) >> 5;
    const head = -1 << (start & 31);
    const tail = -1 >>> (31 - ((end - 1) & 31));
    if (first === last) {
      this.#keep(first, ~(head & tail));
      return;
    }
    this.#keep(first, ~head);
    if (last - first > 1) this.#maps.fill(0, 2 * (first + 1), 2 * last);
    this.#keep(last, ~tail);
  }

  #keep(word: number, mask: number): void {
    const maps = this.#maps;
    const at = word << 1;
    const bits = maps[at] as number;
    if ((bits & ~mask) === 0) return;
    maps[at] = bits & mask;
    maps[at + 1] = (maps[at + 1] as number) & mask;
  }

  has(position: number): boolean {
    return (((this.#maps[(position >> 5) << 1] as number) >>> (position & 31)) & 1) === 1;
  }

  /** Whether there is no attribute: the buffer is unformatted (DS-095). */
  isEmpty(): boolean {
    const maps = this.#maps;
    for (let word = 0; word < this.#words; word++) if (maps[word << 1] !== 0) return false;
    return true;
  }

  /** How many attributes there are. */
  count(): number {
    let count = 0;
    for (let word = 0; word < this.#words; word++) {
      for (let bits = this.#maps[word << 1] as number; bits !== 0; bits &= bits - 1) count++;
    }
    return count;
  }

  /** The first attribute at or behind a position, up to the end of the buffer; -1 where there is none. */
  next(from: number): number {
    if (from >= this.#positionCount) return -1;
    const maps = this.#maps;
    let word = from >> 5;
    let bits = (maps[word << 1] as number) & (-1 << (from & 31));
    while (bits === 0) {
      if (++word >= this.#words) return -1;
      bits = maps[word << 1] as number;
    }
    return (word << 5) + lowestBit(bits);
  }

  /** The attribute that governs a position: at it or before it, going on from the end of the buffer; -1 without any. */
  governing(position: number): number {
    const maps = this.#maps;
    const start = position >> 5;
    let word = start;
    let bits = (maps[word << 1] as number) & (-1 >>> (31 - (position & 31)));
    for (let step = 0; bits === 0; step++) {
      if (step === this.#words) return -1;
      word = word === 0 ? this.#words - 1 : word - 1;
      bits = maps[word << 1] as number;
    }
    return (word << 5) + 31 - Math.clz32(bits);
  }

  /** The attribute that ends the field or gap at a position: the first one behind it, going on from position 0; -1 without any. */
  following(position: number): number {
    const found = this.next(position + 1);
    return found === -1 ? this.next(0) : found;
  }

  /** The first attribute of an unprotected field at or behind a position, up to the end; -1 where there is none. */
  nextUnprotected(from: number): number {
    for (let word = from >> 5, mask = -1 << (from & 31); word < this.#words; word++, mask = -1) {
      const bits = (this.#maps[(word << 1) + 1] as number) & mask;
      if (bits !== 0) return (word << 5) + lowestBit(bits);
    }
    return -1;
  }

  /** The first attribute at or behind a position whose field is unprotected and not of length 0; no wrap; -1 without any. */
  nextInput(from: number): number {
    if (from >= this.#positionCount) return -1;
    let word = from >> 5;
    let bits = this.#inputBits(word) & (-1 << (from & 31));
    while (bits === 0) {
      if (++word >= this.#words) return -1;
      bits = this.#inputBits(word);
    }
    return (word << 5) + lowestBit(bits);
  }

  /** As {@link FieldMap.nextInput}, backwards, going on from the end of the buffer. */
  previousInput(from: number): number {
    let word = from >> 5;
    let bits = this.#inputBits(word) & (-1 >>> (31 - (from & 31)));
    for (let step = 0; bits === 0; step++) {
      if (step === this.#words) return -1;
      word = word === 0 ? this.#words - 1 : word - 1;
      bits = this.#inputBits(word);
    }
    return (word << 5) + 31 - Math.clz32(bits);
  }

  /** Unprotected attributes of one word that have no attribute right behind them. */
  #inputBits(word: number): number {
    const maps = this.#maps;
    const unprotected = maps[(word << 1) + 1] as number;
    if (unprotected === 0) return 0;
    let behind = (maps[word << 1] as number) >>> 1;
    if (word + 1 < this.#words) behind |= (maps[(word + 1) << 1] as number) << 31;
    else behind |= ((maps[0] as number) & 1) << ((this.#positionCount - 1) & 31); // the last one is followed by position 0
    return unprotected & ~behind;
  }
}

function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}
