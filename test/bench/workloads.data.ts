/** A workload: what is measured, in which unit. */
export interface Workload {
  readonly name: string;
  readonly unit: string;
  readonly what: string;
}

export const WORKLOADS: readonly Workload[] = [
  { name: 'W1', unit: 'MB/s', what: 'decode into records, lent: 0.5 % of the bytes 255, 16 KiB chunks' },
  { name: 'W1own', unit: 'MB/s', what: 'the same, every record copied to be kept' },
  { name: 'W1z', unit: 'MB/s', what: 'decode, no 255, lent' },
  { name: 'W1zown', unit: 'MB/s', what: 'the same, every record copied to be kept' },
  { name: 'W1b', unit: 'MB/s', what: 'decode, all 255' },
  { name: 'W1s', unit: 'MB/s', what: 'decode in chunks of 1 to 64 bytes' },
  { name: 'W1s1', unit: 'ns/chunk', what: 'decode in chunks of one byte' },
  { name: 'W2', unit: 'MB/s', what: 'encode records into one array, 0.5 % of the bytes 255' },
  { name: 'W2own', unit: 'MB/s', what: 'the same, every record in an array of its own' },
  { name: 'W2b', unit: 'MB/s', what: 'encode records, all 255' },
  { name: 'W3a', unit: 'writes/s', what: 'Erase/Write of 24 × 80, from the wire to the screen of a session' },
  { name: 'W3b', unit: 'writes/s', what: 'Erase/Write Alternate of 62 × 160, likewise' },
  { name: 'W4t', unit: 'sessions/s', what: 'a terminal session made and negotiated, TN3270' },
  { name: 'W4e', unit: 'sessions/s', what: 'a terminal session made and negotiated, TN3270E' },
  { name: 'W5m', unit: 'reads/s', what: 'Read Modified answered by a session, 20 fields filled in' },
  { name: 'W5b', unit: 'reads/s', what: 'Read Buffer answered by a session' },
  { name: 'W6t', unit: 'bytes', what: 'an idle telnet decoder' },
  { name: 'W6a', unit: 'bytes', what: 'an idle terminal session that shows 24 × 80' },
  { name: 'W6b', unit: 'bytes', what: 'an idle terminal session that shows 62 × 160' },
  { name: 'W7', unit: 'screens/s', what: 'a host builds a screen of 66 fields' },
  { name: 'growth', unit: '×', what: 'time for a record of twice the length, in chunks of 64 bytes' },
];

/** Programs and packages beside which workloads are run. */
export type PeerName = 'libtelnet' | 's3270' | 'telnet-stream' | 'telnetlib' | 'telnet-client' | 'tn3270';

/** What a figure is held against: the same workload of a peer, another one of ours, or a number. */
export type Measure = { readonly peer: PeerName } | { readonly own: string } | { readonly limit: number };

/** A figure of ours and what it is held against. */
export interface Comparison {
  readonly workload: string;
  readonly against: Measure;
  /** The workload of the peer, where its name differs. */
  readonly peerWorkload?: string;
  /** What the ratio ours : other has to be; without it the row is there to be looked at. */
  readonly goal?: number;
  /** The goal is the most, not the least. */
  readonly atMost?: true;
}

const libtelnet = { peer: 'libtelnet' } as const;
const s3270 = { peer: 's3270' } as const;
const telnetStream = { peer: 'telnet-stream' } as const;
const telnetlib = { peer: 'telnetlib' } as const;
const KIB = 1024;

export const COMPARISONS: readonly Comparison[] = [
  { workload: 'W1', against: libtelnet, goal: 2 },
  { workload: 'W1', against: telnetStream },
  { workload: 'W1', against: telnetlib },
  { workload: 'W1own', against: libtelnet, peerWorkload: 'W1', goal: 1.2 },
  { workload: 'W1z', against: libtelnet, goal: 5 },
  { workload: 'W1z', against: telnetStream },
  { workload: 'W1z', against: telnetlib },
  { workload: 'W1zown', against: libtelnet, peerWorkload: 'W1z', goal: 1.8 },
  { workload: 'W1b', against: libtelnet, goal: 3 },
  { workload: 'W1b', against: { own: 'W1' }, goal: 0.4 },
  { workload: 'W1b', against: telnetStream },
  { workload: 'W1b', against: telnetlib },
  { workload: 'W1s', against: libtelnet, goal: 0.6 },
  { workload: 'W1s', against: telnetStream },
  { workload: 'W1s', against: telnetlib },
  { workload: 'W1s1', against: { limit: 25 }, goal: 1, atMost: true },
  { workload: 'W2', against: libtelnet, goal: 1 },
  { workload: 'W2', against: telnetStream },
  { workload: 'W2own', against: libtelnet, peerWorkload: 'W2' },
  { workload: 'W2b', against: libtelnet, goal: 4 },
  { workload: 'W2b', against: telnetStream },
  { workload: 'W3a', against: s3270, goal: 25 },
  { workload: 'W3b', against: s3270, goal: 18 },
  { workload: 'W4t', against: { peer: 'tn3270' }, goal: 40 },
  { workload: 'W4t', against: libtelnet },
  { workload: 'W4e', against: libtelnet, goal: 0.08 },
  { workload: 'W5m', against: s3270, goal: 3.5 },
  { workload: 'W5b', against: s3270, goal: 18 },
  { workload: 'W6t', against: { limit: 3 * KIB }, goal: 1, atMost: true },
  { workload: 'W6t', against: libtelnet },
  { workload: 'W6t', against: telnetStream },
  { workload: 'W6t', against: telnetlib },
  { workload: 'W6t', against: { peer: 'telnet-client' } },
  { workload: 'W6a', against: { limit: 14 * KIB }, goal: 1, atMost: true },
  { workload: 'W6a', against: s3270 },
  { workload: 'W6a', against: { peer: 'tn3270' } },
  { workload: 'W6b', against: { limit: 60 * KIB }, goal: 1, atMost: true },
  { workload: 'W6b', against: s3270 },
  { workload: 'W7', against: { limit: 100000 }, goal: 1 },
  { workload: 'W7', against: { own: 'W3a' }, goal: 0.9 },
  { workload: 'growth', against: { limit: 2 }, goal: 1.1, atMost: true },
];

/** Peers that other people measure with and this program does not run. */
export const NEVER_RUN: readonly { readonly peer: string; readonly reason: string }[] = [
  { peer: 'go3270', reason: 'needs Go; W7 is held against W3a instead' },
];
