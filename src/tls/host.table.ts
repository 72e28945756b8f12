import type { Cell, TransitionTable } from '../machine/index.js';
import type { HostTlsPolicy, TlsPhase, TlsTimer } from './policies.data.js';
import type { TlsEffect } from './terminal.table.js';

/** Where a host stands between the clear channel and TLS. */
export type HostTlsState =
  | 'clearRefusing'
  | 'clearAllowing'
  | 'clearOffered'
  | 'offerRequired'
  | 'offerOptional'
  | 'offerOptionalOrClose'
  | 'waitRequired'
  | 'waitOptional'
  | 'waitOptionalOrClose'
  | 'waitImplicit'
  | 'followsSent'
  | 'upgrading'
  | 'secure'
  | 'closed';

/**
 * `hello` is a TLS record as the first bytes of the stream, `oldHello` an SSL 2.0 one, `foreign` the start of another protocol;
 * `otherOption` is `telnet` for a host that closes on it while its offer is open (TLS-047). The rest as for the terminal.
 */
export type HostTlsInput =
  | 'willStartTls'
  | 'wontStartTls'
  | 'doStartTls'
  | 'dontStartTls'
  | 'follows'
  | 'followsWithTail'
  | 'malformed'
  | 'telnet'
  | 'otherOption'
  | 'data'
  | 'hello'
  | 'oldHello'
  | 'foreign'
  | 'timeout'
  | 'established'
  | 'failed'
  | 'transportClosed';

/**
 * A policy, for `any` with its order; `…OrClose` where an offer that stays unanswered closes the session instead of letting
 * it go on in the clear.
 */
export type HostTlsStart =
  | HostTlsPolicy
  | 'anyOfferFirst'
  | 'anyOrClose'
  | 'anyOfferFirstOrClose'
  | 'vmPreferredOrClose';

/** Each policy's first state. host-tls-modes.md §2; `any` waits first unless the setting `offerFirst` says otherwise. */
export const HOST_TLS_START: Readonly<Record<HostTlsStart, Cell<HostTlsState, TlsEffect>>> = {
  basic: ['clearRefusing', 'openTelnet'], //           HTM-001
  secure: ['waitRequired'], //                         HTM-002
  implicit: ['waitImplicit'], //                       HTM-003
  negtSecure: ['offerRequired', 'sendDo'], //          HTM-004
  any: ['waitOptional'], //                            HTM-005
  anyOrClose: ['waitOptionalOrClose'],
  anyOfferFirst: ['offerOptional', 'sendDo'], //       HTM-006
  anyOfferFirstOrClose: ['offerOptionalOrClose', 'sendDo'],
  none: ['closed', 'close NOT_SERVED'], //             HTM-007
  vmNever: ['clearRefusing', 'openTelnet'], //         HTM-008
  vmAllowed: ['clearAllowing', 'openTelnet'], //       HTM-009
  vmPreferred: ['offerOptional', 'sendDo'], //         HTM-010
  vmPreferredOrClose: ['offerOptionalOrClose', 'sendDo'],
  vmRequired: ['offerRequired', 'sendDo'], //          HTM-011
};

type Row = Readonly<Record<HostTlsInput, Cell<HostTlsState, TlsEffect>>>;

const faults = {
  follows: ['closed', 'followsNotAgreed', 'close STARTTLS_PROTOCOL_ERROR'], //         TLS-012
  followsWithTail: ['closed', 'followsNotAgreed', 'close STARTTLS_PROTOCOL_ERROR'],
  malformed: ['closed', 'startTlsMalformed', 'close STARTTLS_PROTOCOL_ERROR'], //      TLS-013
} as const satisfies Partial<Row>;

/** Telnet in the clear. A ClientHello can only be the first thing that arrives. */
function clear(state: HostTlsState, willStartTls: Cell<HostTlsState, TlsEffect>): Row {
  return {
    ...faults,
    willStartTls,
    wontStartTls: [state],
    doStartTls: [state, 'sendWont'], //                                                 TLS-002
    dontStartTls: [state],
    telnet: [state, 'pass'],
    otherOption: [state, 'pass'],
    data: [state, 'pass'],
    hello: ['closed', 'close CLIENT_IMPLICIT_TLS'], //                                  TLS-156
    oldHello: ['closed', 'close TLS_TOO_OLD'],
    foreign: ['closed', 'close NOT_TELNET'],
    timeout: [state],
    established: [state],
    failed: [state],
    transportClosed: ['closed', 'close ENDED'],
  };
}

