import { describe, expect, it } from 'vitest';
import { printable } from '../../src/bytes/index.js';
import { cp037, decodeMixed, decodeText, encodeMixed, encodeText } from '../../src/codepage/index.js';
import { cp930 } from '../../src/codepage/japanese/index.js';

const SIZE = 256 * 1024;

describe('[SEC-130] text of 256 KiB', () => {
  it('is decoded and encoded again', () => {
    const bytes = new Uint8Array(SIZE).fill(0xc1);
    const text = decodeText(cp037, bytes);
    expect(text.length).toBe(SIZE);
    expect(text === 'A'.repeat(SIZE)).toBe(true);
    const again = encodeText(cp037, text);
    expect([again.length, again.every((byte) => byte === 0xc1)]).toEqual([SIZE, true]);
  });

  it('with double-byte characters too', () => {
    const bytes = new Uint8Array(SIZE).fill(0x42);
    bytes[0] = 0x0e;
    bytes[SIZE - 1] = 0x0f;
    const text = decodeMixed(cp930, bytes);
    expect(text.length).toBeGreaterThanOrEqual(SIZE / 2 - 1);
    expect(encodeMixed(cp930, text).length).toBe(SIZE);
  });

  it('is made printable', () => {
    expect(printable(new Uint8Array(SIZE).fill(0x1b)).length).toBe(4 * SIZE);
  });
});
