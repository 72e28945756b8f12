import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex } from '../../src/bytes/index.js';
import { type HostSession, type TerminalOptions, TerminalSession } from '../../src/session/index.js';
import { ascii, Driver, host, sub, terminal } from './support/driver.js';
import { Pair } from './support/pair.js';

const SEND_TYPE = sub('18', '01');
const RECORDS = 'fffd19fffb19fffd00fffb00';
const BACK = 'fffc00fffe00';
const forbidden = expect.objectContaining({ code: 'state-forbids' });

/** RFC 1646 §8. */
const TEXTS = [
  ['noneConfigured', 1, "01 No LU's of the type configured"],
  ['unavailable', 2, '02 Requested LU unavailable'],
  ['wrongType', 3, '03 Requested LU type is inconsistent with configuration'],
  ['notConfigured', 4, '04 Requested LU is not configured'],
] as const;

function asked(options: Partial<TerminalOptions> = {}): Driver<TerminalSession> {
  const driver = terminal({ tls: 'plain', luNames: ['LUA'], ...options });
  return driver.feed('fffd18').feed(SEND_TYPE);
}

function refusals(driver: Driver): object[] {
  return driver.events.filter(({ type }) => type === 'luRefused');
}

describe('[TEL-136] a host that cannot serve an LU', () => {
  it.each(TEXTS)('%s: leads back to the NVT, says %i in words, and closes', (reason, _, text) => {
    const at = host({ tls: 'basic' });
    for (const step of ['fffc28', 'fffb18', sub('18', `00${ascii('IBM-3287-1@LUA')}`)]) at.feed(step);
    at.feed('fffb19fffd19fffb00fffd00');
    expect(at.session.mode).toBe('tn3270');
    const before = at.output.length;
    at.call((session) => session.refuseLu(reason));
    expect(at.output.slice(before)).toBe(`fffc00fffe00${ascii(`${text}\r\n`)}`);
    expect([at.lines.at(-1), at.session.diagnosis?.detail]).toEqual(['closed embedder ENDED', text]);
  });

  it('does so before BINARY too, when it only knows the name', () => {
    const at = host({ tls: 'basic', assignDevice: () => undefined });
    for (const step of ['fffc28', 'fffb18', sub('18', `00${ascii('IBM-3278-2@LUA')}`)]) at.feed(step);
    const before = at.output.length;
    at.call((session) => session.refuseLu('unavailable'));
    expect(at.output.slice(before)).toBe(ascii('02 Requested LU unavailable\r\n'));
    expect(at.closed).toBe(true);
    at.call((session) => session.refuseLu('unavailable')); // nothing more
  });

  it('but not with TN3270E, in TLS that is being set up, or for another reason', () => {
    const at = host({ tls: 'basic' }).feed('fffb28');
    expect(() => at.session.refuseLu('unavailable')).toThrow(forbidden);
    const pending = host({ tls: 'negtSecure' }).feed('fffb2e').feed(sub('2e', '01'));
    expect(() => pending.session.refuseLu('unavailable')).toThrow(forbidden);
    expect(() => at.session.refuseLu('toString' as 'unavailable')).toThrow(
      expect.objectContaining({ code: 'argument-invalid' }),
    );
  });

  it('[TEL-137] and a terminal is told', () => {
    const pair = new Pair({ tls: 'plain', tn3270e: false, luNames: ['LUA'] }, { tls: 'basic' }).flow();
    pair.act('host', (session: HostSession) => session.refuseLu('notConfigured')).settle();
    expect(refusals(pair.terminal)).toEqual([
      { type: 'luRefused', number: 4, reason: 'notConfigured', text: '04 Requested LU is not configured' },
    ]);
    expect(pair.terminal.lines.at(-1)).toBe('closed peer LU_NAMES_REFUSED');
  });
});

