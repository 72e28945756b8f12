import { FIELD_ATTRIBUTE, FORMAT_CONTROLS } from '../datastream/index.js';
import { CELL, KEPT_ON_ERASE } from './cells.js';
import {
  backOverText,
  deletionAt,
  designatorAt,
  endErasedText,
  isInEmptyText,
} from './double-byte-editing.js';
import { enterSingle } from './double-byte-typing.js';
import { nullifyUnprotected } from './erase-unprotected.js';
import type { EditKey } from './keys.data.js';
import { leftOf } from './moves.js';
import type { ScreenState } from './state.js';
import { isProtected, type KeyRefusal, operatorError, setModified } from './typing.js';
import { isBlank } from './words.js';

/** What the editing keys do. */
export const EDITS: Readonly<Record<EditKey, (state: ScreenState) => KeyRefusal | undefined>> = {
  erase,
  delete: deleteCharacter,
  eraseEof,
  eraseInput,
  dup: (state) => enterSingle(state, FORMAT_CONTROLS.duplicate),
  fieldMark: (state) => enterSingle(state, FORMAT_CONTROLS.fieldMark),
  deleteWord,
  deleteField,
};

function refuseProtected(state: ScreenState): KeyRefusal | undefined {
  return isProtected(state, state.cursor) ? operatorError(state, 'operatorErrorProtected') : undefined;
}

/** Goes back and deletes there; as in x3270 the cursor stays where it went to when that is refused. */
function erase(state: ScreenState): KeyRefusal | undefined {
  const { planes, cursor } = state;
  const refusal = planes.isField(cursor) ? operatorError(state, 'operatorErrorProtected') : undefined;
  // At the start of the field there is nothing before.
  if (cursor > 0 && planes.fields.governing(cursor) === cursor - 1) return refusal;
  state.cursor = leftOf(state, cursor);
  return eraseAtCursor(state) ?? refusal;
}

function eraseAtCursor(state: ScreenState): KeyRefusal | undefined {
  const { planes, doubleByte } = state;
  if (doubleByte === undefined) return deleteCharacter(state);
  state.cursor = backOverText(state, doubleByte, state.cursor);
  const reason = deleteCharacter(state);
  if (reason !== undefined || !isInEmptyText(state)) return reason;
  state.cursor = planes.before(state.cursor);
  return deleteCharacter(state);
}

/**
 * Pulls the rest of the field to the cursor (of the screen, without fields) and puts a null at its end; two where a
 * double-byte character goes.
 */
function deleteCharacter(state: ScreenState): KeyRefusal | undefined {
  const { planes, cursor } = state;
  const refusal = refuseProtected(state);
  if (refusal !== undefined) return refusal;
  const { cells } = planes;
  const { doubleByte } = state;
  const deletion = doubleByte === undefined ? { at: cursor, count: 1 } : deletionAt(state, doubleByte);
  if (deletion === undefined) return operatorError(state, 'operatorErrorProtected');
  const attribute = planes.fields.following(deletion.at);
  const end = attribute === -1 ? 0 : attribute;
  for (let left = deletion.count; left > 0; left--) {
    let { at } = deletion;
    for (let next = planes.after(at); next !== end; next = planes.after(at)) {
      cells[at] = cells[next] as number;
      at = next;
    }
    cells[at] = (cells[at] as number) & KEPT_ON_ERASE;
  }
  setModified(state, cursor, true);
  doubleByte?.settle();
  return undefined;
}

function eraseEof(state: ScreenState): KeyRefusal | undefined {
  const { planes, cursor } = state;
  const refusal = refuseProtected(state);
  if (refusal !== undefined) return refusal;
  nullifyTo(state, cursor, planes.fields.following(cursor));
  setModified(state, cursor, true);
  if (state.doubleByte !== undefined) endErasedText(state, state.doubleByte);
  return undefined;
}

/** Nulls from a position up to an attribute, over the end of the buffer where it lies before; -1: up to the end. */
function nullifyTo({ planes }: ScreenState, from: number, attribute: number): void {
  if (attribute >= from) planes.nullify(from, attribute);
  else {
    planes.nullify(from, planes.positionCount);
    if (attribute > 0) planes.nullify(0, attribute);
  }
}

/** Nulls and resets MDT in every unprotected field; the cursor goes behind the attribute of the first one. */
function eraseInput(state: ScreenState): undefined {
  const { planes } = state;
  if (planes.fields.isEmpty()) {
    state.erase(planes);
    return undefined;
  }
  nullifyUnprotected(planes, 0, planes.positionCount, undefined);
  planes.resetModified(true);
  const first = planes.fields.nextUnprotected(0);
  state.cursor = first === -1 ? 0 : planes.after(first);
  state.doubleByte?.settle();
  return undefined;
}

/** Erases the blanks before the cursor, then the word before them. */
function deleteWord(state: ScreenState): KeyRefusal | undefined {
  const { planes } = state;
  if (planes.fields.isEmpty()) return undefined;
  const refusal = refuseProtected(state);
  if (refusal !== undefined) return refusal;
  for (const blanks of [true, false]) {
    let before = planes.before(state.cursor);
    while (!planes.isField(before) && isBlank(planes, before) === blanks) {
      const reason = erase(state);
      if (reason !== undefined) return reason;
      before = planes.before(state.cursor);
    }
  }
  return undefined;
}

function deleteField(state: ScreenState): KeyRefusal | undefined {
  const { planes, cursor } = state;
  if (planes.fields.isEmpty()) return undefined;
  const refusal = refuseProtected(state);
  if (refusal !== undefined) return refusal;
  const attribute = planes.fields.governing(cursor);
  state.cursor = planes.after(attribute);
  nullifyTo(state, state.cursor, planes.fields.following(attribute));
  setModified(state, state.cursor, true);
  state.doubleByte?.forget();
  return undefined;
}

/** Cursor select and the selector pen (DS-217): @returns the AID to send, 0 for none, or undefined: not selectable. */
export function selectField(state: ScreenState): number | undefined {
  const { planes } = state;
  const attribute = planes.fields.governing(state.cursor);
  if (attribute === -1) return undefined;
  const display = (planes.cells[attribute] as number) & FIELD_ATTRIBUTE.display;
  if (display !== 0x04 && display !== 0x08) return undefined;
  const at = designatorAt(state, planes.after(attribute));
  if (at === -1) return undefined;
  const cell = planes.cells[at] as number;
  // An attribute there counts as a null, as in x3270.
  const designation = DESIGNATORS.get((cell & CELL.field) === 0 ? cell & CELL.code : 0);
  if (designation === undefined) return undefined;
  const { becomes, modified, aid } = designation;
  if (becomes !== undefined) planes.cells[at] = (cell & (KEPT_ON_ERASE | CELL.characterSetF8)) | becomes;
  setModified(state, attribute, modified);
  return aid;
}

interface Designation {
  /** The designator that takes its place. */
  readonly becomes?: number;
  readonly modified: boolean;
  readonly aid: number;
}

/** The first character of a field says what selecting it does (DS-217). */
const DESIGNATORS: ReadonlyMap<number, Designation> = /* @__PURE__ */ new Map([
  [0x6e, { becomes: 0x6f, modified: false, aid: 0 }], // `>` was selected: `?` again
  [0x6f, { becomes: 0x6e, modified: true, aid: 0 }], //  `?`
  [0x00, { modified: true, aid: 0x7e }],
  [0x40, { modified: true, aid: 0x7e }],
  [0x50, { modified: true, aid: 0x7d }], //              `&`
]);
