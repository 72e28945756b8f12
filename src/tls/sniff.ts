import { negotiationText, VERBS } from '../telnet/index.js';
import { FOREIGN_CLIENTS, FOREIGN_SERVERS, type ForeignProtocol } from './foreign.data.js';

/** What the first bytes of a stream show. RFC 8446 §5.1, RFC 854; starttls.md §1. */
export type FirstBytes = 'startTlsOffer' | 'telnet' | 'tls' | 'oldTls' | 'other' | 'undecided';

/** At most this many first bytes are kept for diagnoses (TLS-151). */
export const FIRST_BYTES_KEPT = 16;

/**
 * Tells by the first bytes what the peer speaks: the one place that knows how TLS, SSL 2.0 and an offer begin.
 *
 * @param bytes - what arrived first; three bytes always decide
 * @returns `tls` and `oldTls` as far as the bytes are there: with fewer than three, more can make `other` of it. `undecided`
 * while bytes are missing to tell an offer of START_TLS from other telnet.
 * @example
 * sniff(new Uint8Array([0xff, 0xfd, 0x2e])); // 'startTlsOffer'
 */
export function sniff(bytes: Uint8Array): FirstBytes {
  const [first, second, third] = bytes;
  if (first === undefined) return 'undecided';
  if (first === 0xff) {
    if (second === undefined || (second === 0xfd && third === undefined)) return 'undecided';
    return second === 0xfd && third === 0x2e ? 'startTlsOffer' : 'telnet';
  }
  // The second byte is the rest of a length; the third says ClientHello.
  if (first === 0x80) return third === undefined || third === 0x01 ? 'oldTls' : 'other';
  // Content types 20 to 23 of a TLS record; the version that follows starts with 3.
  if (first < 0x14 || first > 0x17) return 'other';
  return second === undefined || second === 0x03 ? 'tls' : 'other';
}

/** Whether bytes can be the start of a TLS handshake record, as far as they are there (TLS-010). */
export function startsHandshake(bytes: Uint8Array): boolean {
  return bytes.length === 0 || (bytes[0] === 0x16 && sniff(bytes) === 'tls');
}

/**
 * How many first bytes of a stream tell what it is: of telnet and SSL 2.0 three, of a TLS record all but at most
 * {@link FIRST_BYTES_KEPT}, of anything else as many as tell it from other protocols.
 *
 * @param bytes - what arrived first; with fewer bytes than the result more have to come
 * @param protocols - what {@link foreignProtocol} would look for
 */
export function tellingLength(bytes: Uint8Array, protocols: readonly ForeignProtocol[]): number {
  const kind = sniff(bytes);
  if (bytes[0] === 0xff || kind === 'oldTls') return 3;
  if (kind === 'tls') {
    const [, , , high, low] = bytes;
    const length = high === undefined || low === undefined ? FIRST_BYTES_KEPT : 5 + ((high << 8) | low);
    return Math.min(length, FIRST_BYTES_KEPT);
  }
  let length = 0;
  do length++;
  while (length <= bytes.length && isOpen(bytes.subarray(0, length), protocols));
  return length;
}

/** Whether more bytes can make something else of these. */
function isOpen(bytes: Uint8Array, protocols: readonly ForeignProtocol[]): boolean {
  return sniff(bytes) !== 'other' || foreignProtocol(bytes, protocols) === 'undecided';
}

const ALERTS: ReadonlyMap<number, string> = /* @__PURE__ */ new Map([
  [0, 'close_notify'],
  [10, 'unexpected_message'],
  [40, 'handshake_failure'],
  [42, 'bad_certificate'],
  [43, 'unsupported_certificate'],
  [44, 'certificate_revoked'],
  [45, 'certificate_expired'],
  [46, 'certificate_unknown'],
  [48, 'unknown_ca'],
  [49, 'access_denied'],
  [50, 'decode_error'],
  [70, 'protocol_version'],
  [71, 'insufficient_security'],
  [80, 'internal_error'],
  [112, 'unrecognized_name'],
  [116, 'certificate_required'],
]);

/** The first bytes of a stream in words, for people. */
export function firstBytesInWords(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'nothing';
  switch (sniff(bytes)) {
    case 'startTlsOffer':
    case 'telnet':
      return telnetInWords(bytes);
    case 'undecided':
      return 'the start of a telnet command';
    case 'oldTls':
      return 'an SSL 2.0 ClientHello';
    case 'tls':
      return tlsInWords(bytes);
    case 'other':
      return foreignInWords(bytes);
  }
}

/** With the option that it speaks of: whoever tries again wants to know it (TLS-043). */
function telnetInWords([, verb = 0, option]: Uint8Array): string {
  const name = VERBS[verb - 0xfb];
  return name === undefined || option === undefined
    ? 'telnet'
    : `telnet: IAC ${negotiationText(name, option)}`;
}

function tlsInWords(bytes: Uint8Array): string {
  if (bytes[0] === 0x16) return bytes[5] === 1 ? 'a TLS ClientHello' : 'a TLS handshake record';
  if (bytes[0] !== 0x15) return 'a TLS record';
  const alert = bytes[6];
  return alert === undefined ? 'a TLS alert' : `the TLS alert ${alertName(alert)}`;
}

/** The name of a TLS alert, or its number where it has none here. RFC 8446 §6. */
export function alertName(alert: number): string {
  return ALERTS.get(alert) ?? String(alert);
}

/**
 * Whether a stream begins as one of these protocols does: FOREIGN_SERVERS for what a terminal reads, FOREIGN_CLIENTS for
 * what a host reads.
 *
 * @param bytes - what arrived first
 * @returns The protocol; `undecided` as long as more bytes can make one of it; undefined when it is none.
 */
export function foreignProtocol(
  bytes: Uint8Array,
  protocols: readonly ForeignProtocol[],
): ForeignProtocol | 'undecided' | undefined {
  let open = false;
  for (const protocol of protocols) {
    const same = commonStart(bytes, protocol.starts);
    if (same === protocol.starts.length) return protocol;
    open ||= same === bytes.length;
  }
  return open ? 'undecided' : undefined;
}

function commonStart(bytes: Uint8Array, text: string): number {
  let i = 0;
  while (i < text.length && bytes[i] === text.charCodeAt(i)) i++;
  return i;
}

function foreignInWords(bytes: Uint8Array): string {
  for (const protocols of [FOREIGN_SERVERS, FOREIGN_CLIENTS]) {
    const found = foreignProtocol(bytes, protocols);
    if (typeof found === 'object') return found.words;
  }
  const text = bytes.every((byte) => byte === 0x0d || byte === 0x0a || (byte >= 0x20 && byte < 0x7f));
  return text ? 'text, neither telnet nor TLS' : 'neither telnet nor TLS';
}
