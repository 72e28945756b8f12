import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  HOST_TURN_TABLE,
  type HostDoneEvent,
  type TerminalOptions,
  TerminalSession,
} from '../../src/session/index.js';
import { ascii, Driver, sub, terminal } from './support/driver.js';

const hex = (text: string): string => text.replaceAll(' ', '');
const DEVICE = sub('28', `0204${ascii('IBM-3278-2-E')}01${ascii('LU1')}`);
/** A host's way into TN3270E with these functions, and into TN3270. */
const tn3270e = (functions: string): string =>
  ['fffd28', sub('28', '0802'), DEVICE, sub('28', `0304${functions}`)].join('');
const CLASSIC = ['fffd18', sub('18', '01'), 'fffd19fffb19', 'fffd00fffb00'].join('');

/** Erase/Write with an unprotected field; C3 restores the keyboard, C1 does not. */
const FREE = 'f5c3114040 1d40 13';
const LOCKED = 'f5c1114040 1d40 13';

interface Way {
  readonly way: string;
  /** Header of 3270-DATA; flags as two digits: 01 SEND-DATA, 02 KEYBOARD-RESTORE. */
  readonly record: (bytes: string, flags?: string) => string;
}
const TN3270: Way = { way: CLASSIC, record: (bytes) => hex(`${bytes}ffef`) };
const PLAIN_E: Way = { way: tn3270e('0204'), record: (bytes) => hex(`0000000000${bytes}ffef`) };
const CONTENTION: Way = {
  way: tn3270e('020405'),
  record: (bytes, flags = '00') => hex(`00${flags}000000${bytes}ffef`),
};
const BOUND: Way = { way: tn3270e('00020405'), record: CONTENTION.record };
const BIND = hex('03 00 00 00 00 31010303b1903080008787f88700028000000000185018507e000000 ffef');
const BID = hex('09 00 02 0007 ffef');

function begin({ way }: Way, options: Partial<TerminalOptions> = {}): Driver<TerminalSession> {
  const driver = terminal({ tls: 'plain', model: '3278-2-E', ...options });
  driver.feed(way);
  driver.take();
  return driver;
}

/** What was told since the last time: evidence, and `locked` where the keyboard is. */
function told(driver: Driver<TerminalSession>, seen = new WeakSet<object>()): string[] {
  const list = driver.events
    .filter((event): event is HostDoneEvent => event.type === 'hostDone' && !seen.has(event))
    .map(({ evidence, keyboardLocked }) => `${evidence.join(' ')}${keyboardLocked ? ' locked' : ''}`);
  driver.events.length = 0;
  return list;
}

const enter = (driver: Driver<TerminalSession>): Driver<TerminalSession> =>
  driver.call((session) => expect(session.press('enter')).toEqual({ accepted: true }));

describe('the table', () => {
  /** Written down a second time: where each input leads from idle, waiting and settling. */
  const AGAIN = {
    asked: ['waiting', 'waiting disarm', 'waiting disarm'],
    locked: ['waiting arm', 'waiting arm', 'waiting arm'],
    released: ['settling arm', 'settling arm', 'settling arm'],
    final: ['idle', 'idle disarm tell', 'idle disarm tell'],
    quiet: ['idle', 'idle tell', 'idle tell'],
    ended: ['idle', 'idle disarm', 'idle disarm'],
  } as const;
  const states = ['idle', 'waiting', 'settling'] as const;

  it.each(Object.entries(AGAIN))('on %s', (input, cells) => {
    const got = states.map((state) => HOST_TURN_TABLE[state][input as keyof typeof AGAIN].join(' '));
    expect(got).toEqual(cells);
  });

  it('has no other states and inputs', () => {
    expect(Object.keys(HOST_TURN_TABLE).sort()).toEqual([...states].sort());
    expect(Object.keys(HOST_TURN_TABLE.idle).sort()).toEqual(Object.keys(AGAIN).sort());
  });
});

