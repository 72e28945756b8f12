import {
  asciiBytes,
  checkBytes,
  checkInteger,
  printable,
  type SnapshotObject,
  SnapshotReader,
  UsageError,
} from '../bytes/index.js';
import { cp037, encodeText } from '../codepage/index.js';
import {
  type CommandToken,
  checkName,
  encodeData,
  LU_REFUSALS,
  type LuRefusalReason,
  OPTIONS,
  type RecordToken,
  type TelnetToken,
} from '../telnet/index.js';
import {
  type DiagnosisCode,
  FOREIGN_CLIENTS,
  failureCode,
  foreignProtocol,
  HELLO_TOO_LATE,
  type HostTlsGate,
  type HostTlsInput,
  hostTlsGate,
  sniff,
  startsHandshake,
  type TlsFailure,
  type TlsInfo,
  tellingLength,
} from '../tls/index.js';
import { parsePrinterStatus, UNBIND_REASONS } from '../tn3270e/index.js';
import { checkFlag } from './call-checks.js';
import type { Mode } from './events.js';
import type { SscpLuInputEvent } from './host-events.js';
import { HostNegotiation } from './host-negotiation.js';
import type { HostOptions } from './host-options.js';
import { COMMAND_UNRECOGNIZED, HostSuspension, SUSPENSION_SENSE } from './host-suspension.js';
import { HOST_SUSPENSION_TABLE, type HostSuspensionState } from './host-suspension.table.js';
import { ownHostOptions } from './own-options.js';
import { checkPolicy, hostPolicy } from './tls-policy.js';
import { checkWriteOptions, type WriteOptions } from './write-options.js';

/** The answer to AYT in NVT mode (TEL-013). */
const STILL_HERE = '[Yes]\r\n';

/**
 * A 3270 host: offers TLS as its policy says, negotiates TN3270E, TN3270 or the NVT with whoever connects, writes screens and
 * reads what terminals send. No I/O, as the terminal.
 *
 * @example
 * const session = new HostSession({ tls: 'negtSecure' });
 * session.nextEvent(); // { type: 'send', bytes: ff fd 2e }: DO STARTTLS
 */
export class HostSession extends HostNegotiation {
  protected readonly gate: HostTlsGate;
  protected readonly tlsRole = 'server';
  protected readonly serverName = undefined;
  readonly #options: HostOptions;
  readonly #suspension: HostSuspension = new HostSuspension();
  #areYouThereAnswered = false;

  /** @throws {@link UsageError} `option-invalid` for an unknown option, policy or number. */
  constructor(options: HostOptions) {
    const own = ownHostOptions(options);
    super(own, own.codePage ?? cp037);
    this.#options = own;
    this.gate = hostTlsGate(own.tls, own.offerFirst === true, own.offerUnanswered === 'close');
    this.start();
  }

