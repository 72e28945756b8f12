import type { TlsInfo } from './upgrade.js';
import {
  BULK_CIPHERS,
  EPHEMERAL_PARTS,
  TLS_WEAKNESSES,
  type TlsWeakness,
  WEAK_CIPHER_PARTS,
} from './weakness.data.js';

/** `TLSv1.2`, `TLSv1.3`, and how other libraries write them: `TLS 1.3`, `TLSv1_3`, `Tls13`. */
const CURRENT_VERSION = /^tls[ _-]?v?[ _]?1[._]?[23]$/i;
const SSL_2 = /^ssl[ _-]?v?[ _]?2/i;

/**
 * What is weak in what a handshake came to (TLS-027). Names of cipher suites are read as IANA writes them and as OpenSSL does;
 * of a name that is neither nothing is said.
 *
 * @returns Each weakness once, in the order of `TLS_WEAKNESSES`; empty when there is none.
 * @example
 * tlsWeaknesses({ version: 'TLSv1.1', cipher: 'AES128-SHA' }); // ['oldVersion', 'noForwardSecrecy']
 */
export function tlsWeaknesses({ version, cipher }: Pick<TlsInfo, 'version' | 'cipher'>): TlsWeakness[] {
  const found = new Set<TlsWeakness>();
  if (!CURRENT_VERSION.test(version)) found.add('oldVersion');
  const parts = cipherParts(cipher);
  for (const [part, weakness] of WEAK_CIPHER_PARTS) if (parts.includes(part)) found.add(weakness);
  if (parts.includes('DES') && !found.has('oldCipher')) found.add('shortKey');
  // The suites of TLS 1.3 name no key exchange: it is always an ephemeral one.
  const named = parts[0] !== 'TLS' || parts.includes('WITH');
  const known = named && parts.some(isBulkCipher);
  if (known && !parts.some((part) => EPHEMERAL_PARTS.includes(part))) found.add('noForwardSecrecy');
  return (Object.keys(TLS_WEAKNESSES) as TlsWeakness[]).filter((one) => found.has(one));
}

/** Whether nothing but the cipher suite's name is needed to tell that the peer is not known (TLS-065). */
export function isAnonymous(cipher: string): boolean {
  return cipherParts(cipher).some((part) => WEAK_CIPHER_PARTS.get(part) === 'anonymous');
}

/** SSL 2.0 is never taken, whatever the settings (TLS-026). */
export function isSsl2(version: string): boolean {
  return SSL_2.test(version);
}

function isBulkCipher(part: string): boolean {
  return BULK_CIPHERS.some((name) => part.startsWith(name));
}

function cipherParts(cipher: string): string[] {
  return cipher.toUpperCase().split(/[-_ ]/);
}