/** DO STARTTLS is open: other options wait (TLS-047), user data is not taken (TLS-014). */
function offering(
  state: HostTlsState,
  refused: Cell<HostTlsState, TlsEffect>,
  timeout: Cell<HostTlsState, TlsEffect>,
): Row {
  return {
    ...clear(state, ['followsSent', 'sendFollows']), //                                 TLS-007
    wontStartTls: refused,
    telnet: [state, 'hold'],
    otherOption: ['closed', 'close CLIENT_IGNORES_OFFER'],
    data: [state, 'drop'],
    timeout,
    transportClosed: ['closed', 'close PEER_CLOSED'],
  };
}

/** Silence until a ClientHello, a telnet command or the timer decides (HTM-022). */
function waiting(state: HostTlsState, offer: HostTlsState): Row {
  return {
    ...clear(state, ['followsSent', 'sendDo', 'sendFollows']),
    wontStartTls: [offer, 'sendDo'],
    doStartTls: [offer, 'sendWont', 'sendDo'],
    dontStartTls: [offer, 'sendDo'],
    telnet: [offer, 'sendDo', 'hold'],
    otherOption: ['closed', 'close CLIENT_SPEAKS_TELNET'],
    data: ['closed', 'close NOT_TELNET'],
    hello: ['upgrading', 'upgradeSniffed'], //                                          TLS-044
    timeout: [offer, 'sendDo'], //                                                      HTM-002, HTM-005
    transportClosed: ['closed', 'close PEER_CLOSED'],
  };
}

/** Read a row as: in this state, on this input, go there and do these, in order. STLS-02 §3. */
export const HOST_TLS_TABLE: TransitionTable<HostTlsState, HostTlsInput, TlsEffect> =
  /* @__PURE__ */ hostTable();

