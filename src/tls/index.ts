export { DIAGNOSES, type DiagnosisCode, type DiagnosisText } from './diagnosis.data.js';
export { type Diagnosis, diagnosis } from './diagnosis.js';
export { type HostTlsGate, hostTlsGate, type TerminalTlsGate, TlsGate, terminalTlsGate } from './gate.js';
export * from './host.table.js';
export type * from './policies.data.js';
export { FIRST_BYTES_KEPT, type FirstBytes, firstBytesInWords, sniff, startsHandshake } from './sniff.js';
export * from './terminal.table.js';
export type * from './upgrade.js';
export { TLS_VIOLATIONS, type TlsViolationCode } from './violations.data.js';
