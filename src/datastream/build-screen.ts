import { checkInteger, UsageError } from '../bytes/index.js';
import { type CodePage, encodeInto, notEncodable } from '../codepage/index.js';
import { encodeAddress, graphicByte } from './address.js';
import {
  ATTRIBUTE_TYPES,
  COLORS,
  FIELD_ATTRIBUTE,
  FIELD_DISPLAY,
  HIGHLIGHTING,
  VALIDATION,
} from './attributes.data.js';
import { positionsOf, type ScreenSize } from './build-write.js';
import { COMMANDS } from './commands.data.js';
import { ORDERS } from './orders.data.js';
import { buildWriteControlCharacter, type WriteControlCharacter } from './write-control-character.js';
import type { WriteCommand } from './write-handler.js';

/** A place on a screen, counted from 1. */
export interface ScreenPosition {
  readonly row: number;
  readonly column: number;
}

/** A field of a screen. Row and column are those of its first character; its attribute takes the position before. */
export interface ScreenField extends ScreenPosition {
  /** What stands in the field at first, at most as long as the field. Default nothing. */
  readonly text?: string;
  /**
   * Positions of the field: it is closed behind them, unless the next field starts there. Without it the field runs up to
   * the next one.
   */
  readonly length?: number;
  /** Default false: the operator types into the field. */
  readonly protected?: boolean;
  /** Digits only; with `protected`: the cursor skips the field. */
  readonly numeric?: boolean;
  readonly intensified?: boolean;
  /** Not shown, as for passwords; wins over `intensified`. */
  readonly hidden?: boolean;
  /** The field is sent back even if the operator leaves it alone. */
  readonly modified?: boolean;
  readonly color?: keyof typeof COLORS;
  readonly background?: keyof typeof COLORS;
  readonly highlighting?: keyof typeof HIGHLIGHTING;
  /** What the terminal holds input against; ask it by a query whether it does: most ignore it (DS-100, SF-101). */
  readonly validation?: readonly (keyof typeof VALIDATION)[];
}

/** A screen as the author of a host application sees it. */
export interface ScreenDescription extends ScreenSize {
  /** In any order; no two may overlap. */
  readonly fields: readonly ScreenField[];
  /** Default: where the write leaves it. */
  readonly cursor?: ScreenPosition;
  /** Default `eraseWrite`. With `write` the positions that no field names keep what they hold. */
  readonly command?: WriteCommand;
  /** Default: the keyboard is restored and modified data tags are reset. */
  readonly writeControlCharacter?: Partial<WriteControlCharacter>;
}

/** Closes an input field: protected, and skipped by the cursor. */
const CLOSING_ATTRIBUTE = /* @__PURE__ */ graphicByte(FIELD_ATTRIBUTE.protected | FIELD_ATTRIBUTE.numeric);

/** Most bytes of a field without its text. */
const FIELD_OVERHEAD =
  3 /* SBA */ + 2 /* SFE, count */ + 10 /* five pairs */ + 4 /* RA or SBA */ + 2 /* closing SF */ + 1;

const FIXED_OVERHEAD = 2 /* command, WCC */ + 4; /* SBA, IC */

/**
 * Builds the record that shows a screen.
 *
 * @param codePage - of the terminal
 * @param alternateSet - for characters that the code page lacks, sent as graphic escapes ({@link cp310} has lines and boxes)
 * @throws {@link UsageError} `argument-invalid` when a position is not on the screen, fields overlap or a text is longer than
 * its field; `not-encodable` when neither set has a character.
 * @example
 * buildScreen(
 *   {
 *     rows: 24,
 *     columns: 80,
 *     fields: [
 *       { row: 1, column: 2, text: 'Userid', protected: true },
 *       { row: 1, column: 10, length: 8 },
 *     ],
 *     cursor: { row: 1, column: 10 },
 *   },
 *   cp037,
 * );
 */
