import { copyBytes, findByte, moveBytes, viewOf } from '../bytes/index.js';
import { IAC } from './commands.data.js';
import { endOf255s } from './doubled.js';

/** What is left of a chunk is copied in one go, but no more than this at once. */
const WINDOW = 65536;
/** Below this a loop copies faster than a native call. */
const SHORT = 32;
/** Up to this many bytes left are un-doubled on their way, by a loop. */
const SMALL = 64;
/** From so many on, a whole chunk without 255 is searched and copied by native calls. */
const NATIVE = 16;
/** Room for a common screen from the start: growing in small steps costs more than reading it. */
const FIRST = 2048;
const EMPTY: Uint8Array = /* @__PURE__ */ new Uint8Array(0);

/** Memory above this is kept for the next chunk: a busy stream makes none anew. What is smaller costs less than it holds while idle. */
const KEPT_FROM = 8192;

/**
 * Collects the bytes of records that cannot be lent as a view of the chunk, un-doubled. A record is lent from the memory
 * here until the next chunk, or is its receiver's for good, and is then never written again.
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
  /** What lies before `#start` was given away for good. */
  #givenAway = false;
  /** The memory was written since the last rest. */
  #used = false;

  get length(): number {
    return this.#end - this.#start;
  }

  /** Another chunk comes: nothing of it is loaded, and what was lent is not read any more. */
  nextChunk(): void {
    this.#loaded = 0;
    if (this.#start === 0 || this.#givenAway) return;
    if (this.#end > this.#start) moveBytes(this.#memory, 0, this.#start, this.#end);
    this.#end -= this.#start;
    this.#start = 0;
  }

  /** Whether the byte at this index of the chunk and the one behind it lie in the memory already. */
  holds(at: number): boolean {
    return at + 1 < this.#loaded;
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
   * @param all - whether the records behind it will be taken too
   * @returns The index of the first byte not taken: an IAC, or where the window or the chunk ends.
   */
  take(chunk: Uint8Array, from: number, room: number, all: boolean): number {
    if (from + 1 >= this.#loaded) {
      if (chunk.length - from <= SMALL) return this.#takeSmall(chunk, from);
      let loadTo = from;
      if (!all) {
        const found = findByte(chunk, IAC, from);
        const stop = found < 0 ? chunk.length : found;
        const plain = stop - from;
        if (plain > room || stop + 1 >= chunk.length || chunk[stop + 1] !== IAC) {
          const end = plain > room ? from + room + 1 : stop;
          this.#append(chunk, from, end);
          return end;
        }
        loadTo = stop;
      }
      this.#load(chunk, from, Math.min(chunk.length, loadTo + WINDOW));
    }
    return this.#undouble(from + this.#shift, this.#loaded + this.#shift) - this.#shift;
  }

  /** The first bytes of the record at hand, copied. */
  sample(count: number): Uint8Array {
    return this.#memory.slice(this.#start, Math.min(this.#end, this.#start + count));
  }

  /**
   * Hands the record over and starts the next behind it.
   * @param forGood - not just until the next chunk
   */
  finish(forGood: boolean): Uint8Array {
    const record = viewOf(this.#memory, this.#start, this.#end);
    this.#start = this.#end;
    if (forGood) this.#givenAway = true;
    return record;
  }

  /** Drops the record at hand. */
  discard(): void {
    this.#end = this.#start;
  }

  /** The chunk is read, and no record is open. */
  rest(): void {
    const { length } = this.#memory;
    if (length === 0) return;
    if (length > WINDOW || length < KEPT_FROM || this.#givenAway || !this.#used) this.#giveBack();
    this.#used = false;
  }

  #giveBack(): void {
    this.#memory = EMPTY;
    this.#start = 0;
    this.#end = 0;
    this.#loaded = 0;
    this.#givenAway = false;
  }

  /** Appends `chunk[from..to)` as it stands. */
  #append(chunk: Uint8Array, from: number, to: number): void {
    const count = to - from;
    // One array then also serves what else of this chunk has to be copied: making one costs more than its bytes do.
    this.#reserve(count, Math.max(count, Math.min(chunk.length - from, WINDOW)));
    let at = this.#end;
    if (count < SHORT) for (let i = from; i < to; i++) this.#memory[at++] = chunk[i] as number;
    else copyBytes(this.#memory, viewOf(chunk, from, to), at);
    this.#end += count;
  }

  /** Copies `chunk[from..to)` behind the record at hand, and a 255 behind that, so that a search ends there. */
  #load(chunk: Uint8Array, from: number, to: number): void {
    this.#reserve(to - from + 1);
    const whole = from === 0 && to === chunk.length;
    copyBytes(this.#memory, whole ? chunk : viewOf(chunk, from, to), this.#end);
    this.#shift = this.#end - from;
    this.#loaded = to;
    this.#memory[to + this.#shift] = IAC;
  }

  #takeSmall(chunk: Uint8Array, from: number): number {
    const end = chunk.length;
    this.#reserve(end - from);
    const memory = this.#memory;
    let to = this.#end;
    if (from === 0 && end >= NATIVE && findByte(chunk, IAC, 0) < 0) {
      copyBytes(memory, chunk, to);
      this.#end = to + end;
      return end;
    }
    let at = from;
    while (at < end) {
      // Four at once while none of them is 255: half the time.
      for (; at + 4 <= end; at += 4, to += 4) {
        const a = chunk[at] as number;
        const b = chunk[at + 1] as number;
        const c = chunk[at + 2] as number;
        const d = chunk[at + 3] as number;
        if (((a + 1) | (b + 1) | (c + 1) | (d + 1)) > IAC) break;
        memory[to] = a;
        memory[to + 1] = b;
        memory[to + 2] = c;
        memory[to + 3] = d;
      }
      if (at >= end) break;
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
        moveBytes(memory, write, read, stop);
        write += stop - read;
        read = stop;
      }
      if (read + 1 >= to || memory[read + 1] !== IAC) break;
      memory[write++] = IAC;
      read += 2;
      if (memory[read] !== IAC) continue;
      const pairs = (endOf255s(memory, read, to) - read) >> 1;
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
    this.#used = true;
    if (this.#end + count <= memory.length) return;
    const length = this.length;
    const grown = new Uint8Array(Math.max(length + wanted, length * 2, FIRST));
    if (length > 0) copyBytes(grown, viewOf(memory, this.#start, this.#end), 0);
    this.#memory = grown;
    this.#start = 0;
    this.#end = length;
    this.#loaded = 0;
    this.#givenAway = false;
  }
}
