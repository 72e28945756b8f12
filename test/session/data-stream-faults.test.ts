import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TerminalSession } from '../../src/session/index.js';
import { type Case, runCase } from './support/cases.js';
import { ascii, Driver, sub } from './support/driver.js';

const DEVICE = `0204${ascii('IBM-3278-2-E')}01${ascii('LU1')}`;
/** A host's way into TN3270E with RESPONSES and SYSREQ. */
const AGREED = ['fffd28', sub('28', '0802'), sub('28', DEVICE), sub('28', '03040204')];

/** A 3270-DATA record that asks for a response to errors, number 2; the bytes as they stand on the wire. */
const record = (bytes: string): string => `0000010002${bytes.replaceAll(' ', '')}ffef`;
const OPERATION_CHECK = '020001000202ffef';
const COMMAND_REJECT = '020001000200ffef';

/** SECURITY-CASES groups F and G: what arrives, the violation, and the response that it draws. */
const FAULTS: readonly (readonly [id: string, bytes: string, code: string, answer: string])[] = [
  ['SEC-074', '7FFE', 'command-unknown', COMMAND_REJECT],
  ['SEC-075', '7E', 'write-without-wcc', OPERATION_CHECK],
  ['SEC-075', 'F5', 'write-without-wcc', OPERATION_CHECK],
  ['SEC-075', 'F1', 'write-without-wcc', OPERATION_CHECK],
  ['SEC-076', '7E C3 1D', 'order-truncated', OPERATION_CHECK],
  ['SEC-077', '7E C3 11', 'order-truncated', OPERATION_CHECK],
  ['SEC-077', '7E C3 11 40', 'order-truncated', OPERATION_CHECK],
  ['SEC-078', '7E C3 3C', 'order-truncated', OPERATION_CHECK],
  ['SEC-078', '7E C3 3C 00 00', 'order-truncated', OPERATION_CHECK],
  ['SEC-078', '7E C3 3C 00 00 08', 'order-truncated', OPERATION_CHECK],
  ['SEC-079', '7E C3 12', 'order-truncated', OPERATION_CHECK],
  ['SEC-079', '7E C3 08', 'order-truncated', OPERATION_CHECK],
  ['SEC-079', '7E C3 28', 'order-truncated', OPERATION_CHECK],
  ['SEC-079', '7E C3 28 42', 'order-truncated', OPERATION_CHECK],
  ['SEC-080', '7E C3 2C', 'order-truncated', OPERATION_CHECK],
  ['SEC-080', '7E C3 1D 20 11 00 00 2C 01', 'order-truncated', OPERATION_CHECK],
  ['SEC-081', '7E C3 29', 'order-truncated', OPERATION_CHECK],
  ['SEC-081', '7E C3 29 01', 'order-truncated', OPERATION_CHECK],
  ['SEC-081', '7E C3 29 FF FF C0 60', 'order-truncated', OPERATION_CHECK],
  ['SEC-082', 'F5 C3 11 5E 40', 'address-out-of-range', OPERATION_CHECK],
  ['SEC-082', 'F5 C3 11 07 80', 'address-out-of-range', OPERATION_CHECK],
  ['SEC-082', 'F5 C3 11 3F FF FF', 'address-out-of-range', OPERATION_CHECK],
  ['SEC-082', 'F5 C3 11 F5 E7', 'address-out-of-range', OPERATION_CHECK],
  ['SEC-083', 'F5 C3 3C F5 6F 40', 'address-out-of-range', OPERATION_CHECK],
  ['SEC-083', 'F5 C3 12 F5 6F 40', 'address-out-of-range', OPERATION_CHECK],
  ['SEC-084', 'F5 C3 11 BF 7F', 'address-out-of-range', OPERATION_CHECK],
  ['SEC-095', 'F3', 'structured-field-length', COMMAND_REJECT],
  ['SEC-095', 'F3 00', 'structured-field-length', COMMAND_REJECT],
  ['SEC-095', 'F3 00 01 01', 'structured-field-length', COMMAND_REJECT],
  ['SEC-095', 'F3 00 02 01', 'structured-field-length', COMMAND_REJECT],
  ['SEC-095', 'F3 7F FF FF 01 FF FF 02', 'structured-field-length', COMMAND_REJECT],
  ['SEC-098', 'F3 00 05 01 00 02', 'read-partition-invalid', COMMAND_REJECT],
  ['SEC-098', 'F3 00 05 01 FF FF 6E', 'read-partition-invalid', COMMAND_REJECT],
  ['SEC-099', 'F3 00 0A 40 00 F3 00 05 01 FF FF 02', 'structured-field-invalid', COMMAND_REJECT],
  ['SEC-100', 'F3 00 04 0D 07', 'partition-unknown', COMMAND_REJECT],
  ['SEC-100', `F3 F0 00 06 00 ${'00'.repeat(0xf000 - 4)}`, 'structured-field-unsupported', COMMAND_REJECT],
  ['SEC-100', 'F3 00 04 77 00', 'structured-field-unknown', COMMAND_REJECT],
];

