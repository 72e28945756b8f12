import { connect as connectTls, createServer as createTlsServer } from 'node:tls';
import { generate } from 'selfsigned';
import { afterEach, describe, expect, it } from 'vitest';
import { makeCertificates } from '../../examples/certificates.js';
import { listenForTerminals } from '../../examples/node/host-connection.js';
import { fromHex } from '../../src/bytes/index.js';
import {
  type Diagnosis,
  type DiagnosisCode,
  type HostEvent,
  type HostOptions,
  type HostSession,
  type TerminalOptions,
  type TerminalSession,
  type TlsInfo,
  tlsWeaknesses,
} from '../../src/index.js';
import {
  certificates,
  closeAll,
  connectRaw,
  eventually,
  screenShown,
  startHost,
  startRawServer,
  startTerminal,
} from '../examples/loopback.js';
import { makeRevoked } from './revocation.js';

afterEach(closeAll);

const DO_STARTTLS = 'fffd2e';
const FOLLOWS = 'fffa2e01fff0';
const CLIENT_HELLO = '160301000801000004ffffff2e';

/** What a terminal of ours finds at a server that says this at once, or (`then`) when it has read something. */
async function terminalMeets(
  session: TerminalOptions,
  says: string,
  then: { readonly say?: string; readonly close?: boolean } = {},
): Promise<Diagnosis> {
  const port = await startRawServer((socket) => {
    if (says !== '') socket.write(fromHex(says));
    if (then.say === undefined && then.close === true) socket.end();
    socket.once('data', () => {
      if (then.say !== undefined) socket.write(fromHex(then.say));
      if (then.close === true) socket.end();
    });
    socket.resume();
  });
  return (await (await startTerminal(port, session)).connection.closed).diagnosis;
}

/** What a host of ours finds at a client that says this, and answers nothing. */
async function hostMeets(session: HostOptions, says: string): Promise<Diagnosis> {
  const host = await startHost(session);
  const socket = connectRaw(host.port).resume();
  if (says !== '') socket.write(fromHex(says));
  return hostClosed(host.events);
}

async function hostClosed(events: readonly HostEvent[]): Promise<Diagnosis> {
  await eventually(() => events.some(({ type }) => type === 'closed'), 'the end of the host session');
  const closed = events.find((event) => event.type === 'closed');
  return (closed as { diagnosis: Diagnosis }).diagnosis;
}

/** What a terminal finds at a host of ours. */
async function terminalAtHost(terminal: TerminalOptions, host: HostOptions): Promise<Diagnosis> {
  const { port } = await startHost(host);
  return (await (await startTerminal(port, terminal)).connection.closed).diagnosis;
}

const DAY = 86_400_000;

/** What a terminal says of a certificate that is good from one day to another, counted from today. */
async function certificateOf(from: number, to: number, trusted: boolean): Promise<Diagnosis> {
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
    notBeforeDate: new Date(Date.now() + from * DAY),
    notAfterDate: new Date(Date.now() + to * DAY),
  });
  const ca = trusted ? made.cert : certificates.ca;
  const { port } = await startHost({ tls: 'implicit' }, { ca, key: made.private, cert: made.cert });
  return (await (await startTerminal(port, { tls: 'implicit' }, { ca })).connection.closed).diagnosis;
}