describe('[TEL-137] a terminal whose LU is refused', () => {
  it.each(TEXTS)('tells %s', (reason, number, text) => {
    for (const before of ['', `${RECORDS}${BACK}`]) {
      for (const end of ['\r\n', '\n', '\r', '']) {
        const at = asked()
          .feed(before)
          .feed(ascii(`${text}${end}`));
        at.gone();
        expect(refusals(at)).toEqual([{ type: 'luRefused', number, reason, text }]);
        expect(at.lines.at(-1)).toBe('closed peer LU_NAMES_REFUSED');
        expect(at.session.diagnosis?.detail).toBe(text);
        const shown = at.only('text').map((line) => line.slice('text '.length));
        expect(shown.join('')).toBe(ascii(`${text}${end}`));
      }
    }
  });

  it('goes on while the host does not close, and forgets it with what comes behind', () => {
    const at = asked().feed(ascii('02 Requested LU unavailable\r\n'));
    expect(at.closed).toBe(false);
    at.feed(ascii('\r\nlogin: ')).gone();
    expect(refusals(at)).toHaveLength(1);
    expect(at.lines.at(-1)).toBe('closed peer ENDED');
  });

  it('ends at a number that is not known, where the host has taken BINARY back', () => {
    const at = asked().feed(`${RECORDS}${BACK}`).feed(ascii('07 No room\r\nmore'));
    expect(refusals(at)).toEqual([{ type: 'luRefused', number: 7, reason: undefined, text: '07 No room' }]);
    expect([at.lines.at(-1), at.session.diagnosis?.detail]).toEqual([
      'closed us LU_NAMES_REFUSED',
      '07 No room',
    ]);
    const worded = asked().feed(`${RECORDS}${BACK}`).feed(ascii('02 Try another\r\n'));
    expect(refusals(worded)).toMatchObject([{ number: 2, reason: 'unavailable', text: '02 Try another' }]);
    expect(worded.closed).toBe(false);
  });

  it.each([
    ['a number of an NVT without the words', '', '07 No room\r\n'],
    ['a date', '', '01 January\r\n'],
    ['no number', BACK, 'Requested LU unavailable\r\n'],
    ['one digit', BACK, '1 No LUs\r\n'],
    ['three digits', BACK, '123 Main Street\r\n'],
    ['a second line', BACK, 'Welcome\r\n02 Requested LU unavailable\r\n'],
    ['a line too long', BACK, `02 ${'x'.repeat(200)}\r\n`],
  ])('takes text for text: %s', (_, before, text) => {
    const at = asked()
      .feed(before === '' ? '' : `${RECORDS}${before}`)
      .feed(ascii(text));
    expect([refusals(at), at.closed]).toEqual([[], false]);
    at.gone();
    expect(at.lines.at(-1)).toBe('closed peer ENDED');
  });

  it('and behind a screen, or before it has told its type, every line is text', () => {
    const served = asked().feed(RECORDS).feed('f5c2c1ffef').feed(BACK).feed(ascii('07 users\r\n'));
    const early = terminal({ tls: 'plain' }).feed(ascii('02 Requested LU unavailable\r\n'));
    for (const at of [served, early]) expect([refusals(at), at.closed]).toEqual([[], false]);
  });

  it('however the text is cut: the same events, and the same after a snapshot', () => {
    const options = { tls: 'plain', luNames: ['LUA'] } as const;
    const wire = fromHex(`${RECORDS}${BACK}${ascii('\r\n03 Requested LU type\r\nand more\r\n')}`);
    const whole = asked().feed(wire);
    whole.gone();
    const wanted = whole.lines.filter((line) => !line.startsWith('timer'));
    fc.assert(
      fc.property(fc.nat(wire.length), fc.boolean(), (at, restores) => {
        const first = asked().feed(wire.subarray(0, at));
        const lines = [...first.lines];
        const second = restores
          ? new Driver(TerminalSession.restore(options, JSON.parse(JSON.stringify(first.session.snapshot()))))
          : first;
        if (!restores) first.take();
        second.feed(wire.subarray(at)).gone();
        const all = [...lines, ...second.lines].filter((line) => !line.startsWith('timer'));
        expect(joined(all)).toEqual(joined(wanted));
      }),
      { numRuns: 100 },
    );
  });
});

/** Neighbouring texts and sends as one. */
function joined(lines: readonly string[]): string[] {
  const list: string[] = [];
  for (const line of lines) {
    const [word = '', rest = ''] = line.split(' ');
    const last = list.at(-1);
    if ((word === 'text' || word === 'send') && last?.startsWith(`${word} `))
      list[list.length - 1] = last + rest;
    else list.push(line);
  }
  return list;
}
