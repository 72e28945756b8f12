import { graphicAscii, UsageError } from '../../bytes/index.js';

/** Longest LU, resource or device name taken from a peer or from the embedder (TNE-018, SECURITY-CASES limits). */
export const MAX_NAME_LENGTH = 64;

/**
 * Reads a name of the peer: 1..{@link MAX_NAME_LENGTH} graphic ASCII characters, in capitals, since names are
 * compared without regard to case (RFC 2355 §7.1.1, TNE-018). Nothing is trimmed.
 *
 * @returns undefined when the name is empty, too long or has another byte (SEC-050, SEC-062).
 */
export function readName(bytes: Uint8Array): string | undefined {
  if (bytes.length === 0 || bytes.length > MAX_NAME_LENGTH) return undefined;
  return graphicAscii(bytes)?.toUpperCase();
}

/**
 * Checks a name that the embedder gave. `@` is legal: SNA names may hold it.
 *
 * @param argument - what the name is, for the message
 * @param value - the name
 * @param maximum - longest length allowed
 * @throws UsageError `argument-invalid`
 */
export function checkName(
  argument: string,
  value: unknown,
  maximum: number = MAX_NAME_LENGTH,
): asserts value is string {
  const legal =
    typeof value === 'string' && value.length >= 1 && value.length <= maximum && !/[^\x21-\x7e]/.test(value);
  if (!legal) {
    throw new UsageError(
      'argument-invalid',
      `${argument} must be 1 to ${maximum} graphic ASCII characters, not ${typeof value === 'string' ? JSON.stringify(value.slice(0, 80)) : typeof value}`,
    );
  }
}
