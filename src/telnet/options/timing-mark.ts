import type { TransitionTable } from '../../machine/index.js';

/** A DO TIMING-MARK of ours is `waiting` for its answer, or none is. */
export type TimingMarkState = 'idle' | 'waiting';
/** `ask` is ours; the others are the peer's commands for option 6. */
export type TimingMarkInput = 'ask' | 'do' | 'dont' | 'will' | 'wont';
/**
 * `sendDo`: ask. `answer`: WILL or WONT TIMING-MARK, as the option says (WONT by default, TEL-072), when all data
 * before it has been processed. `alive`: the peer answered (TEL-073). `refuse`: DONT TIMING-MARK.
 */
export type TimingMarkEffect = 'sendDo' | 'answer' | 'alive' | 'refuse';

/**
 * TIMING-MARK, which stands outside the RFC 1143 table because it never becomes an enabled option: every DO gets
 * one answer, again and again (RFC 860 §5, TEL-070, TEL-071).
 */
export const TIMING_MARK_TABLE: TransitionTable<TimingMarkState, TimingMarkInput, TimingMarkEffect> = {
  idle: {
    ask: ['waiting', 'sendDo'],
    do: ['idle', 'answer'],
    dont: ['idle'],
    will: ['idle', 'refuse'],
    wont: ['idle'],
  },
  waiting: {
    ask: ['waiting'], // one question at a time: the answer to the first ends the wait
    do: ['waiting', 'answer'],
    dont: ['waiting'],
    will: ['idle', 'alive'],
    wont: ['idle', 'alive'],
  },
};
