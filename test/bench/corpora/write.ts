import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NEGOTIATIONS } from './negotiations.data.js';
import { randomNumbers } from './random.js';
import { CheckSum, onWire, randomRecords, wireLength } from './records.js';
import { panel, wideScreen } from './screens.js';

const MIB = 1 << 20;
/** Changes when the corpora do, so that those of an older checkout are not used. */
const VERSION = 1;

/** What a decoder has to make of a stream. */
export interface StreamFacts {
  readonly wire: number;
  readonly records: number;
  readonly payload: number;
  readonly checkSum: number;
}

/**
 * Writes the corpora, about 170 MB, where they are not there yet; the same bytes every time.
 * @returns Their folder.
 *
 * | file | what |
 * | --- | --- |
 * | `w1.bin` | 64 MiB of records on the wire, 0.5 % of their bytes 255 |
 * | `w1z.bin` | 32 MiB, no 255 |
 * | `w1b.bin` | 8 MiB, every byte 255 |
 * | `w1s.bin`, `w1s.cuts` | the first 2 MiB of `w1.bin`, and lengths of 1 to 64 to cut it by, a byte each |
 * | `w2`, `w2b` `.bin` | the records of `w1` and `w1b` as they are |
 * | `w3a`, `w3b` `.bin` | screens of 24 × 80 and 62 × 160 |
 * | `*.len` | the lengths of records in the file beside it, 32 bits each, little-endian |
 * | `w4t`, `w4e` `.txt` | what a host says in a negotiation, hex lines |
 * | `w5.json` | the input fields of the first screen of `w3a`, and what to type into each |
 * | `streams.json` | {@link StreamFacts} of each stream |
 */
export function writeCorpora(parent: string): string {
  const folder = join(parent, `corpora-${VERSION}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}-unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  writeStreams(unfinished);
  writeScreens(unfinished);
  for (const [name, lines] of Object.entries(NEGOTIATIONS)) {
    writeFileSync(join(unfinished, `${name}.txt`), `${lines.join('\n')}\n`);
  }
  renameSync(unfinished, folder);
  return folder;
}

function writeStreams(folder: string): void {
  const facts: Record<string, StreamFacts> = {};
  const write = (name: string, records: readonly Uint8Array[]): Uint8Array => {
    const wire = onWire(records);
    writeFileSync(join(folder, `${name}.bin`), wire);
    const sum = new CheckSum();
    let payload = 0;
    for (const record of records) {
      sum.record(record);
      payload += record.length;
    }
    facts[name] = { wire: wire.length, records: records.length, payload, checkSum: sum.value };
    return wire;
  };

  const w1 = randomRecords(0x3270, 64 * MIB, 50);
  write('w1', w1);
  writeRecords(folder, 'w2', w1);
  let count = 0;
  for (let bytes = 0; bytes < 2 * MIB; count++) bytes += wireLength(w1[count] as Uint8Array);
  const w1s = write('w1s', w1.slice(0, count));
  writeFileSync(join(folder, 'w1s.cuts'), cuts(w1s.length));
  write('w1z', randomRecords(0x3278, 32 * MIB, 0));
  const all255 = new Uint8Array(1800).fill(0xff);
  const w1b = Array<Uint8Array>(Math.ceil((8 * MIB) / wireLength(all255))).fill(all255);
  write('w1b', w1b);
  writeRecords(folder, 'w2b', w1b);
  writeFileSync(join(folder, 'streams.json'), JSON.stringify(facts, undefined, 2));
}

/** Lengths of 1 to 64 that add up to a length. */
function cuts(length: number): Uint8Array {
  const random = randomNumbers(7);
  const lengths: number[] = [];
  for (let left = length; left > 0; ) {
    const cut = Math.min(left, 1 + (random() % 64));
    lengths.push(cut);
    left -= cut;
  }
  return Uint8Array.from(lengths);
}

function writeScreens(folder: string): void {
  const panels = Array.from({ length: 16 }, (_, index) => panel(1000 + index));
  writeRecords(
    folder,
    'w3a',
    panels.map(({ record }) => record),
  );
  writeRecords(
    folder,
    'w3b',
    Array.from({ length: 4 }, (_, index) => wideScreen(2000 + index)),
  );
  const inputs = panels[0]?.inputs.slice(0, 20) ?? [];
  const fields = inputs.map((address, index) => ({ address, text: `S${index}`.padEnd(4, 'X') }));
  writeFileSync(join(folder, 'w5.json'), JSON.stringify(fields));
}

function writeRecords(folder: string, name: string, records: readonly Uint8Array[]): void {
  writeFileSync(join(folder, `${name}.bin`), Buffer.concat(records));
  const lengths = Buffer.alloc(records.length * 4);
  records.forEach((record, index) => {
    lengths.writeUInt32LE(record.length, index * 4);
  });
  writeFileSync(join(folder, `${name}.len`), lengths);
}
