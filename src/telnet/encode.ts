import { type ByteWriter, findByte } from '../bytes/index.js';
import { COMMANDS, IAC, VERBS, type Verb } from './commands.data.js';

const NONE: readonly number[] = [];
/** Below this a loop copies faster than a native call. */
const SHORT = 24;

/** Runs of 255 in `bytes`: start and end of each, one behind the other. */
function findRuns(bytes: Uint8Array): readonly number[] {
  let start = findByte(bytes, IAC, 0);
  if (start < 0) return NONE;
  const runs: number[] = [];
  while (start >= 0) {
    let end = start + 1;
    while (end < bytes.length && bytes[end] === IAC) end++;
    runs.push(start, end);
    start = end < bytes.length ? findByte(bytes, IAC, end) : -1;
  }
  return runs;
}

/** How many bytes the runs hold, and so by how many the wire is longer. */
function lengthOf(runs: readonly number[]): number {
  let length = 0;
  for (let i = 0; i < runs.length; i += 2) length += (runs[i + 1] as number) - (runs[i] as number);
  return length;
}

/**
 * Writes `bytes` to `wire` at `at` with its runs of 255 doubled; returns the index behind. They are copied whole to the
 * end of their place, then moved forward piece by piece: a piece behind the last 255 lies right already.
 */
function writeDoubled(bytes: Uint8Array, runs: readonly number[], wire: Uint8Array, at: number): number {
  const shift = at + lengthOf(runs);
  wire.set(bytes, shift);
  let read = shift;
  let write = at;
  for (let i = 0; i < runs.length; i += 2) {
    const start = shift + (runs[i] as number);
    const end = shift + (runs[i + 1] as number);
    if (start - read < SHORT) while (read < start) wire[write++] = wire[read++] as number;
    else {
      wire.copyWithin(write, read, start);
      write += start - read;
    }
    const behind = write + 2 * (end - start);
    if (behind - write < SHORT) while (write < behind) wire[write++] = IAC;
    else wire.fill(IAC, write, behind);
    write = behind;
    read = end;
  }
  return shift + bytes.length;
}

/**
 * Puts a record on the wire: header and data with every 255 doubled, then IAC EOR. RFC 885 §6, RFC 2355 §8, TEL-066.
 *
 * @param header - bytes before the data (five for TN3270E), or an empty array
 * @param data - the record
 * @returns A new array of `header.length + data.length + doubled 255s + 2` bytes.
 */
export function encodeRecord(header: Uint8Array, data: Uint8Array): Uint8Array {
  const inHeader = findRuns(header);
  const inData = findRuns(data);
  const doubled = lengthOf(inHeader) + lengthOf(inData);
  const wire = new Uint8Array(header.length + data.length + doubled + 2 /* IAC EOR */);
  let at = writeDoubled(header, inHeader, wire, 0);
  at = writeDoubled(data, inData, wire, at);
  wire[at] = IAC;
  wire[at + 1] = COMMANDS.endOfRecord;
  return wire;
}

/** Data outside records, with every 255 doubled (TEL-002). */
export function encodeData(data: Uint8Array): Uint8Array {
  const runs = findRuns(data);
  const wire = new Uint8Array(data.length + lengthOf(runs));
  writeDoubled(data, runs, wire, 0);
  return wire;
}

/** `IAC SB option body IAC SE` with every 255 doubled, the option's too (IAC SB IAC SE has no option). RFC 855. */
export function encodeSubnegotiation(option: number, body: Uint8Array): Uint8Array {
  const start = option === IAC ? 4 : 3; /* IAC SB option */
  const runs = findRuns(body);
  const wire = new Uint8Array(start + body.length + lengthOf(runs) + 2 /* IAC SE */);
  wire[0] = IAC;
  wire[1] = COMMANDS.subnegotiation;
  wire.fill(option, 2, start);
  const at = writeDoubled(body, runs, wire, start);
  wire[at] = IAC;
  wire[at + 1] = COMMANDS.subnegotiationEnd;
  return wire;
}

/** Appends `IAC verb option`, three bytes. */
export function writeNegotiation(output: ByteWriter, verb: Verb, option: number): void {
  output.byte(IAC);
  output.byte(0xfb + VERBS.indexOf(verb));
  output.byte(option);
}
