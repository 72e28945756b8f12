import { type SnapshotObject, SnapshotReader, type SnapshotValue } from '../bytes/index.js';
import type { CommandToken } from './tokens.js';

/** IP and AO found inside a record wait for its end (RFC 2355 §8, TNE-057), but no more than these. */
export const DEFERRED_COMMANDS = 16;
export const NO_COMMANDS: readonly CommandToken[] = [];

/** Commands that wait, as plain values. */
export function saveDeferred(commands: readonly CommandToken[]): SnapshotValue {
  return commands.map(({ command, offset }) => [command, offset]);
}

/** Takes over what {@link saveDeferred} gave. @throws UsageError `snapshot-invalid` */
export function loadDeferred(snapshot: SnapshotReader): CommandToken[] {
  const pairs = snapshot.list('deferred', DEFERRED_COMMANDS) as [unknown, unknown][];
  return pairs.map(([command, offset]) => {
    const entry = new SnapshotReader({ command, offset } as SnapshotObject, 'deferred');
    return {
      type: 'command',
      command: entry.choice('command', ['interruptProcess', 'abortOutput']),
      offset: entry.integer('offset', 0, Number.MAX_SAFE_INTEGER),
    };
  });
}
