import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOST_AGREEMENT, OPTIONS, TERMINAL_AGREEMENT, VERBS } from '../../../src/telnet/index.js';
import {
  CAPACITY,
  INSERTED,
  MESSAGES,
  type MessageKind,
  PROJECTED_OPTIONS,
  type ProjectedMessage,
  SEALED,
  SLOTS,
} from './messages.data.js';
import { CLAIMS, PROTOCOLS } from './policies.data.js';
import { HELD } from './scene.js';
import { type NumberedGate, type NumberedTable, place, STEPS, type Start, type Tables } from './tables.js';

const KINDS: readonly MessageKind[] = ['negotiation', 'subnegotiation', 'data', 'tls', 'fin'];
const NO_INPUT = 255;
const CLOSE = 'close ';
const NO_START: Start = { state: 0, steps: [0, 0, 0], named: [] };
/** Room for the policies of a role. */
const POLICIES = 16;

/**
 * The projection as a Promela model: the tables and names of now, behind them how the ends act by them. The pair, the protocol
 * and the attacks come from the environment when the verifier runs, so that one verifier does for all.
 */
export function exportModel(tables: Tables): string {
  const parts = ['ends', 'roles', 'gate', 'moves'].map(readPart);
  return [namesOf(tables), dataOf(tables), ...parts, processText()].join('\n');
}

function readPart(name: string): string {
  return readFileSync(join(import.meta.dirname, `${name}.pml`), 'utf8');
}

// ---- names

function namesOf(tables: Tables): string {
  const { terminal, host, option, negotiation, collector, diagnoses } = tables;
  const opening = terminal.effects.filter((effect) => !effect.startsWith(CLOSE));
  const lines = [
    ...define(
      'M',
      MESSAGES.map(({ name }) => name.replace(' ', '_')),
    ),
    ...define('K', KINDS),
    ...define('O', PROJECTED_OPTIONS),
    ...define('V', VERBS),
    ...define('D', diagnoses),
    ...opening.map((effect) => `#define E_${effect} ${terminal.effects.indexOf(effect)}`),
    ...define('T', terminal.states),
    ...define('T', terminal.inputs),
    ...define('H', host.states),
    ...define('H', host.inputs),
    ...[['Q', option] as const, ['N', negotiation] as const, ['C', collector] as const].flatMap(
      ([prefix, table]) =>
        [table.states, table.inputs, table.effects.slice(1)].flatMap((names, at) =>
          define(prefix, names, at === 2 ? 1 : 0),
        ),
    ),
    ...Object.entries({
      MESSAGES: MESSAGES.length,
      SEALED,
      CAPACITY,
      SLOTS,
      HELD,
      HELD_SLOTS: 2 * HELD,
      HANDLED: HELD,
      OPTIONS: PROJECTED_OPTIONS.length,
      SIDES: 2 * PROJECTED_OPTIONS.length,
      OPTION_SLOTS: 4 * PROJECTED_OPTIONS.length,
      STEPS,
      NO_INPUT,
      E_CLOSE: closeBase(tables),
      T_INPUTS: terminal.inputs.length,
      H_INPUTS: host.inputs.length,
      Q_INPUTS: option.inputs.length,
      N_INPUTS: negotiation.inputs.length,
      C_INPUTS: collector.inputs.length,
      HOST_CELLS: terminal.next.length,
      HOST_STATES: terminal.states.length,
      START_CELLS: terminal.next.length + host.next.length,
      POLICIES,
    }).map(([name, value]) => `#define ${name} ${value}`),
  ];
  const names = lines.map((line) => line.split(' ')[1] ?? '');
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new RangeError(`two things are called ${twice}`);
  return `${lines.join('\n')}\n`;
}

function define(prefix: string, names: readonly string[], from = 0): string[] {
  return names.map((name, at) => `#define ${prefix}_${name} ${from + at}`);
}

/** Effects that end a session are numbered from here by their diagnoses; the others are below. */
function closeBase({ terminal }: Tables): number {
  return terminal.effects.length;
}

// ---- data

