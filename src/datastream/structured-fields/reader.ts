import { type DatastreamFault, fault } from '../fault.js';
import { hasTwoByteId } from './ids.data.js';

/** Structured fields that one record may hold, if the caller says nothing else. */
export const DEFAULT_MAXIMUM_STRUCTURED_FIELDS = 256;

/** Where a structured field lies in a record. */
export interface RawStructuredField {
  readonly bytes: Uint8Array;
  /** One byte, or two where the first is 0F or 10. */
  readonly id: number;
  /** Index of the first length byte. */
  readonly offset: number;
  /** Index of the first byte behind the identifier. */
  readonly body: number;
  /** Behind the last byte of the field. */
  readonly end: number;
}

/**
 * Goes from structured field to structured field (SF-001 to SF-005), always by at least three bytes. When it ends,
 * {@link StructuredFieldReader.fault} says whether something was wrong; what came before stays good.
 */
export class StructuredFieldReader {
  /** Why the walk ended early. */
  fault: DatastreamFault | undefined;
  readonly #bytes: Uint8Array;
  readonly #end: number;
  readonly #maximum: number;
  #at: number;
  #count = 0;

  /**
   * @param start - index of the first length byte
   * @param end - behind the last byte of the record
   * @param maximum - fields read before the rest is refused
   */
  constructor(
    bytes: Uint8Array,
    start: number,
    end: number,
    maximum: number = DEFAULT_MAXIMUM_STRUCTURED_FIELDS,
  ) {
    this.#bytes = bytes;
    this.#at = start;
    this.#end = end;
    this.#maximum = maximum;
  }

  /** The next field, or undefined at the end of the record or at a fault. */
  next(): RawStructuredField | undefined {
    const offset = this.#at;
    if (this.fault !== undefined || (offset >= this.#end && this.#count > 0)) return undefined;
    if (this.#count === this.#maximum) return this.#fail('structured-fields-too-many', offset);
    if (this.#end - offset < 3) return this.#fail('structured-field-length', offset);
    const bytes = this.#bytes;
    const length = ((bytes[offset] as number) << 8) | (bytes[offset + 1] as number);
    // 0 means up to the end of the record (SF-002), so it can stand only once.
    const end = length === 0 ? this.#end : offset + length;
    const first = bytes[offset + 2] as number;
    const body = offset + 2 /* length */ + (hasTwoByteId(first) ? 2 : 1);
    if (end > this.#end || body > end) return this.#fail('structured-field-length', offset);
    this.#at = end;
    this.#count++;
    const id = body - offset === 4 ? (first << 8) | (bytes[offset + 3] as number) : first;
    return { bytes, id, offset, body, end };
  }

  #fail(code: 'structured-field-length' | 'structured-fields-too-many', offset: number): undefined {
    this.fault = fault(code, offset, this.#end);
    return undefined;
  }
}
