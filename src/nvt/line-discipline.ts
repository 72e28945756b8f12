import { asciiBytes, type SnapshotObject, type SnapshotReader, UsageError } from '../bytes/index.js';

/** Keys that mean something to an NVT; all others have no function there. */
export type NvtKey =
  | 'enter'
  | 'tab'
  | 'newline'
  | 'backspace'
  | 'erase'
  | 'left'
  | 'deleteWord'
  | 'deleteField'
  | 'reset'
  | 'clear';

/**
 * What an operator types at a network virtual terminal. In line mode the line is edited here and sent whole; in character
 * mode (the host echoes) each character goes out at once. RFC 854 "The NVT Printer and Keyboard", TEL-063, TNE-068.
 */
export class NvtInput {
  /** The host echoes, so nothing is edited here (TEL-069). */
  characterMode = false;
  /** Lines are sent whole even where characters could go one by one: NVT-DATA inside TN3270E (TNE-068). */
  wholeLines = false;
  #line = '';

  /** The line typed so far and not sent. */
  get line(): string {
    return this.#line;
  }

  /**
   * Types text.
   * @returns Bytes to send now, before 255 is doubled; undefined while a line is being edited.
   * @throws {@link UsageError} `not-encodable` for a character above U+00FF.
   */
  type(text: string): Uint8Array | undefined {
    for (let i = 0; i < text.length; i++) {
      if (text.charCodeAt(i) > 0xff) {
        throw new UsageError(
          'not-encodable',
          `an NVT takes characters up to U+00FF, not U+${text.charCodeAt(i).toString(16)}`,
        );
      }
    }
    if (this.#sendsCharacters) return asciiBytes(text);
    this.#line += text;
    return undefined;
  }

  /**
   * Presses a key.
   * @returns Bytes to send now; an empty array when the key was taken and sends nothing; undefined when it has no function.
   */
  press(key: string): Uint8Array | undefined {
    if (this.#sendsCharacters) return CHARACTER_KEYS.get(key)?.slice();
    switch (key) {
      case 'enter':
      case 'newline':
        return this.#takeLine();
      case 'tab':
        this.#line += '\t';
        return EMPTY;
      case 'backspace':
      case 'erase':
      case 'left':
        this.#line = this.#line.slice(0, -1);
        return EMPTY;
      case 'deleteWord':
        this.#line = this.#line.trimEnd().slice(0, this.#line.trimEnd().lastIndexOf(' ') + 1);
        return EMPTY;
      case 'deleteField':
        this.#line = '';
        return EMPTY;
      case 'reset':
        return EMPTY;
      default:
        return undefined;
    }
  }

  /** What lasts, as plain values. */
  snapshot(): SnapshotObject {
    return { characterMode: this.characterMode, wholeLines: this.wholeLines, line: this.#line };
  }

  /** Takes over what {@link NvtInput.snapshot} gave. @throws {@link UsageError} `snapshot-invalid` */
  restore(snapshot: SnapshotReader): void {
    this.characterMode = snapshot.boolean('characterMode');
    this.wholeLines = snapshot.boolean('wholeLines');
    this.#line = snapshot.string('line', 65536);
  }

  /** Forgets the line, as after a change of mode. */
  reset(): void {
    this.#line = '';
    this.characterMode = false;
    this.wholeLines = false;
  }

  get #sendsCharacters(): boolean {
    return this.characterMode && !this.wholeLines;
  }

  #takeLine(): Uint8Array {
    const bytes = asciiBytes(`${this.#line}\r\n`);
    this.#line = '';
    return bytes;
  }
}

const EMPTY: Uint8Array = /* @__PURE__ */ new Uint8Array(0);

/** A bare carriage return is CR NUL (RFC 854). */
const CHARACTER_KEYS: ReadonlyMap<string, Uint8Array> = /* @__PURE__ */ new Map([
  ['enter', Uint8Array.of(0x0d, 0x00)],
  ['newline', Uint8Array.of(0x0a)],
  ['tab', Uint8Array.of(0x09)],
  ['backspace', Uint8Array.of(0x08)],
  ['erase', Uint8Array.of(0x7f)],
  ['left', Uint8Array.of(0x08)],
  ['deleteWord', Uint8Array.of(0x17)],
  ['deleteField', Uint8Array.of(0x15)],
  ['reset', EMPTY],
]);
