import { asciiBytes, checkInteger, printable, UsageError } from '../../bytes/index.js';
import { type FaultReport, report, type SendBody } from './effects.js';
import {
  ENVIRONMENT_HOST_TABLE,
  type EnvironmentHostInput,
  type EnvironmentHostState,
} from './new-environ.table.js';
import { ENVIRONMENT_COMMANDS, ENVIRONMENT_LIMITS, IBM_USER_VARIABLES } from './new-environ-codes.data.js';
import {
  buildEnvironment,
  type EnvironmentItem,
  type EnvironmentMessage,
  parseEnvironment,
  type VariableKind,
} from './new-environ-message.js';

/** A variable that a host wants. */
export interface WantedVariable {
  readonly kind: VariableKind;
  /** 1..64 characters below 128. */
  readonly name: string;
}

/** Which variables a host asks for; a terminal's other variables are never handed on (SEC-052). */
export interface EnvironmentHostOptions {
  /** USER and the six of {@link IBM_USER_VARIABLES} unless stated. */
  readonly wanted?: readonly WantedVariable[];
  /** `byName` lists the wanted names in SEND; `everything` sends it empty and picks the wanted ones out. */
  readonly ask?: 'byName' | 'everything';
  /** Longest value taken; 255 bytes unless stated. */
  readonly maxValue?: number;
}

/** A variable as the terminal gave it. The value is untrusted: never put it in a command line or an environment. */
export interface GivenVariable {
  readonly kind: VariableKind;
  /** The name as the host's own list has it. */
  readonly name: string;
  /** Copied; undefined when the terminal says that it is not defined. */
  readonly value: Uint8Array | undefined;
  /** The value as text that is safe to print, other bytes as `\xNN`; undefined like the value. */
  readonly text: string | undefined;
  /** The value starts with `-`: a program that took it as an argument would see an option (SEC-051). */
  readonly startsWithHyphen: boolean;
}

/** What IS or INFO brought. */
export interface EnvironmentGiven {
  readonly type: 'environment';
  readonly command: 'is' | 'info';
  readonly variables: readonly GivenVariable[];
  /** Variables that were left out because nobody asked for them. */
  readonly unrequestedVariables: number;
}

/** What the host has to do, or is told. */
export type EnvironmentHostEffect =
  | SendBody
  | EnvironmentGiven
  | FaultReport<
      | 'subnegotiation-empty'
      | 'wrong-direction'
      | 'environment-malformed'
      | 'environment-too-long'
      | 'environment-unasked'
    >;

/** The values that change in an {@link EnvironmentHost}. */
export interface EnvironmentHostSnapshot {
  readonly state: EnvironmentHostState;
}

/** The host's side of NEW-ENVIRON: asks, and hands on what it asked for. */
export class EnvironmentHost {
  readonly #wanted: readonly { readonly kind: VariableKind; readonly name: string; readonly raw: string }[];
  readonly #everything: boolean;
  readonly #maxValue: number;
  #state: EnvironmentHostState = 'idle';

  /** @throws UsageError `argument-invalid` or `option-invalid` when an option is outside its range. */
  constructor(options: EnvironmentHostOptions = {}) {
    const { wanted = defaultWanted(), ask = 'byName', maxValue = ENVIRONMENT_LIMITS.value } = options;
    if (ask !== 'byName' && ask !== 'everything') {
      throw new UsageError('option-invalid', `ask must be 'byName' or 'everything', not ${String(ask)}`);
    }
    checkInteger('maxValue', maxValue, 0, 65535);
    for (const { kind, name } of wanted) {
      if (kind !== 'variable' && kind !== 'userVariable') {
        throw new UsageError('argument-invalid', `a wanted variable has no kind '${String(kind)}'`);
      }
      const text = typeof name === 'string' && name.length <= ENVIRONMENT_LIMITS.name;
      if (!text || name === '' || /[^\0-\x7f]/.test(name)) {
        throw new UsageError('argument-invalid', 'a variable name must be 1 to 64 characters below 128');
      }
    }
    this.#wanted = wanted.map(({ kind, name }) => ({ kind, name, raw: printable(asciiBytes(name)) }));
    this.#everything = ask === 'everything';
    this.#maxValue = maxValue;
  }

  get state(): EnvironmentHostState {
    return this.#state;
  }

