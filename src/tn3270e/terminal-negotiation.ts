import { checkInteger, UsageError } from '../bytes/index.js';
import { checkName, parseTerminalType, report } from '../telnet/index.js';
import { MAX_ROUNDS, PRINTER_FUNCTIONS, REJECT_REASONS, TERMINAL_FUNCTIONS } from './codes.data.js';
import {
  TERMINAL_DEVICE_TABLE,
  type TerminalDeviceInput,
  type TerminalDeviceState,
} from './device-type.table.js';
import type { Tn3270eTerminalEffect } from './effects.js';
import {
  checkTerminalFunctions,
  FunctionsNegotiation,
  type FunctionsSnapshot,
  unknownFunction,
} from './functions.js';
import { buildNegotiation, type DeviceTypeIsMessage, parseNegotiation } from './message.js';

/** How a terminal or printer negotiates TN3270E. */
export interface Tn3270eTerminalOptions {
  /** A device type of TNE-014, such as `IBM-3278-4-E`; `IBM-3287-1` makes it a printer session. */
  readonly deviceType: string;
  /** Devices or pools to ask for in turn, at most `maxRounds`; none: the host chooses. */
  readonly luNames?: readonly string[];
  /** `luNames` are terminals whose partner printer is wanted (ASSOCIATE). Printers only (TNE-020). */
  readonly associate?: boolean;
  /** Leave when the host gives another LU than was asked for (TNE-022). */
  readonly exactLu?: boolean;
  /** Functions to ask for first; `00 02 04 05` for a terminal and `00 01 02 03 04` for a printer unless stated (TNE-044). */
  readonly functions?: readonly number[];
  /** Leave when the host's IS has fewer functions than were asked for, instead of going on with them (TNE-037). */
  readonly strictSubset?: boolean;
  /** Go on with a printer session for which the host agrees to neither control, as pr3287 does (TNE-046). */
  readonly allowPrinterWithoutControls?: boolean;
  /** Most DEVICE-TYPE and FUNCTIONS requests, each; 16 unless stated. */
  readonly maxRounds?: number;
}

/** A request that the host turned down. */
export interface Rejection {
  readonly resourceName: string | undefined;
  readonly reason: number | undefined;
}

/** The values that change in a {@link Tn3270eTerminal}. */
export interface Tn3270eTerminalState {
  readonly device: TerminalDeviceState;
  /** Index into `luNames`. */
  readonly candidate: number;
  readonly rounds: number;
  readonly deviceType: string | undefined;
  readonly deviceName: string | undefined;
  readonly rejections: readonly Rejection[];
  readonly functions: FunctionsSnapshot;
}

type OwnState = Omit<Tn3270eTerminalState, 'functions'>;

const START: OwnState = {
  device: 'off',
  candidate: 0,
  rounds: 0,
  deviceType: undefined,
  deviceName: undefined,
  rejections: [],
};

/**
 * The terminal's side of the TN3270E negotiation: DEVICE-TYPE, then FUNCTIONS (RFC 2355 §7). Takes and returns
 * bodies of subnegotiations without option byte and framing.
 *
 * @example
 * const negotiation = new Tn3270eTerminal({ deviceType: 'IBM-3278-2-E', luNames: ['LU1'] });
 * negotiation.start(); // []: the host speaks first
 * negotiation.receive(Uint8Array.of(8, 2)); // [{ type: 'send', body: 02 07 IBM-3278-2-E 01 LU1 }]
 */
export class Tn3270eTerminal {
  readonly #deviceType: string;
  readonly #luNames: readonly string[];
  readonly #associate: boolean;
  readonly #exactLu: boolean;
  readonly #wanted: readonly number[];
  readonly #maxRounds: number;
  readonly #functions: FunctionsNegotiation;
  /** The session is a printer's. */
  readonly printer: boolean;
  #now: OwnState = START;

