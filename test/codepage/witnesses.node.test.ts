import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codePageByName, DOUBLE_BYTE_PAGES, SINGLE_BYTE_PAGES } from '../../src/codepage/all/index.js';
import type { CodePage, DoubleByteCodePage } from '../../src/codepage/index.js';
import { requirePeer } from '../support/peers.js';
import { SINGLE_BYTE_PAGES as MANIFEST, MIXED_PAGES } from '../tools/codepages-manifest.js';
import {
  ALL_PAIRS,
  fromIcu,
  glibcPairs,
  glibcTable,
  icuPairs,
  icuTable,
  runConverter,
  tableOf,
} from '../tools/codepages-oracles.js';
import { GLIBC, JAVA, JAVA_PAIRS, JAVA_WITHOUT_LINE_FEED, PYTHON } from './witnesses.data.js';

const BYTES = Array.from({ length: 256 }, (_, byte) => byte);
/** Page 37 as x3270 changes it is no other converter's. */
const WITNESSED = SINGLE_BYTE_PAGES.filter((page) => page.name !== 'bracket');

const differing = (page: CodePage, table: readonly string[]): number[] =>
  BYTES.filter((byte) => table[byte] !== String.fromCharCode(page.toUnicode[byte] as number));
const differingPairs = (
  page: DoubleByteCodePage,
  textOf: (pair: number, index: number) => string,
): number[] => ALL_PAIRS.filter((pair, index) => textOf(pair, index) !== page.doubleByte.decodeText(pair));
const expectBytes = (found: readonly number[], known: readonly number[] | number): void => {
  if (typeof known === 'number') expect(found).toHaveLength(known);
  else expect(found).toEqual(known);
};
const tell = (program: string, what: string): void => console.warn(`${program} has no ${what}: passed over`);

describe.runIf(requirePeer('uconv'))('ICU', () => {
  const pages = MANIFEST.filter(({ source }) => !('glibc' in source));

  it.each(pages)('$name is as it says', ({ name, source }) => {
    expect(differing(codePageByName(name) as CodePage, tableOf(source))).toEqual([]);
  });

  it('cp037 is as it says', () => {
    expect(differing(codePageByName('cp037') as CodePage, icuTable('ibm-37') as string[])).toEqual([]);
  });

  it.each(pages)('$name is encoded as it does', ({ name, source }) => {
    if (!('icu' in source)) return expect(name).not.toBe(''); // halves lose their shifts
    const page = codePageByName(name) as CodePage;
    const letters = BYTES.slice(0x40, 0xff)
      .map((byte) => String.fromCharCode(page.toUnicode[byte] as number))
      .filter((character) => character !== '\ufffd');
    const run = runConverter('uconv', ['-f', 'utf-8', '-t', source.icu], letters.join(''));
    expect([...(run?.output ?? [])]).toEqual(
      letters.map((character) => page.encode(character.charCodeAt(0))),
    );
  });

  it.each(MIXED_PAGES)('$name has its pairs', ({ name, icu }) => {
    const theirs = icuPairs(icu);
    expect(
      differingPairs(codePageByName(name) as DoubleByteCodePage, (pair) => theirs.get(pair) ?? ''),
    ).toEqual([]);
  });

  it('is asked for bytes that it has', () => {
    expect(fromIcu('ibm-37', [0xc1, 0xf1])).toBe('A1');
  });
});

describe('glibc', () => {
  it.each(WITNESSED)('$name differs where it is known', (page) => {
    const table = glibcTable(`IBM${page.name.slice(2)}`);
    if (table === undefined) return tell('iconv', page.name);
    expectBytes(differing(page, table), GLIBC[page.name]?.bytes ?? []);
  });

  it.each(DOUBLE_BYTE_PAGES)('$name has the same pairs', (page) => {
    const theirs = glibcPairs(`IBM${page.name.slice(2)}`);
    if (theirs === undefined) return tell('iconv', page.name);
    expect(differingPairs(page, (pair) => theirs.get(pair) ?? '')).toEqual([]);
  });
});

const fromUnits = (hex: string): string =>
  String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));

describe('Java', () => {
  const converters = new Map(
    WITNESSED.map(({ name }) => [name, name === 'cp838' ? 'IBM-Thai' : `Cp${name.slice(2)}`]),
  );
  const pairConverters = new Map(DOUBLE_BYTE_PAGES.map(({ name }) => [name, `Cp${name.slice(2)}/pairs`]));
  const program = join(import.meta.dirname, 'support/Tables.java');
  const run = runConverter('java', [program, ...converters.values(), ...pairConverters.values()]);
  const lines = new Map(
    (run?.output.toString('utf8') ?? '')
      .split('\n')
      .map((line) => [line.split('\t')[0], line.split('\t').slice(1)]),
  );
  const tableFor = (converter: string | undefined): string[] | undefined => {
    const units = lines.get(converter ?? '');
    return units === undefined || units[0] === 'absent' ? undefined : units.map(fromUnits);
  };

  it.each(WITNESSED)('$name differs where it is known', (page) => {
    const table = tableFor(converters.get(page.name));
    if (table === undefined) return tell('java', page.name);
    const known = [...((JAVA[page.name]?.bytes ?? []) as readonly number[])];
    if (!JAVA_WITHOUT_LINE_FEED.includes(page.name)) known.unshift(0x15);
    expectBytes(
      differing(
        page,
        table.map((character) => character || '\ufffd'),
      ),
      known,
    );
  });

  it.each(DOUBLE_BYTE_PAGES)('$name has the same pairs but for known ones', (page) => {
    const table = tableFor(pairConverters.get(page.name));
    if (table === undefined) return tell('java', page.name);
    expect(differingPairs(page, (_, index) => table[index] ?? '')).toEqual(JAVA_PAIRS[page.name] ?? []);
  });
});

describe('Python', () => {
  const script = `
import codecs, json, sys
out = {}
for name in sys.argv[1:]:
    try:
        out[name] = [bytes([b]).decode(name, 'replace') for b in range(256)]
    except LookupError:
        pass
print(json.dumps(out))`;
  const run = runConverter('python3', ['-c', script, ...WITNESSED.map(({ name }) => name)]);
  const tables: Record<string, string[]> = run?.status === 0 ? JSON.parse(run.output.toString('utf8')) : {};

  it.each(WITNESSED)('$name differs where it is known', (page) => {
    const table = tables[page.name];
    if (table === undefined) return tell('python3', page.name);
    expectBytes(differing(page, table), PYTHON[page.name]?.bytes ?? []);
  });
});
