/**
 * Collects the bytes of a record that cannot be lent as a view of the chunk: one copy, into memory that is handed on
 * with the record and never written again.
 */
export class RecordBuffer {
  #memory: Uint8Array | undefined;
  /** Where the record at hand starts and ends in the memory. */
  #start = 0;
  #end = 0;

  get length(): number {
    return this.#end - this.#start;
  }

  /** Appends `bytes[from..to)`. */
  append(bytes: Uint8Array, from: number, to: number): void {
    const count = to - from;
    const memory = this.#reserve(count, bytes.length - from);
    let at = this.#end;
    // A call of `set` with a new view costs as much as copying about this many bytes one by one.
    if (count < 48) for (let i = from; i < to; i++) memory[at++] = bytes[i] as number;
    else memory.set(bytes.subarray(from, to), at);
    this.#end += count;
  }

  /** Appends 255 `count` times: what doubled ones stand for. */
  appendDoubled(count: number, expected: number): void {
    const memory = this.#reserve(count, expected);
    if (count === 1) memory[this.#end] = 0xff;
    else memory.fill(0xff, this.#end, this.#end + count);
    this.#end += count;
  }

  /** The first bytes of the record at hand, copied. */
  sample(count: number): Uint8Array {
    return this.#memory?.slice(this.#start, Math.min(this.#end, this.#start + count)) ?? new Uint8Array(0);
  }

  /** Hands the record over and starts the next behind it. */
  finish(): Uint8Array {
    const record = this.#memory?.subarray(this.#start, this.#end) ?? new Uint8Array(0);
    this.#start = this.#end;
    return record;
  }

  /** Drops the record at hand. */
  discard(): void {
    this.#end = this.#start;
  }

  /** Gives the memory back; only between records. */
  release(): void {
    this.#memory = undefined;
    this.#start = 0;
    this.#end = 0;
  }

  /** `expected` bytes may still come from this chunk: room for them is made at once, so that one array serves many records. */
  #reserve(count: number, expected: number): Uint8Array {
    const memory = this.#memory;
    if (memory !== undefined && this.#end + count <= memory.length) return memory;
    const length = this.length;
    const room = Math.max(count, Math.min(expected, 65536));
    const grown = new Uint8Array(Math.max(length + room, length * 2, 64));
    if (memory !== undefined && length > 0) grown.set(memory.subarray(this.#start, this.#end));
    this.#memory = grown;
    this.#start = 0;
    this.#end = length;
    return grown;
  }
}
