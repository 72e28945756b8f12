import type { SnapshotReader, SnapshotValue } from '../bytes/index.js';
import { NvtDisplay, NvtInput } from '../nvt/index.js';
import { PresentationSpace, type ScreenView } from '../screen/index.js';
import {
  buildWindowSize,
  EnvironmentTerminal,
  encodeData,
  type NegotiationToken,
  OPTIONS,
  type OptionChange,
  type SubnegotiationToken,
  TERMINAL_AGREEMENT,
  TerminalTypeResponder,
  type Verb,
} from '../telnet/index.js';
import type { TerminalTlsInput } from '../tls/index.js';
import { SessionCore } from './core.js';
import { TURNLESS } from './data-modes.data.js';
import { EnvironmentFirst } from './environment-first.js';
import type { Mode, TimerName } from './events.js';
import { HostTurn } from './host-turn.js';
import { LuRefusalWatch, type ReadRefusal } from './lu-refusal-watch.js';
import type { TerminalEvent } from './terminal-events.js';
import type { TerminalFacts, TerminalOptions } from './terminal-options.js';
import { TerminalRecords } from './terminal-records.js';

/**
 * How a terminal comes to terms with a host: it answers what is asked and volunteers nothing, and works out from what is
 * agreed in which mode data is carried (telnet.md §3.2, TEL-110; x3270 sheet §7).
 */
export abstract class TerminalNegotiation extends SessionCore<TerminalEvent, TerminalTlsInput> {
  protected readonly options: TerminalOptions;
  protected readonly nvt: NvtInput;
  protected records: TerminalRecords;
  protected readonly turn: HostTurn;
  readonly #environmentFirst: EnvironmentFirst;
  readonly #facts: TerminalFacts;
  #screen: PresentationSpace;
  #terminalType: TerminalTypeResponder;
  #environment: EnvironmentTerminal | undefined;
  protected luRefusal: LuRefusalWatch = new LuRefusalWatch();
  /** The refusal that was the last thing the host said. */
  #refusedBy: string | undefined;
  #textSeen = false;
  #display: NvtDisplay | undefined;
  /** The display has to start afresh, since another mode had the screen. */
  #displayStale = true;

  constructor(options: TerminalOptions, facts: TerminalFacts) {
    super(options);
    this.options = options;
    this.nvt = new NvtInput(options.nvtErase);
    this.#facts = facts;
    this.#screen = this.#makeScreen();
    this.#terminalType = this.#makeTerminalType();
    this.#environment = this.#makeEnvironment();
    this.turn = this.#makeTurn();
    this.#environmentFirst = this.#makeEnvironmentFirst();
    this.records = this.#makeRecords();
  }

  /** The screen at hand, to be read; a new one after TLS was set up. The session's own methods type on it. */
  get screen(): ScreenView {
    return this.#screen.view;
  }

  /** The screen itself. */
  protected get space(): PresentationSpace {
    return this.#screen;
  }

  /** LU or device name that the host gave, undefined before or without one. */
  get luName(): string | undefined {
    return this.records.luName;
  }

  /** Untrusted text of the NVT has arrived; `offset` is where in the stream. */
  protected abstract handleText(bytes: Uint8Array, offset: number): void;

  protected resetLayers(): void {
    this.#screen = this.#makeScreen();
    this.#terminalType = this.#makeTerminalType();
    this.#environment = this.#makeEnvironment();
    this.records = this.#makeRecords();
    this.#environmentFirst.reset();
    this.luRefusal = new LuRefusalWatch();
    this.#refusedBy = undefined;
    this.nvt.reset();
    this.#display = undefined;
    this.#displayStale = true;
    this.#textSeen = false;
  }

  protected override save(): { [key: string]: SnapshotValue } {
    return {
      ...super.save(),
      terminalTypesAnswered: this.#terminalType.snapshot().answered,
      environmentGiven: this.#environment === undefined ? null : [...this.#environment.snapshot().given],
      textSeen: this.#textSeen,
      records: this.records.save(),
      hostTurn: this.turn.save(),
      environmentFirst: this.#environmentFirst.state,
      luRefusal: this.luRefusal.save(),
      refusedBy: this.#refusedBy ?? null,
    };
  }

