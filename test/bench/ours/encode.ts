import { encodeRecord, writeRecord } from '../../../src/telnet/index.js';
import type { Corpora } from '../corpora/read.js';
import { onWire, wireLength } from '../corpora/records.js';
import { timeOf } from '../measure.js';

const NO_HEADER = new Uint8Array(0);
/** As large as the buffer into which libtelnet's output is copied. */
const WIRE = 262144;

type Encode = (records: readonly Uint8Array[]) => number;

/** Into one array, begun anew when it is full; returns how many bytes that makes. */
function encodeTogether(wire: Uint8Array, records: readonly Uint8Array[]): number {
  let at = 0;
  let total = 0;
  for (const record of records) {
    if (at + 2 * record.length + 2 > wire.length) at = 0;
    const end = writeRecord(wire, at, NO_HEADER, record);
    total += end - at;
    at = end;
  }
  return total;
}

/** Each into an array of its own. */
function encodeApart(records: readonly Uint8Array[]): number {
  let total = 0;
  for (const record of records) total += encodeRecord(NO_HEADER, record).length;
  return total;
}

/** Throws unless the first records come out as they have to. */
function check(records: readonly Uint8Array[]): void {
  const wire = new Uint8Array(WIRE);
  for (const record of records.slice(0, 500)) {
    const expected = onWire([record]);
    const end = writeRecord(wire, 7, NO_HEADER, record);
    const alike = Buffer.compare(wire.subarray(7, end), expected) === 0;
    if (!alike || Buffer.compare(encodeRecord(NO_HEADER, record), expected) !== 0)
      throw new Error('wrong bytes');
  }
}

/** Megabytes of wire a second. */
export function encodeRate(corpora: Corpora, name: 'w2' | 'w2b', apart: boolean): number {
  const records = corpora.records(name);
  check(records);
  const wire = new Uint8Array(WIRE);
  const encode: Encode = apart ? encodeApart : (all) => encodeTogether(wire, all);
  const expected = records.reduce((sum, record) => sum + wireLength(record), 0);
  let total = 0;
  const time = timeOf(() => {
    total = encode(records);
  });
  if (total !== expected) throw new Error(`${name}: ${total} bytes of wire, not ${expected}`);
  return total / time / 1e6;
}
