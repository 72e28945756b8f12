/** The code pages of the library: their numbers, and where their characters come from. */

/** Who says which character a byte has. */
export type Source =
  | { readonly icu: string }
  /** The single-byte half of a mixed converter, without the single-byte characters named. */
  | { readonly icuHalf: string; readonly without?: number }
  | { readonly glibc: string }
  /** Page 37 as emulators have it, with brackets where page 1047 has them. */
  | { readonly changes: readonly (readonly [byte: number, character: string])[] };

/** Who says which character set a page has: a running s3270 4.1, IBM's register, or a page that this one extends. */
export type Numbers = 'emulator' | 'register' | 'as the page it extends' | 'unknown';

export interface SingleBytePage {
  readonly name: string;
  /** File of `src/codepage/single-byte/`, without `.ts`. */
  readonly file: string;
  readonly title: string;
  readonly characterSet: number;
  readonly codePage: number;
  readonly numbers: Numbers;
  readonly source: Source;
}

type Row = readonly [codePage: number, characterSet: number, title: string, numbers?: Numbers];

const fromIcu = (file: string, rows: readonly Row[]): SingleBytePage[] =>
  rows.map(([codePage, characterSet, title, numbers = 'register']) => ({
    name: `cp${String(codePage).padStart(3, '0')}`,
    file,
    title,
    characterSet,
    codePage,
    numbers,
    source: { icu: `ibm-${codePage}` },
  }));

const fromGlibc = (
  file: string,
  [codePage, characterSet, title, numbers]: Required<Row>,
): SingleBytePage => ({
  name: `cp${codePage}`,
  file,
  title,
  characterSet,
  codePage,
  numbers,
  source: { glibc: `IBM${codePage}` },
});

const half = (
  name: string,
  title: string,
  characterSet: number,
  codePage: number,
  numbers: Numbers,
  icuHalf: string,
  without?: number,
): SingleBytePage => ({
  name,
  file: 'asian',
  title,
  characterSet,
  codePage,
  numbers,
  source: without === undefined ? { icuHalf } : { icuHalf, without },
});

