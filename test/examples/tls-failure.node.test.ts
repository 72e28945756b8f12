import { expect, it } from 'vitest';
import { tlsFailure } from '../../examples/node/tls-failure.js';

/** Errors as Node 20 gives them. */
const node = (message: string, more: object = {}): Error => Object.assign(new Error(message), more);

it.each([
  [
    'an alert',
    node(
      '0:error:0A000418:SSL routines:ssl3_read_bytes:tlsv1 alert unknown ca:x.c:1590:SSL alert number 48\n',
      {
        code: 'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA',
        reason: 'tlsv1 alert unknown ca',
      },
    ),
    { kind: 'alert', alert: 48, message: 'tlsv1 alert unknown ca' },
  ],
  [
    'the end of the stream, which Node calls a reset',
    node('Client network socket disconnected before secure TLS connection was established', {
      code: 'ECONNRESET',
    }),
    { kind: 'eof', message: 'the connection was closed before TLS was established' },
  ],
  [
    'the end of the stream, as OpenSSL says it',
    node('0:error:0A000126:SSL routines::unexpected eof while reading', {
      code: 'ERR_SSL_UNEXPECTED_EOF_WHILE_READING',
      reason: 'unexpected eof while reading',
    }),
    { kind: 'eof', message: 'the connection was closed before TLS was established' },
  ],
  ['a reset', node('read ECONNRESET', { code: 'ECONNRESET' }), { kind: 'reset', message: 'read ECONNRESET' }],
  [
    'no TLS',
    node('0:error:0A00010B:SSL routines:ssl3_get_record:wrong version number', {
      code: 'ERR_SSL_WRONG_VERSION_NUMBER',
      reason: 'wrong version number',
    }),
    { kind: 'protocol', message: 'wrong version number' },
  ],
  [
    'that no certificate came',
    node('0:error:0A0000C7:SSL routines:tls_process_client_certificate:peer did not return a certificate', {
      code: 'ERR_SSL_PEER_DID_NOT_RETURN_A_CERTIFICATE',
      reason: 'peer did not return a certificate',
    }),
    { kind: 'protocol', message: 'peer did not return a certificate' },
  ],
  [
    'a certificate',
    node('certificate has expired', { code: 'CERT_HAS_EXPIRED' }),
    { kind: 'certificate', message: 'certificate has expired' },
  ],
])('tells %s', (_name, error, failure) => {
  expect(tlsFailure(error)).toEqual(failure);
});
