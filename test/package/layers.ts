import { resolve, type SourceFile } from './source.js';

/** The folders of `src/` from the lowest layer up: a folder imports only from those before it. */
export const LAYERS: readonly string[] = [
  'bytes',
  'machine',
  'codepage',
  'telnet',
  'tls',
  'datastream',
  'screen',
  'nvt',
  'tn3270e',
  'printer',
  'transfer',
  'session',
  'trace',
  'testing',
];

const folderOf = (path: string): string => (path.includes('/') ? (path.split('/')[0] as string) : 'the root');
const levelOf = (path: string): number =>
  path.includes('/') ? LAYERS.indexOf(folderOf(path)) : LAYERS.length;

/** What an import breaks of the order of layers, in words, or undefined. */
function wrongImport(from: string, specifier: string): string | undefined {
  const to = resolve(from, specifier);
  if (to === undefined) {
    const allowed = specifier === 'fast-check' && folderOf(from) === 'testing';
    return allowed ? undefined : `${from} imports ${specifier}`;
  }
  if (folderOf(to) === folderOf(from)) return undefined;
  if (levelOf(to) >= levelOf(from)) return `${from} imports upwards: ${to}`;
  return to.split('/').length === 2 && to.endsWith('/index.ts')
    ? undefined
    : `${from} passes by the door of ${folderOf(to)}: ${to}`;
}

/** Folders that have no layer, and imports that break the order. */
export function layerFaults(files: readonly SourceFile[]): string[] {
  const homeless = files.filter((file) => levelOf(file.path) < 0).map((file) => `${file.path} has no layer`);
  const imports = files.flatMap((file) =>
    file.specifiers.map((specifier) => wrongImport(file.path, specifier)),
  );
  return [...homeless, ...imports.filter((fault) => fault !== undefined)];
}

/** The files of one cycle of imports, first and last the same, or undefined. Imports of types count too. */
export function importCycle(files: readonly SourceFile[]): string[] | undefined {
  const imports = new Map(
    files.map(({ path, specifiers }) => [path, specifiers.map((name) => resolve(path, name))]),
  );
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): string[] | undefined => {
    const start = trail.indexOf(path);
    if (start >= 0) return [...trail.slice(start), path];
    if (done.has(path)) return undefined;
    for (const next of imports.get(path) ?? []) {
      const cycle = next === undefined ? undefined : walk(next, [...trail, path]);
      if (cycle !== undefined) return cycle;
    }
    done.add(path);
    return undefined;
  };
  for (const path of imports.keys()) {
    const cycle = walk(path, []);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}
