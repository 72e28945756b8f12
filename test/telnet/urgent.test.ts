import { describe, expect, it } from 'vitest';
import { fromHex, SnapshotReader, toHex } from '../../src/bytes/index.js';
import { TelnetDecoder } from '../../src/telnet/index.js';

/** What comes of a stream whose first byte is urgent, in the cut given: data joined, other tokens by name. */
function read(hex: string, size: number, options: { records?: boolean; limit?: number } = {}): string[] {
  const decoder = new TelnetDecoder({ subnegotiation: 4096, record: options.limit ?? 262144 });
  decoder.cutRecords = options.records === true;
  decoder.startUrgent();
  const seen: string[] = [];
  const bytes = fromHex(hex);
  for (let at = 0; at < bytes.length; at += size) {
    decoder.receive(bytes.slice(at, at + size));
    for (let token = decoder.next(); token !== undefined; token = decoder.next()) {
      const text = 'bytes' in token ? toHex(token.bytes) : 'command' in token ? token.command : token.verb;
      const last = seen.at(-1);
      if (token.type === 'data' && last?.startsWith('data ')) seen[seen.length - 1] = last + text;
      else seen.push(`${token.type} ${text}`);
    }
  }
  return seen;
}

describe('urgent data', () => {
  it.each([1, 2, 3, 100])(
    '[SEC-014] [TEL-015] commands are kept and data is discarded up to DM (cut in %i)',
    (size) => {
      expect(read('fffa180041fff05566fff277', size)).toEqual([
        'subnegotiation 0041',
        'command dataMark',
        'data 77',
      ]);
    },
  );

  it.each([1, 100])('[SEC-014] without a DM it ends at the limit (cut in %i)', (size) => {
    expect(read('41424344ffff4546', size, { limit: 5 })).toEqual(['data 4546']);
  });

  it.each([1, 100])(
    'a record that is open is discarded, and the next one behind DM is whole (cut in %i)',
    (size) => {
      expect(read('4142ffef43fff2f5c3ffef', size, { records: true })).toEqual([
        'command dataMark',
        'record f5c3',
      ]);
    },
  );

  it('survives a snapshot', () => {
    const decoder = new TelnetDecoder();
    decoder.startUrgent();
    decoder.receive(fromHex('41'));
    expect(decoder.next()).toBeUndefined();
    const copy = TelnetDecoder.restore(new SnapshotReader(decoder.snapshot()));
    copy.receive(fromHex('42fff243'));
    expect(copy.next()).toMatchObject({ type: 'command', command: 'dataMark' });
    expect(copy.next()).toMatchObject({ type: 'data' });
  });
});
