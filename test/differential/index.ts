/**
 * `npm run differential -- [--records N] [--seed N]`: plays records on our session and on s3270 and compares them. Prints
 * what was played and what was found; ends with 1 where something is not as it has to be.
 */
import { parseArgs } from 'node:util';
import { Coverage, coverageLines, coveredShare } from './coverage.js';

const USAGE = `usage: npm run differential -- [--records N] [--seed N]

Plays N records (100000 unless given) on our session and on s3270, which has to be installed, and compares them.
The same seed gives the same records.`;

/** Of a hundred lines that parse and apply so many must have been run. */
const LEAST_COVERED = 95;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { records: { type: 'string' }, seed: { type: 'string' }, help: { type: 'boolean' } },
  });
  const records = Number(values.records ?? 100_000);
  const seed = Number(values.seed ?? 1);
  if (values.help || !(Number.isInteger(records) && records > 0 && Number.isInteger(seed))) {
    console.log(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const coverage = new Coverage();
  await coverage.start();
  const { run } = await import('./run.js'); // behind the start: it loads the sources
  const start = performance.now();
  const { distribution, known, ended, unexplained } = await run(records, seed);
  const seconds = (performance.now() - start) / 1000;
  const files = await coverage.take();
  const complaints = [...distribution.complaints()];
  if (coveredShare(files) < LEAST_COVERED)
    complaints.push(`less than ${LEAST_COVERED} % of the lines were run`);

  const section = (title: string, lines: readonly string[]): void => {
    if (lines.length > 0) console.log(`\n${title}\n${lines.map((line) => `  ${line}`).join('\n')}`);
  };
  section(`seed ${seed}, ${seconds.toFixed(1)} s`, distribution.lines());
  section('coverage', coverageLines(files));
  const counts = [...known]
    .sort(([, one], [, other]) => other - one)
    .map(([name, count]) => `${name}: ${count} steps`);
  section(`known differences (they ended ${ended} scenarios)`, counts);
  section('unexplained differences', unexplained);
  section('complaints', complaints);
  console.log(`\n${distribution.records} records, ${unexplained.length} unexplained differences`);
  if (unexplained.length + complaints.length > 0) process.exitCode = 1;
}

await main();
