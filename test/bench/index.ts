/**
 * `npm run bench [-- --json] [--rounds N] [--only W3a,W5b]`: measures the library beside its peers and prints the ratios against
 * their goals. Every workload of every subject runs in a process of its own once a round, the subjects of a workload behind
 * one another; a ratio is taken within a round, and the median of the rounds counts. See `docs/performance.md`.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compare, type Round } from './compare.js';
import { writeCorpora } from './corpora/write.js';
import { buildHarnesses, type Harnesses } from './harnesses.js';
import { jsonLine, machine, tableLines } from './report.js';
import { COMPARISONS, type Comparison, NEVER_RUN, type PeerName, WORKLOADS } from './workloads.data.js';

const FOLDER = join(import.meta.dirname, '../../.tmp/bench');

interface Settings {
  readonly json: boolean;
  readonly rounds: number;
  readonly comparisons: readonly Comparison[];
}

const USAGE = `npm run bench -- [--rounds N] [--only NAME,NAME] [--json]

  --rounds N    how often every workload is run beside its peers; 5 unless stated
  --only NAMES  some workloads:
${WORKLOADS.map(({ name, unit, what }) => `                  ${name.padEnd(7)} ${what} (${unit})`).join('\n')}
  --json        a line of JSON a comparison instead of the table`;

/** Prints how to call this, after what is wrong with the call, and ends. */
function usage(problem?: string): never {
  if (problem === undefined) console.log(USAGE);
  else console.error(`${problem}\n\n${USAGE}`);
  process.exit(problem === undefined ? 0 : 2);
}

function parse(): { json: boolean; rounds: string; only?: string; help: boolean } {
  try {
    return parseOptions();
  } catch (error) {
    return usage((error as Error).message);
  }
}

function parseOptions(): ReturnType<typeof parse> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '5' },
      only: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  return values;
}

function readSettings(): Settings {
  const values = parse();
  if (values.help) usage();
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) usage('--rounds must be a whole number from 1');
  const names = WORKLOADS.map(({ name }) => name);
  const only = values.only?.split(',') ?? names;
  for (const name of only) {
    if (!names.includes(name)) usage(`--only: there is no workload ${name}`);
  }
  const comparisons = COMPARISONS.filter(({ workload }) => only.includes(workload));
  return { json: values.json, rounds, comparisons };
}

/** Which workloads each subject has to run, the subjects of a workload together. */
function jobsOf(comparisons: readonly Comparison[]): [subject: string, workload: string][] {
  const jobs = new Map<string, [string, string]>();
  const add = (subject: string, workload: string): void => {
    jobs.set(`${subject} ${workload}`, [subject, workload]);
  };
  for (const { workload, against, peerWorkload = workload } of comparisons) {
    add('ours', workload);
    if ('own' in against) add('ours', against.own);
    if ('peer' in against) add(against.peer, peerWorkload);
  }
  return [...jobs.values()];
}

async function runRound(jobs: readonly (readonly [string, string])[], { ready }: Harnesses): Promise<Round> {
  const round = new Map<string, Map<string, number>>();
  for (const [subject, workload] of jobs) {
    const run = ready.get(subject);
    if (run === undefined) continue;
    const figures = round.get(subject) ?? new Map<string, number>();
    round.set(subject, figures);
    for (const { workload: name, value } of await run(workload)) figures.set(name, value);
  }
  return round;
}

const { json, rounds, comparisons } = readSettings();
const start = performance.now();
const wanted = new Set<PeerName>();
for (const { against } of comparisons) if ('peer' in against) wanted.add(against.peer);
const harnesses = await buildHarnesses(FOLDER, writeCorpora(FOLDER), wanted);
for (const [peer, reason] of harnesses.skipped) console.error(`skipped ${peer}: ${reason}`);
for (const { peer, reason } of NEVER_RUN) console.error(`skipped ${peer}: ${reason}`);

const jobs = jobsOf(comparisons);
const done: Round[] = [];
for (let i = 1; i <= rounds; i++) {
  done.push(await runRound(jobs, harnesses));
  console.error(`round ${i} of ${rounds}: ${Math.round((performance.now() - start) / 1000)} s`);
}
const outcomes = comparisons.map((comparison) => compare(comparison, done));
if (json) {
  for (const outcome of outcomes) {
    const { against } = outcome.comparison;
    console.log(jsonLine(outcome, 'peer' in against ? harnesses.skipped.get(against.peer) : undefined));
  }
} else {
  console.log(`${machine()}; ${rounds} rounds\n`);
  for (const line of tableLines(outcomes)) console.log(line);
}
