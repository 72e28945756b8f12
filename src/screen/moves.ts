import { HALF } from './halves.js';
import type { ScreenState } from './state.js';

/** Where the cursor goes from a position to the left: not to a right half. */
export function leftOf({ planes, doubleByte }: ScreenState, position: number): number {
  const left = planes.before(position);
  if (doubleByte === undefined) return left;
  const { kinds } = doubleByte.halves;
  if (kinds[left] === HALF.right) return planes.before(left);
  if (kinds[left] !== HALF.left) return left;
  // It stood on a right half.
  const next = planes.before(left);
  return kinds[next] === HALF.right ? planes.before(next) : next;
}

/** Where the cursor goes from a position to the right: over a right half. */
export function rightOf({ planes, doubleByte }: ScreenState, position: number): number {
  const right = planes.after(position);
  return doubleByte?.halves.kinds[right] === HALF.right ? planes.after(right) : right;
}
