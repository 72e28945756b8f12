import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildFieldAttribute,
  buildOutbound,
  buildWrite,
  buildWriteControlCharacter,
  type FieldAttribute,
  OrderReader,
  parseFieldAttribute,
  parseWrite,
  parseWriteControlCharacter,
  readOutbound,
  type WriteControlCharacter,
  type WriteOrder,
} from '../../src/datastream/index.js';
import { hex, writeOrders } from './helpers.js';

const SCREEN = { rows: 24, columns: 80 };

describe('typed orders', () => {
  it('[DS-033] to [DS-053] are read from a write in wire order', () => {
    const { record, result } = readOutbound(
      hex(
        'F5 C3 11 40 40 29 02 C0 F0 42 F2 C1 C2 13 1E 3C 40 C5 08 AD 12 5D 7F 05 2C 00 28 41 F4 08 85 1D 60',
      ),
      1920,
    );
    expect(result).toEqual({ status: 'accepted', faults: [] });
    expect(record).toEqual({
      type: 'write',
      command: 'eraseWrite',
      writeControlCharacter: 0xc3,
      orders: [
        { type: 'setBufferAddress', address: 0 },
        {
          type: 'startFieldExtended',
          attributes: [
            { type: 0xc0, value: 0xf0 },
            { type: 0x42, value: 0xf2 },
          ],
        },
        { type: 'characters', bytes: Uint8Array.of(0xc1, 0xc2) },
        { type: 'insertCursor' },
        { type: 'formatControl', control: 'fieldMark' },
        { type: 'repeatToAddress', address: 5, code: 0xad, graphicEscape: true },
        { type: 'eraseUnprotectedToAddress', address: 1919 },
        { type: 'programTab' },
        { type: 'modifyField', attributes: [] },
        { type: 'setAttribute', attribute: { type: 0x41, value: 0xf4 } },
        { type: 'graphicEscape', code: 0x85 },
        { type: 'startField', attribute: 0x60 },
      ],
    });
  });

  it('come back from the bytes that were built of them, in 12-bit and in 14-bit form', () => {
    for (const size of [SCREEN, { rows: 62, columns: 160 }]) {
      const positions = size.rows * size.columns;
      fc.assert(
        fc.property(
          fc.constantFrom('write', 'eraseWrite', 'eraseWriteAlternate'),
          fc.nat(255),
          writeOrders(positions),
          (command, wcc, orders) => {
            const bytes = buildWrite(command, wcc, orders, size);
            const reader = new OrderReader(positions);
            parseWrite(bytes, 1, bytes.length, command, reader);
            expect(reader.writes).toEqual([{ command, writeControlCharacter: wcc, orders }]);
          },
        ),
      );
    }
  });

  it('are copies: the record may be overwritten', () => {
    const bytes = hex('F1 C3 C1 C2');
    const { record } = readOutbound(bytes, 1920);
    bytes.fill(0xaa);
    expect(record).toMatchObject({ orders: [{ bytes: Uint8Array.of(0xc1, 0xc2) }] });
  });

  it('[DS-022] end at the first fault', () => {
    const { record, result } = readOutbound(hex('F1 C3 C1 11 60 40 C2'), 1920);
    expect(result.status).toBe('operationCheck');
    expect(record).toMatchObject({ orders: [{ type: 'characters', bytes: Uint8Array.of(0xc1) }] });
  });
});

