import { fromHex, toHex } from '../../bytes/index.js';

/**
 * What lies on the simulated wire: telnet in the clear, telnet inside TLS, one of the three messages of the TLS double, or the
 * end of the connection.
 */
export type MessageKind = 'clear' | 'sealed' | 'clientHello' | 'serverHello' | 'finished' | 'fin';

export interface Message {
  readonly kind: MessageKind;
  /** What is meant; for `sealed` the plaintext. Empty for `fin`. */
  readonly bytes: Uint8Array;
}

const EMPTY: Uint8Array = /* @__PURE__ */ new Uint8Array(0);

/** The messages of the TLS double: whole records with the types and versions of real ones. */
export const CLIENT_HELLO: Message = {
  kind: 'clientHello',
  bytes: /* @__PURE__ */ fromHex('16030100050100000100'),
};
export const SERVER_HELLO: Message = {
  kind: 'serverHello',
  bytes: /* @__PURE__ */ fromHex('16030300050200000100'),
};
export const FINISHED: Message = { kind: 'finished', bytes: /* @__PURE__ */ fromHex('1703030001aa') };
export const FIN: Message = { kind: 'fin', bytes: EMPTY };

/** What a reader without TLS sees of a message. */
export function wireBytes({ kind, bytes }: Message): Uint8Array {
  if (kind !== 'sealed') return bytes;
  return Uint8Array.of(0x17, 0x03, 0x03, bytes.length >> 8, bytes.length & 0xff, ...bytes);
}

/** Joins byte strings. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0] as Uint8Array;
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

const IAC = 0xff;
const SE = 0xf0;
const SB = 0xfa;
const WILL = 0xfb;
const END_OF_RECORD = 0xef;

/** Cuts what a session sent into its telnet messages: commands, subnegotiations, records, runs of text. */
export function splitMessages(bytes: Uint8Array): Uint8Array[] {
  const list: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = endOfMessage(bytes, at);
    list.push(bytes.slice(at, end));
    at = end;
  }
  return list;
}

function endOfMessage(bytes: Uint8Array, start: number): number {
  const command = bytes[start + 1] ?? 0;
  if (bytes[start] === IAC && command !== IAC && command !== END_OF_RECORD) {
    if (command >= WILL) return Math.min(start + 3, bytes.length);
    return command === SB ? endOfSubnegotiation(bytes, start + 2) : Math.min(start + 2, bytes.length);
  }
  for (let at = start; at < bytes.length; at++) {
    if (bytes[at] !== IAC) continue;
    if (bytes[at + 1] === END_OF_RECORD) return at + 2;
    if (bytes[at + 1] !== IAC) return at;
    at++;
  }
  return bytes.length;
}

function endOfSubnegotiation(bytes: Uint8Array, start: number): number {
  for (let at = start; at + 1 < bytes.length; at++) {
    if (bytes[at] !== IAC) continue;
    if (bytes[at + 1] === SE) return at + 2;
    at++;
  }
  return bytes.length;
}

/** Messages by number, each once. */
export class MessageTable {
  readonly #list: Message[] = [];
  readonly #numbers: Map<string, number> = new Map();

  intern(message: Message): number {
    const key = `${message.kind} ${toHex(message.bytes)}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#list.length;
    this.#list.push({ kind: message.kind, bytes: message.bytes.slice() });
    this.#numbers.set(key, number);
    return number;
  }

  get(number: number): Message {
    return this.#list[number] as Message;
  }

  get size(): number {
    return this.#list.length;
  }
}
