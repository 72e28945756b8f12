import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { DOUBLE_BYTE_PAGES, SINGLE_BYTE_PAGES } from '../../src/codepage/all/index.js';

const SOURCES = join(import.meta.dirname, '../../src/codepage');

/** What a program that uses one export of an entry has of the library, minified. */
async function bundle(entry: string, name: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { ${name} } from './${entry}';\nuse(${name});`,
      resolveDir: SOURCES,
      loader: 'ts',
    },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

/** The names of code pages in a bundle. */
const pagesIn = (code: string): string[] =>
  [...new Set(Array.from(code.matchAll(/name:"(\w+)"/g), ([, name]) => name as string))].sort();

describe('a bundle with one code page', () => {
  // Bytes; the code of single-byte pages is 3,100 of them, that of double-byte pages 7,300.
  it.each([
    ['index.ts', 'cp037', ['cp037'], 3600],
    ['single-byte/index.ts', 'cp273', ['cp037', 'cp273'], 4000],
    ['single-byte/index.ts', 'bracket', ['bracket', 'cp037'], 4000],
    ['single-byte/index.ts', 'cp1025', ['cp037', 'cp1025'], 4800],
    ['japanese/index.ts', 'cp930', ['cp037', 'cp290', 'cp930'], 24_500],
    ['japanese/index.ts', 'cp1399', ['cp037', 'cp1399', 'cp5123'], 36_000],
    ['korean/index.ts', 'cp933', ['cp037', 'cp833', 'cp933'], 31_000],
    ['korean/index.ts', 'cp1364', ['cp037', 'cp1364', 'cp833'], 44_000],
    ['simplified-chinese/index.ts', 'cp935', ['cp037', 'cp836', 'cp935'], 26_000],
    ['simplified-chinese/index.ts', 'cp1388', ['cp037', 'cp1388', 'cp836'], 50_000],
    ['traditional-chinese/index.ts', 'cp937', ['cp037', 'cp28709', 'cp937'], 30_500],
    ['traditional-chinese/index.ts', 'cp1371', ['cp037', 'cp1159', 'cp1371'], 30_500],
  ])('%s: %s', async (entry, name, pages, limit) => {
    const code = await bundle(entry, name);
    expect(pagesIn(code)).toEqual([...pages].sort());
    expect(code.length).toBeLessThan(limit);
    expect(code.length).toBeGreaterThan(limit * 0.7);
  });

  it('has all of them when it asks by name', async () => {
    const names = [...SINGLE_BYTE_PAGES, ...DOUBLE_BYTE_PAGES].map((page) => page.name);
    expect(pagesIn(await bundle('all/index.ts', 'codePageByName'))).toEqual(names.sort());
  });

  it('has no page and no table when it uses the functions for text', async () => {
    const code = await bundle('index.ts', 'decodeMixed');
    expect(pagesIn(code)).toEqual([]);
    expect(code.length).toBeLessThan(3000);
  });
});
