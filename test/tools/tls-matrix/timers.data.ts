import type { TimerSettings } from '../../../src/index.js';

/**
 * Times in milliseconds, in the order and nearly in the proportions of the defaults, but short: a terminal that listens decides
 * long before a host that waits, and whatever negotiates outlasts that host.
 */
export const SHORT_TIMERS: Partial<TimerSettings> = {
  'auto-listen': 700,
  'client-hello': 2500,
  'first-byte': 9000,
  'start-tls-answer': 9000,
  follows: 9000,
  'tls-handshake': 9000,
  negotiation: 9000,
};

/** A cell that is not decided by then hangs. */
export const CELL_LIMIT = 20_000;
