import {
  checkBytes,
  checkInteger,
  type SnapshotObject,
  type SnapshotReader,
  UsageError,
} from '../bytes/index.js';
import { isDoubleByte } from '../codepage/index.js';
import {
  AIDS,
  describeTerminal,
  type ReplyMode,
  type ScreenSize,
  type TerminalDescription,
} from '../datastream/index.js';
import type { Fault } from '../machine/index.js';
import { WriteApplier } from './apply.js';
import { afterEntry, DONE, moveCursorTo, sendAttention } from './attention.js';
import type { KeyOutcome, PresentationSpaceOptions, TypeOutcome } from './contract.js';
import { CURSOR_MOVES } from './cursor.js';
import { EDITS, selectField } from './editing.js';
import { checkSize, DEFAULT_SIZE } from './geometry.js';
import type { Keyboard } from './keyboard.js';
import {
  type AttentionKey,
  attentionOf,
  type CursorKey,
  type EditKey,
  KEYS,
  KEYS_THAT_END_ERRORS,
  type Key,
} from './keys.data.js';
import { NvtSurface } from './nvt-surface.js';
import { readBuffer, readModified } from './read.js';
import { type OutboundResult, RecordApplier } from './record.js';
import { runsOfRow, type StyledRun } from './runs.js';
import { type ShownText, shownText } from './shown.js';
import { loadScreen, saveScreen } from './snapshot.js';
import { readSscpLu, writeSscpLu } from './sscp-lu.js';
import { ScreenState } from './state.js';
import {
  type AttributeEntry,
  characterPlane,
  type Field,
  listAttributes,
  listFields,
  type ResolvedCell,
  resolveCell,
  rowsOfText,
} from './text.js';
import { typeText } from './type-text.js';
import type { ScreenViolationCode } from './violations.data.js';
import { ScreenWatch } from './watch.js';

/**
 * The screen and keyboard of a 3270 display: applies what the host writes, answers its reads, and takes what an
 * operator types.
 *
 * Everything that it hands out is a copy; nothing that the host sends makes it throw.
 *
 * @example
 * const screen = new PresentationSpace({ codePage: cp037 });
 * screen.applyRecord(fromHex('f5 c3 11 40 40 1d 60 e4 e2 c5 d9 7a 1d 40 13'));
 * screen.type('IBMUSER');
 * const outcome = screen.press('enter'); // outcome.inbound: 7d 40 4e 11 40 c7 c9 c2 d4 e4 e2 c5 d9
 */
export class PresentationSpace {
  readonly #state: ScreenState;
  readonly #writes: WriteApplier;
  readonly #records: RecordApplier;
  #nvt: NvtSurface | undefined;

