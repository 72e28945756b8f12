import { describe, expect, it } from 'vitest';
import { type HostOptions, TerminalSession } from '../../src/session/index.js';
import { CLOSED_WITHIN_TLS, type TlsFailure } from '../../src/tls/index.js';
import { ascii, CLIENT_HELLO, GOOD_TLS, host, terminal, WIRE } from './support/driver.js';

const DO_TN3270E = 'fffd28';
const WONT_TN3270E = 'fffc28';
const DO_TERMINAL_TYPE = 'fffd18';
const DO_AUTHENTICATION = 'fffd25';
const WILL_AUTHENTICATION = 'fffb25';

const OFFERING: readonly HostOptions[] = [
  { tls: 'negtSecure' },
  { tls: 'vmPreferred' },
  { tls: 'vmRequired' },
  { tls: 'any', offerFirst: true },
];

describe('START_TLS beside other options and data', () => {
  it.each(OFFERING)('[TLS-014] [HTM-023] with its offer open a host says nothing else: $tls', (options) => {
    const driver = host(options);
    driver.feed(`fffb18fffb19fffb00${DO_AUTHENTICATION}fff6`).feed(ascii('hello\r\n'));
    expect(driver.output).toBe(WIRE.do);
    expect(driver.only('text', 'mode', 'clearText')).toEqual([]);
    expect(driver.only('violation')).toEqual(['violation data-before-tls']);
  });

  it('[TLS-021] START_TLS goes before AUTHENTICATION, which is left alone until TLS is up', () => {
    const required = terminal({ tls: 'required' }).feed(DO_AUTHENTICATION + WIRE.do);
    expect(required.output).toBe(WIRE.will + WIRE.follows);
    const asked = terminal({ tls: 'required' }).feed(DO_AUTHENTICATION);
    expect(asked.output).toBe(WIRE.will);
  });

  it('[TLS-022] and is refused inside TLS by both, so nothing comes before it', () => {
    const client = terminal({ tls: 'required' })
      .feed(DO_AUTHENTICATION + WIRE.do)
      .feed(WIRE.follows)
      .established();
    const before = client.output;
    expect(client.feed(DO_AUTHENTICATION).output.slice(before.length)).toBe('fffc25');
    const server = host({ tls: 'negtSecure' })
      .feed(WILL_AUTHENTICATION + WIRE.will)
      .feed(WIRE.follows)
      .established();
    const sent = server.output;
    expect(server.feed(WILL_AUTHENTICATION).output.slice(sent.length)).toBe('fffe25');
  });

  it('[HTM-024] inside TLS the order is TN3270E, then classic, as without it', () => {
    const inside = host({ tls: 'secure' }).feed(CLIENT_HELLO);
    const before = inside.output;
    inside.established();
    expect(inside.output.slice(before.length)).toBe(DO_TN3270E);
    expect(inside.feed(WONT_TN3270E).output.slice(before.length)).toBe(DO_TN3270E + DO_TERMINAL_TYPE);
    expect(host({ tls: 'basic' }).feed(WONT_TN3270E).output).toBe(DO_TN3270E + DO_TERMINAL_TYPE);
  });
});

