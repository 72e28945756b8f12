import { ATTRIBUTE_TYPES, CHARACTER_SETS, FIELD_ATTRIBUTE, TRANSPARENCY } from '../datastream/index.js';

type CellPart =
  | 'code'
  | 'field'
  | 'graphicEscape'
  | 'inputControl'
  | 'characterSet'
  | 'characterSetF1'
  | 'characterSetF8'
  | 'highlighting'
  | 'foreground'
  | 'background'
  | 'transparency'
  | 'outlining'
  | 'nvt'
  | 'nvtGraphics'
  | 'validation';

/**
 * A position of the buffer is one 32-bit number; that was measured faster than a plane per attribute, and an erased
 * position is 0, so that erasing is a native fill.
 *
 * | bits | of a character | of a field attribute |
 * | --- | --- | --- |
 * | 0-7 | EBCDIC code | attribute byte in 0 and 2-5; field validation in 1, 6 and 7 |
 * | 8 | 0 | 1 |
 * | 9 | written by Graphic Escape | input control |
 * | 10-11 | character set: 0 base, 1 F1, 2 F8 (double byte) | the same |
 * | 12-15 | highlighting, low half of its value | the same |
 * | 16-20 | foreground: 0, or 10 hex + low half of its value | the same |
 * | 21-25 | background, likewise | the same |
 * | 26-27 | transparency: 0, 1 OR, 2 XOR, 3 opaque | the same |
 * | 28 | NVT text: the code is ISO 8859-1, not EBCDIC | field outlining |
 * | 29 | NVT text: the code is of DEC special graphics | the same |
 * | 30-31 | 0 | the same |
 */
export const CELL: Readonly<Record<CellPart, number>> = {
  code: 0xff,
  field: 1 << 8,
  graphicEscape: 1 << 9,
  inputControl: 1 << 9,
  characterSet: 3 << 10,
  characterSetF1: 1 << 10,
  characterSetF8: 2 << 10,
  highlighting: 15 << 12,
  foreground: 31 << 16,
  background: 31 << 21,
  transparency: 3 << 26,
  outlining: 15 << 28,
  nvt: 1 << 28,
  nvtGraphics: 1 << 29,
  validation: 0xc2,
};

/** What stays of a position when its character is erased: colours, highlighting and transparency (DS-020, DS-062). */
export const KEPT_ON_ERASE: number =
  CELL.highlighting | CELL.foreground | CELL.background | CELL.transparency;

const HIGHLIGHTING_SHIFT = 12;
const INTENSIFY = 0x8000;
const FOREGROUND_SHIFT = 16;
const BACKGROUND_SHIFT = 21;
const TRANSPARENCY_SHIFT = 26;
const OUTLINING_SHIFT = 28;
const TRANSPARENCIES = [
  TRANSPARENCY.default,
  TRANSPARENCY.or,
  TRANSPARENCY.exclusiveOr,
  TRANSPARENCY.opaque,
] as const;

/** A colour in five bits; what is no colour is the default, without an error (DS-110). */
function packColour(value: number): number {
  return (value & 0xf0) === 0xf0 ? 0x10 | (value & 0x0f) : 0;
}

function unpackColour(bits: number): number {
  return bits === 0 ? 0 : 0xe0 | bits;
}

/**
 * Changes one attribute that characters and fields share, types 41 to 46.
 * @param colour - false on a monochrome device, which accepts colours and stores none (DS-224)
 * @returns The cell; unchanged where the type is none of these (DS-111).
 */
export function withAttribute(cell: number, type: number, value: number, colour: boolean): number {
  switch (type) {
    case ATTRIBUTE_TYPES.highlighting:
      return (cell & ~CELL.highlighting) | ((value & 0x0f) << HIGHLIGHTING_SHIFT);
    case ATTRIBUTE_TYPES.foreground:
      return colour ? (cell & ~CELL.foreground) | (packColour(value) << FOREGROUND_SHIFT) : cell;
    case ATTRIBUTE_TYPES.background:
      return colour ? (cell & ~CELL.background) | (packColour(value) << BACKGROUND_SHIFT) : cell;
    case ATTRIBUTE_TYPES.characterSet:
      return (cell & ~CELL.characterSet) | packCharacterSet(value);
    case ATTRIBUTE_TYPES.transparency:
      return (
        (cell & ~CELL.transparency) | (Math.max(0, TRANSPARENCIES.indexOf(value as 0)) << TRANSPARENCY_SHIFT)
      );
    default:
      return cell;
  }
}

