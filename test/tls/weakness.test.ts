import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certificateCode, isAnonymous, isSsl2, TLS_WEAKNESSES, tlsWeaknesses } from '../../src/tls/index.js';

const GOOD = 'TLS_AES_256_GCM_SHA384';

describe('what of a handshake is weak', () => {
  it.each(['TLSv1.3', 'TLSv1.2', 'TLS 1.3', 'TLSv1_2', 'Tls13', 'tls1.2'])(
    '[TLS-026] [TLS-027] %s is current practice',
    (version) => expect(tlsWeaknesses({ version, cipher: GOOD })).toEqual([]),
  );

  it.each(['TLSv1.1', 'TLSv1', 'TLS 1.0', 'SSLv3', 'SSLv2', 'TLSv2.2', 'TLSv1.21', 'unknown', ''])(
    '[TLS-026] [TLS-027] the version %s is not',
    (version) => expect(tlsWeaknesses({ version, cipher: GOOD })).toEqual(['oldVersion']),
  );

  // RFC 9325 §4.1: no NULL, RC4, export or anonymous suites, nothing below 112 bits, no RSA key transport.
  it.each([
    ['TLS_AES_128_GCM_SHA256', []],
    ['TLS_CHACHA20_POLY1305_SHA256', []],
    ['TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256', []],
    ['TLS_DHE_RSA_WITH_AES_256_CBC_SHA256', []],
    ['ECDHE-ECDSA-CHACHA20-POLY1305', []],
    ['DHE-RSA-AES256-SHA', []],
    ['TLS_RSA_WITH_AES_128_CBC_SHA', ['noForwardSecrecy']],
    ['AES256-GCM-SHA384', ['noForwardSecrecy']],
    ['TLS_ECDH_RSA_WITH_AES_128_CBC_SHA', ['noForwardSecrecy']],
    ['PSK-AES128-CBC-SHA', ['noForwardSecrecy']],
    ['TLS_RSA_WITH_NULL_SHA256', ['noEncryption', 'noForwardSecrecy']],
    ['ECDHE-RSA-NULL-SHA', ['noEncryption']],
    ['NULL-MD5', ['noEncryption', 'oldDigest', 'noForwardSecrecy']],
    ['TLS_DH_anon_WITH_AES_128_CBC_SHA', ['anonymous']],
    ['ADH-AES128-SHA', ['anonymous']],
    ['AECDH-NULL-SHA', ['noEncryption', 'anonymous']],
    ['TLS_RSA_EXPORT_WITH_RC4_40_MD5', ['shortKey', 'oldCipher', 'oldDigest', 'noForwardSecrecy']],
    ['EXP-EDH-RSA-DES-CBC-SHA', ['shortKey']],
    ['DES-CBC-SHA', ['shortKey', 'noForwardSecrecy']],
    ['TLS_RSA_WITH_DES_CBC_SHA', ['shortKey', 'noForwardSecrecy']],
    ['DES-CBC3-SHA', ['oldCipher', 'noForwardSecrecy']],
    ['TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA', ['oldCipher']],
    ['ECDHE-RSA-RC4-SHA', ['oldCipher']],
    ['IDEA-CBC-SHA', ['oldCipher', 'noForwardSecrecy']],
    ['a name of another kind', []],
  ])('[TLS-027] the cipher %s: %j', (cipher, weaknesses) => {
    expect(tlsWeaknesses({ version: 'TLSv1.2', cipher })).toEqual(weaknesses);
  });

  it('[TLS-065] an anonymous suite leaves no certificate to trust', () => {
    for (const cipher of ['TLS_DH_anon_WITH_AES_128_CBC_SHA', 'ADH-AES128-SHA', 'AECDH-AES256-SHA']) {
      expect(isAnonymous(cipher)).toBe(true);
      expect(certificateCode({ version: 'TLSv1.2', cipher, verification: 'verified' })).toBe(
        'CERTIFICATE_UNTRUSTED',
      );
    }
    expect(isAnonymous('ECDHE-RSA-AES128-SHA')).toBe(false);
  });

  it('[TLS-026] SSL 2.0 is known by its names', () => {
    for (const version of ['SSLv2', 'SSL 2.0', 'ssl2']) expect(isSsl2(version), version).toBe(true);
    for (const version of ['SSLv3', 'TLSv1.2', '2', '']) expect(isSsl2(version), version).toBe(false);
  });

  it('each weakness comes once, in the order of the table, whatever the names are', () => {
    const part = fc.constantFrom(
      'TLS',
      'WITH',
      'RSA',
      'anon',
      'NULL',
      'EXP',
      'DES',
      'RC4',
      'MD5',
      'AES',
      '__proto__',
    );
    fc.assert(
      fc.property(fc.string(), fc.array(part, { maxLength: 8 }), (version, parts) => {
        const found = tlsWeaknesses({ version, cipher: parts.join('_') });
        expect(found).toEqual(Object.keys(TLS_WEAKNESSES).filter((one) => found.includes(one as never)));
      }),
    );
  });
});
