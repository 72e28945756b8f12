import { asciiBytes, checkInteger, UsageError } from '../../bytes/index.js';
import { type FaultReport, report, type SendBody } from './effects.js';
import { checkName } from './names.js';
import {
  MAX_REQUESTS_ANSWERED,
  MAX_TERMINAL_TYPE_LENGTH,
  TERMINAL_TYPE_COMMANDS,
} from './terminal-type-codes.data.js';

/** What a terminal answers to SEND TERMINAL-TYPE. */
export interface TerminalTypeResponderOptions {
  /** Names from most to least wanted, each 1..40 graphic ASCII characters without `@`; sent as they are. */
  readonly names: readonly string[];
  /**
   * LU names to ask for in turn, as `name@LU` with the first of `names` (TEL-089, TEL-090). Sent in capitals.
   * When the host has asked for more than there are, the session cannot go on.
   */
  readonly luNames?: readonly string[];
  /** SENDs answered before `too-many-requests`; 64 unless stated. */
  readonly maxRequests?: number;
}

/** The host wants another LU name and there is none left: the session ends with a diagnosis (TEL-090). */
export interface LuNamesExhausted {
  readonly type: 'luNamesExhausted';
  /** All names that were tried, in order. */
  readonly luNames: readonly string[];
}

/** What the terminal has to do, or is told. */
export type TerminalTypeResponderEffect =
  | SendBody
  | FaultReport<'subnegotiation-empty' | 'wrong-direction' | 'terminal-type-malformed' | 'too-many-requests'>
  | LuNamesExhausted;

/** The values that change in a {@link TerminalTypeResponder}. */
export interface TerminalTypeResponderState {
  /** SENDs answered so far. */
  readonly answered: number;
}

/**
 * The terminal's side of TERMINAL-TYPE: each SEND gets the next name, the last one twice to mark the end, then
 * the list from its top (RFC 1091 §6, TEL-083).
 *
 * Takes and returns bodies of subnegotiations without option byte and framing.
 */
export class TerminalTypeResponder {
  readonly #answers: readonly string[];
  readonly #luNames: readonly string[];
  readonly #maxRequests: number;
  #answered = 0;

  /** @throws UsageError `argument-invalid` when there is no name, or a name is not legal. */
  constructor(options: TerminalTypeResponderOptions) {
    const { names, luNames = [], maxRequests = MAX_REQUESTS_ANSWERED } = options;
    const [first] = names;
    if (first === undefined) throw new UsageError('argument-invalid', 'names must hold at least one name');
    for (const name of names) checkName('a terminal type', name, MAX_TERMINAL_TYPE_LENGTH);
    for (const name of luNames) checkName('an LU name', name);
    const ambiguous = [...names, ...luNames].find((name) => name.includes('@'));
    if (ambiguous !== undefined) {
      throw new UsageError(
        'argument-invalid',
        `'${ambiguous}' holds @, which divides terminal type and LU name`,
      );
    }
    checkInteger('maxRequests', maxRequests, 1, 65535);
    this.#luNames = luNames.map((name) => name.toUpperCase());
    this.#answers = luNames.length === 0 ? [...names] : this.#luNames.map((name) => `${first}@${name}`);
    this.#maxRequests = maxRequests;
  }

  /** SENDs answered since the start or the last {@link reset}. */
  get answered(): number {
    return this.#answered;
  }

  /** Takes a body from the host, without the option byte and with 255 not doubled. */
  receive(body: Uint8Array): TerminalTypeResponderEffect[] {
    if (body.length === 0) return [report('subnegotiation-empty', 0, 0)];
    if (body[0] === TERMINAL_TYPE_COMMANDS.is) return [report('wrong-direction', 0, body.length)];
    if (body[0] !== TERMINAL_TYPE_COMMANDS.send || body.length > 1) {
      return [report('terminal-type-malformed', 0, body.length)];
    }
    if (this.#luNames.length > 0 && this.#answered >= this.#answers.length) {
      return [{ type: 'luNamesExhausted', luNames: this.#luNames }];
    }
    if (this.#answered >= this.#maxRequests) return [report('too-many-requests', 0, 1)];
    return [{ type: 'send', body: asciiBytes(`\0${this.#next()}`) }];
  }

  /** Starts at the top of the list again, as after the option was switched off. */
  reset(): void {
    this.#answered = 0;
  }

  /** Everything that lasts, as plain values. */
  snapshot(): TerminalTypeResponderState {
    return { answered: this.#answered };
  }

  /** @throws UsageError `argument-invalid` when the state cannot come from {@link snapshot}. */
  restore(state: TerminalTypeResponderState): void {
    checkInteger('answered', state.answered, 0, this.#maxRequests);
    this.#answered = state.answered;
  }

  /** One place behind the list repeats its last name. */
  #next(): string {
    const place = this.#answered++ % (this.#answers.length + 1);
    return this.#answers[Math.min(place, this.#answers.length - 1)] as string;
  }
}
