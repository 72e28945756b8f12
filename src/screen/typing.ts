import { cp310 } from '../codepage/index.js';
import { FIELD_ATTRIBUTE, FORMAT_CONTROLS } from '../datastream/index.js';
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
  if (state.numericLock && !isNumeric(cell)) {
    const field = planes.governingCell(cursor);
    if ((field & FIELD_ATTRIBUTE.numeric) !== 0) return operatorError(state, 'operatorErrorNumeric');
  }
  if (state.insertMode && !makeRoom(state)) return operatorError(state, 'operatorErrorOverflow');
  planes.setCharacter(cursor, cell);
  setModified(state, cursor, true);
  const next = planes.after(cursor);
  if (cell === FORMAT_CONTROLS.duplicate) state.cursor = planes.nextInput(next);
  else state.cursor = skipAttributes(state, next);
  return undefined;
}

/** Digits, minus and period: what a numeric lock lets through. */
function isNumeric(cell: number): boolean {
  if ((cell & CELL.graphicEscape) !== 0) return false;
  const code = cell & CELL.code;
  return (
    (code >= 0xf0 && code <= 0xf9) ||
    code === 0x60 ||
    code === 0x4b ||
    code === FORMAT_CONTROLS.duplicate ||
    code === FORMAT_CONTROLS.fieldMark
  );
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

/** Moves the characters from the cursor on by one, into the first null of the field (of the line without fields). */
function makeRoom({ planes, cursor }: ScreenState): boolean {
  const { cells } = planes;
  const attribute = planes.fields.following(cursor);
  const end = attribute === -1 ? endOfLine(planes.columns, cursor) % planes.positionCount : attribute;
  let hole = cursor;
  while (((cells[hole] as number) & CELL.code) !== 0) {
    hole = planes.after(hole);
    if (hole === end) return false;
  }
  while (hole !== cursor) {
    const from = planes.before(hole);
    cells[hole] = cells[from] as number;
    hole = from;
  }
  return true;
}

/** The position behind the last one of a position's line. */
export function endOfLine(columns: number, position: number): number {
  return position - (position % columns) + columns;
}
