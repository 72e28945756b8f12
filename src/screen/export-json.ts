import type { LockReason } from './keyboard.table.js';
import type { ScreenView } from './screen-view.js';
import type { Field } from './text.js';

/** The screen as plain values that JSON can hold. */
export interface ScreenDocument {
  readonly rows: number;
  readonly columns: number;
  /** Row and column from 0. */
  readonly cursor: { readonly position: number; readonly row: number; readonly column: number };
  readonly formatted: boolean;
  /** Why the keyboard takes no input, the strongest reason first; empty when it takes some. */
  readonly lockReasons: readonly LockReason[];
  /** One string a row, one character a position, or two positions for a double-byte character. */
  readonly text: readonly string[];
  /** The text of hidden fields is blank. */
  readonly fields: readonly Field[];
}

/**
 * What the screen shows, as a value for `JSON.stringify`: hidden fields are blank, and nothing of it belongs to the screen
 * any more.
 */
export function screenToJson(screen: ScreenView): ScreenDocument {
  const { rows, columns, cursor, formatted } = screen;
  return {
    rows,
    columns,
    cursor: { position: cursor, row: Math.floor(cursor / columns), column: cursor % columns },
    formatted,
    lockReasons: [...screen.keyboard.reasons],
    text: screen.text(),
    fields: screen
      .fields()
      .map((field) => (field.display === 'hidden' ? { ...field, text: ' '.repeat(field.length) } : field)),
  };
}
