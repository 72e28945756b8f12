import { describe, expect, it } from 'vitest';
import {
  addressAt,
  decodeAddress,
  decodeAddress16,
  encodeAddress,
  graphicByte,
} from '../../src/datastream/index.js';

describe('buffer addresses', () => {
  it('[DS-076] [DS-077] [DS-078] [DS-081] [SEC-084] decodes all 65 536 pairs of bytes', () => {
    for (let first = 0; first < 256; first++) {
      for (let second = 0; second < 256; second++) {
        const high = first >> 6;
        // 00 is 14 bits; 01, 11 and, as in x3270, the reserved 10 are 12 bits.
        const expected = high === 0 ? (first % 64) * 256 + second : (first % 64) * 64 + (second % 64);
        if (decodeAddress(first, second) !== expected) expect([first, second]).toBe(expected);
      }
    }
  });

  it('[DS-079] decodes 16 bits', () => {
    expect(decodeAddress16(0xff, 0xfe)).toBe(65534);
  });

  it.each([
    [0, 0x4040],
    [79, 0xc14f],
    [80, 0xc150],
    [1919, 0x5d7f],
    [1760, 0x5b60],
  ])('[DS-086] encodes %i', (address, bytes) => {
    expect(encodeAddress(address, 1920)).toBe(bytes);
  });

  it('[DS-080] takes 14 bits for buffers of more than 4096 positions', () => {
    expect(encodeAddress(4095, 4096)).toBe(0x7f7f);
    expect(encodeAddress(4096, 4097)).toBe(0x1000);
    expect(encodeAddress(4095, 4097)).toBe(0x0fff);
    expect(encodeAddress(16383, 16384)).toBe(0x3fff);
  });

  it('[DS-080] decodes what it encoded, for every address of every form', () => {
    for (const positions of [1920, 4096, 5000, 16384]) {
      for (let address = 0; address < positions; address++) {
        const bytes = encodeAddress(address, positions);
        if (decodeAddress(bytes >> 8, bytes & 0xff) !== address) expect(bytes).toBe(address);
      }
    }
  });

  it('[DS-085] has the 64 graphic bytes of the table', () => {
    // Columns 4, C (letters A to I), then by rows, as the sheet lists them.
    const rows = [
      '40 C1 C2 C3 C4 C5 C6 C7 C8 C9 4A 4B 4C 4D 4E 4F',
      '50 D1 D2 D3 D4 D5 D6 D7 D8 D9 5A 5B 5C 5D 5E 5F',
      '60 61 E2 E3 E4 E5 E6 E7 E8 E9 6A 6B 6C 6D 6E 6F',
      'F0 F1 F2 F3 F4 F5 F6 F7 F8 F9 7A 7B 7C 7D 7E 7F',
    ];
    expect(Array.from({ length: 64 }, (_, value) => graphicByte(value))).toEqual(
      rows
        .join(' ')
        .split(' ')
        .map((hex) => Number.parseInt(hex, 16)),
    );
    expect(graphicByte(0xff)).toBe(0x7f);
  });

  it('[DS-083] counts rows and columns from 1', () => {
    expect(addressAt(1, 1, 80)).toBe(0);
    expect(addressAt(24, 80, 80)).toBe(1919);
    for (const [row, column] of [
      [0, 1],
      [1, 0],
      [1, 81],
      [1.5, 1],
    ] as const) {
      expect(() => addressAt(row, column, 80)).toThrow(expect.objectContaining({ code: 'argument-invalid' }));
    }
  });
});
