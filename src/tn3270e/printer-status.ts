import { NEGATIVE_RESPONSES, SENSE_CODES } from './codes.data.js';

/** What a printer without TN3270E says after each record (RFC 1646 §5). */
export interface PrinterStatus {
  /** Device end without an error: the record was printed. */
  readonly positive: boolean;
  /** The byte that a TN3270E RESPONSE would have; undefined when the record was printed or RFC 2355 has no byte for it. */
  readonly code: number | undefined;
  /** What a host tells the application (RFC 1646 §5.1.1, TEL-135). */
  readonly sense: number | undefined;
}

/** Heading of a status record. */
const HEADING: readonly number[] = [0x01, 0x6c, 0xd9];

/** Bits of the second status byte, the strongest first (TEL-134). */
const errors = (): readonly (readonly [mask: number, code: number | undefined, sense: number])[] => [
  [0x20, NEGATIVE_RESPONSES.commandReject, SENSE_CODES.commandReject],
  [0x10, NEGATIVE_RESPONSES.interventionRequired, SENSE_CODES.interventionRequired],
  [0x08, NEGATIVE_RESPONSES.componentDisconnected, SENSE_CODES.interventionRequired],
  [0x04, undefined, SENSE_CODES.dataCheck],
  [0x01, NEGATIVE_RESPONSES.operationCheck, SENSE_CODES.operationCheck],
];

/**
 * Reads the status record of a printer in classic TN3270.
 * @param record - without IAC EOR, 255 not doubled
 * @returns undefined for any other record.
 * @see RFC 1646 §5.1, TEL-133, TEL-134
 * @example
 * parsePrinterStatus(fromHex('016cd90200')); // { positive: true, code: undefined, sense: undefined }
 */
export function parsePrinterStatus(record: Uint8Array): PrinterStatus | undefined {
  if (record.length !== 5 || !HEADING.every((byte, index) => record[index] === byte)) return undefined;
  const status = record[4] as number;
  const found = errors().find(([mask]) => (status & mask) !== 0);
  return { positive: found === undefined, code: found?.[1], sense: found?.[2] };
}

/** Builds a status record: device end, or unit specify with the bits of an error (TEL-134). */
export function buildPrinterStatus(errors: number): Uint8Array {
  const [a, b, c] = HEADING as [number, number, number];
  return Uint8Array.of(a, b, c, errors === 0 ? 0x02 : 0x04, errors & 0x3d);
}
