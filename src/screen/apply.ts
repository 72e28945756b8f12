import {
  type DoubleByteRules,
  FIELD_ATTRIBUTE,
  ORDERS,
  WRITE_CONTROL,
  type WriteCommand,
  type WriteHandler,
} from '../datastream/index.js';
import { type AttributeTable, attributeTables } from './attribute-tables.js';
import { asStarted, CELL } from './cells.js';
import { DoubleByteWriter } from './double-byte-write.js';
import { nullifyUnprotected, UnprotectedEraser } from './erase-unprotected.js';
import type { Planes } from './planes.js';
import type { ScreenState } from './state.js';

/** What stands before a Program Tab decides what it does (DS-065). */
const AFTER_ORDER = 0;
const AFTER_DATA = 1;
/** A Program Tab that cleared the rest of the buffer and went on at 0. */
const AFTER_CLEARING_TAB = 2;

/**
 * Carries out the orders of a write on a screen. It knows no wire format: the parser has read and checked each order
 * before it calls.
 */
export class WriteApplier implements WriteHandler {
  readonly #state: ScreenState;
  readonly #planes: Planes;
  readonly #ofCharacters: AttributeTable;
  readonly #ofFields: AttributeTable;
  readonly #pairs: DoubleByteWriter | undefined;
  readonly #eraser: UnprotectedEraser;
  #address = 0;
  /** Character attributes in force, as bits of a cell (DS-072, DS-073). */
  #attributes = 0;
  #writeControl = 0;
  /** Address of the last Insert Cursor, or -1 (DS-066). */
  #insertedCursor = -1;
  #before: typeof AFTER_ORDER | typeof AFTER_DATA | typeof AFTER_CLEARING_TAB = AFTER_ORDER;

  /** What the record did so far; the facade clears them before it and reads them behind it. */
  alarm = false;
  restored = false;
  startPrinter = false;
  erased = false;
  resized = false;

  constructor(state: ScreenState) {
    this.#state = state;
    this.#planes = state.planes;
    const text = state.doubleByte;
    this.#eraser = new UnprotectedEraser(state.planes, text?.lookLeft);
    if (text !== undefined) this.#pairs = new DoubleByteWriter(state.planes, text, this);
    const { characters, fields } = attributeTables(state.colour, text !== undefined);
    this.#ofCharacters = characters;
    this.#ofFields = fields;
  }

  get positionCount(): number {
    return this.#planes.positionCount;
  }

  get address(): number {
    return this.#address;
  }

  set address(address: number) {
    this.#address = address;
  }

  get attributes(): number {
    return this.#attributes;
  }

  get doubleByte(): DoubleByteRules | undefined {
    return this.#pairs;
  }

  /** Forgets what an earlier record did. */
  beginRecord(): void {
    this.alarm = false;
    this.restored = false;
    this.startPrinter = false;
    this.erased = false;
    this.resized = false;
  }

  /** Erases to the default or the alternate size, as EW, EWA and Erase/Reset do (DS-016, DS-017). */
  erase(alternate: boolean): void {
    const state = this.#state;
    state.keyboard.apply('writeBegun');
    if (state.erase(alternate ? state.alternateSize : state.defaultSize)) this.resized = true;
    this.erased = true;
  }

  beginWrite(command: WriteCommand, writeControlCharacter: number): void {
    const state = this.#state;
    if (command === 'write') {
      state.keyboard.apply('writeBegun');
      state.primedField = -1;
      if ((writeControlCharacter & WRITE_CONTROL.resetModified) !== 0) this.#planes.resetModified(false);
    } else {
      this.erase(command === 'eraseWriteAlternate');
      if ((writeControlCharacter & WRITE_CONTROL.reset) !== 0) state.replyMode = 'field'; // DS-159
    }
    this.#address = state.cursor; // DS-015
    this.#attributes = 0;
    this.#writeControl = writeControlCharacter;
    this.#insertedCursor = -1;
    this.#before = AFTER_ORDER;
    this.#pairs?.begin();
    this.#eraser.begin();
  }

