import { fromHex } from './hex.js';
import { UsageError } from './usage-error.js';

/** A value of a snapshot: what JSON can hold. Bytes are hexadecimal text. */
export type SnapshotValue =
  | null
  | boolean
  | number
  | string
  | readonly SnapshotValue[]
  | { readonly [key: string]: SnapshotValue };

/** Characters of a text, unless it has a limit of its own. */
const TEXT = 4096;

/** As much of a text as {@link SnapshotReader.string} takes. */
export function snapshotText(text: string): string {
  return text.length > TEXT ? text.slice(0, TEXT) : text;
}

/** An object of a snapshot. */
export type SnapshotObject = { readonly [key: string]: SnapshotValue };

/**
 * Reads a snapshot value by value. Whatever is missing, of the wrong type or out of range throws `snapshot-invalid` with
 * the name of the place (SEC-134).
 */
export class SnapshotReader {
  readonly #value: SnapshotObject;
  readonly #path: string;

  /** @throws {@link UsageError} `snapshot-invalid` unless `value` is an object. */
  constructor(value: unknown, path = 'snapshot') {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid(path, 'an object');
    this.#value = value as SnapshotObject;
    this.#path = path;
  }

  /** The value itself, unread. */
  get(key: string): unknown {
    return Object.hasOwn(this.#value, key) ? this.#value[key] : undefined;
  }

  /** The object under a key. @throws {@link UsageError} `snapshot-invalid` */
  object(key: string): SnapshotReader {
    return new SnapshotReader(this.get(key), `${this.#path}.${key}`);
  }

  /** The object, or undefined where null stands. */
  objectOrNull(key: string): SnapshotReader | undefined {
    return this.get(key) === null ? undefined : this.object(key);
  }

  /** The boolean under a key. @throws {@link UsageError} `snapshot-invalid` */
  boolean(key: string): boolean {
    const value = this.get(key);
    if (typeof value !== 'boolean') throw invalid(`${this.#path}.${key}`, 'true or false');
    return value;
  }

  /** A whole number from `minimum` to `maximum`. */
  integer(key: string, minimum: number, maximum: number): number {
    const value = this.get(key);
    if (typeof value !== 'number' || !Number.isInteger(value) || value < minimum || value > maximum) {
      throw invalid(`${this.#path}.${key}`, `a whole number from ${minimum} to ${maximum}`);
    }
    return value;
  }

  /** A string of at most `longest` characters. */
  string(key: string, longest: number = TEXT): string {
    const value = this.get(key);
    if (typeof value !== 'string' || value.length > longest) {
      throw invalid(`${this.#path}.${key}`, `a string of at most ${longest} characters`);
    }
    return value;
  }

  /** A string, or undefined where null stands. */
  stringOrNull(key: string): string | undefined {
    return this.get(key) === null ? undefined : this.string(key);
  }

  /** One of the strings listed. */
  choice<Choice extends string>(key: string, choices: readonly Choice[]): Choice {
    const value = this.get(key);
    if (!choices.includes(value as Choice))
      throw invalid(`${this.#path}.${key}`, `one of ${choices.join(', ')}`);
    return value as Choice;
  }

  /** One of the strings listed, or undefined where null stands. */
  choiceOrNull<Choice extends string>(key: string, choices: readonly Choice[]): Choice | undefined {
    return this.get(key) === null ? undefined : this.choice(key, choices);
  }

  /** At most `longest` bytes. */
  bytes(key: string, longest: number): Uint8Array {
    const text = this.string(key, longest * 2);
    if (text.length % 2 !== 0 || /[^0-9a-f]/.test(text)) throw invalid(`${this.#path}.${key}`, 'hexadecimal');
    return fromHex(text);
  }

  /** A list of at most `longest` values, unread. */
  list(key: string, longest: number): readonly unknown[] {
    const value = this.get(key);
    if (!Array.isArray(value) || value.length > longest) {
      throw invalid(`${this.#path}.${key}`, `a list of at most ${longest}`);
    }
    return value;
  }

  /** A list of whole numbers from `minimum` to `maximum`. */
  integers(key: string, longest: number, minimum: number, maximum: number): number[] {
    return this.list(key, longest).map((value) => {
      if (typeof value !== 'number' || !Number.isInteger(value) || value < minimum || value > maximum) {
        throw invalid(`${this.#path}.${key}`, `whole numbers from ${minimum} to ${maximum}`);
      }
      return value;
    });
  }
}

function invalid(path: string, expected: string): UsageError {
  return new UsageError('snapshot-invalid', `${path} must be ${expected}`);
}
