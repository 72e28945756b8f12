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
  if (typeof SharedArrayBuffer !== 'undefined' && buffer instanceof SharedArrayBuffer) {
    throw new UsageError(
      'argument-invalid',
      `${name} must not lie on a SharedArrayBuffer: another thread could change it`,
    );
  }
  if (buffer.resizable === true) {
    throw new UsageError('argument-invalid', `${name} must not lie on a resizable ArrayBuffer`);
  }
}

function describe(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'an array' : typeof value;
}
