import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseTranscript, type Transcript } from '../../src/trace/index.js';
import { EXPECTATIONS } from '../captures/expectations.data.js';
import { type CaptureOutcome, runCapture } from './replay/capture.js';

const ROOT = join(import.meta.dirname, '../..');
const USAGE = `npm run captures -- [DIR] [--json]

Plays recorded sessions through our sessions and holds what they send against the recording.
DIR is ../shared/captures where that is present, else test/fixtures/captures.
  --json  one JSON object a capture, with what was found`;

/** The folder to take when none is given. */
export function capturesFolder(): string {
  const shared = join(ROOT, '../shared/captures');
  return existsSync(shared) ? shared : join(ROOT, 'test/fixtures/captures');
}

/** All captures of a folder, by name. A capture without a name is called as its file. */
export function readCaptures(folder: string): Transcript[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => {
      const { header, steps } = parseTranscript(readFileSync(join(folder, name), 'utf8'));
      return { header: { name: basename(name, '.jsonl'), ...header }, steps };
    });
}

/** Expectations by name of capture. */
export function expectations(): ReadonlyMap<string, (typeof EXPECTATIONS)[number]> {
  return new Map(EXPECTATIONS.map((expectation) => [expectation.capture, expectation]));
}

function attempt(
  transcript: Transcript,
): CaptureOutcome | { readonly name: string; readonly passed: false; readonly summary: string } {
  try {
    return runCapture(transcript, expectations());
  } catch (error) {
    return { name: transcript.header.name ?? '', passed: false, summary: `threw ${String(error)}` };
  }
}

function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help === true || positionals.length > 1) {
    console.log(USAGE);
    return values.help === true ? 0 : 2;
  }
  const outcomes = readCaptures(positionals[0] ?? capturesFolder()).map((transcript) => {
    const outcome = attempt(transcript);
    console.log(
      values.json === true
        ? JSON.stringify(outcome)
        : `${outcome.passed ? 'pass' : 'FAIL'} ${outcome.name}: ${outcome.summary}`,
    );
    return outcome;
  });
  const passed = outcomes.filter((outcome) => outcome.passed).length;
  const failed = outcomes.length - passed;
  if (values.json === true) console.log(JSON.stringify({ passed, failed }));
  else console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && outcomes.length > 0 ? 0 : 1;
}

if (process.argv[1] !== undefined && import.meta.filename === process.argv[1]) process.exitCode = main();
