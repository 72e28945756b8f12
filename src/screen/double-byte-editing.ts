import { CELL, KEPT_ON_ERASE, SHIFTS } from './cells.js';
import type { DoubleByteText } from './double-byte.js';
import { codeAt } from './double-byte-typing.js';
import { HALF } from './halves.js';
import type { ScreenState } from './state.js';

/** Positions that go together when one of them is deleted. */
export interface Deletion {
  readonly at: number;
  readonly count: number;
}

/** What the delete key deletes at the cursor: both halves of a pair, and SO and SI only together; undefined for one of those alone. */
export function deletionAt(state: ScreenState, double: DoubleByteText): Deletion | undefined {
  const { planes, cursor } = state;
  const code = codeAt(state, cursor);
  if (code === SHIFTS.out || code === SHIFTS.in) {
    const other = code === SHIFTS.out ? SHIFTS.in : SHIFTS.out;
    return codeAt(state, planes.after(cursor)) === other ? { at: cursor, count: 2 } : undefined;
  }
  const kind = double.halves.kinds[cursor];
  if (kind === HALF.right) return { at: planes.before(cursor), count: 2 };
  return { at: cursor, count: kind === HALF.left ? 2 : 1 };
}

/** Where to delete what stands before the cursor, once it has gone to the left: before an SI, and on a left half. */
export function backOverText(state: ScreenState, double: DoubleByteText, position: number): number {
  const { planes } = state;
  const at = codeAt(state, position) === SHIFTS.in ? planes.before(position) : position;
  return double.halves.kinds[at] === HALF.right ? planes.before(at) : at;
}

/** Whether the cursor stands between an SO and an SI that have nothing between them any more. */
export function isInEmptyText(state: ScreenState): boolean {
  const { planes, cursor } = state;
  return codeAt(state, planes.before(cursor)) === SHIFTS.out && codeAt(state, cursor) === SHIFTS.in;
}

/**
 * Where the code of a designator stands: at the right half of a double-byte one, which is 42 and the single-byte code, or
 * blank; -1 where a pair is none.
 */
export function designatorAt(state: ScreenState, position: number): number {
  const { planes, doubleByte } = state;
  if (doubleByte?.halves.kinds[position] !== HALF.left) return position;
  const right = planes.after(position);
  const first = codeAt(state, position);
  const isBlank = (first === 0x40 || first === 0x00) && codeAt(state, right) === first;
  return first === 0x42 || isBlank ? right : -1;
}

/** Double-byte text that was erased from the cursor on ends there with an SI. */
export function endErasedText(state: ScreenState, double: DoubleByteText): void {
  const { planes, cursor } = state;
  double.forget();
  const { lookLeft } = double;
  const half = lookLeft.at(cursor);
  if (half !== HALF.none && lookLeft.reason === 'subfield') {
    const at = half === HALF.right ? planes.before(cursor) : cursor;
    const cell = planes.cells[at] as number;
    if ((cell & CELL.field) === 0) planes.cells[at] = (cell & KEPT_ON_ERASE) | SHIFTS.in;
  }
  double.settle();
}
