import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHex } from '../../src/bytes/index.js';
import {
  buildInbound,
  buildQueryReplies,
  type CharacterSetDescriptor,
  describeTerminal,
  geometryFromReplies,
  parseInbound,
  parseOutbound,
  type QueryReply,
  queryCodeOf,
  selectReplies,
  type TerminalDescription,
} from '../../src/datastream/index.js';
import { hex, Recorder, shown } from './helpers.js';

const MODEL_2: TerminalDescription = {
  alternateSize: { rows: 24, columns: 80 },
  rpqName: 'x3270',
  transferLimit: 16384,
};

/** What a terminal answers to a Write Structured Field record; undefined where it rejects it. */
function answer(request: string, terminal: TerminalDescription = MODEL_2): Uint8Array | undefined {
  const recorder = new Recorder();
  const bytes = hex(request);
  const { status } = parseOutbound(bytes, 0, bytes.length, recorder);
  const query = recorder.fields.find((field) => field.type === 'query' || field.type === 'queryList');
  if (status !== 'accepted' || query === undefined) return undefined;
  return buildQueryReplies(selectReplies(describeTerminal(terminal), query as never));
}

/** The replies of a record, which must be without fault. */
function decode(record: Uint8Array): QueryReply[] {
  const { record: read, faults } = parseInbound(record);
  expect(faults).toEqual([]);
  if (read?.type !== 'structuredFields') throw new Error('no structured fields');
  return read.fields.map((field) => {
    if (field.type !== 'queryReply') throw new Error('no query reply');
    return field.reply;
  });
}

// SF-V01 to SF-V10: one line a reply.
const SUMMARY = '00 0E 81 80 80 81 84 85 86 87 88 95 A1 A6';
const USABLE_AREA = '00 17 81 81 01 00 00 50 00 18 01 00 0A 02 E5 00 02 00 6F 09 0C 07 80';
const PARTITIONS = '00 08 81 84 00 07 80 00';
const CHARACTER_SETS = '00 1B 81 85 82 00 09 0C 00 00 00 00 07 00 10 00 02 B9 00 25 01 00 F1 03 C3 01 36';
const COLOR =
  '00 26 81 86 00 10 00 F4 F1 F1 F2 F2 F3 F3 F4 F4 F5 F5 F6 F6 F7 F7 F8 F8 F9 F9 FA FA FB FB FC FC FD FD FE FE FF FF';
const HIGHLIGHTING = '00 0F 81 87 05 00 F0 F1 F1 F2 F2 F4 F4 F8 F8';
const REPLY_MODES = '00 07 81 88 00 01 02';
const DDM = '00 0C 81 95 00 00 40 00 40 00 01 01';
const RPQ_NAMES = '00 12 81 A1 00 00 00 00 00 00 00 00 06 A7 F3 F2 F7 F0';
const IMPLICIT = '00 11 81 A6 00 00 0B 01 00 00 50 00 18 00 50 00 18';
const ALL = [
  SUMMARY,
  USABLE_AREA,
  PARTITIONS,
  CHARACTER_SETS,
  COLOR,
  HIGHLIGHTING,
  REPLY_MODES,
  DDM,
  RPQ_NAMES,
];
const EVERYTHING = `88 ${ALL.join(' ')} ${IMPLICIT}`;

