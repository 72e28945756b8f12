import { ATTRIBUTE_TYPES, FIELD_ATTRIBUTE, FIELD_DISPLAY, type FieldDisplay } from '../datastream/index.js';
import { attributeOf, CELL, codeOf, outliningOf, validationOf } from './cells.js';
import { characterAt, isHidden } from './characters.js';
import { HALF } from './halves.js';
import { mixedText, pairText } from './shown.js';
import type { ScreenState } from './state.js';

/** The rows as a screen shows them: attributes, nulls and hidden fields are blank. */
export function rowsOfText(state: ScreenState, first: number, last: number): string[] {
  const { planes, doubleByte } = state;
  const { cells, columns } = planes;
  const rows: string[] = [];
  if (doubleByte !== undefined) {
    for (let row = first; row <= last; row++) {
      rows.push(mixedText(state, doubleByte, row * columns, (row + 1) * columns));
    }
    return rows;
  }
  let field = planes.governingCell(first * columns);
  for (let row = first; row <= last; row++) {
    let text = '';
    const end = (row + 1) * columns;
    for (let position = row * columns; position < end; position++) {
      const cell = cells[position] as number;
      if ((cell & CELL.field) !== 0) field = cell;
      text += isHidden(field) ? ' ' : String.fromCharCode(characterAt(state, cell, field));
    }
    rows.push(text);
  }
  return rows;
}

/** The extended attributes of a field as they stand on the wire; 0 is the default (datastream sheet §7). */
export interface ExtendedAttributes {
  readonly highlighting: number;
  readonly foreground: number;
  readonly background: number;
  readonly characterSet: number;
  readonly transparency: number;
}

/** A field: its attribute and what stands between it and the next one. */
export interface Field extends ExtendedAttributes {
  /** Of the attribute; the data begins behind it. */
  readonly position: number;
  /** Positions of data; 0 where the next attribute follows at once. A field may go on at 0 behind the last position. */
  readonly length: number;
  /** The bits of the attribute that have a meaning: 20, 10, 0C and 01. */
  readonly attribute: number;
  readonly isProtected: boolean;
  readonly isNumeric: boolean;
  readonly display: FieldDisplay;
  readonly isModified: boolean;
  readonly validation: number;
  readonly outlining: number;
  /** SO and SI are created as double-byte characters are typed (type FE). */
  readonly inputControl: boolean;
  /** One character a position, two for a double-byte character, nulls as blanks; of hidden fields too. */
  readonly text: string;
}

const DISPLAYS: readonly FieldDisplay[] = ['normal', 'detectable', 'intensified', 'hidden'];

function extendedAttributes(cell: number): ExtendedAttributes {
  return {
    highlighting: attributeOf(cell, ATTRIBUTE_TYPES.highlighting),
    foreground: attributeOf(cell, ATTRIBUTE_TYPES.foreground),
    background: attributeOf(cell, ATTRIBUTE_TYPES.background),
    characterSet: attributeOf(cell, ATTRIBUTE_TYPES.characterSet),
    transparency: attributeOf(cell, ATTRIBUTE_TYPES.transparency),
  };
}

/** All fields in the order of their attributes. */
export function listFields(state: ScreenState): Field[] {
  const { planes } = state;
  const { cells, fields, positionCount } = planes;
  const list: Field[] = [];
  for (let at = fields.next(0); at !== -1; at = fields.next(at + 1)) {
    const cell = cells[at] as number;
    const end = fields.following(at);
    const length = (end > at ? end - at : end - at + positionCount) - 1;
    let text = '';
    for (let i = 1; i <= length; i++) {
      const position = at + i < positionCount ? at + i : at + i - positionCount;
      text += textAt(state, position, cell);
    }
    list.push({
      position: at,
      length,
      attribute: cell & FIELD_ATTRIBUTE.meaning,
      isProtected: (cell & FIELD_ATTRIBUTE.protected) !== 0,
      isNumeric: (cell & FIELD_ATTRIBUTE.numeric) !== 0,
      display: DISPLAYS[(cell & FIELD_ATTRIBUTE.display) >> 2] as FieldDisplay,
      isModified: (cell & FIELD_ATTRIBUTE.modified) !== 0,
      validation: validationOf(cell),
      outlining: outliningOf(cell),
      inputControl: (cell & CELL.inputControl) !== 0,
      ...extendedAttributes(cell),
      text,
    });
  }
  return list;
}

/** What a position adds to a text: a pair at its left half, nothing at its right one. */
function textAt(state: ScreenState, position: number, field: number): string {
  const { planes, doubleByte } = state;
  const kind = doubleByte === undefined ? HALF.none : doubleByte.halves.kinds[position];
  if (kind === HALF.right) return '';
  if (kind === HALF.dead) return ' ';
  if (kind === HALF.left && doubleByte !== undefined) return pairText(state, doubleByte, position);
  return String.fromCharCode(characterAt(state, planes.cells[position] as number, field));
}

