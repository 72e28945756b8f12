import { UsageError } from '../../../src/bytes/index.js';

/** The code of the UsageError that a call throws, or what else it did. */
export function misuse(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return error instanceof UsageError ? error.code : `not a UsageError: ${String(error)}`;
  }
  return 'nothing thrown';
}
