/** What a peer can do wrong in the START_TLS dialogue. */
export const TLS_VIOLATIONS = {
  'follows-not-agreed': {
    rule: 'TLS-012',
    means: 'SB STARTTLS FOLLOWS before both sides had agreed to option 46; TLS is not started',
  },
  'starttls-malformed': {
    rule: 'TLS-013',
    means: 'a START_TLS subnegotiation whose body is anything but the one byte 01',
  },
  'bytes-after-follows': {
    rule: 'TLS-010',
    means: 'clear bytes behind FOLLOWS, where only TLS may follow',
  },
  'data-before-tls': {
    rule: 'TLS-014',
    means: 'user data in the clear while START_TLS is being agreed or required; it is dropped',
  },
} as const;

/** A key of the table of violations around START_TLS. */
export type TlsViolationCode = keyof typeof TLS_VIOLATIONS;
