import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.js';
import { geometryFromReplies } from '../../src/datastream/index.js';
import type { HostOptions, HostSession, TerminalOptions, TerminalSession } from '../../src/session/index.js';
import { ascii, type Driver, host, sub, terminal } from './support/driver.js';
import { Pair } from './support/pair.js';

const TYPE = 'IBM-3278-2-E';
const SEND_TYPE = sub('18', '01');
const RECORDS = 'fffd19fffb19fffd00fffb00';
/** Unprotected, the keyboard restored. */
const SCREEN = 'f5c21d40c1';

/** A terminal in classic TN3270. */
function classic(options: Partial<TerminalOptions> = {}): Driver<TerminalSession> {
  const driver = terminal({ tls: 'plain', ...options });
  for (const step of ['fffd18', SEND_TYPE, RECORDS, `${SCREEN}ffef`]) driver.feed(step);
  driver.take();
  return driver;
}

/** A terminal in TN3270E with these functions, in hex. */
function enhanced(functions = '0204', options: Partial<TerminalOptions> = {}): Driver<TerminalSession> {
  const driver = terminal({ tls: 'plain', model: '3278-2-E', ...options });
  const device = sub('28', `0204${ascii(TYPE)}01${ascii('LU1')}`);
  for (const step of ['fffd28', sub('28', '0802'), device, sub('28', `0307${functions}`)]) driver.feed(step);
  driver.take();
  return driver;
}

/** A host in TN3270E with these functions, in hex. */
function enhancedHost(functions = '0204', options: Partial<HostOptions> = {}): Driver<HostSession> {
  const driver = host({ tls: 'basic', functions: [...fromHex(functions)], ...options });
  for (const step of ['fffb28', sub('28', `0207${ascii(TYPE)}`), sub('28', `0307${functions}`)])
    driver.feed(step);
  driver.take();
  return driver;
}

/** What is sent while something is done. */
function sentBy(driver: Driver, act: () => unknown): string {
  const before = driver.output.length;
  act();
  return driver.output.slice(before);
}

describe('bytes of 255', () => {
  it('[DS-084] in an address of 14 bits are doubled both ways', () => {
    for (const tn3270e of [{}, false] as const) {
      const pair = new Pair(
        { tls: 'plain', oversize: { rows: 50, columns: 100 }, tn3270e },
        { tls: 'basic' },
      );
      pair.settle();
      pair.act('host', (session: HostSession) => session.write(fromHex('7ec31100ff1d40c113')));
      expect(pair.host.output).toContain('7ec31100ffff1d40c113ffef');
      pair.settle();
      expect(pair.terminal.session.screen.fields().map(({ position }) => position)).toEqual([255]);
      pair.act('terminal', (session: TerminalSession) => {
        session.moveCursor(256);
        session.type('x');
        session.moveCursor(255);
        session.press('enter');
      });
      expect(pair.terminal.output).toMatch(/7d00ffff110100a7ffef$/);
      pair.settle();
      const inbound = pair.host.events.findLast((event) => event.type === 'inbound');
      expect(inbound?.type === 'inbound' && inbound.record).toMatchObject({
        cursorAddress: 255,
        fields: [{ address: 256 }],
      });
    }
  });

  it('[SF-088] [SF-143] in query replies are doubled', () => {
    const driver = enhanced('02', { model: '3279-2-E' });
    const all = sentBy(driver, () => driver.feed('0000000000f3000501ffff02ffef'));
    // The last pair of Color, and Highlighting behind it.
    expect(all).toContain('fdfdfefeffffffff000f8187');
    const none = sentBy(driver, () => driver.feed('0000000000f3000701ffff03008bffef'));
    expect(none).toBe('000000000188000481ffffffef');
  });

  it('[TNE-008] in a TN3270E subnegotiation are doubled, and it stands between IAC SB 28 and IAC SE', () => {
    const driver = terminal({ tls: 'plain', model: '3278-2-E' }).feed('fffd28');
    const request = sentBy(driver, () => driver.feed('fffa280802fff0'));
    expect(request).toBe(`fffa280207${ascii(TYPE)}fff0`);
    const functions = sentBy(driver, () => driver.feed(`fffa280204${ascii(TYPE)}01${ascii('LU1')}fff0`));
    expect(functions).toBe('fffa28030700020405fff0');
    // Function 255 is unknown: it is one byte, and dropped.
    expect(sentBy(driver, () => driver.feed('fffa28030702fffffff0'))).toBe('fffa28030702fff0');
  });
});

