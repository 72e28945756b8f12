import { UsageError } from '../bytes/index.js';
import { afterEntry, DONE, moveCursorTo, sendAttention } from './attention.js';
import type { KeyOutcome } from './contract.js';
import { CURSOR_MOVES } from './cursor.js';
import { EDITS, selectField } from './editing.js';
import {
  type AttentionKey,
  attentionOf,
  type CursorKey,
  type EditKey,
  KEYS_THAT_END_ERRORS,
  type Key,
  keyKindOf,
} from './keys.data.js';
import type { ScreenState } from './state.js';

/** Presses a key. @throws {@link UsageError} `argument-invalid` when there is no such key. */
export function pressKey(state: ScreenState, key: Key): KeyOutcome {
  const { keyboard } = state;
  const kind = keyKindOf(key);
  if (kind === undefined) {
    throw new UsageError('argument-invalid', `key must be the name of a key, not '${String(key)}'`);
  }
  if (kind === 'reset') {
    state.insertMode = false;
    keyboard.apply('resetKey');
    return DONE;
  }
  if (keyboard.isOnlyInError && KEYS_THAT_END_ERRORS.includes(key)) keyboard.apply('cursorKey');
  // In x3270 an operator error does not keep from changing the mode.
  if (kind === 'insert' && keyboard.isOnlyInError) {
    state.insertMode = !state.insertMode;
    return DONE;
  }
  if (keyboard.reason !== undefined) return { accepted: false, reason: keyboard.reason };
  switch (kind) {
    case 'cursor':
      return moveCursorTo(state, CURSOR_MOVES[key as CursorKey](state));
    case 'insert':
      state.insertMode = !state.insertMode;
      return DONE;
    case 'attention':
      if (key === 'clear') state.erase(state.planes); // DS-137: the size stays
      return sendAttention(state, attentionOf(key as AttentionKey));
    case 'edit': {
      const from = state.cursor;
      const reason = EDITS[key as EditKey](state);
      if (reason !== undefined) return { accepted: false, reason };
      if (key !== 'eraseInput') return afterEntry(state, from) ?? DONE;
      state.primedField = -1;
      return DONE;
    }
    default: {
      const aid = selectField(state);
      if (aid === undefined) return { accepted: false, reason: 'notSelectable' };
      return aid === 0 ? DONE : sendAttention(state, aid);
    }
  }
}