describe('the answer to a query', () => {
  it.each([
    ['SF-V01', 'F3 00 05 01 FF 02', EVERYTHING],
    ['SF-V13', 'F3 00 06 01 FF 03 40', EVERYTHING],
    ['SF-132', 'F3 00 06 01 FF 03 80', EVERYTHING],
    ['SF-V15', 'F3 00 00 01 FF 02', EVERYTHING],
    ['SF-V17', 'F3 00 04 77 00 00 05 01 FF 02', EVERYTHING],
    ['SF-V02', 'F3 00 07 01 FF 03 00 81', `88 ${USABLE_AREA}`],
    ['SF-V03', 'F3 00 07 01 FF 03 00 84', `88 ${PARTITIONS}`],
    ['SF-V04', 'F3 00 07 01 FF 03 00 85', `88 ${CHARACTER_SETS}`],
    ['SF-V05', 'F3 00 08 01 FF 03 00 86 87', `88 ${COLOR} ${HIGHLIGHTING}`],
    ['SF-V07', 'F3 00 07 01 FF 03 00 88', `88 ${REPLY_MODES}`],
    ['SF-V08', 'F3 00 07 01 FF 03 00 95', `88 ${DDM}`],
    ['SF-V09', 'F3 00 07 01 FF 03 00 A1', `88 ${RPQ_NAMES}`],
    ['SF-V10', 'F3 00 07 01 FF 03 00 A6', `88 ${IMPLICIT}`],
    ['SF-V11', 'F3 00 06 01 FF 03 00', '88 00 04 81 FF'],
    ['SF-V11', 'F3 00 07 01 FF 03 00 8A', '88 00 04 81 FF'],
    ['SF-V12', 'F3 00 07 01 FF 03 00 80', `88 ${SUMMARY}`],
  ])('[%s] %s', (_, request, reply) => {
    expect(answer(request)).toEqual(hex(reply));
  });

  it.each([
    'F3 00 06 01 FF 03 C0',
    'F3 00 05 01 FF 03',
    'F3 00 05 01 00 02',
    'F3 00 04 01 FF',
    'F3 00 05 01 FF F2',
  ])('[SF-V14] %s draws none', (request) => {
    expect(answer(request)).toBeUndefined();
  });

  it('[SF-V06] [SF-181] a monochrome terminal names its colours without effect', () => {
    const pairs = Array.from({ length: 15 }, (_, i) => `F${(i + 1).toString(16)} 00`).join(' ');
    expect(answer('F3 00 07 01 FF 03 00 86', { ...MODEL_2, color: false })).toEqual(
      hex(`88 00 26 81 86 00 10 00 F4 ${pairs}`),
    );
  });

  it('[SF-081] [SEC-098] a list names each reply once, in any order and as often as it likes', () => {
    const codes = '87 86 '.repeat(2000);
    const length = (6 + 4000).toString(16).padStart(4, '0');
    expect(answer(`F3 ${length} 01 FF 03 00 ${codes}`)).toEqual(hex(`88 ${COLOR} ${HIGHLIGHTING}`));
  });

  it('recorded: a model 5, and a display of 60 rows of 132 columns', () => {
    for (const [size, usable, storage, implicit] of [
      [{ rows: 27, columns: 132 }, '00 84 00 1b', '0d ec', '00 84 00 1b'],
      [{ rows: 60, columns: 132 }, '00 84 00 3c', '1e f0', '00 84 00 3c'],
    ] as const) {
      expect(answer('F3 00 05 01 FF 02', { ...MODEL_2, alternateSize: size })).toEqual(
        hex(
          `88 ${SUMMARY} 00 17 81 81 01 00 ${usable} 01 00 0a 02 e5 00 02 00 6f 09 0c ${storage} 00 08 81 84 00 ${storage} 00
          ${CHARACTER_SETS} ${COLOR} ${HIGHLIGHTING} ${REPLY_MODES} ${DDM} ${RPQ_NAMES}
          00 11 81 a6 00 00 0b 01 00 00 50 00 18 ${implicit}`,
        ),
      );
    }
  });

  it('[SF-082] [SF-089] the Summary names exactly what is sent, whatever the terminal has', () => {
    const optional = fc.record<TerminalDescription>(
      {
        alternateSize: fc.constant({ rows: 43, columns: 80 }),
        color: fc.boolean(),
        transferLimit: fc.option(fc.integer({ min: 256, max: 32767 })),
        rpqName: fc.constant('SANS3270'),
        graphicEscapeCgcsgid: fc.constant(null),
      },
      { requiredKeys: ['alternateSize'] },
    );
    fc.assert(
      fc.property(optional, (terminal) => {
        const replies = describeTerminal(terminal);
        const codes = replies.map(queryCodeOf);
        expect(replies[0]).toEqual({ type: 'summary', codes });
        expect(codes).toEqual([...new Set(codes)].sort((a, b) => a - b));
        expect(codes.includes(0xa1)).toBe(terminal.rpqName !== undefined);
        expect(codes.includes(0x95)).toBe(typeof terminal.transferLimit === 'number');
        expect(decode(buildQueryReplies(replies))).toEqual(replies);
      }),
    );
  });

  it('has no RPQ name and no file transfer unless they are given', () => {
    expect(
      decode(answer('F3 00 05 01 FF 02', { alternateSize: { rows: 24, columns: 80 } }) as Uint8Array)[0],
    ).toEqual({
      type: 'summary',
      codes: [0x80, 0x81, 0x84, 0x85, 0x86, 0x87, 0x88, 0xa6],
    });
  });

  it('without graphic escapes there is one character set', () => {
    const terminal = { ...MODEL_2, graphicEscapeCgcsgid: null, cgcsgid: 0x02b7_0417 };
    expect(answer('F3 00 07 01 FF 03 00 85', terminal)).toEqual(
      hex('88 00 14 81 85 02 00 09 0C 00 00 00 00 07 00 10 00 02 B7 04 17'),
    );
  });

  it('the display may be larger than the alternate size', () => {
    const replies = describeTerminal({ ...MODEL_2, maximumSize: { rows: 62, columns: 160 } });
    expect(replies).toContainEqual(
      expect.objectContaining({ type: 'usableArea', width: 160, height: 62, bufferSize: 9920 }),
    );
  });

  it.each<[string, Partial<TerminalDescription>]>([
    ['no rows', { alternateSize: { rows: 0, columns: 80 } }],
    ['too many positions', { maximumSize: { rows: 200, columns: 100 } }],
    ['a default size of none', { defaultSize: { rows: 24, columns: -1 } }],
    ['a transfer limit below 256', { transferLimit: 255 }],
    ['a transfer limit above 32767', { transferLimit: 32768 }],
    ['an empty name', { rpqName: '' }],
    ['a long name', { rpqName: 'x'.repeat(242) }],
  ])('refuses: %s', (_, part) => {
    expect(() => describeTerminal({ ...MODEL_2, ...part })).toThrow(
      expect.objectContaining({ code: 'argument-invalid' }),
    );
  });

  it('refuses a name that page 37 cannot write, and a record without replies', () => {
    expect(() => describeTerminal({ ...MODEL_2, rpqName: '漢' })).toThrow(
      expect.objectContaining({ code: 'not-encodable' }),
    );
    expect(() => buildQueryReplies([])).toThrow(expect.objectContaining({ code: 'argument-invalid' }));
  });
});

