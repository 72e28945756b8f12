/**
 * `npm run differential -- [--part NAME] [--steps N] [--seed N]`: plays a part on our session and on s3270 and compares
 * them. Prints what was played and what was found; ends with 1 where something is not as it has to be.
 */
import { parseArgs } from 'node:util';
import { Coverage, coverageLines, coveredShare } from './coverage.js';

const USAGE = `usage: npm run differential -- [--part NAME] [--steps N] [--seed N]

Plays N records, actions, texts or messages (100000 unless given) on our session and on s3270, which has to be installed, and
compares them. The same seed gives the same ones. NAME is records (unless given), keyboard, nvt or
negotiation.`;

/** Of a hundred lines that parse and apply so many must have been run. */
const LEAST_COVERED = 95;

/** What is printed. */
interface Report {
  readonly steps: number;
  readonly known: ReadonlyMap<string, number>;
  /** Scenarios that a lasting known difference has ended. */
  readonly ended: number;
  readonly unexplained: readonly string[];
  readonly complaints: readonly string[];
  readonly lines: readonly string[];
}

/** The sources are loaded behind the start of the coverage. */
const PARTS: Readonly<Record<string, (steps: number, seed: number) => Promise<Report>>> = {
  async records(steps, seed) {
    const coverage = new Coverage();
    await coverage.start();
    const { playRecords } = await import('./run.js');
    const tally = await playRecords(steps, seed);
    const files = await coverage.take();
    const isCovered = coveredShare(files) >= LEAST_COVERED;
    return {
      ...tally,
      steps: tally.distribution.records,
      complaints: [
        ...tally.distribution.complaints(),
        ...(isCovered ? [] : [`less than ${LEAST_COVERED} % of the lines were run`]),
      ],
      lines: [...tally.distribution.lines(), ...coverageLines(files)],
    };
  },
  async keyboard(steps, seed) {
    const { playKeyboard } = await import('./run.js');
    const tally = await playKeyboard(steps, seed);
    const { actions, distribution } = tally;
    return {
      ...tally,
      steps: actions.total + distribution.records,
      complaints: actions.complaints(),
      lines: [`${distribution.records} forms, ${actions.total} actions: ${actions.line()}`],
    };
  },
  async negotiation(steps, seed) {
    const { playNegotiation } = await import('./negotiation/play.js');
    const tally = await playNegotiation(steps, seed);
    return { ...tally, complaints: [], lines: [mostFirst(tally.names)] };
  },
  async nvt(steps, seed) {
    const { playNvt } = await import('./nvt/play.js');
    const tally = await playNvt(steps, seed);
    return { ...tally, complaints: [], lines: [mostFirst(tally.names)] };
  },
};

/** How often each, most often first. */
function mostFirst(counts: ReadonlyMap<string, number>): string {
  const sorted = [...counts].sort(([, one], [, other]) => other - one);
  return sorted.map(([name, count]) => `${name} ${count}`).join(', ');
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      part: { type: 'string' },
      steps: { type: 'string' },
      seed: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  const steps = Number(values.steps ?? 100_000);
  const seed = Number(values.seed ?? 1);
  const play = PARTS[values.part ?? 'records'];
  const isRight = Number.isInteger(steps) && steps > 0 && Number.isInteger(seed);
  if (values.help || play === undefined || !isRight) {
    console.log(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const start = performance.now();
  const report = await play(steps, seed);
  const seconds = (performance.now() - start) / 1000;

  const section = (title: string, lines: readonly string[]): void => {
    if (lines.length > 0) console.log(`\n${title}\n${lines.map((line) => `  ${line}`).join('\n')}`);
  };
  section(`${values.part ?? 'records'}, seed ${seed}, ${seconds.toFixed(1)} s`, report.lines);
  const counts = [...report.known]
    .sort(([, one], [, other]) => other - one)
    .map(([name, count]) => `${name}: ${count} steps`);
  section(`known differences (they ended ${report.ended} scenarios)`, counts);
  section('unexplained differences', report.unexplained);
  section('complaints', report.complaints);
  console.log(`\n${report.steps} steps, ${report.unexplained.length} unexplained differences`);
  if (report.unexplained.length + report.complaints.length > 0) process.exitCode = 1;
}

await main();
