import { checkBytes, checkInteger, type SnapshotReader } from '../bytes/index.js';
import { isDoubleByte } from '../codepage/index.js';
import {
  AIDS,
  buildQueryReplies,
  describeTerminal,
  type ParseOutboundOptions,
  type ScreenSize,
  type TerminalDescription,
} from '../datastream/index.js';
import type { Fault } from '../machine/index.js';
import { WriteApplier } from './apply.js';
import { moveCursorTo } from './attention.js';
import type { KeyOutcome, PresentationSpaceOptions, TypeOutcome } from './contract.js';
import { checkSize, DEFAULT_SIZE } from './geometry.js';
import { type Keyboard, type KeyboardLock, KeyboardReader } from './keyboard.js';
import type { Key } from './keys.data.js';
import { NvtSurface } from './nvt-surface.js';
import { ownDescription } from './own-description.js';
import { pressKey } from './press-key.js';
import { type OutboundResult, RecordApplier } from './record.js';
import { ScreenView } from './screen-view.js';
import { loadScreen } from './snapshot.js';
import { readSscpLu, writeSscpLu } from './sscp-lu.js';
import { ScreenState } from './state.js';
import { typeText } from './type-text.js';
import type { ScreenViolationCode } from './violations.data.js';

const NO_OPTIONS: ParseOutboundOptions = {};

/**
 * The screen and keyboard of a 3270 display: applies what the host writes, answers its reads, and takes what an
 * operator types.
 *
 * What it hands out is a copy, but for `keyboard` and `nvt`, which are for the layer that has the screen; for others there is
 * {@link PresentationSpace.view}. Nothing that the host sends makes it throw.
 *
 * @example
 * const screen = new PresentationSpace({ codePage: cp037 });
 * screen.applyRecord(fromHex('f5 c3 11 40 40 1d 60 e4 e2 c5 d9 7a 1d 40 13'));
 * screen.type('IBMUSER');
 * const outcome = screen.press('enter'); // outcome.inbound: 7d 40 4e 11 40 c7 c9 c2 d4 e4 e2 c5 d9
 */
export class PresentationSpace extends ScreenView {
  readonly #state: ScreenState;
  readonly #given: PresentationSpaceOptions['description'];
  readonly #parsing: ParseOutboundOptions | undefined;
  /** As it was made; a BIND changes the state's. */
  readonly #defaultSize: ScreenSize;
  readonly #alternateSize: ScreenSize;
  #records: RecordApplier | undefined;
  #nvt: NvtSurface | undefined;
  #view: ScreenView | undefined;

