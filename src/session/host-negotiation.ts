import { SnapshotReader, type SnapshotValue } from '../bytes/index.js';
import type { CodePage } from '../codepage/index.js';
import {
  type CollectorState,
  checkName,
  ENVIRONMENT_HOST_TABLE,
  EnvironmentHost,
  type EnvironmentHostState,
  HOST_AGREEMENT,
  OPTIONS,
  type OptionChange,
  parseTerminalType,
  parseWindowSize,
  type SubnegotiationToken,
  TERMINAL_TYPE_COLLECTOR_TABLE,
  type TelnetToken,
  TerminalTypeCollector,
  type TerminalTypeCollectorEffect,
  type TerminalTypeCollectorState,
} from '../telnet/index.js';
import type { HostTlsInput } from '../tls/index.js';
import { SessionCore } from './core.js';
import { checkDecision, grant } from './device-decision.js';
import type { Mode } from './events.js';
import type { HostEvent, SscpLuInputEvent } from './host-events.js';
import {
  HOST_NEGOTIATION_TABLE,
  type HostNegotiationEffect,
  type HostNegotiationInput,
  type HostNegotiationState,
} from './host-negotiation.table.js';
import type { DeviceDecision, DeviceRequest, HostOptions } from './host-options.js';
import { HostRecords } from './host-records.js';

/**
 * How a host comes to terms with a terminal: TN3270E, else TN3270, else the NVT, by {@link HOST_NEGOTIATION_TABLE}, and beside
 * it NEW-ENVIRON and NAWS where they are wanted (TEL-117, TEL-118).
 */
export abstract class HostNegotiation extends SessionCore<HostEvent, HostTlsInput> {
  protected readonly codePage: CodePage;
  protected records: HostRecords;
  readonly #options: HostOptions;
  #state: HostNegotiationState = 'idle';
  #types: TerminalTypeCollector = new TerminalTypeCollector();
  #environment: EnvironmentHost | undefined;
  #terminalType: string | undefined;
  #luName: string | undefined;
  /** A device is asked for by TERMINAL-TYPE, not by TN3270E. */
  #pendingClassic = false;
  /** What `assignDevice` threw, or what was wrong with its answer. */
  #misuse: { readonly error: unknown } | undefined;

