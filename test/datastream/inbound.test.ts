import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aidOf,
  type BufferField,
  buildInbound,
  type InboundRecord,
  type InboundText,
  isShortReadAid,
  type ModifiedField,
  parseInbound,
} from '../../src/datastream/index.js';
import { extendedAttribute, hex, shown, streamByte } from './helpers.js';

const SCREEN = { positionCount: 1920 } as const;

function read(
  text: string,
  expected: 'any' | 'readModified' | 'readBuffer' = 'any',
): InboundRecord | undefined {
  const { record, faults } = parseInbound(hex(text), { ...SCREEN, expect: expected });
  expect(faults).toEqual([]);
  return record;
}

function text(bytes: string, more: Partial<InboundText> = {}): InboundText {
  return { bytes: hex(bytes), graphicEscapes: [], attributeChanges: [], ...more };
}

describe('Read Modified', () => {
  it('[DS-138] a short read is the AID alone', () => {
    for (const aid of ['6D', '6C', '6E', '6B', '6A']) {
      expect(read(aid)).toEqual({ type: 'shortRead', aid: hex(aid)[0] });
    }
  });

  it('[DS-139] [DS-V21] one field', () => {
    expect(read('7D 40 40 11 40 C1 C1')).toEqual({
      type: 'readModified',
      aid: 0x7d,
      cursorAddress: 0,
      fields: [{ address: 1, ...text('C1') }],
    });
  });

  it('[DS-148] [DS-V16] [DS-V25] fields without data, and a field that wraps', () => {
    expect(read('60 40 40 11 40 C8 11 5D 7F C1 C2 C3 40 C4')).toMatchObject({
      fields: [
        { address: 8, bytes: hex('') },
        { address: 1919, bytes: hex('C1 C2 C3 40 C4') },
      ],
    });
    expect(read('7E 40 C7 11 40 C4 11 40 C7')).toMatchObject({
      aid: 0x7e,
      cursorAddress: 7,
      fields: [{ address: 4 }, { address: 7 }],
    });
  });

  it('[DS-140] [DS-226] an unformatted screen: data without an address, or none at all', () => {
    expect(read('7D 40 C3 C1 C2 1C 1E C3')).toMatchObject({
      fields: [{ address: null, ...text('C1 C2 1C 1E C3') }],
    });
    expect(read('60 40 40')).toMatchObject({ type: 'readModified', fields: [] });
  });

  it('[DS-143] Read Modified All after a PA key has cursor and data', () => {
    expect(read('6C 40 40')).toMatchObject({ type: 'readModified', aid: 0x6c, fields: [] });
  });

  it('[DS-154] [DS-V23] addresses of 14 bits', () => {
    const { record } = parseInbound(hex('60 10 69 11 10 00 C1'), { positionCount: 5000 });
    expect(record).toMatchObject({ cursorAddress: 4201, fields: [{ address: 4096, bytes: hex('C1') }] });
  });

  it('[DS-158] [DS-150] [DS-V20] attributes and graphic escapes keep their places', () => {
    const record = read(
      '60 40 40 11 40 C1 28 42 F2 28 41 F4 C1 28 42 F4 C2 28 42 F2 C3 08 AD 28 43 F1 08 C5',
    );
    const change = (index: number, type: number, value: number) => ({ index, attribute: { type, value } });
    expect(record).toMatchObject({
      fields: [
        {
          address: 1,
          bytes: hex('C1 C2 C3 AD C5'),
          graphicEscapes: [3, 4],
          attributeChanges: [
            change(0, 0x42, 0xf2),
            change(0, 0x41, 0xf4),
            change(1, 0x42, 0xf4),
            change(2, 0x42, 0xf2),
            change(4, 0x43, 0xf1),
          ],
        },
      ],
    });
  });

  it('[DS-142] [DS-229] Test Request has a heading and no cursor', () => {
    expect(read('01 6C 61 02 11 40 C1 C1')).toEqual({
      type: 'testRequest',
      fields: [{ address: 1, ...text('C1') }],
    });
    expect(read('01 6C 61 02')).toEqual({ type: 'testRequest', fields: [] });
  });

  it('[DS-146] [SF-V18] the answer to Read Partition has AID 61', () => {
    expect(read('61 40 40')).toMatchObject({ type: 'readModified', aid: 0x61 });
  });

  it('[DS-155] a record without bytes is nothing', () => {
    expect(parseInbound(new Uint8Array(0))).toEqual({ record: undefined, faults: [] });
  });
});

