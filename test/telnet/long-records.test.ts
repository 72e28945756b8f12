import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeRecord, type RecordLending, TelnetDecoder } from '../../src/telnet/index.js';
import { piecesOf } from './chunking.js';

const LIMITS = { subnegotiation: 4096, record: 1 << 20 };

/** Runs of one byte, short and long ones, with lengths about those at which the decoder takes another path. */
const run = fc.tuple(
  fc.constantFrom(0x40, 0x40, 0xff, 0xef, 0xf0),
  fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 1, max: 100 }) },
    { weight: 2, arbitrary: fc.integer({ min: 100, max: 5000 }) },
    { weight: 1, arbitrary: fc.integer({ min: 65_500, max: 65_600 }) },
  ),
);
const record: fc.Arbitrary<Uint8Array> = fc
  .array(run, { maxLength: 6 })
  .map((runs) => Uint8Array.from(runs.flatMap(([byte, count]) => new Array<number>(count).fill(byte))));
const sizes = fc.array(fc.oneof(fc.integer({ min: 1, max: 70 }), fc.integer({ min: 70, max: 140_000 })), {
  maxLength: 30,
});

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Compares without a deep comparison, which takes long for arrays of this size. */
function equal(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, i) => byte === other[i]);
}

const LENDINGS: readonly RecordLending[] = ['chunk', 'everything', 'nothing'];

/** Reads records and looks at none before the end; lent ones are copied before the next chunk, as whoever keeps them has to. */
function readRecords(
  chunks: readonly Uint8Array[],
  lends: RecordLending = 'chunk',
): { offset: number; bytes: Uint8Array }[] {
  const decoder = new TelnetDecoder(LIMITS);
  decoder.cutRecords = true;
  decoder.lends = lends;
  const list: { offset: number; bytes: Uint8Array }[] = [];
  for (const piece of chunks) {
    const chunk = piece.slice();
    decoder.receive(chunk);
    const lent: { offset: number; bytes: Uint8Array }[] = [];
    for (let token = decoder.next(); token !== undefined; token = decoder.next()) {
      if (token.type !== 'record') throw new Error(`a ${token.type} among records`);
      const item = { offset: token.offset, bytes: token.bytes };
      list.push(item);
      const ofChunk = token.bytes.buffer === chunk.buffer;
      if (lends === 'everything' || (lends === 'chunk' && ofChunk)) lent.push(item);
    }
    for (const item of lent) {
      const kept = item.bytes.slice();
      item.bytes.fill(0x55); // to change what was lent changes nothing that is still to be read
      item.bytes = kept;
    }
    chunk.fill(0xaa);
  }
  return list;
}

describe('long records', () => {
  it('[TEL-002] [TEL-004] [SEC-126] are read back in every cut, and none is changed by a later one', () => {
    fc.assert(
      fc.property(
        fc.array(record, { maxLength: 8 }),
        sizes,
        fc.constantFrom(...LENDINGS),
        (records, cuts, lends) => {
          const wires = records.map((bytes) => encodeRecord(new Uint8Array(0), bytes));
          const read = readRecords(piecesOf(concatenate(wires), cuts), lends);
          const offsets = wires.map((_, i) => wires.slice(0, i).reduce((sum, wire) => sum + wire.length, 0));
          expect(read.map(({ offset }) => offset)).toEqual(offsets);
          expect(read.map(({ bytes }, i) => equal(bytes, records[i] as Uint8Array))).toEqual(
            records.map(() => true),
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  it.each([1, 2, 3])('[SEC-129] half a million 255s in one record, cut every %i bytes', (size) => {
    const bytes = new Uint8Array(500_000).fill(0xff);
    const wire = encodeRecord(new Uint8Array(0), bytes);
    const cuts = new Array<number>(Math.floor(wire.length / size)).fill(size);
    const [read, ...others] = readRecords(piecesOf(wire, cuts));
    expect([read?.offset, others.length, equal(read?.bytes ?? new Uint8Array(0), bytes)]).toEqual([
      0,
      0,
      true,
    ]);
  });

  it.each([0x40, 0xff])(
    '[TEL-010] a record of %i above the limit is told once in a chunk of any size',
    (byte) => {
      for (const size of [1000, 65_535, 65_536, 65_537, 400_000]) {
        const wire = encodeRecord(new Uint8Array(0), new Uint8Array(400_000).fill(byte));
        const decoder = new TelnetDecoder({ subnegotiation: 10, record: 399_999 });
        decoder.cutRecords = true;
        const seen: unknown[] = [];
        for (const chunk of piecesOf(wire, new Array<number>(Math.ceil(wire.length / size)).fill(size))) {
          decoder.receive(chunk);
          for (let token = decoder.next(); token !== undefined; token = decoder.next()) {
            seen.push([token.type, token.offset, 'bytes' in token && token.bytes.length]);
          }
        }
        expect(seen).toEqual([['fault', 0, 64]]);
        expect(decoder.incomplete).toBe(false);
      }
    },
  );
});
