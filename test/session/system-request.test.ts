import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.js';
import { cp037, encodeText } from '../../src/codepage/index.js';
import {
  HOST_SUSPENSION_TABLE,
  type HostOptions,
  HostSession,
  type TerminalSession,
} from '../../src/session/index.js';
import { ascii, Driver, host, sub } from './support/driver.js';
import { Pair } from './support/pair.js';

const TYPE = 'IBM-3278-2-E';
const SCREEN = fromHex('f5c21d40c1');
const forbidden = expect.objectContaining({ code: 'state-forbids' });
const ebcdic = (text: string): string => toHex(encodeText(cp037, text));

function suspendable(functions = '000204', options: Partial<HostOptions> = {}): Driver<HostSession> {
  const driver = host({
    tls: 'basic',
    functions: [...fromHex(functions)],
    systemRequest: 'suspend',
    ...options,
  });
  for (const step of ['fffb28', sub('28', `0207${ascii(TYPE)}`), sub('28', `0307${functions}`)])
    driver.feed(step);
  driver.call((session) => session.write(SCREEN));
  driver.take();
  driver.events.length = 0;
  return driver;
}

function told(driver: Driver<HostSession>): object[] {
  return driver.events.filter(({ type }) => type === 'systemRequest' || type === 'loggedOff');
}

