import { encodeRecord } from '../../../src/telnet/index.js';
import type { Corpora } from '../corpora/read.js';
import { onWire } from '../corpora/records.js';
import { timeOf } from '../measure.js';

const NO_HEADER = new Uint8Array(0);

/** Megabytes of wire a second. */
export function encodeRate(corpora: Corpora, name: 'w2' | 'w2b'): number {
  const records = corpora.records(name);
  let wire = 0;
  for (const record of records) {
    const encoded = encodeRecord(NO_HEADER, record);
    if (wire < 1e6 && Buffer.compare(encoded, onWire([record])) !== 0)
      throw new Error(`${name}: wrong bytes`);
    wire += encoded.length;
  }
  let sink = 0;
  const time = timeOf(() => {
    for (const record of records) sink += encodeRecord(NO_HEADER, record).length;
  });
  return sink < 0 ? 0 : wire / time / 1e6;
}
