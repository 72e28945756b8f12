import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StreamFacts } from './write.js';

/** What telnet implementations read at once. */
export const CHUNK = 16384;

/** Reads the corpora of a folder. */
export class Corpora {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  bytes(file: string): Uint8Array {
    // A copy: a file of some size lies alone in its memory, but a small one in Node's pool.
    return new Uint8Array(readFileSync(join(this.#folder, file)));
  }

  json(file: string): unknown {
    return JSON.parse(readFileSync(join(this.#folder, file), 'utf8'));
  }

  facts(stream: string): StreamFacts {
    return (this.json('streams.json') as Record<string, StreamFacts>)[stream] as StreamFacts;
  }

  /** Records as they are, at most the first `limit` bytes of them. */
  records(name: string, limit = Number.POSITIVE_INFINITY): Uint8Array[] {
    const bytes = this.bytes(`${name}.bin`);
    const lengths = new DataView(this.bytes(`${name}.len`).buffer);
    const records: Uint8Array[] = [];
    for (let i = 0, at = 0; i < lengths.byteLength && at < limit; i += 4) {
      const end = at + lengths.getUint32(i, true);
      records.push(bytes.subarray(at, end));
      at = end;
    }
    return records;
  }

  /** What a host says in a negotiation, a message each. */
  negotiation(name: 'w4t' | 'w4e'): Uint8Array[] {
    const lines = readFileSync(join(this.#folder, `${name}.txt`), 'utf8')
      .trim()
      .split('\n');
    return lines.map((line) => Uint8Array.from(Buffer.from(line, 'hex')));
  }

  /** The stream in pieces: of 1 to 64 bytes for `w1s`, else of {@link CHUNK}. */
  chunks(stream: string, limit = Number.POSITIVE_INFINITY): Uint8Array[] {
    const bytes = this.bytes(`${stream}.bin`);
    const end = Math.min(bytes.length, limit);
    if (stream === 'w1s') return cutBy(bytes, this.bytes('w1s.cuts'));
    return inChunks(bytes.subarray(0, end));
  }
}

/** Bytes in pieces of {@link CHUNK}. */
export function inChunks(bytes: Uint8Array): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK) chunks.push(bytes.subarray(at, at + CHUNK));
  return chunks;
}

function cutBy(bytes: Uint8Array, lengths: Uint8Array): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  let at = 0;
  for (const length of lengths) {
    chunks.push(bytes.subarray(at, at + length));
    at += length;
  }
  return chunks;
}
