/** What other converters make of EBCDIC bytes. */
import { spawnSync } from 'node:child_process';
import type { Source } from './codepages-manifest.js';

const ALL_BYTES = Array.from({ length: 256 }, (_, byte) => byte);
/** Shifts would bring a mixed converter into another mode. */
const SINGLE_BYTES = ALL_BYTES.filter((byte) => byte !== 0x0e && byte !== 0x0f);
const LINE_FEED = 0x25;
const NONE = '\ufffd';

/** What a converter prints, and its status: undefined where it is not installed. */
export function runConverter(
  program: string,
  args: readonly string[],
  input: Uint8Array | string = '',
): { readonly output: Buffer; readonly status: number | null } | undefined {
  const { error, stdout, status } = spawnSync(program, args, { input, maxBuffer: 1 << 28 });
  return error === undefined ? { output: stdout, status } : undefined;
}

/** The text that a program makes of bytes; undefined where it is not installed, or has no such converter. */
function convert(program: string, args: readonly string[], bytes: Iterable<number>): string | undefined {
  const run = runConverter(program, args, Uint8Array.from(bytes));
  return run?.status === 0 ? run.output.toString('utf8') : undefined;
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

/** Lines of text that glibc makes of pieces of bytes, each with a line feed behind; it leaves out what it lacks. */
function glibcLines(name: string, pieces: readonly (readonly number[])[]): string[] | undefined {
  const input = Uint8Array.from(pieces.flatMap((piece) => [...piece, LINE_FEED]));
  const run = runConverter('iconv', ['-c', '-f', name, '-t', 'UTF-8'], input);
  // A status other than 0 says that something was left out, if there is text.
  return run === undefined || run.output.length === 0 ? undefined : run.output.toString('utf8').split('\n');
}

/** The characters of the 256 bytes by glibc; U+FFFD for those that have none. */
export function glibcTable(name: string): string[] | undefined {
  const alone = SINGLE_BYTES.filter((byte) => byte !== LINE_FEED);
  const lines = glibcLines(
    name,
    alone.map((byte) => [byte]),
  );
  if (lines === undefined) return undefined;
  const table = ALL_BYTES.map((byte) => String.fromCharCode(byte));
  table[LINE_FEED] = '\n';
  for (const [index, byte] of alone.entries()) table[byte] = lines[index] || NONE;
  return table;
}

/** The characters of the pairs by glibc, without those that have none. */
export function glibcPairs(name: string): Map<number, string> | undefined {
  const lines = glibcLines(
    name,
    ALL_PAIRS.map((pair) => [0x0e, pair >> 8, pair & 0xff, 0x0f]),
  );
  if (lines === undefined) return undefined;
  return new Map(
    ALL_PAIRS.map((pair, index) => [pair, lines[index] ?? ''] as const).filter(([, text]) => text),
  );
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
    const run = runConverter('uconv', ['-f', 'utf-8', '-t', name], character);
    return run?.output[0] === byte ? [] : [byte];
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
