import { FIELD_ATTRIBUTE } from '../datastream/index.js';
import type { LookLeft } from './look-left.js';
import type { Planes } from './planes.js';
import { PositionSet } from './position-set.js';

/** Nulls the unprotected characters at `start..end-1`, one fill for each stretch of a field; field attributes stay. */
export function nullifyUnprotected(
  planes: Planes,
  start: number,
  end: number,
  lookLeft: LookLeft | undefined,
): void {
  const { cells, fields } = planes;
  const governing = fields.governing(start);
  const isOpen = governing === -1 || ((cells[governing] as number) & FIELD_ATTRIBUTE.protected) === 0;
  let at = isOpen ? start : fields.nextUnprotected(start);
  while (at !== -1 && at < end) {
    const from = planes.isField(at) ? at + 1 : at;
    const next = fields.next(from);
    const to = next === -1 || next > end ? end : next;
    if (from < to) {
      planes.nullify(from, to);
      lookLeft?.noteNulls(from, to);
    }
    if (to === end) return;
    at = fields.nextUnprotected(to);
  }
}

/**
 * Carries out the EUA orders of one write. From the first one on it knows by blocks of 32 positions where there may be something
 * to erase, so that an order of three bytes, sent again and again, does not go over a large screen each time (SEC-087): what is
 * erased once costs nothing until it is written to.
 */
export class UnprotectedEraser {
  readonly #planes: Planes;
  readonly #lookLeft: LookLeft | undefined;
  /** The blocks, by their number. */
  readonly #left: PositionSet = new PositionSet();
  /** Whether there was an EUA in this write. */
  #begun = false;

  constructor(planes: Planes, lookLeft: LookLeft | undefined) {
    this.#planes = planes;
    this.#lookLeft = lookLeft;
  }

  /** A write begins. */
  begin(): void {
    this.#begun = false;
  }

  /** The positions from one up to another, going on from the end at 0, have another character now. */
  wrote(from: number, to: number): void {
    if (!this.#begun) return;
    if (to > from) this.#mark(from, to);
    else {
      this.#mark(from, this.#planes.positionCount);
      this.#mark(0, to);
    }
  }

  /** As {@link UnprotectedEraser.wrote}, and attributes may have come or gone: what stands behind has another field. */
  changed(from: number, to: number): void {
    if (!this.#begun) return;
    this.wrote(from, to);
    const { fields, positionCount } = this.#planes;
    const next = fields.next(to);
    if (next !== -1) {
      this.#mark(to, next);
      return;
    }
    const first = fields.next(0);
    this.#mark(to, positionCount);
    this.#mark(0, first === -1 ? positionCount : first);
  }

  /** Erases from one position up to another, going on from the end at 0; the whole buffer where both are the same (DS-062). */
  erase(from: number, to: number): void {
    const { positionCount } = this.#planes;
    if (!this.#begun) {
      this.#begun = true;
      this.#left.reset((positionCount + 31) >> 5);
      this.#mark(0, positionCount);
    }
    if (to > from) this.#eraseRange(from, to);
    else {
      this.#eraseRange(from, positionCount);
      this.#eraseRange(0, to);
    }
  }

  #mark(start: number, end: number): void {
    if (start < end) this.#left.putRange(start >> 5, ((end - 1) >> 5) + 1, true);
  }

  #eraseRange(start: number, end: number): void {
    if (start >= end) return;
    const left = this.#left;
    const first = start >> 5;
    for (let block = left.previous((end - 1) >> 5); block >= first; ) {
      const before = Math.max(left.previousAbsent(block), first - 1);
      const from = Math.max(start, (before + 1) << 5);
      nullifyUnprotected(this.#planes, from, Math.min(end, (block + 1) << 5), this.#lookLeft);
      block = left.previous(before);
    }
    // Blocks that were erased in part stay.
    const { positionCount } = this.#planes;
    const whole = (start + 31) >> 5;
    const behind = (end === positionCount ? end + 31 : end) >> 5;
    if (whole < behind) left.putRange(whole, behind, false);
  }
}
