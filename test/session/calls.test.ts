import { describe, expect, it } from 'vitest';
import { fromHex } from '../../src/bytes/index.js';
import type { HostSession, TerminalSession } from '../../src/session/index.js';
import { ascii, type Driver, host, type Session, sub, terminal, WIRE } from './support/driver.js';
import { misuse } from './support/misuse.js';

const DEVICE = `fffb28${sub('28', `0207${ascii('IBM-3278-2-E')}`)}`;
const SCREEN = fromHex('f5c3c1');

/** A host in a session with these functions, given as bytes. */
function agreed(functions: string): Driver<HostSession> {
  const numbers = [...fromHex(functions)];
  return host({ tls: 'basic', functions: numbers })
    .feed(DEVICE)
    .feed(sub('28', `0307${functions}`));
}

/** What a session is, as far as a snapshot says. */
function state(driver: Driver<Session>): string {
  driver.drain();
  return JSON.stringify(driver.session.snapshot());
}

const TERMINALS: readonly (readonly [string, () => Driver<TerminalSession>])[] = [
  ['before a session', () => terminal({ tls: 'plain' })],
  ['in the NVT', () => terminal({ tls: 'plain' }).feed(ascii('login: '))],
  ['in 3270 mode', () => terminal({ tls: 'plain' }).feed('fffd18fffd19fffb19fffd00fffb00')],
  ['while TLS is set up', () => terminal({ tls: 'required' }).feed(WIRE.do + WIRE.follows)],
  ['after the end', () => terminal({ tls: 'plain' }).call((session) => session.close())],
];

describe('arguments that are none throw, whatever the state, and change nothing', () => {
  for (const [name, make] of TERMINALS) {
    it(`terminal ${name}`, () => {
      const driver = make();
      const before = state(driver);
      for (const key of ['bogus', 'Enter', 'toString', '', 5, undefined, null, {}] as never[])
        expect(
          misuse(() => driver.session.press(key)),
          String(key),
        ).toBe('argument-invalid');
      for (const text of [5, undefined, null, {}, ['a'], true] as never[])
        expect(
          misuse(() => driver.session.type(text)),
          String(text),
        ).toBe('argument-invalid');
      for (const position of [-1, 1.5, 1920, Number.NaN, '0', undefined, null] as never[])
        expect(
          misuse(() => driver.session.moveCursor(position)),
          String(position),
        ).toBe('argument-invalid');
      for (const reason of [5, null, {}] as never[])
        expect(
          misuse(() => driver.session.close(reason)),
          String(reason),
        ).toBe('argument-invalid');
      expect(state(driver)).toBe(before);
    });
  }

  const hosts: readonly (readonly [string, () => Driver<HostSession>])[] = [
    ['before a session', () => host({ tls: 'basic' })],
    ['with a device asked for', () => host({ tls: 'basic', assignDevice: () => undefined }).feed(DEVICE)],
    ['in TN3270E', () => agreed('000205')],
    ['in the NVT', () => host({ tls: 'basic', functions: false }).feed('fffc18')],
    ['after the end', () => agreed('02').call((session) => session.close())],
  ];
  for (const [name, make] of hosts) {
    it(`host ${name}`, () => {
      const driver = make();
      const { session } = driver;
      const before = state(driver);
      const calls: readonly ((value: never) => unknown)[] = [
        (value) => session.sendText(value),
        (value) => session.sendSscpLu(value),
        (value) => session.unbind(value),
        (value) => session.bid(value),
        (value) => session.acceptDevice(value),
        (value) => session.acceptDevice('LU1', value),
        (value) => session.rejectDevice(value),
        (value) => session.refuseLu(value),
        (value) => session.close(value),
        (value) => session.write(value),
        (value) => session.write(SCREEN, value),
      ];
      for (const call of calls)
        for (const value of [null, 5.5, {}, [], Number.NaN, Symbol.iterator] as never[]) {
          // An empty object asks for nothing.
          if (call === calls.at(-1) && typeof value === 'object' && value !== null) continue;
          expect(
            misuse(() => call(value)),
            `${String(call)} ${String(value)}`,
          ).toBe('argument-invalid');
        }
      expect(state(driver)).toBe(before);
    });
  }

  it('[TNE-096] what a write asks for is looked at before anything is sent or counted', () => {
    for (const make of [
      () => agreed('0205'),
      () => agreed('0002').call((session) => session.unbind()),
      () =>
        host({ tls: 'basic' }).feed(
          `fffc28fffb18${sub('18', `00${ascii('IBM-3278-2')}`)}fffb19fffd19fffb00fffd00`,
        ),
    ]) {
      const driver = make();
      const before = state(driver);
      const sent = driver.output;
      for (const options of [
        null,
        'always',
        { response: 'alway' },
        { response: null },
        { response: 'toString' },
        { sendData: 'false' },
        { sendData: null },
        { keyboardRestore: 1 },
        { keyboardrestore: true },
        { toString: 1 },
      ] as never[])
        expect(
          misuse(() => driver.session.write(SCREEN, options)),
          JSON.stringify(options),
        ).toBe('argument-invalid');
      expect(driver.drain().output).toBe(sent);
      expect(state(driver)).toBe(before);
      driver.call((session) => session.write(SCREEN, { response: 'always', sendData: true }));
      expect(driver.output.length).toBeGreaterThan(sent.length);
    }
  });
});

describe('[TNE-138] a BID is for 3270 mode', () => {
  const ways: readonly (readonly [string, string, (session: HostSession) => void])[] = [
    ['tn3270eUnbound', '000205', (session) => session.unbind()],
    ['tn3270eNvt', '000205', (session) => session.sendText('x')],
    ['sscpLu', '000205', (session) => session.sendSscpLu(fromHex('c1'))],
    ['tn3270eNvt', '0205', (session) => session.sendText('x')],
    ['sscpLu', '0205', (session) => session.sendSscpLu(fromHex('c1'))],
  ];
  it.each(ways)('%s, functions %s', (mode, functions, go) => {
    const driver = agreed(functions).call(go);
    expect(driver.session.mode).toBe(mode);
    const before = state(driver);
    const sent = driver.output;
    expect(misuse(() => driver.session.bid())).toBe('state-forbids');
    expect(misuse(() => driver.session.bid(true))).toBe('state-forbids');
    expect(driver.drain().output).toBe(sent);
    expect(state(driver)).toBe(before);
  });

  it('there it is sent', () => {
    const driver = agreed('000205').call((session) => session.bid());
    expect(driver.output).toMatch(/0900..0001ffef$|0900......ffef$/);
  });
});

it('an UNBIND that is not possible leaves a BID and what answers it alone', () => {
  const driver = agreed('000205').call((session) => session.unbind());
  const before = state(driver);
  expect(misuse(() => driver.session.unbind())).toBe('state-forbids');
  expect(state(driver)).toBe(before);
});
