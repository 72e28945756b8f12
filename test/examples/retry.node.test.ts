import { type AddressInfo, createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { connectWithRetry } from '../../examples/node/retry.js';
import type { TerminalConnection } from '../../examples/node/terminal-connection.js';
import { fromHex } from '../../src/bytes/index.js';
import type { HostTlsPolicy, TerminalOptions } from '../../src/index.js';
import { certificates, closeAll, startHost, startRawServer } from './loopback.js';

const open: TerminalConnection[] = [];

afterEach(async () => {
  for (const connection of open.splice(0)) connection.close();
  await closeAll();
});

/** Connects and tells what became of it, and what was tried before that. */
async function connect(port: number, session: TerminalOptions): Promise<readonly [string, ...string[]]> {
  const retries: string[] = [];
  const connection = await connectWithRetry({
    host: 'localhost',
    port,
    ca: certificates.ca,
    session: { ...session, timers: { 'auto-listen': 200, 'first-byte': 300, 'tls-handshake': 300 } },
    onRetry({ code }, { tls }) {
      retries.push(`${code} ${tls}`);
    },
  });
  open.push(connection);
  const { diagnosis, security } = connection.session;
  return [diagnosis?.code ?? security, ...retries];
}

async function connectToHost(tls: HostTlsPolicy, session: TerminalOptions): Promise<readonly string[]> {
  const { port } = await startHost({ tls });
  return connect(port, session);
}

describe('one more connection', () => {
  it('[TLS-043] comes up where an implicit terminal meets a host that negotiates', async () => {
    for (const tls of ['negtSecure', 'vmPreferred', 'vmRequired'] as const)
      expect(await connectToHost(tls, { tls: 'implicit' })).toEqual([
        'negotiated',
        'HOST_NEGOTIATES required',
      ]);
    expect(await connectToHost('vmAllowed', { tls: 'implicit' })).toEqual([
      'negotiated',
      'HOST_PLAIN required',
    ]);
  });

  it('[TLS-153] [HTM-044] comes up where TLS was turned off, or the wrong kind of it was waited for', async () => {
    expect(await connectToHost('negtSecure', { tls: 'plain' })).toEqual([
      'negotiated',
      'HOST_REQUIRES_TLS auto',
    ]);
    expect(await connectToHost('implicit', { tls: 'required' })).toEqual(['implicit', 'HOST_SILENT auto']);
  });

  it('is not made where the first one comes up', async () => {
    expect(await connectToHost('negtSecure', { tls: 'required' })).toEqual(['negotiated']);
    expect(await connectToHost('basic', { tls: 'plain' })).toEqual(['none']);
  });

  it('[TLS-024] never goes on in the clear', async () => {
    expect(await connectToHost('basic', { tls: 'required' })).toEqual(['HOST_REFUSED_STARTTLS']);
    expect(await connectToHost('basic', { tls: 'implicit' })).toEqual([
      'HOST_REFUSED_STARTTLS',
      'HOST_PLAIN required',
    ]);
    expect(await connectToHost('basic', { tls: 'implicit', allowClear: true })).toEqual([
      'HOST_REFUSED_STARTTLS',
      'HOST_PLAIN required',
    ]);
  });

  it('is one, and no more', async () => {
    let connections = 0;
    const port = await startRawServer((socket) => {
      connections++;
      socket.resume();
      socket.write(fromHex(connections === 1 ? 'fffd2e' : ''));
      socket.once('data', () => socket.end());
    });
    const [code, ...retries] = await connect(port, { tls: 'implicit' });
    expect(code).toBe('HOST_SILENT');
    expect(retries).toEqual(['HOST_NEGOTIATES required']);
    expect(connections).toBe(2);
  });

  it('[TLS-150] leaves what the first one found where TCP does not come up again', async () => {
    const server = createServer((socket) => {
      server.close(); // takes no other
      socket.on('error', () => {});
      socket.resume();
      socket.write(fromHex('fffd2e'));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    expect(await connect(port, { tls: 'implicit' })).toEqual(['HOST_NEGOTIATES', 'HOST_NEGOTIATES required']);
  });

  it('is not waited for where a host without telnet talks', async () => {
    const port = await startRawServer((socket) => socket.write('login: '));
    expect(await connect(port, { tls: 'plain' })).toEqual(['none']);
  });
});
