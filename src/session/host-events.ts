import type { InboundRecord } from '../datastream/index.js';
import type { InboundFinding, ReadRequest } from '../screen/index.js';
import type { GivenVariable } from '../telnet/index.js';
import type { SessionEvent } from './events.js';

/** A terminal asks for a device. Where `assignDevice` left it open, answer with `acceptDevice` or `rejectDevice`. */
export interface DeviceRequestedEvent {
  readonly type: 'deviceRequested';
  readonly deviceType: string;
  /** The device or pool that is wanted, or with `associate` the terminal whose printer is. */
  readonly resourceName: string | undefined;
  readonly associate: boolean;
  /** Already answered by `assignDevice`. */
  readonly decided: boolean;
}

/**
 * The terminal sent a record: a key with what was typed, or the answer to a read. The data of structured fields in it is lent
 * until the next `receive`; all else is copied.
 */
export interface InboundEvent {
  readonly type: 'inbound';
  readonly record: InboundRecord;
  /** The read of the host's that it answers, the oldest first; undefined for a key that the operator pressed. */
  readonly answers: ReadRequest | undefined;
  /**
   * An answer that nothing had asked for, or a key while the keyboard was not restored. Happens without ill will where
   * something crossed it (RFC 2355 §10, SEC-111).
   */
  readonly unsolicited: boolean;
  /**
   * What in it does not fit the screen that was sent (SEC-102 to SEC-106), in the order of the record, at most 64. Look here:
   * `violation` events tell only the first of each code.
   */
  readonly findings: readonly InboundFinding[];
}

/**
 * The terminal sent what no operator can do, and the option `inboundChecks` is `ignore` or `close`: do not act on it. The
 * keyboard waits for the host, as after any key.
 */
export interface InboundIgnoredEvent {
  readonly type: 'inboundIgnored';
  readonly record: InboundRecord;
  readonly findings: readonly InboundFinding[];
}

/**
 * Input of the SSCP-LU session, which has no AID and no addresses. `text` is safe to print; `bytes` are lent until the next
 * `receive`.
 */
export interface SscpLuInputEvent {
  readonly type: 'sscpLuInput';
  readonly bytes: Uint8Array;
  readonly text: string;
}

/**
 * The terminal answered a record that asked for a response (RFC 2355 §10.4), or a printer in classic TN3270 told its status,
 * which it does after each record and without a number (RFC 1646 §5).
 */
export interface ResponseEvent {
  readonly type: 'response';
  /** What was answered. */
  readonly to: 'data3270' | 'scsData' | 'bid';
  readonly sequenceNumber: number;
  readonly positive: boolean;
  /** With a negative response: 00 command reject, 01 intervention required, 02 operation check, 03 component disconnected. */
  readonly code: number | undefined;
  /** The sense code that a host reports for it (TNE-101). */
  readonly sense: number | undefined;
}

/** The terminal's printer is ready again; `sense` is what a host tells the application (TNE-103). */
export interface ErrorConditionClearedEvent {
  readonly type: 'errorConditionCleared';
  readonly sense: number | undefined;
}

/** The ATTN key: IAC BREAK in TN3270, IAC IP in TN3270E (TEL-114, TNE-115). */
export interface AttentionEvent {
  readonly type: 'attention';
}

/** The SYSREQ key (TNE-110). */
export interface SystemRequestEvent {
  readonly type: 'systemRequest';
  /** With the option `systemRequest: 'suspend'`: whether the application is put aside now. */
  readonly suspended?: boolean;
  /** And what a host reports to it: 082D0000 (LU busy), or 082B0000, after which it has to write its screen again. */
  readonly sense?: number;
}

/**
 * LOGOFF was typed while the application was put aside: its session has ended. Where BIND-IMAGE was agreed, the terminal has been
 * sent an UNBIND (TNE-112).
 */
export interface LoggedOffEvent {
  readonly type: 'loggedOff';
}

/** Variables that the terminal gave; untrusted. */
export interface EnvironmentEvent {
  readonly type: 'environment';
  readonly variables: readonly GivenVariable[];
  /** Variables left out because nobody asked for them. */
  readonly unrequestedVariables: number;
}

/** The terminal's size in NAWS; advisory, 0 means "not stated". */
export interface WindowSizeEvent {
  readonly type: 'windowSize';
  readonly rows: number;
  readonly columns: number;
}

/** What comes out of a {@link HostSession}. */
export type HostEvent =
  | SessionEvent
  | DeviceRequestedEvent
  | InboundEvent
  | InboundIgnoredEvent
  | SscpLuInputEvent
  | ResponseEvent
  | ErrorConditionClearedEvent
  | AttentionEvent
  | SystemRequestEvent
  | LoggedOffEvent
  | EnvironmentEvent
  | WindowSizeEvent;
