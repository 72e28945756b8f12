import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.js';
import { HostSession, TerminalSession } from '../../src/session/index.js';
import {
  ascii,
  CLIENT_HELLO,
  Driver,
  GOOD_TLS,
  host,
  type Session,
  sub,
  terminal,
} from './support/driver.js';
import { misuse } from './support/misuse.js';

const SEND_SIZE = 16384;
const CLASSIC = `fffc28fffb18${sub('18', `00${ascii('IBM-3278-2')}`)}fffb19fffd19fffb00fffd00`;

describe('one send', () => {
  it('holds at most 16 KiB, however much is queued', () => {
    const driver = host({ tls: 'basic' }).feed(CLASSIC);
    const before = driver.sends.length;
    const record = new Uint8Array(1000).fill(0xc1);
    for (let i = 0; i < 60; i++) driver.session.write(record);
    const sends = driver.drain().sends.slice(before);
    for (const send of sends) expect(send.length / 2).toBeLessThanOrEqual(SEND_SIZE);
    expect(sends.length).toBe(4);
    expect(sends.join('')).toBe(`${toHex(record)}ffef`.repeat(60));
  });

  it('is longer for one record alone', () => {
    const driver = host({ tls: 'basic', limits: { output: 1_000_000 } }).feed(CLASSIC);
    const before = driver.sends.length;
    const long = new Uint8Array(20_000).fill(0xc1);
    for (const record of [fromHex('f5c3'), long, fromHex('f1c3'), long, long]) driver.session.write(record);
    const lengths = driver
      .drain()
      .sends.slice(before)
      .map((send) => send.length / 2);
    expect(lengths).toEqual([4, 20_002, 4, 20_002, 20_002]);
  });

  it('[SEC-019] holds at most 16 KiB of answers, and of answers that waited for TLS', () => {
    const answers = terminal({ tls: 'plain' }).feed('fffd50'.repeat(20_000));
    const held = host({ tls: 'vmPreferred', limits: { heldCommands: 10_000 } })
      .feed('fffb50'.repeat(10_000))
      .timer('start-tls-answer');
    for (const driver of [answers, held]) {
      for (const send of driver.sends) expect(send.length / 2).toBeLessThanOrEqual(SEND_SIZE);
      expect(driver.sent).toBeGreaterThanOrEqual(30_000);
    }
  });
});

describe('[SEC-134] a snapshot can always be restored', () => {
  const long = 'x'.repeat(100_000);
  const cause = { kind: 'alert', alert: 48, message: long } as const;
  const pending: readonly (readonly [string, () => Driver<Session>, (session: Session) => Session])[] = [
    [
      'terminal',
      () => terminal({ tls: 'implicit', acceptUnverified: true }),
      (session) => TerminalSession.restore({ tls: 'implicit', acceptUnverified: true }, session.snapshot()),
    ],
    [
      'host',
      () => host({ tls: 'implicit' }).feed(CLIENT_HELLO),
      (session) => HostSession.restore({ tls: 'implicit' }, session.snapshot()),
    ],
  ];
  const words: Readonly<Record<string, (driver: Driver<Session>) => unknown>> = {
    'the reason of the end': (driver) => driver.call((session) => session.close(long)),
    'a failure': (driver) => driver.failed(cause),
    'the loss of the connection': (driver) => driver.call((session) => session.transportClosed(cause)),
    'the loss of the connection inside TLS, told and not pulled': (driver) =>
      driver.established().session.transportClosed(cause),
    'names of TLS': (driver) =>
      driver.established({ ...GOOD_TLS, version: long, cipher: long, reason: long }),
    'names of TLS that is refused': (driver) =>
      driver.established({ version: 'SSLv2', cipher: long, reason: long }),
    'a certificate that is refused': (driver) =>
      driver.established({ ...GOOD_TLS, verification: 'untrusted', reason: long }),
  };
  for (const [name, make, restore] of pending)
    for (const [what, act] of Object.entries(words))
      it(`with ${what}, however long (${name})`, () => {
        const driver = make();
        act(driver);
        const snapshot = driver.session.snapshot();
        expect(JSON.stringify(snapshot).length).toBeLessThan(60_000);
        const again = restore(driver.session);
        expect(again.snapshot()).toEqual(snapshot);
        expect(again.diagnosis).toEqual(driver.session.diagnosis);
        expect([again.mode, again.security]).toEqual([driver.session.mode, driver.session.security]);
      });

  it('the reason of an end is a string', () => {
    for (const reason of [5, null, {}, ['x'], Symbol('x')] as never[]) {
      const driver = terminal({ tls: 'plain' });
      expect(misuse(() => driver.session.close(reason))).toBe('argument-invalid');
      expect(driver.session.diagnosis).toBeUndefined();
    }
    expect(terminal({ tls: 'plain' }).call((session) => session.close('why')).session.diagnosis?.detail).toBe(
      'why',
    );
  });
});

