import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteWriter, fromHex, toHex } from '../../src/bytes/index.js';
import {
  encodeData,
  encodeRecord,
  encodeSubnegotiation,
  TelnetDecoder,
  type TelnetToken,
  writeNegotiation,
  writeRecord,
} from '../../src/telnet/index.js';
import { piecesOf, readChunks } from './chunking.js';
import { count255, payload } from './wire.js';

const NOTHING = new Uint8Array(0);
const LIMITS = { subnegotiation: 1 << 20, record: 1 << 20 };
/** SEC-013: around the sizes at which buffers of others overflowed. */
const SIZES = [8, 12, 15, 16].flatMap((power) => [-2, -1, 0, 1, 2].map((step) => 2 ** power + step));

/** The only token of a stream. */
function decode(wire: Uint8Array, cutRecords: boolean): TelnetToken | undefined {
  const decoder = new TelnetDecoder(LIMITS);
  decoder.cutRecords = cutRecords;
  decoder.receive(wire);
  const token = decoder.next();
  expect([decoder.next(), decoder.incomplete]).toEqual([undefined, false]);
  return token;
}

describe('a record', () => {
  it('[TEL-066] is header, data and IAC EOR in one piece', () => {
    expect(toHex(encodeRecord(fromHex('0000000007'), fromHex('f5c3')))).toBe('0000000007f5c3ffef');
    expect(toHex(encodeRecord(NOTHING, fromHex('f5c3')))).toBe('f5c3ffef');
    expect(toHex(encodeRecord(NOTHING, NOTHING))).toBe('ffef');
  });

  it('[TEL-002] [TNE-051] has every 255 doubled, in the header too', () => {
    expect(toHex(encodeRecord(fromHex('00000000ff'), fromHex('41ff42ffff')))).toBe(
      '00000000ffff41ffff42ffffffffffef',
    );
  });

  it.each(SIZES)('[SEC-013] of %i bytes 255 takes twice as many and its end', (size) => {
    const wire = encodeRecord(NOTHING, new Uint8Array(size).fill(0xff));
    expect(wire.length).toBe(2 * size + 2);
    expect(wire.findIndex((byte) => byte !== 0xff)).toBe(2 * size + 1);
    expect(wire.at(-1)).toBe(0xef);
  });

  it('is read back as it was', () => {
    fc.assert(
      fc.property(payload(12), payload(300), (header, data) => {
        const wire = encodeRecord(header, data);
        expect(wire.length).toBe(header.length + data.length + count255(header) + count255(data) + 2);
        expect(decode(wire, true)).toEqual({
          type: 'record',
          offset: 0,
          bytes: Uint8Array.of(...header, ...data),
        });
      }),
    );
  });

  it('of long runs is read back as it was', () => {
    const run = fc.tuple(fc.constantFrom(0x40, 0xff, 0xef, 0xf0), fc.integer({ min: 1, max: 400 }));
    fc.assert(
      fc.property(
        fc.array(run, { maxLength: 12 }),
        fc.array(fc.integer({ min: 1, max: 700 })),
        (runs, cuts) => {
          const data = Uint8Array.from(runs.flatMap(([byte, count]) => new Array<number>(count).fill(byte)));
          const wire = encodeRecord(NOTHING, data);
          const { lines } = readChunks(piecesOf(wire, cuts), { cutRecords: true, limits: LIMITS });
          expect(lines).toEqual([`0 record ${toHex(data)}`]);
        },
      ),
    );
  });

  it('[SEC-128] lies on a buffer of its own, and its source is left alone', () => {
    const slab = fromHex('aa41ff42aa');
    const wire = encodeRecord(NOTHING, slab.subarray(1, 4));
    expect(toHex(wire)).toBe('41ffff42ffef');
    expect(wire.buffer.byteLength).toBe(6);
    expect(toHex(slab)).toBe('aa41ff42aa');
  });
});

