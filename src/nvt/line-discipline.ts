import { asciiBytes, type SnapshotObject, type SnapshotReader, UsageError } from '../bytes/index.js';
import { CURSOR_KEY_FINALS, ERASE_KEYS, KEY_TEXTS } from './keys.data.js';

/** Where typed text is shown, and what the host made of the keys; an {@link NvtDisplay} is one. */
export interface NvtEcho {
  readonly applicationCursorKeys: boolean;
  /** Shows text that was typed. */
  echo(characters: Uint8Array): void;
  /** Goes to the next line. */
  echoNewLine(): void;
  /** Takes back the last character shown. */
  echoRubOut(): void;
}

/** What BackSpace and Erase send in character mode: BS or DEL. */
export type NvtErase = 'backspace' | 'delete';

/** What became of typed text. */
export interface NvtTyped {
  /** To send now, before 255 is doubled; empty while a line is being edited. */
  readonly send: Uint8Array;
  /** UTF-16 units of the text that were taken: fewer than it has where the line is full. */
  readonly taken: number;
}

/** A line has at most this many characters, as in x3270; a peer cannot make it grow. */
const MAXIMUM_LINE = 16384;

const CARRIAGE_RETURN = '\r';
const LINE_FEED = '\n';
const BACKSPACE = '\b';
const DELETE = '\x7f';
const KILL_LINE = '\x15';
const ERASE_WORD = '\x17';

const EMPTY: Uint8Array = /* @__PURE__ */ new Uint8Array(0);

/**
 * What an operator types at a network virtual terminal. In line mode the line is edited and shown here and sent whole; in
 * character mode (the host echoes) each character goes out at once. RFC 854 "The NVT Printer and Keyboard", TEL-063, TNE-068.
 */
export class NvtInput {
  /** The host echoes, so nothing is edited or shown here (TEL-069). */
  characterMode = false;
  /** Lines are sent whole even where characters could go one by one: NVT-DATA inside TN3270E (TNE-068). */
  wholeLines = false;
  /** What we send is binary, so a carriage return stands without NUL (TEL-063). */
  binary = false;
  /** Typed lines are shown; a host switches it off around a password (TEL-069). */
  localEcho = true;
  /** Where they are shown. */
  display: NvtEcho | undefined;
  readonly #erase: string;
  #line = '';

  /** @param erase - what BackSpace and Erase send in character mode; BS unless stated, as x3270 */
  constructor(erase: NvtErase = 'backspace') {
    this.#erase = erase === 'delete' ? DELETE : BACKSPACE;
  }

  /** The line typed so far and not sent. */
  get line(): string {
    return this.#line;
  }

