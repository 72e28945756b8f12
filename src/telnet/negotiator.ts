import { type ByteWriter, type SnapshotObject, SnapshotReader, UsageError } from '../bytes/index.js';
import type { Verb } from './commands.data.js';
import { writeNegotiation } from './encode.js';
import { OPTION_TABLE, type OptionInput, type OptionState } from './option.table.js';
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
/** Each verb of the peer: which side of ours it speaks of, and whether it offers. */
const VERB_MEANING: Readonly<Record<Verb, readonly [side: OptionSide, offers: boolean]>> = {
  will: ['remote', true],
  wont: ['remote', false],
  do: ['local', true],
  dont: ['local', false],
};
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
  /** State of the local side of option n at n, of the remote side at 256 + n. */
  readonly #states: Uint8Array = new Uint8Array(512);
  /** How often an option side was switched; only those that were. */
  readonly #flips: Map<number, number> = new Map();

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
    return STATES[this.#states[index(side, option)] as number] as OptionState;
  }

  /** Our requests that stand unanswered, by option number. */
  openRequests(): OpenRequest[] {
    const list: OpenRequest[] = [];
    this.#states.forEach((value, at) => {
      const state = STATES[value] as OptionState;
      if (state === 'no' || state === 'yes') return;
      const wantsYes = state === 'wantYes' || state === 'wantYesOpposite';
      const verbs = ANSWERS[at < 256 ? 'local' : 'remote'];
      list.push({ verb: wantsYes ? verbs[0] : verbs[1], option: at & 255 });
    });
    return list;
  }

  /** The states that differ from `no`, by index: the option for the local side, 256 + option for the remote one. */
  states(): (readonly [index: number, state: OptionState])[] {
    const list: (readonly [number, OptionState])[] = [];
    this.#states.forEach((value, at) => {
      if (value !== 0) list.push([at, STATES[value] as OptionState]);
    });
    return list;
  }

  /** The states, and how often each side of an option was switched. */
  snapshot(): SnapshotObject {
    return { states: this.states(), flips: [...this.#flips] };
  }

  /** Takes over what {@link OptionNegotiator.snapshot} gave. @throws {@link UsageError} `snapshot-invalid`. */
  restore(snapshot: SnapshotReader): void {
    const states = snapshot.list('states', 512).map((entry) => readPair(entry));
    const flips = snapshot.list('flips', 512).map((entry) => readPair(entry));
    this.#states.fill(0);
    this.#flips.clear();
    for (const pair of states)
      this.#states[pair.integer('at', 0, 511)] = STATES.indexOf(pair.choice('value', STATES));
    for (const pair of flips)
      this.#flips.set(pair.integer('at', 0, 511), pair.integer('value', 0, 2147483647));
  }

  /** Carries out what the peer says of an option. Returns what changed, if anything did. */
  receive(verb: Verb, option: number): OptionChange | undefined {
    const [side, offers] = VERB_MEANING[verb];
    if (!offers) return this.#apply(side, option, 'withdraw');
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
    const at = index(side, option);
    const [next, ...effects] = OPTION_TABLE[STATES[this.#states[at] as number] as OptionState][input];
    let kind: OptionChange['kind'] = 'none';
    let fault: OptionChange['fault'];
    for (const effect of effects) {
      if (effect === 'sendYes') writeNegotiation(this.#output, ANSWERS[side][0], option);
      else if (effect === 'sendNo') writeNegotiation(this.#output, ANSWERS[side][1], option);
      else if (effect === 'peerError') fault = 'peerError';
      else if (effect !== 'misuse') kind = effect;
    }
    this.#states[at] = STATES.indexOf(next);
    if ((kind === 'enabled' || kind === 'disabled') && this.#countFlip(at)) fault = 'storm';
    return kind === 'none' && fault === undefined ? undefined : { option, side, kind, fault };
  }

  /** True when this option side was switched more often than the limit allows. */
  #countFlip(at: number): boolean {
    const flips = (this.#flips.get(at) ?? 0) + 1;
    this.#flips.set(at, flips);
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
