import { CELL, KEPT_ON_ERASE } from './cells.js';
import type { Planes } from './planes.js';

/**
 * What typing makes of positions that hold no character. Nulls are not sent (DS-140), so that what is typed behind them
 * moves up; behind blanks it stays where it is. Blanks at the end of a field, or underscores too, then give way to insertions.
 */
export type BlankFill = 'none' | 'blanks' | 'blanksAndUnderscores';

const BLANK = 0x40;
const UNDERSCORE = 0x6d;

/** Whether an insertion may push a character out of the end of a field. */
export function isFillable(cell: number, blankFill: BlankFill): boolean {
  const code = cell & CELL.code;
  if (code === UNDERSCORE) return blankFill === 'blanksAndUnderscores';
  return code === BLANK && blankFill !== 'none';
}

/**
 * Blanks take the place of the nulls before a position, back to the attribute of the field or a line of it that is empty.
 *
 * @param end - behind the last position
 */
export function fillWithBlanks(planes: Planes, end: number): void {
  const { cells, columns } = planes;
  const last = planes.before(end);
  const attribute = planes.fields.governing(last);
  if (attribute === -1) return;
  for (let at = last; at !== attribute; at = planes.before(at)) {
    if (at % columns === columns - 1 && isEmptyLine(planes, at, attribute)) return;
    const cell = cells[at] as number;
    if ((cell & CELL.code) === 0) cells[at] = (cell & KEPT_ON_ERASE) | BLANK;
  }
}

/** Whether nothing but nulls stands from the end of a line back to its start, or to an attribute. */
function isEmptyLine({ cells, columns }: Planes, end: number, attribute: number): boolean {
  const start = end - columns + 1;
  const from = attribute >= start && attribute < end ? attribute + 1 : start;
  for (let at = from; at <= end; at++) if (((cells[at] as number) & CELL.code) !== 0) return false;
  return true;
}
