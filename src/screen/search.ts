import { checkInteger, UsageError } from '../bytes/index.js';
import type { ScreenView } from './screen-view.js';

/** How {@link findText} looks. */
export interface FindOptions {
  /** Position from which on to look; 0 unless given. The search ends at the end of the screen. */
  readonly from?: number;
  /** Capitals and small letters are the same; false unless given. */
  readonly ignoreCase?: boolean;
}

/** Neighbouring characters that are no blanks. */
export interface ScreenWord {
  /** Of the first character, from 0. */
  readonly column: number;
  /** Columns that it takes: two for each double-byte character. */
  readonly width: number;
  readonly text: string;
}

/**
 * Looks for text as the screen shows it: field attributes and nulls count as blanks, and what a hidden field holds is
 * not found. Text goes on from the end of a row to the next one, as fields do.
 *
 * @param text - at least one character
 * @returns The position of the first character, or undefined.
 * @throws {@link UsageError} `argument-invalid` for an empty text, or when `from` is not on the screen.
 * @example
 * const at = findText(screen, 'READY', { ignoreCase: true });
 */
export function findText(screen: ScreenView, text: string, options: FindOptions = {}): number | undefined {
  if (typeof text !== 'string' || text === '') {
    throw new UsageError('argument-invalid', 'text to find must be a string of at least one character');
  }
  const { from = 0, ignoreCase = false } = options;
  checkInteger('from position', from, 0, screen.positionCount - 1);
  const { text: shown, positions } = screen.shown();
  const start = positions === undefined ? from : firstAtOrBehind(positions, from);
  const found = ignoreCase ? fold(shown).indexOf(fold(text), start) : shown.indexOf(text, start);
  if (found === -1) return undefined;
  return positions === undefined ? found : positions[found];
}

function firstAtOrBehind(positions: Uint16Array, position: number): number {
  const index = positions.findIndex((one) => one >= position);
  return index === -1 ? positions.length : index;
}

/** Capitals for all letters, so that every position stays where it is: letters that become two are left. */
function fold(text: string): string {
  const folded = text.toUpperCase();
  if (folded.length === text.length) return folded;
  let kept = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charAt(i);
    const capital = unit.toUpperCase();
    kept += capital.length === 1 ? capital : unit;
  }
  return kept;
}

/**
 * The words of a row as the screen shows them, from left to right.
 * @param row - from 0
 * @throws {@link UsageError} `argument-invalid` when there is no such row.
 */
export function wordsOfRow(screen: ScreenView, row: number): ScreenWord[] {
  const words: ScreenWord[] = [];
  const { text: shown, positions } = screen.shown(row);
  const columnOf = (index: number): number =>
    index === shown.length ? screen.columns : (positions?.[index] ?? index);
  for (let column = 0; column < shown.length; ) {
    if (isBlank(shown, column)) {
      column++;
      continue;
    }
    const start = column;
    while (column < shown.length && !isBlank(shown, column)) column++;
    const first = columnOf(start);
    words.push({ column: first, width: columnOf(column) - first, text: shown.slice(start, column) });
  }
  return words;
}

/** A blank, a no-break space, or the blank of double-byte pages. */
function isBlank(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit === 0x20 || unit === 0xa0 || unit === 0x3000;
}
