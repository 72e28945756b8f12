import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type HostOptions,
  HostSession,
  type TerminalOptions,
  TerminalSession,
} from '../../src/session/index.js';
import { FOREIGN_CLIENTS, FOREIGN_SERVERS } from '../../src/tls/index.js';
import { type Case, runCase } from './support/cases.js';
import { ascii, CLIENT_HELLO, host, terminal, WIRE } from './support/driver.js';

const DO_TN3270E = 'fffd28';

/** Hosts that let a session go on in the clear, with the offer on the wire. */
const OPTIONAL: readonly (readonly [name: string, options: HostOptions, before: Case['before']])[] = [
  ['vmPreferred', { tls: 'vmPreferred' }, []],
  ['any, offer first', { tls: 'any', offerFirst: true }, []],
  ['any, after its wait', { tls: 'any' }, [{ timer: 'client-hello' }]],
];

/** Hosts with an offer on the wire. */
const OFFERING: typeof OPTIONAL = [
  ...OPTIONAL,
  ['negtSecure', { tls: 'negtSecure' }, []],
  ['vmRequired', { tls: 'vmRequired' }, []],
  ['secure, after its wait', { tls: 'secure' }, [{ timer: 'client-hello' }]],
];

/** An offer that is neither taken nor refused; the default is tested with the dialogue. */
const UNANSWERED: readonly Case[] = OPTIONAL.flatMap(([name, options, before = []]) => {
  const session = (): HostSession => new HostSession({ ...options, offerUnanswered: 'close' });
  return [
    {
      title: `[HTM-020] [HTM-006] [HTM-010] silence closes where that is set (${name})`,
      session,
      before,
      steps: [{ timer: 'start-tls-answer' as const }],
      lines: ['closed us CLIENT_SILENT'],
      after: 'closed' as const,
    },
    {
      title: `[HTM-020] a refusal does not (${name})`,
      session,
      before,
      steps: [WIRE.wont],
      lines: [`send ${DO_TN3270E}`],
      after: 'answers' as const,
    },
    {
      title: `[HTM-020] and an answer is taken as ever (${name})`,
      session,
      before,
      steps: [WIRE.will + WIRE.follows],
      lines: [`send ${WIRE.follows}`, 'upgradeToTls server negotiated '],
      after: 'pending' as const,
    },
  ];
});

const STRICT: readonly Case[] = [
  ...OFFERING.flatMap(([name, options, before = []]): Case[] => [
    {
      title: `[TLS-047] another option closes where that is set (${name})`,
      session: () => new HostSession({ ...options, closeOnOtherOptions: true }),
      before,
      steps: ['fffb25'],
      lines: ['closed us CLIENT_IGNORES_OFFER'],
      after: 'closed',
    },
    {
      title: `[TLS-047] its own answer and other commands do not (${name})`,
      session: () => new HostSession({ ...options, closeOnOtherOptions: true }),
      before,
      steps: [`fff1${WIRE.will}`, WIRE.follows],
      lines: [`send ${WIRE.follows}`, 'upgradeToTls server negotiated '],
      after: 'pending',
    },
  ]),
  ...(['secure', 'any'] as const).map(
    (tls): Case => ({
      title: `[TLS-047] before the ClientHello that is waited for (${tls})`,
      session: () => new HostSession({ tls, closeOnOtherOptions: true }),
      steps: ['fffb25'],
      lines: ['closed us CLIENT_SPEAKS_TELNET'],
      after: 'closed',
    }),
  ),
  {
    title: '[TLS-047] matters to no host without an offer',
    session: () => new HostSession({ tls: 'basic', closeOnOtherOptions: true }),
    steps: ['fffb25'],
    lines: ['send fffe25'],
    after: 'answers',
  },
];

const TERMINAL_POLICIES: readonly TerminalOptions[] = [
  { tls: 'plain' },
  { tls: 'negotiated' },
  { tls: 'required' },
  { tls: 'auto' },
  { tls: 'auto', allowClear: true },
];
const HOST_POLICIES: readonly HostOptions[] = [
  { tls: 'basic' },
  { tls: 'secure' },
  { tls: 'negtSecure' },
  { tls: 'any' },
  { tls: 'any', offerFirst: true },
  { tls: 'vmAllowed' },
  { tls: 'vmPreferred' },
  { tls: 'implicit' },
];

