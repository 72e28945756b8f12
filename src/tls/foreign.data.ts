/** How another protocol begins, in ASCII, and what to call it. */
export interface ForeignProtocol {
  readonly starts: string;
  readonly words: string;
}

/** What servers of other protocols send first. No 3270 host begins so, and neither do the banners of the NVT. */
export const FOREIGN_SERVERS: readonly ForeignProtocol[] = [
  { starts: 'SSH-', words: 'an SSH banner' },
  { starts: 'HTTP/', words: 'HTTP' },
  { starts: '220 ', words: 'an SMTP or FTP greeting' },
  { starts: '220-', words: 'an SMTP or FTP greeting' },
  { starts: '+OK ', words: 'a POP3 greeting' },
  { starts: '* OK ', words: 'an IMAP greeting' },
  { starts: 'RFB 00', words: 'a VNC server' },
];

/** What clients of other protocols send first: port scanners, health probes, load balancers. */
export const FOREIGN_CLIENTS: readonly ForeignProtocol[] = [
  { starts: 'SSH-', words: 'an SSH banner' },
  { starts: 'GET /', words: 'an HTTP request' },
  { starts: 'HEAD /', words: 'an HTTP request' },
  { starts: 'POST /', words: 'an HTTP request' },
  { starts: 'OPTIONS ', words: 'an HTTP or SIP request' },
  { starts: 'CONNECT ', words: 'a request to an HTTP proxy' },
  { starts: 'PRI * HTTP/2', words: 'HTTP/2' },
  { starts: 'EHLO ', words: 'an SMTP client' },
  { starts: 'PROXY ', words: 'a header of the PROXY protocol' },
];
