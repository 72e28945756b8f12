import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHex } from '../../src/bytes/index.js';
import { type HostTlsPolicy, sniff, startsHandshake, type TerminalTlsPolicy } from '../../src/tls/index.js';
import { type Driver, host, type Session, terminal } from './support/driver.js';

/** Bytes in one piece, and one by one. */
function fedBothWays(make: () => Driver<Session>, hex: string): Driver<Session>[] {
  const single = make();
  for (const byte of hex.match(/../g) ?? []) if (!single.closed) single.feed(byte);
  return [make().feed(hex), single];
}

/** The byte that may begin a TLS record or an SSL 2.0 hello, and bytes that go on with it or do not. */
const beginnings = fc
  .tuple(
    fc.constantFrom(0x13, 0x14, 0x15, 0x16, 0x17, 0x18, 0x80, 0x81),
    fc.constantFrom(0x02, 0x03, 0x2e, 0x41),
    fc.constantFrom(0x00, 0x01, 0x03, 0x04, 0x42),
    fc.array(fc.integer({ min: 0x41, max: 0x5a }), { maxLength: 20 }),
  )
  .map(([first, second, third, rest]) => Uint8Array.of(first, second, third, ...rest));

describe('first bytes that look like TLS and are none', () => {
  it('[TLS-155] are text for a terminal: control characters of a banner accuse no host of TLS', () => {
    for (const tls of ['plain', 'negotiated'] as const)
      for (const first of ['14', '15', '16', '17', '80'])
        for (const driver of fedBothWays(() => terminal({ tls }), `${first}4142`)) {
          expect(driver.lines, `${tls} ${first}`).not.toContain('closed us HOST_REQUIRES_TLS');
          expect(driver.closed, `${tls} ${first}`).toBe(false);
          expect(driver.session.mode, `${tls} ${first}`).toBe('nvt');
        }
  });

  it('[TLS-010] [TLS-044] start no TLS at a host: what is handed to TLS begins with a TLS record', () => {
    for (const tls of ['secure', 'any', 'implicit'] as const)
      for (const wire of ['16414243', '804142', '1602', '15414243'])
        for (const driver of fedBothWays(() => host({ tls }), wire)) {
          expect(driver.pending, `${tls} ${wire}`).toBe(undefined);
          expect(driver.session.diagnosis?.code, `${tls} ${wire}`).toBe('NOT_TELNET');
        }
  });

  it('[TLS-151] are shown as far as they tell that they are none', () => {
    const shown = (wire: string): (string | undefined)[] =>
      fedBothWays(() => host({ tls: 'implicit' }), wire).map(({ session }) => session.diagnosis?.firstBytes);
    expect(shown('41')).toEqual(['41', '41']);
    expect(shown('164142')).toEqual(['1641', '1641']);
    expect(shown('80414243')).toEqual(['804142', '804142']);
  });

  it('[TLS-151] are shown alike, however they are cut', () => {
    const hosts: readonly HostTlsPolicy[] = ['negtSecure', 'secure', 'implicit'];
    fc.assert(
      fc.property(beginnings, fc.constantFrom(...hosts), (bytes, tls) => {
        const [whole, single] = fedBothWays(() => host({ tls }), toHex(bytes));
        expect(single?.session.diagnosis).toEqual(whole?.session.diagnosis);
      }),
    );
  });

  it('[TLS-044] [TLS-155] a session and `sniff` judge alike, however the bytes are cut', () => {
    const terminals: readonly TerminalTlsPolicy[] = ['plain', 'negotiated', 'required', 'auto'];
    const hosts: readonly HostTlsPolicy[] = ['basic', 'negtSecure', 'vmAllowed', 'secure', 'implicit'];
    fc.assert(
      fc.property(
        beginnings,
        fc.constantFrom(...terminals),
        fc.constantFrom(...hosts),
        (bytes, one, other) => {
          const kind = sniff(bytes);
          for (const { session } of fedBothWays(() => terminal({ tls: one }), toHex(bytes)).map((d) =>
            d.gone(),
          ))
            expect(session.diagnosis?.code === 'HOST_REQUIRES_TLS').toBe(kind === 'tls' || kind === 'oldTls');
          const waits = other === 'secure' || other === 'implicit';
          for (const driver of fedBothWays(() => host({ tls: other }), toHex(bytes))) {
            const hello = startsHandshake(bytes) && bytes.length >= 16;
            expect(driver.pending !== undefined, 'upgrade').toBe(hello && waits);
            if (driver.pending === undefined) driver.gone();
            else continue;
            const code = driver.session.diagnosis?.code;
            expect(code === 'TLS_TOO_OLD').toBe(kind === 'oldTls');
            if (!waits) expect(code === 'CLIENT_IMPLICIT_TLS').toBe(startsHandshake(bytes));
          }
        },
      ),
    );
  });
});
