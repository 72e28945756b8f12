import { FIELD_ATTRIBUTE } from '../datastream/index.js';
import { fillWithBlanks } from './blank-fill.js';
import { CELL, isDoubleByteCell, KEPT_ON_ERASE, SHIFTS } from './cells.js';
import type { DoubleByteText } from './double-byte.js';
import { HALF } from './halves.js';
import type { LockReason } from './keyboard.table.js';
import type { ScreenState } from './state.js';
import {
  cellOf,
  enterCharacter,
  finishEntry,
  isProtected,
  type KeyRefusal,
  makeRoom,
  operatorError,
  refuseNotNumeric,
} from './typing.js';

const BLANK = 0x40;

/** Types the character at an index of a text; returns how many UTF-16 units it took, or why none. */
export function enterText(state: ScreenState, text: string, index: number): number | KeyRefusal {
  const codePoint = text.codePointAt(index) as number;
  const units = codePoint > 0xffff ? 2 : 1;
  const double = state.doubleByte;
  if (double !== undefined) {
    const { doubleByte } = double.page;
    const pair = doubleByte.encodeAt(text, index);
    const length = pair === -1 ? 0 : doubleByte.decodeText(pair).length;
    // One byte where both halves of the page have it, but for a letter with its mark, and where only pairs can stand.
    const isSingle =
      length <= units && state.codePage.encode(codePoint) !== -1 && !isInDoubleByteField(state);
    if (pair !== -1 && !isSingle) return enterPair(state, double, pair) ?? length;
  }
  const cell = cellOf(state, codePoint);
  return cell === -1 ? 'notEncodable' : (enterSingle(state, cell) ?? units);
}

function isInDoubleByteField({ planes, cursor }: ScreenState): boolean {
  return isDoubleByteCell(planes.governingCell(cursor));
}

/** Types a single-byte character, beside double-byte text where there is some. */
export function enterSingle(state: ScreenState, cell: number): KeyRefusal | undefined {
  const double = state.doubleByte;
  if (double === undefined) return enterCharacter(state, cell);
  const { planes } = state;
  if (isProtected(state, state.cursor)) return operatorError(state, 'operatorErrorProtected');
  const notNumeric = refuseNotNumeric(state, cell);
  if (notNumeric !== undefined) return notNumeric;
  if (isInDoubleByteField(state)) return operatorError(state, 'operatorErrorDoubleByte');
  let at = state.cursor;
  if (codeAt(state, at) === SHIFTS.in) {
    at = planes.after(at); // behind the end of double-byte text
    if (planes.isField(at)) return operatorError(state, 'operatorErrorOverflow');
  }
  const place = codeAt(state, at) === SHIFTS.out ? replaceShiftOut(state, at) : splitText(state, double, at);
  if (place === -1) return operatorError(state, 'operatorErrorOverflow');
  planes.setCharacter(place, cell);
  const next = planes.after(place);
  if (state.blankFill !== 'none') fillWithBlanks(planes, next);
  finishEntry(state, next, cell);
  double.settle();
  return undefined;
}

/** Makes a place for a single-byte character where an SO is; -1 where there is no room. */
function replaceShiftOut(state: ScreenState, at: number): number {
  if (state.insertMode) return makeRoom(state, at, 1) ? at : -1;
  // The first pair goes with it, and what is left begins anew behind a blank.
  const { planes } = state;
  const next = planes.after(at);
  const isEmpty = codeAt(state, next) === SHIFTS.in;
  put(state, next, BLANK);
  if (!isEmpty && !planes.isField(next)) put(state, planes.after(next), SHIFTS.out);
  return at;
}

