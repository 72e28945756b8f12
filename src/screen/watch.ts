import { FIELD_ATTRIBUTE } from '../datastream/index.js';
import { CELL } from './cells.js';
import { HALF } from './halves.js';
import type { ScreenState } from './state.js';

/** A part of a row that has changed. */
export interface ChangedRegion {
  /** From 0. */
  readonly row: number;
  /** First column that has changed, from 0. */
  readonly start: number;
  /** Behind the last column that has changed. */
  readonly end: number;
}

/** What has changed since the last look. */
export interface ScreenChanges {
  /** Rows or columns are others than before: all of the screen is in the regions. True at the first look. */
  readonly resized: boolean;
  readonly cursorMoved: boolean;
  /** At most one a row, from the top down; nothing outside of them looks otherwise than before. */
  readonly regions: readonly ChangedRegion[];
}

/** The bits of a field attribute's cell that its field takes its look from. */
const FIELD_LOOK =
  FIELD_ATTRIBUTE.protected |
  FIELD_ATTRIBUTE.display |
  CELL.highlighting |
  CELL.foreground |
  CELL.background |
  CELL.transparency |
  CELL.characterSet |
  CELL.outlining;

/**
 * Tells a renderer what to repaint. It keeps a copy of the cells and compares when it is asked, so that writing to the
 * screen costs nothing more. Each has a memory of its own: two renderers take two.
 */
export class ScreenWatch {
  readonly #state: ScreenState;
  #rows = 0;
  #columns = 0;
  #cursor = -1;
  #seen: Int32Array = new Int32Array(0);
  /** Which halves of pairs were where, with a double-byte code page. */
  #seenKinds: Uint8Array | undefined;

  constructor(state: ScreenState) {
    this.#state = state;
  }

  /** What looks otherwise than at the last call; at the first one, everything. */
  changes(): ScreenChanges {
    const { planes, cursor } = this.#state;
    const { rows, columns, positionCount } = planes;
    const resized = rows !== this.#rows || columns !== this.#columns;
    const cursorMoved = cursor !== this.#cursor;
    let regions: ChangedRegion[];
    if (resized) {
      regions = Array.from({ length: rows }, (_, row) => ({ row, start: 0, end: columns }));
      this.#rows = rows;
      this.#columns = columns;
      if (this.#seen.length !== positionCount) this.#seen = new Int32Array(positionCount);
    } else regions = this.#compare();
    this.#cursor = cursor;
    const kinds = this.#state.doubleByte?.halves.kinds;
    if (regions.length > 0) {
      this.#seen.set(planes.cells.subarray(0, positionCount));
      this.#seenKinds = kinds?.slice(0, positionCount);
    }
    return { resized, cursorMoved, regions };
  }

  /** Both buffers side by side, each with the field that governs it: what that one changes shows in its whole field. */
  #compare(): ChangedRegion[] {
    const { planes, doubleByte } = this.#state;
    const { cells, rows, columns } = planes;
    const kinds = doubleByte?.halves.kinds;
    const seenKinds = this.#seenKinds;
    const seen = this.#seen;
    const regions: ChangedRegion[] = [];
    let field = planes.governingCell(planes.positionCount - 1) & FIELD_LOOK;
    let seenField = lastField(seen) & FIELD_LOOK;
    for (let row = 0, position = 0; row < rows; row++) {
      let start = -1;
      let end = -1;
      for (let column = 0; column < columns; column++, position++) {
        const cell = cells[position] as number;
        const before = seen[position] as number;
        let changed = cell !== before;
        if (((cell | before) & CELL.field) === 0) changed ||= field !== seenField;
        else {
          if ((cell & CELL.field) !== 0) field = cell & FIELD_LOOK;
          if ((before & CELL.field) !== 0) seenField = before & FIELD_LOOK;
          changed = ((cell ^ before) & CELL.field) !== 0; // one attribute looks like another
        }
        if (kinds !== undefined) changed ||= shownAs(kinds[position]) !== shownAs(seenKinds?.[position]);
        if (!changed) continue;
        if (start === -1) start = column;
        end = column + 1;
      }
      if (start === -1) continue;
      if (kinds !== undefined) {
        // A pair looks otherwise when one half of it does.
        const first = row * columns;
        if (start > 0 && isHalf(HALF.right, first + start, kinds, seenKinds)) start--;
        if (end < columns && isHalf(HALF.left, first + end - 1, kinds, seenKinds)) end++;
      }
      regions.push({ row, start, end });
    }
    return regions;
  }
}

/** What a screen tells apart: halves of pairs, and halves alone. */
function shownAs(kind: number | undefined): number | undefined {
  return kind === HALF.shiftIn || kind === HALF.behindShiftIn ? HALF.none : kind;
}

/** Whether a position is or was this half of a pair. */
function isHalf(kind: number, position: number, now: Uint8Array, before: Uint8Array | undefined): boolean {
  return now[position] === kind || before?.[position] === kind;
}

/** The cell of the field attribute that governs position 0 from the end of the buffer. */
function lastField(cells: Int32Array): number {
  for (let position = cells.length - 1; position >= 0; position--) {
    const cell = cells[position] as number;
    if ((cell & CELL.field) !== 0) return cell;
  }
  return 0;
}
