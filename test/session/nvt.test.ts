import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asciiBytes, toHex } from '../../src/bytes/index.js';
import { type TerminalOptions, TerminalSession } from '../../src/session/index.js';
import { Driver } from './support/driver.js';

/** A terminal of 43 × 80, in the clear. */
function terminal(options: Partial<TerminalOptions> = {}): Driver<TerminalSession> {
  return new Driver(new TerminalSession({ tls: 'plain', model: '3279-4-E', ...options }));
}

/** Text as its wire bytes, with 255 doubled. */
function wire(text: string): string {
  return toHex(asciiBytes(text)).replaceAll(/../g, (byte) => (byte === 'ff' ? 'ffff' : byte));
}

/** Rows without blanks at their ends, and without empty ones at the end. */
function rows({ session }: Driver<TerminalSession>): string[] {
  const text = session.screen.text().map((row) => row.trimEnd());
  while (text.at(-1) === '') text.pop();
  return text;
}

/** RFC 2355 §7: TN3270E with an LU, no functions. */
const TN3270E = [
  'fffd28',
  'fffa280802fff0',
  'fffa28020449424d2d333237382d342d4501544553544c55fff0',
  'fffa280304fff0',
];

function tn3270e(): Driver<TerminalSession> {
  const driver = terminal();
  for (const message of TN3270E) driver.feed(message);
  expect(driver.session.mode).toBe('tn3270e');
  return driver;
}

const DATA_3270 = '0000000000f5c3114040c1c2ffef';

