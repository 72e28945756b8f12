/** What a peer can do wrong in TN3270E. A code, once published, keeps its meaning. */
export const TN3270E_VIOLATIONS = {
  'subnegotiation-empty': { rule: 'SEC-003', means: 'a subnegotiation without a body' },
  'subnegotiation-unknown': { rule: 'TNE-010', means: 'a TN3270E message that RFC 2355 does not define' },
  'subnegotiation-unexpected': { rule: 'TNE-004', means: 'a TN3270E message out of its order' },
  'wrong-direction': { rule: 'SEC-026', means: 'a message that only the other role may send' },
  'device-type-malformed': {
    rule: 'SEC-062',
    means: 'a DEVICE-TYPE message with a part missing, or a name that is empty, too long or not ASCII',
  },
  'device-type-unknown': { rule: 'TNE-014', means: 'a request for a device type that TN3270E does not have' },
  'device-type-changed': { rule: 'TNE-028', means: 'DEVICE-TYPE IS names another type than was asked for' },
  'reject-reason-unknown': { rule: 'SEC-064', means: 'DEVICE-TYPE REJECT with a reason outside 0 to 7' },
  'device-type-rounds': { rule: 'SEC-065', means: 'more DEVICE-TYPE requests than the limit' },
  'functions-malformed': {
    rule: 'TNE-041',
    means: 'a FUNCTIONS message with a part missing or too long a list',
  },
  'functions-unknown': {
    rule: 'TNE-035',
    means: 'a function code that is not assigned; it is dropped from the list',
  },
  'functions-added': { rule: 'SEC-067', means: 'FUNCTIONS IS with a function that was not requested' },
  'functions-reduced': { rule: 'TNE-037', means: 'FUNCTIONS IS without a function that was requested' },
  'functions-rounds': { rule: 'SEC-066', means: 'more FUNCTIONS requests than the limit' },
  'record-too-short': { rule: 'TNE-052', means: 'a record shorter than the five bytes of its header' },
  'header-invalid': {
    rule: 'SEC-068',
    means: 'a header with an unknown data type, or a flag outside the range of its data type',
  },
  'function-not-agreed': { rule: 'TNE-042', means: 'a header value of a function that was not agreed' },
  'data-out-of-state': { rule: 'SEC-072', means: 'data that the state of the session does not take' },
  'bind-invalid': { rule: 'SEC-071', means: 'a BIND that is cut, or whose sizes are out of range' },
  'response-malformed': { rule: 'TNE-100', means: 'a RESPONSE whose data is not what its flag calls for' },
  'response-unmatched': { rule: 'SEC-069', means: 'a RESPONSE that nothing waits for' },
} as const;

/** A key of the table of TN3270E violations. */
export type Tn3270eViolationCode = keyof typeof TN3270E_VIOLATIONS;
