import { FIELD_ATTRIBUTE } from '../datastream/index.js';
import { CELL } from './cells.js';
import type { CursorKey } from './keys.data.js';
import { leftOf, rightOf } from './moves.js';
import type { ScreenState } from './state.js';
import { nextWord, previousWord } from './words.js';

/** Where a key leads the cursor; no key changes anything else. */
export const CURSOR_MOVES: Readonly<Record<CursorKey, (state: ScreenState) => number>> = {
  tab: ({ planes, cursor }) => planes.nextInput(cursor),
  backTab,
  home: ({ planes }) => planes.nextInput(planes.positionCount - 1),
  newline,
  up: ({ planes, cursor }) =>
    (cursor < planes.columns ? cursor + planes.positionCount : cursor) - planes.columns,
  down: ({ planes, cursor }) => (cursor + planes.columns) % planes.positionCount,
  left: (state) => leftOf(state, state.cursor),
  backspace: (state) => leftOf(state, state.cursor),
  right: (state) => rightOf(state, state.cursor),
  left2: (state) => leftOf(state, leftOf(state, state.cursor)),
  right2: (state) => rightOf(state, rightOf(state, state.cursor)),
  previousWord,
  nextWord,
  fieldEnd,
};

/** The field's first position; from there, or from the attribute, the one of the input field before it. */
function backTab({ planes, cursor }: ScreenState): number {
  let from = planes.before(cursor);
  if (planes.isField(from)) from = planes.before(from);
  const at = planes.fields.previousInput(from);
  return at === -1 ? 0 : planes.after(at);
}

/** The start of the next line, or the first input field behind it. */
function newline({ planes, cursor }: ScreenState): number {
  const line = (Math.floor(cursor / planes.columns) + 1) % planes.rows;
  const position = line * planes.columns;
  const isInput =
    !planes.isField(position) && (planes.governingCell(position) & FIELD_ATTRIBUTE.protected) === 0;
  return isInput ? position : planes.nextInput(position);
}

function fieldEnd({ planes, cursor }: ScreenState): number {
  const attribute = planes.fields.governing(cursor);
  if (attribute === -1 || attribute === cursor) return cursor;
  if (((planes.cells[attribute] as number) & FIELD_ATTRIBUTE.protected) !== 0) return cursor;
  const end = planes.fields.following(attribute);
  for (let position = planes.before(end); position !== attribute; position = planes.before(position)) {
    const code = (planes.cells[position] as number) & CELL.code;
    if (code === 0x00 || code === 0x40) continue;
    const behind = planes.after(position);
    return behind === end ? position : behind;
  }
  return planes.after(attribute);
}
