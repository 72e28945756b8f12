import type { Cell, TransitionTable } from '../machine/index.js';
import type { DiagnosisCode } from './diagnosis.data.js';
import type { TerminalTlsPolicy, TlsPhase, TlsTimer } from './policies.data.js';

/** Where a terminal stands between the clear channel and TLS. */
export type TerminalTlsState =
  | 'listenPlain'
  | 'refusedOffer'
  | 'clearPlain'
  | 'listenNegotiated'
  | 'clearNegotiated'
  | 'listenRequired'
  | 'listenAuto'
  | 'listenAutoClear'
  | 'listenAutoAsk'
  | 'asking'
  | 'askingOrClear'
  | 'clearAsked'
  | 'followsSent'
  | 'upgradingImplicit'
  | 'upgradingNegotiated'
  | 'secure'
  | 'closed';

/**
 * `telnet` is any telnet command but those of START_TLS, `data` any byte outside commands; `tlsBytes` is a TLS record as the
 * first bytes of the stream, `foreign` the greeting of another protocol. `followsWithTail`: clear bytes lie behind FOLLOWS.
 * `beneath…`: what the transport saw beneath TLS.
 */
export type TerminalTlsInput =
  | 'doStartTls'
  | 'dontStartTls'
  | 'willStartTls'
  | 'wontStartTls'
  | 'follows'
  | 'followsWithTail'
  | 'malformed'
  | 'telnet'
  | 'data'
  | 'tlsBytes'
  | 'foreign'
  | 'beneathOffer'
  | 'beneathTelnet'
  | 'beneathOther'
  | 'timeout'
  | 'established'
  | 'failed'
  | 'transportClosed';

/** `pass` hands the token on to the layers above, `drop` forgets it; `close CODE` ends the session. */
export type TlsEffect =
  | 'pass'
  | 'drop'
  | 'hold'
  | 'releaseHeld'
  | 'openTelnet'
  | 'sendWill'
  | 'sendWont'
  | 'sendDo'
  | 'sendDont'
  | 'sendFollows'
  | 'sendWillFollows'
  | 'upgradeImplicit'
  | 'upgradeNegotiated'
  | 'upgradeSniffed'
  | 'startAfresh'
  | 'followsNotAgreed'
  | 'startTlsMalformed'
  | 'bytesAfterFollows'
  | `close ${DiagnosisCode}`;

/**
 * Each policy's first state. `implicit` starts TLS at once (TLS-040). `autoClear` is `auto` with leave to go on in the clear,
 * `autoAsk` the same where it asks for TLS before it does (TLS-050).
 */
export const TERMINAL_TLS_START: Readonly<
  Record<TerminalTlsPolicy | 'autoClear' | 'autoAsk', Cell<TerminalTlsState, TlsEffect>>
> = {
  plain: ['listenPlain'],
  implicit: ['upgradingImplicit', 'upgradeImplicit'],
  negotiated: ['listenNegotiated'],
  required: ['listenRequired'],
  auto: ['listenAuto'],
  autoClear: ['listenAutoClear'],
  autoAsk: ['listenAutoAsk'],
};

type Row = Readonly<Record<TerminalTlsInput, Cell<TerminalTlsState, TlsEffect>>>;

/** A protocol error ends the session whatever the policy (TLS-012, TLS-013). */
const faults = {
  follows: ['closed', 'followsNotAgreed', 'close STARTTLS_PROTOCOL_ERROR'],
  followsWithTail: ['closed', 'followsNotAgreed', 'close STARTTLS_PROTOCOL_ERROR'],
  malformed: ['closed', 'startTlsMalformed', 'close STARTTLS_PROTOCOL_ERROR'],
} as const satisfies Partial<Row>;

/** What only a pending upgrade can meet; elsewhere these are late and mean nothing. */
function late<State extends TerminalTlsState>(
  state: State,
): Pick<Row, 'beneathOffer' | 'beneathTelnet' | 'beneathOther' | 'established' | 'failed'> {
  return {
    beneathOffer: [state],
    beneathTelnet: [state],
    beneathOther: [state],
    established: [state],
    failed: [state],
  };
}

/**
 * Listening states that go on in the clear or ask: they differ only in what telnet leads to. Text is telnet as a command is: a
 * connection starts as an NVT (RFC 854), some hosts greet before they negotiate, and the first bytes decide (TLS-037, TLS-042).
 * So each policy that asks does it for either. What is not telnet is told by its beginning: `tlsBytes`, `foreign`.
 */
function listening(
  state: TerminalTlsState,
  next: Cell<TerminalTlsState, TlsEffect>,
  timeout: Cell<TerminalTlsState, TlsEffect>,
): Row {
  // The command itself is answered here and goes no further.
  const asks = next.includes('sendWill');
  return {
    ...faults,
    ...late(state),
    doStartTls: ['followsSent', 'sendWillFollows'], //            TLS-004, TLS-006
    dontStartTls: next,
    willStartTls: asks ? [next[0], 'sendDont', 'sendWill'] : [next[0], 'sendDont'], // TLS-003
    wontStartTls: next,
    telnet: next,
    data: next,
    tlsBytes: ['closed', 'close HOST_REQUIRES_TLS'], //            TLS-155
    foreign: ['closed', 'close NOT_TELNET'],
    timeout,
    transportClosed: ['closed', 'close HOST_SILENT'], //           HTM-044
  };
}

