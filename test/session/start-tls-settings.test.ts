import { describe, expect, it } from 'vitest';
import {
  type HostOptions,
  HostSession,
  type TerminalOptions,
  TerminalSession,
} from '../../src/session/index.js';
import { type Case, runCase } from './support/cases.js';
import { ascii, CLIENT_HELLO, host, sub, terminal, WIRE } from './support/driver.js';

function atHost(title: string, options: HostOptions, rest: Omit<Case, 'title' | 'session'>): Case {
  return { title: `${title} (${options.tls})`, session: () => new HostSession(options), ...rest };
}
function atTerminal(title: string, options: TerminalOptions, rest: Omit<Case, 'title' | 'session'>): Case {
  return { title: `${title} (${options.tls})`, session: () => new TerminalSession(options), ...rest };
}

const OFFER_OR_CLOSE: readonly HostOptions[] = [
  { tls: 'any', offerFirst: true, offerUnanswered: 'close' },
  { tls: 'vmPreferred', offerUnanswered: 'close' },
];
const STRICT: readonly HostOptions[] = [
  { tls: 'negtSecure', closeOnOtherOptions: true },
  { tls: 'vmRequired', closeOnOtherOptions: true },
  { tls: 'vmPreferred', closeOnOtherOptions: true },
];

const CASES: readonly Case[] = [
  ...OFFER_OR_CLOSE.flatMap((options) => [
    atHost('[HTM-006] [HTM-010] [HTM-020] an offer that nobody answers closes, where that is set', options, {
      steps: [{ timer: 'start-tls-answer' }],
      lines: ['closed us CLIENT_SILENT'],
      after: 'closed',
    }),
    atHost('[HTM-006] [HTM-010] and a refusal still leads into the clear', options, {
      steps: [`fffb25${WIRE.wont}`],
      lines: ['send fffd28fffe25'],
      after: 'answers',
    }),
    atHost('[TLS-007] and an agreement to TLS', options, {
      steps: [WIRE.will + WIRE.follows + CLIENT_HELLO],
      lines: [`send ${WIRE.follows}`, `upgradeToTls server negotiated ${CLIENT_HELLO}`],
      after: 'pending',
    }),
  ]),
  atHost(
    '[HTM-005] [HTM-020] wait, offer, silence: closes',
    { tls: 'any', offerUnanswered: 'close' },
    {
      steps: [{ timer: 'client-hello' }, { timer: 'start-tls-answer' }],
      lines: [`send ${WIRE.do}`, 'closed us CLIENT_SILENT'],
      after: 'closed',
    },
  ),
  ...STRICT.flatMap((options) => [
    atHost('[TLS-047] a strict host closes on another option while its offer is open', options, {
      steps: ['fffb25'],
      lines: ['closed us CLIENT_IGNORES_OFFER'],
      after: 'closed',
    }),
    atHost('[TLS-047] but not on START_TLS itself', options, {
      steps: [WIRE.will, WIRE.follows],
      lines: [`send ${WIRE.follows}`, 'upgradeToTls server negotiated '],
      after: 'pending',
    }),
  ]),
  // Another protocol, however it is cut.
  ...['SSH-2.0-OpenSSH_9.2\r\n', 'HTTP/1.1 400 Bad Request\r\n', '220 mail.example ESMTP\r\n'].map((banner) =>
    atTerminal(
      `another protocol: ${JSON.stringify(banner)}`,
      { tls: 'negotiated' },
      {
        steps: [ascii(banner)],
        lines: ['closed us NOT_TELNET'],
        after: 'closed',
      },
    ),
  ),
  ...['SSH-2.0-scan\r\n', 'GET / HTTP/1.1\r\n', 'PROXY TCP4 192.0.2.1'].flatMap((request) =>
    (['basic', 'secure', 'negtSecure', 'implicit'] as const).map((tls) =>
      atHost(
        `another protocol: ${JSON.stringify(request)}`,
        { tls },
        {
          steps: [ascii(request)],
          lines: ['closed us NOT_TELNET'],
          after: 'closed',
        },
      ),
    ),
  ),
  // A banner that begins as one of those does, and is none.
  ...['SSL or not?', '22 users', 'HELLO'].map((banner) =>
    atTerminal(
      `a banner is no other protocol: ${banner}`,
      { tls: 'negotiated' },
      {
        steps: [ascii(`${banner}\r\nlogin: `)],
        lines: ['clearText', 'negotiated nvt - - []', `text ${ascii(`${banner}\r\nlogin: `)}`],
        after: 'answers',
      },
    ),
  ),
];

