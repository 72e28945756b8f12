import { checkInteger, UsageError } from '../bytes/index.js';
import {
  type HostEvent,
  type HostOptions,
  type HostSession,
  type TerminalEvent,
  type TerminalOptions,
  type TerminalSession,
  TIMERS,
  type TimerName,
} from '../session/index.js';
import { Actor } from './explorer/actor.js';
import type { Finding } from './explorer/findings.js';
import type { Message } from './explorer/messages.js';

/** Which end of the network. */
export type NetworkEnd = 'terminal' | 'host';

/** How a network is made. */
export interface SimulatedNetworkOptions {
  readonly terminal: TerminalOptions;
  readonly host: HostOptions;
  /** Milliseconds that bytes are under way; 0 unless stated. */
  readonly latencyMs?: number;
  /** Hears the terminal's events, in order; it may call the session's methods. */
  readonly onTerminalEvent?: (event: TerminalEvent, session: TerminalSession) => void;
  /** Hears the host's events, in order; it may call the session's methods. */
  readonly onHostEvent?: (event: HostEvent, session: HostSession) => void;
}

/** One thing that can happen next. */
export type NetworkChoice =
  | { readonly type: 'deliver'; readonly to: NetworkEnd }
  | { readonly type: 'timer'; readonly at: NetworkEnd; readonly name: TimerName };

/** Steps after which a network that does not come to rest is given up. */
const MANY = 100_000;

/** What is under way, and when it arrives. */
interface Underway {
  readonly message: Message;
  readonly at: number;
}

interface End {
  readonly actor: Actor;
  readonly inbox: Underway[];
  /** When each timer runs out. */
  readonly deadlines: Map<TimerName, number>;
}

/**
 * A terminal and a host on a simulated wire with a clock of its own: no sockets, no waiting, the same every time. TLS is a double:
 * a handshake of three messages that are never cut, and a mark on what is sealed.
 *
 * Either let time pass ({@link advance}, {@link settle}), or decide what happens next ({@link choices}, {@link deliver},
 * {@link fire}): in any order, in any cut.
 *
 * @example
 * const network = new SimulatedNetwork({ terminal: { tls: 'required' }, host: { tls: 'negtSecure' } });
 * network.settle();
 * network.terminal.security; // 'negotiated'
 */
export class SimulatedNetwork {
  readonly #ends: Readonly<Record<NetworkEnd, End>>;
  readonly #latency: number;
  #now = 0;

