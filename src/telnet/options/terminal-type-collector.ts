import { checkInteger, findByte, graphicAscii, UsageError } from '../../bytes/index.js';
import { type FaultReport, report, type SendBody } from './effects.js';
import { readName } from './names.js';
import {
  type CollectorInput,
  type CollectorState,
  TERMINAL_TYPE_COLLECTOR_TABLE,
} from './terminal-type.table.js';
import {
  MAX_REQUESTS_ASKED,
  MAX_TERMINAL_TYPE_LENGTH,
  TERMINAL_TYPE_COMMANDS,
} from './terminal-type-codes.data.js';
import { parseTerminalType, type TerminalTypeFacts } from './terminal-type-name.js';

/** One name that a terminal gave. */
export interface GivenTerminalType {
  readonly type: 'terminalType';
  /** In capitals. */
  readonly name: string;
  /** What stood behind `@`, in capitals: the LU that the terminal wants (TEL-089). */
  readonly luName: string | undefined;
  /** What the name says; undefined when it is not the name of a 3270 device. */
  readonly facts: TerminalTypeFacts | undefined;
}

type NameFault = FaultReport<'terminal-type-malformed' | 'terminal-type-too-long' | 'terminal-type-invalid'>;

/**
 * Reads the name in an IS, without its first byte. One blank on each side of `@` is taken, since RFC 1646 prints
 * it so; no other blank, control or 8-bit byte is (SEC-050).
 */
export function parseTerminalTypeName(bytes: Uint8Array): GivenTerminalType | NameFault {
  const at = findByte(bytes, 0x40, 0);
  const typeEnd = at < 0 ? bytes.length : bytes[at - 1] === 0x20 ? at - 1 : at;
  const luStart = at < 0 ? bytes.length : bytes[at + 1] === 0x20 ? at + 2 : at + 1;
  // Offsets count from the first byte of the message, which the caller took off.
  if (bytes.length === 0) return report('terminal-type-malformed', 1, 0);
  if (typeEnd > MAX_TERMINAL_TYPE_LENGTH) return report('terminal-type-too-long', 1, typeEnd);
  if (bytes.length - luStart > 64)
    return report('terminal-type-too-long', 1 + luStart, bytes.length - luStart);
  const name = graphicAscii(bytes.subarray(0, typeEnd))?.toUpperCase();
  const luName = at < 0 ? undefined : readName(bytes.subarray(luStart));
  const legal = name !== undefined && name !== '' && (at < 0 || luName !== undefined);
  if (!legal || luName?.includes('@')) return report('terminal-type-invalid', 1, bytes.length);
  return { type: 'terminalType', name, luName, facts: parseTerminalType(name) };
}

/** What a host wants to know of a terminal. */
export interface TerminalTypeCollectorOptions {
  /**
   * `firstUsable` stops at the first name of a 3270 device; `all` goes on until a name is repeated. A name with
   * an LU always ends it, since a terminal whose LU names are used up ends the session (TEL-090).
   */
  readonly gather?: 'firstUsable' | 'all';
  /** SENDs asked; 32 unless stated. */
  readonly maxRequests?: number;
}

/** The host's question is answered. */
export interface TerminalTypesGathered {
  readonly type: 'terminalTypes';
  /** All names given so far, in order. */
  readonly names: readonly GivenTerminalType[];
  /** The first name of a 3270 device that this question brought; undefined: no usable type. */
  readonly chosen: GivenTerminalType | undefined;
}

/** What the host has to do, or is told. */
export type TerminalTypeCollectorEffect =
  | SendBody
  | TerminalTypesGathered
  | NameFault
  | FaultReport<
      'subnegotiation-empty' | 'wrong-direction' | 'terminal-type-unasked' | 'too-many-terminal-types'
    >;

/** The values that change in a {@link TerminalTypeCollector}. */
export interface TerminalTypeCollectorState {
  readonly state: CollectorState;
  readonly names: readonly GivenTerminalType[];
  readonly asked: number;
  readonly chooseFrom: number;
}

/** The host's side of TERMINAL-TYPE: asks until it knows enough, and picks a name. */
export class TerminalTypeCollector {
  readonly #gatherAll: boolean;
  readonly #maxRequests: number;
  #state: CollectorState = 'idle';
  #names: readonly GivenTerminalType[] = [];
  #asked = 0;
  /** Names before this one belong to earlier questions. */
  #chooseFrom = 0;

