import { findByte } from '../bytes/index.js';
import { type DoubleByteCodePage, isPair } from './double-byte.js';
import { decodeText, notEncodable } from './text.js';

/** Shift out: double-byte characters follow (DS-046, DS-183). */
export const SHIFT_OUT = 0x0e;
/** Shift in: single-byte characters follow (DS-046, DS-184). */
export const SHIFT_IN = 0x0f;

/** What may be wrong with mixed text, each with the security case that asks for it. */
export const MIXED_TEXT_FAULTS = {
  'shift-in-alone': { rule: 'SEC-092', means: 'SI without SO before it' },
  'shift-out-open': { rule: 'SEC-092', means: 'SO without SI behind it' },
  'half-pair': { rule: 'SEC-092', means: 'an odd number of bytes between SO and SI' },
  'pair-invalid': {
    rule: 'SEC-092',
    means: 'a double-byte code that is neither 0000, 4040 nor two bytes of 41..FE',
  },
} as const;
/** A key of {@link MIXED_TEXT_FAULTS}. */
export type MixedTextFault = keyof typeof MIXED_TEXT_FAULTS;

type FaultListener = (fault: MixedTextFault, offset: number) => void;

/**
 * Text of bytes with SO and SI, as a screen shows it: no controls, nothing that reorders text (SEC-124). SO and SI
 * themselves leave nothing; a pair without a meaning leaves an ideographic space, half a pair a blank.
 *
 * @param start - first byte read, in single-byte mode
 * @param end - behind the last byte read
 * @param onFault - told what is wrong and where: the offset in `bytes` of the shift, of the half or of the pair
 * @example
 * decodeMixed(cp930, Uint8Array.of(0xc1, 0x0e, 0x45, 0x66, 0x0f)); // 'A本'
 */
export function decodeMixed(
  page: DoubleByteCodePage,
  bytes: Uint8Array,
  start = 0,
  end: number = bytes.length,
  onFault?: FaultListener,
): string {
  const view = bytes.subarray(0, end); // so that no search goes further
  let text = '';
  for (let at = start; at < end; ) {
    const out = until(view, SHIFT_OUT, at, end);
    text += decodeSingle(page, view, at, out, onFault);
    if (out === end) break;
    const back = until(view, SHIFT_IN, out + 1, end);
    if (back === end) onFault?.('shift-out-open', out);
    text += decodePairs(page, view, out + 1, back, onFault);
    at = back + 1;
  }
  return text;
}

/** The index of a byte, or `end` where it does not come before. */
function until(bytes: Uint8Array, value: number, from: number, end: number): number {
  const index = findByte(bytes, value, from);
  return index < 0 || index > end ? end : index;
}

function decodeSingle(
  page: DoubleByteCodePage,
  bytes: Uint8Array,
  start: number,
  end: number,
  onFault: FaultListener | undefined,
): string {
  let text = '';
  for (let at = start; at < end; ) {
    const stop = until(bytes, SHIFT_IN, at, end);
    text += decodeText(page, bytes, at, stop);
    if (stop < end) onFault?.('shift-in-alone', stop);
    at = stop + 1;
  }
  return text;
}

function decodePairs(
  page: DoubleByteCodePage,
  bytes: Uint8Array,
  start: number,
  end: number,
  onFault: FaultListener | undefined,
): string {
  const { doubleByte } = page;
  let text = '';
  let at = start;
  for (; at + 1 < end; at += 2) {
    const pair = ((bytes[at] as number) << 8) | (bytes[at + 1] as number);
    if (pair !== 0 && !isPair(pair)) onFault?.('pair-invalid', at);
    text += doubleByte.display(pair);
  }
  if (at < end) {
    onFault?.('half-pair', at);
    text += ' ';
  }
  return text;
}

/**
 * Encodes text as graphic bytes, with SO before double-byte characters and SI behind them. A character that both
 * halves have becomes one byte, but for a letter with a combining mark that the pairs have as one.
 *
 * @returns A new array of at most four bytes a UTF-16 unit. Outside of SO and SI, which stand in turns, it has the
 * bytes 40..FE only.
 * @throws {@link UsageError} `not-encodable` when both halves lack a character.
 * @example
 * encodeMixed(cp930, 'A本'); // c1 0e 45 66 0f
 */
export function encodeMixed(page: DoubleByteCodePage, text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 4);
  let length = 0;
  let shifted = false;
  const shift = (out: boolean): void => {
    if (shifted !== out) bytes[length++] = out ? SHIFT_OUT : SHIFT_IN;
    shifted = out;
  };
  for (let i = 0; i < text.length; ) {
    const codePoint = text.codePointAt(i) as number;
    const pair = page.doubleByte.encodeAt(text, i);
    const piece = pair < 0 ? 0 : page.doubleByte.decodeText(pair).length;
    const byte = piece > (codePoint > 0xffff ? 2 : 1) ? -1 : page.encode(codePoint);
    if (byte >= 0) {
      shift(false);
      bytes[length++] = byte;
      i++;
    } else if (pair >= 0) {
      shift(true);
      bytes[length++] = pair >> 8;
      bytes[length++] = pair & 0xff;
      i += piece;
    } else throw notEncodable(page, text, i);
  }
  shift(false);
  return bytes.slice(0, length);
}
