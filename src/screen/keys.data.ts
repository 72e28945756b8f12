import { AIDS } from '../datastream/index.js';

/** The attention identifier that a key sends. */
export function attentionOf(key: AttentionKey): number {
  // Test Request, as classic TN3270 sends it (DS-229); in TN3270E the session has its own ways.
  return key === 'sysReq' ? AIDS.testRequest : AIDS[key];
}

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

const KEY_KINDS: ReadonlyMap<Key, KeyKind> = /* @__PURE__ */ kindsOfKeys();

/** The names of all keys. */
export const KEYS: readonly Key[] = /* @__PURE__ */ namesOfKeys();

/** What a key does; undefined for a name that no key has. */
export function keyKindOf(key: string): KeyKind | undefined {
  return KEY_KINDS.get(key as Key);
}

function namesOfKeys(): readonly Key[] {
  return Object.freeze([...KEY_KINDS.keys()]);
}

function kindsOfKeys(): Map<Key, KeyKind> {
  const kinds = new Map<Key, KeyKind>();
  for (const key of ['enter', 'pa1', 'pa2', 'pa3', 'clear', 'sysReq'] as const) kinds.set(key, 'attention');
  for (let number = 1; number <= 24; number++) kinds.set(`pf${number}` as ProgramFunctionKey, 'attention');
  for (const key of CURSOR_KEYS) kinds.set(key, 'cursor');
  for (const key of EDIT_KEYS) kinds.set(key, 'edit');
  for (const key of ['cursorSelect', 'insert', 'reset'] as const) kinds.set(key, key);
  return kinds;
}
