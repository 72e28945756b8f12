import { UsageError } from '../bytes/index.js';
import { KEYS } from '../screen/index.js';
import type { WriteOptions } from './host-records.js';
import type { TerminalKey } from './input.js';

const RESPONSES: readonly unknown[] = ['none', 'error', 'always', undefined];
const FLAGS: readonly unknown[] = [true, false, undefined];
const WRITE_OPTIONS: Readonly<Record<keyof WriteOptions, readonly unknown[]>> = {
  response: RESPONSES,
  sendData: FLAGS,
  keyboardRestore: FLAGS,
};

/** @throws UsageError `argument-invalid` unless `value` is a string. */
export function checkText(name: string, value: unknown): void {
  if (typeof value !== 'string') throw invalid(`${name} must be a string, not ${typeof value}`);
}

/** @throws UsageError `argument-invalid` unless `value` is true or false. */
export function checkFlag(name: string, value: unknown): void {
  if (typeof value !== 'boolean') throw invalid(`${name} must be true or false, not ${typeof value}`);
}

/** @throws UsageError `argument-invalid` unless `key` is one of a terminal's. */
export function checkKey(key: TerminalKey): void {
  if (key !== 'attn' && !KEYS.has(key)) throw invalid(`there is no key '${String(key)}'`);
}

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
