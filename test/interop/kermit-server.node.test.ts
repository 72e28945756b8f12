import { afterEach, describe, expect, it } from 'vitest';
import type { TerminalTlsPolicy } from '../../src/index.js';
import { requirePeer } from '../support/peers.js';
import { cuttingProxy, randomCutter } from './support/cutting-proxy.js';
import { kermitServer } from './support/kermit.js';
import { endAll } from './support/processes.js';
import { TestTerminal } from './support/terminal.js';

afterEach(endAll);

/** What C-Kermit does with who has connected: writes a line, reads one, writes another. */
const CONVERSATION = [
  'if fail exit 3',
  'lineout {READY}',
  'input 20 {hello server}',
  'if fail exit 4',
  'lineout {BYE}',
  'exit 0',
];

async function converse(terminal: TestTerminal): Promise<void> {
  await terminal.textWith('READY');
  expect(terminal.session.mode).toBe('nvt');
  terminal.act((session) => {
    session.type('hello server');
    session.press('enter');
  });
  await terminal.textWith('BYE');
  expect(terminal.log.all('violation')).toEqual([]);
}

const TWENTY = Array.from({ length: 20 }, (_, index) => index + 1);

/** The only host besides our own that offers START_TLS: with DO START_TLS it sends seven other requests. */
describe.runIf(requirePeer('kermit'))("our terminal at C-Kermit's server, start-tls required", () => {
  it.each(TWENTY)('connection %i of 20', async () => {
    const { port, program } = await kermitServer('required', CONVERSATION);
    const terminal = await TestTerminal.connect(port, { tls: 'required' });
    const { reason, info } = await terminal.log.next('secure');
    expect([reason, info.verification]).toEqual(['negotiated', 'verified']);
    await converse(terminal);
    expect(await program.exit()).toBe(0);
    // [TLS-008] WILL and FOLLOWS, whatever else was asked in the clear
    expect(terminal.recording.clearBytesOf('client')).toBe('fffb2efffa2e01fff0');
  });

  it.each(TWENTY)('connection %i of 20 with both directions cut at random', async (seed) => {
    const { port, program } = await kermitServer('required', CONVERSATION);
    const proxy = await cuttingProxy(port, randomCutter(seed, 3), randomCutter(seed + 1000, 3));
    const terminal = await TestTerminal.connect(proxy, { tls: 'required' });
    await terminal.log.next('secure');
    await converse(terminal);
    expect(await program.exit()).toBe(0);
  });

  it.each<TerminalTlsPolicy>(['negotiated', 'auto'])('takes the offer with policy %s', async (tls) => {
    const { port } = await kermitServer('required', CONVERSATION);
    const terminal = await TestTerminal.connect(port, { tls });
    await terminal.log.next('secure');
    await converse(terminal);
  });

  it('is closed when the terminal refuses', async () => {
    const { port } = await kermitServer('required', CONVERSATION);
    const terminal = await TestTerminal.connect(port, { tls: 'plain' });
    const { diagnosis } = await terminal.log.next('closed');
    expect(diagnosis.code).toBe('HOST_REQUIRES_TLS');
  });

  it('[TLS-043] implicit TLS meets DO STARTTLS, and the terminal says so at once', async () => {
    const { port } = await kermitServer('required', CONVERSATION);
    const terminal = await TestTerminal.connect(port, { tls: 'implicit' });
    const { by, diagnosis } = await terminal.log.next('closed', undefined, 5000);
    expect([by, diagnosis.code]).toEqual(['us', 'HOST_NEGOTIATES']);
  });
});

describe.runIf(requirePeer('kermit'))("our terminal at C-Kermit's server, start-tls refused", () => {
  it.each<TerminalTlsPolicy>(['plain', 'negotiated'])('goes on in the clear with policy %s', async (tls) => {
    const { port } = await kermitServer('refused', CONVERSATION);
    const terminal = await TestTerminal.connect(port, { tls });
    await terminal.log.next('clearText');
    await converse(terminal);
  });

  it('goes on in the clear with policy auto where that is allowed', async () => {
    const { port } = await kermitServer('refused', CONVERSATION);
    const terminal = await TestTerminal.connect(port, { tls: 'auto', allowClear: true });
    await terminal.log.next('clearText');
    await converse(terminal);
  });

  it.each<TerminalTlsPolicy>(['required', 'auto'])('closes with policy %s', async (tls) => {
    const { port } = await kermitServer('refused', CONVERSATION);
    const terminal = await TestTerminal.connect(port, { tls });
    expect((await terminal.log.next('closed')).diagnosis.code).toBe('HOST_REFUSED_STARTTLS');
    expect(terminal.recording.sentBy('client')).toBe('fffb2e');
  });

  it('[TLS-043] implicit TLS meets telnet', async () => {
    const { port } = await kermitServer('refused', CONVERSATION);
    const terminal = await TestTerminal.connect(port, { tls: 'implicit' });
    expect((await terminal.log.next('closed')).diagnosis.code).toBe('HOST_PLAIN');
  });
});
