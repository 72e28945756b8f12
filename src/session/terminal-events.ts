import type { RefusedStructuredField } from '../datastream/index.js';
import type { LockReason, ScreenSize } from '../screen/index.js';
import type { LuRefusalReason } from '../telnet/index.js';
import type { SessionEvent } from './events.js';

/** The host wrote to the screen. Read it from `session.screen`. */
export interface ScreenEvent {
  readonly type: 'screen';
  /** The whole buffer was erased before what was written. */
  readonly erased: boolean;
  /** Rows and columns are others than before (DS-167). */
  readonly resized: boolean;
  /** The host asks to sound the alarm. */
  readonly alarm: boolean;
  /** The host restored the keyboard. */
  readonly keyboardRestored: boolean;
}

/**
 * The host asked for something that this terminal does not have: a partition, programmed symbols, graphics. Where responses
 * are agreed it has been told so, by a command reject, unless a reply was due for the same record (SF-006, SF-007). Comes each
 * time, also where the violation with this `code` is only counted. The bytes of the field are copies.
 */
export interface StructuredFieldRefusedEvent extends RefusedStructuredField {
  readonly type: 'structuredFieldRefused';
}

/** The lock of the keyboard has changed. */
export interface KeyboardEvent {
  readonly type: 'keyboard';
  readonly locked: boolean;
  /** Why, the strongest reason first; empty when it takes input. */
  readonly reasons: readonly LockReason[];
}

/**
 * Why a host is taken to be done. `write`: a write that ended the last lock without restoring the keyboard, as the first one
 * does. `writeControlCharacter`: keyboard restore there, or Erase All Unprotected. `keyboardRestore`: the flag of TN3270E
 * (TNE-135). `contentionResolution`: SEND-DATA, by which the host says itself that it sends no more (TNE-131). `sscpLuData`: a
 * prompt of the SSCP-LU session. `goAhead`: the telnet command, in an NVT. `quietTime`: the timer `host-quiet`.
 */
export type HostDoneEvidence =
  | 'write'
  | 'writeControlCharacter'
  | 'keyboardRestore'
  | 'contentionResolution'
  | 'sscpLuData'
  | 'goAhead'
  | 'quietTime';

/**
 * What was sent is answered, or a lock of the host's is gone: it is the operator's turn. Comes once a turn, behind the
 * `screen` and `keyboard` events of the record that it rests on.
 */
export interface HostDoneEvent {
  readonly type: 'hostDone';
  /** All that was seen since the turn began. */
  readonly evidence: readonly HostDoneEvidence[];
  /** The host has fallen silent and left the keyboard locked; `evidence` has `quietTime` then. */
  readonly keyboardLocked: boolean;
}

/** The host bound the LU to an application (RFC 2355 §10.3). */
export interface BoundEvent {
  readonly type: 'bound';
  /** Name of the primary LU (the application), as text of the session's code page; undefined when the BIND has none. */
  readonly pluName: string | undefined;
  readonly defaultSize: ScreenSize;
  readonly alternateSize: ScreenSize;
}

/** The session with the application has ended; the connection goes on (TNE-079). */
export interface UnboundEvent {
  readonly type: 'unbound';
  /** One of `UNBIND_REASONS`, another number, or undefined when none was given. */
  readonly reason: number | undefined;
}

/** The host turned a device down; the next candidate is asked for, or TN3270E is left (TNE-025). */
export interface DeviceRejectedEvent {
  readonly type: 'deviceRejected';
  /** One of `REJECT_REASONS`, another number, or undefined when none was given. */
  readonly reason: number | undefined;
  readonly luName: string | undefined;
}

/**
 * A host without TN3270E does not serve the LU or the type, and says why in a line of text (RFC 1646 §8). It closes behind that; with
 * a number that is not known the session ends at once (TEL-137).
 */
export interface LuRefusedEvent {
  readonly type: 'luRefused';
  /** 1 to 4, or another that the host has of its own. */
  readonly number: number;
  /** Undefined for a number of the host's own. */
  readonly reason: LuRefusalReason | undefined;
  /** The line, safe to print. */
  readonly text: string;
}

/** What comes out of a {@link TerminalSession}. */
export type TerminalEvent =
  | SessionEvent
  | ScreenEvent
  | StructuredFieldRefusedEvent
  | KeyboardEvent
  | HostDoneEvent
  | BoundEvent
  | UnboundEvent
  | DeviceRejectedEvent
  | LuRefusedEvent;
