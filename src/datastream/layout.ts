import { type ByteCursor, type ByteWriter, checkBytes, checkInteger, UsageError } from '../bytes/index.js';
import {
  appendActionPairs,
  appendByte,
  appendParameters,
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

/** The parts in the order of the wire. What follows them is kept as `rest`, so that nothing is dropped. */
export type Layout<T> = readonly Part<T>[];

// biome-ignore lint/suspicious/noExplicitAny: a layout is held against its own type where it is written down.
type AnyLayout = Layout<any>;
type Values = Record<string, unknown>;

/** Why bytes do not fit a layout. */
export type LayoutFault = 'short' | 'undefined';

/** Reads up to the cursor's end. Numbers are as they came; byte arrays are views. */
export function readLayout(layout: AnyLayout, cursor: ByteCursor): Values | LayoutFault {
  const values: Values = {};
  let optional = false;
  for (const part of layout) {
    if (part[0] === 'optional') optional = true;
    else if (optional && cursor.remaining === 0) break;
    else {
      const fault = readPart(part, cursor, values);
      if (fault !== undefined) return fault;
    }
  }
  return Object.assign(values, restOf(cursor));
}

// biome-ignore lint/suspicious/noExplicitAny: see AnyLayout.
function readPart(part: Part<any>, cursor: ByteCursor, values: Values): LayoutFault | undefined {
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
      return readChoices(choices, cursor.uint8(), values);
    }
    case 'reserved':
      return cursor.take(part[1]).length < part[1] ? 'short' : undefined;
    case 'optional':
      return undefined;
  }
}

function keep(values: Values, name: string, value: unknown): LayoutFault | undefined {
  if (value === undefined || value === -1) return 'short';
  values[name] = value;
  return undefined;
}

// biome-ignore lint/suspicious/noExplicitAny: see AnyLayout.
function readChoices(choices: readonly Choice<any>[], byte: number, values: Values): LayoutFault | undefined {
  if (byte < 0) return 'short';
  for (const [name, mask, codes] of choices) {
    const word = Object.keys(codes).find((key) => codes[key] === (byte & mask));
    if (word === undefined) return 'undefined';
    values[name] = word;
  }
  return undefined;
}

/** Appends the typed form: the inverse of {@link readLayout}. @throws UsageError `argument-invalid` */
export function appendLayout(writer: ByteWriter, layout: AnyLayout, field: object): void {
  const values = field as Values;
  let optional = false;
  let missing: string | undefined;
  /** Reserved bytes that stand only where something follows them. */
  let reserved = 0;
  for (const part of layout) {
    if (part[0] === 'optional') optional = true;
    else if (optional && part[0] === 'reserved') reserved += part[1];
    else if (optional && values[nameOf(part)] === undefined) missing ??= nameOf(part);
    else if (missing === undefined) {
      writer.fill(0, reserved);
      reserved = 0;
      appendPart(writer, part, values);
    } else {
      throw new UsageError(
        'argument-invalid',
        `${nameOf(part)} cannot stand without ${missing} in front of it`,
      );
    }
  }
  const { rest } = values;
  if (rest === undefined) return;
  checkBytes('rest', rest);
  writer.bytes(rest);
}

// biome-ignore lint/suspicious/noExplicitAny: see AnyLayout.
function nameOf(part: Part<any>): string {
  return String(part[0] === 'choices' ? part[1]?.[0] : part[1]);
}

// biome-ignore lint/suspicious/noExplicitAny: see AnyLayout.
function appendPart(writer: ByteWriter, part: Part<any>, values: Values): void {
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
      writer.byte(choices.reduce((byte, choice) => byte | codeOf(choice, values), 0));
      break;
    }
    case 'reserved':
      writer.fill(0, part[1]);
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
