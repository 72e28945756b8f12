import { checkInteger, UsageError } from '../bytes/index.js';
import { MAXIMUM_14_BIT_POSITIONS, type ScreenSize } from '../datastream/index.js';

/** The size that every display has (DS-162 to DS-166). */
export const DEFAULT_SIZE: ScreenSize = { rows: 24, columns: 80 };

/**
 * Checks a size that the embedder gives, and returns a copy of it.
 * @throws {@link UsageError} `argument-invalid` unless both are whole numbers from 1 on, `option-invalid` when their
 * product is above 16384, which is as far as 14-bit addresses reach (DS-168).
 */
export function checkSize(name: string, size: ScreenSize): ScreenSize {
  const { rows, columns } = size;
  checkInteger(`${name}.rows`, rows, 1, MAXIMUM_14_BIT_POSITIONS);
  checkInteger(`${name}.columns`, columns, 1, MAXIMUM_14_BIT_POSITIONS);
  if (rows * columns > MAXIMUM_14_BIT_POSITIONS) {
    throw new UsageError(
      'option-invalid',
      `${name} must have at most ${MAXIMUM_14_BIT_POSITIONS} positions, not ${rows} × ${columns}`,
    );
  }
  return { rows, columns };
}
