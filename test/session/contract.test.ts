import { describe, expect, it } from 'vitest';
import { fromHex, toHex, UsageError } from '../../src/bytes/index.js';
import {
  HostSession,
  LIMITS,
  TerminalSession,
  TIMERS,
  type TimerName,
  violationRule,
} from '../../src/session/index.js';
import {
  ascii,
  CLIENT_HELLO,
  type Driver,
  host,
  type Session,
  sub,
  terminal,
  WIRE,
} from './support/driver.js';

function misuse(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return error instanceof UsageError ? error.code : `not a UsageError: ${String(error)}`;
  }
  return 'nothing thrown';
}

const TN3270E = `fffd28${sub('28', '0802')}${sub('28', `0204${ascii('IBM-3278-2-E')}01${ascii('LU1')}`)}${sub('28', '03040204')}`;

describe('options', () => {
  it('[SEC-043] a policy that is misspelt, of the wrong case or left out throws', () => {
    for (const tls of [
      'Required',
      'require',
      'REQUIRED',
      'if-offered',
      '',
      ' plain',
      undefined,
      null,
      0,
      true,
      {},
      'toString',
      '__proto__',
    ])
      expect(
        misuse(() => new TerminalSession({ tls: tls as never })),
        String(tls),
      ).toBe('option-invalid');
    for (const tls of [
      'BASIC',
      'negtsecure',
      'NegtSecure',
      'vm-allowed',
      'required',
      'plain',
      undefined,
      null,
      '__proto__',
    ])
      expect(
        misuse(() => new HostSession({ tls: tls as never })),
        String(tls),
      ).toBe('option-invalid');
    expect(misuse(() => new TerminalSession({} as never))).toBe('option-invalid');
    expect(misuse(() => new HostSession({} as never))).toBe('option-invalid');
  });

  it('[SEC-043] an option that is not known throws, at both and at every depth', () => {
    for (const options of [
      { TLS: 'required' },
      { allowclear: true },
      { servername: 'x' },
      { offerFirst: true },
      { timers: { follow: 1 } },
      { timers: { constructor: 1 } },
      { limits: { records: 1 } },
    ])
      expect(
        misuse(() => new TerminalSession({ tls: 'required', ...options } as never)),
        JSON.stringify(options),
      ).toBe('option-invalid');
    for (const options of [
      { allowClear: true },
      { offerfirst: true },
      { model: '3279-2-E' },
      { timers: { first: 1 } },
    ])
      expect(
        misuse(() => new HostSession({ tls: 'any', ...options } as never)),
        JSON.stringify(options),
      ).toBe('option-invalid');
  });

  it('[SEC-043] a value that is not one of those listed throws', () => {
    for (const options of [
      { keepAlive: 'nop' },
      { keepAlive: 'timing-mark' },
      { timingMark: 'WILL' },
      { timingMark: 'dont' },
      { model: '3279-6' },
      { model: '3270' },
      { sysReq: 'ip' },
      { oversize: { rows: 10, columns: 80 } },
      { oversize: { rows: 200, columns: 200 } },
      { oversize: { rows: 27.5, columns: 132 } },
    ])
      expect(
        misuse(() => new TerminalSession({ tls: 'plain', ...options } as never)),
        JSON.stringify(options),
      ).toBe('option-invalid');
    for (const options of [{ keepAlive: 'nop' }, { timingMark: 'yes' }])
      expect(
        misuse(() => new HostSession({ tls: 'basic', ...options } as never)),
        JSON.stringify(options),
      ).toBe('option-invalid');
  });

  it('no value of a time or limit means "no limit"', () => {
    for (const value of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31, '5', null]) {
      expect(
        misuse(() => new TerminalSession({ tls: 'plain', timers: { follows: value as never } })),
        String(value),
      ).toBe('option-invalid');
      expect(
        misuse(() => new HostSession({ tls: 'basic', limits: { record: value as never } })),
        String(value),
      ).toBe('option-invalid');
    }
  });

  it('the defaults of times and limits are those of the design', () => {
    expect(TIMERS).toMatchObject({
      'auto-listen': 1500,
      'first-byte': 30000,
      'client-hello': 5000,
      'start-tls-answer': 30000,
      follows: 30000,
      'tls-handshake': 30000,
      negotiation: 30000,
    });
    expect(LIMITS).toMatchObject({
      subnegotiation: 4096,
      record: 262144,
      output: 65536,
      optionFlips: 32,
      terminalTypeRequests: 64,
    });
  });
});

