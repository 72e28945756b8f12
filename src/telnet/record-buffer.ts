import { findByte } from '../bytes/index.js';
import { IAC } from './commands.data.js';

/** What is left of a chunk is copied in one go, but no more than this at once. */
const WINDOW = 65536;
/** Below this a loop copies faster than a native call. */
const SHORT = 32;
/** Up to this many bytes left are un-doubled on their way, byte by byte. */
const SMALL = 64;
/** Room for a common screen from the start: growing in small steps costs more than reading it. */
const FIRST = 2048;
const EMPTY: Uint8Array = /* @__PURE__ */ new Uint8Array(0);

/**
 * Collects the bytes of records that cannot be lent as a view of the chunk, un-doubled, in memory that is handed on with
 * the record and never written again.
 *
 * What is left of a chunk is copied behind the record at hand as it stands, and un-doubled there by moving runs forward;
 * the records behind it in the same chunk find their bytes in place already.
 */
export class RecordBuffer {
  #memory: Uint8Array = EMPTY;
  /** Where the record at hand starts and ends in the memory. */
  #start = 0;
  #end = 0;
  /** Bytes of the chunk that lie in the memory: those before this index, each at its index plus `#shift`. */
  #loaded = 0;
  #shift = 0;

  get length(): number {
    return this.#end - this.#start;
  }

  /** Another chunk comes: nothing of it is loaded. */
  nextChunk(): void {
    this.#loaded = 0;
  }

  /** Appends one byte; only before anything of the chunk has been taken. */
  byte(value: number): void {
    this.#reserve(1);
    this.#memory[this.#end++] = value;
  }

  /**
   * Takes record bytes from the chunk, un-doubled, up to a command.
   *
   * @param from - index of the first byte to take
   * @param room - how many more the record may hold; at most two windows above it are taken
   * @returns The index of the first byte not taken: an IAC, or where the window or the chunk ends.
   */
  take(chunk: Uint8Array, from: number, room: number): number {
    if (from + 1 >= this.#loaded) {
      if (chunk.length - from <= SMALL) return this.#takeSmall(chunk, from);
      const found = findByte(chunk, IAC, from);
      const stop = found < 0 ? chunk.length : found;
      const plain = stop - from;
      if (plain > room || stop + 1 >= chunk.length || chunk[stop + 1] !== IAC) {
        const end = plain > room ? from + room + 1 : stop;
        this.#append(chunk, from, end);
        return end;
      }
      this.#load(chunk, from, Math.min(chunk.length, stop + WINDOW));
    }
    return this.#undouble(from + this.#shift, this.#loaded + this.#shift) - this.#shift;
  }

  /** The first bytes of the record at hand, copied. */
  sample(count: number): Uint8Array {
    return this.#memory.slice(this.#start, Math.min(this.#end, this.#start + count));
  }

  /** Hands the record over and starts the next behind it. */
  finish(): Uint8Array {
    const record = this.#memory.subarray(this.#start, this.#end);
    this.#start = this.#end;
    return record;
  }

  /** Drops the record at hand. */
  discard(): void {
    this.#end = this.#start;
  }

  /** Gives the memory back; only between records. */
  release(): void {
    this.#memory = EMPTY;
    this.#start = 0;
    this.#end = 0;
    this.#loaded = 0;
  }

  /** Appends `chunk[from..to)` as it stands. */
  #append(chunk: Uint8Array, from: number, to: number): void {
    const count = to - from;
    // One array then also serves what else of this chunk has to be copied: making one costs more than its bytes do.
    this.#reserve(count, Math.max(count, Math.min(chunk.length - from, WINDOW)));
    let at = this.#end;
    if (count < SHORT) for (let i = from; i < to; i++) this.#memory[at++] = chunk[i] as number;
    else this.#memory.set(chunk.subarray(from, to), at);
    this.#end += count;
  }

  /** Copies `chunk[from..to)` behind the record at hand, and a 255 behind that, so that a search ends there. */
  #load(chunk: Uint8Array, from: number, to: number): void {
    this.#reserve(to - from + 1);
    this.#memory.set(from === 0 && to === chunk.length ? chunk : chunk.subarray(from, to), this.#end);
    this.#shift = this.#end - from;
    this.#loaded = to;
    this.#memory[to + this.#shift] = IAC;
  }

  #takeSmall(chunk: Uint8Array, from: number): number {
    const end = chunk.length;
    this.#reserve(end - from);
    const memory = this.#memory;
    let at = from;
    let to = this.#end;
    while (at < end) {
      const byte = chunk[at] as number;
      if (byte === IAC) {
        if (at + 1 >= end || chunk[at + 1] !== IAC) break;
        at++;
      }
      memory[to++] = byte;
      at++;
    }
    this.#end = to;
    return at;
  }

  /** Appends `memory[from..to)` to the record, which ends at or before `from`; returns where it stopped. */
  #undouble(from: number, to: number): number {
    const memory = this.#memory;
    let read = from;
    let write = this.#end;
    for (;;) {
      const stop = findByte(memory, IAC, read);
      if (write === read) read = write = stop;
      else if (stop - read < SHORT) while (read < stop) memory[write++] = memory[read++] as number;
      else {
        memory.copyWithin(write, read, stop);
        write += stop - read;
        read = stop;
      }
      const pairs = (endOf255s(memory, read, to) - read) >> 1;
      if (pairs === 0) break;
      read += pairs * 2;
      if (pairs < SHORT) for (let i = 0; i < pairs; i++) memory[write++] = IAC;
      else {
        memory.fill(IAC, write, write + pairs);
        write += pairs;
      }
    }
    this.#end = write;
    return read;
  }

  /** Makes room for `count` more bytes behind the record at hand; memory that must be new holds `wanted`. */
  #reserve(count: number, wanted: number = count): void {
    const memory = this.#memory;
    if (this.#end + count <= memory.length) return;
    const length = this.length;
    const grown = new Uint8Array(Math.max(length + wanted, length * 2, FIRST));
    if (length > 0) grown.set(memory.subarray(this.#start, this.#end));
    this.#memory = grown;
    this.#start = 0;
    this.#end = length;
    this.#loaded = 0;
  }
}

/** The index behind the run of 255s at `from`, at most `to`. */
function endOf255s(memory: Uint8Array, from: number, to: number): number {
  let end = from;
  while (
    end + 4 <= to &&
    ((memory[end] as number) &
      (memory[end + 1] as number) &
      (memory[end + 2] as number) &
      (memory[end + 3] as number)) ===
      IAC
  )
    end += 4;
  while (end < to && memory[end] === IAC) end++;
  return end;
}
