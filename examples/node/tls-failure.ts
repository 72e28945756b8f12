import type { TlsFailure } from '../../src/index.js';

/** What Node and OpenSSL say of an error; all of it is optional. */
interface TlsError extends Error {
  readonly code?: string;
  /** OpenSSL's words: `tlsv1 alert unknown ca`, `wrong version number`. */
  readonly reason?: string;
}

const RESETS: readonly string[] = ['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'ETIMEDOUT', 'EHOSTUNREACH'];

/** Turns an error of `node:tls` into what a session wants to know. */
export function tlsFailure(error: TlsError): TlsFailure {
  const { code = '', reason } = error;
  const message = reason ?? error.message;
  const alert = /SSL alert number (\d{1,3})/.exec(error.message);
  if (alert !== null) return { kind: 'alert', alert: Number(alert[1]), message };
  // Node names the end of the stream a reset, with this text.
  if (error.message.includes('disconnected before secure TLS connection')) return endOfStream();
  if (reason === 'unexpected eof while reading') return endOfStream();
  if (RESETS.includes(code)) return { kind: 'reset', message };
  // Of a certificate Node has codes of its own; those of OpenSSL's library tell of the dialogue.
  const ofCertificate = code.includes('CERT') && !code.startsWith('ERR_SSL_');
  return { kind: ofCertificate ? 'certificate' : 'protocol', message };
}

/** The peer closed the connection in the handshake. */
export function endOfStream(): TlsFailure {
  return { kind: 'eof', message: 'the connection was closed before TLS was established' };
}
