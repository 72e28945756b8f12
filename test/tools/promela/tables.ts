import { HOST_NEGOTIATION_TABLE } from '../../../src/session/index.js';
import { OPTION_TABLE, TERMINAL_TYPE_COLLECTOR_TABLE } from '../../../src/telnet/index.js';
import type { TlsTimer } from '../../../src/tls/index.js';
import {
  HOST_TLS_START,
  HOST_TLS_STATES,
  HOST_TLS_TABLE,
  TERMINAL_TLS_START,
  TERMINAL_TLS_STATES,
  TERMINAL_TLS_TABLE,
} from '../../../src/tls/index.js';
import { EFFECTS } from './effects.data.js';

type AnyTable = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** A table of transitions with numbers for names. */
export interface NumberedTable {
  readonly states: readonly string[];
  readonly inputs: readonly string[];
  /** Effects by number; 0 is none. */
  readonly effects: readonly string[];
  /** The next state of each cell; a cell is state × inputs + input. */
  readonly next: readonly number[];
  /** {@link STEPS} effects for each cell. */
  readonly steps: readonly number[];
  /** The same by name, without those that are none. */
  readonly named: readonly (readonly string[])[];
}

/** A gate's table, with what runs in each state, and the first cell of each policy. */
export interface NumberedGate extends NumberedTable {
  readonly timers: readonly (TlsTimer | undefined)[];
  readonly starts: ReadonlyMap<string, Start>;
}

/** Where a policy begins, and what is done there. */
export interface Start {
  readonly state: number;
  readonly steps: readonly number[];
  readonly named: readonly string[];
}

/** Effects that a cell has at most. */
export const STEPS = 3;

const CLOSE = 'close ';

/** Numbers the names of a table in the order in which they stand there. */
function numberTable(
  table: AnyTable,
  effects: readonly string[],
  states: readonly string[] = Object.keys(table),
): NumberedTable {
  const inputs = Object.keys(Object.values(table)[0] ?? {});
  const next: number[] = [];
  const steps: number[] = [];
  const named: (readonly string[])[] = [];
  for (const row of Object.values(table)) {
    for (const input of inputs) {
      const [to = '', ...list] = row[input] ?? [];
      if (list.length > STEPS) throw new RangeError(`${list.length} effects on ${input}`);
      next.push(place(states, to));
      named.push(list);
      for (let at = 0; at < STEPS; at++) steps.push(place(effects, list[at] ?? effects[0] ?? ''));
    }
  }
  return { states, inputs, effects, next, steps, named };
}

/** The number of a name. @throws RangeError when it is none of them. */
export function place(names: readonly string[], name: string): number {
  const at = names.indexOf(name);
  if (at < 0) throw new RangeError(`${name} is not known to the projection`);
  return at;
}

/** What tables end a session with, each once. */
function closingEffects(...tables: readonly AnyTable[]): string[] {
  const cells = tables.flatMap((table) => Object.values(table).flatMap((row) => Object.values(row)));
  return [
    ...new Set(cells.flatMap(([, ...effects]) => effects).filter((effect) => effect.startsWith(CLOSE))),
  ];
}

/** All tables of the projection, as they are now: a test may have changed a cell. */
export interface Tables {
  readonly terminal: NumberedGate;
  readonly host: NumberedGate;
  readonly option: NumberedTable;
  readonly negotiation: NumberedTable;
  readonly collector: NumberedTable;
  /** Names of diagnoses by number: 0 is none, then those of no table. */
  readonly diagnoses: readonly string[];
}

/** Ends that no gate's table brings about. */
const OWN_DIAGNOSES = ['ENDED', 'NEGOTIATION_TIMEOUT', 'PEER_CLOSED'] as const;

export function readTables(): Tables {
  const starts = { terminal: TERMINAL_TLS_START, host: HOST_TLS_START };
  const closing = closingEffects(TERMINAL_TLS_TABLE, HOST_TLS_TABLE, starts);
  const effects = ['none', ...EFFECTS.gate, ...closing];
  const codes = closing.map((effect) => effect.slice(CLOSE.length));
  return {
    terminal: numberGate(TERMINAL_TLS_TABLE, TERMINAL_TLS_STATES, TERMINAL_TLS_START, effects),
    host: numberGate(HOST_TLS_TABLE, HOST_TLS_STATES, HOST_TLS_START, effects),
    option: startingWith('no', numberTable(OPTION_TABLE, ['none', ...EFFECTS.option])),
    negotiation: startingWith('idle', numberTable(HOST_NEGOTIATION_TABLE, ['none', ...EFFECTS.negotiation])),
    collector: startingWith(
      'idle',
      numberTable(TERMINAL_TYPE_COLLECTOR_TABLE, ['none', ...EFFECTS.collector]),
    ),
    diagnoses: ['none', ...new Set([...OWN_DIAGNOSES, ...codes])],
  };
}

/** What is all zeros is new: the first state has to be number 0. */
function startingWith(state: string, table: NumberedTable): NumberedTable {
  if (table.states[0] !== state) throw new RangeError(`${state} is not the first state of its table`);
  return table;
}

function numberGate(
  table: AnyTable,
  facts: Readonly<Record<string, { readonly timer: TlsTimer | undefined }>>,
  starts: Readonly<Record<string, readonly string[]>>,
  effects: readonly string[],
): NumberedGate {
  const numbered = numberTable(table, effects);
  const first = numberTable({ start: starts }, effects, numbered.states);
  return {
    ...numbered,
    timers: numbered.states.map((state) => facts[state]?.timer),
    starts: new Map(
      first.inputs.map((policy, at) => [
        policy,
        {
          state: first.next[at] ?? 0,
          steps: first.steps.slice(at * STEPS, (at + 1) * STEPS),
          named: first.named[at] ?? [],
        },
      ]),
    ),
  };
}

/** The diagnosis that an effect ends the session with; undefined when it ends nothing. */
export function closingCode(effect: string): string | undefined {
  return effect.startsWith(CLOSE) ? effect.slice(CLOSE.length) : undefined;
}
