import type { HostOptions, TerminalOptions } from '../../session/index.js';
import type { Channels } from './channels.js';
import type { Finding } from './findings.js';
import { deliveryOf, type LocalState, type LocalStates, type LocalStep } from './local-states.js';
import { findLoops } from './loops.js';
import { ExplorerMemory } from './memory.js';
import { quietFaults } from './quiet.js';
import { StateStore } from './state-store.js';

/** How a pair is explored. */
export interface ExploreOptions {
  /** How often an attacker on the wire may act before TLS; 0 unless stated. */
  readonly attacks?: number;
  /** Messages that a channel holds; 4 unless stated. A step that would need more is cut. */
  readonly capacity?: number;
  /** Ends the search with the first property that is broken, the one with the shortest way to it. */
  readonly stopAtFirst?: boolean;
  /** What was learnt from other pairs. */
  readonly memory?: ExplorerMemory;
}

/** A property that is broken, with the shortest way there. */
export interface ExploredViolation extends Finding {
  /** Number of the state in which the step begins, or of the state that is wrong. */
  readonly state: number;
  /** How the step is made; undefined where the state itself is wrong. */
  readonly label: number | undefined;
}

/** What exploring a pair has found. */
export interface Exploration {
  readonly states: number;
  readonly transitions: number;
  /** Steps from the start to the state farthest away. */
  readonly depth: number;
  /** Steps that were not explored since a channel was full. */
  readonly cuts: number;
  /** How often any property was broken. */
  readonly violationCount: number;
  /** The first violation of each property. */
  readonly violations: readonly ExploredViolation[];
}

/** Who acts in a step, and what else than an honest one it is; a label is this and the number of an action. */
export const LABELS: Readonly<Record<'host' | 'drop' | 'insert' | 'repeat', number>> = {
  host: 1 << 25,
  drop: 1 << 26,
  insert: 1 << 27,
  repeat: 1 << 28,
};
/** Added to an action's number, so that labels are not negative. */
const ACTION_OFFSET = 64;
const ACTION_MASK = LABELS.host - 1;

/** The number of the action in a label. */
export function actionOf(label: number): number {
  return (label & ACTION_MASK) - ACTION_OFFSET;
}

/** The columns of the store. */
const COLUMNS = { terminal: 0, host: 1, up: 2, down: 3, left: 4 } as const;

/**
 * Every state that a terminal and a host can come to, breadth first, by the public methods of the two sessions. A state is the
 * state of each end, what is on its way in each direction, and how often the attacker may still act.
 *
 * @example
 * new Explorer({ tls: 'required' }, { tls: 'negtSecure' }, { attacks: 2 }).run().violations; // []
 */
export class Explorer {
  readonly store: StateStore = new StateStore();
  readonly memory: ExplorerMemory;
  readonly terminal: LocalStates;
  readonly host: LocalStates;
  readonly #channels: Channels;
  readonly #attacks: number;
  readonly #capacity: number;
  readonly #stopAtFirst: boolean;
  readonly #violations: Map<string, ExploredViolation> = new Map();
  #violationCount = 0;
  #transitions = 0;
  #cuts = 0;
  /** The state that is expanded. */
  #from = -1;
  #t: LocalState;
  #h: LocalState;
  #up = 0;
  #down = 0;
  #left = 0;

  constructor(terminal: TerminalOptions, host: HostOptions, options: ExploreOptions = {}) {
    const { attacks = 0, capacity = 4, memory = new ExplorerMemory(), stopAtFirst = false } = options;
    this.memory = memory;
    this.terminal = memory.terminal(terminal);
    this.host = memory.host(host);
    this.#channels = memory.channels;
    this.#attacks = attacks;
    this.#capacity = capacity;
    this.#stopAtFirst = stopAtFirst;
    this.#t = this.terminal.start.to;
    this.#h = this.host.start.to;
  }

