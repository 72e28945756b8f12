import { UsageError } from '../bytes/index.js';
import type { TimerName } from './events.js';

/** Times in milliseconds; each is relative to the `timer` event that arms it. */
export interface TimerSettings extends Readonly<Record<TimerName, number>> {
  /** Policy `auto` waits for the host's first byte. Default 1500: well under the time that hosts wait for a ClientHello. */
  readonly 'auto-listen': number;
  /** A terminal that does not begin with TLS waits for the host's first byte. Default 30000. */
  readonly 'first-byte': number;
  /** A host waits for a ClientHello before it offers START_TLS, or before it gives up. Default 5000. */
  readonly 'client-hello': number;
  /** An offer of START_TLS, or a request for it, stands open. Default 30000. */
  readonly 'start-tls-answer': number;
  /** FOLLOWS was sent and the peer's is missing. Default 30000. */
  readonly follows: number;
  /** Between `upgradeToTls` and its outcome. Default 30000. */
  readonly 'tls-handshake': number;
  /** Telnet and TN3270E negotiate without an end. Default 30000. */
  readonly negotiation: number;
  /** Nothing was sent or received; runs only with the option `keepAlive`. Default 60000. */
  readonly 'keep-alive': number;
  /** The host was silent behind its last record; runs only with the option `hostQuiet`. Default 500. */
  readonly 'host-quiet': number;
  /** A host that agreed to NEW-ENVIRON has not asked; runs only with the option `environmentFirst`. Default 5000. */
  readonly environment: number;
}

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
  /** Bytes of one subnegotiation. Default 4096. */
  readonly subnegotiation: number;
  /** Bytes of one record. Default 262144. */
  readonly record: number;
  /** Bytes that the embedder has queued and not pulled, beside one record. Default 65536. */
  readonly output: number;
  /** How often one option may be switched on or off. Default 32. */
  readonly optionFlips: number;
  /** SEND TERMINAL-TYPE answered by a terminal. Default 64. */
  readonly terminalTypeRequests: number;
  /** Option commands kept while START_TLS is open. Default 2048. */
  readonly heldCommands: number;
  /** DEVICE-TYPE requests, and FUNCTIONS requests; at most 255. Default 16. */
  readonly negotiationRounds: number;
}

/** The defaults. */
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

/** A misspelt option must never fall back to a default (SEC-043). */
function checkOptionKeys(options: object, known: readonly string[]): void {
  for (const key of Object.keys(options)) {
    if (!known.includes(key)) throw new UsageError('option-invalid', `unknown option '${key}'`);
  }
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
