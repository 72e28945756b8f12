import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { KeyReader } from '../../examples/terminal/keys.js';
import { requirePeer } from '../support/peers.js';
import { certificates, closeAll, eventually, startHost, startRawServer } from './loopback.js';
import { commandOf } from './process.js';

const folder = mkdtempSync(join(tmpdir(), 'sans3270-test-'));
const CA = join(folder, 'ca.pem');

beforeAll(() => writeFileSync(CA, certificates.ca));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(closeAll);

/** A terminal window of a given size with the interactive terminal in it. */
class Pane {
  static #count = 0;
  readonly #socket = join(folder, `tmux-${Pane.#count++}`);

  constructor(args: readonly string[], columns = 100, rows = 30) {
    const [command, all] = commandOf('examples/demo.ts', args);
    const line = [command, ...all].map((word) => `'${word}'`).join(' ');
    const size = ['-x', String(columns), '-y', String(rows)];
    // What the program leaves behind stays to be read.
    this.#tmux('-f', '/dev/null', 'new-session', '-d', ...size, `${line}; echo "status $?"; sleep 60`);
  }

  text(): string {
    return this.#tmux('capture-pane', '-p');
  }

  /** With colours, as escape sequences. */
  colouredText(): string {
    return this.#tmux('capture-pane', '-p', '-e');
  }

  /** Waits for the cursor. @param place - column and row, from 0 */
  async hasCursorAt(place: string): Promise<void> {
    const now = (): string => this.#tmux('display-message', '-p', '#{cursor_x} #{cursor_y}').trim();
    await eventually(() => now() === place, `cursor at ${place}`);
  }

  send(...keys: readonly string[]): void {
    this.#tmux('send-keys', ...keys);
  }

  resize(columns: number, rows: number): void {
    this.#tmux('resize-window', '-x', String(columns), '-y', String(rows));
  }

  close(): void {
    this.#tmux('kill-server');
  }

  async shows(text: string): Promise<void> {
    try {
      await eventually(() => this.text().includes(text), text);
    } catch {
      expect(this.text()).toContain(text);
    }
  }

