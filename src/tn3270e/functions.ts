import { UsageError } from '../bytes/index.js';
import { report, type SendBody } from '../telnet/index.js';
import { FUNCTION_NAMES, FUNCTIONS } from './codes.data.js';
import type { FunctionsAgreed, LeaveCode, LeaveTn3270e, Tn3270eFault } from './effects.js';
import { FUNCTIONS_TABLE, type FunctionsInput, type FunctionsState } from './functions.table.js';
import { buildNegotiation } from './message.js';

/** What decides how this side negotiates functions. */
export interface FunctionsPolicy {
  /** An IS that leaves a requested function out: taken as agreed, or a reason to leave (TNE-037). */
  readonly strictSubset: boolean;
  /** A printer session without SCS-CTL-CODES and DATA-STREAM-CTL goes on (TNE-046). */
  readonly allowPrinterWithoutControls: boolean;
  readonly maxRounds: number;
}

/** The values that change while functions are negotiated. */
export interface FunctionsSnapshot {
  readonly state: FunctionsState;
  /** What this side still agrees to; a function once removed never comes back (TNE-033). */
  readonly allowed: readonly number[];
  /** What this side adds to the peer's first REQUEST. */
  readonly additions: readonly number[];
  readonly printer: boolean;
  readonly rounds: number;
  readonly agreed: readonly number[] | undefined;
}

type FunctionsEffect = SendBody | FunctionsAgreed | LeaveTn3270e | Tn3270eFault;

const CLOSED: FunctionsSnapshot = {
  state: 'closed',
  allowed: [],
  additions: [],
  printer: false,
  rounds: 0,
  agreed: undefined,
};

/** The second half of the negotiation, the same for both roles (RFC 2355 §7.2). */
export class FunctionsNegotiation {
  readonly #policy: FunctionsPolicy;
  #now: FunctionsSnapshot = CLOSED;

  constructor(policy: FunctionsPolicy) {
    this.#policy = policy;
  }

  get now(): FunctionsSnapshot {
    return this.#now;
  }

  /** Begins for a device that was agreed just now. Rounds are counted on, so that a restart does not clear them. */
  open(
    first: 'request' | 'await',
    allowed: readonly number[],
    additions: readonly number[],
    printer: boolean,
  ): FunctionsEffect[] {
    this.#now = { ...this.#now, allowed, additions, printer, agreed: undefined };
    return this.#run(first === 'request' ? 'openByRequest' : 'open', []);
  }

  close(): void {
    this.#now = { ...this.#now, state: 'closed', agreed: undefined };
  }

  reset(): void {
    this.#now = CLOSED;
  }

  /** @throws UsageError `snapshot-invalid` when the state is none of the table's. */
  restore(snapshot: FunctionsSnapshot): void {
    if (!Object.hasOwn(FUNCTIONS_TABLE, snapshot.state)) {
      throw new UsageError('snapshot-invalid', `unknown state of FUNCTIONS: ${snapshot.state}`);
    }
    this.#now = snapshot;
  }

