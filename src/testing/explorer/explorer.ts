import type { HostOptions, TerminalOptions } from '../../session/index.js';
import type { Finding } from './actor.js';
import { Channels } from './channels.js';
import { type Inventory, makeInventory } from './inventory.js';
import { deliveryOf, type LocalState, LocalStates, type LocalStep } from './local-states.js';
import { MessageTable } from './messages.js';
import { StateStore } from './state-store.js';

/** How a pair is explored. */
export interface ExploreOptions {
  /** How often an attacker on the wire may act before TLS; 0 unless stated. */
  readonly attacks?: number;
  /** Messages that a channel holds; 4 unless stated. A step that would need more is cut. */
  readonly capacity?: number;
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

/** Who acts in a step, and what else than a delivery it is; a label is this and the number of an action. */
export const LABELS = {
  host: 1 << 25,
  drop: 1 << 26,
  insert: 1 << 27,
  repeat: 1 << 28,
} as const;
const OWN = -1;

const T = 0;
const H = 1;
const UP = 2;
const DOWN = 3;
const LEFT = 4;

/** What lasts from one pair to the next, so that the steps of each policy are made once. */
export class ExplorerMemory {
  readonly messages: MessageTable = new MessageTable();
  readonly channels: Channels = new Channels(this.messages);
  readonly inventory: Inventory = makeInventory(this.messages);
  readonly #terminals: Map<TerminalOptions, LocalStates> = new Map();
  readonly #hosts: Map<HostOptions, LocalStates> = new Map();

  terminal(options: TerminalOptions): LocalStates {
    const known = this.#terminals.get(options);
    if (known !== undefined) return known;
    const made = new LocalStates({ role: 'terminal', options }, this.messages, this.channels);
    this.#terminals.set(options, made);
    return made;
  }

  host(options: HostOptions): LocalStates {
    const known = this.#hosts.get(options);
    if (known !== undefined) return known;
    const made = new LocalStates({ role: 'host', options }, this.messages, this.channels);
    this.#hosts.set(options, made);
    return made;
  }
}

/** Attacks are counted down; this many at the start means that none was made. */
export class Explorer {
  readonly store: StateStore = new StateStore();
  readonly terminal: LocalStates;
  readonly host: LocalStates;
  readonly memory: ExplorerMemory;
  readonly #channels: Channels;
  readonly #attacks: number;
  readonly #capacity: number;
  readonly #violations: Map<string, ExploredViolation> = new Map();
  #violationCount = 0;
  #transitions = 0;
  #cuts = 0;
  #depth = 0;
  #current = 0;

  constructor(
    memory: ExplorerMemory,
    terminal: TerminalOptions,
    host: HostOptions,
    options: ExploreOptions = {},
  ) {
    this.memory = memory;
    this.#channels = memory.channels;
    this.terminal = memory.terminal(terminal);
    this.host = memory.host(host);
    this.#attacks = options.attacks ?? 0;
    this.#capacity = options.capacity ?? 4;
  }

  /** Explores to completion. */
  run(): Exploration {
    const { store } = this;
    const [terminal, host] = [this.terminal.start, this.host.start];
    this.#report(terminal.findings, undefined);
    this.#report(host.findings, undefined);
    this.#visit(terminal.to, host.to, terminal.out, host.out, this.#attacks, -1);
    this.#transitions = 0;
    let levelEnd = 1;
    for (let state = 0; state < store.size; state++) {
      if (state === levelEnd) {
        this.#depth++;
        levelEnd = store.size;
      }
      this.#expand(state);
    }
    this.#findLoop();
    return {
      states: store.size,
      transitions: this.#transitions,
      depth: this.#depth,
      cuts: this.#cuts,
      violationCount: this.#violationCount,
      violations: [...this.#violations.values()],
    };
  }

  #expand(state: number): void {
    const { store } = this;
    this.#current = state;
    const t = this.terminal.get(store.at(state, T));
    const h = this.host.get(store.at(state, H));
    const up = store.at(state, UP);
    const down = store.at(state, DOWN);
    const left = store.at(state, LEFT);
    if (up === 0 && down === 0) this.#checkQuiet(t, h, left);
    this.#deliver(state, 0, t, down);
    this.#deliver(state, LABELS.host, h, up);
    for (const action of t.ownActions)
      this.#step(state, 0, this.terminal.step(t, action), down, left, action);
    for (const action of h.ownActions)
      this.#step(state, LABELS.host, this.host.step(h, action), up, left, action);
    if (left === 0) return;
    if (attackable(t)) this.#attack(state, 0, t, down, left);
    if (attackable(h)) this.#attack(state, LABELS.host, h, up, left);
  }

