import fc from 'fast-check';
import { expect } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.js';
import { type FramingLimits, TelnetDecoder, type TelnetToken } from '../../src/telnet/index.js';

/** How a stream is read. */
export interface Reading {
  readonly cutRecords?: boolean;
  readonly limits?: FramingLimits;
  /** Called behind each token; may switch `decoder.cutRecords`, as a session does. */
  readonly onToken?: (token: TelnetToken, decoder: TelnetDecoder) => void;
}

/** What a stream is read as: a line for each token, neighbouring data joined, and whether something was left open. */
export interface Outcome {
  readonly lines: readonly string[];
  readonly incomplete: boolean;
}

/** A token as one line: offset, type, and what it carries, bytes in hex. */
function line(token: TelnetToken): string {
  switch (token.type) {
    case 'data':
    case 'record':
      return `${token.offset} ${token.type} ${toHex(token.bytes)}`;
    case 'command':
      return `${token.offset} command ${token.command}`;
    case 'negotiation':
      return `${token.offset} ${token.verb} ${token.option}`;
    case 'subnegotiation':
      return `${token.offset} subnegotiation ${token.option} ${toHex(token.bytes)}`;
    case 'fault':
      return `${token.offset} fault ${token.code} ${toHex(token.bytes)}`;
  }
}

/** Reads a stream in the given chunks. Each chunk is overwritten once drained, as an embedder's read buffer is. */
export function readChunks(chunks: readonly Uint8Array[], reading: Reading = {}): Outcome {
  const decoder = new TelnetDecoder(reading.limits);
  decoder.cutRecords = reading.cutRecords ?? false;
  const lines: string[] = [];
  let lastIsData = false;
  let total = 0;
  for (const piece of chunks) {
    const chunk = piece.slice();
    decoder.receive(chunk);
    for (let token = decoder.next(); token !== undefined; token = decoder.next()) {
      if (token.type === 'data' && lastIsData) lines[lines.length - 1] += toHex(token.bytes);
      else lines.push(line(token));
      lastIsData = token.type === 'data';
      reading.onToken?.(token, decoder);
    }
    total += chunk.length;
    if (!decoder.drained || decoder.offset !== total || decoder.peek() !== -1) {
      throw new Error(`after ${total} bytes the decoder stands at ${decoder.offset}`);
    }
    chunk.fill(0xaa);
  }
  return { lines, incomplete: decoder.incomplete };
}

/** Cuts a stream at ascending positions. */
function cut(wire: Uint8Array, positions: readonly number[]): Uint8Array[] {
  const ends = [...positions, wire.length];
  return ends.map((end, i) => wire.subarray(i === 0 ? 0 : (ends[i - 1] as number), end));
}

/** Cuts a stream into pieces of the given sizes and a last one with the rest. */
export function piecesOf(wire: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  let at = 0;
  const positions = sizes.map((size) => {
    at = Math.min(at + size, wire.length);
    return at;
  });
  return cut(wire, positions);
}

function same(one: Outcome, other: Outcome): boolean {
  return one.incomplete === other.incomplete && one.lines.join('\n') === other.lines.join('\n');
}

/** True when `part` is how `whole` begins; the last run of data may be cut short. */
function begins(part: readonly string[], whole: readonly string[]): boolean {
  return part.every((text, i) => {
    const full = whole[i];
    const mayGrow = i === part.length - 1 && text.split(' ')[1] === 'data';
    return full === text || (mayGrow && full?.startsWith(text) === true);
  });
}

function must(agree: boolean, got: Outcome, wanted: Outcome, how: string): void {
  if (!agree) expect(got, how).toEqual(wanted);
}

/** What may follow a sample: text, a command, the rest of a subnegotiation, the end of a record. */
const SUFFIXES: readonly Uint8Array[] = ['41', 'fff1', 'fff0', 'ffef', 'ff', 'f0'].map(fromHex);

/**
 * Reads a sample whole, byte by byte, cut at every position, cut at random, truncated at every length and with bytes
 * after it, and fails where one reading differs from another.
 *
 * @param sample - the stream, as bytes or in hex
 * @returns What it was read as.
 */
export function readEveryWay(sample: Uint8Array | string, reading: Reading = {}): Outcome {
  const wire = typeof sample === 'string' ? fromHex(sample) : sample;
  const whole = readChunks([wire], reading);
  const bytes = Array.from(wire, (byte) => Uint8Array.of(byte));
  const single = readChunks(bytes, reading);
  must(same(single, whole), single, whole, 'byte by byte');
  for (let at = 0; at <= wire.length; at++) {
    const two = readChunks(cut(wire, [at]), reading);
    must(same(two, whole), two, whole, `cut at ${at}`);
    const part = readChunks([wire.subarray(0, at)], reading);
    must(begins(part.lines, whole.lines), part, whole, `truncated at ${at}`);
  }
  for (const suffix of SUFFIXES) {
    const longer = readChunks([Uint8Array.of(...wire, ...suffix)], reading);
    must(begins(whole.lines, longer.lines), longer, whole, `with ${toHex(suffix)} after it`);
  }
  const positions = fc.array(fc.nat(wire.length), { maxLength: 12 });
  fc.assert(
    fc.property(positions, (list) => {
      const sorted = list.sort((a, b) => a - b);
      const many = readChunks(cut(wire, sorted), reading);
      must(same(many, whole), many, whole, `cut at ${sorted.join(' ')}`);
    }),
    { numRuns: 20 },
  );
  return whole;
}

/** The lines of {@link readEveryWay}; fails when something was left open. */
export function tokens(sample: Uint8Array | string, reading: Reading = {}): readonly string[] {
  const { lines, incomplete } = readEveryWay(sample, reading);
  expect(incomplete, 'left open').toBe(false);
  return lines;
}

/** The lines of a sample that ends in the middle of something. */
export function tokensBeforeTheEnd(sample: Uint8Array | string, reading: Reading = {}): readonly string[] {
  const { lines, incomplete } = readEveryWay(sample, reading);
  expect(incomplete, 'left open').toBe(true);
  return lines;
}
