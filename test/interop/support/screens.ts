import { buildScreen, type ScreenDescription, type ScreenField } from '../../../src/datastream/index.js';
import { cp037, type ScreenSize } from '../../../src/index.js';

export const MODEL_2: ScreenSize = { rows: 24, columns: 80 };

/** A screen with two fields to type into, the second in the last row, and text in the first and the last position. */
export function formScreen(size: ScreenSize, title: string): ScreenDescription {
  const { rows, columns } = size;
  const label = (row: number, column: number, text: string): ScreenField => ({
    row,
    column,
    text,
    length: text.length,
    protected: true,
  });
  return {
    ...size,
    command: rows === 24 && columns === 80 ? 'eraseWrite' : 'eraseWriteAlternate',
    fields: [
      label(1, 2, title),
      label(3, 2, 'Name:'),
      { row: 3, column: 9, length: 10 },
      label(rows, 2, 'Last:'),
      { row: rows, column: 9, length: 12 },
      // An attribute at its left, and the attribute of the first label behind it: no room for another.
      label(rows, columns - 3, 'END!'),
    ],
    cursor: { row: 3, column: 9 },
  };
}

/** The record of a screen. */
export function screenRecord(screen: ScreenDescription): Uint8Array {
  return buildScreen(screen, cp037);
}

/** What a terminal has to show, worked out from the texts alone. */
export function linesOf({ rows, columns, fields }: ScreenDescription): string[] {
  const lines = Array.from({ length: rows }, () => Array.from({ length: columns }, () => ' '));
  for (const { row, column, text = '' } of fields) {
    for (const [index, character] of [...text].entries()) {
      const line = lines[row - 1] as string[];
      line[column - 1 + index] = character;
    }
  }
  return lines.map((line) => line.join(''));
}
