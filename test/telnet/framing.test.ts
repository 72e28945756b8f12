import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.js';
import {
  COMMANDS,
  FRAMING_LIMITS,
  FRAMING_TABLE,
  framingInput,
  TELNET_VIOLATIONS,
  TelnetDecoder,
} from '../../src/telnet/index.js';
import { tokens, tokensBeforeTheEnd } from './chunking.js';
import { COMMAND_NAMES } from './model.js';

const VERBS = [
  ['fb', 'will'],
  ['fc', 'wont'],
  ['fd', 'do'],
  ['fe', 'dont'],
] as const;

describe.each([false, true])('with cutRecords %s', (cutRecords) => {
  const reading = { cutRecords };

  it.each([...COMMAND_NAMES])('[TEL-003] ff %i is the two-byte command %s', (byte, name) => {
    expect(tokens(Uint8Array.of(0xff, byte), reading)).toEqual([`0 command ${name}`]);
  });

  it.each(VERBS)('[TEL-003] ff %s is %s with the option behind it, every one of 256', (byte, verb) => {
    for (let option = 0; option < 256; option++) {
      const wire = Uint8Array.of(...fromHex(`ff${byte}`), option);
      expect(tokens(wire, reading)).toEqual([`0 ${verb} ${option}`]);
    }
  });

  it('[TEL-003] option 255 is one byte: what follows is read anew', () => {
    expect(tokens('fffdff fffbff fff1', reading)).toEqual([
      '0 do 255',
      '3 will 255',
      '6 command noOperation',
    ]);
  });

  it('[TEL-003] a subnegotiation runs to IAC SE; f0 and fa alone are its bytes', () => {
    expect(tokens('fffa18 00f0faef41 fff0 fff1', reading)).toEqual([
      '0 subnegotiation 24 00f0faef41',
      '10 command noOperation',
    ]);
  });

  it('[TEL-002] a doubled 255 in a subnegotiation is one byte', () => {
    expect(tokens('fffa1f 00ffff00ffff fff0', reading)).toEqual(['0 subnegotiation 31 00ff00ff']);
    expect(tokens('fffa1f ffffffff fff0', reading)).toEqual(['0 subnegotiation 31 ffff']);
    expect(tokens('fffa1f fffff0 fff0', reading)).toEqual(['0 subnegotiation 31 fff0']);
  });

  it('[TEL-002] option 255 of a subnegotiation is doubled like its body', () => {
    expect(tokens('fffaffff 41 fff0', reading)).toEqual(['0 subnegotiation 255 41']);
  });

  it('[TEL-005] ff 00 to ff eb are undefined: two bytes, a fault, no data', () => {
    for (let byte = 0; byte <= 0xeb; byte++) {
      const second = byte.toString(16).padStart(2, '0');
      expect(tokens(`ff${second} fff1`, reading)).toEqual([
        `0 fault undefined-command ff${second}`,
        '2 command noOperation',
      ]);
    }
  });

  it('[SEC-006] undefined commands and a lone SE cost a fault each, and give no data', () => {
    const wire = fromHex('fff0ff00ff80ffeb'.repeat(20));
    const lines = tokens(wire, reading);
    expect(lines).toHaveLength(80);
    expect(lines.slice(-4)).toEqual([
      '152 fault subnegotiation-end-alone fff0',
      '154 fault undefined-command ff00',
      '156 fault undefined-command ff80',
      '158 fault undefined-command ffeb',
    ]);
  });

  it('[TEL-006] a subnegotiation of any option is skipped to its end', () => {
    for (let option = 0; option < 255; option++) {
      const wire = Uint8Array.of(0xff, 0xfa, option, 0x41, 0xff, 0xf0);
      expect(tokens(wire, reading)).toEqual([`0 subnegotiation ${option} 41`]);
    }
  });

  it('[TEL-007] [SEC-008] the body of a subnegotiation never becomes data', () => {
    expect(tokens('fffa1f 726d202d7266 fff0 78 ffef', reading)).toEqual([
      '0 subnegotiation 31 726d202d7266',
      ...(cutRecords ? ['11 record 78'] : ['11 data 78', '12 fault eor-not-agreed ffef']),
    ]);
  });

  it('[TEL-008] [SEC-005] IAC DO inside a subnegotiation ends it and is obeyed', () => {
    expect(tokens('fffa1801fffd28fff0', reading)).toEqual([
      '0 fault subnegotiation-malformed 1801',
      '4 do 40',
      '7 fault subnegotiation-end-alone fff0',
    ]);
  });

  /** One of each class of bytes behind IAC, as it stands at offset 0 with nothing before it, and how it is read. */
  const COMMANDS_READ = [
    ['ff41', '0 fault undefined-command ff41'],
    ['fff1', '0 command noOperation'],
    ['ffef', cutRecords ? '0 record ' : '0 fault eor-not-agreed ffef'],
    ['fffa2801fff0', '0 subnegotiation 40 01'],
    ['fffd28', '0 do 40'],
  ] as const;

  it.each(COMMANDS_READ)(
    '[TEL-008] in a subnegotiation, %s ends it and is read as what it is',
    (hex, line) => {
      const limited = { ...reading, limits: { subnegotiation: 2, record: 100 } };
      const at = (offset: number): string => line.replace('0', `${offset}`);
      expect(tokens(hex, reading)).toEqual([line]);
      expect(tokens(`fffa1841${hex}`, limited)).toEqual(['0 fault subnegotiation-malformed 1841', at(4)]);
      expect(tokens(`fffa${hex}`, limited)).toEqual(['0 fault subnegotiation-empty fffa', at(2)]);
      expect(tokens(`fffa18414243${hex}`, limited)).toEqual([
        '0 fault subnegotiation-too-long 184142',
        at(6),
      ]);
    },
  );

  it('[TEL-008] a subnegotiation that breaks off before its option is empty', () => {
    expect(tokens('fffafffd28', reading)).toEqual(['0 fault subnegotiation-empty fffa', '2 do 40']);
    expect(tokens('fffafffafffafffd28', reading)).toEqual([
      '0 fault subnegotiation-empty fffa',
      '2 fault subnegotiation-empty fffa',
      '4 fault subnegotiation-empty fffa',
      '6 do 40',
    ]);
  });

  it('[SEC-003] a subnegotiation without an option is a fault, one without a body has no bytes', () => {
    expect(tokens('fffafff0 fff1', reading)).toEqual([
      '0 fault subnegotiation-empty fffafff0',
      '4 command noOperation',
    ]);
    expect(tokens('fffa18fff0 fffa28fff0 fffa27fff0', reading)).toEqual([
      '0 subnegotiation 24 ',
      '5 subnegotiation 40 ',
      '10 subnegotiation 39 ',
    ]);
  });

  it('[TEL-009] a subnegotiation may be as long as the limit, and no longer', () => {
    const limited = { ...reading, limits: { subnegotiation: 4, record: 100 } };
    expect(tokens('fffa18 41424344 fff0', limited)).toEqual(['0 subnegotiation 24 41424344']);
    expect(tokens('fffa18 4142434445464748 fff0 fffd18', limited)).toEqual([
      '0 fault subnegotiation-too-long 1841424344',
      '13 do 24',
    ]);
  });

  it('[TEL-009] [SEC-002] the limit counts un-doubled bytes', () => {
    const limited = { ...reading, limits: { subnegotiation: 4, record: 100 } };
    expect(tokens('fffa18 ffffffffffffffff fff0', limited)).toEqual(['0 subnegotiation 24 ffffffff']);
    expect(tokens('fffa18 ffffffffffffffffffff fff0 fffd18', limited)).toEqual([
      '0 fault subnegotiation-too-long 18ffffffff',
      '15 do 24',
    ]);
    expect(tokens('fffa18 41424344ffff4546fffff0 fff0 fffd18', limited)).toEqual([
      '0 fault subnegotiation-too-long 1841424344',
      '16 do 24',
    ]);
  });

  it('[TEL-009] a subnegotiation that is being skipped still ends at a stray command', () => {
    const limited = { ...reading, limits: { subnegotiation: 2, record: 100 } };
    expect(tokens('fffa18 41424344 fffd28', limited)).toEqual([
      '0 fault subnegotiation-too-long 184142',
      '7 do 40',
    ]);
  });

  it('[TEL-009] the default is 4096 bytes, and the sample of a fault 64', () => {
    expect(FRAMING_LIMITS).toEqual({ subnegotiation: 4096, record: 256 * 1024 });
    const decoder = new TelnetDecoder();
    decoder.cutRecords = cutRecords;
    decoder.receive(fromHex(`fffa18${'41'.repeat(4096)}fff0 fffa18${'41'.repeat(4097)}fff0`));
    expect(decoder.next()).toMatchObject({ type: 'subnegotiation', bytes: new Uint8Array(4096).fill(0x41) });
    expect(decoder.next()).toEqual({
      type: 'fault',
      code: 'subnegotiation-too-long',
      offset: 4101,
      bytes: fromHex(`18${'41'.repeat(63)}`),
    });
    expect(decoder.next()).toBeUndefined();
  });

  it('[TEL-009] the sample of a malformed subnegotiation is 64 bytes', () => {
    expect(tokens(`fffa18${'41'.repeat(200)}fff1`, reading)).toEqual([
      `0 fault subnegotiation-malformed 18${'41'.repeat(63)}`,
      '203 command noOperation',
    ]);
  });

  it('[TEL-011] [TEL-012] [TEL-014] NOP, GA and DM are commands and no data', () => {
    expect(tokens('fff1 fff9 fff2', reading)).toEqual([
      '0 command noOperation',
      '2 command goAhead',
      '4 command dataMark',
    ]);
  });

  it('[SEC-007] EC and EL as the first bytes are commands', () => {
    expect(tokens('fff7fff8'.repeat(3), reading)).toEqual([
      '0 command eraseCharacter',
      '2 command eraseLine',
      '4 command eraseCharacter',
      '6 command eraseLine',
      '8 command eraseCharacter',
      '10 command eraseLine',
    ]);
  });

  it('[TEL-004] a command that has begun is incomplete, and no token', () => {
    for (const begun of ['ff', 'fffd', 'fffa', 'fffa18', 'fffa1801', 'fffa1801ff', 'fffaff']) {
      expect(tokensBeforeTheEnd(begun, reading)).toEqual([]);
    }
  });
});