  endWrite(): void {
    const state = this.#state;
    const control = this.#writeControl;
    state.forgetVanishedTrigger();
    if (this.#insertedCursor >= 0) state.cursor = this.#insertedCursor;
    if ((control & WRITE_CONTROL.keyboardRestore) !== 0) this.restore();
    else state.keyboard.apply('writeEnded');
    if ((control & WRITE_CONTROL.soundAlarm) !== 0) this.alarm = true;
    if ((control & WRITE_CONTROL.startPrinter) !== 0) this.startPrinter = true;
    this.#pairs?.end();
  }

  restore(): void {
    this.#state.restoreKeyboard();
    this.restored = true;
  }

  /** Erase All Unprotected: nulls, MDT reset, keyboard restored, cursor behind the first unprotected attribute (DS-020). */
  eraseAllUnprotected(): void {
    const state = this.#state;
    const planes = this.#planes;
    if (planes.fields.isEmpty()) {
      state.erase(planes); // DS-021
      this.erased = true;
    } else {
      nullifyUnprotected(planes, 0, planes.positionCount, undefined);
      planes.resetModified(true);
      state.primedField = -1;
      const at = planes.fields.nextUnprotected(0);
      state.cursor = at === -1 ? 0 : planes.after(at);
    }
    state.doubleByte?.forget();
    this.restore();
  }

  /**
   * Text and the Set Attribute orders in it, up to the end of the buffer: coloured text is little else, so the tables and
   * what changes with every order are kept at hand here (half of the time of such a write).
   */
  characters(bytes: Uint8Array, start: number, limit: number): number {
    if (this.#pairs !== undefined) {
      this.#before = AFTER_DATA;
      return this.#pairs.characters(bytes, start, limit);
    }
    const planes = this.#planes;
    const { cells, positionCount } = planes;
    const { parts, kept, set } = this.#ofCharacters;
    const from = this.#address;
    let attributes = this.#attributes;
    let used = 0;
    let address = from;
    let at = start;
    let behindOrder = start;
    for (;;) {
      const room = positionCount - address;
      const stop = limit - at < room ? limit : at + room;
      const end = storeCharacters(cells, address, bytes, at, stop, attributes);
      address += end - at;
      at = end;
      used |= attributes;
      if (address === positionCount) break;
      if (at + 2 >= limit || bytes[at] !== ORDERS.setAttribute) break;
      const change = (parts[bytes[at + 1] as number] as number) | (bytes[at + 2] as number);
      attributes = (attributes & (kept[change] as number)) | (set[change] as number);
      at += 3;
      behindOrder = at;
    }
    planes.fields.clear(from, address);
    if (used !== 0) planes.decorated = true;
    this.#address = address === positionCount ? 0 : address; // DS-057
    this.#eraser.changed(from, this.#address);
    this.#attributes = attributes;
    this.#before = at > behindOrder ? AFTER_DATA : AFTER_ORDER;
    return at;
  }

  #store(cell: number): void {
    const planes = this.#planes;
    if (this.#attributes !== 0) planes.decorated = true;
    planes.setCharacter(this.#address, cell);
    this.#advance();
  }

  /** One position has been written. */
  #advance(): void {
    const from = this.#address;
    this.#address = this.#planes.after(from);
    this.#pairs?.changed(from, this.#address);
    this.#eraser.changed(from, this.#address);
  }

  /** Positions written past {@link WriteApplier.characters}, by pairs. */
  wrote(from: number, to: number): void {
    this.#eraser.wrote(from, to);
  }

  changed(from: number, to: number): void {
    this.#eraser.changed(from, to);
  }

  formatControl(code: number): void {
    this.#store(code | this.#attributes);
    this.#before = AFTER_ORDER;
  }

  graphicEscape(code: number): void {
    this.#store(code | this.#escaped());
    this.#before = AFTER_DATA;
  }

  /** The attributes in force for a character from the Graphic Escape set, which has no other character set. */
  #escaped(): number {
    return (this.#attributes & ~CELL.characterSet) | CELL.graphicEscape;
  }

  startField(attribute: number): void {
    this.#setField(attribute & FIELD_ATTRIBUTE.meaning);
  }

  startFieldExtended(bytes: Uint8Array, start: number, count: number): void {
    this.#setField(asStarted(this.#withPairs(0, bytes, start, count)));
  }

  #setField(cell: number): void {
    const planes = this.#planes;
    planes.setField(this.#address, cell);
    this.#advance();
    this.#before = AFTER_ORDER;
  }

  modifyField(bytes: Uint8Array, start: number, count: number): void {
    const planes = this.#planes;
    const cell = planes.cells[this.#address] as number;
    if ((cell & CELL.field) !== 0) {
      planes.setField(this.#address, this.#withPairs(cell, bytes, start, count));
      this.#advance();
    } // DS-070: else nothing changes and the address stays
    this.#before = AFTER_ORDER;
  }

  #withPairs(cell: number, bytes: Uint8Array, start: number, count: number): number {
    const table = this.#ofFields;
    const end = start + 2 * count;
    let changed = cell;
    for (let i = start; i < end; i += 2) {
      changed = table.change(changed, bytes[i] as number, bytes[i + 1] as number); // DS-222
    }
    return changed;
  }

  setAttribute(type: number, value: number): void {
    this.#attributes = this.#ofCharacters.change(this.#attributes, type, value);
    this.#before = AFTER_ORDER;
  }

  setBufferAddress(address: number): void {
    this.#address = address;
    this.#before = AFTER_ORDER;
  }

  insertCursor(): void {
    this.#insertedCursor = this.#address;
    this.#before = AFTER_ORDER;
  }

  programTab(): void {
    const planes = this.#planes;
    const address = this.#address;
    const cell = planes.cells[address] as number;
    if ((cell & CELL.field) !== 0 && (cell & FIELD_ATTRIBUTE.protected) === 0) {
      this.#address = planes.after(address); // DS-063
      this.#before = AFTER_ORDER;
      return;
    }
    const target = this.#tabTarget(address);
    if (this.#before === AFTER_ORDER) {
      this.#address = target;
      return;
    }
    const attribute = planes.fields.next(address);
    let end = attribute === -1 ? planes.positionCount : attribute;
    if (target === address) end = address; // DS-065: there is no way to clear
    planes.fill(address, end, 0);
    if (end > address) this.#pairs?.filled(address, end);
    this.#address = target;
    // As in x3270, a tab that follows a clearing one clears too, and so on.
    if (target === 0) this.#before = AFTER_CLEARING_TAB;
    else if (this.#before === AFTER_DATA) this.#before = AFTER_ORDER;
  }

  /**
   * Where a Program Tab goes that does not stand on the attribute of an unprotected field (DS-064). x3270 searches all
   * around: a tab that begins where the only field with input begins stays there, and does not go to 0.
   */
  #tabTarget(address: number): number {
    const { fields } = this.#planes;
    const at = fields.nextInput(address);
    if (at !== -1) return this.#planes.after(at);
    const first = fields.nextInput(0);
    return first !== -1 && this.#planes.after(first) === address ? address : 0;
  }

  repeatToAddress(address: number, code: number, graphicEscape: boolean): void {
    const planes = this.#planes;
    const from = this.#address;
    const cell = code | (graphicEscape ? this.#escaped() : this.#attributes);
    if (this.#attributes !== 0) planes.decorated = true;
    if (address > from) planes.fill(from, address, cell);
    else {
      planes.fill(from, planes.positionCount, cell);
      planes.fill(0, address, cell);
    }
    this.#pairs?.filled(from, address);
    this.#eraser.changed(from, address);
    this.#address = address;
    this.#before = AFTER_ORDER;
  }

  eraseUnprotectedToAddress(address: number): void {
    this.#eraser.erase(this.#address, address);
    this.#address = address;
    this.#before = AFTER_ORDER;
  }

  ignoredCode(_code: number): void {
    this.#before = AFTER_ORDER;
  }
}

/**
 * Stores the characters at `bytes[from..end)` up to the first byte that is none; returns its index, or `end`. This is the
 * innermost loop of a write: four at a time, since what the engine checks at each turn costs more than the storing, and with
 * comparisons that say the same as {@link BYTE_KINDS}, whose look-up was measured to cost a quarter more.
 */
function storeCharacters(
  cells: Int32Array,
  address: number,
  bytes: Uint8Array,
  from: number,
  end: number,
  attributes: number,
): number {
  let at = from;
  let to = address;
  for (const last = end - 3; at < last; at += 4, to += 4) {
    const first = bytes[at] as number;
    const second = bytes[at + 1] as number;
    const third = bytes[at + 2] as number;
    const fourth = bytes[at + 3] as number;
    // Negative where one is below 40; with bit 8 where one is FF.
    const below = (first - 0x40) | (second - 0x40) | (third - 0x40) | (fourth - 0x40);
    const above = (first + 1) | (second + 1) | (third + 1) | (fourth + 1);
    if ((below | (above << 23)) < 0) break;
    cells[to] = first | attributes;
    cells[to + 1] = second | attributes;
    cells[to + 2] = third | attributes;
    cells[to + 3] = fourth | attributes;
  }
  for (; at < end; at++, to++) {
    const byte = bytes[at] as number;
    if ((byte < 0x40 && byte !== 0) || byte === 0xff) break;
    cells[to] = byte | attributes;
  }
  return at;
}
