import { describe, expect, it } from 'vitest';
import {
  AIDS,
  ATTRIBUTE_TYPES,
  aidOf,
  BYTE_KIND,
  byteKindOf,
  COLORS,
  commandOf,
  DATASTREAM_VIOLATIONS,
  FIELD_ATTRIBUTE,
  HIGHLIGHTING,
  isShortReadAid,
  OUTLINING,
  QUERY_CODES,
  STRUCTURED_FIELDS,
  structuredFieldOf,
  TRANSPARENCY,
  VALIDATION,
} from '../../src/datastream/index.js';

describe('commands', () => {
  const expected = new Map([
    [0x01, 'write'],
    [0xf1, 'write'],
    [0x05, 'eraseWrite'],
    [0xf5, 'eraseWrite'],
    [0x0d, 'eraseWriteAlternate'],
    [0x7e, 'eraseWriteAlternate'],
    [0x02, 'readBuffer'],
    [0xf2, 'readBuffer'],
    [0x06, 'readModified'],
    [0xf6, 'readModified'],
    [0x0e, 'readModifiedAll'],
    [0x6e, 'readModifiedAll'],
    [0x0f, 'eraseAllUnprotected'],
    [0x6f, 'eraseAllUnprotected'],
    [0x11, 'writeStructuredField'],
    [0xf3, 'writeStructuredField'],
    [0x03, 'noOperation'],
  ]);

  it('[DS-001] to [DS-012] all 256 bytes: the local and SNA codes, and nothing else', () => {
    for (let code = 0; code < 256; code++) expect(commandOf(code)).toBe(expected.get(code));
    expect(commandOf(256)).toBeUndefined();
  });
});

describe('the bytes of a write', () => {
  const orders = [0x05, 0x08, 0x11, 0x12, 0x13, 0x1d, 0x28, 0x29, 0x2c, 0x3c];
  const controls = [0x0c, 0x0d, 0x0e, 0x0f, 0x15, 0x19, 0x1c, 0x1e, 0x25, 0x3f, 0xff];

  it('[DS-033] to [DS-054] [SEC-091] one table decides each of the 256', () => {
    for (let code = 0; code < 256; code++) {
      const kind = orders.includes(code)
        ? BYTE_KIND.order
        : controls.includes(code)
          ? BYTE_KIND.formatControl
          : code === 0 || code >= 0x40
            ? BYTE_KIND.character
            : BYTE_KIND.undefined;
      expect([code, byteKindOf(code)]).toEqual([code, kind]);
    }
  });
});

describe('attention identifiers', () => {
  it('[DS-112] to [DS-134] have these codes', () => {
    // The sheet's rows in a second form: PF keys by series.
    const pf = [0xf1, 0xf2, 0xf3, 0xf4, 0xf5, 0xf6, 0xf7, 0xf8, 0xf9, 0x7a, 0x7b, 0x7c];
    const shifted = [0xc1, 0xc2, 0xc3, 0xc4, 0xc5, 0xc6, 0xc7, 0xc8, 0xc9, 0x4a, 0x4b, 0x4c];
    [...pf, ...shifted].forEach((code, index) => {
      expect(aidOf(code)).toBe(`pf${index + 1}`);
    });
    expect(AIDS).toMatchObject({
      none: 0x60,
      nonePrinter: 0xe8,
      structuredField: 0x88,
      readPartition: 0x61,
      trigger: 0x7f,
      testRequest: 0xf0,
      enter: 0x7d,
      selectorPen: 0x7e,
      operatorIdReader: 0xe6,
      magneticReader: 0xe7,
      clear: 0x6d,
      clearPartition: 0x6a,
      pa1: 0x6c,
      pa2: 0x6e,
      pa3: 0x6b,
    });
    expect(Object.keys(AIDS)).toHaveLength(15 + 24);
    expect(new Set(Object.values(AIDS)).size).toBe(15 + 24);
  });

  it('[DS-138] five of them answer Read Modified alone', () => {
    const short = Array.from({ length: 256 }, (_, code) => code).filter(isShortReadAid);
    expect(short).toEqual([0x6a, 0x6b, 0x6c, 0x6d, 0x6e]);
  });
});

describe('attributes', () => {
  it('[DS-088] to [DS-092] [DS-221] the bits of a field attribute', () => {
    expect(FIELD_ATTRIBUTE).toEqual({
      protected: 0x20,
      numeric: 0x10,
      display: 0x0c,
      modified: 0x01,
      meaning: 0x3d,
    });
  });

  it('[DS-098] to [DS-107] types and values', () => {
    expect(ATTRIBUTE_TYPES).toEqual({
      all: 0x00,
      highlighting: 0x41,
      foreground: 0x42,
      characterSet: 0x43,
      background: 0x45,
      transparency: 0x46,
      fieldAttribute: 0xc0,
      validation: 0xc1,
      outlining: 0xc2,
      inputControl: 0xfe,
    });
    expect(Object.values(HIGHLIGHTING)).toEqual([0x00, 0xf0, 0xf1, 0xf2, 0xf4, 0xf8]);
    expect(Object.values(COLORS)).toEqual([0, ...Array.from({ length: 16 }, (_, i) => 0xf0 + i)]);
    expect([COLORS.red, COLORS.turquoise, COLORS.deepBlue, COLORS.grey]).toEqual([0xf2, 0xf5, 0xf9, 0xfe]);
    expect(Object.values(TRANSPARENCY)).toEqual([0x00, 0xf0, 0xf1, 0xff]);
    expect(VALIDATION).toEqual({ trigger: 1, mandatoryEntry: 2, mandatoryFill: 4 });
    expect(OUTLINING).toEqual({ underline: 1, right: 2, overline: 4, left: 8 });
  });
});

describe('structured fields and query replies', () => {
  it('[SF-005] [SF-011] to [SF-052] 42 identifiers, of one byte or of two that start with 0F or 10', () => {
    const ids = Object.values(STRUCTURED_FIELDS).map(({ id }) => id);
    expect(ids).toHaveLength(42);
    expect(new Set(ids).size).toBe(42);
    for (const id of ids) expect(id <= 0xff || id >> 8 === 0x0f || id >> 8 === 0x10).toBe(true);
    expect(structuredFieldOf(0x0f0a)).toBe('modifyPartition');
    expect(structuredFieldOf(0x40)).toBe('outbound3270DS');
    expect(structuredFieldOf(0x0f)).toBeUndefined();
  });

  it('[SF-092] to [SF-130] codes of query replies are 80 and up, each once', () => {
    const codes = Object.values(QUERY_CODES);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toBeGreaterThanOrEqual(0x80);
    expect([QUERY_CODES.rpqNames, QUERY_CODES.implicitPartition, QUERY_CODES.dbcsAsia]).toEqual([
      0xa1, 0xa6, 0x91,
    ]);
  });
});

describe('violations', () => {
  it.each(Object.entries(DATASTREAM_VIOLATIONS))('%s names its rule', (code, { rule, means }) => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)+$/);
    expect(rule).toMatch(/^(DS|SF|SEC)-\d{3}$/);
    expect(means.length).toBeGreaterThan(20);
  });
});
