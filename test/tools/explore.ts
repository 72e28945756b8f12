import { type ChildProcess, fork } from 'node:child_process';
import { parseArgs } from 'node:util';
import {
  EXPLORED_HOSTS,
  EXPLORED_TERMINALS,
  Explorer,
  ExplorerMemory,
  transcriptOf,
} from '../../src/testing/index.js';
import { writeTranscript } from '../../src/trace/index.js';

const USAGE = `npm run explore [-- --json] [--pair TERMINAL,HOST] [--attacker] [--no-attacker] [--jobs N]

Explores every state of every terminal policy against every host policy, without and with an attacker who acts twice.
  --json         one JSON object a line
  --pair         one pair, as in required,negtSecure; * stands for all
  --attacker     only with the attacker; --no-attacker: only without
  --jobs         processes at a time; 2 unless stated
A violation is followed by the shortest way to it, as a transcript that npm run replay takes.`;

/** Actions of the attacker. */
const ATTACKS = 2;

/** One terminal policy against some hosts: what its states lead to is learnt once. */
interface Job {
  readonly terminal: string;
  readonly hosts: readonly string[];
  readonly attacker: boolean;
}

interface Row {
  readonly pair: string;
  readonly attacker: boolean;
  readonly states: number;
  readonly transitions: number;
  readonly depth: number;
  readonly violations: number;
  readonly cuts: number;
  readonly seconds: number;
  /** Transcripts of the shortest ways, with what they break. */
  readonly traces: readonly string[];
}

function explore(job: Job, memory: ExplorerMemory, tell: (row: Row) => void): void {
  for (const host of job.hosts) {
    const begun = performance.now();
    const terminalOptions = EXPLORED_TERMINALS[job.terminal];
    const hostOptions = EXPLORED_HOSTS[host];
    if (terminalOptions === undefined || hostOptions === undefined) continue;
    const explorer = new Explorer(terminalOptions, hostOptions, {
      attacks: job.attacker ? ATTACKS : 0,
      memory,
    });
    const { states, transitions, depth, violationCount, cuts, violations } = explorer.run();
    tell({
      pair: `${job.terminal},${host}`,
      attacker: job.attacker,
      states,
      transitions,
      depth,
      violations: violationCount,
      cuts,
      seconds: Number(((performance.now() - begun) / 1000).toFixed(2)),
      traces: violations.map((violation) => writeTranscript(transcriptOf(explorer, violation))),
    });
  }
}

/** In a process of its own: does the jobs that it is sent. */
function work(): void {
  const memory = new ExplorerMemory();
  process.on('message', (job: Job) => {
    explore(job, memory, (row) => process.send?.({ row }));
    process.send?.({ done: true });
  });
  process.send?.({ done: true });
}

/** Hands out the jobs; resolves when all are done. */
async function share(jobs: Job[], count: number, tell: (row: Row) => void): Promise<void> {
  const script = process.argv[1] as string;
  await Promise.all(
    Array.from({ length: Math.min(count, jobs.length) }, () => {
      const child: ChildProcess = fork(script, ['--worker']);
      return new Promise<void>((resolve, reject) => {
        child.on('message', (message: { row?: Row; done?: boolean }) => {
          if (message.row !== undefined) tell(message.row);
          if (message.done !== true) return;
          const job = jobs.shift();
          if (job === undefined) child.disconnect();
          else child.send(job);
        });
        child.on('exit', (code) => {
          if (code === 0) resolve();
          else reject(new Error(`a process ended with ${code}`));
        });
      });
    }),
  );
}

function namesIn(table: Readonly<Record<string, unknown>>, wanted: string): string[] {
  const names = Object.keys(table);
  if (wanted === '*') return names;
  if (!names.includes(wanted)) throw new Error(`no policy ${wanted}; there are ${names.join(', ')}`);
  return [wanted];
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean' },
      pair: { type: 'string' },
      attacker: { type: 'boolean' },
      'no-attacker': { type: 'boolean' },
      jobs: { type: 'string' },
      worker: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) {
    console.log(USAGE);
    return 0;
  }
  if (values.worker === true) {
    work();
    return 0;
  }
  const [terminal = '*', host = '*'] = (values.pair ?? '*,*').split(',');
  const hosts = namesIn(EXPLORED_HOSTS, host);
  const attackers = [true, false].filter((attacker) =>
    attacker ? values['no-attacker'] !== true : values.attacker !== true,
  );
  const jobs = attackers.flatMap((attacker) =>
    namesIn(EXPLORED_TERMINALS, terminal).map((name): Job => ({ terminal: name, hosts, attacker })),
  );
  const total = { pairs: 0, states: 0, transitions: 0, violations: 0, cuts: 0 };
  const begun = performance.now();
  await share(jobs, Number(values.jobs ?? 2), (row) => {
    total.pairs++;
    total.states += row.states;
    total.transitions += row.transitions;
    total.violations += row.violations;
    total.cuts += row.cuts;
    const { traces, ...figures } = row;
    console.log(values.json === true ? JSON.stringify(figures) : lineOf(row));
    for (const trace of traces) (values.json === true ? console.error : console.log)(trace);
  });
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  if (values.json !== true)
    console.log(
      `${total.pairs} pairs, ${total.states} states, ${total.transitions} transitions, ${total.cuts} cuts, ${total.violations} violations, ${seconds} s`,
    );
  return total.violations === 0 ? 0 : 1;
}

function lineOf({ pair, attacker, states, transitions, depth, violations, cuts, seconds }: Row): string {
  const who = attacker ? 'attacker' : 'alone   ';
  return `${pair.padEnd(24)} ${who} ${String(states).padStart(8)} states ${String(transitions).padStart(9)} transitions  depth ${String(depth).padStart(2)}  cuts ${cuts}  violations ${violations}  ${seconds.toFixed(2)} s`;
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