describe.each([
  ['TN3270', TN3270],
  ['TN3270E', PLAIN_E],
])('the host is done, in %s', (_, way) => {
  it('[DS-028] when a write restores the keyboard: once, behind the events of that write', () => {
    const driver = begin(way);
    driver.feed(way.record(FREE));
    expect(driver.lines.slice(-3)).toEqual(['screen erased restored', 'keyboard free', 'hostDone']);
    expect(told(driver)).toEqual(['writeControlCharacter']);
    driver.feed(way.record('f1c3'));
    expect(told(driver), 'nothing was asked').toEqual([]);
    enter(driver).feed(way.record(FREE));
    expect(told(driver)).toEqual(['writeControlCharacter']);
  });

  it('[DS-028] not by writes before, that leave it locked', () => {
    const driver = begin(way);
    driver.feed(way.record(FREE));
    told(driver);
    enter(driver).feed(way.record(LOCKED)).feed(way.record('f140'));
    expect(told(driver)).toEqual([]);
    driver.feed(way.record('f1c2'));
    expect(told(driver)).toEqual(['writeControlCharacter']);
  });

  it('[DS-020] by Erase All Unprotected; by the first write, which ends the wait without restoring', () => {
    const driver = begin(way);
    driver.feed(way.record(LOCKED));
    expect(told(driver)).toEqual(['write']);
    enter(driver).feed(way.record('6f'));
    expect(told(driver)).toEqual(['writeControlCharacter']);
  });

  it('[SF-010] a query is no answer: the keyboard stays locked until the write behind it', () => {
    const driver = begin(way);
    driver.feed(way.record('f3000501ffff02'));
    expect(told(driver)).toEqual([]);
    driver.feed(way.record(FREE));
    expect(told(driver)).toEqual(['writeControlCharacter']);
  });

  it('an operator error is not the host’s: it does not count', () => {
    const driver = begin(way);
    driver.feed(way.record('f5c3114040 1d60 13'));
    told(driver);
    enter(driver).feed(way.record(LOCKED));
    driver.call((session) => session.press('reset'));
    driver.call((session) => session.moveCursor(0)).call((session) => session.type('a'));
    expect([...driver.session.screen.keyboard.reasons]).toEqual(['operatorErrorProtected']);
    driver.feed(way.record('f140'));
    expect(told(driver)).toEqual(['write']);
  });

  it('[TEL-114] [TNE-115] ATTN waits for the host as a key does', () => {
    const driver = begin(way);
    if (way === PLAIN_E) return expect(driver.session.press('attn')).toMatchObject({ accepted: true });
    driver.feed(way.record(FREE));
    told(driver);
    driver.call((session) => session.press('attn'));
    driver.feed(way.record('f1c2'));
    expect(told(driver)).toEqual(['writeControlCharacter']);
  });
});

