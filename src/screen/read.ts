import {
  AIDS,
  ATTRIBUTE_TYPES,
  encodeAddress,
  FIELD_ATTRIBUTE,
  graphicByte,
  isShortReadAid,
  ORDERS,
  TEST_REQUEST_HEADING,
} from '../datastream/index.js';
import { attributeOf, CELL, codeOf, validationOf } from './cells.js';
import type { Planes } from './planes.js';
import type { ScreenState } from './state.js';

/** The attribute types that reads report, in the order in which they do (DS-157), with the bits of a cell. */
const REPORTED = [
  { type: ATTRIBUTE_TYPES.foreground, mask: CELL.foreground },
  { type: ATTRIBUTE_TYPES.background, mask: CELL.background },
  { type: ATTRIBUTE_TYPES.highlighting, mask: CELL.highlighting },
  { type: ATTRIBUTE_TYPES.characterSet, mask: CELL.characterSet },
] as const;

/** The bits of a cell that a Set Reply Mode asks to report; types that are never reported have none. */
export function reportedBits(types: readonly number[]): number {
  let bits = 0;
  for (const { type, mask } of REPORTED) if (types.includes(type)) bits |= mask;
  return bits;
}

/** The bits of all attributes that reads can report. */
export const REPORTED_BITS: number =
  CELL.foreground | CELL.background | CELL.highlighting | CELL.characterSet;

/** A character with one of these is sent behind GE: written by GE, or of character set F1 (DS-150, DS-223). */
const ESCAPED = CELL.graphicEscape | CELL.characterSetF1;

/** What one of these has does not go on the wire as its low eight bits: a GE stands before it, or its code is no EBCDIC. */
const NOT_CODE_ALONE = ESCAPED | CELL.nvt;

/** AID and cursor address. */
const HEADING_BYTES = 3;

/**
 * An inbound record being written. Whoever makes one says how many bytes it will have where no character needs a GE and no
 * attribute is reported: then it grows never and is handed out as it is.
 */
class InboundRecord {
  readonly #state: ScreenState;
  readonly #planes: Planes;
  #bytes: Uint8Array;
  #length = 0;
  /** Attribute bits that the last SA orders have put in force (DS-161). */
  #inForce = 0;

  constructor(state: ScreenState, expectedBytes: number) {
    this.#state = state;
    this.#planes = state.planes;
    this.#bytes = new Uint8Array(expectedBytes);
  }

  /** The record, on memory of its own. */
  take(): Uint8Array {
    const bytes = this.#bytes;
    return this.#length === bytes.length ? bytes : bytes.slice(0, this.#length);
  }

