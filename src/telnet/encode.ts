import { type ByteWriter, findByte } from '../bytes/index.js';
import { COMMANDS, IAC, VERBS, type Verb } from './commands.data.js';

/** How many bytes of `bytes[start..end)` are 255. */
function countIac(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let i = findByte(bytes, IAC, start); i >= 0 && i < end; i = findByte(bytes, IAC, i + 1)) {
    do {
      count++;
      i++;
    } while (i < end && bytes[i] === IAC);
  }
  return count;
}

/** Copies `bytes` to `target` at `at` with every 255 doubled; returns the index behind the copy. */
function copyDoubled(bytes: Uint8Array, target: Uint8Array, at: number): number {
  let from = 0;
  let to = at;
  while (from < bytes.length) {
    const found = findByte(bytes, IAC, from);
    const end = found < 0 ? bytes.length : found;
    if (end - from < 48) for (let i = from; i < end; i++) target[to++] = bytes[i] as number;
    else {
      target.set(bytes.subarray(from, end), to);
      to += end - from;
    }
    from = end;
    while (from < bytes.length && bytes[from] === IAC) {
      target[to++] = IAC;
      target[to++] = IAC;
      from++;
    }
  }
  return to;
}

/**
 * Puts a record on the wire: header and data with every 255 doubled, then IAC EOR. RFC 885 §6, RFC 2355 §8, TEL-066.
 *
 * @param header - bytes before the data (five for TN3270E), or an empty array
 * @param data - the record
 * @returns A new array of `header.length + data.length + doubled 255s + 2` bytes.
 */
export function encodeRecord(header: Uint8Array, data: Uint8Array): Uint8Array {
  const doubled = countIac(header, 0, header.length) + countIac(data, 0, data.length);
  const wire = new Uint8Array(header.length + data.length + doubled + 2 /* IAC EOR */);
  let at = copyDoubled(header, wire, 0);
  at = copyDoubled(data, wire, at);
  wire[at] = IAC;
  wire[at + 1] = COMMANDS.endOfRecord;
  return wire;
}

/** Data outside records, with every 255 doubled (TEL-002). */
export function encodeData(data: Uint8Array): Uint8Array {
  const wire = new Uint8Array(data.length + countIac(data, 0, data.length));
  copyDoubled(data, wire, 0);
  return wire;
}

/** `IAC SB option body IAC SE` with every 255 doubled, the option's too (IAC SB IAC SE has no option). RFC 855. */
export function encodeSubnegotiation(option: number, body: Uint8Array): Uint8Array {
  const start = option === IAC ? 4 : 3; /* IAC SB option */
  const wire = new Uint8Array(start + body.length + countIac(body, 0, body.length) + 2 /* IAC SE */);
  wire[0] = IAC;
  wire[1] = COMMANDS.subnegotiation;
  wire.fill(option, 2, start);
  const at = copyDoubled(body, wire, start);
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
