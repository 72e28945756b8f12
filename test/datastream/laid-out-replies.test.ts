import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildInbound,
  buildQueryReplies,
  describeTerminal,
  type LaidOutReply,
  parseInbound,
  type QueryReply,
} from '../../src/datastream/index.js';
import { hex, shown } from './helpers.js';

const DEVICE = { id: 1, data: hex('00 07') };

/** One reply a line, from the layouts SF-095 to SF-128: length, 81, code, and what follows. */
const REPLIES: readonly (readonly [id: string, bytes: string, reply: LaidOutReply])[] = [
  [
    'SF-095',
    '00 0B 81 83 03 10 00 05 02 00 01',
    { type: 'textPartitions', maximumPartitions: 3, maximumSize: 4096, flags: 5, textTypes: [0, 1] },
  ],
  ['SF-102', '00 08 81 8B 00 02 01 02', { type: 'msrControl', readerTypes: [1, 2] }],
  [
    'SF-103',
    '00 0A 81 8C 00 80 04 05 06 07',
    {
      type: 'fieldOutlining',
      flags: 0x80,
      verticalPosition: 4,
      horizontalPosition: 5,
      overlinePosition: 6,
      underlinePosition: 7,
    },
  ],
  [
    'SF-104',
    '00 0A 81 8E 03 01 AA 03 02 BB',
    {
      type: 'partitionCharacteristics',
      parameters: [
        { id: 1, data: hex('AA') },
        { id: 2, data: hex('BB') },
      ],
    },
  ],
  [
    'SF-105',
    '00 1A 81 8F 00 09 C1 C2 C3 C4 C5 C6 C7 C8 D1 D2 D3 D4 D5 D6 D7 D8 04 01 00 07',
    {
      type: 'oemAuxiliaryDevice',
      reference: 9,
      deviceType: hex('C1 C2 C3 C4 C5 C6 C7 C8'),
      userName: hex('D1 D2 D3 D4 D5 D6 D7 D8'),
      parameters: [DEVICE],
    },
  ],
  ['SF-108', '00 05 81 92 40', { type: 'saveRestoreFormat', blockLength: 0x40 }],
  [
    'SF-110',
    '00 10 81 94 80 00 00 00 20 00 04 01 00 07 08 00',
    {
      type: 'formatStorageAuxiliaryDevice',
      flags: 0x80,
      outboundLimit: 0x2000,
      device: hex('04 01 00 07'),
      size: 0x800,
    },
  ],
  [
    'SF-112',
    '00 0F 81 96 0B 01 05 00 00 10 00 00 00 08 00',
    { type: 'storagePools', parameters: [{ id: 1, data: hex('05 00 00 10 00 00 00 08 00') }] },
  ],
  [
    'SF-113',
    '00 12 81 97 00 00 10 00 20 00 01 02 00 05 04 01 00 07',
    {
      type: 'documentInterchangeArchitecture',
      inboundLimit: 4096,
      outboundLimit: 8192,
      functionSets: hex('01 02 00 05 04 01 00 07'),
    },
  ],
  ['SF-114', '00 06 81 98 00 00', { type: 'dataChaining', direction: 'both' }],
  ['SF-114', '00 06 81 98 40 00', { type: 'dataChaining', direction: 'fromDevice' }],
  ['SF-114', '00 06 81 98 80 00', { type: 'dataChaining', direction: 'toDevice' }],
  ['SF-115', '00 06 81 99 00 00', { type: 'auxiliaryDevice' }],
  ['SF-116', '00 08 81 9A 00 00 12 34', { type: 'ipds', limit: 0x1234 }],
  [
    'SF-117',
    '00 0C 81 9C 00 00 01 00 04 01 00 07',
    { type: 'productDefinedDataStream', reference: 1, subset: 0, parameters: [DEVICE] },
  ],
  [
    'SF-118',
    '00 0F 81 9E 20 00 10 00 20 00 01 04 01 00 07',
    {
      type: 'ibmAuxiliaryDevice',
      flags: 0x20,
      inboundLimit: 4096,
      outboundLimit: 8192,
      deviceType: 1,
      parameters: [DEVICE],
    },
  ],
  ['SF-119', '00 05 81 9F 00', { type: 'beginEndOfFile', reserved: hex('00') }],
  ['SF-119', '00 06 81 9F 00 00', { type: 'beginEndOfFile', reserved: hex('00 00') }],
  [
    'SF-120',
    '00 07 81 A0 03 05 01',
    { type: 'deviceCharacteristics', parameters: [{ id: 5, data: hex('01') }] },
  ],
  ['SF-122', '00 07 81 A2 00 01 02', { type: 'dataStreams', defaultStream: 0, otherStreams: [1, 2] }],
  [
    'SF-124',
    '00 09 81 A7 80 02 D0 01 68',
    { type: 'paperFeedTechniques', flags: 0x80, topMargin: 720, bottomMargin: 360 },
  ],
  [
    'SF-125',
    '00 09 81 A8 02 00 00 F0 F0',
    {
      type: 'transparency',
      pairs: [
        { value: 0, action: 0 },
        { value: 0xf0, action: 0xf0 },
      ],
    },
  ],
  [
    'SF-126',
    '00 09 81 A9 00 00 03 01 80',
    { type: 'settablePrinterCharacteristics', parameters: [{ id: 1, data: hex('80') }] },
  ],
  [
    'SF-127',
    '00 0B 81 AA 00 00 10 00 20 00 01',
    { type: 'iocaAuxiliaryDevice', inboundLimit: 4096, outboundLimit: 8192, deviceType: hex('01') },
  ],
  [
    'SF-128',
    '00 13 81 AB 00 00 10 00 20 00 04 00 01 00 02 04 01 00 07',
    {
      type: 'cooperativeProcessingRequestor',
      inboundLimit: 4096,
      outboundLimit: 8192,
      features: [0, 1, 0, 2],
      parameters: [DEVICE],
    },
  ],
];

