import { fromHex, SnapshotReader, type SnapshotValue, snapshotText, UsageError } from '../bytes/index.js';
import { DIAGNOSES, type Diagnosis, type DiagnosisCode, diagnosis, type TlsPhase } from '../tls/index.js';
import { checkText } from './call-checks.js';
import type { Mode, SessionEvent, TimerName } from './events.js';
import {
  LIMITS,
  mergeNumbers,
  type SessionLimits,
  type SessionOptions,
  TIMERS,
  type TimerSettings,
} from './options.js';
import { Outbox } from './outbox.js';
import type { ViolationCode } from './violation-codes.js';
import { ViolationLog } from './violation-log.js';

const MODES: readonly Mode[] = [
  'negotiating',
  'tlsPending',
  'nvt',
  'tn3270',
  'tn3270eUnbound',
  'tn3270e',
  'tn3270eNvt',
  'sscpLu',
  'closed',
];
export const PHASES: readonly TlsPhase[] = [
  'connect',
  'startTls',
  'follows',
  'handshake',
  'clear',
  'secure',
  'closed',
];
export const TIMER_NAMES: readonly TimerName[] = /* @__PURE__ */ Object.keys(TIMERS) as TimerName[];

const NONE: readonly TimerName[] = [];

/** The modes in which data is carried. */
const DATA_MODES: readonly Mode[] = ['nvt', 'tn3270', 'tn3270eUnbound', 'tn3270e', 'tn3270eNvt', 'sscpLu'];

/**
 * What a session hands out: one ordered stream of events, named timers, violations, the mode, and the end.
 */
export abstract class SessionStream<Event extends { readonly type: string }> {
  protected readonly outbox: Outbox<Event | SessionEvent> = new Outbox();
  protected readonly timers: TimerSettings;
  protected readonly limits: SessionLimits;
  protected readonly weakTls: 'tell' | 'close';
  protected readonly violationLog: ViolationLog = new ViolationLog();
  /** Bit n: the timer n of {@link TIMER_NAMES} runs. */
  #armed = 0;
  /** Timers that have run out before all was read that had come, in order. */
  #overdue: readonly TimerName[] = NONE;
  #mode: Mode = 'negotiating';
  #clearTextTold = false;
  #closed: Diagnosis | undefined;

  constructor(options: SessionOptions) {
    this.timers = mergeNumbers('timers', TIMERS, options.timers);
    this.limits = mergeNumbers('limits', LIMITS, options.limits);
    this.weakTls = options.weakTls ?? 'tell';
  }

  /** How data is carried now. */
  get mode(): Mode {
    return this.#mode;
  }

  /** Why the session ended; undefined while it lives. */
  get diagnosis(): Diagnosis | undefined {
    return this.#closed;
  }

  /** How often each violation was met on this channel, by its code; a copy. */
  get violations(): ReadonlyMap<string, number> {
    return this.violationLog.counts();
  }

