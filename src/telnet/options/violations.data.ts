/** What a peer can do wrong inside the subnegotiations of this folder. A code, once published, keeps its meaning. */
export const OPTION_VIOLATIONS = {
  'subnegotiation-empty': { rule: 'SEC-003', means: 'a subnegotiation without a body' },
  'wrong-direction': { rule: 'SEC-026', means: 'a message that only the other role may send' },
  'terminal-type-malformed': {
    rule: 'TEL-080',
    means: 'a TERMINAL-TYPE message that is neither IS with a name nor SEND alone',
  },
  'terminal-type-too-long': { rule: 'SEC-047', means: 'a terminal type or LU name longer than its limit' },
  'terminal-type-invalid': {
    rule: 'SEC-050',
    means: 'a terminal type with characters outside the legal set, or more than one @',
  },
  'terminal-type-unasked': { rule: 'TEL-081', means: 'a terminal type that answers no SEND' },
  'too-many-requests': { rule: 'SEC-049', means: 'more SEND TERMINAL-TYPE than the limit' },
  'too-many-terminal-types': { rule: 'SEC-048', means: 'a new terminal type at every SEND, up to the limit' },
  'window-size-malformed': { rule: 'TEL-095', means: 'a NAWS message that is not four bytes long' },
  'environment-malformed': {
    rule: 'SEC-055',
    means: 'a NEW-ENVIRON message that does not follow the grammar of RFC 1572 §2',
  },
  'environment-too-long': {
    rule: 'SEC-056',
    means: 'more environment than the limits for names, values, variables or answers allow',
  },
  'environment-unasked': { rule: 'TEL-101', means: 'NEW-ENVIRON IS without SEND, or INFO before IS' },
} as const;

/** A key of the table of violations within options. */
export type OptionViolationCode = keyof typeof OPTION_VIOLATIONS;
