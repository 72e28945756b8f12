export { UsageError, type UsageErrorCode } from './bytes/index.js';
export { type CodePage, cp037, createCodePage } from './codepage/index.js';
export type { InboundRecord } from './datastream/index.js';
export {
  type Field,
  type InboundFinding,
  type InboundViolationCode,
  type Key,
  type LockReason,
  PresentationSpace,
  type ReadRequest,
  type ResolvedCell,
  type ScreenSize,
  ScreenView,
  type SentField,
} from './screen/index.js';
export * from './session/index.js';
export type { EnvironmentOptions } from './telnet/index.js';
export {
  DIAGNOSES,
  type Diagnosis,
  type DiagnosisCode,
  diagnoseFirstBytes,
  type FirstBytesSeen,
  type HostTlsPolicy,
  type RetryPolicy,
  retryPolicy,
  type TerminalTlsPolicy,
  type TlsFailure,
  type TlsInfo,
  type TlsPhase,
  type TlsUpgrade,
  type TlsWeakness,
  tlsWeaknesses,
  type UpgradeReason,
  type UpgradeToTlsEvent,
} from './tls/index.js';
export { FUNCTIONS, REJECT_REASONS, UNBIND_REASONS } from './tn3270e/index.js';