describe('buildWrite', () => {
  it('[DS-011] gives the SNA code of the command, or the local one', () => {
    expect(buildWrite('eraseWriteAlternate', 0xc3, [], SCREEN)).toEqual(hex('7E C3'));
    expect(buildWrite('eraseWriteAlternate', 0xc3, [], { ...SCREEN, commandCodes: 'local' })).toEqual(
      hex('0D C3'),
    );
  });

  it('[DS-080] [DS-V23] addresses have 14 bits where 12 do not reach', () => {
    const orders: WriteOrder[] = [{ type: 'setBufferAddress', address: 4095 }];
    expect(buildWrite('write', 0xc3, orders, { rows: 50, columns: 100 })).toEqual(hex('F1 C3 11 0F FF'));
    expect(buildWrite('write', 0xc3, orders, { rows: 64, columns: 64 })).toEqual(hex('F1 C3 11 7F 7F'));
  });

  it('takes the bits of a write control character', () => {
    expect(buildWrite('write', { keyboardRestore: true }, [], SCREEN)).toEqual(hex('F1 C2'));
  });

  it.each<[string, WriteOrder]>([
    ['address at the end of the screen', { type: 'setBufferAddress', address: 1920 }],
    ['address of RA', { type: 'repeatToAddress', address: -1, code: 0x40, graphicEscape: false }],
    ['address of EUA', { type: 'eraseUnprotectedToAddress', address: 1.5 }],
    ['order among characters', { type: 'characters', bytes: Uint8Array.of(0xc1, 0x11) }],
    ['FF among characters', { type: 'characters', bytes: Uint8Array.of(0xff) }],
    ['characters that are no bytes', { type: 'characters', bytes: [0xc1] as never }],
    ['attribute beyond a byte', { type: 'startField', attribute: 256 }],
    ['type beyond a byte', { type: 'setAttribute', attribute: { type: -1, value: 0 } }],
    ['value beyond a byte', { type: 'modifyField', attributes: [{ type: 0, value: 300 }] }],
    [
      '256 attributes',
      { type: 'startFieldExtended', attributes: new Array(256).fill({ type: 0x41, value: 0 }) },
    ],
    ['GE as the character of RA', { type: 'repeatToAddress', address: 1, code: 8, graphicEscape: false }],
    ['code of GE', { type: 'graphicEscape', code: 256 }],
    ['a code with a meaning', { type: 'ignoredCode', code: 0x13 }],
    ['null as a control', { type: 'formatControl', control: 'null' as never }],
    ['an unknown control', { type: 'formatControl', control: 'bell' as never }],
    ['an unknown order', { type: 'setColour' } as never],
  ])('refuses: %s', (_, order) => {
    expect(() => buildWrite('write', 0xc3, [order], SCREEN)).toThrow(
      expect.objectContaining({ code: 'argument-invalid' }),
    );
  });

  it.each([
    { rows: 0, columns: 80 },
    { rows: 24, columns: 0 },
    { rows: 129, columns: 128 },
    { rows: 2.5, columns: 80 },
  ])('[DS-168] refuses a screen of %o', (size) => {
    expect(() => buildWrite('write', 0xc3, [], size)).toThrow(
      expect.objectContaining({ code: 'argument-invalid' }),
    );
  });

  it('refuses a write control character beyond a byte', () => {
    expect(() => buildWrite('write', 256, [], SCREEN)).toThrow(
      expect.objectContaining({ code: 'argument-invalid' }),
    );
  });
});

describe('other outbound records', () => {
  it.each([
    ['F2', { type: 'read', command: 'readBuffer' }],
    ['F6', { type: 'read', command: 'readModified' }],
    ['6E', { type: 'read', command: 'readModifiedAll' }],
    ['6F', { type: 'eraseAllUnprotected' }],
    ['03', { type: 'noOperation' }],
  ] as const)('%s', (text, record) => {
    expect(readOutbound(hex(text), 1920)).toEqual({ record, result: { status: 'accepted', faults: [] } });
    expect(buildOutbound(record, SCREEN)).toEqual(hex(text));
  });

  it('[DS-012] an unknown command gives nothing', () => {
    expect(readOutbound(hex('99'), 1920).record).toBeUndefined();
  });

  it('[DS-013] a record without bytes does nothing', () => {
    expect(readOutbound(new Uint8Array(0), 1920).record).toEqual({ type: 'noOperation' });
  });

  it('[SF-001] structured fields with writes among them come back', () => {
    const record = {
      type: 'writeStructuredField',
      fields: [
        { type: 'eraseReset', size: 'alternate' },
        {
          type: 'outbound3270DS',
          partition: 0,
          command: 'write',
          writeControlCharacter: 0xc3,
          orders: [{ type: 'characters', bytes: Uint8Array.of(0xc1) }],
        },
        { type: 'setReplyMode', partition: 0, mode: 'character', attributes: [0x41, 0x42] },
        {
          type: 'outbound3270DS',
          partition: 0,
          command: 'eraseWrite',
          writeControlCharacter: 0xc2,
          orders: [],
        },
        { type: 'outbound3270DS', partition: 0, command: 'eraseAllUnprotected' },
        { type: 'query' },
      ],
    } as const;
    const bytes = buildOutbound(record, SCREEN);
    expect(bytes).toEqual(
      hex(
        'F3 00 04 03 80 00 07 40 00 F1 C3 C1 00 07 09 00 02 41 42 00 06 40 00 F5 C2 00 05 40 00 6F 00 05 01 FF 02',
      ),
    );
    expect(readOutbound(bytes, 1920)).toEqual({ record, result: { status: 'accepted', faults: [] } });
  });
});