/** Layouts that end with what may be missing take any end. */
const OPEN_END = ['beginEndOfFile', 'documentInterchangeArchitecture', 'iocaAuxiliaryDevice', 'dataStreams'];

function read(record: Uint8Array): {
  readonly replies: readonly QueryReply[];
  readonly faults: readonly string[];
} {
  const reading = parseInbound(record);
  if (reading.record?.type !== 'structuredFields') throw new Error('no structured fields');
  const replies = reading.record.fields.map((field) => {
    if (field.type !== 'queryReply') throw new Error('no query reply');
    return field.reply;
  });
  return { replies, faults: shown(reading.faults) };
}

describe('query replies with a layout', () => {
  it.each(REPLIES)('[%s] %s is read, and built again', (_, text, reply) => {
    const record = hex(`88 ${text}`);
    expect(read(record)).toEqual({ replies: [reply], faults: [] });
    expect(buildQueryReplies([reply])).toEqual(record);
  });

  it.each(REPLIES)(
    '[SEC-110] [%s] %s cut by a byte: nothing is lost, and nothing invented',
    (_, text, reply) => {
      const body = hex(text).slice(4, -1);
      const record = Uint8Array.of(0x88, 0, body.length + 4, 0x81, hex(text)[3] as number, ...body);
      const { replies, faults } = read(record);
      if (OPEN_END.includes(reply.type)) expect(faults).toEqual([]);
      else if (faults.length === 0) expect(replies).not.toEqual([reply]);
      else {
        expect(faults).toEqual([`query-reply-malformed@1+${record.length - 1}`]);
        expect(replies).toEqual([{ type: 'other', code: record[4], data: body }]);
      }
      expect(buildQueryReplies(replies)).toEqual(record);
    },
  );

  it.each([
    ['SF-094', 0x82],
    ['SF-106', 0x90],
    ['SF-109', 0x93],
    ['SF-129', 0xb0],
    ['SF-129', 0xb6],
    ['SF-090', 0x9b],
  ])('[%s] %i, whose layout nobody tells, is kept as it came', (_, code) => {
    const record = Uint8Array.of(0x88, 0x00, 0x06, 0x81, code, 0x12, 0x34);
    expect(read(record)).toEqual({ replies: [{ type: 'other', code, data: hex('12 34') }], faults: [] });
    expect(buildQueryReplies(read(record).replies)).toEqual(record);
  });

  it('[SF-114] a direction without a meaning is a fault, and the reply is kept', () => {
    const { replies, faults } = read(hex('88 00 06 81 98 C0 00'));
    expect(faults).toEqual(['query-reply-malformed@1+6']);
    expect(replies).toEqual([{ type: 'other', code: 0x98, data: hex('C0 00') }]);
  });

  it('[SF-090] whatever stands behind a code, what was read is built and read alike', () => {
    const codes = REPLIES.map(([, text]) => hex(text)[3] as number);
    const body = fc.array(fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 2, 3, 4)), { maxLength: 30 });
    fc.assert(
      fc.property(fc.constantFrom(...codes), body, (code, data) => {
        const record = Uint8Array.of(0x88, 0, data.length + 4, 0x81, code, ...data);
        const reading = parseInbound(record);
        if (reading.record === undefined) throw new Error('lost');
        expect(parseInbound(buildInbound(reading.record, 1920)).record).toEqual(reading.record);
      }),
      { numRuns: 1000 },
    );
  });

  it('what does not fit is not built', () => {
    const misuse = (reply: QueryReply): unknown => {
      try {
        return buildQueryReplies([reply]);
      } catch (error) {
        return (error as { code?: string }).code;
      }
    };
    expect(misuse({ type: 'ipds', limit: 65536 })).toBe('argument-invalid');
    expect(misuse({ type: 'dataChaining', direction: 'up' as 'both' })).toBe('argument-invalid');
    expect(
      misuse({ type: 'oemAuxiliaryDevice', reference: 0, deviceType: hex('C1'), userName: hex('C1') }),
    ).toBe('argument-invalid');
  });
});

