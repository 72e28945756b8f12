import {
  checkBytes,
  type SnapshotObject,
  type SnapshotReader,
  type SnapshotValue,
  toHex,
  UsageError,
} from '../bytes/index.js';
import { IAC, TelnetDecoder, type TelnetToken } from '../telnet/index.js';
import { FIRST_BYTES_KEPT } from '../tls/index.js';
import type { SessionEvent, TimerName } from './events.js';
import { SessionStream } from './stream.js';

const SNAPSHOT_VERSION = 1;
const EMPTY: Uint8Array = /* @__PURE__ */ new Uint8Array(0);

/** What differs between two sessions that go on alike. */
const NOT_IN_KEY: readonly string[] = [
  'offset',
  'commandOffset',
  'recordOffset',
  'droppedTo',
  'violations',
  'flips',
  'rounds',
  'sequence',
  'awaited',
  'firstBytes',
  'tlsInfo',
  'active',
  'keyboardTold',
  'luRefusal',
  'refusedBy',
  'terminalTypesAnswered',
  'environmentGiven',
  'asked',
  'diagnosis',
  'sentScreen',
  'hostTurn',
];

/** A telnet channel that is read lazily: a chunk is taken, and parsed only as far as the next event. */
export abstract class ChannelSession<Event extends { readonly type: string }> extends SessionStream<Event> {
  protected decoder: TelnetDecoder = lending(new TelnetDecoder(this.limits));
  /** What the peer sent first, as far as it has come. */
  #firstBytes: Uint8Array = EMPTY;
  #firstCount = 0;
  /** How many of them have been read, as far as the token goes that is being dealt with. */
  #firstBytesRead = FIRST_BYTES_KEPT;
  #sniffing = true;
  /** The first bytes, as long as they do not tell yet what they are the start of: not read yet. */
  #greeting: Uint8Array = EMPTY;
  #peerGone = false;

