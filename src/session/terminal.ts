import { checkBytes, printable } from '../bytes/index.js';
import { NvtInput } from '../nvt/index.js';
import { type Key, type LockReason, PresentationSpace } from '../screen/index.js';
import {
  buildWindowSize,
  EnvironmentTerminal,
  encodeData,
  encodeRecord,
  OPTIONS,
  type OptionChange,
  type RecordToken,
  type SubnegotiationToken,
  TERMINAL_AGREEMENT,
  type TelnetToken,
  TerminalTypeResponder,
  type Verb,
} from '../telnet/index.js';
import {
  type DiagnosisCode,
  sniff,
  type TerminalTlsGate,
  type TerminalTlsInput,
  type TlsFailure,
  type TlsInfo,
  terminalTlsGate,
} from '../tls/index.js';
import { SessionCore } from './core.js';
import type { Mode, SessionEvent } from './events.js';
import type { TerminalEvent } from './terminal-events.js';
import { type TerminalFacts, type TerminalOptions, terminalFacts } from './terminal-options.js';
import { TerminalRecords } from './terminal-records.js';

/** Commands that mean something to whoever watches a terminal session; the others are ignored (TEL-011, TEL-012, TEL-014). */
const IGNORED_COMMANDS: readonly string[] = ['noOperation', 'goAhead', 'dataMark'];

const EMPTY: Uint8Array = /* @__PURE__ */ new Uint8Array(0);

/** What a key or text did. */
export type InputOutcome =
  | { readonly accepted: true }
  | {
      readonly accepted: false;
      /** Why not; `noSession` while nothing can be typed at all, `notEncodable` when the code page lacks the character. */
      readonly reason: InputRefusal;
      /** With text: how many UTF-16 units were taken before. */
      readonly taken?: number;
    };
export type InputRefusal = LockReason | 'noSession' | 'notEncodable' | 'notSelectable';

/** All keys of a terminal: those of the presentation space, and ATTN, which is the session's. */
export type TerminalKey = Key | 'attn';

const ACCEPTED: InputOutcome = /* @__PURE__ */ Object.freeze({ accepted: true });

/**
 * A 3270 terminal: negotiates TLS and telnet, keeps the screen, and sends what its operator does. No I/O: bytes come in by
 * {@link TerminalSession.receive}, and everything that is to be done comes out by {@link TerminalSession.nextEvent}.
 *
 * @example
 * const session = new TerminalSession({ tls: 'required', serverName: 'mainframe.example' });
 * for (let event = session.nextEvent(); event !== undefined; event = session.nextEvent()) {
 *   if (event.type === 'send') socket.write(event.bytes);
 * }
 */
export class TerminalSession extends SessionCore<TerminalEvent, TerminalTlsInput> {
  protected readonly gate: TerminalTlsGate;
  protected readonly tlsRole = 'client';
  protected readonly serverName: string | undefined;
  readonly #options: TerminalOptions;
  readonly #facts: TerminalFacts;
  readonly #nvt: NvtInput = new NvtInput();
  #screen: PresentationSpace;
  #terminalType: TerminalTypeResponder;
  #environment: EnvironmentTerminal | undefined;
  #records: TerminalRecords;
  #beneath: Uint8Array = EMPTY;
  #textSeen = false;

  /** @throws {@link UsageError} `option-invalid` for an unknown option, policy, model, size or number; `argument-invalid` for names that cannot be sent. */
  constructor(options: TerminalOptions) {
    const facts = terminalFacts(options);
    super(options);
    this.#options = options;
    this.#facts = facts;
    this.serverName = options.serverName;
    this.gate = terminalTlsGate(facts.tls, options.allowClear === true);
    this.#screen = this.#makeScreen();
    this.#terminalType = this.#makeTerminalType();
    this.#environment = this.#makeEnvironment();
    this.#records = this.#makeRecords();
    this.start();
  }

  /** The screen at hand; a new one after TLS was set up. Read it, and type by the session's own methods. */
  get screen(): PresentationSpace {
    return this.#screen;
  }

  /** LU or device name that the host gave, undefined before or without one. */
  get luName(): string | undefined {
    return this.#records.luName;
  }

  /** The line that is being typed in NVT mode. */
  get inputLine(): string {
    return this.#nvt.line;
  }

  /** Why the keyboard takes no input: the strongest reason, or undefined when it takes some. */
  get keyboardLock(): InputRefusal | undefined {
    if (this.mode === 'nvt' || this.mode === 'tn3270eNvt') return undefined;
    return this.#hasScreen() ? this.#screen.keyboard.reason : 'noSession';
  }

