import type { NegotiatedEvent, TimerName } from '../../session/index.js';
import { Actor, type ActorOptions, type ActorState, type TlsStage } from './actor.js';
import type { Channels } from './channels.js';
import type { Finding } from './findings.js';
import type { MessageTable } from './messages.js';

/** The state of one end, with all that the search asks of it. */
export interface LocalState {
  readonly number: number;
  /** Undefined when the session has ended. */
  readonly actor: ActorState | undefined;
  /** Code of the diagnosis of a session that has ended. */
  readonly ended: string | undefined;
  readonly stage: TlsStage;
  readonly secure: boolean;
  readonly agreed: NegotiatedEvent['protocol'] | undefined;
  readonly armed: readonly TimerName[];
  /** What can happen to the end without a message: timers, the failure of TLS, the user, the embedder, a reset. */
  readonly ownActions: readonly number[];
  readonly steps: Map<number, LocalStep>;
}

/** What becomes of an end when something happens to it. */
export interface LocalStep {
  readonly to: LocalState;
  /** What it puts on the wire: a sequence of {@link Channels}. */
  readonly out: number;
  readonly findings: readonly Finding[];
}

/** Names of timers, in the order of their numbers in actions. */
export const TIMER_ORDER: readonly TimerName[] = [
  'auto-listen',
  'first-byte',
  'client-hello',
  'start-tls-answer',
  'follows',
  'tls-handshake',
  'negotiation',
  'keep-alive',
  'host-quiet',
  'environment',
];

const MESSAGE_BITS = 12;
const FAIL_TLS = -20;
const TYPE = -21;
const CLOSE = -22;
const RESET = -23;

/** The number of an action: one message delivered, or two as one read. */
export function deliveryOf(first: number, second = -1): number {
  return first | ((second + 1) << MESSAGE_BITS);
}

/** What an action's number says. */
export type LocalAction =
  | { readonly type: 'deliver'; readonly messages: readonly number[] }
  | { readonly type: 'timer'; readonly name: TimerName }
  | { readonly type: 'failTls' | 'type' | 'close' | 'reset' };

export function readAction(action: number): LocalAction {
  if (action >= 0) {
    const first = action & ((1 << MESSAGE_BITS) - 1);
    const second = (action >> MESSAGE_BITS) - 1;
    return { type: 'deliver', messages: second < 0 ? [first] : [first, second] };
  }
  if (action === FAIL_TLS) return { type: 'failTls' };
  if (action === TYPE) return { type: 'type' };
  if (action === CLOSE) return { type: 'close' };
  if (action === RESET) return { type: 'reset' };
  return { type: 'timer', name: TIMER_ORDER[-1 - action] as TimerName };
}

/** What a step may put on the wire at most. */
const OUTPUT_LIMITS = { messages: 12, bytes: 256 } as const;

/** No influence on what comes: places in the stream, and what is only told. */
const WITHOUT_EFFECT: readonly string[] = [
  'offset',
  'commandOffset',
  'recordOffset',
  'droppedTo',
  'violations',
  'tlsInfo',
  'active',
  'hostTurn',
];

/** All states that an end has been seen in, and what becomes of each: every step is made once and then looked up. */
export class LocalStates {
  readonly spec: ActorOptions;
  readonly #messages: MessageTable;
  readonly #channels: Channels;
  readonly #list: LocalState[] = [];
  readonly #byKey: Map<string, LocalState> = new Map();
  /** The state right after TLS came up, by kind of upgrade. */
  readonly #fresh: Map<string, string> = new Map();
  readonly start: LocalStep;
  /** Steps that were made. */
  made = 0;
  /** The most that one step put on the wire. */
  readonly most: { messages: number; bytes: number } = { messages: 0, bytes: 0 };

  constructor(spec: ActorOptions, messages: MessageTable, channels: Channels) {
    this.spec = spec;
    this.#messages = messages;
    this.#channels = channels;
    const actor = new Actor(spec);
    this.start = this.#finish(actor, 'none', actor.takeFindings());
  }

  get(number: number): LocalState {
    return this.#list[number] as LocalState;
  }

  get size(): number {
    return this.#list.length;
  }

  /** What becomes of a state by an action. */
  step(state: LocalState, action: number): LocalStep {
    const known = state.steps.get(action);
    if (known !== undefined) return known;
    const made = this.#make(state, action);
    state.steps.set(action, made);
    return made;
  }

