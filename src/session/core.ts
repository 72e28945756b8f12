import { checkBytes, toHex, UsageError } from '../bytes/index.js';
import {
  encodeSubnegotiation,
  negotiationText,
  OPTIONS,
  type OptionChange,
  OptionNegotiator,
  type SubnegotiationToken,
  TelnetDecoder,
  type TelnetToken,
  type Verb,
  writeNegotiation,
} from '../telnet/index.js';
import {
  type Diagnosis,
  type DiagnosisCode,
  diagnosis,
  FIRST_BYTES_KEPT,
  type TlsEffect,
  type TlsFailure,
  type TlsGate,
  type TlsInfo,
  type UpgradeReason,
} from '../tls/index.js';
import type { Mode, NegotiatedEvent, SessionEvent, TimerName } from './events.js';
import {
  LIMITS,
  mergeNumbers,
  type SessionLimits,
  type SessionOptions,
  TIMERS,
  type TimerSettings,
} from './options.js';
import { Outbox } from './outbox.js';
import { ViolationLog } from './violation-log.js';

/** Inputs that both START_TLS tables have. */
type CommonTlsInput =
  | 'doStartTls'
  | 'dontStartTls'
  | 'willStartTls'
  | 'wontStartTls'
  | 'follows'
  | 'followsWithTail'
  | 'malformed'
  | 'telnet'
  | 'data'
  | 'timeout'
  | 'established'
  | 'failed'
  | 'transportClosed';

const START_TLS_INPUTS: Readonly<Record<Verb, CommonTlsInput>> = {
  do: 'doStartTls',
  dont: 'dontStartTls',
  will: 'willStartTls',
  wont: 'wontStartTls',
};

/** `IAC SB STARTTLS FOLLOWS IAC SE`. */
const FOLLOWS: readonly number[] = [0xff, 0xfa, 0x2e, 0x01, 0xff, 0xf0];

/** What one session is: the channel at hand, which START_TLS replaces as a whole (TLS-015 to TLS-018). */
interface Channel {
  readonly decoder: TelnetDecoder;
  readonly negotiator: OptionNegotiator;
}

/**
 * What terminal and host sessions share: the ordered stream of events, the telnet channel and its replacement by TLS,
 * timers, violations, and the end. A role adds its gate, its options and what it does with tokens.
 */
export abstract class SessionCore<Event extends { readonly type: string }, Input extends string> {
  protected readonly outbox: Outbox<Event | SessionEvent> = new Outbox();
  protected readonly timers: TimerSettings;
  protected readonly limits: SessionLimits;
  protected readonly violationLog: ViolationLog = new ViolationLog();
  protected channel: Channel;
  protected abstract readonly gate: TlsGate<string, Input | CommonTlsInput>;
  readonly #keepAlive: SessionOptions['keepAlive'];
  readonly #timingMark: 'will' | 'wont';
  readonly #armed: Set<TimerName> = new Set();
  #gateTimer: TimerName | undefined;
  #firstBytes: Uint8Array = new Uint8Array(0);
  #sniffing = true;
  #held: TelnetToken[] = [];
  #upgrade: UpgradeReason | undefined;
  #security: 'none' | 'implicit' | 'negotiated' = 'none';
  #tlsInfo: TlsInfo | undefined;
  #mode: Mode = 'negotiating';
  #clearTextTold = false;
  #peerGone = false;
  #closed: Diagnosis | undefined;
  #active = false;
  #waitingForTimingMark = false;
  #negotiationBegun = false;

  constructor(options: SessionOptions) {
    this.timers = mergeNumbers('timers', TIMERS, options.timers);
    this.limits = mergeNumbers('limits', LIMITS, options.limits);
    this.#keepAlive = options.keepAlive;
    this.#timingMark = options.timingMark ?? 'wont';
    this.channel = this.#openChannel();
  }

  /** How data is carried now. */
  get mode(): Mode {
    return this.#mode;
  }

