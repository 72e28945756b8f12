import type { CodePage } from '../../../src/codepage/index.js';
import type { InputOutcome, TerminalKey, TerminalSession } from '../../../src/session/index.js';
import type { TranscriptAction } from '../../../src/trace/index.js';

/** One thing that an operator does: it may have to wait for the keyboard, and then goes on where it stopped. */
export type Input =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'key'; readonly key: TerminalKey }
  | { readonly type: 'move'; readonly row: number; readonly column: number }
  | { readonly type: 'insertMode'; readonly on: boolean }
  | { readonly type: 'disconnect' };

/** Actions without arguments. Names are those of s3270, in any case. */
const KEYS: ReadonlyMap<string, TerminalKey> = new Map([
  ['enter', 'enter'],
  ['clear', 'clear'],
  ['sysreq', 'sysReq'],
  ['attn', 'attn'],
  ['reset', 'reset'],
  ['tab', 'tab'],
  ['backtab', 'backTab'],
  ['home', 'home'],
  ['newline', 'newline'],
  ['up', 'up'],
  ['down', 'down'],
  ['left', 'left'],
  ['right', 'right'],
  ['backspace', 'backspace'],
  ['fieldend', 'fieldEnd'],
  ['erase', 'erase'],
  ['delete', 'delete'],
  ['eraseeof', 'eraseEof'],
  ['eraseinput', 'eraseInput'],
  ['deleteword', 'deleteWord'],
  ['deletefield', 'deleteField'],
  ['dup', 'dup'],
  ['fieldmark', 'fieldMark'],
  ['cursorselect', 'cursorSelect'],
  ['toggleinsert', 'insert'],
]);

/** Reasons for which s3270 lets input wait; any other refuses it. */
const WAITING: readonly string[] = [
  'noSession',
  'notConnected',
  'awaitingFirst',
  'waitingForHost',
  'systemLock',
  'enterInhibit',
  'fileTransfer',
  'bid',
];

/** These are taken at once, whatever waits. */
const URGENT: readonly string[] = ['reset', 'attn', 'sysReq'];

/**
 * What an action of a transcript does, in keys and text.
 * @throws Error when there is no such action, or an argument is missing or wrong.
 */
export function inputsOf(action: TranscriptAction, codePage: CodePage): Input[] {
  const name = action.name.toLowerCase();
  const [first, second] = action.arguments;
  const key = KEYS.get(name);
  if (key !== undefined) return [{ type: 'key', key }];
  switch (name) {
    case 'pf':
    case 'pa':
      return [
        { type: 'key', key: `${name}${number(action, first, 1, name === 'pf' ? 24 : 3)}` as TerminalKey },
      ];
    case 'string':
    case 'key':
      return stringInputs(action.arguments.join(''), codePage);
    case 'movecursor':
      return [
        { type: 'move', row: number(action, first, 0, 16383), column: number(action, second, 0, 16383) },
      ];
    case 'movecursor1':
      return [
        {
          type: 'move',
          row: number(action, first, 1, 16384) - 1,
          column: number(action, second, 1, 16384) - 1,
        },
      ];
    case 'insert':
      return [{ type: 'insertMode', on: true }];
    case 'set':
      if (String(first).toLowerCase() === 'insertmode') {
        return [{ type: 'insertMode', on: /^(true|on|set)$/i.test(String(second)) }];
      }
      break;
    case 'disconnect':
    case 'quit':
      return [{ type: 'disconnect' }];
  }
  throw new Error(`unknown action ${JSON.stringify([action.name, ...action.arguments])}`);
}

function number(
  action: TranscriptAction,
  value: string | number | undefined,
  least: number,
  most: number,
): number {
  const result = Number(value);
  if (value === undefined || value === '' || !Number.isInteger(result) || result < least || result > most) {
    throw new Error(`${action.name} takes a number from ${least} to ${most}, not ${JSON.stringify(value)}`);
  }
  return result;
}

