import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHex } from '../../src/bytes/index.js';
import {
  buildInbound,
  buildWriteStructuredField,
  type LaidOutField,
  type OutboundStructuredField,
  parseInbound,
  parseOutbound,
  STRUCTURED_FIELDS,
} from '../../src/datastream/index.js';
import { hex, Recorder, shown } from './helpers.js';

const SIZE = { rows: 24, columns: 80 };

/** What a handler is asked to carry out. */
function parse(text: string): { fields: readonly object[]; faults: string[] } {
  const recorder = new Recorder();
  const bytes = hex(`F3 ${text}`);
  const { status, faults } = parseOutbound(bytes, 0, bytes.length, recorder);
  expect(status, 'no display carries these out').toBe('commandReject');
  return { fields: recorder.fields, faults: shown(faults) };
}

/** The layouts of structured-fields.md §3, written down once more. */
const FIELDS: readonly (readonly [id: string, bytes: string, field: LaidOutField])[] = [
  ['SF-059', '00 08 0B 00 01 02 03 04', { type: 'setWindowOrigin', partition: 0, row: 0x102, column: 0x304 }],
  [
    'SF-060',
    '00 1F 0F 0A 00 00 00 60 00 00 00 00 01 00 02 00 03 00 04 00 05 00 06 00 07 00 00 00 09 00 0A',
    {
      type: 'modifyPartition',
      partition: 0,
      flags: 0x60,
      viewportRow: 1,
      viewportColumn: 2,
      viewportHeight: 3,
      viewportWidth: 4,
      windowRow: 5,
      windowColumn: 6,
      scrollRows: 7,
      reserved: 0,
      cellWidth: 9,
      cellHeight: 10,
    },
  ],
  [
    'SF-060',
    '00 0F 0F 0A 00 00 00 00 00 00 00 00 01 00 02',
    { type: 'modifyPartition', partition: 0, flags: 0, viewportRow: 1, viewportColumn: 2 },
  ],
  ['SF-060', '00 08 0F 0A 00 00 00 20', { type: 'modifyPartition', partition: 0, flags: 0x20 }],
  [
    'SF-063',
    '00 08 4B 00 F5 C3 C1 C2',
    {
      type: 'presentAbsoluteFormat',
      partition: 0,
      command: 0xf5,
      writeControlCharacter: 0xc3,
      data: hex('C1 C2'),
    },
  ],
  [
    'SF-064',
    '00 0A 4C 00 01 02 F1 C3 C1 C2',
    {
      type: 'presentRelativeFormat',
      partition: 0,
      formatOffset: 0x102,
      command: 0xf1,
      writeControlCharacter: 0xc3,
      data: hex('C1 C2'),
    },
  ],
  ['SF-065', '00 06 4A 00 C7 F1', { type: 'selectFormatGroup', partition: 0, groupName: hex('C7 F1') }],
  [
    'SF-066',
    '00 0A 0F 01 00 01 F8 A0 03 02',
    {
      type: 'setMsrControl',
      partition: 0,
      readerType: 1,
      stateMask: 0xf8,
      stateValue: 0xa0,
      indicatorMask: 3,
      indicatorValue: 2,
    },
  ],
  ['SF-067', '00 08 0F 02 00 00 12 34', destination('enable', 0x1234)],
  ['SF-067', '00 08 0F 02 40 00 00 00', destination('noChange', 0)],
  ['SF-067', '00 08 0F 02 80 00 FF FF', destination('disable', 0xffff)],
  [
    'SF-068',
    '00 0A 06 80 40 41 02 01 02 03',
    {
      type: 'loadProgrammedSymbols',
      flags: 0x80,
      localId: 0x40,
      firstCodePoint: 0x41,
      storage: 2,
      data: hex('01 02 03'),
    },
  ],
  ['SF-069', '00 06 0F 05 01 02', { type: 'loadColorTable', data: hex('01 02') }],
  ['SF-069', '00 06 0F 04 01 02', { type: 'selectColorTable', table: 0x102 }],
  ['SF-070', '00 07 0F 07 01 02 03', { type: 'loadLineType', data: hex('01 02 03') }],
  [
    'SF-071',
    '00 0D 0F 08 00 00 00 03 04 80 03 07 01',
    {
      type: 'setPartitionCharacteristics',
      partition: 0,
      parameters: [
        { id: 4, data: hex('80') },
        { id: 7, data: hex('01') },
      ],
    },
  ],
  ['SF-072', '00 09 0F 0F 00 80 00 01 02', object('objectData', 0x80, 0)],
  ['SF-072', '00 09 0F 10 00 40 01 01 02', object('objectPicture', 0x40, 1)],
  ['SF-072', '00 09 0F 11 00 00 01 01 02', object('objectControl', 0, 1)],
  ['SF-072', '00 09 0F 1F 00 00 00 01 02', object('oemData', 0, 0)],
  ['SF-073', '00 06 0F 21 00 00', { type: 'dataChain', group: 'continue', inboundControl: 'noChange' }],
  ['SF-073', '00 06 0F 21 20 00', { type: 'dataChain', group: 'end', inboundControl: 'noChange' }],
  ['SF-073', '00 06 0F 21 48 00', { type: 'dataChain', group: 'begin', inboundControl: 'enable' }],
  ['SF-073', '00 06 0F 21 70 00', { type: 'dataChain', group: 'only', inboundControl: 'disable' }],
  ['SF-074', '00 11 0F 24 00 00 01 D3 D6 C3 C1 D3 F0 F0 F1 C7 F1', storage('add', true)],
  ['SF-074', '00 11 0F 24 00 00 02 D3 D6 C3 C1 D3 F0 F0 F1 C7 F1', storage('deleteFormat', true)],
  ['SF-074', '00 11 0F 24 00 00 03 D3 D6 C3 C1 D3 F0 F0 F1 C7 F1', storage('deleteGroup', true)],
  ['SF-074', '00 07 0F 24 00 00 04', storage('resetAll')],
  ['SF-074', '00 07 0F 24 00 00 05', storage('summaryStatus')],
  ['SF-074', '00 07 0F 24 00 00 06', storage('groupStatus')],
  ['SF-077', '00 06 0F 83 00 00', { type: 'selectIpdsMode' }],
  ['SF-079', '00 07 0F 71 00 01 02', { type: 'outboundTextHeader', partition: 0, data: hex('01 02') }],
  ['SF-079', '00 07 0F C1 00 01 02', { type: 'type1Text', partition: 0, data: hex('01 02') }],
  // What a printer session carries out; read and built here all the same.
  ['SF-021', '00 06 41 00 C1 15', { type: 'scsData', partition: 0, data: hex('C1 15') }],
  ['SF-042', '00 07 0F 85 00 80 01', { type: 'beginEndOfFile', partition: 0, flags: 0x80, moreFlags: 1 }],
  [
    'SF-041',
    '00 09 0F 84 00 00 03 01 01',
    { type: 'setPrinterCharacteristics', flags: 0, parameters: [{ id: 1, data: hex('01') }] },
  ],
  ['SF-047', '00 07 10 32 00 00 05', { type: 'setCheckpointInterval', interval: 5 }],
  ['SF-048', '00 09 10 33 00 00 05 01 02', { type: 'restart', pages: 5, lines: 0x102 }],
  ['SF-045', '00 05 10 30 00', { type: 'requestRecoveryData' }],
];

