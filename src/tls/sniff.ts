/** What the first bytes of a stream show. RFC 8446 §5.1, RFC 854; starttls.md §1. */
export type FirstBytes = 'startTlsOffer' | 'telnet' | 'tls' | 'oldTls' | 'other' | 'undecided';

/** At most this many first bytes are kept for diagnoses (TLS-151). */
export const FIRST_BYTES_KEPT = 16;

/**
 * Tells by the first bytes what the peer speaks.
 *
 * @param bytes - what arrived first; three bytes always decide
 * @returns `undecided` while bytes are missing to tell an offer of START_TLS from other telnet.
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
  if (first === 0x80) return 'oldTls';
  // Content types 20 to 23 of a TLS record; the version that follows starts with 3.
  if (first < 0x14 || first > 0x17) return 'other';
  return second === undefined || second === 0x03 ? 'tls' : 'other';
}

/** Whether bytes can be the start of a TLS handshake record, as far as they are there (TLS-010). */
export function startsHandshake(bytes: Uint8Array): boolean {
  return bytes.length === 0 || (bytes[0] === 0x16 && (bytes.length === 1 || bytes[1] === 0x03));
}

const ALERTS: ReadonlyMap<number, string> = /* @__PURE__ */ new Map([
  [0, 'close_notify'],
  [10, 'unexpected_message'],
  [40, 'handshake_failure'],
  [42, 'bad_certificate'],
  [46, 'certificate_unknown'],
  [48, 'unknown_ca'],
  [50, 'decode_error'],
  [70, 'protocol_version'],
  [80, 'internal_error'],
]);

/** The first bytes of a stream in words, for people. */
export function firstBytesInWords(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'nothing';
  switch (sniff(bytes)) {
    case 'startTlsOffer':
      return 'telnet: IAC DO STARTTLS';
    case 'telnet':
      return 'telnet';
    case 'undecided':
      return 'the start of a telnet command';
    case 'oldTls':
      return 'an SSL 2.0 ClientHello';
    case 'tls':
      return tlsInWords(bytes);
    case 'other':
      return startsWith(bytes, 'SSH-')
        ? 'an SSH banner'
        : startsWith(bytes, 'HTTP')
          ? 'HTTP'
          : 'neither telnet nor TLS';
  }
}

function tlsInWords(bytes: Uint8Array): string {
  if (bytes[0] === 0x16) return bytes[5] === 1 ? 'a TLS ClientHello' : 'a TLS handshake record';
  if (bytes[0] !== 0x15) return 'a TLS record';
  const alert = bytes[6];
  return alert === undefined ? 'a TLS alert' : `the TLS alert ${ALERTS.get(alert) ?? alert}`;
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[i] !== text.charCodeAt(i)) return false;
  return true;
}
