/**
 * Makes the code pages of `src/codepage/`, the vectors of their tests and docs/code-pages.md, from ICU's converters
 * and, for three pages that it lacks, glibc's.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cp037 } from '../../src/codepage/index.js';
import { MIXED_PAGES, type MixedPage, SINGLE_BYTE_PAGES } from './codepages-manifest.js';
import { icuDecodeOnly, icuPairs, tableOf } from './codepages-oracles.js';
import {
  allFile,
  differences,
  pack,
  pagesFile,
  pagesIndex,
  singleByteFile,
  singleByteIndex,
  tablesFile,
} from './codepages-render.js';
import { vectorsFile } from './codepages-vectors.js';

const ROOT = join(import.meta.dirname, '../..');
const BASE = Array.from(cp037.toUnicode, (codePoint) => String.fromCharCode(codePoint));

function write(path: string, text: string): void {
  const full = join(ROOT, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, text);
}

const tables = new Map(SINGLE_BYTE_PAGES.map((page) => [page.name, tableOf(page.source)]));
const pairs = new Map(MIXED_PAGES.map((page) => [page.name, icuPairs(page.icu)]));

for (const file of new Set(SINGLE_BYTE_PAGES.map((page) => page.file))) {
  const pages = SINGLE_BYTE_PAGES.filter((page) => page.file === file);
  const text = singleByteFile(
    pages,
    (page) => differences(tables.get(page.name) as string[], BASE),
    ({ name, source }) => ('icu' in source ? icuDecodeOnly(source.icu, tables.get(name) as string[]) : []),
  );
  write(`src/codepage/single-byte/${file}.ts`, text);
}
write('src/codepage/single-byte/index.ts', singleByteIndex());

/** Whether a formula gives the pair, so that no table has it. */
function isUserDefined({ first, last, gaps }: MixedPage['userDefined'], pair: number): boolean {
  const low = pair & 0xff;
  return pair >= first && pair <= last && !(gaps && (low === 0x80 || low === 0xfe));
}

const units = (text: string): number => Array.from(text).length;

for (const folder of new Set(MIXED_PAGES.map((page) => page.folder))) {
  const pages = MIXED_PAGES.filter((page) => page.folder === folder);
  const packed = new Map<string, string>();
  const withSequences = new Set<string>();
  let sequences: (number | string)[] = [];
  for (const page of pages) {
    const all = pairs.get(page.name) as Map<number, string>;
    const basis = pages.find((other) => other.tables.length < page.tables.length);
    const known =
      basis === undefined ? new Map<number, string>() : (pairs.get(basis.name) as Map<number, string>);
    const rest = [...all].filter(([pair, text]) => {
      return pair !== 0x4040 && known.get(pair) !== text && !isUserDefined(page.userDefined, pair);
    });
    packed.set(page.tables.at(-1) as string, pack(new Map(rest.filter(([, text]) => units(text) === 1))));
    const long = rest.filter(([, text]) => units(text) > 1).flat();
    if (long.length === 0) continue;
    withSequences.add(page.name);
    sequences = long;
  }
  write(`src/codepage/${folder}/tables.data.ts`, tablesFile(packed, sequences));
  write(`src/codepage/${folder}/pages.ts`, pagesFile(pages, withSequences));
  write(`src/codepage/${folder}/index.ts`, pagesIndex(pages));
}
write('src/codepage/all/pages.ts', allFile());

const encode = (name: string, text: string): Uint8Array =>
  execFileSync('uconv', ['-f', 'utf-8', '-t', name], { input: text });
write('test/codepage/vectors.data.ts', vectorsFile(tables, pairs, encode));
execFileSync(
  join(ROOT, 'node_modules/.bin/biome'),
  ['check', '--write', 'src/codepage', 'test/codepage/vectors.data.ts'],
  {
    cwd: ROOT,
    stdio: 'inherit',
  },
);
// Looks at the pages as they are now.
const { documentation } = await import('./codepages-documentation.js');
write('docs/code-pages.md', documentation());
