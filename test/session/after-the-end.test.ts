import { describe, expect, it } from 'vitest';
import { fromHex, UsageError } from '../../src/bytes/index.js';
import { type HostOptions, HostSession, TerminalSession, type TimerName } from '../../src/session/index.js';
import { ascii, CLIENT_HELLO, Driver, GOOD_TLS, type Session, sub, WIRE } from './support/driver.js';

/** Methods that are called with bytes, text or a key, however the session stands. */
type Calls<Kind> = Readonly<Record<string, (session: Kind) => unknown>>;

const BOTH: Calls<Session> = {
  receive: (session) => session.receive(fromHex('fffd2efffb2e')),
  urgentReceived: (session) => session.urgentReceived(),
  transportClosed: (session) => session.transportClosed(),
  timerFired: (session) => {
    for (const name of ['negotiation', 'keep-alive', 'first-byte', 'follows', 'host-quiet', 'environment'])
      session.timerFired(name as TimerName);
  },
  close: (session) => session.close('again'),
  tlsEstablished: (session) => session.tlsEstablished(GOOD_TLS),
  tlsFailed: (session) => session.tlsFailed({ kind: 'reset', message: '' }),
  negotiationKey: (session) => session.negotiationKey(),
  snapshot: (session) => session.snapshot(),
};

/** What does nothing, and says so by what it returns. */
const TERMINAL: Calls<TerminalSession> = {
  bytesBeneathTls: (session) => session.bytesBeneathTls(fromHex('fffd2e')),
  type: (session) => expect(session.type('x')).toEqual({ accepted: false, reason: 'noSession', taken: 0 }),
  press: (session) => {
    for (const key of ['enter', 'attn', 'sysReq', 'reset', 'clear', 'pf1'] as const)
      expect(session.press(key)).toEqual({ accepted: false, reason: 'noSession' });
  },
  moveCursor: (session) => expect(session.moveCursor(0)).toEqual({ accepted: false, reason: 'noSession' }),
};

/** What would send is misuse. */
const SENDING: Calls<HostSession> = {
  write: (session) => session.write(fromHex('f5c3c1')),
  sendText: (session) => session.sendText('x'),
  sendSscpLu: (session) => session.sendSscpLu(fromHex('c1')),
  unbind: (session) => session.unbind(),
  bind: (session) => session.bind(),
  bid: (session) => session.bid(),
  acceptDevice: (session) => session.acceptDevice('LU1'),
  rejectDevice: (session) => session.rejectDevice(1),
};
const HOST: Calls<HostSession> = {
  refuseLu: (session) => session.refuseLu('unavailable'),
};

const TN3270E = [
  'fffd28',
  sub('28', '0802'),
  sub('28', `0204${ascii('IBM-3278-2-E')}01${ascii('LU1')}`),
  sub('28', '0300020405'),
].join('');
const ANSWERS = `fffb28${sub('28', `0207${ascii('IBM-3278-2-E')}`)}`;
const ALL_FUNCTIONS = { functions: [0, 2, 4, 5] } as const;

/** How a session has come to each of its modes. */
const TERMINALS: readonly (readonly [string, () => Driver<TerminalSession>])[] = [
  ['at the start', () => new Driver(new TerminalSession({ tls: 'plain' }))],
  ['nvt', () => new Driver(new TerminalSession({ tls: 'plain' })).feed(ascii('login: '))],
  [
    'tn3270',
    () =>
      new Driver(new TerminalSession({ tls: 'plain' })).feed(
        `fffd18${sub('18', '01')}fffd19fffb19fffd00fffb00`,
      ),
  ],
  ['tn3270e', () => new Driver(new TerminalSession({ tls: 'plain', tn3270e: ALL_FUNCTIONS })).feed(TN3270E)],
  [
    'a pending upgrade',
    () =>
      new Driver(new TerminalSession({ tls: 'negotiated' })).feed(TN3270E).feed(`${WIRE.do}${WIRE.follows}`),
  ],
  ['a pending implicit upgrade', () => new Driver(new TerminalSession({ tls: 'implicit' }))],
];

const undecided = { assignDevice: () => undefined } as const;
const HOSTS: readonly (readonly [string, () => Driver<HostSession>])[] = [
  ['at the start', () => new Driver(new HostSession({ tls: 'basic' }))],
  ['nvt', () => new Driver(new HostSession({ tls: 'basic', functions: false })).feed('fffc18')],
  [
    'tn3270',
    () =>
      new Driver(new HostSession({ tls: 'basic' })).feed(
        `fffc28fffb18${sub('18', `00${ascii('IBM-3278-2')}`)}fffb19fffd19fffb00fffd00`,
      ),
  ],
  [
    'tn3270e',
    () =>
      new Driver(new HostSession({ tls: 'basic', ...ALL_FUNCTIONS }))
        .feed(ANSWERS)
        .feed(sub('28', '030700020405')),
  ],
  ['an open request', () => new Driver(new HostSession({ tls: 'basic', ...undecided })).feed(ANSWERS)],
  [
    'an open classic request',
    () =>
      new Driver(new HostSession({ tls: 'basic', ...undecided })).feed(
        `fffc28fffb18${sub('18', `00${ascii('IBM-3278-2')}`)}`,
      ),
  ],
  [
    'a pending upgrade',
    () =>
      new Driver(new HostSession({ tls: 'vmAllowed', ...ALL_FUNCTIONS }))
        .feed(ANSWERS)
        .feed(sub('28', '030700020405'))
        .feed(`${WIRE.will}${WIRE.follows}`),
  ],
  [
    'a pending upgrade with an open request',
    () =>
      new Driver(new HostSession({ tls: 'vmAllowed', ...undecided }))
        .feed(ANSWERS)
        .feed(`${WIRE.will}${WIRE.follows}`),
  ],
  ['a sniffed upgrade', () => new Driver(new HostSession({ tls: 'any' })).feed(CLIENT_HELLO)],
];

