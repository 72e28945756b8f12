import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SnapshotReader } from '../../src/bytes/index.js';
import { Shown } from './helpers.js';
import { Model, STEP_NAMES, type Step, textOf } from './model.js';

const ROWS = 6;
const COLUMNS = 10;

/** Half of all bytes steer the parser; plain random bytes hardly ever make a sequence. */
const hostByte = fc.oneof(
  fc.nat(255),
  fc.constantFrom(0x1b, 0x5b, 0x3b, 0x3f, 0x30, 0x31, 0x39, 0x0d, 0x0a, 0x08, 0x09, 0x07, 0x18, 0x5d),
);

/** Sequences that are whole, or nearly so. */
const sequence = fc
  .tuple(
    fc.constantFrom('[', '[?', '[>', '(', ')', ']', 'P', ''),
    fc.array(fc.oneof(fc.nat(12), fc.constantFrom(20, 25, 31, 38, 45, 47, 1049, 99999)), { maxLength: 4 }),
    fc.constantFrom(...'@ABCDEGHJKLMNOPZcdfghlmnrs0BA78\\\x07'),
  )
  .map(([start, numbers, final]) => `\x1b${start}${numbers.join(';')}${final}`)
  .map((text) => Array.from(text, (character) => character.charCodeAt(0)));

const hostText = fc
  .array(fc.oneof(fc.array(hostByte, { maxLength: 12 }), sequence), { maxLength: 30 })
  .map((parts) => Uint8Array.from(parts.flat()));

const step: fc.Arbitrary<Step> = fc.record({
  name: fc.constantFrom(...STEP_NAMES),
  a: fc.oneof(fc.nat(3), fc.nat(12)),
  b: fc.nat(12),
});

describe('whatever a host sends', () => {
  it('[SEC-125] it never throws, stays on the screen, and shows no control', () => {
    fc.assert(
      fc.property(hostText, (text) => {
        const got = new Shown(ROWS, COLUMNS).bytes(text);
        expect(got.screen.text().join('')).not.toMatch(/\p{Cc}|[\u2028-\u202e]/u);
        expect(got.screen.text().every((row) => row.length === COLUMNS)).toBe(true);
        expect(got.screen.cursor).toBeLessThan(ROWS * COLUMNS);
      }),
    );
  });

  it('chunking never shows', () => {
    fc.assert(
      fc.property(hostText, fc.array(fc.nat(40), { maxLength: 8 }), (text, cuts) => {
        const whole = new Shown(ROWS, COLUMNS).bytes(text);
        const single = new Shown(ROWS, COLUMNS);
        for (const byte of text) single.bytes(Uint8Array.of(byte));
        const cut = new Shown(ROWS, COLUMNS);
        let at = 0;
        for (const length of [...cuts, text.length]) {
          cut.bytes(text.slice(at, at + length));
          at += length;
        }
        for (const other of [single, cut]) {
          expect(other.state).toEqual(whole.state);
          expect(other.replies).toBe(whole.replies);
          expect(other.faults).toEqual(whole.faults);
          expect(other.violations).toEqual(whole.violations);
          expect(joined(other.log)).toEqual(joined(whole.log));
        }
      }),
    );
  });

  it('[SEC-022] sends at most its credit, and ten bytes for each 64', () => {
    fc.assert(
      fc.property(fc.array(sequence, { maxLength: 200 }), (parts) => {
        const text = Uint8Array.from(parts.flat());
        const got = new Shown(ROWS, COLUMNS).bytes(text);
        expect(got.replies.length).toBeLessThanOrEqual((32 + text.length / 64) * 10);
      }),
    );
  });

  it('keeps nothing of the bytes that it was given', () => {
    fc.assert(
      fc.property(hostText, fc.nat(100), (text, at) => {
        const whole = new Shown(ROWS, COLUMNS).bytes(text);
        const reused = new Shown(ROWS, COLUMNS);
        for (const part of [text.slice(0, at), text.slice(at)]) {
          reused.bytes(part);
          part.fill(0xaa);
        }
        expect(reused.state).toEqual(whole.state);
        expect(reused.faults).toEqual(whole.faults);
      }),
    );
  });

  it('a snapshot goes on as if nothing had been', () => {
    fc.assert(
      fc.property(hostText, hostText, (before, behind) => {
        const whole = new Shown(ROWS, COLUMNS).bytes(before);
        const saved = JSON.parse(
          JSON.stringify({ screen: whole.screen.snapshot(), display: whole.display.snapshot() }),
        );
        const restored = new Shown(ROWS, COLUMNS);
        restored.screen.restore(new SnapshotReader(saved.screen));
        restored.display.restore(new SnapshotReader(saved.display));
        whole.log.length = 0;
        whole.replies = '';
        whole.bytes(behind);
        restored.bytes(behind);
        expect(restored.state).toEqual(whole.state);
        expect(restored.log).toEqual(whole.log);
        expect(restored.display.snapshot()).toEqual(whole.display.snapshot());
      }),
    );
  });
});

describe('against a plain model', () => {
  it('shows the same text and cursor', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const model = new Model(ROWS, COLUMNS);
        const got = new Shown(ROWS, COLUMNS);
        for (const each of steps) {
          model.do(each);
          got.write(textOf(each));
        }
        expect(got.screen.text()).toEqual(model.text);
        expect(got.screen.cursor).toBe(model.cursor);
      }),
      { numRuns: 300 },
    );
  });
});

/** Neighbouring pieces of text as one. */
function joined(log: Shown['log']): string[] {
  const lines: string[] = [];
  let previous = '';
  for (const [what, value] of log) {
    if (what === 'text' && previous === 'text') lines[lines.length - 1] += value;
    else lines.push(`${what} ${value}`);
    previous = what;
  }
  return lines;
}
