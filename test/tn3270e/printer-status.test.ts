import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.js';
import { buildPrinterStatus, parsePrinterStatus } from '../../src/tn3270e/index.js';

describe('the status of a printer without TN3270E', () => {
  it('[TEL-133] [TEL-134] device end, as a printer client sends it', () => {
    expect(parsePrinterStatus(fromHex('016cd90200'))).toEqual({
      positive: true,
      code: undefined,
      sense: undefined,
    });
  });

  it.each([
    ['20', 0, 0x10030000], // command rejected
    ['10', 1, 0x08020000], // intervention required
    ['08', 3, 0x08020000], // component disconnected: RFC 1646 has the sense of intervention required
    ['04', undefined, 0x10010000], // data check
    ['01', 2, 0x10050000], // operation check
  ])('[TEL-134] [TEL-135] error %s', (bits, code, sense) => {
    expect(parsePrinterStatus(fromHex(`016cd904${bits}`))).toEqual({ positive: false, code, sense });
  });

  it('no other record is one, neither the Test Request heading nor a cut', () => {
    for (const hex of ['', '01', '016c6102', '016cd902', '016cd9020000', '7d4040']) {
      expect(parsePrinterStatus(fromHex(hex))).toBeUndefined();
    }
  });

  it('parses what it builds', () => {
    for (const errors of [0, 0x20, 0x10, 0x08, 0x04, 0x01, 0x15]) {
      expect(parsePrinterStatus(buildPrinterStatus(errors))?.positive).toBe(errors === 0);
    }
    expect(toHex(buildPrinterStatus(0))).toBe('016cd90200');
  });
});
