import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteWriter } from '../../src/bytes/index.js';

describe('ByteWriter', () => {
  it('writes bytes, big-endian numbers, parts of arrays and runs', () => {
    const writer = new ByteWriter();
    writer.byte(0x1ff);
    writer.uint16(0x12345);
    writer.bytes(Uint8Array.of(1, 2, 3, 4), 1, 3);
    writer.bytes(Uint8Array.of(9));
    writer.fill(7, 3);
    expect(writer.length).toBe(9);
    expect([...writer.view()]).toEqual([0xff, 0x23, 0x45, 2, 3, 9, 7, 7, 7]);
  });

  it('starts without storage', () => {
    expect(new ByteWriter().view().buffer.byteLength).toBe(0);
  });

  it('writes nothing for an empty or backward range', () => {
    const writer = new ByteWriter();
    writer.bytes(Uint8Array.of(1, 2), 2, 2);
    writer.bytes(Uint8Array.of(1, 2), 2, 1);
    writer.fill(1, 0);
    expect(writer.length).toBe(0);
  });

  it('overwrites a number written before', () => {
    const writer = new ByteWriter();
    writer.fill(0, 4);
    writer.setUint16(1, 0xabcd);
    expect([...writer.take()]).toEqual([0, 0xab, 0xcd, 0]);
  });

  it('[SEC-128] take gives a copy that lies on a buffer of exactly its length', () => {
    const writer = new ByteWriter();
    writer.byte(1);
    const first = writer.take();
    expect(first.buffer.byteLength).toBe(1);
    writer.byte(2);
    expect([...first]).toEqual([1]);
    expect([...writer.take()]).toEqual([2]);
    expect(writer.take()).toHaveLength(0);
  });

  it('[SEC-128] take gives storage that is full away, and writes to it no more', () => {
    const writer = new ByteWriter();
    for (let i = 0; i < 64; i++) writer.byte(i);
    const full = writer.take();
    expect(full.buffer.byteLength).toBe(64);
    writer.fill(0xee, 64);
    expect([...full]).toEqual(Array.from({ length: 64 }, (_, i) => i));
  });

  it('adopts an array without a copy where nothing stands before it, and else copies', () => {
    const writer = new ByteWriter();
    const given = Uint8Array.of(1, 2, 3);
    writer.adopt(given);
    expect(writer.length).toBe(3);
    expect(writer.take()).toBe(given);
    writer.adopt(given);
    writer.byte(4);
    expect([...writer.take()]).toEqual([1, 2, 3, 4]);
    expect([...given]).toEqual([1, 2, 3]);
    writer.byte(9);
    writer.adopt(given);
    given.fill(0);
    expect([...writer.take()]).toEqual([9, 1, 2, 3]);
  });

  it('copies what it is given', () => {
    const source = Uint8Array.of(1, 2);
    const writer = new ByteWriter();
    writer.bytes(source);
    source.fill(9);
    expect([...writer.view()]).toEqual([1, 2]);
  });

  it('gives storage above 4 KiB back when it is emptied, and keeps less', () => {
    const writer = new ByteWriter();
    writer.fill(1, 4096);
    writer.clear();
    expect(writer.view().buffer.byteLength).toBe(4096);
    writer.fill(1, 4097);
    writer.clear();
    expect(writer.view().buffer.byteLength).toBe(0);
    writer.fill(1, 5000);
    writer.take();
    expect(writer.view().buffer.byteLength).toBe(0);
  });

  it('[SEC-129] grows by doubling, so that single bytes cost no more the more there are', () => {
    const writer = new ByteWriter();
    const buffers = new Set<unknown>();
    for (let i = 0; i < 100_000; i++) {
      writer.byte(i);
      buffers.add(writer.view().buffer);
    }
    expect(buffers.size).toBeLessThan(13);
    expect(writer.view()[99_999]).toBe(99_999 & 255);
  });

  it('holds what was written, whatever the order of calls', () => {
    const call = fc.oneof(
      fc.record({ do: fc.constant('byte' as const), value: fc.nat(255) }),
      fc.record({ do: fc.constant('uint16' as const), value: fc.nat(65535) }),
      fc.record({ do: fc.constant('fill' as const), value: fc.nat(255), count: fc.nat(200) }),
      fc.record({ do: fc.constant('bytes' as const), bytes: fc.uint8Array({ maxLength: 300 }) }),
      fc.record({ do: fc.constant('adopt' as const), bytes: fc.uint8Array({ maxLength: 300 }) }),
      fc.record({ do: fc.constantFrom('take' as const, 'clear' as const) }),
    );
    fc.assert(
      fc.property(fc.array(call, { maxLength: 40 }), (calls) => {
        const writer = new ByteWriter();
        let expected: number[] = [];
        for (const step of calls) {
          if (step.do === 'byte') writer.byte(step.value);
          if (step.do === 'byte') expected.push(step.value);
          if (step.do === 'uint16') writer.uint16(step.value);
          if (step.do === 'uint16') expected.push(step.value >> 8, step.value & 255);
          if (step.do === 'fill') writer.fill(step.value, step.count);
          if (step.do === 'fill') expected.push(...new Array<number>(step.count).fill(step.value));
          if (step.do === 'bytes') writer.bytes(step.bytes);
          if (step.do === 'bytes') expected.push(...step.bytes);
          if (step.do === 'adopt') writer.adopt(step.bytes.slice());
          if (step.do === 'adopt') expected.push(...step.bytes);
          if (step.do === 'take') expect([...writer.take()]).toEqual(expected);
          if (step.do === 'clear') writer.clear();
          if (step.do === 'take' || step.do === 'clear') expected = [];
          expect(writer.length).toBe(expected.length);
        }
        expect([...writer.view()]).toEqual(expected);
      }),
    );
  });
});
