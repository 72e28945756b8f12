/** What a terminal does about TLS; see each state machine's start in `terminal.table.ts`. */
export type TerminalTlsPolicy = 'plain' | 'implicit' | 'negotiated' | 'required' | 'auto';

/**
 * What a host does about TLS: z/OS `CONNTYPE` BASIC, SECURE, NEGTSECURE, ANY and NONE, z/VM `SECURECONNECTION` NEVER,
 * ALLOWED, PREFERRED and REQUIRED, and TLS from the first byte without any negotiation (HTM-001 to HTM-011).
 */
export type HostTlsPolicy =
  | 'basic'
  | 'secure'
  | 'negtSecure'
  | 'any'
  | 'none'
  | 'vmNever'
  | 'vmAllowed'
  | 'vmPreferred'
  | 'vmRequired'
  | 'implicit';

/** Named timers of the TLS dialogue; the embedder runs them. */
export type TlsTimer =
  | 'first-byte'
  | 'auto-listen'
  | 'client-hello'
  | 'start-tls-answer'
  | 'follows'
  | 'tls-handshake';

/** Which part of a connection a state belongs to, for diagnoses (TLS-151). */
export type TlsPhase = 'connect' | 'startTls' | 'follows' | 'handshake' | 'clear' | 'secure' | 'closed';