describe('what the policies leave open', () => {
  for (const one of CASES) it(one.title, () => runCase(one));

  it('[HTM-026] whether terminals are asked for a certificate goes with the upgrade', () => {
    for (const clientCertificate of ['optional', 'required'] as const) {
      const driver = host({ tls: 'implicit', clientCertificate }).feed(CLIENT_HELLO);
      expect(driver.pending).toMatchObject({ role: 'server', clientCertificate });
    }
    const none = host({ tls: 'implicit' }).feed(CLIENT_HELLO).pending;
    expect(none !== undefined && 'clientCertificate' in none).toBe(false);
    expect(terminal({ tls: 'implicit' }).pending).not.toHaveProperty('clientCertificate');
  });

  it('[HTM-026] required and missing ends the connection, optional and missing does not', () => {
    for (const verification of ['notRequested', 'untrusted', undefined] as const) {
      const info = {
        version: 'TLSv1.3',
        cipher: 'x',
        ...(verification === undefined ? {} : { verification }),
      };
      const required = host({ tls: 'negtSecure', clientCertificate: 'required' });
      required.feed(WIRE.will + WIRE.follows).established(info);
      expect(required.closed, String(verification)).toBe(true);
      expect(required.session.security).toBe('none');
      expect(required.output.endsWith(WIRE.follows), 'nothing follows').toBe(true);
    }
    const optional = host({ tls: 'negtSecure', clientCertificate: 'optional' });
    optional.feed(WIRE.will + WIRE.follows);
    optional.established({ version: 'TLSv1.3', cipher: 'x', verification: 'notRequested' });
    expect(optional.session.security).toBe('negotiated');
    const good = host({ tls: 'negtSecure', clientCertificate: 'required' });
    expect(good.feed(WIRE.will + WIRE.follows).established().session.security).toBe('negotiated');
  });

  it('[SEC-043] misspelt values of these throw', () => {
    for (const options of [
      { offerUnanswered: 'clos' },
      { clientCertificate: 'REQUIRED' },
      { clientCertificate: true },
    ])
      expect(() => new HostSession({ tls: 'any', ...options } as never)).toThrow(/must be one of/);
  });
});

/** What recorded terminals and hosts sent, in their own portions; captures by name. */
describe('recorded dialogues', () => {
  it('[TLS-046] ckermit-starttls: other options between WILL and FOLLOWS, and again inside TLS', () => {
    const driver = host({ tls: 'negtSecure' })
      .feed('fffb2e')
      .feed('fffb25')
      .feed('fffb18fffb27fffb2cfffa2e01fff0');
    expect(driver.sends).toEqual([WIRE.do, WIRE.follows]);
    driver.established();
    const before = driver.sends.length;
    driver.feed('fffb25').feed('fffb18').feed('fffb27').feed('fffb2c').feed('fffc28');
    // AUTHENTICATION and COM-PORT are refused, TERMINAL-TYPE and NEW-ENVIRON agreed to; TN3270E was refused.
    expect(driver.sends.slice(before)).toEqual(['fffe25', 'fffd18', 'fffd27', 'fffe2c', sub('18', '01')]);
  });

  it('[TLS-047] ckermit-starttls-default: other options before WILL', () => {
    const driver = host({ tls: 'negtSecure' });
    for (const wire of ['fffb25', 'fffb18', 'fffb27', 'fffb2c', 'fffb2e', WIRE.follows]) driver.feed(wire);
    expect(driver.sends).toEqual([WIRE.do, WIRE.follows]);
    expect(driver.pending?.role).toBe('server');
  });

  it('openssl-starttls: never negotiates telnet, sends a line', () => {
    const driver = host({ tls: 'negtSecure' }).feed('fffb2efffa2e01fff0').established().feed('68656c6c6f0a');
    expect(driver.sends).toEqual([WIRE.do, WIRE.follows, 'fffd28']);
    expect(driver.lines.at(-1)).toBe('text 68656c6c6f0a');
    expect(driver.timer('negotiation').diagnosis).toBe('NEGOTIATION_TIMEOUT');
  });

  it('[TLS-037] ckermit-server-ckermit-wire: a host that offers START_TLS with seven other requests', () => {
    for (const tls of ['negotiated', 'required', 'auto'] as const) {
      const driver = terminal({ tls })
        .feed('fffd2efffd25fffd1f')
        .feed('fffb03fffd03fffb01fffd18')
        .feed('fffd27');
      expect(driver.sends, tls).toEqual([WIRE.will + WIRE.follows]);
      expect(driver.feed(WIRE.follows).pending?.role, tls).toBe('client');
    }
  });

  it('pr3287-negtsecure: WILL and FOLLOWS in two portions', () => {
    const driver = host({ tls: 'negtSecure' }).feed(WIRE.will).feed(WIRE.follows);
    expect(driver.sends).toEqual([WIRE.do, WIRE.follows]);
    expect(driver.pending).toBeDefined();
  });

  it('tnz-negtsecure: refuses TN3270E inside TLS, and goes on with its type of its own', () => {
    const driver = host({ tls: 'negtSecure' })
      .feed(WIRE.will + WIRE.follows)
      .established();
    driver
      .feed('fffc28')
      .feed('fffb18')
      .feed(sub('18', `00${ascii('IBM-DYNAMIC')}`))
      .feed('fffb19fffd19')
      .feed('fffb00fffd00');
    expect(driver.session.mode).toBe('tn3270');
    expect(driver.session.terminalType).toBe('IBM-DYNAMIC');
  });
});
