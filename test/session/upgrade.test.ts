import { describe, expect, it } from 'vitest';
import { fromHex, toHex, UsageError } from '../../src/bytes/index.js';
import { HostSession, TerminalSession } from '../../src/session/index.js';
import type { TlsInfo } from '../../src/tls/index.js';
import { essence, runCase } from './support/cases.js';
import { ascii, CLIENT_HELLO, type Driver, GOOD_TLS, host, sub, terminal, WIRE } from './support/driver.js';

/** The code of the UsageError that a call throws. */
function misuse(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return error instanceof UsageError ? error.code : `not a UsageError: ${String(error)}`;
  }
  return 'nothing thrown';
}

/** The first text makes the session an NVT's. */
const NVT = 'negotiated nvt - - []';

/** Classic negotiation, and `Erase/Write` with a logon screen: everything that a host can leave behind in the clear. */
const CLASSIC = 'fffd18fffd19fffb19fffd00fffb00';
const LOGON = `f5c3${toHex(Uint8Array.from([0xd3, 0xd6, 0xc7, 0xd6, 0xd5]))}ffef`;

function paintedInClear(): Driver<TerminalSession> {
  const driver = terminal({
    tls: 'negotiated',
    luNames: ['LUA'],
    environment: { variables: { USER: 'ME' } },
  });
  driver.feed(`${CLASSIC}${sub('18', '01')}fffd27${sub('27', '01')}fffd1f`);
  driver.feed(LOGON);
  // Set Reply Mode: character; and a field with colour.
  driver.feed('f3000809000241424500ffef');
  expect(driver.session.mode).toBe('tn3270');
  expect(driver.session.screen.text().join('\n')).toContain('LOGON');
  return driver;
}

/** All that lasts of a session but how it came to TLS, what the host's first bytes were, and that the line was in use. */
function settled({ session }: Driver<TerminalSession>): object {
  const { policy, security, firstBytes, beneath, active, ...rest } = session.snapshot();
  expect(Object.keys(rest).length).toBeGreaterThan(15);
  return rest;
}

function upgrade(driver: Driver<TerminalSession>): Driver<TerminalSession> {
  return driver.feed(WIRE.do).feed(WIRE.follows).established();
}

