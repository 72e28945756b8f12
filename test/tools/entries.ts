import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Not `import.meta.dirname`: tsup bundles this file into its config and keeps only the URL true.
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The one list of entry points: the root, each folder of `src/` with an `index.ts`, and each such folder of
 * `src/codepage/` (a family of code pages with large tables). Name in `dist/` to source file.
 */
export function entries(): Record<string, string> {
  const list: Record<string, string> = { index: 'src/index.ts' };
  for (const name of [...folders('src'), ...folders('src/codepage').map((page) => `codepage/${page}`)]) {
    list[name] = `src/${name}/index.ts`;
  }
  return list;
}

interface Condition {
  readonly types: string;
  readonly default: string;
}

/** What `exports` in package.json must be for these entries. */
export function exportsOf(
  names: readonly string[],
): Record<string, string | { readonly import: Condition; readonly require: Condition }> {
  const subpaths = names.map((name) => [
    name === 'index' ? '.' : `./${name}`,
    {
      import: { types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` },
      require: { types: `./dist/${name}.d.cts`, default: `./dist/${name}.cjs` },
    },
  ]);
  return Object.fromEntries([...subpaths, ['./package.json', './package.json']]);
}

function folders(parent: string): string[] {
  const path = join(ROOT, parent);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => existsSync(join(path, name, 'index.ts')))
    .sort();
}
