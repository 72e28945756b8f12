import { checkInteger, UsageError } from '../bytes/index.js';
import { checkName, parseTerminalType, report } from '../telnet/index.js';
import { FUNCTIONS, MAX_ROUNDS } from './codes.data.js';
import { HOST_DEVICE_TABLE, type HostDeviceInput, type HostDeviceState } from './device-type.table.js';
import type { Tn3270eHostEffect } from './effects.js';
import {
  checkFunctionCodes,
  FunctionsNegotiation,
  type FunctionsSnapshot,
  unknownFunction,
} from './functions.js';
import { buildNegotiation, type DeviceTypeRequestMessage, parseNegotiation } from './message.js';

/** How a host negotiates TN3270E. */
export interface Tn3270eHostOptions {
  /**
   * Functions that this host can agree to; for a terminal 1 and 3 are left out of it. With BIND-IMAGE (0) in it, a
   * BIND has to be sent before the first screen: terminals drop the screen otherwise (TNE-069). RESPONSES,
   * SYSREQ, and both printer controls unless stated.
   */
  readonly functions?: readonly number[];
  /** Functions to add to the terminal's first request where they are missing; it may remove them again. None unless stated. */
  readonly propose?: readonly number[];
  /** Leave when the terminal's IS has fewer functions than were proposed, instead of going on with them (TNE-037). */
  readonly strictSubset?: boolean;
  /** Go on with a printer session that has neither control (TNE-046). */
  readonly allowPrinterWithoutControls?: boolean;
  /** Most DEVICE-TYPE and FUNCTIONS requests, each; 16 unless stated. */
  readonly maxRounds?: number;
}

/** The values that change in a {@link Tn3270eHost}. */
export interface Tn3270eHostState {
  readonly device: HostDeviceState;
  readonly rounds: number;
  readonly deviceType: string | undefined;
  readonly deviceName: string | undefined;
  readonly functions: FunctionsSnapshot;
}

type OwnState = Omit<Tn3270eHostState, 'functions'>;

const START: OwnState = { device: 'off', rounds: 0, deviceType: undefined, deviceName: undefined };

/** What {@link Tn3270eHost} works on while it carries out a cell. */
type Matter =
  | DeviceTypeRequestMessage
  | { readonly deviceType: string; readonly deviceName: string }
  | number;

/** DATA-STREAM-CTL, RESPONSES, SCS-CTL-CODES, SYSREQ. */
const DEFAULT_FUNCTIONS: readonly number[] = [1, 2, 3, 4];

/**
 * The host's side of the TN3270E negotiation: DEVICE-TYPE, then FUNCTIONS (RFC 2355 §7). Takes and returns bodies
 * of subnegotiations without option byte and framing.
 *
 * @example
 * const negotiation = new Tn3270eHost();
 * negotiation.start(); // [{ type: 'send', body: 08 02 }]
 * negotiation.receive(request); // [{ type: 'deviceTypeRequested', deviceType: 'IBM-3278-2-E', ... }]
 * negotiation.accept('IBM-3278-2-E', 'LU1'); // [{ type: 'send', body: 02 04 ... }, { type: 'deviceTypeAgreed', ... }]
 */
export class Tn3270eHost {
  readonly #offered: readonly number[];
  readonly #propose: readonly number[];
  readonly #maxRounds: number;
  readonly #functions: FunctionsNegotiation;
  #now: OwnState = START;

