import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.js';
import {
  buildRecord,
  checkHeader,
  DATA_TYPE_NAMES,
  DATA_TYPE_RULES,
  DATA_TYPES,
  type DataType,
  type DataTypeName,
  decodeHeader,
  encodeHeader,
  type HeaderContext,
  RESPONSE_FLAGS,
} from '../../src/tn3270e/index.js';

/** A header read and checked; words are the five bytes in hex. */
function check(words: string, context: Partial<HeaderContext> = {}) {
  const header = decodeHeader(fromHex(words));
  if (header.type !== 'header') throw new Error(`${words} is no header`);
  const checked = checkHeader(header, { from: 'host', printer: false, functions: [], ...context });
  return checked.type === 'fault' ? checked.fault.code : checked;
}

describe('header of a record', () => {
  it('[TNE-050] is five bytes, sequence number big-endian', () => {
    expect(toHex(encodeHeader(DATA_TYPES.data3270, 0, RESPONSE_FLAGS.always, 7))).toBe('0000020007');
    expect(decodeHeader(fromHex('0803027fff41'))).toEqual({
      type: 'header',
      dataType: 8,
      requestFlag: 3,
      responseFlag: 2,
      sequenceNumber: 32767,
    });
  });

  it('[TNE-050] what is built is read back', () => {
    const dataType = fc.nat(9) as fc.Arbitrary<DataType>;
    fc.assert(
      fc.property(dataType, fc.nat(7), fc.nat(2), fc.nat(32767), (type, request, response, sequence) => {
        const bytes = encodeHeader(type, request, response, sequence);
        expect(decodeHeader(bytes)).toEqual({
          type: 'header',
          dataType: type,
          requestFlag: request,
          responseFlag: response,
          sequenceNumber: sequence,
        });
      }),
    );
  });

  it('[TNE-052] a record of 1 to 4 bytes is too short, an empty one is ignored', () => {
    expect(decodeHeader(new Uint8Array(0))).toEqual({ type: 'empty' });
    for (const length of [1, 2, 3, 4]) {
      expect(decodeHeader(new Uint8Array(length))).toEqual({
        type: 'fault',
        fault: { code: 'record-too-short', offset: 0, length },
      });
    }
  });

  it('refuses numbers outside their range before it builds', () => {
    const invalid = expect.objectContaining({ code: 'argument-invalid' });
    expect(() => encodeHeader(10 as DataType, 0, 0, 0)).toThrow(invalid);
    expect(() => encodeHeader(DATA_TYPES.data3270, 8, 0, 0)).toThrow(invalid);
    expect(() => encodeHeader(DATA_TYPES.data3270, 0, 3, 0)).toThrow(invalid);
    expect(() => encodeHeader(DATA_TYPES.data3270, 0, 0, 32768)).toThrow(invalid);
    expect(toHex(encodeHeader(DATA_TYPES.response, 0, 0, 65535))).toBe('020000ffff');
    expect(() => buildRecord(new Uint8Array(4), new Uint8Array(1))).toThrow(invalid);
    expect(toHex(buildRecord(encodeHeader(DATA_TYPES.unbind, 0, 0, 0), Uint8Array.of(1)))).toBe(
      '040000000001',
    );
  });
});

/** TNE-045 and TNE-120 to TNE-138 once more: who sends it, and what it needs on a display and on a printer. */
const EXPECTED: Readonly<
  Record<
    DataTypeName,
    readonly [code: number, from: string, display: number[] | null, printer: number[] | null]
  >
> = {
  data3270: [0x00, 'both', [], [1]],
  scsData: [0x01, 'host', null, [3]],
  response: [0x02, 'both', [2, 5], [2]],
  bindImage: [0x03, 'host', [0], [0]],
  unbind: [0x04, 'host', [0], [0]],
  nvtData: [0x05, 'both', [], []],
  request: [0x06, 'terminal', [2], [2]],
  sscpLuData: [0x07, 'both', [0, 4], [0, 4]],
  printEoj: [0x08, 'host', null, [1, 3]],
  bid: [0x09, 'host', [5], null],
};

