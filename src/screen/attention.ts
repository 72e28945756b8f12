import { AIDS } from '../datastream/index.js';
import type { KeyOutcome } from './contract.js';
import { readModified } from './read.js';
import type { ScreenState } from './state.js';
import { leaveField, primeTrigger, refuseToSend } from './validation.js';

/** A key that did what it does, and sends nothing. */
export const DONE: KeyOutcome = /* @__PURE__ */ Object.freeze({ accepted: true, inbound: undefined });

/** Sends an attention identifier, unless a field has to be seen to first. */
export function sendAttention(state: ScreenState, aid: number): KeyOutcome {
  const reason = state.fieldValidation ? refuseToSend(state, aid) : undefined;
  return reason === undefined ? attention(state, aid) : { accepted: false, reason };
}

function attention(state: ScreenState, aid: number): KeyOutcome {
  state.aid = aid;
  state.insertMode = false;
  state.triggeredField = state.primedField;
  state.primedField = -1;
  state.keyboard.apply('attentionSent');
  return { accepted: true, inbound: readModified(state, aid, false) };
}

/** Moves the cursor, unless its field has to be filled first; a trigger field that was changed is sent as it is left. */
export function moveCursorTo(state: ScreenState, position: number): KeyOutcome {
  const left = state.fieldValidation ? leaveField(state, state.cursor, position) : undefined;
  if (left !== undefined && left !== 'trigger') return { accepted: false, reason: left };
  state.cursor = position;
  return left === undefined ? DONE : attention(state, AIDS.trigger);
}

/**
 * What follows from a change of a field, where that may have moved the cursor out of it.
 * @param from - where the cursor was
 * @returns undefined where nothing follows
 */
export function afterEntry(state: ScreenState, from: number): KeyOutcome | undefined {
  if (!state.fieldValidation) return undefined;
  primeTrigger(state, from);
  const left = leaveField(state, from, state.cursor);
  if (left === undefined) return undefined;
  if (left === 'trigger') return attention(state, AIDS.trigger);
  const next = state.planes.after(from);
  state.cursor = state.planes.isField(next) ? from : next; // it stays in the field
  return { accepted: false, reason: left };
}
