/** Who sent the bytes. */
export type Sender = 'host' | 'terminal';

/** One unit of a byte stream in words: a telnet command, a subnegotiation, a record, a run of text, a TLS record. */
export interface DissectedItem {
  readonly sender: Sender;
  /** Of the unit's first byte, from the first byte of the sender's stream. */
  readonly offset: number;
  /** Bytes on the wire. */
  readonly length: number;
  /** What it is, in the words of the standards: `IAC DO STARTTLS`. Printable, and without what users typed. */
  readonly text: string;
  /** What it is for, in a sentence without a full stop. */
  readonly meaning?: string;
}

/** Text and meaning of a unit whose place is not known yet. */
export interface Words {
  readonly text: string;
  readonly meaning?: string;
}

/** `3 bytes`, `1 byte`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** The name of a number, or `unknown (hex)`. */
export function nameOf(names: readonly (string | undefined)[], number: number): string {
  return names[number] ?? `unknown (${number.toString(16).padStart(2, '0')})`;
}
