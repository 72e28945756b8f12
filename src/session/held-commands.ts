import { SnapshotReader, type SnapshotValue } from '../bytes/index.js';
import { type NegotiationToken, VERBS } from '../telnet/index.js';

/**
 * Option commands that wait while START_TLS is open, in order (TLS-045): answered when the session goes on in the clear,
 * forgotten when TLS comes up.
 */
export class HeldCommands {
  readonly #limit: number;
  #held: NegotiationToken[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  /**
   * Keeps a token.
   * @returns false when that would be one too many.
   */
  keep(token: NegotiationToken): boolean {
    if (this.#held.length >= this.#limit) return false;
    this.#held.push(token);
    return true;
  }

  /** Hands out what was kept, and keeps nothing. */
  release(): readonly NegotiationToken[] {
    const held = this.#held;
    this.#held = [];
    return held;
  }

  save(): SnapshotValue {
    return this.#held.map(({ verb, option, offset }) => ({ verb, option, offset }));
  }

  /** @throws UsageError `snapshot-invalid` */
  load(snapshot: SnapshotReader): void {
    this.#held = snapshot.list('held', this.#limit).map(readHeld);
  }
}

function readHeld(entry: unknown): NegotiationToken {
  const read = new SnapshotReader(entry, 'held');
  return {
    type: 'negotiation',
    verb: read.choice('verb', VERBS),
    option: read.integer('option', 0, 255),
    offset: read.integer('offset', 0, Number.MAX_SAFE_INTEGER),
  };
}
