import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, type SnapshotObject, toHex } from '../../src/bytes/index.js';
import { HostSession, TerminalSession } from '../../src/session/index.js';

type Session = TerminalSession | HostSession;

function drain(session: Session): string {
  const seen: string[] = [];
  for (let event = session.nextEvent(); event !== undefined; event = session.nextEvent()) {
    seen.push(JSON.stringify(event, (_, value) => (value instanceof Uint8Array ? toHex(value) : value)));
  }
  return seen.join('\n');
}

/** Through text and back, as a file would keep it. */
function throughJson(snapshot: SnapshotObject): SnapshotObject {
  return JSON.parse(JSON.stringify(snapshot)) as SnapshotObject;
}

const TERMINAL = { tls: 'negotiated', serverName: 'host', luNames: ['LU1', 'LU2'] } as const;
const HOST = {
  tls: 'any',
  offerFirst: true,
  functions: [0, 2, 4, 5],
  windowSize: true,
  environment: {},
} as const;

/** What a host sends to a terminal in a whole session, with a screen in classic TN3270 after TN3270E was left. */
const TO_TERMINAL = [
  'fffd28',
  'fffa280802fff0',
  'fffa280206050', // cut on purpose: the next piece goes on
].join('');
const HOST_STREAM = fromHex(
  `${TO_TERMINAL}1fff0fffa28020449424d2d333237382d322d45014c5532fff0fffa2803040002fff0${[
    '030000000031010303b1903080008787f88700028000000000185018507e000008c9c2d4f0e3c5e2d8ffef',
    '0000000200f5c3114040f1f01d60e4e2c5d91d4013ffef',
    '0000020001f1c311c1501df0c8c5d3d3d6ffff1311ffef',
    '0500000000410d0a42ffef',
    'fffe28fffd18fffa1801fff0fffd19fffb19fffd00fffb00f5c3114040c1c2c3ffef41',
  ].join('')}`,
);
/** What a terminal sends to a host. */
const TERMINAL_STREAM = fromHex(
  'fffc2efffb28fffb1ffffa1f00500018fff0fffb27fffa28020749424d2d333237382d322d45fff0fffa28030700020405fff0fffa2700fff0' +
    '00000000007d404011c1d4c8c9ffef02000000000000ffefff',
);

describe('snapshots', () => {
  it('[TLS-025] text that is dropped counts once, wherever a snapshot cuts it', () => {
    const options = { tls: 'required' } as const;
    const text = fromHex('c1c2c3c4c5');
    for (let cut = 1; cut < text.length; cut++) {
      const original = new TerminalSession(options);
      drain(original);
      original.receive(text.slice(0, cut));
      expect(drain(original)).toContain('data-before-tls');
      const copy = TerminalSession.restore(options, throughJson(original.snapshot()));
      copy.receive(text.slice(cut));
      drain(copy);
      expect([...copy.violations]).toEqual([['data-before-tls', 1]]);
    }
  });

  const cases = [
    [
      'terminal',
      () => new TerminalSession(TERMINAL),
      (s: SnapshotObject) => TerminalSession.restore(TERMINAL, s),
      HOST_STREAM,
    ],
    [
      'host',
      () => new HostSession(HOST),
      (s: SnapshotObject) => HostSession.restore(HOST, s),
      TERMINAL_STREAM,
    ],
  ] as const;

  it.each(cases)(
    'a %s restored at any byte goes on as the one that was saved',
    (_, make, restore, stream) => {
      for (let cut = 0; cut <= stream.length; cut++) {
        const original: Session = make();
        drain(original);
        original.receive(stream.slice(0, cut));
        drain(original);
        const copy: Session = restore(throughJson(original.snapshot()));
        expect(copy.snapshot()).toEqual(original.snapshot());
        expect(copy.negotiationKey()).toBe(original.negotiationKey());
        expect(copy.nextEvent()).toBeUndefined();
        original.receive(stream.slice(cut));
        copy.receive(stream.slice(cut));
        expect(drain(copy)).toBe(drain(original));
        expect(copy.snapshot()).toEqual(original.snapshot());
      }
    },
  );

  it('a pending upgrade, its timer and the secure session behind it survive', () => {
    const original = new TerminalSession(TERMINAL);
    drain(original);
    original.receive(fromHex('fffd2efffa2e01fff0'));
    drain(original);
    const copy = TerminalSession.restore(TERMINAL, throughJson(original.snapshot()));
    expect(copy.mode).toBe('tlsPending');
    for (const session of [original, copy]) {
      session.tlsEstablished({ version: 'TLSv1.3', cipher: 'X', verification: 'verified' });
    }
    expect(drain(copy)).toBe(drain(original));
    expect(copy.security).toBe('negotiated');
    expect(TerminalSession.restore(TERMINAL, copy.snapshot()).tlsInfo).toEqual(copy.tlsInfo);
  });

  it('cannot be taken before the session is drained', () => {
    const session = new HostSession({ tls: 'negtSecure' });
    expect(() => session.snapshot()).toThrow(expect.objectContaining({ code: 'not-drained' }));
  });

  it('[SEC-134] a damaged snapshot throws the error of the library and nothing else', () => {
    const session = new TerminalSession(TERMINAL);
    drain(session);
    session.receive(HOST_STREAM);
    drain(session);
    const whole = throughJson(session.snapshot());
    const paths: string[][] = [];
    const walk = (value: unknown, path: string[]): void => {
      if (path.length > 0) paths.push(path);
      if (typeof value !== 'object' || value === null) return;
      for (const [key, inner] of Object.entries(value).slice(0, 6)) walk(inner, [...path, key]);
    };
    for (const [key, value] of Object.entries(whole)) walk(value, [key]);
    const damage = fc.constantFrom<unknown>(undefined, null, -1, 1e9, 0.5, 'x', '__proto__', [], {}, [
      ['__proto__', 1],
    ]);
    fc.assert(
      fc.property(fc.constantFrom(...paths), damage, (path, value) => {
        const copy = structuredClone(whole) as Record<string, unknown>;
        let place: Record<string, unknown> = copy;
        for (const key of path.slice(0, -1)) place = place[key] as Record<string, unknown>;
        place[path.at(-1) as string] = value;
        try {
          drain(TerminalSession.restore(TERMINAL, copy as SnapshotObject));
        } catch (error) {
          expect(['snapshot-invalid', 'argument-invalid']).toContain((error as { code?: string }).code);
        }
      }),
      { numRuns: 600 },
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it.each([
    ['another version', { version: 2 }],
    ['the other role', { role: 'host' }],
    ['no gate', { gate: 'toString' }],
    ['a mode that does not exist', { mode: 'constructor' }],
  ])('[SEC-134] %s is refused', (_, change) => {
    const session = new TerminalSession(TERMINAL);
    drain(session);
    const damaged = { ...session.snapshot(), ...change };
    expect(() => TerminalSession.restore(TERMINAL, damaged)).toThrow(
      expect.objectContaining({ code: 'snapshot-invalid' }),
    );
  });
});
