import { type ByteWriter, type SnapshotObject, SnapshotReader, UsageError } from '../bytes/index.js';
import type { Verb } from './commands.data.js';
import { writeNegotiation } from './encode.js';
import { OPTION_TABLE, type OptionEffect, type OptionInput, type OptionState } from './option.table.js';
import { OPTION_NAMES, type OptionSide } from './options.data.js';

/** What a negotiation changed. The answer, where one is due, has been written already. */
export interface OptionChange {
  readonly option: number;
  readonly side: OptionSide;
  /** `refused`: the peer refused what we asked for. `none`: only a fault is to be told. */
  readonly kind: 'enabled' | 'disabled' | 'refused' | 'none';
  /** `peerError`: it answered our withdrawal by agreeing (TEL-033, TEL-034). `storm`: the limit of switches is passed (TEL-029). */
  readonly fault: 'peerError' | 'storm' | undefined;
}

/** One request of ours that the peer has not answered (TEL-027). */
export interface OpenRequest {
  readonly verb: Verb;
  readonly option: number;
}

/** Says whether an option that the peer asks for first is agreed to. Asked only while the option is off. */
export type OptionPolicy = (side: OptionSide, option: number) => boolean;

const STATES = /* @__PURE__ */ Object.keys(OPTION_TABLE) as OptionState[];
/** Which side of ours each verb of the peer speaks of. */
const VERB_SIDE: Readonly<Record<Verb, OptionSide>> = {
  will: 'remote',
  wont: 'remote',
  do: 'local',
  dont: 'local',
};
/** What the numbers of a side are, behind its index. */
const STATE = 1;
const FLIPS = 2;
const NUMBERS = 3;
const ANSWERS: Readonly<Record<OptionSide, readonly [yes: Verb, no: Verb]>> = {
  remote: ['do', 'dont'],
  local: ['will', 'wont'],
};

/**
 * Negotiates telnet options by the queue method, one table for both sides of each option (RFC 1143 §7, TEL-016 to
 * TEL-054). Answers are written to `output` in the order of the requests.
 */
export class OptionNegotiator {
  readonly #policy: OptionPolicy;
  readonly #output: ByteWriter;
  readonly #flipLimit: number;
  /**
   * Three numbers for each side of an option that was ever on or asked for: its index, its state, and how often it was switched.
   * These are few, so that looking through them takes less than an array of all would cost.
   */
  readonly #sides: number[] = [];

  constructor(policy: OptionPolicy, output: ByteWriter, flipLimit = 32) {
    this.#policy = policy;
    this.#output = output;
    this.#flipLimit = flipLimit;
  }

  /** Whether the option is in force on that side. While a request is open it is not (TEL-022). */
  isOn(side: OptionSide, option: number): boolean {
    return this.state(side, option) === 'yes';
  }

  /** The state of an option on one side; see {@link OPTION_TABLE}. */
  state(side: OptionSide, option: number): OptionState {
    const at = this.#find(index(side, option));
    return at < 0 ? 'no' : (STATES[this.#sides[at + STATE] as number] as OptionState);
  }

  /** Where the numbers of a side begin; -1 where it has none. */
  #find(side: number): number {
    const sides = this.#sides;
    for (let at = 0; at < sides.length; at += NUMBERS) if (sides[at] === side) return at;
    return -1;
  }

  /** As {@link OptionNegotiator.#find}, and makes some for a side that has none. */
  #enter(side: number): number {
    const found = this.#find(side);
    return found < 0 ? this.#sides.push(side, STATES.indexOf('no'), 0) - NUMBERS : found;
  }

  /** Our requests that stand unanswered, by option number. */
  openRequests(): OpenRequest[] {
    const list: OpenRequest[] = [];
    for (const [at, state] of this.states()) {
      if (state === 'yes') continue;
      const wantsYes = state === 'wantYes' || state === 'wantYesOpposite';
      const verbs = ANSWERS[at < 256 ? 'local' : 'remote'];
      list.push({ verb: wantsYes ? verbs[0] : verbs[1], option: at & 255 });
    }
    return list;
  }

  /** The states that differ from `no`, by index: the option for the local side, 256 + option for the remote one. */
  states(): (readonly [index: number, state: OptionState])[] {
    const list: [number, OptionState][] = [];
    for (const [side, state] of this.#numbers()) {
      if (state !== 'no') list.push([side, state]);
    }
    return list.sort(([a], [b]) => a - b);
  }

