/** The sources of code pages as text. */
import { DIGITS, ONE, pairAtPlace, THREE, TWO } from '../../src/codepage/packed.js';
import { MIXED_PAGES, type MixedPage, SINGLE_BYTE_PAGES, type SingleBytePage } from './codepages-manifest.js';

/** Said at the top of every file that is made. */
const MADE = '// Made by `npm run codepages`: change test/tools/codepages-manifest.ts, not this file.';

export const hex = (value: number, digits: number): string => `0x${value.toString(16).padStart(digits, '0')}`;
const cgcsgid = (page: { readonly characterSet: number; readonly codePage: number }): string =>
  hex(page.characterSet * 65536 + page.codePage, 8);

/** Scripts that an editor shows as they stand: from left to right, each character in its own place. */
const PLAIN =
  /[!-~\u00a1-\u00ac\u00ae-\u00ff\u20ac]|[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Katakana}]/u;

/** A string literal; whatever could be taken for something else is written as its number. */
export function literal(text: string): string {
  const parts = Array.from(text, (character) => {
    if (character === "'" || character === '\\') return `\\${character}`;
    if (PLAIN.test(character) && character.normalize('NFC') === character) return character;
    return Array.from(
      { length: character.length },
      (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`,
    ).join('');
  });
  return `'${parts.join('')}'`;
}

/** By turns a byte, and the characters from there on that differ. */
export function differences(table: readonly string[], base: readonly string[]): (number | string)[] {
  const list: (number | string)[] = [];
  for (let byte = 0; byte < 256; byte++) {
    const character = table[byte] as string;
    if (character === base[byte]) continue;
    if (byte > 0 && table[byte - 1] !== base[byte - 1]) list.push(`${list.pop()}${character}`);
    else list.push(byte, character);
  }
  return list;
}

function sourceOf({ source }: SingleBytePage): string {
  if ('icu' in source) return `As ICU's \`${source.icu}\`.`;
  if ('icuHalf' in source) return `As the single-byte half of ICU's \`${source.icuHalf}\`.`;
  if ('glibc' in source) return `As glibc's \`${source.glibc}\`.`;
  return 'As x3270 shows it.';
}

/** By turns numbers and texts as the inside of an array literal, two together, in lines that are not too long. */
function list(items: readonly (number | string)[], digits: number, indent = '  '): string {
  const lines = [''];
  for (let i = 0; i < items.length; i += 2) {
    const two = `${hex(items[i] as number, digits)}, ${literal(items[i + 1] as string)}, `;
    if ((lines.at(-1) as string).length + two.length > 100 && lines.at(-1) !== '') lines.push('');
    lines[lines.length - 1] += two;
  }
  const trimmed = lines.map((line) => line.trimEnd());
  return lines.length === 1
    ? (trimmed[0] as string).slice(0, -1)
    : `\n${indent}  ${trimmed.join(`\n${indent}  `)}\n${indent}`;
}

/** A file of `src/codepage/single-byte/`. */
export function singleByteFile(
  pages: readonly SingleBytePage[],
  changes: (page: SingleBytePage) => readonly (number | string)[],
  decodeOnly: (page: SingleBytePage) => readonly number[],
): string {
  const parts = pages.map(
    (page) => `/** ${page.title}. ${sourceOf(page)} */
export const ${page.name}: CodePage = /* @__PURE__ */ variantOf037({
  name: '${page.name}',
  cgcsgid: ${cgcsgid(page)}, // ${page.characterSet}, ${page.codePage}
  // biome-ignore format: rows of bytes and characters
  differences: [${list(changes(page), 2)}],${decodeOnlyLine(decodeOnly(page))}
});
`,
  );
  return `${MADE}
import type { CodePage } from '../code-page.js';
import { variantOf037 } from '../variant.js';

${parts.join('\n')}`;
}

const decodeOnlyLine = (bytes: readonly number[]): string =>
  bytes.length === 0 ? '' : `\n  decodeOnly: [${bytes.map((byte) => hex(byte, 2)).join(', ')}],`;

/** The door of `src/codepage/single-byte/`. */
export function singleByteIndex(): string {
  const files = [...new Set(SINGLE_BYTE_PAGES.map((page) => page.file))].sort();
  const lines = files.map((file) => {
    const names = SINGLE_BYTE_PAGES.filter((page) => page.file === file).map((page) => page.name);
    return `export { ${names.sort().join(', ')} } from './${file}.js';`;
  });
  return [MADE, "export { cp037 } from '../cp037.js';", ...lines, ''].join('\n');
}

/** Numbers as a packed table has them: see `unpack` in `src/codepage/packed.ts`. */
function digits(value: number): string {
  const at = (digit: number): string => DIGITS[digit] as string;
  const base = DIGITS.length;
  if (value < ONE) return at(value);
  const two = ONE + (TWO - ONE) * base;
  if (value < two) return at(ONE + Math.floor((value - ONE) / base)) + at((value - ONE) % base);
  const rest = value - two;
  const low = at(Math.floor(rest / base) % base) + at(rest % base);
  if (rest < (THREE - TWO) * base * base) return at(TWO + Math.floor(rest / base / base)) + low;
  const more = rest - (THREE - TWO) * base * base;
  return (
    at(THREE) + at(Math.floor(more / base / base)) + at(Math.floor(more / base) % base) + at(more % base)
  );
}

/** Packs pairs and their characters of one code point each. */
export function pack(pairs: ReadonlyMap<number, string>): string {
  let packed = '';
  let codePoint = 0;
  let end = 0;
  for (let place = 0; place < 190 * 190; ) {
    const run: number[] = [];
    for (let next = pairs.get(pairAtPlace(place + run.length)); next !== undefined; ) {
      run.push(next.codePointAt(0) as number);
      next = place + run.length < 190 * 190 ? pairs.get(pairAtPlace(place + run.length)) : undefined;
    }
    if (run.length === 0) {
      place++;
      continue;
    }
    packed += digits(place - end) + digits(run.length);
    for (const one of run) {
      const distance = one - codePoint;
      packed += digits(distance >= 0 ? distance * 2 : -distance * 2 - 1);
      codePoint = one + 1;
    }
    place += run.length;
    end = place;
  }
  return packed;
}

/** `tables.data.ts` of a folder. */
export function tablesFile(
  tables: ReadonlyMap<string, string>,
  sequences: readonly (number | string)[],
): string {
  const parts = [...tables].map(([name, packed]) => {
    const lines = packed.match(/.{1,110}/g) ?? [];
    return `export const ${name} = \`\n${lines.join('\n')}\`;\n`;
  });
  if (sequences.length > 0) {
    parts.push(`/** Pairs that are a letter with a combining mark. */
// biome-ignore format: rows of pairs and texts
export const SEQUENCES: readonly (number | string)[] = [${list(sequences, 4, '')}];\n`);
  }
  return `${MADE}\n// The form of these tables: src/codepage/packed.ts.\n\n${parts.join('\n')}`.replaceAll(
    / +$/gm,
    '',
  );
}

/** `pages.ts` of a folder. */
export function pagesFile(pages: readonly MixedPage[], withSequences: ReadonlySet<string>): string {
  const halves = [...new Set(pages.map((page) => page.singleByte))].sort();
  const tables = [...new Set(pages.flatMap((page) => page.tables))];
  if (pages.some((page) => withSequences.has(page.name))) tables.push('SEQUENCES');
  const parts = pages.map((page) => {
    const { first, last, codePoint, gaps } = page.userDefined;
    const sequences = withSequences.has(page.name) ? '\n  sequences: SEQUENCES,' : '';
    return `/** ${page.title}. As ICU's \`${page.icu}\`. */
export const ${page.name}: DoubleByteCodePage = /* @__PURE__ */ packedPage({
  name: '${page.name}',
  singleByte: ${page.singleByte},
  cgcsgid: ${cgcsgid(page)}, // ${page.characterSet}, ${page.codePage}
  tables: [${page.tables.join(', ')}],${sequences}
  userDefined: { first: ${hex(first, 4)}, last: ${hex(last, 4)}, codePoint: ${hex(codePoint, 4)}, gaps: ${gaps} },
});
`;
  });
  return `${MADE}
import type { DoubleByteCodePage } from '../double-byte.js';
import { packedPage } from '../packed.js';
import { ${halves.join(', ')} } from '../single-byte/asian.js';
import { ${tables.sort().join(', ')} } from './tables.data.js';

${parts.join('\n')}`;
}

export function pagesIndex(pages: readonly MixedPage[]): string {
  const names = pages.map((page) => page.name).sort();
  return `${MADE}\nexport { ${names.join(', ')} } from './pages.js';\n`;
}

/** `all/pages.ts`: every page there is. */
export function allFile(): string {
  const folders = [...new Set(MIXED_PAGES.map((page) => page.folder))].sort();
  const singles = ['cp037', ...SINGLE_BYTE_PAGES.map((page) => page.name)];
  const imports = folders.map((folder) => {
    const names = MIXED_PAGES.filter((page) => page.folder === folder).map((page) => page.name);
    return `import { ${names.sort().join(', ')} } from '../${folder}/index.js';`;
  });
  return `${MADE}
import type { CodePage } from '../code-page.js';
import type { DoubleByteCodePage } from '../double-byte.js';
${imports.join('\n')}
import * as singleByte from '../single-byte/index.js';

/** Every page of the library with single-byte characters only. */
export const SINGLE_BYTE_PAGES: readonly CodePage[] = [
${singles.map((name) => `  singleByte.${name},`).join('\n')}
];

/** Every page of the library with double-byte characters. */
export const DOUBLE_BYTE_PAGES: readonly DoubleByteCodePage[] = [
${MIXED_PAGES.map((page) => `  ${page.name},`).join('\n')}
];
`;
}