describe('reading replies', () => {
  it('[SF-090] everything that x3270 sends comes back as it was', () => {
    const record = hex(EVERYTHING);
    const replies = decode(record);
    expect(replies).toEqual(describeTerminal(MODEL_2));
    expect(buildQueryReplies(replies)).toEqual(record);
  });

  it('[SF-107, SF-183] with a double-byte code page: a third set, and DBCS-Asia behind the reply modes', () => {
    const replies = describeTerminal({
      alternateSize: { rows: 43, columns: 80 },
      cgcsgid: 0x04940122,
      doubleByteCgcsgid: 0x0172012c,
      transferLimit: 16384,
    });
    const record = buildQueryReplies(replies);
    const wire = toHex(record);
    expect(wire).toContain(
      '002e81858e00090c000000000b' +
        '0000000000000004940122' +
        '0100f10000000003c30136' +
        '8020f8120c417f0172012c',
    );
    expect(wire).toContain('000781880001' + '02' + '000b819100030180030201');
    expect(wire.slice(0, 26)).toBe('88000e81808081848586878891');
    expect(decode(record)).toEqual(replies);
  });

  it('[SF-085] in any order: as tnz sends them, with a Usable Area that ends early', () => {
    const record = hex(
      `88 00 0b 81 80 80 81 85 87 88 95 a6 00 15 81 81 01 00 00 50 00 18 00 00 01 00 60 00 01 00 60 06 0c
       00 11 81 a6 00 00 0b 01 00 00 50 00 18 00 50 00 18
       00 1b 81 85 82 00 06 0c 00 00 00 00 07 00 00 00 02 b9 00 25 01 00 f1 03 c3 01 36`,
    );
    const replies = decode(record);
    expect(replies.map(({ type }) => type)).toEqual([
      'summary',
      'usableArea',
      'implicitPartition',
      'characterSets',
    ]);
    expect(replies[1]).toEqual({
      type: 'usableArea',
      flags: 1,
      cellFlags: 0,
      width: 80,
      height: 24,
      units: 0,
      horizontalDistance: { numerator: 1, denominator: 96 },
      verticalDistance: { numerator: 1, denominator: 96 },
      cellWidth: 6,
      cellHeight: 12,
    });
    expect(buildQueryReplies(replies)).toEqual(record);
  });

  it('[SF-097] [SF-107] recorded: character sets and DBCS-Asia of a double-byte terminal', () => {
    const record = hex(
      `88 00 2e 81 85 8e 00 09 0c 00 00 00 00 0b 00 00 00 00 00 00 00 04 96 03 44 01 00 f1 00 00 00 00 03 c3 01 36
       80 20 f8 12 0c 41 7f 04 38 03 45 00 0b 81 91 00 03 01 80 03 02 01`,
    );
    const replies = decode(record);
    const descriptors: CharacterSetDescriptor[] = [
      { ...sizes(0, 0, 0, 0), set: 0x00, flags: 0x00, localId: 0x00, cgcsgid: 0x04960344 },
      { ...sizes(0, 0, 0, 0), set: 0x01, flags: 0x00, localId: 0xf1, cgcsgid: 0x03c30136 },
      { ...sizes(18, 12, 0x41, 0x7f), set: 0x80, flags: 0x20, localId: 0xf8, cgcsgid: 0x04380345 },
    ];
    expect(replies).toEqual([
      {
        type: 'characterSets',
        flags: 0x8e,
        moreFlags: 0,
        slotWidth: 9,
        slotHeight: 12,
        loadFormats: 0,
        descriptors,
      },
      {
        type: 'dbcsAsia',
        flags: 0,
        parameters: [
          { id: 1, data: hex('80') },
          { id: 2, data: hex('01') },
        ],
      },
    ]);
    expect(buildQueryReplies(replies)).toEqual(record);
  });

  it.each<[string, string, QueryReply]>([
    ['SF-092', '00 06 81 80 80 81', { type: 'summary', codes: [0x80, 0x81] }],
    [
      'SF-093',
      '00 1B 81 81 01 80 00 50 00 18 01 00 0A 02 E5 00 02 00 6F 09 0C 07 80 06 0C 12 18',
      {
        type: 'usableArea',
        flags: 1,
        cellFlags: 0x80,
        width: 80,
        height: 24,
        units: 1,
        horizontalDistance: { numerator: 10, denominator: 741 },
        verticalDistance: { numerator: 2, denominator: 111 },
        cellWidth: 9,
        cellHeight: 12,
        bufferSize: 1920,
        rest: hex('06 0C 12 18'),
      },
    ],
    [
      'SF-096',
      '00 0A 81 84 08 1E 00 8C 01 02',
      { type: 'alphanumericPartitions', partitions: 8, storage: 0x1e00, flags: 0x8c, rest: hex('01 02') },
    ],
    [
      'SF-097',
      '00 13 81 85 00 50 09 0C 00 00 00 01 06 00 10 00 03 84 7F',
      {
        type: 'characterSets',
        flags: 0,
        moreFlags: 0x50,
        slotWidth: 9,
        slotHeight: 12,
        loadFormats: 1,
        descriptors: [{ set: 0, flags: 0x10, localId: 0, ccsid: 900, rest: hex('7F') }],
      },
    ],
    [
      'SF-098',
      '00 0C 81 86 40 01 00 F4 04 02 00 F0',
      {
        type: 'color',
        flags: 0x40,
        pairs: [{ value: 0, action: 0xf4 }],
        parameters: [{ id: 2, data: hex('00 F0') }],
      },
    ],
    [
      'SF-099',
      '00 08 81 87 01 00 F0 99',
      { type: 'highlighting', pairs: [{ value: 0, action: 0xf0 }], rest: hex('99') },
    ],
    ['SF-100', '00 05 81 88 00', { type: 'replyModes', modes: [0] }],
    [
      'SF-111',
      '00 13 81 95 00 00 10 00 20 00 01 01 03 02 C1 04 01 00 07',
      {
        type: 'distributedDataManagement',
        inboundLimit: 4096,
        outboundLimit: 8192,
        subsets: [1],
        parameters: [
          { id: 2, data: hex('C1') },
          { id: 1, data: hex('00 07') },
        ],
      },
    ],
    [
      'SF-121',
      '00 10 81 A1 F3 F2 F7 F9 00 00 00 02 02 C1 01 02',
      { type: 'rpqNames', deviceType: 0xf3f2f7f9, model: 2, name: hex('C1'), rest: hex('01 02') },
    ],
    [
      'SF-123',
      '00 0B 81 A6 00 00 05 02 00 0A 0C',
      { type: 'implicitPartition', parameters: [{ id: 2, data: hex('00 0A 0C') }] },
    ],
    ['SF-130', '00 04 81 FF', { type: 'null' }],
    ['SF-101', '00 05 81 8A 07', { type: 'fieldValidation', kinds: 7 }],
    ['SF-101', '00 06 81 8A 04 00', { type: 'fieldValidation', kinds: 4, rest: hex('00') }],
  ])('[%s] %s', (_, text, reply) => {
    const record = hex(`88 ${text}`);
    expect(decode(record)).toEqual([reply]);
    expect(buildQueryReplies([reply])).toEqual(record);
  });

  it.each([
    ['SEC-110', '00 0F 81 81 01 00 FF FF FF FF 00 00 01 00 01'],
    ['SF-096', '00 07 81 84 00 07 80'],
    ['SF-101', '00 04 81 8A'],
    ['SF-097', '00 0C 81 85 82 00 09 0C 00 00 00 00'],
    ['SEC-110', '00 10 81 85 82 00 09 0C 00 00 00 00 07 00 10 00'],
    ['SEC-110', '00 0E 81 85 82 00 09 0C 00 00 00 00 00 41'],
    ['SEC-110', '00 0E 81 85 82 00 09 0C 00 00 00 00 06 41'],
    ['SEC-110', '00 08 81 86 00 10 00 F4'],
    ['SF-098', '00 05 81 86 00'],
    ['SF-098', '00 0A 81 86 00 01 00 F4 04 02'],
    ['SF-098', '00 0A 81 86 00 01 00 F4 01 02'],
    ['SF-099', '00 06 81 87 05 00'],
    ['SF-099', '00 04 81 87'],
    ['SF-107', '00 07 81 91 00 03 01'],
    ['SF-107', '00 04 81 91'],
    ['SF-111', '00 0A 81 95 00 00 10 00 10 00'],
    ['SF-111', '00 0C 81 95 00 00 10 00 10 00 02 01'],
    ['SF-111', '00 0D 81 95 00 00 10 00 10 00 01 01 09'],
    ['SF-121', '00 0C 81 A1 00 00 00 00 00 00 00 00'],
    ['SF-121', '00 0D 81 A1 00 00 00 00 00 00 00 00 00'],
    ['SF-121', '00 0E 81 A1 00 00 00 00 00 00 00 00 07 C1'],
    ['SF-123', '00 05 81 A6 00'],
    ['SF-123', '00 08 81 A6 00 00 0B 01'],
  ])('[%s] too short for what it says: %s is kept raw', (_, text) => {
    const record = hex(`88 ${text} 00 04 81 FF`);
    const { record: read, faults } = parseInbound(record);
    expect(shown(faults)).toEqual([`query-reply-malformed@1+${hex(text).length}`]);
    expect(read).toEqual({
      type: 'structuredFields',
      fields: [
        { type: 'queryReply', reply: { type: 'other', code: record[4], data: hex(text).slice(4) } },
        { type: 'queryReply', reply: { type: 'null' } },
      ],
    });
  });

  it('a reply without a code is nothing', () => {
    const { record, faults } = parseInbound(hex('88 00 03 81'));
    expect(record).toBeUndefined();
    expect(shown(faults)).toEqual(['query-reply-malformed@1+3']);
  });

  it('any bytes decode without throwing, and what decodes without fault can be built', () => {
    const body = fc.array(fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 2, 3, 4, 7, 0x0b)), { maxLength: 40 });
    const code = fc.oneof(
      fc.constantFrom(0x80, 0x81, 0x84, 0x85, 0x86, 0x87, 0x91, 0x95, 0xa1, 0xa6),
      fc.nat(255),
    );
    fc.assert(
      fc.property(code, body, (qcode, data) => {
        const record = Uint8Array.of(0x88, 0, data.length + 4, 0x81, qcode, ...data);
        const reading = parseInbound(record);
        for (const { offset, length } of reading.faults)
          expect(offset + length).toBeLessThanOrEqual(record.length);
        if (reading.record === undefined) throw new Error('lost');
        const again = parseInbound(buildInbound(reading.record, 1920));
        expect(again.record).toEqual(reading.record);
      }),
      { numRuns: 1000 },
    );
  });

  it('bytes of replies are copies', () => {
    const record = hex(`88 ${RPQ_NAMES}`);
    const [reply] = decode(record);
    record.fill(0xaa);
    expect(reply).toMatchObject({ name: hex('A7 F3 F2 F7 F0') });
  });
});

