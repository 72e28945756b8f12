/** What a peer can do wrong in the 3270 data stream. */
export const DATASTREAM_VIOLATIONS = {
  'command-unknown': { rule: 'DS-012', means: 'the first byte of an outbound record is no command' },
  'bytes-after-command': {
    rule: 'DS-225',
    means: 'bytes behind a command that takes none; they are ignored',
  },
  'write-without-wcc': { rule: 'DS-018', means: 'a write that ends before its write control character' },
  'order-truncated': { rule: 'DS-055', means: 'the record ends within an order' },
  'order-undefined': {
    rule: 'DS-054',
    means: 'a code below 40 that is neither an order nor a format control',
  },
  'double-byte-split': {
    rule: 'SEC-092',
    means: 'one half of a double-byte character: written over, left behind, or the only one that came',
  },
  'double-byte-invalid': {
    rule: 'SEC-092',
    means:
      'in double-byte text: a code that is no double-byte character, a control, or another character set',
  },
  'shift-misplaced': {
    rule: 'SEC-092',
    means: 'SO in double-byte text, or SI where no SO stands before it',
  },
  'shift-out-open': { rule: 'SEC-092', means: 'a field that ends between SO and SI' },
  'address-out-of-range': { rule: 'DS-056', means: 'a buffer address at or beyond rows times columns' },
  'structured-field-length': {
    rule: 'SF-003',
    means: 'a structured field of length 1 or 2, too short for what it says, or longer than the record',
  },
  'structured-field-unknown': {
    rule: 'SF-006',
    means: 'the identifier of a structured field has no meaning',
  },
  'structured-field-unsupported': {
    rule: 'SF-006',
    means: 'a known structured field that is not carried out',
  },
  'structured-field-invalid': {
    rule: 'SF-055',
    means: 'a structured field with a value that is not defined',
  },
  'structured-fields-too-many': {
    rule: 'SEC-097',
    means: 'more structured fields in one record than the limit',
  },
  'partition-unknown': { rule: 'SF-058', means: 'a structured field for a partition that does not exist' },
  'read-partition-invalid': {
    rule: 'SF-087',
    means: 'a Read Partition with the wrong partition, without a type, or with one that is not defined',
  },
  'read-partition-not-last': {
    rule: 'SEC-097',
    means: 'structured fields behind a Read Partition; not carried out',
  },
  'inbound-malformed': {
    rule: 'SEC-107',
    means:
      'an inbound record without a known AID, cut short, with an address beyond the screen or an order not allowed',
  },
  'query-reply-malformed': { rule: 'SEC-110', means: 'a query reply too short for what it says it holds' },
  'query-reply-contradiction': {
    rule: 'SEC-110',
    means: 'query replies that contradict each other, or name a screen size that cannot be',
  },
} as const;

/** Code of a violation of the data stream, such as `order-truncated`. */
export type DatastreamViolationCode = keyof typeof DATASTREAM_VIOLATIONS;
