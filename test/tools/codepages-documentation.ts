/** docs/code-pages.md, written from the pages and their manifest. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aliasesOf, codePageByName } from '../../src/codepage/all/index.js';
import { type CodePage, cp037, type DoubleByteCodePage } from '../../src/codepage/index.js';
import { MIXED_PAGES, type Numbers, SINGLE_BYTE_PAGES, type SingleBytePage } from './codepages-manifest.js';
import { ALL_PAIRS } from './codepages-oracles.js';

const ROOT = join(import.meta.dirname, '../..');
const MARKS: Readonly<Record<Numbers, string>> = {
  emulator: '',
  register: ' (1)',
  'as the page it extends': ' (2)',
  unknown: ' (3)',
};

function sourceOf({ source }: SingleBytePage): string {
  if ('icu' in source) return `ICU ${source.icu}`;
  if ('icuHalf' in source) return `ICU ${source.icuHalf}, half`;
  if ('glibc' in source) return `glibc ${source.glibc}`;
  return 'x3270';
}

function differing(page: CodePage): number {
  return page.toUnicode.filter((codePoint, byte) => codePoint !== cp037.toUnicode[byte]).length;
}

function singleByteRow(page: SingleBytePage): string {
  const made = codePageByName(page.name) as CodePage;
  const assigned = made.toUnicode.filter((codePoint) => codePoint !== 0xfffd).length;
  const numbers = `${page.characterSet}-${page.codePage}${MARKS[page.numbers]}`;
  const names = aliasesOf(page.name).join(', ');
  return `| \`${page.name}\` | ${page.title} | ${numbers} | ${assigned} | ${differing(made)} | ${names} | ${sourceOf(page)} |`;
}

/** The literals of a folder's tables, in bytes. */
function tableSizes(folder: string): Map<string, number> {
  const text = readFileSync(join(ROOT, `src/codepage/${folder}/tables.data.ts`), 'utf8');
  const found = text.matchAll(/export const (\w+) = `([^`]*)`/g);
  return new Map(Array.from(found, ([, name, packed]) => [name as string, (packed as string).length]));
}

function mixedRow(page: (typeof MIXED_PAGES)[number]): string {
  const { doubleByte } = codePageByName(page.name) as DoubleByteCodePage;
  const count = ALL_PAIRS.filter((pair) => doubleByte.decodeText(pair) !== '').length;
  const sizes = tableSizes(page.folder);
  const bytes = page.tables.reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0);
  const { first, last, codePoint } = page.userDefined;
  const own = `${first.toString(16).toUpperCase()} to ${last.toString(16).toUpperCase()}, from U+${codePoint.toString(16).toUpperCase()}`;
  const numbers = `${page.characterSet}-${page.codePage}${MARKS[page.numbers]}`;
  const names = aliasesOf(page.name).join(', ');
  return `| \`${page.name}\` | ${page.title} | \`codepage/${page.folder}\` | \`${page.singleByte}\` | ${numbers} | ${count} | ${own} | ${(bytes / 1024).toFixed(1)} | ${names} |`;
}

export function documentation(): string {
  const files = [...new Set(SINGLE_BYTE_PAGES.map((page) => page.file))];
  const singles = files.flatMap((file) =>
    SINGLE_BYTE_PAGES.filter((page) => page.file === file).map(singleByteRow),
  );
  return `<!-- Made by \`npm run codepages\`. -->
# Code pages

\`cp037\` comes with \`sans3270/codepage\`, and so do the functions that make a page of a table of one's own. The others
have entries of their own, so that each costs only those who import it:

\`\`\`ts
import { decodeText } from 'sans3270/codepage';
import { cp273 } from 'sans3270/codepage/single-byte';
import { cp939 } from 'sans3270/codepage/japanese';
import { codePageByName } from 'sans3270/codepage/all'; // all of them, for tools
\`\`\`

A page works out its tables at its first use. Characters follow ICU 72; where it lacks a page, glibc 2.36. A byte without
a meaning is U+FFFD in \`toUnicode\`, and a blank on the screen. Byte 15 is U+0085 and byte 25 U+000A in every page;
Java alone has them the other way round, and a 3270 shows neither.

Numbers are the character set (GCSGID) and the code page (CPGID) as the Character Sets query reply and the variables
CHARSET and CODEPAGE give them. They are those of s3270 4.1, but for (1) numbers from IBM's register, which no emulator at
hand confirms, (2) numbers of the page that the page extends, which every host knows, and (3) a character set whose
number is not known, given as 65535.

## Single-byte pages

| name | for | numbers | characters | otherwise than in 37 | also called | source |
| --- | --- | --- | --- | --- | --- | --- |
| \`cp037\` | USA, Canada, Netherlands, Portugal, Brazil, Australia, New Zealand | 697-37 | 256 | 0 | ${aliasesOf('cp037').join(', ')} | ICU ibm-37 |
${singles.join('\n')}

Of two bytes with one character the lower encodes it, but for three tone marks of 838 and 1160, which all converters
encode to ED, EE and EF.

## Double-byte pages

The single-byte half is a page of \`sans3270/codepage/single-byte\`; its numbers are those of the page. Numbers here are of
the double-byte half. User-defined characters stand in Unicode's private use area in order, and need no table. Sizes are
of the literal tables; a page also has its single-byte half and some 6 KiB of code.

| name | for | entry | single-byte half | numbers | pairs | user-defined | KiB | also called |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
${MIXED_PAGES.map(mixedRow).join('\n')}

- Of two pairs with one character the higher encodes it: in 937 and 1371, 189 radicals and numerals of the rows 45, 48
  and 49 decode to the ideographs of later rows.
- 1390 and 1399 have 303 characters beyond U+FFFF, and 25 pairs that are a letter with a combining mark, such as
  U+304B U+309A.
- The euro sign of 1371, 1390 and 1399 is one byte, and also a pair, which text is encoded to only where a single byte
  may not stand.
`;
}
