import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex } from '../../src/bytes/index.js';
import { FRAMING_LIMITS, type FramingLimits } from '../../src/telnet/index.js';
import { piecesOf, type Reading, readChunks, readEveryWay } from './chunking.js';
import { modelTokens } from './model.js';
import { wire } from './wire.js';

const limits: fc.Arbitrary<FramingLimits> = fc.oneof(
  fc.constant(FRAMING_LIMITS),
  fc.record({ subnegotiation: fc.nat(70), record: fc.nat(70) }),
);

/** Pieces that make sense, so that long tokens and every kind of command occur. */
const piece: fc.Arbitrary<readonly number[]> = fc.oneof(
  fc
    .constantFrom('fffa', 'fff0', 'ffef', 'ffff', 'fff4', 'fff5', 'fff1', 'fffd', 'fffa28', 'fff0f0', 'ff')
    .map((hex) => [...fromHex(hex)]),
  fc.array(fc.nat(255), { maxLength: 3 }),
  fc.integer({ min: 1, max: 150 }).map((count) => new Array<number>(count).fill(0x41)),
  fc.integer({ min: 1, max: 150 }).map((count) => new Array<number>(count).fill(0xff)),
);
const stream: fc.Arbitrary<Uint8Array> = fc
  .array(piece, { maxLength: 40, size: 'max' })
  .map((list) => Uint8Array.from(list.flat()));

describe.each([false, true])('with cutRecords %s', (cutRecords) => {
  it('[TEL-004] weighted bytes give the same tokens in every cut', () => {
    fc.assert(
      fc.property(wire(40), limits, (bytes, limits) => {
        readEveryWay(bytes, { cutRecords, limits });
      }),
      { numRuns: 150 },
    );
  });

  it('[TEL-004] pieces give the same tokens in every cut', () => {
    fc.assert(
      fc.property(
        stream,
        limits,
        fc.array(fc.nat(60), { maxLength: 200, size: 'max' }),
        (bytes, limits, sizes) => {
          const reading = { cutRecords, limits };
          expect(readChunks(piecesOf(bytes, sizes), reading)).toEqual(readChunks([bytes], reading));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('[TEL-001] [TEL-003] weighted bytes are read as the standards say', () => {
    fc.assert(
      fc.property(wire(200), limits, (bytes, limits) => {
        expect(readChunks([bytes], { cutRecords, limits }).lines).toEqual(
          modelTokens(bytes, cutRecords, limits),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('[TEL-001] [TEL-003] pieces are read as the standards say', () => {
    fc.assert(
      fc.property(stream, limits, (bytes, limits) => {
        expect(readChunks([bytes], { cutRecords, limits }).lines).toEqual(
          modelTokens(bytes, cutRecords, limits),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('[SEC-015] every ff xx is read as the standards say, in every cut', () => {
    for (let second = 0; second < 256; second++) {
      const bytes = Uint8Array.of(0xff, second);
      expect(readEveryWay(bytes, { cutRecords }).lines).toEqual(
        modelTokens(bytes, cutRecords, FRAMING_LIMITS),
      );
    }
  });

  it('[SEC-015] every ff xx yy is read as the standards say, in every cut', () => {
    const wrong: string[] = [];
    const reading = { cutRecords };
    for (let second = 0; second < 256; second++) {
      for (let third = 0; third < 256; third++) {
        const bytes = Uint8Array.of(0xff, second, third);
        const wanted = modelTokens(bytes, cutRecords, FRAMING_LIMITS).join();
        for (const cuts of [[], [1], [2], [1, 2]]) {
          const ends = [...cuts, 3];
          const chunks = ends.map((end, i) => bytes.subarray(i === 0 ? 0 : ends[i - 1], end));
          const got = readChunks(chunks, reading).lines.join();
          if (got !== wanted) wrong.push(`${bytes} cut at ${cuts}: ${got}, not ${wanted}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('changing the mode', () => {
  /** As a session does: a negotiation switches records on or off, here by its option. */
  const switching: Reading = {
    onToken: (token, decoder) => {
      if (token.type === 'negotiation') decoder.cutRecords = token.option % 2 === 0;
    },
  };
  const flips = fc.constantFrom(
    'fffb00',
    'fffc01',
    '4142',
    'ffff',
    'ffef',
    'fff4',
    'fff5',
    'fffa18',
    'fff0',
    'ff',
  );

  it('[TEL-024] [SEC-027] gives the same tokens in every cut', () => {
    fc.assert(
      fc.property(fc.array(flips, { maxLength: 16, size: 'max' }), (list) => {
        readEveryWay(list.join(''), switching);
      }),
      { numRuns: 200 },
    );
  });
});
