export * from './codes.data.js';
export {
  HOST_DEVICE_TABLE,
  type HostDeviceInput,
  type HostDeviceState,
  type HostDeviceStep,
  TERMINAL_DEVICE_TABLE,
  type TerminalDeviceInput,
  type TerminalDeviceState,
  type TerminalDeviceStep,
} from './device-type.table.js';
export type {
  DeviceRejected,
  DeviceTypeAgreed,
  DeviceTypeRequested,
  FunctionsAgreed,
  LeaveCode,
  LeaveTn3270e,
  NegotiationRestarted,
  Tn3270eFault,
  Tn3270eHostEffect,
  Tn3270eTerminalEffect,
} from './effects.js';
export { type FunctionsSnapshot, isKnownFunction } from './functions.js';
export {
  FUNCTIONS_TABLE,
  type FunctionsInput,
  type FunctionsState,
  type FunctionsStep,
} from './functions.table.js';
export {
  buildRecord,
  decodeHeader,
  type EmptyRecord,
  encodeHeader,
  HEADER_LENGTH,
  MAX_SEQUENCE_NUMBER,
  type Tn3270eHeader,
} from './header.js';
export { Tn3270eHost, type Tn3270eHostOptions, type Tn3270eHostState } from './host-negotiation.js';
export {
  buildNegotiation,
  type DeviceTypeIsMessage,
  type DeviceTypeRejectMessage,
  type DeviceTypeRequestMessage,
  type FunctionsIsMessage,
  type FunctionsRequestMessage,
  type NegotiationFaultCode,
  type NegotiationMessage,
  type ParsedNegotiation,
  parseNegotiation,
  type SendDeviceTypeMessage,
} from './message.js';
export {
  type Rejection,
  Tn3270eTerminal,
  type Tn3270eTerminalOptions,
  type Tn3270eTerminalState,
} from './terminal-negotiation.js';
export { TN3270E_VIOLATIONS, type Tn3270eViolationCode } from './violations.data.js';
