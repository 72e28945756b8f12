import type { LockReason, ScreenSize } from '../screen/index.js';
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

/** The lock of the keyboard has changed. */
export interface KeyboardEvent {
  readonly type: 'keyboard';
  readonly locked: boolean;
  /** Why, the strongest reason first; empty when it takes input. */
  readonly reasons: readonly LockReason[];
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

/** What comes out of a {@link TerminalSession}. */
export type TerminalEvent =
  | SessionEvent
  | ScreenEvent
  | KeyboardEvent
  | BoundEvent
  | UnboundEvent
  | DeviceRejectedEvent;