const ESCAPED_KEYS: ReadonlyMap<string, TerminalKey> = new Map([
  ['n', 'enter'],
  ['r', 'newline'],
  ['t', 'tab'],
  ['b', 'left'],
  ['f', 'clear'],
]);

/** The escapes of s3270's String(): `\n` is Enter, `\t` Tab, `\pf3`, `\pa1`, `\uXXXX`, `\xXX`, `\eXX` an EBCDIC code. */
const ESCAPE = /\\(?:(pf|pa)(\d{1,2})|u([0-9a-f]{4})|x([0-9a-f]{2})|e([0-9a-f]{2})|([nrtbf])|(\\))|\n/gi;

function stringInputs(text: string, codePage: CodePage): Input[] {
  const inputs: Input[] = [];
  let plain = '';
  let at = 0;
  const key = (name: TerminalKey) => {
    if (plain !== '') inputs.push({ type: 'text', text: plain });
    plain = '';
    inputs.push({ type: 'key', key: name });
  };
  for (const match of text.matchAll(ESCAPE)) {
    const [whole, family, digits, unicode, hex, ebcdic, letter, backslash] = match;
    plain += text.slice(at, match.index);
    at = match.index + whole.length;
    if (family !== undefined) key(`${family.toLowerCase()}${Number(digits)}` as TerminalKey);
    else if (unicode !== undefined) plain += String.fromCharCode(Number.parseInt(unicode, 16));
    else if (hex !== undefined) plain += String.fromCharCode(Number.parseInt(hex, 16));
    else if (ebcdic !== undefined) {
      plain += String.fromCharCode(codePage.toUnicode[Number.parseInt(ebcdic, 16)] as number);
    } else if (backslash !== undefined) plain += '\\';
    else key(ESCAPED_KEYS.get((letter ?? 'n').toLowerCase()) as TerminalKey);
  }
  plain += text.slice(at);
  if (plain !== '') inputs.push({ type: 'text', text: plain });
  return inputs;
}

/** An operator in front of a session: types what can be typed, and lets the rest wait for the keyboard. */
export class Operator {
  #waiting: Input[] = [];

  /** Input that waits for the keyboard. */
  get waiting(): readonly Input[] {
    return this.#waiting;
  }

  /** Takes input; what cannot be done yet waits behind what waits already. */
  enter(session: TerminalSession, inputs: readonly Input[]): void {
    for (const input of inputs) {
      if (input.type === 'key' && URGENT.includes(input.key)) session.press(input.key);
      else this.#waiting.push(input);
    }
    this.goOn(session);
  }

  /** Goes on with what waits, as far as the keyboard lets it. */
  goOn(session: TerminalSession): void {
    for (let input = this.#waiting.shift(); input !== undefined; input = this.#waiting.shift()) {
      const rest = carryOut(session, input);
      if (rest === undefined) continue;
      this.#waiting.unshift(rest);
      return;
    }
  }
}

/** Does one input; returns what of it has to wait. */
function carryOut(session: TerminalSession, input: Input): Input | undefined {
  if (session.mode === 'closed') return undefined;
  if (input.type === 'disconnect') {
    session.close();
    return undefined;
  }
  const outcome = attempt(session, input);
  if (outcome.accepted || !WAITING.includes(outcome.reason)) return undefined;
  return input.type === 'text' ? { ...input, text: input.text.slice(outcome.taken ?? 0) } : input;
}

function attempt(session: TerminalSession, input: Exclude<Input, { type: 'disconnect' }>): InputOutcome {
  const { screen } = session;
  switch (input.type) {
    case 'text':
      return session.type(input.text);
    case 'key':
      return session.press(input.key);
    case 'move':
      return session.moveCursor(Math.min(input.row, screen.rows - 1) * screen.columns + input.column);
    case 'insertMode':
      return screen.insertMode === input.on ? { accepted: true } : session.press('insert');
  }
}
