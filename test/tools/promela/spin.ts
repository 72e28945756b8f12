import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ProjectedPair } from './acts.js';
import type { Verdict } from './enumerate.js';
import { exportModel } from './export.js';
import { FAULTS, type FaultName, PROTOCOLS } from './policies.data.js';
import { place, type Tables } from './tables.js';

const run = promisify(execFile);

/** Optimising takes gcc longer than all the runs take without. */
const COMPILE = ['-O0', '-w', '-DNOREDUCE'];
/** Slots of the hash table as a power of 2, and the depth of the search; an attacker who acts twice needs more. */
const SEARCH = ['-w16', '-m20000'];
const LARGE_SEARCH = ['-w20', '-m500000'];

/**
 * The model as two verifiers of spin: one counts states and checks assertions to the end, the other looks for deliveries that go
 * round. Both are told the pair when they run.
 */
export class SpinVerifier {
  readonly #folder: string;
  readonly #tables: Tables;

  private constructor(folder: string, tables: Tables) {
    this.#folder = folder;
    this.#tables = tables;
  }

  /** Exports the tables and compiles them; needs spin and gcc. */
  static async build(tables: Tables): Promise<SpinVerifier> {
    const folder = mkdtempSync(join(tmpdir(), 'sans3270-spin-'));
    writeFileSync(join(folder, 'model.pml'), exportModel(tables));
    await Promise.all([
      compile(join(folder, 'safety'), [], ['-DSAFETY']),
      compile(join(folder, 'loops'), ['-DLOOP'], ['-DNOSTUTTER']),
    ]);
    return new SpinVerifier(folder, tables);
  }

  async check(pair: ProjectedPair): Promise<Verdict> {
    const search = pair.attacks > 1 ? LARGE_SEARCH : SEARCH;
    const [safety, loops] = await Promise.all([
      this.#run('safety', ['-c0', ...search], pair),
      this.#run('loops', ['-a', ...search], pair),
    ]);
    // Spin counts the state before the pair is set up as well.
    const stored = /(\d+) states, stored/.exec(safety)?.[1];
    if (stored === undefined || !safety.includes('Full statespace search'))
      throw new Error(`spin did not search to the end: ${safety}`);
    const broken = new Set([...safety.matchAll(/assertion violated\s+!\((\w+)\)/g)].map((match) => match[1]));
    if (loops.includes('acceptance cycle (')) broken.add('loop');
    const faults: FaultName[] = FAULTS.filter((name) => broken.delete(name));
    if (broken.size > 0) throw new Error(`spin speaks of ${[...broken].join(', ')}`);
    return { states: Number(stored) - 1, faults };
  }

  /** Takes the verifiers away again. */
  dispose(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #run(which: string, parameters: readonly string[], pair: ProjectedPair): Promise<string> {
    const { terminal, host } = this.#tables;
    const env = {
      TERMINAL: String(place([...terminal.starts.keys()], pair.terminal)),
      HOST: String(place([...host.starts.keys()], pair.host)),
      PROTOCOL: String(place(Object.keys(PROTOCOLS), pair.protocol)),
      ATTACKS: String(pair.attacks),
    };
    const cwd = join(this.#folder, which);
    const { stdout } = await run(join(cwd, 'pan'), parameters, { cwd, env, maxBuffer: 1 << 26 });
    if (/error: max search depth|out of memory/.test(stdout)) throw new Error(`spin met a bound: ${stdout}`);
    return stdout;
  }
}

async function compile(folder: string, defines: readonly string[], flags: readonly string[]): Promise<void> {
  mkdirSync(folder);
  await run('spin', ['-a', ...defines, '../model.pml'], { cwd: folder });
  await run('gcc', [...COMPILE, ...flags, '-o', 'pan', 'pan.c'], { cwd: folder });
}
