/**
 * Reads integers from a byte array, and never past its end: a read that does not fit returns -1 and moves to
 * the end, so a parser can test once, after the last read of a group.
 */
export class ByteCursor {
  readonly bytes: Uint8Array;
  readonly end: number;
  /** Index of the next byte. */
  offset: number;

  constructor(bytes: Uint8Array, start = 0, end: number = bytes.length) {
    this.bytes = bytes;
    this.offset = start;
    this.end = Math.min(end, bytes.length);
  }

  /** Bytes not read yet. */
  get remaining(): number {
    return this.end - this.offset;
  }

  /** The next byte, or -1. */
  uint8(): number {
    return this.offset < this.end ? (this.bytes[this.offset++] as number) : -1;
  }

  /** The next two bytes as a big-endian number, or -1. */
  uint16(): number {
    if (this.remaining < 2) {
      this.offset = this.end;
      return -1;
    }
    const value = ((this.bytes[this.offset] as number) << 8) | (this.bytes[this.offset + 1] as number);
    this.offset += 2;
    return value;
  }

  /** The next four bytes as a big-endian number 0..4294967295, or -1. */
  uint32(): number {
    if (this.remaining < 4) {
      this.offset = this.end;
      return -1;
    }
    const high = this.uint16();
    return high * 65536 + this.uint16();
  }

  /** The next `count` bytes as a view (fewer where fewer are left). */
  take(count: number): Uint8Array {
    const start = this.offset;
    this.offset = Math.min(this.end, start + count);
    return this.bytes.subarray(start, this.offset);
  }
}