  /** Makes room for `count` bytes more. */
  #reserve(count: number): void {
    const needed = this.#length + count;
    if (needed <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, 2 * this.#bytes.length));
    grown.set(this.#bytes);
    this.#bytes = grown;
  }

  #byte(value: number): void {
    if (this.#length === this.#bytes.length) this.#reserve(1);
    this.#bytes[this.#length++] = value;
  }

  /** AID and cursor address. */
  heading(aid: number): void {
    this.#byte(aid);
    this.address(this.#state.cursor);
  }

  /** What stands in place of AID and cursor address in a Test Request (DS-142). */
  testRequestHeading(): void {
    for (const byte of TEST_REQUEST_HEADING) this.#byte(byte);
  }

  address(position: number): void {
    const address = encodeAddress(position, this.#planes.positionCount);
    this.#byte(address >> 8);
    this.#byte(address);
  }

  setBufferAddress(position: number): void {
    this.#byte(ORDERS.setBufferAddress);
    this.address(position);
  }

  /** SF, or in the other reply modes SFE with the attributes that are not default. */
  field(cell: number): void {
    const attribute = graphicByte(cell & FIELD_ATTRIBUTE.meaning);
    if (this.#state.replyMode === 'field') {
      this.#byte(ORDERS.startField);
      this.#byte(attribute);
      return;
    }
    let count = 1;
    for (const { mask } of REPORTED) if ((cell & mask) !== 0) count++;
    const validation = this.#state.fieldValidation ? validationOf(cell) : 0;
    if (validation !== 0) count++;
    this.#byte(ORDERS.startFieldExtended);
    this.#byte(count);
    this.#byte(ATTRIBUTE_TYPES.fieldAttribute);
    this.#byte(attribute);
    for (const { type, mask } of REPORTED) {
      if ((cell & mask) === 0) continue;
      this.#byte(type);
      this.#byte(attributeOf(cell, type));
    }
    if (validation === 0) return;
    this.#byte(ATTRIBUTE_TYPES.validation);
    this.#byte(validation);
  }

  /**
   * The characters at `start..end-1`, where no field attribute is.
   * @param field - the cell of their field attribute, or 0
   * @param asBuffer - as Read Buffer sends them: with nulls, and with attributes of their own only; otherwise without
   * nulls, and with the field's attributes where they have none (DS-219, DS-220)
   */
  characters(start: number, end: number, field: number, asBuffer: boolean): void {
    if (this.#state.replyMode === 'character' && this.#state.replyAttributes !== 0) {
      this.#attributedCharacters(start, end, field, asBuffer);
      return;
    }
    const { cells } = this.#planes;
    const inherited = field & CELL.characterSet;
    let position = start;
    if (asBuffer && inherited === 0) {
      this.#reserve(end - start);
      position = copyCodes(cells, start, end, this.#bytes, this.#length);
      this.#length += position - start;
    }
    for (; position < end; position++) {
      const cell = cells[position] as number;
      const code = codeOf(cell);
      if (code === 0 && !asBuffer) continue;
      if (((cell | inherited) & ESCAPED) !== 0) this.#byte(ORDERS.graphicEscape);
      this.#byte(code);
    }
  }

  #attributedCharacters(start: number, end: number, field: number, asBuffer: boolean): void {
    const { cells } = this.#planes;
    for (let position = start; position < end; position++) {
      const cell = cells[position] as number;
      if (codeOf(cell) === 0 && !asBuffer) continue;
      this.#attributes(asBuffer ? cell : withInherited(cell, field));
      if (((cell | (field & CELL.characterSet)) & ESCAPED) !== 0) this.#byte(ORDERS.graphicEscape);
      this.#byte(codeOf(cell));
    }
  }

  /** SA orders for those of the attributes asked for that change. */
  #attributes(attributes: number): void {
    const changed = (attributes ^ this.#inForce) & this.#state.replyAttributes;
    if (changed === 0) return;
    for (const { type, mask } of REPORTED) {
      if ((changed & mask) === 0) continue;
      this.#byte(ORDERS.setAttribute);
      this.#byte(type);
      this.#byte(attributeOf(attributes, type));
    }
    this.#inForce = attributes;
  }
}

/**
 * Copies the codes of the cells from `start` on, up to the first that takes more than its code or to `end`, and returns
 * where it stopped. Four at a time: what the engine checks at each turn of a loop costs more than the copying.
 */
function copyCodes(cells: Int32Array, start: number, end: number, bytes: Uint8Array, to: number): number {
  const offset = to - start;
  let position = start;
  for (; position + 4 <= end; position += 4) {
    const first = cells[position] as number;
    const second = cells[position + 1] as number;
    const third = cells[position + 2] as number;
    const fourth = cells[position + 3] as number;
    if (((first | second | third | fourth) & NOT_CODE_ALONE) !== 0) break;
    bytes[offset + position] = first;
    bytes[offset + position + 1] = second;
    bytes[offset + position + 2] = third;
    bytes[offset + position + 3] = fourth;
  }
  for (; position < end; position++) {
    const cell = cells[position] as number;
    if ((cell & NOT_CODE_ALONE) !== 0) break;
    bytes[offset + position] = cell;
  }
  return position;
}

/** Where a character has no value of its own, that of its field. */
function withInherited(cell: number, field: number): number {
  let bits = cell;
  for (const { mask } of REPORTED) if ((bits & mask) === 0) bits |= field & mask;
  return bits;
}

/** Read Buffer: AID, cursor address, every position (DS-144). */
export function readBuffer(state: ScreenState, aid: number): Uint8Array {
  const { cells, fields, positionCount } = state.planes;
  const record = new InboundRecord(state, HEADING_BYTES + positionCount + fields.count());
  record.heading(aid);
  let field = state.planes.governingCell(positionCount - 1);
  let start = 0;
  for (let at = fields.next(0); at !== -1; at = fields.next(start)) {
    record.characters(start, at, field, true);
    field = cells[at] as number;
    record.field(field);
    start = at + 1;
  }
  record.characters(start, positionCount, field, true);
  return record.take();
}

/**
 * Read Modified and Read Modified All (DS-138 to DS-143).
 * @param all - no short read, and data for the selector pen too
 */
export function readModified(state: ScreenState, aid: number, all: boolean): Uint8Array {
  if (!all && isShortReadAid(aid)) return Uint8Array.of(aid);
  const { planes } = state;
  const { cells, fields, positionCount } = planes;
  const withData = all || aid !== AIDS.selectorPen;
  const record = new InboundRecord(state, HEADING_BYTES + modifiedBytes(planes, withData));
  if (aid === AIDS.testRequest) record.testRequestHeading();
  else record.heading(aid);
  const first = fields.next(0);
  if (first === -1) {
    record.characters(0, positionCount, 0, false);
    return record.take();
  }
  // A trigger sends its own field, whatever else is modified (DS-116).
  state.forgetVanishedTrigger();
  const only = aid === AIDS.trigger && !all ? state.triggeredField : -1;
  for (let at = first; at !== -1; ) {
    const next = fields.next(at + 1);
    const field = cells[at] as number;
    if ((field & FIELD_ATTRIBUTE.modified) !== 0 && (only === -1 || only === at)) {
      record.setBufferAddress(planes.after(at));
      if (withData) {
        record.characters(at + 1, next === -1 ? positionCount : next, field, false);
        if (next === -1) record.characters(0, first, field, false); // DS-147
      }
    }
    at = next;
  }
  return record.take();
}

/** How many bytes of a Read Modified are behind its heading, but for Graphic Escapes and attributes. */
function modifiedBytes({ cells, fields, positionCount }: Planes, withData: boolean): number {
  let count = 0;
  for (let at = fields.next(0); at !== -1; ) {
    const next = fields.next(at + 1);
    if (((cells[at] as number) & FIELD_ATTRIBUTE.modified) !== 0) {
      count += 3; /* SBA and address */
      const end = next === -1 ? positionCount : next;
      if (withData) for (let i = at + 1; i < end; i++) if (codeOf(cells[i] as number) !== 0) count++;
    }
    at = next;
  }
  return count;
}
