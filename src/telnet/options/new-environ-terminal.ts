import { asciiBytes, ByteWriter, checkInteger, UsageError } from '../../bytes/index.js';
import { type FaultReport, report, type SendBody } from './effects.js';
import {
  ENVIRONMENT_CODES,
  ENVIRONMENT_COMMANDS,
  ENVIRONMENT_LIMITS,
  WELL_KNOWN_VARIABLES,
} from './new-environ-codes.data.js';
import {
  buildEnvironment,
  type EnvironmentItem,
  parseEnvironment,
  type VariableKind,
  writeEnvironmentItem,
} from './new-environ-message.js';

/** A string of characters below 128, or bytes as they are; 255 and the four codes are escaped for you. */
export type VariableValue = string | Uint8Array;

/** Names and what stands behind them. Several values are given one after the other, the last for ever. */
export type VariableSource =
  | ReadonlyMap<string, VariableValue | readonly VariableValue[]>
  | Readonly<Record<string, VariableValue | readonly VariableValue[]>>;

/** All that a host can learn: nothing else is ever sent, least of all a process environment (SEC-053). */
export interface EnvironmentOptions {
  /** Type VAR: only USER, JOB, ACCT, PRINTER, SYSTEMTYPE and DISPLAY (TEL-103). */
  readonly variables?: VariableSource;
  /** Type USERVAR: any other name, such as DEVNAME with a list of device names to try in turn (TEL-108). */
  readonly userVariables?: VariableSource;
  /** Bytes of one answer, before 255 is doubled; 4096 unless stated. */
  readonly maxAnswer?: number;
}

/** What the terminal has to do, or is told. */
export type EnvironmentTerminalEffect =
  | SendBody
  | FaultReport<
      'subnegotiation-empty' | 'wrong-direction' | 'environment-malformed' | 'environment-too-long'
    >;

/** The values that change in an {@link EnvironmentTerminal}. */
export interface EnvironmentTerminalState {
  /** How often each variable was given, in the order of the options. */
  readonly given: readonly number[];
}

interface Variable {
  readonly kind: VariableKind;
  readonly name: Uint8Array;
  values: readonly Uint8Array[];
  given: number;
}

/**
 * The terminal's side of NEW-ENVIRON: answers each SEND with exactly what was asked, in its order (TEL-099), from
 * what the embedder gave.
 *
 * @example
 * const environment = new EnvironmentTerminal({ userVariables: { DEVNAME: ['DEV001', 'DEV002'] } });
 */
export class EnvironmentTerminal {
  readonly #variables: readonly Variable[];
  readonly #maxAnswer: number;

  /** @throws UsageError `argument-invalid` for a name that is empty or of the other type, `not-encodable` for text above 127. */
  constructor(options: EnvironmentOptions = {}) {
    const { variables, userVariables, maxAnswer = ENVIRONMENT_LIMITS.answer } = options;
    checkInteger('maxAnswer', maxAnswer, 1, 65535);
    this.#maxAnswer = maxAnswer;
    this.#variables = [...readSource('variable', variables), ...readSource('userVariable', userVariables)];
  }

  /** Takes a body from the host, without the option byte and with 255 not doubled. */
  receive(body: Uint8Array): EnvironmentTerminalEffect[] {
    // Told apart before it is read: what the other role may not send is not worth a look inside.
    if (body[0] === ENVIRONMENT_COMMANDS.is || body[0] === ENVIRONMENT_COMMANDS.info) {
      return [report('wrong-direction', 0, body.length)];
    }
    const message = parseEnvironment(body);
    if (message.type === 'fault') return [message];
    return this.#answer(message.items);
  }

  /**
   * Changes a variable that the options named, and tells the host with INFO (TEL-101).
   *
   * @param value - undefined: no longer defined
   * @throws UsageError `argument-invalid` when the options did not name it, `not-encodable` for text above 127.
   */
  change(
    kind: VariableKind,
    name: string,
    value: VariableValue | readonly VariableValue[] | undefined,
  ): SendBody[] {
    const variable = this.#find(kind, asciiBytes(name));
    if (variable === undefined) {
      throw new UsageError('argument-invalid', `name must be one of those given at the start, not ${name}`);
    }
    const values = value === undefined ? [] : readValues(name, value);
    variable.values = values;
    variable.given = 0;
    const item = { kind, name: variable.name, value: values.length === 0 ? undefined : take(variable) };
    return [{ type: 'send', body: buildEnvironment('info', [item]) }];
  }