  /**
   * @throws {@link UsageError} when a size is out of range (1 to 16384 positions), or something of `description`.
   */
  constructor(options: PresentationSpaceOptions) {
    const { codePage, colour = true, numericLock = false, blankFill = 'none' } = options;
    const { fieldValidation = false } = options;
    const defaultSize = checkSize('defaultSize', options.defaultSize ?? DEFAULT_SIZE);
    const alternateSize = checkSize('alternateSize', options.alternateSize ?? defaultSize);
    const state = new ScreenState({
      codePage,
      colour,
      numericLock,
      blankFill,
      fieldValidation,
      defaultSize,
      alternateSize,
    });
    super(state);
    this.#state = state;
    const given = options.description;
    const says = given !== undefined && saysMore(given, options.alternateSize);
    this.#given = says ? ownDescription(given) : undefined;
    this.#parsing = options.parsing === undefined ? undefined : { ...options.parsing };
    this.#defaultSize = defaultSize;
    this.#alternateSize = alternateSize;
    // Throws here rather than when the host asks.
    if (says) buildQueryReplies(describeTerminal(this.#describe()));
  }

  #describe(): TerminalDescription {
    const { codePage, colour, fieldValidation } = this.#state;
    return {
      ...this.#given,
      defaultSize: this.#defaultSize,
      alternateSize: this.#alternateSize,
      color: colour,
      cgcsgid: codePage.cgcsgid,
      fieldValidation,
      ...(isDoubleByte(codePage) ? { doubleByteCgcsgid: codePage.doubleByte.cgcsgid } : {}),
    };
  }

  /** What carries out records; made with the first one. */
  #makeRecords(): RecordApplier {
    const writes = new WriteApplier(this.#state);
    const records = new RecordApplier(this.#state, writes, this.#describe(), this.#parsing ?? NO_OPTIONS);
    this.#records = records;
    return records;
  }

  /** The lock of the keyboard itself: whoever has the screen sets and clears the reasons that he knows of. */
  override get keyboard(): Keyboard {
    return this.#state.keyboard;
  }

  /** The same screen, to be handed out: it can be read, and there is nothing on it that changes the screen. */
  get view(): ScreenView {
    this.#view ??= new ReadOnlyScreen(this.#state);
    return this.#view;
  }

  /** The same screen as a network virtual terminal writes on it; for the layer that interprets NVT text. */
  get nvt(): NvtSurface {
    this.#nvt ??= new NvtSurface(this.#state);
    return this.#nvt;
  }

  /**
   * Applies an outbound 3270 record, as it comes out of telnet: without TN3270E header, 255 not doubled.
   *
   * @param start - index of the command
   * @param end - behind the last byte
   * @returns What became of it, and the record to send back if the host asked for one. The bytes given are not kept.
   * @throws {@link UsageError} `argument-invalid` when `start` and `end` are no range of the record.
   */
  applyRecord(record: Uint8Array, start = 0, end: number = record.length): OutboundResult {
    checkBytes('record', record);
    checkInteger('start', start, 0, record.length);
    checkInteger('end', end, start, record.length);
    return (this.#records ?? this.#makeRecords()).apply(record, start, end);
  }

  /** The KEYBOARD-RESTORE flag of TN3270E: as the bit of the write control character. */
  keyboardRestore(): void {
    this.#state.restoreKeyboard();
  }

  /**
   * Takes the sizes of a BIND, and erases to the default one.
   * @throws {@link UsageError} when a size is out of range: 1 to 16384 positions.
   */
  setSizes(defaultSize: ScreenSize, alternateSize: ScreenSize): void {
    const checked = checkSize('defaultSize', defaultSize);
    this.#state.alternateSize = checkSize('alternateSize', alternateSize);
    this.#state.defaultSize = checked;
    this.#state.erase(checked);
  }

  /**
   * Forgets everything that a host has written or set: fields, reply mode, AID, insert mode. For a change of mode or
   * of session; the reasons of the keyboard's lock are the session's and stay.
   * @param size - to which size it is erased
   */
  reset(size: 'default' | 'alternate' = 'default'): void {
    const state = this.#state;
    state.erase(size === 'default' ? state.defaultSize : state.alternateSize);
    state.replyMode = 'field';
    state.replyAttributes = 0;
    state.aid = AIDS.none;
    state.insertMode = false;
  }

  /**
   * Writes text of the SSCP-LU session at the cursor and unlocks the keyboard (TNE-070).
   * @returns At most one fault: the first order or control that does not belong there.
   */
  applySscpLu(data: Uint8Array): Fault<ScreenViolationCode>[] {
    checkBytes('data', data);
    return writeSscpLu(this.#state, data);
  }

  /** What ENTER sends in the SSCP-LU session: the text behind the host's, at most 255 bytes (TNE-071); the cursor goes on. */
  readSscpLu(): Uint8Array {
    return readSscpLu(this.#state);
  }

  /** What CLEAR does in the SSCP-LU session: all is null, in the size in use, and nothing is sent. */
  clearSscpLu(): void {
    this.#state.erase(this.#state.planes);
  }

  /**
   * Presses a key.
   *
   * A key that sends an attention identifier locks the keyboard until the host restores it (DS-135). The cursor
   * keys but `newline`, `backspace` and those for words, and `eraseEof`, `eraseInput`, `deleteWord` and `deleteField`, end an
   * operator error first, as in x3270; otherwise only `reset` is taken while the keyboard is locked.
   * @throws {@link UsageError} `argument-invalid` when there is no such key.
   */
  press(key: Key): KeyOutcome {
    return pressKey(this.#state, key);
  }

  /**
   * Types text at the cursor, character by character, as the keys of a keyboard would.
   * Characters that the code page lacks are taken from the Graphic Escape set where that has them.
   * @returns How far it came; `accepted` when all of it was taken.
   */
  type(text: string): TypeOutcome {
    return typeText(this.#state, text);
  }

  /**
   * Puts the cursor somewhere, as a click does. Unlike the keys that move it, it does not end an operator error.
   * @param position - 0..positionCount-1
   * @throws {@link UsageError} `argument-invalid` when the position is not on the screen.
   */
  moveCursor(position: number): KeyOutcome {
    checkInteger('position', position, 0, this.positionCount - 1);
    const { reason } = this.#state.keyboard;
    if (reason !== undefined) return { accepted: false, reason };
    return moveCursorTo(this.#state, position);
  }

  /**
   * Takes over what {@link PresentationSpace.snapshot} gave.
   * @throws {@link UsageError} `snapshot-invalid` or `argument-invalid` when something is missing or out of range.
   */
  restore(snapshot: SnapshotReader): void {
    loadScreen(this.#state, snapshot);
  }
}

/** A screen to be read: whoever has it cannot reach what changes it. */
class ReadOnlyScreen extends ScreenView {
  readonly keyboard: KeyboardLock;

  constructor(state: ScreenState) {
    super(state);
    this.keyboard = new KeyboardReader(state.keyboard);
  }
}

/** Whether a description has something that is not the default anyway. */
function saysMore(
  description: NonNullable<PresentationSpaceOptions['description']>,
  checkedSize: ScreenSize | undefined,
): boolean {
  for (const name of Object.keys(description) as (keyof typeof description)[]) {
    const value = description[name];
    const byDefault = name === 'maximumSize' ? checkedSize : name === 'transferLimit' ? null : undefined;
    if (value !== undefined && value !== byDefault) return true;
  }
  return false;
}