  constructor(options: HostOptions, codePage: CodePage) {
    super(options);
    this.#options = options;
    this.codePage = codePage;
    this.#environment = this.#makeEnvironment();
    this.records = this.#makeRecords();
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
    return this.records.functions;
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

  protected override save(): { [key: string]: SnapshotValue } {
    const types = this.#types.snapshot();
    return {
      ...super.save(),
      state: this.#state,
      types: { ...types, names: types.names.map(({ name, luName }) => ({ name, luName: luName ?? null })) },
      environment: this.#environment?.snapshot().state ?? null,
      terminalType: this.#terminalType ?? null,
      luName: this.#luName ?? null,
      pendingClassic: this.#pendingClassic,
      records: this.records.save(),
    };
  }

  protected override load(snapshot: SnapshotReader): void {
    super.load(snapshot);
    this.#state = snapshot.choice('state', Object.keys(HOST_NEGOTIATION_TABLE) as HostNegotiationState[]);
    this.#types.restore(readTypes(snapshot.object('types')));
    if (this.#environment !== undefined) {
      const states = Object.keys(ENVIRONMENT_HOST_TABLE) as EnvironmentHostState[];
      this.#environment.restore({ state: snapshot.choice('environment', states) });
    }
    this.#terminalType = snapshot.stringOrNull('terminalType');
    this.#luName = snapshot.stringOrNull('luName');
    this.#pendingClassic = snapshot.boolean('pendingClassic');
    this.records.load(snapshot.object('records'));
  }

  /** How far negotiation has come. */
  protected get negotiationState(): HostNegotiationState {
    return this.#state;
  }

  protected resetLayers(): void {
    this.#state = 'idle';
    this.#types = new TerminalTypeCollector();
    this.#environment = this.#makeEnvironment();
    this.records = this.#makeRecords();
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
    if (option === OPTIONS.echo) return side === 'local' && this.#state === 'nvt'; // TEL-068
    return HOST_AGREEMENT[side].includes(option);
  }

  protected handleOptionChange({ side, option, kind }: OptionChange): void {
    const on = kind === 'enabled';
    if (side === 'remote' && option === OPTIONS.tn3270e) this.#step(on ? 'tn3270eOn' : 'tn3270eOff');
    if (side === 'remote' && option === OPTIONS.terminalType) this.#step(on ? 'typeOn' : 'typeOff');
    if (side === 'remote' && option === OPTIONS.newEnvironment) this.#environmentSwitched(on);
    if (option === OPTIONS.binary || option === OPTIONS.endOfRecord) this.#recordsSwitched(on);
  }

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
        this.records.start();
        return;
      case 'stopTn3270e':
        this.decoder.cutRecords = false;
        this.records = this.#makeRecords();
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
      functions: [...this.records.functions].sort((a, b) => a - b),
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

  /** Takes a subnegotiation that the gate let pass. */
  protected subnegotiation(token: SubnegotiationToken): void {
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
      this.records.negotiate(token);
      if (!this.records.complete) this.reopenNegotiation();
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
    const decision = this.#assign(request);
    this.emit({ type: 'deviceRequested', ...request, decided: decision !== undefined });
    if (decision !== undefined) this.decide(decision, undefined);
  }

  /** Asks the embedder; what is wrong with the answer is thrown when the token is done with, and counts as no answer. */
  #assign(request: DeviceRequest): DeviceDecision | undefined {
    try {
      const decision = (this.#options.assignDevice ?? grant)(request);
      if (decision !== undefined) checkDecision(decision);
      return decision;
    } catch (error) {
      this.#misuse = { error };
      return undefined;
    }
  }

  /** An error of the embedder's own function leaves `nextEvent` with nothing half done. */
  protected override dispatch(token: TelnetToken): void {
    super.dispatch(token);
    const misuse = this.#misuse;
    if (misuse === undefined) return;
    this.#misuse = undefined;
    throw misuse.error;
  }

  /** Answers the request that stands open. */
  protected decide(decision: DeviceDecision, deviceType: string | undefined): void {
    if (!this.#pendingClassic) {
      this.records.decide(decision, deviceType);
      return;
    }
    if ('accept' in decision) checkName('deviceName', decision.accept);
    this.#pendingClassic = false;
    if ('accept' in decision) {
      this.#luName = decision.accept;
      this.#step('typeUsable');
    } else {
      this.#typeEffects(this.#types.ask(), undefined); // TEL-090: the terminal gives its next candidate
    }
  }

  /** Input of the SSCP-LU session has come. */
  protected abstract sscpLuInput(event: SscpLuInputEvent): void;

  #makeEnvironment(): EnvironmentHost | undefined {
    return this.#options.environment === undefined
      ? undefined
      : new EnvironmentHost(this.#options.environment);
  }

  #makeRecords(): HostRecords {
    return new HostRecords(this.#options, this.codePage, {
      queue: (bytes) => this.queue(bytes),
      emit: (event) => this.emit(event),
      sscpLuInput: (event) => this.sscpLuInput(event),
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
      terminalType: () => this.#terminalType,
      refuseInput: (detail) => this.end('us', 'INPUT_REFUSED', detail),
    });
  }
}

function readTypes(read: SnapshotReader): TerminalTypeCollectorState {
  const most = read.integer('asked', 0, 65535);
  return {
    state: read.choice('state', Object.keys(TERMINAL_TYPE_COLLECTOR_TABLE) as CollectorState[]),
    names: read.list('names', most).map((entry) => {
      const given = new SnapshotReader(entry, 'names');
      const name = given.string('name', 64);
      return {
        type: 'terminalType',
        name,
        luName: given.stringOrNull('luName'),
        facts: parseTerminalType(name),
      };
    }),
    asked: most,
    chooseFrom: read.integer('chooseFrom', 0, most),
  };
}
