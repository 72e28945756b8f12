import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** Runs the tests of types in a folder of their own that holds one such test; returns status and report. */
function runTypeTest(type: string): { status: number | null; passed: number; failed: number } {
  mkdirSync(join(ROOT, '.tmp'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, '.tmp/types-'));
  try {
    const config = { extends: '../../tsconfig.test.json', include: ['*.test-d.ts'] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    writeFileSync(
      join(folder, 'vitest.config.js'),
      `export default { test: { include: [], typecheck: { enabled: true, only: true, include: ['*.test-d.ts'], tsconfig: './tsconfig.json' } } };`,
    );
    writeFileSync(
      join(folder, 'one.test-d.ts'),
      [
        "import { expectTypeOf, it } from 'vitest';",
        "import { toHex } from '../../src/bytes/index.js';",
        `it('one', () => { expectTypeOf(toHex).returns.toEqualTypeOf<${type}>(); });`,
      ].join('\n'),
    );
    const report = join(folder, 'report.json');
    const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
    const { status } = spawnSync(
      process.execPath,
      [vitest, 'run', '--root', folder, '--reporter=json', `--outputFile=${report}`],
      { encoding: 'utf8' },
    );
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    return { status, passed: numPassedTests, failed: numFailedTests };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

it('a test of types passes with the right type, and fails with a wrong one', { timeout: 60_000 }, () => {
  expect(runTypeTest('string')).toEqual({ status: 0, passed: 1, failed: 0 });
  expect(runTypeTest('number')).toEqual({ status: 1, passed: 0, failed: 1 });
});
