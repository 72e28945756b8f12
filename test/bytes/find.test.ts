import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findByte } from '../../src/bytes/index.js';

/** Few values, so that most searches find something. */
const fewValues: fc.Arbitrary<Uint8Array> = fc
  .array(fc.constantFrom(0, 1, 0xef, 0xff), { maxLength: 50 })
  .map((values) => Uint8Array.from(values));

describe('findByte', () => {
  it('finds the first match at or after an index', () => {
    const bytes = Uint8Array.of(5, 0xff, 5, 0xff);
    expect(findByte(bytes, 0xff, 0)).toBe(1);
    expect(findByte(bytes, 0xff, 1)).toBe(1);
    expect(findByte(bytes, 0xff, 2)).toBe(3);
    expect(findByte(bytes, 0xff, 4)).toBe(-1);
    expect(findByte(bytes, 0, 0)).toBe(-1);
    expect(findByte(new Uint8Array(0), 0, 0)).toBe(-1);
  });

  it('counts from the start of a view, and sees nothing outside it', () => {
    const view = Uint8Array.of(1, 2, 3, 2, 1).subarray(1, 4);
    expect(findByte(view, 2, 1)).toBe(2);
    expect(findByte(view, 1, 0)).toBe(-1);
  });

  it('agrees with a search byte by byte', () => {
    fc.assert(
      fc.property(fewValues, fc.constantFrom(0, 1, 0xef, 0xff, 7), fc.nat(50), (bytes, value, start) => {
        const from = Math.min(start, bytes.length);
        const expected = [...bytes].findIndex((byte, index) => index >= from && byte === value);
        expect(findByte(bytes, value, from)).toBe(expected);
      }),
    );
  });
});
