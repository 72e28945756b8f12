import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.js';
import { TelnetDecoder, type TelnetToken } from '../../src/telnet/index.js';
import { type Reading, tokens, tokensBeforeTheEnd } from './chunking.js';

const RECORDS: Reading = { cutRecords: true };
const LIMITED: Reading = { cutRecords: true, limits: { subnegotiation: 100, record: 4 } };

/** All tokens of some chunks, each as it came. */
function read(...chunks: Uint8Array[]): TelnetToken[] {
  const decoder = new TelnetDecoder();
  decoder.cutRecords = true;
  const list: TelnetToken[] = [];
  for (const chunk of chunks) {
    decoder.receive(chunk);
    for (let token = decoder.next(); token !== undefined; token = decoder.next()) list.push(token);
  }
  return list;
}

describe('cutting records', () => {
  it('[TEL-113] a record ends at IAC EOR', () => {
    expect(tokens('f5c3ffef f1ffef', RECORDS)).toEqual(['0 record f5c3', '4 record f1']);
  });

  it('[TEL-002] a doubled 255 in a record is one byte', () => {
    expect(tokens('ffffffef', RECORDS)).toEqual(['0 record ff']);
    expect(tokens('41ffff42ffef', RECORDS)).toEqual(['0 record 41ff42']);
    expect(tokens('41ffffffffffff42ffffffef', RECORDS)).toEqual(['0 record 41ffffff42ff']);
  });

  it('[TEL-002] ff ff ef in a record is two bytes, not its end', () => {
    expect(tokens('ffffefffef', RECORDS)).toEqual(['0 record ffef']);
  });

  it('[SEC-011] empty records are records of no bytes', () => {
    expect(tokens('ffefffef', RECORDS)).toEqual(['0 record ', '2 record ']);
  });

  it('[TEL-011] commands between and inside records leave them whole', () => {
    expect(tokens('fff1 41fff142ffef fff1', RECORDS)).toEqual([
      '0 command noOperation',
      '3 command noOperation',
      '2 record 4142',
      '8 command noOperation',
    ]);
  });

  it('negotiations and subnegotiations inside a record keep their place before its end', () => {
    expect(tokens('41 fffd06 42 fffa1801fff0 43 ffef', RECORDS)).toEqual([
      '1 do 6',
      '5 subnegotiation 24 01',
      '0 record 414243',
    ]);
  });

  it('[TNE-057] IP and AO inside a record wait for its end', () => {
    expect(tokens('41fff442fff543fff6ffef44ffef', RECORDS)).toEqual([
      '7 command areYouThere',
      '0 record 414243',
      '1 command interruptProcess',
      '4 command abortOutput',
      '11 record 44',
    ]);
  });

  it('[TNE-057] IP and AO before the first byte of a record do not wait', () => {
    expect(tokens('fff4fff5 41ffef', RECORDS)).toEqual([
      '0 command interruptProcess',
      '2 command abortOutput',
      '4 record 41',
    ]);
  });

  it('[TNE-057] no command is lost, however many stand in one record', () => {
    const lines = tokens(`41${'fff4'.repeat(40)}ffef`, RECORDS);
    expect(lines.filter((text) => text.endsWith('interruptProcess'))).toHaveLength(40);
    expect(lines).toContain('0 record 41');
  });

  it('[TNE-057] IP and AO of a record that is never finished come when it is given up', () => {
    const reading: Reading = {
      cutRecords: true,
      onToken: (token, decoder) => {
        if (token.type === 'negotiation') decoder.cutRecords = false;
      },
    };
    expect(tokens('41fff442fffc0043', reading)).toEqual([
      '4 wont 0',
      '0 fault record-interrupted 4142',
      '1 command interruptProcess',
      '7 data 43',
    ]);
  });

  it('a record that has begun is incomplete, and no token', () => {
    for (const begun of ['41', 'ffff', '41ff', '41fff1', '41fff4']) {
      expect(tokensBeforeTheEnd(begun, RECORDS).filter((text) => text.includes('record'))).toEqual([]);
    }
  });
});

describe('the limit of a record', () => {
  it('[TEL-010] a record may be as long as the limit', () => {
    expect(tokens('41424344ffef', LIMITED)).toEqual(['0 record 41424344']);
    expect(tokens('ffffffffffffffffffef', LIMITED)).toEqual(['0 record ffffffff']);
  });

  it('[TEL-010] [SEC-010] a longer one is told once, and skipped to its end', () => {
    expect(tokens('4142434445464748ffef 41ffef', LIMITED)).toEqual([
      '0 fault record-too-long 41424344',
      '10 record 41',
    ]);
    expect(tokens('41ffffffffffffffffffff42ffef 41ffef', LIMITED)).toEqual([
      '0 fault record-too-long 41ffffff',
      '14 record 41',
    ]);
    expect(tokens('41424344ffffffef ffef', LIMITED)).toEqual([
      '0 fault record-too-long 41424344',
      '8 record ',
    ]);
  });

  it('[TEL-010] commands inside a skipped record are not lost', () => {
    expect(tokens('41424344fff445fff146fffd06ffef', LIMITED)).toEqual([
      '0 fault record-too-long 41424344',
      '7 command noOperation',
      '10 do 6',
      '4 command interruptProcess',
    ]);
  });

  it('[TEL-010] the sample of a fault is 64 bytes', () => {
    const limits = { subnegotiation: 100, record: 100 };
    expect(tokens(`${'41'.repeat(101)}ffef`, { cutRecords: true, limits })).toEqual([
      `0 fault record-too-long ${'41'.repeat(64)}`,
    ]);
  });

  it('[TEL-010] the default is 256 KiB', () => {
    const size = 256 * 1024;
    const summary = (...chunks: Uint8Array[]): unknown[] =>
      read(...chunks).map((token) => [
        token.type,
        'bytes' in token && [token.bytes.length, token.bytes.indexOf(0x41)],
      ]);
    const good = new Uint8Array(size + 2).fill(0x40);
    good.set([0x41, 0xff, 0xef], size - 1);
    expect(summary(good)).toEqual([['record', [size, size - 1]]]);
    expect(summary(good.slice(0, 1000), good.slice(1000))).toEqual(summary(good));
    const long = new Uint8Array(size + 3).fill(0x40);
    long.set([0xff, 0xef], size + 1);
    expect(summary(long)).toEqual([['fault', [64, -1]]]);
    expect(summary(long.slice(0, 1000), long.slice(1000))).toEqual(summary(long));
  });
});