  /** @throws UsageError `argument-invalid` when a function is unknown, or proposed but not offered. */
  constructor(options: Tn3270eHostOptions = {}) {
    const { functions = DEFAULT_FUNCTIONS, propose = [], maxRounds = MAX_ROUNDS } = options;
    checkInteger('maxRounds', maxRounds, 1, 255);
    checkFunctionCodes(functions);
    const stray = propose.find((code) => !functions.includes(code));
    if (stray !== undefined) {
      throw new UsageError(
        'argument-invalid',
        `propose must be among functions, which lack ${String(stray)}`,
      );
    }
    this.#offered = [...new Set(functions)];
    this.#propose = [...new Set(propose)];
    this.#maxRounds = maxRounds;
    this.#functions = new FunctionsNegotiation({
      strictSubset: options.strictSubset === true,
      allowPrinterWithoutControls: options.allowPrinterWithoutControls === true,
      maxRounds,
    });
  }

  get state(): HostDeviceState {
    return this.#now.device;
  }

  /** Negotiation is complete: data may flow. */
  get complete(): boolean {
    return this.#functions.now.state === 'agreed';
  }

  /** The device type that was accepted. */
  get deviceType(): string | undefined {
    return this.#now.deviceType;
  }

  /** The device name that was given. */
  get deviceName(): string | undefined {
    return this.#now.deviceName;
  }

  /** The device that was accepted is a printer. */
  get printer(): boolean {
    return this.#functions.now.printer;
  }

  /** The functions agreed; undefined until {@link complete}. */
  get functions(): readonly number[] | undefined {
    return this.#functions.now.agreed;
  }

  /**
   * The option came on at the terminal's side (TNE-009): asks for the device type.
   * @throws UsageError `state-forbids` when it has been asked for already.
   */
  start(): Tn3270eHostEffect[] {
    return this.#act('start', 'start', undefined);
  }

  /**
   * Accepts the request that stands open.
   *
   * @param deviceType - the type asked for, or another that the terminal shall be (TNE-028)
   * @param deviceName - the LU; 1..64 graphic ASCII characters, sent in capitals
   * @throws UsageError `state-forbids` when none stands open, `argument-invalid` when a name is not legal.
   */
  accept(deviceType: string, deviceName: string): Tn3270eHostEffect[] {
    checkName('deviceType', deviceType);
    checkName('deviceName', deviceName);
    return this.#act('accept', 'accept', {
      deviceType: deviceType.toUpperCase(),
      deviceName: deviceName.toUpperCase(),
    });
  }

  /**
   * Turns the request that stands open down; the terminal may ask again.
   *
   * @param reason - one of {@link REJECT_REASONS}; which one fits says TNE-023
   * @throws UsageError `state-forbids` when none stands open, `argument-invalid` when the reason is outside 0..7.
   */
  reject(reason: number): Tn3270eHostEffect[] {
    checkInteger('reason', reason, 0, 7);
    const over = this.#now.rounds >= this.#maxRounds;
    return this.#act('reject', over ? 'rejectOverLimit' : 'reject', reason);
  }

  /** Takes a body from the terminal, without the option byte and with 255 not doubled. */
  receive(body: Uint8Array): Tn3270eHostEffect[] {
    const { message, fault } = parseNegotiation(body);
    switch (message?.type) {
      case undefined:
        return fault === undefined ? [] : [{ type: 'fault', fault }];
      case 'deviceTypeRequest':
        return [...unknownDeviceType(message.deviceType), ...this.#run('request', message, body.length)];
      case 'functionsRequest':
        return this.#functionsReceived(message.functions, (list) => this.#functions.receiveRequest(list));
      case 'functionsIs':
        return this.#functionsReceived(message.functions, (list) => this.#functions.receiveIs(list));
      case 'sendDeviceType':
      case 'deviceTypeIs':
      case 'deviceTypeReject':
        return [report('wrong-direction', 0, body.length)];
    }
  }

  /** Forgets everything, as after the option was switched off (TNE-006). */
  reset(): void {
    this.#now = START;
    this.#functions.reset();
  }

  /** Everything that lasts, as plain values. */
  snapshot(): Tn3270eHostState {
    return { ...this.#now, functions: this.#functions.now };
  }

  /** @throws UsageError `snapshot-invalid` when the state is none of this machine's. */
  restore(state: Tn3270eHostState): void {
    const { functions, ...own } = state;
    if (!Object.hasOwn(HOST_DEVICE_TABLE, own.device)) {
      throw new UsageError('snapshot-invalid', `unknown state of DEVICE-TYPE: ${own.device}`);
    }
    this.#functions.restore(functions);
    this.#now = own;
  }

  /** A call of the embedder: what the table forbids throws before anything changes. */
  #act(call: string, input: HostDeviceInput, matter: Matter | undefined): Tn3270eHostEffect[] {
    if (HOST_DEVICE_TABLE[this.#now.device][input].includes('misuse')) {
      throw new UsageError(
        'state-forbids',
        `${call} is not possible while DEVICE-TYPE is ${this.#now.device}`,
      );
    }
    return this.#run(input, matter, 0);
  }

  #functionsReceived(
    list: readonly number[],
    receive: (list: readonly number[]) => Tn3270eHostEffect[],
  ): Tn3270eHostEffect[] {
    const unknown = unknownFunction(list);
    return [...(unknown === undefined ? [] : [unknown]), ...this.#passOn(receive(list))];
  }

  #passOn(effects: Tn3270eHostEffect[]): Tn3270eHostEffect[] {
    if (this.#now.device === 'left') return [];
    if (effects.some(({ type }) => type === 'leave')) this.#run('leave', undefined, 0);
    return effects;
  }

  #run(input: HostDeviceInput, matter: Matter | undefined, length: number): Tn3270eHostEffect[] {
    const [device, ...steps] = HOST_DEVICE_TABLE[this.#now.device][input];
    this.#now = { ...this.#now, device };
    const effects: Tn3270eHostEffect[] = [];
    for (const step of steps) {
      switch (step) {
        case 'ask':
          effects.push({ type: 'send', body: buildNegotiation({ type: 'sendDeviceType' }) });
          break;
        case 'surface':
          this.#now = { ...this.#now, rounds: this.#now.rounds + 1 };
          if (typeof matter === 'object' && 'associate' in matter) {
            effects.push({ ...matter, type: 'deviceTypeRequested' });
          }
          break;
        case 'confirm':
          if (typeof matter === 'object' && 'deviceName' in matter) {
            this.#confirm(matter.deviceType, matter.deviceName, effects);
          }
          break;
        case 'sendReject':
          effects.push({
            type: 'send',
            body: buildNegotiation({
              type: 'deviceTypeReject',
              reason: typeof matter === 'number' ? matter : undefined,
            }),
          });
          break;
        case 'faultUnexpected':
          effects.push(report('subnegotiation-unexpected', 0, length));
          break;
        case 'faultRounds':
          effects.push(report('device-type-rounds', 0, length));
          break;
        case 'leaveRounds':
          effects.push({ type: 'leave', code: 'too-many-rounds' });
          break;
        case 'misuse': // thrown before the table is run
          break;
      }
    }
    return effects;
  }

  #confirm(deviceType: string, deviceName: string, effects: Tn3270eHostEffect[]): void {
    this.#now = { ...this.#now, deviceType, deviceName };
    const body = buildNegotiation({ type: 'deviceTypeIs', deviceType, deviceName });
    effects.push({ type: 'send', body }, { type: 'deviceTypeAgreed', deviceType, deviceName });
    const printer = parseTerminalType(deviceType)?.kind === 'printer';
    const fits = (code: number): boolean =>
      printer || (code !== FUNCTIONS.dataStreamControl && code !== FUNCTIONS.scsControlCodes); // TNE-039
    effects.push(
      ...this.#functions.open('await', this.#offered.filter(fits), this.#propose.filter(fits), printer),
    );
  }
}

/** TNE-014; whether it is granted all the same is the embedder's affair. */
function unknownDeviceType(name: string): Tn3270eHostEffect[] {
  const known = parseTerminalType(name)?.isDeviceType === true;
  return known ? [] : [report('device-type-unknown', 2 /* DEVICE-TYPE REQUEST */, name.length)];
}
