import type { SnapshotReader } from '../bytes/index.js';
import type { TlsInfo } from '../tls/index.js';

const VERIFICATIONS = [
  'verified',
  'notRequested',
  'notPresented',
  'untrusted',
  'selfSigned',
  'expired',
  'notYetValid',
  'revoked',
  'nameMismatch',
] as const;

/** What was said of the handshake. */
export function readTlsInfo(read: SnapshotReader | undefined): TlsInfo | undefined {
  if (read === undefined) return undefined;
  const verification =
    read.get('verification') === undefined ? undefined : read.choice('verification', VERIFICATIONS);
  const reason = read.get('reason') === undefined ? undefined : read.string('reason');
  return Object.freeze({
    version: read.string('version'),
    cipher: read.string('cipher'),
    ...(verification === undefined ? {} : { verification }),
    ...(reason === undefined ? {} : { reason }),
  });
}
