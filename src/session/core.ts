import type { SnapshotReader, SnapshotValue } from '../bytes/index.js';
import type { Fault } from '../machine/index.js';
import {
  type CommandToken,
  encodeSubnegotiation,
  negotiationText,
  OPTION_NAMES,
  OPTIONS,
  type OptionChange,
  OptionNegotiator,
  type SubnegotiationToken,
  TIMING_MARK_TABLE,
  type TimingMarkInput,
  type TimingMarkState,
  VERBS,
  type Verb,
  writeNegotiation,
} from '../telnet/index.js';
import type { CommandEvent, Mode, NegotiatedEvent, TimerName } from './events.js';
import type { SessionOptions } from './options.js';
import { UpgradableSession } from './upgradable.js';
import type { ViolationCode } from './violation-codes.js';

/** Modes from which negotiation is open again: data flowed and flows no more, so what comes next has to come to an end. */
const REOPENING: Partial<Record<Mode, readonly Mode[]>> = {
  negotiating: ['nvt', 'tn3270', 'tn3270eUnbound', 'tn3270e', 'tn3270eNvt', 'sscpLu'],
  tn3270eUnbound: ['nvt', 'tn3270'],
};

/** Commands that ask for nothing: they are not told (TEL-011, TEL-012, TEL-014). */
const IGNORED_COMMANDS: readonly string[] = ['noOperation', 'goAhead', 'dataMark'];

/**
 * What terminal and host share above the START_TLS gate: option negotiation, TIMING-MARK, keep-alive, and the time in which a
 * negotiation has to come to its end.
 */
export abstract class SessionCore<
  Event extends { readonly type: string },
  Input extends string,
