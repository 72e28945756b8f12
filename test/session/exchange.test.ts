import { describe, expect, it } from 'vitest';
import { fromHex } from '../../src/bytes/index.js';
import type { HostOptions, HostSession, TerminalOptions, TerminalSession } from '../../src/session/index.js';
import { ascii } from './support/driver.js';
import { Pair } from './support/pair.js';

/** Each way in which the two may be joined: with and without TLS, TN3270E or classic. */
const JOINED: readonly (readonly [name: string, terminal: TerminalOptions, host: HostOptions])[] = [
  ['TN3270E in the clear', { tls: 'plain' }, { tls: 'basic' }],
  ['TN3270E inside negotiated TLS', { tls: 'required' }, { tls: 'negtSecure' }],
  ['TN3270E inside implicit TLS', { tls: 'implicit' }, { tls: 'secure' }],
  ['TN3270E with a BIND', { tls: 'required' }, { tls: 'vmRequired', functions: [0, 2, 4] }],
  ['TN3270E without functions', { tls: 'plain' }, { tls: 'basic', functions: [] }],
  ['TN3270', { tls: 'plain', tn3270e: false }, { tls: 'basic' }],
  ['TN3270 inside TLS', { tls: 'auto' }, { tls: 'any', functions: false }],
];

/** `HI` in EBCDIC, an unprotected field behind it, the cursor in it; the keyboard restored. */
const SCREEN = fromHex('f5c2 114040 1d60 c8c9 1d40 13'.replaceAll(' ', ''));

function joined(terminal: TerminalOptions, host: HostOptions): Pair {
  const pair = new Pair(terminal, host).settle();
  expect(pair.result()).toMatch(/^OK_/);
  return pair;
}

