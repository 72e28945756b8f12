import { writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import type { HostTlsPolicy } from '../../src/index.js';
import { requirePeer } from '../support/peers.js';
import { certificates, type HostSide, TestHost } from './support/host.js';
import { kermit } from './support/kermit.js';
import { endAll, Program, temporaryFolder } from './support/processes.js';

afterEach(endAll);

/** Waits for text from the client until it contains something. */
async function textWith(side: HostSide, wanted: string): Promise<void> {
  let text = '';
  while (!text.includes(wanted)) text += (await side.log.next('text')).text;
}

const DO_STARTTLS = 'fffd2e';
const WILL_STARTTLS = 'fffb2e';
const FOLLOWS = 'fffa2e01fff0';

describe.runIf(requirePeer('openssl'))('openssl s_client -starttls telnet against our host', () => {
  it.each<HostTlsPolicy>(['negtSecure', 'vmPreferred', 'vmRequired', 'secure', 'any'])(
    '[TLS-007] upgrades with %s, verifies our certificate, and telnet starts inside TLS',
    async (tls) => {
      const ca = `${temporaryFolder()}/ca.pem`;
      writeFileSync(ca, (await certificates()).ca);
      const host = await TestHost.start({ tls, timers: { 'client-hello': 300 } });
      const client = new Program('openssl', [
        ...['s_client', '-starttls', 'telnet', '-quiet', '-connect', `127.0.0.1:${host.port}`],
        ...['-CAfile', ca, '-verify_return_error', '-verify_ip', '127.0.0.1'],
      ]);
      const side = await host.connected();
      const { reason, info } = await side.log.next('secure');
      expect(reason).toBe('negotiated');
      expect(info.version).toBe('TLSv1.3');
      const clear = side.recording.steps.findIndex((step) => 'event' in step);
      const before = side.recording.steps.slice(0, clear).map((step) => ('hex' in step ? step.hex : ''));
      // The ClientHello may have come along with FOLLOWS.
      expect(before.join('').startsWith(DO_STARTTLS + WILL_STARTTLS + FOLLOWS + FOLLOWS)).toBe(true);

      // openssl knows no telnet behind START_TLS, so we speak it: DO TN3270E is refused, and DO TERMINAL-TYPE.
      await client.printed('\xff\xfd\x28');
      client.child.stdin.write(Buffer.from('fffc28', 'hex'));
      await client.printed('\xff\xfd\x18');
      client.child.stdin.write(Buffer.from('fffc18', 'hex'));
      expect((await side.log.next('negotiated')).protocol).toBe('nvt');
      side.act((session) => session.sendText('READY\r\n'));
      await client.printed('READY\r\n');
      client.child.stdin.write('hello\r\n');
      await textWith(side, 'hello');
      side.act((session) => session.close());
      expect(await client.exit()).toBe(0);
      expect(side.log.all('violation')).toEqual([]);
    },
  );

  it('[TLS-023] learns why the client turns our certificate down', async () => {
    const host = await TestHost.start({ tls: 'negtSecure' });
    new Program('openssl', [
      ...['s_client', '-starttls', 'telnet', '-connect', `127.0.0.1:${host.port}`],
      ...['-no-CAfile', '-no-CApath', '-no-CAstore', '-verify_return_error'],
    ]);
    const side = await host.connected();
    const { by, diagnosis } = await side.log.next('closed');
    expect(by).toBe('peer');
    expect(diagnosis).toMatchObject({ code: 'CLIENT_REJECTS_CERTIFICATE', detail: 'tlsv1 alert unknown ca' });
  });
});

/** What C-Kermit does once it is connected: reads a line, writes one, reads another. */
const CONVERSATION = [
  'if fail exit 3',
  'input 20 {READY}',
  'if fail exit 4',
  'output {hello host\\13}',
  'input 20 {BYE}',
  'if fail exit 5',
  'exit 0',
];

/** C-Kermit with one of its settings for START_TLS. */
function kermitClient(host: TestHost, setting: string): Program {
  return kermit(
    `set telopt start-tls ${setting}`,
    'set auth tls verify no',
    `set host 127.0.0.1 ${host.port} /telnet`,
    ...CONVERSATION,
  );
}

async function converse(side: HostSide, client: Program): Promise<void> {
  expect((await side.log.next('negotiated')).protocol).toBe('nvt');
  side.act((session) => session.sendText('READY\r\n'));
  await textWith(side, 'hello host');
  side.act((session) => session.sendText('BYE\r\n'));
  expect(await client.exit()).toBe(0);
  expect(side.log.all('violation')).toEqual([]);
}

describe.runIf(requirePeer('kermit'))('C-Kermit against our host', () => {
  const settings = ['required', 'requested', 'accepted'];
  const policies: readonly HostTlsPolicy[] = ['negtSecure', 'secure', 'any', 'vmPreferred', 'vmRequired'];

  describe.each(policies)('%s', (tls) => {
    it.each(settings)('upgrades with start-tls %s, and text goes both ways inside TLS', async (setting) => {
      const host = await TestHost.start({ tls, timers: { 'client-hello': 500 } });
      const client = kermitClient(host, setting);
      const side = await host.connected();
      expect((await side.log.next('secure')).reason).toBe('negotiated');
      await converse(side, client);
    });
  });

  it.each<HostTlsPolicy>(['any', 'vmPreferred', 'vmAllowed', 'basic'])(
    'goes on in the clear when it refuses and %s allows that',
    async (tls) => {
      const host = await TestHost.start({ tls, timers: { 'client-hello': 500 } });
      const client = kermitClient(host, 'refused');
      const side = await host.connected();
      await side.log.next('clearText');
      await converse(side, client);
      expect(side.session.security).toBe('none');
    },
  );

  it.each<HostTlsPolicy>(['negtSecure', 'secure', 'vmRequired'])(
    '[HTM-004] is turned away by %s when it refuses',
    async (tls) => {
      const host = await TestHost.start({ tls, timers: { 'client-hello': 500 } });
      const client = kermitClient(host, 'refused');
      const side = await host.connected();
      expect((await side.log.next('closed')).diagnosis.code).toBe('CLIENT_REFUSED_STARTTLS');
      await client.printed('Connection closed by peer');
    },
  );

  it('[TLS-005] gets DONT from a host without TLS, and closes when it requires TLS', async () => {
    const host = await TestHost.start({ tls: 'basic' });
    const client = kermitClient(host, 'required');
    const side = await host.connected();
    await client.printed('Telnet Start-TLS refused.');
    expect(side.recording.sentBy('host')).toContain('fffe2e');
    expect((await side.log.next('closed')).by).toBe('peer');
  });

  it('[TLS-157] is told from an implicit terminal', async () => {
    const host = await TestHost.start({ tls: 'implicit' });
    kermitClient(host, 'required');
    const side = await host.connected();
    expect((await side.log.next('closed')).diagnosis.code).toBe('CLIENT_SPEAKS_TELNET');
  });

  it('[TLS-156] is told from a negotiating terminal when it starts with TLS', async () => {
    const host = await TestHost.start({ tls: 'negtSecure' });
    const client = kermit('set auth tls verify no', `set host 127.0.0.1 ${host.port} /tls-telnet`, 'exit 1');
    const side = await host.connected();
    expect((await side.log.next('closed')).diagnosis.code).toBe('CLIENT_IMPLICIT_TLS');
    expect(await client.exit()).toBe(1);
  });

  it.each<HostTlsPolicy>(['implicit', 'secure', 'any'])('starts with TLS against %s', async (tls) => {
    const host = await TestHost.start({ tls });
    const client = kermit(
      'set auth tls verify no',
      `set host 127.0.0.1 ${host.port} /tls-telnet`,
      ...CONVERSATION,
    );
    const side = await host.connected();
    await side.log.next('secure');
    expect(side.session.security).toBe('implicit');
    await converse(side, client);
  });
});
