import type { DiagnosisCode } from './diagnosis.data.js';
import type { TlsFailure, TlsInfo } from './upgrade.js';

/** What each outcome of checking the host's certificate is to a terminal; undefined: nothing to object to. */
export const CERTIFICATE_CODES: Readonly<
  Record<NonNullable<TlsInfo['verification']>, DiagnosisCode | undefined>
> = {
  verified: undefined,
  untrusted: 'CERTIFICATE_UNTRUSTED',
  notRequested: 'CERTIFICATE_UNTRUSTED',
  notPresented: 'CERTIFICATE_UNTRUSTED',
  selfSigned: 'CERTIFICATE_SELF_SIGNED',
  expired: 'CERTIFICATE_EXPIRED',
  notYetValid: 'CERTIFICATE_NOT_YET_VALID',
  revoked: 'CERTIFICATE_REVOKED',
  nameMismatch: 'CERTIFICATE_NAME_MISMATCH',
};

/** What a handshake can fail by. */
export const TLS_FAILURE_KINDS: readonly TlsFailure['kind'][] = [
  'alert',
  'eof',
  'reset',
  'certificate',
  'protocol',
];

/**
 * How TLS libraries word what is wrong with a certificate: parts of OpenSSL's texts and of the names of its codes, in small
 * letters, with blanks for `_` and `-`. The first that fits counts.
 */
export const CERTIFICATE_WORDS: readonly (readonly [part: string, code: DiagnosisCode])[] = [
  ['not yet valid', 'CERTIFICATE_NOT_YET_VALID'],
  ['expired', 'CERTIFICATE_EXPIRED'],
  ['revoked', 'CERTIFICATE_REVOKED'],
  ['self signed', 'CERTIFICATE_SELF_SIGNED'],
  ['altname', 'CERTIFICATE_NAME_MISMATCH'],
  ['name mismatch', 'CERTIFICATE_NAME_MISMATCH'],
  ['address mismatch', 'CERTIFICATE_NAME_MISMATCH'],
];

/** Alerts about the certificate of the side that receives them. RFC 8446 §6.2. */
export const CERTIFICATE_ALERTS: readonly number[] = [42, 43, 44, 45, 46, 48, 49, 116];

/** protocol_version, insufficient_security, inappropriate_fallback: nothing in common; handshake_failure may mean anything. RFC 8446 §6.2. */
export const PARAMETER_ALERTS: readonly number[] = [70, 71, 86];

/** The same in the words of OpenSSL, for the side that sends the alert. */
export const PARAMETER_WORDS: readonly string[] = [
  'unsupported protocol',
  'no shared cipher',
  'no protocols available',
  'version too low',
];
