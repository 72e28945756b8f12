import type { SnapshotObject, SnapshotReader } from '../bytes/index.js';
import type { ReplyMode, ScreenSize } from '../datastream/index.js';
import { CELL } from './cells.js';
import { checkSize } from './geometry.js';
import { KEYBOARD_TABLE, type LockReason } from './keyboard.table.js';
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
  };
}

/** Takes over what {@link saveScreen} gave. @throws UsageError `snapshot-invalid` */
export function loadScreen(state: ScreenState, snapshot: SnapshotReader): void {
  const size = readSize(snapshot);
  const positionCount = size.rows * size.columns;
  const runs = snapshot.integers('cells', positionCount * 2, -2147483648, 2147483647);
  state.defaultSize = readSize(snapshot.object('defaultSize'));
  state.alternateSize = readSize(snapshot.object('alternateSize'));
  state.erase(size);
  state.planes.decorated = snapshot.boolean('decorated');
  const { cells } = state.planes;
  expandRuns(runs, cells, positionCount);
  for (let position = 0; position < positionCount; position++) {
    const cell = cells[position] as number;
    if ((cell & CELL.field) !== 0) state.planes.setField(position, cell);
  }
  for (const reason of Object.keys(KEYBOARD_TABLE) as LockReason[]) state.keyboard.unlock(reason);
  const reasons = Object.keys(KEYBOARD_TABLE) as LockReason[];
  for (const name of snapshot.list('locks', reasons.length)) {
    const reason = reasons.find((known) => known === name);
    if (reason !== undefined) state.keyboard.lock(reason);
  }
  state.cursor = snapshot.integer('cursor', 0, positionCount - 1);
  state.aid = snapshot.integer('aid', 0, 255);
  state.replyMode = snapshot.choice('replyMode', REPLY_MODES);
  state.replyAttributes = snapshot.integer('replyAttributes', 0, 2147483647);
  state.insertMode = snapshot.boolean('insertMode');
  state.sscpLuStart = snapshot.integer('sscpLuStart', 0, positionCount - 1);
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

function readSize(snapshot: SnapshotReader): ScreenSize {
  const rows = snapshot.integer('rows', 1, 16384);
  const columns = snapshot.integer('columns', 1, 16384);
  return checkSize('a size of the snapshot', { rows, columns });
}
