import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { pcapFile, type Segment } from '../../tools/pcap.js';

/** One field of the 3270 protocol as tshark read it, in wire order. */
export interface DecodedField {
  /** Without the prefix `tn3270.`. */
  readonly name: string;
  /** The bytes that it stands in, or the number where it is a part of a byte. */
  readonly value: string;
  /** How tshark says it. */
  readonly words: string;
  /** The byte that a flag is a part of. */
  readonly byte: string | undefined;
}

/** One packet with the 3270 fields in it. */
export interface DecodedPacket {
  /** Index of the connection among those given. */
  readonly connection: number;
  readonly sender: 'terminal' | 'host';
  readonly malformed: boolean;
  readonly fields: readonly DecodedField[];
}

/** Has tshark take connections apart, packet by packet; every segment is one packet. */
export function dissect(connections: readonly (readonly Segment[])[], file: string): DecodedPacket[] {
  writeFileSync(file, pcapFile(connections));
  const pdml = execFileSync(
    'tshark',
    ['-r', file, '-d', 'tcp.port==23,telnet', '-Y', 'tcp.len>0', '-T', 'pdml'],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 28 },
  );
  return pdml.split('<packet>').slice(1).map(readPacket);
}

function readPacket(text: string): DecodedPacket {
  const port = (name: string): number =>
    Number(text.match(new RegExp(`name="tcp.${name}" [^>]*show="(\\d+)"`))?.[1]);
  const sender = port('srcport') === 23 ? 'host' : 'terminal';
  return {
    connection: port(sender === 'host' ? 'dstport' : 'srcport') - 40000,
    sender,
    malformed: text.includes('<proto name="_ws.malformed"'),
    fields: Array.from(
      text.matchAll(/<field name="tn3270\.([^"]*)"([^>]*)>/g),
      ([, name = '', rest = '']) => ({
        name,
        value: attribute(rest, 'value') ?? '',
        words: attribute(rest, 'showname') ?? '',
        byte: attribute(rest, 'unmaskedvalue'),
      }),
    ),
  };
}

function attribute(text: string, name: string): string | undefined {
  return text.match(new RegExp(` ${name}="([^"]*)"`))?.[1];
}
