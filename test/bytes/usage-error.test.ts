import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkBytes, checkInteger, UsageError } from '../../src/bytes/index.js';

describe('UsageError', () => {
  it('is an Error with a code', () => {
    const error = new UsageError('state-forbids', 'the session is closed');
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      name: 'UsageError',
      code: 'state-forbids',
      message: 'the session is closed',
    });
  });
});

describe('checkInteger', () => {
  it('accepts exactly the whole numbers of its range', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 50 }), (value) => {
        const check = (): void => checkInteger('rows', value, -10, 10);
        if (value >= -10 && value <= 10) expect(check).not.toThrow();
        else expect(check).toThrow(UsageError);
      }),
    );
  });

  it.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, '5', null, undefined, 5n, [5], { valueOf: () => 5 }])(
    'refuses %s',
    (value) => {
      expect(() => checkInteger('rows', value, 0, 10)).toThrow(UsageError);
    },
  );

  it('names argument, range and value', () => {
    expect(() => checkInteger('rows', 11, 0, 10)).toThrow('rows must be a whole number from 0 to 10, not 11');
  });
});

describe('[SEC-131] checkBytes', () => {
  it('accepts arrays, views at odd offsets, and subclasses', () => {
    class Bytes extends Uint8Array {}
    for (const value of [new Uint8Array(0), new Uint8Array(9).subarray(1, 4), new Bytes(3)]) {
      expect(() => checkBytes('chunk', value)).not.toThrow();
    }
  });

  it.each([
    ['a plain array', [1, 2]],
    ['null', null],
    ['undefined', undefined],
    ['text', 'ff'],
    ['a buffer', new ArrayBuffer(2)],
    ['a DataView', new DataView(new ArrayBuffer(2))],
    ['16-bit numbers', new Uint16Array(2)],
    ['a look-alike', { length: 1, 0: 255, buffer: new ArrayBuffer(1) }],
  ])('refuses %s', (_, value) => {
    expect(() => checkBytes('chunk', value)).toThrow(/^chunk must be a Uint8Array, not /);
    expect(() => checkBytes('chunk', value)).toThrow(UsageError);
  });

  it('refuses memory that another thread could change', () => {
    // Memory of WebAssembly, since a page without cross-origin isolation has no SharedArrayBuffer to construct.
    const { buffer } = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
    expect(() => checkBytes('chunk', new Uint8Array(buffer))).toThrow(/another thread/);
  });

  it('refuses a resizable buffer', () => {
    const buffer = new (ArrayBuffer as unknown as new (size: number, options: object) => ArrayBuffer)(2, {
      maxByteLength: 4,
    });
    expect(() => checkBytes('chunk', new Uint8Array(buffer))).toThrow(/resizable/);
  });

  it('refuses a detached buffer', () => {
    const bytes = new Uint8Array(4);
    structuredClone(bytes, { transfer: [bytes.buffer] });
    expect(() => checkBytes('chunk', bytes)).toThrow(UsageError);
  });
});