  /**
   * The first bytes that the transport read beneath TLS, before TLS sees them; call it in every TLS mode while an upgrade is
   * pending. Counts on from nothing: give all bytes from the first on, until `tlsEstablished` or 16 of them.
   * Ignored at any other time.
   */
  bytesBeneathTls(bytes: Uint8Array): void {
    checkBytes('bytes', bytes);
    if (!this.upgradePending || this.#beneath.length >= 16) return;
    this.#beneath = Uint8Array.of(...this.#beneath, ...bytes.subarray(0, 16 - this.#beneath.length));
    const seen = sniff(this.#beneath);
    if (seen === 'undecided' || seen === 'tls') return;
    this.replaceFirstBytes(this.#beneath);
    this.stepGate(
      seen === 'startTlsOffer' ? 'beneathOffer' : seen === 'telnet' ? 'beneathTelnet' : 'beneathOther',
    );
  }

  /**
   * Types text at the cursor. Stops at the first character that is refused.
   * @throws {@link UsageError} `state-forbids` when too much output is queued.
   */
  type(text: string): InputOutcome {
    this.checkOutputRoom();
    if (this.mode === 'nvt' || this.mode === 'tn3270eNvt') {
      const bytes = this.#nvt.type(text);
      if (bytes !== undefined) this.#sendText(bytes);
      return ACCEPTED;
    }
    if (!this.#hasScreen()) return { accepted: false, reason: 'noSession', taken: 0 };
    const outcome = this.#screen.type(text);
    return outcome.accepted ? ACCEPTED : { accepted: false, reason: outcome.reason, taken: outcome.taken };
  }

  /**
   * Presses a key. A key that sends something queues a `send`: pull events afterwards.
   * @throws {@link UsageError} `argument-invalid` for an unknown key, `state-forbids` when too much output is queued.
   */
  press(key: TerminalKey): InputOutcome {
    this.checkOutputRoom();
    if (this.mode === 'nvt' || this.mode === 'tn3270eNvt') return this.#pressInNvt(key);
    if (!this.#hasScreen()) return { accepted: false, reason: 'noSession' };
    if (key === 'attn') return this.#attention();
    if (key === 'sysReq' && this.mode !== 'tn3270')
      return this.#records.systemRequest() ? ACCEPTED : this.#minusFunction();
    if (key === 'sysReq' && this.#options.sysReq === 'interruptProcess') {
      this.queue(Uint8Array.of(0xff, 0xf4));
      return ACCEPTED;
    }
    return this.mode === 'sscpLu' ? this.#pressInSscpLu(key) : this.#pressOnScreen(key);
  }

  /**
   * Puts the cursor somewhere, as a click does.
   * @param position - 0 to rows × columns - 1
   * @throws {@link UsageError} `argument-invalid` when the position is not on the screen.
   */
  moveCursor(position: number): InputOutcome {
    if (!this.#hasScreen()) return { accepted: false, reason: 'noSession' };
    const outcome = this.#screen.moveCursor(position);
    return outcome.accepted ? ACCEPTED : { accepted: false, reason: outcome.reason };
  }

  // ---- what the core asks of a terminal

  protected sniffInput(first: number): TerminalTlsInput | undefined {
    return first === 0x80 || (first >= 0x14 && first <= 0x17) ? 'tlsBytes' : undefined;
  }

  protected tailAllowed(rest: Uint8Array): boolean {
    return rest.length === 0;
  }

  protected judgeCertificate(info: TlsInfo): DiagnosisCode | undefined {
    if (info.verification === 'verified' || this.#options.acceptUnverified === true) return undefined;
    return info.verification === 'nameMismatch' ? 'CERTIFICATE_NAME_MISMATCH' : 'CERTIFICATE_UNTRUSTED';
  }

  protected failureCode(cause: TlsFailure): DiagnosisCode | undefined {
    if (cause.kind === 'certificate') return 'CERTIFICATE_UNTRUSTED';
    // Too few bytes to tell an offer from other telnet, and then the end: telnet all the same (TLS-152).
    return this.#beneath[0] === 0xff ? 'HOST_PLAIN' : undefined;
  }

  protected resetLayers(): void {
    this.#screen = this.#makeScreen();
    this.#terminalType = this.#makeTerminalType();
    this.#environment = this.#makeEnvironment();
    this.#records = this.#makeRecords();
    this.#nvt.reset();
    this.#textSeen = false;
    this.#beneath = EMPTY;
  }

  /** A terminal volunteers nothing (TLS-036, telnet.md §3.2). */
  protected openTelnet(): void {}

  /** telnet.md §3.2: what is agreed to when the host asks first. */
  protected agrees(side: 'local' | 'remote', option: number): boolean {
    if (option === OPTIONS.tn3270e && this.#options.tn3270e === false) return false;
    if (option === OPTIONS.newEnvironment && this.#environment === undefined) return false;
    if (option === OPTIONS.echo && (this.mode === 'tn3270' || this.mode === 'tn3270e')) return false; // TEL-068
    return TERMINAL_AGREEMENT[side].includes(option);
  }

  protected handleOptionChange({ side, option, kind }: OptionChange): void {
    const on = kind === 'enabled';
    if (kind === 'refused') return;
    if (side === 'local' && option === OPTIONS.windowSize && on) this.#sendWindowSize();
    if (side === 'local' && option === OPTIONS.tn3270e) this.#records.switchOption(on);
    if (side === 'local' && option === OPTIONS.terminalType && !on) this.#terminalType.reset();
    if (side === 'local' && option === OPTIONS.newEnvironment && !on) this.#environment?.reset();
    if (side === 'remote' && option === OPTIONS.echo) this.#nvt.characterMode = on;
    if (
      side === 'remote' &&
      option === OPTIONS.endOfRecord &&
      on &&
      this.#options.volunteerEndOfRecord === true
    ) {
      this.request('local', OPTIONS.endOfRecord, true);
    }
    this.#followMode();
  }

  protected handleToken(token: TelnetToken): void {
    switch (token.type) {
      case 'negotiation':
        this.beginNegotiation();
        this.negotiate(this.#readVerb(token.verb, token.option), token.option);
        return;
      case 'subnegotiation':
        this.beginNegotiation();
        this.#subnegotiation(token);
        return;
      case 'data':
        this.#text(token.bytes);
        return;
      case 'record':
        this.#record(token);
        return;
      case 'command':
        if (!IGNORED_COMMANDS.includes(token.command))
          this.emit({ type: 'command', command: token.command } as SessionEvent);
    }
  }

  // ---- inside

  /** TNE-007, TEL-069: two cases in which hosts say WONT where they mean DONT. */
  #readVerb(verb: Verb, option: number): Verb {
    const swaps = option === OPTIONS.tn3270e || option === OPTIONS.echo;
    return verb === 'wont' && swaps && this.negotiator.isOn('local', option) ? 'dont' : verb;
  }

  #subnegotiation(token: SubnegotiationToken): void {
    if (!this.negotiator.isOn('local', token.option)) {
      this.violation('subnegotiation-not-agreed', token.offset, token.bytes);
    } else if (token.option === OPTIONS.terminalType) {
      this.#terminalTypeAsked(token);
    } else if (token.option === OPTIONS.newEnvironment) {
      for (const effect of this.#environment?.receive(token.bytes) ?? []) {
        if (effect.type === 'send') this.writeSubnegotiation(token.option, effect.body);
        else this.bodyFault(token, effect.fault);
      }
    } else if (token.option === OPTIONS.tn3270e) {
      this.#records.negotiate(token);
      this.#followMode();
    } else {
      this.violation('wrong-direction', token.offset, token.bytes);
    }
  }

  #terminalTypeAsked(token: SubnegotiationToken): void {
    for (const effect of this.#terminalType.receive(token.bytes)) {
      if (effect.type === 'send') this.writeSubnegotiation(token.option, effect.body);
      else if (effect.type === 'luNamesExhausted') {
        this.end('us', 'LU_NAMES_REFUSED', `tried: ${effect.luNames.join(', ')}`); // TEL-090
      } else {
        this.bodyFault(token, effect.fault);
        if (effect.fault.code === 'too-many-requests') this.end('us', 'LIMIT_EXCEEDED', 'SEND TERMINAL-TYPE'); // SEC-049
      }
    }
  }

  #sendWindowSize(): void {
    const { rows, columns } = this.#facts.alternateSize;
    this.writeSubnegotiation(OPTIONS.windowSize, buildWindowSize(columns, rows));
  }

  /** Works out the mode from what is agreed; x3270 sheet §7, TEL-110. */
  #followMode(): void {
    const mode = this.#modeNow();
    if (mode === this.mode) return;
    const before = this.mode;
    this.decoder.cutRecords = mode !== 'nvt' && mode !== 'negotiating';
    if (mode === 'tn3270' || before === 'tn3270') this.#screen.reset();
    if (mode === 'tn3270') this.#screen.keyboard.apply('connected');
    this.#nvt.wholeLines = mode === 'tn3270eNvt';
    this.setMode(mode);
    if (mode === 'tn3270' || mode === 'nvt') {
      this.negotiationEnded({
        protocol: mode,
        terminalType:
          mode === 'tn3270' || this.#terminalType.answered > 0 ? this.#facts.terminalTypes[0] : undefined,
        luName: undefined,
        functions: [],
      });
    }
  }

  #modeNow(): Mode {
    const { negotiator } = this;
    if (negotiator.isOn('local', OPTIONS.tn3270e)) return this.#records.mode;
    const both = (option: number) => negotiator.isOn('local', option) && negotiator.isOn('remote', option);
    if (both(OPTIONS.binary) && both(OPTIONS.endOfRecord) && negotiator.isOn('local', OPTIONS.terminalType))
      return 'tn3270';
    return this.#textSeen ? 'nvt' : 'negotiating';
  }

  #text(bytes: Uint8Array): void {
    if (!this.negotiator.isOn('local', OPTIONS.tn3270e)) this.#textSeen = true;
    this.#followMode();
    this.emit({ type: 'text', bytes, text: printable(bytes) });
  }

  #record(token: RecordToken): void {
    if (this.mode === 'tn3270') this.#records.applyClassic(token);
    else this.#records.receive(token);
    this.#followMode();
  }

  #hasScreen(): boolean {
    return (
      this.mode === 'tn3270' ||
      this.mode === 'tn3270e' ||
      this.mode === 'sscpLu' ||
      this.mode === 'tn3270eUnbound'
    );
  }

  #pressOnScreen(key: Exclude<TerminalKey, 'attn'>): InputOutcome {
    const outcome = this.#screen.press(key);
    if (!outcome.accepted) return { accepted: false, reason: outcome.reason };
    if (outcome.inbound !== undefined) this.#records.sendInbound(outcome.inbound);
    this.#records.followKeyboard();
    return ACCEPTED;
  }

