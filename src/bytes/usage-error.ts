/** Codes of {@link UsageError}; once published, a code keeps its meaning. */
export type UsageErrorCode =
  | 'argument-invalid'
  | 'option-invalid'
  | 'not-drained'
  | 'state-forbids'
  | 'keyboard-locked'
  | 'not-encodable'
  | 'snapshot-invalid'
  | 'transcript-invalid';

/**
 * The embedder broke the contract of a call: an argument out of range, or a call that the state forbids.
 * Thrown before any state changes. What the peer does wrong never throws; it becomes a `violation` event.
 *
 * Tell errors apart by `code`, not by `instanceof`: two copies of the package have two classes.
 */
export class UsageError extends Error {
  readonly code: UsageErrorCode;

  /** @param message - one sentence that names the argument, its range and the value given */
  constructor(code: UsageErrorCode, message: string) {
    super(message);
    this.name = 'UsageError';
    this.code = code;
  }
}

/** Throws `argument-invalid` unless `value` is a whole number in `minimum..maximum`. */
export function checkInteger(name: string, value: unknown, minimum: number, maximum: number): void {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < minimum || value > maximum) {
    throw new UsageError(
      'argument-invalid',
      `${name} must be a whole number from ${minimum} to ${maximum}, not ${String(value)}`,
    );
  }
}

/** Throws `argument-invalid` unless `value` is a Uint8Array (a `Buffer` is one) whose buffer is still attached. */
export function checkBytes(name: string, value: unknown): asserts value is Uint8Array {
  if (!(value instanceof Uint8Array)) {
    throw new UsageError('argument-invalid', `${name} must be a Uint8Array, not ${describe(value)}`);
  }
  const { buffer } = value as { buffer: ArrayBufferLike & { resizable?: boolean } };
  // By its tag: a page that is not isolated can have such a buffer without the global of that name.
  if (!(buffer instanceof ArrayBuffer) && buffer[Symbol.toStringTag] === 'SharedArrayBuffer') {
    throw new UsageError(
      'argument-invalid',
      `${name} must not lie on a SharedArrayBuffer: another thread could change it`,
    );
  }
  if (buffer.resizable === true) {
    throw new UsageError('argument-invalid', `${name} must not lie on a resizable ArrayBuffer`);
  }
  // An array on a detached buffer reads as empty, so only empty ones need the look.
  if (value.length === 0 && isDetached(buffer)) {
    throw new UsageError('argument-invalid', `${name} must not lie on a detached ArrayBuffer`);
  }
}

/** `ArrayBuffer.prototype.detached` is younger than ES2022; a view of a detached buffer cannot be made anywhere. */
function isDetached(buffer: ArrayBufferLike): boolean {
  try {
    new Uint8Array(buffer);
    return false;
  } catch {
    return true;
  }
}

function describe(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'an array' : typeof value;
}