  /**
   * Takes a chunk that came from the peer, of any size and cut. Leave the chunk as it is until {@link nextEvent} has
   * returned undefined. Does nothing after the end.
   *
   * @throws {@link UsageError} `argument-invalid` for anything but a Uint8Array, `not-drained` before `nextEvent` has
   * returned undefined, `state-forbids` while TLS is being set up.
   */
  receive(bytes: Uint8Array): void {
    checkBytes('bytes', bytes);
    if (this.diagnosis !== undefined || this.#peerGone) return;
    if (!this.#drained) {
      throw new UsageError('not-drained', 'receive must wait until nextEvent has returned undefined');
    }
    if (this.suspended) {
      throw new UsageError('state-forbids', 'between upgradeToTls and its outcome all bytes belong to TLS');
    }
    if (bytes.length === 0) return;
    if (this.inClear) this.#keepFirstBytes(bytes);
    const chunk = this.#sniffing ? this.#withGreeting(bytes) : bytes;
    if (chunk !== undefined) this.decoder.receive(chunk);
  }

  /**
   * The transport reports urgent data: what is received from here to the next telnet DM is searched for commands, and data
   * in it is discarded (RFC 854 "The Telnet Synch Signal", TEL-015). Does nothing after the end or while TLS is being set up.
   */
  urgentReceived(): void {
    if (this.diagnosis === undefined && !this.suspended) this.decoder.startUrgent();
  }

  /** Parses on, up to the next event; undefined when nothing is left to do until the next call of another method. */
  nextEvent(): Event | SessionEvent | undefined {
    for (;;) {
      const event = this.outbox.shift();
      if (event !== undefined) return event;
      const reading = this.diagnosis === undefined && !this.suspended && !this.outbox.full;
      if (reading && this.#pull()) continue;
      if (this.outbox.output.length > 0) this.outbox.flush();
      else if (this.overdue && !this.unread) this.expireOverdue();
      else if (this.#peerGone && this.#greeting.length > 0) this.readGreeting();
      else if (this.#peerGone && this.diagnosis === undefined) this.peerLeft();
      else return undefined;
    }
  }

  override timerFired(name: TimerName): void {
    if (!this.#peerGone) super.timerFired(name);
  }

  /** The peer is gone. What it had sent before is still read; then `closed` follows. */
  transportClosed(): void {
    if (this.diagnosis !== undefined) return;
    this.#peerGone = true;
    if (this.suspended) this.peerLeft();
  }

  /**
   * Everything that lasts, as plain values that JSON can hold: a session made from it by `restore` goes on as this one.
   * @throws {@link UsageError} `not-drained` before `nextEvent` has returned undefined.
   */
  snapshot(): SnapshotObject {
    if (!this.#drained) {
      throw new UsageError('not-drained', 'snapshot must wait until nextEvent has returned undefined');
    }
    return { version: SNAPSHOT_VERSION, role: this.role, ...this.save(), ...this.saveScreen() };
  }

  /**
   * A text that is the same for two sessions that negotiate alike from here on: the state without screen, counters, offsets
   * and samples. For explorers of an embedder's own; the one of `sans3270/testing` has a finer key.
   */
  negotiationKey(): string {
    return JSON.stringify(this.save(), (key, value) => (NOT_IN_KEY.includes(key) ? undefined : value));
  }

  // ---- what the layers above say

  protected abstract readonly role: 'terminal' | 'host';
  /** Nothing may be read now: the bytes that come belong to TLS. */
  protected abstract readonly suspended: boolean;
  /** Takes a token of the stream. */
  protected abstract dispatch(token: TelnetToken): void;
  /** Looks at the first bytes of the stream before they are read as telnet; true when they have been dealt with. */
  protected abstract sniffed(firstBytes: Uint8Array): boolean;
  /** How many of the first bytes tell what they are the start of. */
  protected abstract tellingLength(firstBytes: Uint8Array): number;
  /** Whether more bytes have to come to tell what the first ones are the start of. */
  protected abstract undecided(firstBytes: Uint8Array): boolean;
  /** The peer is gone, and all that it had sent is read or can never be. */
  protected abstract peerLeft(): void;
  /** The part of a snapshot that says nothing of negotiation. */
  protected abstract saveScreen(): SnapshotObject;

  // ---- for the layers above

  protected get unread(): boolean {
    return !this.decoder.drained;
  }

  protected get peerGone(): boolean {
    return this.#peerGone;
  }

  /** What the peer sent first, at most 16 bytes, and of these what has been read, however the chunks were cut. */
  protected get firstBytes(): Uint8Array {
    return this.#firstBytes.slice(0, Math.min(this.#firstCount, this.#firstBytesRead));
  }

  /** From beneath TLS come the bytes by which a host is judged. */
  protected replaceFirstBytes(bytes: Uint8Array): void {
    this.#firstCount = 0;
    this.#keepFirstBytes(bytes);
    this.#firstBytesRead = FIRST_BYTES_KEPT;
  }

  /** No more bytes will tell what the first ones are: they are taken for what they can be. */
  protected readGreeting(): void {
    const greeting = this.#greeting;
    if (greeting.length === 0) return;
    this.#greeting = EMPTY;
    this.decoder.receive(greeting);
    while (this.diagnosis === undefined && this.#pull());
  }

  /** A new channel, inside TLS: nothing of the old one is left. */
  protected replaceChannel(): void {
    this.#sniffing = false;
    this.decoder = lending(new TelnetDecoder(this.limits));
  }

  /** What is left of the chunk is read no more, and it is let go of. */
  protected stop(): void {
    this.decoder.dropRest();
    this.#greeting = EMPTY;
  }

  protected override save(): { [key: string]: SnapshotValue } {
    return {
      ...super.save(),
      firstBytes: toHex(this.#first()),
      sniffing: this.#sniffing,
      greeting: toHex(this.#greeting),
      peerGone: this.#peerGone,
      decoder: this.decoder.snapshot(),
    };
  }

  protected override load(snapshot: SnapshotReader): void {
    snapshot.integer('version', SNAPSHOT_VERSION, SNAPSHOT_VERSION);
    snapshot.choice('role', [this.role]);
    super.load(snapshot);
    this.#keepFirstBytes(snapshot.bytes('firstBytes', FIRST_BYTES_KEPT));
    this.#sniffing = snapshot.boolean('sniffing');
    this.#greeting = snapshot.bytes('greeting', FIRST_BYTES_KEPT);
    this.#peerGone = snapshot.boolean('peerGone');
    this.decoder = lending(TelnetDecoder.restore(snapshot.object('decoder'), this.limits));
  }

  // ---- inside

  /** Nothing is left to be pulled. */
  get #drained(): boolean {
    return this.outbox.empty && !this.unread && !this.overdue;
  }

  /** Reads one token; false when the chunk is drained. */
  #pull(): boolean {
    // The first byte of data decides, however many come with it; or those that told that it is no other protocol's.
    let deciding = 1;
    if (this.#sniffing) {
      if (this.decoder.peek() < 0) return false;
      this.#sniffing = false;
      const first = this.#first();
      this.#firstBytesRead = this.tellingLength(first);
      if (this.sniffed(first)) return true;
      if (first[0] !== IAC) deciding = this.#firstBytesRead;
    }
    const token = this.decoder.next();
    if (token === undefined) {
      this.#firstBytesRead = FIRST_BYTES_KEPT;
      return false;
    }
    if (this.inClear) {
      const data = token.type === 'data' || token.type === 'record';
      this.#firstBytesRead = data ? token.offset + deciding : this.decoder.offset;
    }
    this.dispatch(token);
    return true;
  }

  /** The chunk with what was held before it; undefined while all of it has to be held. */
  #withGreeting(bytes: Uint8Array): Uint8Array | undefined {
    const held = this.#greeting;
    const undecided = this.undecided(this.#first());
    if (held.length === 0 && !undecided) return bytes;
    const both = joined(held, bytes);
    this.#greeting = undecided ? both : EMPTY;
    return undecided ? undefined : both;
  }

  #first(): Uint8Array {
    return this.#firstBytes.slice(0, this.#firstCount);
  }

  #keepFirstBytes(bytes: Uint8Array): void {
    const from = this.#firstCount;
    const to = Math.min(from + bytes.length, FIRST_BYTES_KEPT);
    if (from === to) return;
    if (from === 0) this.#firstBytes = new Uint8Array(FIRST_BYTES_KEPT);
    for (let at = from; at < to; at++) this.#firstBytes[at] = bytes[at - from] as number;
    this.#firstCount = to;
  }
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

/** Nothing that a session hands out lasts longer than the chunk, and what it keeps it copies. */
function lending(decoder: TelnetDecoder): TelnetDecoder {
  decoder.lends = 'everything';
  return decoder;
}