describe('SYSREQ at a host that puts its application aside', () => {
  it('[TNE-111] the first AO: nothing of the application is sent any more, and it is to hear 082D', () => {
    const at = suspendable().feed('fff5');
    expect(told(at)).toEqual([{ type: 'systemRequest', suspended: true, sense: 0x082d0000 }]);
    expect([at.session.mode, at.sends.at(-1)]).toEqual(['sscpLu', '0700000000ffef']);
    const before = at.output;
    expect(() => at.session.write(SCREEN)).toThrow(forbidden);
    expect(() => at.session.sendText('x')).toThrow(forbidden);
    at.drain();
    expect(at.output).toBe(before);
    // What crossed it is no input for the application.
    at.feed('00000000007d4040ffef');
    expect(at.only('inbound', 'violation')).toEqual(['violation data-out-of-state']);
  });

  it.each(['LOGOFF', 'logoff', 'LogOff', '  logoff '])(
    '[TNE-112] %j ends the session with the application, by an UNBIND of 01',
    (text) => {
      const at = suspendable()
        .feed('fff5')
        .feed(`0700000000${ebcdic(text)}ffef`);
      expect(told(at).at(-1)).toEqual({ type: 'loggedOff' });
      expect(at.sends.at(-1)).toBe('040000000001ffef');
      expect([at.session.mode, at.only('sscpLuInput')]).toEqual(['tn3270eUnbound', []]);
      // The next one begins with a BIND, and may be put aside again.
      at.call((session) => session.bind()).call((session) => session.write(SCREEN));
      expect(at.session.mode).toBe('tn3270e');
      at.feed('fff5');
      expect(told(at).at(-1)).toEqual({ type: 'systemRequest', suspended: true, sense: 0x082d0000 });
    },
  );

  it('[TNE-112] without BIND-IMAGE it ends without an UNBIND', () => {
    const at = suspendable('0204').feed('fff5');
    const before = at.output;
    at.feed(`0700000000${ebcdic('LOGOFF')}ffef`);
    expect([at.output, told(at).at(-1)]).toEqual([before, { type: 'loggedOff' }]);
    at.call((session) => session.write(SCREEN));
    expect(at.session.mode).toBe('tn3270e');
  });

  it.each(['LOGON', '', 'LOGOFF NOW', 'HELP'])('[TNE-112] %j gets COMMAND UNRECOGNIZED', (text) => {
    const at = suspendable()
      .feed('fff5')
      .feed(`0700000000${ebcdic(text)}ffef`);
    expect(at.sends.at(-1)).toBe(`0700000000${ebcdic('COMMAND UNRECOGNIZED')}ffef`);
    expect([at.session.mode, told(at).length, at.only('sscpLuInput')]).toEqual(['sscpLu', 1, []]);
    expect(() => at.session.write(SCREEN)).toThrow(forbidden);
  });

  it('[TNE-113] the second AO brings the application back, which is to hear 082B', () => {
    const at = suspendable()
      .feed('fff5')
      .feed(`0700000000${ebcdic('X')}ffef`)
      .feed('fff5');
    expect(told(at).at(-1)).toEqual({ type: 'systemRequest', suspended: false, sense: 0x082b0000 });
    at.call((session) => session.write(SCREEN));
    expect([at.session.mode, at.sends.at(-1)?.endsWith('f5c21d40c1ffef')]).toEqual(['tn3270e', true]);
    at.feed('00000000007d4040ffef');
    expect(at.lines.at(-1)).toBe('inbound readModified');
  });

  it('[TNE-111] [TNE-113] with a terminal: out, an answer, and back to a screen that is written anew', () => {
    const pair = new Pair({ tls: 'plain' }, { tls: 'basic', functions: [0, 2, 4], systemRequest: 'suspend' });
    pair.settle();
    pair.act('host', (session: HostSession) => session.write(SCREEN)).settle();
    pair.act('terminal', (session: TerminalSession) => session.press('sysReq')).settle();
    expect(pair.terminal.session.mode).toBe('sscpLu');
    pair.act('terminal', (session: TerminalSession) => session.type('what'));
    pair.act('terminal', (session: TerminalSession) => session.press('enter')).settle();
    expect(pair.terminal.session.screen.text().join('')).toContain('COMMAND UNRECOGNIZED');
    pair.act('terminal', (session: TerminalSession) => session.press('sysReq')).settle();
    pair.act('host', (session: HostSession) => session.write(SCREEN)).settle();
    expect([pair.terminal.session.mode, pair.terminal.session.screen.text(0).trim()]).toEqual([
      'tn3270e',
      'A',
    ]);
    expect([pair.terminal.only('violation'), pair.host.only('violation')]).toEqual([[], []]);
  });

  it('[TNE-114] without an application, or without SYSREQ, there is nothing to put aside', () => {
    const at = suspendable();
    at.call((session) => session.unbind());
    at.feed('fff5').feed(`0700000000${ebcdic('LOGOFF')}ffef`);
    expect(told(at)).toEqual([{ type: 'systemRequest' }]);
    const without = suspendable('0002').feed('fff5');
    expect([told(without), without.session.mode]).toEqual([[], 'tn3270e']);
  });

  it('is over when TN3270E is left', () => {
    const at = suspendable('0204').feed('fff5').feed('fffc28');
    for (const step of ['fffb28', sub('28', `0207${ascii(TYPE)}`), sub('28', '03070204')]) at.feed(step);
    at.call((session) => session.write(SCREEN));
    expect(at.session.mode).toBe('tn3270e');
  });

  it('is not what happens unless it is wanted', () => {
    const at = suspendable('000204', { systemRequest: 'tell' }).feed('fff5');
    expect(told(at)).toEqual([{ type: 'systemRequest' }]);
    at.call((session) => session.write(SCREEN));
    expect(at.session.mode).toBe('tn3270e');
    expect(() => new HostSession({ tls: 'basic', systemRequest: 'yes' as 'tell' })).toThrow(
      expect.objectContaining({ code: 'option-invalid' }),
    );
  });

  it('goes into a snapshot', () => {
    const options = { tls: 'basic', functions: [0, 2, 4], systemRequest: 'suspend' } as const;
    const snapshot = JSON.parse(JSON.stringify(suspendable().feed('fff5').session.snapshot()));
    const at = new Driver(HostSession.restore(options, snapshot));
    expect(() => at.session.write(SCREEN)).toThrow(forbidden);
    at.feed('fff5').call((session) => session.write(SCREEN));
    expect(at.session.mode).toBe('tn3270e');
    expect(() => HostSession.restore(options, { ...snapshot, suspension: 'x' })).toThrow(
      expect.objectContaining({ code: 'snapshot-invalid' }),
    );
  });

  it('the table, written down once more', () => {
    expect(HOST_SUSPENSION_TABLE).toEqual({
      running: {
        systemRequest: ['suspended', 'suspend'],
        logoff: ['running', 'deliver'],
        otherInput: ['running', 'deliver'],
        ended: ['running'],
      },
      suspended: {
        systemRequest: ['running', 'resume'],
        logoff: ['running', 'logOff'],
        otherInput: ['suspended', 'unrecognized'],
        ended: ['running'],
      },
    });
  });
});
