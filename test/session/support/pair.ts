import { fromHex, toHex } from '../../../src/bytes/index.js';
import {
  type HostOptions,
  HostSession,
  type TerminalOptions,
  TerminalSession,
  type TimerName,
} from '../../../src/session/index.js';
import { Driver, GOOD_TLS, type Session } from './driver.js';

/** What the double of TLS puts on the wire: enough to be told from telnet, of a known length. */
const HELLO = fromHex('16030100050100000100');
const ANSWER = fromHex('16030300050200000100');

type Name = 'terminal' | 'host';

/** One end: a session, the bytes on their way to it, and the TLS that it may have. */
interface End {
  readonly name: Name;
  readonly driver: Driver<Session>;
  inbox: number[];
  /** Bytes of the peer's TLS message that is being read. */
  handshake: number[];
  /** How many of the driver's events have been looked at. */
  seen: number;
  tls: 'none' | 'pending' | 'up';
  /** Time at which each timer runs out. */
  readonly deadlines: Map<TimerName, number>;
  /** The other end hung up; takes effect when the inbox is empty. */
  hungUp: boolean;
  told: boolean;
}

/**
 * A terminal and a host on a wire with two directions, TLS by a double that comes up when both sides want it. Nothing
 * happens by itself: a test delivers bytes, in any portions, and lets timers run out.
 */
export class Pair {
  readonly terminal: Driver<TerminalSession>;
  readonly host: Driver<HostSession>;
  readonly #ends: Readonly<Record<Name, End>>;
  /** Bytes put on the wire outside TLS, in hex, by their sender; the double's own excepted. */
  readonly clear: Record<Name, string> = { terminal: '', host: '' };
  now = 0;
  messages = 0;

  constructor(terminal: TerminalOptions, host: HostOptions) {
    this.terminal = new Driver(new TerminalSession(terminal));
    this.host = new Driver(new HostSession(host));
    this.#ends = { terminal: end('terminal', this.terminal), host: end('host', this.host) };
    this.#look(this.#ends.terminal);
    this.#look(this.#ends.host);
  }

  /** Where bytes, or the news that the other end has hung up, wait. */
  deliverable(): Name[] {
    return (['terminal', 'host'] as const).filter((name) => {
      const one = this.#ends[name];
      return one.inbox.length > 0 || (one.hungUp && !one.told);
    });
  }

  /** Delivers up to `count` bytes to an end. */
  deliver(name: Name, count = Number.POSITIVE_INFINITY): void {
    const one = this.#ends[name];
    if (one.driver.closed) one.inbox = [];
    if (one.inbox.length === 0) {
      if (one.hungUp && !one.told) this.#hangUp(one);
      return;
    }
    this.messages++;
    const bytes = one.inbox.splice(0, count);
    this.#give(one, bytes);
  }

  /** Lets the timer run out whose time comes first; false when none runs. */
  tick(): boolean {
    let first: { one: End; timer: TimerName; at: number } | undefined;
    for (const one of Object.values(this.#ends)) {
      for (const [timer, at] of one.deadlines) {
        if (timer !== 'keep-alive' && (first === undefined || at < first.at)) first = { one, timer, at };
      }
    }
    if (first === undefined) return false;
    this.now = first.at;
    first.one.deadlines.delete(first.timer);
    first.one.driver.timer(first.timer);
    this.#look(first.one);
    return true;
  }

  /** Lets everything happen, timers only when nothing else can; throws when that does not end. */
  settle(limit = 400): this {
    for (let i = 0; i < limit; i++) {
      const [name] = this.deliverable();
      if (name !== undefined) this.deliver(name);
      else if (!this.tick()) return this;
    }
    throw new Error('it does not settle');
  }

  /** Delivers all that is under way; no timer runs out. */
  flow(limit = 400): this {
    for (let i = 0; i < limit; i++) {
      const [name] = this.deliverable();
      if (name === undefined) return this;
      this.deliver(name);
    }
    throw new Error('it does not come to rest');
  }

  /** A call of the embedder's at one end. */
  act(name: Name, action: (session: never) => unknown): this {
    const one = this.#ends[name];
    action(one.driver.session as never);
    one.driver.drain();
    this.#look(one);
    return this;
  }

  /** How the two ended: in agreement, or with what each says. */
  result(): string {
    const { terminal, host } = this;
    if (terminal.closed || host.closed) return `${terminal.diagnosis ?? 'open'} ${host.diagnosis ?? 'open'}`;
    const security = [terminal.session.security, host.session.security].map((value) => value !== 'none');
    const told = [terminal, host].map(
      (driver) => driver.events.findLast((event) => event.type === 'negotiated') !== undefined,
    );
    if (security[0] !== security[1]) return 'TLS at one end alone';
    if (told.includes(false)) return `not negotiated: ${terminal.session.mode} ${host.session.mode}`;
    return security[0] ? 'OK_TLS' : 'OK_CLEAR';
  }

  #peer(one: End): End {
    return this.#ends[one.name === 'terminal' ? 'host' : 'terminal'];
  }

