import type { Device } from './device.data.js';
import { LittleHost } from './little-host.js';
import type { Look } from './look.js';
import { Program } from './program.js';
import { readBufferRows } from './read-buffer.js';

/**
 * s3270 as the other terminal. Behind each record goes a timing mark: when it is answered, everything that the record draws
 * has come. Then its buffer is asked for.
 */
export class PeerSide {
  readonly #program: Program;
  readonly #host: LittleHost;
  #marks = 0;

  static async start(device: Device): Promise<PeerSide> {
    const side = new PeerSide(await Program.start(parameters(device)), new LittleHost(device.dialect));
    await side.#agree();
    return side;
  }

  private constructor(program: Program, host: LittleHost) {
    this.#program = program;
    this.#host = host;
    program.onBytes = (bytes) => host.receive(bytes);
  }

  /** Negotiates, and writes once so that s3270's `Connect()` comes back. */
  async #agree(): Promise<void> {
    this.#program.send(this.#host.hello());
    await this.#program.until(() => this.#host.ready);
    await this.exchange(Uint8Array.of(0xf5, 0xc3));
    await this.#program.answer();
  }

  /** Gives it a record; resolves with the records that it sends. */
  exchange(record: Uint8Array): Promise<string[]> {
    this.#program.send(this.#host.wire(record));
    return this.#whatItSent();
  }

  async act(action: string): Promise<string[]> {
    await this.#program.tell(action);
    return this.#whatItSent();
  }

  async look(): Promise<Look> {
    const lines = (await this.#program.tell('ReadBuffer(Ebcdic)')).split('\n');
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
    this.#program.stop();
  }

  async #whatItSent(): Promise<string[]> {
    const wanted = ++this.#marks;
    this.#program.send(this.#host.mark());
    await this.#program.until(() => this.#host.marks >= wanted);
    const { records } = this.#host;
    this.#host.records = [];
    return records;
  }
}

function parameters({ model, oversize, numericLock, blankFill, codePage }: Device): string[] {
  return [
    '-utf8',
    '-model',
    model.replace('-E', ''),
    ...(oversize === undefined ? [] : ['-oversize', `${oversize.columns}x${oversize.rows}`]),
    ...(codePage === undefined ? [] : ['-codepage', codePage.name]),
    // A key's action does not wait for the host, and a keyboard restore is not held back.
    '-clear',
    'aidWait',
    '-xrm',
    's3270.unlockDelay: false',
    '-xrm',
    `s3270.numericLock: ${numericLock === true}`,
    '-xrm',
    `s3270.blankFill: ${blankFill === true}`,
  ];
}