describe('who ended it', () => {
  const expected = {
    alert: 'peer',
    eof: 'peer',
    reset: 'peer',
    certificate: 'us',
    protocol: 'us',
  } as const;
  for (const [kind, by] of Object.entries(expected) as [keyof typeof expected, string][])
    it(`a handshake that failed by ${kind}: ${by}`, () => {
      for (const alert of kind === 'alert' ? [40, 48, 70] : [undefined])
        for (const driver of [
          terminal({ tls: 'implicit' }),
          host({ tls: 'implicit' }).feed(CLIENT_HELLO),
          host({ tls: 'any' }).feed(CLIENT_HELLO),
        ]) {
          driver.failed({ kind, message: 'x', ...(alert === undefined ? {} : { alert }) });
          expect(driver.lines.at(-1)).toMatch(new RegExp(`^closed ${by} `));
        }
    });
});

describe('keep-alive', () => {
  for (const make of [
    () => terminal({ tls: 'plain', keepAlive: 'timingMark' }).feed(ascii('login: ')),
    () => host({ tls: 'basic', keepAlive: 'timingMark', functions: false }).feed('fffc18'),
  ] as readonly (() => Driver<Session>)[])
    it(`[TNE-117] nothing is lost that still speaks (${make().session.constructor.name})`, () => {
      const driver = make().timer('keep-alive').timer('keep-alive');
      expect(driver.sends.at(-1)).toBe('fffd06');
      const sent = driver.sent;
      for (let i = 0; i < 5; i++) driver.feed(ascii('more')).timer('keep-alive');
      expect([driver.closed, driver.sent]).toEqual([false, sent]);
      expect(driver.timers.has('keep-alive')).toBe(true);
      expect(driver.timer('keep-alive').diagnosis).toBe('KEEP_ALIVE_LOST');
    });

  it('[TNE-117] what we send ourselves is no sign of the peer, nor is an empty chunk', () => {
    const driver = host({ tls: 'basic', keepAlive: 'timingMark', functions: false }).feed('fffc18');
    driver.timer('keep-alive').timer('keep-alive');
    driver.call((session) => session.sendText('x')).feed('');
    expect(driver.timer('keep-alive').diagnosis).toBe('KEEP_ALIVE_LOST');
  });

  it('[SEC-134] whether the peer spoke since is kept in a snapshot', () => {
    const options = { tls: 'plain', keepAlive: 'timingMark' } as const;
    const driver = terminal(options).feed(ascii('login: ')).timer('keep-alive').timer('keep-alive');
    const silent = new Driver(TerminalSession.restore(options, driver.session.snapshot()));
    expect(silent.timer('keep-alive').diagnosis).toBe('KEEP_ALIVE_LOST');
    driver.feed(ascii('more'));
    const speaking = new Driver(TerminalSession.restore(options, driver.session.snapshot()));
    expect(speaking.timer('keep-alive').diagnosis).toBeUndefined();
  });
});
