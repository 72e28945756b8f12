import type { FaultReport, SendBody } from '../telnet/index.js';
import type { Tn3270eViolationCode } from './violations.data.js';

/** Device type and name are settled; functions are negotiated next. */
export interface DeviceTypeAgreed {
  readonly type: 'deviceTypeAgreed';
  /** The host's word counts, where it differs from what was asked (TNE-028). */
  readonly deviceType: string;
  /** The LU; undefined when the host named none (TNE-027). */
  readonly deviceName: string | undefined;
}

/** Negotiation is complete: data may flow. Comes again when functions are negotiated anew. */
export interface FunctionsAgreed {
  readonly type: 'functionsAgreed';
  /** Known codes, in the order of the list that was agreed, each once. */
  readonly functions: readonly number[];
  /** Functions to treat as agreed although they are not: those of a printer without controls (TNE-046). */
  readonly assumed: readonly number[];
}

/** The host turned a request down; what follows is the next request or `leave`. */
export interface DeviceRejected {
  readonly type: 'rejected';
  /** One of {@link REJECT_REASONS}, another number, or undefined when the host gave none. */
  readonly reason: number | undefined;
  /** The name that was asked for. */
  readonly resourceName: string | undefined;
}

/** The host began anew while a device was agreed: type, name and functions are open again. */
export interface NegotiationRestarted {
  readonly type: 'restarted';
}

/** A terminal asks for a device: answer with `accept` or `reject`. */
export interface DeviceTypeRequested {
  readonly type: 'deviceTypeRequested';
  readonly deviceType: string;
  readonly resourceName: string | undefined;
  readonly associate: boolean;
}

/** Why this side leaves TN3270E. */
export type LeaveCode =
  | 'device-rejected'
  | 'device-name-mismatch'
  | 'functions-added'
  | 'functions-reduced'
  | 'functions-impasse'
  | 'too-many-rounds';

/** The session sends WONT (terminal) or DONT (host) TN3270E; this machine takes nothing more until `reset`. */
export interface LeaveTn3270e {
  readonly type: 'leave';
  readonly code: LeaveCode;
}

/** What the peer did wrong. */
export type Tn3270eFault = FaultReport<Tn3270eViolationCode>;

/** What {@link Tn3270eTerminal} wants done, in this order. */
export type Tn3270eTerminalEffect =
  | SendBody
  | DeviceTypeAgreed
  | FunctionsAgreed
  | DeviceRejected
  | NegotiationRestarted
  | LeaveTn3270e
  | Tn3270eFault;

/** What {@link Tn3270eHost} wants done, in this order. */
export type Tn3270eHostEffect =
  | SendBody
  | DeviceTypeRequested
  | DeviceTypeAgreed
  | FunctionsAgreed
  | LeaveTn3270e
  | Tn3270eFault;