describe('replies that the embedder adds', () => {
  const alternateSize = { rows: 24, columns: 80 };
  const outlining: QueryReply = {
    type: 'fieldOutlining',
    flags: 0,
    verticalPosition: 0,
    horizontalPosition: 0,
    overlinePosition: 0,
    underlinePosition: 0,
  };
  const codesOf = (replies: readonly QueryReply[]): readonly number[] =>
    replies[0]?.type === 'summary' ? replies[0].codes : [];

  it('[SF-082] [SF-085] [SF-089] stand in their place and in the Summary', () => {
    const own = describeTerminal({ alternateSize });
    const more = describeTerminal({ alternateSize, replies: [{ type: 'auxiliaryDevice' }, outlining] });
    expect(codesOf(more)).toEqual([...codesOf(own), 0x8c, 0x99].sort((one, other) => one - other));
    expect(more.filter((reply) => !own.some(({ type }) => type === reply.type))).toEqual([
      outlining,
      { type: 'auxiliaryDevice' },
    ]);
  });

  it('[SF-089] take the place of one that is made, once', () => {
    const modes: QueryReply = { type: 'replyModes', modes: [0] };
    const replies = describeTerminal({ alternateSize, replies: [modes] });
    expect(replies.filter(({ type }) => type === 'replyModes')).toEqual([modes]);
    expect(codesOf(replies)).toEqual(codesOf(describeTerminal({ alternateSize })));
  });

  it.each<[string, readonly QueryReply[]]>([
    ['a Summary', [{ type: 'summary', codes: [] }]],
    ['the Null reply', [{ type: 'null' }]],
    ['two of one code', [outlining, outlining]],
  ])('are no %s', (_, replies) => {
    expect(() => describeTerminal({ alternateSize, replies })).toThrow(
      expect.objectContaining({ code: 'argument-invalid' }),
    );
  });
});
