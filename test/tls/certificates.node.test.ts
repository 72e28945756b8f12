import { afterEach, describe, expect, it } from 'vitest';
import { makeCertificates } from '../../examples/certificates.js';
import { certificates, closeAll, screenShown, startHost, startTerminal } from '../examples/loopback.js';

afterEach(closeAll);

describe('the certificate of a host', () => {
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
