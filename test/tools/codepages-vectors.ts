/** The vectors of the tests of code pages, so that these need no converter. */
import { rowDigests } from '../codepage/digest.js';
import { MIXED_PAGES, SINGLE_BYTE_PAGES } from './codepages-manifest.js';
import { literal } from './codepages-render.js';

const SAMPLES: Readonly<Record<string, string>> = {
  japanese: 'A\u65e5\u672c\u8a9e\u306e\u30c6\u30b9\u30c8 1',
  korean: 'A\ud55c\uad6d\uc5b4 \uc2dc\ud5d8 1',
  'simplified-chinese': 'A\u4e2d\u6587\u6d4b\u8bd5\uff0c1',
  'traditional-chinese': 'A\u4e2d\u6587\u6e2c\u8a66\uff0c1',
};

const isControl = (byte: number): boolean => byte < 0x40 || byte === 0xff;

/** `test/codepage/vectors.data.ts`. */
export function vectorsFile(
  tables: ReadonlyMap<string, readonly string[]>,
  pairs: ReadonlyMap<string, ReadonlyMap<number, string>>,
  encode: (converter: string, text: string) => Uint8Array,
): string {
  const pick = (name: string, control: boolean): string =>
    (tables.get(name) as readonly string[]).filter((_, byte) => isControl(byte) === control).join('');
  const usual = pick('cp273', true);
  const singles = SINGLE_BYTE_PAGES.map((page) => {
    const controls = pick(page.name, true);
    const last = controls === usual ? 'CONTROLS' : literal(controls);
    return `  ['${page.name}', ${page.characterSet}, ${page.codePage}, ${literal(pick(page.name, false))}, ${last}],`;
  });
  const doubles = MIXED_PAGES.map((page) => {
    const all = pairs.get(page.name) as ReadonlyMap<number, string>;
    const digests = rowDigests((pair) => all.get(pair) ?? '');
    const sample = SAMPLES[page.folder] as string;
    const bytes = Buffer.from(encode(page.icu, sample)).toString('hex');
    return `  {
    name: '${page.name}',
    characterSet: ${page.characterSet},
    codePage: ${page.codePage},
    count: ${all.size},
    sample: ${literal(sample)},
    bytes: '${bytes}',
    rows: \`\n${(digests.join(' ').match(/.{1,108}/g) ?? []).join('\n')}\`,
  },`;
  });
  return `// Made by \`npm run codepages\` from the converters of ICU and glibc.
/** The characters of the bytes 00 to 3F and FF, as almost all pages have them. */
const CONTROLS = ${literal(usual)};

/** Name, character set, code page, the characters of the bytes 40 to FE, and those of the bytes 00 to 3F and FF. */
// biome-ignore format: one page a line
export const SINGLE_BYTE_VECTORS: readonly (readonly [string, number, number, string, string])[] = [
${singles.join('\n')}
];

export interface DoubleByteVector {
  readonly name: string;
  readonly characterSet: number;
  readonly codePage: number;
  /** How many pairs have a meaning. */
  readonly count: number;
  readonly sample: string;
  /** The sample in the page, by ICU. */
  readonly bytes: string;
  /** Digests of the rows 40 to FE (\`digest.ts\`), with white space between. */
  readonly rows: string;
}

export const DOUBLE_BYTE_VECTORS: readonly DoubleByteVector[] = [
${doubles.join('\n')}
];
`;
}
