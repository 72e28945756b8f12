import { describe, expect, it } from 'vitest';
import { importCycle, layerFaults } from './layers.js';
import { parse, readSource } from './source.js';

describe('layers of src', () => {
  const files = readSource();

  it('reads the sources', () => {
    expect(files.map((file) => file.path)).toContain('bytes/index.ts');
  });

  it('a folder imports only from lower ones, through their index.ts, and no package', () => {
    expect(layerFaults(files)).toEqual([]);
  });

  it('no file imports itself by way of others', () => {
    expect(importCycle(files)).toBeUndefined();
  });
});

describe('the check of layers itself', () => {
  const faults = (path: string, text: string): string[] => layerFaults([parse(path, text)]);

  it.each([
    ['telnet/a.ts', "import { x } from '../bytes/index.js';"],
    ['telnet/options/a.ts', "export * from '../commands.data.js';"],
    ['telnet/options/a.ts', "import type { X } from '../../machine/index.js';"],
    ['testing/a.ts', "import fc from 'fast-check';"],
    ['index.ts', "export { x } from './session/index.js';"],
  ])('accepts %s: %s', (path, text) => {
    expect(faults(path, text)).toEqual([]);
  });

  it.each([
    ['telnet/a.ts', "import { x } from '../tls/index.js';", 'upwards'],
    ['bytes/a.ts', "import type { X } from '../index.js';", 'upwards'],
    ['telnet/a.ts', "import { x } from '../bytes/hex.js';", 'passes by the door'],
    ['datastream/a.ts', "export * from '../telnet/options/index.js';", 'passes by the door'],
    ['telnet/a.ts', "import fc from 'fast-check';", 'imports fast-check'],
    ['testing/a.ts', "import { readFileSync } from 'fs';", 'imports fs'],
    ['session/a.ts', "import 'node:net';", 'imports node:net'],
    ['session/a.ts', "export type Socket = import('node:net').Socket;", 'imports node:net'],
    ['helpers/a.ts', '', 'has no layer'],
  ])('rejects %s: %s', (path, text, words) => {
    expect(faults(path, text)).toEqual([expect.stringContaining(words)]);
  });

  it('finds a cycle of three files', () => {
    const files = [
      parse('tls/a.ts', "import { b } from './b.js';"),
      parse('tls/b.ts', "import type { C } from './c.js';"),
      parse('tls/c.ts', "export * from './a.js';"),
    ];
    expect(importCycle(files)).toEqual(['tls/a.ts', 'tls/b.ts', 'tls/c.ts', 'tls/a.ts']);
  });
});
