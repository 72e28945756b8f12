import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseTranscript, terminalOptions } from '../../src/trace/index.js';
import { codePageNamed } from './replay/code-pages.js';
import { inferOptions } from './replay/infer.js';
import { TerminalPlayer } from './replay/player.js';
import { Narrator } from './replay/readable.js';
import { snapshotOf } from './replay/snapshot.js';

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
  const options = inferOptions(transcript);
  const codePage = await codePageNamed(values['code-page'] ?? options.codePage ?? 'cp037');
  const player = new TerminalPlayer(terminalOptions(options, codePage), codePage);
  const narrator = new Narrator();
  const isWire = transcript.header.name?.endsWith('-wire') === true;
  transcript.steps.forEach((step, index) => {
    if (step.type === 'bytes' && step.sender === 'terminal') return;
    // On the wire what follows stays encrypted.
    if (isWire && step.type === 'event' && step.event === 'tls-established') return;
    const outcome = player.play(step);
    const number = index + 1;
    if (values.json === true) console.log(JSON.stringify(snapshotOf(player.session, number, outcome.sent)));
    else console.log(narrator.tell(number, step, outcome, player.session).join('\n'));
  });
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