/** Telnet goes on in the clear, with or without readiness to take a later offer. */
function clear(state: TerminalTlsState, doStartTls: Cell<TerminalTlsState, TlsEffect>): Row {
  return {
    ...faults,
    ...late(state),
    doStartTls,
    dontStartTls: [state],
    willStartTls: [state, 'sendDont'], //                           TLS-003
    wontStartTls: [state],
    telnet: [state, 'pass'],
    data: [state, 'pass'],
    tlsBytes: ['closed', 'close HOST_REQUIRES_TLS'], //            TLS-155
    foreign: ['closed', 'close NOT_TELNET'],
    timeout: [state],
    transportClosed: ['closed', 'close ENDED'],
  };
}

/** Read a row as: in this state, on this input, go there and do these, in order. STLS-02 §3, DESIGN "The TLS-upgrade hook". */
export const TERMINAL_TLS_TABLE: TransitionTable<TerminalTlsState, TerminalTlsInput, TlsEffect> =
  /* @__PURE__ */ terminalTable();

/** The literal behind {@link TERMINAL_TLS_TABLE}: a function, so that what does not use the table does not carry it. */
function terminalTable(): TransitionTable<TerminalTlsState, TerminalTlsInput, TlsEffect> {
  return {
    listenPlain: {
      ...listening('listenPlain', ['clearPlain', 'pass'], ['closed', 'close HOST_SILENT']),
      doStartTls: ['refusedOffer', 'sendWont'],
    },
    // The host may go on in the clear or close: closing before any data, whatever else it asked for, means that it wants
    // TLS (TLS-153).
    refusedOffer: {
      ...clear('refusedOffer', ['refusedOffer', 'sendWont']),
      data: ['clearPlain', 'pass'],
      transportClosed: ['closed', 'close HOST_REQUIRES_TLS'],
    },
    clearPlain: clear('clearPlain', ['clearPlain', 'sendWont']),
    listenNegotiated: listening(
      'listenNegotiated',
      ['clearNegotiated', 'pass'],
      ['closed', 'close HOST_SILENT'],
    ),
    clearNegotiated: clear('clearNegotiated', ['followsSent', 'sendWillFollows']),
    listenRequired: listening(
      'listenRequired',
      ['asking', 'sendWill', 'drop'],
      ['closed', 'close HOST_SILENT'],
    ), // TLS-037
    listenAuto: listening(
      'listenAuto',
      ['asking', 'sendWill', 'drop'],
      ['upgradingImplicit', 'upgradeImplicit'],
    ), // TLS-042
    listenAutoClear: listening(
      'listenAutoClear',
      ['clearNegotiated', 'pass'],
      ['upgradingImplicit', 'upgradeImplicit'],
    ),
    // Clear text is allowed: text is shown at once, and commands wait for the answer (TLS-045).
    listenAutoAsk: {
      ...listening(
        'listenAutoAsk',
        ['askingOrClear', 'sendWill', 'hold'],
        ['upgradingImplicit', 'upgradeImplicit'],
      ),
      dontStartTls: ['askingOrClear', 'sendWill', 'drop'],
      wontStartTls: ['askingOrClear', 'sendWill', 'drop'],
      data: ['askingOrClear', 'sendWill', 'pass'],
    },
    asking: {
      ...faults,
      ...late('asking'),
      doStartTls: ['followsSent', 'sendFollows'], //                 TLS-006
      dontStartTls: ['closed', 'close HOST_REFUSED_STARTTLS'], //    TLS-038
      willStartTls: ['asking', 'sendDont'],
      wontStartTls: ['asking'],
      telnet: ['asking', 'drop'],
      data: ['asking', 'drop'],
      tlsBytes: ['closed', 'close HOST_REQUIRES_TLS'],
      foreign: ['closed', 'close NOT_TELNET'],
      timeout: ['closed', 'close HOST_REFUSED_STARTTLS'],
      transportClosed: ['closed', 'close HOST_REFUSED_STARTTLS'], // TLS-050
    },
    // What waits is answered when TLS is refused or the time is up (TLS-045). Text cannot release it: what is answered can change
    // how the rest of a run of text is read, so that its cuts would show.
    askingOrClear: {
      ...faults,
      ...late('askingOrClear'),
      doStartTls: ['followsSent', 'sendFollows'], //                 TLS-006
      dontStartTls: ['clearNegotiated', 'releaseHeld'],
      willStartTls: ['askingOrClear', 'sendDont'],
      wontStartTls: ['askingOrClear'],
      telnet: ['askingOrClear', 'hold'],
      data: ['askingOrClear', 'pass'],
      tlsBytes: ['closed', 'close HOST_REQUIRES_TLS'],
      foreign: ['closed', 'close NOT_TELNET'],
      timeout: ['clearAsked', 'releaseHeld'],
      transportClosed: ['closed', 'close HOST_REFUSED_STARTTLS'], // TLS-050
    },
    // Our WILL was never answered: a late DO is its answer, not an offer.
    clearAsked: {
      ...clear('clearAsked', ['followsSent', 'sendFollows']),
      dontStartTls: ['clearNegotiated'],
    },
    // After FOLLOWS nothing but FOLLOWS counts, and nothing is sent (TLS-008, TLS-009, TLS-031, TLS-032).
    followsSent: {
      ...late('followsSent'),
      doStartTls: ['followsSent', 'drop'],
      dontStartTls: ['followsSent', 'drop'],
      willStartTls: ['followsSent', 'drop'],
      wontStartTls: ['followsSent', 'drop'],
      follows: ['upgradingNegotiated', 'upgradeNegotiated'], //      TLS-011
      followsWithTail: ['closed', 'bytesAfterFollows', 'close BYTES_AFTER_FOLLOWS'], // TLS-010
      malformed: ['closed', 'startTlsMalformed', 'close STARTTLS_PROTOCOL_ERROR'],
      telnet: ['followsSent', 'drop'],
      data: ['followsSent', 'drop'],
      tlsBytes: ['followsSent', 'drop'],
      foreign: ['followsSent', 'drop'],
      timeout: ['closed', 'close FOLLOWS_MISSING'],
      transportClosed: ['closed', 'close FOLLOWS_MISSING'],
    },
    upgradingImplicit: {
      ...pending('upgradingImplicit'),
      beneathOffer: ['closed', 'close HOST_NEGOTIATES'], //          TLS-043, TLS-152
      beneathTelnet: ['closed', 'close HOST_PLAIN'],
      beneathOther: ['closed', 'close NOT_TELNET'],
    },
    upgradingNegotiated: {
      ...pending('upgradingNegotiated'),
      beneathOffer: ['closed', 'bytesAfterFollows', 'close BYTES_AFTER_FOLLOWS'],
      beneathTelnet: ['closed', 'bytesAfterFollows', 'close BYTES_AFTER_FOLLOWS'],
      beneathOther: ['closed', 'bytesAfterFollows', 'close BYTES_AFTER_FOLLOWS'],
    },
    secure: {
      ...clear('secure', ['secure', 'sendWont']), //                  TLS-019, TLS-041
      tlsBytes: ['secure', 'pass'],
      foreign: ['secure', 'pass'],
    },
    closed: {
      ...pending('closed'),
      ...late('closed'),
      timeout: ['closed'],
      transportClosed: ['closed'],
    },
  };
}