describe('data', () => {
  it('[TEL-001] every byte but 255 is data, as it comes', () => {
    const wire = Uint8Array.from({ length: 255 }, (_, byte) => byte);
    expect(tokens(wire)).toEqual([`0 data ${toHex(wire)}`]);
  });

  it('[TEL-002] [SEC-009] a doubled 255 is one byte of data in every cut', () => {
    expect(tokens('41ffff42')).toEqual(['0 data 41ff42']);
    expect(tokens('ffffffffff f1')).toEqual(['0 data ffff', '4 command noOperation']);
    expect(tokens('ffff')).toEqual(['0 data ff']);
  });

  it('[TEL-065] IAC EOR cuts nothing while no end of record is in force', () => {
    expect(tokens('4142ffef43')).toEqual(['0 data 4142', '2 fault eor-not-agreed ffef', '4 data 43']);
  });

  it('[SEC-012] each end of record that was not agreed is told', () => {
    expect(tokens('ffefffef')).toEqual(['0 fault eor-not-agreed ffef', '2 fault eor-not-agreed ffef']);
  });

  it('[TEL-015] [SEC-014] data, commands and the data mark come in their order', () => {
    expect(tokens('fffa180041fff0 5566 fff2 77')).toEqual([
      '0 subnegotiation 24 0041',
      '7 data 5566',
      '9 command dataMark',
      '11 data 77',
    ]);
  });

  it('[TEL-013] AYT between text keeps its place', () => {
    expect(tokens('41fff642')).toEqual(['0 data 41', '1 command areYouThere', '3 data 42']);
  });

  it('is lent: a view of the chunk', () => {
    const chunk = fromHex('fff1414243');
    const decoder = new TelnetDecoder();
    decoder.receive(chunk);
    decoder.next();
    const token = decoder.next();
    expect(token).toEqual({ type: 'data', offset: 2, bytes: fromHex('414243') });
    expect(token?.type === 'data' && token.bytes.buffer === chunk.buffer).toBe(true);
  });
});

