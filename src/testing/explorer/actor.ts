import { asciiBytes, type SnapshotObject, toHex } from '../../bytes/index.js';
import { buildWrite } from '../../datastream/index.js';
import {
  type HostEvent,
  type HostOptions,
  HostSession,
  type NegotiatedEvent,
  type TerminalEvent,
  type TerminalOptions,
  TerminalSession,
  type TimerName,
} from '../../session/index.js';
import type { TlsFailure, TlsInfo, UpgradeToTlsEvent } from '../../tls/index.js';
import type { Finding, FindingName } from './findings.js';
import {
  CLIENT_HELLO,
  FIN,
  FINISHED,
  joinBytes,
  type Message,
  SERVER_HELLO,
  splitMessages,
  wireBytes,
} from './messages.js';

/** A role with its options. */
export type ActorOptions =
  | { readonly role: 'terminal'; readonly options: TerminalOptions }
  | { readonly role: 'host'; readonly options: HostOptions };

/** How far the TLS double of one end has come; `answered`: a host that waits for Finished. */
export type TlsStage = 'none' | 'pending' | 'answered' | 'up';

/** Everything that lasts of an actor, as plain values. */
export interface ActorState {
  readonly snapshot: SnapshotObject;
  readonly stage: TlsStage;
  readonly armed: readonly TimerName[];
  readonly agreed: NegotiatedEvent['protocol'] | undefined;
  readonly typed: boolean;
  readonly clearTold: boolean;
}

/** What the TLS double reports of every handshake that succeeds. */
export const DOUBLE_INFO: TlsInfo = { version: 'TLSv1.3', cipher: 'DOUBLE', verification: 'verified' };

const WRONG_RECORD: TlsFailure = { kind: 'protocol', message: 'wrong version number' };
const END_OF_FILE: TlsFailure = { kind: 'eof', message: 'end of file' };

/** The one screen of the application, and what it says to an NVT. */
const SCREEN: Uint8Array = /* @__PURE__ */ buildWrite(
  'eraseWrite',
  0xc3,
  [{ type: 'characters', bytes: /* @__PURE__ */ Uint8Array.of(0xc8, 0xc9) }],
  { rows: 24, columns: 80 },
);
const GREETING: Uint8Array = /* @__PURE__ */ asciiBytes('login: ');

/** Policies that never carry data in the clear. */
const SECURE_POLICIES: readonly string[] = [
  'required',
  'implicit',
  'auto',
  'secure',
  'negtSecure',
  'vmRequired',
];
/** Policies that never start TLS. */
const CLEAR_POLICIES: readonly string[] = ['plain', 'basic', 'none', 'vmNever'];
/** What may be sent in the clear by an end that wants TLS: START_TLS alone. */
const START_TLS_ONLY = /^(?:ff(?:fb|fc|fd|fe)2e|fffa2e01fff0)$/;
/** Events that carry what the peer's user or application said. */
const DATA_EVENTS: readonly string[] = ['screen', 'text', 'inbound', 'sscpLuInput', 'bound'];

/**
 * One end of a connection: a session, a transport with a double of TLS beneath it, timers by name, and an application or a
 * user who does one thing. It does to the session what an embedder does, and notes what no session may do.
 *
 * The double: the client's hello is answered by the server's, that by Finished; anything else that arrives meanwhile fails
 * the handshake, and anything that is not sealed breaks TLS that is up.
 */
export class Actor {
  readonly session: TerminalSession | HostSession;
  readonly role: 'terminal' | 'host';
  readonly armed: Set<TimerName> = new Set();
  /** Put on the wire since the last {@link Actor.takeOutput}. */
  #out: Message[] = [];
  #findings: Finding[] = [];
  #stage: TlsStage = 'none';
  #agreed: NegotiatedEvent['protocol'] | undefined;
  #typed = false;
  #clearTold = false;
  #residue: Uint8Array | undefined;
  #ended = false;
  readonly #secureOnly: boolean;
  readonly #clearOnly: boolean;
  readonly #negotiates: boolean;
  readonly #listener: ((event: TerminalEvent | HostEvent) => void) | undefined;

