import { afterEach, describe, expect, it } from 'vitest';
import type { DiagnosisCode, HostOptions, TerminalOptions, TimerSettings } from '../../src/index.js';
import { requirePeer } from '../support/peers.js';
import { TestHost } from './support/host.js';
import { endAll } from './support/processes.js';
import { dial } from './support/s3270-connection.js';
import { TestTerminal } from './support/terminal.js';

afterEach(endAll);

/** Times for what cannot happen by anything but time running out. */
const SHORT: Partial<TimerSettings> = {
  'client-hello': 400,
  'start-tls-answer': 400,
  'first-byte': 400,
  'auto-listen': 400,
};

/** A diagnosis that the clock has no part in has to come long before these run out. */
const SOON = 5000;

interface Pair {
  readonly name: string;
  readonly terminal: TerminalOptions;
  readonly host: HostOptions;
  /** What the terminal and the host give as the reason. */
  readonly reasons: readonly [terminal: DiagnosisCode, host: DiagnosisCode];
}

const PAIRS: readonly Pair[] = [
  {
    name: 'implicit terminal, negtSecure host',
    terminal: { tls: 'implicit' },
    host: { tls: 'negtSecure' },
    reasons: ['HOST_NEGOTIATES', 'CLIENT_IMPLICIT_TLS'],
  },
  {
    name: 'implicit terminal, vmRequired host',
    terminal: { tls: 'implicit' },
    host: { tls: 'vmRequired' },
    reasons: ['HOST_NEGOTIATES', 'CLIENT_IMPLICIT_TLS'],
  },
  {
    name: 'implicit terminal, basic host',
    terminal: { tls: 'implicit' },
    host: { tls: 'basic' },
    reasons: ['HOST_PLAIN', 'CLIENT_IMPLICIT_TLS'],
  },
  {
    name: 'plain terminal, negtSecure host',
    terminal: { tls: 'plain' },
    host: { tls: 'negtSecure' },
    reasons: ['HOST_REQUIRES_TLS', 'CLIENT_REFUSED_STARTTLS'],
  },
  {
    name: 'plain terminal, secure host',
    terminal: { tls: 'plain' },
    host: { tls: 'secure', timers: SHORT },
    reasons: ['HOST_REQUIRES_TLS', 'CLIENT_REFUSED_STARTTLS'],
  },
  {
    name: 'required terminal, basic host',
    terminal: { tls: 'required' },
    host: { tls: 'basic' },
    reasons: ['HOST_REFUSED_STARTTLS', 'PEER_CLOSED'],
  },
  {
    name: 'auto terminal, basic host',
    terminal: { tls: 'auto' },
    host: { tls: 'basic' },
    reasons: ['HOST_REFUSED_STARTTLS', 'PEER_CLOSED'],
  },
  {
    name: 'negotiated terminal, implicit host',
    terminal: { tls: 'negotiated' },
    host: { tls: 'implicit', timers: SHORT },
    reasons: ['HOST_SILENT', 'CLIENT_SILENT'],
  },
  {
    name: 'required terminal that loses patience first, implicit host',
    terminal: { tls: 'required', timers: SHORT },
    host: { tls: 'implicit' },
    reasons: ['HOST_SILENT', 'PEER_CLOSED'],
  },
];

describe('our terminal against our host, over TCP', () => {
  it.each(PAIRS)('$name', async ({ terminal: options, host: hostOptions, reasons }) => {
    const host = await TestHost.start(hostOptions);
    const terminal = await TestTerminal.connect(host.port, options);
    const side = await host.connected();
    const atTerminal = await terminal.log.next('closed', undefined, SOON);
    const atHost = await side.log.next('closed', undefined, SOON);
    expect([atTerminal.diagnosis.code, atHost.diagnosis.code]).toEqual(reasons);
    expect(terminal.log.all('violation')).toEqual([]);
  });

  it('[TLS-064] a certificate that nobody vouches for', async () => {
    const host = await TestHost.start({ tls: 'negtSecure' });
    const { connectTerminal } = await import('../../examples/node/terminal-connection.js');
    const { closed } = await connectTerminal({
      host: '127.0.0.1',
      port: host.port,
      session: { tls: 'required', serverName: 'localhost' },
    });
    expect((await closed).diagnosis.code).toBe('CERTIFICATE_UNTRUSTED');
  });

  it('[TLS-061] a certificate for another name', async () => {
    const host = await TestHost.start({ tls: 'implicit' });
    const terminal = await TestTerminal.connect(host.port, {
      tls: 'implicit',
      serverName: 'mainframe.example',
    });
    expect((await terminal.log.next('closed')).diagnosis.code).toBe('CERTIFICATE_NAME_MISMATCH');
  });

  it('[TLS-042] auto finds the way to every host that has TLS', async () => {
    for (const tls of [
      'negtSecure',
      'secure',
      'implicit',
      'any',
      'vmAllowed',
      'vmPreferred',
      'vmRequired',
    ] as const) {
      const host = await TestHost.start({ tls });
      const terminal = await TestTerminal.connect(host.port, { tls: 'auto', timers: SHORT });
      const { protocol } = await terminal.log.next('negotiated');
      expect([tls, protocol]).toEqual([tls, 'tn3270e']);
      expect(terminal.session.security).not.toBe('none');
    }
  });
});

describe.runIf(requirePeer('s3270'))('s3270 against our host', () => {
  it.each<HostOptions>([
    { tls: 'negtSecure' },
    { tls: 'vmRequired' },
    { tls: 'basic' },
    { tls: 'any', offerFirst: true },
  ])('[TLS-156] implicit, and the host speaks first: $tls', async (options) => {
    const { side, connected } = await dial(options, 'L:Y:127.0.0.1');
    const { by, diagnosis } = await side.log.next('closed', undefined, SOON);
    expect(by).toBe('us');
    expect(diagnosis.code).toBe('CLIENT_IMPLICIT_TLS');
    expect(diagnosis.firstBytes.startsWith('1603')).toBe(true);
    expect((await connected).ok).toBe(false);
  });

  // With START_TLS switched off s3270 4.1 dies of its own error message, so nothing more is asked of it.
  it.each<HostOptions>([{ tls: 'negtSecure' }, { tls: 'vmRequired' }, { tls: 'secure', timers: SHORT }])(
    '[HTM-004] refuses START_TLS, and $tls turns it away',
    async (options) => {
      const { side } = await dial(options, '127.0.0.1', '-set', 'startTls=false');
      const { by, diagnosis } = await side.log.next('closed', undefined, SOON);
      expect(by).toBe('us');
      expect(diagnosis).toMatchObject({ code: 'CLIENT_REFUSED_STARTTLS', firstBytes: 'fffc2e' });
    },
  );

  it('waits for telnet where the host waits for TLS', async () => {
    const { side, connected } = await dial({ tls: 'implicit', timers: SHORT }, 'Y:127.0.0.1');
    const { by, diagnosis } = await side.log.next('closed', undefined, SOON);
    expect(by).toBe('us');
    expect(diagnosis).toMatchObject({ code: 'CLIENT_SILENT', firstBytes: '' });
    expect((await connected).data).toEqual(['Host disconnected']);
  });

  it('[TLS-023] does not trust our certificate', async () => {
    const { side, connected } = await dial({ tls: 'negtSecure' }, '127.0.0.1');
    const { by, diagnosis } = await side.log.next('closed', undefined, SOON);
    expect(by).toBe('peer');
    expect(diagnosis).toMatchObject({ code: 'CLIENT_REJECTS_CERTIFICATE', detail: 'tlsv1 alert unknown ca' });
    expect((await connected).ok).toBe(false);
  });
});
