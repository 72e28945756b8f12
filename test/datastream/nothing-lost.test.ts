import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHex } from '../../src/bytes/index.js';
import {
  buildInbound,
  buildOutbound,
  type InboundRecord,
  parseInbound,
  QUERY_CODES,
  readOutbound,
  STRUCTURED_FIELDS,
} from '../../src/datastream/index.js';
import { hex } from './helpers.js';

const SIZE = { rows: 24, columns: 80 };

/** A structured field, with its length in front, behind the command or AID. */
function record(first: number, field: Uint8Array): Uint8Array {
  return Uint8Array.of(first, (field.length + 2) >> 8, (field.length + 2) & 0xff, ...field);
}

/** Faults that do not say that bytes are wrong: the field is known, and no display carries it out. */
const UNSUPPORTED: readonly string[] = ['structured-field-unsupported', 'structured-field-unknown'];

function rebuiltOutbound(bytes: Uint8Array): { faults: string[]; built: Uint8Array | undefined } {
  const { record: read, result } = readOutbound(bytes, 1920);
  const faults: string[] = result.faults
    .map(({ code }) => code)
    .filter((code) => !UNSUPPORTED.includes(code));
  return { faults, built: read === undefined || faults.length > 0 ? undefined : buildOutbound(read, SIZE) };
}

