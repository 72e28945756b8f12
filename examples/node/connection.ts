import type { Duplex } from 'node:stream';
import type {
  ClosedEvent,
  HostEvent,
  HostSession,
  TerminalEvent,
  TerminalSession,
  TimerName,
  TlsFailure,
  TlsUpgrade,
  UpgradeToTlsEvent,
} from '../../src/index.js';
import { tlsFailure } from './tls-failure.js';

export type Role = 'terminal' | 'host';

/** Where bytes were seen: before TLS, as TLS records on the wire, or as the plain text within them. */
export type Layer = 'clear' | 'beneathTls' | 'insideTls';

/** For whoever watches: a user interface, a log, a trace. */
export interface Observers<Event> {
  /** Called with each event once it has been carried out. May act on the session; its own loop goes on afterwards. */
  readonly onEvent?: (event: Event) => void;
  /** Called with all bytes, in order. `sender` is the side that sent them. */
  readonly onWire?: (sender: Role, bytes: Uint8Array, layer: Layer) => void;
}

/** Milliseconds that a peer has to take our last bytes and close. */
const LINGER = 5000;

/**
 * Joins a session to a stream of bytes: the whole I/O that the library leaves to you.
 *
 * Everything is pulled. Events are taken until there are none, and only then the next bytes are read; while the stream
 * takes no more output neither happens, so a slow peer slows us down instead of filling our memory.
 */
export class Connection<
  Session extends TerminalSession | HostSession,
  Event extends TerminalEvent | HostEvent,
