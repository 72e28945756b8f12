import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHex } from '../../../src/bytes/index.js';
import { buildWindowSize, parseWindowSize } from '../../../src/telnet/options/index.js';
import { body, faultCodes } from './vectors.js';

describe('NAWS', () => {
  it('[TEL-146] builds the examples of RFC 1073', () => {
    expect(toHex(buildWindowSize(80, 24))).toBe('00500018');
    expect(toHex(buildWindowSize(300, 24))).toBe('012c0018');
  });

  it('[TEL-095] reads back what it builds, 255 and 0 included', () => {
    fc.assert(
      fc.property(fc.nat(65535), fc.nat(65535), (columns, rows) => {
        const expected = { type: 'windowSize', columns, rows };
        expect(parseWindowSize(buildWindowSize(columns, rows))).toEqual(expected);
      }),
      {
        examples: [
          [0, 0],
          [255, 255],
          [65535, 65535],
        ],
      },
    );
  });

  it('[TEL-095] reports every other length', () => {
    expect(faultCodes([parseWindowSize(new Uint8Array(0))])).toEqual(['subnegotiation-empty']);
    for (const length of [1, 2, 3, 5, 100]) {
      expect(parseWindowSize(new Uint8Array(length))).toEqual({
        type: 'fault',
        fault: { code: 'window-size-malformed', offset: 0, length },
      });
    }
    expect(parseWindowSize(body('00 50 00 18'))).toMatchObject({ columns: 80, rows: 24 });
  });

  it('refuses sizes that do not fit', () => {
    for (const [columns, rows] of [
      [-1, 0],
      [0, 65536],
      [1.5, 0],
    ] as const) {
      expect(() => buildWindowSize(columns, rows)).toThrow(
        expect.objectContaining({ code: 'argument-invalid' }),
      );
    }
  });
});
