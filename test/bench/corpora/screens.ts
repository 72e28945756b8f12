import { randomNumbers } from './random.js';

const ORDER = {
  setBufferAddress: 0x11,
  startField: 0x1d,
  startFieldExtended: 0x29,
  setAttribute: 0x28,
  insertCursor: 0x13,
  repeatToAddress: 0x3c,
} as const;
const TYPE = { all: 0x00, highlighting: 0x41, foreground: 0x42, background: 0x45, attribute: 0xc0 } as const;
const ATTRIBUTE = {
  protected: 0x60,
  protectedIntensified: 0xe8,
  input: 0x40,
  inputIntensified: 0xc8,
  hidden: 0x4c,
  skipped: 0xf0,
} as const;
/** The graphic characters of six bits, for 12-bit addresses. */
const SIX_BITS: readonly number[] = [
  0x40, 0xc1, 0xc2, 0xc3, 0xc4, 0xc5, 0xc6, 0xc7, 0xc8, 0xc9, 0x4a, 0x4b, 0x4c, 0x4d, 0x4e, 0x4f, 0x50, 0xd1,
  0xd2, 0xd3, 0xd4, 0xd5, 0xd6, 0xd7, 0xd8, 0xd9, 0x5a, 0x5b, 0x5c, 0x5d, 0x5e, 0x5f, 0x60, 0x61, 0xe2, 0xe3,
  0xe4, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9, 0x6a, 0x6b, 0x6c, 0x6d, 0x6e, 0x6f, 0xf0, 0xf1, 0xf2, 0xf3, 0xf4, 0xf5,
  0xf6, 0xf7, 0xf8, 0xf9, 0x7a, 0x7b, 0x7c, 0x7d, 0x7e, 0x7f,
];

/** Writes the bytes of a screen, written down without the library. */
class ScreenWriter {
  readonly bytes: number[];
  readonly #random: () => number;

  constructor(seed: number, command: number) {
    this.#random = randomNumbers(seed);
    this.bytes = [command, 0xc3 /* keyboard restore, reset modified */];
  }

  pick(count: number): number {
    return this.#random() % count;
  }

  add(...bytes: readonly number[]): void {
    this.bytes.push(...bytes);
  }

  goTo12(row: number, column: number): void {
    this.add(ORDER.setBufferAddress, ...address12(row * 80 + column));
  }

  goTo14(address: number): void {
    this.add(ORDER.setBufferAddress, (address >> 8) & 0x3f, address & 0xff);
  }

  field(attribute: number, colour?: number, highlighting?: number): void {
    if (colour === undefined) this.add(ORDER.startField, attribute);
    else if (highlighting === undefined) {
      this.add(ORDER.startFieldExtended, 2, TYPE.attribute, attribute, TYPE.foreground, colour);
    } else {
      this.add(ORDER.startFieldExtended, 3, TYPE.attribute, attribute, TYPE.foreground, colour);
      this.add(TYPE.highlighting, highlighting);
    }
  }

  /** Words of EBCDIC letters with a few digits. */
  text(length: number): void {
    let word = 3 + this.pick(7);
    for (let i = 0; i < length; i++) {
      if (word-- === 0) {
        this.add(0x40);
        word = 3 + this.pick(8);
        continue;
      }
      const letter = this.pick(30);
      if (letter < 9) this.add(0x81 + letter);
      else if (letter < 18) this.add(0x91 + letter - 9);
      else if (letter < 26) this.add(0xa2 + letter - 18);
      else this.add(0xf0 + this.pick(10));
    }
  }
}

function address12(address: number): [number, number] {
  return [SIX_BITS[(address >> 6) & 63] as number, SIX_BITS[address & 63] as number];
}

/** A screen of 24 × 80 and the positions where its input fields begin. */
export interface Panel {
  readonly record: Uint8Array;
  readonly inputs: readonly number[];
}

