import type { TransitionTable } from '../machine/index.js';

/**
 * `idle`: nothing is waited for. `waiting`: something was sent, or the host locked the keyboard, and it has not let go since.
 * `settling`: the keyboard is free, and only the time has to show that no more comes.
 */
export type HostTurnState = 'idle' | 'waiting' | 'settling';

/** What tells a terminal whose turn it is. */
export type HostTurnInput =
  /** The operator sent something, the host asked to send (BID), or a session with an application begins or ends. */
  | 'asked'
  /** The host said something, and the keyboard is locked behind it. */
  | 'locked'
  /** The host said something, and the keyboard is free behind it; more may come. */
  | 'released'
  /** The same, and the host says that nothing more comes, or nobody wants to wait for the time. */
  | 'final'
  /** The timer `host-quiet` has run out. */
  | 'quiet'
  /** Data flows no more. */
  | 'ended';

/** `arm` does nothing unless the time is wanted. */
export type HostTurnEffect = 'arm' | 'disarm' | 'tell';

/** Whose turn it is, for those who wait for a host. */
export const HOST_TURN_TABLE: TransitionTable<HostTurnState, HostTurnInput, HostTurnEffect> = {
  idle: {
    asked: ['waiting'],
    locked: ['waiting', 'arm'],
    released: ['settling', 'arm'], // nobody asked, but something may be there to be read
    final: ['idle'],
    quiet: ['idle'],
    ended: ['idle'],
  },
  waiting: {
    asked: ['waiting', 'disarm'],
    locked: ['waiting', 'arm'],
    released: ['settling', 'arm'],
    final: ['idle', 'disarm', 'tell'],
    quiet: ['idle', 'tell'], // the host fell silent and left the keyboard locked
    ended: ['idle', 'disarm'],
  },
  settling: {
    asked: ['waiting', 'disarm'],
    locked: ['waiting', 'arm'],
    released: ['settling', 'arm'],
    final: ['idle', 'disarm', 'tell'],
    quiet: ['idle', 'tell'],
    ended: ['idle', 'disarm'],
  },
};
