import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.js';
import { type RecordLending, TelnetDecoder } from '../../src/telnet/index.js';

function decoderThat(lends: RecordLending): TelnetDecoder {
  const decoder = new TelnetDecoder();
  decoder.cutRecords = true;
  decoder.lends = lends;
  return decoder;
}

/** The bytes of the records in a chunk. */
function read(decoder: TelnetDecoder, chunk: Uint8Array): Uint8Array[] {
  const records: Uint8Array[] = [];
  decoder.receive(chunk);
  for (let token = decoder.next(); token !== undefined; token = decoder.next()) {
    if (token.type === 'record') records.push(token.bytes);
  }
  return records;
}

const hexOf = (records: readonly Uint8Array[]): string[] => records.map((record) => toHex(record));

/** Longer than what is read byte by byte: a record of some length with a 255 in its middle. */
function longRecord(byte: number, size = 100): { wire: Uint8Array; record: Uint8Array } {
  const half = new Uint8Array(size).fill(byte);
  return {
    wire: Uint8Array.of(...half, 0xff, 0xff, ...half, 0xff, 0xef),
    record: Uint8Array.of(...half, 0xff, ...half),
  };
}

describe('which bytes of records are lent', () => {
  it('nothing: also a record that lies whole in the chunk is a copy, empty ones and short ones too', () => {
    for (const hex of ['f5c3ffef', 'f5c3ffef f1ffef', `${'41'.repeat(200)}ffef 42ffef`]) {
      const chunk = fromHex(hex);
      const decoder = decoderThat('nothing');
      const records = read(decoder, chunk);
      const expected = hexOf(records);
      expect(records.every((record) => record.buffer !== chunk.buffer)).toBe(true);
      chunk.fill(0xaa);
      read(decoder, longRecord(0x43).wire);
      expect(hexOf(records)).toEqual(expected);
    }
    expect(hexOf(read(decoderThat('nothing'), fromHex('ffef f1ffef ffef')))).toEqual(['', 'f1', '']);
  });

  it('everything: the memory of one chunk serves the next while the stream is busy', () => {
    const decoder = decoderThat('everything');
    const [first] = read(decoder, longRecord(0x41, 5000).wire);
    const [second] = read(decoder, longRecord(0x42, 5000).wire);
    expect(first?.buffer).toBe(second?.buffer);
    expect(toHex(second as Uint8Array)).toBe(toHex(longRecord(0x42, 5000).record));
    read(decoder, fromHex('f1c3ffef')); // lent as a view of the chunk
    const [third] = read(decoder, longRecord(0x43, 5000).wire);
    expect(third?.buffer).not.toBe(first?.buffer);
  });

  it('everything: a little memory is not kept, so that an idle decoder has none', () => {
    const decoder = decoderThat('everything');
    const [first] = read(decoder, longRecord(0x41).wire);
    const [second] = read(decoder, longRecord(0x42).wire);
    expect(first?.buffer).not.toBe(second?.buffer);
    expect(toHex(first as Uint8Array)).toBe(toHex(longRecord(0x41).record));
  });

  it('everything: what one decoder lends is not touched by another', () => {
    const one = decoderThat('everything');
    const other = decoderThat('everything');
    for (let i = 0; i < 5; i++) {
      const lent = read(one, longRecord(0x41).wire);
      const more = read(other, longRecord(0x42).wire);
      expect(hexOf([...lent, ...more])).toEqual([
        toHex(longRecord(0x41).record),
        toHex(longRecord(0x42).record),
      ]);
    }
  });

  it('everything: a record that is open while another decoder reads is kept', () => {
    const one = decoderThat('everything');
    const other = decoderThat('everything');
    read(one, longRecord(0x40).wire);
    const { wire, record } = longRecord(0x41);
    expect(read(one, wire.subarray(0, 150))).toEqual([]);
    read(other, longRecord(0x42).wire);
    expect(hexOf(read(one, wire.subarray(150)))).toEqual([toHex(record)]);
  });

  it('what was given for good stays so when more is lent from then on', () => {
    const decoder = decoderThat('nothing');
    const { wire, record } = longRecord(0x41);
    const kept = read(decoder, Uint8Array.of(...wire, 0x01, 0xff, 0xff));
    decoder.lends = 'everything';
    read(decoder, fromHex('0203ffef'));
    for (let i = 0; i < 3; i++) read(decoder, longRecord(0x42).wire);
    expect(hexOf(kept)).toEqual([toHex(record)]);
  });
});