describe('which way an option works', () => {
  it('[TEL-060] [TEL-064] DO is about what we send, WILL about what we receive; 3270 needs both of both', () => {
    const wires = ['fffd00', 'fffb00', 'fffd19', 'fffb19'];
    const answers = ['fffb00', 'fffd00', 'fffb19', 'fffd19'];
    for (let first = 0; first < 4; first++) {
      const driver = terminal({ tls: 'plain' }).feed('fffd18').feed(SEND_TYPE);
      const order = [0, 1, 2, 3].map((i) => (first + i) % 4);
      order.forEach((index, i) => {
        // Each is answered by itself, and none stands for the other direction.
        expect(sentBy(driver, () => driver.feed(wires[index] as string))).toBe(answers[index]);
        expect(driver.session.mode).toBe(i === 3 ? 'tn3270' : 'negotiating');
      });
    }
  });

  it('[TEL-060] [TEL-064] withdrawn in one direction, it stays in the other', () => {
    for (const [withdrawn, answer, again] of [
      ['fffe00', 'fffc00', 'fffb00'],
      ['fffc00', 'fffe00', 'fffd00'],
      ['fffe19', 'fffc19', 'fffb19'],
      ['fffc19', 'fffe19', 'fffd19'],
    ] as const) {
      const driver = classic();
      expect(sentBy(driver, () => driver.feed(withdrawn))).toBe(answer);
      expect(driver.session.mode).toBe('negotiating');
      // The one that was withdrawn is all that is missing.
      const offer = withdrawn.startsWith('fffe') ? `fffd${withdrawn.slice(4)}` : `fffb${withdrawn.slice(4)}`;
      expect(sentBy(driver, () => driver.feed(offer))).toBe(again);
      expect(driver.session.mode).toBe('tn3270');
    }
  });

  it('[TEL-061] in binary every byte but IAC is data of eight bits, and commands still work', () => {
    const driver = classic();
    const values = Array.from({ length: 256 }, (_, i) => i).filter((i) => i === 0 || i >= 0x40);
    const wire = values.map((i) => (i === 0xff ? 'ffff' : i.toString(16).padStart(2, '0'))).join('');
    driver.feed(`f5c2${wire}fff1fff6ffef`);
    const shown = [...driver.session.screen.characterPlane().subarray(0, values.length)];
    expect(shown).toEqual(values);
    expect(driver.only('command', 'violation')).toEqual(['command areYouThere']);
  });

  it('[TEL-074] STATUS is refused, both ways, and its messages draw nothing', () => {
    for (const driver of [terminal({ tls: 'plain' }), host({ tls: 'basic' })]) {
      expect(sentBy(driver, () => driver.feed('fffd05fffb05'))).toBe('fffc05fffe05');
      expect(sentBy(driver, () => driver.feed(`${sub('05', '01')}${sub('05', '00fb00fd00')}`))).toBe('');
      expect(driver.session.violations.get('subnegotiation-not-agreed')).toBe(2);
    }
  });

  it('[TEL-107] 3270-REGIME is never agreed, so it never stands for BINARY and END-OF-RECORD', () => {
    const driver = terminal({ tls: 'plain' });
    expect(sentBy(driver, () => driver.feed('fffd1d').feed(sub('1d', `00${ascii('IBM-3278-2')}`)))).toBe(
      'fffc1d',
    );
    driver.feed('fffb1d').feed(`${SCREEN}ffef`);
    expect([driver.session.mode, driver.only('screen')]).toEqual(['nvt', []]);
    const other = host({ tls: 'basic', functions: false });
    expect(sentBy(other, () => other.feed('fffb1dfffd1d'))).toBe('fffe1dfffc1d');
    expect(other.session.mode).toBe('negotiating');
  });
});

