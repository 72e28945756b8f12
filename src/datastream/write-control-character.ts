import { UsageError } from '../bytes/index.js';
import { graphicByte } from './address.js';

/** Bits of the write control character (WCC, DS-023 to DS-029). */
export const WRITE_CONTROL = {
  /** With an erase: the reply mode goes back to field mode, partitions to their default. */
  reset: 0x40,
  /** The two bits of the printout format. */
  printout: 0x30,
  startPrinter: 0x08,
  soundAlarm: 0x04,
  /** The keyboard is unlocked and the kept AID reset. */
  keyboardRestore: 0x02,
  /** All modified data tags are reset before the data is written. */
  resetModified: 0x01,
} as const;

/** The write control character (WCC), bit by bit. */
export interface WriteControlCharacter {
  readonly reset: boolean;
  /** Characters a printed line, 0 where NL, CR and EM end the lines (DS-025). */
  readonly lineLength: 0 | 40 | 64 | 80;
  readonly startPrinter: boolean;
  readonly soundAlarm: boolean;
  readonly keyboardRestore: boolean;
  readonly resetModified: boolean;
}

const LINE_LENGTHS = [0, 40, 64, 80] as const;

/** Reads a write control character; bit 0 has no meaning. */
export function parseWriteControlCharacter(byte: number): WriteControlCharacter {
  return {
    reset: (byte & WRITE_CONTROL.reset) !== 0,
    lineLength: LINE_LENGTHS[(byte & WRITE_CONTROL.printout) >> 4] as 0 | 40 | 64 | 80,
    startPrinter: (byte & WRITE_CONTROL.startPrinter) !== 0,
    soundAlarm: (byte & WRITE_CONTROL.soundAlarm) !== 0,
    keyboardRestore: (byte & WRITE_CONTROL.keyboardRestore) !== 0,
    resetModified: (byte & WRITE_CONTROL.resetModified) !== 0,
  };
}

/**
 * Builds a write control character. What is left out is off, but for `reset`: all bytes of the table of graphic
 * characters have its bit, so it is on unless it is set to false, and the byte is 80..BF then (DS-032).
 *
 * @throws {@link UsageError} `argument-invalid` when `lineLength` is none of 0, 40, 64, 80.
 * @example
 * buildWriteControlCharacter({ keyboardRestore: true, resetModified: true }); // 0xc3
 */
export function buildWriteControlCharacter(bits: Partial<WriteControlCharacter>): number {
  const { lineLength = 0 } = bits;
  if (!LINE_LENGTHS.includes(lineLength)) {
    throw new UsageError('argument-invalid', `lineLength must be 0, 40, 64 or 80, not ${String(lineLength)}`);
  }
  const value =
    (LINE_LENGTHS.indexOf(lineLength) << 4) |
    (bits.startPrinter ? WRITE_CONTROL.startPrinter : 0) |
    (bits.soundAlarm ? WRITE_CONTROL.soundAlarm : 0) |
    (bits.keyboardRestore ? WRITE_CONTROL.keyboardRestore : 0) |
    (bits.resetModified ? WRITE_CONTROL.resetModified : 0);
  return bits.reset === false ? 0x80 | value : graphicByte(value);
}