  /**
   * Asks for the wanted variables.
   * @throws UsageError `state-forbids` while a question stands open.
   */
  ask(): EnvironmentHostEffect[] {
    if (this.#state === 'asked' || this.#state === 'askedAgain') {
      throw new UsageError('state-forbids', 'a NEW-ENVIRON SEND stands open');
    }
    return this.#run('ask', undefined);
  }

  /** Takes a body from the terminal, without the option byte and with 255 not doubled. */
  receive(body: Uint8Array): EnvironmentHostEffect[] {
    if (body[0] === ENVIRONMENT_COMMANDS.send) return [report('wrong-direction', 0, body.length)];
    const message = parseEnvironment(body);
    if (message.type === 'fault') return this.#run('malformed', message);
    return this.#run(message.command === 'is' ? 'is' : 'info', message);
  }

  /** Forgets that anything was asked, as after the option was switched off. */
  reset(): void {
    this.#state = 'idle';
  }

  /** Everything that lasts, as plain values. */
  snapshot(): EnvironmentHostSnapshot {
    return { state: this.#state };
  }

  /** @throws UsageError `snapshot-invalid` when the state is none of this machine's. */
  restore(snapshot: EnvironmentHostSnapshot): void {
    if (!Object.hasOwn(ENVIRONMENT_HOST_TABLE, snapshot.state)) {
      throw new UsageError('snapshot-invalid', `unknown state of the environment: ${snapshot.state}`);
    }
    this.#state = snapshot.state;
  }

  #run(
    input: EnvironmentHostInput,
    message: ReturnType<typeof parseEnvironment> | undefined,
  ): EnvironmentHostEffect[] {
    const [next, ...steps] = ENVIRONMENT_HOST_TABLE[this.#state][input];
    this.#state = next;
    const effects: EnvironmentHostEffect[] = [];
    for (const step of steps) {
      switch (step) {
        case 'send':
          effects.push({ type: 'send', body: this.#question() });
          break;
        case 'take':
          if (message?.type === 'environmentMessage') this.#take(message, effects);
          break;
        case 'faultMalformed':
          if (message?.type === 'fault') effects.push(message);
          break;
        case 'faultUnasked':
          effects.push(report('environment-unasked', 0, 1));
          break;
        case 'misuse': // thrown before the table is asked
          break;
      }
    }
    return effects;
  }

  #question(): Uint8Array {
    const items = this.#everything ? [] : this.#wanted;
    return buildEnvironment(
      'send',
      items.map(({ kind, name }) => ({ kind, name: asciiBytes(name), value: undefined })),
    );
  }

  /** Hands on what is wanted and within the limits; what is left out is counted or reported. */
  #take(message: EnvironmentMessage, effects: EnvironmentHostEffect[]): void {
    const variables: GivenVariable[] = [];
    let unrequestedVariables = 0;
    for (const item of message.items) {
      const wanted = this.#find(item);
      if (item.name.length > ENVIRONMENT_LIMITS.name || (item.value?.length ?? 0) > this.#maxValue) {
        effects.push(report('environment-too-long', item.offset, item.length));
      } else if (wanted === undefined) {
        unrequestedVariables++;
      } else {
        const earlier = variables.find(({ kind, name }) => kind === wanted.kind && name === wanted.name);
        const given = describe(wanted, item.value);
        if (earlier === undefined) {
          if (variables.length < ENVIRONMENT_LIMITS.variables) variables.push(given);
          else effects.push(report('environment-too-long', item.offset, item.length));
        } else if (earlier.text !== given.text) {
          // The first value wins: a later one must not replace what may have been looked at already (SEC-057).
          effects.push(report('environment-malformed', item.offset, item.length));
        }
      }
    }
    effects.push({
      type: 'environment',
      command: message.command === 'is' ? 'is' : 'info',
      variables,
      unrequestedVariables,
    });
  }

  #find(item: EnvironmentItem): WantedVariable | undefined {
    if (item.name.length > ENVIRONMENT_LIMITS.name) return undefined;
    const raw = printable(item.name);
    return this.#wanted.find((wanted) => wanted.kind === item.kind && wanted.raw === raw);
  }
}

function defaultWanted(): readonly WantedVariable[] {
  return [
    { kind: 'variable', name: 'USER' },
    ...IBM_USER_VARIABLES.map((name) => ({ kind: 'userVariable', name }) as const),
  ];
}

function describe(wanted: WantedVariable, value: Uint8Array | undefined): GivenVariable {
  return {
    kind: wanted.kind,
    name: wanted.name,
    value,
    text: value === undefined ? undefined : printable(value),
    startsWithHyphen: value?.[0] === 0x2d,
  };
}
