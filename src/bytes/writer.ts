/** A growing byte buffer. Starts with no storage, so that an idle session costs nothing for it. */
export class ByteWriter {
  #bytes: Uint8Array = EMPTY;
  #length = 0;

  /** Bytes written since the last {@link ByteWriter.take} or {@link ByteWriter.clear}. */
  get length(): number {
    return this.#length;
  }

  /** Appends one byte; only its low eight bits count. */
  byte(value: number): void {
    if (this.#length === this.#bytes.length) this.#grow(1);
    this.#bytes[this.#length++] = value;
  }

  /** Appends a 16-bit number, big-endian. */
  uint16(value: number): void {
    this.byte(value >> 8);
    this.byte(value);
  }

  /** Appends `bytes[start..end)`, copied. */
  bytes(bytes: Uint8Array, start = 0, end: number = bytes.length): void {
    const count = end - start;
    if (count <= 0) return;
    if (this.#length + count > this.#bytes.length) this.#grow(count);
    if (count < SHORT) {
      for (let at = start; at < end; at++) this.#bytes[this.#length++] = bytes[at] as number;
      return;
    }
    this.#bytes.set(start === 0 && end === bytes.length ? bytes : bytes.subarray(start, end), this.#length);
    this.#length += count;
  }

  /** Appends an array that the caller gives away. Where nothing stands before it, it is not copied. */
  adopt(bytes: Uint8Array): void {
    if (this.#length > 0) {
      this.bytes(bytes);
      return;
    }
    this.#bytes = bytes;
    this.#length = bytes.length;
  }

  /** Appends the same byte `count` times. */
  fill(value: number, count: number): void {
    if (this.#length + count > this.#bytes.length) this.#grow(count);
    this.#bytes.fill(value, this.#length, this.#length + count);
    this.#length += count;
  }

  /** Overwrites a 16-bit number written earlier, such as a length that was not known then. */
  setUint16(offset: number, value: number): void {
    this.#bytes[offset] = value >> 8;
    this.#bytes[offset + 1] = value;
  }

  /** The bytes so far, as a view that the next write may invalidate. */
  view(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  /** Returns exactly the bytes written, on memory that is the caller's alone, and starts anew. */
  take(): Uint8Array {
    const full = this.#length === this.#bytes.length;
    const taken = full ? this.#bytes : this.#bytes.slice(0, this.#length);
    if (full) this.#bytes = EMPTY;
    this.clear();
    return taken;
  }

  /** Forgets the bytes; storage above 4 KiB is given back. */
  clear(): void {
    this.#length = 0;
    if (this.#bytes.length > 4096) this.#bytes = EMPTY;
  }

  #grow(more: number): void {
    const grown = new Uint8Array(Math.max(this.#length + more, this.#bytes.length * 2, 64));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}

const EMPTY = /* @__PURE__ */ new Uint8Array(0);
/** Below this a loop copies faster than a native call. */
const SHORT = 32;
