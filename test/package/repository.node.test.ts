import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

function filesOf(folder: string, pattern: RegExp): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path}`)
    .filter((path) => pattern.test(path));
}

describe('the repository', () => {
  it('the lock file names no server that packages came from', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved": *"https?:/);
  });

  it('no test is passed over, left for later, alone, or expected to fail', () => {
    const marked = /\b(?:it|test|describe)\.(?:skip|todo|only|fails)\b/;
    const tests = filesOf('test', /\.(?:test|test-d)\.ts$/);
    expect(tests.length).toBeGreaterThan(0);
    expect(tests.filter((path) => marked.test(read(path)))).toEqual([]);
  });

  it('index.ts of a folder only re-exports', () => {
    const doors = filesOf('src', /(?:^|\/)index\.ts$/);
    const code = /^(?!export (?:type )?(?:\{|\*)|\s|\}|\/\/|\/?\*|$)/m;
    expect(doors.filter((path) => code.test(read(path)))).toEqual([]);
  });

  it('no source file is longer than 400 lines, tables and facts aside', () => {
    const sources = filesOf('src', /\.ts$/).filter((path) => !/\.(?:data|table)\.ts$/.test(path));
    expect(sources.filter((path) => read(path).split('\n').length > 401)).toEqual([]);
  });

  it('README.md has the two commands', () => {
    expect(read('README.md')).toContain('npm ci && npm start');
    expect(read('README.md')).toContain('npm ci && npm test');
  });
});
