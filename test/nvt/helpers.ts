import { asciiBytes } from '../../src/bytes/index.js';
import { cp037 } from '../../src/codepage/index.js';
import { NvtDisplay, type NvtViolationCode } from '../../src/nvt/index.js';
import { PresentationSpace } from '../../src/screen/index.js';

/** A display on a small screen, driven as a session does, with all that it reports. */
export class Shown {
  readonly screen: PresentationSpace;
  readonly display: NvtDisplay;
  alarms = 0;
  replies = '';
  /** What happened, in order. */
  readonly log: [what: 'text' | 'alarm' | 'violation' | 'reply', value: string][] = [];
  readonly violations: Map<NvtViolationCode, number> = new Map();
  readonly faults: { code: NvtViolationCode; position: number; bytes: number[] }[] = [];

  constructor(rows = 6, columns = 10, colour = true) {
    this.screen = new PresentationSpace({ codePage: cp037, defaultSize: { rows, columns }, colour });
    this.display = new NvtDisplay(this.screen.nvt);
  }

  /** Shows text, one byte a character. */
  write(text: string): this {
    return this.bytes(asciiBytes(text));
  }

  bytes(bytes: Uint8Array): this {
    for (let at = 0; at < bytes.length; ) {
      const to = this.display.write(bytes, at);
      if (to <= at) throw new Error('write took nothing');
      this.log.push(['text', String.fromCharCode(...bytes.subarray(at, to))]);
      at = to;
      this.#take();
    }
    for (const [code, count] of this.display.takeRepeats()) this.#count(code, count);
    return this;
  }

  #take(): void {
    if (this.display.takeAlarm()) {
      this.alarms++;
      this.log.push(['alarm', '']);
    }
    const fault = this.display.takeFault();
    if (fault !== undefined) {
      this.#count(fault.code, 1);
      this.faults.push({ code: fault.code, position: fault.position, bytes: [...fault.bytes] });
      this.log.push(['violation', fault.code]);
    }
    const reply = String.fromCharCode(...this.display.takeReply());
    this.replies += reply;
    if (reply !== '') this.log.push(['reply', reply]);
  }

  #count(code: NvtViolationCode, count: number): void {
    this.violations.set(code, (this.violations.get(code) ?? 0) + count);
  }

  /** The rows without blanks at their ends, and without empty rows at the end. */
  get rows(): string[] {
    const rows = this.screen.text().map((row) => row.trimEnd());
    while (rows.at(-1) === '') rows.pop();
    return rows;
  }

  /** Row and column of the cursor, from 1 as they stand in sequences. */
  get cursor(): [row: number, column: number] {
    const { cursor, columns } = this.screen;
    return [Math.floor(cursor / columns) + 1, (cursor % columns) + 1];
  }

  /** Everything that can be seen. */
  get state(): unknown {
    const { screen } = this;
    const cells = Array.from({ length: screen.positionCount }, (_, position) => screen.cell(position));
    return { cells, cursor: screen.cursor, visible: this.display.cursorVisible };
  }
}

/** A screen that has shown a text. */
export function shown(text: string, rows?: number, columns?: number): Shown {
  return new Shown(rows, columns).write(text);
}

/** ESC [ and what follows. */
export function csi(rest: string): string {
  return `\x1b[${rest}`;
}

/** Six rows of one letter each, `A` to `F`, cursor at the top left. */
export const LETTERS: string = `${['A', 'B', 'C', 'D', 'E', 'F'].map((letter) => letter.repeat(10)).join('')}\x1b[H`;
