import { PROJECTED_OPTIONS, SLOTS } from './messages.data.js';
import type { FaultName } from './policies.data.js';

/** The two ends by number. */
export const TERMINAL = 0;
export const HOST = 1;
export type End = typeof TERMINAL | typeof HOST;

/** Numbers of what is not in a table. */
export const STAGES = { none: 0, pending: 1, answered: 2, up: 3 } as const;
export const MODES = { negotiating: 0, tlsPending: 1, nvt: 2, tn3270: 3, tn3270e: 4 } as const;

/** Option commands that an end holds at most. */
export const HELD = 4;

/** What is remembered of an end, one byte each. */
const FIELDS = [
  'gate',
  'stage',
  'mode',
  'ended', //            number of the diagnosis; all else is 0 then
  'gateTimer', //        0 or 1, as the rest
  'begun',
  'negotiationTimer',
  'heard', //            something has arrived in the clear
  'textSeen',
  'shown', //            a screen of the host has arrived, which opens the keyboard
  'typed',
  'negotiation', //      a state of the host's negotiation
  'collector',
  'named', //            the terminal has given a name
  'held', //             how many commands are held
] as const;
export type Field = (typeof FIELDS)[number];

const AT: Readonly<Record<Field, number>> = Object.fromEntries(
  FIELDS.map((name, at) => [name, at]),
) as Record<Field, number>;
const HELD_AT = FIELDS.length;
const OPTIONS_AT = HELD_AT + HELD;
/** Each side of each option. */
const OPTION_SLOTS = 2 * PROJECTED_OPTIONS.length;
const END_SIZE = OPTIONS_AT + OPTION_SLOTS;
const WIRES_AT = 2 * END_SIZE;
const ATTACKS_AT = WIRES_AT + 2 * SLOTS;
const CUT_AT = ATTACKS_AT + 1;
const SIZE = CUT_AT + 1;

/** One state of the projection: both ends, and what is on its way to each. */
export class Scene {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  /** What was broken on the way into this state. */
  readonly faults: Set<FaultName> = new Set();

  constructor(bytes: Uint8Array<ArrayBuffer> = new Uint8Array(SIZE)) {
    this.#bytes = bytes;
  }

  copy(): Scene {
    return new Scene(this.#bytes.slice());
  }

  /** The same for two equal states, and for no others. */
  get key(): string {
    return Buffer.from(this.#bytes.buffer).toString('latin1');
  }

  get(end: End, field: Field): number {
    return this.#bytes[end * END_SIZE + AT[field]] as number;
  }

  set(end: End, field: Field, value: number): void {
    this.#bytes[end * END_SIZE + AT[field]] = value;
  }

  /** State of one side of an option; side 0 is the end's own. */
  option(end: End, side: number, option: number): number {
    return this.#bytes[end * END_SIZE + OPTIONS_AT + side * PROJECTED_OPTIONS.length + option] as number;
  }

  setOption(end: End, side: number, option: number, state: number): void {
    this.#bytes[end * END_SIZE + OPTIONS_AT + side * PROJECTED_OPTIONS.length + option] = state;
  }

  forgetOptions(end: End): void {
    const start = end * END_SIZE + OPTIONS_AT;
    this.#bytes.fill(0, start, start + OPTION_SLOTS);
  }

  /** Holds a command; false when there is no room. */
  hold(end: End, message: number): boolean {
    const count = this.get(end, 'held');
    if (count === HELD) return false;
    this.#bytes[end * END_SIZE + HELD_AT + count] = message;
    this.set(end, 'held', count + 1);
    return true;
  }

  release(end: End): number[] {
    const start = end * END_SIZE + HELD_AT;
    const list = [...this.#bytes.subarray(start, start + this.get(end, 'held'))];
    this.#bytes.fill(0, start, start + HELD);
    this.set(end, 'held', 0);
    return list;
  }

  forgetEnd(end: End): void {
    this.#bytes.fill(0, end * END_SIZE, (end + 1) * END_SIZE);
  }

  /** What is on its way to an end. */
  wire(end: End): readonly number[] {
    const start = WIRES_AT + end * SLOTS;
    const messages: number[] = [];
    for (let at = start; at < start + SLOTS && this.#bytes[at] !== 0; at++)
      messages.push(this.#bytes[at] as number);
    return messages;
  }

  setWire(end: End, messages: readonly number[]): void {
    const start = WIRES_AT + end * SLOTS;
    this.#bytes.fill(0, start, start + SLOTS);
    this.#bytes.set(messages, start);
  }

  get quiet(): boolean {
    return this.#bytes[WIRES_AT] === 0 && this.#bytes[WIRES_AT + SLOTS] === 0;
  }

  /** How often an attacker may still act. */
  get attacks(): number {
    return this.#bytes[ATTACKS_AT] as number;
  }

  set attacks(count: number) {
    this.#bytes[ATTACKS_AT] = count;
  }

  /** Nothing is followed from here: a bound was passed on the way. */
  get cut(): boolean {
    return this.#bytes[CUT_AT] === 1;
  }

  makeCut(): void {
    this.#bytes.fill(0);
    this.#bytes[CUT_AT] = 1;
  }
}