/** Erase/Write of a screen as ISPF has them: title, command line, 17 lines of data, lines of PF keys; 66 fields, 20 for input. */
export function panel(seed: number): Panel {
  const screen = new ScreenWriter(seed, 0xf5);
  const inputs: number[] = [];
  const input = (row: number, column: number): void => {
    inputs.push(row * 80 + column);
  };
  screen.goTo12(0, 0);
  screen.field(ATTRIBUTE.protected, 0xf7);
  screen.text(60);
  screen.goTo12(1, 0);
  screen.field(ATTRIBUTE.protected);
  screen.add(ORDER.repeatToAddress, ...address12(160), 0x60);
  screen.goTo12(2, 0);
  screen.field(ATTRIBUTE.protectedIntensified, 0xf4);
  screen.text(32);
  screen.field(ATTRIBUTE.protected, 0xf2);
  screen.text(28);
  screen.goTo12(3, 0);
  screen.field(ATTRIBUTE.protected, 0xf4);
  screen.text(12);
  screen.field(ATTRIBUTE.inputIntensified, 0xf2, 0xf4);
  input(3, 14);
  screen.goTo12(3, 14);
  screen.add(ORDER.insertCursor);
  screen.goTo12(3, 62);
  screen.field(ATTRIBUTE.protected, 0xf5);
  screen.text(10);
  for (let line = 0; line < 17; line++) {
    const row = 4 + line;
    screen.goTo12(row, 0);
    screen.field(ATTRIBUTE.input);
    input(row, 1);
    screen.text(6);
    screen.goTo12(row, 7);
    screen.field(ATTRIBUTE.protected);
    screen.text(44);
    if (line % 3 === 0) {
      screen.add(ORDER.setAttribute, TYPE.foreground, 0xf6);
      screen.text(8);
      screen.add(ORDER.setAttribute, TYPE.foreground, 0);
    }
    screen.goTo12(row, 62);
    if (line % 2 === 1) screen.field(ATTRIBUTE.skipped, 0xf5);
    else screen.field(ATTRIBUTE.protected);
    screen.text(13);
  }
  screen.goTo12(21, 0);
  screen.field(ATTRIBUTE.input);
  input(21, 1);
  screen.goTo12(21, 20);
  screen.field(ATTRIBUTE.protected);
  screen.text(20);
  screen.goTo12(21, 60);
  screen.field(ATTRIBUTE.hidden);
  input(21, 61);
  screen.goTo12(21, 70);
  screen.field(ATTRIBUTE.protected);
  screen.goTo12(22, 0);
  screen.field(ATTRIBUTE.protected, 0xf1);
  screen.text(70);
  screen.goTo12(23, 0);
  screen.field(ATTRIBUTE.protected);
  screen.text(66);
  screen.add(ORDER.repeatToAddress, ...address12(0), 0);
  return { record: Uint8Array.from(screen.bytes), inputs };
}

const HIGHLIGHTS = [0x00, 0xf1, 0xf2, 0xf4] as const;

/** Erase/Write Alternate of 62 × 160: 248 fields, and attributes that change every few characters. */
export function wideScreen(seed: number): Uint8Array {
  const screen = new ScreenWriter(seed, 0x7e);
  const highlight = (): number => HIGHLIGHTS[screen.pick(4)] as number;
  for (let row = 0; row < 62; row++) {
    screen.goTo14(row * 160);
    for (let field = 0; field < 4; field++) {
      const attribute = field === 1 ? ATTRIBUTE.input : ATTRIBUTE.protected;
      screen.field(attribute, 0xf1 + screen.pick(7), highlight());
      for (let left = 39; left > 0; ) {
        const length = Math.min(left, 4 + screen.pick(5));
        left -= length;
        screen.add(ORDER.setAttribute, TYPE.foreground, 0xf1 + screen.pick(7));
        if (screen.pick(4) === 0) screen.add(ORDER.setAttribute, TYPE.highlighting, highlight());
        if (screen.pick(4) === 0) screen.add(ORDER.setAttribute, TYPE.background, 0xf1 + screen.pick(7));
        screen.text(length);
      }
      screen.add(ORDER.setAttribute, TYPE.all, 0);
    }
  }
  screen.goTo14(160 + 41);
  screen.add(ORDER.insertCursor);
  return Uint8Array.from(screen.bytes);
}
