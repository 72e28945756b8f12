import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import type { Device } from './device.data.js';
import { LittleHost } from './little-host.js';
import type { Look } from './look.js';
import { readBufferRows } from './read-buffer.js';

/** Milliseconds that one answer of s3270 may take, on a machine that has much else to do. */
const PATIENCE = 30_000;

const NO_OPERATION = Uint8Array.of(0xff, 0xf1);

/** s3270 did not answer, or ended. */
export class PeerLost extends Error {}

/**
 * s3270 as the other terminal, over loopback. Behind each record goes a timing mark: when it is answered, everything that
 * the record draws has come. Then its buffer is asked for on the standard input.
 */
export class PeerSide {
  readonly #program: ChildProcessWithoutNullStreams;
  readonly #server: Server;
  readonly #socket: Socket;
  readonly #host: LittleHost;
  #marks = 0;
  #output = '';
  #searched = 0;
  #ended = false;
  #wake: () => void = () => {};

  static async start(device: Device): Promise<PeerSide> {
    const server = createServer({ noDelay: true });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const program = spawn('s3270', parameters(device), {
      stdio: 'pipe',
      env: { PATH: process.env.PATH, HOME: tmpdir(), LANG: 'C.UTF-8' },
      cwd: tmpdir(),
    });
    program.stdin.on('error', () => {}); // it may have ended
    program.stdin.write(`Connect("127.0.0.1:${port}")\n`);
    const socket = await new Promise<Socket>((resolve, reject) => {
      server.once('connection', resolve);
      program.once('error', reject);
    });
    const side = new PeerSide(program, server, socket, new LittleHost(device.dialect));
    await side.#agree();
    return side;
  }

  private constructor(
    program: ChildProcessWithoutNullStreams,
    server: Server,
    socket: Socket,
    host: LittleHost,
  ) {
    this.#program = program;
    this.#server = server;
    this.#socket = socket;
    this.#host = host;
    program.stdout.setEncoding('latin1').on('data', (text: string) => {
      this.#output += text;
      this.#wake();
    });
    program.stderr.resume();
    const lost = (): void => {
      this.#ended = true;
      this.#wake();
    };
    program.on('exit', lost);
    socket.on('error', lost).on('close', lost);
    socket.on('data', (bytes: Buffer) => {
      const answer = host.receive(bytes);
      // IAC NOP carries the acknowledgement for which s3270's TCP holds back what it sends next.
      socket.write(answer.length > 0 ? answer : NO_OPERATION);
      this.#wake();
    });
  }

  /** Negotiates, and writes once so that s3270's `Connect()` comes back. */
  async #agree(): Promise<void> {
    this.#socket.write(this.#host.hello());
    await this.#until(() => this.#host.ready);
    await this.exchange(Uint8Array.of(0xf5, 0xc3));
    await this.#answer();
  }

  /** Gives it a record; resolves with the records that it sends. */
  exchange(record: Uint8Array): Promise<string[]> {
    this.#socket.write(this.#host.wire(record));
    return this.#whatItSent();
  }

  async press(action: string): Promise<string[]> {
    this.#program.stdin.write(`${action}\n`);
    await this.#answer();
    return this.#whatItSent();
  }

  async look(): Promise<Look> {
    this.#program.stdin.write('ReadBuffer(Ebcdic)\n');
    const lines = (await this.#answer()).split('\n');
    const status = (lines.at(-1) as string).split(' ');
    const [rows, columns, row, column] = status.slice(6, 10).map(Number) as [number, number, number, number];
    return {
      rows,
      columns,
      cursor: row * columns + column,
      locked: status[0] !== 'U',
      formatted: status[1] === 'F',
      cells: readBufferRows(
        lines.slice(0, -1).map((line) => line.slice('data: '.length)),
        rows * columns,
      ),
    };
  }

  stop(): void {
    this.#program.kill('SIGKILL');
    this.#socket.destroy();
    this.#server.close();
  }

  async #whatItSent(): Promise<string[]> {
    const wanted = ++this.#marks;
    this.#socket.write(this.#host.mark());
    await this.#until(() => this.#host.marks >= wanted);
    const { records } = this.#host;
    this.#host.records = [];
    return records;
  }

  /** What it prints for an action, without the word that ends it. */
  async #answer(): Promise<string> {
    let end: RegExpExecArray | null = null;
    await this.#until(() => {
      const pattern = /\n(?:ok|error)\n/g;
      // The word that ends an answer is never longer than this.
      pattern.lastIndex = Math.max(0, this.#searched - '\nerror\n'.length);
      end = pattern.exec(this.#output);
      this.#searched = this.#output.length;
      return end !== null;
    });
    const found = end as unknown as RegExpExecArray;
    const text = this.#output.slice(0, found.index);
    this.#output = this.#output.slice(found.index + found[0].length);
    this.#searched = 0;
    return text;
  }

  async #until(there: () => boolean): Promise<void> {
    const end = Date.now() + PATIENCE;
    while (!there()) {
      const left = end - Date.now();
      if (this.#ended || left <= 0) throw new PeerLost(this.#ended ? 's3270 ended' : 's3270 does not answer');
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }
}

function parameters({ model, oversize }: Device): string[] {
  return [
    '-utf8',
    '-model',
    model.replace('-E', ''),
    ...(oversize === undefined ? [] : ['-oversize', `${oversize.columns}x${oversize.rows}`]),
    // A key's action does not wait for the host, and a keyboard restore is not held back.
    '-clear',
    'aidWait',
    '-xrm',
    's3270.unlockDelay: false',
  ];
}