describe('Read Buffer', () => {
  it('[DS-144] [DS-V08] fields in order, nulls included', () => {
    expect(read('60 40 40 1D 60 C1 C2 00 00 1D 40 E6 (00)*1913')).toMatchObject({
      type: 'readBuffer',
      aid: 0x60,
      cursorAddress: 0,
      fields: [
        { start: { type: 'startField', attribute: 0x60 }, bytes: hex('C1 C2 00 00') },
        { start: { type: 'startField', attribute: 0x40 }, bytes: hex('E6 (00)*1913') },
      ],
    });
  });

  it('[DS-V07] extended fields', () => {
    expect(read('60 40 40 29 03 C0 F0 42 F4 41 F2 C2 (00)*1918')).toMatchObject({
      fields: [
        {
          start: {
            type: 'startFieldExtended',
            attributes: [
              { type: 0xc0, value: 0xf0 },
              { type: 0x42, value: 0xf4 },
              { type: 0x41, value: 0xf2 },
            ],
          },
          bytes: hex('C2 (00)*1918'),
        },
      ],
    });
  });

  it('[DS-V02] of an unformatted screen must be expected, or passes for Read Modified', () => {
    const record = '60 40 40 C1 (00)*1918 C2';
    expect(read(record, 'readBuffer')).toEqual({
      type: 'readBuffer',
      aid: 0x60,
      cursorAddress: 0,
      fields: [{ start: null, ...text('C1 (00)*1918 C2') }],
    });
    expect(read(record)).toMatchObject({ type: 'readModified', fields: [{ address: null }] });
  });

  it('[DS-V15] characters in front of the first field', () => {
    expect(read('60 40 40 C2 (00)*1917 1D C8')).toMatchObject({
      fields: [
        { start: null, bytes: hex('C2 (00)*1917') },
        { start: { attribute: 0xc8 }, bytes: hex('') },
      ],
    });
  });

  it('[DS-V14] attributes and graphic escapes', () => {
    expect(
      read('60 40 40 28 42 F2 C9 F1 08 AD C1 C1 28 42 00 (00)*1914 28 42 F2 C9', 'readBuffer'),
    ).toMatchObject({
      fields: [
        {
          start: null,
          graphicEscapes: [2],
          attributeChanges: [{ index: 0 }, { index: 5 }, { index: 1919 }],
        },
      ],
    });
  });
});