/** In the order of the files and of the table in the documentation. `cp037` stands in `src/codepage/cp037.ts`. */
export const SINGLE_BYTE_PAGES: readonly SingleBytePage[] = [
  ...fromIcu('latin-1', [
    [273, 697, 'Austria, Germany', 'emulator'],
    [277, 697, 'Denmark, Norway', 'emulator'],
    [278, 697, 'Finland, Sweden', 'emulator'],
    [280, 697, 'Italy', 'emulator'],
    [284, 697, 'Spain, Latin America', 'emulator'],
    [285, 697, 'United Kingdom', 'emulator'],
    [297, 697, 'France', 'emulator'],
    [500, 697, 'Belgium, Canada, Switzerland, international', 'emulator'],
    [871, 697, 'Iceland', 'emulator'],
    [1047, 697, 'Open systems, Latin-1', 'emulator'],
  ]),
  fromGlibc('latin-1', [275, 697, 'Brazil', 'emulator']),
  {
    name: 'bracket',
    file: 'latin-1',
    title: 'As 37, with the brackets where page 1047 has them; the default of x3270',
    characterSet: 697,
    codePage: 37,
    numbers: 'emulator',
    source: {
      changes: [
        [0xad, '['],
        [0xba, '\u00dd'],
        [0xbb, '\u00a8'],
        [0xbd, ']'],
      ],
    },
  },
  ...fromIcu('latin-1-euro', [
    [1140, 695, 'As 37, with the euro sign', 'emulator'],
    [1141, 695, 'As 273, with the euro sign', 'emulator'],
    [1142, 695, 'As 277, with the euro sign', 'emulator'],
    [1143, 695, 'As 278, with the euro sign', 'emulator'],
    [1144, 695, 'As 280, with the euro sign', 'emulator'],
    [1145, 695, 'As 284, with the euro sign', 'emulator'],
    [1146, 695, 'As 285, with the euro sign', 'emulator'],
    [1147, 695, 'As 297, with the euro sign', 'emulator'],
    [1148, 695, 'As 500, with the euro sign', 'emulator'],
    [1149, 695, 'As 871, with the euro sign', 'emulator'],
  ]),
  ...fromIcu('latin', [
    [870, 959, 'Latin-2: Central Europe', 'emulator'],
    [1153, 1375, 'As 870, with the euro sign'],
    [1026, 1152, 'Turkey, Latin-5', 'emulator'],
    [1155, 1378, 'As 1026, with the euro sign'],
    [1112, 1305, 'Baltic'],
    [1156, 1393, 'As 1112, with the euro sign'],
    [1122, 1307, 'Estonia'],
    [1157, 1391, 'As 1122, with the euro sign'],
    [1130, 1336, 'Vietnam'],
    [1164, 1397, 'As 1130, with the euro sign'],
  ]),
  fromGlibc('latin', [905, 1286, 'Latin-3: Turkey before page 1026, Esperanto, Malta', 'register']),
  ...fromIcu('greek', [[875, 925, 'Greece', 'emulator']]),
  ...fromIcu('cyrillic', [
    [1025, 1150, 'Cyrillic'],
    [1154, 1381, 'As 1025, with the euro sign'],
    [1123, 1326, 'Ukraine'],
    [1158, 1388, 'As 1123, with the euro sign'],
  ]),
  fromGlibc('cyrillic', [880, 959, 'Cyrillic before page 1025', 'emulator']),
  fromGlibc('cyrillic', [1166, 65535, 'Kazakhstan', 'unknown']),
  ...fromIcu('hebrew', [
    [424, 1349, 'Israel', 'emulator'],
    [803, 1147, 'Israel, before page 424', 'emulator'],
  ]),
  ...fromIcu('arabic', [
    [420, 235, 'Arabic'],
    [918, 1160, 'Urdu'],
    [1097, 1219, 'Farsi'],
  ]),
  ...fromIcu('asian', [
    [838, 1176, 'Thailand'],
    [1160, 1395, 'As 838, with the euro sign', 'emulator'],
    [1132, 1341, 'Laos'],
    [1137, 1468, 'India, Devanagari'],
    [290, 1172, 'Japan, katakana; half of 930', 'emulator'],
  ]),
  half('cp8482', 'As 290, with the euro sign; half of 1390', 1172, 290, 'as the page it extends', 'ibm-1390'),
  half('cp1027', 'Japan, Latin; half of 939', 1172, 1027, 'emulator', 'ibm-939'),
  half(
    'cp5123',
    'As 1027, with the euro sign; half of 1399',
    1172,
    1027,
    'as the page it extends',
    'ibm-1399',
  ),
  half('cp833', 'Korea; half of 933 and 1364', 1173, 833, 'register', 'ibm-933'),
  half('cp836', 'Simplified Chinese; half of 935 and 1388', 1174, 836, 'emulator', 'ibm-935'),
  half('cp28709', 'Traditional Chinese; half of 937', 1175, 37, 'emulator', 'ibm-937'),
  half(
    'cp1159',
    'As 28709, with the euro sign; half of 1371',
    1175,
    37,
    'as the page it extends',
    'ibm-1371',
  ),
];

export interface MixedPage {
  readonly name: string;
  /** Folder of `src/codepage/`, an entry of the package. */
  readonly folder: string;
  readonly title: string;
  readonly singleByte: string;
  readonly characterSet: number;
  readonly codePage: number;
  readonly numbers: Numbers;
  readonly icu: string;
  /** The tables it is made of, named in {@link TABLES}. */
  readonly tables: readonly string[];
  readonly userDefined: {
    readonly first: number;
    readonly last: number;
    readonly codePoint: number;
    readonly gaps: boolean;
  };
}