describe('what is read builds the same bytes', () => {
  it.each([
    ['SF-053', '01 FF 02 80 81', 'a Query with codes behind it'],
    ['SF-179', '01 00 F2 99', 'a Read Partition with a byte behind it'],
    ['SF-054', '01 FF 03 00 81 85', 'a Query List'],
    ['SF-056', '09 00 00 42', 'Set Reply Mode, field mode, with a list'],
    ['SF-056', '09 00 01 42 43', 'Set Reply Mode, extended field mode, with a list'],
    ['SF-056', '09 00 02 42 43', 'Set Reply Mode, character mode'],
    ['SF-058', '0E 00 11 22', 'Activate Partition with bytes behind it'],
    ['SF-058', '0D 00 11', 'Destroy Partition with a byte behind it'],
    ['SF-058', '00 00 11', 'Reset Partition with a byte behind it'],
    [
      'SF-057',
      `0C 01 00 00 ${'00 01 '.repeat(12)} 07 08`,
      'Create Partition with bytes behind its last number',
    ],
    ['SF-073', '0F 21 67 00', 'Data Chain with reserved bits'],
    ['SF-073', '0F 21 60 01', 'Data Chain with a reserved byte'],
    ['SF-067', '0F 02 3F 80 12 34', 'Destination/Origin with reserved bits and a reserved byte'],
    ['SF-060', '0F 0A 01 00 02 60', 'Modify Partition with reserved bytes'],
    ['SF-060', '0F 0A 00 00 00 60 00 00 00', 'Modify Partition that ends behind its reserved bytes'],
    ['SF-060', '0F 0A 00 00 00 60 01 02 03 00 05', 'Modify Partition with bytes in front of its numbers'],
    ['SF-071', '0F 08 00 01 02 03 04 80', 'Set Partition Characteristics'],
    ['SF-074', '0F 24 00 99 04', 'Load Format Storage'],
    ['SF-076', '0F 84 00 01', 'Set Printer Characteristics'],
    ['SF-077', '0F 83 12 34', 'Select IPDS Mode'],
    ['SF-078', '10 30 01', 'Request Recovery Data'],
    ['SF-078', '10 32 01 00 05', 'Set Checkpoint Interval'],
    ['SF-078', '10 33 01 00 05 00 06', 'Restart'],
  ])('[%s] %s: %s', (_, text) => {
    const bytes = record(0xf3, hex(text));
    const { faults, built } = rebuiltOutbound(bytes);
    expect(faults).toEqual([]);
    expect(built && toHex(built)).toBe(toHex(bytes));
  });

  it('[SF-073] what is zero is not there, and what is not is kept apart', () => {
    const fieldsOf = (text: string) => readOutbound(record(0xf3, hex(text)), 1920).record;
    expect(fieldsOf('0F 21 60 00')).toEqual({
      type: 'writeStructuredField',
      fields: [{ type: 'dataChain', group: 'only', inboundControl: 'noChange' }],
    });
    expect(fieldsOf('0F 21 67 09')).toEqual({
      type: 'writeStructuredField',
      fields: [{ type: 'dataChain', group: 'only', inboundControl: 'noChange', reservedBytes: hex('07 09') }],
    });
    expect(fieldsOf('01 FF 02 80')).toEqual({
      type: 'writeStructuredField',
      fields: [{ type: 'query', rest: hex('80') }],
    });
  });

  it.each([
    ['too few', { reservedBytes: hex('07') }],
    ['too many', { reservedBytes: hex('07 00 00') }],
    ['with a bit that has a meaning', { reservedBytes: hex('27 00') }],
    ['that are no bytes', { reservedBytes: '00' }],
  ])('[SF-073] reserved bytes %s are refused', (_, extra) => {
    const field = { type: 'dataChain', group: 'only', inboundControl: 'noChange', ...extra } as never;
    const build = () => buildOutbound({ type: 'writeStructuredField', fields: [field] }, SIZE);
    expect(build).toThrow(expect.objectContaining({ code: 'argument-invalid' }));
  });

  it('[DS-009] bytes behind a NOP, which terminals ignore, are kept', () => {
    expect(rebuiltOutbound(hex('03 C1 C2'))).toEqual({ faults: [], built: hex('03 C1 C2') });
    expect(rebuiltOutbound(hex('03'))).toEqual({ faults: [], built: hex('03') });
  });

  it.each([
    ['SF-111', '95 12 34 40 00 40 00 01 01', 'Distributed Data Management'],
    ['SF-123', 'A6 12 34 0B 01 00 00 50 00 18 00 50 00 2B', 'Implicit Partition'],
    ['SF-097', '85 82 00 09 0C 00 00 00 00 09', 'Character Sets with a length and no descriptor'],
    ['SF-103', '8C 01 02 03 04 05 06', 'Field Outlining'],
    ['SF-114', '98 7F 01', 'Data Chaining'],
    ['SF-115', '99 01 02', 'Auxiliary Device'],
    ['SF-116', '9A 01 02 03 04', 'IPDS'],
    ['SF-128', 'AB 01 02 00 01 00 02 00', 'Cooperative Processing Requestor'],
    ['SF-127', 'AA 01 02 00 01 00 02 01', 'IOCA Auxiliary Device'],
    ['SF-126', 'A9 01 02', 'Settable Printer Characteristics'],
  ])('[%s] query reply %s: %s', (_, text) => {
    const bytes = record(0x88, hex(`81 ${text}`));
    const { record: read, faults } = parseInbound(bytes);
    expect(faults).toEqual([]);
    expect(toHex(buildInbound(read as InboundRecord, 1920))).toBe(toHex(bytes));
  });

  const body = fc.array(
    fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom(0x00, 0x01, 0x02, 0x03, 0x04, 0x40, 0xff, 0xf1, 0xf2) },
      { weight: 1, arbitrary: fc.nat(255) },
    ),
    { maxLength: 44 },
  );

  it('any bytes behind any identifier come back, or there is a fault', () => {
    const ids = fc.oneof(
      fc.constantFrom(...Object.values(STRUCTURED_FIELDS).map(({ id }) => id)),
      fc.nat(255).filter((id) => id !== 0x0f && id !== 0x10),
      fc.integer({ min: 0x0f00, max: 0x10ff }),
    );
    let intact = 0;
    fc.assert(
      fc.property(ids, body, (id, behind) => {
        const idBytes = id > 0xff ? [id >> 8, id & 0xff] : [id];
        const bytes = record(0xf3, Uint8Array.from([...idBytes, ...behind]));
        const { faults, built } = rebuiltOutbound(bytes);
        if (faults.length > 0) return;
        // The normalisations that buildOutbound states.
        if (id === STRUCTURED_FIELDS.createPartition.id && behind.length < 3) return;
        if (id === STRUCTURED_FIELDS.outbound3270DS.id && behind.length < 3) return;
        if (id === STRUCTURED_FIELDS.outbound3270DS.id && behind.some(hasAddress)) return;
        expect(built && toHex(built)).toBe(toHex(bytes));
        intact++;
      }),
      { numRuns: 3000 },
    );
    expect(intact).toBeGreaterThan(500);
  });

  it('any bytes behind any query code come back, or there is a fault', () => {
    const codes = fc.oneof(fc.constantFrom(...Object.values(QUERY_CODES)), fc.nat(255));
    let intact = 0;
    fc.assert(
      fc.property(codes, body, (code, behind) => {
        const bytes = record(0x88, Uint8Array.from([0x81, code, ...behind]));
        const { record: read, faults } = parseInbound(bytes);
        if (read === undefined) return expect(faults).not.toEqual([]);
        const built = toHex(buildInbound(read, 1920));
        if (code === QUERY_CODES.implicitPartition && hasLateSizes(behind)) return;
        expect(built).toBe(toHex(bytes));
        if (faults.length === 0) intact++;
      }),
      { numRuns: 3000 },
    );
    expect(intact).toBeGreaterThan(500);
  });
});

/** SBA, RA, EUA: their addresses may have another form than the one that is built. */
function hasAddress(code: number): boolean {
  return code === 0x11 || code === 0x3c || code === 0x12;
}

/** Whether the sizes of an Implicit Partition stand behind another parameter. */
function hasLateSizes(body: readonly number[]): boolean {
  for (let at = 2; at < body.length; at += Math.max(body[at] as number, 2)) {
    if (at > 2 && body[at] === 11 && body[at + 1] === 1) return true;
  }
  return false;
}
