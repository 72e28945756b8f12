/** One line of the table of diagnoses; `docs/diagnoses.md` is made from it. */
export interface DiagnosisText {
  /** What the side that makes the diagnosis did. */
  readonly weDid: string;
  /** What the peer did. */
  readonly peerDid: string;
  /** One sentence for the user. */
  readonly message: string;
  /** What the person at the terminal can change. */
  readonly terminalFix: string;
  /** What the administrator of the host can change. */
  readonly hostFix: string;
  /** A terminal's TLS policy with which a new connection would probably work. */
  readonly retryWith?: 'plain' | 'implicit' | 'negotiated' | 'required' | 'auto';
}

/** Every way in which a session ends. Once published, a code keeps its meaning. */
export const DIAGNOSES = {
  ENDED: {
    weDid: 'ended the session or saw it end',
    peerDid: 'took part in it to its end',
    message: 'The session ended.',
    terminalFix: 'Nothing needs to be changed.',
    hostFix: 'Nothing needs to be changed.',
  },
  HOST_NEGOTIATES: {
    weDid: 'sent a TLS ClientHello as the first bytes (implicit TLS)',
    peerDid: 'sent IAC DO STARTTLS (FF FD 2E): it negotiates TLS inside telnet',
    message:
      'The ClientHello met DO STARTTLS: this host negotiates TLS inside telnet and does not accept implicit TLS.',
    terminalFix:
      'Turn implicit TLS off: policy `required` or `auto` here; clear the box "Implicit SSL/TLS Connection" in Reflection; set "Telnet-negotiated" to Yes in Host On-Demand; leave out the prefix L: in x3270.',
    hostFix:
      'On z/OS set CONNTYPE SECURE, which waits for a ClientHello first and serves both kinds of terminal, or give implicit terminals a port of their own.',
    retryWith: 'required',
  },
  HOST_PLAIN: {
    weDid: 'sent a TLS ClientHello as the first bytes (implicit TLS)',
    peerDid: 'answered with telnet that does not offer TLS',
    message: 'The ClientHello met plain telnet: this port does not start with TLS.',
    terminalFix:
      'Check the port (often 992 for TLS, 23 for clear text), or let TLS be asked for inside telnet: policy `required` or `auto`.',
    hostFix:
      'Define a secure port: SECUREPORT or TTLSPORT with CONNTYPE SECURE on z/OS, SECURECONNECTION ALLOWED or better on z/VM.',
    retryWith: 'required',
  },
  HOST_REQUIRES_TLS: {
    weDid: 'refused TLS or spoke telnet in the clear',
    peerDid: 'closed the connection or spoke TLS: it accepts no session without TLS',
    message: 'The host accepts only TLS sessions here, and TLS is turned off for this session.',
    terminalFix: 'Turn TLS on: policy `auto` or `required`.',
    hostFix:
      'Set CONNTYPE ANY or BASIC (z/OS), SECURECONNECTION PREFERRED or ALLOWED (z/VM), if sessions in the clear are wanted.',
    retryWith: 'auto',
  },
  HOST_REFUSED_STARTTLS: {
    weDid: 'asked for TLS with IAC WILL STARTTLS and sent nothing else',
    peerDid: 'refused, did not answer, or closed the connection',
    message: 'The host refused TLS on this port; nothing confidential was sent.',
    terminalFix:
      "Use the host's secure port, or allow clear text in so many words if the network is trusted.",
    hostFix:
      'Enable TLS for this port: CONNTYPE NEGTSECURE or SECURE (z/OS), SECURECONNECTION ALLOWED or better (z/VM).',
  },
  HOST_SILENT: {
    weDid: 'waited for the first byte of the host',
    peerDid: 'sent nothing',
    message: 'The host said nothing; it probably waits for TLS to start.',
    terminalFix: 'Use policy `auto` or `implicit`.',
    hostFix: 'Set CONNTYPE NEGTSECURE, or shorten the wait for a ClientHello (SSLTIMEOUT, HandshakeTimeout).',
    retryWith: 'auto',
  },
  TLS_HANDSHAKE_FAILED: {
    weDid: 'started the TLS handshake',
    peerDid: 'ended it, or gave an answer that TLS does not accept',
    message: 'The TLS handshake failed.',
    terminalFix:
      'Compare protocol versions and ciphers with the host; if no byte of the host was seen it may speak telnet first: try policy `required`.',
    hostFix:
      'SECUREPORT offers at most TLS 1.0: move the port to AT-TLS (TTLSPORT), and check the key ring and its certificate.',
  },
  TLS_HANDSHAKE_TIMEOUT: {
    weDid: 'started the TLS handshake and waited',
    peerDid: 'did not finish it in time',
    message: 'The TLS handshake did not finish in time.',
    terminalFix: 'Try policy `auto`: a host that speaks telnet and ignores a ClientHello looks like this.',
    hostFix: 'Check that TLS is enabled for this port and that the server certificate can be read.',
    retryWith: 'auto',
  },
  CERTIFICATE_UNTRUSTED: {
    weDid: "checked the peer's certificate",
    peerDid: 'showed a certificate that no known authority vouches for',
    message: "The host's certificate is not signed by an authority that this terminal trusts.",
    terminalFix:
      'Add the certificate authority of the host to the trusted ones; only for a test, accept untrusted certificates in so many words.',
    hostFix:
      'Send the whole chain with the server certificate, and have it signed by an authority that the terminals know.',
  },
  CERTIFICATE_NAME_MISMATCH: {
    weDid: "compared the name in the peer's certificate with the one that the user gave",
    peerDid: 'showed a certificate for another name',
    message: "The host's certificate is for another name than the one used to connect.",
    terminalFix: 'Connect by a name that the certificate holds.',
    hostFix: 'Put the DNS name that users give into the subjectAltName of the certificate.',
  },
  FOLLOWS_MISSING: {
    weDid: 'agreed to START_TLS and sent FOLLOWS',
    peerDid: 'agreed too, but did not send its FOLLOWS in time',
    message: 'TLS was agreed, but the peer never sent STARTTLS FOLLOWS.',
    terminalFix: 'Use implicit TLS on a port that starts with TLS.',
    hostFix:
      "Look at the host's telnet trace: after WILL STARTTLS it must send IAC SB STARTTLS FOLLOWS IAC SE.",
  },
  STARTTLS_PROTOCOL_ERROR: {
    weDid: 'followed the START_TLS dialogue',
    peerDid: 'sent a START_TLS subnegotiation that was not agreed or not well formed',
    message: 'The peer broke the rules of START_TLS, so TLS could not be started safely.',
    terminalFix:
      'Use implicit TLS on a port that starts with TLS; someone on the network may have changed the bytes.',
    hostFix: 'Look for a proxy that rewrites telnet options between terminal and host.',
  },
  BYTES_AFTER_FOLLOWS: {
    weDid: 'agreed to START_TLS and waited for TLS to begin',
    peerDid: 'sent clear bytes behind STARTTLS FOLLOWS',
    message:
      'Clear bytes came where TLS had to begin; they may have been put there by an attacker, so the session was closed.',
    terminalFix:
      'Use implicit TLS on a port that starts with TLS, and find out who can change traffic on the way.',
    hostFix: 'The server must send nothing between STARTTLS FOLLOWS and its TLS handshake.',
  },
  CLIENT_IMPLICIT_TLS: {
    weDid: 'spoke telnet, or offered TLS with IAC DO STARTTLS',
    peerDid: 'sent a TLS ClientHello: it is set to implicit TLS',
    message: 'The terminal started TLS at once where this host speaks telnet first.',
    terminalFix:
      'Turn implicit TLS off ("Implicit SSL/TLS Connection", "Telnet-negotiated", the prefix L: in x3270).',
    hostFix:
      'Set CONNTYPE SECURE, so that the host waits for a ClientHello before it offers START_TLS; a longer SSLTIMEOUT helps slow terminals.',
  },
  CLIENT_SPEAKS_TELNET: {
    weDid: 'waited for a TLS ClientHello',
    peerDid: 'sent telnet in the clear',
    message: 'The terminal spoke telnet where this port starts with TLS.',
    terminalFix: 'Turn implicit TLS on, or use policy `auto`.',
    hostFix:
      'Set CONNTYPE SECURE or ANY, which offer START_TLS to terminals that do not start TLS by themselves.',
  },
  CLIENT_REFUSED_STARTTLS: {
    weDid: 'offered TLS with IAC DO STARTTLS',
    peerDid: 'refused it',
    message: 'The terminal refused TLS, which this host requires.',
    terminalFix: 'Turn TLS on for this session.',
    hostFix:
      'Set CONNTYPE ANY (z/OS) or SECURECONNECTION PREFERRED (z/VM), if sessions in the clear are wanted.',
  },
  CLIENT_SILENT: {
    weDid: 'waited for the terminal to start or answer',
    peerDid: 'sent nothing that answers',
    message: 'The terminal did not answer in time.',
    terminalFix: 'Check that a 3270 terminal is connecting, and that its TLS setting fits the host.',
    hostFix: 'Check for port scanners or health probes that connect and say nothing.',
  },
  TLS_TOO_OLD: {
    weDid: 'waited for TLS or telnet',
    peerDid: 'sent an SSL 2.0 ClientHello',
    message: 'The peer uses SSL 2.0, which is forbidden.',
    terminalFix: 'Use a terminal that speaks TLS 1.2 or later.',
    hostFix: 'Allow only TLS 1.2 and later.',
  },
  NOT_TELNET: {
    weDid: 'waited for telnet or TLS',
    peerDid: 'spoke another protocol',
    message: 'The other end speaks neither telnet nor TLS.',
    terminalFix: 'Check host name and port.',
    hostFix: 'Check which service listens on this port.',
  },
  NOT_SERVED: {
    weDid: 'accepted the connection and dropped it, as CONNTYPE NONE says',
    peerDid: 'connected',
    message: 'This host serves no sessions on this port.',
    terminalFix: 'Use another port.',
    hostFix: 'Change CONNTYPE NONE.',
  },
  NEGOTIATION_TIMEOUT: {
    weDid: 'negotiated telnet options',
    peerDid: 'left a request unanswered',
    message: 'Telnet negotiation did not come to an end in time.',
    terminalFix: 'Try without TN3270E, or another terminal type.',
    hostFix: 'Look at the telnet trace for the request that stands open.',
  },
  NEGOTIATION_STORM: {
    weDid: 'answered telnet option requests',
    peerDid: 'switched one option on and off without end',
    message: 'The peer kept changing its mind about one telnet option.',
    terminalFix: 'Report it to the maker of the host software, with a trace.',
    hostFix: 'Look for two telnet layers that undo each other.',
  },
  LU_NAMES_REFUSED: {
    weDid: 'asked for a device by name or type',
    peerDid: 'rejected each of them',
    message: 'The host gave none of the LU names or terminal types that were asked for.',
    terminalFix: 'Ask for another LU name, or none.',
    hostFix: 'Check the LU groups and that the LU is free and of the type asked for.',
  },
  LIMIT_EXCEEDED: {
    weDid: 'counted what the peer sent or asked for',
    peerDid: 'went past a limit',
    message: 'The peer asked for more than the limits of this session allow.',
    terminalFix: 'Raise the limit if the host is to be trusted.',
    hostFix: 'Look for a loop in the dialogue.',
  },
  PEER_CLOSED: {
    weDid: 'was still negotiating',
    peerDid: 'closed the connection',
    message: 'The connection was closed before the session was ready.',
    terminalFix: 'Check host, port, LU name and terminal type.',
    hostFix: "Look at the telnet server's log for the reason.",
  },
  KEEP_ALIVE_LOST: {
    weDid: 'sent a keep-alive',
    peerDid: 'did not answer it',
    message: 'The other end no longer answers.',
    terminalFix: 'Connect again.',
    hostFix: 'Check the network, and firewalls that drop idle connections.',
  },
} as const;

/** Codes are capitals since administrators search for them. */
export type DiagnosisCode = keyof typeof DIAGNOSES;