> {
  readonly session: Session;
  /** Fulfilled when the session has ended. */
  readonly closed: Promise<ClosedEvent>;
  readonly #role: Role;
  readonly #tls: TlsUpgrade<Duplex>;
  readonly #observers: Observers<Event>;
  readonly #timers: Map<TimerName, NodeJS.Timeout> = new Map();
  #stream: Duplex;
  /** What TLS said of its end. */
  #failure: TlsFailure | undefined;
  #phase: 'open' | 'upgrading' | 'closed' = 'open';
  #layer: Layer = 'clear';
  /** The stream has asked to write no more until it says `drain`. */
  #blocked = false;
  #pumping = false;
  #resolveClosed: (event: ClosedEvent) => void = () => {};

  /** @param stream - connected; nothing has been read from it */
  constructor(
    role: Role,
    stream: Duplex,
    session: Session,
    tls: TlsUpgrade<Duplex>,
    observers: Observers<Event> = {},
  ) {
    this.session = session;
    this.#role = role;
    this.#tls = tls;
    this.#observers = observers;
    this.#stream = stream;
    this.closed = new Promise((resolve) => {
      this.#resolveClosed = resolve;
    });
    this.#attach(stream);
    this.pump();
  }

  /** Carries out what there is to do. Call it after each call of a method of the session. */
  pump(): void {
    if (this.#pumping) return;
    this.#pumping = true;
    try {
      do {
        for (let event = this.#next(); event !== undefined; event = this.#next()) this.#carryOut(event);
      } while (this.#read());
    } finally {
      this.#pumping = false;
    }
  }

  /** Ends the session, and the connection once what is queued has been sent. */
  close(reason?: string): void {
    this.session.close(reason);
    this.#blocked = false;
    this.pump();
  }

  #next(): Event | undefined {
    return this.#blocked ? undefined : (this.session.nextEvent() as Event | undefined);
  }

  /** Gives the session the next bytes; false when there are none, or it must not have them now. */
  #read(): boolean {
    if (this.#blocked || this.#phase !== 'open') return false;
    const bytes: Uint8Array | null = this.#stream.read();
    if (bytes === null) return false;
    this.#observers.onWire?.(this.#role === 'host' ? 'terminal' : 'host', bytes, this.#layer);
    this.session.receive(bytes);
    return true;
  }

  #carryOut(event: Event): void {
    switch (event.type) {
      case 'send':
        this.#observers.onWire?.(this.#role, event.bytes, this.#layer);
        this.#blocked = !this.#stream.write(event.bytes);
        break;
      case 'timer':
        this.#setTimer(event.name, event.afterMs);
        break;
      case 'upgradeToTls':
        void this.#upgrade(event);
        break;
      case 'closed':
        this.#end(event);
        break;
    }
    this.#observers.onEvent?.(event);
  }

  #setTimer(name: TimerName, afterMs: number | null): void {
    clearTimeout(this.#timers.get(name));
    this.#timers.delete(name);
    if (afterMs === null) return;
    const timer = setTimeout(() => {
      this.#timers.delete(name);
      this.session.timerFired(name);
      this.pump();
    }, afterMs);
    // The connection keeps the process alive as long as there is something to wait for.
    timer.unref();
    this.#timers.set(name, timer);
  }

  async #upgrade(request: UpgradeToTlsEvent): Promise<void> {
    this.#phase = 'upgrading';
    this.#detach(this.#stream);
    await flushed(this.#stream);
    if (this.#ended()) return;
    const outcome = await this.#handshake(request);
    if (this.#ended()) return;
    if ('failure' in outcome) {
      this.session.tlsFailed(outcome.failure);
    } else {
      this.#phase = 'open';
      this.#layer = 'insideTls';
      this.#stream = outcome.transport;
      this.#attach(outcome.transport);
      this.session.tlsEstablished(outcome.info);
    }
    this.pump();
  }

  /** A TLS that throws has failed like any other: nobody waits for {@link #upgrade}, and a rejection would end the process. */
  async #handshake(request: UpgradeToTlsEvent): ReturnType<TlsUpgrade<Duplex>['upgrade']> {
    try {
      return await this.#tls.upgrade(this.#stream, request, (bytes) => {
        if ('bytesBeneathTls' in this.session) this.session.bytesBeneathTls(bytes);
        this.pump();
      });
    } catch (error) {
      return {
        failure: { kind: 'protocol', message: error instanceof Error ? error.message : String(error) },
      };
    }
  }

  /** A method, since the compiler does not see that time has passed. */
  #ended(): boolean {
    return this.#phase === 'closed';
  }

  #end(event: ClosedEvent): void {
    const stream = this.#stream;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    if (this.#phase === 'upgrading') {
      // Never `end` here: ending TLS in the middle of its handshake aborts the whole process in Node 20.
      stream.destroy();
    } else {
      this.#detach(stream);
      stream.end();
      stream.resume(); // whatever still comes is of no interest, but the end of it is
      const timer = setTimeout(() => stream.destroy(), LINGER).unref();
      stream.once('close', () => clearTimeout(timer));
    }
    this.#phase = 'closed';
    this.#resolveClosed(event);
  }

  /** With TLS 1.3 a terminal is ready before its certificate has been looked at: the host's alert comes as an error, later. */
  readonly #onError = (error: Error): void => {
    if (this.#layer === 'insideTls') this.#failure ??= tlsFailure(error);
  };
  readonly #onReadable = (): void => this.pump();
  readonly #onDrain = (): void => {
    this.#blocked = false;
    this.pump();
  };
  /** The peer has closed its half (`end`) or all is over (`close`). A 3270 session does not live on one half. */
  readonly #onGone = (): void => {
    this.#blocked = false;
    this.session.transportClosed(this.#failure);
    this.pump();
  };

  /** An error is always followed by `close`, which is what counts. It may come at any time, and is listened for to the end. */
  #attach(stream: Duplex): void {
    stream.on('error', this.#onError);
    stream.on('readable', this.#onReadable);
    stream.on('drain', this.#onDrain);
    stream.on('end', this.#onGone);
    stream.on('close', this.#onGone);
    if (stream.destroyed) this.session.transportClosed(this.#failure);
  }

  #detach(stream: Duplex): void {
    stream.off('readable', this.#onReadable);
    stream.off('drain', this.#onDrain);
    stream.off('end', this.#onGone);
    stream.off('close', this.#onGone);
  }
}

/** Waits until the stream has handed on what was written: TLS goes past its queue. */
function flushed(stream: Duplex): Promise<void> {
  if (stream.writableLength === 0) return Promise.resolve();
  return new Promise((resolve) => {
    stream.write('', () => resolve());
  });
}
