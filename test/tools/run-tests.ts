/**
 * `npm test`: every check in order, each with its name and time, up to the first that fails. The last line counts the
 * tests that vitest ran; a step that fails otherwise counts as one failure, and a step that passes counts as nothing.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findPeer } from '../support/peers.js';

const ROOT = join(import.meta.dirname, '../..');
const REPORTS = join(ROOT, '.tmp');

interface Step {
  readonly name: string;
  readonly command: string;
  /** Set for a run of vitest: where its report goes. */
  readonly report?: string;
}

interface Report {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

function vitest(name: string, project: string, options = ''): Step {
  const report = join(REPORTS, `${project}.json`);
  const reporters = `--reporter=default --reporter=json --outputFile.json=${report}`;
  return { name, command: `vitest run --project ${project} ${options} ${reporters}`, report };
}

const STEPS: readonly Step[] = [
  { name: 'lint', command: 'biome check .' },
  { name: 'types of src', command: 'tsc --noEmit' },
  { name: 'types of the rest', command: 'tsc --noEmit -p tsconfig.test.json' },
  vitest('tests in Node', 'node', '--coverage'),
  vitest('tests of types', 'types'),
  { name: 'build', command: 'tsup --silent' },
  { name: 'package', command: 'tsx test/tools/check-package.ts' },
  { name: 'unused code', command: 'knip --no-config-hints' },
  vitest('tests in Chromium', 'browser'),
];

const counts = { passed: 0, failed: 0, skipped: 0 };
const times: string[] = [];

function readReport(path: string): Report | undefined {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Report) : undefined;
}

/** Runs one step; returns why it failed, or undefined. */
function run(step: Step): string | undefined {
  if (step.report !== undefined) rmSync(step.report, { force: true });
  const env = { ...process.env, PATH: `${join(ROOT, 'node_modules/.bin')}${delimiter}${process.env.PATH}` };
  const { status, signal } = spawnSync(step.command, { cwd: ROOT, env, shell: true, stdio: 'inherit' });
  const ended = status === 0 ? undefined : `ended with ${signal ?? `status ${status}`}`;
  if (step.report === undefined) {
    if (ended !== undefined) counts.failed++;
    return ended;
  }
  const report = readReport(step.report);
  counts.passed += report?.numPassedTests ?? 0;
  counts.skipped += (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  const ran = report?.success === true && report.numPassedTests > 0;
  const why = ended ?? (ran ? undefined : 'ran no test');
  // A file that does not load fails without a test that fails.
  counts.failed += Math.max(report?.numFailedTests ?? 0, why === undefined ? 0 : 1);
  return why;
}

function missingChromium(step: Step): boolean {
  if (step.name !== 'tests in Chromium' || findPeer('chromium') !== undefined) return false;
  console.log('chromium is not installed: apt-get install chromium (or set CHROMIUM_PATH)');
  return true;
}

/** Returns whether all steps passed. */
function runAll(): boolean {
  for (const step of STEPS) {
    console.log(`\n== ${step.name}`);
    if (missingChromium(step)) {
      if (process.env.CI !== 'true') continue;
      counts.failed++;
      return false;
    }
    const start = performance.now();
    const why = run(step);
    const time = `${step.name}: ${((performance.now() - start) / 1000).toFixed(1)} s`;
    times.push(time);
    console.log(`-- ${time}`);
    if (why !== undefined) {
      console.log(`${step.name} failed: \`${step.command}\` ${why}`);
      return false;
    }
  }
  return true;
}

mkdirSync(REPORTS, { recursive: true });
const passed = runAll();
console.log(`\n${times.join('\n')}`);
const skipped = counts.skipped === 0 ? '' : `, ${counts.skipped} skipped`;
console.log(`\n${counts.passed} passed, ${counts.failed} failed${skipped}`);
process.exitCode = passed && counts.failed === 0 ? 0 : 1;
