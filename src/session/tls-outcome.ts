import type { SnapshotReader } from '../bytes/index.js';
import {
  type DiagnosisCode,
  isSsl2,
  TLS_FAILURE_KINDS,
  TLS_WEAKNESSES,
  type TlsFailure,
  type TlsInfo,
  tlsWeaknesses,
  type UpgradeReason,
} from '../tls/index.js';
import type { SecureEvent } from './events.js';
import type { SessionOptions } from './options.js';

/** Why a session ends although the handshake succeeded. */
export interface RefusedTls {
  readonly code: DiagnosisCode;
  readonly detail: string | undefined;
}

/**
 * Judges what the embedder reports of a handshake that succeeded: the certificate first, then version and cipher.
 *
 * @param judgeCertificate - what the role says of the certificate
 */
export function refusedTls(
  info: TlsInfo,
  weakTls: SessionOptions['weakTls'],
  judgeCertificate: (info: TlsInfo) => DiagnosisCode | undefined,
): RefusedTls | undefined {
  const code = judgeCertificate(info);
  if (code !== undefined) return { code, detail: info.reason };
  const weaknesses = tlsWeaknesses(info).map((one) => TLS_WEAKNESSES[one]);
  const detail = [`${info.version}, ${info.cipher}`, ...weaknesses].join('; ');
  if (isSsl2(info.version)) return { code: 'TLS_TOO_OLD', detail }; // TLS-026
  return weakTls === 'close' && weaknesses.length > 0 ? { code: 'TLS_TOO_WEAK', detail } : undefined;
}

/** A failure out of a snapshot. */
export function readFailure(read: SnapshotReader | undefined): TlsFailure | undefined {
  if (read === undefined) return undefined;
  const kind = read.choice('kind', TLS_FAILURE_KINDS);
  const alert = read.get('alert') === undefined ? {} : { alert: read.integer('alert', 0, 255) };
  return { kind, ...alert, message: read.string('message') };
}

/** The event that tells of TLS that is up, and what of it is weak (TLS-027). */
export function secureEvent(reason: UpgradeReason, info: TlsInfo): SecureEvent {
  return { type: 'secure', reason, info, weaknesses: tlsWeaknesses(info) };
}
