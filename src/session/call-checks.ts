import { UsageError } from '../bytes/index.js';
import { keyKindOf } from '../screen/index.js';
import type { TerminalKey } from './input.js';

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
  if (key !== 'attn' && keyKindOf(key) === undefined) throw invalid(`there is no key '${String(key)}'`);
}

function invalid(message: string): UsageError {
  return new UsageError('argument-invalid', message);
}