describe('in TN3270E', () => {
  it('[TNE-115] ATTN and SYSREQ lock nothing, and are answered all the same', () => {
    const driver = begin(PLAIN_E).feed(PLAIN_E.record(FREE));
    told(driver);
    driver.call((session) => session.press('attn'));
    driver.feed(PLAIN_E.record('f140'));
    expect(told(driver)).toEqual(['write']);
    driver.call((session) => session.press('sysReq'));
    driver.feed(hex('07 00 00 0000 c1c2 ffef'));
    expect(told(driver)).toEqual(['sscpLuData']);
    enter(driver).feed(hex('07 00 00 0000 c3 ffef'));
    expect(told(driver)).toEqual(['sscpLuData']);
  });

  it('[TNE-131] [TNE-135] CONTENTION-RESOLUTION: only the right to send makes the host done', () => {
    const driver = begin(CONTENTION).feed(CONTENTION.record(FREE));
    expect(told(driver), 'restored, but it has not given the right').toEqual([]);
    driver.feed(CONTENTION.record('', '01'));
    expect(told(driver)).toEqual(['writeControlCharacter contentionResolution']);
    enter(driver).feed(CONTENTION.record('f140', '03'));
    expect(told(driver)).toEqual(['keyboardRestore contentionResolution']);
    enter(driver).feed(CONTENTION.record('f140', '01'));
    expect(told(driver), 'it gave the right, and left the keyboard locked').toEqual([]);
  });

  it('[TNE-140] a BID is the opposite: the host goes on', () => {
    const driver = begin(CONTENTION).feed(CONTENTION.record(FREE, '01'));
    told(driver);
    driver.feed(BID);
    expect(driver.lines.at(-2)).toBe('send 02000000070 0ffef'.replace(' 0f', '0f'));
    expect(told(driver)).toEqual([]);
    driver.feed(CONTENTION.record('f1c2', '01'));
    expect(told(driver)).toEqual(['writeControlCharacter contentionResolution']);
  });

  it('[TNE-079] a BIND begins a turn', () => {
    const driver = begin(BOUND).feed(BIND);
    expect(told(driver)).toEqual([]);
    driver.feed(BOUND.record(FREE, '01'));
    expect(told(driver)).toEqual(['writeControlCharacter contentionResolution']);
    driver.feed(BIND);
    expect(told(driver)).toEqual([]);
    driver.feed(BOUND.record(FREE, '01'));
    expect(told(driver)).toEqual(['writeControlCharacter contentionResolution']);
  });

  it('[TNE-131] a recorded session of s3270 with CONTENTION-RESOLUTION', () => {
    // s3270-tn3270e-contention.jsonl, its screens shortened to their first and last orders.
    const driver = terminal({ tls: 'plain', model: '3278-4-E' });
    for (const wire of [
      'fffd28',
      'fffa280802fff0',
      'fffa28020449424d2d333237382d342d45015445524d30303031fff0',
      'fffa28030400020405fff0',
      '030000000031010303b1903080008f87f8000002800000000018502b507f000008d4c9d5c9c8d6e2e3ffef',
      '0001000001f5c31140401df8d4c9d5c940c8d6e2e311c65d1d401311c6e11df0ffef',
    ]) {
      driver.feed(wire);
    }
    expect(told(driver)).toEqual(['writeControlCharacter contentionResolution']);
    driver.call((session) => session.type('fred')).call((session) => session.press('enter'));
    driver.feed('0001000002f5c31140401df8d4c9d5c940c8d6e2e340e2c3d9c5c5d540f2ffef');
    expect(told(driver)).toEqual(['writeControlCharacter contentionResolution']);
    driver.call((session) => session.press('pf3')).feed('040000000301ffef');
    expect(told(driver), 'the UNBIND ends the session with the application').toEqual([]);
  });
});