describe('subnegotiations and faults', () => {
  it('are copied: they outlive the chunk', () => {
    const chunk = fromHex('fffa180149fff0fff0');
    const decoder = new TelnetDecoder();
    decoder.receive(chunk);
    const body = decoder.next();
    const fault = decoder.next();
    chunk.fill(0xaa);
    decoder.receive(fromHex('fffa18024141fff0'));
    decoder.next();
    expect(body).toEqual({ type: 'subnegotiation', offset: 0, option: 24, bytes: fromHex('0149') });
    expect(fault).toMatchObject({ code: 'subnegotiation-end-alone', bytes: fromHex('fff0') });
  });

  it('every fault has its rule', () => {
    for (const { rule, means } of Object.values(TELNET_VIOLATIONS)) {
      expect(rule).toMatch(/^(TEL|SEC)-\d{3}$/);
      expect(means).not.toBe('');
    }
  });
});

describe('reading on', () => {
  it('counts offsets from the first byte of the stream', () => {
    const decoder = new TelnetDecoder();
    expect(decoder.offset).toBe(0);
    decoder.receive(fromHex('4142fffd18'));
    expect(decoder.offset).toBe(0);
    decoder.next();
    expect(decoder.offset).toBe(2);
    decoder.next();
    expect(decoder.offset).toBe(5);
    decoder.receive(fromHex('43fff1'));
    expect(decoder.next()).toMatchObject({ offset: 5 });
    expect(decoder.next()).toMatchObject({ offset: 6, command: 'noOperation' });
    expect(decoder.offset).toBe(8);
  });

  it('parses no further than the next token', () => {
    const decoder = new TelnetDecoder();
    decoder.receive(fromHex('fffa2e01fff0160301'));
    expect(decoder.next()).toMatchObject({ type: 'subnegotiation', option: 46 });
    expect(decoder.drained).toBe(false);
    expect(decoder.peek()).toBe(0x16);
    expect(decoder.offset).toBe(6);
  });

  it('[TLS-010] gives the rest of the chunk unread, unchanged and copied', () => {
    const chunk = fromHex('fffa2e01fff01603ffffff01');
    const decoder = new TelnetDecoder();
    decoder.receive(chunk);
    decoder.next();
    const rest = decoder.takeRest();
    chunk.fill(0);
    expect(toHex(rest)).toBe('1603ffffff01');
    expect([decoder.drained, decoder.peek(), decoder.offset, decoder.next()]).toEqual([
      true,
      -1,
      12,
      undefined,
    ]);
    expect(decoder.takeRest()).toEqual(new Uint8Array(0));
  });

  it('is drained and complete before the first chunk and after an empty one', () => {
    const decoder = new TelnetDecoder();
    const state = (): unknown[] => [decoder.drained, decoder.incomplete, decoder.peek(), decoder.next()];
    expect(state()).toEqual([true, false, -1, undefined]);
    decoder.receive(new Uint8Array(0));
    expect(state()).toEqual([true, false, -1, undefined]);
    decoder.receive(fromHex('ff'));
    decoder.next();
    decoder.receive(new Uint8Array(0));
    expect(state()).toEqual([true, true, -1, undefined]);
    decoder.receive(fromHex('f1'));
    expect(decoder.next()).toMatchObject({ type: 'command', command: 'noOperation', offset: 0 });
  });
});

