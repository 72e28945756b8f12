import { describe, expect, it } from 'vitest';
import { toHex } from '../../src/bytes/index.js';
import { buildInbound, buildOutbound, parseInbound, readOutbound } from '../../src/datastream/index.js';
import { hex } from './helpers.js';

const LARGE = { rows: 200, columns: 200, addressing: 'bits16' } as const;
const POSITIONS = 40000;

describe('16-bit addresses', () => {
  it('[DS-079] are read and built in writes: first byte times 256 plus second', () => {
    const bytes = hex('F1 C3 11 40 40 3C 9C 3F C1 12 00 05');
    const { record, result } = readOutbound(bytes, POSITIONS, { addressing: 'bits16' });
    expect(result).toEqual({ status: 'accepted', faults: [] });
    expect(record).toMatchObject({
      orders: [
        { type: 'setBufferAddress', address: 0x4040 },
        { type: 'repeatToAddress', address: 39999 },
        { type: 'eraseUnprotectedToAddress', address: 5 },
      ],
    });
    expect(toHex(buildOutbound(record as never, LARGE))).toBe(toHex(bytes));
  });

  it('[SF-061] [DS-079] in Outbound 3270DS, too', () => {
    const bytes = hex('F3 00 09 40 01 F1 C3 11 40 40');
    const { record } = readOutbound(bytes, POSITIONS, { addressing: 'bits16' });
    expect(record).toMatchObject({ fields: [{ orders: [{ address: 0x4040 }] }] });
    expect(toHex(buildOutbound(record as never, LARGE))).toBe(toHex(bytes));
  });

  it('[DS-079] are held against the screen', () => {
    const { result } = readOutbound(hex('F1 C3 11 9C 40'), POSITIONS, { addressing: 'bits16' });
    expect(result.faults).toMatchObject([{ code: 'address-out-of-range', address: 40000 }]);
  });

  it('[DS-079] are read and built in what a terminal sends', () => {
    const bytes = hex('7D 40 40 11 80 01 C1');
    const { record } = parseInbound(bytes, { positionCount: POSITIONS, addressing: 'bits16' });
    expect(record).toMatchObject({ cursorAddress: 0x4040, fields: [{ address: 0x8001 }] });
    expect(toHex(buildInbound(record as never, POSITIONS, 'bits16'))).toBe(toHex(bytes));
  });

  it('[DS-168] 16384 positions are the most without them, 65536 with them', () => {
    const write = { type: 'write', command: 'write', writeControlCharacter: 0, orders: [] } as const;
    const refused = expect.objectContaining({ code: 'argument-invalid' });
    expect(() => buildOutbound(write, { rows: 200, columns: 200 })).toThrow(refused);
    expect(() => buildOutbound(write, { ...LARGE, rows: 400 })).toThrow(refused);
    expect(() => parseInbound(hex('7D'), { positionCount: 16385 })).toThrow(refused);
    expect(() => parseInbound(hex('7D'), { positionCount: 65537, addressing: 'bits16' })).toThrow(refused);
  });
});
