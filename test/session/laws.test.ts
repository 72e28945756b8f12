import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex } from '../../src/bytes/index.js';
import { HostSession, type SessionEvent, TerminalSession, TIMERS } from '../../src/session/index.js';
import { type Happening, hostOptions, life, terminalOptions } from './support/arbitraries.js';
import { ascii, Driver, type Session, sub, WIRE } from './support/driver.js';

/** What holds of every stream of events, whoever the peer was: each law returns what breaks it. */
function lawless(driver: Driver): string[] {
  const broken: string[] = [];
  let mode = 'negotiating';
  let secure = false;
  let clearTold = false;
  let upgrading = false;
  for (const event of driver.events as readonly SessionEvent[]) {
    const where = `${event.type} in ${mode}`;
    switch (event.type as string) {
      case 'mode':
        if (event.type === 'mode' && event.previous !== mode)
          broken.push(`${where}: previous ${event.previous}`);
        if (event.type === 'mode') mode = event.mode;
        break;
      case 'clearText':
        if (secure || clearTold) broken.push(`${where} again or under TLS`);
        clearTold = true;
        break;
      case 'secure':
        if (!upgrading) broken.push(`${where} without an upgrade`);
        secure = true;
        upgrading = false;
        break;
      case 'upgradeToTls':
        if (secure || upgrading) broken.push(`${where} twice`);
        upgrading = true;
        break;
      case 'timer':
        if (event.type === 'timer' && !Object.hasOwn(TIMERS, event.name)) broken.push(`timer ${event.name}`);
        if (event.type === 'timer' && event.afterMs !== null && event.afterMs <= 0) broken.push(where);
        break;
      case 'screen':
      case 'text':
      case 'bound':
      case 'inbound':
      case 'negotiated':
      case 'sscpLuInput':
        if (!secure && !clearTold) broken.push(`${where} before clearText`);
        if (upgrading) broken.push(`${where} while TLS is set up`);
        break;
      case 'send':
        if (upgrading) broken.push(`${where} while TLS is set up`);
        break;
      default:
    }
  }
  if (driver.session.mode !== mode) broken.push(`mode ${driver.session.mode}, told ${mode}`);
  if ((driver.session.security !== 'none') !== (secure && !driver.closed)) broken.push('security');
  return broken;
}

