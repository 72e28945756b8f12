import { type SnapshotObject, type SnapshotReader, UsageError } from '../bytes/index.js';
import type { ReplyMode, ScreenSize } from '../datastream/index.js';
import { checkSize } from './geometry.js';
import { LOCK_REASONS } from './keyboard.js';
import type { LockReason } from './keyboard.table.js';
import type { Planes } from './planes.js';
import { REPORTED_BITS } from './read.js';
import type { ScreenState } from './state.js';

const REPLY_MODES: readonly ReplyMode[] = ['field', 'extendedField', 'character'];

/** The whole screen as plain values; cells as runs of count and value. */
export function saveScreen(state: ScreenState): SnapshotObject {
  const { planes, keyboard, defaultSize, alternateSize } = state;
  return {
    rows: planes.rows,
    columns: planes.columns,
    defaultSize: { ...defaultSize },
    alternateSize: { ...alternateSize },
    cells: runsOf(planes.cells, planes.positionCount),
    decorated: planes.decorated,
    locks: [...keyboard.reasons],
    cursor: state.cursor,
    aid: state.aid,
    replyMode: state.replyMode,
    replyAttributes: state.replyAttributes,
    insertMode: state.insertMode,
    sscpLuStart: state.sscpLuStart,
    // 0 for none
    primedField: state.primedField + 1,
    triggeredField: state.triggeredField + 1,
  };
}

/**
 * Takes over what {@link saveScreen} gave. All of it is read before anything changes.
 * @throws {@link UsageError} `snapshot-invalid` when something is missing, cut or out of range.
 */
export function loadScreen(state: ScreenState, snapshot: SnapshotReader): void {
  const size = readSize(snapshot);
  const positionCount = size.rows * size.columns;
  const read = {
    runs: snapshot.integers('cells', positionCount * 2, -2147483648, 2147483647),
    locks: snapshot.list('locks', LOCK_REASONS.length).map(readLock),
    decorated: snapshot.boolean('decorated'),
    values: {
      defaultSize: readSize(snapshot.object('defaultSize')),
      alternateSize: readSize(snapshot.object('alternateSize')),
      cursor: snapshot.integer('cursor', 0, positionCount - 1),
      aid: snapshot.integer('aid', 0, 255),
      replyMode: snapshot.choice('replyMode', REPLY_MODES),
      replyAttributes: snapshot.integer('replyAttributes', 0, 2147483647),
      insertMode: snapshot.boolean('insertMode'),
      sscpLuStart: snapshot.integer('sscpLuStart', 0, positionCount - 1),
      primedField: snapshot.integer('primedField', 0, positionCount) - 1,
      triggeredField: snapshot.integer('triggeredField', 0, positionCount) - 1,
    },
  };
  if (!coversExactly(read.runs, positionCount)) throw invalid('cells', `runs of ${positionCount} positions`);
  if ((read.values.replyAttributes & ~REPORTED_BITS) !== 0)
    throw invalid('replyAttributes', 'bits of attributes');
  const { planes, keyboard } = state;
  planes.erase(size);
  planes.decorated = read.decorated;
  expandRuns(read.runs, planes.cells, positionCount);
  markFields(planes);
  for (const reason of LOCK_REASONS) keyboard.unlock(reason);
  for (const reason of read.locks) keyboard.lock(reason);
  Object.assign(state, read.values);
  state.doubleByte?.forget();
}

function invalid(name: string, what: string): UsageError {
  return new UsageError('snapshot-invalid', `${name} of the screen's snapshot must be ${what}`);
}

function readLock(name: unknown): LockReason {
  const reason = LOCK_REASONS.find((known) => known === name);
  if (reason === undefined) throw invalid('locks', 'reasons of the keyboard table');
  return reason;
}

function coversExactly(runs: readonly number[], positionCount: number): boolean {
  let covered = 0;
  for (let i = 0; i < runs.length; i += 2) {
    const count = runs[i] as number;
    if (count < 1) return false;
    covered += count;
  }
  return runs.length % 2 === 0 && covered === positionCount;
}

/** Brings the map of fields into step with the cells. */
export function markFields(planes: Planes): void {
  for (let position = 0; position < planes.positionCount; position++) {
    if (planes.isField(position)) planes.setField(position, planes.cells[position] as number);
  }
}

/** Cells as runs of count and value. */
export function runsOf(cells: Int32Array, count: number): number[] {
  const runs: number[] = [];
  let start = 0;
  for (let position = 1; position <= count; position++) {
    if (position < count && cells[position] === cells[start]) continue;
    runs.push(position - start, cells[start] as number);
    start = position;
  }
  return runs;
}

/** Writes runs of count and value into the first cells of a buffer, as far as these go. */
export function expandRuns(runs: readonly number[], cells: Int32Array, count: number): void {
  let position = 0;
  for (let i = 0; i + 1 < runs.length; i += 2) {
    const end = Math.min(count, position + Math.max(0, runs[i] as number));
    cells.fill(runs[i + 1] as number, position, end);
    position = end;
  }
}

/** Rows and columns of a snapshot. */
export function readSize(snapshot: SnapshotReader): ScreenSize {
  const rows = snapshot.integer('rows', 1, 16384);
  const columns = snapshot.integer('columns', 1, 16384);
  return checkSize('a size of the snapshot', { rows, columns });
}