function sizes(slotWidth: number, slotHeight: number, firstSubsection: number, lastSubsection: number) {
  return { slotWidth, slotHeight, firstSubsection, lastSubsection };
}

describe('building replies', () => {
  const base = describeTerminal(MODEL_2);
  const find = (type: QueryReply['type']): QueryReply =>
    base.find((reply) => reply.type === type) as QueryReply;

  it.each<[string, QueryReply]>([
    ['code beyond a byte', { type: 'summary', codes: [256] }],
    ['width beyond 16 bits', { ...find('usableArea'), width: 65536 } as QueryReply],
    ['256 pairs', { type: 'highlighting', pairs: new Array(256).fill({ value: 0, action: 0 }) }],
    [
      'parameter too long',
      { type: 'dbcsAsia', flags: 0, parameters: [{ id: 1, data: new Uint8Array(254) }] },
    ],
    ['name too long', { type: 'rpqNames', deviceType: 0, model: 0, name: new Uint8Array(255) }],
    ['reply too long', { type: 'other', code: 0x82, data: new Uint8Array(65532) }],
    ['query code', { type: 'other', code: -1, data: new Uint8Array(0) }],
    ['unknown type', { type: 'colour' } as never],
    [
      'descriptors of two lengths',
      {
        ...find('characterSets'),
        descriptors: [
          { set: 0, flags: 0, localId: 0, rest: hex('00') },
          { set: 1, flags: 0, localId: 0xf1 },
        ],
      } as QueryReply,
    ],
  ])('refuses: %s', (_, reply) => {
    expect(() => buildQueryReplies([reply])).toThrow(expect.objectContaining({ code: 'argument-invalid' }));
  });
});

