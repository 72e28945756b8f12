import type { SnapshotReader, SnapshotValue } from '../bytes/index.js';
import { Planes } from './planes.js';
import { expandRuns, markFields, readSize, runsOf } from './snapshot.js';

/** The same characters and fields, in memory of their own. */
export function copyPlanes(planes: Planes): Planes {
  const copy = new Planes(planes);
  copy.cells.set(planes.cells.subarray(0, planes.positionCount));
  markFields(copy);
  return copy;
}

/** Size and cells as plain values. */
export function savePlanes(planes: Planes): { readonly [key: string]: SnapshotValue } {
  const { rows, columns, cells, positionCount } = planes;
  return { rows, columns, cells: runsOf(cells, positionCount) };
}

/** What {@link savePlanes} gave. @throws UsageError `snapshot-invalid` */
export function loadPlanes(read: SnapshotReader): Planes {
  const planes = new Planes(readSize(read));
  const { positionCount } = planes;
  expandRuns(read.integers('cells', positionCount * 2, -2147483648, 2147483647), planes.cells, positionCount);
  markFields(planes);
  return planes;
}
