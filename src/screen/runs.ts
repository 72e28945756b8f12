import { FIELD_ATTRIBUTE } from '../datastream/index.js';
import { CELL } from './cells.js';
import type { ScreenState } from './state.js';
import { characterAt, isHidden, resolveCell } from './text.js';

/** Neighbouring positions of a row that look alike, as a renderer draws them in one go. */
export interface StyledRun {
  /** Of the first position, from 0. */
  readonly column: number;
  /** One character a position, never a control (SEC-124); field attributes, nulls and hidden fields are blank. */
  readonly text: string;
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

/** A row as runs, from left to right; together they have one character a column. */
export function runsOfRow(state: ScreenState, row: number): StyledRun[] {
  const { planes } = state;
  const { cells, columns } = planes;
  const first = row * columns;
  const end = first + columns;
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
      runs.push(runOf(state, start, start - first, text, style));
      start = position;
      style = here;
      text = '';
    }
    text += isHidden(field) ? ' ' : String.fromCharCode(characterAt(state, cell, field));
  }
  runs.push(runOf(state, start, start - first, text, style));
  return runs;
}

function runOf(state: ScreenState, position: number, column: number, text: string, style: number): StyledRun {
  const cell = resolveCell(state, position);
  const bare = style === ATTRIBUTE_STYLE;
  return {
    column,
    text,
    foreground: bare ? 0 : cell.foreground,
    background: bare ? 0 : cell.background,
    highlighting: bare ? 0 : cell.highlighting,
    isIntensified: !bare && cell.isIntensified,
    isProtected: bare || cell.isProtected,
    isHidden: !bare && cell.isHidden,
  };
}
