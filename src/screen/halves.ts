import type { DoubleByteFault } from '../datastream/index.js';
import { CELL, codeOf, isDoubleByteCell, SHIFTS } from './cells.js';
import type { Planes } from './planes.js';

/** What a position is to double-byte text. */
export const HALF = {
  none: 0,
  left: 1,
  right: 2,
  /** The SI that ends double-byte text. */
  shiftIn: 3,
  /** What stands right behind such an SI, unless it is double-byte text again. */
  behindShiftIn: 4,
  /** A left half without its right half: it shows nothing. */
  dead: 5,
} as const;

/** What is wrong with the double-byte text of a buffer. */
export interface Settlement {
  readonly fault: DoubleByteFault;
  /** Whether a write that leaves this is an operation check. */
  readonly isError: boolean;
}

/** Both bytes of a pair of blanks, and what becomes of bytes that are no pair. */
const BLANK = 0x40;

/** Within SO and SI no other set is allowed, and no graphic escape. */
const OTHER_SET: number = CELL.characterSet | CELL.graphicEscape;

/**
 * Says of each position which half of a double-byte character it is: in fields and under character attributes of character
 * set F8, and between SO and SI. Every left half has its right half behind it, and every right half its left one before it.
 */
export class HalfMap {
  readonly #planes: Planes;
  #kinds: Uint8Array = new Uint8Array(0);
  #stale = true;

  // How far the buffer has been gone through, and what was found last.
  /** Whether text that is none is taken out of the buffer. */
  #repairs = false;
  #isDoubleByteField = false;
  /** The step at which double-byte text began; -1 in single-byte text. */
  #begun = -1;
  /** Behind an SO of the field. */
  #shiftedOut = false;
  /** The last shift code, whatever the field. */
  #lastShift = -1;
  #settlement: Settlement | undefined;

  constructor(planes: Planes) {
    this.#planes = planes;
  }

  /** Something has changed: the map is made anew when it is asked for. */
  forget(): void {
    this.#stale = true;
  }