/** The literal behind {@link HOST_TLS_TABLE}: a function, so that what does not use the table does not carry it. */
function hostTable(): TransitionTable<HostTlsState, HostTlsInput, TlsEffect> {
  return {
    clearRefusing: clear('clearRefusing', ['clearRefusing', 'sendDont']), //              TLS-005
    clearAllowing: clear('clearAllowing', ['followsSent', 'sendDo', 'sendFollows']), //   TLS-005, TLS-007
    // Our DO was never answered: a late WILL is its answer, not a request.
    clearOffered: {
      ...clear('clearOffered', ['followsSent', 'sendFollows']),
      wontStartTls: ['clearAllowing'],
    },
    offerRequired: offering(
      'offerRequired',
      ['closed', 'close CLIENT_REFUSED_STARTTLS'],
      ['closed', 'close CLIENT_SILENT'],
    ),
    offerOptional: offering(
      'offerOptional',
      ['clearAllowing', 'openTelnet', 'releaseHeld'], //                                  TLS-045
      ['clearOffered', 'openTelnet', 'releaseHeld'],
    ),
    offerOptionalOrClose: offering(
      'offerOptionalOrClose',
      ['clearAllowing', 'openTelnet', 'releaseHeld'],
      ['closed', 'close CLIENT_SILENT'],
    ),
    waitRequired: waiting('waitRequired', 'offerRequired'),
    waitOptional: waiting('waitOptional', 'offerOptional'),
    waitOptionalOrClose: waiting('waitOptionalOrClose', 'offerOptionalOrClose'),
    waitImplicit: {
      ...clear('waitImplicit', ['closed', 'close CLIENT_SPEAKS_TELNET']), //              TLS-157
      follows: ['closed', 'close CLIENT_SPEAKS_TELNET'],
      followsWithTail: ['closed', 'close CLIENT_SPEAKS_TELNET'],
      malformed: ['closed', 'close CLIENT_SPEAKS_TELNET'],
      wontStartTls: ['closed', 'close CLIENT_SPEAKS_TELNET'],
      doStartTls: ['closed', 'close CLIENT_SPEAKS_TELNET'],
      dontStartTls: ['closed', 'close CLIENT_SPEAKS_TELNET'],
      telnet: ['closed', 'close CLIENT_SPEAKS_TELNET'],
      otherOption: ['closed', 'close CLIENT_SPEAKS_TELNET'],
      data: ['closed', 'close NOT_TELNET'],
      hello: ['upgrading', 'upgradeImplicit'],
      timeout: ['closed', 'close CLIENT_SILENT'],
      transportClosed: ['closed', 'close PEER_CLOSED'],
    },
    // After FOLLOWS nothing but FOLLOWS counts, and nothing is sent (TLS-008, TLS-046).
    followsSent: {
      willStartTls: ['followsSent', 'drop'],
      wontStartTls: ['followsSent', 'drop'],
      doStartTls: ['followsSent', 'drop'],
      dontStartTls: ['followsSent', 'drop'],
      follows: ['upgrading', 'upgradeNegotiated'], //                                     TLS-011
      followsWithTail: ['closed', 'bytesAfterFollows', 'close BYTES_AFTER_FOLLOWS'], //   TLS-010
      malformed: ['closed', 'startTlsMalformed', 'close STARTTLS_PROTOCOL_ERROR'],
      telnet: ['followsSent', 'drop'],
      otherOption: ['followsSent', 'drop'],
      data: ['followsSent', 'drop'],
      hello: ['followsSent', 'drop'],
      oldHello: ['followsSent', 'drop'],
      foreign: ['followsSent', 'drop'],
      timeout: ['closed', 'close FOLLOWS_MISSING'],
      established: ['followsSent'],
      failed: ['followsSent'],
      transportClosed: ['closed', 'close FOLLOWS_MISSING'],
    },
    upgrading: {
      willStartTls: ['upgrading', 'drop'],
      wontStartTls: ['upgrading', 'drop'],
      doStartTls: ['upgrading', 'drop'],
      dontStartTls: ['upgrading', 'drop'],
      follows: ['upgrading', 'drop'],
      followsWithTail: ['upgrading', 'drop'],
      malformed: ['upgrading', 'drop'],
      telnet: ['upgrading', 'drop'],
      otherOption: ['upgrading', 'drop'],
      data: ['upgrading', 'drop'],
      hello: ['upgrading', 'drop'],
      oldHello: ['upgrading', 'drop'],
      foreign: ['upgrading', 'drop'],
      timeout: ['closed', 'close TLS_HANDSHAKE_TIMEOUT'],
      established: ['secure', 'startAfresh', 'openTelnet'], //                            TLS-015, TLS-018
      failed: ['closed', 'close TLS_HANDSHAKE_FAILED'], //                                TLS-023
      transportClosed: ['closed', 'close TLS_HANDSHAKE_FAILED'],
    },
    secure: {
      ...clear('secure', ['secure', 'sendDont']), //                                      TLS-019
      hello: ['secure', 'pass'],
      oldHello: ['secure', 'pass'],
      foreign: ['secure', 'pass'],
    },
    closed: {
      willStartTls: ['closed', 'drop'],
      wontStartTls: ['closed', 'drop'],
      doStartTls: ['closed', 'drop'],
      dontStartTls: ['closed', 'drop'],
      follows: ['closed', 'drop'],
      followsWithTail: ['closed', 'drop'],
      malformed: ['closed', 'drop'],
      telnet: ['closed', 'drop'],
      otherOption: ['closed', 'drop'],
      data: ['closed', 'drop'],
      hello: ['closed', 'drop'],
      oldHello: ['closed', 'drop'],
      foreign: ['closed', 'drop'],
      timeout: ['closed'],
      established: ['closed'],
      failed: ['closed'],
      transportClosed: ['closed'],
    },
  };
}

/** The timer that runs in each state, and the part of the connection that it belongs to. */
export const HOST_TLS_STATES: Readonly<
  Record<HostTlsState, { readonly timer: TlsTimer | undefined; readonly phase: TlsPhase }>
> = {
  clearRefusing: { timer: undefined, phase: 'clear' },
  clearAllowing: { timer: undefined, phase: 'clear' },
  clearOffered: { timer: undefined, phase: 'clear' },
  offerRequired: { timer: 'start-tls-answer', phase: 'startTls' },
  offerOptional: { timer: 'start-tls-answer', phase: 'startTls' },
  offerOptionalOrClose: { timer: 'start-tls-answer', phase: 'startTls' },
  waitRequired: { timer: 'client-hello', phase: 'connect' },
  waitOptional: { timer: 'client-hello', phase: 'connect' },
  waitOptionalOrClose: { timer: 'client-hello', phase: 'connect' },
  waitImplicit: { timer: 'client-hello', phase: 'connect' },
  followsSent: { timer: 'follows', phase: 'follows' },
  upgrading: { timer: 'tls-handshake', phase: 'handshake' },
  secure: { timer: undefined, phase: 'secure' },
  closed: { timer: undefined, phase: 'closed' },
};