const FOREIGN: readonly Case[] = [
  ...TERMINAL_POLICIES.flatMap((options) =>
    FOREIGN_SERVERS.map(
      ({ starts, words }): Case => ({
        title: `[TLS-151] ${JSON.stringify(options)} meets ${words} (${starts})`,
        session: () => new TerminalSession(options),
        steps: [ascii(`${starts}0 rest\r\n`)],
        lines: ['closed us NOT_TELNET'],
        after: 'closed',
      }),
    ),
  ),
  ...HOST_POLICIES.flatMap((options) =>
    FOREIGN_CLIENTS.map(
      ({ starts, words }): Case => ({
        title: `[TLS-151] ${JSON.stringify(options)} meets ${words} (${starts})`,
        session: () => new HostSession(options),
        steps: [ascii(`${starts}0 rest\r\n`)],
        lines: ['closed us NOT_TELNET'],
        after: 'closed',
      }),
    ),
  ),
  {
    title: '[TLS-151] text that only begins alike is text',
    session: () => new TerminalSession({ tls: 'plain' }),
    steps: [ascii('SSH is not spoken here\r\n')],
    lines: ['clearText', 'negotiated nvt - - []', `text ${ascii('SSH is not spoken here\r\n')}`],
    after: 'answers',
  },
  {
    title: '[TLS-151] inside TLS nothing is taken for a protocol',
    session: () => new TerminalSession({ tls: 'implicit' }),
    before: [{ do: (driver) => driver.established() }],
    steps: [ascii('220 READY\r\n')],
    lines: ['negotiated nvt - - []', `text ${ascii('220 READY\r\n')}`],
    after: 'answers',
  },
];

describe('settings of the TLS policies', () => {
  for (const one of [...UNANSWERED, ...STRICT]) it(one.title, () => runCase(one));

  it('[HTM-020] the setting matters to those policies alone', () => {
    for (const tls of ['negtSecure', 'vmRequired'] as const) {
      const driver = host({ tls, offerUnanswered: 'clear' }).timer('start-tls-answer');
      expect(driver.diagnosis, tls).toBe('CLIENT_SILENT');
    }
  });

  it('[SEC-043] a misspelt setting throws', () => {
    for (const wrong of [
      { offerUnanswered: 'Close' },
      { offerUnanswered: null },
      { clientCertificate: 'REQUIRED' },
      { clientCertificate: true },
      { closeOnOtherOption: true },
    ])
      expect(() => new HostSession({ tls: 'any', ...wrong } as never), JSON.stringify(wrong)).toThrow(
        expect.objectContaining({ code: 'option-invalid' }),
      );
  });

  it('[HTM-026] the upgrade says whether to ask for a certificate, and nothing where none is asked for', () => {
    const asks = (clientCertificate?: HostOptions['clientCertificate']) => {
      const options = clientCertificate === undefined ? {} : { clientCertificate };
      return host({ tls: 'implicit', ...options }).feed(CLIENT_HELLO).pending?.clientCertificate;
    };
    expect([asks(), asks('none'), asks('optional'), asks('required')]).toEqual([
      undefined,
      undefined,
      'optional',
      'required',
    ]);
    expect(terminal({ tls: 'implicit' }).pending).not.toHaveProperty('clientCertificate');
  });

  it('[HTM-026] what the certificate is found to be decides', () => {
    const outcome = (
      clientCertificate: 'optional' | 'required',
      verification: 'verified' | 'notPresented' | 'expired',
    ) => {
      const driver = host({ tls: 'implicit', clientCertificate }).feed(CLIENT_HELLO);
      driver.established({ version: 'TLSv1.3', cipher: 'x', verification });
      return driver.diagnosis ?? driver.session.security;
    };
    expect(outcome('optional', 'notPresented')).toBe('implicit');
    expect(outcome('required', 'notPresented')).toBe('CLIENT_CERTIFICATE_MISSING');
    expect(outcome('optional', 'expired')).toBe('implicit');
    expect(outcome('required', 'expired')).toBe('CLIENT_CERTIFICATE_UNTRUSTED');
    expect(outcome('required', 'verified')).toBe('implicit');
  });
});