/** How many positions the text of a position takes: 2 for a left half, whose right half has none. */
function widthAt({ doubleByte }: ScreenState, position: number): 0 | 1 | 2 {
  const kind = doubleByte?.halves.kinds[position];
  return kind === HALF.left ? 2 : kind === HALF.right ? 0 : 1;
}

/** One position as a display has to show it. */
export interface ResolvedCell extends ExtendedAttributes {
  /** EBCDIC code; 00 at a field attribute and for text of an NVT. */
  readonly code: number;
  /** Of a double-byte character at its left half; empty at its right one. */
  readonly character: string;
  /** Positions that the character takes: 2 at the left half of a double-byte character, 0 at the right one. */
  readonly width: 0 | 1 | 2;
  /** From the Graphic Escape set, by GE or by character set F1. */
  readonly graphicEscape: boolean;
  /** The character itself was written with a graphic escape. */
  readonly ownGraphicEscape: boolean;
  /** The attribute, where the position holds one. */
  readonly fieldAttribute: number | undefined;
  readonly isProtected: boolean;
  /** Of the field: SO and SI are created as double-byte characters are typed. */
  readonly inputControl: boolean;
  /** Hidden: shown as a blank. */
  readonly isHidden: boolean;
  /** By the field attribute, or text of an NVT in bold. */
  readonly isIntensified: boolean;
  /** What the position itself has, without its field: of the field where it holds an attribute. */
  readonly own: ExtendedAttributes;
}

/** Colours of a device that shows four by the field attribute (DS-109); index: protected, intensified or hidden. */
const BASE_COLOURS = [0xf4, 0xf2, 0xf1, 0xf7];

/** Resolves a position: the character's own attributes, else those of its field, else what its field attribute says. */
export function resolveCell(state: ScreenState, position: number): ResolvedCell {
  const { planes } = state;
  const cell = planes.cells[position] as number;
  const field = planes.governingCell(position);
  const own = extendedAttributes(cell);
  const inherited = extendedAttributes(field);
  const isField = (cell & CELL.field) !== 0;
  const isProtected = (field & FIELD_ATTRIBUTE.protected) !== 0;
  const intensity = (field & 0x08) !== 0 ? 1 : 0;
  const base = state.colour ? (BASE_COLOURS[(isProtected ? 2 : 0) + intensity] as number) : 0;
  const characterSet = own.characterSet || inherited.characterSet;
  return {
    code: isField ? 0 : codeOf(cell),
    character: textAt(state, position, field),
    width: widthAt(state, position),
    ownGraphicEscape: !isField && (cell & CELL.graphicEscape) !== 0,
    graphicEscape: !isField && ((cell & CELL.graphicEscape) !== 0 || characterSet === 0xf1),
    fieldAttribute: isField ? cell & FIELD_ATTRIBUTE.meaning : undefined,
    isProtected,
    inputControl: (field & CELL.inputControl) !== 0,
    isHidden: isHidden(field),
    isIntensified: (field & FIELD_ATTRIBUTE.display) === FIELD_DISPLAY.intensified || isBold(cell),
    highlighting: own.highlighting || inherited.highlighting,
    foreground: own.foreground || inherited.foreground || base,
    background: own.background || inherited.background,
    characterSet,
    transparency: own.transparency || inherited.transparency,
    own,
  };
}

/** Text of an NVT that is highlighted with intensify (F8, alone or with others). */
function isBold(cell: number): boolean {
  return (cell & CELL.nvt) !== 0 && (attributeOf(cell, ATTRIBUTE_TYPES.highlighting) & 0x08) !== 0;
}

/** The EBCDIC codes of all positions; 01, which no character has, where a field attribute stands. */
export function characterPlane({ planes }: ScreenState): Uint8Array {
  const { cells, positionCount } = planes;
  const plane = new Uint8Array(positionCount);
  for (let position = 0; position < positionCount; position++) {
    const cell = cells[position] as number;
    plane[position] = (cell & CELL.field) !== 0 ? 0x01 : codeOf(cell);
  }
  return plane;
}

/** A field attribute, its position, and the field's extended attributes. */
export type AttributeEntry = readonly [position: number, attribute: number, extended: ExtendedAttributes];

/** All field attributes in order. */
export function listAttributes({ planes }: ScreenState): AttributeEntry[] {
  const { cells, fields } = planes;
  const list: AttributeEntry[] = [];
  for (let at = fields.next(0); at !== -1; at = fields.next(at + 1)) {
    const cell = cells[at] as number;
    list.push([at, cell & FIELD_ATTRIBUTE.meaning, extendedAttributes(cell)]);
  }
  return list;
}
