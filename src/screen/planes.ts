import { FIELD_ATTRIBUTE, type ScreenSize } from '../datastream/index.js';
import { CELL, KEPT_ON_ERASE } from './cells.js';
import { FieldMap } from './fields.js';

/** Runs shorter than this are written by a loop: the call of a native fill costs more. */
const NATIVE_FILL_FROM = 24;

/**
 * The character buffer: one packed number a position ({@link CELL}) and the map of field attributes, which every
 * method keeps in step. Storage grows to the largest size used and is then used again for every size.
 */
export class Planes {
  rows: number;
  columns: number;
  positionCount: number;
  /** Only the first `positionCount` are in use. */
  cells: Int32Array;
  readonly fields: FieldMap;
  /** Whether some character may have attributes of its own; while not, erasing is a native fill. */
  decorated = false;

  constructor(size: ScreenSize) {
    this.rows = size.rows;
    this.columns = size.columns;
    this.positionCount = size.rows * size.columns;
    this.cells = new Int32Array(this.positionCount);
    this.fields = new FieldMap(this.positionCount);
  }

  /** Sets every position to null and removes all fields, in this size. */
  erase(size: ScreenSize): void {
    const positionCount = size.rows * size.columns;
    if (positionCount > this.cells.length) this.cells = new Int32Array(positionCount);
    else this.cells.fill(0);
    this.fields.reset(positionCount);
    this.rows = size.rows;
    this.columns = size.columns;
    this.positionCount = positionCount;
    this.decorated = false;
  }

  /** Puts a field attribute at a position. */
  setField(position: number, cell: number): void {
    this.cells[position] = cell | CELL.field;
    this.fields.mark(position, (cell & FIELD_ATTRIBUTE.protected) !== 0);
  }

  /** Stores one character, with its attributes; a field attribute at the position vanishes (DS-075). */
  setCharacter(position: number, cell: number): void {
    this.fields.clear(position, position + 1);
    this.cells[position] = cell;
  }

  /** Stores the same character at `start..end-1`. */
  fill(start: number, end: number, cell: number): void {
    if (start >= end) return;
    this.fields.clear(start, end);
    const { cells } = this;
    if (end - start >= NATIVE_FILL_FROM) cells.fill(cell, start, end);
    else for (let position = start; position < end; position++) cells[position] = cell;
  }

  /** Nulls the characters at `start..end-1`, where no field attribute is; their colours stay (DS-062). */
  nullify(start: number, end: number): void {
    const { cells } = this;
    if (!this.decorated && end - start >= NATIVE_FILL_FROM) {
      cells.fill(0, start, end);
      return;
    }
    const kept = KEPT_ON_ERASE;
    for (let position = start; position < end; position++) {
      cells[position] = (cells[position] as number) & kept;
    }
  }

  /** Resets the modified data tag of every field, or of the unprotected ones only. */
  resetModified(unprotectedOnly: boolean): void {
    const { cells, fields } = this;
    for (let at = fields.next(0); at !== -1; at = fields.next(at + 1)) {
      const cell = cells[at] as number;
      if (!unprotectedOnly || (cell & FIELD_ATTRIBUTE.protected) === 0) {
        cells[at] = cell & ~FIELD_ATTRIBUTE.modified;
      }
    }
  }

  isField(position: number): boolean {
    return ((this.cells[position] as number) & CELL.field) !== 0;
  }

  /** The cell of the field attribute that governs a position; 0, unprotected and normal, without any field. */
  governingCell(position: number): number {
    const at = this.fields.governing(position);
    return at === -1 ? 0 : (this.cells[at] as number);
  }

  /** The position behind another one, going on from the end at 0. */
  after(position: number): number {
    return position + 1 === this.positionCount ? 0 : position + 1;
  }

  /** The position before another one, going on from 0 at the end. */
  before(position: number): number {
    return position === 0 ? this.positionCount - 1 : position - 1;
  }

  /** First position of the next field that takes input, searched from an attribute at `from` on; 0 without any. */
  nextInput(from: number): number {
    let at = this.fields.nextInput(from);
    if (at === -1) at = this.fields.nextInput(0);
    return at === -1 ? 0 : this.after(at);
  }
}
