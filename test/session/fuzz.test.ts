import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.js';
import { HostSession, TerminalSession } from '../../src/session/index.js';
import { type Happening, hostOptions, life, noise, terminalOptions } from './support/arbitraries.js';
import { Driver, type Session, WIRE } from './support/driver.js';

/** Cuts a wire into pieces of the sizes given, over and over. */
type Cut = (wire: Uint8Array) => Uint8Array[];
const whole: Cut = (wire) => [wire];
function bySizes(sizes: readonly number[]): Cut {
  return (wire) => {
    const pieces: Uint8Array[] = [];
    for (let at = 0, i = 0; at < wire.length; i++) {
      const size = sizes[i % sizes.length] as number;
      pieces.push(wire.subarray(at, at + size));
      at += size;
    }
    return pieces;
  };
}

function live(driver: Driver, events: readonly Happening[], cut: Cut): Driver {
  for (const event of events) {
    if (driver.closed) break;
    if (typeof event === 'string') {
      for (const piece of cut(fromHex(event))) if (!driver.closed) driver.feed(piece);
    } else if ('timer' in event) {
      const [next] = driver.timers.keys();
      const name = event.timer === 'next' ? next : event.timer;
      if (name !== undefined) driver.timer(name);
    } else if (driver.pending !== undefined) {
      if (event.tls === 'up') driver.established();
      else driver.failed();
    }
  }
  return driver;
}

/** What may differ by the cut alone: bytes behind FOLLOWS are met before the upgrade or beneath it (SEC-028, SEC-030). */
function comparable(driver: Driver): string[] {
  const at = driver.lines.findIndex((line) =>
    /^(upgradeToTls .* negotiated|violation bytes-after-follows)/.test(line),
  );
  return at < 0 ? driver.lines : driver.lines.slice(0, at);
}

function hasTail(driver: Driver): boolean {
  return driver.lines.some((line) => line === 'violation bytes-after-follows');
}

function check(make: () => Session, events: readonly Happening[], sizes: readonly number[]): void {
  const one = live(new Driver(make()), events, whole);
  const other = live(new Driver(make()), events, bySizes(sizes));
  if (hasTail(one) || hasTail(other)) expect(comparable(other)).toEqual(comparable(one));
  else {
    expect(other.lines).toEqual(one.lines);
    expect(other.faults).toEqual(one.faults);
    expect([...other.session.violations]).toEqual([...one.session.violations]);
    expect([other.session.mode, other.session.security]).toEqual([one.session.mode, one.session.security]);
    expect([...other.timers]).toEqual([...one.timers]);
    expect(other.session.diagnosis).toEqual(one.session.diagnosis);
  }
  // SEC-060: one Query in some ten bytes draws a reply of some hundreds; everything else far less.
  expect(one.sent).toBeLessThanOrEqual(one.received * 64 + 256);
  for (const driver of [one, other]) {
    driver.gone();
    expect(driver.closed).toBe(true);
    expect(driver.session.diagnosis?.message).toMatch(/\w/);
  }
}

const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });

describe('whatever a peer sends', () => {
  it('[SEC-046] [TEL-004] a terminal never throws, and no cut shows', () => {
    fc.assert(
      fc.property(terminalOptions, life('terminal'), sizes, (options, events, cuts) => {
        check(() => new TerminalSession(options), events, cuts);
      }),
      { numRuns: 800 },
    );
  });

  it('[SEC-046] [TEL-004] a host never throws, and no cut shows', () => {
    fc.assert(
      fc.property(hostOptions, life('host'), sizes, (options, events, cuts) => {
        check(() => new HostSession(options), events, cuts);
      }),
      { numRuns: 800 },
    );
  });

  it('[SEC-046] noise', () => {
    fc.assert(
      fc.property(terminalOptions, hostOptions, noise, sizes, (terminal, host, wire, cuts) => {
        for (const make of [() => new TerminalSession(terminal), () => new HostSession(host)]) {
          const one = new Driver<Session>(make());
          const other = new Driver<Session>(make());
          one.feed(wire);
          for (const piece of bySizes(cuts)(wire)) if (!other.closed) other.feed(piece);
          const tail = hasTail(one) || hasTail(other);
          // A host answers AYT once a chunk (SEC-022).
          const asked = /5b5965735d/.test(one.output);
          if (tail || asked) continue;
          expect(other.lines).toEqual(one.lines);
          expect(other.faults).toEqual(one.faults);
          expect(other.session.diagnosis).toEqual(one.session.diagnosis);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('[TLS-025] [SEC-035] [SEC-036] under required nothing but START_TLS is sent in the clear', () => {
    fc.assert(
      fc.property(terminalOptions, fc.boolean(), life('terminal'), (options, auto, events) => {
        const tls = auto ? ({ tls: 'auto', allowClear: false } as const) : ({ tls: 'required' } as const);
        const driver = new Driver(new TerminalSession({ ...options, ...tls }));
        for (const event of events) {
          live(driver, [event], whole);
          if (driver.session.security !== 'none') break;
          driver.session.type('SECRET');
          driver.session.press('enter');
          driver.drain();
          if (driver.closed) break;
        }
        const clear = new Driver(new TerminalSession({ ...options, ...tls }));
        for (const event of events) if (clear.session.security === 'none') live(clear, [event], whole);
        const until = clear.lines.findIndex((line) => line.startsWith('secure '));
        const lines = until < 0 ? clear.lines : clear.lines.slice(0, until);
        const sent = lines
          .filter((line) => line.startsWith('send '))
          .map((line) => line.slice(5))
          .join('');
        // WILL once at most, FOLLOWS once at most, and refusals of a WILL of the host's.
        expect(sent).toMatch(/^(fffe2e)*(fffb2e)?(fffe2e)*(fffa2e01fff0)?$/);
        expect(lines.filter((line) => /^(screen|text|clearText|negotiated|bound)/.test(line))).toEqual([]);
        expect(driver.output.startsWith(sent) || sent.startsWith(driver.output)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('[TLS-008] nothing stands between our FOLLOWS and upgradeToTls, at either end', () => {
    fc.assert(
      fc.property(terminalOptions, hostOptions, life('terminal'), life('host'), (one, two, heard, told) => {
        for (const driver of [
          live(new Driver<Session>(new TerminalSession(one)), heard, whole),
          live(new Driver<Session>(new HostSession(two)), told, whole),
        ]) {
          let followed = false;
          for (const event of driver.events) {
            if (event.type === 'secure') followed = false;
            if (event.type !== 'send') continue;
            expect(followed, 'a send behind FOLLOWS').toBe(false);
            const text = toHex(event.bytes);
            followed = text.endsWith(WIRE.follows) && text.length <= 18;
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