  /** @param listener - hears every event, in order, and stands for the application: without one, a host writes by itself */
  constructor(spec: ActorOptions, state?: ActorState, listener?: (event: TerminalEvent | HostEvent) => void) {
    this.role = spec.role;
    this.#listener = listener;
    const { tls } = spec.options;
    const clearAllowed = spec.role === 'terminal' && spec.options.allowClear === true;
    this.#secureOnly = SECURE_POLICIES.includes(tls) && !clearAllowed;
    this.#negotiates = tls !== 'implicit';
    this.#clearOnly = CLEAR_POLICIES.includes(tls);
    if (state === undefined) {
      this.session =
        spec.role === 'terminal' ? new TerminalSession(spec.options) : new HostSession(spec.options);
      this.#drain();
      return;
    }
    this.session =
      spec.role === 'terminal'
        ? TerminalSession.restore(spec.options, state.snapshot)
        : HostSession.restore(spec.options, state.snapshot);
    this.#stage = state.stage;
    for (const name of state.armed) this.armed.add(name);
    this.#agreed = state.agreed;
    this.#typed = state.typed;
    this.#clearTold = state.clearTold;
  }

  /** What lasts; to be asked for only while the session lives. */
  state(): ActorState {
    return {
      snapshot: this.session.snapshot(),
      stage: this.#stage,
      armed: [...this.armed].sort(),
      agreed: this.#agreed,
      typed: this.#typed,
      clearTold: this.#clearTold,
    };
  }

  get stage(): TlsStage {
    return this.#stage;
  }

