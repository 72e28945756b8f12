import { median } from './measure.js';
import type { Comparison } from './workloads.data.js';

/** The figures of one round: of a subject, `ours` or a peer, by workload. */
export type Round = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** A comparison with its figures; undefined where the peer was not run. */
export interface Outcome {
  readonly comparison: Comparison;
  readonly ours: number | undefined;
  readonly other: number | undefined;
  /** The median of the ratios of the rounds, which is not the ratio of the medians. */
  readonly ratio: number | undefined;
  /** Undefined without a goal. */
  readonly reached: boolean | undefined;
}

export function compare(comparison: Comparison, rounds: readonly Round[]): Outcome {
  const ours: number[] = [];
  const others: number[] = [];
  const ratios: number[] = [];
  for (const round of rounds) {
    const own = round.get('ours')?.get(comparison.workload);
    const other = otherOf(comparison, round);
    if (own !== undefined) ours.push(own);
    if (other !== undefined) others.push(other);
    if (own !== undefined && other !== undefined) ratios.push(own / other);
  }
  const ratio = medianOrNone(ratios);
  const { goal, atMost } = comparison;
  const judged = goal !== undefined && ratio !== undefined;
  const reached = judged ? (atMost === true ? ratio <= goal : ratio >= goal) : undefined;
  return { comparison, ours: medianOrNone(ours), other: medianOrNone(others), ratio, reached };
}

function otherOf(
  { against, workload, peerWorkload = workload }: Comparison,
  round: Round,
): number | undefined {
  if ('limit' in against) return against.limit;
  if ('own' in against) return round.get('ours')?.get(against.own);
  return round.get(against.peer)?.get(peerWorkload);
}

function medianOrNone(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : median(values);
}

/** What a comparison is held against, in words. */
export function nameOf({ against }: Comparison): string {
  if ('limit' in against) return 'limit';
  return 'own' in against ? `own ${against.own}` : against.peer;
}
