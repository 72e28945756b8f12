import { asciiBytes, checkBytes, checkInteger, printable, UsageError } from '../bytes/index.js';
import type { CodePage } from '../codepage/index.js';
import {
  type CommandToken,
  EnvironmentHost,
  encodeData,
  encodeRecord,
  HOST_AGREEMENT,
  OPTIONS,
  type OptionChange,
  parseTerminalType,
  parseWindowSize,
  type RecordToken,
  type SubnegotiationToken,
  type TelnetToken,
  TerminalTypeCollector,
  type TerminalTypeCollectorEffect,
} from '../telnet/index.js';
import {
  type DiagnosisCode,
  type HostTlsGate,
  type HostTlsInput,
  hostTlsGate,
  startsHandshake,
  type TlsFailure,
} from '../tls/index.js';
import { REJECT_REASONS } from '../tn3270e/index.js';
import { SessionCore } from './core.js';
import type { Mode, SessionEvent } from './events.js';
import type { HostEvent } from './host-events.js';
import {
  HOST_NEGOTIATION_TABLE,
  type HostNegotiationEffect,
  type HostNegotiationInput,
  type HostNegotiationState,
} from './host-negotiation.table.js';
import {
  checkHostOptions,
  type DeviceDecision,
  type DeviceRequest,
  type HostOptions,
} from './host-options.js';
import { HostRecords, type WriteOptions } from './host-records.js';

const EMPTY: Uint8Array = /* @__PURE__ */ new Uint8Array(0);

/** Commands that ask for nothing (TEL-011, TEL-012, TEL-014). */
const IGNORED_COMMANDS: readonly string[] = ['noOperation', 'goAhead', 'dataMark'];

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
export class HostSession extends SessionCore<HostEvent, HostTlsInput> {
  protected readonly gate: HostTlsGate;
  protected readonly tlsRole = 'server';
  protected readonly serverName = undefined;
  readonly #options: HostOptions;
  readonly #codePage: CodePage;
  #state: HostNegotiationState = 'idle';
  #types: TerminalTypeCollector = new TerminalTypeCollector();
  #environment: EnvironmentHost | undefined;
  #records: HostRecords;
  #terminalType: string | undefined;
  #luName: string | undefined;
  #pendingClassic = false;
  #areYouThereAnswered = false;

  /** @throws {@link UsageError} `option-invalid` for an unknown option, policy or number. */
  constructor(options: HostOptions) {
    const { tls, codePage } = checkHostOptions(options);
    super(options);
    this.#options = options;
    this.#codePage = codePage;
    this.gate = hostTlsGate(tls, options.offerFirst === true);
    this.#environment = this.#makeEnvironment();
    this.#records = this.#makeRecords();
    this.start();
  }

  /** What the terminal calls itself: the TN3270E device type, or its TERMINAL-TYPE. */
  get terminalType(): string | undefined {
    return this.#terminalType;
  }

  /** The device that it was given. */
  get luName(): string | undefined {
    return this.#luName;
  }

  /** TN3270E functions in force, by number. */
  get functions(): readonly number[] {
    return this.#records.functions;
  }

