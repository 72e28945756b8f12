/**
 * Why TLS starts. `negotiated`: by START_TLS. `implicit`: this side is set to start with TLS, or it is a terminal set to `auto`
 * and the host was silent. `sniffed`: a host that would have offered START_TLS saw a ClientHello first.
 */
export type UpgradeReason = 'implicit' | 'negotiated' | 'sniffed';

/** What the embedder reports of a finished handshake (TLS-027, TLS-067); `tlsWeaknesses` says what of it is weak. */
export interface TlsInfo {
  /** Such as `TLSv1.3`. */
  readonly version: string;
  /** Such as `TLS_AES_256_GCM_SHA384`, or as OpenSSL writes it. */
  readonly cipher: string;
  /**
   * Outcome of checking the peer's certificate: `verified`; `notRequested` (a host that asks for no client certificate),
   * `notPresented` (it asked, and got none); `untrusted` (no chain to a trust anchor), or more exactly `selfSigned`,
   * `expired`, `notYetValid`, `revoked`; `nameMismatch`. Absent counts as `untrusted` for a terminal.
   */
  readonly verification?:
    | 'verified'
    | 'notRequested'
    | 'notPresented'
    | 'untrusted'
    | 'selfSigned'
    | 'expired'
    | 'notYetValid'
    | 'revoked'
    | 'nameMismatch';
  /** Why verification failed, in the words of the TLS library; with `untrusted` they are searched for more. */
  readonly reason?: string;
}

/** What the embedder reports of a handshake that failed. */
export interface TlsFailure {
  readonly kind: 'alert' | 'eof' | 'reset' | 'certificate' | 'protocol';
  /** Number of the alert, such as 48 for unknown_ca (RFC 8446 §6). */
  readonly alert?: number;
  /** The TLS library's own words. */
  readonly message: string;
}

/**
 * The transport must start TLS now. It stands in the stream of events behind the last clear bytes to send. Until
 * `tlsEstablished` or `tlsFailed` nothing may be given to `receive`, and nothing is sent.
 */
export interface UpgradeToTlsEvent {
  readonly type: 'upgradeToTls';
  /** Which side of TLS to be: a terminal is always the client. */
  readonly role: 'client' | 'server';
  readonly reason: UpgradeReason;
  /** The name that the user gave for the host, for SNI and verification (TLS-063, TLS-066); undefined when none was given. */
  readonly serverName: string | undefined;
  /**
   * Whether to ask the terminal for a certificate (HTM-026): absent for a client and for a host that asks for none. Accept
   * what comes and report it in `verification`; with `required` the session ends where it is not `verified`. A TLS library
   * that then ends the handshake with an alert of its own does better: the terminal is told why.
   */
  readonly clientCertificate?: 'optional' | 'required';
  /** Bytes that arrived behind the agreement and belong to TLS, unchanged; a copy. Empty for a client. */
  readonly residue: Uint8Array;
}

/**
 * Turns a transport of type `Transport` into a secure one. The examples implement it on `node:tls`, on a test double
 * and on a relay; the outcome goes to `tlsEstablished` or `tlsFailed` of the session.
 */
export interface TlsUpgrade<Transport> {
  /** Starts TLS on the transport and tells the session how it ended; see {@link UpgradeToTlsEvent}. */
  upgrade(
    transport: Transport,
    request: UpgradeToTlsEvent,
    /** Called with the first bytes read beneath TLS, before TLS sees them; client role only. */
    bytesBeneathTls: (bytes: Uint8Array) => void,
  ): Promise<{ readonly transport: Transport; readonly info: TlsInfo } | { readonly failure: TlsFailure }>;
}
