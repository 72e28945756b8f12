import { TIMERS } from '../../../src/session/index.js';
import { isAgreed, type ProjectedPair } from './acts.js';
import { armedIn, modeName } from './describe.js';
import { FAULTS, type FaultName } from './policies.data.js';
import { type Move, Projection } from './projection.js';
import { type End, HOST, type Scene, STAGES, TERMINAL } from './scene.js';
import type { Tables } from './tables.js';

/** What a search of a pair has found. */
export interface Verdict {
  readonly states: number;
  /** What was broken anywhere, in the order of {@link FAULTS}; empty: nothing. */
  readonly faults: readonly FaultName[];
}

/**
 * Goes through every state of a pair, breadth first.
 *
 * @param reached - called with each state once
 */
export function enumerate(
  pair: ProjectedPair,
  tables: Tables,
  reached: (scene: Scene) => void = () => {},
): Verdict {
  const projection = new Projection(pair, tables);
  const numbers = new Map<string, number>();
  const queue: Scene[] = [];
  const faults = new Set<FaultName>();
  const deliveries: [from: number, to: number][] = [];
  const visit = (scene: Scene): number => {
    for (const fault of scene.faults) faults.add(fault);
    const { key } = scene;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, queue.length);
    reached(scene);
    return queue.push(scene) - 1;
  };
  visit(projection.start());
  for (let from = 0; from < queue.length; from++) {
    for (const { what, to } of projection.moves(queue[from] as Scene)) {
      const at = visit(to);
      if (what === 'deliver' || what === 'deliverJoined') deliveries.push([from, at]);
    }
  }
  if (hasCycle(queue.length, deliveries)) faults.add('loop');
  return { states: queue.length, faults: FAULTS.filter((name) => faults.has(name)) };
}

/** Takes away, again and again, what nothing leads to; what is left goes round. */
function hasCycle(size: number, edges: readonly (readonly [from: number, to: number])[]): boolean {
  const leaving: number[][] = Array.from({ length: size }, () => []);
  const entries = leaving.map(() => 0);
  const count = (state: number, by: number): number => {
    entries[state] = (entries[state] as number) + by;
    return entries[state];
  };
  for (const [from, to] of edges) {
    count(to, 1);
    leaving[from]?.push(to);
  }
  const free = leaving.map((_, state) => state).filter((state) => entries[state] === 0);
  for (const state of free) {
    for (const to of leaving[state] ?? []) if (count(to, -1) === 0) free.push(to);
  }
  return free.length < size;
}

/**
 * How a pair ends when nobody interferes, in the words of the explorer: messages arrive one by one, a timer runs out only when
 * nothing is on its way and none would run out sooner, and nobody closes, types or makes TLS fail.
 */
export function calmProjection(pair: ProjectedPair, tables: Tables): string[] {
  const projection = new Projection(pair, tables);
  const endings = new Set<string>();
  const seen = new Set<string>();
  const visit = (scene: Scene): void => {
    if (seen.has(scene.key)) return;
    seen.add(scene.key);
    const moves = projection.moves(scene);
    const times = moves.map((move) => timeOf(move, scene, tables));
    const first = scene.quiet ? Math.min(...times) : 0;
    if (first === Number.POSITIVE_INFINITY) {
      const [terminal, host] = [TERMINAL, HOST].map((end) => endInWords(scene, end as End, tables));
      endings.add(`${terminal}, ${host}`);
      return;
    }
    moves.forEach(({ to }, at) => {
      if (times[at] === first) visit(to);
    });
  };
  visit(projection.start());
  return [...endings].sort();
}

/** When a move is made in peace: deliveries at once, timers in their time, the rest never. */
function timeOf({ what, end }: Move, scene: Scene, tables: Tables): number {
  if (what === 'deliver') return 0;
  if (what !== 'gateTimer' && what !== 'negotiationTimer') return Number.POSITIVE_INFINITY;
  const isGate = what === 'gateTimer';
  const name = armedIn(scene, end, tables).find((timer) => (timer !== 'negotiation') === isGate);
  return TIMERS[name as keyof typeof TIMERS];
}

/** One end in a few words: the diagnosis, or what is agreed or awaited, and where. */
function endInWords(scene: Scene, end: End, tables: Tables): string {
  const ended = scene.get(end, 'ended');
  if (ended !== 0) return tables.diagnoses[ended] as string;
  const mode = scene.get(end, 'mode');
  const stage = scene.get(end, 'stage');
  const where = stage === STAGES.up ? 'in TLS' : stage === STAGES.none ? 'in the clear' : 'before TLS';
  const waits = armedIn(scene, end, tables).join('+') || 'nothing';
  return `${isAgreed(mode) ? modeName(mode) : waits} ${where}`;
}