  /**
   * Makes a session that goes on where a {@link HostSession.snapshot} was taken, with the options of that one.
   * @throws {@link UsageError} `snapshot-invalid` when the snapshot is cut, of another version, out of range, or was taken under
   * another policy for TLS.
   */
  static restore(options: HostOptions, snapshot: SnapshotObject): HostSession {
    const session = new HostSession(options);
    const read = new SnapshotReader(snapshot);
    checkPolicy(read, hostPolicy(session.#options));
    session.load(read);
    session.#suspension.restore(
      read.choice('suspension', Object.keys(HOST_SUSPENSION_TABLE) as HostSuspensionState[]),
    );
    return session;
  }

  override receive(bytes: Uint8Array): void {
    super.receive(bytes);
    this.#areYouThereAnswered = false;
  }

  /**
   * Sends an outbound 3270 record, such as `buildScreen` or `buildWrite` make it: without TN3270E header, 255 not doubled.
   *
   * @returns The sequence number by which a response will name it; undefined where responses were not agreed.
   * @throws {@link UsageError} `state-forbids` when no 3270 session is there, too much is queued, or the session has ended.
   */
  write(record: Uint8Array, options: WriteOptions = {}): number | undefined {
    checkBytes('record', record);
    checkWriteOptions(options);
    this.checkOutputRoom();
    if (this.mode === 'tn3270') {
      this.records.writeClassic(record);
      return undefined;
    }
    this.#needTn3270e('write');
    this.#forbidWhileSuspended('write');
    return this.records.write3270(record, options);
  }

  /**
   * Sends text to the NVT: as it is in NVT mode, as NVT-DATA in a TN3270E session.
   * @param text - a string of characters below 128, or bytes; lines end with CR LF
   * @throws {@link UsageError} `state-forbids` when a classic 3270 session is running, nothing is agreed yet, or the session has ended.
   */
  sendText(text: string | Uint8Array): void {
    const bytes = typeof text === 'string' ? asciiText(text) : text;
    checkBytes('text', bytes);
    this.checkOutputRoom();
    if (this.mode === 'nvt') this.queue(encodeData(bytes));
    else {
      this.#needTn3270e('sendText');
      this.#forbidWhileSuspended('sendText');
      this.records.writeNvt(bytes);
    }
  }

  /**
   * Sends characters to the SSCP-LU session, in EBCDIC and without orders (RFC 2355 §10.5).
   * @throws {@link UsageError} `state-forbids` outside TN3270E and after the end.
   */
  sendSscpLu(bytes: Uint8Array): void {
    checkBytes('bytes', bytes);
    this.checkOutputRoom();
    this.#needTn3270e('sendSscpLu');
    this.records.writeSscpLu(bytes);
  }

  /**
   * Ends the session with the application (RFC 2355 §10.3).
   * @param reason - of the UNBIND, 0..255; 1 is normal
   * @throws {@link UsageError} `state-forbids` unless BIND-IMAGE was agreed, and after the end.
   */
  unbind(reason = 1): void {
    checkInteger('reason', reason, 0, 255);
    this.checkOutputRoom();
    this.#needTn3270e('unbind');
    this.records.unbind(reason);
  }

  /**
   * Asks for the right to send (BID); a `response` event brings the answer.
   * @param signal - the terminal must accept (TNE-143)
   * @returns The sequence number by which the response will name it.
   * @throws {@link UsageError} `state-forbids` unless CONTENTION-RESOLUTION was agreed and the terminal may send 3270 data, and
   * after the end.
   */
  bid(signal = false): number {
    checkFlag('signal', signal);
    this.checkOutputRoom();
    this.#needTn3270e('bid');
    if (this.mode !== 'tn3270e') {
      throw new UsageError('state-forbids', `bid is for 3270 data, and the mode is ${this.mode}`); // TNE-138
    }
    this.#forbidWhileSuspended('bid');
    return this.records.bid(signal);
  }

  /** Sends a BIND after an UNBIND. @throws {@link UsageError} `state-forbids` unless BIND-IMAGE was agreed, and after the end. */
  bind(): void {
    this.checkOutputRoom();
    this.#needTn3270e('bind');
    this.records.bind();
  }

  /**
   * Gives the device that a `deviceRequested` asks for.
   * @throws {@link UsageError} `state-forbids` when no request stands open or the session has ended, `argument-invalid` when the name is not legal.
   */
  acceptDevice(name: string, deviceType?: string): void {
    checkName('name', name);
    if (deviceType !== undefined) checkName('deviceType', deviceType);
    this.#needOpen('acceptDevice');
    this.decide({ accept: name }, deviceType);
  }

  /**
   * Turns the request down.
   * @param reason - one of `REJECT_REASONS`
   * @throws {@link UsageError} `state-forbids` when no request stands open or the session has ended.
   */
  rejectDevice(reason: number): void {
    checkInteger('reason', reason, 0, 7);
    this.#needOpen('rejectDevice');
    this.decide({ reject: reason as 0 }, undefined);
  }

  /**
   * Turns a terminal without TN3270E away: BINARY is taken back where it was agreed, the reason is told in words, and the session
   * ends (RFC 1646 §8, TEL-136). With TN3270E it is `rejectDevice` that tells. After the end this does nothing.
   * @throws {@link UsageError} `state-forbids` in TN3270E and while TLS is being set up, `argument-invalid` for an unknown reason.
   */
  refuseLu(reason: LuRefusalReason): void {
    if (!Object.hasOwn(LU_REFUSALS, reason)) {
      throw new UsageError(
        'argument-invalid',
        `reason must be one of ${Object.keys(LU_REFUSALS).join(', ')}`,
      );
    }
    if (this.diagnosis !== undefined) return;
    this.#needOpen('refuseLu');
    if (this.negotiationState === 'tn3270e') {
      throw new UsageError('state-forbids', 'refuseLu is for terminals without TN3270E: use rejectDevice');
    }
    const { text } = LU_REFUSALS[reason];
    for (const side of ['local', 'remote'] as const) {
      if (this.negotiator.isOn(side, OPTIONS.binary)) this.request(side, OPTIONS.binary, false);
    }
    this.queue(asciiBytes(`${text}\r\n`));
    this.end('embedder', 'ENDED', text);
  }

  // ---- what the core asks of a host

  protected saveScreen(): SnapshotObject {
    return { policy: hostPolicy(this.#options), suspension: this.#suspension.state };
  }

  protected sniffInput(firstBytes: Uint8Array): HostTlsInput | 'undecided' | undefined {
    if (startsHandshake(firstBytes)) return 'hello';
    if (sniff(firstBytes) === 'oldTls') return 'oldHello';
    const protocol = foreignProtocol(firstBytes, FOREIGN_CLIENTS);
    return typeof protocol === 'object' ? 'foreign' : protocol;
  }

  protected tellingLength(firstBytes: Uint8Array): number {
    // Of TLS a host knows the handshake alone; any other record is data from its first byte on.
    const first = firstBytes.subarray(0, 1);
    if (sniff(first) === 'tls' && !startsHandshake(first)) return 1;
    return tellingLength(firstBytes, FOREIGN_CLIENTS);
  }

  protected telnetInput(token: TelnetToken): HostTlsInput {
    return this.#options.closeOnOtherOptions === true && token.type !== 'command' ? 'otherOption' : 'telnet';
  }

  protected override get clientCertificate(): 'optional' | 'required' | undefined {
    const { clientCertificate } = this.#options;
    return clientCertificate === 'none' ? undefined : clientCertificate;
  }

  protected override hint(code: DiagnosisCode, input: string): string | undefined {
    const { tls, offerFirst } = this.#options;
    const waits = tls === 'secure' || (tls === 'any' && offerFirst !== true);
    return waits && code === 'CLIENT_IMPLICIT_TLS' ? HELLO_TOO_LATE : super.hint(code, input);
  }

  protected tailAllowed(rest: Uint8Array): boolean {
    return startsHandshake(rest);
  }

  protected judgeCertificate({ verification = 'notPresented' }: TlsInfo): DiagnosisCode | undefined {
    const asks = this.clientCertificate;
    if (asks !== 'required' || verification === 'verified') return undefined;
    const missing = verification === 'notPresented' || verification === 'notRequested';
    return missing ? 'CLIENT_CERTIFICATE_MISSING' : 'CLIENT_CERTIFICATE_UNTRUSTED';
  }

  protected failureCode(cause: TlsFailure): DiagnosisCode | undefined {
    return failureCode('host', cause);
  }

  protected handleToken(token: TelnetToken): void {
    switch (token.type) {
      case 'negotiation':
        this.negotiate(token.verb, token.option, token.offset);
        return;
      case 'subnegotiation':
        this.subnegotiation(token);
        return;
      case 'data':
        this.#text(token.bytes);
        return;
      case 'record':
        this.#record(token);
        return;
      case 'command':
        this.#command(token);
    }
  }

  // ---- inside

  #text(bytes: Uint8Array): void {
    this.tellClearText();
    this.emit({ type: 'text', bytes, text: printable(bytes) });
  }

  #record(token: RecordToken): void {
    const status = this.mode === 'tn3270' ? parsePrinterStatus(token.bytes) : undefined;
    if (status !== undefined) this.emit({ type: 'response', to: 'data3270', sequenceNumber: 0, ...status });
    else if (this.mode === 'tn3270') this.records.inbound(token, 0);
    else this.records.receive(token);
  }

  #command({ command }: CommandToken): void {
    const classic = this.mode === 'tn3270';
    const inTn3270e = this.negotiationState === 'tn3270e';
    if (command === 'areYouThere' && this.mode === 'nvt') {
      if (!this.#areYouThereAnswered) this.queue(asciiBytes(STILL_HERE));
      this.#areYouThereAnswered = true;
    } else if ((command === 'break' && classic) || (command === 'interruptProcess' && inTn3270e)) {
      this.emit({ type: 'attention' });
    } else if (command === 'interruptProcess' && classic) {
      this.emit({ type: 'systemRequest' }); // TEL-115
    } else if (command === 'abortOutput' && inTn3270e) {
      if (this.records.has('sysreq')) this.#systemRequest(); // TNE-114
    } else {
      this.tellCommand(command);
    }
  }

  /** The application that was put aside is gone with the SSCP-LU session. */
  protected override setMode(mode: Mode): void {
    if (mode !== 'sscpLu') this.#suspension.step('ended');
    super.setMode(mode);
  }

  #systemRequest(): void {
    if (this.#options.systemRequest !== 'suspend' || !this.records.bound) {
      this.emit({ type: 'systemRequest' });
      return;
    }
    const suspended = this.#suspension.step('systemRequest') === 'suspend';
    const sense = SUSPENSION_SENSE[suspended ? 'suspended' : 'resumed'];
    // The terminal goes over to its SSCP-LU session with the first record of it.
    if (suspended) this.records.writeSscpLu(new Uint8Array(0));
    this.emit({ type: 'systemRequest', suspended, sense });
  }

