/** One line of the table of diagnoses; `docs/diagnoses.md` is made from it. */
export interface DiagnosisText {
  /** Which side finds this. */
  readonly foundBy: 'terminal' | 'host' | 'either';
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
  /** A terminal's TLS policy with which a new connection would probably work; never one that gives up TLS. */
  readonly retryWith?: 'implicit' | 'required' | 'auto';
}

/** Every way in which a session ends. Once published, a code keeps its meaning. */
export const DIAGNOSES = {
  ENDED: {
    foundBy: 'either',
    weDid: 'ended the session or saw it end',
    peerDid: 'took part in it to its end',
    message: 'The session ended.',
    terminalFix: 'Nothing needs to be changed.',
    hostFix: 'Nothing needs to be changed.',
  },
  HOST_NEGOTIATES: {
    foundBy: 'terminal',
    weDid: 'sent a TLS ClientHello as the first bytes (implicit TLS)',
    peerDid: 'sent IAC DO STARTTLS (FF FD 2E): it negotiates TLS inside telnet',
    message:
      'The ClientHello met DO STARTTLS: this host negotiates TLS inside telnet and does not accept implicit TLS.',
    terminalFix:
      'Turn implicit TLS off: policy `required` or `auto` here; clear the box "Implicit SSL/TLS Connection" in Reflection; set "Telnet-negotiated" to Yes in Host On-Demand; leave out the prefix L: in x3270.',
    hostFix:
      'On z/OS set CONNTYPE SECURE, which waits for a ClientHello first and serves both kinds of terminal, or give implicit terminals a port of their own; on z/VM define a port with a static SECURE label.',
    retryWith: 'required',
  },
  HOST_PLAIN: {
    foundBy: 'terminal',
    weDid: 'started with a TLS ClientHello (implicit TLS)',
    peerDid: 'answered with telnet that does not offer TLS',
    message: 'The ClientHello met plain telnet: this port does not start with TLS.',
    terminalFix:
      'Check the port (often 992 for TLS, 23 for clear text), or let TLS be asked for inside telnet: policy `required` or `auto`; in Reflection clear the box "Implicit SSL/TLS Connection", in x3270 leave out the prefix L:.',
    hostFix:
      'Define a secure port: SECUREPORT or TTLSPORT with CONNTYPE SECURE on z/OS, SECURECONNECTION ALLOWED or better on z/VM.',
    retryWith: 'required',
  },
  HOST_REQUIRES_TLS: {
    foundBy: 'terminal',
    weDid: 'refused TLS, or spoke telnet in the clear',
    peerDid: 'closed the connection, or spoke TLS: it accepts no session without TLS',
    message: 'The host accepts only TLS sessions here, and this session was in the clear.',
    terminalFix:
      'Turn TLS on: policy `auto` or `required`; in x3270 allow STARTTLS, in Host On-Demand set Enable Security and "Telnet-negotiated" to Yes.',
    hostFix:
      'Set CONNTYPE ANY or BASIC (z/OS), SECURECONNECTION PREFERRED or ALLOWED (z/VM), if sessions in the clear are wanted.',
    retryWith: 'auto',
  },
  HOST_REFUSED_STARTTLS: {
    foundBy: 'terminal',
    weDid: 'asked for TLS with IAC WILL STARTTLS and sent nothing else',
    peerDid: 'refused, did not answer, or closed the connection',
    message: 'The host refused TLS on this port; nothing confidential was sent.',
    terminalFix:
      "Use the host's secure port, or allow clear text in so many words if the network is trusted.",
    hostFix:
      'Enable TLS for this port: CONNTYPE NEGTSECURE or SECURE (z/OS), SECURECONNECTION ALLOWED or better (z/VM).',
  },
  HOST_SILENT: {
    foundBy: 'terminal',
    weDid: 'waited for the first byte of the host',
    peerDid: 'sent nothing',
    message: 'The host said nothing: it waits for TLS to start, or serves nobody on this port.',
    terminalFix:
      'Use policy `auto` or `implicit`: the box "Implicit SSL/TLS Connection" in Reflection, "Telnet-negotiated" No in Host On-Demand, the prefix L: in x3270.',
    hostFix:
      'Set CONNTYPE NEGTSECURE, or shorten the wait for a ClientHello (SSLTIMEOUT, HandshakeTimeout); a port with CONNTYPE NONE drops whoever connects.',
    retryWith: 'auto',
  },
  HOST_REFUSED_CERTIFICATE: {
    foundBy: 'terminal',
    weDid: 'took part in the TLS handshake, with the client certificate that was set, or none',
    peerDid: 'ended the handshake with an alert about the client certificate',
    message: "The host did not accept this terminal's client certificate, or got none and wants one.",
    terminalFix: 'Choose a client certificate that the host knows, and check that it has not expired.',
    hostFix:
      'Check CLIENTAUTH (z/OS) or CLIENTCERTCHECK (z/VM), and connect the authority of the client certificates to the key ring.',
  },
  TLS_HANDSHAKE_FAILED: {
    foundBy: 'either',
    weDid: 'started the TLS handshake',
    peerDid: 'ended it, or gave an answer that TLS does not accept',
    message: 'The TLS handshake failed.',
    terminalFix:
      'Look at the alert or reason; if no byte of the host was seen it may speak telnet first, as with CONNTYPE NEGTSECURE: try policy `required`.',
    hostFix:
      'Check the key ring and its certificate; SECUREPORT offers at most TLS 1.0, so move the port to AT-TLS (TTLSPORT).',
  },
  TLS_HANDSHAKE_TIMEOUT: {
    foundBy: 'either',
    weDid: 'started the TLS handshake and waited',
    peerDid: 'did not finish it in time',
    message: 'The TLS handshake did not finish in time.',
    terminalFix: 'Try policy `auto`: a host that speaks telnet and ignores a ClientHello looks like this.',
    hostFix: 'Check that TLS is enabled for this port and that the server certificate can be read.',
    retryWith: 'auto',
  },
  TLS_PARAMETERS_DIFFER: {
    foundBy: 'either',
    weDid: 'offered TLS versions and ciphers in the handshake, or looked for one of those offered',
    peerDid: 'has none of them',
    message: 'The two sides have no TLS version or no cipher in common.',
    terminalFix: 'Compare protocol versions and ciphers with those of the host; do not go below TLS 1.2.',
    hostFix:
      'Allow TLS 1.2 and 1.3 with current ciphers in the AT-TLS policy of a TTLSPORT; a SECUREPORT cannot go above TLS 1.0.',
  },
  TLS_TOO_WEAK: {
    foundBy: 'either',
    weDid: 'finished the TLS handshake, and takes no weak TLS, as it is set to',
    peerDid: 'agreed to a version or a cipher that is no longer thought safe',
    message: 'TLS came up with a version or a cipher that is too weak for this session.',
    terminalFix: 'Let the TLS library offer nothing below TLS 1.2, and only ciphers with ephemeral keys.',
    hostFix:
      'Turn on TLS 1.2 and 1.3 for this port, and put ciphers with ephemeral keys first (ECDHE; TTLSCipherParms on z/OS).',
  },
  CERTIFICATE_UNTRUSTED: {
    foundBy: 'terminal',
    weDid: "checked the host's certificate",
    peerDid: 'showed a certificate that no known authority vouches for',
    message: "The host's certificate is not signed by an authority that this terminal trusts.",
    terminalFix:
      'Add the certificate authority of the host to the trusted ones; only for a test, accept untrusted certificates in so many words.',
    hostFix:
      'Send the whole chain with the server certificate, and have it signed by an authority that the terminals know.',
  },
  CERTIFICATE_SELF_SIGNED: {
    foundBy: 'terminal',
    weDid: "checked the host's certificate and who signed it",
    peerDid: 'showed a certificate or a chain that is signed by itself and not known here',
    message: "The host's certificate is signed by itself, and this terminal does not know it.",
    terminalFix:
      'Get the certificate from the administrator by a safe way and trust it; do not take it from the connection.',
    hostFix: 'Replace the self-signed certificate by one of an authority, or hand it out to the terminals.',
  },
  CERTIFICATE_EXPIRED: {
    foundBy: 'terminal',
    weDid: "compared the dates of the host's certificate with the clock",
    peerDid: 'showed a certificate, or a chain, of which one has expired',
    message: "The host's certificate has expired.",
    terminalFix: "Check this machine's date; if it is right, ask the administrator of the host.",
    hostFix: 'Renew the server certificate, connect it to the key ring, and refresh TLS.',
  },
  CERTIFICATE_NOT_YET_VALID: {
    foundBy: 'terminal',
    weDid: "compared the first day of the host's certificate with the clock",
    peerDid: 'showed a certificate that is good only from a later date on',
    message: "The host's certificate is not valid yet.",
    terminalFix: "Set this machine's clock, which is probably slow.",
    hostFix: 'Check the date on the system where the certificate was made.',
  },
  CERTIFICATE_REVOKED: {
    foundBy: 'terminal',
    weDid: "asked whether the host's certificate still counts",
    peerDid: 'showed a certificate that its authority has withdrawn',
    message: "The host's certificate has been revoked by its authority.",
    terminalFix: 'Do not connect; ask the administrator of the host what has happened.',
    hostFix: 'Install a new certificate with a new key: the old key may be in the wrong hands.',
  },
  CERTIFICATE_NAME_MISMATCH: {
    foundBy: 'terminal',
    weDid: 'compared the name in the certificate with the one that the user gave',
    peerDid: 'showed a certificate for another name',
    message: "The host's certificate is for another name than the one used to connect.",
    terminalFix: 'Connect by a name that the certificate holds.',
    hostFix: 'Put the DNS name that users give into the subjectAltName of the certificate.',
  },
  FOLLOWS_MISSING: {
    foundBy: 'either',
    weDid: 'agreed to START_TLS and sent FOLLOWS',
    peerDid: 'agreed too, but never sent its FOLLOWS',
    message: 'TLS was agreed, but the peer never sent STARTTLS FOLLOWS.',
    terminalFix: 'Use implicit TLS on a port that starts with TLS.',
    hostFix:
      "Look at the host's telnet trace: after WILL STARTTLS it must send IAC SB STARTTLS FOLLOWS IAC SE.",
  },
  STARTTLS_PROTOCOL_ERROR: {
    foundBy: 'either',
    weDid: 'followed the START_TLS dialogue',
    peerDid: 'sent a START_TLS subnegotiation that was not agreed or not well formed',
    message: 'The peer broke the rules of START_TLS, so TLS could not be started safely.',
    terminalFix:
      'Move to implicit TLS on another port; someone on the network may have changed the bytes of this one.',
    hostFix: 'Look for a proxy that rewrites telnet options between terminal and host.',
  },
  BYTES_AFTER_FOLLOWS: {
    foundBy: 'either',
    weDid: 'agreed to START_TLS and waited for TLS to begin',
    peerDid: 'sent clear bytes behind STARTTLS FOLLOWS',
    message:
      'Clear bytes came where TLS had to begin; they may have been put there by an attacker, so the session was closed.',
    terminalFix:
      'Find out who can change traffic on the way, and use a port where the first byte is already TLS.',
    hostFix: 'The server must send nothing between STARTTLS FOLLOWS and its TLS handshake.',
  },
  CLIENT_IMPLICIT_TLS: {
    foundBy: 'host',
    weDid: 'spoke telnet, or offered TLS with IAC DO STARTTLS',
    peerDid: 'sent a TLS ClientHello: it is set to implicit TLS',
    message: 'The terminal started TLS at once where this host speaks telnet first.',
    terminalFix:
      'Turn implicit TLS off: the box "Implicit SSL/TLS Connection" in Reflection, "Telnet-negotiated" to Yes in Host On-Demand, no prefix L: in x3270.',
    hostFix:
      'Set CONNTYPE SECURE, so that the host waits for a ClientHello before it offers START_TLS; a longer SSLTIMEOUT helps slow terminals.',
  },
  CLIENT_SPEAKS_TELNET: {
    foundBy: 'host',
    weDid: 'waited for a TLS ClientHello',
    peerDid: 'sent telnet in the clear',
    message: 'The terminal spoke telnet where this port starts with TLS.',
    terminalFix:
      'Turn implicit TLS on ("Implicit SSL/TLS Connection", "Telnet-negotiated" No, the prefix L: in x3270), or use policy `auto`.',
    hostFix:
      'Set CONNTYPE SECURE or ANY, which offer START_TLS to terminals that do not start TLS by themselves.',
  },
  CLIENT_REFUSED_STARTTLS: {
    foundBy: 'host',
    weDid: 'offered TLS with IAC DO STARTTLS',
    peerDid: 'refused it',
    message: 'The terminal refused TLS, which this host requires.',
    terminalFix: 'Turn TLS on for this session.',
    hostFix:
      'Set CONNTYPE ANY (z/OS) or SECURECONNECTION PREFERRED (z/VM), if sessions in the clear are wanted.',
  },
  CLIENT_IGNORES_OFFER: {
    foundBy: 'host',
    weDid: 'offered TLS with IAC DO STARTTLS and took nothing else, as it is set to',
    peerDid: 'negotiated other telnet options first',
    message: 'The terminal negotiated other telnet options while the offer of TLS stood open.',
    terminalFix:
      'Turn off what the terminal negotiates before TLS; in C-Kermit `set telopt start-tls required` puts START_TLS first.',
    hostFix: 'Let other options wait while the offer is open (the setting `closeOnOtherOptions`).',
  },
  CLIENT_SILENT: {
    foundBy: 'host',
    weDid: 'waited for the terminal to start or answer',
    peerDid: 'sent nothing that answers',
    message: 'The terminal did not answer in time.',
    terminalFix: 'Check that a 3270 terminal is connecting, and that its TLS setting fits the host.',
    hostFix:
      'Check for port scanners and health probes that connect and say nothing; CONNTYPE SECURE offers START_TLS to terminals that wait.',
  },
  CLIENT_REJECTS_CERTIFICATE: {
    foundBy: 'host',
    weDid: 'showed the server certificate in the TLS handshake',
    peerDid: 'ended the handshake with an alert about the server certificate',
    message: "The terminal did not accept this host's certificate.",
    terminalFix: 'Trust the authority that signed it, and connect by a name that it holds.',
    hostFix: 'Check dates, names and chain of the certificate in the key ring of this port.',
  },
  CLIENT_CERTIFICATE_MISSING: {
    foundBy: 'host',
    weDid: 'asked for a client certificate, which is required here',
    peerDid: 'finished the handshake without one',
    message: 'The terminal showed no client certificate, and this host requires one.',
    terminalFix: 'Choose a client certificate for this session.',
    hostFix:
      'Set CLIENTAUTH NONE (z/OS) or CLIENTCERTCHECK PREFERRED (z/VM), if terminals without a certificate are wanted.',
  },
  CLIENT_CERTIFICATE_UNTRUSTED: {
    foundBy: 'host',
    weDid: 'asked for a client certificate and checked it',
    peerDid: 'showed one that no authority known here vouches for',
    message: "The terminal's client certificate is not signed by an authority that this host trusts.",
    terminalFix: 'Get a client certificate from the authority that the host names.',
    hostFix: 'Connect the authority of the client certificates to the key ring as CERTAUTH.',
  },
  TLS_TOO_OLD: {
    foundBy: 'either',
    weDid: 'waited for TLS or telnet',
    peerDid: 'sent an SSL 2.0 ClientHello, or agreed to SSL 2.0',
    message: 'The peer uses SSL 2.0, which is forbidden.',
    terminalFix: 'Use a terminal that speaks TLS 1.2 or later.',
    hostFix: 'Allow only TLS 1.2 and later.',
  },
  NOT_TELNET: {
    foundBy: 'either',
    weDid: 'waited for telnet or TLS',
    peerDid: 'spoke another protocol',
    message: 'The other end speaks neither telnet nor TLS.',
    terminalFix: 'Check host name and port.',
    hostFix: 'Check which service listens on this port, and what connects to it.',
  },
  NOT_SERVED: {
    foundBy: 'host',
    weDid: 'accepted the connection and dropped it, as CONNTYPE NONE says',
    peerDid: 'connected',
    message: 'This host serves no sessions on this port.',
    terminalFix: 'Use another port.',
    hostFix: 'Change CONNTYPE NONE.',
  },
  NEGOTIATION_TIMEOUT: {
    foundBy: 'either',
    weDid: 'negotiated telnet options',
    peerDid: 'left a request unanswered',
    message: 'Telnet negotiation did not come to an end in time.',
    terminalFix: 'Try without TN3270E, or another terminal type.',
    hostFix: 'Look at the telnet trace for the request that stands open.',
  },
  NEGOTIATION_STORM: {
    foundBy: 'either',
    weDid: 'answered telnet option requests',
    peerDid: 'switched one option on and off without end',
    message: 'The peer kept changing its mind about one telnet option.',
    terminalFix: 'Report it to the maker of the host software, with a trace.',
    hostFix: 'Look for two telnet layers that undo each other.',
  },
  LU_NAMES_REFUSED: {
    foundBy: 'terminal',
    weDid: 'asked for a device by name or type',
    peerDid: 'rejected each of them',
    message: 'The host gave none of the LU names or terminal types that were asked for.',
    terminalFix: 'Ask for another LU name, or none.',
    hostFix: 'Check the LU groups and that the LU is free and of the type asked for.',
  },
  INPUT_REFUSED: {
    foundBy: 'host',
    weDid: 'held what the terminal returned against the screen that it was sent',
    peerDid:
      'returned what no operator can type: another text in a protected field, or more than a field holds',
    message: 'The host refused input that does not fit the screen it had sent.',
    terminalFix: 'Check the emulator, and any program that fills in fields for it.',
    hostFix: 'Look into where the connection came from; with the setting `report` the session would go on.',
  },
  LIMIT_EXCEEDED: {
    foundBy: 'either',
    weDid: 'counted what the peer sent or asked for',
    peerDid: 'went past a limit',
    message: 'The peer asked for more than the limits of this session allow.',
    terminalFix: 'Raise the limit if the host is to be trusted.',
    hostFix: 'Look for a loop in the dialogue.',
  },
  PEER_CLOSED: {
    foundBy: 'either',
    weDid: 'was still negotiating',
    peerDid: 'closed the connection',
    message: 'The connection was closed before the session was ready.',
    terminalFix: 'Check host, port, LU name and terminal type.',
    hostFix: "Look at the telnet server's log for the reason.",
  },
  KEEP_ALIVE_LOST: {
    foundBy: 'either',
    weDid: 'sent a keep-alive',
    peerDid: 'did not answer it',
    message: 'The other end no longer answers.',
    terminalFix: 'Connect again.',
    hostFix: 'Check the network, and firewalls that drop idle connections.',
  },
} as const;

/** Codes are capitals since administrators search for them. */
export type DiagnosisCode = keyof typeof DIAGNOSES;
