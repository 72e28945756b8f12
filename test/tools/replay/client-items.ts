import { fromHex } from '../../../src/bytes/index.js';

/** One unit of what a terminal sends: a telnet command, a subnegotiation, a record, or text outside records. */
export interface ClientItem {
  readonly kind: 'negotiation' | 'subnegotiation' | 'command' | 'record' | 'text';
  /** As it stands on the wire. */
  readonly wire: Uint8Array;
  /** Data of a record or text, and the body of a subnegotiation with its option; 255 not doubled. */
  readonly data: Uint8Array;
}

const IAC = 0xff;
const NONE: Uint8Array = fromHex('');

/** Cuts a stream into items. Data that no IAC EOR ends is text. Expects well-formed telnet: it reads recordings. */
export function splitClientBytes(bytes: Uint8Array): ClientItem[] {
  const items: ClientItem[] = [];
  let at = 0;
  while (at < bytes.length) {
    const second = bytes[at + 1];
    if (bytes[at] !== IAC || second === IAC) {
      const end = endOfData(bytes, at);
      const isRecord = bytes[end] === IAC && bytes[end + 1] === 0xef;
      const stop = isRecord ? end + 2 : end;
      items.push(item(isRecord ? 'record' : 'text', bytes, at, stop, undouble(bytes.subarray(at, end))));
      at = stop;
    } else if (second === 0xfa) {
      const end = endOfSubnegotiation(bytes, at + 2);
      items.push(item('subnegotiation', bytes, at, end, undouble(bytes.subarray(at + 2, end - 2))));
      at = end;
    } else {
      const verb = second !== undefined && second >= 0xfb;
      const length = verb ? 3 : 2;
      items.push(item(verb ? 'negotiation' : 'command', bytes, at, at + length, NONE));
      at += length;
    }
  }
  return items;
}

function item(
  kind: ClientItem['kind'],
  bytes: Uint8Array,
  start: number,
  end: number,
  data: Uint8Array,
): ClientItem {
  return { kind, wire: bytes.slice(start, end), data };
}

function endOfData(bytes: Uint8Array, start: number): number {
  let at = start;
  while (at < bytes.length && (bytes[at] !== IAC || bytes[at + 1] === IAC)) at += bytes[at] === IAC ? 2 : 1;
  return at;
}

function endOfSubnegotiation(bytes: Uint8Array, start: number): number {
  let at = start;
  while (at < bytes.length && !(bytes[at] === IAC && bytes[at + 1] === 0xf0)) at += bytes[at] === IAC ? 2 : 1;
  return Math.min(bytes.length, at + 2);
}

function undouble(bytes: Uint8Array): Uint8Array {
  return bytes.filter((byte, index) => byte !== IAC || !isSecondOfPair(bytes, index));
}

function isSecondOfPair(bytes: Uint8Array, index: number): boolean {
  let before = 0;
  while (bytes[index - 1 - before] === IAC) before++;
  return before % 2 === 1;
}

export function join(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