  protected sscpLuInput(event: SscpLuInputEvent): void {
    switch (this.#suspension.typed(event.text)) {
      case 'logOff':
        if (this.records.has('bindImage')) this.records.unbind(UNBIND_REASONS.normal);
        this.emit({ type: 'loggedOff' });
        return;
      case 'unrecognized':
        this.records.writeSscpLu(encodeText(this.codePage, COMMAND_UNRECOGNIZED));
        return;
      default:
        this.emit(event);
    }
  }

  #forbidWhileSuspended(call: string): void {
    if (this.#suspension.state === 'suspended') {
      throw new UsageError('state-forbids', `${call} is not possible: SYSREQ has put the application aside`);
    }
  }

  /** Whatever was agreed in the clear, nothing is sent between FOLLOWS and TLS (TLS-008, TLS-035), and nothing after the end. */
  #needOpen(call: string): void {
    if (this.diagnosis !== undefined) {
      throw new UsageError('state-forbids', `${call} is not possible: the session has ended`);
    }
    if (this.mode === 'tlsPending') {
      throw new UsageError('state-forbids', `${call} is not allowed while TLS is being set up`);
    }
  }

  #needTn3270e(call: string): void {
    this.#needOpen(call);
    if (this.negotiationState !== 'tn3270e' || !this.records.complete) {
      throw new UsageError('state-forbids', `${call} needs a 3270 session, and the mode is ${this.mode}`);
    }
  }
}

function asciiText(text: string): Uint8Array {
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) > 0x7f) {
      throw new UsageError(
        'not-encodable',
        `text must be below U+0080; give bytes for U+${text.charCodeAt(i).toString(16)}`,
      );
    }
  }
  return asciiBytes(text);
}