describe('calls', () => {
  const roles: readonly (readonly [string, () => Driver<Session>])[] = [
    ['terminal', () => terminal({ tls: 'negotiated' })],
    ['host', () => host({ tls: 'basic' })],
  ];

  for (const [name, make] of roles) {
    it(`[SEC-131] receive of what is no Uint8Array throws before anything changes (${name})`, () => {
      const driver = make();
      const detached = new Uint8Array(4);
      structuredClone(detached, { transfer: [detached.buffer] });
      for (const bytes of [
        'fffd28',
        [0xff, 0xfd],
        null,
        undefined,
        5,
        {},
        new ArrayBuffer(3),
        new DataView(new ArrayBuffer(3)),
        new Uint16Array(2),
        detached,
      ]) {
        expect(misuse(() => driver.session.receive(bytes as never))).toBe('argument-invalid');
      }
      driver.session.receive(new Uint8Array(0));
      expect(driver.session.nextEvent()).toBeUndefined();
      const odd = fromHex('aafffd20bb').subarray(1, 4);
      driver.feed(odd);
      expect(driver.output.endsWith('fffc20')).toBe(true);
    });

    it(`receive before nextEvent has returned undefined throws not-drained (${name})`, () => {
      const { session } = make();
      session.receive(fromHex('fffd20fffd23'));
      expect(misuse(() => session.receive(fromHex('fffd2f')))).toBe('not-drained');
      let sent = '';
      for (let event = session.nextEvent(); event !== undefined; event = session.nextEvent())
        if (event.type === 'send') sent += toHex(event.bytes);
      expect(sent).toBe('fffc20fffc23');
      session.receive(fromHex('fffd2f'));
    });

    it(`[SEC-133] timers that nobody armed do nothing (${name})`, () => {
      for (const timer of [...Object.keys(TIMERS), 'nobody', '__proto__', ''] as TimerName[]) {
        const driver = make();
        if (driver.timers.has(timer)) continue;
        const before = [...driver.lines];
        driver.timer(timer);
        expect(driver.lines, timer).toEqual(before);
      }
    });

    it(`a timer fires once (${name})`, () => {
      const driver = make();
      const [first] = driver.timers.keys();
      driver.timer(first as TimerName);
      const lines = [...driver.lines];
      driver.timer(first as TimerName);
      expect(driver.lines).toEqual(lines);
    });

    it(`after closed every call does nothing (${name})`, () => {
      const driver = make().call((session) => session.close());
      expect(driver.closed).toBe(true);
      const { session } = driver;
      const { diagnosis } = session;
      session.receive(fromHex('fffd2e'));
      session.transportClosed();
      session.tlsEstablished({ version: '', cipher: '' });
      session.tlsFailed({ kind: 'reset', message: '' });
      session.timerFired('negotiation');
      session.close('again');
      expect(session.nextEvent()).toBeUndefined();
      expect(session.diagnosis).toBe(diagnosis);
      expect(misuse(() => session.receive('x' as never))).toBe('argument-invalid');
    });

    it(`what had arrived before the end of the transport is read first (${name})`, () => {
      const driver = make();
      const { session } = driver;
      session.receive(fromHex('fffd20'));
      session.transportClosed();
      driver.drain();
      expect(driver.output.endsWith('fffc20')).toBe(true);
      expect(driver.closed).toBe(true);
    });

    it(`[SEC-019] no answer is left out, and none is made before it is pulled (${name})`, () => {
      const driver = make();
      const { session } = driver;
      const before = driver.output.length;
      session.receive(fromHex('fffd50'.repeat(100_000)));
      const first = session.nextEvent();
      if (first?.type === 'send') expect(first.bytes.length).toBeLessThanOrEqual(16384 + 64);
      expect(misuse(() => session.receive(fromHex('fffd50')))).toBe('not-drained');
      let sent = first?.type === 'send' ? first.bytes.length : 0;
      for (let event = session.nextEvent(); event !== undefined; event = session.nextEvent()) {
        if (event.type !== 'send') continue;
        expect(event.bytes.length).toBeLessThanOrEqual(16384 + 64);
        sent += event.bytes.length;
      }
      expect(sent).toBe(300_000);
      expect(before).toBeGreaterThanOrEqual(0);
    });
  }

  it('[SEC-132] events and bytes in any order of calls: the order of bytes alone counts', () => {
    const wire = fromHex(TN3270E);
    const lines = terminal({ tls: 'plain' }).feed(wire).lines;
    const driver = terminal({ tls: 'plain' });
    for (const byte of wire) driver.feed(Uint8Array.of(byte)).feed('').drain();
    expect(driver.lines).toEqual(lines);
  });

  it("[SEC-127] [SEC-128] bytes to send are the embedder's own", () => {
    const session = new TerminalSession({ tls: 'plain' });
    const sent: Uint8Array[] = [];
    const pull = () => {
      for (let event = session.nextEvent(); event !== undefined; event = session.nextEvent())
        if (event.type === 'send') {
          expect(event.bytes.buffer.byteLength).toBe(event.bytes.length);
          sent.push(event.bytes.slice());
          event.bytes.fill(0x55);
        }
    };
    pull();
    for (let at = 0; at < 3; at++) {
      session.receive(fromHex('fffd2e'));
      pull();
      session.receive(fromHex('fffd20'));
      pull();
    }
    expect(sent.map(toHex)).toEqual([WIRE.wont, 'fffc20', WIRE.wont, 'fffc20', WIRE.wont, 'fffc20']);
  });

  it('[SEC-127] the map of violations is a copy', () => {
    const driver = terminal({ tls: 'plain' }).feed('fff0fff0fff0');
    (driver.session.violations as Map<string, number>).clear();
    expect([...driver.session.violations]).toEqual([['subnegotiation-end-alone', 3]]);
  });

  it('a violation names its rule, its place and at most 64 of its bytes', () => {
    const driver = terminal({ tls: 'plain' }).feed(`fffd05${sub('18', '41'.repeat(100))}`);
    const found = driver.events.find((event) => event.type === 'violation');
    expect(found).toMatchObject({ code: 'subnegotiation-not-agreed', rule: 'TEL-007', offset: 3 });
    expect(found?.type === 'violation' && found.bytes.length).toBeLessThanOrEqual(64);
    expect(violationRule('subnegotiation-not-agreed')?.rule).toBe('TEL-007');
    expect(violationRule('__proto__')).toBeUndefined();
    expect(violationRule('toString')).toBeUndefined();
  });

  it('output that the embedder queues and nobody pulls is limited', () => {
    const driver = host({ tls: 'basic', limits: { output: 100 } });
    driver
      .feed('fffb28')
      .feed(sub('28', `0207${ascii('IBM-3278-2-E')}`))
      .feed(sub('28', '0307'));
    expect(driver.session.mode).toBe('tn3270e');
    const { session } = driver;
    const record = fromHex(`f5c3${'c1'.repeat(60)}`);
    session.write(record);
    session.write(record);
    expect(misuse(() => session.write(record))).toBe('state-forbids');
    expect(misuse(() => session.sendText('x'))).toBe('state-forbids');
    driver.drain();
    session.write(record);
    const typing = terminal({ tls: 'plain', limits: { output: 10 } }).feed(`fffb01${ascii('login: ')}`);
    typing.session.type('0123456789');
    expect(misuse(() => typing.session.type('x'))).toBe('state-forbids');
    expect(misuse(() => typing.session.press('enter'))).toBe('state-forbids');
    expect(typing.drain().session.type('x')).toEqual({ accepted: true });
  });

  it('a change of mode between what is queued gives no way round the limit', () => {
    const make = () =>
      host({ tls: 'basic', limits: { output: 200 }, functions: [0, 2, 4] })
        .feed('fffb28')
        .feed(sub('28', `0207${ascii('IBM-3278-2-E')}`))
        .feed(sub('28', '0307000204'));
    const ways: readonly ((session: HostSession) => void)[] = [
      (session) => session.write(fromHex('f5c3')),
      (session) => session.sendSscpLu(fromHex('c1')),
      (session) => session.sendText('x'),
      (session) => session.unbind(),
      (session) => session.bind(),
    ];
    const driver = make();
    const all = () => {
      for (let i = 0; i < 100; i++) for (const way of ways) way(driver.session);
    };
    expect(misuse(all)).toBe('state-forbids');
    driver.drain();
    expect(driver.sent).toBeLessThan(600);
    expect(misuse(() => driver.session.write(fromHex('f5c3')))).toBe('nothing thrown');
  });

  it('what was pulled counts no more, though something is left', () => {
    const driver = host({ tls: 'basic', limits: { output: 60 }, functions: [0, 2, 4] })
      .feed('fffb28')
      .feed(sub('28', `0207${ascii('IBM-3278-2-E')}`))
      .feed(sub('28', '0307000204'));
    const { session } = driver;
    for (let i = 0; i < 100; i++) {
      session.sendSscpLu(fromHex('c1c2c3'));
      session.sendText('abc');
      session.nextEvent();
      session.nextEvent();
      session.nextEvent();
      session.nextEvent();
    }
  });

  it('a name that is no name is not given to a terminal, classic or not', () => {
    const undecided = { tls: 'basic', assignDevice: () => undefined } as const;
    for (const name of ['', 'x'.repeat(65), 'Ü', 'A\u0001B', 'A B', 5 as never]) {
      const classic = host(undecided)
        .feed('fffc28')
        .feed('fffb18')
        .feed(sub('18', `00${ascii('IBM-3278-2')}`));
      const e = host(undecided)
        .feed('fffb28')
        .feed(sub('28', `0207${ascii('IBM-3278-2-E')}`));
      for (const driver of [classic, e]) {
        const before = driver.output;
        expect(
          misuse(() => driver.session.acceptDevice(name)),
          String(name),
        ).toBe('argument-invalid');
        expect(driver.drain().output).toBe(before);
        driver.call((session) => session.acceptDevice('LU1'));
        expect(driver.session.luName).toBe('LU1');
      }
    }
  });

  it('calls of a host that the state forbids, or with arguments out of range, throw', () => {
    const driver = host({ tls: 'basic' });
    const { session } = driver;
    expect(misuse(() => session.write(fromHex('f5c3')))).toBe('state-forbids');
    expect(misuse(() => session.sendText('x'))).toBe('state-forbids');
    expect(misuse(() => session.sendSscpLu(fromHex('c1')))).toBe('state-forbids');
    expect(misuse(() => session.unbind())).toBe('state-forbids');
    expect(misuse(() => session.acceptDevice('LU1'))).toBe('state-forbids');
    expect(misuse(() => session.rejectDevice(3))).toBe('state-forbids');
    expect(misuse(() => session.rejectDevice(8))).toBe('argument-invalid');
    expect(misuse(() => session.unbind(256))).toBe('argument-invalid');
    expect(misuse(() => session.write('f5' as never))).toBe('argument-invalid');
    expect(misuse(() => session.sendText(5 as never))).toBe('argument-invalid');
    expect(driver.drain().sends).toEqual(['fffd28']);
  });

  it('[SEC-061] text that cannot be sent throws at the call', () => {
    const driver = host({ tls: 'basic', functions: false }).feed('fffc18');
    expect(driver.session.mode).toBe('nvt');
    expect(misuse(() => driver.session.sendText('Grüße'))).toBe('not-encodable');
    expect(misuse(() => driver.session.sendText('\ud800'))).toBe('not-encodable');
    driver.drain();
    expect(driver.sends.length).toBe(1);
    const nvt = terminal({ tls: 'plain' }).feed(ascii('login: '));
    expect(misuse(() => nvt.session.type('€'))).toBe('not-encodable');
    expect(nvt.session.inputLine).toBe('');
  });

  it('keys and positions that do not exist throw', () => {
    const driver = terminal({ tls: 'plain' }).feed(TN3270E).feed('0000000000f5c3c1ffef');
    expect(misuse(() => driver.session.press('pf25' as never))).toBe('argument-invalid');
    expect(misuse(() => driver.session.press('__proto__' as never))).toBe('argument-invalid');
    expect(misuse(() => driver.session.moveCursor(1920))).toBe('argument-invalid');
    expect(misuse(() => driver.session.moveCursor(-1))).toBe('argument-invalid');
  });
});

