import { type SnapshotReader, type SnapshotValue, snapshotText, UsageError } from '../bytes/index.js';
import {
  checkedTlsInfo,
  checkTlsFailure,
  type DiagnosisCode,
  failureInWords,
  type TlsFailure,
  type TlsInfo,
  type UpgradeReason,
} from '../tls/index.js';
import { readTlsInfo } from './channel-snapshot.js';
import { GatedSession } from './gated.js';
import { readFailure, refusedTls, secureEvent } from './tls-outcome.js';

/** The connection ended without a word. */
const END_OF_FILE: TlsFailure = { kind: 'eof', message: '' };

/** Failures of a handshake that the peer brings about; the others are found by this side. */
const PEERS_DOING: readonly TlsFailure['kind'][] = ['alert', 'eof', 'reset'];

/** A gated channel that TLS replaces as a whole (STLS-02 §3.1, TLS-015 to TLS-018). */
export abstract class UpgradableSession<
  Event extends { readonly type: string },
  Input extends string,
> extends GatedSession<Event, Input> {
  protected abstract readonly tlsRole: 'client' | 'server';
  protected abstract readonly serverName: string | undefined;
  #upgrade: UpgradeReason | undefined;
  #security: 'none' | 'implicit' | 'negotiated' = 'none';
  #tlsInfo: TlsInfo | undefined;
  /** The peer ended the handshake. */
  #brokenOff = false;
  /** What TLS said of the loss of the connection. */
  #loss: TlsFailure | undefined;

  /** `none` outside TLS, while it is being set up, and after the end (SEC-044). */
  get security(): 'none' | 'implicit' | 'negotiated' {
    return this.#security;
  }

  /** What the embedder said of the handshake; undefined while {@link security} is `none`. */
  get tlsInfo(): TlsInfo | undefined {
    return this.#tlsInfo;
  }

  /**
   * TLS is up. Telnet starts afresh inside it.
   * @throws {@link UsageError} `state-forbids` unless an upgrade is pending, `argument-invalid` without names of version and
   * cipher or with a verification that is none of those listed; does nothing else after the end.
   */
  tlsEstablished(info: TlsInfo): void {
    const checked = checkedTlsInfo(info);
    if (this.diagnosis !== undefined) return;
    this.#checkPending('tlsEstablished');
    const refused = refusedTls(checked, this.weakTls, (one) => this.judgeCertificate(one));
    if (refused !== undefined) {
      this.end('us', refused.code, refused.detail);
      return;
    }
    this.#tlsInfo = checked;
    this.stepGate('established');
  }

  /**
   * The handshake failed; the session ends.
   * @throws {@link UsageError} `state-forbids` unless an upgrade is pending, `argument-invalid` when the cause has no known kind or
   * no message; does nothing else after the end.
   */
  tlsFailed(cause: TlsFailure): void {
    checkTlsFailure('cause', cause);
    if (this.diagnosis !== undefined) return;
    this.#checkPending('tlsFailed');
    const code = this.failureCode(cause);
    const words = failureInWords(cause);
    this.#brokenOff = PEERS_DOING.includes(cause.kind);
    if (code !== undefined) {
      this.end(this.peerEnded ? 'peer' : 'us', code, words);
      return;
    }
    // An alert is an answer; anything else may be telnet that TLS kept to itself (TLS-048).
    const hint = cause.kind === 'alert' ? undefined : this.hint('TLS_HANDSHAKE_FAILED', 'failed');
    this.stepGate('failed', undefined, hint === undefined ? words : `${words}; ${hint}`);
  }

  /**
   * The peer is gone. What it had sent before is still read; then `closed` follows.
   *
   * @param cause - what TLS said, where TLS was up and said something: with TLS 1.3 a terminal has finished its handshake when
   * the host's alert about its certificate comes. Ignored in the clear.
   * @throws {@link UsageError} `argument-invalid` when the cause has no known kind or no message.
   */
  override transportClosed(cause?: TlsFailure): void {
    if (cause !== undefined) checkTlsFailure('cause', cause);
    if (this.diagnosis !== undefined) return;
    if (!this.inClear || this.suspended)
      this.#loss ??= cause && { ...cause, message: snapshotText(cause.message) };
    super.transportClosed();
  }

  // ---- what a role says

  /** The channel is new: whatever the layers above knew is forgotten. */
  protected abstract resetChannel(): void;
  /** A code when the certificate forbids to go on. */
  protected abstract judgeCertificate(info: TlsInfo): DiagnosisCode | undefined;
  /** A code other than the table's for a handshake that failed. */
  protected abstract failureCode(cause: TlsFailure): DiagnosisCode | undefined;

  /** Whether a host asks for a client certificate (HTM-026). */
  protected get clientCertificate(): 'optional' | 'required' | undefined {
    return undefined;
  }

  // ---- for the roles

  protected get inClear(): boolean {
    return this.#security === 'none';
  }

  protected get role(): 'terminal' | 'host' {
    return this.tlsRole === 'client' ? 'terminal' : 'host';
  }

  protected get suspended(): boolean {
    return this.#upgrade !== undefined;
  }

  protected peerLeft(): void {
    const cause = this.#loss ?? (this.suspended ? END_OF_FILE : undefined);
    const code = cause && this.failureCode(cause);
    const detail = this.#loss && failureInWords(this.#loss);
    if (code !== undefined) this.end('peer', code, detail);
    else this.stepGate('transportClosed', undefined, detail);
  }

  protected override get peerEnded(): boolean {
    return this.#brokenOff || super.peerEnded;
  }

  /** Why TLS is being set up; undefined when it is not. */
  protected get upgradeReason(): UpgradeReason | undefined {
    return this.#upgrade;
  }

  protected override stop(): void {
    super.stop();
    this.#upgrade = undefined;
    this.#security = 'none';
    this.#tlsInfo = undefined;
  }

  protected override save(): { [key: string]: SnapshotValue } {
    return {
      ...super.save(),
      upgrade: this.#upgrade ?? null,
      security: this.#security,
      tlsInfo: this.#tlsInfo === undefined ? null : { ...this.#tlsInfo },
      loss: this.#loss === undefined ? null : { ...this.#loss },
    };
  }

  protected override load(snapshot: SnapshotReader): void {
    super.load(snapshot);
    this.#upgrade = snapshot.choiceOrNull('upgrade', ['implicit', 'negotiated', 'sniffed']);
    this.#security = snapshot.choice('security', ['none', 'implicit', 'negotiated']);
    this.#tlsInfo = readTlsInfo(snapshot.objectOrNull('tlsInfo'));
    this.#loss = readFailure(snapshot.objectOrNull('loss'));
    this.#checkSecurity();
  }

  protected startUpgrade(reason: UpgradeReason): void {
    const { tlsRole: role, serverName, clientCertificate } = this;
    const residue = this.decoder.takeRest();
    this.replaceFirstBytes(this.firstBytes);
    this.#upgrade = reason;
    this.forgetHeld();
    this.outbox.dropOutput();
    this.setMode('tlsPending');
    const asks = clientCertificate === undefined ? {} : { clientCertificate };
    this.emit({ type: 'upgradeToTls', role, reason, serverName, ...asks, residue });
  }

  /** TLS-015 to TLS-018: nothing of the clear channel is left, not even what was violated there. */
  protected startAfresh(): void {
    const reason = this.#upgrade as UpgradeReason;
    this.#upgrade = undefined;
    this.forgetHeld();
    this.#security = reason === 'negotiated' ? 'negotiated' : 'implicit';
    this.outbox.dropOutput();
    this.violationLog.clear();
    this.emit(secureEvent(reason, this.#tlsInfo as TlsInfo));
    this.setMode('negotiating');
    this.replaceChannel();
    this.resetChannel();
  }

  // ---- inside

  /** What a snapshot says of TLS must fit the state of the gate: no session is secure that never set up TLS (SEC-044). */
  #checkSecurity(): void {
    const { phase } = this.gate;
    const secure = phase === 'secure';
    const fits =
      (this.#security !== 'none') === secure &&
      (this.#tlsInfo !== undefined) === secure &&
      (this.#upgrade !== undefined) === (phase === 'handshake') &&
      (this.diagnosis !== undefined) === (phase === 'closed') &&
      (this.mode === 'closed') === (phase === 'closed') &&
      (this.mode === 'tlsPending') === (phase === 'handshake' || phase === 'follows');
    if (!fits) throw new UsageError('snapshot-invalid', 'snapshot.security must fit the state of the gate');
  }

  #checkPending(call: string): void {
    if (this.#upgrade !== undefined) return;
    throw new UsageError('state-forbids', `${call} answers an upgradeToTls, and none is pending`);
  }
}
