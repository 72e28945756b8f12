import { describe, expect, it } from 'vitest';
import { transitions } from '../../src/machine/index.js';
import {
  CONTENTION_TABLE,
  DISPLAY_DATA_TABLE,
  FUNCTION_NAMES,
  FUNCTIONS,
  FUNCTIONS_TABLE,
  HOST_CONTENTION_TABLE,
  HOST_DATA_TABLE,
  HOST_DEVICE_TABLE,
  isKnownFunction,
  NEGATIVE_RESPONSES,
  NEGOTIATION_COMMANDS,
  PRINTER_DATA_TABLE,
  PRINTER_FUNCTIONS,
  REJECT_REASON_NAMES,
  REJECT_REASONS,
  REQUEST_FLAGS,
  RESPONSE_FLAGS,
  RESPONSE_KINDS,
  SENSE_CODES,
  TERMINAL_DEVICE_TABLE,
  TERMINAL_FUNCTIONS,
  TN3270E_VIOLATIONS,
  UNBIND_REASONS,
} from '../../src/tn3270e/index.js';

const TABLES = {
  CONTENTION_TABLE,
  DISPLAY_DATA_TABLE,
  FUNCTIONS_TABLE,
  HOST_CONTENTION_TABLE,
  HOST_DATA_TABLE,
  HOST_DEVICE_TABLE,
  PRINTER_DATA_TABLE,
  TERMINAL_DEVICE_TABLE,
};

/** States in which a machine can begin. */
const STARTS: Readonly<Record<keyof typeof TABLES, readonly string[]>> = {
  CONTENTION_TABLE: ['off', 'receiving'],
  DISPLAY_DATA_TABLE: ['unbound', 'bound'],
  FUNCTIONS_TABLE: ['closed'],
  HOST_CONTENTION_TABLE: ['off', 'contention'],
  HOST_DATA_TABLE: ['unbound', 'bound'],
  HOST_DEVICE_TABLE: ['off'],
  PRINTER_DATA_TABLE: ['unbound', 'bound'],
  TERMINAL_DEVICE_TABLE: ['off'],
};

describe.each(Object.keys(TABLES) as (keyof typeof TABLES)[])('%s', (name) => {
  const all = transitions(TABLES[name]);

  it('leads nowhere but to its own states, and to each of them', () => {
    const reached = new Set(STARTS[name]);
    for (let grown = true; grown; ) {
      const before = reached.size;
      for (const { from, to } of all) if (reached.has(from)) reached.add(to);
      grown = reached.size > before;
    }
    expect([...reached].sort()).toEqual(Object.keys(TABLES[name]).sort());
  });

  it('has no way out where it says that a call is misuse', () => {
    for (const { from, to, effects } of all) {
      if (effects.includes('misuse')) expect([to, effects]).toEqual([from, ['misuse']]);
      if (effects.includes('drop')) expect([to, effects]).toEqual([from, ['drop']]);
    }
  });
});

describe('codes', () => {
  it('[TNE-010] commands, reasons and functions are those of the standard', () => {
    expect(NEGOTIATION_COMMANDS).toEqual({
      associate: 0,
      connect: 1,
      deviceType: 2,
      functions: 3,
      is: 4,
      reason: 5,
      reject: 6,
      request: 7,
      send: 8,
    });
    expect(Object.values(REJECT_REASONS)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(REJECT_REASON_NAMES[REJECT_REASONS.deviceInUse]).toBe('DEVICE-IN-USE');
    expect(REJECT_REASON_NAMES[REJECT_REASONS.unsupportedReq]).toBe('UNSUPPORTED-REQ');
    expect(FUNCTIONS).toEqual({
      bindImage: 0,
      dataStreamControl: 1,
      responses: 2,
      scsControlCodes: 3,
      sysreq: 4,
      contentionResolution: 5,
      snaSense: 7,
    });
    expect(TERMINAL_FUNCTIONS).toEqual([0, 2, 4, 5]);
    expect(PRINTER_FUNCTIONS).toEqual([0, 1, 2, 3, 4]);
  });

  it('[TNE-147] function 6 is unknown', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 255, -1].map(isKnownFunction)).toEqual([
      ...[true, true, true, true, true, true, false, true],
      ...[false, false, false],
    ]);
    expect(FUNCTION_NAMES[FUNCTIONS.snaSense]).toBe('SNA-SENSE');
  });

  it('[TNE-100] [TNE-130] flags and responses are those of the standard', () => {
    expect(REQUEST_FLAGS).toEqual({ errorConditionCleared: 0, sendData: 1, keyboardRestore: 2, signal: 4 });
    expect(RESPONSE_FLAGS).toEqual({ none: 0, error: 1, always: 2 });
    expect(RESPONSE_KINDS).toEqual({ positive: 0, negative: 1, snaSense: 2 });
    expect(Object.values(NEGATIVE_RESPONSES)).toEqual([0, 1, 2, 3]);
    expect(SENSE_CODES).toMatchObject({ luBusy: 0x082d0000, dataCheck: 0x10010000 });
    expect(Object.values(UNBIND_REASONS)).toEqual([1, 2, 7, 8, 9, 10, 11, 12, 14, 15, 254]);
  });

  it('every violation names a rule and says what is wrong', () => {
    for (const { rule, means } of Object.values(TN3270E_VIOLATIONS)) {
      expect(rule).toMatch(/^(TNE|SEC)-\d{3}$/);
      expect(means.length).toBeGreaterThan(10);
    }
  });
});
