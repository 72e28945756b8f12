import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { DemoApplication } from '../../examples/demo-application.js';
import { Connection } from '../../examples/node/connection.js';
import { TlsDouble } from '../../examples/node/tls-double.js';
import { TlsRelay } from '../../examples/node/tls-relay.js';
import { fromHex } from '../../src/bytes/index.js';
import {
  type HostEvent,
  HostSession,
  type HostTlsPolicy,
  type TerminalEvent,
  TerminalSession,
  type TerminalTlsPolicy,
  type TlsUpgrade,
} from '../../src/index.js';
import { requirePeer } from '../support/peers.js';
import { certificates, closeAll, eventually, startHost, startRawServer } from './loopback.js';

const folder = mkdtempSync(join(tmpdir(), 'sans3270-test-'));
const CA = join(folder, 'ca.pem');
writeFileSync(CA, certificates.ca);
afterAll(() => rmSync(folder, { recursive: true }));

const open: Connection<TerminalSession, TerminalEvent>[] = [];
afterEach(async () => {
  for (const connection of open.splice(0)) connection.close();
  await closeAll();
});

async function terminal(
  port: number,
  tls: TerminalTlsPolicy,
  upgrade: TlsUpgrade<Duplex>,
  serverName = 'localhost',
): Promise<Connection<TerminalSession, TerminalEvent>> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true, allowHalfOpen: true });
  await new Promise((resolve) => socket.once('connect', resolve));
  const session = new TerminalSession({ tls, serverName });
  const connection = new Connection<TerminalSession, TerminalEvent>('terminal', socket, session, upgrade);
  open.push(connection);
  return connection;
}

/** A host whose TLS is the double. */
function doubledHost(tls: HostTlsPolicy, upgrade: TlsUpgrade<Duplex>, events: HostEvent[]): Promise<number> {
  return startRawServer((socket: Socket) => {
    const session = new HostSession({ tls });
    const application = new DemoApplication(session);
    new Connection<HostSession, HostEvent>('host', socket, session, upgrade, {
      onEvent(event) {
        events.push(event);
        application.handle(event);
      },
    });
  });
}

describe('a double of TLS', () => {
  it.each<readonly [TerminalTlsPolicy, HostTlsPolicy, string]>([
    ['implicit', 'implicit', 'implicit'],
    ['implicit', 'secure', 'implicit'],
    ['required', 'negtSecure', 'negotiated'],
    ['required', 'vmAllowed', 'negotiated'],
  ])('brings %s and %s up without a certificate', async (tls, hostTls, security) => {
    const port = await doubledHost(hostTls, new TlsDouble(), []);
    const { session } = await terminal(port, tls, new TlsDouble());
    await eventually(() => session.screen.text(0).includes('DEMONSTRATION HOST'), 'the screen');
    expect(session.security).toBe(security);
    expect(session.tlsInfo?.cipher).toContain('double');
  });

  it('fails as it is told', async () => {
    const events: HostEvent[] = [];
    const failure = { kind: 'alert', alert: 48, message: 'unknown CA' } as const;
    const port = await doubledHost('negtSecure', new TlsDouble({ failure }), events);
    await terminal(port, 'required', new TlsDouble());
    await eventually(() => events.some(({ type }) => type === 'closed'), 'the end');
    expect(events.at(-1)).toMatchObject({ diagnosis: { code: 'CLIENT_REJECTS_CERTIFICATE' } });
  });

  it('[TLS-043] looks beneath, and meets no telnet without saying so', async () => {
    const port = await startRawServer((socket) => socket.write(fromHex('fffd2e')));
    const { closed } = await terminal(port, 'implicit', new TlsDouble());
    expect((await closed).diagnosis.code).toBe('HOST_NEGOTIATES');
  });
});

describe.runIf(requirePeer('openssl'))('TLS done by another process', () => {
  it.each<readonly [TerminalTlsPolicy, HostTlsPolicy, string]>([
    ['implicit', 'implicit', 'implicit'],
    ['required', 'negtSecure', 'negotiated'],
  ])('brings %s and %s up, and the session goes on through it', async (tls, hostTls, security) => {
    const host = await startHost({ tls: hostTls });
    const connection = await terminal(host.port, tls, new TlsRelay(CA));
    const { session } = connection;
    await eventually(() => session.screen.text(0).includes('DEMONSTRATION HOST'), 'the screen');
    expect(session.security).toBe(security);
    expect(session.tlsInfo).toMatchObject({ version: 'TLSv1.3', verification: 'verified' });
    session.type('Q');
    session.press('tab');
    session.type('password');
    session.press('enter');
    connection.pump();
    await eventually(() => session.screen.text(3).includes('Welcome, Q.'), 'the menu');
    connection.close();
    expect((await connection.closed).diagnosis.code).toBe('ENDED');
    await eventually(() => host.connections.size === 0, 'the end of the host session');
  });

  it('[TLS-061] takes no certificate for another name', async () => {
    const host = await startHost({ tls: 'implicit' });
    const { closed } = await terminal(host.port, 'implicit', new TlsRelay(CA), 'mainframe.example');
    expect((await closed).diagnosis).toMatchObject({
      code: 'CERTIFICATE_NAME_MISMATCH',
      detail: expect.stringMatching(/hostname mismatch/i),
    });
  });

  it('[TLS-043] looks beneath it', async () => {
    const host = await startHost({ tls: 'negtSecure' });
    const { closed } = await terminal(host.port, 'implicit', new TlsRelay(CA));
    expect((await closed).diagnosis).toMatchObject({ code: 'HOST_NEGOTIATES', firstBytes: 'fffd2e' });
  });
});