function dataOf(tables: Tables): string {
  const { terminal, host, option, negotiation, collector } = tables;
  const input = (gate: NumberedTable, name: string | undefined): number =>
    name === undefined ? NO_INPUT : place(gate.inputs, name);
  const both = (of: (gate: NumberedGate, role: 'terminal' | 'host', message: ProjectedMessage) => number) => [
    ...MESSAGES.map((message) => of(terminal, 'terminal', message)),
    ...MESSAGES.map((message) => of(host, 'host', message)),
  ];
  return [
    ...gateArrays(tables),
    ...tableArrays('option', option),
    ...tableArrays('negotiation', negotiation),
    ...tableArrays('collector', collector),
    array(
      'kindOf',
      MESSAGES.map(({ kind }) => KINDS.indexOf(kind)),
    ),
    array(
      'inputOf',
      both((gate, _, message) => input(gate, message.input)),
    ),
    array(
      'firstOf',
      both((gate, role, message) => input(gate, message.first[role])),
    ),
    array(
      'beneathOf',
      MESSAGES.map(({ beneath }) => input(terminal, beneath)),
    ),
    array(
      'mayBeClear',
      both((_, role, { name }) => Number(mayBeClear(role, name))),
    ),
    array(
      'agrees',
      [TERMINAL_AGREEMENT, HOST_AGREEMENT].flatMap(({ local, remote }) =>
        [local, remote].flatMap((list) =>
          PROJECTED_OPTIONS.map((name) => Number(list.includes(OPTIONS[name]))),
        ),
      ),
    ),
    array(
      'classic',
      Object.values(PROTOCOLS).flatMap(({ classic }) => [Number(classic.terminal), Number(classic.host)]),
    ),
    array(
      'usableType',
      Object.values(PROTOCOLS).map(({ usableType }) => Number(usableType)),
    ),
    '',
  ].join('\n');
}

function mayBeClear(role: 'terminal' | 'host', name: string): boolean {
  return name === 'follows' || CLAIMS[role].verbs.some((verb) => name === `${verb} startTls`);
}

/** Cells of the terminal, those of the host, and the first cell of each policy of either. */
function gateArrays(tables: Tables): string[] {
  const gates = [tables.terminal, tables.host] as const;
  const number = (effect: number): number => {
    const name = tables.terminal.effects[effect] as string;
    return name.startsWith(CLOSE)
      ? closeBase(tables) + place(tables.diagnoses, name.slice(CLOSE.length))
      : effect;
  };
  const starts = gates.flatMap(({ starts }) => padded([...starts.values()], NO_START));
  const claim = (name: string, of: 'secureOnly' | 'silent' | 'clearOnly'): string =>
    array(
      name,
      (['terminal', 'host'] as const).flatMap((role) =>
        padded(
          [...tables[role].starts.keys()].map((policy) => Number(CLAIMS[role][of].includes(policy))),
          0,
        ),
      ),
    );
  return [
    array('gateNext', [...gates.flatMap(({ next }) => next), ...starts.map(({ state }) => state)]),
    array(
      'gateSteps',
      [...gates, ...starts].flatMap(({ steps }) => steps.map(number)),
    ),
    array(
      'gateTimed',
      gates.flatMap(({ timers }) => timers.map((timer) => Number(timer !== undefined))),
    ),
    claim('secureOnly', 'secureOnly'),
    claim('sayingNothing', 'silent'),
    claim('clearOnly', 'clearOnly'),
  ];
}

function padded<Item>(list: readonly Item[], item: Item): Item[] {
  return [...list, ...Array.from({ length: POLICIES - list.length }, () => item)];
}

function tableArrays(name: string, table: NumberedTable): string[] {
  return [array(`${name}Next`, table.next), array(`${name}Steps`, table.steps)];
}

function array(name: string, values: readonly number[]): string {
  return `hidden byte ${name}[${values.length}] = { ${values.join(', ')} };`;
}

// ---- the process

function processText(): string {
  const options = readPart('options');
  const moves = ['TERMINAL', 'HOST'].flatMap((end) => [
    options.replaceAll(/\bEND\b/g, end),
    ...INSERTED.map(
      (name) =>
        `  :: d_step { attackable(${end}) && room(${end}) -> insert(${end}, M_${name.replace(' ', '_')}) }`,
    ),
  ]);
  return readPart('process').replace('  MOVES\n', moves.join('\n'));
}