describe('what a session is worth', () => {
  it('[TLS-039] a session that goes on in the clear says so, before anything else of it', () => {
    for (const session of [terminal({ tls: 'negotiated' }), terminal({ tls: 'auto', allowClear: true })]) {
      session.feed(ascii('LOGON\r\n'));
      const words = session.lines.map((line) => line.split(' ')[0]);
      expect(words.indexOf('clearText')).toBeGreaterThanOrEqual(0);
      expect(words.indexOf('clearText')).toBeLessThan(words.indexOf('text'));
      expect(session.session.security).toBe('none');
    }
  });

  it('[TLS-029] the loss of TLS ends the session and all trust in it', () => {
    const client = terminal({ tls: 'implicit' }).established();
    expect(client.session.security).toBe('implicit');
    client.gone();
    expect([client.closed, client.session.security, client.session.tlsInfo]).toEqual([
      true,
      'none',
      undefined,
    ]);
    const server = host({ tls: 'implicit' }).feed(CLIENT_HELLO).established();
    expect(server.session.security).toBe('implicit');
    server.gone();
    expect([server.closed, server.session.security, server.session.tlsInfo]).toEqual([
      true,
      'none',
      undefined,
    ]);
  });

  it('[TLS-065] TLS without a certificate is no TLS to a terminal', () => {
    for (const verification of ['verified', 'notPresented', 'notRequested', undefined] as const) {
      const info = { version: 'TLSv1.2', cipher: 'TLS_DH_anon_WITH_AES_128_CBC_SHA' };
      const driver = terminal({ tls: 'implicit' });
      driver.established(verification === undefined ? info : { ...info, verification });
      expect(driver.diagnosis, String(verification)).toBe('CERTIFICATE_UNTRUSTED');
      expect(driver.output, String(verification)).toBe('');
    }
  });

  it('[TLS-027] what is weak is told with the secure event, and nothing where nothing is', () => {
    const weak = { version: 'TLSv1.1', cipher: 'AES128-SHA', verification: 'verified' } as const;
    for (const driver of [terminal({ tls: 'implicit' }), host({ tls: 'implicit' }).feed(CLIENT_HELLO)]) {
      driver.established(weak);
      const event = driver.events.find(({ type }) => type === 'secure');
      expect(event).toMatchObject({ info: weak, weaknesses: ['oldVersion', 'noForwardSecrecy'] });
      expect(driver.session.tlsInfo).toEqual(weak);
    }
    const good = terminal({ tls: 'implicit' }).established();
    expect(good.events.find(({ type }) => type === 'secure')).toMatchObject({ weaknesses: [] });
  });

  it('[TLS-027] and ends the session where that is set', () => {
    const weakTls = 'close';
    const info = { ...GOOD_TLS, cipher: 'DES-CBC3-SHA' };
    for (const driver of [
      terminal({ tls: 'implicit', weakTls, acceptUnverified: true }),
      host({ tls: 'implicit', weakTls }).feed(CLIENT_HELLO),
    ]) {
      driver.established(info);
      expect(driver.diagnosis).toBe('TLS_TOO_WEAK');
      expect([driver.session.security, driver.output]).toEqual(['none', '']);
      expect(driver.session.diagnosis?.detail).toBe(
        'TLSv1.3, DES-CBC3-SHA; the cipher is RC4, or works on blocks of 64 bits; ' +
          'whoever gets the private key later can read what was recorded',
      );
    }
    expect(terminal({ tls: 'implicit', weakTls }).established().session.security).toBe('implicit');
    // What is wrong with the certificate is worse, and named.
    const untrusted = terminal({ tls: 'implicit', weakTls });
    expect(untrusted.established({ ...info, verification: 'expired' }).diagnosis).toBe('CERTIFICATE_EXPIRED');
  });

  it('[TLS-026] SSL 2.0 ends a session whatever is set', () => {
    const info = { ...GOOD_TLS, version: 'SSLv2' };
    const trusting = { tls: 'implicit', acceptUnverified: true, weakTls: 'tell' } as const;
    expect(terminal(trusting).established(info).diagnosis).toBe('TLS_TOO_OLD');
    expect(host({ tls: 'implicit' }).feed(CLIENT_HELLO).established(info).diagnosis).toBe('TLS_TOO_OLD');
  });

  it('[SEC-043] an unknown setting throws, and so does an outcome without version or cipher', () => {
    for (const weakTls of ['Close', '', null, true])
      expect(() => terminal({ tls: 'implicit', weakTls } as never)).toThrow(
        expect.objectContaining({ code: 'option-invalid' }),
      );
    const driver = terminal({ tls: 'implicit' });
    for (const info of [undefined, null, {}, { version: 'TLSv1.3' }, { version: 1.3, cipher: 'x' }])
      expect(() => driver.session.tlsEstablished(info as never)).toThrow(
        expect.objectContaining({ code: 'argument-invalid' }),
      );
    expect(driver.established().session.security).toBe('implicit');
  });

  it('[TLS-029] [HTM-026] what TLS said when the connection was lost is what the session ended by', () => {
    const required: TlsFailure = { kind: 'alert', alert: 116, message: 'tlsv13 alert certificate required' };
    const lost = (cause: TlsFailure | undefined, wire = '') => {
      const driver = terminal({ tls: 'implicit' }).established().feed(wire);
      driver.session.transportClosed(cause);
      driver.drain();
      const { code, detail } = driver.session.diagnosis ?? {};
      return [driver.lines.at(-1), code, detail];
    };
    expect(lost(required)).toEqual([
      'closed peer HOST_REFUSED_CERTIFICATE',
      'HOST_REFUSED_CERTIFICATE',
      'tlsv13 alert certificate required',
    ]);
    expect(lost({ kind: 'alert', alert: 80, message: 'alert' })).toEqual([
      'closed peer PEER_CLOSED',
      'PEER_CLOSED',
      'alert (alert 80, internal_error)',
    ]);
    // Without a word, and without a byte of telnet: it may have been the certificate.
    expect(lost(undefined)).toEqual(['closed peer PEER_CLOSED', 'PEER_CLOSED', CLOSED_WITHIN_TLS]);
    expect(lost(undefined, DO_TN3270E)).toEqual(['closed peer PEER_CLOSED', 'PEER_CLOSED', undefined]);
    const server = host({ tls: 'implicit' }).feed(CLIENT_HELLO).established();
    server.session.transportClosed({ kind: 'reset', message: 'read ECONNRESET' });
    expect(server.drain().session.diagnosis).toMatchObject({
      code: 'PEER_CLOSED',
      detail: 'read ECONNRESET',
    });
  });

  it('[TLS-029] that has no meaning in the clear, and must be what it is said to be', () => {
    const cause: TlsFailure = { kind: 'alert', alert: 116, message: 'no TLS here' };
    const clear = terminal({ tls: 'plain' }).feed(DO_TN3270E);
    clear.session.transportClosed(cause);
    expect(clear.drain().diagnosis).toBe('PEER_CLOSED');
    expect(clear.session.diagnosis?.detail).not.toBe('no TLS here');
    const pending = terminal({ tls: 'implicit' });
    for (const wrong of [null, true, {}, { kind: 'alert' }, new Error('x')])
      for (const call of ['transportClosed', 'tlsFailed'] as const)
        expect(() => pending.session[call](wrong as never), call).toThrow(
          expect.objectContaining({ code: 'argument-invalid' }),
        );
    pending.session.transportClosed(cause);
    expect(pending.drain().diagnosis).toBe('HOST_REFUSED_CERTIFICATE');
  });

  it('[TLS-029] and a snapshot keeps it', () => {
    const options = { tls: 'implicit' } as const;
    const { session } = terminal(options).established();
    session.transportClosed({ kind: 'alert', alert: 42, message: 'bad certificate' });
    const copy = TerminalSession.restore(options, JSON.parse(JSON.stringify(session.snapshot())));
    while (copy.nextEvent() !== undefined);
    expect(copy.diagnosis).toMatchObject({ code: 'HOST_REFUSED_CERTIFICATE', detail: 'bad certificate' });
  });

  it('[TLS-028] a host that wants a client certificate asks in the handshake itself', () => {
    const driver = host({ tls: 'negtSecure', clientCertificate: 'required' }).feed(WIRE.will + WIRE.follows);
    expect(driver.pending).toMatchObject({ role: 'server', clientCertificate: 'required' });
  });

  it('[HTM-027] each connection may have a mode of its own', () => {
    const shared = { functions: [0, 2, 4] } as const;
    const modes = (['basic', 'negtSecure', 'secure', 'vmAllowed'] as const).map((tls) =>
      host({ ...shared, tls }),
    );
    expect(modes.map(({ output }) => output)).toEqual([DO_TN3270E, WIRE.do, '', DO_TN3270E]);
    for (const driver of modes) driver.feed(WIRE.will);
    expect(modes.map(({ output }) => output)).toEqual([
      DO_TN3270E + WIRE.dont,
      WIRE.do + WIRE.follows,
      WIRE.do + WIRE.follows,
      DO_TN3270E + WIRE.do + WIRE.follows,
    ]);
  });
});