  receiveRequest(list: readonly number[]): FunctionsEffect[] {
    if (this.#now.state === 'closed') return this.#run('requestWithin', list);
    const rounds = this.#now.rounds + 1;
    this.#now = { ...this.#now, rounds };
    return this.#run(this.#classifyRequest(list), list);
  }

  receiveIs(list: readonly number[]): FunctionsEffect[] {
    return this.#run(this.#classifyIs(list), list);
  }

  #classifyRequest(list: readonly number[]): FunctionsInput {
    if (this.#now.rounds > this.#policy.maxRounds) return 'requestOverLimit';
    if (!this.#works(this.#common(list))) return 'requestImpasse';
    const { allowed, additions } = this.#now;
    const within = list.every((code) => allowed.includes(code));
    return within && additions.every((code) => list.includes(code)) ? 'requestWithin' : 'requestBeyond';
  }

  #classifyIs(list: readonly number[]): FunctionsInput {
    const { allowed } = this.#now;
    if (!list.every((code) => allowed.includes(code))) return 'isAdded';
    if (!this.#works(list)) return 'isImpasse';
    if (allowed.every((code) => list.includes(code))) return 'isExact';
    return this.#policy.strictSubset ? 'isReducedRefused' : 'isReduced';
  }

  /** What both sides want: in the peer's order, each once, our additions behind. */
  #common(list: readonly number[]): readonly number[] {
    const { allowed, additions } = this.#now;
    return [...new Set([...list.filter((code) => allowed.includes(code)), ...additions])];
  }

  /** A printer needs one of the two controls (TNE-038). */
  #works(list: readonly number[]): boolean {
    if (!this.#now.printer || this.#policy.allowPrinterWithoutControls) return true;
    return list.includes(FUNCTIONS.scsControlCodes) || list.includes(FUNCTIONS.dataStreamControl);
  }

  #run(input: FunctionsInput, list: readonly number[]): FunctionsEffect[] {
    const [state, ...steps] = FUNCTIONS_TABLE[this.#now.state][input];
    this.#now = { ...this.#now, state };
    const effects: FunctionsEffect[] = [];
    for (const step of steps) {
      switch (step) {
        case 'propose':
          effects.push(this.#propose(this.#now.allowed));
          break;
        case 'counter':
          effects.push(this.#propose(this.#common(list)));
          break;
        case 'confirm':
          effects.push({ type: 'send', body: buildNegotiation({ type: 'functionsIs', functions: list }) });
          break;
        case 'agree':
          effects.push(this.#agree(list));
          break;
        case 'faultUnexpected':
          effects.push(report('subnegotiation-unexpected', 0, list.length + 2));
          break;
        case 'faultReduced':
          effects.push(report('functions-reduced', 2, list.length));
          break;
        case 'faultAdded':
          effects.push(report('functions-added', 2, list.length));
          break;
        case 'faultRounds':
          effects.push(report('functions-rounds', 0, list.length + 2));
          break;
        default:
          this.#now = { ...this.#now, agreed: undefined };
          effects.push({ type: 'leave', code: LEAVES[step] });
      }
    }
    return effects;
  }

  #propose(functions: readonly number[]): SendBody {
    this.#now = { ...this.#now, allowed: functions, additions: [], agreed: undefined };
    return { type: 'send', body: buildNegotiation({ type: 'functionsRequest', functions }) };
  }

  /** Both lists hold known codes only: what is not known is in no set that this side agrees to. */
  #agree(list: readonly number[]): FunctionsAgreed {
    const functions = [...new Set(list)];
    this.#now = { ...this.#now, allowed: functions, additions: [], agreed: functions };
    return { type: 'functionsAgreed', functions, assumed: this.#assumed(functions) };
  }

  #assumed(functions: readonly number[]): readonly number[] {
    const controls: readonly number[] = [FUNCTIONS.dataStreamControl, FUNCTIONS.scsControlCodes];
    const none = this.#now.printer && !controls.some((code) => functions.includes(code));
    return none ? controls : [];
  }
}

const LEAVES = {
  leaveReduced: 'functions-reduced',
  leaveAdded: 'functions-added',
  leaveImpasse: 'functions-impasse',
  leaveRounds: 'too-many-rounds',
} as const satisfies Readonly<Record<string, LeaveCode>>;

/** Functions in this library's tables; every other code is dropped from a list (TNE-035). */
export function isKnownFunction(code: number): boolean {
  return FUNCTION_NAMES[code] !== undefined;
}

/** @throws UsageError `argument-invalid` for a code that is not assigned. */
export function checkFunctionCodes(functions: readonly number[]): void {
  const index = functions.findIndex((code) => !isKnownFunction(code));
  if (index < 0) return;
  throw new UsageError('argument-invalid', `functions must be 0 to 5 or 7, not ${String(functions[index])}`);
}

/** Refuses functions that a terminal or printer may not ask for. */
export function checkTerminalFunctions(
  functions: readonly number[],
  printer: boolean,
  allowWithoutControls: boolean,
): void {
  checkFunctionCodes(functions);
  const hasControls =
    functions.includes(FUNCTIONS.dataStreamControl) || functions.includes(FUNCTIONS.scsControlCodes);
  if (hasControls && !printer) {
    throw new UsageError('argument-invalid', 'functions 1 and 3 are for printers (RFC 2355 §7.2.2)');
  }
  if (!hasControls && printer && !allowWithoutControls) {
    throw new UsageError('argument-invalid', 'a printer needs function 1 or 3 (RFC 2355 §10.1)');
  }
}

/** The first code of a list that is not assigned, as a fault of the message's body (TNE-035); undefined without one. */
export function unknownFunction(list: readonly number[]): Tn3270eFault | undefined {
  const index = list.findIndex((code) => !isKnownFunction(code));
  return index < 0 ? undefined : report('functions-unknown', 2 /* FUNCTIONS and REQUEST or IS */ + index, 1);
}
