import { UsageError } from '../bytes/index.js';
import type { Cell, TransitionTable } from '../machine/index.js';
import {
  HOST_TLS_START,
  HOST_TLS_STATES,
  HOST_TLS_TABLE,
  type HostTlsInput,
  type HostTlsStart,
  type HostTlsState,
} from './host.table.js';
import type { HostTlsPolicy, TerminalTlsPolicy, TlsPhase, TlsTimer } from './policies.data.js';
import {
  TERMINAL_TLS_START,
  TERMINAL_TLS_STATES,
  TERMINAL_TLS_TABLE,
  type TerminalTlsInput,
  type TerminalTlsState,
  type TlsEffect,
} from './terminal.table.js';

/** Runs one of the two START_TLS tables; its whole state is the name of a state. */
export class TlsGate<State extends string, Input extends string> {
  readonly #table: TransitionTable<State, Input, TlsEffect>;
  readonly #states: Readonly<
    Record<State, { readonly timer: TlsTimer | undefined; readonly phase: TlsPhase }>
  >;
  #state: State;
  /** What the first state calls for; carried out once by whoever drives the gate. */
  readonly startEffects: readonly TlsEffect[];

  constructor(
    table: TransitionTable<State, Input, TlsEffect>,
    states: Readonly<Record<State, { readonly timer: TlsTimer | undefined; readonly phase: TlsPhase }>>,
    start: Cell<State, TlsEffect>,
  ) {
    this.#table = table;
    this.#states = states;
    const [state, ...effects] = start;
    this.#state = state;
    this.startEffects = effects;
  }

  get state(): State {
    return this.#state;
  }

  /** The timer that runs while the gate is in this state. */
  get timer(): TlsTimer | undefined {
    return this.#states[this.#state].timer;
  }

  get phase(): TlsPhase {
    return this.#states[this.#state].phase;
  }

  /** Whether the table lets an input through and does nothing else with it: so it is with all that comes once TLS is decided. */
  passes(input: Input): boolean {
    const cell = this.#table[this.#state][input];
    return cell.length === 2 && cell[1] === 'pass' && cell[0] === this.#state;
  }

  /** Goes by the table and returns what is to be done, in order. */
  step(input: Input): readonly TlsEffect[] {
    const [, ...effects] = this.advance(input);
    return effects;
  }

  /** As {@link TlsGate.step}, without a copy: the cell of the table, whose effects are those from index 1 on. */
  advance(input: Input): Cell<State, TlsEffect> {
    const cell = this.#table[this.#state][input];
    this.#state = cell[0];
    return cell;
  }

  /** Goes on in a state of the table. @throws {@link UsageError} `snapshot-invalid` for any other name. */
  restore(state: string): void {
    if (!Object.hasOwn(this.#table, state)) {
      throw new UsageError('snapshot-invalid', `the START_TLS gate has no state '${state}'`);
    }
    this.#state = state as State;
  }

  /** Whatever happens to the session, a closed gate stays closed. */
  close(): void {
    this.#state = 'closed' as State;
  }
}

/** The START_TLS gate of a terminal. */
export type TerminalTlsGate = TlsGate<TerminalTlsState, TerminalTlsInput>;
/** The START_TLS gate of a host. */
export type HostTlsGate = TlsGate<HostTlsState, HostTlsInput>;

/**
 * The gate of a terminal. The caller has checked the policy's name.
 *
 * @param allowClear - matters to `auto` alone
 * @param volunteers - whether TLS is asked for all the same; matters to `auto` with `allowClear`
 */
export function terminalTlsGate(
  policy: TerminalTlsPolicy,
  allowClear: boolean,
  volunteers = false,
): TerminalTlsGate {
  const clear = volunteers ? 'autoAsk' : 'autoClear';
  const start = policy === 'auto' && allowClear ? clear : policy;
  return new TlsGate(TERMINAL_TLS_TABLE, TERMINAL_TLS_STATES, TERMINAL_TLS_START[start]);
}

/**
 * The gate of a host. The caller has checked the policy's name.
 *
 * @param offerFirst - matters to `any` alone
 * @param closesUnanswered - whether an optional offer that stays unanswered ends the session; matters to `any` and `vmPreferred`
 */
export function hostTlsGate(
  policy: HostTlsPolicy,
  offerFirst: boolean,
  closesUnanswered = false,
): HostTlsGate {
  const ordered = policy === 'any' && offerFirst ? 'anyOfferFirst' : policy;
  const optional = ordered === 'any' || ordered === 'anyOfferFirst' || ordered === 'vmPreferred';
  const start: HostTlsStart = optional && closesUnanswered ? `${ordered}OrClose` : ordered;
  return new TlsGate(HOST_TLS_TABLE, HOST_TLS_STATES, HOST_TLS_START[start]);
}
