import { type ByteCursor, type ByteWriter, checkBytes, checkInteger, UsageError } from '../bytes/index.js';
import {
  appendActionPairs,
  appendByte,
  appendParameters,
  appendRest,
  appendUint16,
  appendUint32,
  readActionPairs,
  readParameters,
  restOf,
} from './query-reply/parameters.js';

type NamesOf<T, V> = { [K in keyof T]-?: NonNullable<T[K]> extends V ? K : never }[keyof T] & string;

/** Some bits of a byte that stand for one of several words. */
export type Choice<T> = {
  readonly [K in NamesOf<T, string>]: readonly [
    name: K,
    mask: number,
    codes: Readonly<Record<NonNullable<T[K]> & string, number>>,
  ];
}[NamesOf<T, string>];

/** One part of a structured field or query reply: how it stands on the wire, and its name in the typed form `T`. */
export type Part<T> =
  | readonly [kind: 'uint8' | 'uint16' | 'uint32', name: NamesOf<T, number>]
  /** So many bytes, or with `rest` all that is left. */
  | readonly [kind: 'bytes', name: NamesOf<T, Uint8Array>, length: number | 'rest']
  /** Numbers of one byte: with a count in front of them, or all that is left. */
  | readonly [kind: 'numbers', name: NamesOf<T, readonly number[]>, extent: 'counted' | 'rest']
  /** Self-defining parameters up to the end. */
  | readonly [kind: 'parameters', name: NamesOf<T, readonly object[]>]
  /** A count, and so many pairs. */
  | readonly [kind: 'pairs', name: NamesOf<T, readonly object[]>]
  /** A byte of choices; its other bits are reserved. */
  | readonly [kind: 'choices', ...choices: Choice<T>[]]
  | readonly [kind: 'reserved', length: number]
  /** What stands behind this may be missing from the end. */
  | readonly [kind: 'optional'];

/**
 * The parts in the order of the wire. Nothing is dropped: what follows them is kept as `rest`, and what stands in reserved
 * places, where it is not zero, as `reservedBytes`.
 */
export type Layout<T> = readonly Part<T>[];

// biome-ignore lint/suspicious/noExplicitAny: a layout is held against its own type where it is written down.
type AnyLayout = Layout<any>;
type Values = Record<string, unknown>;

/** Why bytes do not fit a layout. */
export type LayoutFault = 'short' | 'undefined';

/** Reads up to the cursor's end. Numbers are as they came; byte arrays are views. */
export function readLayout(layout: AnyLayout, cursor: ByteCursor): Values | LayoutFault {
  const values: Values = {};
  const reserved: number[] = [];
  let optional = false;
  let last: string | undefined;
  for (const part of layout) {
    if (part[0] === 'optional') optional = true;
    else if (optional && cursor.remaining === 0) break;
    else {
      const fault = readPart(part, cursor, values, reserved);
      if (fault !== undefined) return fault;
      last = part[0];
    }
  }
  // Optional reserved bytes with nothing behind them: they would not be built without this.
  const ends = optional && last === 'reserved';
  if (ends || reserved.some((byte) => byte !== 0)) values.reservedBytes = Uint8Array.from(reserved);
  return Object.assign(values, restOf(cursor));
}

function readPart(
  // biome-ignore lint/suspicious/noExplicitAny: see AnyLayout.
  part: Part<any>,
  cursor: ByteCursor,
  values: Values,
  reserved: number[],
): LayoutFault | undefined {
  switch (part[0]) {
    case 'uint8':
    case 'uint16':
    case 'uint32':
      return keep(values, part[1], cursor[part[0]]());
    case 'bytes': {
      const length = part[2] === 'rest' ? cursor.remaining : part[2];
      if (cursor.remaining < length) return 'short';
      values[part[1]] = cursor.take(length);
      return undefined;
    }
    case 'numbers': {
      const count = part[2] === 'rest' ? cursor.remaining : cursor.uint8();
      if (count < 0 || cursor.remaining < count) return 'short';
      values[part[1]] = Array.from(cursor.take(count));
      return undefined;
    }
    case 'parameters':
      return keep(values, part[1], readParameters(cursor));
    case 'pairs':
      return keep(values, part[1], readActionPairs(cursor));
    case 'choices': {
      const [, ...choices] = part;
      return readChoices(choices, cursor.uint8(), values, reserved);
    }
    case 'reserved': {
      if (cursor.remaining < part[1]) return 'short';
      reserved.push(...cursor.take(part[1]));
      return undefined;
    }
    case 'optional':
      return undefined;
  }
}

function keep(values: Values, name: string, value: unknown): LayoutFault | undefined {
  if (value === undefined || value === -1) return 'short';
  values[name] = value;
  return undefined;
}

function readChoices(
  // biome-ignore lint/suspicious/noExplicitAny: see AnyLayout.
  choices: readonly Choice<any>[],
  byte: number,
  values: Values,
  reserved: number[],
): LayoutFault | undefined {
  if (byte < 0) return 'short';
  for (const [name, mask, codes] of choices) {
    const word = Object.keys(codes).find((key) => codes[key] === (byte & mask));
    if (word === undefined) return 'undefined';
    values[name] = word;
  }
  const mask = reservedBits(choices);
  if (mask !== 0) reserved.push(byte & mask);
  return undefined;
}

