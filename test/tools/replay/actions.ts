import { type CodePage, isDoubleByte } from '../../../src/codepage/index.js';
import type { InputOutcome, TerminalKey, TerminalSession } from '../../../src/session/index.js';
import type { TranscriptAction } from '../../../src/trace/index.js';
import { KEY_SYMBOLS } from './key-symbols.data.js';

/** One thing that an operator does: it may have to wait for the keyboard, and then goes on where it stopped. */
export type Input =
  | { readonly type: 'text'; readonly text: string /** In an NVT. */; readonly inNvt?: string }
  | { readonly type: 'key'; readonly key: TerminalKey }
  | { readonly type: 'move'; readonly row: number; readonly column: number }
  | { readonly type: 'insertMode'; readonly on: boolean }
  | { readonly type: 'disconnect' }
  /** Texts and keys of one action; an operator error ends it. */
  | { readonly type: 'string'; readonly parts: readonly Input[] };

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
  ['left2', 'left2'],
  ['right2', 'right2'],
  ['previousword', 'previousWord'],
  ['nextword', 'nextWord'],
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
      return [{ type: 'string', parts: stringInputs(action.arguments.join(''), codePage) }];
    case 'key':
      return action.arguments.map((argument) => ({ type: 'text', text: characterNamed(String(argument)) }));
    case 'hexstring':
      return [{ type: 'text', text: textOfCodes(action.arguments.join(''), codePage) }];
    case 'circumnot':
      return [{ type: 'text', text: '¬', inNvt: '^' }];
    case 'monocase':
      return []; // changes how letters look, and nothing else
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
    case 'toggle':
      if (String(first).toLowerCase() === 'insertmode') {
        if (second === undefined) return name === 'toggle' ? [{ type: 'key', key: 'insert' }] : [];
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

/** The character that a name of X11 stands for, as s3270's Key() takes it: itself, `U+00E9`, `0xe9` or `eacute`. */
function characterNamed(name: string): string {
  const [, digits] = /^(?:u\+|0x)([0-9a-f]{1,5})$/i.exec(name) ?? [];
  if (digits !== undefined) return String.fromCodePoint(Number.parseInt(digits, 16));
  if ([...name].length === 1) return name;
  const code = KEY_SYMBOLS.get(name);
  if (code === undefined) throw new Error(`no character is called ${name}`);
  return String.fromCharCode(code);
}

/** The character of an EBCDIC code of one byte, or of two with more than two digits. */
function textOfCode(digits: string, codePage: CodePage): string {
  const code = Number.parseInt(digits, 16);
  if (digits.length <= 2) return String.fromCharCode(codePage.toUnicode[code] as number);
  return isDoubleByte(codePage) ? codePage.doubleByte.decodeText(code) : '';
}

/** Characters of EBCDIC codes in hexadecimal. */
function textOfCodes(hex: string, codePage: CodePage): string {
  const codes = hex.replaceAll(/0x/gi, '');
  if (!/^([0-9a-f]{2})*$/i.test(codes)) throw new Error(`no EBCDIC codes: ${hex}`);
  return (codes.match(/../g) ?? [])
    .map((code) => String.fromCharCode(codePage.toUnicode[Number.parseInt(code, 16)] as number))
    .join('');
}

const ESCAPED_KEYS: ReadonlyMap<string, TerminalKey> = new Map([
  ['n', 'enter'],
  ['r', 'newline'],
  ['t', 'tab'],
  ['T', 'backTab'],
  ['b', 'left'],
  ['f', 'clear'],
]);

/**
 * The escapes of s3270's String(): `\n` is Enter, `\t` Tab, `\T` BackTab, `\pf3`, `\pa1`, `\uXXXX`, `\xXX`, `\101` octal,
 * `\eXX` an EBCDIC code, `\eXXXX` a double-byte one; and controls, which stand for the same keys.
 */
const ESCAPE =
  /\\(?:pf(\d{1,2})|pa(\d)|[ux]([0-9a-fA-F]{1,4})|e([0-9a-fA-F]{1,4})|([0-7]{1,3})|([nrtTbf])|(\\))|([\n\r\t\b\f])/g;

const CONTROL_KEYS: ReadonlyMap<string, string> = new Map([
  ['\n', 'n'],
  ['\r', 'r'],
  ['\t', 't'],
  ['\b', 'b'],
  ['\f', 'f'],
]);

function stringInputs(text: string, codePage: CodePage): Input[] {
  const inputs: Input[] = [];
  let plain = '';
  let at = 0;
  const key = (name: string) => {
    if (plain !== '') inputs.push({ type: 'text', text: plain });
    plain = '';
    inputs.push({ type: 'key', key: name as TerminalKey });
  };
  for (const match of text.matchAll(ESCAPE)) {
    const [whole, pf, pa, unicode, ebcdic, octal, letter, backslash, control] = match;
    plain += text.slice(at, match.index);
    at = match.index + whole.length;
    if (pf !== undefined) key(`pf${Number(pf)}`);
    else if (pa !== undefined) key(`pa${pa}`);
    else if (unicode !== undefined) plain += String.fromCharCode(Number.parseInt(unicode, 16));
    else if (ebcdic !== undefined) plain += textOfCode(ebcdic, codePage);
    else if (octal !== undefined) plain += String.fromCharCode(Number.parseInt(octal, 8));
    else if (backslash !== undefined) plain += '\\';
    else key(ESCAPED_KEYS.get(letter ?? CONTROL_KEYS.get(control as string) ?? 'n') as string);
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
  if (input.type === 'string') return carryOutString(session, input.parts);
  const outcome = attempt(session, input);
  if (outcome.accepted) return undefined;
  if (input.type !== 'text') return WAITING.includes(outcome.reason) ? input : undefined;
  const rest = input.text.slice(outcome.taken ?? 0);
  if (WAITING.includes(outcome.reason)) return { ...input, text: rest };
  // A character that cannot be typed is passed over.
  return outcome.reason === 'notEncodable'
    ? carryOut(session, { ...input, text: [...rest].slice(1).join('') })
    : undefined;
}

function carryOutString(session: TerminalSession, parts: readonly Input[]): Input | undefined {
  for (const [index, part] of parts.entries()) {
    if (session.keyboardLock?.startsWith('operatorError')) return undefined;
    const rest = carryOut(session, part);
    if (rest !== undefined) return { type: 'string', parts: [rest, ...parts.slice(index + 1)] };
  }
  return undefined;
}

function isNvt({ mode }: TerminalSession): boolean {
  return mode === 'nvt' || mode === 'tn3270eNvt';
}

function attempt(
  session: TerminalSession,
  input: Exclude<Input, { type: 'disconnect' | 'string' }>,
): InputOutcome {
  const { screen } = session;
  switch (input.type) {
    case 'text':
      return session.type(isNvt(session) ? (input.inNvt ?? input.text) : input.text);
    case 'key':
      return session.press(input.key);
    case 'move':
      return session.moveCursor(Math.min(input.row, screen.rows - 1) * screen.columns + input.column);
    case 'insertMode':
      return screen.insertMode === input.on ? { accepted: true } : session.press('insert');
  }
}
