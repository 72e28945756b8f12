import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asciiBytes, fromHex, graphicAscii, printable, toHex, UsageError } from '../../src/bytes/index.js';

const codeOf = (call: () => unknown): string => {
  try {
    call();
  } catch (error) {
    if (error instanceof UsageError) return error.code;
    throw error;
  }
  return 'nothing thrown';
};

describe('hexadecimal', () => {
  it('writes two lower-case digits a byte', () => {
    expect(toHex(Uint8Array.of(0, 0x0a, 0xff, 0xfd, 0x2e))).toBe('000afffd2e');
    expect(toHex(new Uint8Array(0))).toBe('');
  });

  it('reads either case, and white space between bytes', () => {
    expect([...fromHex(' FFfd\n2e\t')]).toEqual([0xff, 0xfd, 0x2e]);
    expect(fromHex('')).toHaveLength(0);
  });

  it.each(['f', 'fff', 'fg', '0x12', 'ff,fd', '－１'])('[SEC-135] refuses %j', (text) => {
    expect(codeOf(() => fromHex(text))).toBe('argument-invalid');
  });

  it('shows at most 40 characters of what it refuses', () => {
    expect(() => fromHex('z'.repeat(1000))).toThrow(/'z{40}'$/);
  });

  it('reads what it wrote', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(fromHex(toHex(bytes))).toEqual(bytes);
        expect(toHex(fromHex(toHex(bytes).toUpperCase()))).toBe(toHex(bytes));
      }),
    );
  });
});

describe('names on the wire', () => {
  it('are graphic ASCII, or undefined', () => {
    expect(graphicAscii(asciiBytes('IBM-3278-2-E'))).toBe('IBM-3278-2-E');
    expect(graphicAscii(new Uint8Array(0))).toBe('');
    expect(graphicAscii(Uint8Array.of(0x21, 0x7e))).toBe('!~');
  });

  it.each([0x00, 0x0a, 0x1b, 0x20, 0x7f, 0x80, 0x9b, 0xff])('byte %i is none', (byte) => {
    expect(graphicAscii(Uint8Array.of(0x41, byte))).toBeUndefined();
  });

  it('write what they read', () => {
    const text = fc.string({ unit: fc.integer({ min: 0x21, max: 0x7e }).map((c) => String.fromCharCode(c)) });
    fc.assert(
      fc.property(text, (name) => {
        expect(graphicAscii(asciiBytes(name))).toBe(name);
      }),
    );
  });
});

describe('[SEC-125] printable', () => {
  it('shows every byte outside 20..7e as \\xNN, and a backslash doubled', () => {
    expect(printable(Uint8Array.of(0x1b, 0x5d, 0x30, 0x3b, 0x07, 0x5c, 0x9b, 0x7f, 0x20, 0x7e))).toBe(
      '\\x1b]0;\\x07\\\\\\x9b\\x7f ~',
    );
  });

  it('holds only graphic ASCII, and nothing is lost', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const text = printable(bytes);
        expect(text).toMatch(/^[\x20-\x7e]*$/);
        const read = text.replace(/\\(\\|x(..))/g, (_, all: string, hex?: string) =>
          hex === undefined ? all : String.fromCharCode(Number.parseInt(hex, 16)),
        );
        expect([...read].map((char) => char.charCodeAt(0))).toEqual([...bytes]);
      }),
    );
  });
});