/** What can end a session; each does nothing where it does not apply. */
const ENDS: Readonly<Record<string, (driver: Driver<Session>) => void>> = {
  close: (driver) => driver.call((session) => session.close()),
  transportClosed: (driver) => driver.gone(),
  tlsFailed: (driver) => {
    if (driver.pending !== undefined) driver.failed();
  },
  'a certificate that is refused': (driver) => {
    if (driver.pending !== undefined) driver.established({ ...GOOD_TLS, version: 'SSLv2' });
  },
  'the time': (driver) => {
    const [timer] = driver.timers.keys();
    if (timer !== undefined) driver.timer(timer);
  },
  'a storm of options': (driver) => {
    for (let i = 0; i < 100 && !driver.closed && driver.pending === undefined; i++)
      driver.feed('fffb03fffc03fffd03fffe03');
  },
  'a malformed START_TLS': (driver) => {
    if (driver.pending === undefined) driver.feed(sub('2e', '02'));
  },
};

function whatBreaks<Kind extends Session>(driver: Driver<Kind>, call: (session: Kind) => unknown): string[] {
  const { session } = driver;
  const { diagnosis } = session;
  let outcome = 'returned';
  try {
    call(session);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    outcome = error.code;
  }
  const broken: string[] = [];
  const event = session.nextEvent();
  if (event !== undefined) broken.push(`${event.type} after closed`);
  if (session.mode !== 'closed' || session.security !== 'none') broken.push(session.mode);
  if (session.diagnosis !== diagnosis) broken.push('another diagnosis');
  return [outcome, ...broken];
}

function* ended<Kind extends Session>(
  starts: readonly (readonly [string, () => Driver<Kind>])[],
): Generator<readonly [name: string, make: () => Driver<Kind>]> {
  for (const [start, make] of starts)
    for (const [end, act] of Object.entries(ENDS)) {
      const made = () => {
        const driver = make();
        act(driver as unknown as Driver<Session>);
        return driver;
      };
      if (made().closed) yield [`${start}, ${end}`, made];
    }
}

/** Public methods and accessors of a role, by its prototypes; those of `restore` and the getters aside. */
function methods(session: object): string[] {
  const names = new Set<string>();
  for (let at = session; at !== Object.prototype; at = Object.getPrototypeOf(at))
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(at)))
      if (typeof value === 'function') names.add(name);
  return [...names];
}

describe('after the end', () => {
  const terminalCalls = { ...BOTH, ...TERMINAL } as Calls<TerminalSession>;
  const hostCalls = { ...BOTH, ...HOST } as Calls<HostSession>;

  it('every kind of end is met in every mode that has it', () => {
    const names = [...ended(TERMINALS), ...ended(HOSTS)].map(([name]) => name);
    for (const end of Object.keys(ENDS)) expect(names.join('\n')).toContain(`, ${end}`);
    expect(names.length).toBeGreaterThan(60);
    for (const [calls, session] of [
      [terminalCalls, new TerminalSession({ tls: 'plain' })],
      [{ ...hostCalls, ...SENDING }, new HostSession({ tls: 'basic' })],
    ] as const)
      expect(methods(session)).toEqual(expect.arrayContaining(Object.keys(calls)));
  });

  for (const [name, make] of ended(TERMINALS))
    it(`[SEC-041] nothing follows, whatever is called (terminal, ${name})`, () => {
      for (const [call, act] of Object.entries(terminalCalls))
        expect(whatBreaks(make(), act), call).toEqual(['returned']);
    });

  for (const [name, make] of ended(HOSTS))
    it(`[SEC-041] nothing follows, whatever is called (host, ${name})`, () => {
      for (const [call, act] of Object.entries(hostCalls))
        expect(whatBreaks(make(), act), call).toEqual(['returned']);
      for (const [call, act] of Object.entries(SENDING))
        expect(whatBreaks(make(), act), call).toEqual(['state-forbids']);
    });

  it('[SEC-134] an end in mid-chunk leaves nothing of the chunk, and the same snapshot for every cut', () => {
    const wire = fromHex(`${TN3270E}${sub('2e', '02')}${'0000000000f5c3c1ffef'.repeat(3)}ff`);
    const whole = new Driver(new TerminalSession({ tls: 'plain', tn3270e: ALL_FUNCTIONS })).feed(wire);
    const single = new Driver(new TerminalSession({ tls: 'plain', tn3270e: ALL_FUNCTIONS }));
    for (const byte of wire) single.feed(Uint8Array.of(byte));
    expect([whole.closed, single.closed]).toEqual([true, true]);
    const snapshot = whole.session.snapshot();
    expect(snapshot).toEqual(single.session.snapshot());
    const options = { tls: 'plain', tn3270e: ALL_FUNCTIONS } as const;
    const again = new Driver(TerminalSession.restore(options, snapshot));
    expect(again.session.diagnosis).toEqual(whole.session.diagnosis);
    expect(again.feed(wire).gone().lines).toEqual([]);
  });

  it('[SEC-041] a host that was restored after its end sends nothing either', () => {
    for (const [name, make] of ended(HOSTS)) {
      const snapshot = make().session.snapshot();
      const tls = snapshot.policy as HostOptions['tls'];
      const session = HostSession.restore({ tls, ...ALL_FUNCTIONS }, snapshot);
      for (const [call, act] of Object.entries(SENDING))
        expect(whatBreaks(new Driver(session), act), `${call} (${name})`).toEqual(['state-forbids']);
    }
  });
});
