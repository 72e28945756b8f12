import { describe, expect, it } from 'vitest';
import type { SnapshotObject } from '../../src/bytes/index.js';
import { type KeyboardEvent, type TerminalOptions, TerminalSession } from '../../src/session/index.js';
import { ascii, type Driver, sub, terminal } from './support/driver.js';

const hex = (text: string): string => text.replaceAll(' ', '');
const DEVICE = sub('28', `0204${ascii('IBM-3278-4-E')}01${ascii('LU1')}`);
/** A host's way into TN3270E with BIND-IMAGE, RESPONSES and SYSREQ, and into TN3270. */
const TN3270E = ['fffd28', sub('28', '0802'), DEVICE, sub('28', '0304000204')].join('');
const TN3270 = ['fffd18', sub('18', '01'), 'fffd19fffb19', 'fffd00fffb00'].join('');
const SSCP_LU = hex('07 00 00 0000 c1c2 ffef');

function begin(wire: string, options: Partial<TerminalOptions> = {}): Driver<TerminalSession> {
  const driver = terminal({ tls: 'plain', model: '3279-4-E', ...options });
  driver.feed(wire);
  return driver;
}

/** The reasons of each `keyboard` event since the last call. */
function told(driver: Driver<TerminalSession>): string[] {
  const events = driver.events.filter((event): event is KeyboardEvent => event.type === 'keyboard');
  driver.events.length = 0;
  driver.take();
  return events.map(({ locked, reasons }) => (locked ? reasons.join(' ') : 'free'));
}

const reasons = ({ session }: Driver<TerminalSession>): string[] => [...session.screen.keyboard.reasons];

describe('no session', () => {
  it('locks the keyboard of a terminal that is new, without an event', () => {
    const driver = begin('');
    expect([reasons(driver), driver.session.keyboardLock, told(driver)]).toEqual([
      ['notConnected'],
      'noSession',
      [],
    ]);
    const { session } = driver;
    expect(session.screen.keyboard.waitsForHost).toBe(true);
    const copy = TerminalSession.restore({ tls: 'plain', model: '3279-4-E' }, session.snapshot());
    expect([...copy.screen.keyboard.reasons]).toEqual(['notConnected']);
  });

  it.each([
    ['TN3270', TN3270, 'fffe19'],
    ['TN3270E', TN3270E, 'fffe28'],
  ])('locks it when the host leaves %s', (_, way, leave) => {
    const driver = begin(way);
    expect(told(driver)).toEqual(['awaitingFirst']);
    driver.feed(leave);
    expect([driver.session.mode, reasons(driver), told(driver)]).toEqual([
      'negotiating',
      ['notConnected'],
      ['notConnected'],
    ]);
  });

  it.each([
    ['the transport', (session: TerminalSession) => session.transportClosed()],
    ['the caller', (session: TerminalSession) => session.close()],
  ])('locks it when %s ends the session, before `closed`', (_, end) => {
    const driver = begin(`${TN3270}f5c31d40ffef`);
    driver.call((session) => session.press('enter'));
    expect(reasons(driver)).toEqual(['waitingForHost', 'systemLock']);
    told(driver);
    driver.call(end);
    expect(driver.lines.slice(-3).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'mode closed',
      'keyboard locked',
      expect.stringMatching(/^closed /),
    ]);
    expect([reasons(driver), told(driver)]).toEqual([['notConnected'], ['notConnected']]);
  });

  it('goes with the first mode of an NVT', () => {
    const driver = begin('c1c2');
    expect([driver.session.mode, reasons(driver), told(driver)]).toEqual(['nvt', [], ['free']]);
    expect(driver.session.keyboardLock).toBe(undefined);
  });
});

describe('a key without a function', () => {
  it.each(['pf1', 'pf24', 'pa1', 'cursorSelect', 'attn'] as const)(
    '[TNE-071] %s locks the SSCP-LU session until Reset',
    (key) => {
      const driver = begin(TN3270E + SSCP_LU);
      expect([driver.session.mode, reasons(driver)]).toEqual(['sscpLu', []]);
      told(driver);
      driver.call((session) =>
        expect(session.press(key)).toEqual({ accepted: false, reason: 'minusFunction' }),
      );
      expect([driver.session.keyboardLock, told(driver)]).toEqual(['minusFunction', ['minusFunction']]);
      for (const other of ['enter', 'clear', 'pf1', 'tab'] as const) {
        expect(driver.session.press(other)).toEqual({ accepted: false, reason: 'minusFunction' });
      }
      expect(driver.session.type('A')).toMatchObject({ accepted: false, reason: 'minusFunction' });
      driver.call((session) => session.press('reset'));
      expect([reasons(driver), told(driver)]).toEqual([[], ['free']]);
      driver.call((session) => session.press(key)).feed(SSCP_LU);
      expect(reasons(driver), 'or until the host writes').toEqual([]);
    },
  );

  it('locks no NVT, which has no locks', () => {
    const driver = begin('c1c2');
    expect(driver.session.press('fieldMark')).toEqual({ accepted: false, reason: 'minusFunction' });
    expect([driver.session.keyboardLock, reasons(driver)]).toEqual([undefined, []]);
  });
});

describe('CLEAR in the SSCP-LU session', () => {
  it('[TNE-071] erases in the size in use, and tells', () => {
    const driver = begin(TN3270E + SSCP_LU);
    const { screen } = driver.session;
    expect([screen.rows, screen.text(0).trimEnd()]).toEqual([43, 'AB']);
    driver.take();
    const before = driver.sent;
    driver.call((session) => expect(session.press('clear')).toEqual({ accepted: true }));
    expect([screen.rows, screen.cursor, screen.text(0).trimEnd()]).toEqual([43, 0, '']);
    expect(driver.events.at(-1)).toEqual({
      type: 'screen',
      erased: true,
      resized: false,
      alarm: false,
      keyboardRestored: false,
    });
    expect(driver.sent).toBe(before);
  });

  it('[TNE-071] is refused while the keyboard is locked', () => {
    const driver = begin(TN3270E + SSCP_LU);
    driver.call((session) => session.press('attn'));
    expect(driver.session.press('clear')).toEqual({ accepted: false, reason: 'minusFunction' });
    expect(driver.session.screen.text(0).trimEnd()).toBe('AB');
  });
});

describe('snapshots', () => {
  it('[SEC-134] are taken over behind a trigger field, and SSCP-LU text, of a larger screen', () => {
    const options = { tls: 'plain', model: '3279-4-E', fieldValidation: true } as const;
    for (const large of [hex('7ec31107d02902c040c10113401d60'), '']) {
      const driver = begin(TN3270E.replace('000204', '0204'), options);
      if (large === '') driver.feed(hex(`07 00 00 0000 ${'15'.repeat(40)}c1 ffef`));
      else {
        driver.feed(hex(`00 00 00 0000 ${large} ffef`));
        driver.call((session) => session.type('A')).call((session) => session.moveCursor(0));
        expect(driver.session.screen.aid).toBe(0x7f);
      }
      driver.feed(hex('00 00 00 0000 f5c2 ffef'));
      const snapshot: SnapshotObject = JSON.parse(JSON.stringify(driver.session.snapshot()));
      const copy = TerminalSession.restore(options, snapshot);
      expect(copy.snapshot()).toEqual(driver.session.snapshot());
    }
  });
});