describe('timers', () => {
  it('[TEL-027] [SEC-023] an unanswered request ends by its timer, which names it', () => {
    const driver = host({ tls: 'basic' });
    expect([...driver.timers]).toEqual([['negotiation', 30000]]);
    driver.timer('negotiation');
    expect(driver.session.diagnosis).toMatchObject({
      code: 'NEGOTIATION_TIMEOUT',
      detail: expect.stringMatching(/DO TN3270E/),
    });
    const gone = host({ tls: 'basic' }).gone();
    expect(gone.session.diagnosis).toMatchObject({
      code: 'PEER_CLOSED',
      detail: expect.stringMatching(/DO TN3270E/),
    });
  });

  it('[SEC-023] a terminal that negotiates without end is ended', () => {
    const driver = terminal({ tls: 'plain' }).feed('fffd28');
    expect([...driver.timers]).toEqual([['negotiation', 30000]]);
    expect(driver.timer('negotiation').diagnosis).toBe('NEGOTIATION_TIMEOUT');
  });

  it('the time for negotiating ends with it', () => {
    expect([...terminal({ tls: 'plain' }).feed(TN3270E).timers]).toEqual([]);
    expect([...terminal({ tls: 'plain' }).feed(ascii('login: ')).timers]).toEqual([]);
    const driver = host({ tls: 'basic' });
    driver
      .feed('fffb28')
      .feed(sub('28', `0207${ascii('IBM-3278-2-E')}`))
      .feed(sub('28', '0307'));
    expect([...driver.timers]).toEqual([]);
  });

  it('inside TLS it starts anew', () => {
    const driver = terminal({ tls: 'implicit' }).established();
    expect([...driver.timers]).toEqual([['negotiation', 30000]]);
    const server = host({ tls: 'implicit' }).feed(CLIENT_HELLO).established();
    expect([...server.timers]).toEqual([['negotiation', 30000]]);
  });

  it('[TLS-042] each time is an option', () => {
    const driver = terminal({ tls: 'auto', timers: { 'auto-listen': 700 } });
    expect([...driver.timers]).toEqual([['auto-listen', 700]]);
  });

  it('[TEL-011] [TEL-145] keep-alive sends NOP when nothing was sent or received since', () => {
    const driver = terminal({ tls: 'plain', keepAlive: 'noOperation', timers: { 'keep-alive': 500 } });
    expect(driver.timers.get('keep-alive')).toBe(500);
    driver.feed(TN3270E);
    const before = driver.output;
    driver.timer('keep-alive');
    expect(driver.output.slice(before.length), 'something arrived').toBe('');
    expect(driver.timers.get('keep-alive')).toBe(500);
    driver.timer('keep-alive');
    expect(driver.output.slice(before.length)).toBe('fff1');
    expect(driver.timers.get('keep-alive')).toBe(500);
  });

  it('[TEL-070] [TEL-073] keep-alive by TIMING-MARK takes either answer as a sign of life', () => {
    for (const answer of ['fffb06', 'fffc06']) {
      const driver = host({ tls: 'basic', keepAlive: 'timingMark', functions: false }).feed('fffc18');
      driver.timer('keep-alive').timer('keep-alive');
      expect(driver.sends.at(-1), answer).toBe('fffd06');
      const before = driver.output;
      driver.feed(answer).timer('keep-alive');
      expect([driver.closed, driver.output.slice(before.length)], answer).toEqual([false, '']);
      driver.timer('keep-alive');
      expect(driver.sends.at(-1), answer).toBe('fffd06');
      driver.timer('keep-alive');
      expect(driver.diagnosis, answer).toBe('KEEP_ALIVE_LOST');
    }
  });

  it('keep-alive is off unless asked for', () => {
    expect(terminal({ tls: 'plain' }).feed(TN3270E).timers.has('keep-alive')).toBe(false);
  });
});