describe('an NVT without records', () => {
  it('[TEL-063] shows text on the whole screen that NAWS tells of', () => {
    const driver = terminal().feed(wire('hello\r\nworld\n> '));
    expect(rows(driver)).toEqual(['hello', 'world', '>']);
    expect([driver.session.screen.rows, driver.session.screen.cursor]).toEqual([43, 162]);
    expect(driver.session.keyboardLock).toBeUndefined();
  });

  it('tells the new size once, behind the mode and before the text', () => {
    const kinds = terminal()
      .feed(wire('a'))
      .feed(wire('b'))
      .events.map(({ type }) => type)
      .filter((type) => ['clearText', 'mode', 'screen', 'text'].includes(type));
    expect(kinds).toEqual(['clearText', 'mode', 'screen', 'text', 'text']);
  });

  it('[TEL-063] a bare LF returns in line mode, and not where the host echoes', () => {
    expect(rows(terminal().feed(wire('ab\ncd')))).toEqual(['ab', 'cd']);
    expect(rows(terminal().feed('fffb01').feed(wire('ab\ncd')))).toEqual(['ab', '  cd']);
  });

  it('shows what is typed and sends the line', () => {
    const driver = terminal().feed(wire('login: '));
    driver.call((session) => session.type('me'));
    expect([rows(driver), driver.output, driver.session.inputLine]).toEqual([['login: me'], '', 'me']);
    driver.call((session) => session.press('enter'));
    expect([driver.output, driver.session.screen.cursor]).toEqual([wire('me\r\n'), 80]);
  });

  it('[TEL-069] a host that may switch the echo sees that no password is shown', () => {
    const driver = terminal({ localEcho: true }).feed(wire('user: ')).feed('fffd01');
    driver.call((session) => session.type('me'));
    driver.feed(`fffe01${wire('\r\nPassword: ')}`);
    driver.call((session) => session.type('secret'));
    expect(rows(driver)).toEqual(['user: me', 'Password:']);
    driver.feed('fffd01');
    driver.call((session) => session.type('!'));
    expect(rows(driver)).toEqual(['user: me', 'Password: !']);
    expect(driver.output).toBe('fffb01fffc01fffb01');
  });

  it('[TEL-059] a host may not switch it otherwise', () => {
    const driver = terminal().feed(wire('> ')).feed('fffd01fffe01');
    driver.call((session) => session.type('me'));
    expect([rows(driver), driver.output]).toEqual([['> me'], 'fffc01']);
  });

  it('[TEL-068] both sides never echo at once', () => {
    expect(terminal({ localEcho: true }).feed(wire('>')).feed('fffd01fffb01').output).toBe('fffb01fffe01');
    expect(terminal({ localEcho: true }).feed(wire('>')).feed('fffb01fffd01').output).toBe('fffd01fffc01');
  });

  it('[TEL-069] sends each key where the host echoes, and what was begun before', () => {
    const driver = terminal().feed(wire('> '));
    driver.call((session) => session.type('be'));
    driver.feed('fffb01');
    expect(driver.output).toBe(`fffd01${wire('be')}`);
    driver.call((session) => session.type('gun\xff'));
    driver.call((session) => session.press('pf5'));
    driver.call((session) => session.press('enter'));
    expect(driver.output).toBe(`fffd01${wire('begun\xff\x1b[15~\r\0')}`);
  });

  it('answers reports at once, with 255 doubled nowhere', () => {
    const driver = terminal().feed(wire('ab\x1b[6ncd'));
    expect(driver.output).toBe(wire('\x1b[1;3R'));
    expect(driver.events.map(({ type }) => type).slice(-3)).toEqual(['text', 'send', 'text']);
  });

  it('sounds the alarm by a screen event in its place', () => {
    const driver = terminal().feed(wire('a'));
    driver.events.length = 0;
    driver.feed(wire('b\x07c'));
    expect(driver.events.map((event) => (event.type === 'text' ? event.text : event.type))).toEqual([
      'b\\x07',
      'screen',
      'c',
    ]);
  });

  it('[SEC-125] reports a sequence that is not known with its place in the stream', () => {
    const driver = terminal().feed(wire('ab')).feed(wire('c\x1b[9')).feed(wire('zd\x1b[9z'));
    expect(driver.events.filter(({ type }) => type === 'violation')).toMatchObject([
      { code: 'nvt-sequence-unknown', rule: 'SEC-125', offset: 3, bytes: asciiBytes('\x1b[9z') },
    ]);
    expect(driver.session.violations.get('nvt-sequence-unknown')).toBe(2);
    expect(rows(driver)).toEqual(['abcd']);
  });

  it('a snapshot in the middle of a sequence goes on', () => {
    const driver = terminal().feed(wire('ab\x1b[?1h\x1b[2;'));
    driver.call((session) => session.type('typed'));
    const options = { tls: 'plain', model: '3279-4-E' } as const;
    const snapshot = JSON.parse(JSON.stringify(driver.session.snapshot()));
    const restored = new Driver(TerminalSession.restore(options, snapshot));
    restored.feed(wire('9Hx')).feed('fffb01');
    restored.call((session) => session.press('up'));
    expect(rows(restored)).toEqual(['abtyped', '        x']);
    expect(restored.output).toBe(`fffd01${wire('typed\x1bOA')}`);
  });

  it('chunking never shows', () => {
    const parts = ['hello', '\r\n', '\x1b[6n', '\x07', '\x1b[9z', '\x1b[31m', '\xff', '\x1b]0;t\x07', '\x0c'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 12 }), fc.nat(30), (text, cut) => {
        const all = asciiBytes(`>${text.join('')}`);
        const bytes = Uint8Array.from([...all].flatMap((byte) => (byte === 0xff ? [byte, byte] : [byte])));
        const whole = terminal().feed(bytes);
        const halves = terminal().feed(bytes.slice(0, cut)).feed(bytes.slice(cut));
        const single = terminal();
        for (const byte of bytes) single.feed(Uint8Array.of(byte));
        for (const other of [halves, single]) {
          expect(other.lines).toEqual(whole.lines);
          expect(rows(other)).toEqual(rows(whole));
          expect(other.session.screen.cursor).toBe(whole.session.screen.cursor);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('NVT-DATA inside TN3270E', () => {
  const nvt = (text: string) => `0500000000${wire(text)}ffef`;

  it('[TNE-066] [TNE-067] the screen is erased to the default size, both ways', () => {
    const driver = tn3270e().feed(DATA_3270);
    expect(rows(driver)).toEqual(['AB']);
    driver.feed(nvt('hello\r\n'));
    expect([driver.session.mode, rows(driver), driver.session.screen.rows]).toEqual([
      'tn3270eNvt',
      ['hello'],
      24,
    ]);
    driver.feed(DATA_3270);
    expect([driver.session.mode, rows(driver)]).toEqual(['tn3270e', ['AB']]);
    driver.feed(nvt('x'));
    expect(rows(driver)).toEqual(['x']);
  });

  it('modes of an earlier time in NVT are gone', () => {
    const driver = tn3270e()
      .feed(nvt('\x1b[31m\x1b[2;3r\x1b[?7l\x1b(0\x1b[1;2'))
      .feed(DATA_3270)
      .feed(nvt('q3H'));
    expect(rows(driver)).toEqual(['q3H']);
    expect(driver.session.screen.cell(0).own.foreground).toBe(0);
  });

  it('[TNE-072] [TNE-068] a typed line goes out as one record and is shown', () => {
    const driver = tn3270e().feed(nvt('> '));
    const before = driver.output.length;
    driver.call((session) => session.type('hi\xff'));
    driver.call((session) => session.press('enter'));
    expect(driver.output.slice(before)).toBe(nvt('hi\xff\r\n'));
    expect(rows(driver)).toEqual(['> hi\xff']);
  });

  it('[TNE-072] a bare LF stays in its column', () => {
    expect(rows(tn3270e().feed(nvt('ab\ncd')))).toEqual(['ab', '  cd']);
  });

  it('answers a report in a record', () => {
    const driver = tn3270e();
    const before = driver.output.length;
    driver.feed(nvt('\x1b[5n'));
    expect(driver.output.slice(before)).toBe(nvt('\x1b[0n'));
  });

  it('opens the keyboard', () => {
    const driver = tn3270e().feed('0000000000f1c0ffef');
    driver.call((session) => session.press('enter'));
    expect(driver.session.screen.keyboard.locked).toBe(true);
    driver.feed(nvt('x'));
    expect([driver.session.screen.keyboard.locked, driver.session.keyboardLock]).toEqual([false, undefined]);
    expect(driver.events.findLast(({ type }) => type === 'keyboard')).toMatchObject({ locked: false });
  });

  it('[SEC-125] a violation has its place in the stream', () => {
    const driver = tn3270e();
    const start = driver.received;
    driver.feed(nvt('ab\x1b[9z'));
    expect(driver.events.findLast(({ type }) => type === 'violation')).toMatchObject({
      code: 'nvt-sequence-unknown',
      offset: start + 5 /* header */ + 2,
    });
  });
});
