import type {
  Diagnosis,
  TlsInfo,
  TlsTimer,
  TlsWeakness,
  UpgradeReason,
  UpgradeToTlsEvent,
} from '../tls/index.js';
import type { ViolationCode } from './violation-codes.js';

/** Bytes for the peer, whole answers together, at most 16 KiB unless one record is longer. The bytes are yours. */
export interface SendEvent {
  readonly type: 'send';
  readonly bytes: Uint8Array;
}

/** All timers that a session may ask for. */
export type TimerName = TlsTimer | 'negotiation' | 'keep-alive' | 'host-quiet' | 'environment';

/**
 * Arms a named timer (again, where it runs) or, with `afterMs: null`, disarms it. When it runs out call `timerFired(name)`.
 * After `closed` no timer matters.
 */
export interface TimerEvent {
  readonly type: 'timer';
  readonly name: TimerName;
  readonly afterMs: number | null;
}

/** The peer broke a rule. The session goes on unless a `closed` event follows. Repeats are counted, not listed. */
export interface ViolationEvent {
  readonly type: 'violation';
  readonly code: ViolationCode;
  /** Number of the requirement or security case. */
  readonly rule: string;
  /** What was broken, in one line. */
  readonly means: string;
  /** Of the first offending byte, from the first byte of the stream (of the TLS stream inside TLS). */
  readonly offset: number;
  /** The offending bytes, at most 64, copied. */
  readonly bytes: Uint8Array;
}

/** The session has ended; nothing follows. Close the transport (destroy it while an upgrade is pending). */
export interface ClosedEvent {
  readonly type: 'closed';
  /**
   * Who ended it. `peer`: the connection is gone, or the peer broke off the handshake of TLS (a failure of the kind `alert`, `eof` or
   * `reset`). `us`: the session found that it cannot go on; so it is with the kinds `certificate` and `protocol`. `embedder`: by
   * `close` or `refuseLu`.
   */
  readonly by: 'peer' | 'us' | 'embedder';
  readonly diagnosis: Diagnosis;
}

/** TLS is up and telnet starts afresh inside it. */
export interface SecureEvent {
  readonly type: 'secure';
  readonly reason: UpgradeReason;
  readonly info: TlsInfo;
  /** What is weak in the version and the cipher; empty when nothing is (TLS-027). With `weakTls: 'close'` always empty. */
  readonly weaknesses: readonly TlsWeakness[];
}

/** The session goes on without TLS, as its policy allows. Comes before the first screen or text. */
export interface ClearTextEvent {
  readonly type: 'clearText';
}

/** How data is carried. */
export type Mode =
  | 'negotiating'
  | 'tlsPending'
  | 'nvt'
  | 'tn3270'
  | 'tn3270eUnbound'
  | 'tn3270e'
  | 'tn3270eNvt'
  | 'sscpLu'
  | 'closed';

/** The mode has changed. */
export interface ModeEvent {
  readonly type: 'mode';
  readonly mode: Mode;
  readonly previous: Mode;
}

/** Negotiation has come to its end: what was agreed. */
export interface NegotiatedEvent {
  readonly type: 'negotiated';
  readonly protocol: 'tn3270e' | 'tn3270' | 'nvt';
  /** The TN3270E device type, or the terminal type; undefined in NVT without TERMINAL-TYPE. */
  readonly terminalType: string | undefined;
  /** LU or device name, where one was given. */
  readonly luName: string | undefined;
  /** TN3270E functions by number, ascending; empty elsewhere. */
  readonly functions: readonly number[];
}

/**
 * Untrusted text of the NVT; a terminal has it on its screen already, without a `screen` event. `text` is for people: what
 * is not printable is shown as `\xNN`. `bytes` are lent until the next `receive`: copy them to keep them.
 */
export interface TextEvent {
  readonly type: 'text';
  readonly bytes: Uint8Array;
  readonly text: string;
}

/** The peer sent a telnet command that asks for nothing by itself. */
export interface CommandEvent {
  readonly type: 'command';
  readonly command:
    | 'break'
    | 'interruptProcess'
    | 'abortOutput'
    | 'areYouThere'
    | 'eraseCharacter'
    | 'eraseLine'
    | 'endOfFile'
    | 'suspend'
    | 'abort';
}

/** The events of both roles. */
export type SessionEvent =
  | SendEvent
  | TimerEvent
  | ViolationEvent
  | ClosedEvent
  | SecureEvent
  | ClearTextEvent
  | ModeEvent
  | NegotiatedEvent
  | TextEvent
  | CommandEvent
  | UpgradeToTlsEvent;