// biome-ignore lint/suspicious/noExplicitAny: see AnyLayout.
function reservedBits(choices: readonly Choice<any>[]): number {
  return choices.reduce((bits, [, mask]) => bits & ~mask, 0xff);
}

/** Appends the typed form: the inverse of {@link readLayout}. @throws UsageError `argument-invalid` */
export function appendLayout(writer: ByteWriter, layout: AnyLayout, field: object): void {
  const values = field as Values;
  const reserved = new ReservedBytes(values.reservedBytes);
  let optional = false;
  let missing: string | undefined;
  /** Reserved bytes that stand only where something follows them, or where they are given. */
  let waiting = 0;
  for (const part of layout) {
    if (part[0] === 'optional') optional = true;
    else if (optional && part[0] === 'reserved') waiting += part[1];
    else if (optional && values[nameOf(part)] === undefined) missing ??= nameOf(part);
    else if (missing === undefined) {
      writer.bytes(reserved.take(waiting));
      waiting = 0;
      appendPart(writer, part, values, reserved);
    } else {
      throw new UsageError(
        'argument-invalid',
        `${nameOf(part)} cannot stand without ${missing} in front of it`,
      );
    }
  }
  writer.bytes(reserved.end(waiting));
  appendRest(writer, values as { rest?: Uint8Array });
}

/** Hands out the reserved bytes of a field in wire order; zeros where none are given. */
class ReservedBytes {
  readonly #given: Uint8Array | undefined;
  #at = 0;

  constructor(given: unknown) {
    if (given !== undefined) checkBytes('reservedBytes', given);
    this.#given = given;
  }

  take(count: number): Uint8Array {
    const given = this.#given;
    if (given === undefined) return new Uint8Array(count);
    const bytes = given.subarray(this.#at, this.#at + count);
    if (bytes.length < count) this.#refuse(`has ${given.length} bytes, which are too few`);
    this.#at += count;
    return bytes;
  }

  /** A byte that may have no other bits than these. */
  bits(mask: number): number {
    const byte = this.take(1)[0] as number;
    if ((byte & ~mask) !== 0) this.#refuse('has bits that are not reserved');
    return byte;
  }

  /** What is left: nothing, or `waiting` bytes. */
  end(waiting: number): Uint8Array {
    const left = (this.#given?.length ?? 0) - this.#at;
    if (left <= 0) return new Uint8Array(0);
    if (left !== waiting) this.#refuse(`has ${left} bytes too many`);
    return this.take(left);
  }

  #refuse(why: string): never {
    throw new UsageError('argument-invalid', `reservedBytes ${why}`);
  }
}

// biome-ignore lint/suspicious/noExplicitAny: see AnyLayout.
function nameOf(part: Part<any>): string {
  return String(part[0] === 'choices' ? part[1]?.[0] : part[1]);
}

// biome-ignore lint/suspicious/noExplicitAny: see AnyLayout.
function appendPart(writer: ByteWriter, part: Part<any>, values: Values, reserved: ReservedBytes): void {
  switch (part[0]) {
    case 'uint8':
      appendByte(writer, part[1], values[part[1]] as number);
      break;
    case 'uint16':
      appendUint16(writer, part[1], values[part[1]] as number);
      break;
    case 'uint32':
      appendUint32(writer, part[1], values[part[1]] as number);
      break;
    case 'bytes': {
      const bytes = values[part[1]];
      checkBytes(part[1], bytes);
      if (part[2] !== 'rest') checkInteger(`length of ${part[1]}`, bytes.length, part[2], part[2]);
      writer.bytes(bytes);
      break;
    }
    case 'numbers': {
      const numbers = values[part[1]] as readonly number[];
      if (part[2] === 'counted') appendByte(writer, `count of ${part[1]}`, numbers.length);
      for (const value of numbers) appendByte(writer, part[1], value);
      break;
    }
    case 'parameters':
      appendParameters(writer, values[part[1]] as Parameters<typeof appendParameters>[1]);
      break;
    case 'pairs':
      appendActionPairs(writer, values[part[1]] as Parameters<typeof appendActionPairs>[1]);
      break;
    case 'choices': {
      const [, ...choices] = part;
      const mask = reservedBits(choices);
      const bits = mask === 0 ? 0 : reserved.bits(mask);
      writer.byte(choices.reduce((byte, choice) => byte | codeOf(choice, values), bits));
      break;
    }
    case 'reserved':
      writer.bytes(reserved.take(part[1]));
      break;
    case 'optional':
      break;
  }
}

// biome-ignore lint/suspicious/noExplicitAny: see AnyLayout.
function codeOf([name, , codes]: Choice<any>, values: Values): number {
  const word = String(values[name]);
  const code = Object.hasOwn(codes, word) ? codes[word] : undefined;
  if (code === undefined) {
    throw new UsageError('argument-invalid', `${name} must be one of ${Object.keys(codes).join(', ')}`);
  }
  return code;
}
