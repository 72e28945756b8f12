import terminalKit, { type ScreenBuffer, type Terminal } from 'terminal-kit';
import type { InputRefusal, ResolvedCell, TerminalSession } from '../../src/index.js';
import { lookOf, looksAlike } from './looks.js';
import { statusLine } from './status-line.js';

const PLAIN = { color: 'default', bgColor: 'default' } as const;
const STATUS = { color: 'default', bgColor: 'default', inverse: true } as const;

/** Draws a session into a terminal window: the screen from the top, the status line at the bottom. */
export class View {
  readonly #terminal: Terminal;
  readonly #session: TerminalSession;
  #buffer: ScreenBuffer;
  /** First row and column shown of a screen that is larger than the window. */
  #top = 0;
  #left = 0;
  /** Where the cursor stands in the window. */
  #cursor = { x: 0, y: 0 };

  constructor(terminal: Terminal, session: TerminalSession) {
    this.#terminal = terminal;
    this.#session = session;
    this.#buffer = this.#makeBuffer();
  }

  /** The window has another size. */
  resize(): void {
    this.#buffer = this.#makeBuffer();
  }

  draw(refused: InputRefusal | undefined): void {
    const buffer = this.#buffer;
    buffer.fill({ char: ' ', attr: PLAIN });
    const part = this.#drawScreen();
    const status = statusLine(this.#session, { refused, part }, buffer.width);
    buffer.put({ x: 0, y: buffer.height - 1, attr: STATUS }, status);
    buffer.moveTo(this.#cursor.x, this.#cursor.y); // `put` has moved it
    buffer.draw({ delta: true });
    buffer.drawCursor();
  }

  #makeBuffer(): ScreenBuffer {
    const { width, height } = this.#terminal;
    return new terminalKit.ScreenBuffer({
      dst: this.#terminal,
      width: Math.max(2, width),
      height: Math.max(2, height),
    });
  }

  /** Draws the rows and columns that fit, the cursor among them; says which where not all do. */
  #drawScreen(): string | undefined {
    const { screen } = this.#session;
    const { rows, columns, cursor } = screen;
    const height = Math.min(rows, this.#buffer.height - 1);
    const width = Math.min(columns, this.#buffer.width);
    const row = Math.floor(cursor / columns);
    const column = cursor % columns;
    this.#top = scrolled(this.#top, row, height, rows);
    this.#left = scrolled(this.#left, column, width, columns);
    for (let y = 0; y < height; y++) this.#drawRow(this.#top + y, y, width);
    this.#cursor = { x: column - this.#left, y: row - this.#top };
    if (height === rows && width === columns) return undefined;
    const end = `${this.#top + height}/${this.#left + width}`;
    return `clipped: ${this.#top + 1}/${this.#left + 1} to ${end} of ${rows}/${columns}`;
  }

  /** One `put` for each run of positions that look alike. */
  #drawRow(row: number, y: number, width: number): void {
    const { screen } = this.#session;
    const first = row * screen.columns + this.#left;
    let start = 0;
    let look = screen.cell(first);
    let run = textOf(look);
    for (let x = 1; x <= width; x++) {
      const next = x === width ? undefined : screen.cell(first + x);
      // The right half of a double-byte character is drawn with its left one.
      if (next !== undefined && (next.width === 0 || looksAlike(look, next))) {
        run += textOf(next);
        continue;
      }
      this.#buffer.put({ x: start, y, attr: lookOf(look) }, run);
      if (next === undefined) return;
      start = x;
      look = next;
      run = textOf(next);
    }
  }
}

/** What a position adds to a row: nothing where a double-byte character has its right half. */
function textOf(cell: ResolvedCell): string {
  return cell.isHidden ? ' ' : cell.character;
}

/** The first of `shown` places of `count`, moved as little as it takes to have `place` among them. */
function scrolled(first: number, place: number, shown: number, count: number): number {
  const moved = Math.max(place - shown + 1, Math.min(first, place));
  return Math.min(moved, count - shown);
}