describe('nothing of the clear channel survives', () => {
  it('[SEC-031] [TLS-015] [TLS-018] the terminal is a new one inside TLS', () => {
    const driver = upgrade(paintedInClear());
    const fresh = terminal({ tls: 'implicit', luNames: ['LUA'], environment: { variables: { USER: 'ME' } } });
    fresh.established();
    const [one, other] = [driver.session, fresh.session];
    expect(one.mode).toBe('negotiating');
    expect(one.screen.text()).toEqual(other.screen.text());
    expect(one.screen.text().join('\n')).not.toContain('LOGON');
    expect(one.screen.cursor).toBe(other.screen.cursor);
    expect([one.luName, one.keyboardLock, one.inputLine]).toEqual([
      other.luName,
      other.keyboardLock,
      other.inputLine,
    ]);
    expect([...one.violations]).toEqual([]);
    expect(settled(driver)).toEqual(settled(fresh));
    driver.take();
    fresh.take();
    // Each option is off again: every request gets an answer, TERMINAL-TYPE begins at the top of its list.
    const again = `${CLASSIC}${sub('18', '01')}fffd27${sub('27', '01')}fffd1f${LOGON}`;
    driver.feed(again);
    fresh.feed(again);
    expect(driver.lines).toEqual(fresh.lines);
    expect(driver.only('send').length).toBeGreaterThan(0);
  });

  it('[SEC-032] [TLS-016] half a record in the clear is no half of one inside TLS', () => {
    const driver = paintedInClear().feed('f5c311');
    upgrade(driver).take();
    driver.feed('4040ffef');
    expect(essence(driver.take())).toEqual([NVT, 'text 4040', 'violation eor-not-agreed']);
    driver.feed(`${CLASSIC}${LOGON}`);
    expect(driver.session.screen.text().join('\n')).toContain('LOGON');
  });

  it('[SEC-033] [TLS-016] the parser starts in its first state inside TLS', () => {
    // Before FOLLOWS only a whole subnegotiation can stand, so the rest is what a peer may leave open behind it.
    for (const open of ['fffa18', 'fffa1841', 'ff', 'fffd']) {
      const driver = terminal({ tls: 'negotiated' }).feed('fffd20').feed(WIRE.do).feed(open);
      // What is open swallows this FOLLOWS or is ended by it; the second one counts at the latest.
      driver.feed(WIRE.follows);
      if (driver.pending === undefined) driver.feed(WIRE.follows);
      driver.established().take();
      driver.feed('f018fff0fffd20');
      const end = 'violation subnegotiation-end-alone';
      expect(essence(driver.lines).slice(0, 3), open).toEqual([NVT, 'text f018', end]);
      expect(driver.lines.at(-1), open).toBe('send fffc20');
    }
  });

  it('[TLS-015] what an NVT host had switched on is off again', () => {
    const driver = terminal({ tls: 'negotiated' }).feed(`fffb01fffb03${ascii('login: ')}`);
    driver.call((session) => session.type('a'));
    expect(driver.output.endsWith('61'), 'the host echoes: each character goes out').toBe(true);
    upgrade(driver).feed(ascii('login: '));
    const before = driver.output;
    driver.call((session) => session.type('abc'));
    expect(driver.output.slice(before.length), 'line by line again').toBe('');
    expect(driver.session.inputLine).toBe('abc');
  });

  it('[SEC-034] [TLS-035] what is typed while the upgrade is pending is refused, and never sent', () => {
    const driver = paintedInClear().feed(WIRE.do);
    const before = driver.output;
    for (const stage of ['FOLLOWS sent', 'handshake']) {
      driver.call((session) => {
        expect(session.type('SECRET'), stage).toMatchObject({ accepted: false });
        expect(session.press('enter'), stage).toMatchObject({ accepted: false });
        expect(session.press('attn'), stage).toMatchObject({ accepted: false });
        expect(session.press('sysReq'), stage).toMatchObject({ accepted: false });
        expect(session.moveCursor(5), stage).toMatchObject({ accepted: false });
      });
      if (stage === 'FOLLOWS sent') driver.feed(WIRE.follows);
    }
    driver.established();
    expect(driver.output).toBe(before);
  });

  it('[TLS-008] [TLS-035] a host sends nothing behind its FOLLOWS, whatever its embedder asks for', () => {
    const driver = host({ tls: 'vmAllowed', functions: [0, 2, 4] });
    driver
      .feed('fffb28')
      .feed(sub('28', `0207${ascii('IBM-3278-2-E')}`))
      .feed(sub('28', '0307000204'));
    expect(driver.session.mode).toBe('tn3270e');
    driver.feed(WIRE.will);
    for (const stage of ['FOLLOWS sent', 'handshake']) {
      const before = driver.output;
      const { session } = driver;
      expect(
        misuse(() => session.write(fromHex('f5c3'))),
        `${stage}: write`,
      ).toBe('state-forbids');
      expect(
        misuse(() => session.sendText('hello')),
        `${stage}: sendText`,
      ).toBe('state-forbids');
      expect(
        misuse(() => session.sendSscpLu(fromHex('c1'))),
        `${stage}: sendSscpLu`,
      ).toBe('state-forbids');
      expect(
        misuse(() => session.unbind()),
        `${stage}: unbind`,
      ).toBe('state-forbids');
      expect(
        misuse(() => session.bind()),
        `${stage}: bind`,
      ).toBe('state-forbids');
      driver.drain();
      expect([driver.output, session.mode], stage).toEqual([before, 'tlsPending']);
      if (stage === 'FOLLOWS sent') driver.feed(WIRE.follows);
    }
  });

  it('[TLS-017] what an embedder had queued goes before FOLLOWS or nowhere, never into TLS', () => {
    const driver = host({ tls: 'vmAllowed', functions: false })
      .feed('fffc28')
      .feed('fffb18')
      .feed(sub('18', `00${ascii('IBM-3278-2')}`))
      .feed('fffb19fffd19fffb00fffd00');
    expect(driver.session.mode).toBe('tn3270');
    const before = driver.sends.length;
    driver.session.receive(fromHex(`${WIRE.will}${WIRE.follows}${CLIENT_HELLO}`));
    driver.session.write(fromHex('f5c3c1'));
    driver.drain();
    expect(driver.sends.slice(before)).toEqual(['f5c3c1ffef', WIRE.do, WIRE.follows]);
    const inClear = driver.output;
    expect(driver.established().output.slice(inClear.length)).toBe('fffd18');
  });

  it('[TLS-008] [TLS-017] a device that a host was asked for in the clear is not given behind FOLLOWS', () => {
    const driver = host({ tls: 'vmAllowed', assignDevice: () => undefined });
    driver.feed('fffb28').feed(sub('28', `0207${ascii('IBM-3278-2-E')}`));
    expect(driver.only('deviceRequested')).toEqual(['deviceRequested IBM-3278-2-E - open']);
    driver.feed(WIRE.will);
    const before = driver.output;
    expect(misuse(() => driver.session.acceptDevice('TERM0001'))).toBe('state-forbids');
    expect(misuse(() => driver.session.rejectDevice(3))).toBe('state-forbids');
    driver.drain().feed(WIRE.follows);
    expect(misuse(() => driver.session.acceptDevice('TERM0001'))).toBe('state-forbids');
    driver.drain().established();
    expect(driver.output.slice(before.length), 'only the new negotiation').toBe('fffd28');
  });

  it('[SEC-031] a host forgets type, device, functions and size of the terminal', () => {
    const driver = host({ tls: 'vmAllowed' });
    driver
      .feed('fffb28')
      .feed(sub('28', `0207${ascii('IBM-3278-4-E')}`))
      .feed(sub('28', '03070204'));
    expect([driver.session.terminalType, driver.session.luName]).toEqual(['IBM-3278-4-E', 'TERM0001']);
    driver
      .feed(WIRE.will)
      .feed(WIRE.follows + CLIENT_HELLO)
      .established();
    const { session } = driver;
    expect([session.terminalType, session.luName, session.functions, session.alternateSize]).toEqual([
      undefined,
      undefined,
      [],
      undefined,
    ]);
    expect([session.mode, session.security]).toEqual(['negotiating', 'negotiated']);
  });

  it('[TLS-033] the time for negotiating in the clear is not the time for TLS', () => {
    const driver = terminal({ tls: 'negotiated' }).feed('fffd18');
    expect([...driver.timers.keys()]).toEqual(['negotiation']);
    driver.feed(WIRE.do);
    expect([...driver.timers.keys()]).toEqual(['follows']);
    driver.feed(WIRE.follows);
    expect([...driver.timers.keys()]).toEqual(['tls-handshake']);
    driver.established();
    expect([...driver.timers.keys()]).toEqual(['negotiation']);
  });

  it('[TLS-009] an answer to a keep-alive that FOLLOWS made us ignore does not end the session', () => {
    const driver = terminal({ tls: 'negotiated', keepAlive: 'timingMark' }).feed(
      `${CLASSIC}${sub('18', '01')}`,
    );
    driver.timer('keep-alive').timer('keep-alive');
    expect(driver.output.endsWith('fffd06')).toBe(true);
    driver.feed(`${WIRE.do}fffb06`);
    if (driver.timers.has('keep-alive')) driver.timer('keep-alive');
    expect(driver.closed).toBe(false);
  });
});