/** What a terminal comes to at a server that exchanges keys by RSA, so that who gets its key can read all later. */
async function weakHost(weakTls: 'tell' | 'close'): Promise<TerminalSession> {
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'rsa',
    keySize: 2048,
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
  });
  const server = createTlsServer({
    key: made.private,
    cert: made.cert,
    maxVersion: 'TLSv1.2',
    ciphers: 'AES128-GCM-SHA256',
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const { connection } = await startTerminal(port, { tls: 'implicit', weakTls }, { ca: made.cert });
  const { session } = connection;
  await eventually(() => session.diagnosis !== undefined || session.security !== 'none', 'an outcome');
  server.close();
  return session;
}

/** A certificate for a user, signed by itself. */
async function userCertificate(): Promise<{ readonly key: string; readonly cert: string }> {
  const made = await generate([{ name: 'commonName', value: 'tester' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [{ name: 'extKeyUsage', clientAuth: true }],
  });
  return { key: made.private, cert: made.cert };
}

/** The only one that hosts know. */
const known = await userCertificate();

/** What one end comes to: its diagnosis, or how far it got, and what it says of the certificate. */
interface End {
  readonly diagnosis: Diagnosis | undefined;
  readonly mode: string;
  readonly verification: TlsInfo['verification'];
}

function endOf({ diagnosis, mode, tlsInfo }: HostSession | TerminalSession): End {
  return { diagnosis, mode, verification: tlsInfo?.verification };
}

/** What both ends come to, with this certificate of the terminal or none, at a host with a policy for them. */
async function clientCertificate(
  policy: 'none' | 'optional' | 'required',
  own?: { readonly key: string; readonly cert: string },
): Promise<{ readonly host: End; readonly terminal: End }> {
  const accepted: HostSession[] = [];
  const listening = await listenForTerminals({
    certificate: { key: certificates.key, cert: certificates.cert, clientCa: known.cert },
    session: { tls: 'implicit', clientCertificate: policy },
    onConnection(session) {
      accepted.push(session);
      return {};
    },
  });
  const { ca } = certificates;
  const trust = own === undefined ? { ca } : { ca, certificate: own };
  const { connection } = await startTerminal(listening.port, { tls: 'implicit' }, trust);
  const settled = (session: HostSession | TerminalSession | undefined): boolean =>
    session?.diagnosis !== undefined || session?.mode === 'tn3270e';
  await eventually(() => settled(accepted[0]) && settled(connection.session), 'an outcome at both ends');
  const ends = { host: endOf(accepted[0] as HostSession), terminal: endOf(connection.session) };
  await listening.close();
  return ends;
}

/** The first flight of a TLS 1.2 client. */
async function realHello(): Promise<Buffer> {
  let hello = Buffer.alloc(0);
  const port = await startRawServer((socket) => {
    socket.on('data', (bytes: Buffer) => {
      hello = Buffer.concat([hello, bytes]);
    });
  });
  const client = connectTls({ port, host: '127.0.0.1', maxVersion: 'TLSv1.2' });
  client.on('error', () => {});
  await eventually(() => hello.length > 5 && hello.length >= 5 + hello.readUInt16BE(3), 'a ClientHello');
  client.destroy();
  return hello;
}

interface Sample {
  readonly find: () => Promise<Diagnosis>;
  readonly phase: Diagnosis['phase'];
  /** How the peer's first bytes begin. */
  readonly first: RegExp;
  readonly rule: string;
}

/** Each code, and how it comes about. A code without a sample does not compile. */
const SAMPLES: Readonly<Record<DiagnosisCode, Sample>> = {
  ENDED: {
    rule: 'TLS-150',
    phase: 'clear',
    first: /^fffd28/,
    async find() {
      const { port } = await startHost({ tls: 'basic' });
      const { connection, until } = await startTerminal(port, { tls: 'plain' });
      await until(screenShown);
      connection.close('enough');
      return (await connection.closed).diagnosis;
    },
  },
  HOST_NEGOTIATES: {
    rule: 'TLS-152',
    phase: 'handshake',
    first: /^fffd2e$/,
    find: () => terminalAtHost({ tls: 'implicit' }, { tls: 'negtSecure' }),
  },
  HOST_PLAIN: {
    rule: 'TLS-152',
    phase: 'handshake',
    first: /^fffd28/,
    find: () => terminalAtHost({ tls: 'implicit' }, { tls: 'basic' }),
  },
  HOST_REQUIRES_TLS: {
    rule: 'TLS-153',
    phase: 'startTls',
    first: /^fffd2e$/,
    find: () => terminalAtHost({ tls: 'plain' }, { tls: 'negtSecure' }),
  },
  HOST_REFUSED_STARTTLS: {
    rule: 'TLS-038',
    phase: 'startTls',
    first: /^fffd28/,
    find: () => terminalAtHost({ tls: 'required' }, { tls: 'basic' }),
  },
  HOST_SILENT: {
    rule: 'TLS-154',
    phase: 'connect',
    first: /^$/,
    find: () => terminalMeets({ tls: 'negotiated', timers: { 'first-byte': 50 } }, ''),
  },
  HOST_REFUSED_CERTIFICATE: {
    rule: 'HTM-046',
    phase: 'handshake',
    first: /^1503/,
    find: () => terminalMeets({ tls: 'implicit' }, '', { say: '1503030002022a' }),
  },
  TLS_HANDSHAKE_FAILED: {
    rule: 'HTM-046',
    phase: 'handshake',
    first: /^1503/,
    find: () => terminalMeets({ tls: 'implicit' }, '', { say: '15030300020228' }),
  },
  TLS_HANDSHAKE_TIMEOUT: {
    rule: 'TLS-033',
    phase: 'handshake',
    first: /^$/,
    find: () => terminalMeets({ tls: 'implicit', timers: { 'tls-handshake': 80 } }, ''),
  },
  TLS_PARAMETERS_DIFFER: {
    rule: 'HTM-046',
    phase: 'handshake',
    first: /^1503/,
    find: () => terminalMeets({ tls: 'implicit' }, '', { say: '15030300020246' }),
  },
  TLS_TOO_WEAK: {
    rule: 'TLS-027',
    phase: 'handshake',
    first: /^1603/,
    find: async () => (await weakHost('close')).diagnosis as Diagnosis,
  },
  CERTIFICATE_UNTRUSTED: {
    rule: 'HTM-047',
    phase: 'handshake',
    first: /^1603/,
    async find() {
      const { port } = await startHost({ tls: 'implicit' });
      return (await (await startTerminal(port, { tls: 'implicit' }, {})).connection.closed).diagnosis;
    },
  },
  CERTIFICATE_SELF_SIGNED: {
    rule: 'HTM-047',
    phase: 'handshake',
    first: /^1603/,
    find: () => certificateOf(-1, 1, false),
  },
  CERTIFICATE_EXPIRED: {
    rule: 'HTM-047',
    phase: 'handshake',
    first: /^1603/,
    find: () => certificateOf(-2, -1, true),
  },
  CERTIFICATE_NOT_YET_VALID: {
    rule: 'HTM-047',
    phase: 'handshake',
    first: /^1603/,
    find: () => certificateOf(1, 2, true),
  },
  CERTIFICATE_REVOKED: {
    rule: 'HTM-047',
    phase: 'handshake',
    first: /^1603/,
    async find() {
      const revoked = await makeRevoked();
      const { port } = await startHost({ tls: 'implicit' }, revoked);
      const { connection } = await startTerminal(port, { tls: 'implicit' }, revoked);
      return (await connection.closed).diagnosis;
    },
  },
  CERTIFICATE_NAME_MISMATCH: {
    rule: 'HTM-047',
    phase: 'handshake',
    first: /^1603/,
    async find() {
      const others = await makeCertificates({ dns: ['mainframe.example'], ip: [] });
      const { port } = await startHost({ tls: 'implicit' }, others);
      const { connection } = await startTerminal(port, { tls: 'implicit' }, { ca: others.ca });
      return (await connection.closed).diagnosis;
    },
  },
  FOLLOWS_MISSING: {
    rule: 'TLS-033',
    phase: 'follows',
    first: /^fffd2e$/,
    find: () => terminalMeets({ tls: 'negotiated', timers: { follows: 50 } }, DO_STARTTLS),
  },
  STARTTLS_PROTOCOL_ERROR: {
    rule: 'SEC-037',
    phase: 'connect',
    first: /^fffa2e02/,
    find: () => terminalMeets({ tls: 'negotiated' }, 'fffa2e02fff0'),
  },
  BYTES_AFTER_FOLLOWS: {
    rule: 'SEC-028',
    phase: 'follows',
    first: /^fffd2e/,
    find: () => terminalMeets({ tls: 'negotiated' }, DO_STARTTLS, { say: `${FOLLOWS}fffd18fffa1801fff0` }),
  },
  CLIENT_IMPLICIT_TLS: {
    rule: 'TLS-156',
    phase: 'startTls',
    first: /^1603/,
    find: () => hostMeets({ tls: 'negtSecure' }, CLIENT_HELLO),
  },
  CLIENT_SPEAKS_TELNET: {
    rule: 'TLS-157',
    phase: 'connect',
    first: /^fffb18$/,
    find: () => hostMeets({ tls: 'implicit' }, 'fffb18'),
  },
  CLIENT_REFUSED_STARTTLS: {
    rule: 'HTM-004',
    phase: 'startTls',
    first: /^fffc2e$/,
    find: () => hostMeets({ tls: 'negtSecure' }, 'fffc2e'),
  },
  CLIENT_IGNORES_OFFER: {
    rule: 'TLS-047',
    phase: 'startTls',
    first: /^fffb25$/,
    find: () => hostMeets({ tls: 'negtSecure', closeOnOtherOptions: true }, 'fffb25'),
  },
  CLIENT_SILENT: {
    rule: 'HTM-003',
    phase: 'connect',
    first: /^$/,
    find: () => hostMeets({ tls: 'implicit', timers: { 'client-hello': 50 } }, ''),
  },
  CLIENT_REJECTS_CERTIFICATE: {
    rule: 'HTM-025',
    phase: 'handshake',
    first: /^1603/,
    async find() {
      const hello = await realHello();
      const host = await startHost({ tls: 'implicit' });
      const socket = connectRaw(host.port);
      socket.write(hello);
      // The server has shown its certificate: unknown_ca.
      socket.once('data', () => socket.write(fromHex('15030300020230')));
      return hostClosed(host.events);
    },
  },
  CLIENT_CERTIFICATE_MISSING: {
    rule: 'HTM-026',
    phase: 'handshake',
    first: /^1603/,
    find: async () => (await clientCertificate('required')).host.diagnosis as Diagnosis,
  },
  CLIENT_CERTIFICATE_UNTRUSTED: {
    rule: 'HTM-026',
    phase: 'handshake',
    first: /^1603/,
    async find() {
      const other = await userCertificate();
      return (await clientCertificate('required', other)).host.diagnosis as Diagnosis;
    },
  },
  TLS_TOO_OLD: {
    rule: 'TLS-026',
    phase: 'connect',
    first: /^802e01/,
    find: () => hostMeets({ tls: 'secure' }, '802e0100020015000000'),
  },
  NOT_TELNET: {
    rule: 'TLS-151',
    phase: 'connect',
    first: /^5353482d/,
    find: () => terminalMeets({ tls: 'negotiated' }, '5353482d322e302d4f70656e5353485f392e320d0a'),
  },
  NOT_SERVED: {
    rule: 'HTM-007',
    phase: 'connect',
    first: /^$/,
    find: () => hostMeets({ tls: 'none' }, ''),
  },
  NEGOTIATION_TIMEOUT: {
    rule: 'SEC-023',
    phase: 'clear',
    first: /^$/,
    find: () => hostMeets({ tls: 'basic', timers: { negotiation: 50 } }, ''),
  },
  NEGOTIATION_STORM: {
    rule: 'SEC-020',
    phase: 'clear',
    first: /^fffd18fffe18/,
    find: () => terminalMeets({ tls: 'negotiated' }, 'fffd18fffe18'.repeat(100)),
  },
  LU_NAMES_REFUSED: {
    rule: 'TNE-020',
    phase: 'clear',
    first: /^fffd28/,
    find: () =>
      terminalAtHost(
        { tls: 'plain', luNames: ['TERM0001'] },
        { tls: 'basic', assignDevice: () => ({ reject: 1 }) },
      ),
  },
  INPUT_REFUSED: {
    rule: 'SEC-102',
    phase: 'clear',
    first: /^fffc28/,
    // The login screen has `SANS3270` in a protected field at position 1.
    find: () =>
      hostMeets(
        { tls: 'basic', inboundChecks: 'close' },
        'fffc28fffb18fffa180049424d2d333237382d32fff0fffb19fffd19fffb00fffd007d40401140c1c1ffef',
      ),
  },
  LIMIT_EXCEEDED: {
    rule: 'TLS-045',
    phase: 'startTls',
    first: /^fffb18/,
    find: () => hostMeets({ tls: 'negtSecure', limits: { heldCommands: 2 } }, 'fffb18fffb19fffb00'),
  },
  PEER_CLOSED: {
    rule: 'TLS-150',
    phase: 'clear',
    first: /^fffd28/,
    find: () => terminalMeets({ tls: 'negotiated' }, 'fffd28', { close: true }),
  },
  KEEP_ALIVE_LOST: {
    rule: 'TNE-117',
    phase: 'clear',
    first: /^fffc28fffc18$/,
    async find() {
      const events: HostEvent[] = [];
      const host = await listenForTerminals({
        certificate: certificates,
        session: { tls: 'basic', keepAlive: 'timingMark', timers: { 'keep-alive': 60 } },
        onConnection: () => ({ onEvent: (event) => events.push(event) }),
      });
      // Both refusals make an NVT session; DO TIMING-MARK, which follows when it has been idle, stays unanswered.
      const socket = connectRaw(host.port).resume();
      socket.write(fromHex('fffc28fffc18'));
      const found = await hostClosed(events);
      await host.close();
      return found;
    },
  },
};

describe('every diagnosis, on a socket', () => {
  it.each(Object.entries(SAMPLES))('%s', async (code, { find, phase, first, rule }) => {
    const found = await find();
    expect([rule, found.code]).toEqual([rule, code]);
    expect(found.phase).toBe(phase);
    expect(found.firstBytes).toMatch(first);
    expect(found.firstBytes.length).toBeLessThanOrEqual(32);
    expect(found.firstBytesMean).toMatch(found.firstBytes === '' ? /^nothing$/ : /telnet|TLS|SSL|SSH/);
  });
});

describe('what a diagnosis adds', () => {
  it('[TLS-155] a TLS alert in answer to telnet: the host expects TLS first', async () => {
    const found = await terminalMeets({ tls: 'required' }, '1503010002020a');
    expect(found).toMatchObject({
      code: 'HOST_REQUIRES_TLS',
      detail: 'the host expects TLS first',
      firstBytesMean: 'the TLS alert unexpected_message',
      retryWith: 'auto',
    });
  });

  it('[TLS-027] what is weak, in words; unless it is to end the session it is told alone', async () => {
    expect((await weakHost('close')).diagnosis?.detail).toBe(
      'TLSv1.2, TLS_RSA_WITH_AES_128_GCM_SHA256; whoever gets the private key later can read what was recorded',
    );
    const session = await weakHost('tell');
    expect(session.security).toBe('implicit');
    expect(tlsWeaknesses(session.tlsInfo as TlsInfo)).toEqual(['noForwardSecrecy']);
    session.close();
  });

  it('[TLS-050] a host that drops a terminal which asks', async () => {
    const found = await terminalMeets({ tls: 'required' }, 'fffd18', { close: true });
    expect(found).toMatchObject({ code: 'HOST_REFUSED_STARTTLS' });
    expect(found.detail).toMatch(/closed the connection after WILL STARTTLS/);
  });

  it('[HTM-030] a ClientHello that comes too late', async () => {
    const host = await startHost({ tls: 'secure', timers: { 'client-hello': 50 } });
    const socket = connectRaw(host.port).resume();
    socket.once('data', () => socket.write(fromHex(CLIENT_HELLO)));
    expect(await hostClosed(host.events)).toMatchObject({
      code: 'CLIENT_IMPLICIT_TLS',
      detail: expect.stringContaining('waited too long'),
    });
  });

  it('[TLS-048] no byte at all: the host may speak telnet', async () => {
    const found = await terminalMeets({ tls: 'implicit' }, '', { close: true });
    expect(found).toMatchObject({
      code: 'TLS_HANDSHAKE_FAILED',
      detail: expect.stringContaining('may speak telnet'),
    });
  });

  it.each([
    ['5353482d322e30', 'an SSH banner'],
    ['485454502f312e3120343030', 'HTTP'],
    ['323230206d61696c2e6578616d706c652045534d5450', 'an SMTP or FTP greeting'],
    ['2b4f4b20504f5033', 'a POP3 greeting'],
    ['2a204f4b20494d4150', 'an IMAP greeting'],
    ['52464220303033', 'a VNC server'],
  ])('[TLS-151] a server of another protocol is named: %s', async (hex, words) => {
    for (const tls of ['plain', 'negotiated', 'required', 'auto', 'implicit'] as const) {
      const found = await terminalMeets({ tls }, hex);
      expect([tls, found.code, found.firstBytesMean]).toEqual([tls, 'NOT_TELNET', words]);
    }
  });

  it.each([
    ['474554202f20485454502f312e310d0a', 'an HTTP request'],
    ['5353482d322e302d70726f6265', 'an SSH banner'],
    ['50524f58592054435034203132372e302e302e31', 'a header of the PROXY protocol'],
    ['45484c4f206d650d0a', 'an SMTP client'],
  ])('[TLS-151] a client of another protocol is named: %s', async (hex, words) => {
    for (const tls of ['basic', 'secure', 'negtSecure', 'any', 'vmAllowed', 'implicit'] as const) {
      const found = await hostMeets({ tls }, hex);
      expect([tls, found.code, found.firstBytesMean]).toEqual([tls, 'NOT_TELNET', words]);
    }
  });
});

describe('client certificates', () => {
  it('[HTM-026] the policy goes with the upgrade, and decides', async () => {
    const other = await userCertificate();
    const rows: string[] = [];
    for (const [name, own] of [
      ['none', undefined],
      ['known', known],
      ['unknown', other],
    ] as const)
      for (const policy of ['none', 'optional', 'required'] as const) {
        const { host, terminal } = await clientCertificate(policy, own);
        const words = [host, terminal].map(({ diagnosis, mode, verification }) =>
          diagnosis === undefined ? `${mode} ${verification}` : diagnosis.code,
        );
        rows.push(`${policy}, ${name}: ${words.join(' / ')}`);
      }
    expect(rows).toEqual([
      'none, none: tn3270e notRequested / tn3270e verified',
      'optional, none: tn3270e notPresented / tn3270e verified',
      'required, none: CLIENT_CERTIFICATE_MISSING / HOST_REFUSED_CERTIFICATE',
      'none, known: tn3270e notRequested / tn3270e verified',
      'optional, known: tn3270e verified / tn3270e verified',
      'required, known: tn3270e verified / tn3270e verified',
      'none, unknown: tn3270e notRequested / tn3270e verified',
      'optional, unknown: tn3270e untrusted / tn3270e verified',
      // Node's server has no alert for this: the terminal is told by the end of the connection alone.
      'required, unknown: CLIENT_CERTIFICATE_UNTRUSTED / PEER_CLOSED',
    ]);
  });

  it('[HTM-026] both ends say why, in words', async () => {
    const missing = await clientCertificate('required');
    expect(missing.terminal.diagnosis?.detail).toMatch(/certificate required/);
    expect(missing.host.diagnosis?.detail).toMatch(/did not return a certificate/);
    const unknown = await clientCertificate('required', await userCertificate());
    expect(unknown.host.diagnosis?.detail).toMatch(/self signed|unable to/);
    expect(unknown.terminal.diagnosis?.detail).toMatch(/want another certificate of the terminal/);
  });
});
