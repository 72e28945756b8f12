import type { TransitionTable } from '../machine/index.js';

/**
 * `idle`: TERMINAL-TYPE is answered as it comes. `wanted`: NEW-ENVIRON was agreed, and the host has asked for nothing yet.
 * `holding`: and DO TERMINAL-TYPE waits for that.
 */
export type EnvironmentFirstState = 'idle' | 'wanted' | 'holding';

/** What happens to a terminal that tells its environment before its type. */
export type EnvironmentFirstInput =
  /** NEW-ENVIRON came on at our side. */
  | 'environmentAgreed'
  /** A SEND was answered. */
  | 'environmentTold'
  | 'environmentOff'
  /** DO TERMINAL-TYPE. */
  | 'typeAsked'
  /** DONT TERMINAL-TYPE. */
  | 'typeWithdrawn'
  /** The timer `environment` has run out. */
  | 'timeUp';

/** `pass`: negotiate what came. `answer`: negotiate the DO that waited. */
export type EnvironmentFirstEffect = 'pass' | 'answer' | 'arm' | 'disarm';

/** The environment before the terminal type, for hosts that choose by it (TEL-109). */
export const ENVIRONMENT_FIRST_TABLE: TransitionTable<
  EnvironmentFirstState,
  EnvironmentFirstInput,
  EnvironmentFirstEffect
> = {
  idle: {
    environmentAgreed: ['wanted'],
    environmentTold: ['idle'],
    environmentOff: ['idle'],
    typeAsked: ['idle', 'pass'],
    typeWithdrawn: ['idle', 'pass'],
    timeUp: ['idle'],
  },
  wanted: {
    environmentAgreed: ['wanted'],
    environmentTold: ['idle'],
    environmentOff: ['idle'],
    typeAsked: ['holding', 'arm'],
    typeWithdrawn: ['wanted', 'pass'],
    timeUp: ['wanted'],
  },
  holding: {
    environmentAgreed: ['holding'],
    environmentTold: ['idle', 'disarm', 'answer'],
    environmentOff: ['idle', 'disarm', 'answer'], // no SEND will come
    typeAsked: ['holding'], // still one answer
    typeWithdrawn: ['wanted', 'disarm'], // there is nothing left to answer
    timeUp: ['idle', 'answer'],
  },
};
