import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, UsageError } from '../../src/bytes/index.js';
import { HostSession, TerminalSession, TIMERS, type TimerName } from '../../src/session/index.js';
import { hostOptions, life, terminalOptions } from './support/arbitraries.js';
import { Driver, host, type Session, sub, terminal, WIRE } from './support/driver.js';

/** What has begun as telnet and does not go on. */
const CUT_SHORT = ['ff', 'fffd', 'fffb', 'fffa', 'fffa18', 'fffa1801', 'fffa2e01ff'];
const POLICIES = ['plain', 'negotiated', 'required', 'auto'] as const;

describe('a timer that fires before what has come is read', () => {
  it('[TLS-042] finds no silence where an offer has come', () => {
    for (const tls of POLICIES) {
      const heard = terminal({ tls }).feed(WIRE.do);
      const driver = terminal({ tls });
      const [name] = driver.timers.keys();
      driver.session.receive(fromHex(WIRE.do));
      expect(driver.timer(name as TimerName).lines, tls).toEqual(heard.lines);
    }
  });

  it('[TLS-007] finds no offer unanswered that was taken', () => {
    const heard = host({ tls: 'negtSecure' }).feed(WIRE.will);
    const driver = host({ tls: 'negtSecure' });
    driver.session.receive(fromHex(WIRE.will));
    expect(driver.timer('start-tls-answer').lines).toEqual(heard.lines);
  });

  it('[HTM-044] matters no more once the transport has ended', () => {
    for (const wire of ['', WIRE.do, 'ff'])
      for (const tls of POLICIES) {
        const make = () => {
          const driver = terminal({ tls });
          driver.session.receive(fromHex(wire));
          driver.session.transportClosed();
          return driver;
        };
        const driver = make();
        const [name] = driver.timers.keys();
        expect(driver.timer(name as TimerName).lines, `${tls} ${wire}`).toEqual(make().drain().lines);
      }
  });

  it('[SEC-134] keeps the session from being saved or given more until all is pulled', () => {
    const { session } = terminal({ tls: 'plain', keepAlive: 'noOperation' });
    session.receive(fromHex('fffd20'));
    session.timerFired('keep-alive');
    for (const type of ['timer', 'timer', 'send', 'timer']) {
      expect(() => session.snapshot()).toThrow(UsageError);
      expect(() => session.receive(fromHex('fffd20'))).toThrow(UsageError);
      expect(session.nextEvent()?.type).toBe(type);
    }
    expect(session.nextEvent()).toBeUndefined();
    expect(session.snapshot().armed).toContain('keep-alive');
  });

  it('fires behind what has come, unless that disarms it or arms it again', () => {
    const check = (make: () => Session, events: readonly unknown[], wire: Uint8Array, pick: number) => {
      const begin = () => {
        const driver = new Driver<Session>(make());
        for (const event of events)
          if (typeof event === 'string' && !driver.closed && driver.pending === undefined) driver.feed(event);
        return driver;
      };
      const early = begin();
      const names = [...early.timers.keys()];
      const name = names[pick % Math.max(1, names.length)];
      if (early.closed || early.pending !== undefined || name === undefined) return;
      early.session.receive(wire);
      early.session.timerFired(name);
      early.drain();
      const late = begin();
      const before = late.events.length;
      late.session.receive(wire);
      late.drain();
      const touched = late.events
        .slice(before)
        .some((event) => event.type === 'timer' && event.name === name);
      if (!touched) late.timer(name);
      expect(early.lines, name).toEqual(late.lines);
    };
    const wires = (role: 'terminal' | 'host') =>
      life(role).map((list) =>
        fromHex(list.filter((one): one is string => typeof one === 'string').join('')),
      );
    fc.assert(
      fc.property(
        terminalOptions,
        life('terminal'),
        wires('terminal'),
        fc.nat(9),
        (options, events, wire, n) => check(() => new TerminalSession(options), events, wire, n),
      ),
      { numRuns: 400 },
    );
    fc.assert(
      fc.property(hostOptions, life('host'), wires('host'), fc.nat(9), (options, events, wire, n) =>
        check(() => new HostSession(options), events, wire, n),
      ),
      { numRuns: 400 },
    );
  });
});

describe('a command that is cut short', () => {
  for (const tls of POLICIES)
    it(`[TLS-042] is no silence of a host (${tls})`, () => {
      for (const wire of CUT_SHORT) {
        const driver = terminal({ tls }).feed(wire);
        const [name] = driver.timers.keys();
        driver.timer(name as TimerName);
        expect([driver.diagnosis, driver.pending], wire).toEqual([undefined, undefined]);
        expect(driver.output, wire).toBe(tls === 'required' || tls === 'auto' ? WIRE.will : '');
        // The session lives, but not for ever.
        expect([...driver.timers.keys()], wire).toEqual([
          tls === 'required' || tls === 'auto' ? 'start-tls-answer' : 'negotiation',
        ]);
      }
      const offered = terminal({ tls }).feed('fffd');
      const [name] = offered.timers.keys();
      offered.timer(name as TimerName).feed('2e');
      expect(offered.output.endsWith(tls === 'plain' ? WIRE.wont : WIRE.follows)).toBe(true);
    });

  it('[TLS-157] is no silence of a terminal either', () => {
    for (const wire of CUT_SHORT) {
      expect(host({ tls: 'implicit' }).feed(wire).timer('client-hello').diagnosis).toBe(
        'CLIENT_SPEAKS_TELNET',
      );
      for (const tls of ['secure', 'any'] as const) {
        const driver = host({ tls }).feed(wire).timer('client-hello');
        expect([driver.diagnosis, driver.output]).toEqual([undefined, WIRE.do]);
      }
    }
  });

  it('does not answer an offer: that still has its time', () => {
    const driver = host({ tls: 'negtSecure' }).feed('ff').timer('start-tls-answer');
    expect(driver.diagnosis).toBe('CLIENT_SILENT');
  });
});

describe('[TLS-008] [TLS-035] no timer sends anything while TLS is set up', () => {
  it('the wait for the environment ends with the clear channel', () => {
    const make = () =>
      terminal({ tls: 'negotiated', environmentFirst: true, environment: {} }).feed('fffd20fffd27fffd18');
    expect(make().timers.has('environment')).toBe(true);
    for (const wire of [WIRE.do, `${WIRE.do}${WIRE.follows}`]) {
      const driver = make().feed(wire);
      expect(driver.timers.has('environment'), wire).toBe(false);
      const before = driver.output;
      for (const name of Object.keys(TIMERS) as TimerName[])
        if (name !== 'follows' && name !== 'tls-handshake') driver.timer(name);
      expect([driver.output, driver.closed]).toEqual([before, false]);
      if (driver.pending === undefined) driver.feed(WIRE.follows);
      expect(driver.established().session.security).toBe('negotiated');
      const inside = driver.output.length;
      expect(driver.feed('fffd18').output.slice(inside)).toBe('fffb18');
    }
  });

  it('what came of the environment behind FOLLOWS is not answered', () => {
    const driver = terminal({ tls: 'negotiated', environmentFirst: true }).feed('fffd27fffd18').feed(WIRE.do);
    const before = driver.output;
    driver.feed(`${sub('27', '01')}fffe27`);
    expect(driver.output).toBe(before);
  });
});
