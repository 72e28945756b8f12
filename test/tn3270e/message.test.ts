import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHex } from '../../src/bytes/index.js';
import { buildNegotiation, type NegotiationMessage, parseNegotiation } from '../../src/tn3270e/index.js';
import { body } from './vectors.js';

/** Names as they come back: graphic ASCII, in capitals. */
const name = fc
  .string({
    unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
    minLength: 1,
    maxLength: 64,
  })
  .map((text) => text.toUpperCase());
const functions = fc.array(fc.nat(255), { maxLength: 256 });
const message: fc.Arbitrary<NegotiationMessage> = fc.oneof(
  fc.constant({ type: 'sendDeviceType' } as const),
  fc.record({
    type: fc.constant('deviceTypeRequest' as const),
    deviceType: name,
    resourceName: name,
    associate: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('deviceTypeRequest' as const),
    deviceType: name,
    resourceName: fc.constant(undefined),
    associate: fc.constant(false),
  }),
  fc.record({
    type: fc.constant('deviceTypeIs' as const),
    deviceType: name,
    deviceName: fc.option(name, { nil: undefined }),
  }),
  fc.record({
    type: fc.constant('deviceTypeReject' as const),
    reason: fc.option(fc.nat(255), { nil: undefined }),
  }),
  fc.record({ type: fc.constant('functionsRequest' as const), functions }),
  fc.record({ type: fc.constant('functionsIs' as const), functions }),
);

/** Half of all bytes steer the parser: commands, delimiters, IAC and SE. */
const steeringByte = fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 2, 3, 4, 5, 6, 7, 8, 0x41, 0xf0, 0xff));