  #give(one: End, bytes: number[]): void {
    if (one.driver.closed) return;
    if (one.tls === 'pending') this.#handshake(one, bytes);
    else one.driver.feed(Uint8Array.from(bytes));
    this.#look(one);
  }

  /** The double of TLS: a message of the other end's double brings it up, anything else fails it. */
  #handshake(one: End, bytes: number[]): void {
    const wanted = one.name === 'terminal' ? ANSWER : HELLO;
    const { session } = one.driver;
    // The transport shows what it reads beneath TLS, before TLS sees it.
    if (session instanceof TerminalSession)
      one.driver.call(() => session.bytesBeneathTls(Uint8Array.from(bytes)));
    if (one.driver.closed) return;
    one.handshake.push(...bytes);
    const agrees = one.handshake.every((byte, i) => i >= wanted.length || byte === wanted[i]);
    if (!agrees) {
      // A client's TLS sees nothing amiss before it has a record header of five bytes (starttls.md §2.8).
      if (one.name === 'terminal' && one.handshake.length < 5) return;
      one.tls = 'none';
      one.driver.failed({ kind: 'protocol', message: 'wrong version number' });
      return;
    }
    if (one.handshake.length < wanted.length) return;
    const rest = one.handshake.slice(wanted.length);
    one.handshake = [];
    one.tls = 'up';
    if (one.name === 'host') this.#peer(one).inbox.push(...ANSWER);
    one.driver.established(GOOD_TLS);
    this.#look(one);
    if (rest.length > 0) this.#give(one, rest);
  }

  #hangUp(one: End): void {
    one.told = true;
    if (one.driver.closed) return;
    if (one.tls === 'pending') {
      one.tls = 'none';
      one.driver.failed({ kind: 'eof', message: 'end of file' });
    } else one.driver.gone();
    this.#look(one);
  }

  /** Carries out what the session has said since the last time. */
  #look(one: End): void {
    const peer = this.#peer(one);
    const { events } = one.driver;
    while (one.seen < events.length) {
      const event = events[one.seen++];
      if (event?.type === 'send') {
        peer.inbox.push(...event.bytes);
        if (one.tls !== 'up') this.clear[one.name] += toHex(event.bytes);
      } else if (event?.type === 'timer') {
        if (event.afterMs === null) one.deadlines.delete(event.name);
        else one.deadlines.set(event.name, this.now + event.afterMs);
      } else if (event?.type === 'upgradeToTls') {
        one.tls = 'pending';
        if (event.role === 'client') peer.inbox.push(...HELLO);
        if (event.residue.length > 0) this.#handshake(one, [...event.residue]);
      } else if (event?.type === 'closed') {
        peer.hungUp = true;
        one.deadlines.clear();
      }
    }
  }
}

function end(name: Name, driver: Driver<Session>): End {
  return {
    name,
    driver,
    inbox: [],
    handshake: [],
    seen: 0,
    tls: 'none',
    deadlines: new Map(),
    hungUp: false,
    told: false,
  };
}
