/** `node ours.mjs CORPORA WORKLOAD...`: runs workloads on the library and prints a figure for each. */
import { Corpora } from '../corpora/read.js';
import { print } from '../measure.js';
import { decodeRate, recordTime, singleByteTime } from './decode.js';
import { encodeRate } from './encode.js';
import { decoderBytes, sessionBytes } from './memory.js';
import { negotiationRate } from './negotiate.js';
import { buildRate, readRate, writeRate } from './screen.js';

const RECORD = 65536;

const WORKLOADS: Readonly<Record<string, (corpora: Corpora) => number>> = {
  W1: (corpora) => decodeRate(corpora, 'w1', 'everything'),
  W1own: (corpora) => decodeRate(corpora, 'w1', 'nothing'),
  W1z: (corpora) => decodeRate(corpora, 'w1z', 'everything'),
  W1zown: (corpora) => decodeRate(corpora, 'w1z', 'nothing'),
  W1b: (corpora) => decodeRate(corpora, 'w1b', 'everything'),
  W1s: (corpora) => decodeRate(corpora, 'w1s', 'everything'),
  W1s1: singleByteTime,
  W2: (corpora) => encodeRate(corpora, 'w2', false),
  W2own: (corpora) => encodeRate(corpora, 'w2', true),
  W2b: (corpora) => encodeRate(corpora, 'w2b', false),
  W3a: (corpora) => writeRate(corpora, 'w3a'),
  W3b: (corpora) => writeRate(corpora, 'w3b'),
  W4t: (corpora) => negotiationRate(corpora, 'w4t'),
  W4e: (corpora) => negotiationRate(corpora, 'w4e'),
  W5m: (corpora) => readRate(corpora, 'W5m'),
  W5b: (corpora) => readRate(corpora, 'W5b'),
  W6t: decoderBytes,
  W6a: (corpora) => sessionBytes(corpora, 'w3a'),
  W6b: (corpora) => sessionBytes(corpora, 'w3b'),
  W7: buildRate,
  growth: () => recordTime(2 * RECORD) / recordTime(RECORD),
};

const [folder = '', ...names] = process.argv.slice(2);
const corpora = new Corpora(folder);
for (const workload of names) {
  const run = WORKLOADS[workload];
  if (run === undefined) throw new Error(`no workload is called ${workload}`);
  print({ workload, value: run(corpora) });
}