describe('TN3270E messages', () => {
  it.each([
    ['[TNE-010] SEND DEVICE-TYPE', '08 02', { type: 'sendDeviceType' }],
    [
      '[TNE-011] REQUEST without a resource',
      '02 07 IBM-3278-2',
      { type: 'deviceTypeRequest', deviceType: 'IBM-3278-2', resourceName: undefined, associate: false },
    ],
    [
      '[TNE-011] REQUEST with CONNECT',
      '02 07 IBM-3278-2 01 LUA00001',
      { type: 'deviceTypeRequest', deviceType: 'IBM-3278-2', resourceName: 'LUA00001', associate: false },
    ],
    [
      '[TNE-011] REQUEST with ASSOCIATE',
      '02 07 IBM-3287-1 00 TERM0001',
      { type: 'deviceTypeRequest', deviceType: 'IBM-3287-1', resourceName: 'TERM0001', associate: true },
    ],
    [
      '[TNE-012] IS with CONNECT',
      '02 04 IBM-3278-2 01 LU',
      { type: 'deviceTypeIs', deviceType: 'IBM-3278-2', deviceName: 'LU' },
    ],
    [
      '[TNE-027] IS without CONNECT',
      '02 04 IBM-3278-2',
      { type: 'deviceTypeIs', deviceType: 'IBM-3278-2', deviceName: undefined },
    ],
    ['[TNE-013] REJECT', '02 06 05 03', { type: 'deviceTypeReject', reason: 3 }],
    ['[TNE-030] FUNCTIONS REQUEST', '03 07 00 02 04', { type: 'functionsRequest', functions: [0, 2, 4] }],
    ['[TNE-041] FUNCTIONS IS without a function', '03 04', { type: 'functionsIs', functions: [] }],
  ] as const)('%s is read and written', (_title, bytes, expected) => {
    expect(parseNegotiation(body(bytes))).toEqual({ message: expected, fault: undefined });
    expect(toHex(buildNegotiation(expected as NegotiationMessage))).toBe(toHex(body(bytes)));
  });

  it('[TNE-018] takes names of 13 and up to 64 bytes, in any case', () => {
    const long = 'A'.repeat(64);
    expect(parseNegotiation(body('02 04 ibm-3278-2 01 a-13-byte-nam')).message).toMatchObject({
      deviceType: 'IBM-3278-2',
      deviceName: 'A-13-BYTE-NAM',
    });
    expect(parseNegotiation(body(`02 04 IBM-3278-2 01 ${long}`)).message).toMatchObject({ deviceName: long });
    expect(parseNegotiation(body(`02 04 IBM-3278-2 01 ${long}A`)).fault?.code).toBe('device-type-malformed');
  });

  it.each([
    ['SEC-062', '02 04'],
    ['SEC-062', '02 04 01'],
    ['SEC-062', '02 04 I 01'],
    ['SEC-062', `02 04 I 01 ${'A'.repeat(300)}`],
    ['SEC-063', '02 04 IBM-3278-2-E 01 LU F0 F0'],
    ['TNE-026', '02 07 IBM-3287-1 00 A 01 B'],
    ['TNE-026', '02 07 IBM-3287-1 01 A 00 B'],
    ['TNE-026', '02 07 01 A'],
    ['SEC-062', '02 07'],
    ['SEC-062', '02'],
    ['SEC-062', '02 04 I 20 01 LU'],
    ['TNE-010', '08'],
    ['TNE-010', '08 02 00'],
  ])('[%s] %s is a malformed DEVICE-TYPE and leaves nothing behind', (_rule, bytes) => {
    const { message: parsed, fault } = parseNegotiation(body(bytes));
    expect(parsed).toBeUndefined();
    expect(fault).toEqual({ code: 'device-type-malformed', offset: 0, length: body(bytes).length });
  });

  it.each([
    ['SEC-003', '', 'subnegotiation-empty'],
    ['TNE-010', '08 03', 'subnegotiation-unknown'],
    ['TNE-010', '02 05 41', 'subnegotiation-unknown'],
    ['TNE-010', '00', 'subnegotiation-unknown'],
    ['TNE-010', 'FF 02', 'subnegotiation-unknown'],
    ['TNE-041', '03', 'functions-malformed'],
    ['TNE-041', '03 06 00', 'subnegotiation-unknown'],
    ['TNE-041', `03 07${' 00'.repeat(257)}`, 'functions-malformed'],
  ])('[%s] %s is %s', (_rule, bytes, code) => {
    const parsed = parseNegotiation(bytes === '' ? new Uint8Array(0) : body(bytes));
    expect(parsed.message).toBeUndefined();
    expect(parsed.fault?.code).toBe(code);
  });

  it('[TNE-010] what is built is read back', () => {
    fc.assert(
      fc.property(message, (sent) => {
        expect(parseNegotiation(buildNegotiation(sent)).message).toEqual(sent);
      }),
    );
  });

  it('reads any bytes without throwing, and what it reads can be built again', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 4 }),
        fc.array(steeringByte, { maxLength: 80 }),
        (head, tail) => {
          const bytes = Uint8Array.of(...head, ...tail);
          const { message: parsed, fault } = parseNegotiation(bytes);
          expect(parsed !== undefined || fault !== undefined).toBe(true);
          if (fault !== undefined) expect(fault.offset + fault.length).toBeLessThanOrEqual(bytes.length);
          if (parsed !== undefined)
            expect(parseNegotiation(buildNegotiation(parsed)).message).toEqual(parsed);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('[SEC-058] names of object members are names like others', () => {
    for (const given of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      const parsed = parseNegotiation(body(`02 04 ${given} 01 ${given}`)).message;
      expect(parsed).toEqual({
        type: 'deviceTypeIs',
        deviceType: given.toUpperCase(),
        deviceName: given.toUpperCase(),
      });
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('refuses to build what no peer could read', () => {
    const bad: NegotiationMessage[] = [
      { type: 'deviceTypeRequest', deviceType: 'IBM-3287-1', resourceName: undefined, associate: true },
      { type: 'deviceTypeRequest', deviceType: '', resourceName: undefined, associate: false },
      { type: 'deviceTypeIs', deviceType: 'IBM-3278-2', deviceName: 'A\u0000B' },
      { type: 'deviceTypeIs', deviceType: 'IBM-3278-2', deviceName: 'Ä' },
      { type: 'functionsIs', functions: [256] },
      { type: 'deviceTypeReject', reason: -1 },
    ];
    for (const one of bad) {
      expect(() => buildNegotiation(one)).toThrow(expect.objectContaining({ code: 'argument-invalid' }));
    }
  });
});
