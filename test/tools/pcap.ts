import type { Sender } from '../../src/trace/index.js';

/** One side's turn in a TCP connection. */
export interface Segment {
  readonly sender: Sender;
  readonly bytes: Uint8Array;
}

/** Raw IP packets, without a link layer. */
const LINKTYPE_RAW = 101;
const FIN = 0x01;
const SYN = 0x02;
const PUSH = 0x08;
const ACK = 0x10;
/** More than this does not fit a packet beside its 40 bytes of headers. */
const MOST_BYTES = 65535 - 40;
const TELNET_PORT = 23;
const ADDRESSES: Readonly<Record<Sender, readonly number[]>> = {
  terminal: [127, 0, 0, 1],
  host: [127, 0, 0, 2],
};

/**
 * A capture file of whole TCP connections to port 23, as decoders read it: SYN, the segments, FIN.
 * @param connections - one after the other; the terminal's port is 40000 and counts up
 */
export function pcapFile(connections: readonly (readonly Segment[])[]): Uint8Array {
  const packets = connections.flatMap((segments, index) => new Connection(40000 + index).packets(segments));
  const size = 24 + packets.reduce((sum, packet) => sum + 16 + packet.length, 0);
  const file = new Uint8Array(size);
  const view = new DataView(file.buffer);
  view.setUint32(0, 0xa1b2c3d4, true);
  view.setUint16(4, 2, true);
  view.setUint16(6, 4, true);
  view.setUint32(16, 65535, true);
  view.setUint32(20, LINKTYPE_RAW, true);
  let at = 24;
  packets.forEach((packet, index) => {
    view.setUint32(at, 1700000000 + Math.floor(index / 1000), true);
    view.setUint32(at + 4, (index % 1000) * 1000, true);
    view.setUint32(at + 8, packet.length, true);
    view.setUint32(at + 12, packet.length, true);
    file.set(packet, at + 16);
    at += 16 + packet.length;
  });
  return file;
}

class Connection {
  readonly #port: number;
  readonly #next: Record<Sender, number> = { terminal: 1000, host: 9000 };

  constructor(port: number) {
    this.#port = port;
  }

  packets(segments: readonly Segment[]): Uint8Array[] {
    const none = new Uint8Array(0);
    const packets = [
      this.#packet('terminal', SYN, none),
      this.#packet('host', SYN | ACK, none),
      this.#packet('terminal', ACK, none),
    ];
    for (const { sender, bytes } of segments) {
      for (let at = 0; at < bytes.length; at += MOST_BYTES) {
        packets.push(this.#packet(sender, PUSH | ACK, bytes.subarray(at, at + MOST_BYTES)));
      }
    }
    packets.push(this.#packet('host', FIN | ACK, none), this.#packet('terminal', FIN | ACK, none));
    return packets;
  }

  #packet(sender: Sender, flags: number, data: Uint8Array): Uint8Array {
    const peer: Sender = sender === 'host' ? 'terminal' : 'host';
    const packet = new Uint8Array(20 /* IP */ + 20 /* TCP */ + data.length);
    const view = new DataView(packet.buffer);
    packet[0] = 0x45;
    view.setUint16(2, packet.length);
    packet[8] = 64;
    packet[9] = 6;
    packet.set(ADDRESSES[sender], 12);
    packet.set(ADDRESSES[peer], 16);
    view.setUint16(10, checksum(packet.subarray(0, 20), 0));
    view.setUint16(20, sender === 'host' ? TELNET_PORT : this.#port);
    view.setUint16(22, sender === 'host' ? this.#port : TELNET_PORT);
    view.setUint32(24, this.#next[sender]);
    view.setUint32(28, (flags & ACK) === 0 ? 0 : this.#next[peer]);
    packet[32] = 0x50;
    packet[33] = flags;
    view.setUint16(34, 65535);
    packet.set(data, 40);
    // The pseudo header: both addresses, the protocol and the length of the TCP segment.
    const pseudo = checksumOf(packet.subarray(12, 20)) + 6 + 20 + data.length;
    view.setUint16(36, checksum(packet.subarray(20), pseudo));
    this.#next[sender] += data.length + ((flags & (SYN | FIN)) === 0 ? 0 : 1);
    return packet;
  }
}

/** The sum of 16-bit words. */
function checksumOf(bytes: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 2) sum += ((bytes[at] as number) << 8) | (bytes[at + 1] ?? 0);
  return sum;
}

function checksum(bytes: Uint8Array, start: number): number {
  let sum = start + checksumOf(bytes);
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return ~sum & 0xffff;
}