  /** The head of a channel arrives, alone or with what stands behind it. */
  #deliver(state: number, side: number, local: LocalState, channel: number): void {
    if (channel === 0 || local.ended !== undefined) return;
    const { store } = this;
    const locals = side === 0 ? this.terminal : this.host;
    const [first, second] = this.#channels.get(channel) as [number, number?];
    const left = store.at(state, LEFT);
    const one = deliveryOf(first);
    this.#step(state, side, locals.step(local, one), this.#channels.without(channel, 1), left, one);
    if (second === undefined) return;
    const two = deliveryOf(first, second);
    this.#step(state, side, locals.step(local, two), this.#channels.without(channel, 2), left, two);
  }

  /**
   * What an attacker can do to one channel: drop the head, repeat it, or insert something, alone or in one read with the head,
   * in front of it or behind it. Inserting is delivering at once: nothing that happens between could be told apart from the
   * same thing happening before.
   */
  #attack(state: number, side: number, local: LocalState, channel: number, left: number): void {
    const locals = side === 0 ? this.terminal : this.host;
    const channels = this.#channels;
    const { all, startTls } = this.memory.inventory;
    const head = channel === 0 ? undefined : channels.get(channel)[0];
    const kind = head === undefined ? undefined : this.memory.messages.get(head).kind;
    const open = kind !== undefined && kind !== 'sealed';
    if (open && head !== undefined) {
      const rest = channels.without(channel, 1);
      this.#drop(state, side, rest, left - 1);
      const repeat = deliveryOf(head);
      if (kind !== 'fin')
        this.#step(state, side | LABELS.repeat, locals.step(local, repeat), channel, left - 1, repeat);
      for (const message of all) {
        const before = deliveryOf(message, head);
        this.#insert(state, side, locals.step(local, before), rest, left - 1, before);
        if (kind === 'fin') continue;
        const behind = deliveryOf(head, message);
        this.#insert(state, side, locals.step(local, behind), rest, left - 1, behind);
      }
    }
    for (const message of all) {
      const alone = deliveryOf(message);
      const step = locals.step(local, alone);
      if (step.to !== local || step.out !== 0 || step.findings.length > 0)
        this.#insert(state, side, step, channel, left - 1, alone);
    }
    if (left < 2) return;
    for (const first of startTls) {
      for (const second of all) {
        const both = deliveryOf(first, second);
        const step = locals.step(local, both);
        if (step.to !== local || step.out !== 0 || step.findings.length > 0)
          this.#insert(state, side, step, channel, left - 2, both);
      }
    }
  }

  #insert(state: number, side: number, step: LocalStep, channel: number, left: number, action: number): void {
    this.#step(state, side | LABELS.insert, step, channel, left, action);
  }

  #drop(state: number, side: number, rest: number, left: number): void {
    const { store } = this;
    const t = this.terminal.get(store.at(state, T));
    const h = this.host.get(store.at(state, H));
    const up = side === 0 ? store.at(state, UP) : rest;
    const down = side === 0 ? rest : store.at(state, DOWN);
    this.#visit(t, h, up, down, left, labelOf(side | LABELS.drop, OWN));
  }

  /** An end goes a step: `incoming` is what is left on its way to it. */
  #step(state: number, flags: number, step: LocalStep, incoming: number, left: number, action: number): void {
    const { store } = this;
    const channels = this.#channels;
    const label = labelOf(flags, action);
    if (step.findings.length > 0) this.#report(step.findings, label);
    const atHost = (flags & LABELS.host) !== 0;
    const t = atHost ? this.terminal.get(store.at(state, T)) : step.to;
    const h = atHost ? step.to : this.host.get(store.at(state, H));
    const other = atHost ? t : h;
    // Nobody reads any more what is on its way to an end that has closed.
    const before = store.at(state, atHost ? DOWN : UP);
    const outgoing = other.ended === undefined ? channels.concat(before, step.out) : 0;
    if (outgoing !== before && channels.lengthOf(outgoing) > this.#capacity) {
      this.#cuts++;
      return;
    }
    const rest = step.to.ended === undefined ? incoming : 0;
    if (atHost) this.#visit(t, h, rest, outgoing, left, label);
    else this.#visit(t, h, outgoing, rest, left, label);
  }

  #visit(t: LocalState, h: LocalState, up: number, down: number, left: number, label: number): void {
    this.#transitions++;
    // An attacker who can do nothing more has none left; that he has acted still counts.
    const acts = left === this.#attacks || attackable(t) || attackable(h) ? left : 0;
    this.store.add(t.number, h.number, up, down, acts, label < 0 ? -1 : this.#current, label);
  }

  // ---- the properties of whole states

  /** Nothing is on its way: is anybody left waiting for ever? */
  #checkQuiet(t: LocalState, h: LocalState, left: number): void {
    for (const [name, local] of [
      ['terminal', t],
      ['host', h],
    ] as const) {
      if (local.ended === undefined && local.agreed === undefined && local.armed.length === 0)
        this.#reportState('deadlock', `${name} waits without a timer: ${words(t)} ${words(h)}`);
    }
    const honest = left === this.#attacks;
    if (honest && (t.ended === undefined) !== (h.ended === undefined))
      this.#reportState('end-unnoticed', `${words(t)} ${words(h)}`);
    if (t.agreed === undefined || h.agreed === undefined) return;
    const alike = t.agreed === h.agreed && t.secure === h.secure && t.stage === h.stage;
    // In the clear an attacker can make two ends believe what he likes; inside TLS he cannot.
    if (!alike && (honest || t.secure || h.secure))
      this.#reportState('disagreement', `${words(t)} ${words(h)}`);
  }

  /** A cycle of deliveries alone would be a conversation without an end. */
  #findLoop(): void {
    const { store } = this;
    const colour = new Uint8Array(store.size);
    const stack: number[] = [];
    const successors: number[] = [];
    for (let root = 0; root < store.size; root++) {
      if (colour[root] !== 0) continue;
      stack.push(root);
      while (stack.length > 0) {
        const state = stack[stack.length - 1] as number;
        if (colour[state] !== 0) {
          stack.pop();
          colour[state] = 2;
          continue;
        }
        colour[state] = 1;
        successors.length = 0;
        this.#delivered(state, successors);
        for (const next of successors) {
          if (colour[next] === 1) this.#reportState('loop', 'deliveries lead back', next);
          else if (colour[next] === 0) stack.push(next);
        }
      }
    }
  }

  /** The states that a delivery leads to. */
  #delivered(state: number, into: number[]): void {
    const { store } = this;
    const t = store.at(state, T);
    const h = store.at(state, H);
    const up = store.at(state, UP);
    const down = store.at(state, DOWN);
    const left = store.at(state, LEFT);
    const channels = this.#channels;
    for (let count = 1; count <= 2; count++) {
      for (const atHost of [false, true]) {
        const incoming = atHost ? up : down;
        const sequence = channels.get(incoming);
        if (sequence.length < count) continue;
        const locals = atHost ? this.host : this.terminal;
        const other = atHost ? this.terminal.get(t) : this.host.get(h);
        const action =
          count === 1 ? deliveryOf(sequence[0] as number) : deliveryOf(sequence[0] as number, sequence[1]);
        const { to, out } = locals.step(locals.get(atHost ? h : t), action);
        const rest = to.ended === undefined ? channels.without(incoming, count) : 0;
        const outgoing = other.ended === undefined ? channels.concat(atHost ? down : up, out) : 0;
        const acts = left === this.#attacks || attackable(to) || attackable(other) ? left : 0;
        const found = atHost
          ? store.find(t, to.number, rest, outgoing, acts)
          : store.find(to.number, h, outgoing, rest, acts);
        if (found >= 0) into.push(found);
      }
    }
  }

  #report(findings: readonly Finding[], label: number | undefined): void {
    for (const finding of findings) this.#note({ ...finding, state: this.#current, label });
  }

  #reportState(property: Finding['property'], detail: string, state: number = this.#current): void {
    this.#note({ property, detail, state, label: undefined });
  }

  #note(violation: ExploredViolation): void {
    this.#violationCount++;
    if (!this.#violations.has(violation.property)) this.#violations.set(violation.property, violation);
  }
}

/** Whether an attacker can still reach this end. */
function attackable(local: LocalState): boolean {
  return local.ended === undefined && local.stage !== 'up';
}

function labelOf(flags: number, action: number): number {
  return flags | (action + 64);
}

/** A local state in a word or two. */
function words(local: LocalState): string {
  if (local.ended !== undefined) return local.ended;
  return `${local.agreed ?? local.armed.join('+')}/${local.secure ? 'tls' : local.stage === 'none' ? 'clear' : local.stage}`;
}