  #make(state: LocalState, action: number): LocalStep {
    this.made++;
    const actor = new Actor(this.spec, state.actor);
    try {
      this.#act(actor, readAction(action));
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      return { to: state, out: 0, findings: [{ property: 'throws', detail }] };
    }
    return this.#finish(actor, state.stage, actor.takeFindings());
  }

  #act(actor: Actor, action: LocalAction): void {
    if (action.type === 'deliver') actor.deliver(action.messages.map((number) => this.#messages.get(number)));
    else if (action.type === 'timer') actor.timer(action.name);
    else actor[action.type]();
  }

  #finish(actor: Actor, before: TlsStage, findings: Finding[]): LocalStep {
    const list = actor.takeOutput();
    const bytes = list.reduce((sum, message) => sum + message.bytes.length, 0);
    this.most.messages = Math.max(this.most.messages, list.length);
    this.most.bytes = Math.max(this.most.bytes, bytes);
    if (list.length > OUTPUT_LIMITS.messages || bytes > OUTPUT_LIMITS.bytes)
      findings.push({ property: 'output-unbounded', detail: `${list.length} messages, ${bytes} bytes` });
    const out = this.#channels.intern(list.map((message) => this.#messages.intern(message)));
    const to = this.#intern(actor);
    if (to.stage === 'up' && before !== 'up') this.#checkFresh(actor, out, findings);
    return { to, out, findings };
  }

  /** Whatever came before, inside TLS a session starts from nothing (TLS-015 to TLS-018). */
  #checkFresh(actor: Actor, out: number, findings: Finding[]): void {
    if (actor.ended) return;
    const { security } = actor.session;
    const state = `${sessionKey(actor.state())} ${out}`;
    const first = this.#fresh.get(security);
    if (first === undefined) this.#fresh.set(security, state);
    else if (first !== state) findings.push({ property: 'not-fresh', detail: difference(first, state) });
  }

  #intern(actor: Actor): LocalState {
    const { session, ended } = actor;
    const state = ended ? undefined : actor.state();
    const key = state === undefined ? `ended ${session.diagnosis?.code}` : actorKey(state);
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const actions = ended ? [] : ownActions(actor);
    const made: LocalState = {
      number: this.#list.length,
      actor: state,
      ended: session.diagnosis?.code,
      stage: actor.stage,
      secure: session.security !== 'none',
      agreed: ended || !actor.serves() ? undefined : actor.agreed,
      armed: state?.armed ?? [],
      ownActions: actions,
      steps: new Map(),
    };
    this.#list.push(made);
    this.#byKey.set(key, made);
    return made;
  }
}

function ownActions(actor: Actor): number[] {
  const list = [...actor.armed].map((name) => -1 - TIMER_ORDER.indexOf(name)).sort((a, b) => b - a);
  if (actor.stage === 'pending' || actor.stage === 'answered') list.push(FAIL_TLS);
  if (actor.mayType) list.push(TYPE);
  list.push(CLOSE, RESET);
  return list;
}

/** Two ends with the same key go on alike. */
function actorKey(state: ActorState): string {
  const { stage, armed, agreed, typed, clearTold } = state;
  return `${stage} ${armed.join(',')} ${agreed} ${typed} ${clearTold} ${sessionKey(state)}`;
}

/**
 * Everything of the snapshot that what comes can depend on. It is finer than `negotiationKey`: counters that limits act on
 * and the screen are in it, so that a step that was looked up is what the session would do.
 */
function sessionKey({ snapshot, stage }: ActorState): string {
  const { sniffing, firstBytes, beneath } = snapshot;
  const before = stage === 'none';
  // Beyond the first look it matters only whether the peer has said anything.
  const first = before ? (sniffing === true ? firstBytes : firstBytes !== '') : '';
  const under = stage === 'pending' ? (beneath ?? '') : '';
  const normal = { ...snapshot, firstBytes: first, beneath: under };
  return JSON.stringify(normal, (key, value) => (WITHOUT_EFFECT.includes(key) ? undefined : value));
}

/** Where two texts part, for people. */
function difference(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  const from = Math.max(0, at - 40);
  return `${one.slice(from, at + 40)} | ${other.slice(from, at + 40)}`;
}