  /**
   * A named timer has run out. What was received before is read first, and may still disarm it. Ignored when it is not armed, and
   * when the transport has ended.
   */
  timerFired(name: TimerName): void {
    if (this.#closed !== undefined || !this.isArmed(name)) return;
    if (!this.unread && this.#overdue.length === 0) this.#expire(name);
    else if (!this.#overdue.includes(name)) this.#overdue = [...this.#overdue, name];
  }

  /**
   * Ends the session. What was queued is still handed out, then `closed`.
   * @param reason - goes into the diagnosis; at most 4,096 characters of it are kept
   * @throws {@link UsageError} `argument-invalid` for a reason that is no string.
   */
  close(reason?: string): void {
    if (reason !== undefined) checkText('reason', reason);
    this.end('embedder', 'ENDED', reason);
  }

  /** Whether the session runs in the clear, so that it has to be told before its first data. */
  protected abstract readonly inClear: boolean;
  /** The part of the connection that the session is in, and the peer's first bytes: for diagnoses. */
  protected abstract seen(): { readonly phase: TlsPhase; readonly firstBytes: Uint8Array };
  /** Whether something has come that is not read yet. */
  protected abstract readonly unread: boolean;
  /** A timer that was armed has run out; it is not armed any more. */
  protected abstract timerExpired(name: TimerName): void;
  /** The session ends now: nothing may be sent or awaited any more. */
  protected abstract stop(): void;

  /** Everything that lasts, as plain values; the roles add theirs. */
  protected save(): { [key: string]: SnapshotValue } {
    return {
      mode: this.#mode,
      clearTextTold: this.#clearTextTold,
      armed: TIMER_NAMES.filter((name) => this.isArmed(name)).sort(),
      violations: [...this.violationLog.counts()],
      diagnosis: this.#closed === undefined ? null : { ...this.#closed },
    };
  }

  /** Takes over what {@link save} gave, in a session that is new. */
  protected load(snapshot: SnapshotReader): void {
    this.outbox.clear();
    this.#mode = snapshot.choice('mode', MODES);
    this.#clearTextTold = snapshot.boolean('clearTextTold');
    this.#armed = 0;
    for (const name of snapshot.list('armed', TIMER_NAMES.length)) {
      this.#armed |= timerBit(
        new SnapshotReader({ name: name as string }, 'armed').choice('name', TIMER_NAMES),
      );
    }
    this.violationLog.restore(snapshot.list('violations', 256));
    const diagnosis = snapshot.objectOrNull('diagnosis');
    this.#closed = diagnosis === undefined ? undefined : readDiagnosis(diagnosis);
    if (this.#closed !== undefined) this.outbox.seal();
  }

  protected emit(event: Event | SessionEvent): void {
    this.outbox.emit(event);
  }

  /** Queues bytes that are ready for the wire; the array is given away. After the end they go nowhere. */
  protected queue(bytes: Uint8Array): void {
    if (this.#closed !== undefined) return;
    this.outbox.queue(bytes);
  }

  /** Throws `state-forbids` when the embedder has queued more than the limit and pulls nothing. */
  protected checkOutputRoom(): void {
    if (this.outbox.unsent >= this.limits.output) {
      throw new UsageError(
        'state-forbids',
        `more than ${this.limits.output} bytes are queued: pull events first`,
      );
    }
  }

  protected violation(code: ViolationCode, offset: number, bytes: Uint8Array): void {
    const event = this.violationLog.report(code, offset, bytes);
    if (event !== undefined) this.emit(event);
  }

  protected arm(name: TimerName): void {
    if (this.#closed !== undefined) return;
    this.#armed |= timerBit(name);
    this.#forgetOverdue(name);
    this.emit({ type: 'timer', name, afterMs: this.timers[name] });
  }

  /** Whether a timer waits until all is read. */
  protected get overdue(): boolean {
    return this.#overdue.length > 0;
  }

  /** All is read: the next of the timers that wait for that has run out. */
  protected expireOverdue(): void {
    this.#expire(this.#overdue[0] as TimerName);
  }

  protected isArmed(name: TimerName): boolean {
    return (this.#armed & timerBit(name)) !== 0;
  }

  protected disarm(name: TimerName): void {
    if (!this.isArmed(name)) return;
    this.#armed &= ~timerBit(name);
    this.#forgetOverdue(name);
    this.emit({ type: 'timer', name, afterMs: null });
  }

  protected setMode(mode: Mode): void {
    if (mode === this.#mode || this.#mode === 'closed') return;
    const previous = this.#mode;
    if (DATA_MODES.includes(mode)) this.tellClearText();
    if (mode === 'tlsPending') this.#clearTextTold = false; // what was clear ends here (TLS-016)
    this.#mode = mode;
    this.emit({ type: 'mode', mode, previous });
  }

  /** Tells once, before anything is shown or handed over, that it travels in the clear. */
  protected tellClearText(): void {
    if (!this.inClear || this.#clearTextTold) return;
    this.#clearTextTold = true;
    this.emit({ type: 'clearText' });
  }

  protected end(by: 'peer' | 'us' | 'embedder', code: DiagnosisCode, detail?: string): void {
    if (this.#closed !== undefined) return;
    const found = diagnosis(code, { ...this.seen(), detail: detail && snapshotText(detail) });
    this.#closed = found;
    this.#armed = 0;
    this.#overdue = NONE;
    this.stop();
    this.setMode('closed');
    this.emit({ type: 'closed', by, diagnosis: found });
    this.outbox.seal();
  }

  #expire(name: TimerName): void {
    this.#armed &= ~timerBit(name);
    this.#forgetOverdue(name);
    this.timerExpired(name);
  }

  #forgetOverdue(name: TimerName): void {
    if (this.#overdue.length > 0) this.#overdue = this.#overdue.filter((one) => one !== name);
  }
}

/** No bit, so never armed, for a name that is none. */
function timerBit(name: TimerName): number {
  const index = TIMER_NAMES.indexOf(name);
  return index < 0 ? 0 : 1 << index;
}

/** Texts come from the table again; only what was seen is read. */
function readDiagnosis(snapshot: SnapshotReader): Diagnosis {
  return diagnosis(snapshot.choice('code', Object.keys(DIAGNOSES) as DiagnosisCode[]), {
    phase: snapshot.choice('phase', PHASES),
    firstBytes: fromHex(snapshot.string('firstBytes', 64)),
    detail: snapshot.get('detail') === undefined ? undefined : snapshot.string('detail'),
  });
}
