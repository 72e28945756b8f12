import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromHex } from '../../src/bytes/index.js';
import { cp037 } from '../../src/codepage/index.js';
import { buildScreen } from '../../src/datastream/index.js';
import { HostSession, TerminalSession } from '../../src/session/index.js';
import type { Sender, Transcript } from '../../src/trace/index.js';
import { requirePeer } from '../support/peers.js';
import { readCaptures } from '../tools/captures.js';
import { pcapFile, type Segment } from '../tools/pcap.js';
import { roleOf } from '../tools/replay/capture.js';
import { join as joinBytes } from '../tools/replay/client-items.js';
import { HostRun } from '../tools/replay/host-run.js';
import { type Tap, TerminalRun } from '../tools/replay/terminal-run.js';

const COPIES = join(import.meta.dirname, '../fixtures/captures');

/**
 * What tshark 4.0 takes for malformed and is not: the last query reply (Implicit Partition), which our terminal sends in
 * answer to a query; and after WONT TN3270E it goes on expecting headers.
 */
const FALSE_ALARMS: readonly string[] = [
  's3270-dynamic-132x60-query',
  's3270-model-4-query',
  's3270-lu-reject',
];

/** One connection and whose bytes in it are ours. */
interface Recorded {
  readonly name: string;
  readonly ours: Sender;
  readonly segments: Segment[];
}

/** Plays a capture; each channel is a connection. Neighbouring bytes of one side are joined, since tshark joins no records. */
function record(transcript: Transcript): Recorded[] {
  const ours: Sender = roleOf(transcript);
  const connections: Recorded[] = [];
  const tap: Tap = (channel, sender, bytes) => {
    if (bytes.length === 0) return;
    connections[channel] ??= { name: transcript.header.name ?? '', ours, segments: [] };
    const { segments } = connections[channel];
    const last = segments.at(-1);
    if (last?.sender === sender) segments.splice(-1, 1, { sender, bytes: joinBytes([last.bytes, bytes]) });
    else segments.push({ sender, bytes });
  };
  if (ours === 'terminal') new TerminalRun(transcript, cp037, undefined, tap).run(transcript);
  else new HostRun(transcript, undefined, tap).run(transcript);
  return Array.from(connections, (connection) => connection ?? { name: '', ours, segments: [] });
}

function sentBy(session: HostSession | TerminalSession): Uint8Array {
  const sent: Uint8Array[] = [];
  for (let event = session.nextEvent(); event !== undefined; event = session.nextEvent()) {
    if (event.type === 'send') sent.push(event.bytes);
  }
  return joinBytes(sent);
}

/** A host and a terminal of ours, screens and keys between them: everything in it is ours. */
function ownConversation(functions: readonly number[] | false): Segment[] {
  const host = new HostSession({ tls: 'basic', functions });
  const terminal = new TerminalSession({ tls: 'plain', model: '3278-3-E' });
  const segments: Segment[] = [];
  const exchange = (): void => {
    for (;;) {
      const written = sentBy(host);
      const typed = sentBy(terminal);
      if (written.length + typed.length === 0) return;
      if (written.length > 0) segments.push({ sender: 'host', bytes: written });
      if (typed.length > 0) segments.push({ sender: 'terminal', bytes: typed });
      terminal.receive(written);
      host.receive(typed);
    }
  };
  exchange();
  const fields = [
    { row: 1, column: 2, text: 'NAME', protected: true, color: 'blue', highlighting: 'reverse' },
    { row: 1, column: 11, length: 20, intensified: true },
    { row: 32, column: 61, text: 'END', protected: true },
  ] as const;
  const screen = buildScreen(
    { rows: 32, columns: 80, fields, cursor: { row: 1, column: 11 }, command: 'eraseWriteAlternate' },
    cp037,
  );
  for (const key of ['enter', 'pf3', 'pa1', 'clear', 'pf24'] as const) {
    host.write(screen, { response: 'always' });
    exchange();
    terminal.type('SANS3270');
    terminal.press(key);
    exchange();
  }
  return segments;
}