  /** @throws UsageError `argument-invalid` when options contradict each other or a name is not legal. */
  constructor(options: Tn3270eTerminalOptions) {
    const { luNames = [], associate = false, exactLu = false, maxRounds = MAX_ROUNDS } = options;
    const facts = parseTerminalType(options.deviceType);
    if (!facts?.isDeviceType) {
      throw new UsageError('argument-invalid', `deviceType must be a device type, not ${options.deviceType}`);
    }
    checkInteger('maxRounds', maxRounds, 1, 255);
    checkInteger('the number of luNames', luNames.length, associate ? 1 : 0, maxRounds);
    for (const name of luNames) checkName('an LU name', name);
    this.printer = facts.kind === 'printer';
    if (associate && !this.printer) {
      throw new UsageError('argument-invalid', 'associate is for printers');
    }
    const { functions = this.printer ? PRINTER_FUNCTIONS : TERMINAL_FUNCTIONS } = options;
    checkTerminalFunctions(functions, this.printer, options.allowPrinterWithoutControls === true);
    this.#deviceType = facts.name;
    this.#luNames = luNames.map((name) => name.toUpperCase());
    this.#associate = associate;
    this.#exactLu = exactLu;
    this.#wanted = [...new Set(functions)];
    this.#maxRounds = maxRounds;
    this.#functions = new FunctionsNegotiation({
      strictSubset: options.strictSubset === true,
      allowPrinterWithoutControls: options.allowPrinterWithoutControls === true,
      maxRounds,
    });
  }

  get state(): TerminalDeviceState {
    return this.#now.device;
  }

  /** Negotiation is complete: data may flow. */
  get complete(): boolean {
    return this.#functions.now.state === 'agreed';
  }

  /** The device type that is agreed. */
  get deviceType(): string | undefined {
    return this.#now.deviceType;
  }

  /** The LU that the host gave. */
  get deviceName(): string | undefined {
    return this.#now.deviceName;
  }

  /** The functions agreed; undefined until {@link complete}. */
  get functions(): readonly number[] | undefined {
    return this.#functions.now.agreed;
  }

  /** Names tried in vain and the host's reasons, in order: what a diagnosis lists (SEC-065). */
  get rejections(): readonly Rejection[] {
    return this.#now.rejections;
  }

  /**
   * The option came on at the terminal's side. The host speaks first, so nothing is sent. Call {@link reset} when it
   * goes off, else the machine stays where it was.
   */
  start(): Tn3270eTerminalEffect[] {
    return this.#run('start', undefined, 0);
  }

  /** Takes a body from the host, without the option byte and with 255 not doubled. */
  receive(body: Uint8Array): Tn3270eTerminalEffect[] {
    const { message, fault } = parseNegotiation(body);
    const effects: Tn3270eTerminalEffect[] = [];
    if (fault !== undefined) effects.push({ type: 'fault', fault });
    if (message === undefined) return effects;
    const unknown = 'functions' in message ? unknownFunction(message.functions) : undefined;
    if (unknown !== undefined) effects.push(unknown);
    switch (message.type) {
      case 'sendDeviceType':
        effects.push(...this.#run(this.#overLimit() ? 'sendOverLimit' : 'send', undefined, body.length));
        break;
      case 'deviceTypeIs':
        effects.push(...this.#run(this.#classifyIs(message), message, body.length));
        break;
      case 'deviceTypeReject':
        effects.push(...this.#reject(message.reason, body.length));
        break;
      case 'functionsRequest':
        effects.push(...this.#passOn(this.#functions.receiveRequest(message.functions)));
        break;
      case 'functionsIs':
        effects.push(...this.#passOn(this.#functions.receiveIs(message.functions)));
        break;
      case 'deviceTypeRequest':
        effects.push(report('wrong-direction', 0, body.length));
        break;
    }
    return effects;
  }

  /** Forgets everything, as after the option was switched off (TNE-006). */
  reset(): void {
    this.#now = START;
    this.#functions.reset();
  }

  /** Everything that lasts, as plain values. */
  snapshot(): Tn3270eTerminalState {
    return { ...this.#now, functions: this.#functions.now };
  }

  /** @throws UsageError `snapshot-invalid` when the state is none of this machine's. */
  restore(state: Tn3270eTerminalState): void {
    const { functions, ...own } = state;
    if (!Object.hasOwn(TERMINAL_DEVICE_TABLE, own.device)) {
      throw new UsageError('snapshot-invalid', `unknown state of DEVICE-TYPE: ${own.device}`);
    }
    this.#functions.restore(functions);
    this.#now = own;
  }

  #overLimit(): boolean {
    return this.#now.rounds >= this.#maxRounds;
  }

  /** The name that stands in the request. */
  #resourceName(): string | undefined {
    return this.#luNames[this.#now.candidate];
  }

  #classifyIs(message: DeviceTypeIsMessage): TerminalDeviceInput {
    // With ASSOCIATE the name given is that of a printer and never the one asked for.
    const wanted = this.#exactLu && !this.#associate ? this.#resourceName() : undefined;
    return wanted === undefined || wanted === message.deviceName ? 'isAcceptable' : 'isOtherName';
  }

  #reject(reason: number | undefined, length: number): Tn3270eTerminalEffect[] {
    const rejection = { resourceName: this.#resourceName(), reason };
    const last = reason === REJECT_REASONS.unsupportedReq || this.#now.candidate + 1 >= this.#luNames.length;
    const input = last ? 'rejectedLast' : this.#overLimit() ? 'rejectedOverLimit' : 'rejectedNext';
    return this.#run(input, rejection, length);
  }

  /** A `leave` of the functions ends the whole negotiation. */
  #passOn(effects: Tn3270eTerminalEffect[]): Tn3270eTerminalEffect[] {
    if (this.#now.device === 'left') return [];
    if (effects.some(({ type }) => type === 'leave')) this.#run('leave', undefined, 0);
    return effects;
  }

  #run(
    input: TerminalDeviceInput,
    came: DeviceTypeIsMessage | Rejection | undefined,
    length: number,
  ): Tn3270eTerminalEffect[] {
    const [device, ...steps] = TERMINAL_DEVICE_TABLE[this.#now.device][input];
    this.#now = { ...this.#now, device };
    const effects: Tn3270eTerminalEffect[] = [];
    for (const step of steps) {
      switch (step) {
        case 'request':
          effects.push(this.#request());
          break;
        case 'next':
          this.#now = { ...this.#now, candidate: this.#now.candidate + 1 };
          break;
        case 'adopt':
          if (came !== undefined && 'type' in came) this.#adopt(came, effects);
          break;
        case 'restart':
          this.#functions.close();
          this.#now = { ...this.#now, deviceType: undefined, deviceName: undefined };
          effects.push({ type: 'restarted' });
          break;
        case 'reportRejection':
          if (came !== undefined && 'reason' in came) {
            this.#now = { ...this.#now, rejections: [...this.#now.rejections, came] };
            effects.push({ type: 'rejected', ...came });
          }
          break;
        case 'faultUnexpected':
          effects.push(report('subnegotiation-unexpected', 0, length));
          break;
        case 'faultRounds':
          effects.push(report('device-type-rounds', 0, length));
          break;
        case 'leaveRejected':
          effects.push({ type: 'leave', code: 'device-rejected' });
          break;
        case 'leaveName':
          effects.push({ type: 'leave', code: 'device-name-mismatch' });
          break;
        case 'leaveRounds':
          effects.push({ type: 'leave', code: 'too-many-rounds' });
          break;
      }
    }
    return effects;
  }

  #request(): Tn3270eTerminalEffect {
    this.#now = { ...this.#now, rounds: this.#now.rounds + 1 };
    const resourceName = this.#resourceName();
    return {
      type: 'send',
      body: buildNegotiation({
        type: 'deviceTypeRequest',
        deviceType: this.#deviceType,
        resourceName,
        associate: this.#associate && resourceName !== undefined,
      }),
    };
  }

  #adopt(given: DeviceTypeIsMessage, effects: Tn3270eTerminalEffect[]): void {
    const { deviceType, deviceName } = given;
    this.#now = { ...this.#now, deviceType, deviceName };
    if (deviceType !== this.#deviceType) effects.push(report('device-type-changed', 2, deviceType.length));
    effects.push({ type: 'deviceTypeAgreed', deviceType, deviceName });
    effects.push(...this.#functions.open('request', this.#wanted, [], this.printer));
  }
}