  /** Whether the terminal understands structured fields and extended attributes. */
  get extended(): boolean {
    return this.#terminalType === undefined
      ? false
      : parseTerminalType(this.#terminalType)?.extended === true;
  }

  /** The alternate size by the terminal's type; undefined when only a query can tell (IBM-DYNAMIC) or none is known. */
  get alternateSize(): { readonly rows: number; readonly columns: number } | undefined {
    return this.#terminalType === undefined
      ? undefined
      : parseTerminalType(this.#terminalType)?.alternateSize;
  }

  override receive(bytes: Uint8Array): void {
    super.receive(bytes);
    this.#areYouThereAnswered = false;
  }

  /**
   * Sends an outbound 3270 record, such as `buildScreen` or `buildWrite` make it: without TN3270E header, 255 not doubled.
   *
   * @returns The sequence number by which a response will name it; undefined where responses were not agreed.
   * @throws {@link UsageError} `state-forbids` when no 3270 session is there or too much is queued.
   */
  write(record: Uint8Array, options: WriteOptions = {}): number | undefined {
    checkBytes('record', record);
    this.checkOutputRoom();
    if (this.mode === 'tn3270') {
      this.queue(encodeRecord(EMPTY, record));
      return undefined;
    }
    this.#needTn3270e('write');
    return this.#records.write3270(record, options);
  }

  /**
   * Sends text to the NVT: as it is in NVT mode, as NVT-DATA in a TN3270E session.
   * @param text - a string of characters below 128, or bytes; lines end with CR LF
   * @throws {@link UsageError} `state-forbids` when a classic 3270 session is running or nothing is agreed yet.
   */
  sendText(text: string | Uint8Array): void {
    const bytes = typeof text === 'string' ? asciiText(text) : text;
    checkBytes('text', bytes);
    this.checkOutputRoom();
    if (this.mode === 'nvt') this.queue(encodeData(bytes));
    else {
      this.#needTn3270e('sendText');
      this.#records.writeNvt(bytes);
    }
  }

  /**
   * Sends characters to the SSCP-LU session, in EBCDIC and without orders (RFC 2355 §10.5).
   * @throws {@link UsageError} `state-forbids` outside TN3270E.
   */
  sendSscpLu(bytes: Uint8Array): void {
    checkBytes('bytes', bytes);
    this.checkOutputRoom();
    this.#needTn3270e('sendSscpLu');
    this.#records.writeSscpLu(bytes);
  }

  /**
   * Binds the LU again, or ends the session with the application (RFC 2355 §10.3).
   * @param reason - of the UNBIND, 0..255; 1 is normal
   * @throws {@link UsageError} `state-forbids` unless BIND-IMAGE was agreed.
   */
  unbind(reason = 1): void {
    checkInteger('reason', reason, 0, 255);
    this.#needTn3270e('unbind');
    this.#records.unbind(reason);
  }

  /**
   * Asks for the right to send (BID); a `response` event brings the answer.
   * @param signal - the terminal must accept (TNE-143)
   * @returns The sequence number by which the response will name it.
   * @throws {@link UsageError} `state-forbids` unless CONTENTION-RESOLUTION was agreed and the terminal may send.
   */
  bid(signal = false): number {
    this.#needTn3270e('bid');
    return this.#records.bid(signal);
  }

  /** Sends a BIND after an UNBIND. @throws {@link UsageError} `state-forbids` unless BIND-IMAGE was agreed. */
  bind(): void {
    this.#needTn3270e('bind');
    this.#records.bind();
  }

  /**
   * Gives the device that a `deviceRequested` asks for.
   * @throws {@link UsageError} `state-forbids` when no request stands open, `argument-invalid` when the name is not legal.
   */
  acceptDevice(name: string, deviceType?: string): void {
    this.#decide({ accept: name }, deviceType);
  }

  /**
   * Turns the request down.
   * @param reason - one of `REJECT_REASONS`
   * @throws {@link UsageError} `state-forbids` when no request stands open.
   */
  rejectDevice(reason: number): void {
    checkInteger('reason', reason, 0, 7);
    this.#decide({ reject: reason as 0 }, undefined);
  }

  // ---- what the core asks of a host

  protected sniffInput(first: number): HostTlsInput | undefined {
    if (first === 0x80) return 'oldHello';
    return first === 0x16 ? 'hello' : undefined;
  }

  protected tailAllowed(rest: Uint8Array): boolean {
    return startsHandshake(rest);
  }

  protected judgeCertificate(): DiagnosisCode | undefined {
    return undefined;
  }

  protected failureCode(cause: TlsFailure): DiagnosisCode | undefined {
    return cause.kind === 'certificate' ? 'CERTIFICATE_UNTRUSTED' : undefined;
  }

  protected resetLayers(): void {
    this.#state = 'idle';
    this.#types = new TerminalTypeCollector();
    this.#environment = this.#makeEnvironment();
    this.#records = this.#makeRecords();
    this.#terminalType = undefined;
    this.#luName = undefined;
    this.#pendingClassic = false;
  }

  protected openTelnet(): void {
    this.beginNegotiation();
    this.#step(this.#options.functions === false ? 'openWithoutTn3270e' : 'open');
    if (this.#environment !== undefined) this.request('remote', OPTIONS.newEnvironment, true);
    if (this.#options.windowSize === true) this.request('remote', OPTIONS.windowSize, true);
  }

  /** telnet.md §3.2: what is agreed to when a terminal asks first. */
  protected agrees(side: 'local' | 'remote', option: number): boolean {
    if (option === OPTIONS.tn3270e && this.#options.functions === false) return false;
    if (option === OPTIONS.echo) return this.#state === 'nvt';
    return HOST_AGREEMENT[side].includes(option);
  }

  protected handleOptionChange({ side, option, kind }: OptionChange): void {
    const on = kind === 'enabled';
    if (side === 'remote' && option === OPTIONS.tn3270e) this.#step(on ? 'tn3270eOn' : 'tn3270eOff');
    if (side === 'remote' && option === OPTIONS.terminalType) this.#step(on ? 'typeOn' : 'typeOff');
    if (side === 'remote' && option === OPTIONS.newEnvironment) this.#environmentSwitched(on);
    if (option === OPTIONS.binary || option === OPTIONS.endOfRecord) this.#recordsSwitched(on);
  }

  protected handleToken(token: TelnetToken): void {
    switch (token.type) {
      case 'negotiation':
        this.negotiate(token.verb, token.option);
        return;
      case 'subnegotiation':
        this.#subnegotiation(token);
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

  #step(input: HostNegotiationInput): void {
    const [next, ...effects] = HOST_NEGOTIATION_TABLE[this.#state][input];
    this.#state = next;
    for (const effect of effects) this.#carryOutStep(effect);
  }

  #carryOutStep(effect: HostNegotiationEffect): void {
    switch (effect) {
      case 'askTn3270e':
        this.request('remote', OPTIONS.tn3270e, true);
        return;
      case 'startTn3270e':
        this.decoder.cutRecords = true;
        this.#records.start();
        return;
      case 'stopTn3270e':
        this.decoder.cutRecords = false;
        this.#records = this.#makeRecords();
        this.#terminalType = undefined;
        this.#luName = undefined;
        this.setMode('negotiating');
        return;
      case 'askType':
        if (this.negotiator.isOn('remote', OPTIONS.terminalType)) this.#step('typeOn');
        else this.request('remote', OPTIONS.terminalType, true);
        return;
      case 'gatherTypes':
        this.#types.reset();
        this.#typeEffects(this.#types.ask(), undefined);
        return;
      case 'askRecords':
        this.#askRecords();
        return;
      case 'enterTn3270':
        this.decoder.cutRecords = true;
        this.setMode('tn3270');
        this.#tellNegotiated('tn3270');
        return;
      case 'enterNvt':
        this.decoder.cutRecords = false;
        this.setMode('nvt');
        this.#tellNegotiated('nvt');
    }
  }

  #tellNegotiated(protocol: 'tn3270e' | 'tn3270' | 'nvt'): void {
    this.negotiationEnded({
      protocol,
      terminalType: this.#terminalType,
      luName: this.#luName,
      functions: [...this.#records.functions].sort((a, b) => a - b),
    });
  }

  /** TEL-110: END-OF-RECORD and BINARY, both ways. */
  #askRecords(): void {
    for (const option of [OPTIONS.endOfRecord, OPTIONS.binary]) {
      this.request('remote', option, true);
      this.request('local', option, true);
    }
    this.#recordsSwitched(true);
  }

  #recordsSwitched(on: boolean): void {
    const { negotiator } = this;
    const all = [OPTIONS.endOfRecord, OPTIONS.binary].every(
      (option) => negotiator.isOn('remote', option) && negotiator.isOn('local', option),
    );
    if (all) this.#step('recordsOn');
    else if (!on) this.#step('recordsOff');
  }

  #environmentSwitched(on: boolean): void {
    if (this.#environment === undefined) return;
    this.#environment.reset();
    if (!on) return;
    for (const effect of this.#environment.ask()) {
      if (effect.type === 'send') this.writeSubnegotiation(OPTIONS.newEnvironment, effect.body);
    }
  }

  #subnegotiation(token: SubnegotiationToken): void {
    const { option } = token;
    if (!this.negotiator.isOn('remote', option)) {
      this.violation('subnegotiation-not-agreed', token.offset, token.bytes);
    } else if (option === OPTIONS.terminalType) {
      this.#typeEffects(this.#types.receive(token.bytes), token);
    } else if (option === OPTIONS.newEnvironment) {
      this.#environmentGiven(token);
    } else if (option === OPTIONS.windowSize) {
      const size = parseWindowSize(token.bytes);
      if (size.type === 'fault') this.bodyFault(token, size.fault);
      else this.emit({ type: 'windowSize', rows: size.rows, columns: size.columns });
    } else if (option === OPTIONS.tn3270e) {
      this.#records.negotiate(token);
    } else {
      this.violation('wrong-direction', token.offset, token.bytes);
    }
  }

  #environmentGiven(token: SubnegotiationToken): void {
    for (const effect of this.#environment?.receive(token.bytes) ?? []) {
      if (effect.type === 'send') this.writeSubnegotiation(token.option, effect.body);
      else if (effect.type === 'fault') this.bodyFault(token, effect.fault);
      else {
        const { variables, unrequestedVariables } = effect;
        this.emit({ type: 'environment', variables, unrequestedVariables });
      }
    }
  }

  #typeEffects(
    effects: readonly TerminalTypeCollectorEffect[],
    token: SubnegotiationToken | undefined,
  ): void {
    for (const effect of effects) {
      if (effect.type === 'send') this.writeSubnegotiation(OPTIONS.terminalType, effect.body);
      else if (effect.type === 'fault') {
        if (token !== undefined) this.bodyFault(token, effect.fault);
      } else if (effect.chosen === undefined) {
        this.#terminalType = effect.names.at(-1)?.name;
        this.#step('typeUnusable');
      } else {
        this.#terminalType = effect.chosen.name;
        this.#pendingClassic = true;
        this.#deviceRequested({
          deviceType: effect.chosen.name,
          resourceName: effect.chosen.luName,
          associate: false,
        });
      }
    }
  }

  #deviceRequested(request: DeviceRequest): void {
    const decision =
      this.#options.assignDevice === undefined ? grant(request) : this.#options.assignDevice(request);
    this.emit({ type: 'deviceRequested', ...request, decided: decision !== undefined });
    if (decision !== undefined) this.#decide(decision, undefined);
  }

  #decide(decision: DeviceDecision, deviceType: string | undefined): void {
    if (!this.#pendingClassic) {
      this.#records.decide(decision, deviceType);
      return;
    }
    this.#pendingClassic = false;
    if ('accept' in decision) {
      this.#luName = decision.accept;
      this.#step('typeUsable');
    } else {
      this.#typeEffects(this.#types.ask(), undefined); // TEL-090: the terminal gives its next candidate
    }
  }

  #text(bytes: Uint8Array): void {
    this.emit({ type: 'text', bytes, text: printable(bytes) });
  }

  #record(token: RecordToken): void {
    if (this.mode === 'tn3270') this.#records.inbound(token, 0);
    else this.#records.receive(token);
  }

  #command({ command }: CommandToken): void {
    const classic = this.mode === 'tn3270';
    const inTn3270e = this.#state === 'tn3270e';
    if (command === 'areYouThere' && this.mode === 'nvt') {
      if (!this.#areYouThereAnswered) this.queue(asciiBytes(STILL_HERE));
      this.#areYouThereAnswered = true;
    } else if ((command === 'break' && classic) || (command === 'interruptProcess' && inTn3270e)) {
      this.emit({ type: 'attention' });
    } else if (command === 'interruptProcess' && classic) {
      this.emit({ type: 'systemRequest' }); // TEL-115
    } else if (command === 'abortOutput' && inTn3270e) {
      if (this.#records.has('sysreq')) this.emit({ type: 'systemRequest' }); // TNE-114
    } else if (!IGNORED_COMMANDS.includes(command)) {
      this.emit({ type: 'command', command } as SessionEvent);
    }
  }

  #needTn3270e(call: string): void {
    if (this.#state !== 'tn3270e' || !this.#records.complete) {
      throw new UsageError('state-forbids', `${call} needs a 3270 session, and the mode is ${this.mode}`);
    }
  }

  #makeEnvironment(): EnvironmentHost | undefined {
    return this.#options.environment === undefined
      ? undefined
      : new EnvironmentHost(this.#options.environment);
  }

  #makeRecords(): HostRecords {
    return new HostRecords(this.#options, this.#codePage, {
      queue: (bytes) => this.queue(bytes),
      emit: (event) => this.emit(event),
      violation: (code, offset, bytes) => this.violation(code, offset, bytes),
      bodyFault: (token, fault) => this.bodyFault(token, fault),
      writeSubnegotiation: (body) => this.writeSubnegotiation(OPTIONS.tn3270e, body),
      leaveTn3270e: () => this.request('remote', OPTIONS.tn3270e, false),
      deviceRequested: (request) => this.#deviceRequested(request),
      deviceAgreed: (deviceType, deviceName) => {
        this.#terminalType = deviceType;
        this.#luName = deviceName;
      },
      functionsAgreed: () => this.#tellNegotiated('tn3270e'),
      setMode: (mode: Mode) => this.setMode(mode),
    });
  }
}

/** Without an `assignDevice`: the name asked for, partner printers excepted (TNE-023). */
function grant(request: DeviceRequest): DeviceDecision {
  if (request.associate) return { reject: REJECT_REASONS.unsupportedReq };
  return { accept: request.resourceName ?? 'TERM0001' };
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
