import { AIDS, FIELD_ATTRIBUTE, isShortReadAid, VALIDATION } from '../datastream/index.js';
import { codeOf, validationOf } from './cells.js';
import type { LockReason } from './keyboard.table.js';
import type { Planes } from './planes.js';
import type { ScreenState } from './state.js';
import { operatorError } from './typing.js';

/**
 * Field validation (type C1, DS-100), which no emulator in wide use carries out and the IBM 8775 did. What it does is taken
 * from IBM's words for programmers: "Validation adjunct" in GDDM Base Application Programming Reference (SC33-0868) and
 * "Trigger field support" in the CICS Application Programming Guide.
 */

/** Whether something is to be seen to before input goes on; undefined: nothing. */
export type LeavingField = LockReason | 'trigger' | undefined;

/** The bits of a field that count: protected ones take no input, so there is nothing to validate. */
function validationIn({ cells }: Planes, attribute: number): number {
  const cell = cells[attribute] as number;
  return (cell & FIELD_ATTRIBUTE.protected) === 0 ? validationOf(cell) : 0;
}

function isModified({ cells }: Planes, attribute: number): boolean {
  return ((cells[attribute] as number) & FIELD_ATTRIBUTE.modified) !== 0;
}

/** The first null of a field that has something else too, and was modified; -1 where it is full, empty or as the host sent it. */
function gapIn(planes: Planes, attribute: number): number {
  if (!isModified(planes, attribute)) return -1;
  let gap = -1;
  let filled = false;
  for (let at = planes.after(attribute); at !== attribute && !planes.isField(at); at = planes.after(at)) {
    if (codeOf(planes.cells[at] as number) !== 0) filled = true;
    else if (gap === -1) gap = at;
  }
  return filled ? gap : -1;
}

/** What becomes of the cursor that would go from one position to another. Locks the keyboard where that is refused. */
export function leaveField(state: ScreenState, from: number, to: number): LeavingField {
  const { planes } = state;
  if (planes.isField(from)) return undefined;
  const attribute = planes.fields.governing(from);
  if (attribute === -1 || (planes.fields.governing(to) === attribute && !planes.isField(to)))
    return undefined;
  const validation = validationIn(planes, attribute);
  if ((validation & VALIDATION.mandatoryFill) !== 0 && gapIn(planes, attribute) !== -1)
    return operatorError(state, 'operatorErrorMandatoryFill');
  return (validation & VALIDATION.trigger) !== 0 && state.primedField === attribute ? 'trigger' : undefined;
}

/** The operator has changed something at a position: a trigger field there is sent when the cursor leaves it. */
export function primeTrigger(state: ScreenState, position: number): void {
  const { planes } = state;
  const attribute = planes.fields.governing(position);
  if (attribute === -1 || !isModified(planes, attribute)) return;
  if ((validationIn(planes, attribute) & VALIDATION.trigger) !== 0) state.primedField = attribute;
}

/**
 * Why a key may not send what was typed: a field with mandatory entry that nothing was entered into, or one with mandatory fill
 * that has a gap. The cursor goes to the field's first position, or to the gap. Keys that send no fields are not held up.
 */
export function refuseToSend(state: ScreenState, aid: number): LockReason | undefined {
  if (isShortReadAid(aid) || aid === AIDS.testRequest) return undefined;
  const { planes } = state;
  const { fields } = planes;
  for (let at = fields.nextUnprotected(0); at !== -1; at = fields.nextUnprotected(at + 1)) {
    if ((validationIn(planes, at) & VALIDATION.mandatoryEntry) === 0 || isModified(planes, at)) continue;
    state.cursor = planes.after(at);
    return operatorError(state, 'operatorErrorMandatoryEntry');
  }
  for (let at = fields.nextUnprotected(0); at !== -1; at = fields.nextUnprotected(at + 1)) {
    const gap = (validationIn(planes, at) & VALIDATION.mandatoryFill) === 0 ? -1 : gapIn(planes, at);
    if (gap === -1) continue;
    state.cursor = gap;
    return operatorError(state, 'operatorErrorMandatoryFill');
  }
  return undefined;
}