describe('who owns the bytes of a record', () => {
  it('one that lies whole in a chunk without a doubled 255 is lent', () => {
    const chunk = fromHex('f5c3ffef f1c3ffef');
    const records = read(chunk).filter((token) => token.type === 'record');
    expect(records.map((record) => record.bytes.buffer === chunk.buffer)).toEqual([true, true]);
  });

  it('one with a doubled 255 or a command inside is copied', () => {
    for (const hex of ['f5ffffc3ffef', 'fffff5ffef', 'f5fff1c3ffef']) {
      const chunk = fromHex(hex);
      const records = read(chunk).filter((token) => token.type === 'record');
      expect(records).toHaveLength(1);
      for (const record of records) expect(record.bytes.buffer).not.toBe(chunk.buffer);
    }
  });

  it('one that is cut is copied', () => {
    const whole = fromHex('f5c3c1ffef');
    for (let at = 1; at < whole.length; at++) {
      const [one, two] = [whole.slice(0, at), whole.slice(at)];
      const list = read(one, two);
      one.fill(0xaa);
      two.fill(0xaa);
      expect(list).toEqual([{ type: 'record', offset: 0, bytes: fromHex('f5c3c1') }]);
    }
  });

  it('[SEC-126] [SEC-127] a copy is never written again, nor shared with the next', () => {
    const chunks = Array.from({ length: 50 }, (_, i) =>
      Uint8Array.of(i, 0xff, 0xff, i, 0xff, 0xef, i, 0xff, 0xff, 0xff, 0xef, i, i),
    );
    const records = read(...chunks, fromHex('ffef')).filter((token) => token.type === 'record');
    for (const chunk of chunks) chunk.fill(0xaa);
    const expected = Array.from({ length: 50 }, (_, i) => {
      const two = i.toString(16).padStart(2, '0');
      const before = i === 0 ? '' : (i - 1).toString(16).padStart(2, '0').repeat(2);
      return [`${before}${two}ff${two}`, `${two}ff`];
    }).flat();
    expect(records.map((record) => toHex(record.bytes))).toEqual([...expected, '3131']);
    records.forEach((record) => {
      record.bytes.fill(0x55);
    });
    expect(records.every((record) => record.bytes.every((byte) => byte === 0x55))).toBe(true);
  });
});

describe('changing the mode', () => {
  /** Records are cut while BINARY is in force, as in plain TN3270. */
  const binary: Reading = {
    onToken: (token, decoder) => {
      if (token.type === 'negotiation') decoder.cutRecords = token.verb === 'will';
    },
  };

  it('[TEL-024] takes effect at its place in the stream', () => {
    expect(tokens('4142ffef fffb00 4344ffef fffc00 4546ffef', binary)).toEqual([
      '0 data 4142',
      '2 fault eor-not-agreed ffef',
      '4 will 0',
      '7 record 4344',
      '11 wont 0',
      '14 data 4546',
      '16 fault eor-not-agreed ffef',
    ]);
  });

  it('[SEC-027] [TEL-112] a record that is open then is told and discarded, never finished', () => {
    expect(tokens('fffb00 f5c311 fffc00 4142', binary)).toEqual([
      '0 will 0',
      '6 wont 0',
      '3 fault record-interrupted f5c311',
      '9 data 4142',
    ]);
    expect(tokens('fffb00 f5c311 fffc00 fffb00 4142ffef', binary)).toEqual([
      '0 will 0',
      '6 wont 0',
      '3 fault record-interrupted f5c311',
      '9 will 0',
      '12 record 4142',
    ]);
  });

  it('[SEC-027] the sample is 64 bytes, un-doubled', () => {
    expect(tokens(`fffb00 ${'ffff'.repeat(90)} fffc00`, binary)).toEqual([
      '0 will 0',
      '183 wont 0',
      `3 fault record-interrupted ${'ff'.repeat(64)}`,
    ]);
  });

  it('[SEC-027] one that was too long has been told already', () => {
    const limits = { subnegotiation: 100, record: 4 };
    expect(tokens('fffb00 4142434445 fffc00 46', { ...binary, limits })).toEqual([
      '0 will 0',
      '3 fault record-too-long 41424344',
      '8 wont 0',
      '11 data 46',
    ]);
  });

  it('an empty record has not begun: nothing is told', () => {
    expect(tokens('fffb00 41ffef fff1 fffc00 42', binary)).toEqual([
      '0 will 0',
      '3 record 41',
      '6 command noOperation',
      '8 wont 0',
      '11 data 42',
    ]);
  });
});
