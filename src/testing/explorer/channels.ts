import type { MessageTable } from './messages.js';

/**
 * Sequences of messages by number, each once, with what is done to them remembered: number 0 is the empty one. The end of the
 * connection counts as no message, so that a full channel can still be closed.
 */
export class Channels {
  readonly #messages: MessageTable;
  readonly #sequences: (readonly number[])[] = [[]];
  readonly #numbers: Map<string, number> = new Map([['', 0]]);
  readonly #lengths: number[] = [0];
  readonly #shorter: number[][] = [[0, 0, 0]];
  readonly #joined: Map<number, number> = new Map();

  constructor(messages: MessageTable) {
    this.#messages = messages;
  }

  intern(sequence: readonly number[]): number {
    const key = sequence.join(' ');
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#sequences.length;
    this.#sequences.push(sequence.slice());
    this.#lengths.push(sequence.filter((message) => this.#messages.get(message).kind !== 'fin').length);
    this.#shorter.push([]);
    this.#numbers.set(key, number);
    return number;
  }

  get(channel: number): readonly number[] {
    return this.#sequences[channel] as readonly number[];
  }

  /** Messages in it, the end of the connection not counted. */
  lengthOf(channel: number): number {
    return this.#lengths[channel] as number;
  }

  /** Without its first messages, one or two. */
  without(channel: number, count: number): number {
    const memo = this.#shorter[channel] as number[];
    const known = memo[count];
    if (known !== undefined) return known;
    const rest = this.intern(this.get(channel).slice(count));
    memo[count] = rest;
    return rest;
  }

  /** One behind the other. */
  concat(channel: number, added: number): number {
    if (added === 0) return channel;
    if (channel === 0) return added;
    const key = channel * 0x100000 + added;
    const known = this.#joined.get(key);
    if (known !== undefined) return known;
    const joined = this.intern([...this.get(channel), ...this.get(added)]);
    this.#joined.set(key, joined);
    return joined;
  }
}
