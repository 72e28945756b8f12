import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

const IAC = 0xff;
const END_OF_RECORD = 0xef;

/** How many bytes a terminal answers to each message of TN3270's negotiation, at least: a floor to wait for. */
const ANSWERS = [3, 13, 6, 6] as const;

/** A host for one terminal, as small as it can be, so that the terminal's work is what is measured. */
export class LoopbackHost {
  /** The terminal has answered the whole negotiation. */
  readonly negotiated: Promise<void>;
  readonly #messages: readonly Uint8Array[];
  readonly #server: Server;
  #socket: Socket | undefined;
  #ready: () => void = () => {};
  #step = 0;
  #answered = 0;
  #escaped = false;
  #records = 0;
  #awaited = Number.POSITIVE_INFINITY;
  #wake: () => void = () => {};

  constructor(messages: readonly Uint8Array[]) {
    this.#messages = messages;
    this.#server = createServer((socket) => this.#accept(socket));
    this.negotiated = new Promise((resolve) => {
      this.#ready = resolve;
    });
  }

  listen(): Promise<number> {
    return new Promise((resolve) => {
      this.#server.listen(0, '127.0.0.1', () => resolve((this.#server.address() as AddressInfo).port));
    });
  }

  /** Writes, and waits while the terminal does not read. */
  async send(bytes: Uint8Array): Promise<void> {
    const socket = this.#socket as Socket;
    if (!socket.write(bytes)) await new Promise<void>((resolve) => socket.once('drain', resolve));
  }

  /** Waits for as many more records. */
  answers(count: number): Promise<void> {
    this.#awaited = this.#records + count;
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  /** Sends a read and waits for its answer, so that all before it is done. */
  async ask(read: Uint8Array): Promise<void> {
    const answered = this.answers(1);
    await this.send(read);
    await answered;
  }

  close(): void {
    this.#socket?.destroy();
    this.#server.close();
  }

  #accept(socket: Socket): void {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('error', () => {});
    socket.write(this.#messages[this.#step] as Uint8Array);
    socket.on('data', (data) => {
      if (this.#step < this.#messages.length) this.#negotiate(data.length);
      else this.#countRecords(data);
    });
  }

  #negotiate(answered: number): void {
    this.#answered += answered;
    while (this.#step < ANSWERS.length && this.#answered >= (ANSWERS[this.#step] as number)) {
      this.#answered -= ANSWERS[this.#step] as number;
      const message = this.#messages[++this.#step];
      if (message === undefined) setImmediate(this.#ready);
      else this.#socket?.write(message);
    }
  }

  #countRecords(data: Uint8Array): void {
    for (const byte of data) {
      if (this.#escaped && byte === END_OF_RECORD) this.#records++;
      this.#escaped = byte === IAC && !this.#escaped;
    }
    if (this.#records < this.#awaited) return;
    this.#awaited = Number.POSITIVE_INFINITY;
    this.#wake();
  }
}
