import type { ProjectedPair } from './acts.js';
import { enumerate, type Verdict } from './enumerate.js';
import { PROTOCOLS, type ProtocolName } from './policies.data.js';
import type { SpinVerifier } from './spin.js';
import type { Tables } from './tables.js';

/** What both have found of a pair. */
export interface Comparison extends ProjectedPair {
  readonly ours: Verdict;
  readonly spin: Verdict;
  readonly agree: boolean;
}

const PROTOCOL_NAMES = Object.keys(PROTOCOLS) as ProtocolName[];

/** Every terminal policy with every host policy of the tables, in each protocol, without and with an attacker. */
export function allPairs({ terminal, host }: Tables): ProjectedPair[] {
  return [0, 1].flatMap((attacks) =>
    PROTOCOL_NAMES.flatMap((protocol) =>
      [...terminal.starts.keys()].flatMap((left) =>
        [...host.starts.keys()].map((right) => ({ terminal: left, host: right, protocol, attacks })),
      ),
    ),
  );
}

/** Has spin and our own enumeration search the same pair at the same time. */
export async function compare(
  pair: ProjectedPair,
  tables: Tables,
  verifier: SpinVerifier,
): Promise<Comparison> {
  const asked = verifier.check(pair);
  const ours = enumerate(pair, tables);
  const spin = await asked;
  const agree = ours.states === spin.states && String(ours.faults) === String(spin.faults);
  return { ...pair, ours, spin, agree };
}
