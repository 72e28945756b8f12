import { afterEach, describe, expect, it } from 'vitest';
import type { TerminalOptions } from '../../src/index.js';
import { requirePeer } from '../support/peers.js';
import { type Cutter, cuttingProxy, randomCutter, SINGLE_BYTES } from './support/cutting-proxy.js';
import { hercules } from './support/hercules.js';
import { endAll } from './support/processes.js';
import { TestTerminal } from './support/terminal.js';

afterEach(endAll);

const WHOLE: Cutter = { pieceSize: (left) => left, pause: () => 0 };

const CUTS: readonly (readonly [string, Cutter, Cutter])[] = [
  ['as TCP brings it', WHOLE, WHOLE],
  ['in single bytes both ways', SINGLE_BYTES, SINGLE_BYTES],
  ['our bytes singly', SINGLE_BYTES, WHOLE],
  ['cut at random', randomCutter(3270, 5), randomCutter(327, 5)],
];

const MODELS: readonly (readonly [string, string])[] = [
  ['3279-2-E', 'IBM-3279-2-E'],
  ['3278-4-E', 'IBM-3278-4-E'],
];

async function terminalAtConsole(options: Partial<TerminalOptions>): Promise<TestTerminal> {
  const { port } = await hercules();
  return TestTerminal.connect(port, { tls: 'negotiated', ...options });
}

describe.runIf(requirePeer('hercules'))('our terminal at the console of Hercules', () => {
  describe.each(CUTS)('%s', (_name, toServer, toClient) => {
    it.each(MODELS)(
      'model %s reaches the logo, and ENTER goes to the device',
      async (model, terminalType) => {
        const { port, program } = await hercules();
        const proxy = await cuttingProxy(port, toServer, toClient);
        const terminal = await TestTerminal.connect(proxy, { tls: 'negotiated', model });
        expect(await terminal.log.next('negotiated')).toMatchObject({ protocol: 'tn3270', terminalType });
        await terminal.showing('MAINFRAME');
        const { screen } = terminal.session;
        const lines = screen.text();
        expect(lines[0]).toMatch(/^ Hercules Version {2}: 3\.\d+ +$/);
        expect(lines.join('\n')).toContain("My PC thinks it's a MAINFRAME");
        expect([screen.rows, screen.columns, screen.formatted]).toEqual([24, 80, true]);
        expect(lines.join('\n')).toMatch(/Device number +: 0700 /);
        await program.printed('connected to 3270 device 0:0700');

        expect(terminal.act((session) => session.press('enter'))).toEqual({ accepted: true });
        expect(terminal.session.keyboardLock).toBe('waitingForHost');
        expect(terminal.recording.sentBy('client').endsWith('7d4040ffef')).toBe(true);
        expect(terminal.log.all('violation')).toEqual([]);
      },
    );
  });

  it('[TEL-110] answers in the order that Hercules insists on, and volunteers nothing', async () => {
    const terminal = await terminalAtConsole({ model: '3279-2-E' });
    await terminal.showing('MAINFRAME');
    const name = Buffer.from('IBM-3279-2-E').toString('hex');
    expect(terminal.recording.sentBy('client')).toBe(
      `fffb18fffa1800${name}fff0${'fffb19fffd19'}${'fffb00fffd00'}`,
    );
  });

  it('asks for a device by number', async () => {
    const terminal = await terminalAtConsole({ luNames: ['0702'] });
    await terminal.showing('Device number     : 0702');
  });

  it('shows why a device is refused, and sees the connection closed', async () => {
    const terminal = await terminalAtConsole({ luNames: ['0799'] });
    await terminal.showing('Connection rejected, device 0799 unavailable');
    // Hercules gives people five seconds to read it.
    const { by, diagnosis } = await terminal.log.next('closed');
    expect([by, diagnosis.code]).toEqual(['peer', 'ENDED']);
  });

  it.each(['IBM-3278-5-E', 'IBM-3278-3', 'IBM-DYNAMIC', 'IBM-3277'])(
    'is given a screen with the terminal type %s',
    async (type) => {
      const terminal = await terminalAtConsole({ terminalTypes: [type] });
      expect(await terminal.log.next('negotiated')).toMatchObject({ protocol: 'tn3270', terminalType: type });
      await terminal.showing('MAINFRAME');
    },
  );

  it('is given a printer with the terminal type IBM-3287-1', async () => {
    const { port, program } = await hercules();
    const terminal = await TestTerminal.connect(port, { tls: 'plain', terminalTypes: ['IBM-3287-1'] });
    await program.printed('connected to 3287 device 0:0720');
    expect((await terminal.log.next('negotiated')).protocol).toBe('tn3270');
  });

  it('is given a typewriter with the terminal type VT100', async () => {
    const terminal = await terminalAtConsole({ terminalTypes: ['VT100'] });
    expect(await terminal.log.next('negotiated')).toMatchObject({ protocol: 'nvt', terminalType: 'VT100' });
    await terminal.textWith('Connected to device 0:001F');
    expect(terminal.session.mode).toBe('nvt');
  });

  it('several terminals have a device each', async () => {
    const { port } = await hercules();
    for (const device of ['0700', '0701', '0702']) {
      const terminal = await TestTerminal.connect(port, { tls: 'negotiated' });
      await terminal.showing(`Device number     : ${device}`);
    }
  });

  it('[TLS-050] closes when TLS is required and Hercules has none', async () => {
    const terminal = await terminalAtConsole({ tls: 'required' });
    const { diagnosis } = await terminal.log.next('closed');
    expect(diagnosis.code).toBe('HOST_REFUSED_STARTTLS');
    expect(terminal.recording.sentBy('client')).toBe('fffb2e');
  });

  it('[TLS-043] finds out with implicit TLS that Hercules speaks telnet', async () => {
    const terminal = await terminalAtConsole({ tls: 'implicit' });
    expect((await terminal.log.next('closed')).diagnosis.code).toBe('HOST_PLAIN');
  });
});