/** Makes a place for a single-byte character within or outside of double-byte text; -1 where there is no room. */
function splitText(state: ScreenState, double: DoubleByteText, at: number): number {
  const { planes } = state;
  const half = double.lookLeft.at(at);
  if (half === HALF.none) return !state.insertMode || makeRoom(state, at, 1) ? at : -1;
  const left = half === HALF.right ? planes.before(at) : at;
  if (double.lookLeft.reason === 'attribute') {
    if (state.insertMode) return makeRoom(state, left, 1) ? left : -1;
    put(state, planes.after(left), BLANK);
    return left;
  }
  const place = planes.after(left);
  if (state.insertMode) {
    const shift = planes.before(left);
    if (codeAt(state, shift) === SHIFTS.out) return makeRoom(state, shift, 1) ? shift : -1;
    if (!makeRoom(state, left, 3)) return -1;
    put(state, left, SHIFTS.in);
    put(state, planes.after(place), SHIFTS.out);
    return place;
  }
  const behind = planes.after(place);
  put(state, left, SHIFTS.in);
  if (planes.isField(place)) return left;
  const isLast = codeAt(state, behind) === SHIFTS.in;
  if (planes.isField(behind)) return place;
  put(state, behind, BLANK);
  if (!isLast) put(state, planes.after(behind), SHIFTS.out);
  return place;
}

/** Where a pair is put, and what comes with it; undefined where none can stand. */
interface PairPlace {
  readonly at: number;
  /** An SO comes before it. */
  readonly out?: boolean;
  /** An SI comes behind it. */
  readonly in?: boolean;
  /** Of character set F8 by itself. */
  readonly own?: boolean;
}

/** Types a double-byte character. */
function enterPair(state: ScreenState, double: DoubleByteText, pair: number): KeyRefusal | undefined {
  const { planes, cursor } = state;
  if (isProtected(state, cursor)) return operatorError(state, 'operatorErrorProtected');
  const field = planes.governingCell(cursor);
  if (state.numericLock && (field & FIELD_ATTRIBUTE.numeric) !== 0) {
    return operatorError(state, 'operatorErrorNumeric');
  }
  const place = placeOfPair(state, double, cursor);
  if (typeof place === 'string') return operatorError(state, place);
  const setAt = (position: number): number =>
    place.own === true ? CELL.characterSetF8 : (planes.cells[position] as number) & CELL.characterSet;
  let { at } = place;
  const codes = place.out === true ? [SHIFTS.out, pair >> 8, pair & 0xff] : [pair >> 8, pair & 0xff];
  for (const code of codes) {
    put(state, at, code, setAt(at));
    at = planes.after(at);
  }
  if (place.in === true) put(state, at, SHIFTS.in, setAt(at));
  if (state.blankFill !== 'none') fillStart(state, at);
  finishEntry(state, at, pair);
  double.settle();
  return undefined;
}

/** With blank fill a pair makes blanks of the nulls at the start of the field, and of no others (x3270). */
function fillStart({ planes, cursor }: ScreenState, end: number): void {
  const attribute = planes.fields.governing(cursor);
  let at = attribute === -1 ? 0 : planes.after(attribute);
  for (
    ;
    at !== end && ((planes.cells[at] as number) & (CELL.code | CELL.field)) === 0;
    at = planes.after(at)
  ) {
    planes.setCharacter(at, BLANK);
  }
}

function placeOfPair(state: ScreenState, double: DoubleByteText, at: number): PairPlace | LockReason {
  const { planes, insertMode } = state;
  const { kinds } = double.halves;
  switch (kinds[at]) {
    case HALF.right:
    case HALF.left: {
      const left = kinds[at] === HALF.right ? planes.before(at) : at;
      if (insertMode && !makePairRoom(state, double, left)) return 'operatorErrorOverflow';
      return { at: left };
    }
    case HALF.behindShiftIn:
    case HALF.shiftIn:
      return lengthenText(state, kinds[at] === HALF.shiftIn ? at : planes.before(at));
    case HALF.dead:
      return 'operatorErrorDoubleByte';
    default:
      if ((planes.governingCell(at) & CELL.inputControl) !== 0 && !planes.fields.isEmpty())
        return beginText(state, double, at);
      return ownPair(state, at);
  }
}