describe('checkHeader', () => {
  it('[TNE-045] the table names who sends each data type and what it needs', () => {
    const names = Object.keys(EXPECTED) as DataTypeName[];
    expect(DATA_TYPE_RULES.map(({ name }) => name)).toEqual(names);
    expect(DATA_TYPE_NAMES).toHaveLength(names.length);
    for (const name of names) {
      const [code, from, display, printer] = EXPECTED[name];
      expect(DATA_TYPES[name]).toBe(code);
      expect(DATA_TYPE_RULES[code]).toMatchObject({ name, from });
      expect(DATA_TYPE_RULES[code]?.display ?? null).toEqual(display);
      expect(DATA_TYPE_RULES[code]?.printer ?? null).toEqual(printer);
    }
  });

  it('[TNE-042] [TNE-120] each data type passes with each function it needs, and not without', () => {
    for (const name of Object.keys(EXPECTED) as DataTypeName[]) {
      const [code, sender, display, printer] = EXPECTED[name];
      const words = `0${code}00000000`;
      for (const [isPrinter, needs] of [
        [false, display],
        [true, printer],
      ] as const) {
        const from = sender === 'terminal' ? 'terminal' : 'host';
        const all = [0, 1, 2, 3, 4, 5, 7];
        if (needs === null) {
          const never = name === 'bid' ? 'header-invalid' : 'data-out-of-state';
          expect(check(words, { from, printer: isPrinter, functions: all })).toBe(never);
        } else if (needs.length === 0) {
          expect(check(words, { from, printer: isPrinter })).toMatchObject({ dataType: name });
        } else {
          const others = all.filter((code) => !needs.includes(code));
          const without = name === 'bid' ? 'header-invalid' : 'function-not-agreed';
          expect(check(words, { from, printer: isPrinter, functions: others })).toBe(without);
          for (const one of needs) {
            expect(check(words, { from, printer: isPrinter, functions: [one] })).toMatchObject({
              dataType: name,
            });
          }
        }
      }
    }
  });

  it('[SEC-026] [TNE-121] reports data types of the other role', () => {
    const functions = [0, 1, 2, 3, 4, 5, 7];
    for (const words of ['0300000000', '0400000000', '0900000000']) {
      expect(check(words, { from: 'terminal', functions })).toBe('wrong-direction');
    }
    for (const words of ['0100000000', '0800000000']) {
      expect(check(words, { from: 'terminal', printer: true, functions })).toBe('wrong-direction');
    }
    expect(check('0600000000', { from: 'host', functions })).toBe('wrong-direction');
  });

  it('[SEC-068] [TNE-059] unknown data types are invalid, and BID without CONTENTION-RESOLUTION', () => {
    for (let code = 10; code < 256; code++) {
      expect(check(`${code.toString(16).padStart(2, '0')}00000000`)).toBe('header-invalid');
    }
    expect(check('0900020000', { functions: [0, 2, 4] })).toBe('header-invalid');
    expect(check('0900020001', { functions: [5] })).toEqual({
      type: 'checked',
      dataType: 'bid',
      requestFlag: 0,
      responseFlag: 2,
      sequenceNumber: 1,
    });
  });

  it('[SEC-068] [TNE-053] request flags count with CONTENTION-RESOLUTION only, and are bits 01, 02 and 04', () => {
    for (let flag = 0; flag < 256; flag++) {
      const words = `00${flag.toString(16).padStart(2, '0')}000000`;
      expect(check(words)).toMatchObject({ requestFlag: 0 });
      const counted = check(words, { functions: [5] });
      if (flag > 7) expect(counted).toBe('header-invalid');
      else expect(counted).toMatchObject({ requestFlag: flag });
      expect(check(words, { functions: [5], from: 'terminal' })).toMatchObject({ requestFlag: 0 }); // TNE-136
    }
    expect(check('05ff000000', { functions: [5] })).toMatchObject({ requestFlag: 0 });
    expect(check('0601000000', { functions: [2], from: 'terminal' })).toBe('header-invalid');
  });

  it('[SEC-068] [TNE-060] response flags on data count with RESPONSES only, and are 0, 1 or 2', () => {
    for (let flag = 0; flag < 256; flag++) {
      const words = `0000${flag.toString(16).padStart(2, '0')}0007`;
      expect(check(words)).toMatchObject({ responseFlag: 0, sequenceNumber: 0 });
      const counted = check(words, { functions: [2] });
      if (flag > 2) expect(counted).toBe('header-invalid');
      else expect(counted).toMatchObject({ responseFlag: flag, sequenceNumber: 7 });
    }
    expect(check('0500ff0000', { functions: [2] })).toMatchObject({ responseFlag: 0 }); // TNE-054
    expect(check('0900030000', { functions: [5] })).toBe('header-invalid');
  });

  it('[SEC-068] [TNE-146] a RESPONSE is positive, negative, or a sense code where SNA-SENSE was agreed', () => {
    const context = { from: 'terminal', functions: [2] } as const;
    expect(check('0200000001', context)).toMatchObject({ responseFlag: 0, sequenceNumber: 1 });
    expect(check('0200010001', context)).toMatchObject({ responseFlag: 1 });
    expect(check('0200020001', context)).toBe('function-not-agreed');
    expect(check('0200020001', { from: 'terminal', functions: [2, 7] })).toMatchObject({ responseFlag: 2 });
    expect(check('0200030001', { from: 'terminal', functions: [2, 7] })).toBe('header-invalid');
  });

  it('[TNE-055] [TNE-062] numbers are 0 where they do not count and never wrong where they do', () => {
    expect(check('000000ffff', { functions: [2] })).toMatchObject({ sequenceNumber: 65535 });
    expect(check('000000ffff')).toMatchObject({ sequenceNumber: 0 });
    expect(check('0400000009', { functions: [0, 2] })).toMatchObject({ sequenceNumber: 0 });
    expect(check('0200000009', { functions: [5], from: 'terminal' })).toMatchObject({ sequenceNumber: 9 });
  });

  it('[TNE-046] a printer without controls takes all when they are assumed', () => {
    const functions = [0, 2, 4, 1, 3];
    for (const words of ['0100020001', '0000020007', '0800000003']) {
      expect(check(words, { printer: true, functions })).toMatchObject({ type: 'checked' });
    }
  });

  it('gives a meaning to every header in every context', () => {
    const context = fc.record({
      from: fc.constantFrom('host' as const, 'terminal' as const),
      printer: fc.boolean(),
      functions: fc.uniqueArray(fc.constantFrom(0, 1, 2, 3, 4, 5, 7)),
    });
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 5, maxLength: 5 }), context, (bytes, given) => {
        const header = decodeHeader(bytes);
        if (header.type !== 'header') throw new Error('five bytes are a header');
        const checked = checkHeader(header, given);
        if (checked.type === 'checked') {
          expect(checked.requestFlag).toBeLessThanOrEqual(7);
          expect(checked.responseFlag).toBeLessThanOrEqual(2);
        } else expect(checked.fault.offset + checked.fault.length).toBeLessThanOrEqual(5);
      }),
    );
  });
});
