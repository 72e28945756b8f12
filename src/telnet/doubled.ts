import { findByte, moveBytes } from '../bytes/index.js';
import { IAC } from './commands.data.js';

/** Below this a loop moves faster than a native call. */
const SHORT = 32;

/** The index behind the run of 255s at `from`, at most `to`. */
export function endOf255s(bytes: Uint8Array, from: number, to: number): number {
  let end = from;
  while (
    end + 4 <= to &&
    ((bytes[end] as number) &
      (bytes[end + 1] as number) &
      (bytes[end + 2] as number) &
      (bytes[end + 3] as number)) ===
      IAC
  )
    end += 4;
  while (end < to && bytes[end] === IAC) end++;
  return end;
}

/** How many bytes are 255. */
export function count255s(bytes: Uint8Array): number {
  let count = 0;
  for (let start = findByte(bytes, IAC, 0); start >= 0; ) {
    const end = endOf255s(bytes, start, bytes.length);
    count += end - start;
    start = end < bytes.length ? findByte(bytes, IAC, end) : -1;
  }
  return count;
}

/**
 * Moves `bytes[from..to)` forward to `target` in the same array, each 255 doubled. The gap before `from` must hold as many bytes as
 * there are 255s, and what stands at `to`, if anything, is overwritten by a 255.
 *
 * @returns The index behind what was written.
 */
export function doubleInPlace(bytes: Uint8Array, from: number, to: number, target: number): number {
  if (to < bytes.length) bytes[to] = IAC; // so that every search ends there
  let read = from;
  let write = target;
  for (;;) {
    const found = findByte(bytes, IAC, read);
    const stop = found < 0 ? to : found;
    if (write === read) read = write = stop;
    else if (stop - read < SHORT) while (read < stop) bytes[write++] = bytes[read++] as number;
    else {
      moveBytes(bytes, write, read, stop);
      write += stop - read;
      read = stop;
    }
    if (read >= to) return write;
    read = bytes[read + 1] === IAC ? endOf255s(bytes, read, to) : read + 1;
    const behind = write + 2 * (read - stop);
    if (behind - write < SHORT) while (write < behind) bytes[write++] = IAC;
    else bytes.fill(IAC, write, behind);
    write = behind;
  }
}

/** The index of the first byte from `from` on that is neither a record's plain byte nor half of a doubled 255. */
export function skipText(chunk: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    at = findByte(chunk, IAC, at);
    if (at < 0) return chunk.length;
    if (at + 1 >= chunk.length || chunk[at + 1] !== IAC) return at;
    do at += 2;
    while (at + 1 < chunk.length && chunk[at] === IAC && chunk[at + 1] === IAC);
  }
}
