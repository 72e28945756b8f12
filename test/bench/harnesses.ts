import { execFile, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { findPeer } from '../support/peers.js';
import { type Result, readResults } from './results.js';
import type { PeerName } from './workloads.data.js';

const HERE = import.meta.dirname;
const NPM_PEERS: readonly PeerName[] = ['telnet-stream', 'telnetlib', 'telnet-client', 'tn3270'];
/** Of one process, in milliseconds. */
const TIME_LIMIT = 60_000;
const INSTALL_TIME_LIMIT = 90_000;

/** Runs one workload in a process of its own. */
export type Harness = (workload: string) => Promise<Result[]>;

/** The harnesses that this machine can run, by subject, and why the others are missing. */
export interface Harnesses {
  readonly ready: ReadonlyMap<string, Harness>;
  readonly skipped: ReadonlyMap<string, string>;
}

/**
 * Builds the harnesses of those subjects that are wanted: ours bundled as ECMAScript modules with the settings of the package's
 * build, libtelnet's with gcc, and the npm packages installed beside, not into, this package.
 */
export async function buildHarnesses(
  folder: string,
  corpora: string,
  wanted: ReadonlySet<PeerName>,
): Promise<Harnesses> {
  mkdirSync(folder, { recursive: true });
  const ready = new Map<string, Harness>();
  const skipped = new Map<string, string>();
  await bundle(folder);
  const node = (script: string, ...before: readonly string[]): Harness =>
    harness(process.execPath, ['--expose-gc', join(folder, script), corpora, ...before]);

  ready.set('ours', node('ours.mjs'));
  if (wanted.has('libtelnet')) {
    const program = compile(folder);
    if (program === undefined) skipped.set('libtelnet', 'apt-get install gcc libtelnet-dev');
    else ready.set('libtelnet', harness(program, [corpora]));
  }
  if (wanted.has('s3270')) {
    if (findPeer('s3270') === undefined) skipped.set('s3270', 'apt-get install s3270');
    else if (process.platform !== 'linux') skipped.set('s3270', 'its processor time is read from /proc');
    else ready.set('s3270', node('s3270.mjs'));
  }
  const packages = NPM_PEERS.filter((peer) => wanted.has(peer));
  const modules = packages.length === 0 ? undefined : install(folder);
  for (const peer of packages) {
    if (modules === undefined) skipped.set(peer, 'npm install did not work here');
    else ready.set(peer, node('npm.mjs', modules, peer));
  }
  return { ready, skipped };
}

async function bundle(folder: string): Promise<void> {
  await build({
    entryPoints: {
      ours: join(HERE, 'ours/main.ts'),
      s3270: join(HERE, 'peers/s3270.ts'),
      npm: join(HERE, 'peers/npm.ts'),
    },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'es2022',
    logLevel: 'warning',
  });
}

function compile(folder: string): string | undefined {
  const program = join(folder, 'libtelnet');
  const source = join(HERE, 'peers/libtelnet.c');
  const { status } = spawnSync('gcc', ['-O2', '-o', program, source, '-ltelnet'], { stdio: 'ignore' });
  return status === 0 ? program : undefined;
}

/** Installs the npm packages where they are not there yet; their scripts are not run. */
function install(folder: string): string | undefined {
  const target = join(folder, 'npm');
  if (existsSync(join(target, 'node_modules/tn3270'))) return target;
  mkdirSync(target, { recursive: true });
  copyFileSync(join(HERE, 'peers/npm/package.json'), join(target, 'package.json'));
  const { status } = spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: target,
    stdio: 'ignore',
    timeout: INSTALL_TIME_LIMIT,
  });
  return status === 0 ? target : undefined;
}

function harness(program: string, before: readonly string[]): Harness {
  const run = promisify(execFile);
  return async (workload) => {
    const { stdout } = await run(program, [...before, workload], { timeout: TIME_LIMIT });
    return readResults(stdout);
  };
}
