import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PATIENCE, sleep, until } from './event-log.js';

/** What has to be undone when a test is over. */
const undo: (() => Promise<void> | void)[] = [];

/** Has something done at the end of the test, last come first. */
export function atEnd(action: () => Promise<void> | void): void {
  undo.push(action);
}

/** For `afterEach`: ends all that the test has started, whether it failed or not. */
export async function endAll(): Promise<void> {
  for (let action = undo.pop(); action !== undefined; action = undo.pop()) await action();
}

/** A program that a test talks to; killed at the end of the test. */
export class Program {
  readonly child: ChildProcessWithoutNullStreams;
  /** All that it has printed, standard output and errors. */
  output = '';
  readonly #name: string;

  constructor(name: string, parameters: readonly string[], cwd?: string) {
    this.#name = name;
    const env = { PATH: process.env.PATH, HOME: cwd ?? tmpdir(), LANG: 'C.UTF-8' };
    // A group of its own: kermit and hercules start helpers.
    this.child = spawn(name, parameters, { stdio: 'pipe', env, cwd: cwd ?? tmpdir(), detached: true });
    const { stdout, stderr, stdin } = this.child;
    const read = (text: string): void => {
      this.output += text;
    };
    stdout.setEncoding('latin1').on('data', read);
    stderr.setEncoding('latin1').on('data', read);
    stdin.on('error', () => {}); // it may have ended by itself
    this.child.on('error', (error) => read(error.message));
    atEnd(() => this.kill());
  }

  get ended(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** Waits until something has been printed, from a place in the output on. */
  async printed(pattern: string | RegExp, from = 0, patience?: number): Promise<void> {
    const there = (): boolean => {
      const text = this.output.slice(from);
      return typeof pattern === 'string' ? text.includes(pattern) : pattern.test(text);
    };
    try {
      await until(`${this.#name} prints ${pattern}`, () => there() || this.ended, patience);
    } catch (error) {
      throw new Error(`${(error as Error).message}; it printed: ${this.output.slice(-2000)}`);
    }
    if (!there()) throw new Error(`${this.#name} ended and printed: ${this.output.slice(-2000)}`);
  }

  async exit(patience?: number): Promise<number | null> {
    await until(`the end of ${this.#name}`, () => this.ended, patience);
    return this.child.exitCode;
  }

  async kill(): Promise<void> {
    const { pid } = this.child;
    if (pid === undefined) return;
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // All of the group are gone already.
    }
    await until(`the end of ${this.#name}`, () => this.ended);
  }
}

/** A folder for one test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sans3270-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A port of this machine that was free just now, for programs that cannot take any port by themselves. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** Connects to a program that was started just now and may not listen yet. */
export async function whenListening<Connection>(connect: () => Promise<Connection>): Promise<Connection> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await connect();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ECONNREFUSED' || Date.now() > end) throw error;
      await sleep(20);
    }
  }
}