  #tmux(...args: readonly string[]): string {
    const env = { ...process.env, TERM: 'xterm-256color', LANG: 'C.UTF-8' };
    return execFileSync('tmux', ['-S', this.#socket, ...args], { encoding: 'utf8', env });
  }
}

describe.runIf(requirePeer('tmux'))('the interactive terminal', () => {
  let pane: Pane | undefined;
  afterEach(() => {
    pane?.close();
    pane = undefined;
  });

  it('shows screens, takes input, follows the size of the window, and leaves it clean', {
    timeout: 60_000,
  }, async () => {
    const host = await startHost({ tls: 'negtSecure', functions: [0, 2, 4] });
    pane = new Pane([`localhost:${host.port}`, '--ca', CA]);
    await pane.shows('DEMONSTRATION HOST');
    await pane.shows('TN3270E  TLSv1.3');
    await pane.hasCursorAt('23 9');

    pane.send('-l', 'tester');
    pane.send('Tab');
    pane.send('-l', 'hidden');
    await pane.hasCursorAt('29 11');
    expect(pane.text()).toContain('User name . . tester');
    expect(pane.text()).not.toContain('hidden');
    pane.send('Enter');
    await pane.shows('Welcome, tester.');

    pane.send('-l', '2');
    pane.send('Enter');
    await pane.shows('this is turquoise');
    expect(pane.colouredText()).toContain('\x1b[91m this is red');

    pane.resize(50, 12);
    await pane.shows('clipped: 1/1 to 11/50 of 24/80');
    pane.send('F3');
    await pane.shows('Selection ==>');
    pane.resize(100, 30);
    await pane.shows('ENTER select   PF3 log off');

    pane.send('Up');
    pane.send('-l', 'x');
    await pane.shows('X Protected field');
    pane.send('C-r');
    pane.send('F3');
    await pane.shows('tester has logged off.');
    pane.send('C-]');
    await pane.shows('Session ended.');
    await pane.shows('status 0');
  });

  it('shows the larger screen of a model 4, and scrolls to the cursor where it does not fit', {
    timeout: 60_000,
  }, async () => {
    const host = await startHost({ tls: 'basic' });
    pane = new Pane([`localhost:${host.port}`, '--tls', 'plain', '--model', '3279-4-E'], 90, 50);
    await pane.shows('DEMONSTRATION HOST');
    await pane.shows('no TLS');
    pane.send('-l', 'tester');
    pane.send('Tab');
    pane.send('-l', 'x');
    pane.send('Enter');
    await pane.shows('Welcome, tester.');
    const rows = pane.text().split('\n');
    expect(rows[42]).toContain('PF3 log off');
    pane.resize(90, 10);
    await pane.shows('clipped: 4/1 to 12/80 of 43/80');
    await pane.hasCursorAt('17 8');
  });

  it('says why there is no session', { timeout: 60_000 }, async () => {
    const host = await startHost({ tls: 'basic' });
    pane = new Pane([`localhost:${host.port}`, '--tls', 'required', '--ca', CA]);
    await pane.shows('HOST_REFUSED_STARTTLS: The host refused TLS on this port');
    await pane.shows('status 1');
  });

  it('[TLS-043] connects once more, by itself, where the reason says how', { timeout: 60_000 }, async () => {
    const host = await startHost({ tls: 'negtSecure' });
    pane = new Pane([`localhost:${host.port}`, '--tls', 'implicit', '--ca', CA]);
    await pane.shows('DEMONSTRATION HOST');
    await pane.shows('TLSv1.3');
    pane.send('C-]');
    await pane.shows('HOST_NEGOTIATES: The ClientHello met DO STARTTLS');
    await pane.shows('Connects once more, with the policy that this advises: required.');
    await pane.shows('Session ended.');
    await pane.shows('status 0');
  });

  it('[TLS-024] but never without TLS', { timeout: 60_000 }, async () => {
    const host = await startHost({ tls: 'basic' });
    pane = new Pane([`localhost:${host.port}`, '--tls', 'implicit', '--ca', CA], 100, 60);
    await pane.shows('HOST_PLAIN: The ClientHello met plain telnet');
    await pane.shows('HOST_REFUSED_STARTTLS: The host refused TLS on this port');
    await pane.shows('status 1');
  });

  it('is a line-mode terminal for a host without screens', { timeout: 60_000 }, async () => {
    const typed: string[] = [];
    const port = await startRawServer((socket) => {
      socket.write('\r\nWelcome to line mode\r\nlogin: ');
      socket.on('data', (bytes) => {
        typed.push(bytes.toString());
        socket.end('\r\n\x1b[1mgood-bye\x1b[0m\r\n');
      });
    });
    pane = new Pane([`127.0.0.1:${port}`, '--tls', 'plain']);
    await pane.shows('login:');
    await pane.shows('line mode  no TLS');
    await pane.hasCursorAt('7 2');
    pane.send('-l', 'somebody');
    await pane.shows('login: somebody');
    pane.send('Enter');
    await pane.shows('status 0');
    expect(typed).toEqual(['somebody\r\n']);
  });

  it.runIf(requirePeer('hercules'))('shows the logo of Hercules', { timeout: 60_000 }, async () => {
    const port = await freePort();
    const hercules = startHercules(port);
    try {
      await eventually(() => hercules.output().includes('Waiting for console connection'), 'Hercules');
      pane = new Pane([`127.0.0.1:${port}`, '--tls', 'plain']);
      await pane.shows('Hercules Version');
      await pane.shows('TN3270  no TLS');
      pane.send('Enter');
      await pane.shows('X Wait');
      pane.send('C-q');
      await pane.shows('status 0');
    } finally {
      await hercules.stop();
    }
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function startHercules(port: number): { output(): string; stop(): Promise<void> } {
  const config = join(folder, 'hercules.cnf');
  writeFileSync(
    config,
    `CPUSERIAL 000001\nCPUMODEL 3090\nMAINSIZE 2\nNUMCPU 1\nARCHMODE ESA/390\nCNSLPORT 127.0.0.1:${port}\n0009 3215-C /\n0700.2 3270\n`,
  );
  const child: ChildProcess = spawn('hercules', ['-d', '-f', config], { cwd: folder, stdio: 'pipe' });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (bytes: Buffer) => {
      output += bytes.toString('latin1');
    });
  }
  return {
    output: () => output,
    stop() {
      const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
      child.stdin?.write('quit\n');
      const timer = setTimeout(() => child.kill('SIGKILL'), 1500);
      return ended.then(() => clearTimeout(timer));
    },
  };
}

describe('keys', () => {
  it('have the meanings that the usage tells', () => {
    const keys = new KeyReader();
    expect(keys.key('F3', false)).toBe('pf3');
    expect(keys.key('SHIFT_F12', false)).toBe('pf24');
    expect(keys.key('ESCAPE', false)).toBeUndefined();
    expect(keys.key('1', true)).toBe('pf13');
    expect(keys.key('1', true)).toEqual({ text: '1' });
    expect(keys.key('ESCAPE', false)).toBeUndefined();
    expect(keys.key('=', true)).toBe('pf24');
    expect(keys.key('ALT_A', false)).toBe('pa1');
    expect(keys.key('ALT_z', false)).toBeUndefined();
    expect(keys.key('F20', false)).toBeUndefined();
    expect(keys.sequence(Buffer.from('\x1d'))).toBe('quit');
    expect(keys.sequence(Buffer.from('\x1b[1;2R'))).toBe('pf15');
    expect(keys.sequence(Buffer.from('\x1b[24;2~'))).toBe('pf24');
    expect(keys.sequence(Buffer.from('\x1b[99~'))).toBeUndefined();
  });
});
