import type { SnapshotReader } from '../bytes/index.js';
import type { Keyboard, LockReason } from '../screen/index.js';
import type { TerminalEvent } from './terminal-events.js';

/** What {@link LockNews} needs of the session around it. */
export interface LockNewsSession {
  emit(event: TerminalEvent): void;
}

/** Tells what locks the keyboard, each time that it is something else. */
export class LockNews {
  readonly #keyboard: Keyboard;
  readonly #session: LockNewsSession;
  /** The reasons that were told last, at first those of a new session, and as {@link Keyboard.bits}; -1 when those are not known. */
  #told: string;
  #bits = -1;

  constructor(keyboard: Keyboard, session: LockNewsSession) {
    this.#keyboard = keyboard;
    this.#session = session;
    this.#told = [...keyboard.reasons].join(' ');
  }

  /** Looks whether there is something to tell. */
  follow(): void {
    const { bits } = this.#keyboard;
    if (bits === this.#bits) return;
    this.#bits = bits;
    const reasons: LockReason[] = [...this.#keyboard.reasons];
    const told = reasons.join(' ');
    if (told === this.#told) return;
    this.#told = told;
    this.#session.emit({ type: 'keyboard', locked: reasons.length > 0, reasons });
  }

  save(): string {
    return this.#told;
  }

  /** Takes over what {@link LockNews.save} gave, as the value of a key. @throws UsageError `snapshot-invalid` */
  load(snapshot: SnapshotReader, key: string): void {
    this.#told = snapshot.string(key);
    this.#bits = -1;
  }
}