describe('inside TLS', () => {
  it('[TLS-019] [TLS-020] [TLS-041] [SEC-040] START_TLS and ENCRYPT are refused, the state stays', () => {
    for (const reason of ['implicit', 'negotiated'] as const) {
      const driver = terminal({ tls: reason });
      if (reason === 'negotiated') driver.feed(WIRE.do + WIRE.follows);
      driver.established().take();
      const before = driver.output;
      driver.feed(`${WIRE.do}fffd26fffb26${WIRE.will}`);
      expect(driver.output.slice(before.length)).toBe(`${WIRE.wont}fffc26fffe26${WIRE.dont}`);
      expect(driver.session.security).toBe(reason);
      expect(driver.only('upgradeToTls')).toEqual([]);
    }
    const driver = host({ tls: 'negtSecure' })
      .feed(WIRE.will + WIRE.follows)
      .established();
    const before = driver.output;
    driver.feed(`${WIRE.will}fffb26fffd26${WIRE.do}`);
    expect(driver.output.slice(before.length)).toBe(`${WIRE.dont}fffe26fffc26${WIRE.wont}`);
    expect(driver.session.security).toBe('negotiated');
  });

  it('[TLS-012] FOLLOWS inside TLS closes', () => {
    runCase({
      title: '',
      session: () => new TerminalSession({ tls: 'implicit' }),
      before: [{ do: (driver) => driver.established() }],
      steps: [WIRE.follows],
      lines: ['violation follows-not-agreed', 'closed us STARTTLS_PROTOCOL_ERROR'],
      after: 'closed',
    });
  });

  it('[TLS-040] with implicit TLS nothing is sent or read before the handshake has ended', () => {
    const driver = terminal({ tls: 'implicit', keepAlive: 'noOperation' });
    expect(driver.lines.filter((line) => !line.startsWith('timer'))).toEqual([
      'mode tlsPending',
      'upgradeToTls client implicit ',
    ]);
    driver.take();
    for (const clear of [WIRE.do, 'fffd18', ascii('LOGON')])
      expect(misuse(() => driver.session.receive(fromHex(clear)))).toBe('state-forbids');
    driver.call((session) => session.bytesBeneathTls(fromHex('16030300050200000100')));
    expect(
      driver.call((session) => session.type('SECRET')).call((session) => session.press('enter')).output,
    ).toBe('');
    if (driver.timers.has('keep-alive')) driver.timer('keep-alive');
    expect([driver.output, essence(driver.take())]).toEqual(['', []]);
    expect(driver.established().feed('fffd18').output).toBe('fffb18');
    // The host does not speak either, and a ClientHello is all that it reads.
    const server = host({ tls: 'implicit', keepAlive: 'noOperation', windowSize: true }).feed(CLIENT_HELLO);
    expect([server.output, server.pending?.residue.length]).toEqual(['', CLIENT_HELLO.length / 2]);
    expect(server.established().output).toBe('fffd28fffd1f');
  });

  it('[TLS-010] bytes that look like TLS are telnet data inside TLS', () => {
    const driver = terminal({ tls: 'implicit' }).established();
    driver.take();
    driver.feed('160301');
    expect(essence(driver.lines)).toEqual([NVT, 'text 160301']);
  });

  it('[SEC-044] secure only between tlsEstablished and closed', () => {
    const options = { tls: 'negotiated' } as const;
    const driver = terminal(options);
    const { session } = driver;
    const state = () => [session.security, session.tlsInfo?.cipher];
    expect(state()).toEqual(['none', undefined]);
    driver.feed(WIRE.do);
    expect(state()).toEqual(['none', undefined]);
    driver.feed(WIRE.follows);
    expect(state()).toEqual(['none', undefined]);
    driver.established();
    expect(state()).toEqual(['negotiated', GOOD_TLS.cipher]);
    expect(terminal(options).session.security).toBe('none');
    driver.gone();
    expect(state()).toEqual(['none', undefined]);
    const failing = terminal({ tls: 'implicit' }).failed();
    expect([failing.session.security, failing.session.tlsInfo]).toEqual(['none', undefined]);
  });

  it('[SEC-127] what the embedder passes as info is not shared', () => {
    const info = { ...GOOD_TLS } as { version: string; cipher: string; verification: 'verified' };
    const driver = terminal({ tls: 'implicit' }).established(info);
    info.version = 'SSLv2';
    expect(driver.session.tlsInfo?.version).toBe('TLSv1.3');
  });
});

