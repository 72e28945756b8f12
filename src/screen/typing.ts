import { cp310 } from '../codepage/index.js';
import { FIELD_ATTRIBUTE, FORMAT_CONTROLS } from '../datastream/index.js';
import { fillWithBlanks, isFillable } from './blank-fill.js';
import { CELL } from './cells.js';
import type { LockReason } from './keyboard.table.js';
import type { ScreenState } from './state.js';

/** A protected numeric field is skipped by the cursor (DS-089). */
const AUTOSKIP = FIELD_ATTRIBUTE.protected | FIELD_ATTRIBUTE.numeric;

/** Why a key did nothing: the keyboard is locked, or the key has no meaning where the cursor is. */
export type KeyRefusal =
  | LockReason
  /** Neither the code page nor the Graphic Escape set has the character. */
  | 'notEncodable'
  /** Cursor select in a field that is not detectable or has no designator (DS-217). */
  | 'notSelectable';

/** Locks the keyboard for an operator error; that is the refusal. */
export function operatorError(state: ScreenState, reason: LockReason): LockReason {
  state.keyboard.lock(reason);
  return reason;
}

/** Whether a position takes no input: it holds a field attribute or lies in a protected field. */
export function isProtected({ planes }: ScreenState, position: number): boolean {
  return planes.isField(position) || (planes.governingCell(position) & FIELD_ATTRIBUTE.protected) !== 0;
}

/** Sets or resets the modified data tag of the field at a position, if there is one (DS-096). */
export function setModified({ planes }: ScreenState, position: number, modified: boolean): void {
  const at = planes.fields.governing(position);
  if (at === -1) return;
  const cell = planes.cells[at] as number;
  planes.cells[at] = modified ? cell | FIELD_ATTRIBUTE.modified : cell & ~FIELD_ATTRIBUTE.modified;
}

/** The cell of a character as it is typed; -1 where neither character set has it. */
export function cellOf(state: ScreenState, codePoint: number): number {
  const code = state.codePage.encode(codePoint);
  if (code !== -1) return code;
  const escaped = cp310.encode(codePoint);
  return escaped === -1 ? -1 : escaped | CELL.graphicEscape;
}

/** Puts one typed character at the cursor and moves on. */
export function enterCharacter(state: ScreenState, cell: number): KeyRefusal | undefined {
  const { planes, cursor } = state;
  if (isProtected(state, cursor)) return operatorError(state, 'operatorErrorProtected');
  const notNumeric = refuseNotNumeric(state, cell);
  if (notNumeric !== undefined) return notNumeric;
  if (state.insertMode && !makeRoom(state, cursor, 1)) return operatorError(state, 'operatorErrorOverflow');
  planes.setCharacter(cursor, cell);
  const next = planes.after(cursor);
  if (state.blankFill !== 'none') fillWithBlanks(planes, next);
  finishEntry(state, next, cell);
  return undefined;
}

/** A numeric lock lets only some characters through. */
export function refuseNotNumeric(state: ScreenState, cell: number): LockReason | undefined {
  if (!state.numericLock || isNumeric(cell)) return undefined;
  const field = state.planes.governingCell(state.cursor);
  return (field & FIELD_ATTRIBUTE.numeric) === 0 ? undefined : operatorError(state, 'operatorErrorNumeric');
}

/**
 * The field of the cursor is modified, and the cursor goes on.
 * @param next - the position behind what was typed
 */
export function finishEntry(state: ScreenState, next: number, cell: number): void {
  setModified(state, state.cursor, true);
  if (cell === FORMAT_CONTROLS.duplicate) state.cursor = state.planes.nextInput(next);
  else state.cursor = skipAttributes(state, next);
}

/** Plus, minus, period and comma: what a numeric lock lets through beside digits, as in x3270. */
const NUMERIC_SIGNS: readonly number[] = [0x4e, 0x60, 0x4b, 0x6b];

function isNumeric(cell: number): boolean {
  if ((cell & CELL.graphicEscape) !== 0) return false;
  const code = cell & CELL.code;
  return (code >= 0xf0 && code <= 0xf9) || NUMERIC_SIGNS.includes(code);
}

/** The cursor does not stay on an attribute: it goes behind it, or over a field that is skipped. */
function skipAttributes({ planes }: ScreenState, position: number): number {
  let at = position;
  while (planes.isField(at)) {
    const skips = ((planes.cells[at] as number) & AUTOSKIP) === AUTOSKIP;
    at = skips ? planes.nextInput(at) : planes.after(at);
  }
  return at;
}

/**
 * Moves the characters from a position on by a count, into the first nulls of the field, and with blank fill over the blanks
 * at its end. Without fields the screen is one, but for its last position, as in x3270.
 * @returns Whether there is as much room; if not, nothing has changed.
 */
export function makeRoom({ planes, blankFill }: ScreenState, at: number, count: number): boolean {
  const { cells, positionCount } = planes;
  const attribute = planes.fields.following(at);
  const end = attribute === -1 ? positionCount - 1 : attribute;
  const length = end >= at ? end - at : end - at + positionCount;
  let room = 0;
  let blanks = 0;
  for (
    let step = 0, position = at;
    step < length && room < count;
    step++, position = planes.after(position)
  ) {
    const cell = cells[position] as number;
    if ((cell & CELL.code) === 0) room++;
    else blanks = isFillable(cell, blankFill) ? blanks + 1 : 0;
  }
  if (room < count && room + blanks < count) return false;
  for (let step = 0; step < count; step++) {
    let hole = (at + step) % positionCount;
    while (hole !== end && ((cells[hole] as number) & CELL.code) !== 0) hole = planes.after(hole);
    if (hole === end) hole = planes.before(end);
    while (hole !== at) {
      const from = planes.before(hole);
      cells[hole] = cells[from] as number;
      hole = from;
    }
  }
  return true;
}
