import { parseArgs } from 'node:util';
import { requirePeer } from '../support/peers.js';
import type { ProjectedPair } from './promela/acts.js';
import { allPairs, type Comparison, compare } from './promela/compare.js';
import { exportModel } from './promela/export.js';
import { SpinVerifier } from './promela/spin.js';
import { readTables } from './promela/tables.js';

const USAGE = `npm run spin [-- --json] [--pair TERMINAL,HOST] [--protocol NAME] [--attacks N] [--model]

Exports the tables of telnet and TLS to Promela, has spin search every pair of policies, and holds what it finds against our own
enumeration of the same projection (docs/explorer.md). Ends with status 1 where the two differ or anything is broken.
  --json       one JSON object a line
  --pair       one pair, as in required,negtSecure; * stands for all
  --protocol   tn3270e, tn3270 or nvt; all unless stated
  --attacks    how often an attacker acts; 0 and 1 unless stated
  --model      prints the model and ends`;

/** The pairs that are asked for. @throws Error where a name stands for none. */
function chosen(all: readonly ProjectedPair[], values: Readonly<Record<string, unknown>>): ProjectedPair[] {
  const [terminal = '*', host = '*'] = String(values.pair ?? '*,*').split(',');
  const { protocol, attacks } = values;
  const pairs = all.filter(
    (pair) =>
      (terminal === '*' || pair.terminal === terminal) &&
      (host === '*' || pair.host === host) &&
      (protocol === undefined || pair.protocol === protocol),
  );
  const first = pairs[0];
  if (first === undefined) throw new Error(`no such pair or protocol\n${USAGE}`);
  if (attacks === undefined) return pairs;
  if (!/^[0-9]$/.test(String(attacks))) throw new Error(`--attacks must be 0 to 9, not ${attacks}`);
  return pairs
    .filter((pair) => pair.attacks === first.attacks)
    .map((pair) => ({ ...pair, attacks: Number(attacks) }));
}

function lineOf(
  { terminal, host, protocol, attacks, ours, spin, agree }: Comparison,
  seconds: number,
): string {
  const who = attacks === 0 ? 'alone     ' : `attacker ${attacks}`;
  const verdicts = [ours, spin].map(({ faults }) => (faults.length === 0 ? 'holds' : faults.join('+')));
  const columns = [
    `${terminal},${host}`.padEnd(34),
    protocol.padEnd(7),
    who,
    `states ${String(ours.states).padStart(6)} ${String(spin.states).padStart(6)}`,
    `verdict ${verdicts.join(' ')}`,
    agree ? 'agree ' : 'DIFFER',
  ];
  return `${columns.join('  ')}  ${seconds.toFixed(2)} s`;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean' },
      pair: { type: 'string' },
      protocol: { type: 'string' },
      attacks: { type: 'string' },
      model: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) {
    console.log(USAGE);
    return 0;
  }
  const tables = readTables();
  if (values.model === true) {
    console.log(exportModel(tables));
    return 0;
  }
  const pairs = chosen(allPairs(tables), values);
  if (!requirePeer('spin', 'gcc')) return 1;
  const begun = performance.now();
  const verifier = await SpinVerifier.build(tables);
  const total = { ours: 0, spin: 0, differ: 0, broken: 0 };
  try {
    for (const pair of pairs) {
      const start = performance.now();
      const row = await compare(pair, tables, verifier);
      total.ours += row.ours.states;
      total.spin += row.spin.states;
      if (!row.agree) total.differ++;
      if (row.ours.faults.length + row.spin.faults.length > 0) total.broken++;
      console.log(
        values.json === true ? JSON.stringify(row) : lineOf(row, (performance.now() - start) / 1000),
      );
    }
  } finally {
    verifier.dispose();
  }
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  (values.json === true ? console.error : console.log)(
    `${pairs.length} runs, ${total.ours} states of ours, ${total.spin} of spin, ${total.differ} differ, ${total.broken} broken, ${seconds} s`,
  );
  return total.differ + total.broken === 0 ? 0 : 1;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  },
);
