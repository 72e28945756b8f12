/** What a peer can do wrong in NVT text. */
export const NVT_VIOLATIONS = {
  'nvt-sequence-unknown': {
    rule: 'SEC-125',
    means: 'an escape sequence that this terminal does not know, or that is malformed: passed over',
  },
  'nvt-report-storm': {
    rule: 'SEC-022',
    means: 'more requests for reports than are answered: one for each 64 bytes of text, 32 at once',
  },
} as const;

/** Code of a violation in NVT text. */
export type NvtViolationCode = keyof typeof NVT_VIOLATIONS;
