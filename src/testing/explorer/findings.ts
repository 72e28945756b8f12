/** What a session and the embedder around it did that they must not; the word is the property that is broken. */
export interface Finding {
  readonly property: FindingName;
  readonly detail: string;
}
/** The property that a finding breaks. */
export type FindingName =
  | 'throws'
  | 'event-after-closed'
  | 'timer-after-closed'
  | 'send-while-pending'
  | 'clear-bytes'
  | 'clear-session'
  | 'clear-text-untold'
  | 'data-before-tls'
  | 'tls-unasked'
  | 'secure-outside-tls'
  | 'residue'
  | 'not-fresh'
  | 'output-unbounded'
  | 'deadlock'
  | 'disagreement'
  | 'end-unnoticed'
  | 'loop';