  /** Explores to completion, or to the first violation where that is asked for. */
  run(): Exploration {
    const { store } = this;
    const [terminal, host] = [this.terminal.start, this.host.start];
    for (const finding of [...terminal.findings, ...host.findings]) this.#note(finding, undefined, 0);
    // Nobody reads what is on its way to an end that closes at once.
    const up = host.to.ended === undefined ? terminal.out : 0;
    const down = terminal.to.ended === undefined ? host.out : 0;
    this.#visit(terminal.to, host.to, up, down, this.#attacks, 0);
    let depth = 0;
    let levelEnd = 1;
    for (let state = 0; state < store.size && !this.#found; state++) {
      if (state === levelEnd) {
        depth++;
        levelEnd = store.size;
      }
      this.#expand(state);
    }
    if (!this.#found) this.#findLoops();
    return {
      states: store.size,
      transitions: this.#transitions,
      depth,
      cuts: this.#cuts,
      violationCount: this.#violationCount,
      violations: [...this.#violations.values()],
    };
  }

  /** Whether what was looked for is found. */
  get #found(): boolean {
    return this.#stopAtFirst && this.#violations.size > 0;
  }

  #findLoops(): void {
    const detail = 'deliveries alone lead back here';
    findLoops(
      this.store.size,
      (state, into) => this.#delivered(state, into),
      (state) => this.#note({ property: 'loop', detail }, undefined, state),
    );
  }