/** While the handshake runs no telnet exists (TLS-035). */
function pending(state: TerminalTlsState): Row {
  return {
    ...late(state),
    doStartTls: [state, 'drop'],
    dontStartTls: [state, 'drop'],
    willStartTls: [state, 'drop'],
    wontStartTls: [state, 'drop'],
    follows: [state, 'drop'],
    followsWithTail: [state, 'drop'],
    malformed: [state, 'drop'],
    telnet: [state, 'drop'],
    data: [state, 'drop'],
    tlsBytes: [state, 'drop'],
    foreign: [state, 'drop'],
    timeout: ['closed', 'close TLS_HANDSHAKE_TIMEOUT'], //          TLS-033
    established: ['secure', 'startAfresh'], //                      TLS-015, TLS-018
    failed: ['closed', 'close TLS_HANDSHAKE_FAILED'], //            TLS-023
    transportClosed: ['closed', 'close TLS_HANDSHAKE_FAILED'],
  };
}

/** The timer that runs in each state, and the part of the connection that it belongs to. */
export const TERMINAL_TLS_STATES: Readonly<
  Record<TerminalTlsState, { readonly timer: TlsTimer | undefined; readonly phase: TlsPhase }>
> = {
  listenPlain: { timer: 'first-byte', phase: 'connect' },
  refusedOffer: { timer: undefined, phase: 'startTls' },
  clearPlain: { timer: undefined, phase: 'clear' },
  listenNegotiated: { timer: 'first-byte', phase: 'connect' },
  clearNegotiated: { timer: undefined, phase: 'clear' },
  listenRequired: { timer: 'first-byte', phase: 'connect' },
  listenAuto: { timer: 'auto-listen', phase: 'connect' },
  listenAutoClear: { timer: 'auto-listen', phase: 'connect' },
  listenAutoAsk: { timer: 'auto-listen', phase: 'connect' },
  asking: { timer: 'start-tls-answer', phase: 'startTls' },
  askingOrClear: { timer: 'start-tls-answer', phase: 'startTls' },
  clearAsked: { timer: undefined, phase: 'clear' },
  followsSent: { timer: 'follows', phase: 'follows' },
  upgradingImplicit: { timer: 'tls-handshake', phase: 'handshake' },
  upgradingNegotiated: { timer: 'tls-handshake', phase: 'handshake' },
  secure: { timer: undefined, phase: 'secure' },
  closed: { timer: undefined, phase: 'closed' },
};