describe('facts', () => {
  it('[TEL-001] native search stands in for the rows that only IAC leaves', () => {
    const rows = { data: 'iac', sub: 'subIac', skip: 'skipIac' } as const;
    for (const [state, left] of Object.entries(rows)) {
      const { iac, ...others } = FRAMING_TABLE[state as keyof typeof rows];
      expect(iac).toEqual([left]);
      expect(Object.values(others)).toEqual(new Array(6).fill([state]));
    }
  });

  it('[TEL-003] every byte has its class', () => {
    const classes = (from: number, to: number): Set<string> =>
      new Set(Array.from({ length: to - from + 1 }, (_, i) => framingInput(from + i)));
    expect(classes(0x00, 0xeb)).toEqual(new Set(['plain']));
    expect(classes(0xec, 0xee)).toEqual(new Set(['command']));
    expect(framingInput(0xef)).toBe('endOfRecord');
    expect(framingInput(0xf0)).toBe('end');
    expect(classes(0xf1, 0xf9)).toEqual(new Set(['command']));
    expect(framingInput(0xfa)).toBe('sub');
    expect(classes(0xfb, 0xfe)).toEqual(new Set(['verb']));
    expect(framingInput(0xff)).toBe('iac');
  });

  it('[TEL-003] the command bytes are those of RFC 854, RFC 885 and RFC 1184', () => {
    expect(Object.values(COMMANDS)).toEqual([
      236, 237, 238, 239, 240, 241, 242, 243, 244, 245, 246, 247, 248, 249, 250, 251, 252, 253, 254, 255,
    ]);
    expect(COMMANDS).toMatchObject({
      endOfRecord: 239,
      subnegotiationEnd: 240,
      noOperation: 241,
      dataMark: 242,
      break: 243,
      interruptProcess: 244,
      abortOutput: 245,
      areYouThere: 246,
      eraseCharacter: 247,
      eraseLine: 248,
      goAhead: 249,
      subnegotiation: 250,
      will: 251,
      wont: 252,
      do: 253,
      dont: 254,
      interpretAsCommand: 255,
    });
  });
});