describe('write control character', () => {
  it.each<[string, number, Partial<WriteControlCharacter>]>([
    ['DS-024', 0x40, { reset: true }],
    ['DS-025', 0x10, { lineLength: 40 }],
    ['DS-025', 0x20, { lineLength: 64 }],
    ['DS-025', 0x30, { lineLength: 80 }],
    ['DS-026', 0x08, { startPrinter: true }],
    ['DS-027', 0x04, { soundAlarm: true }],
    ['DS-028', 0x02, { keyboardRestore: true }],
    ['DS-029', 0x01, { resetModified: true }],
    ['DS-023', 0x80, {}],
  ])('[%s] bit %s', (_, byte, bits) => {
    const off = {
      reset: false,
      lineLength: 0,
      startPrinter: false,
      soundAlarm: false,
      keyboardRestore: false,
      resetModified: false,
    };
    expect(parseWriteControlCharacter(byte)).toEqual({ ...off, ...bits });
  });

  it('[DS-032] is built as a graphic byte, and read back', () => {
    for (let byte = 0; byte < 256; byte++) {
      const bits = parseWriteControlCharacter(byte);
      const built = buildWriteControlCharacter(bits);
      expect(parseWriteControlCharacter(built)).toEqual(bits);
      expect(built).toBeGreaterThanOrEqual(0x40);
    }
    expect(buildWriteControlCharacter({})).toBe(0x40);
    expect(buildWriteControlCharacter({ keyboardRestore: true, resetModified: true })).toBe(0xc3);
    expect(buildWriteControlCharacter({ startPrinter: true, lineLength: 80 })).toBe(0xf8);
    expect(buildWriteControlCharacter({ reset: false, keyboardRestore: true })).toBe(0x82);
  });

  it('refuses a line length that no bits stand for', () => {
    expect(() => buildWriteControlCharacter({ lineLength: 132 as never })).toThrow(
      expect.objectContaining({ code: 'argument-invalid' }),
    );
  });
});

describe('field attribute', () => {
  it.each<[string, number, Partial<FieldAttribute>]>([
    ['DS-088', 0x60, { protected: true }],
    ['DS-089', 0x50, { numeric: true }],
    ['DS-089', 0xf0, { protected: true, numeric: true }],
    ['DS-090', 0xc4, { display: 'detectable' }],
    ['DS-090', 0xc8, { display: 'intensified' }],
    ['DS-090', 0x4c, { display: 'hidden' }],
    ['DS-092', 0xc1, { modified: true }],
    ['DS-087', 0x40, {}],
  ])('[%s] %s', (_, byte, bits) => {
    const off = { protected: false, numeric: false, display: 'normal', modified: false };
    expect(parseFieldAttribute(byte)).toEqual({ ...off, ...bits });
    expect(buildFieldAttribute(bits)).toBe(byte);
  });

  it('[DS-221] keeps the bits of 3D of every byte', () => {
    for (let byte = 0; byte < 256; byte++) {
      expect(buildFieldAttribute(parseFieldAttribute(byte)) & 0x3f).toBe(byte & 0x3d);
    }
  });

  it('refuses a display that is none', () => {
    expect(() => buildFieldAttribute({ display: 'bright' as never })).toThrow(
      expect.objectContaining({ code: 'argument-invalid' }),
    );
  });
});
