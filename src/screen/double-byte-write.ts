import { type DoubleByteFault, type DoubleByteRules, FORMAT_CONTROLS, ORDERS } from '../datastream/index.js';
import { isDoubleByteCell } from './cells.js';
import type { DoubleByteText } from './double-byte.js';
import { HALF, isHalf } from './halves.js';
import type { Planes } from './planes.js';

/** Where a write is, and with which attributes it writes. */
export interface WritePoint {
  address: number;
  /** Character attributes in force, as bits of a cell. */
  readonly attributes: number;
  /** The positions up to an address have another character. */
  wrote(from: number, to: number): void;
  /** And field attributes may be gone. */
  changed(from: number, to: number): void;
}

/** Second bytes that make a control of double-byte text behind 00. */
const PAIR_CONTROLS: readonly number[] = [
  FORMAT_CONTROLS.null,
  FORMAT_CONTROLS.newLine,
  FORMAT_CONTROLS.endOfMedium,
  FORMAT_CONTROLS.formFeed,
  FORMAT_CONTROLS.carriageReturn,
  FORMAT_CONTROLS.duplicate,
  FORMAT_CONTROLS.fieldMark,
];

/** Writes on a screen with double-byte characters: where those stand two bytes are a character, and none may be cut. */
export class DoubleByteWriter implements DoubleByteRules {
  readonly #planes: Planes;
  readonly #text: DoubleByteText;
  readonly #point: WritePoint;

  fault: DoubleByteFault | undefined;
  isError = false;

  constructor(planes: Planes, text: DoubleByteText, point: WritePoint) {
    this.#planes = planes;
    this.#text = text;
    this.#point = point;
  }

  /** The write begins, perhaps with an erased screen. */
  begin(): void {
    this.fault = undefined;
    this.#text.forget();
  }

  /** The write has ended: the text is put in order, and what is wrong with it told. */
  end(): void {
    const settlement = this.#text.settle();
    this.fault = settlement?.fault;
    this.isError = settlement?.isError === true;
  }

  /** Another order has changed the positions up to an address; the whole buffer where both are the same. */
  changed(from: number, to: number): void {
    const { positionCount } = this.#planes;
    this.#text.lookLeft.note(from, to > from ? to - from : to - from + positionCount);
  }

  /** Another order has filled the positions up to an address with one character. */
  filled(from: number, to: number): void {
    this.#text.lookLeft.noteSame(from, to);
  }

  /** As {@link WriteHandler.characters}. */
  characters(bytes: Uint8Array, start: number, limit: number): number {
    const point = this.#point;
    const { lookLeft } = this.#text;
    let at = start;
    while (at < limit) {
      const byte = bytes[at] as number;
      if (byte !== 0 && !isHalf(byte)) return at;
      const half = lookLeft.at(point.address);
      if (half === HALF.right) return this.#stop('double-byte-split', at);
      if (half === HALF.none && !isDoubleByteCell(point.attributes)) {
        at = this.#storeSingle(bytes, at, limit);
        continue;
      }
      if (at + 1 >= limit) return this.#stop('double-byte-split', at);
      const second = bytes[at + 1] as number;
      if (byte === 0 && (second === ORDERS.startField || second === ORDERS.startFieldExtended)) {
        this.#store(0); // the position before the end of the field, where no pair has room
        at++;
        continue;
      }
      if (!isPairOrControl(byte, second)) return this.#stop('double-byte-invalid', at);
      if (this.#wrapsWithoutField()) return this.#stop('double-byte-split', at);
      this.#store(byte);
      this.#store(second);
      at += 2;
    }
    return at;
  }

  /** Stores single-byte characters as far as the buffer, and what stands in it, let them stay such; returns the index behind. */
  #storeSingle(bytes: Uint8Array, start: number, limit: number): number {
    const point = this.#point;
    const planes = this.#planes;
    const { cells, positionCount } = planes;
    const { address, attributes } = point;
    let at = start;
    let to = address;
    do cells[to++] = (bytes[at++] as number) | attributes;
    while (
      at < limit &&
      to < positionCount &&
      (bytes[at] === 0 || isHalf(bytes[at] as number)) &&
      !isDoubleByteCell(cells[to] as number)
    );
    planes.fields.clear(address, to);
    if (attributes !== 0) planes.decorated = true;
    this.#text.lookLeft.note(address, to - address);
    point.address = to === positionCount ? 0 : to;
    point.changed(address, point.address);
    return at;
  }

