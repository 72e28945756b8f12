import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { connect as connectTls } from 'node:tls';
import { generate } from 'selfsigned';
import { afterEach, describe, expect, it } from 'vitest';
import { makeCertificates } from '../../examples/certificates.js';
import { Connection } from '../../examples/node/connection.js';
import { TlsClient } from '../../examples/node/tls-upgrade.js';
import { fromHex, toHex } from '../../src/bytes/index.js';
import {
  HostSession,
  type HostTlsPolicy,
  type TerminalEvent,
  TerminalSession,
  type TerminalTlsPolicy,
  type TlsUpgrade,
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
} from './loopback.js';

afterEach(closeAll);

type Security = 'none' | 'implicit' | 'negotiated';

describe('a terminal and a host over TCP', () => {
  it.each<readonly [TerminalTlsPolicy, HostTlsPolicy, Security]>([
    ['plain', 'basic', 'none'],
    ['implicit', 'implicit', 'implicit'],
    ['implicit', 'secure', 'implicit'],
    ['negotiated', 'negtSecure', 'negotiated'],
    ['negotiated', 'basic', 'none'],
    ['required', 'negtSecure', 'negotiated'],
    ['required', 'vmAllowed', 'negotiated'],
    ['auto', 'negtSecure', 'negotiated'],
    ['auto', 'secure', 'implicit'],
  ])('show a screen: %s and %s give security %s', async (policy, hostPolicy, security) => {
    const host = await startHost({ tls: hostPolicy });
    const { connection, until } = await startTerminal(host.port, {
      tls: policy,
      timers: { 'auto-listen': 100 },
    });
    await until(screenShown);
    const { session } = connection;
    expect(session.screen.text(0)).toContain('DEMONSTRATION HOST');
    expect(session.security).toBe(security);
    expect(session.tlsInfo?.verification).toBe(security === 'none' ? undefined : 'verified');
    expect([undefined, 'TLSv1.2', 'TLSv1.3']).toContain(session.tlsInfo?.version);
    session.type('tester');
    session.press('tab');
    session.type('password');
    session.press('enter');
    connection.pump();
    await eventually(() => session.screen.text(3).includes('Welcome, tester.'), 'the menu');
    connection.close();
    expect((await connection.closed).diagnosis.code).toBe('ENDED');
    await eventually(() => host.connections.size === 0, 'the end of the host session');
  });

  it('verifies a certificate for an IP address', async () => {
    const host = await startHost({ tls: 'implicit' });
    const { connection, until } = await startTerminal(
      host.port,
      { tls: 'implicit' },
      { host: '127.0.0.1', ca: certificates.ca },
    );
    await until(screenShown);
    expect(connection.session.tlsInfo?.verification).toBe('verified');
  });
});