export function buildScreen(
  screen: ScreenDescription,
  codePage: CodePage,
  alternateSet?: CodePage,
): Uint8Array {
  const { command = 'eraseWrite', cursor } = screen;
  const positionCount = positionsOf(screen);
  const fields = inOrder(screen);
  const writer = new ScreenWriter(capacityOf(fields, alternateSet), positionCount, codePage, alternateSet);
  writer.byte(COMMANDS[command].sna);
  writer.byte(buildWriteControlCharacter(screen.writeControlCharacter ?? RESTORE_AND_RESET));
  // A write starts at the cursor, wherever that is.
  if (command === 'write') writer.address = -1;
  const first = fields[0];
  if (first !== undefined) {
    const firstAttribute = attributeAt(first, screen);
    let attribute = firstAttribute;
    fields.forEach((field, index) => {
      const following = fields[index + 1];
      const next = following === undefined ? firstAttribute : attributeAt(following, screen);
      appendField(writer, field, attribute, next, command === 'write');
      attribute = next;
    });
  }
  if (cursor !== undefined) {
    writer.goTo(addressOf(cursor, screen));
    writer.byte(ORDERS.insertCursor);
  }
  return writer.take();
}

const RESTORE_AND_RESET: Partial<WriteControlCharacter> = { keyboardRestore: true, resetModified: true };

/** Writes into an array that is large enough, and knows the buffer address that the terminal has reached. */
class ScreenWriter {
  readonly bytes: Uint8Array;
  readonly positionCount: number;
  /** Where the terminal writes next; -1 where that is not known. */
  address = 0;
  length = 0;
  readonly #codePage: CodePage;
  readonly #alternateSet: CodePage | undefined;

  constructor(
    capacity: number,
    positionCount: number,
    codePage: CodePage,
    alternateSet: CodePage | undefined,
  ) {
    this.bytes = new Uint8Array(capacity);
    this.positionCount = positionCount;
    this.#codePage = codePage;
    this.#alternateSet = alternateSet;
  }

  byte(value: number): void {
    this.bytes[this.length++] = value;
  }

  encodedAddress(address: number): void {
    const encoded = encodeAddress(address, this.positionCount);
    this.byte(encoded >> 8);
    this.byte(encoded & 0xff);
  }

  goTo(address: number): void {
    if (address === this.address) return;
    this.byte(ORDERS.setBufferAddress);
    this.encodedAddress(address);
    this.address = address;
  }

  /** Counts positions that were written. */
  advance(count: number): void {
    this.address = (this.address + count) % this.positionCount;
  }

