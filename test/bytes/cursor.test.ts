import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteCursor } from '../../src/bytes/index.js';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe('ByteCursor', () => {
  it('reads big-endian integers in turn', () => {
    const cursor = new ByteCursor(bytes(0x01, 0x02, 0x03, 0xff, 0xfe, 0xfd, 0xfc));
    expect(cursor.uint8()).toBe(1);
    expect(cursor.uint16()).toBe(0x0203);
    expect(cursor.remaining).toBe(4);
    expect(cursor.uint32()).toBe(0xfffefdfc);
    expect(cursor.remaining).toBe(0);
  });

  it.each([
    ['uint8', 0],
    ['uint16', 1],
    ['uint32', 3],
  ] as const)('%s that does not fit is -1, and leaves nothing to read', (method, count) => {
    const cursor = new ByteCursor(new Uint8Array(count).fill(7));
    expect(cursor[method]()).toBe(-1);
    expect(cursor.remaining).toBe(0);
    expect(cursor.uint8()).toBe(-1);
    expect(cursor.offset).toBe(count);
  });

  it('a group of reads fails at its last one when any did not fit', () => {
    const cursor = new ByteCursor(bytes(1, 2, 3));
    cursor.uint16();
    cursor.uint16();
    expect(cursor.uint8()).toBe(-1);
  });

  it('takes views, fewer bytes where fewer are left', () => {
    const all = bytes(1, 2, 3, 4, 5);
    const cursor = new ByteCursor(all, 1);
    const two = cursor.take(2);
    expect([...two]).toEqual([2, 3]);
    expect(two.buffer).toBe(all.buffer);
    expect([...cursor.take(9)]).toEqual([4, 5]);
    expect(cursor.take(1)).toHaveLength(0);
  });

  it('reads from an offset, and never past the end given', () => {
    const cursor = new ByteCursor(bytes(1, 2, 3, 4, 5), 1, 3);
    expect(cursor.remaining).toBe(2);
    expect(cursor.uint8()).toBe(2);
    expect(cursor.uint16()).toBe(-1);
    expect(new ByteCursor(bytes(1, 2), 0, 99).end).toBe(2);
  });

  it('agrees with DataView, and keeps offset within 0..end whatever is read', () => {
    const read = fc.oneof(
      fc.constantFrom('uint8' as const, 'uint16' as const, 'uint32' as const),
      fc.nat(12),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.array(read, { maxLength: 20 }), (all, reads) => {
        const cursor = new ByteCursor(all);
        const view = new DataView(all.buffer, all.byteOffset, all.byteLength);
        const sizes = { uint8: 1, uint16: 2, uint32: 4 };
        let at = 0;
        for (const what of reads) {
          if (typeof what === 'number') {
            const stop = Math.min(at + what, all.length);
            expect([...cursor.take(what)]).toEqual([...all.slice(at, stop)]);
            at = stop;
          } else {
            const fits = at + sizes[what] <= all.length;
            const getter = { uint8: 'getUint8', uint16: 'getUint16', uint32: 'getUint32' } as const;
            expect(cursor[what]()).toBe(fits ? view[getter[what]](at) : -1);
            at = fits ? at + sizes[what] : all.length;
          }
          expect(cursor.offset).toBe(at);
          expect(cursor.remaining).toBe(all.length - at);
        }
      }),
    );
  });
});
