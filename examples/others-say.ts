/** A text that a product shows, and where. */
export interface OtherText {
  readonly product: string;
  readonly text: string;
  readonly where: string;
}

/**
 * What users of other products read when a terminal that is set to implicit TLS meets a host that negotiates TLS inside telnet.
 * The words are those of the vendor's note KB 7022064.
 */
export const OTHERS_SAY: readonly OtherText[] = [
  {
    product: 'Reflection 2014',
    text: 'Host: (name) / An error occurred in communications. / Reflection SSL/TLS could not establish an encrypted connection.',
    where: 'dialog',
  },
  {
    product: 'Reflection for IBM 14.x',
    text: 'An error occurred in communications -Reflection SSL/TLS could not establish an encrypted connection.',
    where: 'dialog',
  },
  {
    product: 'EXTRA! X-treme 9.3',
    text: 'TLSStartSecurity returned error 9702 (SSL/TLS handshake failed.)',
    where: 'Status Application audit log',
  },
  {
    product: 'EXTRA! X-treme 9.3',
    text: 'Secure connection was requested but not granted by server (name) on port (port)',
    where: 'Status Application audit log',
  },
  {
    product: 'EXTRA! X-treme 9.3',
    text: 'Socket failed to connect. / Last socket error = 0. No error',
    where: 'Status Application audit log',
  },
  {
    product: 'Reflection for the Web 2014',
    text: 'TLS alert Unexpected Message encountered, or Connection to Host Failed',
    where: 'dialog',
  },
];
