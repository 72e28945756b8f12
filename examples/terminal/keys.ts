import type { TerminalKey } from '../../src/index.js';

/** What a key of the keyboard does. */
export type Action = TerminalKey | 'quit';

/** By the names that terminal-kit gives to keys. Escape makes the key behind it the one with `ALT_`. */
const ACTIONS: ReadonlyMap<string, Action> = new Map<string, Action>([
  ['CTRL_Q', 'quit'],
  ['CTRL_C', 'clear'],
  ['CTRL_R', 'reset'],
  ['ENTER', 'enter'],
  ['KP_ENTER', 'enter'],
  ['TAB', 'tab'],
  ['SHIFT_TAB', 'backTab'],
  ['UP', 'up'],
  ['DOWN', 'down'],
  ['LEFT', 'left'],
  ['RIGHT', 'right'],
  ['HOME', 'home'],
  ['END', 'fieldEnd'],
  ['INSERT', 'insert'],
  ['DELETE', 'delete'],
  ['BACKSPACE', 'erase'],
  ['PAGE_UP', 'pf7'],
  ['PAGE_DOWN', 'pf8'],
  ['CTRL_E', 'eraseEof'],
  ['CTRL_U', 'deleteField'],
  ['CTRL_W', 'deleteWord'],
  ['CTRL_X', 'eraseInput'],
  ['CTRL_J', 'newline'],
  ['CTRL_D', 'dup'],
  ['CTRL_F', 'fieldMark'],
  ['ALT_a', 'pa1'],
  ['ALT_b', 'pa2'],
  ['ALT_c', 'pa3'],
  ['ALT_t', 'attn'],
  ['ALT_s', 'sysReq'],
  ...Array.from({ length: 12 }, (_, i): [string, Action] => [`F${i + 1}`, `pf${i + 1}` as Action]),
  ...Array.from({ length: 12 }, (_, i): [string, Action] => [`SHIFT_F${i + 1}`, `pf${i + 13}` as Action]),
  ...Array.from('1234567890-=', (key, i): [string, Action] => [`ALT_${key}`, `pf${i + 13}` as Action]),
]);

/** Sequences that terminal-kit does not know on all terminals: Ctrl-], and function keys with Shift as xterm sends them. */
const SEQUENCES: ReadonlyMap<string, Action> = new Map<string, Action>([
  ['\x1d', 'quit'],
  ...['P', 'Q', 'R', 'S'].map((letter, i): [string, Action] => [
    `\x1b[1;2${letter}`,
    `pf${i + 13}` as Action,
  ]),
  ...[15, 17, 18, 19, 20, 21, 23, 24].map((code, i): [string, Action] => [
    `\x1b[${code};2~`,
    `pf${i + 17}` as Action,
  ]),
]);

/** Turns what terminal-kit reports into what is to be done. */
export class KeyReader {
  #escape = false;

  /** @returns An action, a character to type, or undefined for a key without a meaning. */
  key(name: string, isCharacter: boolean): Action | { readonly text: string } | undefined {
    const escaped = this.#escape;
    this.#escape = name === 'ESCAPE';
    if (this.#escape) return undefined;
    if (escaped) return ACTIONS.get(`ALT_${name.toLowerCase()}`);
    if (name.startsWith('ALT_')) return ACTIONS.get(`ALT_${name.slice(4).toLowerCase()}`);
    return ACTIONS.get(name) ?? (isCharacter ? { text: name } : undefined);
  }

  /** Bytes that terminal-kit has no name for. */
  sequence(bytes: Buffer): Action | undefined {
    this.#escape = false;
    return SEQUENCES.get(bytes.toString('latin1'));
  }
}
