import { checkBytes, checkInteger } from '../bytes/index.js';
import { type Addressing, decodeAddress, decodeAddress16, maximumPositions } from './address.js';
import { AIDS, aidOf, isShortReadAid } from './aids.data.js';
import { type DatastreamFault, fault } from './fault.js';
import type {
  BufferField,
  InboundRecord,
  InboundStructuredField,
  ModifiedField,
  StructuredFieldRecord,
} from './inbound-record.js';
import { TextCollector } from './inbound-text.js';
import { readPairs } from './order-reader.js';
import { BYTE_KIND, BYTE_KINDS, ORDERS } from './orders.data.js';
import { decodeQueryReply } from './query-reply/reply.js';
import {
  STRUCTURED_FIELDS,
  type StructuredFieldName,
  structuredFieldOf,
} from './structured-fields/ids.data.js';
import { isLaidOut, parseLaidOut } from './structured-fields/laid-out.js';
import type { LaidOutField } from './structured-fields/laid-out-fields.js';
import { bodyOf } from './structured-fields/parse.js';
import { StructuredFieldReader } from './structured-fields/reader.js';

/** What the host knows about the record that it reads. */
export interface ParseInboundOptions {
  /** Rows times columns of the screen; 1..16384, default 16384. Addresses and counts of characters are held against it. */
  readonly positionCount?: number;
  /** The form of the addresses; with `bits16`, `positionCount` may be up to 65536. Default `bits12And14`. */
  readonly addressing?: Addressing;
  /**
   * Which read the record answers. Default `any`: it is taken for Read Buffer where it has an SF or SFE, which only that
   * answer may have, else for Read Modified. An unformatted Read Buffer cannot be told from an unformatted Read Modified.
   */
  readonly expect?: 'any' | 'readModified' | 'readBuffer';
  /** Structured fields taken of one record; 1..65535, default 256. */
  readonly maximumStructuredFields?: number;
}

/** The outcome of reading an inbound record. */
export interface InboundReading {
  /** Undefined for a record without bytes (DS-155) and for one that is refused. */
  readonly record: InboundRecord | undefined;
  /** Why it was refused, or what of its structured fields was. */
  readonly faults: readonly DatastreamFault[];
}

/** SOH, percent, slash, STX: the heading of a Test Request (DS-142). */
export const TEST_REQUEST_HEADING: readonly number[] = [0x01, 0x6c, 0x61, 0x02];

/**
 * Reads a record that a terminal sent: the first byte is the AID (DS-153). A record that breaks a rule is refused as a
 * whole; of structured fields those before a fault are kept. Bytes of fields are copied, but for the data of structured
 * fields that are no query replies.
 *
 * @throws {@link UsageError} `argument-invalid` when the record is no Uint8Array or an option is out of range; never for
 * what the record holds.
 */
export function parseInbound(record: Uint8Array, options: ParseInboundOptions = {}): InboundReading {
  checkBytes('record', record);
  const { addressing, positionCount = maximumPositions(addressing), expect = 'any' } = options;
  checkInteger('positionCount', positionCount, 1, maximumPositions(addressing));
  const decode = addressing === 'bits16' ? decodeAddress16 : decodeAddress;
  const read = (start: number, answer: typeof expect): FieldReader =>
    new FieldReader(record, start, positionCount, answer, decode);
  if (record.length === 0) return { record: undefined, faults: [] };
  const aid = record[0] as number;
  if (TEST_REQUEST_HEADING.every((byte, index) => record[index] === byte)) {
    const fields = read(TEST_REQUEST_HEADING.length, 'readModified');
    return fields.fault === undefined
      ? accepted({ type: 'testRequest', fields: fields.modified })
      : refused(fields.fault);
  }
  if (aidOf(aid) === undefined) return refused(malformed(0, 1));
  if (aid === AIDS.structuredField) return readStructuredFields(record, options);
  if (record.length === 1 && isShortReadAid(aid)) return accepted({ type: 'shortRead', aid });
  if (record.length < 3) return refused(malformed(0, record.length));
  const cursorAddress = decode(record[1] as number, record[2] as number);
  if (cursorAddress >= positionCount) return refused(malformed(1, 3));
  const fields = read(3, expect);
  if (fields.fault !== undefined) return refused(fields.fault);
  return accepted(
    fields.isBuffer
      ? { type: 'readBuffer', aid, cursorAddress, fields: fields.buffer }
      : { type: 'readModified', aid, cursorAddress, fields: fields.modified },
  );
}

function accepted(record: InboundRecord): InboundReading {
  return { record, faults: [] };
}

function refused(error: DatastreamFault): InboundReading {
  return { record: undefined, faults: [error] };
}

function malformed(start: number, end: number): DatastreamFault {
  return fault('inbound-malformed', start, end);
}

/**
 * Reads what stands behind AID and cursor. Allowed are SBA in Read Modified, SF and SFE in Read Buffer, SA, GE, characters
 * and format controls in both (SEC-108). No more fields and characters than the screen has positions are taken (SEC-112).
 */
