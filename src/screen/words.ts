import { FIELD_ATTRIBUTE } from '../datastream/index.js';
import { CELL } from './cells.js';
import type { Planes } from './planes.js';
import type { ScreenState } from './state.js';

/** Whether a position parts words: a null or a blank. */
export function isBlank(planes: Planes, position: number): boolean {
  const code = (planes.cells[position] as number) & CELL.code;
  return code === 0x00 || code === 0x40;
}

/** Whether a character of a word stands there, and no field attribute. */
function isInWord(planes: Planes, position: number): boolean {
  return !planes.isField(position) && !isBlank(planes, position);
}

/** Whether the attribute at a position, or that of the position's field, protects. */
function protects(planes: Planes, position: number): boolean {
  return (planes.governingCell(position) & FIELD_ATTRIBUTE.protected) !== 0;
}

/** The start of the word before the one that the cursor is in; the cursor where there is none, or no field. */
export function previousWord({ planes, cursor }: ScreenState): number {
  if (planes.fields.isEmpty()) return cursor;
  let at = cursor;
  let isProtected = protects(planes, at);
  if (!isProtected) {
    while (isInWord(planes, at)) at = planes.before(at);
  }
  const start = at;
  while (isProtected || !isInWord(planes, at)) {
    const isAttribute = planes.isField(at);
    at = planes.before(at);
    if (isAttribute) isProtected = protects(planes, at);
    if (at === start) return cursor;
  }
  while (isInWord(planes, planes.before(at))) at = planes.before(at);
  return at;
}

/** The next word of the field, else the position behind this one, else the next word that can be changed. */
export function nextWord({ planes, cursor }: ScreenState): number {
  if (planes.fields.isEmpty()) return cursor;
  if (planes.isField(cursor) || protects(planes, cursor)) return nextInputWord(planes, cursor) ?? cursor;
  let at = cursor;
  while (isInWord(planes, at)) at = planes.after(at);
  const behind = at;
  while (!planes.isField(at) && isBlank(planes, at)) at = planes.after(at);
  if (!planes.isField(at)) return at;
  return behind === cursor ? (nextInputWord(planes, cursor) ?? cursor) : behind;
}

/** The first character of a word in an unprotected field, from a position on. */
function nextInputWord(planes: Planes, from: number): number | undefined {
  let isProtected = protects(planes, from);
  let at = from;
  do {
    if (planes.isField(at)) isProtected = protects(planes, at);
    else if (!isProtected && !isBlank(planes, at)) return at;
    at = planes.after(at);
  } while (at !== from);
  return undefined;
}
