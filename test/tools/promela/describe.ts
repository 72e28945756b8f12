import { toHex } from '../../../src/bytes/index.js';
import { OPTIONS, VERBS } from '../../../src/telnet/index.js';
import type { LocalState } from '../../../src/testing/explorer/local-states.js';
import type { Message } from '../../../src/testing/explorer/messages.js';
import type { Explorer } from '../../../src/testing/index.js';
import { roleOf } from './acts.js';
import { MESSAGES, PROJECTED_OPTIONS, SEALED } from './messages.data.js';
import { type End, HOST, MODES, type Scene, STAGES, TERMINAL } from './scene.js';
import type { Tables } from './tables.js';

/**
 * How much of a state is told: `all` that the projection has, with the messages on their way, or the `gates`, the stages of TLS
 * and the diagnoses, where those that only say when a session was over count as one.
 */
export type Detail = 'all' | 'gates';

const OVER: readonly string[] = ['ENDED', 'PEER_CLOSED', 'NEGOTIATION_TIMEOUT'];

/** Names by numbers. */
const STAGE_NAMES = Object.keys(STAGES);
const MODE_NAMES = Object.keys(MODES);

/** A state of the projection in words. */
export function describeScene(scene: Scene, tables: Tables, detail: Detail): string {
  return join(describeEnd(scene, TERMINAL, tables, detail), describeEnd(scene, HOST, tables, detail));
}

/** The timers that run at an end. */
export function armedIn(scene: Scene, end: End, tables: Tables): string[] {
  const timer = tables[roleOf(end)].timers[scene.get(end, 'gate')];
  const list: string[] = scene.get(end, 'gateTimer') === 1 && timer !== undefined ? [timer] : [];
  if (scene.get(end, 'negotiationTimer') === 1) list.push('negotiation');
  return list.sort();
}

export function modeName(mode: number): string {
  return MODE_NAMES[mode] as string;
}

function describeEnd(scene: Scene, end: End, tables: Tables, detail: Detail): string {
  const wire = scene.wire(end).map((message) => {
    const sealed = message >= SEALED;
    return `${sealed ? 'sealed ' : ''}${MESSAGES[sealed ? message - SEALED : message]?.name}`;
  });
  const ended = scene.get(end, 'ended');
  if (ended !== 0) return describeEnded(tables.diagnoses[ended] as string, wire, detail);
  return describe(detail, {
    gate: tables[roleOf(end)].states[scene.get(end, 'gate')],
    stage: STAGE_NAMES[scene.get(end, 'stage')],
    mode: modeName(scene.get(end, 'mode')),
    armed: armedIn(scene, end, tables),
    begun: scene.get(end, 'begun') === 1,
    typed: scene.get(end, 'typed') === 1,
    textSeen: scene.get(end, 'textSeen') === 1,
    negotiation: end === TERMINAL ? 'none' : tables.negotiation.states[scene.get(end, 'negotiation')],
    held: scene.get(end, 'held'),
    options: PROJECTED_OPTIONS.flatMap((_, option) =>
      [0, 1].map((side) => tables.option.states[scene.option(end, side, option)]),
    ),
    wire,
  });
}

/** A state that the explorer has reached with sessions, in the same words. */
export function describeStored(explorer: Explorer, state: number, detail: Detail): string {
  const { store, memory, terminal, host } = explorer;
  const [atTerminal, atHost] = [terminal.get(store.at(state, 0)), host.get(store.at(state, 1))];
  const wire = (channel: number): string[] =>
    memory.channels.get(channel).map((message) => messageName(memory.messages.get(message)));
  return join(
    describeLocal(atTerminal, wire(store.at(state, 3)), detail),
    describeLocal(atHost, wire(store.at(state, 2)), detail),
  );
}

function describeLocal({ actor, ended, stage, armed }: LocalState, wire: string[], detail: Detail): string {
  if (ended !== undefined || actor === undefined) return describeEnded(ended ?? '', wire, detail);
  const { snapshot, typed } = actor;
  const negotiator = snapshot.negotiator as { readonly states: readonly (readonly [number, string])[] };
  const states = new Map(negotiator.states);
  return describe(detail, {
    gate: snapshot.gate,
    stage,
    mode: snapshot.mode,
    armed,
    begun: snapshot.negotiationBegun,
    typed,
    textSeen: snapshot.textSeen ?? false,
    negotiation: snapshot.state ?? 'none',
    held: (snapshot.held as readonly unknown[]).length,
    options: PROJECTED_OPTIONS.flatMap((name) =>
      [0, 256].map((side) => states.get(side + OPTIONS[name]) ?? 'no'),
    ),
    wire,
  });
}

/** What is told of an end, from either side. */
interface Told {
  readonly gate: unknown;
  readonly stage: unknown;
  readonly mode: unknown;
  readonly armed: readonly string[];
  readonly begun: unknown;
  readonly typed: boolean;
  readonly textSeen: unknown;
  readonly negotiation: unknown;
  readonly held: number;
  readonly options: readonly unknown[];
  readonly wire: readonly string[];
}

function describe(detail: Detail, told: Told): string {
  return detail === 'gates' ? `${told.gate} ${told.stage}` : JSON.stringify(told);
}

function describeEnded(code: string, wire: readonly string[], detail: Detail): string {
  if (detail === 'gates') return OVER.includes(code) ? 'over' : code;
  return `${code} ${wire.join(' ')}`;
}

function join(terminal: string, host: string): string {
  return `${terminal} | ${host}`;
}

const NAMES: ReadonlyMap<string, string> = new Map([
  ['fffa2e01fff0', 'follows'],
  ['fffa1801fff0', 'typeSend'],
]);

/** The name that a message of the explorer's wire has in the projection. */
function messageName({ kind, bytes }: Message): string {
  if (kind !== 'clear' && kind !== 'sealed') return kind;
  const hex = toHex(bytes);
  const name = NAMES.get(hex) ?? (hex.startsWith('fffa1800') ? 'typeIs' : (negotiationName(bytes) ?? 'data'));
  return kind === 'sealed' ? `sealed ${name}` : name;
}

function negotiationName(bytes: Uint8Array): string | undefined {
  const [first, verb = 0, option] = bytes;
  if (first !== 0xff || verb < 0xfb || bytes.length !== 3) return undefined;
  return `${VERBS[verb - 0xfb]} ${PROJECTED_OPTIONS.find((name) => OPTIONS[name] === option)}`;
}
