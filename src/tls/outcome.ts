import { checkInteger, snapshotText, UsageError } from '../bytes/index.js';
import { CERTIFICATE_CODES, TLS_FAILURE_KINDS } from './failures.data.js';
import type { TlsFailure, TlsInfo } from './upgrade.js';

/**
 * What the embedder says of a handshake that succeeded, checked and copied: nobody can change it later.
 *
 * @throws {@link UsageError} `argument-invalid` when version or cipher have no name, or the verification is none of those listed
 * (SEC-045).
 */
export function checkedTlsInfo(given: TlsInfo): TlsInfo {
  const { version, cipher, verification, reason } = object('info', given);
  const names = typeof version === 'string' && typeof cipher === 'string';
  if (!names) throw new UsageError('argument-invalid', 'info must name the version and the cipher of TLS');
  if (verification !== undefined && !isVerification(verification)) {
    const known = Object.keys(CERTIFICATE_CODES).join(', ');
    throw new UsageError('argument-invalid', `info.verification must be one of ${known} or left out`);
  }
  if (reason !== undefined && typeof reason !== 'string') {
    throw new UsageError('argument-invalid', 'info.reason must be a string or left out');
  }
  return Object.freeze({
    version: snapshotText(version),
    cipher: snapshotText(cipher),
    ...(verification === undefined ? {} : { verification }),
    ...(reason === undefined ? {} : { reason: snapshotText(reason) }),
  });
}

/** Whether the outcome of checking a certificate is one that is known. */
export function isVerification(value: unknown): value is NonNullable<TlsInfo['verification']> {
  return typeof value === 'string' && Object.hasOwn(CERTIFICATE_CODES, value);
}

/** @throws {@link UsageError} `argument-invalid` for anything that is no {@link TlsFailure}. */
export function checkTlsFailure(name: string, given: TlsFailure): void {
  const { kind, alert, message } = object(name, given);
  if (!TLS_FAILURE_KINDS.includes(kind)) {
    throw new UsageError('argument-invalid', `${name}.kind must be one of ${TLS_FAILURE_KINDS.join(', ')}`);
  }
  if (alert !== undefined) checkInteger(`${name}.alert`, alert, 0, 255);
  if (typeof message !== 'string')
    throw new UsageError('argument-invalid', `${name}.message must be a string`);
}

function object<Value>(name: string, given: Value): Value {
  if (typeof given === 'object' && given !== null) return given;
  throw new UsageError('argument-invalid', `${name} must be an object, not ${String(given)}`);
}
