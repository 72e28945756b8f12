import { fromHex, toHex } from '../../../src/bytes/index.js';

/** Which protocol the terminal is to agree to. */
export type Dialect = 'tn3270e' | 'tn3270';

const RESPONSE_ALWAYS = 0x02;
/** DO TIMING-MARK: a terminal answers it when it has done all that came before, whatever the answer is. */
const DO_TIMING_MARK = 'fffd06';

/**
 * As much of a host as it takes to get to 3270 data, written down here once more so that nothing of ours stands between
 * the two terminals and the bytes. Of the functions of TN3270E it agrees to RESPONSES alone.
 */
export class LittleHost {
  ready = false;
  /** Records of the terminal in hexadecimal, with their TN3270E headers, until they are taken. */
  records: string[] = [];
  /** Timing marks that were answered. */
  marks = 0;
  readonly #dialect: Dialect;
  #sequence = 0;
  #agreed = 0;
  /** Bytes of the record being read, and of a telnet command before it is whole. */
  #record: number[] = [];
  #command: number[] = [];

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
  }

  /** What it says first. */
  hello(): Uint8Array {
    return fromHex(this.#dialect === 'tn3270e' ? 'fffd28' : 'fffd18');
  }

  /** The wire form of an outbound record that wants a response, where there are responses. */
  wire(record: Uint8Array): Uint8Array {
    const bytes: number[] = [];
    if (this.#dialect === 'tn3270e') {
      this.#sequence = (this.#sequence + 1) & 0x7fff;
      bytes.push(0, 0, RESPONSE_ALWAYS, this.#sequence >> 8, this.#sequence & 0xff);
    }
    bytes.push(...record);
    const escaped = bytes.flatMap((byte) => (byte === 0xff ? [0xff, 0xff] : [byte]));
    return Uint8Array.from([...escaped, 0xff, 0xef]);
  }

  mark(): Uint8Array {
    return fromHex(DO_TIMING_MARK);
  }

  /** Reads what the terminal sent; returns what is to be answered. */
  receive(bytes: Uint8Array): Uint8Array {
    const answers: string[] = [];
    for (const byte of bytes) {
      const command = this.#command;
      if (command.length === 0) {
        if (byte === 0xff) command.push(byte);
        else this.#record.push(byte);
        continue;
      }
      command.push(byte);
      if (command.length === 2 && byte === 0xff) {
        this.#record.push(byte);
        this.#command = [];
      } else if (isWhole(command)) {
        answers.push(this.#handle(toHex(Uint8Array.from(command))));
        this.#command = [];
      }
    }
    return fromHex(answers.join(''));
  }

  #handle(command: string): string {
    if (command === 'ffef') {
      this.records.push(toHex(Uint8Array.from(this.#record)));
      this.#record = [];
      return '';
    }
    if (command === 'fffb06' || command === 'fffc06') {
      this.marks++;
      return '';
    }
    return this.#dialect === 'tn3270e' ? this.#handleExtended(command) : this.#handleClassic(command);
  }

  #handleExtended(command: string): string {
    if (command === 'fffb28') return 'fffa280802fff0'; // SEND DEVICE-TYPE
    if (command.startsWith('fffa280207')) {
      const type = command.slice('fffa280207'.length, -'fff0'.length);
      return `fffa280204${type}014c5531fff0`; // DEVICE-TYPE IS type CONNECT LU1
    }
    if (command.startsWith('fffa280307')) {
      this.ready = true;
      return 'fffa28030402fff0'; // FUNCTIONS IS RESPONSES
    }
    return '';
  }

  #handleClassic(command: string): string {
    if (command === 'fffb18') return 'fffa1801fff0'; // SEND TERMINAL-TYPE
    if (command.startsWith('fffa1800')) return 'fffd19fffb19fffd00fffb00'; // both ways END-OF-RECORD and BINARY
    if (['fffb19', 'fffd19', 'fffb00', 'fffd00'].includes(command)) this.ready = ++this.#agreed >= 4;
    return '';
  }
}

function isWhole(command: readonly number[]): boolean {
  const second = command[1] as number;
  if (second === 0xfa) return command.at(-2) === 0xff && command.at(-1) === 0xf0 && command.length > 4;
  return second >= 0xfb ? command.length === 3 : true;
}