describe('malformed records', () => {
  it.each([
    ['SEC-107', '7D', 'inbound-malformed@0+1'],
    ['SEC-107', '60', 'inbound-malformed@0+1'],
    ['SEC-107', '7D 40', 'inbound-malformed@0+2'],
    ['SEC-107', '6D 40', 'inbound-malformed@0+2'],
    ['SEC-107', '7D 5F 50', 'inbound-malformed@1+2'],
    ['SEC-107', '7D FF FF', 'inbound-malformed@1+2'],
    ['SEC-107', '00 40 40', 'inbound-malformed@0+1'],
    ['SEC-107', '01 6C 61', 'inbound-malformed@0+1'],
    ['SEC-108', '7D 40 40 11', 'inbound-malformed@3+1'],
    ['SEC-108', '7D 40 40 11 40', 'inbound-malformed@3+1'],
    ['SEC-108', '7D 40 40 11 5F 50 C1', 'inbound-malformed@3+1'],
    ['SEC-108', '7D 40 40 C1 3C 40 40 C1', 'inbound-malformed@4+1'],
    ['SEC-108', '7D 40 40 05', 'inbound-malformed@3+1'],
    ['SEC-108', '7D 40 40 13', 'inbound-malformed@3+1'],
    ['SEC-108', '7D 40 40 12 40 40', 'inbound-malformed@3+1'],
    ['SEC-108', '7D 40 40 2C 00', 'inbound-malformed@3+1'],
    ['SEC-108', '7D 40 40 02', 'inbound-malformed@3+1'],
    ['SEC-108', '7D 40 40 11 40 C1 1D 60', 'inbound-malformed@6+1'],
    ['SEC-108', '7D 40 40 1D 60 11 40 C1', 'inbound-malformed@5+1'],
    ['SEC-108', '7D 40 40 1D', 'inbound-malformed@3+1'],
    ['SEC-108', '7D 40 40 29', 'inbound-malformed@3+1'],
    ['SEC-108', '7D 40 40 29 02 C0 40', 'inbound-malformed@3+1'],
    ['SEC-108', '7D 40 40 28 42', 'inbound-malformed@3+1'],
    ['SEC-108', '7D 40 40 08', 'inbound-malformed@3+1'],
    ['SEC-108', '01 6C 61 02 1D 60', 'inbound-malformed@4+1'],
    ['SEC-112', '7D 40 40 11 40 C1 (C1)*1921', 'inbound-malformed@1926+1'],
    ['SEC-112', '7D 40 40 (C1)*1921', 'inbound-malformed@1923+1'],
    ['SEC-112', '7D 40 40 1D 60 (C1)*1920', 'inbound-malformed@1924+1'],
    ['SEC-112', '7D 40 40 (1D 60)*1921', 'inbound-malformed@3843+2'],
    ['SEC-112', '7D 40 40 (11 40 C1)*1922', 'inbound-malformed@5766+1'],
    ['SEC-109', '88', 'structured-field-length@1+0'],
    ['SEC-109', '88 00 01 81', 'structured-field-length@1+3'],
    ['SEC-109', '88 00 00', 'structured-field-length@1+2'],
    ['SEC-109', '88 00 02', 'structured-field-length@1+2'],
    ['SEC-109', '88 7F FF 81 80', 'structured-field-length@1+4'],
  ])('[%s] %s', (_, bytes, fault) => {
    const { record, faults } = parseInbound(hex(bytes), SCREEN);
    expect(record).toBeUndefined();
    expect(shown(faults)).toEqual([fault]);
  });

  it('[SEC-107] a first byte that is no AID is never passed over in search of one', () => {
    for (let aid = 0; aid < 256; aid++) {
      const { record } = parseInbound(Uint8Array.of(aid, 0x40, 0x40), SCREEN);
      const known = aidOf(aid) !== undefined && aid !== 0x88;
      expect([aid, record !== undefined]).toEqual([aid, known]);
    }
  });

  it('a read that was not expected is malformed', () => {
    const buffer = parseInbound(hex('60 40 40 1D 60'), { ...SCREEN, expect: 'readModified' });
    expect(shown(buffer.faults)).toEqual(['inbound-malformed@3+1']);
    const modified = parseInbound(hex('60 40 40 11 40 C1'), { ...SCREEN, expect: 'readBuffer' });
    expect(shown(modified.faults)).toEqual(['inbound-malformed@3+1']);
  });

  it('[SEC-109] of ten thousand query replies 256 are read, or as many as set', () => {
    const record = hex('88 (00 04 81 FF)*10000');
    const { record: read256, faults } = parseInbound(record);
    expect(read256).toMatchObject({ type: 'structuredFields' });
    expect(read256).toHaveProperty('fields.length', 256);
    expect(shown(faults)).toEqual([`structured-fields-too-many@1025+${4 * (10000 - 256)}`]);
    expect(parseInbound(record, { maximumStructuredFields: 3 }).record).toHaveProperty('fields.length', 3);
  });

  it('[SF-004] structured fields in front of a fault are kept', () => {
    const { record, faults } = parseInbound(hex('88 00 04 81 FF 00 01'));
    expect(record).toEqual({
      type: 'structuredFields',
      fields: [{ type: 'queryReply', reply: { type: 'null' } }],
    });
    expect(shown(faults)).toEqual(['structured-field-length@5+2']);
  });

  it('misuse throws', () => {
    expect(() => parseInbound('7d' as never)).toThrow(expect.objectContaining({ code: 'argument-invalid' }));
    for (const positionCount of [0, 16385, 1.5]) {
      expect(() => parseInbound(hex('6D'), { positionCount })).toThrow(
        expect.objectContaining({ code: 'argument-invalid' }),
      );
    }
  });
});

