export {
  ENVIRONMENT_FIRST_TABLE,
  type EnvironmentFirstEffect,
  type EnvironmentFirstInput,
  type EnvironmentFirstState,
} from './environment-first.table.js';
export type * from './events.js';
export { HostSession } from './host.js';
export type * from './host-events.js';
export {
  HOST_NEGOTIATION_TABLE,
  type HostNegotiationEffect,
  type HostNegotiationInput,
  type HostNegotiationState,
} from './host-negotiation.table.js';
export type { DeviceDecision, DeviceRequest, HostOptions } from './host-options.js';
export {
  HOST_SUSPENSION_TABLE,
  type HostSuspensionEffect,
  type HostSuspensionInput,
  type HostSuspensionState,
} from './host-suspension.table.js';
export {
  HOST_TURN_TABLE,
  type HostTurnEffect,
  type HostTurnInput,
  type HostTurnState,
} from './host-turn.table.js';
export type * from './input.js';
export { LIMITS, type SessionLimits, type SessionOptions, TIMERS, type TimerSettings } from './options.js';
export { TerminalSession } from './terminal.js';
export type * from './terminal-events.js';
export type { QueryDescription, TerminalOptions, Tn3270eOptions } from './terminal-options.js';
export type { ViolationCode } from './violation-codes.js';
export { violationRule } from './violation-log.js';
export type { WriteOptions } from './write-options.js';
