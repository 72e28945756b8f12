import { UsageError } from '../bytes/index.js';
import type { CodePage } from './code-page.js';

/**
 * Text of EBCDIC bytes as a screen shows it: no controls, nothing that reorders text (SEC-124).
 *
 * @param start - first byte read
 * @param end - behind the last byte read
 */
export function decodeText(
  codePage: CodePage,
  bytes: Uint8Array,
  start = 0,
  end: number = bytes.length,
): string {
  const display = codePage.toDisplay;
  let text = '';
  for (let i = start; i < end; i++) text += String.fromCharCode(display[bytes[i] as number] as number);
  return text;
}

/**
 * Writes text as graphic EBCDIC bytes, one a character.
 *
 * @param target - takes the bytes from `offset` on; needs room for `text.length`
 * @returns The offset behind the last byte, or -1 minus the index in `text` of the first character that the page has not;
 * what stands before it is written then.
 */
export function encodeInto(codePage: CodePage, text: string, target: Uint8Array, offset: number): number {
  const latin1 = codePage.fromLatin1;
  for (let i = 0; i < text.length; i++) {
    // No page has characters beyond FFFF: a surrogate finds nothing.
    const codePoint = text.charCodeAt(i);
    const byte = codePoint < 256 ? (latin1[codePoint] as number) : codePage.encode(codePoint);
    if (byte <= 0) return -1 - i;
    target[offset + i] = byte;
  }
  return offset + text.length;
}

/**
 * Encodes text as graphic EBCDIC bytes 40..FE.
 *
 * @throws {@link UsageError} `not-encodable` when the page lacks a character; controls it always lacks, so text cannot
 * bring orders into a data stream.
 * @example
 * encodeText(cp037, 'logon'); // 93 96 87 96 95
 */
export function encodeText(codePage: CodePage, text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  const end = encodeInto(codePage, text, bytes, 0);
  if (end < 0) throw notEncodable(codePage, text, -1 - end);
  return bytes;
}

/** The error for a character that a page has not. */
export function notEncodable(codePage: CodePage, text: string, index: number): UsageError {
  const codePoint = (text.codePointAt(index) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return new UsageError('not-encodable', `${codePage.name} has no character U+${codePoint} (index ${index})`);
}
