import type { SnapshotObject, SnapshotReader } from '../bytes/index.js';
import { ATTRIBUTE_TYPES } from '../datastream/index.js';
import { CELL, withAttribute } from './cells.js';
import type { Planes } from './planes.js';
import { expandRuns, runsOf } from './snapshot.js';
import type { ScreenState } from './state.js';

/** What of a pen also colours a line that scrolling lays bare. */
const COLOURS: number = CELL.foreground | CELL.background;

/**
 * The presentation space as a network virtual terminal writes on it: a grid of characters with a cursor and no fields.
 * A layer that interprets NVT text works through this surface only; it knows neither cells nor planes.
 *
 * Rows and columns count from 0; ends are exclusive. Arguments out of range are cut to the screen, so no text can make
 * it throw or write elsewhere. Characters are ISO 8859-1 or DEC special graphics and stand in no code page: reads of
 * the 3270 data stream see nulls there, as in x3270.
 */
export class NvtSurface {
  readonly #state: ScreenState;
  /** Colours and highlighting of what is put, as bits of a cell. */
  #pen = 0;
  #alternate = false;
  /** The cells of the buffer that is not shown, main or alternate; undefined while they are all null. */
  #other: Int32Array | undefined;

  constructor(state: ScreenState) {
    this.#state = state;
  }

  get rows(): number {
    return this.#state.planes.rows;
  }

  get columns(): number {
    return this.#state.planes.columns;
  }

  /** Position of the cursor, 0 at the top left. */
  get cursor(): number {
    return this.#state.cursor;
  }

  set cursor(position: number) {
    this.#state.cursor = Math.max(0, Math.min(position, this.#state.planes.positionCount - 1));
  }

  /** Whether the alternate buffer is shown. */
  get alternate(): boolean {
    return this.#alternate;
  }

  /**
   * Chooses what characters look like from now on.
   * @param foreground - F0 to FF, or 0 for the default; stored on colour devices only (DS-224)
   * @param background - likewise
   * @param highlighting - 0, or F0 and any of 1 blink, 2 reverse, 4 underscore, 8 intensify together
   */
  setPen(foreground: number, background: number, highlighting: number): void {
    const { colour } = this.#state;
    let pen = withAttribute(0, ATTRIBUTE_TYPES.foreground, foreground, colour);
    pen = withAttribute(pen, ATTRIBUTE_TYPES.background, background, colour);
    this.#pen = withAttribute(pen, ATTRIBUTE_TYPES.highlighting, highlighting, colour);
  }

