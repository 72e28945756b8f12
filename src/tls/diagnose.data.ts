import type { DiagnosisCode } from './diagnosis.data.js';
import type { HostTlsPolicy, TerminalTlsPolicy } from './policies.data.js';
import type { FirstBytes } from './sniff.js';

/** What the first bytes show, in the terms of {@link TERMINAL_FINDINGS} and {@link HOST_FINDINGS}; `nothing`: there are none. */
export type Finding = Exclude<FirstBytes, 'undecided'> | 'refusal' | 'nothing';

type Row = Readonly<Record<Finding, DiagnosisCode>>;

/** What a session that failed comes to, by a terminal's policy and the first bytes of the host. */
export const TERMINAL_FINDINGS: Readonly<Record<TerminalTlsPolicy, Row>> = /* @__PURE__ */ terminalFindings();

/** A function, so that what does not use the table does not carry it. */
function terminalFindings(): Readonly<Record<TerminalTlsPolicy, Row>> {
  /** A terminal that had sent its ClientHello. */
  const helloSent: Row = {
    startTlsOffer: 'HOST_NEGOTIATES',
    telnet: 'HOST_PLAIN',
    refusal: 'HOST_PLAIN',
    tls: 'TLS_HANDSHAKE_FAILED',
    oldTls: 'TLS_HANDSHAKE_FAILED',
    other: 'NOT_TELNET',
    nothing: 'TLS_HANDSHAKE_FAILED', // TLS-048
  };
  /** A terminal that had sent nothing, or telnet. */
  const listened: Row = {
    startTlsOffer: 'TLS_HANDSHAKE_FAILED', // taken, and what failed came behind it
    telnet: 'PEER_CLOSED',
    refusal: 'PEER_CLOSED',
    tls: 'HOST_REQUIRES_TLS',
    oldTls: 'HOST_REQUIRES_TLS',
    other: 'NOT_TELNET',
    nothing: 'HOST_SILENT',
  };
  const asked: Row = { ...listened, telnet: 'HOST_REFUSED_STARTTLS', refusal: 'HOST_REFUSED_STARTTLS' };
  return {
    plain: { ...listened, startTlsOffer: 'HOST_REQUIRES_TLS' },
    implicit: helloSent,
    negotiated: listened,
    required: asked,
    auto: asked,
  };
}

/** What a session that failed comes to, by a host's policy and the first bytes of the terminal. */
export const HOST_FINDINGS: Readonly<Record<HostTlsPolicy, Row>> = /* @__PURE__ */ hostFindings();

function hostFindings(): Readonly<Record<HostTlsPolicy, Row>> {
  /** A host that speaks telnet first, and takes a refusal. */
  const telnetFirst: Row = {
    startTlsOffer: 'PEER_CLOSED',
    telnet: 'PEER_CLOSED',
    refusal: 'PEER_CLOSED',
    tls: 'CLIENT_IMPLICIT_TLS',
    oldTls: 'TLS_TOO_OLD',
    other: 'NOT_TELNET',
    nothing: 'CLIENT_SILENT',
  };
  /** One that does not. */
  const insists: Row = { ...telnetFirst, refusal: 'CLIENT_REFUSED_STARTTLS' };
  /** A host that waits for a ClientHello. */
  const helloAwaited: Row = { ...telnetFirst, tls: 'TLS_HANDSHAKE_FAILED' };
  return {
    basic: telnetFirst,
    secure: { ...helloAwaited, refusal: 'CLIENT_REFUSED_STARTTLS' },
    negtSecure: insists,
    any: helloAwaited,
    none: {
      startTlsOffer: 'NOT_SERVED',
      telnet: 'NOT_SERVED',
      refusal: 'NOT_SERVED',
      tls: 'NOT_SERVED',
      oldTls: 'NOT_SERVED',
      other: 'NOT_SERVED',
      nothing: 'NOT_SERVED',
    },
    vmNever: telnetFirst,
    vmAllowed: telnetFirst,
    vmPreferred: telnetFirst,
    vmRequired: insists,
    implicit: {
      ...helloAwaited,
      startTlsOffer: 'CLIENT_SPEAKS_TELNET',
      telnet: 'CLIENT_SPEAKS_TELNET',
      refusal: 'CLIENT_SPEAKS_TELNET',
    },
  };
}