describe('structured fields', () => {
  it('[SF-008] transfer data and others are handed on raw', () => {
    expect(read('88 00 05 D0 41 09 00 05 0F 22 01 00 04 80 40')).toEqual({
      type: 'structuredFields',
      fields: [
        { type: 'transferData', data: hex('41 09') },
        { type: 'other', id: 0x0f22, name: 'exceptionStatus', data: hex('01') },
        { type: 'other', id: 0x80, name: 'inbound3270DS', data: hex('40') },
      ],
    });
  });
});

describe('any bytes', () => {
  const record = fc
    .tuple(
      fc.constantFrom(0x7d, 0x60, 0x88, 0x61, 0x6d, 0x01, 0x7e, 0x99),
      fc.array(streamByte, { maxLength: 60 }),
    )
    .map(([aid, rest]) => Uint8Array.of(aid, ...rest));
  const likely = fc
    .array(streamByte, { maxLength: 60 })
    .map((rest) =>
      Uint8Array.of(
        0x7d,
        0x40,
        0x40,
        ...rest.filter((byte) => ![0x05, 0x12, 0x13, 0x2c, 0x3c].includes(byte)),
      ),
    );

  it('never throw; faults lie within the record; what is read can be built and read again', () => {
    fc.assert(
      fc.property(
        fc.oneof(record, likely),
        fc.constantFrom('any', 'readModified', 'readBuffer'),
        (bytes, expected) => {
          const reading = parseInbound(bytes, { ...SCREEN, expect: expected });
          for (const { offset, length } of reading.faults) {
            expect(offset).toBeGreaterThanOrEqual(0);
            expect(offset + length).toBeLessThanOrEqual(bytes.length);
          }
          expect(reading.record !== undefined || reading.faults.length > 0).toBe(true);
          if (reading.record === undefined) return;
          const again = parseInbound(buildInbound(reading.record, 1920), { ...SCREEN, expect: expected });
          expect(again.record).toEqual(reading.record);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('buildInbound', () => {
  const plainText: fc.Arbitrary<InboundText> = fc
    .array(
      fc.tuple(
        fc.oneof(fc.constantFrom(0x00, 0x1c, 0x1e, 0x3f, 0xff), fc.integer({ min: 0x40, max: 0xfe })),
        fc.boolean(),
        fc.array(extendedAttribute, { maxLength: 2 }),
      ),
      { maxLength: 8 },
    )
    .map((items) => ({
      bytes: Uint8Array.from(items, ([byte]) => byte),
      graphicEscapes: items.flatMap(([, escaped], index) => (escaped ? [index] : [])),
      attributeChanges: items.flatMap(([, , changes], index) =>
        changes.map((attribute) => ({ index, attribute })),
      ),
    }));
  const modified: fc.Arbitrary<ModifiedField[]> = fc.array(
    fc.tuple(fc.nat(1919), plainText).map(([address, content]) => ({ address, ...content })),
    { maxLength: 5 },
  );
  const buffer: fc.Arbitrary<BufferField[]> = fc.array(
    fc
      .tuple(
        fc.oneof(
          fc.nat(255).map((attribute) => ({ type: 'startField' as const, attribute })),
          fc
            .array(extendedAttribute, { maxLength: 3 })
            .map((attributes) => ({ type: 'startFieldExtended' as const, attributes })),
        ),
        plainText,
      )
      .map(([start, content]) => ({ start, ...content })),
    { minLength: 1, maxLength: 5 },
  );
  const aid = fc.constantFrom(0x7d, 0x60, 0x61, 0xf3, 0x6c);
  const head = fc.record({ aid, cursorAddress: fc.nat(1919) });

  it('is the inverse of parseInbound', () => {
    const records: fc.Arbitrary<InboundRecord> = fc.oneof(
      fc.tuple(head, modified).map(([h, fields]) => ({ type: 'readModified' as const, ...h, fields })),
      fc.tuple(head, buffer).map(([h, fields]) => ({ type: 'readBuffer' as const, ...h, fields })),
      modified.map((fields) => ({ type: 'testRequest' as const, fields })),
      fc
        .constantFrom(0x6a, 0x6b, 0x6c, 0x6d, 0x6e)
        .map((code) => ({ type: 'shortRead' as const, aid: code })),
    );
    fc.assert(
      fc.property(records, (record) => {
        expect(parseInbound(buildInbound(record, 1920), SCREEN)).toEqual({ record, faults: [] });
      }),
    );
  });

  it('[DS-080] addresses have the form that the screen asks for', () => {
    const record = { type: 'readModified', aid: 0x7d, cursorAddress: 80, fields: [] } as const;
    expect(buildInbound(record, 1920)).toEqual(hex('7D C1 50'));
    expect(buildInbound(record, 4097)).toEqual(hex('7D 00 50'));
  });

  const field = { address: 1, bytes: hex('C1'), graphicEscapes: [], attributeChanges: [] };
  it.each<[string, InboundRecord]>([
    ['a short read with ENTER', { type: 'shortRead', aid: 0x7d }],
    ['no AID', { type: 'readModified', aid: 0x99, cursorAddress: 0, fields: [] }],
    ['AID 88 with fields', { type: 'readModified', aid: 0x88, cursorAddress: 0, fields: [] }],
    ['cursor off the screen', { type: 'readModified', aid: 0x7d, cursorAddress: 1920, fields: [] }],
    ['address off the screen', { type: 'testRequest', fields: [{ ...field, address: 1920 }] }],
    ['second field without address', { type: 'testRequest', fields: [field, { ...field, address: null }] }],
    ['order among the characters', { type: 'testRequest', fields: [{ ...field, bytes: hex('11') }] }],
    ['escape behind the end', { type: 'testRequest', fields: [{ ...field, graphicEscapes: [1] }] }],
    ['escapes not ascending', { type: 'testRequest', fields: [{ ...field, graphicEscapes: [0, 0] }] }],
    [
      'change behind the end',
      {
        type: 'testRequest',
        fields: [{ ...field, attributeChanges: [{ index: 2, attribute: { type: 0x41, value: 0 } }] }],
      },
    ],
    [
      'identifier of half its length',
      { type: 'structuredFields', fields: [{ type: 'other', id: 0x0f, name: undefined, data: hex('') }] },
    ],
    [
      'identifier of no kind',
      { type: 'structuredFields', fields: [{ type: 'other', id: 0x0101, name: undefined, data: hex('') }] },
    ],
    ['unknown record', { type: 'readEverything' } as never],
  ])('refuses: %s', (_, record) => {
    expect(() => buildInbound(record, 1920)).toThrow(expect.objectContaining({ code: 'argument-invalid' }));
  });

  it('short reads are those of the table', () => {
    for (let code = 0; code < 256; code++) {
      if (isShortReadAid(code))
        expect(buildInbound({ type: 'shortRead', aid: code }, 1920)).toEqual(Uint8Array.of(code));
    }
  });
});
