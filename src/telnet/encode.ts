import { type ByteWriter, copyBytes, UsageError } from '../bytes/index.js';
import { COMMANDS, IAC, VERBS, type Verb } from './commands.data.js';
import { count255s, doubleInPlace } from './doubled.js';

/** Writes `bytes`, of which `count` are 255, to `wire` at `at` with those doubled; returns the index behind. */
function writeDoubled(bytes: Uint8Array, count: number, wire: Uint8Array, at: number): number {
  const start = at + count;
  copyBytes(wire, bytes, start);
  return count === 0 ? start + bytes.length : doubleInPlace(wire, start, start + bytes.length, at);
}

/**
 * Puts a record on the wire: header and data with every 255 doubled, then IAC EOR. RFC 885 §6, RFC 2355 §8, TEL-066.
 *
 * @param header - bytes before the data (five for TN3270E), or an empty array
 * @param data - the record
 * @returns A new array of `header.length + data.length + doubled 255s + 2` bytes.
 */
export function encodeRecord(header: Uint8Array, data: Uint8Array): Uint8Array {
  const inHeader = count255s(header);
  const inData = count255s(data);
  const wire = new Uint8Array(header.length + inHeader + data.length + inData + 2 /* IAC EOR */);
  const at = writeDoubled(header, inHeader, wire, 0);
  endRecord(wire, writeDoubled(data, inData, wire, at));
  return wire;
}

/**
 * As {@link encodeRecord}, into an array that the caller has: for much output, since making an array costs more than to fill it.
 *
 * @param at - where the record begins. From there on all of `wire` may be written, also behind what is returned
 * @returns The index behind the record.
 * @throws {@link UsageError} `argument-invalid` when the record might not fit: `wire` must have room for twice the
 * bytes of header and data, and two.
 * @example
 * const wire = new Uint8Array(65536);
 * const end = writeRecord(wire, 0, new Uint8Array(0), record);
 * socket.write(wire.subarray(0, end));
 */
export function writeRecord(wire: Uint8Array, at: number, header: Uint8Array, data: Uint8Array): number {
  const room = 2 * (header.length + data.length) + 2; /* IAC EOR */
  if (!Number.isInteger(at) || at < 0 || at + room > wire.length) {
    throw new UsageError(
      'argument-invalid',
      `wire must have room for ${room} bytes at ${at}, and has ${wire.length}`,
    );
  }
  const dataAt = header.length === 0 ? at : writeLoosely(header, wire, at);
  return endRecord(wire, writeLoosely(data, wire, dataAt));
}

/** As {@link writeDoubled} where there is room enough to count nothing. */
function writeLoosely(bytes: Uint8Array, wire: Uint8Array, at: number): number {
  const start = at + bytes.length;
  copyBytes(wire, bytes, start);
  return doubleInPlace(wire, start, start + bytes.length, at);
}

/** Writes IAC EOR; returns the index behind. */
function endRecord(wire: Uint8Array, at: number): number {
  wire[at] = IAC;
  wire[at + 1] = COMMANDS.endOfRecord;
  return at + 2;
}

/** Data outside records, with every 255 doubled (TEL-002). */
export function encodeData(data: Uint8Array): Uint8Array {
  const count = count255s(data);
  const wire = new Uint8Array(data.length + count);
  writeDoubled(data, count, wire, 0);
  return wire;
}

/** `IAC SB option body IAC SE` with every 255 doubled, the option's too (IAC SB IAC SE has no option). RFC 855. */
export function encodeSubnegotiation(option: number, body: Uint8Array): Uint8Array {
  const start = option === IAC ? 4 : 3; /* IAC SB option */
  const count = count255s(body);
  const wire = new Uint8Array(start + body.length + count + 2 /* IAC SE */);
  wire[0] = IAC;
  wire[1] = COMMANDS.subnegotiation;
  wire[2] = option;
  wire[start - 1] = option;
  const at = writeDoubled(body, count, wire, start);
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