  /** One of {@link HALF} for each position, never to be changed. */
  get kinds(): Uint8Array {
    if (this.#stale) this.#make(false);
    return this.#kinds;
  }

  /**
   * Makes the map anew and takes out of the buffer what is no double-byte text, as x3270 does behind every write and every
   * key: bytes that are no pair become blanks, those of a field's nulls too; a half alone becomes null; and within SO and SI
   * there is no other character set. As there, a double-byte field that position 0 belongs to is left as it is, and what
   * stands before the attribute of the field that it belongs to.
   */
  settle(): Settlement | undefined {
    this.#make(true);
    return this.#settlement;
  }

  /** Goes once around, from the field attribute that governs position 0, or from position 0. */
  #make(repair: boolean): void {
    const planes = this.#planes;
    const { cells, fields, positionCount } = planes;
    if (this.#kinds.length < positionCount) this.#kinds = new Uint8Array(positionCount);
    const kinds = this.#kinds.fill(HALF.none);
    const first = fields.governing(0);
    this.#stale = false;
    this.#settlement = undefined;
    this.#lastShift = -1;
    this.#begin(first === -1 ? 0 : (cells[first] as number), 0);
    this.#repairs = repair && !this.#isDoubleByteField;
    let before = -1;
    for (let step = 0; step < positionCount; step++) {
      const unwrapped = first + 1 + step;
      const position = unwrapped < positionCount ? unwrapped : unwrapped - positionCount;
      const cell = cells[position] as number;
      let kind = this.#kindOf(cell, position, step);
      if (kind === HALF.right) {
        kinds[before] = HALF.left;
        if (this.#repairs) blankUnlessPair(cells, before, position);
      } else if (before !== -1) {
        const isField = (cell & CELL.field) !== 0;
        if (kinds[before] === HALF.left) {
          if (!isField) this.#wrong('double-byte-split', true);
          this.#kill(before, this.#repairs && position !== first);
        } else if (kinds[before] === HALF.shiftIn) {
          if (isField) kinds[before] = HALF.none;
          else if (kind === HALF.none) kind = HALF.behindShiftIn;
        }
        if (isField) this.#repairs = repair;
      }
      kinds[position] = kind;
      before = position;
    }
    // Only without fields: with them the attribute at which it began has come last.
    if (kinds[before] === HALF.left) this.#kill(before, repair);
    if (this.#shiftedOut) this.#wrong('shift-out-open', false);
  }

  /** A field begins at a step, or the buffer without one (0). */
  #begin(field: number, step: number): void {
    this.#isDoubleByteField = isDoubleByteCell(field);
    this.#begun = this.#isDoubleByteField ? step : -1;
    this.#shiftedOut = false;
  }

  #kindOf(cell: number, position: number, step: number): number {
    if ((cell & CELL.field) !== 0) {
      if (this.#shiftedOut) this.#wrong('shift-out-open', false);
      this.#begin(cell, step + 1);
      return HALF.none;
    }
    if ((cell & CELL.nvt) !== 0) {
      this.#begin(0, step);
      return HALF.none;
    }
    const code = cell & CELL.code;
    if (code === SHIFTS.out) return this.#shiftOut(step);
    if (code === SHIFTS.in) return this.#shiftIn();
    if ((cell & OTHER_SET) !== 0 && this.#lastShift === SHIFTS.out) this.#otherSet(position, cell);
    // Behind an SO everything is double-byte text, in a double-byte field too; else the character says.
    if (!this.#shiftedOut && !this.#isDoubleByteField) {
      if (!isDoubleByteCell(cell)) this.#begun = -1;
      else if (this.#begun === -1) this.#begun = step;
    }
    if (this.#begun === -1) return HALF.none;
    return ((step - this.#begun) & 1) === 0 ? HALF.left : HALF.right;
  }

  /** x3270 refuses an SO behind one that an earlier field has left open, too. */
  #shiftOut(step: number): number {
    if (this.#shiftedOut || this.#isDoubleByteField) this.#wrong('shift-misplaced', true);
    else {
      if (this.#lastShift === SHIFTS.out) this.#wrong('shift-out-open', true);
      this.#begun = step + 1;
    }
    this.#shiftedOut = true;
    this.#lastShift = SHIFTS.out;
    return HALF.none;
  }

  #shiftIn(): number {
    const isMisplaced = this.#lastShift === SHIFTS.in || this.#isDoubleByteField;
    if (isMisplaced) this.#wrong('shift-misplaced', true);
    const ends = this.#shiftedOut && !isMisplaced;
    this.#begun = -1;
    this.#shiftedOut = false;
    this.#lastShift = SHIFTS.in;
    return ends ? HALF.shiftIn : HALF.none;
  }

  #otherSet(position: number, cell: number): void {
    this.#wrong(this.#shiftedOut ? 'double-byte-invalid' : 'shift-out-open', true);
    if (this.#shiftedOut && this.#repairs) this.#planes.cells[position] = cell & ~OTHER_SET;
  }

  /** The first fault is told, and an error before one that is none. */
  #wrong(fault: DoubleByteFault, isError: boolean): void {
    if (this.#settlement === undefined || (isError && !this.#settlement.isError)) {
      this.#settlement = { fault, isError };
    }
  }

  #kill(position: number, repair: boolean): void {
    this.#kinds[position] = HALF.dead;
    const { cells } = this.#planes;
    if (repair) cells[position] = (cells[position] as number) & ~CELL.code;
  }
}

function blankUnlessPair(cells: Int32Array, left: number, right: number): void {
  const one = cells[left] as number;
  const two = cells[right] as number;
  if (isHalf(codeOf(one)) && isHalf(codeOf(two))) return;
  cells[left] = (one & ~CELL.code) | BLANK;
  cells[right] = (two & ~CELL.code) | BLANK;
}

/** What may stand in a pair: 40 to FE (x3270; stricter is what a code page has a character for). */
export function isHalf(code: number): boolean {
  return code >= 0x40 && code <= 0xfe;
}
