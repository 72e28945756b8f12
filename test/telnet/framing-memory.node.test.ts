import { describe, expect, it } from 'vitest';
import { fromHex } from '../../src/bytes/index.js';
import { TelnetDecoder, type TelnetToken } from '../../src/telnet/index.js';

const CHUNK = 65536;
/** Growing by doubling leaves the smaller arrays behind: less than eight times the limit of 256 KiB in all. */
const RECORD_GROWTH = 8 * 256 * 1024;

/**
 * Reads `start`, then the same chunk again and again, then `end`. Gives the tokens, and by how many bytes the memory of
 * all array buffers grew meanwhile; what is garbage already counts as well.
 */
function flood(
  cutRecords: boolean,
  start: string,
  fill: number,
  total: number,
  end: string,
): { tokens: TelnetToken[]; growth: number } {
  const decoder = new TelnetDecoder();
  decoder.cutRecords = cutRecords;
  const tokens: TelnetToken[] = [];
  const feed = (chunk: Uint8Array): void => {
    decoder.receive(chunk);
    for (let token = decoder.next(); token !== undefined; token = decoder.next()) tokens.push(token);
  };
  const chunk = new Uint8Array(CHUNK).fill(fill);
  feed(fromHex(start));
  const before = process.memoryUsage().arrayBuffers;
  let peak = before;
  for (let sent = 0; sent < total; sent += CHUNK) {
    feed(chunk);
    peak = Math.max(peak, process.memoryUsage().arrayBuffers);
  }
  feed(fromHex(end));
  return { tokens, growth: peak - before };
}

describe('memory', () => {
  it.each([false, true])(
    '[SEC-001] 16 MiB in one subnegotiation keep to the limit, records %s',
    (cutRecords) => {
      const { tokens, growth } = flood(cutRecords, 'fffa18', 0x41, 1 << 24, 'fff0fffd18');
      expect(growth).toBeLessThan(256 * 1024);
      expect(tokens).toEqual([
        {
          type: 'fault',
          code: 'subnegotiation-too-long',
          offset: 0,
          bytes: fromHex(`18${'41'.repeat(63)}`),
        },
        { type: 'negotiation', offset: (1 << 24) + 5, verb: 'do', option: 24 },
      ]);
    },
  );

  it('[SEC-002] a million doubled 255s in one subnegotiation keep to the limit', () => {
    const { tokens, growth } = flood(false, 'fffa18', 0xff, 1 << 21, 'fff0fffd18');
    expect(growth).toBeLessThan(256 * 1024);
    expect(tokens).toEqual([
      {
        type: 'fault',
        code: 'subnegotiation-too-long',
        offset: 0,
        bytes: fromHex(`18${'ff'.repeat(63)}`),
      },
      { type: 'negotiation', offset: (1 << 21) + 5, verb: 'do', option: 24 },
    ]);
  });

  it.each([0x40, 0xff])('[SEC-010] 16 MiB of %i in one record keep to the limit', (fill) => {
    const { tokens, growth } = flood(true, 'f5c3', fill, 1 << 24, 'ffef f5c3ffef');
    expect(growth).toBeLessThan(RECORD_GROWTH);
    expect(tokens).toMatchObject([
      { type: 'fault', code: 'record-too-long', offset: 0 },
      { type: 'record', offset: (1 << 24) + 4, bytes: fromHex('f5c3') },
    ]);
  });

  it.each([0x40, 0xff])('[SEC-010] 16 MiB of %i in one chunk keep to the limit', (fill) => {
    const chunk = new Uint8Array(1 << 24).fill(fill);
    const decoder = new TelnetDecoder();
    decoder.cutRecords = true;
    const before = process.memoryUsage().arrayBuffers;
    decoder.receive(chunk);
    const token = decoder.next();
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(RECORD_GROWTH);
    expect(token).toMatchObject({ type: 'fault', code: 'record-too-long', offset: 0 });
    expect([decoder.next(), decoder.offset]).toEqual([undefined, 1 << 24]);
  });
});
