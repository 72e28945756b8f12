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
/** Options below have their states from the start; an array of so few bytes costs next to nothing. */
const LOW_OPTIONS = 64;
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
   * Of the options below 64, which are all that are in use, and of all once another one is switched: the state of the local side
   * in the low four bits, of the remote side in the high ones.
   */
  #states: Uint8Array = new Uint8Array(LOW_OPTIONS);
  /** How often an option side was switched: its index and a number, only of those that were. */
  #flips: number[] = [];

  constructor(policy: OptionPolicy, output: ByteWriter, flipLimit = 32) {
    this.#policy = policy;
    this.#output = output;
    this.#flipLimit = flipLimit;
  }

  /** Whether the option is in force on that side. While a request is open it is not (TEL-022). */
  isOn(side: OptionSide, option: number): boolean {
    return this.state(side, option) === 'yes';
  }

  state(side: OptionSide, option: number): OptionState {
    const both = option < this.#states.length ? (this.#states[option] as number) : 0;
    return STATES[side === 'local' ? both & 15 : both >> 4] as OptionState;
  }

  #setState(side: OptionSide, option: number, state: OptionState): void {
    if (option >= this.#states.length) {
      if (state === 'no') return;
      const all = new Uint8Array(256);
      all.set(this.#states);
      this.#states = all;
    }
    const both = this.#states[option] as number;
    const value = STATES.indexOf(state);
    this.#states[option] = side === 'local' ? (both & 0xf0) | value : (both & 15) | (value << 4);
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
    const list: (readonly [number, OptionState])[] = [];
    for (const side of ['local', 'remote'] as const) {
      this.#states.forEach((both, option) => {
        const state = both === 0 ? 'no' : this.state(side, option);
        if (state !== 'no') list.push([index(side, option), state]);
      });
    }
    return list;
  }

  /** The states, and how often each side of an option was switched. */
  snapshot(): SnapshotObject {
    const flips: [number, number][] = [];
    for (let i = 0; i < this.#flips.length; i += 2) {
      flips.push([this.#flips[i] as number, this.#flips[i + 1] as number]);
    }
    return { states: this.states(), flips };
  }

  /** Takes over what {@link OptionNegotiator.snapshot} gave. @throws {@link UsageError} `snapshot-invalid`. */
  restore(snapshot: SnapshotReader): void {
    const states = snapshot.list('states', 512).map((entry) => readPair(entry));
    const flips = snapshot.list('flips', 512).map((entry) => readPair(entry));
    this.#states.fill(0);
    this.#flips = [];
    for (const pair of states) {
      const at = pair.integer('at', 0, 511);
      this.#setState(at < 256 ? 'local' : 'remote', at & 255, pair.choice('value', STATES));
    }
    for (const pair of flips) {
      const at = pair.integer('at', 0, 511);
      this.#setFlips(at, pair.integer('value', 0, 2147483647));
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
    this.#setState(side, option, cell[0]);
    if ((kind === 'enabled' || kind === 'disabled') && this.#countFlip(index(side, option))) fault = 'storm';
    return kind === 'none' && fault === undefined ? undefined : { option, side, kind, fault };
  }

  /** True when this option side was switched more often than the limit allows. */
  #countFlip(at: number): boolean {
    for (let i = 0; i < this.#flips.length; i += 2) {
      if (this.#flips[i] !== at) continue;
      const flips = (this.#flips[i + 1] as number) + 1;
      this.#flips[i + 1] = flips;
      return flips > this.#flipLimit;
    }
    this.#flips.push(at, 1);
    return this.#flipLimit < 1;
  }

  #setFlips(at: number, flips: number): void {
    for (let i = 0; i < this.#flips.length; i += 2) if (this.#flips[i] === at) this.#flips.splice(i, 2);
    this.#flips.push(at, flips);
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
