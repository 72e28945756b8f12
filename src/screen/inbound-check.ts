import {
  AIDS,
  ATTRIBUTE_TYPES,
  type BufferField,
  FIELD_ATTRIBUTE,
  type FieldAttribute,
  FORMAT_CONTROLS,
  type ModifiedField,
  ORDERS,
  parseFieldAttribute,
  type ReadBufferRecord,
  type ReadModifiedRecord,
  type TestRequestRecord,
} from '../datastream/index.js';
import type { Fault } from '../machine/index.js';
import { CELL, codeOf } from './cells.js';
import type { InboundViolationCode } from './inbound-violations.data.js';
import type { Planes } from './planes.js';

/** A field as it was sent. */
export interface SentField extends FieldAttribute {
  /** Of the attribute; the data begins behind it. */
  readonly position: number;
  readonly length: number;
}

/** Input that does not fit the screen. `offset` and `length` are of the inbound record, without a TN3270E header. */
export interface InboundFinding extends Fault<InboundViolationCode> {
  /** Where on the screen, from 0. */
  readonly position: number;
  /** The same from 1, as operators count. */
  readonly row: number;
  readonly column: number;
  /** The field that the position lies in; undefined on a screen without fields. */
  readonly field: SentField | undefined;
  /** What was sent there before, at most 64 bytes, a copy; 00 where nothing was. */
  readonly sent: Uint8Array;
  /** What came, likewise. */
  readonly came: Uint8Array;
}

/** Bytes kept of what was sent and of what came, and findings of one record. */
const SAMPLE = 64;

/** Display bits of a field that the selector pen detects (DS-090). */
const DETECTABLE: readonly number[] = [0x04, 0x08];
/** Designators that a selection exchanges: `>` and `?` (DS-217). */
const DESIGNATORS: readonly number[] = [0x6e, 0x6f];

/** The first byte of double-byte characters that single-byte ones have too. */
const DOUBLE_BYTE_WARD = 0x42;

/** Collects what is found in one record. */
class Findings {
  readonly list: InboundFinding[] = [];
  readonly #planes: Planes;
  readonly #record: Uint8Array;
  readonly #start: number;

  constructor(planes: Planes, record: Uint8Array, start: number) {
    this.#planes = planes;
    this.#record = record;
    this.#start = start;
  }