describe('openings', () => {
  it('[TEL-140] [TEL-142] [TEL-143] a classic session, byte for byte, at both ends', () => {
    const at = host({ tls: 'basic', functions: false });
    expect(at.output).toBe('fffd18');
    const asked = sentBy(at, () => at.feed('fffb18'));
    expect(asked).toBe('fffa1801fff0');
    const client = terminal({ tls: 'plain', model: '3278-2' });
    expect(sentBy(client, () => client.feed('fffd18'))).toBe('fffb18');
    const named = sentBy(client, () => client.feed('fffa1801fff0'));
    expect(named).toBe('fffa180049424d2d333237382d32fff0');
    expect(sentBy(at, () => at.feed(named))).toBe('fffd19fffb19fffd00fffb00');
    expect(sentBy(client, () => client.feed('fffd19fffb19'))).toBe('fffb19fffd19');
    expect(sentBy(client, () => client.feed('fffd00fffb00'))).toBe('fffb00fffd00');
    expect(sentBy(at, () => at.feed('fffb19fffd19').feed('fffb00fffd00'))).toBe('');
    expect([client.session.mode, at.session.mode]).toEqual(['tn3270', 'tn3270']);
  });

  it('[TNE-155] TN3270E refused: WONT, and the host goes on with TERMINAL-TYPE', () => {
    const pair = new Pair({ tls: 'plain', tn3270e: false, model: '3278-2' }, { tls: 'basic' }).flow();
    expect(pair.host.output).toMatch(/^fffd28fffd18fffa1801fff0/);
    expect(pair.terminal.output).toMatch(/^fffc28fffb18fffa180049424d2d333237382d32fff0/);
    expect([pair.terminal.session.mode, pair.host.session.mode]).toEqual(['tn3270', 'tn3270']);
  });

  it('[TNE-002] TN3270E alone makes records and eight bits; BINARY and END-OF-RECORD are not asked for', () => {
    const pair = new Pair({ tls: 'plain' }, { tls: 'basic' }).settle();
    for (const wire of [pair.host.output, pair.terminal.output]) expect(wire).not.toMatch(/ff(fb|fd)(00|19)/);
    pair.act('host', (session: HostSession) => session.write(fromHex('f5c28081fec1ff'))).settle();
    const plane = pair.terminal.session.screen.characterPlane();
    expect([...plane.subarray(0, 5)]).toEqual([0x80, 0x81, 0xfe, 0xc1, 0xff]);
    expect(pair.terminal.only('violation')).toEqual([]);
  });

  it('[TNE-002] and where the peer negotiates them all the same, it is answered as ever', () => {
    const at = enhanced();
    expect(sentBy(at, () => at.feed('fffd00fffb00fffd19fffb19'))).toBe('fffb00fffd00fffb19fffd19');
    expect(sentBy(at, () => at.feed('fffe00fffc19'))).toBe('fffc00fffe19');
    expect(at.session.mode).toBe('tn3270e');
    at.feed(`0000000000${SCREEN}ffef`);
    expect(at.session.screen.text(0).trim()).toBe('A');
    const other = enhancedHost();
    expect(sentBy(other, () => other.feed('fffb00fffd00fffb19fffd19'))).toBe('fffd00fffb00fffd19fffb19');
    expect(other.session.mode).toBe('tn3270e');
    other.feed('00000000006dffef');
    expect(other.lines.at(-1)).toBe('inbound shortRead');
  });

  it('[TEL-104] no variable of the environment is told before TLS where the policy wants TLS', () => {
    const environment = { variables: { USER: 'SECRET' }, userVariables: { DEVNAME: 'SECRET' } };
    for (const tls of ['required', 'auto'] as const) {
      const driver = terminal({ tls, environment });
      for (const step of ['fffd27', sub('27', '01'), sub('27', `0100${ascii('USER')}`)]) driver.feed(step);
      expect(driver.output).not.toContain(ascii('SECRET'));
      driver.feed('fffd2e').feed(sub('2e', '01'));
      expect(driver.output).not.toContain(ascii('SECRET'));
      driver.established().feed('fffd27').feed(sub('27', '01'));
      expect(driver.output).toContain(ascii('SECRET'));
    }
  });

  it('[TEL-119] there is no logoff: closing sends nothing, and the end of the transport ends the session', () => {
    for (const make of [() => classic(), () => enhanced(), () => enhancedHost(), () => enhancedHost('02')]) {
      const closing = make();
      expect(sentBy(closing, () => closing.call((session) => session.close()))).toBe('');
      expect(closing.lines.at(-1)).toBe('closed embedder ENDED');
      const lost = make();
      expect(sentBy(lost, () => lost.gone())).toBe('');
      expect(lost.lines.at(-1)).toBe('closed peer ENDED');
    }
  });
});