  /** @throws {@link UsageError} `argument-invalid` when `latencyMs` is no whole number of milliseconds; what the sessions throw. */
  constructor(options: SimulatedNetworkOptions) {
    const { latencyMs = 0, onTerminalEvent, onHostEvent } = options;
    checkInteger('latencyMs', latencyMs, 0, 2147483647);
    this.#latency = latencyMs;
    const terminal = this.#end('terminal', options, (event, session) => {
      onTerminalEvent?.(event as TerminalEvent, session as TerminalSession);
    });
    const host = this.#end('host', options, (event, session) => {
      onHostEvent?.(event as HostEvent, session as HostSession);
    });
    this.#ends = { terminal, host };
    this.#collect('terminal');
    this.#collect('host');
  }

  /** Milliseconds since the start. */
  get now(): number {
    return this.#now;
  }

  get terminal(): TerminalSession {
    return this.#ends.terminal.actor.session as TerminalSession;
  }

  get host(): HostSession {
    return this.#ends.host.actor.session as HostSession;
  }

  /** What a session did that none may do, since the last call; empty as long as all is well. */
  takeFindings(): Finding[] {
    return [...this.#ends.terminal.actor.takeFindings(), ...this.#ends.host.actor.takeFindings()];
  }

  /** All that can happen next, whenever it is due. */
  choices(): NetworkChoice[] {
    return (['terminal', 'host'] as const).flatMap((name) => {
      const { inbox, deadlines } = this.#ends[name];
      const timers = [...deadlines.keys()].map((timer): NetworkChoice => {
        return { type: 'timer', at: name, name: timer };
      });
      return inbox.length > 0 ? [{ type: 'deliver', to: name } as const, ...timers] : timers;
    });
  }

  /**
   * Delivers what is under way to an end as one read, before its time if need be. Messages of the TLS double and the end
   * of the connection go whole and by themselves.
   *
   * @param bytes - at most so many; all that can be read at once unless stated
   * @returns false when nothing is under way.
   * @throws {@link UsageError} `argument-invalid` when `bytes` is below 1.
   */
  deliver(to: NetworkEnd, bytes: number = Number.MAX_SAFE_INTEGER): boolean {
    checkInteger('bytes', bytes, 1, Number.MAX_SAFE_INTEGER);
    return this.#read(to, bytes, Number.POSITIVE_INFINITY);
  }

  /** Lets an armed timer run out, before its time if need be; false when it is not armed. */
  fire(at: NetworkEnd, name: TimerName): boolean {
    const { actor, deadlines } = this.#ends[at];
    if (!deadlines.delete(name)) return false;
    actor.timer(name);
    this.#collect(at);
    return true;
  }

  /** Calls methods of the terminal's session, and pulls what comes of it. */
  atTerminal<Result>(call: (session: TerminalSession) => Result): Result {
    const result = call(this.terminal);
    this.#pull('terminal');
    return result;
  }

  /** Calls methods of the host's session, and pulls what comes of it. */
  atHost<Result>(call: (session: HostSession) => Result): Result {
    const result = call(this.host);
    this.#pull('host');
    return result;
  }

  /**
   * Lets time pass: everything due until then happens, in the order of its time, what arrives before timers.
   * @throws {@link UsageError} `argument-invalid` when `milliseconds` is no whole number from 0 on.
   */
  advance(milliseconds: number): void {
    checkInteger('milliseconds', milliseconds, 0, Number.MAX_SAFE_INTEGER);
    const end = this.#now + milliseconds;
    for (let steps = 0; this.#next(end, true); steps++) limitSteps(steps);
    this.#now = end;
  }

  /**
   * Lets time pass until nothing is under way and no timer runs but `keep-alive`.
   * @throws {@link UsageError} `state-forbids` when that does not come about within 100 000 steps.
   */
  settle(): void {
    for (let steps = 0; this.#next(Number.POSITIVE_INFINITY, false); steps++) limitSteps(steps);
  }

  // ---- inside

  #end(
    role: NetworkEnd,
    options: SimulatedNetworkOptions,
    hear: (event: TerminalEvent | HostEvent, session: TerminalSession | HostSession) => void,
  ): End {
    const deadlines: Map<TimerName, number> = new Map();
    const times = { ...TIMERS, ...options[role].timers };
    // The first events come out before the actor is there to be asked for its session.
    const early: (TerminalEvent | HostEvent)[] = [];
    let made: Actor | undefined;
    const listen = (event: TerminalEvent | HostEvent): void => {
      if (event.type === 'timer' && event.afterMs === null) deadlines.delete(event.name);
      else if (event.type === 'timer') deadlines.set(event.name, this.#now + times[event.name]);
      else if (event.type === 'closed') deadlines.clear();
      if (made === undefined) early.push(event);
      else hear(event, made.session);
    };
    made =
      role === 'terminal'
        ? new Actor({ role, options: options.terminal }, undefined, listen)
        : new Actor({ role, options: options.host }, undefined, listen);
    for (const event of early) hear(event, made.session);
    made.pull();
    return { actor: made, inbox: [], deadlines };
  }

  #read(to: NetworkEnd, bytes: number, due: number): boolean {
    const { inbox, actor } = this.#ends[to];
    const read = takeRead(inbox, bytes, due);
    if (read.length === 0) return false;
    actor.deliver(read);
    this.#collect(to);
    return true;
  }

  #pull(name: NetworkEnd): void {
    this.#ends[name].actor.pull();
    this.#collect(name);
  }

  /** Puts on the wire what an end has sent. */
  #collect(from: NetworkEnd): void {
    const sender = this.#ends[from];
    const receiver = this.#ends[from === 'terminal' ? 'host' : 'terminal'];
    const at = this.#now + this.#latency;
    for (const message of sender.actor.takeOutput()) receiver.inbox.push({ message, at });
    if (sender.actor.ended) sender.inbox.length = 0;
    if (receiver.actor.ended) receiver.inbox.length = 0;
  }

  /** Does what is due first, if it is due by `end`. */
  #next(end: number, keepAlive: boolean): boolean {
    let due = end;
    let first: NetworkChoice | undefined;
    for (const name of ['terminal', 'host'] as const) {
      const at = this.#ends[name].inbox[0]?.at;
      if (at !== undefined && (first === undefined ? at <= due : at < due))
        [due, first] = [at, { type: 'deliver', to: name }];
    }
    for (const at of ['terminal', 'host'] as const) {
      for (const [name, time] of this.#ends[at].deadlines) {
        if (name === 'keep-alive' && !keepAlive) continue;
        if (time < due || (time <= due && first === undefined))
          [due, first] = [time, { type: 'timer', at, name }];
      }
    }
    if (first === undefined) return false;
    this.#now = Math.max(this.#now, due);
    if (first.type === 'timer') return this.fire(first.at, first.name);
    return this.#read(first.to, Number.MAX_SAFE_INTEGER, this.#now);
  }
}

/** Takes from the inbox what one read brings: plain and sealed bytes do not come together. */
function takeRead(inbox: Underway[], most: number, due: number): Message[] {
  const kind = inbox[0]?.message.kind;
  if (kind === undefined) return [];
  if (kind !== 'clear' && kind !== 'sealed') return [(inbox.shift() as Underway).message];
  const read: Message[] = [];
  for (let left = most; left > 0; ) {
    const next = inbox[0];
    if (next === undefined || next.message.kind !== kind || next.at > due) break;
    inbox.shift();
    const { message, at } = next;
    const { bytes } = message;
    read.push({ kind, bytes: bytes.slice(0, left) });
    if (bytes.length > left) inbox.unshift({ message: { kind, bytes: bytes.slice(left) }, at });
    left -= bytes.length;
  }
  return read;
}

function limitSteps(steps: number): void {
  if (steps >= MANY) throw new UsageError('state-forbids', `not at rest after ${MANY} steps`);
}
