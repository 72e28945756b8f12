import { describe, expect, it } from 'vitest';
import type { SnapshotObject } from '../../src/bytes/index.js';
import {
  type HostOptions,
  HostSession,
  type TerminalOptions,
  TerminalSession,
} from '../../src/session/index.js';
import { CLIENT_HELLO, type Driver, host, type Session, terminal, WIRE } from './support/driver.js';
import { misuse } from './support/misuse.js';

const TERMINALS: readonly TerminalOptions[] = [
  { tls: 'plain' },
  { tls: 'implicit' },
  { tls: 'implicit', acceptUnverified: true },
  { tls: 'implicit', weakTls: 'close' },
  { tls: 'negotiated' },
  { tls: 'required' },
  { tls: 'auto' },
  { tls: 'auto', allowClear: true },
  { tls: 'auto', allowClear: true, volunteerStartTls: true },
];
const HOSTS: readonly HostOptions[] = [
  { tls: 'basic' },
  { tls: 'secure' },
  { tls: 'negtSecure' },
  { tls: 'any' },
  { tls: 'any', offerFirst: true },
  { tls: 'any', offerUnanswered: 'close' },
  { tls: 'any', closeOnOtherOptions: true },
  { tls: 'implicit' },
  { tls: 'implicit', clientCertificate: 'required' },
];

describe('[SEC-035] a session goes on under the policy that it was made with', () => {
  it('a terminal', () => {
    for (const taken of TERMINALS)
      for (const given of TERMINALS) {
        const snapshot = terminal(taken).session.snapshot();
        expect(
          misuse(() => TerminalSession.restore(given, snapshot)),
          JSON.stringify([taken, given]),
        ).toBe(taken === given ? 'nothing thrown' : 'snapshot-invalid');
      }
  });

  it('a host', () => {
    for (const taken of HOSTS)
      for (const given of HOSTS) {
        const snapshot = host(taken).session.snapshot();
        expect(
          misuse(() => HostSession.restore(given, snapshot)),
          JSON.stringify([taken, given]),
        ).toBe(taken === given ? 'nothing thrown' : 'snapshot-invalid');
      }
  });

  it('a session in the clear does not come to stand under required', () => {
    const snapshot = terminal({ tls: 'plain' }).feed('fffd28').session.snapshot();
    expect(misuse(() => TerminalSession.restore({ tls: 'required' }, snapshot))).toBe('snapshot-invalid');
  });

  it('a default that is written out is the same policy', () => {
    const snapshot = terminal({ tls: 'auto' }).session.snapshot();
    const options = { tls: 'auto', allowClear: false, weakTls: 'tell' } as const;
    expect(TerminalSession.restore(options, snapshot).snapshot()).toEqual(snapshot);
  });
});

describe('[SEC-044] what a snapshot says of TLS has to fit', () => {
  const required: TerminalOptions = { tls: 'required' };
  const offering: HostOptions = { tls: 'negtSecure' };
  const states: readonly (readonly [string, () => Driver<Session>])[] = [
    ['terminal that listens', () => terminal(required)],
    ['terminal that has sent FOLLOWS', () => terminal(required).feed(WIRE.do)],
    ['terminal that sets up TLS', () => terminal(required).feed(WIRE.do + WIRE.follows)],
    [
      'terminal in TLS',
      () =>
        terminal(required)
          .feed(WIRE.do + WIRE.follows)
          .established(),
    ],
    ['terminal that has ended', () => terminal(required).feed(WIRE.dont)],
    ['host that offers', () => host(offering)],
    ['host that sets up TLS', () => host(offering).feed(WIRE.will + WIRE.follows)],
    ['host that saw a ClientHello', () => host(offering).feed(CLIENT_HELLO)],
    [
      'host in TLS',
      () =>
        host(offering)
          .feed(WIRE.will + WIRE.follows)
          .established(),
    ],
  ];
  const restore = (session: Session, snapshot: SnapshotObject): Session =>
    session instanceof TerminalSession
      ? TerminalSession.restore(required, snapshot)
      : HostSession.restore(offering, snapshot);
  const info = { version: 'TLSv1.3', cipher: 'x', verification: 'verified' };

  it.each(states)('%s', (_, make) => {
    const { session } = make();
    const snapshot = session.snapshot();
    expect(restore(session, snapshot).snapshot()).toEqual(snapshot);
    const { security, tlsInfo, upgrade, gate } = snapshot;
    const edits: readonly SnapshotObject[] = [
      { security: security === 'none' ? 'negotiated' : 'none' },
      { tlsInfo: tlsInfo === null ? info : null },
      { upgrade: upgrade === null ? 'negotiated' : null },
      { gate: gate === 'secure' ? 'closed' : 'secure' },
      { gate: gate === 'followsSent' ? 'closed' : 'followsSent' },
      { security: 'negotiated', tlsInfo: info, gate: 'followsSent' },
      { mode: 'closed', diagnosis: null },
    ];
    for (const edit of edits)
      expect(
        misuse(() => restore(session, { ...snapshot, ...edit })),
        JSON.stringify(edit),
      ).toBe('snapshot-invalid');
  });
});