describe('a record written into an array', () => {
  it('[TEL-066] is what encodeRecord makes, and what stands before it is left alone', () => {
    fc.assert(
      fc.property(fc.nat(20), payload(6), payload(300), fc.nat(20), (at, header, data, more) => {
        const wire = new Uint8Array(at + 2 * (header.length + data.length) + 2 + more).fill(0xff);
        const end = writeRecord(wire, at, header, data);
        expect(toHex(wire.subarray(at, end))).toBe(toHex(encodeRecord(header, data)));
        expect(wire.subarray(0, at).every((byte) => byte === 0xff)).toBe(true);
      }),
    );
  });

  it('of long runs is what encodeRecord makes', () => {
    for (const size of [...SIZES, 31, 32, 33]) {
      const data = new Uint8Array(2 * size + 1).fill(0xff, 0, size);
      const wire = new Uint8Array(2 * data.length + 2);
      const written = wire.subarray(0, writeRecord(wire, 0, NOTHING, data));
      const expected = encodeRecord(NOTHING, data);
      expect(written.length).toBe(expected.length);
      expect(written.every((byte, i) => byte === expected[i])).toBe(true);
    }
  });

  it.each([
    ['one byte too few', 7, 0],
    ['no room behind the place', 20, 13],
    ['a place before the array', 20, -1],
    ['a place that is no whole number', 20, 0.5],
  ])('throws before anything is written: %s', (_, length, at) => {
    const wire = new Uint8Array(length);
    expect(() => writeRecord(wire, at, fromHex('01'), fromHex('0203'))).toThrow(
      expect.objectContaining({ code: 'argument-invalid' }),
    );
    expect(wire.every((byte) => byte === 0)).toBe(true);
  });
});

describe('data', () => {
  it('[TEL-002] has every 255 doubled and nothing else changed', () => {
    expect(toHex(encodeData(fromHex('41ff0d0a00ffff')))).toBe('41ffff0d0a00ffffffff');
    expect(encodeData(NOTHING)).toEqual(NOTHING);
  });

  it.each(SIZES)('[SEC-013] of %i bytes 255 takes twice as many', (size) => {
    const wire = encodeData(new Uint8Array(size).fill(0xff));
    expect([wire.length, count255(wire)]).toEqual([2 * size, 2 * size]);
  });

  it('is read back as it was', () => {
    fc.assert(
      fc.property(payload(300), (data) => {
        const wire = encodeData(data);
        expect(wire.length).toBe(data.length + count255(data));
        expect(wire).not.toBe(data);
        expect(readChunks([wire]).lines).toEqual(data.length === 0 ? [] : [`0 data ${toHex(data)}`]);
      }),
    );
  });
});

describe('a subnegotiation', () => {
  it('[TEL-080] [TEL-146] stands between IAC SB and IAC SE', () => {
    expect(toHex(encodeSubnegotiation(24, fromHex('01')))).toBe('fffa1801fff0');
    expect(toHex(encodeSubnegotiation(31, fromHex('012c0018')))).toBe('fffa1f012c0018fff0');
    expect(toHex(encodeSubnegotiation(24, NOTHING))).toBe('fffa18fff0');
  });

  it('[TEL-095] has every 255 of its body doubled', () => {
    expect(toHex(encodeSubnegotiation(31, fromHex('00ff00ff')))).toBe('fffa1f00ffff00fffffff0');
  });

  it.each(SIZES)('[SEC-013] of %i bytes 255 takes twice as many and its frame', (size) => {
    const wire = encodeSubnegotiation(39, new Uint8Array(size).fill(0xff));
    expect(wire.length).toBe(3 + 2 * size + 2);
    expect([wire[0], wire[1], wire[2], wire.at(-2), wire.at(-1)]).toEqual([0xff, 0xfa, 39, 0xff, 0xf0]);
    expect(count255(wire)).toBe(2 * size + 2);
  });

  it('is read back as it was, of every option', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.nat(255), fc.constant(255)),
        payload(300),
        fc.boolean(),
        (option, body, mode) => {
          const wire = encodeSubnegotiation(option, body);
          expect(wire.length).toBe(5 + body.length + count255(body) + (option === 255 ? 1 : 0));
          expect(decode(wire, mode)).toEqual({ type: 'subnegotiation', offset: 0, option, bytes: body });
        },
      ),
    );
  });
});

describe('a negotiation', () => {
  it('[TEL-003] is three bytes, appended to what is there', () => {
    const output = new ByteWriter();
    writeNegotiation(output, 'will', 0);
    writeNegotiation(output, 'wont', 24);
    writeNegotiation(output, 'do', 40);
    writeNegotiation(output, 'dont', 255);
    expect(toHex(output.view())).toBe('fffb00fffc18fffd28fffeff');
  });

  it('is read back as it was', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('will', 'wont', 'do', 'dont'),
        fc.nat(255),
        fc.boolean(),
        (verb, option, mode) => {
          const output = new ByteWriter();
          writeNegotiation(output, verb, option);
          expect(decode(output.take(), mode)).toEqual({ type: 'negotiation', offset: 0, verb, option });
        },
      ),
    );
  });
});
