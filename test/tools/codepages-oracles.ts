/** What other converters make of EBCDIC bytes. */
import { spawnSync } from 'node:child_process';
import type { Source } from './codepages-manifest.js';

const ALL_BYTES = Array.from({ length: 256 }, (_, byte) => byte);
/** Shifts would bring a mixed converter into another mode. */
const SINGLE_BYTES = ALL_BYTES.filter((byte) => byte !== 0x0e && byte !== 0x0f);
const LINE_FEED = 0x25;
const NONE = '\ufffd';

/** The text that a program makes of bytes; undefined where it is not installed, or has no such converter. */
export function convert(
  program: string,
  args: readonly string[],
  bytes: Iterable<number>,
): string | undefined {
  const run = spawnSync(program, args, { input: Uint8Array.from(bytes), maxBuffer: 1 << 26 });
  return run.error === undefined && run.status === 0 ? run.stdout.toString('utf8') : undefined;
}

export const fromIcu = (name: string, bytes: Iterable<number>): string | undefined =>
  convert('uconv', ['-f', name, '-t', 'utf-8', '--from-callback', 'substitute'], bytes);

/** The characters of the 256 bytes by ICU; U+FFFD for those that have none. */
export function icuTable(name: string): string[] | undefined {
  const text = fromIcu(name, SINGLE_BYTES);
  if (text === undefined) return undefined;
  const table = ALL_BYTES.map((byte) => String.fromCharCode(byte));
  for (const [index, byte] of SINGLE_BYTES.entries()) {
    const character = text[index] as string;
    // The mixed converters put SUB in place of what they lack.
    table[byte] = character === '\x1a' && byte !== 0x3f ? NONE : character;
  }
  return table;
}

/** The characters of the 256 bytes by glibc. It stops at a byte that it lacks, so each is asked for alone. */
export function glibcTable(name: string): string[] | undefined {
  if (convert('iconv', ['-f', name, '-t', 'UTF-8'], [0x40]) === undefined) return undefined;
  return ALL_BYTES.map((byte) => convert('iconv', ['-f', name, '-t', 'UTF-8'], [byte]) || NONE);
}

/** The characters of the 256 bytes by the source that the library follows. */
export function tableOf(source: Source): string[] {
  const table = look(source);
  if (table === undefined)
    throw new Error(`no converter for ${JSON.stringify(source)}: apt-get install icu-devtools`);
  return table;
}

function look(source: Source): string[] | undefined {
  if ('icu' in source) return icuTable(source.icu);
  if ('icuHalf' in source) return icuTable(source.icuHalf);
  if ('glibc' in source) return glibcTable(source.glibc);
  const table = icuTable('ibm-37');
  for (const [byte, character] of source.changes) if (table !== undefined) table[byte] = character;
  return table;
}

/**
 * The graphic bytes that ICU does not encode to, although no lower one has their character.
 *
 * @param table - the characters of the 256 bytes
 */
export function icuDecodeOnly(name: string, table: readonly string[]): number[] {
  return table.flatMap((character, byte) => {
    const higher = table.indexOf(character, byte + 1);
    if (byte < 0x40 || character === NONE || higher < 0 || higher === 0xff) return [];
    const run = spawnSync('uconv', ['-f', 'utf-8', '-t', name], { input: character });
    return run.stdout[0] === byte ? [] : [byte];
  });
}

/** 4040, and all codes of two bytes of 41..FE. */
export const ALL_PAIRS: readonly number[] = [
  0x4040,
  ...Array.from(
    { length: 190 * 190 },
    (_, place) => ((Math.floor(place / 190) + 0x41) << 8) | ((place % 190) + 0x41),
  ),
];

/** The characters of the pairs by ICU, without those that have none. */
export function icuPairs(name: string): Map<number, string> {
  const bytes = ALL_PAIRS.flatMap((pair) => [0x0e, pair >> 8, pair & 0xff, 0x0f, LINE_FEED]);
  const text = fromIcu(name, bytes);
  if (text === undefined) throw new Error('uconv is not installed: apt-get install icu-devtools');
  const lines = text.split('\n');
  const pairs = new Map<number, string>();
  for (const [index, pair] of ALL_PAIRS.entries()) {
    const line = lines[index] as string;
    if (line !== NONE) pairs.set(pair, line);
  }
  return pairs;
}
