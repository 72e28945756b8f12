/** What a peer can do wrong in text for the SSCP-LU session; faults of the data stream have codes of their own. */
export const SCREEN_VIOLATIONS = {
  'sscp-lu-order': {
    rule: 'TNE-070',
    means: 'a 3270 order or a control in SSCP-LU data, which is text: shown as a blank or passed over',
  },
} as const;

/** Code of a violation that the screen finds. */
export type ScreenViolationCode = keyof typeof SCREEN_VIOLATIONS;
