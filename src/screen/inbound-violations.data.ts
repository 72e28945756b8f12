/**
 * What a terminal can send that does not fit the screen that it was sent. The first two are done by no operator; the others
 * are notes, since a terminal may have reasons that a host does not see.
 */
export const INBOUND_VIOLATIONS = {
  'protected-field-modified': {
    rule: 'SEC-102',
    means: 'a terminal returned other characters in a protected field than it was sent',
  },
  'field-overrun': {
    rule: 'SEC-104',
    means: 'a terminal returned more characters than the field has positions',
  },
  'numeric-field-invalid': {
    rule: 'SEC-105',
    means: 'a numeric field came back with something else than digits, minus, period, comma and blanks',
  },
  'field-not-defined': {
    rule: 'SEC-106',
    means: 'a terminal returned a field that the screen sent to it does not have',
  },
  'field-unmodified': {
    rule: 'SEC-106',
    means:
      'a field came back as it was sent, and nothing had marked it as modified: it may have been typed again',
  },
  'field-repeated': {
    rule: 'SEC-112',
    means: 'a field came twice in one record; all of them are in the record, in their order',
  },
} as const;

/** Code of a violation by input that does not fit the screen, such as `protected-field-modified`. */
export type InboundViolationCode = keyof typeof INBOUND_VIOLATIONS;

/** What no operator can do: a host may refuse input for it. */
export const TAMPERING: readonly InboundViolationCode[] = ['protected-field-modified', 'field-overrun'];