/** Changes one attribute of a field: all of {@link withAttribute}, and types C0, C1, C2 and FE. */
export function withFieldAttribute(cell: number, type: number, value: number, colour: boolean): number {
  switch (type) {
    case ATTRIBUTE_TYPES.fieldAttribute:
      return (cell & ~FIELD_ATTRIBUTE.meaning) | (value & FIELD_ATTRIBUTE.meaning);
    case ATTRIBUTE_TYPES.validation:
      return (cell & ~CELL.validation) | ((value & 6) << 5) | ((value & 1) << 1);
    case ATTRIBUTE_TYPES.outlining:
      return (cell & ~CELL.outlining) | ((value & 15) << OUTLINING_SHIFT);
    case ATTRIBUTE_TYPES.inputControl:
      return value === 1 ? cell | CELL.inputControl : cell & ~CELL.inputControl;
    default:
      return withAttribute(cell, type, value, colour);
  }
}

function packCharacterSet(value: number): number {
  if (value === CHARACTER_SETS.doubleByte) return CELL.characterSetF8;
  return value === CHARACTER_SETS.graphicEscape ? CELL.characterSetF1 : 0;
}

/**
 * A field as SFE makes it: highlighting F9 to FF, which has no meaning, loses the bit of intensify, as in x3270. F8 is kept; there
 * it is lost too (DS-218).
 */
export function asStarted(cell: number): number {
  return (cell & CELL.highlighting) > INTENSIFY ? cell & ~INTENSIFY : cell;
}

/** The value of an attribute of type 41 to 46 as it stands on the wire; 0 is the default. */
export function attributeOf(cell: number, type: number): number {
  switch (type) {
    case ATTRIBUTE_TYPES.highlighting: {
      const value = (cell & CELL.highlighting) >> HIGHLIGHTING_SHIFT;
      return value === 0 ? 0 : 0xf0 | value;
    }
    case ATTRIBUTE_TYPES.foreground:
      return unpackColour((cell & CELL.foreground) >> FOREGROUND_SHIFT);
    case ATTRIBUTE_TYPES.background:
      return unpackColour((cell & CELL.background) >> BACKGROUND_SHIFT);
    case ATTRIBUTE_TYPES.characterSet:
      if ((cell & CELL.characterSet) === 0) return 0;
      return isDoubleByteCell(cell) ? CHARACTER_SETS.doubleByte : CHARACTER_SETS.graphicEscape;
    case ATTRIBUTE_TYPES.transparency:
      return TRANSPARENCIES[(cell & CELL.transparency) >> TRANSPARENCY_SHIFT] as number;
    default:
      return 0;
  }
}

/** The EBCDIC code of a character; text of an NVT has none and counts as null. */
export function codeOf(cell: number): number {
  return (cell & CELL.nvt) === 0 ? cell & CELL.code : 0;
}

/** The codes of SO and SI. */
export const SHIFTS = { out: 0x0e, in: 0x0f } as const;

/** Whether a character is SO or SI. */
export function isShift(cell: number): boolean {
  return (cell & (CELL.field | CELL.nvt | 0xfe)) === SHIFTS.out;
}

/** Whether a character or field is of character set F8. */
export function isDoubleByteCell(cell: number): boolean {
  return (cell & CELL.characterSet) === CELL.characterSetF8;
}

/** Field validation (type C1) of a field attribute's cell. */
export function validationOf(cell: number): number {
  return ((cell >> 5) & 6) | ((cell >> 1) & 1);
}

/** Field outlining (type C2) of a field attribute's cell. */
export function outliningOf(cell: number): number {
  return cell >>> OUTLINING_SHIFT;
}
