import { fromHex, toHex } from '../../../src/bytes/index.js';
import {
  type HostEvent,
  HostSession,
  type TerminalEvent,
  TerminalSession,
  type TimerName,
} from '../../../src/session/index.js';
import type { TlsFailure, TlsInfo, UpgradeToTlsEvent } from '../../../src/tls/index.js';

export type Session = TerminalSession | HostSession;
export type AnyEvent = TerminalEvent | HostEvent;

/** A handshake that nobody can object to. */
export const GOOD_TLS: TlsInfo = {
  version: 'TLSv1.3',
  cipher: 'TLS_AES_256_GCM_SHA384',
  verification: 'verified',
};

/** START_TLS as it stands on the wire; starttls.md §1. */
export const WIRE = {
  do: 'fffd2e',
  dont: 'fffe2e',
  will: 'fffb2e',
  wont: 'fffc2e',
  follows: 'fffa2e01fff0',
} as const;

/** A ClientHello cut short after its handshake header, with 255s in it: TLS bytes are never un-doubled. */
export const CLIENT_HELLO = '160301000801000004ffffff2e';

/**
 * Drives one session as an embedder does: gives it bytes, pulls until it is drained, keeps its timers by name and
 * answers its `upgradeToTls`. What comes out is kept as lines, neighbouring `send`s and texts joined.
 */
export class Driver<Kind extends Session = Session> {
  readonly session: Kind;
  /** Everything since the start, or since the last {@link Driver.take}. */
  lines: string[] = [];
  /** Each `send` by itself, in hex. */
  readonly sends: string[] = [];
  readonly events: AnyEvent[] = [];
  /** Each violation whole, with its rule, place and bytes: no cut may show in these either. */
  readonly faults: string[] = [];
  /** Timers that run, with their time. */
  readonly timers: Map<TimerName, number> = new Map();
  pending: UpgradeToTlsEvent | undefined;
  closed = false;
  received = 0;
  sent = 0;
  #joinable = false;

  constructor(session: Kind) {
    this.session = session;
    this.drain();
  }

  /** Gives bytes; what arrives while TLS is being set up goes where the transport would put it. */
  feed(wire: string | Uint8Array): this {
    const chunk = typeof wire === 'string' ? fromHex(wire) : wire.slice();
    this.received += chunk.length;
    if (this.pending !== undefined && !this.closed) this.#beneath(chunk);
    else this.session.receive(chunk);
    this.drain();
    // An embedder uses its read buffer again (SEC-126).
    chunk.fill(0xaa);
    return this;
  }

  timer(name: TimerName): this {
    this.timers.delete(name);
    this.session.timerFired(name);
    return this.drain();
  }

  gone(): this {
    this.session.transportClosed();
    return this.drain();
  }

  established(info: TlsInfo = GOOD_TLS): this {
    this.pending = undefined;
    this.session.tlsEstablished(info);
    return this.drain();
  }

  failed(cause: Partial<TlsFailure> = {}): this {
    this.pending = undefined;
    this.session.tlsFailed({ kind: 'eof', message: 'end of file', ...cause });
    return this.drain();
  }

  /** Calls a method of the session and drains. */
  call(action: (session: Kind) => unknown): this {
    action(this.session);
    return this.drain();
  }

  /** The lines so far; the next ones start from nothing. */
  take(): string[] {
    const { lines } = this;
    this.lines = [];
    this.#joinable = false;
    return lines;
  }

  /** The lines that start with one of these words. */
  only(...words: string[]): string[] {
    return this.lines.filter((line) => words.includes(line.split(' ')[0] as string));
  }

  /** All bytes sent so far, in hex. */
  get output(): string {
    return this.sends.join('');
  }

  get diagnosis(): string | undefined {
    return this.session.diagnosis?.code;
  }

  drain(): this {
    for (let event = this.session.nextEvent(); event !== undefined; event = this.session.nextEvent())
      this.#take(event);
    return this;
  }

