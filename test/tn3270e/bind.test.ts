import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.js';
import { buildBind, buildUnbind, parseBind, parseUnbind, UNBIND_REASONS } from '../../src/tn3270e/index.js';

/** The BIND of the recordings' test host: model 4, application MINIHOST. */
const RECORDED = '31010303b1903080008f87f8000002800000000018502b507f000008d4c9d5c9c8d6e2e3';
const MODEL_2 = { rows: 24, columns: 80 };
const MODEL_4 = { rows: 43, columns: 80 };
const MODEL_5 = { rows: 27, columns: 132 };

/** The recorded BIND with other bytes 20 to 24. */
function withSizes(hex: string): Uint8Array {
  const ru = fromHex(RECORDED);
  ru.set(fromHex(hex), 20);
  return ru;
}

describe('BIND', () => {
  it('[TNE-080] [TNE-081] [TNE-089] [TNE-090] reads the recorded image', () => {
    expect(parseBind(fromHex(RECORDED), MODEL_4)).toEqual({
      bind: {
        sizeCode: 0x7f,
        defaultSize: MODEL_2,
        alternateSize: MODEL_4,
        sizesRefused: false,
        maximumRuSecondary: 1024, // 87: 8 times 2 to the 7
        maximumRuPrimary: 3840, // F8: 15 times 2 to the 8
        pluName: fromHex('d4c9d5c9c8d6e2e3'),
      },
      fault: undefined,
    });
  });

  it('[TNE-090] reads an image with user data and a secondary name behind the name', () => {
    const ru = fromHex(
      '31010303b1903080008787f88700028000000000185018507e000008c9c2d4f0e2d4c1c10005007eec0b1008c9c2d4f0e3c5e2d8',
    );
    const { bind, fault } = parseBind(ru, MODEL_4);
    expect(fault).toBeUndefined();
    expect(toHex(bind.pluName ?? new Uint8Array(0))).toBe('c9c2d4f0e2d4c1c1');
    expect(bind).toMatchObject({ sizeCode: 0x7e, defaultSize: MODEL_2, alternateSize: MODEL_2 });
  });

  it.each([
    ['TNE-084', '1850205000', MODEL_2, MODEL_2],
    ['TNE-086', '0000000002', MODEL_2, MODEL_2],
    ['TNE-087', '0000000003', MODEL_2, MODEL_5],
    ['TNE-088', '1b8400007e', MODEL_5, MODEL_5],
    ['TNE-089', '18501b847f', MODEL_2, MODEL_5],
    ['TNE-089', '1b8418507f', MODEL_5, MODEL_2],
  ])('[%s] sizes %s', (_rule, hex, defaultSize, alternateSize) => {
    const { bind, fault } = parseBind(withSizes(hex), MODEL_5);
    expect(fault).toBeUndefined();
    expect(bind).toMatchObject({ defaultSize, alternateSize, sizesRefused: false });
  });

  it('[TNE-082] [TNE-083] bytes 20 to 23 are default rows and columns, alternate rows and columns', () => {
    const maximum = { rows: 62, columns: 160 };
    const read = (hex: string): unknown => {
      const { defaultSize, alternateSize } = parseBind(withSizes(hex), maximum).bind;
      return [defaultSize.rows, defaultSize.columns, alternateSize.rows, alternateSize.columns];
    };
    expect(read('1e5a2b847f')).toEqual([30, 90, 43, 132]);
    expect(read('1f5a2b847f')).toEqual([31, 90, 43, 132]);
    expect(read('1e5b2b847f')).toEqual([30, 91, 43, 132]);
    expect(read('1e5a2c847f')).toEqual([30, 90, 44, 132]);
    expect(read('1e5a2b857f')).toEqual([30, 90, 43, 133]);
  });

  it.each([
    ['TNE-085', '0c28000001'],
    ['TNE-091', '175018507f'], // 23 rows
    ['TNE-091', '184f18507f'], // 79 columns
    ['TNE-091', '18501c847f'], // 28 rows on a model 5
    ['TNE-091', '185018857f'], // 133 columns on a model 5
    ['SEC-071', '000000007f'],
    ['SEC-071', 'ffffffff7f'],
    ['SEC-071', 'ffff00007e'],
    ['TNE-084', '1850185055'], // a size code that is not defined
  ])('[%s] sizes %s are refused, and both become 24 by 80', (_rule, hex) => {
    const { bind, fault } = parseBind(withSizes(hex), MODEL_5);
    expect(fault).toEqual({ code: 'bind-invalid', offset: 20, length: 5 });
    expect(bind).toMatchObject({ defaultSize: MODEL_2, alternateSize: MODEL_2, sizesRefused: true });
    expect(bind.pluName).toHaveLength(8);
  });

  it('[TNE-078] [SEC-071] cut after each byte it is used as far as it goes, and reported', () => {
    const whole = fromHex(RECORDED);
    for (let length = 0; length < whole.length; length++) {
      const { bind, fault } = parseBind(whole.subarray(0, length), MODEL_4);
      expect(fault?.code).toBe('bind-invalid');
      expect(bind.pluName).toBeUndefined();
      expect(bind.sizesRefused).toBe(length <= 24);
      expect(bind.alternateSize).toEqual(length <= 24 ? MODEL_2 : MODEL_4);
      expect(bind.maximumRuPrimary).toBe(length > 11 ? 3840 : 0);
    }
  });

  it('[SEC-071] the image with sizes 0 by 0 of the case', () => {
    const ru = fromHex('31010303b1903080000087870000028000000000000000007f00');
    expect(parseBind(ru, MODEL_2)).toMatchObject({
      bind: { sizesRefused: true, defaultSize: MODEL_2 },
      fault: { code: 'bind-invalid' },
    });
  });

  it('[TNE-078] a first byte other than 31 refuses the sizes', () => {
    const ru = fromHex(RECORDED);
    ru[0] = 0x32;
    expect(parseBind(ru, MODEL_4)).toMatchObject({
      bind: { sizesRefused: true, alternateSize: MODEL_2 },
      fault: { code: 'bind-invalid', offset: 0, length: 1 },
    });
  });

  it('[SEC-071] a name length past the end or above 8 gives no name', () => {
    for (const nameLength of [9, 255]) {
      const ru = fromHex(RECORDED);
      ru[27] = nameLength;
      expect(parseBind(ru, MODEL_4)).toMatchObject({
        bind: { pluName: undefined, sizesRefused: false },
        fault: { code: 'bind-invalid', offset: 27 },
      });
    }
    const none = fromHex(RECORDED);
    none[27] = 0;
    expect(parseBind(none, MODEL_4)).toMatchObject({ bind: { pluName: undefined }, fault: undefined });
  });

  it('[TNE-081] a request unit size without its high bit is none', () => {
    const ru = fromHex(RECORDED);
    ru[10] = 0x77;
    ru[11] = 0xff;
    const { bind } = parseBind(ru, MODEL_4);
    expect(bind.maximumRuSecondary).toBe(0);
    expect(bind.maximumRuPrimary).toBe(15 * 32768);
  });

  it('[TNE-080] what is built is read back', () => {
    const size = fc.record({
      rows: fc.integer({ min: 24, max: 62 }),
      columns: fc.integer({ min: 80, max: 160 }),
    });
    const ruSize = fc.tuple(fc.integer({ min: 8, max: 15 }), fc.nat(15)).map(([m, e]) => m * 2 ** e);
    fc.assert(
      fc.property(size, size, ruSize, fc.uint8Array({ minLength: 1, maxLength: 8 }), (a, b, ru, pluName) => {
        const built = buildBind({
          defaultSize: a,
          alternateSize: b,
          maximumRuPrimary: ru,
          maximumRuSecondary: 0,
          pluName,
        });
        const { bind, fault } = parseBind(built, { rows: 62, columns: 160 });
        expect(fault).toBeUndefined();
        expect(bind).toMatchObject({
          defaultSize: a,
          alternateSize: b,
          sizesRefused: false,
          maximumRuPrimary: ru,
          maximumRuSecondary: 0,
          pluName,
        });
      }),
    );
  });

  it('[TNE-087] states an alternate size from the query, and only with 24 by 80', () => {
    expect(parseBind(buildBind({ alternateSize: 'query' }), MODEL_5)).toMatchObject({
      bind: { sizeCode: 3, alternateSize: MODEL_5 },
      fault: undefined,
    });
    expect(parseBind(buildBind(), MODEL_5).bind.sizeCode).toBe(2);
    const invalid = expect.objectContaining({ code: 'argument-invalid' });
    expect(() => buildBind({ defaultSize: MODEL_5, alternateSize: 'query' })).toThrow(invalid);
    expect(() => buildBind({ defaultSize: { rows: 256, columns: 80 } })).toThrow(invalid);
    expect(() => buildBind({ maximumRuPrimary: 1000 })).toThrow(invalid);
    expect(() => buildBind({ pluName: new Uint8Array(9) })).toThrow(invalid);
  });

  it('reads any bytes without throwing, and never sizes outside 24 by 80 to the maximum', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.constantFrom(0, 1, 2, 3, 0x7e, 0x7f), (ru, code) => {
        if (ru.length > 24) ru.set([0x31], 0);
        if (ru.length > 24) ru.set([code], 24);
        const { bind } = parseBind(ru, MODEL_5);
        for (const { rows, columns } of [bind.defaultSize, bind.alternateSize]) {
          expect(rows).toBeGreaterThanOrEqual(24);
          expect(rows).toBeLessThanOrEqual(27);
          expect(columns).toBeGreaterThanOrEqual(80);
          expect(columns).toBeLessThanOrEqual(132);
        }
      }),
    );
  });
});

describe('UNBIND', () => {
  it('[TNE-076] has a reason, or none', () => {
    expect(parseUnbind(new Uint8Array(0))).toEqual({ reason: undefined, senseCode: undefined });
    expect(parseUnbind(Uint8Array.of(1))).toEqual({ reason: UNBIND_REASONS.normal, senseCode: undefined });
    expect(parseUnbind(Uint8Array.of(0xd))).toEqual({ reason: 13, senseCode: undefined });
    expect(toHex(buildUnbind())).toBe('01');
    expect(toHex(buildUnbind(UNBIND_REASONS.bindForthcoming))).toBe('02');
    expect(() => buildUnbind(256)).toThrow(expect.objectContaining({ code: 'argument-invalid' }));
  });

  it('reads the sense code behind reason FE', () => {
    expect(parseUnbind(fromHex('fe082d0000'))).toEqual({ reason: 0xfe, senseCode: 0x082d0000 });
    expect(parseUnbind(fromHex('fe88000001')).senseCode).toBe(0x88000001);
    expect(parseUnbind(fromHex('fe082d00')).senseCode).toBeUndefined();
  });
});
