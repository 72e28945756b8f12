import type { Diagnosis } from './diagnosis.js';
import type { TerminalTlsPolicy } from './policies.data.js';

/** Options of a terminal session for one more connection. */
export interface RetryPolicy {
  readonly tls: 'implicit' | 'required' | 'auto';
  /** A retry never goes on in the clear, whatever the first connection was allowed. */
  readonly allowClear: false;
}

/**
 * With which policy one more connection would probably work, where the first one ended with this diagnosis. Retry once only:
 * what failed with one policy may fail with each.
 *
 * @param tried - the policy of the connection that failed
 * @returns undefined when no other policy would help, or when TLS was agreed by START_TLS and its handshake came to nothing:
 * then it is not negotiated again (STLS-02 §3.2, TLS-024).
 * @example
 * retryPolicy('implicit', session.diagnosis); // { tls: 'required', allowClear: false } where the host negotiates
 */
export function retryPolicy(tried: TerminalTlsPolicy, diagnosis: Diagnosis): RetryPolicy | undefined {
  const { code, retryWith } = diagnosis;
  if (retryWith === undefined || retryWith === tried) return undefined;
  if (code === 'TLS_HANDSHAKE_TIMEOUT' && tried !== 'implicit') return undefined;
  return { tls: retryWith, allowClear: false };
}
