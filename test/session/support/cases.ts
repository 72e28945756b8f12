import { expect } from 'vitest';
import { fromHex } from '../../../src/bytes/index.js';
import type { TimerName } from '../../../src/session/index.js';
import { Driver, type Session } from './driver.js';

/** What happens to a session: hex that arrives, or something else with a name. */
export type Step =
  | string
  | { readonly timer: TimerName }
  | { readonly do: (driver: Driver) => void; readonly name?: string };

/** One line of a table: under SECURITY-CASES "What every case asserts". */
export interface Case {
  readonly title: string;
  readonly session: () => Session;
  /** What happened before; not cut. */
  readonly before?: readonly Step[];
  readonly steps: readonly Step[];
  /** What comes out of the steps, timers, modes, keyboard locks and whose turn it is aside: these have tests of their own. */
  readonly lines: readonly string[];
  /** What may come out instead where a chunk ends at one place: the sheet names these cases. */
  readonly orElse?: readonly (readonly string[])[];
  /**
   * How it goes on (assertion 7): `answers` an option that it has not met, is `silent` to it while TLS is being agreed,
   * or is `closed` and lets nothing happen any more. `pending`: TLS may come up, and then it answers.
   */
  readonly after: 'answers' | 'silent' | 'closed' | 'pending';
}

function run(driver: Driver, steps: readonly Step[], cut: (wire: Uint8Array) => readonly Uint8Array[]): void {
  for (const step of steps) {
    if (typeof step === 'string') for (const piece of cut(fromHex(step))) driver.feed(piece);
    else if ('timer' in step) driver.timer(step.timer);
    else step.do(driver);
  }
}

const whole = (wire: Uint8Array): readonly Uint8Array[] => [wire];

function begin(one: Case): Driver {
  const driver = new Driver(one.session());
  run(driver, one.before ?? [], whole);
  driver.take();
  return driver;
}

function byteStepLengths(steps: readonly Step[]): number[] {
  return steps.flatMap((step) => (typeof step === 'string' ? [fromHex(step).length] : []));
}

/** Positions to cut at: all of a short wire, its ends and a spread of a long one. */
function positions(length: number): number[] {
  if (length <= 160) return Array.from({ length }, (_, i) => i);
  const list = Array.from({ length: 40 }, (_, i) => i);
  for (let at = 40; at < length - 40; at += Math.ceil(length / 60)) list.push(at);
  for (let at = length - 40; at < length; at++) list.push(at);
  return list;
}

const ASIDE: readonly string[] = ['timer', 'mode', 'keyboard', 'hostDone'];

/** Without what stands aside; `send`s that it kept apart are joined. */
export function essence(lines: readonly string[]): string[] {
  const list: string[] = [];
  for (const line of lines) {
    const [word = ''] = line.split(' ');
    if (ASIDE.includes(word)) continue;
    const last = list.at(-1);
    if (word === 'send' && last?.startsWith('send '))
      list[list.length - 1] = last + line.slice('send '.length);
    else list.push(line);
  }
  return list;
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.join('\n') === other.join('\n');
}

/** Timers, modes and locks included, nothing may differ from the whole. */
function mustBe(one: Case, got: readonly string[], wanted: readonly string[], how: string): void {
  if (same(got, wanted)) return;
  const found = essence(got);
  if (one.orElse?.some((lines) => same(found, lines))) return;
  expect(got, how).toEqual(wanted);
}

/** Runs a case: whole, byte by byte, cut at every position, cut off at every length, and on from there. */
export function runCase(one: Case): void {
  const first = begin(one);
  const atStart = first.sent;
  run(first, one.steps, whole);
  expect(essence(first.lines), 'whole').toEqual(one.lines);
  const wanted = [...first.lines];
  const faults = [...first.faults];
  const counts = [...first.session.violations];
  for (const [code, count] of counts) expect(count, code).toBeGreaterThan(0);
  const told = first.lines.filter((line) => line.startsWith('violation '));
  expect(new Set(told).size, 'a fault repeated is counted, not listed').toBe(told.length);
  expect(first.sent - atStart).toBeLessThanOrEqual(first.received * 20 + 1024);
  const diagnosis = first.session.diagnosis;
  goesOn(one, first);

  const single = begin(one);
  run(single, one.steps, (wire) => Array.from(wire, (byte) => Uint8Array.of(byte)));
  mustBe(one, single.lines, wanted, 'byte by byte');
  if (same(single.lines, wanted)) expect(single.faults, 'byte by byte').toEqual(faults);

  byteStepLengths(one.steps).forEach((length, index) => {
    for (const at of positions(length)) {
      let nth = -1;
      const driver = begin(one);
      run(driver, one.steps, (wire) => {
        nth++;
        return nth === index ? [wire.subarray(0, at), wire.subarray(at)] : [wire];
      });
      mustBe(one, driver.lines, wanted, `step of bytes ${index} cut at ${at}`);
      if (!same(driver.lines, wanted)) continue;
      expect([...driver.session.violations], `counts, cut at ${at}`).toEqual(counts);
      expect(driver.faults, `violations, cut at ${at}`).toEqual(faults);
      expect(driver.session.diagnosis, `diagnosis, cut at ${at}`).toEqual(diagnosis);
    }
  });
  cutOff(one);
}

const PHASES: readonly unknown[] = ['connect', 'startTls', 'follows', 'handshake', 'clear', 'secure'];

/** SEC-004: the peer goes away at every place; one `closed` and a diagnosis. */
function cutOff(one: Case): void {
  byteStepLengths(one.steps).forEach((length, index) => {
    for (const at of positions(length)) {
      const driver = begin(one);
      let nth = -1;
      for (const step of one.steps) {
        if (typeof step === 'string') {
          nth++;
          if (nth === index) {
            driver.feed(fromHex(step).subarray(0, at));
            break;
          }
        }
        run(driver, [step], whole);
      }
      driver.gone();
      expect(driver.closed, `closed after ${at} bytes of step ${index}`).toBe(true);
      const { diagnosis } = driver.session;
      expect(diagnosis?.code, 'a code').toMatch(/^[A-Z_]+$/);
      expect(PHASES, 'the phase in which it was').toContain(diagnosis?.phase);
      expect(driver.only('closed').length).toBeLessThanOrEqual(1);
    }
  });
}

/** An option that no case uses. */
const PROBE = 'fffd20';
const REFUSAL = 'fffc20';

function goesOn(one: Case, driver: Driver): void {
  if (one.after === 'closed') {
    expect(driver.closed, 'closed').toBe(true);
    driver.session.receive(fromHex(`${PROBE}41fffd2efffa2e01fff0`));
    driver.session.timerFired('negotiation');
    driver.session.transportClosed();
    driver.session.tlsEstablished({ version: '', cipher: '' });
    driver.session.tlsFailed({ kind: 'eof', message: '' });
    driver.session.close();
    expect(driver.session.nextEvent(), 'after closed').toBeUndefined();
    expect(driver.session.security).toBe('none');
    expect(driver.session.mode).toBe('closed');
    return;
  }
  expect(driver.closed, 'goes on').toBe(false);
  if (one.after === 'pending') {
    expect(driver.pending, 'an upgrade').toBeDefined();
    driver.established();
  }
  const later = driver.output;
  driver.feed(PROBE);
  const answer = driver.output.slice(later.length);
  expect(answer, 'goes on').toBe(one.after === 'silent' ? '' : REFUSAL);
}
