import { checkInteger, UsageError } from '../bytes/index.js';
import { type FaultReport, report } from '../telnet/index.js';
import { DATA_TYPES, type DataType } from './codes.data.js';

/** Bytes in front of the data of every record (RFC 2355 §8.1). */
export const HEADER_LENGTH = 5;

/** Largest sequence number that is counted up to; then comes 0 (TNE-095). */
export const MAX_SEQUENCE_NUMBER = 32767;

/** The header of a record, as it came; {@link checkHeader} says what of it counts. */
export interface Tn3270eHeader {
  readonly type: 'header';
  /** 0..255; one of {@link DATA_TYPES} when it is known. */
  readonly dataType: number;
  readonly requestFlag: number;
  readonly responseFlag: number;
  /** 0..65535. */
  readonly sequenceNumber: number;
}

/** A record without a byte: to be ignored (TNE-052). */
export interface EmptyRecord {
  readonly type: 'empty';
}

/**
 * Builds the five bytes that start every TN3270E record, before 255 is doubled.
 *
 * @param dataType - one of {@link DATA_TYPES}
 * @param requestFlag - 0..7, one of {@link REQUEST_FLAGS} or a sum of them; 0 where there is none
 * @param responseFlag - 0..2, one of {@link RESPONSE_FLAGS}, or of {@link RESPONSE_KINDS} on RESPONSE; 0 where there is none
 * @param sequenceNumber - 0..32767; 0 when RESPONSES was not agreed. 0..65535 on RESPONSE, which copies it
 * @returns A new array of 5 bytes, sequence number big-endian.
 * @throws UsageError `argument-invalid` when a number is outside its range.
 * @see RFC 2355 §8.1, TNE-050
 * @example
 * encodeHeader(DATA_TYPES.data3270, 0, RESPONSE_FLAGS.always, 7); // 00 00 02 00 07
 */
export function encodeHeader(
  dataType: DataType,
  requestFlag: number,
  responseFlag: number,
  sequenceNumber: number,
): Uint8Array {
  checkInteger('dataType', dataType, DATA_TYPES.data3270, DATA_TYPES.bid);
  checkInteger('requestFlag', requestFlag, 0, 7);
  checkInteger('responseFlag', responseFlag, 0, 2);
  checkInteger(
    'sequenceNumber',
    sequenceNumber,
    0,
    dataType === DATA_TYPES.response ? 65535 : MAX_SEQUENCE_NUMBER,
  );
  return Uint8Array.of(dataType, requestFlag, responseFlag, sequenceNumber >> 8, sequenceNumber);
}

/**
 * Reads the header of a record whose doubled 255s are single again. The data is what follows
 * {@link HEADER_LENGTH} bytes.
 *
 * @returns `record-too-short` for 1 to 4 bytes (TNE-052).
 */
export function decodeHeader(
  record: Uint8Array,
): Tn3270eHeader | EmptyRecord | FaultReport<'record-too-short'> {
  if (record.length === 0) return { type: 'empty' };
  if (record.length < HEADER_LENGTH) return report('record-too-short', 0, record.length);
  return {
    type: 'header',
    dataType: record[0] as number,
    requestFlag: record[1] as number,
    responseFlag: record[2] as number,
    sequenceNumber: ((record[3] as number) << 8) | (record[4] as number),
  };
}

/** The record of one message: header and data in a new array. Sizes are the data's plus 5. */
export function buildRecord(header: Uint8Array, data: Uint8Array): Uint8Array {
  if (header.length !== HEADER_LENGTH) {
    throw new UsageError('argument-invalid', `header must be ${HEADER_LENGTH} bytes, not ${header.length}`);
  }
  const record = new Uint8Array(HEADER_LENGTH + data.length);
  record.set(header);
  record.set(data, HEADER_LENGTH);
  return record;
}
