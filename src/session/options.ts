import { UsageError } from '../bytes/index.js';
import type { TimerName } from './events.js';

/** Times in milliseconds; what a time runs for stands in DESIGN's table of timers and in the guide. */
export type TimerSettings = Readonly<Record<TimerName, number>>;

/**
 * The defaults. `keep-alive` is off unless the option `keepAlive` is given, `host-quiet` unless `hostQuiet` is, `environment`
 * unless `environmentFirst` is.
 */
export const TIMERS: TimerSettings = {
  'auto-listen': 1500,
  'first-byte': 30000,
  'client-hello': 5000,
  'start-tls-answer': 30000,
  follows: 30000,
  'tls-handshake': 30000,
  negotiation: 30000,
  'keep-alive': 60000,
  'host-quiet': 500,
  environment: 5000,
};

/** What a peer can make a session hold or do at most; each can be changed, none switched off. */
export interface SessionLimits {
  /** Bytes of one subnegotiation. */
  readonly subnegotiation: number;
  /** Bytes of one record. */
  readonly record: number;
  /** Bytes that the embedder has queued and not pulled, beside one record. */
  readonly output: number;
  /** How often one option may be switched on or off. */
  readonly optionFlips: number;
  /** SEND TERMINAL-TYPE answered by a terminal. */
  readonly terminalTypeRequests: number;
  /** Option commands kept while START_TLS is open. */
  readonly heldCommands: number;
  /** DEVICE-TYPE requests, and FUNCTIONS requests; at most 255. */
  readonly negotiationRounds: number;
}

export const LIMITS: SessionLimits = {
  subnegotiation: 4096,
  record: 262144,
  output: 65536,
  optionFlips: 32,
  terminalTypeRequests: 64,
  heldCommands: 2048,
  negotiationRounds: 16,
};

/** What terminal and host have in common. */
export interface SessionOptions {
  /** Times that differ from {@link TIMERS}. */
  readonly timers?: Partial<TimerSettings>;
  /** Limits that differ from {@link LIMITS}. */
  readonly limits?: Partial<SessionLimits>;
  /** Sends something when the session was idle for the time of the timer `keep-alive` (RFC 2355 §13.3, TNE-116). */
  readonly keepAlive?: 'noOperation' | 'timingMark';
  /** Answer to DO TIMING-MARK; WONT unless stated (TEL-072). */
  readonly timingMark?: 'will' | 'wont';
  /**
   * What becomes of a session whose TLS has an old version or a weak cipher. `tell` unless stated: it goes on, and the `secure`
   * event lists what is weak; `close` ends it (TLS-027). SSL 2.0 always ends it (TLS-026).
   */
  readonly weakTls?: 'tell' | 'close';
}

export const SESSION_OPTION_KEYS: readonly string[] = [
  'timers',
  'limits',
  'keepAlive',
  'timingMark',
  'weakTls',
];

/** A misspelt option must never fall back to a default (SEC-043). */
export function checkOptionKeys(options: object, known: readonly string[]): void {
  for (const key of Object.keys(options)) {
    if (!known.includes(key)) throw new UsageError('option-invalid', `unknown option '${key}'`);
  }
}

/** Throws `option-invalid` unless the value is one of those listed. */
export function checkChoice<Value extends string>(
  name: string,
  value: unknown,
  choices: readonly Value[],
): Value {
  if (!choices.includes(value as Value)) {
    throw new UsageError(
      'option-invalid',
      `${name} must be one of ${choices.join(', ')}, not ${String(value)}`,
    );
  }
  return value as Value;
}

/** Default numbers with the embedder's over them; unknown names and numbers out of range throw. */
export function mergeNumbers<Key extends string>(
  name: string,
  defaults: Readonly<Record<Key, number>>,
  given: Partial<Readonly<Record<Key, number>>> | undefined,
): Readonly<Record<Key, number>> {
  if (given === undefined) return defaults;
  checkOptionKeys(given, Object.keys(defaults));
  const merged: Record<Key, number> = { ...defaults };
  for (const [key, value] of Object.entries(given) as [Key, unknown][]) {
    if (value === undefined) continue;
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > 2147483647) {
      throw new UsageError(
        'option-invalid',
        `${name}.${key} must be a whole number from 1 to 2147483647, not ${String(value)}`,
      );
    }
    merged[key] = value;
  }
  return merged;
}
