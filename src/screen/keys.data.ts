import { AIDS } from '../datastream/index.js';

/** Keys that send an attention identifier. */
export const ATTENTION_KEYS: Readonly<Record<AttentionKey, number>> = {
  enter: AIDS.enter,
  pa1: AIDS.pa1,
  pa2: AIDS.pa2,
  pa3: AIDS.pa3,
  clear: AIDS.clear,
  /** Test Request, as classic TN3270 sends it (DS-229); in TN3270E the session has its own ways. */
  sysReq: AIDS.testRequest,
  pf1: AIDS.pf1,
  pf2: AIDS.pf2,
  pf3: AIDS.pf3,
  pf4: AIDS.pf4,
  pf5: AIDS.pf5,
  pf6: AIDS.pf6,
  pf7: AIDS.pf7,
  pf8: AIDS.pf8,
  pf9: AIDS.pf9,
  pf10: AIDS.pf10,
  pf11: AIDS.pf11,
  pf12: AIDS.pf12,
  pf13: AIDS.pf13,
  pf14: AIDS.pf14,
  pf15: AIDS.pf15,
  pf16: AIDS.pf16,
  pf17: AIDS.pf17,
  pf18: AIDS.pf18,
  pf19: AIDS.pf19,
  pf20: AIDS.pf20,
  pf21: AIDS.pf21,
  pf22: AIDS.pf22,
  pf23: AIDS.pf23,
  pf24: AIDS.pf24,
};

/** Keys that send an attention identifier. */
export type AttentionKey = 'enter' | 'pa1' | 'pa2' | 'pa3' | 'clear' | 'sysReq' | ProgramFunctionKey;

/** PF1 to PF24. */
export type ProgramFunctionKey =
  | `pf${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`
  | `pf1${Digit}`
  | `pf2${0 | 1 | 2 | 3 | 4}`;

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/**
 * Keys that only move the cursor. `fieldEnd` goes behind the last character of the field that is no blank, `left2` and
 * `right2` by two positions, `previousWord` and `nextWord` to the words that can be changed.
 */
const CURSOR_KEYS = [
  'tab',
  'backTab',
  'home',
  'newline',
  'up',
  'down',
  'left',
  'right',
  'left2',
  'right2',
  'backspace',
  'previousWord',
  'nextWord',
  'fieldEnd',
] as const;

/** Keys that only move the cursor. */
export type CursorKey = (typeof CURSOR_KEYS)[number];

/**
 * Keys that change what stands in the buffer: `erase` goes back one position and deletes there, `eraseEof` nulls to the
 * end of the field, `eraseInput` all unprotected fields.
 */
const EDIT_KEYS = [
  'erase',
  'delete',
  'eraseEof',
  'eraseInput',
  'dup',
  'fieldMark',
  'deleteWord',
  'deleteField',
] as const;

/** Keys that change what stands in the buffer. */
export type EditKey = (typeof EDIT_KEYS)[number];

/** Keys that end an operator error and then do what they do, as in x3270; behind one, all others but Reset are refused. */
export const KEYS_THAT_END_ERRORS: readonly Key[] = [
  'tab',
  'backTab',
  'home',
  'up',
  'down',
  'left',
  'right',
  'left2',
  'right2',
  'fieldEnd',
  'eraseEof',
  'eraseInput',
  'deleteWord',
  'deleteField',
];

/** A key of a 3270 keyboard that enters no character. */
export type Key = AttentionKey | CursorKey | EditKey | 'cursorSelect' | 'insert' | 'reset';

/** What a key does. */
export type KeyKind = 'attention' | 'cursor' | 'edit' | 'cursorSelect' | 'insert' | 'reset';

/** All keys, each with what it does. */
export const KEYS: ReadonlyMap<Key, KeyKind> = /* @__PURE__ */ new Map<Key, KeyKind>([
  .../* @__PURE__ */ (Object.keys(ATTENTION_KEYS) as AttentionKey[]).map(
    (key) => [key, 'attention'] as const,
  ),
  .../* @__PURE__ */ CURSOR_KEYS.map((key) => [key, 'cursor'] as const),
  .../* @__PURE__ */ EDIT_KEYS.map((key) => [key, 'edit'] as const),
  ['cursorSelect', 'cursorSelect'],
  ['insert', 'insert'],
  ['reset', 'reset'],
]);