/** One packet as tshark sees it. */
interface Decoded {
  readonly port: number;
  readonly sender: Sender;
  readonly malformed: boolean;
  readonly commands: string;
  readonly dataTypes: string;
  readonly aids: string;
}

function decode(connections: readonly (readonly Segment[])[], folder: string): Decoded[] {
  const file = join(folder, 'ours.pcap');
  writeFileSync(file, pcapFile(connections));
  const fields = [
    'tcp.srcport',
    'tcp.dstport',
    '_ws.malformed',
    'telnet.cmd',
    'tn3270.tn3270e_data_type',
    'tn3270.aid',
  ];
  const output = execFileSync(
    'tshark',
    [
      ['-r', file, '-d', 'tcp.port==23,telnet', '-Y', 'telnet', '-T', 'fields'],
      ['-E', 'separator=|', '-E', 'aggregator=,'],
      fields.flatMap((field) => ['-e', field]),
    ].flat(),
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );
  return output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [from = '', to = '', malformed = '', commands = '', dataTypes = '', aids = ''] = line.split('|');
      const sender: Sender = from === '23' ? 'host' : 'terminal';
      const port = Number(sender === 'host' ? to : from);
      return { port, sender, malformed: malformed !== '', commands, dataTypes, aids };
    });
}

describe.runIf(requirePeer('tshark'))('tshark decodes what our sessions send', () => {
  const recorded = readCaptures(COPIES).flatMap(record);
  // Classic TN3270 it reads as telnet only, not as 3270.
  const own = [ownConversation([0, 2, 4]), ownConversation([]), ownConversation(false)];
  let folder = '';
  let decoded: readonly Decoded[] = [];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'sans3270-'));
    decoded = decode(
      recorded.map(({ segments }) => segments),
      folder,
    );
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('as telnet, in every connection in which we sent some', () => {
    const silent = recorded.filter(({ segments, ours }, index) => {
      const sent = segments.some(({ sender }) => sender === ours);
      return sent && !decoded.some(({ port, sender }) => port === 40000 + index && sender === ours);
    });
    expect(silent.map(({ name }) => name)).toEqual([]);
    expect(decoded.length).toBeGreaterThan(150);
  });

  it('without a malformed packet but for its own mistakes', () => {
    const marked = recorded.filter(({ ours }, index) =>
      decoded.some(({ port, sender, malformed }) => port === 40000 + index && sender === ours && malformed),
    );
    expect(marked.map(({ name }) => name).filter((name) => !FALSE_ALARMS.includes(name))).toEqual([]);
  });

  it('with the keys that were pressed', () => {
    const index = recorded.findIndex(({ name }) => name === 's3270-tn3270e-full');
    const aids = decoded
      .filter(({ port, sender }) => port === 40000 + index && sender === 'terminal')
      .map(({ aids }) => aids);
    expect(aids.filter((aid) => aid !== '').length).toBeGreaterThan(10);
  });

  it('screens of our host and keys of our terminal, with and without TN3270E', () => {
    const packets = decode(own, folder);
    expect(packets.filter(({ malformed }) => malformed)).toEqual([]);
    for (const port of [40000, 40001]) {
      const aids = packets.filter((packet) => packet.port === port).map(({ aids }) => aids);
      expect(aids.filter((aid) => aid !== '')).toEqual(['0x7d', '0xf3', '0x6c', '0x6d', '0x4c']);
    }
  });

  it('and does mark what is malformed', () => {
    const turns: readonly (readonly [Sender, string])[] = [
      ['host', 'fffd28'],
      ['terminal', 'fffb28'],
      ['host', 'fffa280802fff0'],
      ['terminal', 'fffa28020749424d2d333237382d322d45fff0'],
      ['host', 'fffa28020449424d2d333237382d322d45015445524d30303031fff0'],
      ['terminal', 'fffa28030702fff0'],
      ['host', 'fffa28030402fff0'],
      ['terminal', '00000000007d40ffef'], // half a cursor address
    ];
    const cut = turns.map(([sender, hex]): Segment => ({ sender, bytes: fromHex(hex) }));
    expect(decode([cut], folder).some(({ malformed }) => malformed)).toBe(true);
  });
});
