import { CELL, codeOf } from './cells.js';
import { characterAt, isHidden } from './characters.js';
import type { DoubleByteText } from './double-byte.js';
import { HALF } from './halves.js';
import type { ScreenState } from './state.js';

/** Text of a screen, and where it stands. */
export interface ShownText {
  /** Double-byte characters take two positions, and one or two UTF-16 units; all others one of each. */
  readonly text: string;
  /** The position of each UTF-16 unit of the text, counted from the start of the screen or row; undefined where both are the same. */
  readonly positions: Uint16Array | undefined;
}

/** What a pair shows: a character two positions wide. */
export function pairText({ planes }: ScreenState, double: DoubleByteText, left: number): string {
  const { cells } = planes;
  const first = codeOf(cells[left] as number);
  const second = codeOf(cells[planes.after(left)] as number);
  return double.page.doubleByte.display((first << 8) | second);
}

/**
 * The positions `start..end-1` as a screen with double-byte characters shows them: a pair that is cut at either end is blank,
 * half by half. With `positions` it writes down where each unit comes from, counted from `start`, and returns the text.
 */
export function mixedText(
  state: ScreenState,
  double: DoubleByteText,
  start: number,
  end: number,
  positions?: Uint16Array,
): string {
  const { planes } = state;
  const { cells } = planes;
  const { kinds } = double.halves;
  let field = planes.governingCell(start);
  let text = '';
  for (let position = start; position < end; position++) {
    const cell = cells[position] as number;
    if ((cell & CELL.field) !== 0) field = cell;
    const from = text.length;
    if (isHidden(field) || kinds[position] === HALF.dead) text += ' ';
    else if (kinds[position] === HALF.left)
      text += position + 1 < end ? pairText(state, double, position) : ' ';
    else if (kinds[position] !== HALF.right) text += String.fromCharCode(characterAt(state, cell, field));
    else if (position === start) text += ' ';
    if (positions !== undefined) positions.fill(position - start, from, text.length);
  }
  return text;
}

/** The positions `start..end-1` as the screen shows them, with a map of where each unit stands. */
export function shownText(state: ScreenState, double: DoubleByteText, start: number, end: number): ShownText {
  // A pair has at most two units, one for each of its positions.
  const positions = new Uint16Array(end - start);
  const text = mixedText(state, double, start, end, positions);
  return { text, positions: positions.subarray(0, text.length) };
}