describe('the outcome of the handshake', () => {
  const unverified = (verification?: TlsInfo['verification']): TlsInfo => ({
    version: 'TLSv1.3',
    cipher: 'x',
    ...(verification === undefined ? {} : { verification }),
    reason: 'why',
  });

  it('[SEC-045] [TLS-064] [TLS-067] a certificate that is not verified closes by default', () => {
    for (const [verification, code] of [
      ['untrusted', 'CERTIFICATE_UNTRUSTED'],
      ['nameMismatch', 'CERTIFICATE_NAME_MISMATCH'],
      ['notRequested', 'CERTIFICATE_UNTRUSTED'],
      [undefined, 'CERTIFICATE_UNTRUSTED'],
    ] as const) {
      const driver = terminal({ tls: 'implicit' });
      driver.take();
      driver.established(unverified(verification));
      expect(essence(driver.lines), String(verification)).toEqual([`closed us ${code}`]);
      expect(driver.session.diagnosis).toMatchObject({ phase: 'handshake', detail: 'why' });
      expect([driver.session.security, driver.output]).toEqual(['none', '']);
    }
  });

  it('[SEC-045] going on is a setting, and stays visible', () => {
    for (const verification of ['untrusted', 'nameMismatch', undefined] as const) {
      const driver = terminal({ tls: 'implicit', acceptUnverified: true }).established(
        unverified(verification),
      );
      expect(driver.session.security).toBe('implicit');
      expect(driver.session.tlsInfo?.verification).toBe(verification);
      expect(driver.only('secure')).toEqual(['secure implicit']);
    }
  });

  it('a host takes a terminal without certificate', () => {
    const driver = host({ tls: 'implicit' }).feed(CLIENT_HELLO).established(unverified('notRequested'));
    expect(driver.session.security).toBe('implicit');
  });

  it('[TLS-023] [SEC-041] a failed handshake closes, and nothing follows', () => {
    for (const driver of [
      terminal({ tls: 'implicit' }),
      terminal({ tls: 'required' }).feed(WIRE.do + WIRE.follows),
      host({ tls: 'negtSecure' }).feed(WIRE.will + WIRE.follows),
    ]) {
      const before = driver.output;
      driver.take();
      driver.failed({ kind: 'alert', alert: 40, message: 'handshake failure' });
      expect(essence(driver.lines)).toEqual(['closed peer TLS_HANDSHAKE_FAILED']);
      expect(driver.session.diagnosis).toMatchObject({ phase: 'handshake', detail: 'handshake failure' });
      driver.session.receive(fromHex('fffd18'));
      expect(driver.session.nextEvent()).toBeUndefined();
      const { session } = driver;
      if (session instanceof HostSession) {
        expect(misuse(() => session.write(fromHex('f5c3')))).toBe('state-forbids');
        expect(misuse(() => session.sendText('hello'))).toBe('state-forbids');
      } else {
        expect(session.type('SECRET')).toMatchObject({ accepted: false, reason: 'noSession' });
        expect(session.press('enter')).toMatchObject({ accepted: false, reason: 'noSession' });
      }
      expect(driver.drain().output).toBe(before);
    }
  });

  it('[TLS-024] [SEC-041] under required no way into the clear is suggested', () => {
    const driver = terminal({ tls: 'required' })
      .feed(WIRE.do + WIRE.follows)
      .failed();
    expect(['plain', 'negotiated']).not.toContain(driver.session.diagnosis?.retryWith);
    const refused = terminal({ tls: 'required' }).feed('fffd28').feed(WIRE.dont);
    expect(['plain', 'negotiated']).not.toContain(refused.session.diagnosis?.retryWith);
  });

  it('[HTM-047] a certificate that TLS itself refused is named', () => {
    const driver = terminal({ tls: 'implicit' }).failed({ kind: 'certificate', message: 'self-signed' });
    expect(driver.diagnosis).toBe('CERTIFICATE_SELF_SIGNED');
  });

  it('[TLS-033] the handshake has its own timer and its own code', () => {
    const driver = terminal({ tls: 'implicit' });
    expect([...driver.timers]).toEqual([['tls-handshake', 30000]]);
    expect(driver.timer('tls-handshake').diagnosis).toBe('TLS_HANDSHAKE_TIMEOUT');
    const other = host({ tls: 'secure' }).feed(CLIENT_HELLO);
    expect([...other.timers]).toEqual([['tls-handshake', 30000]]);
    expect(other.timer('tls-handshake').diagnosis).toBe('TLS_HANDSHAKE_TIMEOUT');
  });

  it('[TLS-034] [TLS-066] the upgrade carries the name that the user gave', () => {
    const driver = terminal({ tls: 'implicit', serverName: 'mainframe.example' });
    expect(driver.pending).toMatchObject({
      role: 'client',
      reason: 'implicit',
      serverName: 'mainframe.example',
    });
    expect(terminal({ tls: 'implicit' }).pending?.serverName).toBeUndefined();
    const server = host({ tls: 'implicit' }).feed(CLIENT_HELLO);
    expect(server.pending).toMatchObject({ role: 'server', reason: 'implicit' });
  });

  it('[SEC-126] [SEC-127] the residue is a copy', () => {
    const chunk = fromHex(WIRE.will + WIRE.follows + CLIENT_HELLO);
    const session = new HostSession({ tls: 'negtSecure' });
    while (session.nextEvent() !== undefined);
    session.receive(chunk);
    let residue: Uint8Array | undefined;
    for (let event = session.nextEvent(); event !== undefined; event = session.nextEvent())
      if (event.type === 'upgradeToTls') residue = event.residue;
    chunk.fill(0xaa);
    expect(toHex(residue as Uint8Array)).toBe(CLIENT_HELLO);
    expect((residue as Uint8Array).buffer.byteLength).toBe(CLIENT_HELLO.length / 2);
  });
});

