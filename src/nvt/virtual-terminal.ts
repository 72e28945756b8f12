import type { NvtSurface } from '../screen/index.js';

/** Character sets that ESC ( 0, ESC ( A and ESC ( B designate. */
export const CHARACTER_SETS = { specialGraphics: 0, unitedKingdom: 1, ascii: 2 } as const;

/** Columns between two tab stops as a terminal starts. */
const TAB_WIDTH = 8;

const BLANK: Uint8Array = /* @__PURE__ */ Uint8Array.of(0x20);
const POUND_SIGN: Uint8Array = /* @__PURE__ */ Uint8Array.of(0xa3);

/** How characters look: colours F0 to FF, and highlighting of F0 and any of 1, 2, 4 and 8; 0 for the default. */
export interface Rendition {
  foreground: number;
  background: number;
  highlighting: number;
}

/** The character sets G0 to G3 and which of them is in use. */
export interface CharacterSets {
  active: number;
  readonly designated: number[];
}

/** What DECSC keeps. */
export interface SavedCursor {
  readonly cursor: number;
  readonly rendition: Readonly<Rendition>;
  readonly sets: Readonly<CharacterSets>;
}

/**
 * A VT100 as x3270 has it in NVT mode, without its parser: a cursor with a pen, margins, tab stops, modes, and what
 * controls and sequences do with them. Rows and columns count from 0 here.
 */
export class VirtualTerminal {
  readonly surface: NvtSurface;
  /** First line of the scrolling region. */
  top = 0;
  /** Behind the last line of the scrolling region. */
  bottom = 0;
  insertMode = false;
  /** LF, VT and FF go to column 0 too (LNM). */
  newLineMode = false;
  applicationCursorKeys = false;
  autoWrap = true;
  cursorVisible = true;
  reverseWrap = false;
  readonly rendition: Rendition = { foreground: 0, background: 0, highlighting: 0 };
  sets: CharacterSets = initialSets();
  /** The set for the next character only (SS2, SS3), or -1. */
  singleShift = -1;
  /** A character was put in the last column, and the next one goes to the next line. */
  wraps = false;
  /** By column: 1 where a tab stops. */
  tabStops: Uint8Array = new Uint8Array(0);
  /** What DECSC kept. */
  saved: SavedCursor | undefined;
  /** What XTSAVE kept: modes by number. */
  readonly savedModes: Map<number, boolean> = new Map();

  constructor(surface: NvtSurface) {
    this.surface = surface;
    this.reset();
  }

  /** As it starts, without erasing. */
  reset(): void {
    const { surface } = this;
    this.top = 0;
    this.bottom = surface.rows;
    this.insertMode = false;
    this.newLineMode = false;
    this.applicationCursorKeys = false;
    this.autoWrap = true;
    this.cursorVisible = true;
    this.reverseWrap = false;
    this.sets = initialSets();
    this.singleShift = -1;
    this.wraps = false;
    this.tabStops = new Uint8Array(surface.columns);
    for (let column = 0; column < surface.columns; column += TAB_WIDTH) this.tabStops[column] = 1;
    this.saved = undefined;
    this.savedModes.clear();
    surface.reset();
    this.render({ foreground: 0, background: 0, highlighting: 0 });
  }

  get row(): number {
    return Math.floor(this.surface.cursor / this.surface.columns);
  }

  get column(): number {
    return this.surface.cursor % this.surface.columns;
  }

  /** Puts the cursor somewhere, cut to the screen. */
  moveTo(row: number, column: number): void {
    const { rows, columns } = this.surface;
    const atRow = Math.max(0, Math.min(row, rows - 1));
    this.surface.cursor = atRow * columns + Math.max(0, Math.min(column, columns - 1));
    this.wraps = false;
  }

  /** Shows characters, no controls, from the cursor on; lines wrap and scroll. */
  print(bytes: Uint8Array, start: number, end: number): void {
    const { surface } = this;
    const { columns } = surface;
    let at = start;
    while (at < end) {
      if (this.wraps) this.#wrap();
      const { cursor } = surface;
      const set = this.sets.designated[this.singleShift === -1 ? this.sets.active : this.singleShift];
      const room = columns - (cursor % columns);
      const isSingle = this.singleShift !== -1 || set === CHARACTER_SETS.unitedKingdom;
      const count = isSingle ? 1 : Math.min(room, end - at);
      if (this.insertMode) surface.insertCharacters(count);
      if (set === CHARACTER_SETS.unitedKingdom && bytes[at] === 0x23) surface.put(POUND_SIGN, 0, 1, false);
      else surface.put(bytes, at, at + count, set === CHARACTER_SETS.specialGraphics);
      this.singleShift = -1;
      surface.cursor = cursor + Math.min(count, room - 1);
      this.wraps = count === room && this.autoWrap;
      at += count;
    }
  }