describe('settings that do not fit together', () => {
  it.each<readonly [HostTlsPolicy, string]>([
    ['negtSecure', 'HOST_NEGOTIATES'],
    ['vmRequired', 'HOST_NEGOTIATES'],
    ['basic', 'HOST_PLAIN'],
  ])('[TLS-043] implicit against %s ends with %s within two seconds', async (tls, code) => {
    const host = await startHost({ tls });
    const start = performance.now();
    const { connection } = await startTerminal(host.port, { tls: 'implicit' });
    const closed = await connection.closed;
    expect(closed.diagnosis.code).toBe(code);
    expect(closed.by).toBe('us');
    expect(performance.now() - start).toBeLessThan(2000);
    await eventually(() => host.events.some(({ type }) => type === 'closed'), 'the reason of the host');
    expect(host.events.find(({ type }) => type === 'closed')).toMatchObject({
      diagnosis: { code: 'CLIENT_IMPLICIT_TLS' },
    });
  });

  it('[TLS-043] does not wait for a host that ignores the ClientHello', async () => {
    const port = await startRawServer((socket) => socket.write(fromHex('fffd2e')));
    const { connection } = await startTerminal(port, { tls: 'implicit' });
    const start = performance.now();
    expect((await connection.closed).diagnosis).toMatchObject({
      code: 'HOST_NEGOTIATES',
      firstBytes: 'fffd2e',
    });
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it('[TLS-033] tells silence by the timer that ran out', async () => {
    const port = await startRawServer(() => {});
    const { connection } = await startTerminal(port, { tls: 'required', timers: { 'first-byte': 50 } });
    expect((await connection.closed).diagnosis.code).toBe('HOST_SILENT');
  });
});

describe('certificates', () => {
  it('are refused when no known authority vouches for them, and nothing is said inside TLS', async () => {
    const wire: string[] = [];
    const host = await startHost({ tls: 'negtSecure' }, certificates, {
      onWire: (sender, bytes, layer) => layer === 'insideTls' && wire.push(`${sender} ${toHex(bytes)}`),
    });
    const { connection, events } = await startTerminal(host.port, { tls: 'required' }, {});
    const { diagnosis } = await connection.closed;
    expect(diagnosis.code).toBe('CERTIFICATE_UNTRUSTED');
    expect(diagnosis.detail).toBe('unable to verify leaf signature');
    expect(events.some(({ type }) => type === 'secure')).toBe(false);
    await eventually(() => host.connections.size === 0, 'the end of the host session');
    expect(wire.filter((line) => line.startsWith('terminal'))).toEqual([]);
  });

  it('are refused when they are signed by themselves, or have expired', async () => {
    const day = 86_400_000;
    const common: Parameters<typeof generate>[1] = {
      keyType: 'ec',
      algorithm: 'sha256',
      extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
    };
    const bySelf = await generate([{ name: 'commonName', value: 'localhost' }], common);
    const old = await generate([{ name: 'commonName', value: 'localhost' }], {
      ...common,
      notBeforeDate: new Date(Date.now() - 2 * day),
      notAfterDate: new Date(Date.now() - day),
    });
    const outcome = async (made: typeof old, ca: string) => {
      const host = await startHost({ tls: 'implicit' }, { ca, key: made.private, cert: made.cert });
      const { connection } = await startTerminal(host.port, { tls: 'implicit' }, { ca });
      return (await connection.closed).diagnosis.code;
    };
    expect(await outcome(bySelf, certificates.ca)).toBe('CERTIFICATE_SELF_SIGNED');
    expect(await outcome(old, old.cert)).toBe('CERTIFICATE_EXPIRED');
  });

  it('[TLS-061] are refused when they are for another name', async () => {
    const others = await makeCertificates({ dns: ['mainframe.example'], ip: [] });
    const host = await startHost({ tls: 'implicit' }, others);
    const { connection } = await startTerminal(host.port, { tls: 'implicit' }, { ca: others.ca });
    const { diagnosis } = await connection.closed;
    expect(diagnosis.code).toBe('CERTIFICATE_NAME_MISMATCH');
    expect(diagnosis.detail).toContain('mainframe.example');
  });

  it('[TLS-063] are held against the name given, not the address that was connected to', async () => {
    const others = await makeCertificates({ dns: ['mainframe.example'], ip: [] });
    const host = await startHost({ tls: 'implicit' }, others);
    const { connection, until } = await startTerminal(
      host.port,
      { tls: 'implicit', serverName: 'mainframe.example' },
      { ca: others.ca },
    );
    await until(screenShown);
    expect(connection.session.tlsInfo?.verification).toBe('verified');
  });

  it('[TLS-064] are accepted unverified only where that was said', async () => {
    const host = await startHost({ tls: 'negtSecure' });
    const { connection, until } = await startTerminal(
      host.port,
      { tls: 'required', acceptUnverified: true },
      {},
    );
    await until(screenShown);
    expect(connection.session.tlsInfo?.verification).toBe('untrusted');
  });
});

describe('handshakes that fail', () => {
  it.each([
    ['an alert', '15030300020228', 'TLS_HANDSHAKE_FAILED', /handshake failure/],
    ['garbage of TLS type', '160303000401020304', 'TLS_HANDSHAKE_FAILED', /./],
  ])('by %s', async (_name, hex, code, detail) => {
    const port = await startRawServer((socket) => socket.once('data', () => socket.write(fromHex(hex))));
    const { connection } = await startTerminal(port, { tls: 'implicit' });
    const { diagnosis } = await connection.closed;
    expect(diagnosis.code).toBe(code);
    expect(diagnosis.detail).toMatch(detail);
  });

  it('by the end of the connection', async () => {
    const port = await startRawServer((socket) => socket.once('data', () => socket.end()));
    const { connection } = await startTerminal(port, { tls: 'implicit' });
    expect((await connection.closed).diagnosis).toMatchObject({
      code: 'TLS_HANDSHAKE_FAILED',
      detail: expect.stringMatching(/^the connection was closed before TLS was established/),
    });
  });

  it('by a terminal that is too old', async () => {
    const host = await startHost({ tls: 'implicit' });
    const secure = connectTls({
      port: host.port,
      host: '127.0.0.1',
      ca: certificates.ca,
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT@SECLEVEL=0',
    });
    secure.on('error', () => {});
    await eventually(() => host.events.some(({ type }) => type === 'closed'), 'the end');
    expect(host.events.at(-1)).toMatchObject({ diagnosis: { code: 'TLS_PARAMETERS_DIFFER' } });
  });

  it('by a terminal that goes away', async () => {
    const host = await startHost({ tls: 'implicit', timers: { 'client-hello': 100 } });
    const socket = connectRaw(host.port);
    socket.write(fromHex('1603010100010000fc0303'));
    await eventually(() => host.events.some(({ type }) => type === 'upgradeToTls'), 'the upgrade');
    socket.end();
    await eventually(() => host.events.some(({ type }) => type === 'closed'), 'the end');
    expect(host.events.at(-1)).toMatchObject({ diagnosis: { code: 'TLS_HANDSHAKE_FAILED' } });
  });
});

describe('TLS that cannot be set up', () => {
  it.each([
    ['a list of revoked certificates', { crl: 'no list' }],
    ['a certificate of the terminal', { certificate: { key: 'no key', cert: certificates.cert } }],
  ])('is told before anything is connected: %s', async (_name, options) => {
    let connected = 0;
    const port = await startRawServer(() => connected++);
    expect(() => new TlsClient(options)).toThrow(Error);
    await expect(startTerminal(port, { tls: 'implicit' }, options)).rejects.toThrow(Error);
    expect(connected).toBe(0);
  });

  it.each<readonly [string, TlsUpgrade<Duplex>['upgrade']]>([
    ['by throwing', () => raise('no engine')],
    ['by rejecting', () => Promise.reject(new Error('no engine'))],
  ])('ends the session with the words of whatever failed: %s', async (_name, upgrade) => {
    const port = await startRawServer((socket) => socket.resume());
    const socket = connectRaw(port);
    const session = new TerminalSession({ tls: 'implicit' });
    const connection = new Connection('terminal', socket, session, { upgrade });
    expect(await connection.closed).toMatchObject({
      by: 'us',
      diagnosis: { code: 'TLS_HANDSHAKE_FAILED', detail: expect.stringMatching(/^no engine/) },
    });
    await eventually(() => socket.destroyed, 'the end of the connection');
  });
});

function raise(message: string): never {
  throw new Error(message);
}

it('destroys a transport whose upgrade is pending, and never ends it: ended in mid-handshake, TLS aborts the process', async () => {
  class Recorded extends Duplex {
    ended = false;

    override _read(): void {}

    override _write(_bytes: Buffer, _encoding: string, done: () => void): void {
      done();
    }

    override _final(done: () => void): void {
      this.ended = true;
      done();
    }
  }
  const transport = new Recorded();
  let upgrading = false;
  const upgrade: TlsUpgrade<Duplex>['upgrade'] = () => {
    upgrading = true;
    return new Promise(() => {});
  };
  const session = new TerminalSession({ tls: 'implicit' });
  const connection = new Connection('terminal', transport, session, { upgrade });
  await eventually(() => upgrading, 'the upgrade');
  connection.close('the user has lost patience');
  await connection.closed;
  expect({ destroyed: transport.destroyed, ended: transport.ended }).toEqual({
    destroyed: true,
    ended: false,
  });
  await new Promise((resolve) => setImmediate(resolve));
  expect(transport.ended).toBe(false);
});

/** A TLS client's transport that sends its ClientHello in one segment with what is given, and drops FOLLOWS of the host. */
class OneSegment extends Duplex {
  readonly #socket: Socket;
  #head: Uint8Array | undefined;
  #skipped = 0;

  constructor(port: number, head: Uint8Array) {
    super();
    this.#head = head;
    this.#socket = connectRaw(port);
    this.#socket.on('data', (bytes: Buffer) => {
      const skip = Math.min(bytes.length, 9 /* DO STARTTLS, FOLLOWS */ - this.#skipped);
      this.#skipped += skip;
      if (skip < bytes.length) this.push(bytes.subarray(skip));
    });
    this.#socket.on('close', () => this.destroy());
  }

  override _read(): void {}

  override _write(bytes: Buffer, _encoding: string, done: () => void): void {
    this.#socket.write(Buffer.concat([this.#head ?? new Uint8Array(0), bytes]));
    this.#head = undefined;
    done();
  }
}

it('[TLS-010] hands the residue behind FOLLOWS to TLS', async () => {
  const host = await startHost({ tls: 'negtSecure' });
  const secure = connectTls({
    socket: new OneSegment(host.port, fromHex('fffb2efffa2e01fff0')),
    ca: certificates.ca,
    servername: 'localhost',
  });
  const first = await new Promise<Buffer>((resolve, reject) => {
    secure.once('data', resolve);
    secure.once('error', reject);
  });
  expect(toHex(first)).toMatch(/^fffd28/);
  const upgrade = host.events.find((event) => event.type === 'upgradeToTls');
  expect(upgrade?.residue[0]).toBe(0x16);
  expect(upgrade?.residue.length).toBeGreaterThan(100);
  secure.destroy();
});

describe('the ends of a connection', () => {
  it('follow a half-close', async () => {
    const host = await startHost({ tls: 'basic' });
    const socket = connectRaw(host.port);
    await new Promise((resolve) => socket.once('data', resolve));
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.end();
    await closed;
    expect(host.events.at(-1)).toMatchObject({
      type: 'closed',
      by: 'peer',
      diagnosis: { code: 'PEER_CLOSED' },
    });
  });

  it('follow a reset', async () => {
    const host = await startHost({ tls: 'basic' });
    const socket = connectRaw(host.port);
    await new Promise((resolve) => socket.once('data', resolve));
    socket.resetAndDestroy();
    await eventually(() => host.events.some(({ type }) => type === 'closed'), 'the end');
    expect(host.events.at(-1)).toMatchObject({ diagnosis: { code: 'PEER_CLOSED' } });
  });

  it('say the last words of a session', async () => {
    const host = await startHost({ tls: 'basic' });
    const socket = connectRaw(host.port);
    const received: Buffer[] = [];
    socket.on('data', (bytes: Buffer) => received.push(bytes));
    const ended = new Promise((resolve) => socket.once('end', resolve));
    socket.write(fromHex('fffc28fffc18'));
    await ended;
    expect(Buffer.concat(received).toString('latin1')).toContain('3270 terminals only');
  });

  it('come when TCP does not', async () => {
    const port = await startRawServer(() => {});
    await closeAll();
    await expect(startTerminal(port, { tls: 'plain' })).rejects.toThrow('ECONNREFUSED');
  });
});

/** A transport that takes no more until it is told to. */
class SlowTransport extends Duplex {
  readonly written: Uint8Array[] = [];
  #done: (() => void) | undefined;
  #open = false;

  constructor() {
    super({ writableHighWaterMark: 1 });
  }

  override _read(): void {}

  override _write(bytes: Buffer, _encoding: string, done: () => void): void {
    this.written.push(bytes);
    if (this.#open) done();
    else this.#done = done;
  }

  release(): void {
    this.#open = true;
    this.#done?.();
  }
}

describe('back-pressure', () => {
  const COMMANDS = 20_000;
  const doTimingMarks = fromHex('fffd06'.repeat(COMMANDS / 2));

  it('stops pulling and reading while the transport takes no more', async () => {
    const transport = new SlowTransport();
    const connection = new Connection<TerminalSession, TerminalEvent>(
      'terminal',
      transport,
      new TerminalSession({ tls: 'plain' }),
      new TlsClient(),
    );
    transport.push(doTimingMarks);
    await eventually(() => transport.written.length > 0, 'the first answers');
    transport.push(doTimingMarks);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(transport.written.length).toBe(1);
    expect(transport.written[0]?.length).toBeLessThanOrEqual(16384 + 3);
    expect(transport.readableLength).toBe(doTimingMarks.length);

    transport.release();
    const answered = (): number => transport.written.reduce((sum, bytes) => sum + bytes.length, 0) / 3;
    await eventually(() => answered() === COMMANDS, 'all answers');
    expect(toHex(Buffer.concat(transport.written).subarray(0, 6))).toBe('fffc06fffc06');
    connection.close();
  });

  it('does not keep a session from being closed', async () => {
    const transport = new SlowTransport();
    const connection = new Connection(
      'terminal',
      transport,
      new TerminalSession({ tls: 'plain' }),
      new TlsClient(),
    );
    transport.push(doTimingMarks);
    await eventually(() => transport.written.length > 0, 'the first answers');
    connection.close('enough');
    expect((await connection.closed).by).toBe('embedder');
  });
});

it('makes no timer outlive the session', async () => {
  const transport = new SlowTransport();
  const session = new HostSession({ tls: 'secure', timers: { 'client-hello': 30 } });
  const connection = new Connection('host', transport, session, new TlsClient());
  connection.close();
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(transport.written).toEqual([]);
});
