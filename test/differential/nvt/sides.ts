import { fromHex, toHex } from '../../../src/bytes/index.js';
import { cp037 } from '../../../src/codepage/index.js';
import { TerminalSession } from '../../../src/index.js';
import { inputsOf, Operator } from '../../tools/replay/actions.js';
import { type ActionStep, actionInWords } from '../generate/actions.js';
import { Program } from '../sides/program.js';

/** How a network virtual terminal is made. */
export interface NvtDevice {
  readonly name: string;
  readonly model: string;
  /** The host echoes, so that characters go out one by one. */
  readonly characterMode: boolean;
}

/** What a network virtual terminal shows. */
export interface NvtLook {
  readonly cursor: number;
  readonly locked: boolean;
  /** A character a position, null as a blank, with highlighting and foreground where there are any. */
  readonly cells: readonly string[];
}

/** WILL ECHO and WILL SUPPRESS-GO-AHEAD. */
const CHARACTER_MODE = 'fffb01fffb03';
/** DO TIMING-MARK, and the answer to it. */
const MARK = fromHex('fffd06');
const MARKED = 'fffc06';

/** Text that leads both from wherever they are to the same beginning: ends sequences, and resets. */
export const AFRESH = '\x18\x1bc';

function helloOf({ characterMode }: NvtDevice): Uint8Array {
  return fromHex(`${characterMode ? CHARACTER_MODE : ''}20`);
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function cellInWords(character: string, highlighting: number, foreground: number): string {
  const look = [highlighting & 0x0f, foreground].map((value) => value.toString(16));
  return `${character}${look.join() === '0,0' ? '' : ` (${look.join()})`}`;
}

/** Our session as a network virtual terminal. */
export class OurNvt {
  readonly #session: TerminalSession;
  readonly #operator: Operator = new Operator();
  #sent = '';

  constructor(device: NvtDevice) {
    this.#session = new TerminalSession({ tls: 'plain', model: device.model });
    this.#feed(new Uint8Array(0));
    this.#feed(helloOf(device));
    this.#sent = '';
  }

  write(text: string): string {
    this.#feed(bytesOf(text));
    return this.#taken();
  }

  act(action: ActionStep): string {
    this.#operator.enter(this.#session, inputsOf(action, cp037));
    this.#feed(new Uint8Array(0));
    return this.#taken();
  }

  look(): NvtLook {
    const { screen, keyboardLock } = this.#session;
    const cells: string[] = [];
    for (let position = 0; position < screen.positionCount; position++) {
      const { character, own } = screen.cell(position);
      cells.push(cellInWords(character, own.highlighting, own.foreground));
    }
    return { cursor: screen.cursor, locked: keyboardLock !== undefined, cells };
  }

  #taken(): string {
    const sent = this.#sent;
    this.#sent = '';
    return sent;
  }

  #feed(bytes: Uint8Array): void {
    if (bytes.length > 0) this.#session.receive(bytes);
    for (let event = this.#session.nextEvent(); event !== undefined; event = this.#session.nextEvent()) {
      if (event.type === 'send') this.#sent += toHex(event.bytes);
      if (event.type === 'closed') throw new Error(`our session closed: ${event.diagnosis.code}`);
    }
  }
}

/** s3270 as a network virtual terminal. */
export class TheirNvt {
  readonly #program: Program;
  #sent = '';

  static async start(device: NvtDevice): Promise<TheirNvt> {
    const program = await Program.start(['-utf8', '-model', device.model.replace('-E', '')]);
    const side = new TheirNvt(program);
    program.send(helloOf(device));
    await program.answer();
    await side.#taken();
    return side;
  }

  private constructor(program: Program) {
    this.#program = program;
    program.onBytes = (bytes) => {
      this.#sent += toHex(bytes);
      return new Uint8Array(0);
    };
  }

  async write(text: string): Promise<string> {
    this.#program.send(bytesOf(text));
    return await this.#taken();
  }

  async act(action: ActionStep): Promise<string> {
    await this.#program.tell(actionInWords(action));
    return await this.#taken();
  }

  async look(): Promise<NvtLook> {
    const lines = (await this.#program.tell('ReadBuffer(Unicode)')).split('\n');
    const status = (lines.at(-1) as string).split(' ');
    const [, columns, row, column] = status.slice(6, 10).map(Number) as [number, number, number, number];
    const cells: string[] = [];
    let highlighting = 0;
    let foreground = 0;
    for (const token of lines.slice(0, -1).flatMap((line) => line.slice('data: '.length).split(' '))) {
      if (token.startsWith('SA(')) {
        for (const pair of token.slice(3, -1).split(',')) {
          const value = Number.parseInt(pair.slice(3), 16);
          if (pair.startsWith('41')) highlighting = value;
          if (pair.startsWith('42')) foreground = value;
        }
      } else if (token !== '') {
        const code = Number.parseInt(token, 16);
        cells.push(cellInWords(code === 0 ? ' ' : String.fromCharCode(code), highlighting, foreground));
      }
    }
    return { cursor: row * columns + column, locked: status[0] !== 'U', cells };
  }

  stop(): void {
    this.#program.stop();
  }

  /** All that it has sent up to now. */
  async #taken(): Promise<string> {
    this.#program.send(MARK);
    await this.#program.until(() => this.#sent.endsWith(MARKED));
    const sent = this.#sent.slice(0, -MARKED.length);
    this.#sent = '';
    return sent;
  }
}