function destination(inputControl: 'enable' | 'noChange' | 'disable', deviceId: number): LaidOutField {
  return { type: 'destinationOrOrigin', inputControl, deviceId };
}

function object(
  type: 'objectData' | 'objectPicture' | 'objectControl' | 'oemData',
  flags: number,
  objectType: number,
): LaidOutField {
  return { type, partition: 0, flags, objectType, data: hex('01 02') };
}

type Operation = Extract<LaidOutField, { type: 'loadFormatStorage' }>['operation'];
function storage(operation: Operation, named = false): LaidOutField {
  const names = named ? { localName: hex('D3 D6 C3 C1 D3 F0 F0 F1'), groupName: hex('C7 F1') } : {};
  return { type: 'loadFormatStorage', flags: 0, operation, ...names };
}

/** Whether a single byte behind the field would be half of something: a parameter, a number, a name. */
function isOpen(field: LaidOutField): boolean {
  if (field.type === 'modifyPartition') return field.cellHeight === undefined;
  return 'parameters' in field || (field.type === 'loadFormatStorage' && field.localName === undefined);
}

describe('structured fields with a layout', () => {
  it.each(FIELDS)('[%s] %s is read', (_, text, field) => {
    expect(parse(text)).toEqual({
      fields: [field],
      faults: [`structured-field-unsupported@1+${hex(text).length}`],
    });
  });

  it.each(FIELDS)('[%s] %s is built', (_, text, field) => {
    expect(toHex(buildWriteStructuredField([field], SIZE))).toBe(toHex(hex(`F3 ${text}`)));
  });

  it.each(FIELDS.filter(([, , { type }]) => type !== 'loadFormatStorage' && type !== 'modifyPartition'))(
    '[%s] %s and a byte less: too short, unless its last part may have any length',
    (_, text, field) => {
      const bytes = hex(text).slice(0, -1);
      bytes[1] = bytes.length;
      const last = Object.entries(field).at(-1);
      const ends =
        last?.[1] instanceof Uint8Array ? 'structured-field-unsupported' : 'structured-field-length';
      expect(parse(toHex(bytes)).faults).toEqual([`${ends}@1+${bytes.length}`]);
    },
  );

  it.each(FIELDS)('[%s] %s and a byte more loses nothing', (_, text, field) => {
    const bytes = Uint8Array.of(...hex(text), 0x07);
    bytes[1] = bytes.length;
    const { fields } = parse(toHex(bytes));
    if (isOpen(field)) expect(fields).toEqual([]);
    else {
      const built = buildWriteStructuredField(fields as OutboundStructuredField[], SIZE);
      expect(toHex(built)).toBe(`f3${toHex(bytes)}`);
    }
  });

  it.each([
    ['SF-067', '00 08 0F 02 C0 00 00 01'],
    ['SF-073', '00 06 0F 21 18 00'],
    ['SF-074', '00 07 0F 24 00 00 00'],
    ['SF-074', '00 07 0F 24 00 00 07'],
  ])('[%s] %s has a value that is not defined', (_, text) => {
    expect(parse(text)).toEqual({
      fields: [],
      faults: [`structured-field-invalid@1+${hex(text).length}`],
    });
  });

  it.each([
    ['SF-059', '00 08 0B 01 00 00 00 00'],
    ['SF-060', '00 08 0F 0A 00 01 00 00'],
    ['SF-063', '00 06 4B 01 F5 C3'],
    ['SF-071', '00 07 0F 08 01 00 00'],
  ])('[SF-058] [%s] %s names a partition that is not there', (_, text) => {
    expect(parse(text)).toEqual({ fields: [], faults: [`partition-unknown@1+${hex(text).length}`] });
  });

  it('[SF-073] [SF-067] what goes both ways is read from a terminal too, and built', () => {
    const text = '88 00 06 0F 21 40 00 00 08 0F 02 40 00 00 07 00 09 0F 0F 00 80 01 01 02 00 06 0F 83 00 00';
    const { record, faults } = parseInbound(hex(text));
    expect(faults).toEqual([]);
    expect(record).toEqual({
      type: 'structuredFields',
      fields: [
        { type: 'dataChain', group: 'begin', inboundControl: 'noChange' },
        destination('noChange', 7),
        object('objectData', 0x80, 1),
        { type: 'selectIpdsMode' },
      ],
    });
    expect(toHex(buildInbound(record as never, 1920))).toBe(toHex(hex(text)));
  });

  it('[SF-073] from a terminal: what is cut, and what goes to the terminal alone, is kept raw', () => {
    const { record, faults } = parseInbound(hex('88 00 05 0F 21 40 00 08 0B 00 00 01 00 02'));
    expect(shown(faults)).toEqual(['structured-field-length@1+5']);
    expect(record).toEqual({
      type: 'structuredFields',
      fields: [
        { type: 'other', id: 0x0f21, name: 'dataChain', data: hex('40') },
        { type: 'other', id: 0x0b, name: 'setWindowOrigin', data: hex('00 00 01 00 02') },
      ],
    });
  });

  it.each<[string, object]>([
    ['a number too large', { type: 'setWindowOrigin', partition: 0, row: 65536, column: 0 }],
    ['a partition too large', { type: 'scsData', partition: 256, data: hex('') }],
    ['a number left out', { type: 'restart', pages: 1 }],
    ['a number behind one left out', { type: 'modifyPartition', partition: 0, viewportRow: 1 }],
    ['a word that is none', { type: 'dataChain', group: 'first', inboundControl: 'enable' }],
    ['the name of a property', { type: 'dataChain', group: 'toString', inboundControl: 'enable' }],
    ['a name of seven bytes', { ...storage('add', true), localName: hex('D3 D6 C3 C1 D3 F0 F0') }],
    ['bytes that are none', { type: 'loadLineType', data: '01' }],
    ['an inbound field', { type: 'exceptionStatus', data: hex('01') }],
    ['a type that is none', { type: 'toString' }],
  ])('refuses to build %s', (_, field) => {
    expect(() => buildWriteStructuredField([field as OutboundStructuredField], SIZE)).toThrow(
      expect.objectContaining({ code: 'argument-invalid' }),
    );
  });

  it('any bytes behind any identifier: what is read builds the same field again', () => {
    const names = [...new Set(FIELDS.map(([, , { type }]) => type))];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.uint8Array({ maxLength: 40 }), (name, data) => {
        const { id } = STRUCTURED_FIELDS[name];
        const bytes = buildWriteStructuredField([{ type: 'other', id, name, data }], SIZE);
        const first = new Recorder();
        first.partitions = Array.from({ length: 256 }, (_unused, i) => i);
        parseOutbound(bytes, 0, bytes.length, first);
        const [field] = first.fields;
        if (field === undefined) return;
        const built = buildWriteStructuredField([field], SIZE);
        const second = new Recorder();
        second.partitions = first.partitions;
        parseOutbound(built, 0, built.length, second);
        expect(second.fields).toEqual([field]);
      }),
      { numRuns: 500 },
    );
  });
});
