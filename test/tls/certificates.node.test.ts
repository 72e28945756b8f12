import { createServer, type TLSSocket } from 'node:tls';
import { generate } from 'selfsigned';
import { afterEach, describe, expect, it } from 'vitest';
import { makeCertificates } from '../../examples/certificates.js';
import {
  certificates,
  closeAll,
  eventually,
  screenShown,
  startHost,
  startTerminal,
} from '../examples/loopback.js';

afterEach(closeAll);

describe('the certificate of a host', () => {
  it('[TLS-061] a dNSName is the identity: the common name beside it counts for nothing, and alone for a fallback', async () => {
    const outcome = async (dns: string | undefined): Promise<string> => {
      const made = await generate([{ name: 'commonName', value: 'localhost' }], {
        keyType: 'ec',
        algorithm: 'sha256',
        extensions:
          dns === undefined
            ? [{ name: 'basicConstraints', cA: true }]
            : [{ name: 'subjectAltName', altNames: [{ type: 2, value: dns }] }],
      });
      const certificate = { ca: made.cert, key: made.private, cert: made.cert };
      const { port } = await startHost({ tls: 'implicit' }, certificate);
      const { connection, until } = await startTerminal(port, { tls: 'implicit' }, { ca: made.cert });
      await until(screenShown).catch(() => {});
      return connection.session.diagnosis?.code ?? connection.session.security;
    };
    expect(await outcome('mainframe.example')).toBe('CERTIFICATE_NAME_MISMATCH');
    expect(await outcome('localhost')).toBe('implicit');
    expect(await outcome(undefined)).toBe('implicit');
  });

  it('[TLS-066] server name indication carries the name that was given, and no address', async () => {
    const names: unknown[] = [];
    const server = createServer({ key: certificates.key, cert: certificates.cert }, (socket) => {
      names.push((socket as TLSSocket & { servername?: string | false }).servername);
      socket.on('error', () => {}).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const ca = certificates.ca;
    const tls = 'implicit';
    for (const [host, serverName] of [
      ['localhost', undefined],
      ['127.0.0.1', undefined],
      ['127.0.0.1', 'mainframe.example'],
    ] as const) {
      const options = serverName === undefined ? ({ tls } as const) : ({ tls, serverName } as const);
      const { connection } = await startTerminal(port, options, { host, ca });
      await connection.closed;
    }
    await eventually(() => names.length === 3, 'three handshakes');
    server.close();
    expect(names).toEqual(['localhost', false, 'mainframe.example']);
  });

  it('[TLS-060] [TLS-064] is held against an authority before its name is looked at', async () => {
    const others = await makeCertificates({ dns: ['mainframe.example'], ip: [] });
    const { port } = await startHost({ tls: 'implicit' }, others);
    const outcome = async (ca: string): Promise<string> => {
      const { connection } = await startTerminal(port, { tls: 'implicit' }, { ca });
      return (await connection.closed).diagnosis.code;
    };
    // For another name and of an unknown authority, then for another name alone.
    expect(await outcome(certificates.ca)).toMatch(/^CERTIFICATE_(UNTRUSTED|SELF_SIGNED)$/);
    expect(await outcome(others.ca)).toBe('CERTIFICATE_NAME_MISMATCH');
  });

  it('[TLS-062] for an address must hold that very address', async () => {
    const outcome = async (ip: readonly string[]): Promise<string> => {
      const made = await makeCertificates({ dns: ['localhost', '127.0.0.1'], ip });
      const { port } = await startHost({ tls: 'implicit' }, made);
      const { connection, until } = await startTerminal(
        port,
        { tls: 'implicit' },
        { host: '127.0.0.1', ca: made.ca },
      );
      await until(screenShown).catch(() => {});
      return connection.session.diagnosis?.code ?? connection.session.security;
    };
    expect(await outcome(['127.0.0.1'])).toBe('implicit');
    expect(await outcome(['127.0.0.2'])).toBe('CERTIFICATE_NAME_MISMATCH');
    // A name that looks like the address is none.
    expect(await outcome([])).toBe('CERTIFICATE_NAME_MISMATCH');
  });
});
