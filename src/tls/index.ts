export { diagnoseFirstBytes, type FirstBytesSeen } from './diagnose.js';
export { DIAGNOSES, type DiagnosisCode, type DiagnosisText } from './diagnosis.data.js';
export { type Diagnosis, diagnosis } from './diagnosis.js';
export { TLS_FAILURE_KINDS } from './failures.data.js';
export { certificateCode, failureCode, failureInWords } from './failures.js';
export { FOREIGN_CLIENTS, FOREIGN_SERVERS, type ForeignProtocol } from './foreign.data.js';
export { type HostTlsGate, hostTlsGate, type TerminalTlsGate, TlsGate, terminalTlsGate } from './gate.js';
export { CLOSED_WITHIN_TLS, HELLO_TOO_LATE, HINTS, NOTHING_BENEATH } from './hints.data.js';
export * from './host.table.js';
export { checkedTlsInfo, checkTlsFailure } from './outcome.js';
export type * from './policies.data.js';
export { type RetryPolicy, retryPolicy } from './retry.js';
export {
  alertName,
  FIRST_BYTES_KEPT,
  type FirstBytes,
  firstBytesInWords,
  foreignProtocol,
  sniff,
  startsHandshake,
  tellingLength,
} from './sniff.js';
export * from './terminal.table.js';
export type * from './upgrade.js';
export { TLS_VIOLATIONS, type TlsViolationCode } from './violations.data.js';
export { TLS_WEAKNESSES, type TlsWeakness } from './weakness.data.js';
export { isAnonymous, isSsl2, tlsWeaknesses } from './weakness.js';