  refusesControl(code: number): boolean {
    const { address, attributes } = this.#point;
    const { lookLeft } = this.#text;
    const half = lookLeft.at(address);
    if (code !== FORMAT_CONTROLS.shiftOut && code !== FORMAT_CONTROLS.shiftIn) {
      return half !== HALF.none || isDoubleByteCell(attributes) ? this.#refuse('double-byte-invalid') : false;
    }
    if (half === HALF.right) return this.#refuse('double-byte-split');
    const isIn = code === FORMAT_CONTROLS.shiftIn;
    if (half !== HALF.none && (lookLeft.reason === 'field' || (!isIn && lookLeft.reason === 'subfield'))) {
      return this.#refuse('shift-misplaced');
    }
    return isIn && !lookLeft.isShiftedOut(address) ? this.#refuse('shift-misplaced') : false;
  }

  repeatsPair(address: number): boolean | undefined {
    const point = this.#point;
    const half = this.#text.lookLeft.at(point.address);
    if (half === HALF.right) {
      this.fault = 'double-byte-split';
      return undefined;
    }
    if (half === HALF.none && !isDoubleByteCell(point.attributes)) return false;
    const { positionCount, fields } = this.#planes;
    const isCutByEnd =
      address <= point.address && fields.isEmpty() && ((positionCount - point.address) & 1) !== 0;
    if ((this.#length(address) & 1) === 0 && !isCutByEnd) return true;
    this.fault = 'double-byte-split';
    return undefined;
  }

  repeatPair(address: number, first: number, second: number): boolean {
    if (!isPairOrControl(first, second)) {
      this.fault = 'double-byte-invalid';
      return false;
    }
    for (let left = this.#length(address); left > 0; left -= 2) {
      this.#store(first);
      this.#store(second);
    }
    return true;
  }

  refusesErase(address: number): boolean {
    const { lookLeft } = this.#text;
    if (lookLeft.at(this.#point.address) === HALF.right) return this.#refuse('double-byte-split');
    // As in x3270: the address must not be that of a left half, though that one would stay.
    return lookLeft.at(address) === HALF.left ? this.#refuse('double-byte-split') : false;
  }

  #length(address: number): number {
    const from = this.#point.address;
    return address > from ? address - from : address - from + this.#planes.positionCount;
  }

  /** A pair at the last position of a screen without fields has no right half: text does not go on at 0. */
  #wrapsWithoutField(): boolean {
    const planes = this.#planes;
    return this.#point.address + 1 === planes.positionCount && planes.fields.isEmpty();
  }

  #store(code: number): void {
    const point = this.#point;
    const planes = this.#planes;
    const { address } = point;
    const wasField = planes.isField(address);
    planes.setCharacter(address, code | point.attributes);
    if (point.attributes !== 0) planes.decorated = true;
    this.#text.lookLeft.note(address, 1);
    point.address = planes.after(address);
    if (wasField) point.changed(address, point.address);
    else point.wrote(address, point.address);
  }

  #refuse(fault: DoubleByteFault): true {
    this.fault = fault;
    return true;
  }

  #stop(fault: DoubleByteFault, at: number): number {
    this.fault = fault;
    return -1 - at;
  }
}

/** A double-byte character, or a control of double-byte text: 00 and one of a few. */
function isPairOrControl(first: number, second: number): boolean {
  return first === 0 ? PAIR_CONTROLS.includes(second) : isHalf(first) && isHalf(second);
}