describe('the timer host-quiet', () => {
  const quiet = { hostQuiet: true } as const;

  it('is off unless it is wanted', () => {
    const driver = begin(TN3270).feed(TN3270.record(FREE));
    enter(driver).feed(TN3270.record(LOCKED));
    expect(driver.only('timer').filter((line) => line.includes('host-quiet'))).toEqual([]);
  });

  it('is armed again by each record, and tells when it runs out', () => {
    const driver = begin(TN3270, { ...quiet, timers: { 'host-quiet': 250 } });
    driver.feed(TN3270.record(FREE)).feed(TN3270.record('f1c3c1'));
    expect(driver.only('timer')).toEqual(['timer host-quiet 250', 'timer host-quiet 250']);
    expect(told(driver)).toEqual([]);
    driver.timer('host-quiet');
    expect(told(driver)).toEqual(['writeControlCharacter quietTime']);
  });

  it('is 500 milliseconds', () => {
    const driver = begin(TN3270, quiet).feed(TN3270.record(FREE));
    expect(driver.timers.get('host-quiet')).toBe(500);
  });

  it('does not run while the host thinks', () => {
    const driver = begin(TN3270, quiet).feed(TN3270.record(FREE)).timer('host-quiet');
    told(driver);
    enter(driver);
    expect(driver.timers.has('host-quiet')).toBe(false);
    driver.feed(TN3270.record(LOCKED));
    expect(driver.timers.has('host-quiet')).toBe(true);
    driver.feed(TN3270.record('f1c2')).timer('host-quiet');
    expect(told(driver)).toEqual(['writeControlCharacter quietTime']);
  });

  it('is disarmed by a key pressed before it ran out', () => {
    const driver = begin(TN3270, quiet).feed(TN3270.record(FREE));
    enter(driver);
    expect(driver.lines.slice(-2)[0]).toMatch(/^timer host-quiet off|^send/);
    expect(driver.timers.has('host-quiet')).toBe(false);
    driver.timer('host-quiet');
    expect(told(driver)).toEqual([]);
  });

  it('tells of a host that leaves the keyboard locked', () => {
    const driver = begin(TN3270, quiet).feed(TN3270.record(FREE)).timer('host-quiet');
    told(driver);
    enter(driver).feed(TN3270.record(LOCKED)).timer('host-quiet');
    expect(told(driver)).toEqual(['quietTime locked']);
    driver.feed(TN3270.record('f1c2')).timer('host-quiet');
    expect(told(driver)).toEqual(['writeControlCharacter quietTime']);
  });

  it('tells of output that nobody asked for', () => {
    const driver = begin(TN3270, quiet).feed(TN3270.record(FREE)).timer('host-quiet');
    told(driver);
    driver.feed(TN3270.record('f140c1')).timer('host-quiet');
    expect(told(driver)).toEqual(['write quietTime']);
  });

  it('[TNE-131] is not waited for where the host says itself that it is done', () => {
    const driver = begin(CONTENTION, quiet).feed(CONTENTION.record(FREE));
    expect(driver.timers.has('host-quiet')).toBe(true);
    driver.feed(CONTENTION.record('', '01'));
    expect(driver.timers.has('host-quiet')).toBe(false);
    expect(told(driver)).toEqual(['writeControlCharacter contentionResolution']);
  });

  it('[TNE-140] is stopped by a BID', () => {
    const driver = begin(CONTENTION, quiet).feed(CONTENTION.record(LOCKED, '01'));
    expect(driver.timers.has('host-quiet')).toBe(false);
    enter(driver).feed(CONTENTION.record('f140'));
    expect(driver.timers.has('host-quiet')).toBe(true);
    driver.feed(BID);
    expect(driver.timers.has('host-quiet')).toBe(false);
  });

  it('is the one way in an NVT, where nothing else tells: text, however it is cut', () => {
    for (const cut of [1, 3, 100]) {
      const driver = terminal({ tls: 'plain', nvt: true, ...quiet });
      const wire = ascii('login: what is your name? ');
      for (let from = 0; from < wire.length; from += 2 * cut) driver.feed(wire.slice(from, from + 2 * cut));
      const armed = driver.only('timer').filter((line) => line.includes('host-quiet'));
      expect(armed, String(cut)).toEqual(['timer host-quiet 500']);
      driver.timer('host-quiet');
      // More text came while it ran: it runs once more.
      if (cut < 100) driver.timer('host-quiet');
      expect(told(driver)).toEqual(['quietTime']);
      driver.call((session) => session.type('me')).call((session) => session.press('enter'));
      driver.feed(ascii('?')).timer('host-quiet');
      expect(told(driver)).toEqual(['quietTime']);
    }
  });

  it('[TEL-012] GO AHEAD gives the line back to an NVT', () => {
    const driver = terminal({ tls: 'plain', nvt: true }).feed(ascii('name: '));
    driver.call((session) => session.type('me')).call((session) => session.press('enter'));
    driver.feed(`${ascii('pass: ')}fff9`);
    expect(told(driver)).toEqual(['goAhead']);
    driver.feed('fff9');
    expect(told(driver), 'nothing was asked').toEqual([]);
  });

  it('[TLS-016] ends with its channel', () => {
    const driver = terminal({ tls: 'negotiated', ...quiet })
      .feed(CLASSIC)
      .feed(TN3270.record(FREE));
    expect(driver.timers.has('host-quiet')).toBe(true);
    driver.feed('fffd2e').feed(sub('2e', '01'));
    expect(driver.timers.has('host-quiet')).toBe(false);
    driver.established();
    told(driver);
    driver.feed(CLASSIC).feed(TN3270.record(FREE)).timer('host-quiet');
    expect(told(driver)).toEqual(['writeControlCharacter quietTime']);
  });

  it('is no Boolean by accident', () => {
    expect(() => new TerminalSession({ tls: 'plain', hostQuit: true } as never)).toThrow(
      expect.objectContaining({ code: 'option-invalid' }),
    );
  });
});

