/**
 * The terminal a second time, as plainly as can be: a list of rows, one character at a time, no attributes. It knows what
 * x3270 and this terminal agree on: printing, controls, cursor, erasing, inserting and deleting, and the scrolling region.
 */
export class Model {
  readonly #rows: number;
  readonly #columns: number;
  #lines: string[][];
  #row = 0;
  #column = 0;
  #due = false;
  #top = 0;
  #last: number;

  constructor(rows: number, columns: number) {
    this.#rows = rows;
    this.#columns = columns;
    this.#last = rows - 1;
    this.#lines = Array.from({ length: rows }, () => this.#empty());
  }

  get text(): string[] {
    return this.#lines.map((line) => line.join(''));
  }

  get cursor(): number {
    return this.#row * this.#columns + this.#column;
  }

  #empty(): string[] {
    return new Array<string>(this.#columns).fill(' ');
  }

  do({ name, a, b }: Step): void {
    const n = Math.max(1, a);
    switch (name) {
      case 'text':
        for (let i = 0; i < a; i++) this.#print(String.fromCharCode(0x41 + ((b + i) % 26)));
        return;
      case 'backspace':
      case 'left':
        if (this.#due) this.#due = false;
        else this.#column = Math.max(0, this.#column - (name === 'left' ? n : 1));
        return;
      case 'return':
        this.#to(this.#row, 0);
        return;
      case 'lineFeed':
        this.#lineFeed();
        return;
      case 'tab':
        this.#to(this.#row, Math.min(this.#columns - 1, (Math.floor(this.#column / 8) + 1) * 8));
        return;
      case 'reverseIndex':
        this.#due = false;
        if (this.#row === this.#top) this.#insertLines(this.#top, 1);
        else if (this.#row > 0) this.#row--;
        return;
      case 'position':
        this.#to(a - 1, b - 1);
        return;
      case 'up':
        this.#to(this.#row - n, this.#column);
        return;
      case 'down':
        this.#to(this.#row + n, this.#column);
        return;
      case 'right':
        if (this.#column < this.#columns - 1) this.#to(this.#row, this.#column + n);
        return;
      case 'eraseLine':
        this.#erase((row, column) => row === this.#row && this.#isErased(a, column, this.#column));
        return;
      case 'eraseScreen':
        this.#erase((row, column) => this.#isErased(a, row * this.#columns + column, this.cursor));
        return;
      case 'insertCharacters': {
        const line = this.#lines[this.#row] as string[];
        line.splice(this.#column, 0, ...new Array<string>(Math.min(n, this.#columns)).fill(' '));
        line.length = this.#columns;
        return;
      }
      case 'deleteCharacters': {
        const line = this.#lines[this.#row] as string[];
        line.splice(this.#column, n);
        while (line.length < this.#columns) line.push(' ');
        return;
      }
      case 'insertLines':
        if (this.#inRegion) this.#insertLines(this.#row, n);
        return;
      case 'deleteLines':
        if (this.#inRegion) this.#deleteLines(this.#row, n);
        return;
      case 'region': {
        const isRegion = n <= Math.min(b, this.#rows) && (n > 1 || b < this.#rows);
        this.#top = isRegion ? n - 1 : 0;
        this.#last = isRegion ? Math.min(b, this.#rows) - 1 : this.#rows - 1;
        if (isRegion) this.#to(0, 0);
      }
    }
  }

  get #inRegion(): boolean {
    return this.#row >= this.#top && this.#row <= this.#last;
  }

  #isErased(part: number, at: number, cursor: number): boolean {
    return part === 0 ? at >= cursor : part === 1 ? at <= cursor : part === 2;
  }

  #erase(where: (row: number, column: number) => boolean): void {
    this.#lines = this.#lines.map((line, row) =>
      line.map((character, column) => (where(row, column) ? ' ' : character)),
    );
  }

  #to(row: number, column: number): void {
    this.#row = Math.max(0, Math.min(this.#rows - 1, row));
    this.#column = Math.max(0, Math.min(this.#columns - 1, column));
    this.#due = false;
  }

  #print(character: string): void {
    if (this.#due) {
      this.#column = 0;
      this.#lineFeed();
    }
    (this.#lines[this.#row] as string[])[this.#column] = character;
    if (this.#column === this.#columns - 1) this.#due = true;
    else this.#column++;
  }

  #lineFeed(): void {
    this.#due = false;
    if (this.#row === this.#last) this.#deleteLines(this.#top, 1);
    else if (this.#row < this.#rows - 1) this.#row++;
  }

  #insertLines(row: number, count: number): void {
    for (let i = 0; i < Math.min(count, this.#rows); i++) {
      this.#lines.splice(this.#last, 1);
      this.#lines.splice(row, 0, this.#empty());
    }
  }

  #deleteLines(row: number, count: number): void {
    for (let i = 0; i < Math.min(count, this.#rows); i++) {
      this.#lines.splice(row, 1);
      this.#lines.splice(this.#last, 0, this.#empty());
    }
  }
}

/** One thing that a host does, with up to two numbers. */
export interface Step {
  readonly name: (typeof STEP_NAMES)[number];
  readonly a: number;
  readonly b: number;
}

export const STEP_NAMES = [
  'text',
  'backspace',
  'left',
  'return',
  'lineFeed',
  'tab',
  'reverseIndex',
  'position',
  'up',
  'down',
  'right',
  'eraseLine',
  'eraseScreen',
  'insertCharacters',
  'deleteCharacters',
  'insertLines',
  'deleteLines',
  'region',
] as const;

/** The step as a host sends it. */
export function textOf({ name, a, b }: Step): string {
  switch (name) {
    case 'text':
      return Array.from({ length: a }, (_, i) => String.fromCharCode(0x41 + ((b + i) % 26))).join('');
    case 'backspace':
      return '\b';
    case 'return':
      return '\r';
    case 'lineFeed':
      return '\n';
    case 'tab':
      return '\t';
    case 'reverseIndex':
      return '\x1bM';
    case 'position':
      return `\x1b[${a};${b}H`;
    case 'region':
      return `\x1b[${a};${b}r`;
    default:
      return `\x1b[${a}${FINALS[name]}`;
  }
}

const FINALS = {
  left: 'D',
  up: 'A',
  down: 'B',
  right: 'C',
  eraseLine: 'K',
  eraseScreen: 'J',
  insertCharacters: '@',
  deleteCharacters: 'P',
  insertLines: 'L',
  deleteLines: 'M',
} as const;
