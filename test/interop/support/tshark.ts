import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fromHex } from '../../../src/bytes/index.js';
import { pcapFile, type Segment } from '../../tools/pcap.js';
import { temporaryFolder } from './processes.js';
import type { Recording } from './recording.js';

/** One packet as tshark reads it; fields that it does not have are empty. */
export interface Packet {
  readonly sender: 'host' | 'client';
  readonly malformed: boolean;
  readonly telnetCommands: string;
  readonly dataTypes: string;
  readonly commands: string;
  readonly aids: string;
}

const FIELDS = [
  'tcp.srcport',
  '_ws.malformed',
  'telnet.cmd',
  'tn3270.tn3270e_data_type',
  'tn3270.command_code',
  'tn3270.aid',
];

/** Has tshark decode the telnet of a live session; what is inside TLS is a connection of its own. */
export function decode(recording: Recording): Packet[] {
  const file = `${temporaryFolder()}/live.pcap`;
  writeFileSync(file, pcapFile(connectionsOf(recording)));
  const output = execFileSync(
    'tshark',
    [
      ['-r', file, '-d', 'tcp.port==23,telnet', '-Y', 'telnet', '-T', 'fields'],
      ['-E', 'separator=|', '-E', 'aggregator=,'],
      FIELDS.flatMap((field) => ['-e', field]),
    ].flat(),
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const lines = output.split('\n').filter((line) => line !== '');
  return lines.map((line) => {
    const [port, malformed, telnetCommands = '', dataTypes = '', commands = '', aids = ''] = line.split('|');
    const sender = port === '23' ? 'host' : 'client';
    return { sender, malformed: malformed !== '', telnetCommands, dataTypes, commands, aids };
  });
}

/** Turns of the two sides. tshark 4.0 joins no records that TCP has cut, so neighbouring bytes of one side are joined. */
function connectionsOf({ steps }: Recording): Segment[][] {
  const connections: { sender: Segment['sender']; hex: string }[][] = [[]];
  for (const step of steps) {
    const turns = connections.at(-1) ?? [];
    if ('event' in step) connections.push([]);
    else {
      const sender = step.dir === 'host' ? 'host' : 'terminal';
      const last = turns.at(-1);
      if (last?.sender === sender) last.hex += step.hex;
      else turns.push({ sender, hex: step.hex });
    }
  }
  return connections.map((turns) => turns.map(({ sender, hex }) => ({ sender, bytes: fromHex(hex) })));
}
