import { SnapshotReader, type SnapshotValue, UsageError } from '../bytes/index.js';
import { KEYS, type Key, type Keyboard } from '../screen/index.js';

/** Something that an operator did: text, a key, or a click on a position. */
export type Typed = { readonly text: string } | { readonly key: Key } | { readonly position: number };

/** UTF-16 units of text, keys and clicks that are kept; what goes beyond is refused, as by a lock. */
const ROOM = 1024;

/**
 * Input that waits for the right to send, where CONTENTION-RESOLUTION was agreed and nothing else locks the keyboard
 * (TNE-132). It is kept through writes and BIDs, done in its order, and forgotten with the session that it was typed for.
 */
export class TypeAhead {
  #waiting: Typed[] = [];
  #size = 0;

  get empty(): boolean {
    return this.#waiting.length === 0;
  }

  /** Whether input waits now: behind other input, or for the right to send alone. */
  waits(keyboard: Keyboard): boolean {
    return !this.empty || (keyboard.has('bid') && keyboard.reasons.size === 1);
  }

  /** Keeps input; false when there is no room for all of it. */
  add(typed: Typed): boolean {
    const size = sizeOf(typed);
    if (this.#size + size > ROOM) return false;
    this.#size += size;
    this.#waiting.push(typed);
    return true;
  }

  clear(): void {
    this.#waiting = [];
    this.#size = 0;
  }

  /** Does what waits while the keyboard is free; what is refused takes the rest with it, as an operator error does. */
  run(keyboard: Keyboard, act: (typed: Typed) => boolean): void {
    while (keyboard.bits === 0) {
      const typed = this.#waiting.shift();
      if (typed === undefined) return;
      this.#size -= sizeOf(typed);
      if (!act(typed)) this.clear();
    }
  }

  /** As plain values. */
  save(): SnapshotValue {
    return this.#waiting.map((typed) => ({ ...typed }));
  }

  /** @throws UsageError `snapshot-invalid` */
  load(waiting: readonly unknown[]): void {
    this.clear();
    for (const value of waiting) {
      if (!this.add(readTyped(new SnapshotReader(value, 'typeAhead'))))
        throw new UsageError('snapshot-invalid', `typeAhead must have at most ${ROOM} characters and keys`);
    }
  }
}

function sizeOf(typed: Typed): number {
  return 'text' in typed ? Math.max(1, typed.text.length) : 1;
}

function readTyped(read: SnapshotReader): Typed {
  if (read.get('text') !== undefined) return { text: read.string('text', ROOM) };
  if (read.get('key') !== undefined) return { key: read.choice('key', KEYS) };
  return { position: read.integer('position', 0, 16383) };
}