  /** What was agreed on; undefined while nothing is, or no more. */
  get agreed(): NegotiatedEvent['protocol'] | undefined {
    return this.#agreed;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Whether the user can do his one thing now. */
  get mayType(): boolean {
    const { session } = this;
    if (!(session instanceof TerminalSession) || this.#typed || this.#agreed === undefined) return false;
    return session.keyboardLock === undefined;
  }

  /** Whether what was agreed on can be used: a host's application can write. Tries it, so that the actor is used up. */
  serves(): boolean {
    const { session } = this;
    if (!(session instanceof HostSession) || this.#agreed !== 'tn3270e') return true;
    try {
      session.write(SCREEN);
      return true;
    } catch {
      return false;
    }
  }

  takeOutput(): Message[] {
    const out = this.#out;
    this.#out = [];
    return out;
  }

  takeFindings(): Finding[] {
    const findings = this.#findings;
    this.#findings = [];
    return findings;
  }

  /** Delivers messages as one read: what is outside TLS and what is inside each as one chunk. */
  deliver(messages: readonly Message[]): void {
    let at = 0;
    while (at < messages.length && !this.#ended) {
      if (this.#stage === 'none') at = this.#receiveClear(messages, at);
      else if (this.#stage === 'up') at = this.#receiveSealed(messages, at);
      else this.#handshake(messages[at++] as Message);
    }
    this.#check();
  }

  timer(name: TimerName): void {
    this.armed.delete(name);
    this.session.timerFired(name);
    this.#drain();
    this.#check();
  }

  /** The TLS library gives up by itself. */
  failTls(): void {
    this.session.tlsFailed(WRONG_RECORD);
    this.#drain();
    this.#check();
  }

  /** The user types one character and presses Enter. */
  type(): void {
    if (!(this.session instanceof TerminalSession)) return;
    this.#typed = true;
    this.session.type('a');
    this.session.press('enter');
    this.#drain();
    this.#check();
  }

  close(): void {
    this.session.close();
    this.pull();
  }

  /** The connection is reset: whatever was on its way to this end is lost. */
  reset(): void {
    this.session.transportClosed();
    this.pull();
  }

  /** Pulls all events, as after a call of one of the session's methods. */
  pull(): void {
    this.#drain();
    this.#check();
  }

  // ---- the transport

  #receiveClear(messages: readonly Message[], start: number): number {
    let end = start;
    while (end < messages.length && (messages[end] as Message).kind !== 'fin') end++;
    const parts = messages.slice(start, end).map(wireBytes);
    const gone = end < messages.length;
    if (parts.length > 0) this.session.receive(joinBytes(parts));
    if (gone) this.session.transportClosed();
    this.#residue = undefined;
    this.#drain();
    const residue = this.#residue as Uint8Array | undefined;
    if (residue === undefined || this.#ended) return gone ? end + 1 : end;
    const back = this.#messagesIn(residue, parts);
    if (back < 0) {
      this.#find('residue', `${toHex(residue)} is not the end of ${toHex(joinBytes(parts))}`);
      return end;
    }
    return end - back;
  }

  /** How many messages from the end the residue is; -1 when it is none. */
  #messagesIn(residue: Uint8Array, parts: readonly Uint8Array[]): number {
    for (let back = 0; back <= parts.length; back++) {
      const rest = back === 0 ? new Uint8Array(0) : joinBytes(parts.slice(parts.length - back));
      if (rest.length !== residue.length) continue;
      // A terminal's host may not speak before the ClientHello.
      return toHex(rest) === toHex(residue) && (back === 0 || this.role === 'host') ? back : -1;
    }
    return -1;
  }

  #receiveSealed(messages: readonly Message[], start: number): number {
    let end = start;
    while (end < messages.length && (messages[end] as Message).kind === 'sealed') end++;
    if (end > start) this.session.receive(joinBytes(messages.slice(start, end).map(({ bytes }) => bytes)));
    // The end of the connection, or a record that TLS cannot read.
    if (end < messages.length) this.session.transportClosed();
    this.#drain();
    return Math.min(end + 1, messages.length);
  }

  #handshake(message: Message): void {
    const { session } = this;
    if (message.kind !== 'fin' && session instanceof TerminalSession) {
      session.bytesBeneathTls(wireBytes(message));
      this.#drain();
      if (this.#ended) return;
    }
    if (message.kind === 'serverHello' && this.role === 'terminal') {
      this.#out.push(FINISHED);
      this.#establish();
    } else if (message.kind === 'clientHello' && this.role === 'host' && this.#stage === 'pending') {
      this.#out.push(SERVER_HELLO);
      this.#stage = 'answered';
    } else if (message.kind === 'finished' && this.#stage === 'answered') this.#establish();
    else {
      session.tlsFailed(message.kind === 'fin' ? END_OF_FILE : WRONG_RECORD);
      this.#drain();
    }
  }

  #establish(): void {
    this.#stage = 'up';
    this.session.tlsEstablished(DOUBLE_INFO);
    this.#drain();
  }

  // ---- the events

  #drain(): void {
    const { session } = this;
    for (let event = session.nextEvent(); event !== undefined; event = session.nextEvent()) {
      if (this.#ended) this.#find('event-after-closed', event.type);
      this.#take(event);
      this.#listener?.(event);
    }
  }

  #take(event: TerminalEvent | HostEvent): void {
    switch (event.type) {
      case 'send':
        this.#send(event.bytes);
        return;
      case 'timer':
        if (event.afterMs === null) this.armed.delete(event.name);
        else this.armed.add(event.name);
        return;
      case 'upgradeToTls':
        this.#upgrade(event);
        return;
      case 'closed':
        this.#ended = true;
        this.armed.clear();
        this.#agreed = undefined;
        this.#out.push(FIN);
        return;
      case 'clearText':
        this.#clearTold = true;
        if (this.#secureOnly) this.#find('clear-session', 'clearText');
        return;
      case 'mode':
        if (['negotiating', 'tlsPending', 'tn3270eUnbound'].includes(event.mode)) this.#agreed = undefined;
        return;
      case 'negotiated':
        this.#agreed = event.protocol;
        if (this.#secureOnly && this.#stage !== 'up') this.#find('clear-session', event.protocol);
        if (this.#listener === undefined) this.#answer();
        return;
      default:
        if (DATA_EVENTS.includes(event.type) && this.#stage !== 'up') this.#clearData(event.type);
    }
  }

  #send(bytes: Uint8Array): void {
    if (this.#stage === 'pending' || this.#stage === 'answered')
      this.#find('send-while-pending', toHex(bytes));
    const kind = this.#stage === 'up' ? 'sealed' : 'clear';
    for (const message of splitMessages(bytes)) {
      this.#out.push({ kind, bytes: message });
      if (kind === 'clear' && this.#secureOnly && !(this.#negotiates && START_TLS_ONLY.test(toHex(message))))
        this.#find('clear-bytes', toHex(message));
    }
  }

  #upgrade(event: UpgradeToTlsEvent): void {
    if (this.#clearOnly || this.#stage !== 'none')
      this.#find('tls-unasked', `${event.reason} at ${this.#stage}`);
    this.#stage = 'pending';
    this.#residue = event.residue;
    if (event.role === 'client') this.#out.push(CLIENT_HELLO);
  }

  #clearData(type: string): void {
    if (this.#secureOnly) this.#find('data-before-tls', type);
    else if (!this.#clearTold) this.#find('clear-text-untold', type);
  }

  /** The application writes once for each negotiation that comes to its end. */
  #answer(): void {
    const { session } = this;
    if (!(session instanceof HostSession)) return;
    if (session.mode === 'tn3270' || session.mode === 'tn3270e') session.write(SCREEN);
    else if (session.mode === 'nvt') session.sendText(GREETING);
  }

  /** What has to hold after each step. */
  #check(): void {
    const secure = this.session.security !== 'none';
    if (secure !== (this.#stage === 'up' && !this.#ended))
      this.#find('secure-outside-tls', `${this.session.security} while TLS is ${this.#stage}`);
    if (this.#ended && this.armed.size > 0) this.#find('timer-after-closed', [...this.armed].join(' '));
  }

  #find(property: FindingName, detail: string): void {
    this.#findings.push({ property, detail });
  }
}
