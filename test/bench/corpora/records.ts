import { randomNumbers } from './random.js';

const IAC = 0xff;
const END_OF_RECORD = 0xef;
/** 3270 NOP: whoever interprets a record ignores what follows. */
const NO_OPERATION = 0x03;

/** What stands in the records: blanks above all, letters, digits, and some orders and punctuation. */
const ALPHABET: readonly number[] = [
  ...Array<number>(90).fill(0x40),
  ...codes(0x81, 0x89, 3),
  ...codes(0x91, 0x99, 2),
  ...codes(0xa2, 0xa9, 2),
  ...codes(0xc1, 0xc9, 1),
  ...codes(0xd1, 0xd9, 1),
  ...codes(0xe2, 0xe9, 1),
  ...codes(0xf0, 0xf9, 2),
  ...[0x11, 0x11, 0x1d, 0x1d, 0x29, 0x28, 0x3c, 0x13, 0x00],
  ...[0x4b, 0x6b, 0x61, 0x7e, 0x60, 0x5c, 0x4d, 0x5d],
];

function codes(first: number, last: number, times: number): number[] {
  const all: number[] = [];
  for (let code = first; code <= last; code++) for (let i = 0; i < times; i++) all.push(code);
  return all;
}

function count255(record: Uint8Array): number {
  let count = 0;
  for (const byte of record) if (byte === IAC) count++;
  return count;
}

/** Bytes of a record on the wire: 255 is doubled, and IAC EOR follows. */
export function wireLength(record: Uint8Array): number {
  return record.length + count255(record) + 2;
}

/**
 * Records of 1200 to 2400 bytes, together at least `wireBytes` long on the wire.
 * @param share255 - how many of 10,000 bytes are 255
 */
export function randomRecords(seed: number, wireBytes: number, share255: number): Uint8Array[] {
  const random = randomNumbers(seed);
  const records: Uint8Array[] = [];
  for (let total = 0; total < wireBytes; ) {
    const record = new Uint8Array(1200 + (random() % 1201));
    for (let i = 0; i < record.length; i++) {
      const number = random();
      const is255 = share255 > 0 && (number >>> 8) % 10000 < share255;
      record[i] = is255 ? IAC : (ALPHABET[(number & 255) % ALPHABET.length] as number);
    }
    record[0] = NO_OPERATION;
    if (record[1] === IAC) record[1] = 0x40;
    records.push(record);
    total += wireLength(record);
  }
  return records;
}

/** The records as a telnet stream. */
export function onWire(records: readonly Uint8Array[]): Uint8Array {
  const wire = new Uint8Array(records.reduce((sum, record) => sum + wireLength(record), 0));
  let at = 0;
  for (const record of records) {
    for (const byte of record) {
      wire[at++] = byte;
      if (byte === IAC) wire[at++] = IAC;
    }
    wire[at++] = IAC;
    wire[at++] = END_OF_RECORD;
  }
  return wire;
}

/** A check sum that every decoder has to come to, over the bytes and the ends of all records. */
export class CheckSum {
  #value = 0;

  record(bytes: Uint8Array): void {
    let value = this.#value;
    for (let i = 0; i < bytes.length; i++) value = (Math.imul(value, 31) + (bytes[i] as number)) | 0;
    this.#value = (Math.imul(value, 31) + END_OF_RECORD) | 0;
  }

  get value(): number {
    return this.#value >>> 0;
  }
}
