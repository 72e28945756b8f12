import { printable, type SnapshotObject, type SnapshotReader, toHex } from '../bytes/index.js';
import { type LuRefusal, parseLuRefusal } from '../telnet/index.js';

/** No refusal is longer; a line that is, is none. */
const LONGEST = 128;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** A refusal, and the line that it was read from, safe to print. */
export interface ReadRefusal extends LuRefusal {
  readonly text: string;
}

/**
 * Looks at the first line of NVT text behind the terminal type: a host without TN3270E says there why it does not serve an LU
 * (RFC 1646 §8, TEL-137). Where the host has taken BINARY back before its first screen, as it does then, a number is enough;
 * else the words must be right too. Behind a screen text is only text.
 */
export class LuRefusalWatch {
  #reading = false;
  #withdrawn = false;
  #screenSeen = false;
  #line: number[] = [];

  /** The terminal type was told, or BINARY taken back. */
  begin(withdrawn: boolean): void {
    if (this.#screenSeen) return;
    this.#reading = true;
    this.#withdrawn = withdrawn;
    this.#line = [];
  }

  /** A record has come: the host serves the LU. */
  served(): void {
    this.#screenSeen = true;
    this.#reading = false;
  }

  /** Takes text; the index behind the end of the line, or -1 when nothing is looked at or the line goes on. */
  take(bytes: Uint8Array): number {
    for (let index = 0; this.#reading && index < bytes.length; index++) {
      const byte = bytes[index] as number;
      if (byte !== LINE_FEED && byte !== CARRIAGE_RETURN) this.#reading = this.#line.push(byte) <= LONGEST;
      else if (this.#line.length > 0) return index + 1;
    }
    return -1;
  }

  /** The line is at its end, or the host has gone: what it refuses, if it does. */
  judge(): ReadRefusal | undefined {
    if (!this.#reading || this.#line.length === 0) return undefined;
    this.#reading = false;
    const text = printable(Uint8Array.from(this.#line)).trim();
    const refusal = parseLuRefusal(text);
    return refusal !== undefined && (this.#withdrawn || refusal.verbatim) ? { ...refusal, text } : undefined;
  }

  save(): SnapshotObject {
    return {
      reading: this.#reading,
      withdrawn: this.#withdrawn,
      screenSeen: this.#screenSeen,
      line: toHex(Uint8Array.from(this.#line)),
    };
  }

  /** @throws UsageError `snapshot-invalid` */
  load(read: SnapshotReader): void {
    this.#reading = read.boolean('reading');
    this.#withdrawn = read.boolean('withdrawn');
    this.#screenSeen = read.boolean('screenSeen');
    this.#line = [...read.bytes('line', LONGEST + 1)];
  }
}
