import { SnapshotReader } from '../bytes/index.js';
import { type NegotiationToken, VERBS } from '../telnet/index.js';
import type { TlsInfo } from '../tls/index.js';

const VERIFICATIONS = ['verified', 'notRequested', 'untrusted', 'nameMismatch'] as const;

/** An option command that waits behind the START_TLS gate. */
export function readHeld(entry: unknown): NegotiationToken {
  const read = new SnapshotReader(entry, 'held');
  return {
    type: 'negotiation',
    verb: read.choice('verb', VERBS),
    option: read.integer('option', 0, 255),
    offset: read.integer('offset', 0, Number.MAX_SAFE_INTEGER),
  };
}

/** What was said of the handshake. */
export function readTlsInfo(read: SnapshotReader | undefined): TlsInfo | undefined {
  if (read === undefined) return undefined;
  const verification =
    read.get('verification') === undefined ? undefined : read.choice('verification', VERIFICATIONS);
  const reason = read.get('reason') === undefined ? undefined : read.string('reason');
  return {
    version: read.string('version'),
    cipher: read.string('cipher'),
    ...(verification === undefined ? {} : { verification }),
    ...(reason === undefined ? {} : { reason }),
  };
}
