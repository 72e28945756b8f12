import { describe, expect, it } from 'vitest';
import { toHex } from '../../src/bytes/index.js';
import { certificateCode, diagnoseFirstBytes } from '../../src/tls/index.js';
import { CLIENT_HELLO, type Driver, GOOD_TLS, host, type Session, terminal } from './support/driver.js';
import { misuse } from './support/misuse.js';

const NO_VERIFICATION: readonly unknown[] = [
  null,
  'Verified',
  'VERIFIED',
  'verified ',
  'bogus',
  '',
  0,
  1,
  true,
  'toString',
  'constructor',
  '__proto__',
  ['verified'],
  {},
];

const waiting: readonly (readonly [string, () => Driver<Session>])[] = [
  ['terminal', () => terminal({ tls: 'implicit' })],
  ['terminal that takes any certificate', () => terminal({ tls: 'implicit', acceptUnverified: true })],
  ['host', () => host({ tls: 'implicit' }).feed(CLIENT_HELLO)],
  [
    'host that wants a certificate',
    () => host({ tls: 'implicit', clientCertificate: 'required' }).feed(CLIENT_HELLO),
  ],
];

describe('what the embedder says of TLS', () => {
  for (const [name, make] of waiting) {
    it(`[SEC-045] a verification that is none throws, and the session stays as it was (${name})`, () => {
      const driver = make();
      for (const verification of NO_VERIFICATION) {
        const info = { ...GOOD_TLS, verification } as never;
        expect(
          misuse(() => driver.session.tlsEstablished(info)),
          String(verification),
        ).toBe('argument-invalid');
        expect(driver.session.nextEvent()).toBeUndefined();
        expect([driver.session.security, driver.session.mode]).toEqual(['none', 'tlsPending']);
      }
      expect(misuse(() => driver.session.tlsEstablished({ ...GOOD_TLS, reason: 5 as never }))).toBe(
        'argument-invalid',
      );
      expect(driver.established().session.security).toBe('implicit');
    });

    it(`a failure that is none throws, and the session stays as it was (${name})`, () => {
      const driver = make();
      for (const cause of [
        undefined,
        null,
        'eof',
        {},
        { kind: 'eof' },
        { message: 'x' },
        { kind: 'x', message: 'x' },
        { kind: 'toString', message: 'x' },
        { kind: 'alert', alert: 999, message: 'x' },
        { kind: 'alert', alert: '48', message: 'x' },
        { kind: 'alert', alert: -1, message: 'x' },
        { kind: 'alert', alert: null, message: 'x' },
        { kind: 'eof', message: 5 },
      ] as never[]) {
        expect(
          misuse(() => driver.session.tlsFailed(cause)),
          JSON.stringify(cause),
        ).toBe('argument-invalid');
        if (cause !== undefined)
          expect(misuse(() => driver.session.transportClosed(cause))).toBe('argument-invalid');
        expect(driver.session.nextEvent()).toBeUndefined();
      }
      expect(driver.failed().diagnosis).toBe('TLS_HANDSHAKE_FAILED');
    });

    it(`[SEC-044] what was said of TLS cannot be changed later (${name})`, () => {
      const info = { ...GOOD_TLS };
      const driver = make().established(info);
      info.version = 'SSLv2';
      const secure = driver.events.find((event) => event.type === 'secure');
      const told = secure?.type === 'secure' ? secure.info : undefined;
      expect(told).toEqual(GOOD_TLS);
      expect(() => Object.assign(told as object, { verification: 'untrusted' })).toThrow(TypeError);
      expect(driver.session.tlsInfo).toEqual(GOOD_TLS);
    });
  }

  it('[SEC-045] an outcome of a certificate that is not known is untrusted', () => {
    for (const verification of NO_VERIFICATION)
      expect(certificateCode({ ...GOOD_TLS, verification } as never), String(verification)).toBe(
        'CERTIFICATE_UNTRUSTED',
      );
    expect(certificateCode(GOOD_TLS)).toBeUndefined();
  });

  it('a diagnosis of what is no connection throws', () => {
    const bytes = new Uint8Array([0xff, 0xfd, 0x2e]);
    const seen = { role: 'terminal', policy: 'implicit', bytes } as const;
    for (const wrong of [
      undefined,
      null,
      5,
      {},
      { ...seen, tlsError: {} },
      { ...seen, tlsError: null },
      { ...seen, tlsError: 'reset' },
      { ...seen, tlsError: { kind: 'alert', alert: 256, message: '' } },
      { ...seen, bytes: toHex(bytes) },
      { ...seen, role: 'toString' },
    ] as never[])
      expect(
        misuse(() => diagnoseFirstBytes(wrong)),
        JSON.stringify(wrong),
      ).toBe('argument-invalid');
    expect(diagnoseFirstBytes(seen).code).toBe('HOST_NEGOTIATES');
  });
});