/** Records that are accepted, however odd: no violation, and no response unless something answers. */
const ACCEPTED: readonly (readonly [id: string, bytes: string])[] = [
  ['SEC-084', 'F5 C3 11 80 00'],
  ['SEC-086', `F5 C3 ${'3C 40 40 5B'.repeat(1000)}`],
  ['SEC-087', `F5 C3 1D 40 ${'05'.repeat(1000)} ${'12 40 40'.repeat(1000)}`],
  ['SEC-088', `F5 C3 ${'1D 40'.repeat(1920)}`],
  ['SEC-089', 'F5 C3 05 12 40 40 13 11 5D 7F 29 01 C0 60'],
  ['SEC-096', 'F3 00 00 03 00'],
  ['SEC-100', `F3 01 04 09 00 02 ${'41'.repeat(255)}`],
];

const GOOD = record('F5 C3 11 40 40 1D 60 C8 C9');
const at = (): TerminalSession => new TerminalSession({ tls: 'plain', model: '3278-2-E' });

function agreed(): Driver<TerminalSession> {
  const driver = new Driver(at());
  for (const step of AGREED) driver.feed(step);
  driver.take();
  return driver;
}

function goesOn(driver: Driver<TerminalSession>): void {
  driver.feed(GOOD);
  expect(driver.session.screen.text(0).trim()).toBe('HI');
}

describe('faults of the data stream on the wire', () => {
  it.each(FAULTS.filter(([, bytes]) => bytes.length < 400))('[%s] %s: %s', (id, bytes, code, answer) => {
    // A screen that was written before; `screen` comes whether or not something of the record was applied.
    const erased = /^(F5|7E) C3/.test(bytes) || /^(F5|7E)$/.test(bytes) ? ' erased' : '';
    const restored = /^(F5|7E) C3/.test(bytes) ? ' restored' : '';
    const refused =
      /unsupported|unknown/.test(code) && bytes.startsWith('F3') ? ['structuredFieldRefused'] : [];
    const one: Case = {
      title: id,
      session: at,
      before: [...AGREED, GOOD],
      steps: [record(bytes)],
      lines: [`violation ${code}`, ...refused, `screen${erased}${restored}`, `send ${answer}`],
      after: 'answers',
    };
    runCase(one);
  });

  it.each(FAULTS)(
    '[%s] %.40s: %s, once however often it comes; and the next record is applied',
    (_, bytes, code, answer) => {
      const driver = agreed();
      for (let i = 0; i < 3; i++) driver.feed(record(bytes));
      expect(driver.only('violation')).toEqual([`violation ${code}`]);
      expect(driver.session.violations.get(code)).toBe(3);
      expect(driver.sends.slice(-3)).toEqual([answer, answer, answer]);
      goesOn(driver);
    },
  );

  it.each(ACCEPTED)('[%s] %.40s is carried out, and draws nothing', (_, bytes) => {
    const driver = agreed();
    driver.feed(record(bytes));
    expect([driver.only('violation'), driver.only('send')]).toEqual([[], []]);
    goesOn(driver);
  });

  it('[SEC-097] a thousand queries draw one reply', () => {
    const driver = agreed();
    driver.feed(record(`F3 ${'00 05 01 FF FF 02'.repeat(1000)}`));
    expect(driver.only('violation')).toEqual(['violation read-partition-not-last']);
    const reply = driver.only('send').join('');
    expect(reply).toMatch(/^send 000000000088/);
    expect(reply.split('ffef').length - 1).toBe(1);
    expect(reply.length / 2).toBeLessThan(400);
    goesOn(driver);
  });

  it('[SEC-101] an answer in character mode is as long as its positions allow', () => {
    const driver = agreed();
    driver.feed(record('F3 00 06 09 00 02 FE')).feed(record('F2'));
    // Header, AID, cursor and 1920 positions: type FE is never reported.
    expect(driver.output.endsWith(`0000000000604040${'00'.repeat(1920)}ffef`)).toBe(true);
  });

  it('[SEC-138] all of them in one session, in any order, each followed by a valid exchange', () => {
    const cases = [...FAULTS.map(([, bytes]) => bytes), ...ACCEPTED.map(([, bytes]) => bytes)];
    fc.assert(
      fc.property(fc.shuffledSubarray(cases, { minLength: cases.length }), (order) => {
        const driver = agreed();
        for (const bytes of order) {
          driver.feed(record(bytes));
          goesOn(driver);
          driver.feed(record('F3 00 05 09 00 00')); // back to field mode
        }
        expect(driver.session.mode).toBe('tn3270e');
      }),
      { numRuns: 10 },
    );
  });
});
