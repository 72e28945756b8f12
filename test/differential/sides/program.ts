import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';

/** Milliseconds that one answer of s3270 may take, on a machine that has much else to do. */
const PATIENCE = 30_000;

const NO_OPERATION = Uint8Array.of(0xff, 0xf1);

/** s3270 did not answer, or ended. */
export class PeerLost extends Error {}

/** A running s3270 that is connected to us over loopback: a socket for the host's side, standard input for the operator's. */
export class Program {
  readonly #program: ChildProcessWithoutNullStreams;
  readonly #server: Server;
  readonly #socket: Socket;
  #output = '';
  #searched = 0;
  #ended = false;
  #wake: () => void = () => {};
  /** What it sends goes here; returns what is to be answered. */
  onBytes: (bytes: Uint8Array) => Uint8Array = () => NO_OPERATION;

  static async start(parameters: readonly string[]): Promise<Program> {
    const server = createServer({ noDelay: true });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const program = spawn('s3270', parameters, {
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
    return new Program(program, server, socket);
  }

  private constructor(program: ChildProcessWithoutNullStreams, server: Server, socket: Socket) {
    this.#program = program;
    this.#server = server;
    this.#socket = socket;
    program.stdout.setEncoding('utf8').on('data', (text: string) => {
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
      const answer = this.onBytes(bytes);
      // IAC NOP carries the acknowledgement for which s3270's TCP holds back what it sends next.
      socket.write(answer.length > 0 ? answer : NO_OPERATION);
      this.#wake();
    });
  }

  /** Bytes of the host. */
  send(bytes: Uint8Array): void {
    this.#socket.write(bytes);
  }

  /** Does an action, and resolves with what it prints for it: lines, the last of them of status. */
  async tell(action: string): Promise<string> {
    this.#program.stdin.write(`${action}\n`);
    return await this.answer();
  }

  /** What it prints for an action, without the word that ends it. */
  async answer(): Promise<string> {
    let text: string | undefined;
    await this.until(() => {
      text = this.takeAnswer();
      return text !== undefined;
    });
    return text as unknown as string;
  }

  /** The answer to an action, if it is there. */
  takeAnswer(): string | undefined {
    const pattern = /\n(?:ok|error)\n/g;
    // The word that ends an answer is never longer than this.
    pattern.lastIndex = Math.max(0, this.#searched - '\nerror\n'.length);
    const end = pattern.exec(this.#output);
    this.#searched = this.#output.length;
    if (end === null) return undefined;
    const text = this.#output.slice(0, end.index);
    this.#output = this.#output.slice(end.index + end[0].length);
    this.#searched = 0;
    return text;
  }

  /**
   * Waits for something that bytes or an answer bring.
   * @throws {@link PeerLost} when it does not come
   */
  async until(there: () => boolean): Promise<void> {
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

  stop(): void {
    this.#program.kill('SIGKILL');
    this.#socket.destroy();
    this.#server.close();
  }
}
