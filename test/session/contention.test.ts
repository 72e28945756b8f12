import { describe, expect, it } from 'vitest';
import { fromHex } from '../../src/bytes/index.js';
import { HostSession, TerminalSession } from '../../src/session/index.js';
import { ascii, Driver, sub } from './support/driver.js';

const TYPE = 'IBM-3278-2-E';
/** RESPONSES, SYSREQ and CONTENTION-RESOLUTION. */
const FUNCTIONS = '020405';
/** Unprotected from 1 on, the cursor there; the keyboard restored. */
const SCREEN = 'f5c2 1d40 13'.replaceAll(' ', '');

/** A 3270-DATA record with these flags: SEND-DATA 01, KEYBOARD-RESTORE 02. */
const data = (flags: string, bytes: string, number = '0000', response = '00'): string =>
  `00${flags}${response}${number}${bytes}ffef`;

function terminal(functions = FUNCTIONS): Driver<TerminalSession> {
  const driver = new Driver(new TerminalSession({ tls: 'plain', model: '3278-2-E' }));
  const device = sub('28', `0204${ascii(TYPE)}01${ascii('LU1')}`);
  for (const step of ['fffd28', sub('28', '0802'), device, sub('28', `0307${functions}`)]) driver.feed(step);
  driver.take();
  return driver;
}

function host(functions = FUNCTIONS): Driver<HostSession> {
  const driver = new Driver(new HostSession({ tls: 'basic', functions: [...fromHex(functions)] }));
  for (const step of ['fffb28', sub('28', `0207${ascii(TYPE)}`), sub('28', `0307${functions}`)])
    driver.feed(step);
  driver.take();
  return driver;
}

function sentBy(driver: Driver, act: () => unknown): string {
  const before = driver.output.length;
  act();
  return driver.output.slice(before);
}

describe('the right to send, on the wire', () => {
  it('[TNE-133] a message that is a header alone carries its flags, at both ends', () => {
    const at = terminal();
    at.feed(data('00', SCREEN));
    expect(at.session.keyboardLock).toBe('bid');
    at.feed(data('01', ''));
    expect([at.session.keyboardLock, at.only('violation')]).toEqual([undefined, []]);
    expect(at.session.screen.fields()).toHaveLength(1);
    at.feed(data('00', ''));
    expect(at.session.keyboardLock).toBe('bid');
    // KEYBOARD-RESTORE alone, behind a key.
    at.feed(data('01', ''));
    at.call((session) => session.press('enter'));
    expect(at.session.keyboardLock).not.toBeUndefined();
    at.feed(data('03', ''));
    expect([at.session.keyboardLock, at.only('violation')]).toEqual([undefined, []]);
    const other = host();
    other.call((session) => session.write(new Uint8Array(0), { sendData: true }));
    expect(other.output).toMatch(/0001000000ffef$/);
    other.feed('0000000000ffef');
    expect(other.only('violation', 'inbound')).toEqual([]);
  });

  it('[TNE-134] responses, ATTN and SYSREQ go out without it', () => {
    const at = terminal();
    expect(sentBy(at, () => at.feed(data('00', SCREEN, '0007', '02')))).toBe('020000000700ffef');
    expect(at.session.keyboardLock).toBe('bid');
    expect(sentBy(at, () => at.call((session) => session.press('attn')))).toBe('fff4');
    expect(sentBy(at, () => at.call((session) => session.press('sysReq')))).toBe('fff5');
    expect(sentBy(at, () => at.feed('0900020009ffef'))).toBe('020000000900ffef');
    // And what answers a host's read is no input.
    expect(sentBy(at, () => at.feed(data('00', 'f6', '000a', '02')))).toBe(
      '020000000a00ffef00000000006040c1ffef',
    );
  });

  it('[TNE-134] a response that is due goes before input that waited', () => {
    const at = terminal();
    at.feed(data('00', SCREEN));
    at.call((session) => session.press('enter'));
    // The same record asks for a response and gives the right to send.
    const sent = sentBy(at, () => {
      at.feed(data('03', 'f1c2', '0003', '02'));
      at.call((session) => session.press('enter'));
    });
    expect(sent.startsWith('020000000300ffef00000000007d')).toBe(true);
  });

  it.each(['01', '02', '03'])('[TNE-136] flags %s from a terminal are ignored', (flags) => {
    const at = host();
    at.call((session) => session.write(fromHex(SCREEN)));
    at.feed(data(flags, '7d40c1'));
    expect(at.only('inbound')).toEqual(['inbound readModified']);
    expect(at.only('violation')).toEqual([]);
    // The host is the one that sends now, and a BID is not due (TNE-145).
    expect(() => at.session.bid()).toThrow(expect.objectContaining({ code: 'state-forbids' }));
    at.call((session) => session.write(fromHex(SCREEN)));
    expect(at.only('violation')).toEqual([]);
  });

  it.each(['05', '0205', '000205', '020405'])(
    '[TNE-139] every BID is answered, whatever its flag, with the functions %s',
    (functions) => {
      for (const flag of ['00', '01', '02']) {
        const at = terminal(functions);
        if (functions.startsWith('00')) at.feed(`030000000031${'00'.repeat(27)}ffef`);
        const number = functions === '05' ? '0000' : '0007';
        expect(sentBy(at, () => at.feed(`0900${flag}${number}ffef`))).toBe(`020000${number}00ffef`);
        expect(sentBy(at, () => at.feed(`0904${flag}${number}ffef`))).toBe(`020000${number}00ffef`);
        expect(at.only('violation')).toEqual([]);
      }
    },
  );

  it('[TNE-139] and the host takes the answer, without RESPONSES too', () => {
    for (const functions of ['05', '0205']) {
      const at = host(functions);
      at.call((session) => session.bid());
      const [, number] = /0900..(....)ffef$/.exec(at.output) ?? [];
      at.feed(`020000${number}00ffef`);
      expect(at.only('response', 'violation')).toEqual([`response ${Number(number)} positive`]);
    }
  });
});