  #wrap(): void {
    this.carriageReturn();
    this.lineFeed();
  }

  carriageReturn(): void {
    this.moveTo(this.row, 0);
  }

  /** To the next line; at the end of the scrolling region that scrolls, and outside of it stops at the last line. */
  lineFeed(): void {
    this.wraps = false;
    const { surface } = this;
    if (this.row !== this.bottom - 1) {
      if (this.row < surface.rows - 1) surface.cursor += surface.columns;
      return;
    }
    const isWhole = this.top === 0 && this.bottom === surface.rows;
    surface.deleteLines(this.top, this.bottom, 1, isWhole);
  }

  /** To the line before; at the start of the scrolling region its lines move down. */
  reverseIndex(): void {
    if (this.row === this.top) {
      this.wraps = false;
      this.surface.insertLines(this.top, this.bottom, 1);
    } else this.moveTo(this.row - 1, this.column);
  }

  /** One column back. Behind the last column it only takes back the wrap that is due, as in xterm. */
  backspace(reverseWrap: boolean = this.reverseWrap): void {
    const { surface } = this;
    if (this.wraps) this.wraps = false;
    else if (reverseWrap ? surface.cursor > this.top * surface.columns : this.column > 0) surface.cursor--;
  }

  left(count: number): void {
    if (this.wraps) this.wraps = false;
    else this.moveTo(this.row, this.column - count);
  }

  right(count: number): void {
    if (this.column < this.surface.columns - 1) this.moveTo(this.row, this.column + count);
  }

  /** To the next tab stop, or the last column. */
  tab(): void {
    const stop = this.tabStops.indexOf(1, this.column + 1);
    this.moveTo(this.row, stop === -1 ? this.surface.columns - 1 : stop);
  }

  setTabStop(): void {
    this.tabStops[this.column] = 1;
  }

  clearTabStop(): void {
    this.tabStops[this.column] = 0;
  }

  clearTabStops(): void {
    this.tabStops.fill(0);
  }

  /** FF: erases all, cursor at the top left. */
  clear(): void {
    this.surface.erase(0, this.surface.rows * this.surface.columns);
    this.moveTo(0, 0);
  }

  /** Takes back one echoed character, over the start of a line too. */
  rubOut(): void {
    this.backspace(true);
    this.print(BLANK, 0, 1);
    this.backspace(true);
  }

  /** DECSTBM, with lines from 1 as they stand in the sequence; without a region in it all lines scroll. */
  setScrollingRegion(first: number, last: number): void {
    const { rows } = this.surface;
    const top = Math.max(1, first);
    const bottom = Math.min(last, rows);
    const isRegion = top <= bottom && (top > 1 || bottom < rows);
    this.top = isRegion ? top - 1 : 0;
    this.bottom = isRegion ? bottom : rows;
    if (isRegion) this.moveTo(0, 0);
  }

  /** Whether lines can be inserted and deleted where the cursor is. */
  get inScrollingRegion(): boolean {
    return this.row >= this.top && this.row < this.bottom;
  }

  /** Changes how the next characters look. */
  render(rendition: Readonly<Rendition>): void {
    Object.assign(this.rendition, rendition);
    const { foreground, background, highlighting } = this.rendition;
    this.surface.setPen(foreground, background, highlighting);
  }

  saveCursor(): void {
    const { active, designated } = this.sets;
    this.saved = {
      cursor: this.surface.cursor,
      rendition: { ...this.rendition },
      sets: { active, designated: [...designated] },
    };
  }

  restoreCursor(): void {
    const { cursor = 0, rendition, sets } = this.saved ?? {};
    this.surface.cursor = cursor;
    this.wraps = false;
    this.render(rendition ?? { foreground: 0, background: 0, highlighting: 0 });
    this.sets =
      sets === undefined ? initialSets() : { active: sets.active, designated: [...sets.designated] };
  }
}

function initialSets(): CharacterSets {
  const { ascii } = CHARACTER_SETS;
  return { active: 0, designated: [ascii, ascii, ascii, ascii] };
}
