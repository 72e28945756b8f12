/** What a peer can do wrong below the option dialogues. */
export const TELNET_VIOLATIONS = {
  'undefined-command': { rule: 'TEL-005', means: 'IAC followed by a byte that is no command; acts as NOP' },
  'subnegotiation-end-alone': { rule: 'TEL-008', means: 'IAC SE without a subnegotiation before it' },
  'subnegotiation-malformed': {
    rule: 'TEL-008',
    means: 'IAC followed by neither IAC nor SE inside a subnegotiation, which is abandoned',
  },
  'subnegotiation-empty': { rule: 'SEC-003', means: 'a subnegotiation without an option or without a body' },
  'subnegotiation-too-long': { rule: 'TEL-009', means: 'a subnegotiation passed its limit and is skipped' },
  'subnegotiation-not-agreed': {
    rule: 'TEL-007',
    means: 'a subnegotiation for an option that is not in force',
  },
  'record-too-long': { rule: 'TEL-010', means: 'a record passed its limit and is skipped to its end' },
  'record-interrupted': {
    rule: 'TEL-112',
    means: 'the mode changed inside a record; what had arrived of it is discarded',
  },
  'eor-not-agreed': { rule: 'TEL-065', means: 'IAC EOR while no end of record is in force; acts as NOP' },
  // To offer an option that the other side does not know breaks no rule of telnet. It is told all the same, since whoever
  // watches a session wants to know of it: a fuzzer's options, an attacker's, those of a product not met before.
  'option-unknown': {
    rule: 'TEL-016',
    means: 'an option that this library does not know; the peer may offer it, and it is refused once',
  },
  'option-answer-invalid': {
    rule: 'TEL-033',
    means: 'the peer answered our WONT or DONT by agreeing to the option',
  },
  'negotiation-storm': {
    rule: 'TEL-029',
    means: 'one option was switched on and off more often than the limit allows',
  },
  'wrong-direction': { rule: 'SEC-026', means: 'a message that only the other role may send' },
} as const;

/** A key of the table of telnet violations. */
export type TelnetViolationCode = keyof typeof TELNET_VIOLATIONS;
