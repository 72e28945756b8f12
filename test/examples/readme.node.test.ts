import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { closeAll, startHost } from './loopback.js';
import { run } from './process.js';

const ROOT = join(import.meta.dirname, '../..');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

afterEach(closeAll);

describe('the README', () => {
  it('shows the smallest program as it stands in examples/', () => {
    const program = readFileSync(join(ROOT, 'examples/smallest.ts'), 'utf8');
    expect(README).toContain(`\`\`\`ts\n${program.replace('../src/index.js', 'sans3270')}\`\`\``);
  });

  it('shows the smallest host as it stands in examples/', () => {
    const program = readFileSync(join(ROOT, 'examples/smallest-host.ts'), 'utf8');
    const published = program
      .replace('../src/index.js', 'sans3270')
      .replace(/\.\.\/src\/(codepage|datastream)\/index\.js/g, 'sans3270/$1');
    expect(README).toContain(`\`\`\`ts\n${published}\`\`\``);
  });

  it('tells the two commands', () => {
    expect(README).toContain('npm ci && npm start');
    expect(README).toContain('npm ci && npm test');
  });

  it('has a smallest program that shows the first screen of a host', { timeout: 40_000 }, async () => {
    const host = await startHost({ tls: 'basic' });
    const { status, output, errors } = await run('examples/smallest.ts', ['localhost', String(host.port)]);
    expect(errors).toBe('');
    expect(status).toBe(0);
    expect(output.split('\n')[0]).toContain('DEMONSTRATION HOST');
    expect(output.split('\n')).toHaveLength(25); // 24 rows, and what is behind the last line's end
  });

  it('and docs/testing.md have a fuzzer that ends by itself', { timeout: 60_000 }, async () => {
    const { status, output } = await run('examples/fuzz.ts', ['1']);
    expect([status, output]).toEqual([0, '2,000 connections, seed 1: no cut shows.\n']);
  });

  it('has one that says why there is no screen', { timeout: 40_000 }, async () => {
    const host = await startHost({ tls: 'negtSecure' });
    const { output, errors } = await run('examples/smallest.ts', ['localhost', String(host.port)]);
    expect(output).toBe('');
    expect(errors).toContain('The host accepts only TLS sessions here');
  });
});