  #numbers(): [side: number, state: OptionState, flips: number][] {
    const list: [number, OptionState, number][] = [];
    for (let at = 0; at < this.#sides.length; at += NUMBERS) {
      const [side, state, flips] = this.#sides.slice(at, at + NUMBERS) as [number, number, number];
      list.push([side, STATES[state] as OptionState, flips]);
    }
    return list;
  }

  /** The states, and how often each side of an option was switched. */
  snapshot(): SnapshotObject {
    const flips = this.#numbers().flatMap(([side, , count]) => (count === 0 ? [] : [[side, count] as const]));
    flips.sort(([a], [b]) => a - b);
    return { states: this.states(), flips };
  }

  /** Takes over what {@link OptionNegotiator.snapshot} gave. @throws {@link UsageError} `snapshot-invalid`. */
  restore(snapshot: SnapshotReader): void {
    const states = snapshot.list('states', 512).map((entry) => readPair(entry));
    const flips = snapshot.list('flips', 512).map((entry) => readPair(entry));
    this.#sides.length = 0;
    for (const pair of states) {
      const at = this.#enter(pair.integer('at', 0, 511));
      this.#sides[at + STATE] = STATES.indexOf(pair.choice('value', STATES));
    }
    for (const pair of flips) {
      const at = this.#enter(pair.integer('at', 0, 511));
      this.#sides[at + FLIPS] = pair.integer('value', 0, 2147483647);
    }
  }

  /** Carries out what the peer says of an option. Returns what changed, if anything did. */
  receive(verb: Verb, option: number): OptionChange | undefined {
    const side = VERB_SIDE[verb];
    if (verb === 'wont' || verb === 'dont') return this.#apply(side, option, 'withdraw');
    // The policy is asked only where the table makes a difference of it (telnet.md §3.2).
    const agreed =
      this.state(side, option) === 'no' && !this.#policy(side, option) ? 'offerRefused' : 'offerAgreed';
    return this.#apply(side, option, agreed);
  }

  /**
   * Asks the peer to switch an option on or off. Does nothing when that is in force or under way already.
   * @throws {@link UsageError} `argument-invalid` when `option` is outside 0..255.
   */
  request(side: OptionSide, option: number, on: boolean): OptionChange | undefined {
    if (!Number.isInteger(option) || option < 0 || option > 255) {
      throw new UsageError('argument-invalid', `option must be 0..255, not ${option}`);
    }
    const input = on ? 'enable' : 'disable';
    if (OPTION_TABLE[this.state(side, option)][input].includes('misuse')) return undefined;
    return this.#apply(side, option, input);
  }

  #apply(side: OptionSide, option: number, input: OptionInput): OptionChange | undefined {
    const cell = OPTION_TABLE[this.state(side, option)][input];
    let kind: OptionChange['kind'] = 'none';
    let fault: OptionChange['fault'];
    for (let i = 1; i < cell.length; i++) {
      const effect = cell[i] as OptionEffect;
      if (effect === 'sendYes') writeNegotiation(this.#output, ANSWERS[side][0], option);
      else if (effect === 'sendNo') writeNegotiation(this.#output, ANSWERS[side][1], option);
      else if (effect === 'peerError') fault = 'peerError';
      else if (effect !== 'misuse') kind = effect;
    }
    if (this.#follow(index(side, option), cell[0], kind)) fault = 'storm';
    return kind === 'none' && fault === undefined ? undefined : { option, side, kind, fault };
  }

  /** Takes over what was negotiated. True when this option side was switched more often than the limit allows. */
  #follow(side: number, state: OptionState, kind: OptionChange['kind']): boolean {
    const at = state === 'no' ? this.#find(side) : this.#enter(side);
    if (at < 0) return false;
    this.#sides[at + STATE] = STATES.indexOf(state);
    if (kind !== 'enabled' && kind !== 'disabled') return false;
    const flips = (this.#sides[at + FLIPS] as number) + 1;
    this.#sides[at + FLIPS] = flips;
    return flips > this.#flipLimit;
  }
}

/** `DO TN3270E`, as the standards print it. */
export function negotiationText(verb: Verb, option: number): string {
  return `${verb.toUpperCase()} ${OPTION_NAMES.get(option) ?? option}`;
}

function readPair(entry: unknown): SnapshotReader {
  const [at, value] = Array.isArray(entry) ? entry : [];
  return new SnapshotReader({ at, value }, 'option');
}

function index(side: OptionSide, option: number): number {
  return side === 'local' ? option : 256 + option;
}
