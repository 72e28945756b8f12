import { checkInteger } from '../../bytes/index.js';
import { type FaultReport, report } from './effects.js';

/** A terminal's size in characters; 0 means "not stated". Advisory: it never changes 3270 geometry (TEL-097). */
export interface WindowSize {
  readonly type: 'windowSize';
  readonly columns: number;
  readonly rows: number;
}

/**
 * Builds the body of a NAWS subnegotiation; only a terminal sends one.
 *
 * @param columns - 0..65535; 0 means "not stated"
 * @param rows - 0..65535; 0 means "not stated"
 * @returns Four bytes, width then height, big-endian; a 255 in them is doubled by whoever frames them.
 * @throws UsageError `argument-invalid` when a number is outside its range.
 * @see RFC 1073 §2, TEL-095
 * @example
 * buildWindowSize(80, 24); // 00 50 00 18
 */
export function buildWindowSize(columns: number, rows: number): Uint8Array {
  checkInteger('columns', columns, 0, 65535);
  checkInteger('rows', rows, 0, 65535);
  return Uint8Array.of(columns >> 8, columns, rows >> 8, rows);
}

/** Reads the body of a NAWS subnegotiation, 255 not doubled. */
export function parseWindowSize(
  body: Uint8Array,
): WindowSize | FaultReport<'subnegotiation-empty' | 'window-size-malformed'> {
  if (body.length === 0) return report('subnegotiation-empty', 0, 0);
  if (body.length !== 4) return report('window-size-malformed', 0, body.length);
  const [width1 = 0, width0 = 0, height1 = 0, height0 = 0] = body;
  return { type: 'windowSize', columns: (width1 << 8) | width0, rows: (height1 << 8) | height0 };
}
