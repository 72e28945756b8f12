import { afterEntry } from './attention.js';
import type { KeyOutcome, TypeOutcome } from './contract.js';
import { enterText } from './double-byte-typing.js';
import type { ScreenState } from './state.js';

/** Types text at the cursor, character by character, until one is refused or a trigger field is left. */
export function typeText(state: ScreenState, text: string): TypeOutcome {
  const { keyboard } = state;
  let taken = 0;
  while (taken < text.length) {
    const { reason } = keyboard;
    if (reason !== undefined) return { accepted: false, reason, inbound: undefined, taken };
    const from = state.cursor;
    const entry = enterText(state, text, taken);
    if (typeof entry === 'string') return { accepted: false, reason: entry, inbound: undefined, taken };
    taken += entry;
    const left = afterEntry(state, from);
    if (left !== undefined) return typedOut(left, taken, taken === text.length);
  }
  return { accepted: true, inbound: undefined, taken };
}

/** Typing that has led out of a field: refused there, or with the record of a trigger field, behind which the keyboard waits. */
function typedOut(left: KeyOutcome, taken: number, all: boolean): TypeOutcome {
  if (!left.accepted) return { accepted: false, reason: left.reason, inbound: undefined, taken };
  const { inbound } = left;
  return all
    ? { accepted: true, inbound, taken }
    : { accepted: false, reason: 'waitingForHost', inbound, taken };
}