/** Room for a pair: nulls, or in a double-byte field, where {@link HalfMap.settle} leaves none, a pair of blanks at its end. */
function makePairRoom(state: ScreenState, double: DoubleByteText, left: number): boolean {
  if (makeRoom(state, left, 2)) return true;
  const { planes } = state;
  const { cells } = planes;
  if (!isInDoubleByteField(state)) return false;
  let to = planes.before(planes.fields.following(left));
  if (double.halves.kinds[to] === HALF.dead) to = planes.before(to);
  if (codeAt(state, to) !== BLANK || codeAt(state, planes.before(to)) !== BLANK) return false;
  const second = planes.after(left);
  while (to !== second) {
    cells[to] = cells[planes.before(planes.before(to))] as number;
    to = planes.before(to);
  }
  return true;
}

/** Double-byte text goes on where its SI is. */
function lengthenText(state: ScreenState, shiftIn: number): PairPlace | LockReason {
  const { planes } = state;
  if (state.insertMode)
    return makeRoom(state, shiftIn, 2) ? { at: shiftIn, in: true } : 'operatorErrorOverflow';
  const second = planes.after(shiftIn);
  if (planes.isField(second)) return 'operatorErrorDoubleByte';
  const joins = codeAt(state, second) === SHIFTS.out;
  const third = planes.after(second);
  if (planes.isField(third) || codeAt(state, third) === SHIFTS.out) return 'operatorErrorDoubleByte';
  return { at: shiftIn, in: !joins };
}

/** With input control SO and SI are created around a double-byte character; it joins what follows at once. */
function beginText(state: ScreenState, double: DoubleByteText, at: number): PairPlace | LockReason {
  const { planes } = state;
  if (state.insertMode) return makeRoom(state, at, 4) ? { at, out: true, in: true } : 'operatorErrorOverflow';
  const second = planes.after(at);
  const third = planes.after(second);
  const fourth = planes.after(third);
  if (codeAt(state, at) === SHIFTS.out) return placeOfPair(state, double, second);
  if (planes.isField(second)) return 'operatorErrorDoubleByte';
  if (codeAt(state, second) === SHIFTS.out) {
    const before = planes.before(at);
    const kind = double.halves.kinds[before];
    const isFree = kind === HALF.none || kind === HALF.behindShiftIn;
    return isFree && !planes.isField(before) ? { at: before, out: true } : 'operatorErrorDoubleByte';
  }
  if (planes.isField(third)) return 'operatorErrorDoubleByte';
  if (codeAt(state, third) === SHIFTS.out) return { at, out: true };
  if (planes.isField(fourth) || codeAt(state, fourth) === SHIFTS.out) return 'operatorErrorDoubleByte';
  return { at, out: true, in: true };
}

/** Without input control a pair needs a host that is told of character sets. */
function ownPair(state: ScreenState, at: number): PairPlace | LockReason {
  const { planes } = state;
  if (state.replyMode !== 'character') return 'operatorErrorDoubleByte';
  if (state.insertMode) return makeRoom(state, at, 2) ? { at, own: true } : 'operatorErrorOverflow';
  return planes.isField(planes.after(at)) ? 'operatorErrorDoubleByte' : { at, own: true };
}

/** The code of a character; -1 for a field attribute and for text of an NVT. */
export function codeAt({ planes }: ScreenState, position: number): number {
  const cell = planes.cells[position] as number;
  if ((cell & CELL.field) !== 0 || (cell & CELL.nvt) !== 0) return -1;
  return cell & CELL.code;
}

/** Puts a code of a character set at a position that is no field attribute, with the other attributes that are there. */
function put({ planes }: ScreenState, position: number, code: number, set = 0): void {
  const cell = planes.cells[position] as number;
  if ((cell & CELL.field) !== 0) return;
  planes.cells[position] = (cell & KEPT_ON_ERASE) | set | code;
}
