import { type RecordLending, TelnetDecoder } from '../../../src/telnet/index.js';
import type { Corpora } from '../corpora/read.js';
import { CheckSum } from '../corpora/records.js';
import { timeOf } from '../measure.js';

type Consumer = (record: Uint8Array) => void;

function decode(chunks: readonly Uint8Array[], lends: RecordLending, consume: Consumer): void {
  const decoder = new TelnetDecoder();
  decoder.cutRecords = true;
  decoder.lends = lends;
  for (const chunk of chunks) {
    decoder.receive(chunk);
    for (let token = decoder.next(); token !== undefined; token = decoder.next()) {
      if (token.type === 'record') consume(token.bytes);
    }
  }
}

/** Throws unless the records are those that went into the stream; those that are not lent are looked at when all is read. */
function check(
  corpora: Corpora,
  stream: string,
  chunks: readonly Uint8Array[],
  lends: RecordLending,
): number {
  const { wire, records, payload, checkSum } = corpora.facts(stream);
  const sum = new CheckSum();
  const kept: Uint8Array[] = [];
  let count = 0;
  let bytes = 0;
  decode(chunks, lends, (record) => {
    count++;
    bytes += record.length;
    if (lends === 'nothing') kept.push(record);
    else sum.record(record);
  });
  for (const record of kept) sum.record(record);
  if (count !== records || bytes !== payload || sum.value !== checkSum) {
    throw new Error(`${stream}: ${count} records of ${bytes} bytes, check sum ${sum.value}`);
  }
  return wire;
}

/** What the consumer looks at, so that no work can be left out. */
export let bytesSeen = 0;
const look: Consumer = (record) => {
  bytesSeen += record.length;
};

/** Megabytes of wire a second. */
export function decodeRate(corpora: Corpora, stream: string, lends: RecordLending): number {
  const chunks = corpora.chunks(stream);
  const wire = check(corpora, stream, chunks, lends);
  return wire / timeOf(() => decode(chunks, lends, look)) / 1e6;
}

/** Nanoseconds for a chunk of one byte. */
export function singleByteTime(corpora: Corpora): number {
  const wire = corpora.bytes('w1s.bin').subarray(0, 1 << 18);
  const chunks = Array.from(wire, (_, at) => wire.subarray(at, at + 1));
  return (timeOf(() => decode(chunks, 'everything', look)) / chunks.length) * 1e9;
}

/** Seconds to decode one record of this length, in chunks of 64 bytes. */
export function recordTime(length: number): number {
  const record = new Uint8Array(length + 2).map((_, at) => 1 + (at % 200));
  record.set([0xff, 0xef], length);
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < record.length; at += 64) chunks.push(record.subarray(at, at + 64));
  return timeOf(() => {
    for (let i = 0; i < 20; i++) decode(chunks, 'everything', look);
  });
}
