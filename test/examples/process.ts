import { spawn } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const TSX = join(ROOT, 'node_modules/.bin/tsx');

export interface Outcome {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
  readonly errors: string;
}

/** The command that runs a TypeScript file of the repository. */
export function commandOf(file: string, args: readonly string[] = []): readonly [string, readonly string[]] {
  return [TSX, [join(ROOT, file), ...args]];
}

/** Runs a TypeScript file of the repository to its end, without a terminal. */
export function run(file: string, args: readonly string[] = []): Promise<Outcome> {
  const [command, all] = commandOf(file, args);
  const child = spawn(command, all, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  child.stdout.on('data', (bytes: Buffer) => {
    output += bytes.toString();
  });
  child.stderr.on('data', (bytes: Buffer) => {
    errors += bytes.toString();
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status, signal) => resolve({ status, signal, output, errors }));
  });
}
