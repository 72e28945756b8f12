import type { SnapshotObject, SnapshotReader } from '../bytes/index.js';
import {
  HOST_TURN_TABLE,
  type HostTurnEffect,
  type HostTurnInput,
  type HostTurnState,
} from './host-turn.table.js';
import type { HostDoneEvidence } from './terminal-events.js';

/** In the order in which an event lists them. */
const EVIDENCE: readonly HostDoneEvidence[] = [
  'write',
  'writeControlCharacter',
  'keyboardRestore',
  'contentionResolution',
  'sscpLuData',
  'goAhead',
  'quietTime',
];

/** What a turn needs of the session around it. */
export interface HostTurnSession {
  arm(): void;
  disarm(): void;
  tell(evidence: readonly HostDoneEvidence[]): void;
}

/** Follows whose turn it is between operator and host, by {@link HOST_TURN_TABLE}. */
export class HostTurn {
  readonly #session: HostTurnSession;
  /** Whether the time is wanted as evidence. */
  readonly #timed: boolean;
  #state: HostTurnState = 'idle';
  /** Bits of what was seen since the turn began; index into {@link EVIDENCE}. */
  #seen = 0;
  /** Text has come since the timer was armed: how it was cut must not show, so the timer is armed again when it has run out. */
  #moreText = false;

  constructor(timed: boolean, session: HostTurnSession) {
    this.#timed = timed;
    this.#session = session;
  }

  /** Something begins that the host has to answer. */
  asked(): void {
    this.#seen = 0;
    this.#step('asked');
  }

  /** Evidence in a record; {@link HostTurn.spoke} follows when all of it is carried out. */
  saw(evidence: HostDoneEvidence): void {
    this.#seen |= 1 << EVIDENCE.indexOf(evidence);
  }

  /**
   * A record was carried out.
   * @param locked - the keyboard waits for the host behind it
   * @param final - the host has said that it sends no more
   */
  spoke(locked: boolean, final: boolean): void {
    this.#moreText = false;
    if (!locked && this.#seen === 0) this.saw('write');
    this.#step(locked ? 'locked' : final || !this.#timed ? 'final' : 'released');
  }

  /** Text of an NVT comes, of which nothing tells the end but time. */
  text(): void {
    if (!this.#timed) return;
    if (this.#state === 'settling') this.#moreText = true;
    else this.#step('released');
  }

  /** The host gives the line back (RFC 854, GO AHEAD). */
  goAhead(): void {
    this.saw('goAhead');
    this.#step('final');
  }

  /** The timer has run out. */
  quiet(): void {
    if (this.#moreText) {
      this.#moreText = false;
      this.#session.arm();
      return;
    }
    this.saw('quietTime');
    this.#step('quiet');
  }

  ended(): void {
    this.#step('ended');
    this.#seen = 0;
  }

  save(): SnapshotObject {
    return { state: this.#state, seen: this.#seen, moreText: this.#moreText };
  }

  /** Takes over what {@link HostTurn.save} gave. @throws UsageError `snapshot-invalid` */
  load(read: SnapshotReader): void {
    this.#state = read.choice('state', Object.keys(HOST_TURN_TABLE) as HostTurnState[]);
    this.#seen = read.integer('seen', 0, (1 << EVIDENCE.length) - 1);
    this.#moreText = read.boolean('moreText');
  }

  #step(input: HostTurnInput): void {
    const cell = HOST_TURN_TABLE[this.#state][input];
    const next = cell[0];
    this.#state = next;
    for (let i = 1; i < cell.length; i++) {
      const effect = cell[i] as HostTurnEffect;
      if (effect === 'arm') {
        if (this.#timed) this.#session.arm();
      } else if (effect === 'disarm') {
        this.#moreText = false;
        this.#session.disarm();
      } else {
        const evidence = EVIDENCE.filter((_, bit) => (this.#seen & (1 << bit)) !== 0);
        this.#seen = 0;
        this.#session.tell(evidence);
      }
    }
    if (next === 'idle') this.#seen = 0;
  }
}
