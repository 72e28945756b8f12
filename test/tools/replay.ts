import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseTranscript } from '../../src/trace/index.js';
import { codePageNamed } from './replay/code-pages.js';
import { inferOptions } from './replay/infer.js';
import { replayLines } from './replay/play.js';

const USAGE = `npm run replay -- FILE [--json] [--code-page NAME]

Feeds what the host sent in a transcript to a terminal session, applies the actions, and shows each step.
  --json       one JSON object a step instead of words
  --code-page  instead of the transcript's; cp037 unless stated
FILE is - for the standard input. The format stands in test/fixtures/captures/README.md.`;

/** Replays a file to the standard output; returns the exit code. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean' }, 'code-page': { type: 'string' }, help: { type: 'boolean' } },
  });
  const [file] = positionals;
  if (values.help === true || file === undefined || positionals.length > 1) {
    console.log(USAGE);
    return values.help === true ? 0 : 2;
  }
  const transcript = parseTranscript(readFileSync(file === '-' ? 0 : file, 'utf8'));
  const named = values['code-page'] ?? inferOptions(transcript).codePage ?? 'cp037';
  for (const line of replayLines(transcript, await codePageNamed(named), values.json === true))
    console.log(line);
  return 0;
}

// Whoever reads may stop early, as `head` does.
process.stdout.on('error', () => process.exit());

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  },
);
