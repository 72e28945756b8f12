import { FIELD_ATTRIBUTE } from '../datastream/index.js';
import { CELL } from './cells.js';
import { characterAt, isHidden } from './characters.js';
import type { DoubleByteText } from './double-byte.js';
import { HALF } from './halves.js';
import { pairText } from './shown.js';
import type { ScreenState } from './state.js';
import { resolveCell } from './text.js';

/** Neighbouring positions of a row that look alike, as a renderer draws them in one go. */
export interface StyledRun {
  /** Of the first position, from 0. */
  readonly column: number;
  /** Positions that the run takes. */
  readonly width: number;
  /**
   * One character a position, or two for each where `isWide`; never a control (SEC-124). Field attributes, nulls and hidden
   * fields are blank.
   */
  readonly text: string;
  /**
   * Double-byte characters, and nothing else: each is one code point, but for a letter with a mark, which stands in a run of
   * its own of width 2.
   */
  readonly isWide: boolean;
  /** F0 to FF, or 0 for the colour of the device. */
  readonly foreground: number;
  /** F0 to FF, or 0 for none. */
  readonly background: number;
  /** 0, or F0 and the bits 1 blink, 2 reverse, 4 underscore, 8 intensify. */
  readonly highlighting: number;
  readonly isIntensified: boolean;
  readonly isProtected: boolean;
  readonly isHidden: boolean;
}

const INHERITED = [CELL.highlighting, CELL.foreground, CELL.background] as const;

/** The bits of a field attribute that change how the field looks or whether it can be typed into. */
const FIELD_LOOK = FIELD_ATTRIBUTE.protected | FIELD_ATTRIBUTE.display;

/** A field attribute is a blank without any attributes. */
const ATTRIBUTE_STYLE = -1;

/** All that decides how a position looks beside its character, as one number. */
function styleOf(cell: number, field: number): number {
  if ((cell & CELL.field) !== 0) return ATTRIBUTE_STYLE;
  let style = (field & FIELD_LOOK) | (cell & CELL.nvt);
  for (const mask of INHERITED) style |= (cell & mask) !== 0 ? cell & mask : field & mask;
  return style;
}

/** A row as runs, from left to right; together they are as wide as the row. */
export function runsOfRow(state: ScreenState, row: number): StyledRun[] {
  const { planes, doubleByte } = state;
  const { cells, columns } = planes;
  const first = row * columns;
  const end = first + columns;
  if (doubleByte !== undefined) return mixedRuns(state, doubleByte, first, end);
  const runs: StyledRun[] = [];
  let field = planes.governingCell(first);
  let start = first;
  let style = styleOf(cells[first] as number, field);
  let text = '';
  for (let position = first; position < end; position++) {
    const cell = cells[position] as number;
    if ((cell & CELL.field) !== 0) field = cell;
    const here = styleOf(cell, field);
    if (here !== style) {
      runs.push(runOf(state, start, start - first, position - start, text, false, style));
      start = position;
      style = here;
      text = '';
    }
    text += isHidden(field) ? ' ' : String.fromCharCode(characterAt(state, cell, field));
  }
  runs.push(runOf(state, start, start - first, end - start, text, false, style));
  return runs;
}

/** As {@link runsOfRow}, with pairs: both halves look like the left one, and a pair that the row cuts is blank. */
function mixedRuns(state: ScreenState, double: DoubleByteText, first: number, end: number): StyledRun[] {
  const { planes } = state;
  const { cells } = planes;
  const { kinds } = double.halves;
  const runs: StyledRun[] = [];
  let field = planes.governingCell(first);
  let start = first;
  let text = '';
  let style = 0;
  let isWide = false;
  /** The run holds a character that is more than a code point: nothing may join it. */
  let isFull = false;
  for (let position = first; position < end; ) {
    const cell = cells[position] as number;
    if ((cell & CELL.field) !== 0) field = cell;
    const here = styleOf(cell, field);
    const isPair = kinds[position] === HALF.left && position + 1 < end && !isHidden(field);
    let piece = ' ';
    if (isPair) piece = pairText(state, double, position);
    else if (!isHidden(field) && !isPartOfPair(kinds[position])) {
      piece = String.fromCharCode(characterAt(state, cell, field));
    }
    const isSequence = isPair && piece.length > ((piece.codePointAt(0) as number) > 0xffff ? 2 : 1);
    if (position > start && (here !== style || isPair !== isWide || isFull || isSequence)) {
      runs.push(runOf(state, start, start - first, position - start, text, isWide, style));
      start = position;
      text = '';
    }
    style = here;
    isWide = isPair;
    isFull = isSequence;
    text += piece;
    position += isPair ? 2 : 1;
  }
  runs.push(runOf(state, start, start - first, end - start, text, isWide, style));
  return runs;
}

/** A half that is cut off from the other one shows nothing. */
function isPartOfPair(kind: number | undefined): boolean {
  return kind === HALF.left || kind === HALF.right || kind === HALF.dead;
}

function runOf(
  state: ScreenState,
  position: number,
  column: number,
  width: number,
  text: string,
  isWide: boolean,
  style: number,
): StyledRun {
  const cell = resolveCell(state, position);
  const bare = style === ATTRIBUTE_STYLE;
  return {
    column,
    width,
    text,
    isWide,
    foreground: bare ? 0 : cell.foreground,
    background: bare ? 0 : cell.background,
    highlighting: bare ? 0 : cell.highlighting,
    isIntensified: !bare && cell.isIntensified,
    isProtected: bare || cell.isProtected,
    isHidden: !bare && cell.isHidden,
  };
}
