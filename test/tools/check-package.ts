/**
 * Checks the package as users get it: packs it, unpacks it as the one dependency of an empty project, and looks at the
 * manifest (publint), at how types resolve (attw), at what `import` and `require` load, and at what TypeScript compiles.
 */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import ts from 'typescript';
import { entries } from './entries.js';

const ROOT = join(import.meta.dirname, '../..');
const BIN = join(ROOT, 'node_modules/.bin');
const NAMES = Object.keys(entries());
const subpath = (name: string): string => (name === 'index' ? 'sans3270' : `sans3270/${name}`);
const SUBPATHS = NAMES.map(subpath);

function check(name: string, works: () => void): void {
  const start = performance.now();
  works();
  console.log(`ok ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
}

/** Runs a program; on failure its output becomes the error. */
function run(cwd: string, program: string, ...args: readonly string[]): string {
  try {
    return execFileSync(program, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`${program} ${args.join(' ')} failed\n${stdout ?? ''}${stderr ?? String(error)}`);
  }
}

/** Packs into `folder`; returns the path of the tarball. */
function pack(folder: string): string {
  const output = run(ROOT, 'npm', 'pack', '--json', '--ignore-scripts', '--pack-destination', folder);
  const [packed] = JSON.parse(output) as { filename: string; files: { path: string }[] }[];
  if (packed === undefined) throw new Error('npm pack made nothing');
  const allowed =
    /^(dist\/|docs\/[a-z0-9-]+\.md$|examples\/|package\.json$|README\.md$|LICENSE$|CHANGELOG\.md$)/;
  const stray = packed.files.map((file) => file.path).filter((path) => !allowed.test(path));
  if (stray.length > 0) throw new Error(`packed by mistake: ${stray.join(', ')}`);
  for (const path of [
    'README.md',
    'LICENSE',
    'CHANGELOG.md',
    'docs/architecture.md',
    'examples/smallest.ts',
  ]) {
    if (!packed.files.some((file) => file.path === path)) throw new Error(`${path} is not packed`);
  }
  return join(folder, packed.filename);
}

/** An empty project that has the packed package, and fast-check as a user of `sans3270/testing` would. */
function makeConsumer(folder: string, tarball: string): string {
  const modules = join(folder, 'consumer/node_modules');
  mkdirSync(join(modules, 'sans3270'), { recursive: true });
  run(folder, 'tar', '-xzf', tarball, '-C', join(modules, 'sans3270'), '--strip-components=1');
  symlinkSync(join(ROOT, 'node_modules/fast-check'), join(modules, 'fast-check'));
  writeFileSync(join(folder, 'consumer/package.json'), '{ "name": "consumer", "private": true }\n');
  return join(folder, 'consumer');
}

async function checkManifest(consumer: string): Promise<void> {
  const pkgDir = join(consumer, 'node_modules/sans3270');
  const { messages, pkg } = await publint({ pkgDir, strict: true });
  if (messages.length > 0) throw new Error(messages.map((message) => formatMessage(message, pkg)).join('\n'));
}

/**
 * Loads every subpath and looks for classes and for exports of the root that exist twice. Tables and functions of the
 * same name may differ between folders: telnet and the data stream both have commands.
 */
const LOAD = `
const homes = new Map();
const faults = [];
const isClass = (value) => typeof value === 'function' && /^class\\b/.test(Function.prototype.toString.call(value));
const note = (subpath, exported) => {
  for (const [name, value] of Object.entries(exported)) {
    if (name === 'default' || name === 'module.exports') continue;
    if (!homes.has(name)) homes.set(name, new Map());
    homes.get(name).set(subpath, value);
  }
};
const finish = () => {
  if (!(homes.get('UsageError')?.size >= 2)) faults.push('UsageError does not come from the root and a subpath');
  for (const [name, values] of homes) {
    const all = [...values.values()];
    if (all.some(isClass) && new Set(all).size > 1) faults.push('two classes ' + name + ': ' + [...values.keys()]);
    const [root, ...others] = values.has('sans3270') ? [values.get('sans3270'), ...all.slice(1)] : [];
    if (root !== undefined && !others.includes(root)) faults.push('the root has its own ' + name);
  }
  if (faults.length > 0) throw new Error(faults.join('; '));
};
`;

function checkLoading(consumer: string): void {
  const list = JSON.stringify(SUBPATHS);
  writeFileSync(
    join(consumer, 'load.mjs'),
    `${LOAD}for (const subpath of ${list}) note(subpath, await import(subpath));\nfinish();\n`,
  );
  writeFileSync(
    join(consumer, 'load.cjs'),
    `${LOAD}for (const subpath of ${list}) note(subpath, require(subpath));\nfinish();\n`,
  );
  run(consumer, process.execPath, 'load.mjs');
  run(consumer, process.execPath, 'load.cjs');
}

/** Every value that the types promise is there at run time, in both forms: bundled types forget that an export was one of a type. */
function checkValues(consumer: string): void {
  const manifest = JSON.parse(readFileSync(join(consumer, 'node_modules/sans3270/package.json'), 'utf8')) as {
    exports: Record<string, { import?: { types: string } }>;
  };
  const paths = SUBPATHS.map((path) => {
    const key = path === 'sans3270' ? '.' : path.replace('sans3270', '.');
    return join(consumer, 'node_modules/sans3270', manifest.exports[key]?.import?.types ?? key);
  });
  const program = ts.createProgram(paths, {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
  });
  const checker = program.getTypeChecker();
  const promised = paths.map((path, index) => {
    const file = program.getSourceFile(path);
    const module = file === undefined ? undefined : checker.getSymbolAtLocation(file);
    if (module === undefined) throw new Error(`no types in ${path}`);
    const values = checker.getExportsOfModule(module).filter((symbol) => isValue(symbol, checker));
    return [SUBPATHS[index], values.map(({ name }) => name)] as const;
  });
  writeFileSync(
    join(consumer, 'values.mjs'),
    `for (const [subpath, names] of ${JSON.stringify(promised)}) {
  const found = await import(subpath);
  for (const name of names) if (!(name in found)) throw new Error(subpath + ' has no ' + name);
}
`,
  );
  run(consumer, process.execPath, 'values.mjs');
}

function isValue(symbol: ts.Symbol, checker: ts.TypeChecker): boolean {
  if (symbol.declarations?.some((one) => ts.isTypeOnlyImportOrExportDeclaration(one)) === true) return false;
  const meant = (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
  return (meant.flags & ts.SymbolFlags.Value) !== 0;
}

/** No built file names Node or a package, `sans3270/testing` aside. */
function checkImports(consumer: string): void {
  const dist = join(consumer, 'node_modules/sans3270/dist');
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.c?js$/.test(file),
  );
  const named = /\b(?:from|import|require)\s*\(?\s*["']([^."'][^"']*)["']/g;
  for (const file of files) {
    const names = [...readFileSync(join(dist, file), 'utf8').matchAll(named)].map((match) => match[1]);
    const strange = names.filter((name) => name !== 'fast-check');
    if (strange.length > 0) throw new Error(`dist/${file} imports ${strange.join(', ')}`);
  }
  for (const name of NAMES.filter((name) => name !== 'testing')) checkNoPeer(dist, name);
}

/** Follows the chunks of an entry: a user without fast-check must be able to load it. */
function checkNoPeer(dist: string, name: string): void {
  for (const kind of ['js', 'cjs']) {
    const seen = new Set<string>();
    const todo = [join(dist, `${name}.${kind}`)];
    for (let path = todo.pop(); path !== undefined; path = todo.pop()) {
      if (seen.has(path)) continue;
      seen.add(path);
      const text = readFileSync(path, 'utf8');
      if (/["']fast-check["']/.test(text)) throw new Error(`${subpath(name)} needs fast-check`);
      for (const [, chunk] of text.matchAll(/["'](\.{1,2}\/[^"']+)["']/g)) {
        const next = join(path, '..', chunk as string);
        if (existsSync(next)) todo.push(next);
      }
    }
  }
}

/** What an unused entry may leave in a bundle: numbers worked out from others, no table. In bytes, minified. */
const LEFT_BY_UNUSED = 5000;

/**
 * Bundles each entry unused. What remains stands in the bundle of everyone who imports anything near it: a call without
 * `@__PURE__`, a spread, a read of a property. `sideEffects` does not help there, since entries share chunks; the copy
 * has no manifest, so that it does not hide them here.
 */
async function checkShaking(consumer: string): Promise<void> {
  const dist = join(consumer, 'shaken');
  cpSync(join(consumer, 'node_modules/sans3270/dist'), dist, { recursive: true });
  const faults: string[] = [];
  for (const name of NAMES) {
    const { outputFiles } = await build({
      stdin: { contents: `import './${name}.js';`, resolveDir: dist },
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      external: ['fast-check'],
      write: false,
    });
    const code = outputFiles[0]?.text ?? '';
    if (code.length <= LEFT_BY_UNUSED) continue;
    faults.push(`${subpath(name)} unused leaves ${code.length} bytes: ${code.slice(0, 600)}`);
  }
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

/** Compiles, without skipLibCheck and without Node's or the browser's types, a file that imports every subpath. */
function checkTypes(consumer: string): void {
  const imports = SUBPATHS.map((path, index) => `import * as entry${index} from '${path}';`);
  const uses = SUBPATHS.map((_, index) => `entry${index}`);
  const code = [
    ...imports,
    "import { UsageError, type UsageErrorCode } from 'sans3270';",
    "import { UsageError as Same } from 'sans3270/bytes';",
    "const code: UsageErrorCode = new Same('argument-invalid', '').code;",
    'const error: UsageError = new Same(code, "");',
    `export const all: readonly object[] = [error, ${uses.join(', ')}];`,
    '',
  ].join('\n');
  for (const name of ['use.ts', 'use.mts', 'use.cts']) writeFileSync(join(consumer, name), code);
  const tsc = join(BIN, 'tsc');
  const options = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--target', 'es2022'];
  const lib = ['--lib', 'es2022'];
  for (const [module, resolution, ...files] of [
    ['node16', 'node16', 'use.mts', 'use.cts'],
    ['nodenext', 'nodenext', 'use.mts', 'use.cts'],
    ['esnext', 'bundler', 'use.ts'],
  ] as const) {
    run(consumer, tsc, ...options, ...lib, '--module', module, '--moduleResolution', resolution, ...files);
  }
}

const folder = mkdtempSync(join(tmpdir(), 'sans3270-'));
try {
  if (!existsSync(join(ROOT, 'dist'))) throw new Error('there is no dist: npm run build');
  let tarball = '';
  let consumer = '';
  check('packed, nothing but dist, docs, examples, manifest, README, LICENSE, CHANGELOG', () => {
    tarball = pack(folder);
    consumer = makeConsumer(folder, tarball);
  });
  await checkManifest(consumer);
  console.log('ok publint --strict');
  check('attw --profile node16', () => run(ROOT, join(BIN, 'attw'), tarball, '--profile', 'node16'));
  check('import and require load every subpath, and a class is the same class from each', () =>
    checkLoading(consumer),
  );
  check('every value that the types promise is there', () => checkValues(consumer));
  check('no entry but sans3270/testing needs a package', () => checkImports(consumer));
  await checkShaking(consumer);
  console.log('ok unused entries leave next to nothing in a bundle');
  check('TypeScript compiles a user of every subpath: node16, nodenext, bundler', () => checkTypes(consumer));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