  constructor(options: TerminalTypeCollectorOptions = {}) {
    const { gather = 'firstUsable', maxRequests = MAX_REQUESTS_ASKED } = options;
    if (gather !== 'firstUsable' && gather !== 'all') {
      throw new UsageError('option-invalid', `gather must be 'firstUsable' or 'all', not ${String(gather)}`);
    }
    checkInteger('maxRequests', maxRequests, 1, 65535);
    this.#gatherAll = gather === 'all';
    this.#maxRequests = maxRequests;
  }

  get state(): CollectorState {
    return this.#state;
  }

  /**
   * Asks: first when the option came on, again when the name chosen was of no use (an LU that is taken). Then
   * only names that are new count; a terminal that repeats itself has none left, and `chosen` is undefined.
   *
   * @throws UsageError `state-forbids` while a question stands open.
   */
  ask(): TerminalTypeCollectorEffect[] {
    if (this.#state === 'asked') throw new UsageError('state-forbids', 'a SEND TERMINAL-TYPE stands open');
    this.#chooseFrom = this.#names.length;
    return this.#run(this.#asked < this.#maxRequests ? 'ask' : 'askOverLimit', undefined);
  }

  /** Takes a body from the terminal, without the option byte and with 255 not doubled. */
  receive(body: Uint8Array): TerminalTypeCollectorEffect[] {
    if (body.length === 0) return [report('subnegotiation-empty', 0, 0)];
    if (body[0] === TERMINAL_TYPE_COMMANDS.send) return [report('wrong-direction', 0, body.length)];
    if (body[0] !== TERMINAL_TYPE_COMMANDS.is) return [report('terminal-type-malformed', 0, body.length)];
    const given = parseTerminalTypeName(body.subarray(1));
    return this.#run(given.type === 'fault' ? 'refused' : this.#classify(given), given);
  }

  /** Forgets everything, as after the option was switched off. */
  reset(): void {
    this.#state = 'idle';
    this.#names = [];
    this.#asked = 0;
    this.#chooseFrom = 0;
  }

  /** Everything that lasts, as plain values. */
  snapshot(): TerminalTypeCollectorState {
    return { state: this.#state, names: this.#names, asked: this.#asked, chooseFrom: this.#chooseFrom };
  }

  /** @throws UsageError `snapshot-invalid` when the state is none of this machine's. */
  restore(state: TerminalTypeCollectorState): void {
    if (!Object.hasOwn(TERMINAL_TYPE_COLLECTOR_TABLE, state.state)) {
      throw new UsageError(
        'snapshot-invalid',
        `unknown state of the terminal type collector: ${state.state}`,
      );
    }
    this.#state = state.state;
    this.#names = state.names;
    this.#asked = state.asked;
    this.#chooseFrom = state.chooseFrom;
  }

  #classify(given: GivenTerminalType): CollectorInput {
    const last = this.#names.at(-1);
    if (last !== undefined && last.name === given.name && last.luName === given.luName) return 'repeated';
    if (given.facts !== undefined && (!this.#gatherAll || given.luName !== undefined)) return 'wanted';
    return this.#asked < this.#maxRequests ? 'other' : 'atLimit';
  }

  #run(
    input: CollectorInput,
    given: GivenTerminalType | NameFault | undefined,
  ): TerminalTypeCollectorEffect[] {
    const [next, ...steps] = TERMINAL_TYPE_COLLECTOR_TABLE[this.#state][input];
    this.#state = next;
    const effects: TerminalTypeCollectorEffect[] = [];
    for (const step of steps) {
      switch (step) {
        case 'send':
          this.#asked++;
          effects.push({ type: 'send', body: Uint8Array.of(TERMINAL_TYPE_COMMANDS.send) });
          break;
        case 'keep':
          if (given?.type === 'terminalType') this.#names = [...this.#names, given];
          break;
        case 'pick':
          effects.push(this.#pick());
          break;
        case 'faultName':
          if (given?.type === 'fault') effects.push(given);
          break;
        case 'faultUnasked':
          effects.push(report('terminal-type-unasked', 0, 1));
          break;
        case 'faultTooMany':
          effects.push(report('too-many-terminal-types', 0, 1));
          break;
        case 'misuse': // thrown before the table is asked
          break;
      }
    }
    return effects;
  }

  #pick(): TerminalTypesGathered {
    const chosen = this.#names.slice(this.#chooseFrom).find((given) => given.facts !== undefined);
    return { type: 'terminalTypes', names: this.#names, chosen };
  }
}