  add(code: InboundViolationCode, index: number, position: number, came: Uint8Array): void {
    if (this.list.length >= SAMPLE) return;
    const { cells, columns, positionCount } = this.#planes;
    const sent = new Uint8Array(Math.min(SAMPLE, came.length, positionCount));
    for (let i = 0; i < sent.length; i++) {
      const cell = cells[(position + i) % positionCount] as number;
      sent[i] = (cell & CELL.field) === 0 ? codeOf(cell) : 0;
    }
    this.list.push({
      code,
      ...partOf(this.#record, this.#start, index),
      position,
      row: Math.floor(position / columns) + 1,
      column: (position % columns) + 1,
      field: sentField(this.#planes, position),
      sent,
      came: came.slice(0, SAMPLE),
    });
  }
}

/** The field at a position, or the one whose attribute is there. */
function sentField(planes: Planes, position: number): SentField | undefined {
  const at = planes.fields.governing(position);
  if (at === -1) return undefined;
  return {
    position: at,
    length: lengthOf(planes, at),
    ...parseFieldAttribute((planes.cells[at] as number) & FIELD_ATTRIBUTE.meaning),
  };
}

/** Positions behind an attribute up to the next one. */
function lengthOf(planes: Planes, attribute: number): number {
  const end = planes.fields.following(attribute);
  return (end > attribute ? end - attribute : end - attribute + planes.positionCount) - 1;
}

/** Where the field of that index stands in the record: from its SBA, SF or SFE up to the next one. */
function partOf(record: Uint8Array, start: number, index: number): { offset: number; length: number } {
  let offset = start;
  let at = start;
  for (let seen = -1; at < record.length; ) {
    const code = record[at];
    const opens =
      code === ORDERS.setBufferAddress || code === ORDERS.startField || code === ORDERS.startFieldExtended;
    if (opens || at === start) {
      if (seen === index) break;
      seen++;
      offset = at;
    }
    if (code === ORDERS.setBufferAddress || code === ORDERS.setAttribute) at += 3;
    else if (code === ORDERS.startField || code === ORDERS.graphicEscape) at += 2;
    else if (code === ORDERS.startFieldExtended) at += 2 + 2 * (record[at + 1] as number);
    else at += 1;
  }
  return { offset, length: Math.min(at, record.length) - offset };
}

/**
 * Holds the fields of a Read Modified against the screen that was sent (SEC-102 to SEC-106, SEC-112).
 * @param bytes - the record as it came, for places in it
 * @param all - an answer to Read Modified All, in which a selector pen's AID has data too (DS-143)
 */
export function checkModified(
  planes: Planes,
  record: ReadModifiedRecord | TestRequestRecord,
  bytes: Uint8Array,
  all: boolean,
): InboundFinding[] {
  const isPen = record.type === 'readModified' && record.aid === AIDS.selectorPen && !all;
  const findings = new Findings(planes, bytes, record.type === 'readModified' ? 3 : 4);
  const seen = new Set<number>();
  const formatted = !planes.fields.isEmpty();
  record.fields.forEach((field, index) => {
    const { address } = field;
    if (address === null) {
      if (formatted) findings.add('field-not-defined', index, 0, field.bytes);
      return;
    }
    if (seen.has(address)) findings.add('field-repeated', index, address, field.bytes);
    seen.add(address);
    const code = judge(planes, field, address, isPen && field.bytes.length === 0);
    if (code !== undefined) findings.add(code, index, address, field.bytes);
  });
  return findings.list;
}

function judge(
  planes: Planes,
  field: ModifiedField,
  address: number,
  addressOnly: boolean,
): InboundViolationCode | undefined {
  const attribute = planes.before(address);
  if (!planes.isField(attribute)) {
    const inside = !planes.isField(address) && field.bytes.length > 0;
    const isProtected = (planes.governingCell(address) & FIELD_ATTRIBUTE.protected) !== 0;
    return inside && isProtected ? 'protected-field-modified' : 'field-not-defined';
  }
  const cell = planes.cells[attribute] as number;
  const length = lengthOf(planes, attribute);
  const detectable = DETECTABLE.includes(cell & FIELD_ATTRIBUTE.display);
  const same = addressOnly || hasContent(planes, address, length, field.bytes, detectable);
  if (!same && (cell & FIELD_ATTRIBUTE.protected) !== 0) return 'protected-field-modified';
  if (field.bytes.length > length) return 'field-overrun';
  if (!same) {
    const isNumeric = (cell & FIELD_ATTRIBUTE.numeric) !== 0;
    return isNumeric && !field.bytes.every(isNumericCode) ? 'numeric-field-invalid' : undefined;
  }
  // The selector pen marks a field and changes nothing else in it.
  return (cell & FIELD_ATTRIBUTE.modified) === 0 && !detectable ? 'field-unmodified' : undefined;
}

/** Whether bytes are what stands at `start..start+length-1`, without its nulls (DS-139). */
function hasContent(
  planes: Planes,
  start: number,
  length: number,
  bytes: Uint8Array,
  detectable: boolean,
): boolean {
  let at = 0;
  for (let i = 0; i < length; i++) {
    const code = codeOf(planes.cells[(start + i) % planes.positionCount] as number);
    if (code === 0) continue;
    const came = bytes[at++] ?? -1;
    if (came === code) continue;
    if (!detectable || !isDesignator(planes, start + i) || !isExchanged(came, code)) return false;
  }
  return at === bytes.length;
}

/** Whether a position is the first of its field, or the second half of a double-byte character there. */
function isDesignator(planes: Planes, position: number): boolean {
  const before = planes.before(position % planes.positionCount);
  if (planes.isField(before)) return true;
  return codeOf(planes.cells[before] as number) === DOUBLE_BYTE_WARD && planes.isField(planes.before(before));
}

function isExchanged(came: number, sent: number): boolean {
  return DESIGNATORS.includes(came) && DESIGNATORS.includes(sent);
}

/** What fields for numbers hold: digits, sign, point, comma, blanks, and what the keys DUP and FIELD MARK leave. */
function isNumericCode(code: number): boolean {
  return (
    (code >= 0xf0 && code <= 0xf9) ||
    NUMERIC_CODES.includes(code) ||
    code === FORMAT_CONTROLS.duplicate ||
    code === FORMAT_CONTROLS.fieldMark
  );
}

/** Null, blank, period, plus, minus, comma. */
const NUMERIC_CODES: readonly number[] = [0x00, 0x40, 0x4b, 0x4e, 0x60, 0x6b];

/** Holds the answer to a Read Buffer against the screen that was sent: protected fields are where and as they were. */
export function checkBuffer(planes: Planes, record: ReadBufferRecord, bytes: Uint8Array): InboundFinding[] {
  const findings = new Findings(planes, bytes, 3);
  let position = 0;
  record.fields.forEach((field, index) => {
    if (field.start !== null) {
      if (!isSent(planes, position, field.start))
        findings.add('field-not-defined', index, position, field.bytes);
      position++;
    }
    const different = firstDifference(planes, position, field.bytes);
    if (different >= 0) {
      const at = position + different;
      const code = planes.isField(at) ? 'field-not-defined' : 'protected-field-modified';
      findings.add(code, index, at, field.bytes.subarray(different));
    }
    position += field.bytes.length;
  });
  return findings.list;
}

/** Whether this attribute was sent to this position; the modified data tag may have changed since. */
function isSent(planes: Planes, position: number, start: NonNullable<BufferField['start']>): boolean {
  if (position >= planes.positionCount || !planes.isField(position)) return false;
  let came = start.type === 'startField' ? start.attribute : 0;
  if (start.type === 'startFieldExtended') {
    for (const { type, value } of start.attributes) if (type === ATTRIBUTE_TYPES.fieldAttribute) came = value;
  }
  const compared = FIELD_ATTRIBUTE.meaning & ~FIELD_ATTRIBUTE.modified;
  return (((planes.cells[position] as number) ^ came) & compared) === 0;
}

/** Index of the first byte that cannot stand there: where an attribute was sent, or another protected character; -1 for none. */
function firstDifference(planes: Planes, start: number, bytes: Uint8Array): number {
  const { cells, positionCount } = planes;
  const field = start < positionCount ? planes.governingCell(start) : 0;
  for (let i = 0; i < bytes.length && start + i < positionCount; i++) {
    const cell = cells[start + i] as number;
    if ((cell & CELL.field) !== 0) return i;
    if ((field & FIELD_ATTRIBUTE.protected) === 0 || codeOf(cell) === bytes[i]) continue;
    const exchanged = isDesignator(planes, start + i) && isExchanged(bytes[i] as number, codeOf(cell));
    if (!exchanged || !DETECTABLE.includes(field & FIELD_ATTRIBUTE.display)) return i;
  }
  return -1;
}

/**
 * Takes over what an operator typed, so that the next answer can be held against it.
 * @param addressOnly - a selector pen's record, which says which fields are modified and not what is in them (DS-141)
 */
export function takeModified(planes: Planes, fields: readonly ModifiedField[], addressOnly: boolean): void {
  for (const { address, bytes } of fields) {
    if (address === null) continue;
    const attribute = planes.before(address);
    if (!planes.isField(attribute)) continue;
    const cell = planes.cells[attribute] as number;
    const length = lengthOf(planes, attribute);
    planes.cells[attribute] = cell | FIELD_ATTRIBUTE.modified;
    if (addressOnly || (cell & FIELD_ATTRIBUTE.protected) !== 0 || bytes.length > length) continue;
    for (let i = 0; i < length; i++) {
      planes.cells[(address + i) % planes.positionCount] = bytes[i] ?? 0;
    }
  }
}