describe('beneath TLS', () => {
  /** Bytes beneath TLS, in these portions; then what came out. */
  function beneath(driver: Driver<TerminalSession>, ...portions: readonly string[]): string[] {
    driver.take();
    for (const portion of portions) driver.call((session) => session.bytesBeneathTls(fromHex(portion)));
    return essence(driver.lines);
  }
  const implicit = () => terminal({ tls: 'implicit' });
  const negotiated = () => terminal({ tls: 'required' }).feed(WIRE.do + WIRE.follows);

  it('[TLS-043] [TLS-152] implicit: three bytes tell an offer, however they come', () => {
    for (const portions of [['fffd2e'], ['ff', 'fd', '2e'], ['fffd', '2efffd28'], ['fffd2efffa2e01fff0']])
      expect(beneath(implicit(), ...portions), portions.join(' ')).toEqual(['closed us HOST_NEGOTIATES']);
    expect(beneath(implicit(), 'fffd')).toEqual([]);
  });

  it('[TLS-152] implicit: telnet without an offer', () => {
    for (const portions of [['fffd28'], ['fffd', '18'], ['fffb01'], ['fffa18']])
      expect(beneath(implicit(), ...portions), portions.join(' ')).toEqual(['closed us HOST_PLAIN']);
  });

  it('[TLS-049] [TLS-043] auto: what crosses the ClientHello, and there is no way back to telnet', () => {
    for (const setting of [{}, { allowClear: true }, { allowClear: true, volunteerStartTls: true }]) {
      const crossed = (wire: string) => {
        const driver = terminal({ tls: 'auto', ...setting }).timer('auto-listen');
        const lines = beneath(driver, wire);
        expect(driver.output).toBe('');
        driver.session.receive(fromHex(wire));
        expect(driver.drain().output).toBe('');
        return [...lines, driver.session.diagnosis?.firstBytesMean, driver.session.diagnosis?.retryWith];
      };
      expect(crossed('fffd2e')).toEqual(['closed us HOST_NEGOTIATES', 'telnet: IAC DO STARTTLS', 'required']);
      expect(crossed('fffd28')).toEqual(['closed us HOST_PLAIN', 'telnet: IAC DO TN3270E', 'required']);
    }
  });

  it('[TLS-151] [TLS-043] the diagnosis shows the bytes', () => {
    const driver = implicit();
    beneath(driver, 'fffd2e');
    expect(driver.session.diagnosis).toMatchObject({
      code: 'HOST_NEGOTIATES',
      phase: 'handshake',
      firstBytes: 'fffd2e',
      firstBytesMean: 'telnet: IAC DO STARTTLS',
      retryWith: 'required',
    });
  });

  it('[TLS-151] shows the same bytes however they were cut', () => {
    for (const wire of [
      'fffd2e',
      'fffb01fffd2e',
      'fffc2efffc2e',
      ascii('SSH-2.0-x\r\n'),
      '802e0100',
      '00112233',
    ]) {
      for (const end of [2, 4, wire.length]) {
        const driver = implicit();
        beneath(driver, ...(wire.match(/../g) ?? []).slice(0, end / 2));
        const whole = implicit();
        beneath(whole, wire.slice(0, end));
        expect(driver.session.diagnosis, wire).toEqual(whole.session.diagnosis);
        expect(driver.gone().session.diagnosis, wire).toEqual(whole.gone().session.diagnosis);
        expect(driver.session.diagnosis?.firstBytesMean, wire).not.toMatch(/nothing/);
      }
    }
  });

  it('[TLS-152] too little of another protocol, and then the end or no time left', () => {
    for (const end of [
      (driver: Driver<TerminalSession>) => driver.failed(),
      (driver: Driver<TerminalSession>) => driver.gone(),
      (driver: Driver<TerminalSession>) => driver.timer('tls-handshake'),
    ]) {
      const driver = implicit();
      expect(beneath(driver, ascii('SS'))).toEqual([]);
      expect(end(driver).diagnosis).toBe('NOT_TELNET');
    }
  });

  it('[TLS-152] telnet bytes and then the end: not a failed handshake', () => {
    expect(beneath(implicit(), 'ff')).toEqual([]);
    for (const end of [
      (driver: Driver<TerminalSession>) => driver.failed(),
      (driver: Driver<TerminalSession>) => driver.gone(),
    ]) {
      const driver = implicit();
      beneath(driver, 'fffd');
      expect(end(driver).diagnosis).toBe('HOST_PLAIN');
    }
  });

  it('[TLS-048] without them: a failed handshake, and the hint that the host may speak telnet', () => {
    const driver = implicit().failed();
    expect(driver.diagnosis).toBe('TLS_HANDSHAKE_FAILED');
    expect(driver.session.diagnosis?.terminalFix).toMatch(/telnet/);
  });

  it('TLS records pass', () => {
    for (const wire of ['160303', '16', '1503010002022', '1503030002'].map((text) =>
      text.slice(0, text.length & ~1),
    )) {
      expect(beneath(implicit(), wire), wire).toEqual([]);
      expect(beneath(negotiated(), wire), wire).toEqual([]);
    }
  });

  it('[TLS-010] [SEC-028] after FOLLOWS the first byte decides', () => {
    for (const wire of ['ff', 'fffd', 'fffd18', '41', '00', 'fffd2e']) {
      expect(beneath(negotiated(), wire), wire).toEqual([
        'violation bytes-after-follows',
        'closed us BYTES_AFTER_FOLLOWS',
      ]);
    }
  });

  it('another protocol', () => {
    expect(beneath(implicit(), ascii('SSH-2.0-x\r\n'))).toEqual(['closed us NOT_TELNET']);
  });

  it('[SEC-133] is ignored at any other time', () => {
    const driver = terminal({ tls: 'negotiated' });
    expect(beneath(driver, 'fffd2e')).toEqual([]);
    driver.feed(WIRE.do + WIRE.follows).established();
    expect(beneath(driver, 'fffd2e')).toEqual([]);
    driver.gone();
    expect(beneath(driver, 'fffd2e')).toEqual([]);
    expect(misuse(() => driver.session.bytesBeneathTls('ff' as never))).toBe('argument-invalid');
  });
});