  /**
   * @throws {@link UsageError} when a size is out of range (1 to 16384 positions), or something of `description`.
   */
  constructor(options: PresentationSpaceOptions) {
    const { codePage, colour = true, numericLock = false, blankFill = 'none' } = options;
    const { fieldValidation = false } = options;
    const defaultSize = checkSize('defaultSize', options.defaultSize ?? DEFAULT_SIZE);
    const alternateSize = checkSize('alternateSize', options.alternateSize ?? defaultSize);
    const description: TerminalDescription = {
      ...options.description,
      defaultSize,
      alternateSize,
      color: colour,
      cgcsgid: codePage.cgcsgid,
      fieldValidation,
      ...(isDoubleByte(codePage) ? { doubleByteCgcsgid: codePage.doubleByte.cgcsgid } : {}),
    };
    describeTerminal(description); // throws here rather than when the host asks
    this.#state = new ScreenState({
      codePage,
      colour,
      numericLock,
      blankFill,
      fieldValidation,
      defaultSize,
      alternateSize,
    });
    this.#writes = new WriteApplier(this.#state);
    this.#records = new RecordApplier(this.#state, this.#writes, description, options.parsing ?? {});
  }

  get rows(): number {
    return this.#state.planes.rows;
  }

  get columns(): number {
    return this.#state.planes.columns;
  }

  /** Rows times columns. */
  get positionCount(): number {
    return this.#state.planes.positionCount;
  }

  /** Position of the cursor, 0 at the top left. */
  get cursor(): number {
    return this.#state.cursor;
  }

  /** Whether there is a field attribute anywhere. */
  get formatted(): boolean {
    return !this.#state.planes.fields.isEmpty();
  }

  get replyMode(): ReplyMode {
    return this.#state.replyMode;
  }

  /** The attention identifier that a host read answers with now (DS-136). */
  get aid(): number {
    return this.#state.aid;
  }

  get insertMode(): boolean {
    return this.#state.insertMode;
  }

  get defaultSize(): ScreenSize {
    return { ...this.#state.defaultSize };
  }

  get alternateSize(): ScreenSize {
    return { ...this.#state.alternateSize };
  }

  /** The lock of the keyboard; a session sets and clears the reasons that it knows of. */
  get keyboard(): Keyboard {
    return this.#state.keyboard;
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
    return this.#records.apply(record, start, end);
  }

  /** The KEYBOARD-RESTORE flag of TN3270E: as the bit of the write control character. */
  keyboardRestore(): void {
    this.#writes.restore();
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
    state.sscpLuStart = 0;
  }

  /** The answer to a Read Modified now (DS-139). */
  readModified(): Uint8Array {
    return readModified(this.#state, this.#state.aid, false);
  }

  /** The answer to a Read Modified All now (DS-143). */
  readModifiedAll(): Uint8Array {
    return readModified(this.#state, this.#state.aid, true);
  }

  /** The answer to a Read Buffer now (DS-144). */
  readBuffer(): Uint8Array {
    return readBuffer(this.#state, this.#state.aid);
  }

  /**
   * Writes text of the SSCP-LU session at the cursor and unlocks the keyboard (TNE-070).
   * @returns At most one fault: the first order or control that does not belong there.
   */
  applySscpLu(data: Uint8Array): Fault<ScreenViolationCode>[] {
    checkBytes('data', data);
    return writeSscpLu(this.#state, data);
  }

  /** What ENTER sends in the SSCP-LU session: the text behind the host's, at most 255 bytes (TNE-071). */
  readSscpLu(): Uint8Array {
    return readSscpLu(this.#state);
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
    const state = this.#state;
    const { keyboard } = state;
    const kind = KEYS.get(key);
    if (kind === undefined) {
      throw new UsageError('argument-invalid', `key must be the name of a key, not '${String(key)}'`);
    }
    if (kind === 'reset') {
      state.insertMode = false;
      keyboard.apply('resetKey');
      return DONE;
    }
    if (keyboard.isOnlyInError && KEYS_THAT_END_ERRORS.includes(key)) keyboard.apply('cursorKey');
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
   * The screen as text: one string a row, one character a position, never a control (SEC-124). Field attributes, nulls
   * and hidden fields are blank. A double-byte character takes two positions, SO and SI one each, as blanks.
   */
  text(): string[];
  /**
   * One row as text.
   * @param row - from 0
   * @throws {@link UsageError} `argument-invalid` when there is no such row.
   */
  text(row: number): string;
  text(row?: number): string | string[] {
    if (row === undefined) return rowsOfText(this.#state, 0, this.rows - 1);
    checkInteger('row', row, 0, this.rows - 1);
    return rowsOfText(this.#state, row, row)[0] as string;
  }

  /**
   * The whole screen, or a row, as one text, with the position of each of its characters: for searching where double-byte
   * characters take two positions. A pair that goes on in the next row is blank in a row, and whole in the screen.
   * @param row - from 0
   * @throws {@link UsageError} `argument-invalid` when there is no such row.
   */
  shown(row?: number): ShownText {
    const state = this.#state;
    if (row !== undefined) checkInteger('row', row, 0, this.rows - 1);
    const { doubleByte } = state;
    if (doubleByte === undefined) {
      return { text: row === undefined ? this.text().join('') : this.text(row), positions: undefined };
    }
    const start = row === undefined ? 0 : row * this.columns;
    return shownText(state, doubleByte, start, row === undefined ? this.positionCount : start + this.columns);
  }

  /**
   * A row as runs of positions that look alike, as a renderer draws them.
   * @param row - from 0
   * @throws {@link UsageError} `argument-invalid` when there is no such row.
   */
  runs(row: number): StyledRun[] {
    checkInteger('row', row, 0, this.rows - 1);
    return runsOfRow(this.#state, row);
  }

  /** Begins to tell what changes on the screen, for a renderer that repaints only that. */
  watch(): ScreenWatch {
    return new ScreenWatch(this.#state);
  }

  /** The fields in the order of their attributes; empty without any. */
  fields(): Field[] {
    return listFields(this.#state);
  }

  /** Everything that it remembers, as plain values that JSON can hold. */
  snapshot(): SnapshotObject {
    return saveScreen(this.#state);
  }

  /**
   * Takes over what {@link PresentationSpace.snapshot} gave.
   * @throws {@link UsageError} `snapshot-invalid` or `argument-invalid` when something is missing or out of range.
   */
  restore(snapshot: SnapshotReader): void {
    loadScreen(this.#state, snapshot);
  }

  /**
   * How a display shows a position: attributes of the character, else of its field, else of the field attribute
   * (DS-108, DS-109).
   * @throws {@link UsageError} `argument-invalid` when the position is not on the screen.
   */
  cell(position: number): ResolvedCell {
    checkInteger('position', position, 0, this.positionCount - 1);
    return resolveCell(this.#state, position);
  }

  /** EBCDIC codes of all positions, a copy; 01, which no character has, where a field attribute stands. */
  characterPlane(): Uint8Array {
    return characterPlane(this.#state);
  }

  /** Position, attribute (bits 3D) and extended attributes of every field, in order; a copy. */
  attributesAt(): AttributeEntry[] {
    return listAttributes(this.#state);
  }
}
