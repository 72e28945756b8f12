export {
  BIND_SIZE_CODES,
  type BindImage,
  type BindOptions,
  type BindSize,
  buildBind,
  buildUnbind,
  type ParsedBind,
  parseBind,
  parseUnbind,
  type Unbind,
} from './bind.js';
export * from './codes.data.js';
export { HostContention, restoresKeyboard, TerminalContention } from './contention.js';
export {
  CONTENTION_TABLE,
  type ContentionInput,
  type ContentionState,
  type ContentionStep,
  HOST_CONTENTION_TABLE,
  type HostContentionInput,
  type HostContentionState,
  type HostContentionStep,
} from './contention.table.js';
export { DATA_MODES, type DataMode, HostDataMode, initialDataState, TerminalDataMode } from './data-mode.js';
export {
  type DataInput,
  type DataState,
  type DataStep,
  DISPLAY_DATA_TABLE,
  HOST_DATA_TABLE,
  type HostDataInput,
  type HostDataStep,
  PRINTER_DATA_TABLE,
} from './data-mode.table.js';
export { DATA_TYPE_RULES, type DataTypeRule } from './data-types.data.js';
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
export { type CheckedHeader, checkHeader, type HeaderContext, type HeaderFault } from './header-check.js';
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
export { buildPrinterStatus, type PrinterStatus, parsePrinterStatus } from './printer-status.js';
export {
  type AwaitedResponse,
  buildErrorConditionCleared,
  buildNegativeResponse,
  buildPositiveResponse,
  buildSenseResponse,
  MAX_AWAITED_RESPONSES,
  parseResponse,
  RESPONSE_DUE,
  type Responded,
  type ResponseEffect,
  ResponseLedger,
  type ResponseLedgerState,
  type ResponseOutcome,
  SequenceNumbers,
} from './responses.js';
export {
  type DataSnapshot,
  readHostData,
  readHostNegotiation,
  readLedger,
  readTerminalData,
  readTerminalNegotiation,
  saveHostNegotiation,
  saveLedger,
  saveTerminalNegotiation,
} from './snapshot.js';
export {
  type Rejection,
  Tn3270eTerminal,
  type Tn3270eTerminalOptions,
  type Tn3270eTerminalState,
} from './terminal-negotiation.js';
export { TN3270E_VIOLATIONS, type Tn3270eViolationCode } from './violations.data.js';