describe('[TNE-132] input before the right to send', () => {
  const typed = (at: Driver<TerminalSession>): string =>
    sentBy(at, () => {
      at.call((session) => expect(session.type('ab')).toEqual({ accepted: true, waits: true }));
      at.call((session) => expect(session.press('enter')).toEqual({ accepted: true, waits: true }));
    });
  const ENTER = '7d40c3 1140c1 8182'.replaceAll(' ', '');

  it('needs the keyboard restored and SEND-DATA, whichever comes first', () => {
    const restored = terminal().feed(data('00', SCREEN));
    expect(typed(restored)).toBe('');
    expect(restored.session.screen.text(0).trim()).toBe('');
    expect(sentBy(restored, () => restored.feed(data('01', '')))).toBe(`0000000000${ENTER}ffef`);
    const right = terminal().feed(data('01', SCREEN));
    right.call((session) => session.press('pf1')).feed(data('01', 'f1c0'));
    // It may send, but its keyboard is locked as any other is.
    expect(right.session.type('ab')).toMatchObject({ accepted: false, taken: 0 });
    expect(sentBy(right, () => right.feed(data('03', '')))).toBe('');
    right.call((session) => session.type('ab'));
    expect(sentBy(right, () => right.call((session) => session.press('enter')))).toBe(
      `0000000001${ENTER}ffef`,
    );
  });

  it('is kept through writes and BIDs, in its order, and what a lock stops waits for the next screen', () => {
    const at = terminal().feed(data('00', SCREEN));
    typed(at);
    at.call((session) => session.moveCursor(5))
      .call((session) => session.type('c'))
      .call((session) => session.press('pf3'));
    at.feed('0900020000ffef').feed(data('00', 'f1c0')).feed(data('00', 'f1c2'));
    expect(at.output.endsWith('ffef')).toBe(true);
    expect(at.output).not.toContain('7d');
    expect(sentBy(at, () => at.feed(data('01', 'f1c2')))).toBe(`0000000000${ENTER}ffef`);
    // PF3 waits for the host to answer ENTER, and for the right to send.
    expect(sentBy(at, () => at.feed(data('00', 'f1c2')))).toBe('');
    expect(sentBy(at, () => at.feed(data('01', 'f1c2')))).toBe('0000000001f340c61140c1818283ffef');
  });

  it.each([
    ['a BIND', `030000000031${'00'.repeat(27)}ffef`],
    ['an UNBIND', '040000000001ffef'],
    ['NVT text', `0500000000${ascii('hi')}ffef`],
    ['SSCP-LU data', '0700000000c8ffef'],
    ['DONT TN3270E', 'fffe28'],
  ])('is forgotten with its session: %s', (_, wire) => {
    const at = terminal('00020405');
    const bind = `030000000031${'00'.repeat(27)}ffef`;
    at.feed(bind).feed(data('00', SCREEN));
    typed(at);
    at.feed(wire);
    if (wire === 'fffe28') {
      const device = sub('28', `0204${ascii(TYPE)}01${ascii('LU2')}`);
      for (const step of ['fffd28', sub('28', '0802'), device, sub('28', '030700020405')]) at.feed(step);
    }
    if (!wire.startsWith('03')) at.feed(bind);
    expect(sentBy(at, () => at.feed(data('03', SCREEN)))).toBe('');
    expect(at.session.screen.text(0).trim()).toBe('');
  });

  it('is given up by Reset, and by a click that the next screen has no place for', () => {
    const at = terminal().feed(data('00', SCREEN));
    typed(at);
    expect(at.session.press('reset')).toEqual({ accepted: true });
    expect(sentBy(at, () => at.feed(data('01', '')))).toBe('');
    const large = new Driver(new TerminalSession({ tls: 'plain', model: '3278-4-E' }));
    const device = sub('28', `0204${ascii('IBM-3278-4-E')}01${ascii('LU1')}`);
    for (const step of ['fffd28', sub('28', '0802'), device, sub('28', `0307${FUNCTIONS}`)]) large.feed(step);
    large.feed(data('00', `7e${SCREEN.slice(2)}`));
    expect(large.session.moveCursor(3000)).toEqual({ accepted: true, waits: true });
    expect(large.session.press('enter')).toEqual({ accepted: true, waits: true });
    expect(sentBy(large, () => large.feed(data('01', SCREEN)))).toBe('');
    expect(large.session.keyboardLock).toBeUndefined();
  });

  it('what is refused takes the rest with it', () => {
    const at = terminal().feed(data('00', 'f5c21d6013'));
    typed(at); // into a protected field
    expect(sentBy(at, () => at.feed(data('01', '')))).toBe('');
    expect(at.session.keyboardLock).toBe('operatorErrorProtected');
  });

  it('is limited, and a key that is none throws at once', () => {
    const at = terminal().feed(data('00', SCREEN));
    expect(at.session.type('x'.repeat(1024))).toEqual({ accepted: true, waits: true });
    expect(at.session.type('y')).toMatchObject({ accepted: false, reason: 'bid' });
    expect(at.session.press('enter')).toMatchObject({ accepted: false, reason: 'bid' });
    expect(() => at.session.press('f3' as 'pf3')).toThrow(
      expect.objectContaining({ code: 'argument-invalid' }),
    );
    expect(() => at.session.moveCursor(1920)).toThrow(expect.objectContaining({ code: 'argument-invalid' }));
  });

  it('goes into a snapshot, and a wrong one is refused', () => {
    const at = terminal().feed(data('00', SCREEN));
    typed(at);
    at.call((session) => session.moveCursor(7));
    const options = { tls: 'plain', model: '3278-2-E' } as const;
    const snapshot = JSON.parse(JSON.stringify(at.session.snapshot()));
    const restored = new Driver(TerminalSession.restore(options, snapshot));
    expect(sentBy(restored, () => restored.feed(data('01', '')))).toBe(`0000000000${ENTER}ffef`);
    for (const waiting of [[{ key: 'f3' }], [{}], ['ab'], [{ text: 'x'.repeat(1025) }], [{ position: -1 }]]) {
      expect(() => TerminalSession.restore(options, { ...snapshot, typeAhead: waiting })).toThrow(
        expect.objectContaining({ code: 'snapshot-invalid' }),
      );
    }
  });
});