describe('sizes and queries', () => {
  const MODELS = [
    ['DS-162', '3278-2-E', 24, 80],
    ['DS-163', '3278-3-E', 32, 80],
    ['DS-164', '3279-4-E', 43, 80],
    ['DS-165', '3278-5-E', 27, 132],
  ] as const;

  it.each(MODELS)(
    '[TNE-016] [%s] model %s has 24 by 80, and %i by %i as its alternate size',
    (_, model, rows, columns) => {
      for (const tn3270e of [{}, false] as const) {
        const pair = new Pair({ tls: 'plain', model, tn3270e }, { tls: 'basic' }).settle();
        const size = (erase: string): number[] => {
          pair.act('host', (session: HostSession) => session.write(fromHex(`${erase}c3`))).settle();
          const { screen } = pair.terminal.session;
          return [screen.rows, screen.columns];
        };
        expect([size('f5'), size('7e'), size('f5')]).toEqual([
          [24, 80],
          [rows, columns],
          [24, 80],
        ]);
        expect(pair.host.session.alternateSize).toEqual({ rows, columns });
      }
    },
  );

  it('[DS-166] [TNE-016] the alternate size of IBM-DYNAMIC comes from its query reply', () => {
    const size = { rows: 60, columns: 132 };
    const pair = new Pair({ tls: 'plain', oversize: size }, { tls: 'basic' }).settle();
    expect(pair.host.session.terminalType).toBe('IBM-DYNAMIC');
    expect(pair.host.session.alternateSize).toBeUndefined();
    pair.act('host', (session: HostSession) => session.write(fromHex('f3000501ff02'))).settle();
    const event = pair.host.events.findLast(({ type }) => type === 'inbound');
    if (event?.type !== 'inbound' || event.record.type !== 'structuredFields') throw new Error('no replies');
    const replies = event.record.fields.flatMap((field) =>
      field.type === 'queryReply' ? [field.reply] : [],
    );
    expect(geometryFromReplies(replies)).toMatchObject({
      defaultSize: { rows: 24, columns: 80 },
      alternateSize: size,
    });
    pair.act('host', (session: HostSession) => session.write(fromHex('f5c3'))).settle();
    expect(pair.terminal.session.screen.rows).toBe(24);
    pair.act('host', (session: HostSession) => session.write(fromHex('7ec3'))).settle();
    expect(pair.terminal.session.screen.rows).toBe(60);
  });

  it.each(['f3000501ffff02', 'f3000601ffff0380', 'f3000601ffff0340', 'f3000801ffff03008687'])(
    '[TNE-017] [TEL-088] %s is answered by -E and IBM-DYNAMIC, in either protocol',
    (query) => {
      for (const options of [
        { model: '3278-2-E' },
        { model: '3279-5-E' },
        { oversize: { rows: 50, columns: 100 } },
      ]) {
        const at = classic(options);
        expect(sentBy(at, () => at.feed(`${query}ffef`))).toMatch(/^8800..81(80|86).*ffef$/);
        const other = enhanced('02', options);
        expect(sentBy(other, () => other.feed(`0000000000${query}ffef`))).toMatch(
          /^00000000008800..81(80|86).*ffef$/,
        );
      }
    },
  );

  it('[TEL-088] a terminal without -E answers a query too, and with Null what it has not', () => {
    const at = classic({ model: '3278-2' });
    expect(sentBy(at, () => at.feed('f3000501ffff02ffef'))).toMatch(/^8800..8180.*ffef$/);
    expect(sentBy(at, () => at.feed('f3000701ffff03008affef'))).toBe('88000481ffffffef');
  });

  it('[TNE-118] local and SNA codes of commands are taken alike, in either protocol', () => {
    for (const [local, sna, answer] of [
      ['02', 'f2', '6040401d40c1'],
      ['06', 'f6', '604040'],
      ['0e', '6e', '604040'],
    ] as const) {
      for (const make of [() => classic(), () => enhanced()]) {
        const answers = [local, sna].map((code) => {
          const driver = make();
          const header = driver.session.mode === 'tn3270' ? '' : '0000000000';
          driver.feed(`${header}05c21d40c1ffef`);
          return sentBy(driver, () => driver.feed(`${header}${code}ffef`)).slice(header.length);
        });
        expect(answers[0]).toBe(answers[1]);
        expect(answers[0]?.startsWith(answer)).toBe(true);
      }
    }
    for (const code of ['01', 'f1', '05', 'f5', '0d', '7e']) {
      const driver = enhanced();
      driver.feed(`0000000000${code}c2c8c9ffef`);
      expect([code, driver.session.screen.text(0).trim(), driver.only('violation')]).toEqual([
        code,
        'HI',
        [],
      ]);
    }
    for (const code of ['0f', '6f', '11000501ffff02', 'f3000501ffff02']) {
      const driver = enhanced();
      driver.feed(`0000000000${code}ffef`);
      expect(driver.only('violation')).toEqual([]);
    }
  });

  it('[TNE-077] UNBIND undoes the sizes of the BIND, clears the screen and ends the right to send', () => {
    const driver = enhanced('000204', { model: '3278-4-E' });
    // A BIND for 24 by 80 and 32 by 80.
    const bind = `31${'00'.repeat(19)}185020507f000000`;
    const { session } = driver;
    driver.feed(`0300000000${bind}ffef`);
    expect([session.screen.rows, session.screen.columns]).toEqual([32, 80]); // until an erase selects one
    driver.feed('0000000000f5c2ffef');
    expect([session.screen.rows, session.screen.columns]).toEqual([24, 80]);
    driver.feed(`0300000000${bind}ffef`);
    expect([session.screen.rows, session.screen.columns]).toEqual([24, 80]); // bound already
    driver.feed('00000000007ec21d40c1ffef');
    expect([session.screen.rows, session.screen.columns, session.mode]).toEqual([32, 80, 'tn3270e']);
    driver.feed('040000000001ffef');
    expect(driver.only('unbound')).toEqual(['unbound']);
    expect([session.screen.rows, session.screen.columns]).toEqual([43, 80]);
    expect(session.screen.alternateSize).toEqual({ rows: 43, columns: 80 });
    expect(session.screen.text().join('').trim()).toBe('');
    expect([session.mode, session.keyboardLock]).toEqual(['tn3270eUnbound', 'noSession']);
    expect(session.press('enter')).toMatchObject({ accepted: false });
    expect(session.luName).toBe('LU1');
  });
});