describe('any session', () => {
  const record = fc.constantFrom(
    ...[FREE, LOCKED, 'f1c2', 'f140', '6f', 'f2', 'f3000501ffff02', '', 'f5'].flatMap((bytes) =>
      ['00', '01', '02', '03'].map((flags) => CONTENTION.record(bytes, flags)),
    ),
    BID,
    hex('05 00 00 0000 48490d0a ffef'),
    hex('07 00 00 0000 c1 ffef'),
    'fff9',
  );
  const act = fc.oneof(
    { weight: 4, arbitrary: record.map((wire) => ({ wire })) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('enter', 'attn', 'sysReq', 'reset', 'clear').map((key) => ({ key })),
    },
    { weight: 1, arbitrary: fc.constant({ fire: true }) },
  );
  type Act = { wire: string } | { key: string } | { fire: boolean };
  const perform = (driver: Driver<TerminalSession>, one: Act, size: number): void => {
    if ('key' in one) driver.call((session) => session.press(one.key as 'enter'));
    else if ('fire' in one) driver.timer('host-quiet');
    else
      for (let at = 0; at < one.wire.length; at += 2 * size) driver.feed(one.wire.slice(at, at + 2 * size));
  };
  const ways = fc.constantFrom(CONTENTION, PLAIN_E, TN3270);

  it('chunking never shows', () => {
    fc.assert(
      fc.property(
        ways,
        fc.boolean(),
        fc.array(act, { maxLength: 15 }),
        fc.integer({ min: 1, max: 7 }),
        (way, hostQuiet, acts, size) => {
          const whole = begin(way, { hostQuiet });
          const cut = begin(way, { hostQuiet });
          for (const one of acts) {
            perform(whole, one, 10_000);
            perform(cut, one, size);
          }
          expect(cut.lines).toEqual(whole.lines);
          expect(told(cut)).toEqual(told(whole));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('[SEC-134] a restored session goes on as the one that was saved, and negotiates alike with any turn', () => {
    fc.assert(
      fc.property(
        ways,
        fc.boolean(),
        fc.array(act, { maxLength: 8 }),
        fc.array(act, { maxLength: 8 }),
        (way, hostQuiet, before, after) => {
          const options = { tls: 'plain', model: '3278-2-E', hostQuiet } as const;
          const original = begin(way, { hostQuiet });
          for (const one of before) perform(original, one, 10_000);
          const snapshot = JSON.parse(JSON.stringify(original.session.snapshot()));
          const copy = new Driver(TerminalSession.restore(options, snapshot));
          expect(copy.session.snapshot()).toEqual(snapshot);
          expect(copy.session.negotiationKey()).not.toContain('hostTurn');
          original.take();
          original.events.length = 0;
          for (const one of after) {
            perform(original, one, 10_000);
            perform(copy, one, 10_000);
          }
          expect(copy.lines).toEqual(original.lines);
          expect(told(copy)).toEqual(told(original));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('[SEC-134] a turn that cannot be is refused', () => {
    const snapshot = JSON.parse(JSON.stringify(begin(TN3270).session.snapshot()));
    for (const wrong of [{ state: 'over' }, { seen: 128 }, { seen: -1 }, { moreText: 1 }]) {
      const hostTurn = { ...snapshot.hostTurn, ...wrong };
      expect(() =>
        TerminalSession.restore({ tls: 'plain', model: '3278-2-E' }, { ...snapshot, hostTurn }),
      ).toThrow(expect.objectContaining({ code: 'snapshot-invalid' }));
    }
  });

  it('between two of them the keyboard was locked, or the host asked to send', () => {
    fc.assert(
      fc.property(ways, fc.array(record, { maxLength: 12 }), (way, records) => {
        const driver = begin(way);
        let open = true;
        for (const wire of records) {
          driver.feed(wire);
          const done = told(driver);
          expect(done.length).toBeLessThanOrEqual(open ? 1 : 0);
          if (done.length > 0) open = false;
          if (driver.session.screen.keyboard.waitsForHost || wire === BID) open = true;
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe.each([
  ['TN3270', TN3270],
  ['TN3270E', PLAIN_E],
])('each change of the lock is told, in %s', (_, way) => {
  const changes = (driver: Driver<TerminalSession>): string[] =>
    driver.events.flatMap((event) => (event.type === 'keyboard' ? [event.reasons.join(' ') || 'free'] : []));

  it('[DS-135] operator errors and what ends them, keys, ATTN, the first wait', () => {
    const driver = terminal({ tls: 'plain', model: '3278-2-E' }).feed(way.way);
    expect(changes(driver)).toEqual(['awaitingFirst']);
    driver.feed(way.record('f5c3114040 1d60 13')); // all of it is protected
    driver.events.length = 0;
    driver.call((session) => session.type('a')).call((session) => session.press('tab'));
    driver.call((session) => session.press('delete')).call((session) => session.press('reset'));
    driver.call((session) => session.press('enter')).feed(way.record('f1c2'));
    const expected = [
      'operatorErrorProtected', // typed
      'free', //                   tab
      'operatorErrorProtected', // delete
      'free', //                   reset
      'waitingForHost systemLock',
      'free',
    ];
    expect(changes(driver)).toEqual(expected);
    if (way !== TN3270) return;
    driver.call((session) => session.press('attn'));
    expect(changes(driver)).toEqual([...expected, 'waitingForHost systemLock']);
  });
});

/** Type-ahead is the embedder's: it keeps what was typed, and types it when the host is done. */
class TypeAhead {
  readonly #session: TerminalSession;
  #waiting: ((session: TerminalSession) => unknown)[] = [];
  constructor(session: TerminalSession) {
    this.#session = session;
  }
  do(action: (session: TerminalSession) => unknown): void {
    if (this.#session.keyboardLock === undefined && this.#waiting.length === 0) action(this.#session);
    else this.#waiting.push(action);
  }
  hostDone(): void {
    while (this.#waiting.length > 0 && this.#session.keyboardLock === undefined)
      this.#waiting.shift()?.(this.#session);
  }
}

it('type-ahead as the page on it has it', () => {
  const driver = begin(TN3270).feed(TN3270.record(FREE));
  const ahead = new TypeAhead(driver.session);
  ahead.do((session) => session.press('enter'));
  ahead.do((session) => session.type('abc'));
  ahead.do((session) => session.press('pf3'));
  driver.drain();
  expect(driver.output).toContain('7d4040ffef'.replace('4040', '40c1'));
  driver.feed(TN3270.record(FREE));
  ahead.hostDone();
  driver.drain();
  expect(driver.output.endsWith('f340c41140c1818283ffef')).toBe(true);
});
