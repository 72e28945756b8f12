import { checkInteger } from '../bytes/index.js';

/**
 * The graphic EBCDIC byte for each six-bit value: halves of 12-bit addresses, field attributes, and by convention
 * the write control character (datastream sheet section 5, DS-085).
 */
const SIX_BIT_GRAPHICS: Uint8Array = /* @__PURE__ */ Uint8Array.of(
  ...[0x40, 0xc1, 0xc2, 0xc3, 0xc4, 0xc5, 0xc6, 0xc7, 0xc8, 0xc9, 0x4a, 0x4b, 0x4c, 0x4d, 0x4e, 0x4f],
  ...[0x50, 0xd1, 0xd2, 0xd3, 0xd4, 0xd5, 0xd6, 0xd7, 0xd8, 0xd9, 0x5a, 0x5b, 0x5c, 0x5d, 0x5e, 0x5f],
  ...[0x60, 0x61, 0xe2, 0xe3, 0xe4, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9, 0x6a, 0x6b, 0x6c, 0x6d, 0x6e, 0x6f],
  ...[0xf0, 0xf1, 0xf2, 0xf3, 0xf4, 0xf5, 0xf6, 0xf7, 0xf8, 0xf9, 0x7a, 0x7b, 0x7c, 0x7d, 0x7e, 0x7f],
);

/** Positions that 12-bit addresses reach; larger buffers are addressed with 14 bits (DS-080). */
export const MAXIMUM_12_BIT_POSITIONS = 4096;

/** Positions that 14-bit addresses reach (DS-168). */
export const MAXIMUM_14_BIT_POSITIONS = 16384;

/**
 * Makes a byte graphic: keeps its low six bits and chooses the two high ones by {@link SIX_BIT_GRAPHICS}.
 * @param value - only its low six bits count
 */
export function graphicByte(value: number): number {
  return SIX_BIT_GRAPHICS[value & 0x3f] as number;
}

/**
 * Reads a buffer address of two bytes (DS-076 to DS-081). High bits 00 mean 14 bits; 01 and 11 mean 12 bits, and so
 * does the reserved form 10, as in x3270 (SEC-084).
 * @returns 0..16383, not compared with any screen size.
 */
export function decodeAddress(first: number, second: number): number {
  return (first & 0xc0) === 0 ? (first << 8) | second : ((first & 0x3f) << 6) | (second & 0x3f);
}

/**
 * Reads a 16-bit address, as partitions created with that addressing mode have (DS-079).
 * @returns 0..65535
 */
export function decodeAddress16(first: number, second: number): number {
  return (first << 8) | second;
}

/**
 * How buffer addresses stand on the wire: in the 12-bit and 14-bit forms that every terminal has, or with 16 bits, in
 * partitions that were created with that addressing mode (DS-079, SF-057). The terminal of this library has none of these and
 * claims none (SF-093); this is for what else reads and builds data streams.
 */
export type Addressing = 'bits12And14' | 'bits16';

/** Positions that 16-bit addresses reach. */
const MAXIMUM_16_BIT_POSITIONS = 65536;

/** The most positions that a form of addresses reaches. */
export function maximumPositions(addressing: Addressing | undefined): number {
  return addressing === 'bits16' ? MAXIMUM_16_BIT_POSITIONS : MAXIMUM_14_BIT_POSITIONS;
}

/**
 * Encodes a buffer address as two bytes, in one number: 12-bit form, in graphic bytes, where the buffer has at most
 * 4096 positions, else the 14-bit form (DS-080).
 *
 * @param address - 0..16383
 * @param positionCount - rows times columns of the buffer
 * @returns First byte times 256 plus second byte.
 * @example
 * encodeAddress(1919, 1920); // 0x5d7f
 */
export function encodeAddress(address: number, positionCount: number): number {
  if (positionCount > MAXIMUM_12_BIT_POSITIONS) return address & 0x3fff;
  return (
    ((SIX_BIT_GRAPHICS[(address >> 6) & 0x3f] as number) << 8) | (SIX_BIT_GRAPHICS[address & 0x3f] as number)
  );
}

/**
 * The address of a row and a column, both counted from 1 as people do (DS-083).
 * @param columns - of the whole screen
 * @throws {@link UsageError} `argument-invalid` when the column is not on the screen or the row is below 1.
 * @example
 * addressAt(24, 80, 80); // 1919
 */
export function addressAt(row: number, column: number, columns: number): number {
  checkInteger('row', row, 1, 0xffff);
  checkInteger('column', column, 1, columns);
  return (row - 1) * columns + (column - 1);
}
