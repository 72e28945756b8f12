import type { SnapshotReader, SnapshotValue } from '../bytes/index.js';
import {
  type DataToken,
  encodeSubnegotiation,
  OPTIONS,
  type RecordToken,
  type SubnegotiationToken,
  type TelnetToken,
  type Verb,
  writeNegotiation,
} from '../telnet/index.js';
import {
  type DiagnosisCode,
  HINTS,
  type TlsEffect,
  type TlsGate,
  type TlsPhase,
  type UpgradeReason,
} from '../tls/index.js';
import { ChannelSession } from './channel.js';
import type { TimerName } from './events.js';
import { HeldCommands } from './held-commands.js';
import {
  type CommonTlsInput,
  FOLLOWS,
  SILENCE_TIMERS,
  START_TLS_INPUTS,
  START_TLS_VERBS,
  UPGRADE_REASONS,
  WILL_AND_FOLLOWS,
} from './start-tls.data.js';
import { PHASES, TIMER_NAMES } from './stream.js';
import type { ViolationCode } from './violation-codes.js';

/**
 * A telnet channel with the START_TLS gate in front: tokens pass, wait or are dropped as the role's table says.
 */
export abstract class GatedSession<
  Event extends { readonly type: string },
  Input extends string,
> extends ChannelSession<Event> {
  protected abstract readonly gate: TlsGate<string, Input | CommonTlsInput>;
  #phase: TlsPhase = 'connect';
  #gateTimer: TimerName | undefined;
  readonly #held: HeldCommands = new HeldCommands(this.limits.heldCommands);
  /** Where in the stream the data ends that was dropped last. */
  #droppedTo = -1;

  // ---- what a role says

  /**
   * What the first bytes of a stream mean to the gate, before they are read as telnet; `undecided` while they may still
   * become the greeting of another protocol; undefined: nothing special.
   */
  protected abstract sniffInput(firstBytes: Uint8Array): Input | 'undecided' | undefined;
  /** What a telnet command that is none of START_TLS's is to the gate. */
  protected abstract telnetInput(token: TelnetToken): Input | CommonTlsInput;
  /** Whether bytes behind FOLLOWS may stand there. */
  protected abstract tailAllowed(rest: Uint8Array): boolean;
  /** Takes a token that the gate let pass. */
  protected abstract handleToken(token: TelnetToken): void;
  /** The gate lets a host open the negotiation. */
  protected abstract openTelnet(): void;
  /** Telnet has a say now, in the clear or inside TLS, and has to come to an end in time. */
  protected abstract beginNegotiation(): void;
  /** Requests that stand open, in words. */
  protected abstract openRequestsText(): string | undefined;
  /** The transport has to start TLS. */
  protected abstract startUpgrade(reason: UpgradeReason): void;
  /** TLS is up: nothing of the clear channel is left. */
  protected abstract startAfresh(): void;

  /** Whether an end that the gate comes to now is the peer's doing. */
  protected get peerEnded(): boolean {
    return this.peerGone;
  }

  /** What came behind FOLLOWS where nothing may. */
  protected bytesBehindFollows(): Uint8Array {
    return this.decoder.rest();
  }

  /** What to add to a diagnosis that this input brought about. */
  protected hint(code: DiagnosisCode, input: string): string | undefined {
    return HINTS[code]?.[input];
  }

  // ---- for the roles

  protected sniffed(firstBytes: Uint8Array): boolean {
    const input = this.sniffInput(firstBytes);
    if (input === undefined || input === 'undecided') return false;
    this.stepGate(input);
    return true;
  }

  /** What is no telnet is waited for as far as it tells more, so that a diagnosis shows the same however it was cut. */
  protected undecided(firstBytes: Uint8Array): boolean {
    const input = this.sniffInput(firstBytes);
    return (
      input === 'undecided' || (input !== undefined && firstBytes.length < this.tellingLength(firstBytes))
    );
  }

  protected seen(): { phase: TlsPhase; firstBytes: Uint8Array } {
    return { phase: this.#phase, firstBytes: this.firstBytes };
  }

  /** Carries out the first state; called once, when the role is ready. */
  protected start(): void {
    if (this.gate.phase !== 'closed') this.#phase = this.gate.phase;
    for (const effect of this.gate.startEffects) this.#carryOut(effect, '', undefined, undefined);
    this.#enterTimer();
  }

  /**
   * Gives the gate an input and does what its table says.
   * @param token - what the input was made of
   * @param detail - for the diagnosis, where the session ends
   */
  protected stepGate(input: Input | CommonTlsInput, token?: TelnetToken, detail?: string): void {
    const before = this.gate.state;
    this.#phase = this.gate.phase;
    const cell = this.gate.advance(input);
    const moved = this.gate.state !== before;
    if (moved) this.#leaveTimer();
    let entered = !moved;
    for (let i = 1; i < cell.length; i++) {
      const effect = cell[i] as TlsEffect;
      // Text passes in pieces of any size: a timer behind the first one would show how it was cut.
      if (effect === 'pass' && !entered && this.gate.timer !== undefined) {
        entered = true;
        this.#enterTimer();
      }
      this.#carryOut(effect, input, token, detail);
    }
    if (this.diagnosis !== undefined || !moved) return;
    this.#phase = this.gate.phase;
    if (!entered) this.#enterTimer();
  }

  protected timerExpired(name: TimerName): void {
    if (name !== this.#gateTimer) return;
    this.#gateTimer = undefined;
    const before = this.gate.state;
    this.readGreeting();
    if (this.diagnosis !== undefined || this.gate.state !== before) return;
    // A command that is cut short or means nothing is no silence: the peer speaks telnet (TLS-042, TLS-157).
    this.stepGate(SILENCE_TIMERS.includes(name) && this.firstBytes.length > 0 ? 'telnet' : 'timeout');
  }

  /** What waits and what was dropped is of no more interest. */
  protected forgetHeld(): void {
    this.#held.release();
    this.#droppedTo = -1;
  }

  protected override stop(): void {
    super.stop();
    this.gate.close();
    this.forgetHeld();
  }

  protected override save(): { [key: string]: SnapshotValue } {
    return {
      ...super.save(),
      gate: this.gate.state,
      phase: this.#phase,
      gateTimer: this.#gateTimer ?? null,
      held: this.#held.save(),
      droppedTo: this.#droppedTo,
    };
  }

  protected override load(snapshot: SnapshotReader): void {
    super.load(snapshot);
    this.gate.restore(snapshot.string('gate', 64));
    this.#phase = snapshot.choice('phase', PHASES);
    this.#gateTimer = snapshot.choiceOrNull('gateTimer', TIMER_NAMES);
    this.#held.load(snapshot);
    this.#droppedTo = snapshot.integer('droppedTo', -1, Number.MAX_SAFE_INTEGER);
  }

  // ---- inside

  protected dispatch(token: TelnetToken): void {
    if (token.type === 'fault') this.violation(token.code, token.offset, token.bytes);
    else if (token.type === 'data' || token.type === 'record') this.#passOrStep('data', token);
    else if (token.type === 'command' || token.option !== OPTIONS.startTls)
      this.#passOrStep(this.telnetInput(token), token);
    else if (token.type === 'negotiation') this.stepGate(START_TLS_INPUTS[token.verb], token);
    else this.stepGate(this.#subnegotiationInput(token), token);
  }

  #passOrStep(input: Input | CommonTlsInput, token: TelnetToken): void {
    if (this.gate.passes(input)) this.handleToken(token);
    else this.stepGate(input, token);
  }

  #subnegotiationInput(token: SubnegotiationToken): CommonTlsInput {
    if (token.bytes.length !== 1 || token.bytes[0] !== 1) return 'malformed';
    return this.tailAllowed(this.decoder.rest()) ? 'follows' : 'followsWithTail';
  }

  #carryOut(
    effect: TlsEffect,
    input: string,
    token: TelnetToken | undefined,
    detail: string | undefined,
  ): void {
    switch (effect) {
      case 'pass':
        if (token !== undefined) this.handleToken(token);
        return;
      case 'drop':
        if (token?.type === 'data' || token?.type === 'record') this.#dropData(token);
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
      case 'sendWont':
      case 'sendDo':
      case 'sendDont':
        this.#sendStartTls(START_TLS_VERBS[effect]);
        return;
      case 'sendFollows':
        this.#sendFollows(FOLLOWS);
        return;
      case 'sendWillFollows':
        this.#sendFollows(WILL_AND_FOLLOWS);
        return;
      case 'upgradeImplicit':
      case 'upgradeNegotiated':
      case 'upgradeSniffed':
        this.startUpgrade(UPGRADE_REASONS[effect]);
        return;
      case 'startAfresh':
        this.startAfresh();
        return;
      case 'followsNotAgreed':
        this.#startTlsViolation('follows-not-agreed', token);
        return;
      case 'startTlsMalformed':
        this.#startTlsViolation('starttls-malformed', token);
        return;
      case 'bytesAfterFollows': {
        // The first one decides, however many come with it.
        this.violation('bytes-after-follows', this.decoder.offset, this.bytesBehindFollows().subarray(0, 1));
        return;
      }
      default:
        this.#endBy(effect.slice('close '.length) as DiagnosisCode, input, detail);
    }
  }

  #releaseHeld(): void {
    for (const token of this.#held.release()) {
      if (this.diagnosis !== undefined) return;
      if (this.outbox.full) this.outbox.flush();
      this.handleToken(token);
    }
  }

  /** A run of data counts once and shows its first byte, however it was cut. */
  #dropData({ offset, bytes }: DataToken | RecordToken): void {
    const goesOn = offset === this.#droppedTo;
    this.#droppedTo = this.decoder.offset;
    if (!goesOn) this.violation('data-before-tls', offset, bytes.subarray(0, 1));
  }

  #endBy(code: DiagnosisCode, input: string, given: string | undefined): void {
    // The end of a session that never began is no end to be content with.
    const begun = this.mode !== 'negotiating' && !this.isArmed('negotiation');
    const named = code === 'ENDED' && !begun ? 'PEER_CLOSED' : code;
    const detail = given ?? this.hint(code, input) ?? this.openRequestsText();
    this.end(this.peerEnded ? 'peer' : 'us', named, detail);
  }

  #sendStartTls(verb: Verb): void {
    this.outbox.flush();
    writeNegotiation(this.outbox.output, verb, OPTIONS.startTls);
    this.outbox.flush();
  }

  /** Behind FOLLOWS nothing may be sent, so what was gathered goes before it (TLS-008). */
  #sendFollows(message: readonly number[]): void {
    this.outbox.sendAlone(Uint8Array.from(message));
    this.setMode('tlsPending');
  }

  #startTlsViolation(code: ViolationCode, token: TelnetToken | undefined): void {
    if (token?.type !== 'subnegotiation') return;
    this.violation(code, token.offset, encodeSubnegotiation(token.option, token.bytes));
  }

  /** Only option commands can be answered later; anything else would mean the same then, so it is reported now. */
  #hold(token: TelnetToken | undefined): void {
    if (token === undefined) return;
    if (token.type !== 'negotiation') this.handleToken(token);
    else if (!this.#held.keep(token)) {
      this.end('us', 'LIMIT_EXCEEDED', `more than ${this.limits.heldCommands} option commands before TLS`);
    }
  }

  /** A state's timer ends before anything is told that leads out of it. With the end of the session all timers end. */
  #leaveTimer(): void {
    if (this.#gateTimer !== undefined && this.gate.phase !== 'closed') this.disarm(this.#gateTimer);
    this.#gateTimer = undefined;
  }

  /** And it starts when all is told that leads into it. */
  #enterTimer(): void {
    this.#gateTimer = this.gate.timer;
    if (this.#gateTimer !== undefined) this.arm(this.#gateTimer);
    else if (this.gate.phase !== 'closed') this.beginNegotiation();
  }
}
