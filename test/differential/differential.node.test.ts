import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { requirePeer } from '../support/peers.js';

/** Seconds on a machine with much else to do; alone it takes about a minute for each part. */
const PATIENCE = 240_000;

/** Runs the program in a process of its own, whose coverage is this test's alone; resolves with its status and what it printed. */
function differential(...parameters: readonly string[]): Promise<{ status: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const program = spawn(
      process.execPath,
      ['--import', 'tsx', join(import.meta.dirname, 'index.ts'), ...parameters],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let output = '';
    const read = (text: string): void => {
      output += text;
    };
    program.stdout.setEncoding('utf8').on('data', read);
    program.stderr.setEncoding('utf8').on('data', read);
    program.on('error', reject).on('close', (status) => resolve({ status, output }));
  });
}

/** How much of each part is played here; `npm run differential` plays more. */
const PARTS = [
  ['records', '11500', 'records, half of them with a fault'],
  ['keyboard', '3000', 'everything that can be typed'],
  ['nvt', '3000', 'text of an NVT and what is typed at it'],
  ['negotiation', '900', 'what a host negotiates'],
] as const;

describe.runIf(requirePeer('s3270'))('our session and s3270', () => {
  for (const [part, steps, what] of PARTS) {
    it(
      `show and send the same for ${what}`,
      async () => {
        const { status, output } = await differential('--part', part, '--steps', steps, '--seed', '1');
        console.log(output);
        expect(output).toContain(' 0 unexplained differences');
        expect(status).toBe(0);
      },
      PATIENCE,
    );
  }
});