describe('screen sizes from replies', () => {
  const area = (width: number, height: number, cellFlags = 0, cellWidth = 9): QueryReply => ({
    ...(describeTerminal(MODEL_2)[1] as QueryReply & { type: 'usableArea' }),
    width,
    height,
    cellFlags,
    cellWidth,
  });
  const implicit = (columns: number, rows: number): QueryReply => ({
    type: 'implicitPartition',
    sizes: { flags: 0, defaultSize: { rows: 24, columns: 80 }, alternateSize: { rows, columns } },
    parameters: [],
  });
  const size = (rows: number, columns: number) => ({ rows, columns });

  it('[SF-091] come from Implicit Partition where there is one', () => {
    expect(geometryFromReplies([area(80, 24), implicit(132, 60)])).toEqual({
      defaultSize: size(24, 80),
      alternateSize: size(60, 132),
      notes: [],
    });
  });

  it('[SF-091] else from Usable Area', () => {
    expect(geometryFromReplies([area(80, 43)]).alternateSize).toEqual(size(43, 80));
    expect(geometryFromReplies([area(720, 516, 0x20)]).alternateSize).toEqual(size(43, 80));
  });

  it('[SEC-110] 24 by 80 is kept where the replies name no size that can be', () => {
    for (const replies of [
      [area(65535, 65535)],
      [area(0, 0)],
      [area(720, 516, 0x20, 0)],
      [implicit(65535, 65535)],
      [implicit(0, 24), area(129, 128)],
    ]) {
      expect(geometryFromReplies(replies)).toEqual({
        defaultSize: size(24, 80),
        alternateSize: size(24, 80),
        notes: ['size-invalid'],
      });
    }
    expect(geometryFromReplies([])).toEqual({
      defaultSize: size(24, 80),
      alternateSize: size(24, 80),
      notes: [],
    });
    expect(geometryFromReplies([area(128, 128)]).alternateSize).toEqual(size(128, 128));
  });

  it('[SEC-110] an impossible Implicit Partition leaves it to Usable Area', () => {
    expect(geometryFromReplies([implicit(0, 0), area(80, 32)])).toMatchObject({
      alternateSize: size(32, 80),
      notes: ['size-invalid'],
    });
  });

  it('[SEC-110] of two usable areas the first counts', () => {
    expect(geometryFromReplies([area(80, 32), area(80, 43)])).toMatchObject({
      alternateSize: size(32, 80),
      notes: ['reply-repeated'],
    });
  });

  it('[SEC-110] a Summary that names what is not sent, or not what is sent, is noted', () => {
    const missing = [{ type: 'summary', codes: [0x80, 0x81, 0x86] }, area(80, 24)] as const;
    const more = [{ type: 'summary', codes: [0x80] }, area(80, 24)] as const;
    expect(geometryFromReplies(missing).notes).toEqual(['summary-mismatch']);
    expect(geometryFromReplies(more).notes).toEqual(['summary-mismatch']);
    expect(geometryFromReplies(missing, false).notes).toEqual([]);
    expect(geometryFromReplies(describeTerminal(MODEL_2)).notes).toEqual([]);
  });
});
