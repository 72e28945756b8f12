import type { ScreenView } from '../src/index.js';

/**
 * A screen as text in a frame, where there is no terminal to show it. Empty positions that can be typed into are `_`; the
 * cursor is `█` where it stands on one of them or on a blank.
 */
export function framed(screen: ScreenView): string[] {
  const { columns, cursor } = screen;
  const row = Math.floor(cursor / columns);
  const column = cursor % columns;
  const lines = screen.text().map((text, index) => {
    let line = '';
    for (let at = 0; at < columns; at++) {
      const position = index * columns + at;
      const blank = text[at] === ' ';
      const input = blank && isInput(screen, position);
      line += blank && position === cursor ? '█' : input ? '_' : text[at];
    }
    return `│${line}│`;
  });
  const place = ` cursor: row ${row + 1}, column ${column + 1} `;
  return [
    `┌${'─'.repeat(columns)}┐`,
    ...lines,
    `└─${place}${'─'.repeat(Math.max(0, columns - place.length - 1))}┘`,
  ];
}

function isInput(screen: ScreenView, position: number): boolean {
  if (!screen.formatted) return false;
  const { isProtected, fieldAttribute } = screen.cell(position);
  return !isProtected && fieldAttribute === undefined;
}
