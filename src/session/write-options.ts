import { UsageError } from '../bytes/index.js';

/** What a host asks of the terminal with a record. */
export interface WriteOptions {
  /** Which response the terminal shall give; `none` unless stated, and where RESPONSES was not agreed (TNE-097). */
  readonly response?: 'none' | 'error' | 'always';
  /** With CONTENTION-RESOLUTION: the right to send goes to the terminal; true unless stated (TNE-131). */
  readonly sendData?: boolean;
  /** With CONTENTION-RESOLUTION: restores the keyboard, as the write control character can (TNE-135). */
  readonly keyboardRestore?: boolean;
}

const RESPONSES: readonly unknown[] = ['none', 'error', 'always', undefined];
const FLAGS: readonly unknown[] = [true, false, undefined];
const WRITE_OPTIONS: Readonly<Record<keyof WriteOptions, readonly unknown[]>> = {
  response: RESPONSES,
  sendData: FLAGS,
  keyboardRestore: FLAGS,
};

/** @throws UsageError `argument-invalid` for a key that is none or a value that is none of those it may have. */
export function checkWriteOptions(options: WriteOptions): void {
  if (typeof options !== 'object' || options === null) throw invalid('options of a write must be an object');
  for (const key in options) {
    if (!Object.hasOwn(WRITE_OPTIONS, key)) throw invalid(`a write has no option '${key}'`);
    if (!WRITE_OPTIONS[key as keyof WriteOptions].includes(options[key as keyof WriteOptions])) {
      throw invalid(`${key} of a write cannot be '${String(options[key as keyof WriteOptions])}'`);
    }
  }
}

function invalid(message: string): UsageError {
  return new UsageError('argument-invalid', message);
}