  /** TNE-071: ENTER sends, CLEAR is local, other AID keys have no function. */
  #pressInSscpLu(key: Exclude<TerminalKey, 'attn'>): InputOutcome {
    if (/^(pf|pa|cursorSelect)/.test(key)) return this.#minusFunction();
    if (key === 'clear') {
      this.#screen.reset();
      return ACCEPTED;
    }
    if (key !== 'enter') return this.#pressOnScreen(key);
    const { reason } = this.#screen.keyboard;
    if (reason !== undefined) return { accepted: false, reason };
    this.#records.sendSscpLu(this.#screen.readSscpLu());
    return ACCEPTED;
  }

  /** x3270 sheet §3.4. In classic TN3270 the key is a Read Modified as for PA1, then BREAK (TEL-114). */
  #attention(): InputOutcome {
    if (this.mode !== 'tn3270') return this.#records.attention() ? ACCEPTED : this.#minusFunction();
    const outcome = this.#screen.press('pa1');
    if (!outcome.accepted) return { accepted: false, reason: outcome.reason };
    if (outcome.inbound !== undefined) this.queue(encodeRecord(EMPTY, outcome.inbound));
    this.queue(Uint8Array.of(0xff, 0xf3));
    return ACCEPTED;
  }

  #minusFunction(): InputOutcome {
    return { accepted: false, reason: 'minusFunction' };
  }

  #pressInNvt(key: TerminalKey): InputOutcome {
    const bytes = this.#nvt.press(key);
    if (bytes === undefined) return this.#minusFunction();
    if (bytes.length > 0) this.#sendText(bytes);
    return ACCEPTED;
  }

  #sendText(bytes: Uint8Array): void {
    if (this.mode === 'tn3270eNvt') this.#records.sendNvt(bytes);
    else this.queue(encodeData(bytes));
  }

  #makeScreen(): PresentationSpace {
    const { codePage, colour, alternateSize } = this.#facts;
    return new PresentationSpace({
      codePage,
      colour,
      alternateSize,
      defaultSize: { rows: 24, columns: 80 },
      numericLock: this.#options.numericLock === true,
      description: { transferLimit: null, ...this.#options.query, maximumSize: alternateSize },
    });
  }

  #makeTerminalType(): TerminalTypeResponder {
    return new TerminalTypeResponder({
      names: this.#facts.terminalTypes,
      luNames: this.#options.luNames ?? [],
      maxRequests: this.limits.terminalTypeRequests,
    });
  }

  #makeEnvironment(): EnvironmentTerminal | undefined {
    return this.#options.environment === false
      ? undefined
      : new EnvironmentTerminal(this.#options.environment ?? {});
  }

  #makeRecords(): TerminalRecords {
    return new TerminalRecords(this.#screen, this.#facts, this.#options, {
      queue: (bytes) => this.queue(bytes),
      emit: (event) => this.emit(event),
      violation: (code, offset, bytes) => this.violation(code, offset, bytes),
      bodyFault: (token, fault) => this.bodyFault(token, fault),
      writeSubnegotiation: (body) => this.writeSubnegotiation(OPTIONS.tn3270e, body),
      leaveTn3270e: () => this.request('local', OPTIONS.tn3270e, false),
      negotiationEnded: (what) => this.negotiationEnded(what),
      followMode: () => this.#followMode(),
      text: (bytes) => this.#text(bytes),
    });
  }
}