describe('other protocols', () => {
  for (const one of FOREIGN) it(one.title, () => runCase(one));

  it('[TLS-151] bytes that decide nothing are text when time or the connection has run out', () => {
    const clear = terminal({ tls: 'plain' }).feed(ascii('SS'));
    expect(clear.only('text')).toEqual([]);
    expect(clear.timer('first-byte').only('text')).toEqual([`text ${ascii('SS')}`]);
    expect(clear.feed(ascii('H-')).only('text')).toEqual([`text ${ascii('SSH-')}`]);
    expect(clear.closed).toBe(false);
    const gone = terminal({ tls: 'negotiated' }).feed(ascii('220')).gone();
    expect(gone.only('text')).toEqual([`text ${ascii('220')}`]);
    expect(gone.diagnosis).toBe('ENDED');
  });

  it('[TLS-042] [TLS-037] and are no silence to a terminal that listens or insists', () => {
    const auto = terminal({ tls: 'auto' }).feed(ascii('SS'));
    expect(auto.timer('auto-listen').output).toBe(WIRE.will);
    const required = terminal({ tls: 'required' }).feed(ascii('SS'));
    expect(required.timer('first-byte').output).toBe(WIRE.will);
    expect(required.only('text')).toEqual([]);
  });

  it('[HTM-004] nor an answer to a host that offers', () => {
    const driver = host({ tls: 'negtSecure' }).feed(ascii('GE'));
    expect(driver.timer('start-tls-answer').diagnosis).toBe('CLIENT_SILENT');
    expect(host({ tls: 'secure' }).feed(ascii('GE')).timer('client-hello').diagnosis).toBe('NOT_TELNET');
  });

  it('[TLS-151] [HTM-042] a TLS record that cannot be served is named as a whole, however it was cut', () => {
    for (const record of ['1503010002020a', '160301000801000004', '1603010200010001fc0303', '160301000401']) {
      for (const make of [
        () => terminal({ tls: 'negotiated' }),
        () => terminal({ tls: 'plain' }),
        () => host({ tls: 'basic' }),
        () => host({ tls: 'negtSecure' }),
      ]) {
        const whole = make().feed(record).gone();
        if (whole.diagnosis === 'PEER_CLOSED') continue; // an alert is no greeting to a host
        const cut = make();
        for (const byte of record.match(/../g) ?? []) cut.feed(byte);
        expect(cut.gone().session.diagnosis, record).toEqual(whole.session.diagnosis);
        expect(whole.session.diagnosis).toMatchObject({
          code: expect.stringMatching(/HOST_REQUIRES_TLS|CLIENT_IMPLICIT_TLS|NOT_TELNET/),
          firstBytes: record.slice(0, 32),
        });
      }
    }
    const alert = terminal({ tls: 'negotiated' }).feed('15');
    expect(alert.closed).toBe(false);
    expect(alert.feed('03010002020a').session.diagnosis?.firstBytesMean).toBe(
      'the TLS alert unexpected_message',
    );
  });

  it('[TLS-151] and no longer than time allows', () => {
    const first = (tls: 'plain' | 'negotiated' | 'required') =>
      terminal({ tls }).feed('16').timer('first-byte').diagnosis;
    expect([first('plain'), first('negotiated'), first('required')]).toEqual([
      'HOST_REQUIRES_TLS',
      'HOST_REQUIRES_TLS',
      'HOST_REQUIRES_TLS',
    ]);
    expect(host({ tls: 'negtSecure' }).feed('16').timer('start-tls-answer').diagnosis).toBe(
      'CLIENT_IMPLICIT_TLS',
    );
    const waits = host({ tls: 'secure' }).feed('1603');
    expect(waits.timer('client-hello').only('upgradeToTls')).toEqual(['upgradeToTls server sniffed 1603']);
  });

  it('survive a snapshot while they are undecided', () => {
    const options: TerminalOptions = { tls: 'plain' };
    const saved = terminal(options).feed(ascii('SSH')).session.snapshot();
    const restored = TerminalSession.restore(options, JSON.parse(JSON.stringify(saved)));
    restored.receive(Uint8Array.of(0x2d));
    while (restored.nextEvent() !== undefined);
    expect(restored.diagnosis?.code).toBe('NOT_TELNET');
  });

  it('no text is lost or changed by being held', () => {
    const character = fc.constantFrom(...'SH-TP/20+OK*RFBx');
    fc.assert(
      fc.property(fc.string({ unit: character, minLength: 1, maxLength: 12 }), fc.nat(12), (text, at) => {
        const whole = terminal({ tls: 'plain' }).feed(ascii(text));
        const cut = terminal({ tls: 'plain' });
        for (const piece of [text.slice(0, at), text.slice(at)]) if (piece !== '') cut.feed(ascii(piece));
        expect(cut.lines).toEqual(whole.lines);
        if (whole.closed) return;
        expect(cut.gone().only('text')).toEqual([`text ${ascii(text)}`]);
      }),
    );
  });
});
