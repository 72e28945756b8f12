import { checkInteger, type SnapshotObject } from '../bytes/index.js';
import type { ReplyMode, ScreenSize } from '../datastream/index.js';
import type { KeyboardLock } from './keyboard.js';
import { readBuffer, readModified } from './read.js';
import { runsOfRow, type StyledRun } from './runs.js';
import { type ShownText, shownText } from './shown.js';
import { saveScreen } from './snapshot.js';
import type { ScreenState } from './state.js';
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
import { ScreenWatch } from './watch.js';

/**
 * What can be seen of a screen: it is read here, and never changed. Everything that is handed out is a copy, but for `keyboard`,
 * which can only be read.
 */
export abstract class ScreenView {
  readonly #state: ScreenState;

  protected constructor(state: ScreenState) {
    this.#state = state;
  }

  get rows(): number {
    return this.#state.size.rows;
  }

  get columns(): number {
    return this.#state.size.columns;
  }

  /** Rows times columns. */
  get positionCount(): number {
    return this.rows * this.columns;
  }

  /** Position of the cursor, 0 at the top left. */
  get cursor(): number {
    return this.#state.cursor;
  }

  /** Whether there is a field attribute anywhere. */
  get formatted(): boolean {
    return !this.#state.planes.fields.isEmpty();
  }

  /** How much of the attributes the answers to reads report (DS-156 to DS-158). */
  get replyMode(): ReplyMode {
    return this.#state.replyMode;
  }

  /** The attention identifier that a host read answers with now (DS-136). */
  get aid(): number {
    return this.#state.aid;
  }

  /** Whether typing moves what stands behind the cursor instead of overwriting it. */
  get insertMode(): boolean {
    return this.#state.insertMode;
  }

  /** The size that Erase/Write selects; a copy. */
  get defaultSize(): ScreenSize {
    return { ...this.#state.defaultSize };
  }

  /** The size that Erase/Write Alternate selects; a copy. */
  get alternateSize(): ScreenSize {
    return { ...this.#state.alternateSize };
  }

  /** The lock of the keyboard. */
  abstract get keyboard(): KeyboardLock;

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

  /** Everything that it remembers, as plain values that JSON can hold. */
  snapshot(): SnapshotObject {
    return saveScreen(this.#state);
  }
}
