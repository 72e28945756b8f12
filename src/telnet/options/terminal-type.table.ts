import type { TransitionTable } from '../../machine/index.js';

/** `asked`: a SEND stands open. `done`: the answers gathered so far were handed on. */
export type CollectorState = 'idle' | 'asked' | 'done';

/**
 * `ask` and `askOverLimit` come from the embedder. The others say what an IS brought: the name looked for, another new one,
 * the same as before, one that is not legal, or a new one in answer to the last SEND allowed.
 */
export type CollectorInput = 'ask' | 'askOverLimit' | 'wanted' | 'other' | 'repeated' | 'refused' | 'atLimit';

/** `keep`: remember the name. `send`: ask again. `pick`: hand on what was gathered. */
export type CollectorEffect =
  | 'keep'
  | 'send'
  | 'pick'
  | 'misuse'
  | 'faultName'
  | 'faultUnasked'
  | 'faultTooMany';

/** The host's side of TERMINAL-TYPE (RFC 1091 §6, TEL-081, TEL-084, SEC-047, SEC-048). */
export const TERMINAL_TYPE_COLLECTOR_TABLE: TransitionTable<CollectorState, CollectorInput, CollectorEffect> =
  {
    idle: {
      ask: ['asked', 'send'],
      askOverLimit: ['done', 'pick'],
      wanted: ['idle', 'faultUnasked'],
      other: ['idle', 'faultUnasked'],
      repeated: ['idle', 'faultUnasked'],
      refused: ['idle', 'faultUnasked'],
      atLimit: ['idle', 'faultUnasked'],
    },
    asked: {
      ask: ['asked', 'misuse'],
      askOverLimit: ['asked', 'misuse'],
      wanted: ['done', 'keep', 'pick'],
      other: ['asked', 'keep', 'send'],
      repeated: ['done', 'pick'], //                 TEL-084
      refused: ['done', 'faultName', 'pick'], // SEC-047
      atLimit: ['done', 'keep', 'faultTooMany', 'pick'], // SEC-048
    },
    done: {
      ask: ['asked', 'send'],
      askOverLimit: ['done', 'pick'],
      wanted: ['done', 'faultUnasked'],
      other: ['done', 'faultUnasked'],
      repeated: ['done', 'faultUnasked'],
      refused: ['done', 'faultUnasked'],
      atLimit: ['done', 'faultUnasked'],
    },
  };
