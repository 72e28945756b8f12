import { ByteWriter } from '../bytes/index.js';
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
import { attributeOf, CELL } from './cells.js';
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

/**
 * Writes an inbound record. Nothing is sized in advance: a reply is at most a few bytes a position, and the writer
 * grows to what is there.
 */
class InboundRecord {
  readonly #state: ScreenState;
  readonly #out: ByteWriter = new ByteWriter();
  /** Attribute bits that the last SA orders have put in force (DS-161). */
  #inForce = 0;

  constructor(state: ScreenState) {
    this.#state = state;
  }

  take(): Uint8Array {
    return this.#out.take();
  }

  heading(aid: number): void {
    if (aid === AIDS.testRequest) for (const byte of TEST_REQUEST_HEADING) this.#out.byte(byte);
    else this.#out.byte(aid);
  }

  cursor(): void {
    this.address(this.#state.cursor);
  }

  address(position: number): void {
    this.#out.uint16(encodeAddress(position, this.#state.planes.positionCount));
  }

  setBufferAddress(position: number): void {
    this.#out.byte(ORDERS.setBufferAddress);
    this.address(position);
  }

  /** SF, or in the other reply modes SFE with the attributes that are not default. */
  field(cell: number): void {
    const attribute = graphicByte(cell & FIELD_ATTRIBUTE.meaning);
    if (this.#state.replyMode === 'field') {
      this.#out.byte(ORDERS.startField);
      this.#out.byte(attribute);
      return;
    }
    let count = 1;
    for (const { mask } of REPORTED) if ((cell & mask) !== 0) count++;
    this.#out.byte(ORDERS.startFieldExtended);
    this.#out.byte(count);
    this.#out.byte(ATTRIBUTE_TYPES.fieldAttribute);
    this.#out.byte(attribute);
    for (const { type, mask } of REPORTED) {
      if ((cell & mask) === 0) continue;
      this.#out.byte(type);
      this.#out.byte(attributeOf(cell, type));
    }
  }

  /** SA orders for what changes, in character mode; `attributes` holds bits of a cell. */
  attributes(attributes: number): void {
    const changed = (attributes ^ this.#inForce) & this.#state.replyAttributes;
    if (changed === 0) return;
    for (const { type, mask } of REPORTED) {
      if ((changed & mask) === 0) continue;
      this.#out.byte(ORDERS.setAttribute);
      this.#out.byte(type);
      this.#out.byte(attributeOf(attributes, type));
    }
    this.#inForce = attributes;
  }

  character(cell: number, escaped: boolean): void {
    if (escaped) this.#out.byte(ORDERS.graphicEscape);
    this.#out.byte(cell & CELL.code);
  }
}

/** A character is sent behind GE when GE wrote it, or its own or its field's character set is F1 (DS-150, DS-223). */
function isEscaped(cell: number, field: number): boolean {
  if ((cell & CELL.graphicEscape) !== 0) return true;
  const own = cell & CELL.characterSet;
  return (own === 0 ? field & CELL.characterSet : own) === CELL.characterSetF1;
}

/** Where a character has no value of its own, that of its field (DS-219). */
function inherited(cell: number, field: number): number {
  let bits = cell;
  for (const { mask } of REPORTED) if ((bits & mask) === 0) bits |= field & mask;
  return bits;
}

/** Read Buffer: AID, cursor address, every position (DS-144). */
export function readBuffer(state: ScreenState, aid: number): Uint8Array {
  const { cells, positionCount } = state.planes;
  const record = new InboundRecord(state);
  record.heading(aid);
  record.cursor();
  let field = state.planes.governingCell(positionCount - 1);
  const inCharacterMode = state.replyMode === 'character';
  for (let position = 0; position < positionCount; position++) {
    const cell = cells[position] as number;
    if ((cell & CELL.field) !== 0) {
      field = cell;
      record.field(cell);
      continue;
    }
    if (inCharacterMode) record.attributes(cell);
    record.character(cell, isEscaped(cell, field));
  }
  return record.take();
}

/**
 * Read Modified and Read Modified All (DS-138 to DS-143).
 * @param all - no short read, and data for the selector pen too
 */
export function readModified(state: ScreenState, aid: number, all: boolean): Uint8Array {
  const { planes } = state;
  const { cells, fields, positionCount } = planes;
  const record = new InboundRecord(state);
  record.heading(aid);
  if (!all && isShortReadAid(aid)) return record.take();
  if (aid !== AIDS.testRequest) record.cursor();
  const first = fields.next(0);
  if (first === -1) {
    sendCharacters(record, state, 0, positionCount, 0);
    return record.take();
  }
  const withData = all || aid !== AIDS.selectorPen;
  for (let at = first; at !== -1; ) {
    const next = fields.next(at + 1);
    const field = cells[at] as number;
    if ((field & FIELD_ATTRIBUTE.modified) !== 0) {
      record.setBufferAddress(planes.after(at));
      if (withData) {
        sendCharacters(record, state, at + 1, next === -1 ? positionCount : next, field);
        if (next === -1) sendCharacters(record, state, 0, first, field); // DS-147
      }
    }
    at = next;
  }
  return record.take();
}

/** The characters of `start..end-1` without nulls, and in character mode their attributes (DS-220). */
function sendCharacters(
  record: InboundRecord,
  state: ScreenState,
  start: number,
  end: number,
  field: number,
): void {
  const { cells } = state.planes;
  const inCharacterMode = state.replyMode === 'character';
  for (let position = start; position < end; position++) {
    const cell = cells[position] as number;
    if ((cell & CELL.code) === 0) continue;
    if (inCharacterMode) record.attributes(inherited(cell, field));
    record.character(cell, isEscaped(cell, field));
  }
}