  text(text: string): void {
    const end = encodeInto(this.#codePage, text, this.bytes, this.length);
    if (end >= 0) this.length = end;
    else this.#textWithEscapes(text);
    this.advance(text.length);
  }

  #textWithEscapes(text: string): void {
    for (let i = 0; i < text.length; i++) {
      let code = this.#codePage.encode(text.charCodeAt(i));
      if (code < 0) {
        code = this.#alternateSet?.encode(text.charCodeAt(i)) ?? -1;
        if (code < 0) throw notEncodable(this.#codePage, text, i);
        this.byte(ORDERS.graphicEscape);
      }
      this.byte(code);
    }
  }

  take(): Uint8Array {
    return this.length === this.bytes.length ? this.bytes : this.bytes.slice(0, this.length);
  }
}

function appendField(
  writer: ScreenWriter,
  field: ScreenField,
  attributeAddress: number,
  next: number,
  overwrites: boolean,
): void {
  const { positionCount } = writer;
  const { text = '', length } = field;
  // Up to the next attribute, round the end of the screen, which is this one where there is no other.
  const distance = (next - attributeAddress + positionCount) % positionCount;
  const room = (distance === 0 ? positionCount : distance) - 1;
  if (length !== undefined) checkInteger('length of a field', length, 1, positionCount - 1);
  const size = length ?? room;
  if (size > room || text.length > size) throw doesNotFit(field, Math.min(size, room));
  writer.goTo(attributeAddress);
  appendAttribute(writer, field);
  writer.text(text);
  if (length === undefined) return;
  const end = (attributeAddress + 1 + length) % positionCount;
  if (overwrites && text.length < length) {
    writer.byte(ORDERS.repeatToAddress);
    writer.encodedAddress(end);
    writer.byte(0);
    writer.address = end;
  }
  if (length === room) return;
  writer.goTo(end);
  writer.byte(ORDERS.startField);
  writer.byte(CLOSING_ATTRIBUTE);
  writer.advance(1);
}

function appendAttribute(writer: ScreenWriter, field: ScreenField): void {
  const display = field.hidden ? FIELD_DISPLAY.hidden : field.intensified ? FIELD_DISPLAY.intensified : 0;
  const attribute = graphicByte(
    (field.protected ? FIELD_ATTRIBUTE.protected : 0) |
      (field.numeric ? FIELD_ATTRIBUTE.numeric : 0) |
      display |
      (field.modified ? FIELD_ATTRIBUTE.modified : 0),
  );
  writer.advance(1);
  const { highlighting, color, background, validation = [] } = field;
  const isPlain = highlighting === undefined && color === undefined && background === undefined;
  if (isPlain && validation.length === 0) {
    writer.byte(ORDERS.startField);
    writer.byte(attribute);
    return;
  }
  writer.byte(ORDERS.startFieldExtended);
  const count = writer.length;
  writer.byte(0);
  appendPair(writer, ATTRIBUTE_TYPES.fieldAttribute, attribute);
  if (highlighting !== undefined) {
    appendPair(writer, ATTRIBUTE_TYPES.highlighting, HIGHLIGHTING[highlighting] ?? unknown('highlighting'));
  }
  if (color !== undefined) appendPair(writer, ATTRIBUTE_TYPES.foreground, COLORS[color] ?? unknown('color'));
  if (background !== undefined) {
    appendPair(writer, ATTRIBUTE_TYPES.background, COLORS[background] ?? unknown('background'));
  }
  if (validation.length > 0) {
    const bits = validation.reduce((sum, kind) => sum | (VALIDATION[kind] ?? unknown('validation')), 0);
    appendPair(writer, ATTRIBUTE_TYPES.validation, bits);
  }
  writer.bytes[count] = (writer.length - count) >> 1;
}

function appendPair(writer: ScreenWriter, type: number, value: number): void {
  writer.byte(type);
  writer.byte(value);
}

function unknown(name: string): never {
  throw new UsageError('argument-invalid', `${name} of a field is not one of the known names`);
}

function doesNotFit(field: ScreenField, room: number): UsageError {
  const where = `field at row ${field.row}, column ${field.column}`;
  return new UsageError('argument-invalid', `${where} does not fit: there is room for ${room} characters`);
}

function capacityOf(fields: readonly ScreenField[], alternateSet: CodePage | undefined): number {
  let characters = 0;
  for (const field of fields) characters += field.text?.length ?? 0;
  // A graphic escape takes two bytes.
  return FIXED_OVERHEAD + fields.length * FIELD_OVERHEAD + characters * (alternateSet === undefined ? 1 : 2);
}

/** The fields by the address of their attributes; the given array where they are in that order already. */
function inOrder(screen: ScreenDescription): readonly ScreenField[] {
  const { fields } = screen;
  let last = -1;
  for (const field of fields) {
    const at = attributeAt(field, screen);
    if (at === last) throw doesNotFit(field, 0);
    if (at < last) return sorted(screen);
    last = at;
  }
  return fields;
}

function sorted(screen: ScreenDescription): readonly ScreenField[] {
  const byAddress = (a: ScreenField, b: ScreenField): number =>
    attributeAt(a, screen) - attributeAt(b, screen);
  const fields = [...screen.fields].sort(byAddress);
  fields.forEach((field, index) => {
    const before = fields[index - 1];
    if (before !== undefined && byAddress(before, field) === 0) throw doesNotFit(field, 0);
  });
  return fields;
}

function addressOf({ row, column }: ScreenPosition, size: ScreenSize): number {
  checkInteger('row', row, 1, size.rows);
  checkInteger('column', column, 1, size.columns);
  return (row - 1) * size.columns + (column - 1);
}

/** The position before the first character; that of the first position of the screen is the last one. */
function attributeAt(field: ScreenField, size: ScreenSize): number {
  const address = addressOf(field, size);
  return address === 0 ? size.rows * size.columns - 1 : address - 1;
}