  #beneath(chunk: Uint8Array): void {
    if (this.session instanceof TerminalSession) this.session.bytesBeneathTls(chunk);
    // The bytes join the residue: where the segment was cut shows in nothing else.
    const at = this.lines.findLastIndex((line) => line.startsWith('upgradeToTls '));
    if (this.session instanceof HostSession && at >= 0)
      this.lines[at] = `${this.lines[at] as string}${toHex(chunk)}`;
  }

  #take(event: AnyEvent): void {
    if (this.closed) throw new Error(`${event.type} after closed`);
    this.events.push(event);
    if (event.type === 'send') {
      if (event.bytes.length === 0) throw new Error('an empty send');
      this.sent += event.bytes.length;
      this.sends.push(toHex(event.bytes));
    } else if (event.type === 'timer') {
      if (event.afterMs === null) this.timers.delete(event.name);
      else this.timers.set(event.name, event.afterMs);
    } else if (event.type === 'violation') {
      this.faults.push(`${event.code} ${event.rule} at ${event.offset}: ${toHex(event.bytes)}`);
    } else if (event.type === 'upgradeToTls') {
      if (this.pending !== undefined) throw new Error('two upgrades at once');
      this.pending = event;
    } else if (event.type === 'closed') {
      this.closed = true;
      this.pending = undefined;
      this.timers.clear();
    }
    this.#write(lineOf(event));
  }

  #write(line: string): void {
    const last = this.lines.at(-1);
    const [word, rest] = split(line);
    const joins = word === 'send' || word === 'text';
    if (joins && this.#joinable && last !== undefined && split(last)[0] === word)
      this.lines[this.lines.length - 1] = `${last}${rest}`;
    else this.lines.push(line);
    this.#joinable = joins;
  }
}

function split(line: string): [string, string] {
  const at = line.indexOf(' ');
  return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 1)];
}

/** An event as one line. Bytes are hex; what a diagnosis says in words is left to tests of its own. */
function lineOf(event: AnyEvent): string {
  switch (event.type) {
    case 'send':
      return `send ${toHex(event.bytes)}`;
    case 'timer':
      return `timer ${event.name} ${event.afterMs ?? 'off'}`;
    case 'violation':
      return `violation ${event.code}`;
    case 'closed':
      return `closed ${event.by} ${event.diagnosis.code}`;
    case 'upgradeToTls':
      return `upgradeToTls ${event.role} ${event.reason} ${toHex(event.residue)}`;
    case 'secure':
      return `secure ${event.reason}`;
    case 'clearText':
      return 'clearText';
    case 'mode':
      return `mode ${event.mode}`;
    case 'negotiated':
      return `negotiated ${event.protocol} ${event.terminalType ?? '-'} ${event.luName ?? '-'} [${event.functions.join(' ')}]`;
    case 'text':
      return `text ${toHex(event.bytes)}`;
    case 'command':
      return `command ${event.command}`;
    case 'screen':
      return `screen${event.erased ? ' erased' : ''}${event.keyboardRestored ? ' restored' : ''}${event.alarm ? ' alarm' : ''}`;
    case 'keyboard':
      return `keyboard ${event.locked ? 'locked' : 'free'}`;
    case 'deviceRequested':
      return `deviceRequested ${event.deviceType} ${event.resourceName ?? '-'}${event.decided ? '' : ' open'}`;
    case 'deviceRejected':
      return `deviceRejected ${event.reason ?? '-'} ${event.luName ?? '-'}`;
    case 'windowSize':
      return `windowSize ${event.columns} ${event.rows}`;
    case 'environment':
      return `environment ${event.variables.map(({ name, text }) => `${name}=${text ?? ''}`).join(' ')} +${event.unrequestedVariables}`;
    case 'inbound':
      return `inbound ${event.record.type}`;
    case 'response':
      return `response ${event.sequenceNumber} ${event.positive ? 'positive' : `negative ${event.code ?? '-'}`}`;
    case 'sscpLuInput':
      return `sscpLuInput ${toHex(event.bytes)}`;
    default:
      return event.type;
  }
}

/** Terminal in the given state, drained. */
export function terminal(options: ConstructorParameters<typeof TerminalSession>[0]): Driver<TerminalSession> {
  return new Driver(new TerminalSession(options));
}

/** Host in the given state, drained. */
export function host(options: ConstructorParameters<typeof HostSession>[0]): Driver<HostSession> {
  return new Driver(new HostSession(options));
}

/** ASCII characters in hex. */
export function ascii(text: string): string {
  return toHex(Uint8Array.from(text, (character) => character.charCodeAt(0)));
}

/** A subnegotiation in hex, its body in hex without a 255 in it. */
export function sub(option: string, body: string): string {
  return `fffa${option}${body}fff0`;
}