describe('data between a terminal and a host', () => {
  for (const [name, terminal, host] of JOINED) {
    it(`a screen, typing and a key: ${name}`, () => {
      const pair = joined(terminal, host);
      pair.act('host', (session: HostSession) => session.write(SCREEN));
      // The screen arrives byte by byte.
      while (pair.deliverable().includes('terminal')) pair.deliver('terminal', 1);
      const { session } = pair.terminal;
      expect(session.screen.text()[0]).toContain('HI');
      expect(session.keyboardLock).toBeUndefined();
      pair.act('terminal', (at: TerminalSession) => {
        expect(at.type('abc')).toEqual({ accepted: true });
        expect(at.press('enter')).toEqual({ accepted: true });
      });
      expect(session.keyboardLock, 'locked until the host answers').toBeDefined();
      expect(session.press('enter')).toMatchObject({ accepted: false });
      pair.settle();
      const inbound = pair.host.events.filter((event) => event.type === 'inbound');
      expect(inbound.length).toBe(1);
      // AID Enter, the cursor behind what was typed, and the field that was modified.
      const [event] = inbound;
      expect(event?.type === 'inbound' && event.record).toMatchObject({
        type: 'readModified',
        aid: 0x7d,
        cursorAddress: 7,
        fields: [{ address: 4 }],
      });
    });

    it(`[TEL-002] [TEL-066] 255s and long records arrive whole, a record in one send: ${name}`, () => {
      const pair = joined(terminal, host);
      const long = new Uint8Array(40_000).fill(0xff, 2);
      long.set([0xf5, 0xc2]);
      const before = pair.host.sends.length;
      pair.act('host', (session: HostSession) => session.write(SCREEN));
      pair.act('host', (session: HostSession) => session.write(long));
      const sends = pair.host.sends.slice(before);
      expect(sends.every((wire) => wire.endsWith('ffef'))).toBe(true);
      expect(sends.join('').length / 2).toBeGreaterThan(2 * 40_000);
      pair.settle();
      expect(pair.terminal.events.filter((event) => event.type === 'screen').length).toBe(2);
    });
  }

  it('[TNE-097] [TNE-104] a response comes before what the record makes the terminal send', () => {
    const pair = joined({ tls: 'plain' }, { tls: 'basic' });
    pair.act('host', (session: HostSession) => session.write(SCREEN, { response: 'always' }));
    pair.act('host', (session: HostSession) => session.write(fromHex('f6'), { response: 'always' }));
    pair.settle();
    const told = pair.host.lines.filter((line) => /^(response|inbound)/.test(line));
    expect(told.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'response 0',
      'response 1',
      told[2]?.split(' ').slice(0, 2).join(' '),
    ]);
    expect(told[2]).toMatch(/^inbound/);
  });

  it('[TNE-100] a record that cannot be carried out gets a negative response, where one was asked for', () => {
    const pair = joined({ tls: 'plain' }, { tls: 'basic' });
    pair.act('host', (session: HostSession) => session.write(fromHex('77'), { response: 'error' }));
    pair.settle();
    expect(pair.host.lines.at(-1)).toMatch(/^response 0 negative/);
    pair.act('host', (session: HostSession) => session.write(fromHex('77')));
    const before = pair.host.lines.length;
    pair.settle();
    expect(pair.host.lines.slice(before)).toEqual([]);
  });

  it('[TNE-066] [TNE-067] NVT text inside TN3270E and back', () => {
    const pair = joined({ tls: 'plain' }, { tls: 'basic' });
    pair.act('host', (session: HostSession) => session.write(SCREEN)).settle();
    pair.act('host', (session: HostSession) => session.sendText('hello\r\n')).settle();
    expect([pair.terminal.session.mode, pair.host.session.mode]).toEqual(['tn3270eNvt', 'tn3270eNvt']);
    expect(pair.terminal.lines.at(-1)).toBe(`text ${ascii('hello\r\n')}`);
    pair.act('terminal', (session: TerminalSession) => session.type('hi'));
    pair.act('terminal', (session: TerminalSession) => session.press('enter')).settle();
    expect(pair.host.lines.at(-1)).toBe(`text ${ascii('hi\r\n')}`);
    pair.act('host', (session: HostSession) => session.write(SCREEN)).settle();
    expect(pair.terminal.session.mode).toBe('tn3270e');
    expect(pair.terminal.session.screen.text()[0]).toContain('HI');
  });

  it('[TNE-069] [TNE-070] the SSCP-LU session before a BIND and after an UNBIND', () => {
    const pair = joined({ tls: 'plain' }, { tls: 'basic', functions: [0, 2, 4] });
    pair.act('host', (session: HostSession) => session.unbind()).settle();
    expect(pair.terminal.session.mode).toBe('tn3270eUnbound');
    expect(pair.terminal.only('unbound')).toEqual(['unbound']);
    expect(pair.terminal.session.type('x')).toMatchObject({ accepted: false });
    pair.act('host', (session: HostSession) => session.sendSscpLu(fromHex('c8c9'))).settle();
    expect(pair.terminal.session.mode).toBe('sscpLu');
    expect(pair.terminal.session.screen.text()[0]).toContain('HI');
    pair.act('terminal', (session: TerminalSession) => session.type('abc'));
    pair.act('terminal', (session: TerminalSession) => session.press('enter')).settle();
    expect(pair.host.lines.at(-1)).toBe('sscpLuInput 818283');
    pair.act('host', (session: HostSession) => session.bind()).settle();
    pair.act('host', (session: HostSession) => session.write(SCREEN)).settle();
    expect(pair.terminal.session.mode).toBe('tn3270e');
  });

  it('[TNE-110] [TNE-115] SYSREQ and ATTN', () => {
    const pair = joined({ tls: 'plain' }, { tls: 'basic' });
    pair.act('host', (session: HostSession) => session.write(SCREEN)).settle();
    pair.act('terminal', (session: TerminalSession) => session.press('attn')).settle();
    expect(pair.host.lines.at(-1)).toBe('attention');
    pair.act('terminal', (session: TerminalSession) => session.press('sysReq')).settle();
    expect(pair.host.lines.at(-1)).toBe('systemRequest');
  });

  it('a line-mode session of a host without 3270', () => {
    const pair = new Pair(
      { tls: 'plain', tn3270e: false, terminalTypes: ['VT100'] },
      { tls: 'basic' },
    ).flow();
    expect(pair.host.session.mode).toBe('nvt');
    pair.act('host', (session: HostSession) => session.sendText('login: ')).settle();
    expect(pair.terminal.session.mode).toBe('nvt');
    pair.act('terminal', (session: TerminalSession) => session.type('me'));
    pair.act('terminal', (session: TerminalSession) => session.press('enter')).settle();
    expect(pair.host.lines.at(-1)).toBe(`text ${ascii('me\r\n')}`);
  });
});