const JAPAN = { first: 0x6941, last: 0x7ffe, codePoint: 0xe000, gaps: false };
const KOREA = { first: 0xd441, last: 0xddfd, codePoint: 0xe000, gaps: true };
const CHINA = { first: 0x7641, last: 0x7ffd, codePoint: 0xe000, gaps: true };
const TAIWAN = { first: 0xc241, last: 0xe2fd, codePoint: 0xe000, gaps: true };

export const MIXED_PAGES: readonly MixedPage[] = [
  {
    name: 'cp930',
    folder: 'japanese',
    title: 'Japan, katakana',
    singleByte: 'cp290',
    characterSet: 370,
    codePage: 300,
    numbers: 'emulator',
    icu: 'ibm-930',
    tables: ['KANJI'],
    userDefined: JAPAN,
  },
  {
    name: 'cp939',
    folder: 'japanese',
    title: 'Japan, Latin',
    singleByte: 'cp1027',
    characterSet: 370,
    codePage: 300,
    numbers: 'emulator',
    icu: 'ibm-939',
    tables: ['KANJI'],
    userDefined: JAPAN,
  },
  {
    name: 'cp1390',
    folder: 'japanese',
    title: 'As 930, with the euro sign and the characters of JIS X 0213',
    singleByte: 'cp8482',
    characterSet: 370,
    codePage: 300,
    numbers: 'as the page it extends',
    icu: 'ibm-1390',
    tables: ['KANJI', 'MORE_KANJI'],
    userDefined: { ...JAPAN, last: 0x89bd },
  },
  {
    name: 'cp1399',
    folder: 'japanese',
    title: 'As 939, with the euro sign and the characters of JIS X 0213',
    singleByte: 'cp5123',
    characterSet: 370,
    codePage: 300,
    numbers: 'as the page it extends',
    icu: 'ibm-1399',
    tables: ['KANJI', 'MORE_KANJI'],
    userDefined: { ...JAPAN, last: 0x89bd },
  },
  {
    name: 'cp933',
    folder: 'korean',
    title: 'Korea',
    singleByte: 'cp833',
    characterSet: 934,
    codePage: 834,
    numbers: 'register',
    icu: 'ibm-933',
    tables: ['HANGUL'],
    userDefined: KOREA,
  },
  {
    name: 'cp1364',
    folder: 'korean',
    title: 'As 933, with all syllables of hangul',
    singleByte: 'cp833',
    characterSet: 934,
    codePage: 834,
    numbers: 'as the page it extends',
    icu: 'ibm-1364',
    tables: ['HANGUL', 'MORE_HANGUL'],
    userDefined: KOREA,
  },
  {
    name: 'cp935',
    folder: 'simplified-chinese',
    title: 'China',
    singleByte: 'cp836',
    characterSet: 1080,
    codePage: 837,
    numbers: 'emulator',
    icu: 'ibm-935',
    tables: ['HANZI'],
    userDefined: CHINA,
  },
  {
    name: 'cp1388',
    folder: 'simplified-chinese',
    title: 'China, GB 18030',
    singleByte: 'cp836',
    characterSet: 937,
    codePage: 837,
    numbers: 'emulator',
    icu: 'ibm-1388',
    tables: ['HANZI', 'MORE_HANZI'],
    userDefined: CHINA,
  },
  {
    name: 'cp937',
    folder: 'traditional-chinese',
    title: 'Taiwan',
    singleByte: 'cp28709',
    characterSet: 935,
    codePage: 835,
    numbers: 'emulator',
    icu: 'ibm-937',
    tables: ['HANZI'],
    userDefined: TAIWAN,
  },
  {
    name: 'cp1371',
    folder: 'traditional-chinese',
    title: 'As 937, with the euro sign',
    singleByte: 'cp1159',
    characterSet: 935,
    codePage: 835,
    numbers: 'as the page it extends',
    icu: 'ibm-1371',
    tables: ['HANZI', 'EURO_SIGN'],
    userDefined: TAIWAN,
  },
];
