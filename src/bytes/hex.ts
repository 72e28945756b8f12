import { UsageError } from './usage-error.js';

const DIGITS = '0123456789abcdef';

/**
 * Writes bytes as lower-case hexadecimal without spaces, the form of transcripts.
 * @example
 * toHex(new Uint8Array([255, 253, 46])); // 'fffd2e'
 */
export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    text += DIGITS[byte >> 4] as string;
    text += DIGITS[byte & 15] as string;
  }
  return text;
}

/**
 * Reads hexadecimal; white space between bytes is allowed.
 * @throws {@link UsageError} `argument-invalid` when a character is no hex digit or a digit is missing.
 */
export function fromHex(text: string): Uint8Array {
  const digits = text.replace(/\s+/g, '');
  if (digits.length % 2 !== 0 || /[^0-9a-f]/i.test(digits)) {
    throw new UsageError(
      'argument-invalid',
      `hex must be pairs of digits 0-9 a-f, not '${text.slice(0, 40)}'`,
    );
  }
  const bytes = new Uint8Array(digits.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(digits.slice(i * 2, i * 2 + 2), 16);
  return bytes;
}