describe('START_TLS on the wire', () => {
  it('[TLS-006] the messages of START_TLS stand alone in a send', () => {
    // openssl compares a whole read with the one message; captures/README.md, fact 5.
    const asked = terminal({ tls: 'required' }).feed('fffd28').feed(WIRE.do);
    expect(asked.sends).toEqual([WIRE.will, WIRE.follows]);
    expect(terminal({ tls: 'plain' }).feed(`fffd20${WIRE.do}fffd20`).sends).toEqual([
      'fffc20',
      WIRE.wont,
      'fffc20',
    ]);
    const server = host({ tls: 'vmAllowed' }).feed(`fffb20${WIRE.will}`);
    expect(server.sends).toEqual(['fffd28', 'fffe20', WIRE.do, WIRE.follows]);
    expect(host({ tls: 'basic' }).feed(`fffb20${WIRE.will}fffb23`).sends).toEqual([
      'fffd28',
      'fffe20',
      WIRE.dont,
      'fffe23',
    ]);
  });

  it('[TLS-011] upgradeToTls stands behind the last clear bytes, and no send follows it', () => {
    const driver = terminal({ tls: 'negotiated' }).feed(`fffd20${WIRE.do}${WIRE.follows}`);
    const kinds = driver.events
      .map((event) => event.type)
      .filter((type) => type === 'send' || type === 'upgradeToTls');
    expect(kinds).toEqual(['send', 'send', 'upgradeToTls']);
  });

  it('receive is misuse while the upgrade is pending', () => {
    const driver = terminal({ tls: 'implicit' });
    expect(misuse(() => driver.session.receive(fromHex('fffd28')))).toBe('state-forbids');
    const server = host({ tls: 'negtSecure' }).feed(WIRE.will + WIRE.follows);
    expect(misuse(() => server.session.receive(fromHex('16')))).toBe('state-forbids');
    expect(driver.closed || server.closed).toBe(false);
  });

  it('an outcome without an upgrade is misuse', () => {
    for (const driver of [terminal({ tls: 'negotiated' }), host({ tls: 'secure' }), host({ tls: 'basic' })]) {
      expect(misuse(() => driver.session.tlsEstablished(GOOD_TLS))).toBe('state-forbids');
      expect(misuse(() => driver.session.tlsFailed({ kind: 'eof', message: '' }))).toBe('state-forbids');
      expect(driver.session.security).toBe('none');
    }
    const twice = terminal({ tls: 'implicit' }).established();
    expect(misuse(() => twice.session.tlsEstablished(GOOD_TLS))).toBe('state-forbids');
    expect(misuse(() => twice.session.tlsFailed({ kind: 'eof', message: '' }))).toBe('state-forbids');
    expect(twice.session.security).toBe('implicit');
  });

  it('a transport that closes, or an embedder that ends it, while the upgrade is pending', () => {
    const gone = terminal({ tls: 'implicit' }).gone();
    expect(essence(gone.lines).at(-1)).toBe('closed peer TLS_HANDSHAKE_FAILED');
    const ended = terminal({ tls: 'implicit' }).call((session) => session.close('enough'));
    expect(essence(ended.lines).at(-1)).toBe('closed embedder ENDED');
    expect(ended.session.diagnosis?.detail).toBe('enough');
  });

  it('[TLS-042] auto: a first byte is no silence', () => {
    for (const wire of ['ff', 'fffd', 'fff0', 'fffa18']) {
      const driver = terminal({ tls: 'auto' }).feed(wire);
      if (driver.timers.has('auto-listen')) driver.timer('auto-listen');
      expect(driver.only('upgradeToTls'), wire).toEqual([]);
      expect(driver.output, wire).toBe(WIRE.will);
      expect(driver.closed, wire).toBe(false);
    }
  });

  it('[TLS-042] auto: silence for 1500 ms starts TLS', () => {
    for (const allowClear of [false, true]) {
      const driver = terminal({ tls: 'auto', allowClear });
      expect([...driver.timers]).toEqual([['auto-listen', 1500]]);
      driver.timer('auto-listen');
      expect(driver.pending?.role).toBe('client');
      expect(driver.output).toBe('');
      expect(driver.established().session.security).toBe('implicit');
    }
  });
});
