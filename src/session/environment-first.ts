import type { SnapshotReader } from '../bytes/index.js';
import type { Verb } from '../telnet/index.js';
import {
  ENVIRONMENT_FIRST_TABLE,
  type EnvironmentFirstInput,
  type EnvironmentFirstState,
} from './environment-first.table.js';

/** What the wait for the environment needs of the session around it. */
export interface EnvironmentFirstSession {
  arm(): void;
  disarm(): void;
  /** Negotiates the DO TERMINAL-TYPE that waited. */
  answer(): void;
}

/** Holds DO TERMINAL-TYPE until the environment was told, by {@link ENVIRONMENT_FIRST_TABLE} (TEL-109). */
export class EnvironmentFirst {
  readonly #session: EnvironmentFirstSession;
  #state: EnvironmentFirstState = 'idle';

  constructor(session: EnvironmentFirstSession) {
    this.#session = session;
  }

  get state(): EnvironmentFirstState {
    return this.#state;
  }

  /** Takes a command about TERMINAL-TYPE; false when it is to be negotiated now. */
  holds(verb: Verb): boolean {
    if (verb !== 'do' && verb !== 'dont') return false;
    return !this.step(verb === 'do' ? 'typeAsked' : 'typeWithdrawn');
  }

  /** Returns whether what came is to be negotiated now. */
  step(input: EnvironmentFirstInput): boolean {
    const [next, ...effects] = ENVIRONMENT_FIRST_TABLE[this.#state][input];
    this.#state = next;
    for (const effect of effects) if (effect !== 'pass') this.#session[effect]();
    return effects.includes('pass');
  }

  /** A channel begins anew. */
  reset(): void {
    this.#state = 'idle';
    this.#session.disarm();
  }

  /** @throws UsageError `snapshot-invalid` */
  load(snapshot: SnapshotReader): void {
    this.#state = snapshot.choice(
      'environmentFirst',
      Object.keys(ENVIRONMENT_FIRST_TABLE) as EnvironmentFirstState[],
    );
  }
}