  /** Gives each variable's first value again, as after the option was switched off. */
  reset(): void {
    for (const variable of this.#variables) variable.given = 0;
  }

  /** Everything that lasts, as plain values. */
  snapshot(): EnvironmentTerminalState {
    return { given: this.#variables.map(({ given }) => given) };
  }

  /** @throws UsageError `snapshot-invalid` when the options named another number of variables. */
  restore(state: EnvironmentTerminalState): void {
    if (state.given.length !== this.#variables.length) {
      throw new UsageError('snapshot-invalid', 'the environment has another number of variables');
    }
    this.#variables.forEach((variable, index) => {
      variable.given = state.given[index] ?? 0;
    });
  }

  #answer(asked: readonly EnvironmentItem[]): EnvironmentTerminalEffect[] {
    const writer = new ByteWriter();
    writer.byte(ENVIRONMENT_COMMANDS.is);
    // An empty SEND asks for all there is, VAR before USERVAR (TEL-098).
    if (asked.length === 0 && !this.#writeAll(writer, this.#variables)) return cut(writer, 0, 1);
    for (const item of asked) {
      const wanted = this.#variables.filter(
        (variable) =>
          variable.kind === item.kind && (item.name.length === 0 || equal(variable.name, item.name)),
      );
      const fits =
        wanted.length === 0 && item.name.length > 0
          ? this.#write(writer, item.kind, item.name, undefined)
          : this.#writeAll(writer, wanted);
      if (!fits) return cut(writer, item.offset, item.length);
    }
    return [{ type: 'send', body: writer.take() }];
  }

  #writeAll(writer: ByteWriter, variables: readonly Variable[]): boolean {
    for (const variable of variables) {
      if (!this.#write(writer, variable.kind, variable.name, take(variable))) return false;
    }
    return true;
  }

  /** Writes an item whole or not at all. */
  #write(writer: ByteWriter, kind: VariableKind, name: Uint8Array, value: Uint8Array | undefined): boolean {
    const length = 1 /* type */ + escapedLength(name) + (value ? 1 /* VALUE */ + escapedLength(value) : 0);
    if (writer.length + length > this.#maxAnswer) return false;
    writeEnvironmentItem(writer, kind, name, value);
    return true;
  }

  #find(kind: VariableKind, name: Uint8Array): Variable | undefined {
    return this.#variables.find((variable) => variable.kind === kind && equal(variable.name, name));
  }
}

/** What fits is sent, and what does not is reported (SEC-056). */
function cut(writer: ByteWriter, offset: number, length: number): EnvironmentTerminalEffect[] {
  return [{ type: 'send', body: writer.take() }, report('environment-too-long', offset, length)];
}

/** The value whose turn it is; the last one stays. */
function take(variable: Variable): Uint8Array | undefined {
  const value = variable.values[Math.min(variable.given, variable.values.length - 1)];
  if (variable.given < variable.values.length) variable.given++;
  return value;
}

function readSource(kind: VariableKind, source: VariableSource | undefined): Variable[] {
  if (source === undefined) return [];
  const entries = source instanceof Map ? [...source] : Object.entries(source);
  return entries.map(([name, value]) => {
    const wellKnown = (WELL_KNOWN_VARIABLES as readonly string[]).includes(name);
    if (name === '' || (kind === 'variable' && !wellKnown)) {
      throw new UsageError(
        'argument-invalid',
        `a name must be one of ${WELL_KNOWN_VARIABLES.join(', ')}, or stand in userVariables and not be empty, not '${name}'`,
      );
    }
    return { kind, name: encode(name, name), values: readValues(name, value), given: 0 };
  });
}

function readValues(name: string, value: VariableValue | readonly VariableValue[]): readonly Uint8Array[] {
  const values: readonly VariableValue[] =
    typeof value === 'string' || value instanceof Uint8Array ? [value] : value;
  return values.map((one) => (typeof one === 'string' ? encode(name, one) : Uint8Array.from(one)));
}

function encode(name: string, text: string): Uint8Array {
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) > 0x7f) {
      throw new UsageError(
        'not-encodable',
        `variable ${name} has a character above 127 at ${i}; give its bytes`,
      );
    }
  }
  return asciiBytes(text);
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

function escapedLength(bytes: Uint8Array): number {
  let length = bytes.length;
  for (const byte of bytes) if (byte <= ENVIRONMENT_CODES.userVariable) length++;
  return length;
}
