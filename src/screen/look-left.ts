import { CELL, isDoubleByteCell, isShift, SHIFTS } from './cells.js';
import { HALF } from './halves.js';
import type { Planes } from './planes.js';
import { PositionSet } from './position-set.js';

/** Why a position takes double-byte characters. */
export type DoubleByteReason = 'field' | 'attribute' | 'subfield';

/**
 * Says what may be written at a position, by what stands to its left: double-byte text is a field of character set F8, a run
 * of characters of that set, or what follows an SO. Only for checking a write or a key; what a position is, says the
 * {@link HalfMap}.
 *
 * Shift codes and characters of set F8 are kept as bits, so that no write can make it walk over the buffer again and again.
 */
export class LookLeft {
  readonly #planes: Planes;
  readonly #shifts: PositionSet = new PositionSet();
  /** Characters of set F8 that are no shifts. */
  readonly #pairs: PositionSet = new PositionSet();
  #known = false;

  /** Of the last answer that was not `none`. */
  reason: DoubleByteReason = 'field';

  constructor(planes: Planes) {
    this.#planes = planes;
  }

  /** Something has changed elsewhere. */
  forget(): void {
    this.#known = false;
  }

  /** The positions `start..start+count-1`, going on from the end at 0, have changed. */
  note(start: number, count: number): void {
    if (!this.#known) return;
    const { positionCount } = this.#planes;
    for (let i = 0; i < count; i++) {
      const position = start + i;
      this.#read(position < positionCount ? position : position - positionCount);
    }
  }

  /** The positions from one up to another, going on from the end at 0, hold the same character now. */
  noteSame(from: number, to: number): void {
    if (!this.#known) return;
    const { cells, positionCount } = this.#planes;
    const cell = cells[from] as number;
    const shift = isShift(cell);
    const ranges =
      to > from
        ? [[from, to]]
        : [
            [from, positionCount],
            [0, to],
          ];
    for (const [start = 0, end = 0] of ranges) {
      if (start === end) continue;
      this.#shifts.putRange(start, end, shift);
      this.#pairs.putRange(start, end, !shift && isDoubleByteCell(cell));
    }
  }

  /** The positions `start..end-1` are null now. */
  noteNulls(start: number, end: number): void {
    if (!this.#known) return;
    this.#shifts.putRange(start, end, false);
    this.#pairs.putRange(start, end, false);
  }

  /** `none`, or `left` or `right`: which half of a double-byte character has to come there. */
  at(position: number): typeof HALF.none | typeof HALF.left | typeof HALF.right {
    this.#learn();
    const planes = this.#planes;
    const { cells, fields } = planes;
    // A field attribute there is about to go: text goes on from the field before it.
    const attribute = fields.governing(planes.isField(position) ? planes.before(position) : position);
    if (attribute !== -1 && isDoubleByteCell(cells[attribute] as number)) {
      this.reason = 'field';
      return this.#halfAt(position, attribute);
    }
    if (isDoubleByteCell(cells[position] as number) && !planes.isField(position)) {
      if (!this.#pairs.has(position)) return HALF.none;
      let start = this.#pairs.previousAbsent(position);
      if (start === -1 && attribute !== -1) start = this.#pairs.previousAbsent(planes.positionCount - 1);
      this.reason = 'attribute';
      return this.#halfAt(position, start);
    }
    const shift = this.#shiftBefore(position, attribute);
    if (shift === -1 || ((cells[shift] as number) & CELL.code) === SHIFTS.in) return HALF.none;
    this.reason = 'subfield';
    return this.#halfAt(position, shift);
  }

  /** Whether the next shift code to the left, within the field, is an SO. */
  isShiftedOut(position: number): boolean {
    this.#learn();
    const planes = this.#planes;
    const from = planes.isField(position) ? planes.before(position) : position;
    const shift = this.#shiftBefore(position, planes.fields.governing(from));
    return shift !== -1 && ((this.#planes.cells[shift] as number) & CELL.code) === SHIFTS.out;
  }

  /** The next shift code to the left within the field of an attribute, or -1. */
  #shiftBefore(position: number, attribute: number): number {
    const shift = this.#shifts.previous(position - 1);
    if (attribute === -1) return shift;
    if (attribute < position) return shift > attribute ? shift : -1;
    if (shift !== -1) return shift;
    const wrapped = this.#shifts.previous(this.#planes.positionCount - 1);
    return wrapped > attribute ? wrapped : -1;
  }

  #halfAt(position: number, start: number): typeof HALF.left | typeof HALF.right {
    const distance = position > start ? position - start : position - start + this.#planes.positionCount;
    return (distance & 1) === 0 ? HALF.right : HALF.left;
  }

  #learn(): void {
    if (this.#known) return;
    this.#known = true;
    const { positionCount } = this.#planes;
    this.#shifts.reset(positionCount);
    this.#pairs.reset(positionCount);
    for (let position = 0; position < positionCount; position++) this.#read(position);
  }

  #read(position: number): void {
    const cell = this.#planes.cells[position] as number;
    const shift = isShift(cell);
    this.#shifts.put(position, shift);
    this.#pairs.put(position, !shift && (cell & CELL.field) === 0 && isDoubleByteCell(cell));
  }
}