  protected override load(snapshot: SnapshotReader): void {
    super.load(snapshot);
    const { terminalTypeRequests } = this.limits;
    this.#terminalType.restore({
      answered: snapshot.integer('terminalTypesAnswered', 0, terminalTypeRequests),
    });
    if (this.#environment !== undefined) {
      this.#environment.restore({ given: snapshot.integers('environmentGiven', 65535, 0, 65535) });
    }
    this.#textSeen = snapshot.boolean('textSeen');
    this.records.load(snapshot.object('records'));
    this.turn.load(snapshot.object('hostTurn'));
    this.#environmentFirst.load(snapshot);
    this.luRefusal.load(snapshot.object('luRefusal'));
    this.#refusedBy = snapshot.stringOrNull('refusedBy');
  }

  protected override setMode(mode: Mode): void {
    if (TURNLESS.includes(mode)) this.turn.ended();
    if (mode === 'tlsPending') this.#environmentFirst.reset(); // nothing is answered before TLS
    if (mode !== this.mode && TURNLESS.includes(mode)) this.#screen.keyboard.apply('disconnected');
    super.setMode(mode);
    this.records.followKeyboard();
  }

  protected override timerExpired(name: TimerName): void {
    if (name === 'host-quiet') this.turn.quiet();
    else if (name === 'environment') this.#environmentFirst.step('timeUp');
    else super.timerExpired(name);
  }

  /** A terminal volunteers nothing (TLS-036, telnet.md §3.2). */
  protected openTelnet(): void {}

  /** telnet.md §3.2: what is agreed to when the host asks first. */
  protected agrees(side: 'local' | 'remote', option: number): boolean {
    if (option === OPTIONS.tn3270e && this.options.tn3270e === false) return false;
    if (option === OPTIONS.newEnvironment && this.#environment === undefined) return false;
    if (option === OPTIONS.echo && !this.#agreesToEcho(side)) return false;
    return option === OPTIONS.echo || TERMINAL_AGREEMENT[side].includes(option);
  }

  /** Not in 3270 modes, never both sides at once (TEL-068), and on our side only where it is wanted (TEL-059, TEL-069). */
  #agreesToEcho(side: 'local' | 'remote'): boolean {
    if (this.mode === 'tn3270' || this.mode === 'tn3270e') return false;
    if (this.negotiator.isOn(side === 'local' ? 'remote' : 'local', OPTIONS.echo)) return false;
    return side === 'remote' || this.options.localEcho === true;
  }

  protected handleOptionChange({ side, option, kind }: OptionChange): void {
    const on = kind === 'enabled';
    if (kind === 'refused') return;
    if (side === 'local' && option === OPTIONS.windowSize && on) {
      const { rows, columns } = this.#facts.alternateSize;
      this.writeSubnegotiation(option, buildWindowSize(columns, rows));
    }
    if (side === 'local' && option === OPTIONS.tn3270e) this.records.switchOption(on);
    if (side === 'local' && option === OPTIONS.terminalType && !on) this.#terminalType.reset();
    if (side === 'local' && option === OPTIONS.newEnvironment && !on) this.#environment?.reset();
    if (side === 'local' && option === OPTIONS.newEnvironment) this.#environmentSwitched(on);
    if (side === 'remote' && option === OPTIONS.echo) this.#followEcho(on);
    if (side === 'local' && option === OPTIONS.echo) this.nvt.localEcho = on; // TEL-069
    if (side === 'local' && option === OPTIONS.binary) this.nvt.binary = on; // TEL-063
    if (option === OPTIONS.binary && !on && this.#terminalType.answered > 0) this.luRefusal.begin(true);
    const volunteers = this.options.volunteerEndOfRecord === true && side === 'remote' && on;
    if (volunteers && option === OPTIONS.endOfRecord) this.request('local', option, true);
    this.followMode();
  }

  /** Takes an option command that the gate let pass. */
  protected optionCommand(token: NegotiationToken): void {
    this.beginNegotiation();
    const verb = this.#readVerb(token.verb, token.option);
    if (token.option === OPTIONS.terminalType && this.#environmentFirst.holds(verb)) return;
    this.negotiate(verb, token.option, token.offset);
    this.followMode();
  }

  /** The display of the NVT, as it has to be for the mode at hand. */
  protected nvtDisplay(): NvtDisplay {
    this.#display ??= new NvtDisplay(this.#screen.nvt);
    const display = this.#display;
    if (this.#displayStale) display.reset();
    this.#displayStale = false;
    display.returnOnLineFeed = this.mode === 'nvt' && !this.nvt.characterMode;
    this.nvt.display = display;
    return display;
  }

  /** The display as plain values; null where it has to start afresh. */
  protected saveDisplay(): SnapshotValue {
    return this.#display === undefined || this.#displayStale ? null : this.#display.snapshot();
  }

  /** Takes over what {@link saveDisplay} gave, behind the screen. @throws UsageError `snapshot-invalid` */
  protected loadDisplay(snapshot: SnapshotReader | undefined): void {
    if (snapshot !== undefined) this.nvtDisplay().restore(snapshot);
  }

  /** A line that was begun goes out when the host begins to echo: it is edited here no more. */
  #followEcho(on: boolean): void {
    const begun = this.nvt.switchCharacterMode(on);
    if (begun.length > 0) this.queue(encodeData(begun));
  }

  /** Text has arrived outside of records: this is an NVT. */
  protected textArrived(): void {
    if (!this.negotiator.isOn('local', OPTIONS.tn3270e)) this.#textSeen = true;
    this.followMode();
  }

  /** TNE-007, TEL-069: two cases in which hosts say WONT where they mean DONT. */
  #readVerb(verb: Verb, option: number): Verb {
    const swaps = option === OPTIONS.tn3270e || option === OPTIONS.echo;
    return verb === 'wont' && swaps && this.negotiator.isOn('local', option) ? 'dont' : verb;
  }

  /** Takes a subnegotiation that the gate let pass. */
  protected subnegotiation(token: SubnegotiationToken): void {
    this.beginNegotiation();
    if (!this.negotiator.isOn('local', token.option)) {
      this.violation('subnegotiation-not-agreed', token.offset, token.bytes);
    } else if (token.option === OPTIONS.terminalType) {
      this.#terminalTypeAsked(token);
    } else if (token.option === OPTIONS.newEnvironment) {
      for (const effect of this.#environment?.receive(token.bytes) ?? []) {
        if (effect.type === 'send') {
          this.writeSubnegotiation(token.option, effect.body);
          this.#environmentFirst.step('environmentTold');
        } else this.bodyFault(token, effect.fault);
      }
    } else if (token.option === OPTIONS.tn3270e) {
      this.records.negotiate(token);
      if (!this.records.complete) this.reopenNegotiation();
      this.followMode();
    } else {
      this.violation('wrong-direction', token.offset, token.bytes);
    }
  }

  #terminalTypeAsked(token: SubnegotiationToken): void {
    for (const effect of this.#terminalType.receive(token.bytes)) {
      if (effect.type === 'send') {
        this.writeSubnegotiation(token.option, effect.body);
        this.luRefusal.begin(false);
      } else if (effect.type === 'luNamesExhausted') {
        this.end('us', 'LU_NAMES_REFUSED', `tried: ${effect.luNames.join(', ')}`); // TEL-090
      } else {
        this.bodyFault(token, effect.fault);
        if (effect.fault.code === 'too-many-requests') this.end('us', 'LIMIT_EXCEEDED', 'SEND TERMINAL-TYPE'); // SEC-049
      }
    }
  }

  /** TEL-137: tells what the host refuses; a number that is not known ends the session. */
  protected luRefused(refusal: ReadRefusal | undefined): void {
    if (refusal === undefined) return;
    const { number, reason, text } = refusal;
    this.emit({ type: 'luRefused', number, reason, text });
    if (reason === undefined) this.end('us', 'LU_NAMES_REFUSED', text);
    this.#refusedBy = text;
  }

  /** More text than a line end: what was refused before is not why the host will leave. */
  protected notRefused(text: Uint8Array): void {
    if (this.#refusedBy !== undefined && text.some((byte) => byte > 0x20)) this.#refusedBy = undefined;
  }

  protected override peerLeft(): void {
    if (this.diagnosis === undefined) this.luRefused(this.luRefusal.judge());
    if (this.#refusedBy !== undefined) this.end('peer', 'LU_NAMES_REFUSED', this.#refusedBy);
    else super.peerLeft();
  }

  /** Works out the mode from what is agreed; x3270 sheet §7, TEL-110. */
  protected followMode(): void {
    const mode = this.#modeNow();
    if (mode === this.mode || this.mode === 'closed') return;
    this.decoder.cutRecords = mode !== 'nvt' && mode !== 'negotiating';
    if (mode === 'tn3270') this.#screen.reset('alternate');
    if (mode === 'tn3270') this.#screen.keyboard.apply('connected');
    if (mode === 'tn3270') this.turn.asked();
    this.nvt.wholeLines = mode === 'tn3270eNvt';
    this.nvt.forgetLine();
    this.#displayStale = true;
    this.setMode(mode);
    if (mode === 'nvt') this.#startNvt();
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

  /** The whole screen is the terminal, in the size that NAWS tells, and the keyboard is open (x3270 sheet §7). */
  #startNvt(): void {
    const screen = this.#screen;
    const { rows, columns } = screen;
    screen.reset('alternate');
    screen.keyboard.apply('connected');
    screen.keyboardRestore();
    const resized = screen.rows !== rows || screen.columns !== columns;
    if (resized) {
      this.emit({ type: 'screen', erased: true, resized, alarm: false, keyboardRestored: false });
    }
    this.records.followKeyboard();
  }

  #modeNow(): Mode {
    const { negotiator } = this;
    if (negotiator.isOn('local', OPTIONS.tn3270e)) return this.records.mode;
    const both = (option: number) => negotiator.isOn('local', option) && negotiator.isOn('remote', option);
    if (both(OPTIONS.binary) && both(OPTIONS.endOfRecord) && negotiator.isOn('local', OPTIONS.terminalType))
      return 'tn3270';
    return this.#textSeen || (this.options.nvt === true && this.negotiationBegun) ? 'nvt' : 'negotiating';
  }

  #makeScreen(): PresentationSpace {
    const { codePage, colour, alternateSize } = this.#facts;
    const screen = new PresentationSpace({
      codePage,
      colour,
      alternateSize,
      defaultSize: { rows: 24, columns: 80 },
      numericLock: this.options.numericLock === true,
      fieldValidation: this.options.fieldValidation === true,
      blankFill: this.options.blankFill ?? 'none',
      description: { transferLimit: null, ...this.options.query, maximumSize: alternateSize },
    });
    screen.keyboard.apply('disconnected');
    return screen;
  }

  #makeTerminalType(): TerminalTypeResponder {
    return new TerminalTypeResponder({
      names: this.#facts.terminalTypes,
      luNames: this.options.luNames ?? [],
      maxRequests: this.limits.terminalTypeRequests,
    });
  }

  #makeEnvironment(): EnvironmentTerminal | undefined {
    return this.options.environment === false
      ? undefined
      : new EnvironmentTerminal(this.options.environment ?? {});
  }

  #makeRecords(): TerminalRecords {
    return new TerminalRecords(this.#screen, this.#facts, this.options, {
      queue: (bytes) => this.queue(bytes),
      emit: (event) => this.emit(event),
      violation: (code, offset, bytes) => this.violation(code, offset, bytes),
      bodyFault: (token, fault) => this.bodyFault(token, fault),
      writeSubnegotiation: (body) => this.writeSubnegotiation(OPTIONS.tn3270e, body),
      leaveTn3270e: () => this.request('local', OPTIONS.tn3270e, false),
      negotiationEnded: (what) => this.negotiationEnded(what),
      followMode: () => this.followMode(),
      text: (bytes, offset) => this.handleText(bytes, offset),
      turn: this.turn,
    });
  }

  #environmentSwitched(on: boolean): void {
    if (this.options.environmentFirst !== true) return;
    this.#environmentFirst.step(on ? 'environmentAgreed' : 'environmentOff');
  }

  #makeEnvironmentFirst(): EnvironmentFirst {
    return new EnvironmentFirst({
      arm: () => this.arm('environment'),
      disarm: () => this.disarm('environment'),
      answer: () => {
        this.negotiate('do', OPTIONS.terminalType, this.decoder.offset);
        this.followMode();
      },
    });
  }

  #makeTurn(): HostTurn {
    return new HostTurn(this.options.hostQuiet === true, {
      arm: () => this.arm('host-quiet'),
      disarm: () => this.disarm('host-quiet'),
      tell: (evidence) =>
        this.emit({ type: 'hostDone', evidence, keyboardLocked: this.#screen.keyboard.waitsForHost }),
    });
  }
}
