/**
 * A broken rule as a lower layer sees it. Offsets count from the first byte that the layer was given (a record,
 * the body of a subnegotiation); the session turns it into a `violation` event with an offset in the stream.
 */
export interface Fault<Code extends string = string> {
  readonly code: Code;
  /** Index of the first offending byte. */
  readonly offset: number;
  /** How many bytes offend; 0 when something is missing at `offset`. */
  readonly length: number;
}

/** One entry of a folder's `violations.data.ts`. */
export interface ViolationRule {
  /** Number of the requirement or security case (`TEL-008`). */
  readonly rule: string;
  /** What is wrong, in one line. */
  readonly means: string;
}
