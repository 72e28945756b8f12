import { describe, expect, it } from 'vitest';
import { fromHex } from '../../src/bytes/index.js';
import { FRAMING_LIMITS, TelnetDecoder } from '../../src/telnet/index.js';
import * as streams from '../fixtures/telnet-streams.js';
import { readChunks, readEveryWay, tokens } from './chunking.js';
import { modelTokens } from './model.js';

const STREAMS = Object.entries(streams);

function join(chunks: readonly string[]): Uint8Array {
  return fromHex(chunks.join(''));
}

describe.each(STREAMS)('the stream %s', (_name, chunks) => {
  it.each([false, true])('[TEL-004] is read the same in every cut, with cutRecords %s', (cutRecords) => {
    const { lines } = readEveryWay(join(chunks), { cutRecords });
    expect(lines).toEqual(modelTokens(join(chunks), cutRecords, FRAMING_LIMITS));
    expect(readChunks(chunks.map(fromHex), { cutRecords }).lines).toEqual(lines);
    expect(
      lines.filter((text) => text.includes('fault')).every((text) => text.includes('eor-not-agreed')),
    ).toBe(true);
  });

  it('[SEC-004] may break off anywhere', () => {
    const wire = join(chunks);
    for (let length = 0; length <= wire.length; length++) {
      const decoder = new TelnetDecoder();
      decoder.cutRecords = true;
      decoder.receive(wire.subarray(0, length));
      while (decoder.next() !== undefined);
      expect(decoder.offset).toBe(length);
    }
  });
});

describe('what the streams say', () => {
  it('C-Kermit offers options twice and sends a line', () => {
    expect(tokens(join(streams.kermitTerminal))).toEqual([
      '0 will 46',
      '3 will 37',
      '6 will 24',
      '9 will 39',
      '12 will 44',
      '15 subnegotiation 46 01',
      '21 will 37',
      '24 will 24',
      '27 will 39',
      '30 will 44',
      '33 wont 40',
      '36 do 47',
      '39 will 47',
      '42 subnegotiation 24 00585445524d',
      '53 data 68656c6c6f0d0a',
    ]);
  });

  it('libtelnet sends its terminal type in two segments', () => {
    expect(tokens(join(streams.libtelnetTerminal))).toEqual([
      '0 will 24',
      '3 subnegotiation 24 00787465726d',
      '14 data 68656c6c6f0d0a',
    ]);
  });

  it('pr3287 answers five records', () => {
    expect(tokens(join(streams.printer), { cutRecords: true })).toEqual([
      '0 will 40',
      '3 subnegotiation 40 020749424d2d333238372d31015052543030303032',
      '29 subnegotiation 40 03070001020304',
      '41 subnegotiation 40 0304000204',
      '51 record 020000000100',
      '59 record 020000000200',
      '67 record 020000000400',
      '75 record 020000000500',
      '83 record 020000000700',
    ]);
  });

  it('s3270 sends SYSREQ and ATTN between its records', () => {
    expect(tokens(join(streams.sysreq), { cutRecords: true })).toEqual([
      '0 will 40',
      '3 subnegotiation 40 020749424d2d333237382d322d45',
      '22 subnegotiation 40 030700020405',
      '33 subnegotiation 40 0304000204',
      '43 command abortOutput',
      '45 record 0700000000d3d6c7d6c6c6',
      '58 command abortOutput',
      '60 command interruptProcess',
      '62 record 0000000001f9c65e',
      '72 record 0000000002f3c65e',
    ]);
  });

  it('a TN3270E host numbers its records, one of them with 255s, one cut inside its end', () => {
    const lines = tokens(join(streams.s3270Host), { cutRecords: true }).map((text) =>
      text.split(' ').slice(1),
    );
    const records = lines.filter(([type]) => type === 'record').map(([, hex]) => hex as string);
    expect(records.map((hex) => hex.slice(0, 10))).toEqual([
      '0300000000',
      ...Array.from({ length: 14 }, (_, i) => `000000000${(i + 1).toString(16)}`),
      '040000000f',
    ]);
    expect(records[10]).toBe('000000000af1c31150d21df0ffff40c6c640c1c2d6e5c5');
    expect(records[13]).toBe('000000000df1c211d4c21df0e2d7d3c9e340c2c5c6d6d9c540c5d6d9');
    expect(lines.filter(([type]) => type === 'do')).toEqual([
      ['do', '40'],
      ['do', '6'],
    ]);
  });
});
