import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import tsup from '../../tsup.config.js';
import { entries, exportsOf } from '../tools/entries.js';
import { LAYERS } from './layers.js';

const ROOT = join(import.meta.dirname, '../..');
const readJson = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(ROOT, name), 'utf8'));

describe('entry points', () => {
  const list = entries();
  const manifest = readJson('package.json');

  it('every folder of src with an index.ts is one, and no other file', () => {
    const doors = LAYERS.filter((folder) => existsSync(join(ROOT, 'src', folder, 'index.ts')));
    const names = Object.keys(list).filter((name) => !name.startsWith('codepage/'));
    expect(names.sort()).toEqual(['index', ...doors].sort());
  });

  it('package.json exports these (npm run exports writes them)', () => {
    expect(manifest.exports).toEqual(exportsOf(Object.keys(list)));
  });

  it('tsup builds these', () => {
    expect(tsup).toMatchObject({ entry: list });
  });

  it('the package has no dependency at run time, and no side effect', () => {
    expect(manifest.dependencies).toBeUndefined();
    expect(manifest.optionalDependencies).toBeUndefined();
    expect(manifest.sideEffects).toBe(false);
    expect(manifest.peerDependenciesMeta).toEqual({ 'fast-check': { optional: true } });
  });
});