  /** `none` outside TLS, while it is being set up, and after the end (SEC-044). */
  get security(): 'none' | 'implicit' | 'negotiated' {
    return this.#security;
  }

  /** What the embedder said of the handshake; undefined outside TLS. */
  get tlsInfo(): TlsInfo | undefined {
    return this.#tlsInfo;
  }

  /** Why the session ended; undefined while it lives. */
  get diagnosis(): Diagnosis | undefined {
    return this.#closed;
  }

  /** How often each violation was met on this channel, by its code. */
  get violations(): ReadonlyMap<string, number> {
    return this.violationLog.counts();
  }

  /**
   * Takes a chunk that came from the peer, of any size and cut. Leave the chunk as it is until {@link nextEvent} has
   * returned undefined. Does nothing after the end.
   *
   * @throws {@link UsageError} `argument-invalid` for anything but a Uint8Array, `not-drained` before `nextEvent` has
   * returned undefined, `state-forbids` while TLS is being set up.
   */
  receive(bytes: Uint8Array): void {
    checkBytes('bytes', bytes);
    if (this.#closed !== undefined || this.#peerGone) return;
    if (!this.outbox.empty || !this.channel.decoder.drained) {
      throw new UsageError('not-drained', 'receive must wait until nextEvent has returned undefined');
    }
    if (this.#upgrade !== undefined) {
      throw new UsageError(
        'state-forbids',
        'receive is not allowed between upgradeToTls and its outcome: the bytes belong to TLS',
      );
    }
    if (bytes.length === 0) return;
    this.#active = true;
    if (this.#security === 'none') this.#keepFirstBytes(bytes);
    this.channel.decoder.receive(bytes);
  }

  /** Parses on, up to the next event; undefined when nothing is left to do until the next call of another method. */
  nextEvent(): Event | SessionEvent | undefined {
    for (;;) {
      const event = this.outbox.shift();
      if (event !== undefined) return event;
      if (this.#closed === undefined && this.#upgrade === undefined && !this.outbox.full && this.#pull())
        continue;
      if (this.outbox.output.length === 0) {
        if (!this.#peerGone || this.#closed !== undefined) return undefined;
        this.stepGate('transportClosed');
        continue;
      }
      this.outbox.flush();
    }
  }

  /** A named timer has run out. Ignored when it is not armed. */
  timerFired(name: TimerName): void {
    if (this.#closed !== undefined || !this.#armed.delete(name)) return;
    if (name === this.#gateTimer) {
      this.#gateTimer = undefined;
      this.stepGate('timeout');
    } else if (name === 'negotiation') {
      this.end('us', 'NEGOTIATION_TIMEOUT', this.openRequestsText());
    } else if (name === 'keep-alive') {
      this.#keepAliveFired();
    }
  }

  /** The peer is gone. What it had sent before is still read; then `closed` follows. */
  transportClosed(): void {
    if (this.#closed !== undefined) return;
    this.#peerGone = true;
    if (this.#upgrade !== undefined) this.stepGate('transportClosed');
  }

  /** Ends the session. What was queued is still handed out, then `closed`. */
  close(reason?: string): void {
    if (this.#closed === undefined) this.end('embedder', 'ENDED', reason);
  }

  /**
   * TLS is up. Telnet starts afresh inside it.
   * @throws {@link UsageError} `state-forbids` unless an upgrade is pending; does nothing after the end.
   */
  tlsEstablished(info: TlsInfo): void {
    if (this.#closed !== undefined) return;
    this.#checkPending('tlsEstablished');
    const code = this.judgeCertificate(info);
    if (code !== undefined) {
      this.gate.close();
      this.end('us', code, info.reason);
      return;
    }
    this.#tlsInfo = info;
    this.stepGate('established');
  }

  /**
   * The handshake failed; the session ends.
   * @throws {@link UsageError} `state-forbids` unless an upgrade is pending; does nothing after the end.
   */
  tlsFailed(cause: TlsFailure): void {
    if (this.#closed !== undefined) return;
    this.#checkPending('tlsFailed');
    const code = this.failureCode(cause);
    if (code === undefined) {
      this.stepGate('failed', cause.message);
      return;
    }
    this.gate.close();
    this.end('us', code, cause.message);
  }

  // ---- for the roles

  protected get pendingUpgrade(): UpgradeReason | undefined {
    return this.#upgrade;
  }

  protected get firstBytes(): Uint8Array {
    return this.#firstBytes;
  }

  /** Says what the first byte of a stream means to the gate, before it is read as telnet; undefined: nothing special. */
  protected abstract sniffInput(first: number): Input | undefined;
  /** Whether bytes behind FOLLOWS may stand there. */
  protected abstract tailAllowed(rest: Uint8Array): boolean;
  /** Takes a token that the gate let pass. */
  protected abstract handleToken(token: TelnetToken): void;
  /** What the peer switched on or off. */
  protected abstract handleOptionChange(change: OptionChange): void;
  protected abstract agrees(side: 'local' | 'remote', option: number): boolean;
  /** A new channel is there: whatever the layers above knew is forgotten. */
  protected abstract resetLayers(): void;
  /** The host opens the negotiation; a terminal waits. */
  protected abstract openTelnet(): void;
  protected abstract readonly tlsRole: 'client' | 'server';
  protected abstract readonly serverName: string | undefined;
  /** A code when the certificate forbids to go on. */
  protected abstract judgeCertificate(info: TlsInfo): DiagnosisCode | undefined;
  /** A code other than the table's for a handshake that failed. */
  protected abstract failureCode(cause: TlsFailure): DiagnosisCode | undefined;

  /** Carries out the start; called once, when the role is ready. */
  protected start(): void {
    this.#carryOut(this.gate.startEffects, undefined, undefined);
    this.#followGateTimer(undefined);
    if (this.#keepAlive !== undefined) this.arm('keep-alive');
  }

  protected stepGate(input: Input | CommonTlsInput, detail?: string, token?: TelnetToken): void {
    const before = this.gate.state;
    const effects = this.gate.step(input);
    this.#carryOut(effects, token, detail);
    if (this.#closed === undefined && this.gate.state !== before) this.#followGateTimer(before);
  }

  protected emit(event: Event | SessionEvent): void {
    this.outbox.emit(event);
  }

  /** Queues bytes that are ready for the wire. */
  protected queue(bytes: Uint8Array): void {
    this.#active = true;
    this.outbox.output.bytes(bytes);
  }

  protected writeSubnegotiation(option: number, body: Uint8Array): void {
    this.queue(encodeSubnegotiation(option, body));
  }

  /** Throws `state-forbids` when the embedder has queued more than the limit and pulls nothing. */
  protected checkOutputRoom(): void {
    if (this.outbox.output.length >= this.limits.output) {
      throw new UsageError(
        'state-forbids',
        `more than ${this.limits.output} bytes are queued: pull events first`,
      );
    }
  }

  protected violation(code: string, offset: number, bytes: Uint8Array): void {
    const event = this.violationLog.report(code, offset, bytes);
    if (event !== undefined) this.emit(event);
  }

  /** A fault that a layer found in the body of a subnegotiation. */
  protected bodyFault(
    token: SubnegotiationToken,
    fault: { readonly code: string; readonly offset: number; readonly length: number },
  ): void {
    const end = Math.min(token.bytes.length, fault.offset + Math.min(fault.length, 64));
    this.violation(
      fault.code,
      token.offset + 3 /* IAC SB option */ + fault.offset,
      token.bytes.slice(fault.offset, end),
    );
  }

  protected arm(name: TimerName): void {
    this.#armed.add(name);
    this.emit({ type: 'timer', name, afterMs: this.timers[name] });
  }

  protected disarm(name: TimerName): void {
    if (this.#armed.delete(name)) this.emit({ type: 'timer', name, afterMs: null });
  }

  protected setMode(mode: Mode): void {
    if (mode === this.#mode) return;
    const previous = this.#mode;
    const carriesData = mode !== 'negotiating' && mode !== 'tlsPending' && mode !== 'closed';
    if (carriesData && this.#security === 'none' && !this.#clearTextTold) {
      this.#clearTextTold = true;
      this.emit({ type: 'clearText' });
    }
    this.#mode = mode;
    this.emit({ type: 'mode', mode, previous });
  }

  /** The requests that stand open, in words, for diagnoses. */
  protected openRequestsText(): string | undefined {
    const open = this.channel.negotiator
      .openRequests()
      .map(({ verb, option }) => negotiationText(verb, option));
    return open.length === 0 ? undefined : `unanswered: ${open.join(', ')}`;
  }

  protected end(by: 'peer' | 'us' | 'embedder', code: DiagnosisCode, detail?: string): void {
    if (this.#closed !== undefined) return;
    const found = diagnosis(code, { phase: this.gate.phase, firstBytes: this.#firstBytes, detail });
    this.#closed = found;
    this.gate.close();
    this.#upgrade = undefined;
    this.#security = 'none';
    this.#held = [];
    this.#armed.clear();
    this.setMode('closed');
    this.emit({ type: 'closed', by, diagnosis: found });
  }

  /** Answers option commands that stand outside the table, and the rest by it. */
  protected negotiate(verb: Verb, option: number): void {
    if (option === OPTIONS.timingMark) {
      this.#timingMarkCommand(verb);
      return;
    }
    const change = this.channel.negotiator.receive(verb, option);
    if (change !== undefined) this.#optionChanged(change);
  }

  /** Asks the peer to switch an option; nothing happens where that is so already. */
  protected request(side: 'local' | 'remote', option: number, on: boolean): void {
    const change = this.channel.negotiator.request(side, option, on);
    if (change !== undefined) this.#optionChanged(change);
  }

  /** Telnet negotiation has begun: it has to come to an end in time. */
  protected beginNegotiation(): void {
    if (this.#negotiationBegun) return;
    this.#negotiationBegun = true;
    this.arm('negotiation');
  }

  /** Data can flow. Told once for each negotiation that comes to an end. */
  protected negotiationEnded(what: Omit<NegotiatedEvent, 'type'>): void {
    this.#negotiationBegun = true;
    this.disarm('negotiation');
    this.emit({ type: 'negotiated', ...what });
  }

  /** What the gate's first bytes are judged by, from beneath TLS. */
  protected replaceFirstBytes(bytes: Uint8Array): void {
    this.#firstBytes = bytes.slice(0, FIRST_BYTES_KEPT);
  }

  // ---- inside

  #openChannel(): Channel {
    const negotiator = new OptionNegotiator(
      (side, option) => this.agrees(side, option),
      this.outbox.output,
      this.limits.optionFlips,
    );
    return { decoder: new TelnetDecoder(this.limits), negotiator };
  }

  /** Reads one token; false when the chunk is drained. */
  #pull(): boolean {
    const { decoder } = this.channel;
    if (this.#sniffing) {
      const first = decoder.peek();
      if (first < 0) return false;
      this.#sniffing = false;
      const input = this.sniffInput(first);
      if (input !== undefined) {
        this.stepGate(input);
        return true;
      }
    }
    const token = decoder.next();
    if (token === undefined) return false;
    this.#dispatch(token);
    return true;
  }

  #dispatch(token: TelnetToken): void {
    switch (token.type) {
      case 'fault':
        this.violation(token.code, token.offset, token.bytes);
        return;
      case 'negotiation':
        if (token.option === OPTIONS.startTls) this.stepGate(START_TLS_INPUTS[token.verb]);
        else this.stepGate('telnet', undefined, token);
        return;
      case 'subnegotiation':
        if (token.option === OPTIONS.startTls) this.#startTlsSubnegotiation(token);
        else this.stepGate('telnet', undefined, token);
        return;
      case 'command':
        this.stepGate('telnet', undefined, token);
        return;
      case 'data':
      case 'record':
        this.stepGate('data', undefined, token);
    }
  }

  #startTlsSubnegotiation(token: SubnegotiationToken): void {
    if (token.bytes.length !== 1 || token.bytes[0] !== 1) this.stepGate('malformed', undefined, token);
    else if (this.tailAllowed(this.channel.decoder.rest())) this.stepGate('follows', undefined, token);
    else this.stepGate('followsWithTail', undefined, token);
  }

  #carryOut(effects: readonly TlsEffect[], token: TelnetToken | undefined, detail: string | undefined): void {
    for (const effect of effects) this.#carryOutOne(effect, token, detail);
  }

  #carryOutOne(effect: TlsEffect, token: TelnetToken | undefined, detail: string | undefined): void {
    switch (effect) {
      case 'pass':
        if (token !== undefined) this.handleToken(token);
        return;
      case 'drop':
        if (token?.type === 'data' || token?.type === 'record') {
          this.violation('data-before-tls', token.offset, token.bytes);
        }
        return;
      case 'hold':
        this.#hold(token);
        return;
      case 'releaseHeld':
        this.#releaseHeld();
        return;
      case 'openTelnet':
        this.openTelnet();
        return;
      case 'sendWill':
        this.#sendStartTls('will');
        return;
      case 'sendWont':
        this.#sendStartTls('wont');
        return;
      case 'sendDo':
        this.#sendStartTls('do');
        return;
      case 'sendDont':
        this.#sendStartTls('dont');
        return;
      case 'sendFollows':
        this.outbox.sendAlone(Uint8Array.from(FOLLOWS));
        this.setMode('tlsPending');
        return;
      case 'sendWillFollows':
        this.outbox.sendAlone(Uint8Array.of(0xff, 0xfb, 0x2e, ...FOLLOWS));
        this.setMode('tlsPending');
        return;
      case 'upgradeImplicit':
        this.#startUpgrade('implicit');
        return;
      case 'upgradeNegotiated':
        this.#startUpgrade('negotiated');
        return;
      case 'upgradeSniffed':
        this.#startUpgrade('sniffed');
        return;
      case 'startAfresh':
        this.#startAfresh();
        return;
      case 'followsNotAgreed':
        this.#startTlsViolation('follows-not-agreed', token);
        return;
      case 'startTlsMalformed':
        this.#startTlsViolation('starttls-malformed', token);
        return;
      case 'bytesAfterFollows':
        this.#tailViolation();
        return;
      default: {
        const named = effect.slice('close '.length) as DiagnosisCode;
        // The end of a session that never began is no end to be content with.
        const code = named === 'ENDED' && this.#mode === 'negotiating' ? 'PEER_CLOSED' : named;
        this.end(this.#peerGone ? 'peer' : 'us', code, detail ?? this.openRequestsText());
      }
    }
  }

  #sendStartTls(verb: Verb): void {
    this.outbox.flush();
    writeNegotiation(this.outbox.output, verb, OPTIONS.startTls);
    this.outbox.flush();
  }

  #startTlsViolation(code: string, token: TelnetToken | undefined): void {
    if (token?.type !== 'subnegotiation') return;
    const wire = encodeSubnegotiation(token.option, token.bytes);
    this.violation(code, token.offset, wire);
  }

  #tailViolation(): void {
    const beneath = this.#upgrade !== undefined;
    const bytes = beneath ? this.#firstBytes : this.channel.decoder.rest();
    this.violation('bytes-after-follows', this.channel.decoder.offset, bytes);
  }

  /** TLS-045: only option commands can be answered later; the rest means nothing before an option is agreed. */
  #hold(token: TelnetToken | undefined): void {
    if (token?.type !== 'negotiation') return;
    if (this.#held.length < this.limits.heldCommands) this.#held.push(token);
    else this.end('us', 'LIMIT_EXCEEDED', `more than ${this.limits.heldCommands} option commands before TLS`);
  }

  #releaseHeld(): void {
    const held = this.#held;
    this.#held = [];
    for (const token of held) if (this.#closed === undefined) this.handleToken(token);
  }

  #startUpgrade(reason: UpgradeReason): void {
    const residue = this.channel.decoder.takeRest();
    this.#upgrade = reason;
    this.#held = [];
    this.outbox.dropOutput();
    this.setMode('tlsPending');
    this.emit({ type: 'upgradeToTls', role: this.tlsRole, reason, serverName: this.serverName, residue });
  }

  /** TLS-015 to TLS-018: nothing of the clear channel is left, not even what was violated there. */
  #startAfresh(): void {
    const reason = this.#upgrade as UpgradeReason;
    this.#upgrade = undefined;
    this.#held = [];
    this.outbox.dropOutput();
    this.#sniffing = false;
    this.violationLog.clear();
    this.#waitingForTimingMark = false;
    this.#security = reason === 'negotiated' ? 'negotiated' : 'implicit';
    this.channel = this.#openChannel();
    this.resetLayers();
    this.emit({ type: 'secure', reason, info: this.#tlsInfo as TlsInfo });
    this.setMode('negotiating');
    this.#negotiationBegun = false;
    this.beginNegotiation();
  }

  #checkPending(call: string): void {
    if (this.#upgrade === undefined) {
      throw new UsageError('state-forbids', `${call} answers an upgradeToTls, and none is pending`);
    }
  }

  #keepFirstBytes(bytes: Uint8Array): void {
    const room = FIRST_BYTES_KEPT - this.#firstBytes.length;
    if (room > 0) this.#firstBytes = Uint8Array.of(...this.#firstBytes, ...bytes.subarray(0, room));
  }

  /** A state's timer starts when the state is entered and ends when it is left. */
  #followGateTimer(before: string | undefined): void {
    const timer = this.gate.timer;
    if (before !== undefined && this.#gateTimer !== undefined && this.#gateTimer !== timer)
      this.disarm(this.#gateTimer);
    this.#gateTimer = timer;
    if (timer !== undefined) this.arm(timer);
  }

  #optionChanged(change: OptionChange): void {
    if (change.fault === 'peerError') {
      this.violation('option-answer-invalid', this.channel.decoder.offset - 3, Uint8Array.of(change.option));
    } else if (change.fault === 'storm') {
      this.violation('negotiation-storm', this.channel.decoder.offset - 3, Uint8Array.of(change.option));
      this.end('us', 'NEGOTIATION_STORM', `option ${toHex(Uint8Array.of(change.option))} (hex)`);
      return;
    }
    if (change.kind !== 'none') this.handleOptionChange(change);
  }

  /** TEL-070 to TEL-073: never an option that is on, each DO is answered. */
  #timingMarkCommand(verb: Verb): void {
    if (verb === 'do') writeNegotiation(this.outbox.output, this.#timingMark, OPTIONS.timingMark);
    else if (verb === 'dont') return;
    else if (this.#waitingForTimingMark) this.#waitingForTimingMark = false;
    else if (verb === 'will') writeNegotiation(this.outbox.output, 'dont', OPTIONS.timingMark);
  }

  #keepAliveFired(): void {
    if (this.#waitingForTimingMark) {
      this.end('us', 'KEEP_ALIVE_LOST');
      return;
    }
    const idle = !this.#active && this.#mode !== 'tlsPending' && this.#mode !== 'negotiating';
    this.#active = false;
    if (idle && this.#keepAlive === 'noOperation') this.outbox.output.bytes(Uint8Array.of(0xff, 0xf1));
    if (idle && this.#keepAlive === 'timingMark') {
      this.#waitingForTimingMark = true;
      writeNegotiation(this.outbox.output, 'do', OPTIONS.timingMark);
    }
    this.arm('keep-alive');
  }
}