> extends UpgradableSession<Event, Input> {
  protected negotiator: OptionNegotiator = this.#makeNegotiator();
  readonly #keepAlive: SessionOptions['keepAlive'];
  readonly #timingMarkAnswer: 'will' | 'wont';
  #timingMark: TimingMarkState = 'idle';
  #negotiationBegun = false;
  /** Something was sent or received since the keep-alive timer was armed. */
  #active = false;
  /** Something was received while TIMING-MARK stands open: a sign that the peer lives. */
  #heard = false;

  constructor(options: SessionOptions) {
    super(options);
    const { keepAlive, timingMark = 'wont' } = options;
    this.#keepAlive = keepAlive;
    this.#timingMarkAnswer = timingMark;
  }

  override receive(bytes: Uint8Array): void {
    super.receive(bytes);
    if (bytes.length === 0) return;
    this.#active = true;
    if (this.#timingMark === 'waiting') this.#heard = true;
  }

  // ---- what a role says

  protected abstract agrees(side: 'local' | 'remote', option: number): boolean;
  /** What the peer switched on or off, or refused. */
  protected abstract handleOptionChange(change: OptionChange): void;
  /** The layers of the role start from nothing. */
  protected abstract resetLayers(): void;

  // ---- for the roles

  protected override start(): void {
    super.start();
    if (this.#keepAlive !== undefined) this.arm('keep-alive');
  }

  /** While TLS is being set up nothing of the clear channel is waited for: that has timers of its own (TLS-033). */
  protected override setMode(mode: Mode): void {
    if (mode === 'tlsPending') {
      this.disarm('negotiation');
      this.#timingMark = 'idle';
    }
    const reopened = REOPENING[mode]?.includes(this.mode) === true;
    super.setMode(mode);
    if (reopened) this.reopenNegotiation();
  }

  protected override queue(bytes: Uint8Array): void {
    this.#active = true;
    super.queue(bytes);
  }

  protected writeSubnegotiation(option: number, body: Uint8Array): void {
    this.queue(encodeSubnegotiation(option, body));
  }

  /** Tells a command that asks for nothing by itself. */
  protected tellCommand(command: CommandToken['command']): void {
    if (IGNORED_COMMANDS.includes(command)) return;
    this.emit({ type: 'command', command: command as CommandEvent['command'] });
  }

  /** A fault that a layer found in the body of a subnegotiation. */
  protected bodyFault(token: SubnegotiationToken, fault: Fault<ViolationCode>): void {
    const end = Math.min(token.bytes.length, fault.offset + Math.min(fault.length, 64));
    const offset = token.offset + 3 /* IAC SB option */ + fault.offset;
    this.violation(fault.code, offset, token.bytes.slice(fault.offset, end));
  }

  /**
   * Takes an option command of the peer's: by the table, or for TIMING-MARK by its own (TEL-071). An option that nobody knows
   * here is told as `option-unknown`, although offering it breaks no rule; the table refuses it as any other.
   */
  protected negotiate(verb: Verb, option: number, offset: number): void {
    if ((verb === 'will' || verb === 'do') && !OPTION_NAMES.has(option)) {
      this.violation('option-unknown', offset, Uint8Array.of(0xff, 0xfb + VERBS.indexOf(verb), option));
    }
    if (option === OPTIONS.timingMark) this.#stepTimingMark(verb);
    else this.#changed(this.negotiator.receive(verb, option));
  }

  /** Asks the peer to switch an option; nothing happens where that is so already. */
  protected request(side: 'local' | 'remote', option: number, on: boolean): void {
    this.#changed(this.negotiator.request(side, option, on));
  }

  /** Telnet has its say: the peer used it, the gate let it begin, or the channel is new inside TLS. */
  protected get negotiationBegun(): boolean {
    return this.#negotiationBegun;
  }

  /** Telnet negotiation has begun: it has to come to an end in time. */
  protected beginNegotiation(): void {
    if (this.#negotiationBegun) return;
    this.#negotiationBegun = true;
    this.arm('negotiation');
  }

  /** What was agreed is open again, and has to come to an end in time. */
  protected reopenNegotiation(): void {
    if (this.isArmed('negotiation')) return;
    this.#negotiationBegun = false;
    this.beginNegotiation();
  }

  /** Data can flow. Told once for each negotiation that comes to an end. */
  protected negotiationEnded(what: Omit<NegotiatedEvent, 'type'>): void {
    this.#negotiationBegun = true;
    this.disarm('negotiation');
    this.emit({ type: 'negotiated', ...what });
  }

  protected openRequestsText(): string | undefined {
    const open = this.negotiator.openRequests().map(({ verb, option }) => negotiationText(verb, option));
    return open.length === 0 ? undefined : `unanswered: ${open.join(', ')}`;
  }

  protected override resetChannel(): void {
    this.negotiator = this.#makeNegotiator();
    this.#timingMark = 'idle';
    this.#negotiationBegun = false;
    this.#heard = false;
    this.resetLayers();
    this.beginNegotiation();
  }

  protected override timerExpired(name: TimerName): void {
    if (name === 'negotiation') this.end('us', 'NEGOTIATION_TIMEOUT', this.openRequestsText());
    else if (name === 'keep-alive') this.#keepAliveExpired();
    else super.timerExpired(name);
  }

  protected override save(): { [key: string]: SnapshotValue } {
    return {
      ...super.save(),
      negotiator: this.negotiator.snapshot(),
      timingMark: this.#timingMark,
      negotiationBegun: this.#negotiationBegun,
      active: this.#active,
      heard: this.#heard,
    };
  }

  protected override load(snapshot: SnapshotReader): void {
    super.load(snapshot);
    this.negotiator.restore(snapshot.object('negotiator'));
    this.#timingMark = snapshot.choice('timingMark', ['idle', 'waiting']);
    this.#negotiationBegun = snapshot.boolean('negotiationBegun');
    this.#active = snapshot.boolean('active');
    this.#heard = snapshot.boolean('heard');
  }

  // ---- inside

  #makeNegotiator(): OptionNegotiator {
    const { output } = this.outbox;
    return new OptionNegotiator((side, option) => this.agrees(side, option), output, this.limits.optionFlips);
  }

  #changed(change: OptionChange | undefined): void {
    if (change === undefined) return;
    if (change.fault !== undefined) {
      const code = change.fault === 'storm' ? 'negotiation-storm' : 'option-answer-invalid';
      this.violation(code, this.decoder.offset - 3 /* IAC verb option */, Uint8Array.of(change.option));
    }
    if (change.fault === 'storm') {
      this.end('us', 'NEGOTIATION_STORM', negotiationText('do', change.option).slice('DO '.length));
    } else if (change.kind !== 'none') this.handleOptionChange(change);
  }

  /** TEL-070 to TEL-073. */
  #stepTimingMark(input: TimingMarkInput): void {
    const [next, ...effects] = TIMING_MARK_TABLE[this.#timingMark][input];
    this.#timingMark = next;
    const { output } = this.outbox;
    for (const effect of effects) {
      if (effect === 'sendDo') writeNegotiation(output, 'do', OPTIONS.timingMark);
      else if (effect === 'answer') writeNegotiation(output, this.#timingMarkAnswer, OPTIONS.timingMark);
      else if (effect === 'refuse') writeNegotiation(output, 'dont', OPTIONS.timingMark);
    }
  }

  /**
   * RFC 2355 §13.3, TNE-116: only an idle session is kept alive. A TIMING-MARK that is not answered ends it, unless something else
   * was heard of the peer (TNE-117).
   */
  #keepAliveExpired(): void {
    const waiting = this.#timingMark === 'waiting';
    if (waiting && !this.#heard) {
      this.end('us', 'KEEP_ALIVE_LOST');
      return;
    }
    const inUse = this.mode !== 'tlsPending' && this.mode !== 'negotiating';
    const idle = inUse && !waiting && !this.#active;
    this.#active = false;
    this.#heard = false;
    if (idle && this.#keepAlive === 'noOperation') this.outbox.output.bytes(Uint8Array.of(0xff, 0xf1));
    if (idle && this.#keepAlive === 'timingMark') this.#stepTimingMark('ask');
    this.arm('keep-alive');
  }
}