function live(driver: Driver, events: readonly Happening[]): Driver {
  for (const event of events) {
    if (driver.closed) break;
    if (typeof event === 'string') driver.feed(event);
    else if ('timer' in event) {
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

describe('the stream of events', () => {
  it('[SEC-044] [SEC-133] keeps its laws at the terminal', () => {
    fc.assert(
      fc.property(terminalOptions, life('terminal'), (options, events) => {
        expect(lawless(live(new Driver(new TerminalSession(options)), events))).toEqual([]);
      }),
      { numRuns: 800 },
    );
  });

  it('[SEC-044] [SEC-133] keeps its laws at the host', () => {
    fc.assert(
      fc.property(hostOptions, life('host'), (options, events) => {
        expect(lawless(live(new Driver(new HostSession(options)), events))).toEqual([]);
      }),
      { numRuns: 800 },
    );
  });

  it('[SEC-060] options alone draw no more bytes than they have, sizes and questions aside', () => {
    const verbs = ['fb', 'fc', 'fd', 'fe'];
    const command = fc
      .tuple(fc.constantFrom(...verbs), fc.nat(255))
      .map(([verb, option]) => `ff${verb}${option.toString(16).padStart(2, '0')}`)
      .filter((wire) => !wire.endsWith('2e'));
    fc.assert(
      fc.property(fc.array(command, { maxLength: 80, size: 'max' }), (list) => {
        const terminal = new Driver<Session>(new TerminalSession({ tls: 'plain' }));
        const host = new Driver<Session>(new HostSession({ tls: 'basic' }));
        for (const driver of [terminal, host]) {
          const opening = driver.sent;
          for (const wire of list) if (!driver.closed) driver.feed(wire);
          // A size (9 bytes) for DO NAWS; for WILL and WONT a host goes on to its next question, of at most 12.
          const extra = list.filter((wire) => wire === 'fffd1f').length * 9;
          const next =
            driver === host ? list.filter((wire) => /ff(fb|fc)(00|18|19|28)/.test(wire)).length * 12 : 0;
          expect(driver.sent - opening).toBeLessThanOrEqual(list.length * 3 + extra + next);
        }
      }),
      { numRuns: 500 },
    );
  });
});

const TN3270E = [
  'fffd28',
  sub('28', '0802'),
  sub('28', `0204${ascii('IBM-3278-2-E')}01${ascii('LU1')}`),
  sub('28', '03040204'),
];
const CLASSIC = [`fffd18${sub('18', '01')}fffd19fffb19fffd00fffb00`];

/** Each mode of each role, and how it is reached. */
const MODES: readonly (readonly [name: string, make: () => Session, before: readonly string[]])[] = [
  ['terminal plain', () => new TerminalSession({ tls: 'plain' }), []],
  ['terminal required', () => new TerminalSession({ tls: 'required' }), []],
  ['terminal asking', () => new TerminalSession({ tls: 'required' }), ['fffd28']],
  ['terminal behind FOLLOWS', () => new TerminalSession({ tls: 'negotiated' }), [WIRE.do]],
  ['terminal nvt', () => new TerminalSession({ tls: 'plain' }), [ascii('login: ')]],
  ['terminal tn3270', () => new TerminalSession({ tls: 'plain' }), CLASSIC],
  ['terminal tn3270, in a record', () => new TerminalSession({ tls: 'plain' }), [...CLASSIC, 'f5c3c1']],
  ['terminal tn3270e', () => new TerminalSession({ tls: 'plain' }), TN3270E],
  ['terminal tn3270e, half agreed', () => new TerminalSession({ tls: 'plain' }), TN3270E.slice(0, 2)],
  ['host basic', () => new HostSession({ tls: 'basic' }), []],
  ['host waiting', () => new HostSession({ tls: 'secure' }), []],
  ['host offering', () => new HostSession({ tls: 'vmPreferred' }), []],
  ['host behind FOLLOWS', () => new HostSession({ tls: 'negtSecure' }), [WIRE.will]],
  ['host nvt', () => new HostSession({ tls: 'basic' }), ['fffc28fffc18']],
  [
    'host tn3270',
    () => new HostSession({ tls: 'basic' }),
    [`fffc28fffb18${sub('18', `00${ascii('IBM-3278-2')}`)}fffb19fffd19fffb00fffd00`],
  ],
  [
    'host tn3270e',
    () => new HostSession({ tls: 'basic' }),
    [`fffb28${sub('28', `0207${ascii('IBM-3278-2-E')}`)}${sub('28', '03070204')}`],
  ],
];

describe('[SEC-015] every command in every mode', () => {
  for (const [name, make, before] of MODES) {
    it(name, () => {
      const begin = () => {
        const driver = new Driver<Session>(make());
        for (const wire of before) driver.feed(wire);
        return driver;
      };
      for (let code = 0; code < 256; code++) {
        // Behind a verb or SB every byte is another option; behind anything else it is data, of which two will do.
        const thirds = code >= 0xfa && code <= 0xfe ? 256 : 2;
        for (let n = -1; n < thirds; n++) {
          const third = thirds === 256 ? n : [0x41, 0xff][n];
          const wire = Uint8Array.from(n < 0 ? [0xff, code] : [0xff, code, third as number]);
          const whole = begin().feed(wire);
          const single = begin();
          for (const byte of wire) if (!single.closed) single.feed(Uint8Array.of(byte));
          if (single.lines.join('\n') !== whole.lines.join('\n'))
            expect(single.lines, [...wire].join(' ')).toEqual(whole.lines);
          if (single.faults.join('\n') !== whole.faults.join('\n'))
            expect(single.faults, [...wire].join(' ')).toEqual(whole.faults);
          const violations = [...whole.session.violations.values()];
          if (violations.some((count) => count > 2))
            expect.fail(`${[...wire].join(' ')}: ${violations.join(' ')}`);
        }
      }
      // The last of them is no worse for the session than the first: what follows works.
      const last = begin().feed(fromHex('ffff'));
      expect(last.closed).toBe(name === 'host waiting');
    });
  }
});