  /**
   * Puts the characters `bytes[start..end-1]` at the cursor, as far as its line goes; the cursor stays.
   * @param bytes - codes of characters, no controls
   * @param graphics - whether they are from the DEC special graphics set
   */
  put(bytes: Uint8Array, start: number, end: number, graphics: boolean): void {
    const { planes, cursor } = this.#state;
    const { cells } = planes;
    const bits = this.#pen | CELL.nvt | (graphics ? CELL.nvtGraphics : 0);
    const stop = Math.min(cursor + end - start, this.#endOfLine(cursor));
    if (stop <= cursor) return;
    if (this.#pen !== 0) planes.decorated = true;
    planes.fields.clear(cursor, stop);
    this.#state.doubleByte?.forget();
    for (let at = cursor, from = start; at < stop; ) cells[at++] = (bytes[from++] as number) | bits;
  }

  /** Makes positions null, without colours. */
  erase(start: number, end: number): void {
    const { planes } = this.#state;
    planes.fill(Math.max(0, start), Math.min(end, planes.positionCount), 0);
    this.#state.doubleByte?.forget();
  }

  /** Moves the rest of the cursor's line to the right by a count, and erases what is laid bare. */
  insertCharacters(count: number): void {
    const planes = this.#unformatted();
    const { cursor } = this;
    const end = this.#endOfLine(cursor);
    const behind = Math.min(cursor + count, end);
    planes.cells.copyWithin(behind, cursor, end - (behind - cursor));
    planes.fill(cursor, behind, 0);
  }

  /** Moves the rest of the cursor's line to the left by a count, over the characters there. */
  deleteCharacters(count: number): void {
    const planes = this.#unformatted();
    const { cursor } = this;
    const end = this.#endOfLine(cursor);
    const from = Math.min(cursor + count, end);
    planes.cells.copyWithin(cursor, from, end);
    planes.fill(end - (from - cursor), end, 0);
  }

  /** Moves the lines `top..bottom-1` down by a count; those at the bottom are lost. */
  insertLines(top: number, bottom: number, count: number): void {
    const planes = this.#unformatted();
    const { columns } = planes;
    const end = Math.min(bottom, planes.rows) * columns;
    const start = Math.min(top * columns, end);
    const behind = Math.min(start + count * columns, end);
    planes.cells.copyWithin(behind, start, end - (behind - start));
    planes.fill(start, behind, 0);
  }

  /**
   * Moves the lines `top..bottom-1` up by a count; those at the top are lost.
   * @param coloured - whether the lines laid bare take the colours of the pen, as when x3270 scrolls the whole screen
   */
  deleteLines(top: number, bottom: number, count: number, coloured = false): void {
    const planes = this.#unformatted();
    const { columns } = planes;
    const end = Math.min(bottom, planes.rows) * columns;
    const start = Math.min(top * columns, end);
    const from = Math.min(start + count * columns, end);
    const fill = coloured ? this.#pen & COLOURS : 0;
    if (fill !== 0) planes.decorated = true;
    planes.cells.copyWithin(start, from, end);
    planes.fill(end - (from - start), end, fill);
  }

  /** Shows the alternate buffer, as it was when it was last shown, and keeps the main one aside. */
  showAlternate(): void {
    if (!this.#alternate) this.#exchange();
  }

  /** Shows the main buffer again as it was. */
  showMain(): void {
    if (this.#alternate) this.#exchange();
  }

  #exchange(): void {
    const planes = this.#unformatted();
    const shown = planes.cells.slice();
    if (this.#other?.length === shown.length) {
      planes.cells.set(this.#other);
      planes.decorated = true; // it may be
    } else this.erase(0, planes.positionCount);
    this.#other = shown;
    this.#alternate = !this.#alternate;
  }

  /** Plain pen, main buffer and an empty alternate one, as when the terminal is entered; what is on the screen stays. */
  reset(): void {
    this.#pen = 0;
    this.#other = undefined;
    this.#alternate = false;
  }

  /** The planes without fields: characters that move must not take a field attribute along. */
  #unformatted(): Planes {
    const { planes } = this.#state;
    this.#state.doubleByte?.forget();
    if (!planes.fields.isEmpty()) planes.fill(0, planes.positionCount, 0);
    return planes;
  }

  /** What it remembers beside the screen itself and the pen, as plain values. */
  snapshot(): SnapshotObject {
    return {
      alternate: this.#alternate,
      other: this.#other === undefined ? null : runsOf(this.#other, this.#other.length),
    };
  }

  /** Takes over what {@link NvtSurface.snapshot} gave, for a screen of the same size. @throws UsageError `snapshot-invalid` */
  restore(snapshot: SnapshotReader): void {
    this.#alternate = snapshot.boolean('alternate');
    this.#other = undefined;
    if (snapshot.get('other') === null) return;
    const { cells } = this.#state.planes;
    const runs = snapshot.integers('other', cells.length * 2, -2147483648, 2147483647);
    this.#other = new Int32Array(cells.length);
    expandRuns(runs, this.#other, cells.length);
    for (let i = 0; i < cells.length; i++) this.#other[i] = (this.#other[i] as number) & ~CELL.field;
  }

  #endOfLine(position: number): number {
    const { columns } = this.#state.planes;
    return position - (position % columns) + columns;
  }
}