  /**
   * Types text. In line mode CR, LF and CR LF end a line; BS and DEL take back a character, ^W a word, ^U all; other
   * controls are shown as `^X`.
   * @throws {@link UsageError} `not-encodable` for a character above U+00FF.
   */
  type(text: string): NvtTyped {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code > 0xff) {
        throw new UsageError(
          'not-encodable',
          `an NVT takes characters up to U+00FF, not U+${code.toString(16)} (index ${i})`,
        );
      }
    }
    return this.#sendsCharacters ? { send: this.#characters(text), taken: text.length } : this.#edit(text);
  }

  /**
   * Presses a key.
   * @returns What became of the text that it stands for; undefined when it has no function here.
   */
  press(key: string): NvtTyped | undefined {
    if (key === 'reset') return { send: EMPTY, taken: 0 };
    const text = this.#keyText(key);
    return text === undefined ? undefined : this.type(text);
  }

  /** The host echoes from now on, or does so no more. @returns A line that was begun, to be sent now. */
  switchCharacterMode(on: boolean): Uint8Array {
    this.characterMode = on;
    if (!this.#sendsCharacters) return EMPTY;
    const begun = asciiBytes(this.#line);
    this.#line = '';
    return begun;
  }

  /** What lasts, as plain values. */
  snapshot(): SnapshotObject {
    const { characterMode, wholeLines, binary, localEcho } = this;
    return { characterMode, wholeLines, binary, localEcho, line: this.#line };
  }

  /** Takes over what {@link NvtInput.snapshot} gave. @throws {@link UsageError} `snapshot-invalid` */
  restore(snapshot: SnapshotReader): void {
    this.characterMode = snapshot.boolean('characterMode');
    this.wholeLines = snapshot.boolean('wholeLines');
    this.binary = snapshot.boolean('binary');
    this.localEcho = snapshot.boolean('localEcho');
    this.#line = snapshot.string('line', MAXIMUM_LINE);
  }

  /** Forgets the line, as after a change of mode. */
  forgetLine(): void {
    this.#line = '';
  }

  /** As it starts, for a new connection. */
  reset(): void {
    this.#line = '';
    this.characterMode = false;
    this.wholeLines = false;
    this.binary = false;
    this.localEcho = true;
    this.display = undefined;
  }

  get #sendsCharacters(): boolean {
    return this.characterMode && !this.wholeLines;
  }

  get #echo(): NvtEcho | undefined {
    return this.localEcho && !this.characterMode ? this.display : undefined;
  }

  #keyText(key: string): string | undefined {
    if (ERASE_KEYS.includes(key)) return this.#erase;
    if (Object.hasOwn(CURSOR_KEY_FINALS, key)) {
      return `\x1b${this.display?.applicationCursorKeys === true ? 'O' : '['}${CURSOR_KEY_FINALS[key]}`;
    }
    return Object.hasOwn(KEY_TEXTS, key) ? KEY_TEXTS[key] : undefined;
  }

  /** A bare carriage return is CR NUL (RFC 854). */
  #characters(text: string): Uint8Array {
    return asciiBytes(this.binary ? text : text.replaceAll(/\r(?!\n)/g, '\r\0'));
  }

  #edit(text: string): NvtTyped {
    let lines = '';
    let taken = 0;
    for (; taken < text.length; taken++) {
      const character = text.charAt(taken);
      if (character === CARRIAGE_RETURN && text.charAt(taken + 1) === LINE_FEED) continue;
      if (character === CARRIAGE_RETURN || character === LINE_FEED) lines += this.#takeLine();
      else if (character === BACKSPACE || character === DELETE) this.#rubOut(1);
      else if (character === ERASE_WORD) this.#rubOut(this.#line.length - startOfLastWord(this.#line));
      else if (character === KILL_LINE) this.#rubOut(this.#line.length);
      else if (this.#line.length < MAXIMUM_LINE) {
        this.#line += character;
        this.#echo?.echo(shownAs(character));
      } else break;
    }
    return { send: asciiBytes(lines), taken };
  }

  #takeLine(): string {
    const line = `${this.#line}\r\n`;
    this.#line = '';
    this.#echo?.echoNewLine();
    return line;
  }

  #rubOut(count: number): void {
    const rest = Math.max(0, this.#line.length - count);
    const echo = this.#echo;
    for (let i = this.#line.length - 1; echo !== undefined && i >= rest; i--) {
      for (let width = shownAs(this.#line.charAt(i)).length; width > 0; width--) echo.echoRubOut();
    }
    this.#line = this.#line.slice(0, rest);
  }
}

/** How a character of a line is shown: a control as `^` and a letter, DEL as `^?`, one of the C1 range as `?`. */
function shownAs(character: string): Uint8Array {
  const code = character.charCodeAt(0);
  if (code < 0x20) return Uint8Array.of(0x5e, code + 0x40);
  if (code >= 0x7f && code < 0xa0) return Uint8Array.of(0x3f);
  return Uint8Array.of(code);
}

/** Index of the last word of a line, with the blanks behind it. */
function startOfLastWord(line: string): number {
  let at = line.length;
  while (at > 0 && isBlank(line.charAt(at - 1))) at--;
  while (at > 0 && !isBlank(line.charAt(at - 1))) at--;
  return at;
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\t';
}
