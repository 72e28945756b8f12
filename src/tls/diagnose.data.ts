import type { DiagnosisCode } from './diagnosis.data.js';
import type { HostTlsPolicy, TerminalTlsPolicy } from './policies.data.js';
import type { FirstBytes } from './sniff.js';

/** What the first bytes show, in the terms of {@link TERMINAL_FINDINGS} and {@link HOST_FINDINGS}; `nothing`: there are none. */
export type Finding = Exclude<FirstBytes, 'undecided'> | 'refusal' | 'nothing';

type Row = Readonly<Record<Finding, DiagnosisCode>>;

/** A terminal that had sent its ClientHello. */
const HELLO_SENT: Row = {
  startTlsOffer: 'HOST_NEGOTIATES',
  telnet: 'HOST_PLAIN',
  refusal: 'HOST_PLAIN',
  tls: 'TLS_HANDSHAKE_FAILED',
  oldTls: 'TLS_HANDSHAKE_FAILED',
  other: 'NOT_TELNET',
  nothing: 'TLS_HANDSHAKE_FAILED', // TLS-048
};

/** A terminal that had sent nothing, or telnet. */
const LISTENED: Row = {
  startTlsOffer: 'TLS_HANDSHAKE_FAILED', // taken, and what failed came behind it
  telnet: 'PEER_CLOSED',
  refusal: 'PEER_CLOSED',
  tls: 'HOST_REQUIRES_TLS',
  oldTls: 'HOST_REQUIRES_TLS',
  other: 'NOT_TELNET',
  nothing: 'HOST_SILENT',
};

/** What a session that failed comes to, by a terminal's policy and the first bytes of the host. */
export const TERMINAL_FINDINGS: Readonly<Record<TerminalTlsPolicy, Row>> = {
  plain: { ...LISTENED, startTlsOffer: 'HOST_REQUIRES_TLS' },
  implicit: HELLO_SENT,
  negotiated: LISTENED,
  required: { ...LISTENED, telnet: 'HOST_REFUSED_STARTTLS', refusal: 'HOST_REFUSED_STARTTLS' },
  auto: { ...LISTENED, telnet: 'HOST_REFUSED_STARTTLS', refusal: 'HOST_REFUSED_STARTTLS' },
};

/** A host that speaks telnet and offers no TLS. */
const TELNET_FIRST: Row = {
  startTlsOffer: 'PEER_CLOSED',
  telnet: 'PEER_CLOSED',
  refusal: 'PEER_CLOSED',
  tls: 'CLIENT_IMPLICIT_TLS',
  oldTls: 'TLS_TOO_OLD',
  other: 'NOT_TELNET',
  nothing: 'CLIENT_SILENT',
};

/** A host that waits for a ClientHello. */
const HELLO_AWAITED: Row = { ...TELNET_FIRST, tls: 'TLS_HANDSHAKE_FAILED' };

/** What a session that failed comes to, by a host's policy and the first bytes of the terminal. */
export const HOST_FINDINGS: Readonly<Record<HostTlsPolicy, Row>> = {
  basic: TELNET_FIRST,
  secure: { ...HELLO_AWAITED, refusal: 'CLIENT_REFUSED_STARTTLS' },
  negtSecure: { ...TELNET_FIRST, refusal: 'CLIENT_REFUSED_STARTTLS' },
  any: HELLO_AWAITED,
  none: {
    startTlsOffer: 'NOT_SERVED',
    telnet: 'NOT_SERVED',
    refusal: 'NOT_SERVED',
    tls: 'NOT_SERVED',
    oldTls: 'NOT_SERVED',
    other: 'NOT_SERVED',
    nothing: 'NOT_SERVED',
  },
  vmNever: TELNET_FIRST,
  vmAllowed: TELNET_FIRST,
  vmPreferred: TELNET_FIRST,
  vmRequired: { ...TELNET_FIRST, refusal: 'CLIENT_REFUSED_STARTTLS' },
  implicit: {
    ...HELLO_AWAITED,
    startTlsOffer: 'CLIENT_SPEAKS_TELNET',
    telnet: 'CLIENT_SPEAKS_TELNET',
    refusal: 'CLIENT_SPEAKS_TELNET',
  },
};
