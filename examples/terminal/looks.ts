import type { CellAttributes } from 'terminal-kit';
import { COLORS, HIGHLIGHTING } from '../../src/datastream/index.js';
import type { ResolvedCell } from '../../src/index.js';

/** Colours of the 3270 in the palette of 256 colours. */
const PALETTE: ReadonlyMap<number, number> = new Map([
  [COLORS.neutralBlack, 0],
  [COLORS.blue, 12],
  [COLORS.red, 9],
  [COLORS.pink, 13],
  [COLORS.green, 10],
  [COLORS.turquoise, 14],
  [COLORS.yellow, 11],
  [COLORS.neutralWhite, 15],
  [COLORS.black, 0],
  [COLORS.deepBlue, 4],
  [COLORS.orange, 208],
  [COLORS.purple, 5],
  [COLORS.paleGreen, 120],
  [COLORS.paleTurquoise, 159],
  [COLORS.grey, 7],
  [COLORS.white, 15],
]);

/** How a position of the screen looks in a terminal window. */
export function lookOf(cell: ResolvedCell): CellAttributes {
  const { highlighting, isIntensified } = cell;
  return {
    color: PALETTE.get(cell.foreground) ?? 'default',
    bgColor: PALETTE.get(cell.background) ?? 'default',
    bold: isIntensified || highlighting === HIGHLIGHTING.intensify,
    underline: highlighting === HIGHLIGHTING.underscore,
    inverse: highlighting === HIGHLIGHTING.reverse,
    blink: highlighting === HIGHLIGHTING.blink,
  };
}

/** Whether two positions can be drawn at once. */
export function looksAlike(a: ResolvedCell, b: ResolvedCell): boolean {
  return (
    a.foreground === b.foreground &&
    a.background === b.background &&
    a.highlighting === b.highlighting &&
    a.isIntensified === b.isIntensified
  );
}
