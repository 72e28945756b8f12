import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseInbound, readOutbound } from '../../src/datastream/index.js';
import { TelnetDecoder } from '../../src/telnet/index.js';
import type { Transcript } from '../../src/trace/index.js';
import { requirePeer } from '../support/peers.js';
import { capturesFolder, readCaptures } from '../tools/captures.js';
import type { Segment } from '../tools/pcap.js';
import { type DecodedPacket, dissect } from './support/pdml.js';
import {
  type Reading,
  readOurInbound,
  readOurStructuredField,
  readOurWrite,
  readTheirs,
} from './support/readings.js';

/** The largest screen of any capture. */
const POSITIONS = 16384;

/** After WONT TN3270E tshark 4.0 goes on expecting headers. */
const WITHOUT_HEADERS: readonly string[] = ['s3270-lu-reject'];

/** At least so many of each in the captures that are kept with the tests. */
const LEAST: Readonly<Record<string, number>> = {
  records: 60,
  write: 30,
  order: 600,
  address: 300,
  field: 300,
  attribute: 20,
  text: 150,
  aid: 30,
  reply: 40,
};

/** A telnet channel of a recording: what was sent in the clear, or inside TLS. */
interface Channel {
  readonly name: string;
  readonly segments: Segment[];
}

/** The channels of a recording; each record, and each turn of commands, is a segment of its own. */
function channelsOf({ header, steps }: Transcript): Channel[] {
  const runs: Segment[][] = [[]];
  for (const step of steps) {
    if (step.type === 'event' && step.event === 'tls-established') runs.push([]);
    if (step.type !== 'bytes') continue;
    const run = runs.at(-1) as Segment[];
    const last = run.at(-1);
    if (last?.sender !== step.sender) run.push({ sender: step.sender, bytes: step.bytes });
    else run[run.length - 1] = { sender: step.sender, bytes: Uint8Array.of(...last.bytes, ...step.bytes) };
  }
  const name = header.name ?? '';
  return runs
    .filter((run) => run.length > 0)
    .map((run) => ({ name, segments: run.flatMap(cutBehindRecords) }));
}

function cutBehindRecords({ sender, bytes }: Segment): Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  for (let at = bytes.indexOf(0xff); at >= 0; at = bytes.indexOf(0xff, at + 2)) {
    if (bytes[at + 1] !== 0xef) continue;
    segments.push({ sender, bytes: bytes.subarray(start, at + 2) });
    start = at + 2;
  }
  if (start < bytes.length) segments.push({ sender, bytes: bytes.subarray(start) });
  return segments;
}

/** The 3270 record in a segment as our parser reads it; undefined where there is none with data type 3270-DATA. */
function readOurs({ sender, bytes }: Segment): Reading | undefined {
  const decoder = new TelnetDecoder();
  decoder.cutRecords = true;
  decoder.receive(bytes);
  for (let token = decoder.next(); token !== undefined; token = decoder.next()) {
    if (token.type !== 'record') continue;
    if (token.bytes[0] !== 0) return undefined;
    const record = token.bytes.subarray(5);
    if (sender === 'terminal') {
      const inbound = parseInbound(record).record;
      return inbound === undefined ? undefined : readOurInbound(inbound);
    }
    const outbound = readOutbound(record, POSITIONS).record;
    switch (outbound?.type) {
      case undefined:
      case 'noOperation':
        return undefined;
      case 'write':
        // In orders tshark 4.0 takes a doubled FF for two bytes.
        return record.includes(0xff) ? undefined : readOurWrite(outbound);
      case 'read':
        return [`read ${outbound.command}`];
      case 'eraseAllUnprotected':
        return ['eraseAllUnprotected'];
      case 'writeStructuredField':
        return ['writeStructuredField', ...outbound.fields.flatMap(readOurStructuredField)];
    }
  }
  return undefined;
}

const folder = capturesFolder();
if (!folder.includes('shared')) console.log(`../shared/captures is absent: tshark reads those of ${folder}`);

describe.runIf(requirePeer('tshark'))('tshark reads the same values in recorded records', () => {
  const channels = readCaptures(folder).flatMap(channelsOf);
  let temporary = '';
  let packets: readonly DecodedPacket[] = [];

  beforeAll(() => {
    temporary = mkdtempSync(join(tmpdir(), 'sans3270-'));
    const file = join(temporary, 'recorded.pcap');
    packets = dissect(
      channels.map(({ segments }) => segments),
      file,
    );
  }, 60_000);
  afterAll(() => rmSync(temporary, { recursive: true, force: true }));

  it('commands, orders, addresses, attributes, text, keys, structured fields and query replies', () => {
    const compared = new Map<string, number>();
    const count = (what: string): unknown => compared.set(what, (compared.get(what) ?? 0) + 1);
    const indexes = new Map<number, number>();
    for (const packet of packets) {
      const index = indexes.get(packet.connection) ?? 0;
      indexes.set(packet.connection, index + 1);
      const { name, segments } = channels[packet.connection] as Channel;
      const segment = segments[index] as Segment;
      expect(segment.sender, name).toBe(packet.sender);
      const is3270 = packet.fields.some(
        (field) => field.name === 'tn3270e_data_type' && field.value === '00',
      );
      if (!is3270 || WITHOUT_HEADERS.includes(name)) continue;
      const ours = readOurs(segment);
      if (ours === undefined) continue;
      expect(ours, `${name}, packet ${index}`).toEqual(readTheirs(packet.fields));
      for (const line of ours) count(line.split(' ')[0] as string);
      count('records');
    }
    for (const [what, least] of Object.entries(LEAST)) {
      expect(compared.get(what), what).toBeGreaterThanOrEqual(least);
    }
  });
});