class FieldReader {
  readonly modified: ModifiedField[] = [];
  readonly buffer: BufferField[] = [];
  fault: DatastreamFault | undefined;
  isBuffer: boolean;
  readonly #text: TextCollector = new TextCollector();
  readonly #positionCount: number;
  readonly #decode: typeof decodeAddress;
  #address: number | null = null;
  #start: BufferField['start'] = null;
  /** Positions of a Read Buffer so far, without the text being collected. */
  #positions = 0;

  constructor(
    record: Uint8Array,
    start: number,
    positionCount: number,
    expect: 'any' | 'readModified' | 'readBuffer',
    decode: typeof decodeAddress,
  ) {
    this.#decode = decode;
    this.#positionCount = positionCount;
    this.isBuffer = expect === 'readBuffer';
    let at = start;
    while (at < record.length) {
      const length = this.#item(record, at, expect);
      if (length === 0 || this.#text.length + this.#positions > positionCount) {
        this.fault = malformed(at, Math.min(record.length, at + Math.max(length, 1)));
        return;
      }
      at += length;
    }
    this.#close();
  }

  /** Takes the item at `at`; returns how many bytes it has, 0 where it is not allowed or cut. */
  #item(record: Uint8Array, at: number, expect: 'any' | 'readModified' | 'readBuffer'): number {
    const code = record[at] as number;
    const kind = BYTE_KINDS[code];
    if (kind === BYTE_KIND.character || kind === BYTE_KIND.formatControl) {
      this.#text.character(code);
      return 1;
    }
    const left = record.length - at;
    switch (code) {
      case ORDERS.setBufferAddress: {
        if (left < 3 || this.isBuffer) return 0;
        const address = this.#decode(record[at + 1] as number, record[at + 2] as number);
        if (address >= this.#positionCount || this.modified.length >= this.#positionCount) return 0;
        this.#close();
        this.#address = address;
        return 3;
      }
      case ORDERS.setAttribute:
        if (left < 3) return 0;
        this.#text.change(record[at + 1] as number, record[at + 2] as number);
        return 3;
      case ORDERS.graphicEscape:
        if (left < 2) return 0;
        this.#text.graphicEscape(record[at + 1] as number);
        return 2;
      case ORDERS.startField:
        if (left < 2 || !this.#mayStart(expect)) return 0;
        this.#openField({ type: 'startField', attribute: record[at + 1] as number });
        return 2;
      case ORDERS.startFieldExtended: {
        const count = left < 2 ? 0 : (record[at + 1] as number);
        if (left < 2 + 2 * count || left < 2 || !this.#mayStart(expect)) return 0;
        this.#openField({ type: 'startFieldExtended', attributes: readPairs(record, at + 2, count) });
        return 2 + 2 * count;
      }
      default:
        return 0;
    }
  }

  /** Whether a field may start here: in Read Buffer, or where nothing has said yet that it is none. */
  #mayStart(expect: 'any' | 'readModified' | 'readBuffer'): boolean {
    if (expect === 'readModified' || this.#address !== null) return false;
    this.isBuffer = true;
    return true;
  }

  #openField(start: StartOfField): void {
    this.#close();
    this.#start = start;
    this.#positions++;
  }

  /** Hands out the field being read. */
  #close(): void {
    this.#positions += this.isBuffer ? this.#text.length : 0;
    if (this.isBuffer) {
      if (this.#start !== null || !this.#text.isEmpty) {
        this.buffer.push({ start: this.#start, ...this.#text.take() });
      }
    } else if (this.#address !== null || !this.#text.isEmpty) {
      this.modified.push({ address: this.#address, ...this.#text.take() });
    }
  }
}

type StartOfField = NonNullable<BufferField['start']>;

/** Whether a structured field goes to the host too, and has a layout. */
function isInbound(name: StructuredFieldName): name is LaidOutField['type'] {
  return STRUCTURED_FIELDS[name].direction !== 'outbound' && isLaidOut(name);
}

function readStructuredFields(record: Uint8Array, options: ParseInboundOptions): InboundReading {
  const reader = new StructuredFieldReader(record, 1, record.length, options.maximumStructuredFields);
  const fields: InboundStructuredField[] = [];
  const faults: DatastreamFault[] = [];
  for (let raw = reader.next(); raw !== undefined; raw = reader.next()) {
    if (raw.id === STRUCTURED_FIELDS.queryReply.id) {
      const { reply, fault: error } = decodeQueryReply(raw);
      if (reply !== undefined) fields.push({ type: 'queryReply', reply });
      if (error !== undefined) faults.push(error);
    } else if (raw.id === STRUCTURED_FIELDS.transferData.id) {
      fields.push({ type: 'transferData', data: bodyOf(raw) });
    } else {
      const name = structuredFieldOf(raw.id);
      const field = name !== undefined && isInbound(name) ? parseLaidOut(name, raw) : undefined;
      if (field === undefined || 'code' in field) {
        if (field !== undefined) faults.push(field);
        fields.push({ type: 'other', id: raw.id, name, data: bodyOf(raw) });
      } else fields.push(field);
    }
  }
  if (reader.fault !== undefined) faults.push(reader.fault);
  const read: StructuredFieldRecord | undefined =
    fields.length === 0 && faults.length > 0 ? undefined : { type: 'structuredFields', fields };
  return { record: read, faults };
}