describe('messages of TN3270E', () => {
  it('[TNE-054] the response flag of other types is ignored, and sent as 0', () => {
    const at = enhanced('000204');
    for (const message of [
      '030002000131',
      '07000200 01c8'.replace(' ', ''),
      '05000200 0141'.replace(' ', ''),
    ]) {
      expect(sentBy(at, () => at.feed(`${message}ffef`))).toBe('');
    }
    expect(at.only('violation')).toEqual(['violation bind-invalid']); // it is cut
    const typed = sentBy(at, () =>
      at.call((session) => session.type('hi')).call((session) => session.press('enter')),
    );
    expect(typed).toBe(`0500000000${ascii('hi\r\n')}ffef`);
    const other = enhancedHost();
    other.call((session) => session.sendText('x'));
    expect(other.sends.at(-1)).toBe('0500000000' + '78' + 'ffef');
    other.call((session) => session.sendSscpLu(fromHex('c8')));
    expect(other.sends.at(-1)).toBe('0700000000c8ffef');
  });

  it('[TNE-096] every data message has its number, whatever its response flag is', () => {
    const at = enhancedHost();
    for (const response of ['none', 'error', 'always', 'none'] as const)
      at.call((session) => session.write(fromHex('f5c3'), { response }));
    const headers = at.output.match(/00000[012]000[0-9a-f](?=f5c3ffef)/g);
    expect(headers).toEqual(['0000000000', '0000010001', '0000020002', '0000000003']);
    const driver = enhanced();
    driver.feed(`0000000000${SCREEN}ffef`);
    const keys = ['pa1', 'pf1', 'clear'] as const;
    const sent = keys.map((key) => {
      driver.feed('0000000000f1c2ffef');
      return sentBy(driver, () => driver.call((session) => session.press(key))).slice(0, 10);
    });
    expect(sent).toEqual(['0000000000', '0000000001', '0000000002']);
  });

  it('[TNE-058] without any function 3270-DATA and NVT-DATA are all there is', () => {
    const at = enhanced('');
    at.feed(`0000000000${SCREEN}ffef`);
    expect(at.session.screen.text(0).trim()).toBe('A');
    at.feed(`0500000000${ascii('hello')}ffef`);
    expect([at.session.mode, at.lines.at(-1)]).toEqual(['tn3270eNvt', `text ${ascii('hello')}`]);
    at.feed(`0000000000${SCREEN}ffef`);
    expect([at.session.mode, at.only('violation')]).toEqual(['tn3270e', []]);
    for (const type of ['01', '03', '04', '06', '07', '08', '09']) at.feed(`${type}0000000041ffef`);
    expect(at.only('violation').length).toBeGreaterThan(0);
    expect([at.session.mode, at.session.screen.text(0).trim()]).toEqual(['tn3270e', 'A']);
    expect(sentBy(at, () => at.call((session) => session.press('enter')))).toBe('00000000007d4040ffef');
  });

  /** IAC commands of a wire that stand between the first byte of a record and its end. */
  function commandsInside(wire: Uint8Array): number {
    let inside = false;
    let count = 0;
    for (let at = 0; at < wire.length; at++) {
      if (wire[at] !== 0xff) inside = true;
      else if (wire[++at] === 0xef) inside = false;
      else if (wire[at] === 0xff) inside = true;
      else {
        if (inside) count++;
        if (wire[at] === 0xfa) while (wire[at] !== 0xf0 || wire[at - 1] !== 0xff) at++;
        else if ((wire[at] as number) >= 0xfb) at++;
      }
    }
    return count;
  }

  it('[TNE-056] telnet commands go between messages, whatever happens in whatever order', () => {
    expect(commandsInside(fromHex('fffb280000fff4ffef'))).toBe(1);
    const acts = [
      'write',
      'text',
      'enter',
      'attn',
      'sysReq',
      'mark',
      'keepAlive',
      'query',
      'settle',
    ] as const;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...acts), { maxLength: 20 }), (list) => {
        const pair = new Pair(
          { tls: 'plain', timers: { 'keep-alive': 1 }, keepAlive: 'timingMark' },
          { tls: 'basic', timers: { 'keep-alive': 1 } },
        ).settle();
        for (const act of list) {
          if (act === 'write')
            pair.act('host', (session: HostSession) => session.write(fromHex(`${SCREEN}ffff`)));
          else if (act === 'text') pair.act('host', (session: HostSession) => session.sendText('hi\r\n'));
          else if (act === 'query')
            pair.act('host', (session: HostSession) => session.write(fromHex('f3000501ff02')));
          else if (act === 'mark') pair.host.feed('fffd06');
          else if (act === 'keepAlive') pair.terminal.timer('keep-alive');
          else if (act === 'settle') pair.settle();
          else pair.act('terminal', (session: TerminalSession) => session.press(act));
        }
        pair.settle();
        for (const end of [pair.host, pair.terminal]) {
          const negotiated = end.output.indexOf('fff0', end.output.lastIndexOf('fffa28')) + 4;
          expect(commandsInside(fromHex(end.output.slice(negotiated)))).toBe(0);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('[TNE-114] a host without SYSREQ ignores AO', () => {
    const at = enhancedHost('02');
    at.feed('fff5');
    expect(at.only('systemRequest', 'violation')).toEqual([]);
    expect([at.session.mode, sentBy(at, () => at.feed('fff5fff5'))]).toEqual(['tn3270e', '']);
    const agreed = enhancedHost('0204').feed('fff5');
    expect(agreed.lines).toEqual(['systemRequest']);
  });

  it('[TNE-116] both always answer TIMING-MARK, and offer NOP and TIMING-MARK to keep a connection alive', () => {
    for (const make of [
      () => classic(),
      () => enhanced(),
      () => enhanced(''),
      () => enhancedHost(),
      () => host({ tls: 'basic' }).feed('fffc28').feed('fffc18'),
    ]) {
      const driver = make();
      expect(sentBy(driver, () => driver.feed('fffd06').feed('fffd06'))).toBe('fffc06fffc06');
    }
    for (const [keepAlive, wire] of [
      ['noOperation', 'fff1'],
      ['timingMark', 'fffd06'],
    ] as const) {
      const options = { keepAlive, timers: { 'keep-alive': 5000 } } as const;
      for (const driver of [enhanced('0204', options), enhancedHost('0204', options)]) {
        // The interval is the embedder's.
        expect(driver.timers.get('keep-alive')).toBe(5000);
        // Something was received since it was armed, and then nothing.
        expect(sentBy(driver, () => driver.timer('keep-alive'))).toBe('');
        expect(driver.timers.get('keep-alive')).toBe(5000);
        expect(sentBy(driver, () => driver.timer('keep-alive'))).toBe(wire);
      }
    }
  });
});

describe('many of them', () => {
  it('[SEC-070] ten thousand records that ask for a response: one each, in order, none piled up', () => {
    const { session } = enhanced('02');
    const byte = (value: number): string => (value === 255 ? 'ffff' : value.toString(16).padStart(2, '0'));
    const number = (i: number): string => byte(i >> 8) + byte(i & 0xff);
    const records = Array.from({ length: 10_000 }, (_, i) => `000002${number(i)}f1c0ffef`);
    session.receive(fromHex(records.join('')));
    let answers = 0;
    let screens = 0;
    for (let event = session.nextEvent(); event !== undefined; event = session.nextEvent()) {
      if (event.type === 'screen') screens++;
      if (event.type !== 'send') continue;
      // What is answered has been processed, and nothing else waits to be answered.
      expect(toHex(event.bytes)).toBe(`020000${number(answers++)}00ffef`);
      expect(answers).toBe(screens);
    }
    expect(answers).toBe(10_000);
  });

  it('[SEC-073] TN3270E switched off and on without end: nothing of the old LU remains, and the limit holds', () => {
    const on = (lu: string): string[] => [
      'fffd28',
      sub('28', '0802'),
      sub('28', `0204${ascii(TYPE)}01${ascii(lu)}`),
      sub('28', '0307' + '0204'),
    ];
    const at = enhanced('0204');
    let rounds = 0;
    for (let i = 0; i < 1000 && !at.closed; i++, rounds++) {
      at.feed(`0000000000${SCREEN}ffef`);
      at.feed('fffe28');
      if (at.closed) break;
      expect([at.session.luName, at.session.mode]).toEqual([undefined, 'negotiating']);
      expect(at.session.press('enter')).toMatchObject({ accepted: false, reason: 'noSession' });
      for (const step of on(`LU${i}`)) if (!at.closed) at.feed(step);
      if (at.closed) break;
      expect([at.session.luName, at.session.mode]).toEqual([`LU${i}`, 'tn3270e']);
      expect(at.session.screen.text().join('').trim()).toBe('');
    }
    expect(at.lines.slice(-3)).toContain('violation negotiation-storm');
    expect([at.closed, at.diagnosis]).toEqual([true, 'NEGOTIATION_STORM']);
    expect(rounds).toBeLessThan(40);
  });

  it('[SEC-073] and the same at the host', () => {
    const at = enhancedHost('0204', {
      assignDevice: ({ resourceName }) => ({ accept: resourceName ?? 'ANY' }),
    });
    let rounds = 0;
    for (let i = 0; i < 1000 && !at.closed; i++, rounds++) {
      at.feed('fffc28');
      if (at.closed) break;
      expect(at.session.luName).toBeUndefined();
      expect(() => at.session.write(fromHex('f5c3'))).toThrow(
        expect.objectContaining({ code: 'state-forbids' }),
      );
      const request = sub('28', `0207${ascii(TYPE)}01${ascii(`LU${i}`)}`);
      for (const step of ['fffb28', request, sub('28', '03070204')]) if (!at.closed) at.feed(step);
      if (at.closed) break;
      expect([at.session.luName, at.session.mode]).toEqual([`LU${i}`, 'tn3270e']);
    }
    expect([at.closed, at.diagnosis]).toEqual([true, 'NEGOTIATION_STORM']);
    expect(rounds).toBeLessThan(40);
  });
});
