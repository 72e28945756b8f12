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
  /** A single-byte character right behind such an SI. */
  behindShiftIn: 4,
  /** A left half without its right half: it shows nothing. */
  dead: 5,
} as const;

/** Both bytes of a pair of blanks, and what becomes of bytes that are no pair. */
const BLANK = 0x40;

/**
 * Says of each position which half of a double-byte character it is, in fields and under character attributes of character
 * set F8 and between SO and SI. Every left half has its right half behind it, and every right half its left one before it.
 */
export class HalfMap {
  readonly #planes: Planes;
  #kinds: Uint8Array = new Uint8Array(0);
  #stale = true;

  constructor(planes: Planes) {
    this.#planes = planes;
  }

  /** Something has changed: the map is made anew when it is asked for. */
  forget(): void {
    this.#stale = true;
  }

  /** One of {@link HALF} for each position, never to be changed. */
  get kinds(): Uint8Array {
    if (this.#stale) this.#classify(false);
    return this.#kinds;
  }

  /**
   * Makes the map anew and takes out of the buffer what is no double-byte text, as x3270 does behind every write and every
   * key: bytes that are no pair become blanks, those of a field's nulls too; a half alone becomes null; and within SO and SI
   * there is no other character set.
   */
  settle(): Settlement | undefined {
    return this.#classify(true);
  }

  #classify(repair: boolean): Settlement | undefined {
    const planes = this.#planes;
    const { cells, fields, positionCount } = planes;
    if (this.#kinds.length < positionCount) this.#kinds = new Uint8Array(positionCount);
    const kinds = this.#kinds.fill(HALF.none);
    this.#stale = false;
    let settlement: Settlement | undefined;
    const wrong = (fault: DoubleByteFault, isError: boolean): void => {
      if (settlement === undefined || (isError && !settlement.isError)) settlement = { fault, isError };
    };
    const first = fields.governing(0);
    let isDoubleByteField = first !== -1 && isDoubleByteCell(cells[first] as number);
    /** The step at which double-byte text began; -1 in single-byte text. */
    let begun = isDoubleByteField ? 0 : -1;
    let shiftedOut = false;
    let shiftedIn = false;
    /** SO of an earlier field is open: x3270 refuses another one. */
    let leftOpen = false;
    let before = -1;
    for (let step = 0; step < positionCount; step++) {
      const unwrapped = first + 1 + step;
      const position = unwrapped < positionCount ? unwrapped : unwrapped - positionCount;
      const cell = cells[position] as number;
      let kind: number = HALF.none;
      if ((cell & CELL.field) !== 0) {
        isDoubleByteField = isDoubleByteCell(cell);
        begun = isDoubleByteField ? step + 1 : -1;
        if (shiftedOut) {
          leftOpen = true;
          wrong('shift-out-open', false);
        }
        shiftedOut = shiftedIn = false;
        if (before !== -1 && kinds[before] === HALF.shiftIn) kinds[before] = HALF.none;
      } else if ((cell & CELL.nvt) !== 0) {
        begun = -1;
        shiftedOut = false;
      } else if ((cell & CELL.code) === SHIFTS.out) {
        if (shiftedOut || isDoubleByteField) wrong('shift-misplaced', true);
        else begun = step + 1;
        if (leftOpen) wrong('shift-out-open', true);
        shiftedOut = true;
        shiftedIn = false;
      } else if ((cell & CELL.code) === SHIFTS.in) {
        if (shiftedIn || isDoubleByteField) wrong('shift-misplaced', true);
        else if (shiftedOut) kind = HALF.shiftIn;
        begun = -1;
        shiftedIn = true;
        shiftedOut = leftOpen = false;
      } else {
        if (shiftedOut && (cell & OTHER_SET) !== 0) {
          wrong('double-byte-invalid', true);
          if (repair) cells[position] = cell & ~OTHER_SET;
        } else if (isDoubleByteCell(cell)) {
          if (begun === -1) begun = step;
        } else if (!shiftedOut && !isDoubleByteField) begun = -1;
        if (begun !== -1) {
          if (((step - begun) & 1) === 0) kind = HALF.left;
          else {
            kind = HALF.right;
            kinds[before] = HALF.left;
            if (repair) blankUnlessPair(cells, before, position);
          }
        }
      }
      if (before !== -1 && kinds[before] === HALF.left && kind !== HALF.right) {
        if ((cell & CELL.field) === 0) wrong('double-byte-split', true);
        this.#kill(before, repair);
      }
      if (before !== -1 && kinds[before] === HALF.shiftIn && kind === HALF.none) kind = HALF.behindShiftIn;
      kinds[position] = kind;
      before = position;
    }
    // With fields the attribute at which it began has come last and has ended what stood before it.
    if (kinds[before] === HALF.left) this.#kill(before, repair);
    if (shiftedOut) wrong('shift-out-open', false);
    return settlement;
  }

  #kill(position: number, repair: boolean): void {
    this.#kinds[position] = HALF.dead;
    const { cells } = this.#planes;
    if (repair) cells[position] = (cells[position] as number) & ~CELL.code;
  }
}

/** What is wrong with the double-byte text of a buffer. */
export interface Settlement {
  readonly fault: DoubleByteFault;
  readonly isError: boolean;
}

/** Within SO and SI no other set is allowed, and no graphic escape. */
const OTHER_SET: number = CELL.characterSet | CELL.graphicEscape;

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
