import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fromHex, toHex } from '../../src/bytes/index.js';
import { type CandidateStep, candidateStep, type SessionFacts } from './corpus/candidate.js';
import type { CorpusCase, CorpusStep } from './corpus/case.js';
import { sessionOptions } from './corpus/options.js';
import { codePageNamed } from './replay/code-pages.js';
import { type StepOutcome, TerminalPlayer } from './replay/player.js';

const USAGE = `usage: npm run corpus -- [DIR] [--out OUT] [--cases A,B] [-v]

Plays each case of DIR (default ../shared/corpus) through a TerminalSession, writes the candidate files to OUT, and lets
the corpus' own compare.py, which lies in ../corpus-tools beside DIR, judge them.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    cases: { type: 'string' },
    verbose: { type: 'boolean', short: 'v' },
    help: { type: 'boolean' },
  },
});
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
const directory = resolve(positionals[0] ?? '../shared/corpus');
if (!existsSync(directory)) {
  console.error(`${directory} is not there: the corpus is kept apart from the repository`);
  process.exit(2);
}
const out = values.out ?? mkdtempSync(join(tmpdir(), 'corpus-'));
mkdirSync(out, { recursive: true });
const names = readdirSync(directory)
  .filter((name) => name.endsWith('.json'))
  .map((name) => basename(name, '.json'))
  .sort();
for (const name of names) {
  const played = await play(JSON.parse(readFileSync(join(directory, `${name}.json`), 'utf8')) as CorpusCase);
  writeFileSync(join(out, `${name}.json`), JSON.stringify(played));
}
const judge = spawnSync(
  'python3',
  [
    join(directory, '../corpus-tools/compare.py'),
    directory,
    out,
    '--probes',
    ...(values.verbose ? ['-v'] : []),
    ...(values.cases === undefined ? [] : ['--cases', values.cases]),
  ],
  { stdio: 'inherit' },
);
if (values.out === undefined) rmSync(out, { recursive: true });
process.exitCode = judge.status ?? 1;

/** Plays one case; a fault of ours ends it and is told, so that the others are still judged. */
async function play(
  given: CorpusCase,
): Promise<{ steps: CandidateStep[]; probes: object[]; error?: string }> {
  const steps: CandidateStep[] = [];
  const probes: object[] = [];
  try {
    const codePage = await codePageNamed(given.options.codepage || 'cp037');
    const player = new TerminalPlayer(sessionOptions(given.options, codePage), codePage);
    const facts: SessionFacts = { functions: undefined };
    for (const step of given.steps) {
      const sent = playStep(player, step, facts);
      steps.push(candidateStep(player.session, sent, facts));
    }
    for (const { name, hostHex } of given.probes ?? []) {
      player.receive(fromHex(hostHex));
      probes.push({ name, clientHex: toHex(player.takeOutcome().sent) });
    }
    return { steps, probes };
  } catch (error) {
    console.error(`${given.name}: ${error instanceof Error ? error.message : String(error)}`);
    return { steps, probes, error: String(error) };
  }
}

function playStep(player: TerminalPlayer, step: CorpusStep, facts: SessionFacts): string {
  let sent = '';
  const take = (outcome: StepOutcome): void => {
    sent += toHex(outcome.sent);
    for (const event of outcome.events) {
      if (event.type === 'negotiated')
        facts.functions = event.protocol === 'tn3270e' ? event.functions : undefined;
    }
  };
  for (const { name, args } of step.actions) take(player.play({ type: 'action', name, arguments: args }));
  const bytes = fromHex(step.hostHex);
  const pieces = step.dribble === true ? Array.from(bytes, (byte) => Uint8Array.of(byte)) : [bytes];
  for (const piece of pieces) if (piece.length > 0) player.receive(piece);
  take(player.takeOutcome());
  if (step.kind === 'tls' && player.upgrading) {
    player.session.tlsEstablished({ version: 'TLSv1.3', cipher: 'stated', verification: 'verified' });
  }
  player.goOn();
  take(player.takeOutcome());
  return sent;
}
