/** What can be weak in what a TLS handshake came to. RFC 8996; RFC 9325 §3.1, §4.1. */
export const TLS_WEAKNESSES = {
  oldVersion: 'the protocol is older than TLS 1.2, or none that is known',
  noEncryption: 'the cipher suite encrypts nothing',
  anonymous: 'the cipher suite proves nothing of who the peer is',
  shortKey: 'the cipher suite was made weak for export, or its key has 56 bits',
  oldCipher: 'the cipher is RC4, or works on blocks of 64 bits',
  oldDigest: 'the cipher suite relies on MD5',
  noForwardSecrecy: 'whoever gets the private key later can read what was recorded',
} as const;

/** What is weak in a version or cipher: a key of {@link TLS_WEAKNESSES}. */
export type TlsWeakness = keyof typeof TLS_WEAKNESSES;

/** Parts of the names of cipher suites, as IANA and OpenSSL write them, and what they give away. */
export const WEAK_CIPHER_PARTS: ReadonlyMap<string, TlsWeakness> = /* @__PURE__ */ new Map([
  ['NULL', 'noEncryption'],
  ['ANON', 'anonymous'],
  ['ADH', 'anonymous'],
  ['AECDH', 'anonymous'],
  ['EXP', 'shortKey'],
  ['EXPORT', 'shortKey'],
  ['EXPORT1024', 'shortKey'],
  ['DES40', 'shortKey'],
  ['RC4', 'oldCipher'],
  ['RC2', 'oldCipher'],
  ['3DES', 'oldCipher'],
  ['CBC3', 'oldCipher'], // OpenSSL's DES-CBC3 is 3DES
  ['IDEA', 'oldCipher'],
  ['MD5', 'oldDigest'],
]);

/** How cipher suites name an exchange whose keys are made for one connection. */
export const EPHEMERAL_PARTS: readonly string[] = ['ECDHE', 'EECDH', 'DHE', 'EDH', 'ADH', 'AECDH', 'ANON'];

/** How the part of a cipher suite's name begins that names the cipher. */
export const BULK_CIPHERS: readonly string[] = [
  'AES',
  'CAMELLIA',
  'ARIA',
  'CHACHA20',
  'SEED',
  'IDEA',
  'RC2',
  'RC4',
  'DES',
  '3DES',
  'NULL',
];