  #load(state: number): void {
    const { store } = this;
    this.#from = state;
    this.#t = this.terminal.get(store.at(state, COLUMNS.terminal));
    this.#h = this.host.get(store.at(state, COLUMNS.host));
    this.#up = store.at(state, COLUMNS.up);
    this.#down = store.at(state, COLUMNS.down);
    this.#left = store.at(state, COLUMNS.left);
  }

  #expand(state: number): void {
    this.#load(state);
    const left = this.#left;
    const [t, h, up, down] = [this.#t, this.#h, this.#up, this.#down];
    if (up === 0 && down === 0) {
      const faults = quietFaults(t, h, left === this.#attacks);
      for (const fault of faults) this.#note(fault, undefined, state);
    }
    this.#deliver(0, t, down);
    this.#deliver(LABELS.host, h, up);
    for (const action of t.ownActions) this.#step(0, this.terminal.step(t, action), down, left, action);
    for (const action of h.ownActions) this.#step(LABELS.host, this.host.step(h, action), up, left, action);
    if (left > 0 && attackable(t)) this.#attack(0, t, down, left);
    if (left > 0 && attackable(h)) this.#attack(LABELS.host, h, up, left);
  }

  /** The head of a channel arrives, alone or in one read with what stands behind it. */
  #deliver(side: number, local: LocalState, channel: number): void {
    if (channel === 0) return;
    const locals = side === 0 ? this.terminal : this.host;
    const [first, second] = this.#channels.get(channel) as [number, number?];
    const one = deliveryOf(first);
    this.#step(side, locals.step(local, one), this.#channels.without(channel, 1), this.#left, one);
    if (second === undefined) return;
    const two = deliveryOf(first, second);
    this.#step(side, locals.step(local, two), this.#channels.without(channel, 2), this.#left, two);
  }

  /**
   * What an attacker can do to one channel: drop the head, repeat it, or insert something before it, alone or in one read with it.
   * Inserting is delivering at once: what happened between could as well have happened before. Reads are joined only where
   * START_TLS is in them: elsewhere the cuts of a stream show in nothing.
   */
  #attack(side: number, local: LocalState, channel: number, left: number): void {
    const locals = side === 0 ? this.terminal : this.host;
    const { all, startTls } = this.memory.inventory;
    const head = this.#channels.get(channel)[0];
    const kind = head === undefined ? 'sealed' : this.memory.messages.get(head).kind;
    const insert = (action: number, rest: number, cost: number): void => {
      const step = locals.step(local, action);
      const changes = rest !== channel || step.to !== local || step.out !== 0 || step.findings.length > 0;
      if (changes) this.#step(side | LABELS.insert, step, rest, left - cost, action);
    };
    for (const message of all) insert(deliveryOf(message), channel, 1);
    if (left >= 2) {
      for (const first of startTls) for (const second of all) insert(deliveryOf(first, second), channel, 2);
    }
    if (head === undefined || kind === 'sealed') return;
    const rest = this.#channels.without(channel, 1);
    this.#drop(side, rest, left - 1);
    const joined = startTls.includes(head) ? all : startTls;
    for (const message of joined) insert(deliveryOf(message, head), rest, 1);
    if (kind === 'fin') return;
    this.#step(
      side | LABELS.repeat,
      locals.step(local, deliveryOf(head)),
      channel,
      left - 1,
      deliveryOf(head),
    );
    for (const message of joined) insert(deliveryOf(head, message), rest, 1);
  }

  #drop(side: number, rest: number, left: number): void {
    const label = side | LABELS.drop | (ACTION_OFFSET - 1);
    if (side === 0) this.#visit(this.#t, this.#h, this.#up, rest, left, label);
    else this.#visit(this.#t, this.#h, rest, this.#down, left, label);
  }

  /** An end goes a step; `incoming` is what is still on its way to it. */
  #step(flags: number, step: LocalStep, incoming: number, left: number, action: number): void {
    const label = flags | (action + ACTION_OFFSET);
    for (const finding of step.findings) this.#note(finding, label, this.#from);
    const atHost = (flags & LABELS.host) !== 0;
    const other = atHost ? this.#t : this.#h;
    // Nobody reads any more what is on its way to an end that has closed.
    const before = atHost ? this.#down : this.#up;
    const outgoing = other.ended === undefined ? this.#channels.concat(before, step.out) : 0;
    if (outgoing !== before && this.#channels.lengthOf(outgoing) > this.#capacity) {
      this.#cuts++;
      return;
    }
    const rest = step.to.ended === undefined ? incoming : 0;
    if (atHost) this.#visit(other, step.to, rest, outgoing, left, label);
    else this.#visit(step.to, other, outgoing, rest, left, label);
  }

  #visit(t: LocalState, h: LocalState, up: number, down: number, left: number, label: number): void {
    this.#transitions++;
    this.store.add(t.number, h.number, up, down, this.#remaining(t, h, left), this.#from, label);
  }

  /** An attacker who can do nothing more has nothing left; that he has acted still counts. */
  #remaining(t: LocalState, h: LocalState, left: number): number {
    return left === this.#attacks || attackable(t) || attackable(h) ? left : 0;
  }

  /** The states that a delivery leads to from one that is known. */
  #delivered(state: number, into: number[]): void {
    this.#load(state);
    const channels = this.#channels;
    for (const atHost of [false, true]) {
      const incoming = atHost ? this.#up : this.#down;
      const [first, second] = channels.get(incoming);
      if (first === undefined) continue;
      const locals = atHost ? this.host : this.terminal;
      const [local, other] = atHost ? [this.#h, this.#t] : [this.#t, this.#h];
      for (const count of second === undefined ? [1] : [1, 2]) {
        const { to, out } = locals.step(local, count === 1 ? deliveryOf(first) : deliveryOf(first, second));
        const rest = to.ended === undefined ? channels.without(incoming, count) : 0;
        const outgoing = other.ended === undefined ? channels.concat(atHost ? this.#down : this.#up, out) : 0;
        const [t, h] = atHost ? [other, to] : [to, other];
        const [up, down] = atHost ? [rest, outgoing] : [outgoing, rest];
        const found = this.store.find(t.number, h.number, up, down, this.#remaining(t, h, this.#left));
        if (found >= 0) into.push(found);
      }
    }
  }

  #note(finding: Finding, label: number | undefined, state: number): void {
    this.#violationCount++;
    if (!this.#violations.has(finding.property))
      this.#violations.set(finding.property, { ...finding, state, label });
  }
}

/** Whether an attacker can still reach this end. */
function attackable(local: LocalState): boolean {
  return local.ended === undefined && local.stage !== 'up';
}
