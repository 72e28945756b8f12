import { checkInteger, UsageError } from '../bytes/index.js';
import { MAXIMUM_14_BIT_POSITIONS } from '../datastream/index.js';

/** Rows and columns of a presentation space. */
export interface ScreenSize {
  readonly rows: number;
  readonly columns: number;
}

/** The size that every display has (DS-162 to DS-166). */
export const DEFAULT_SIZE: ScreenSize = { rows: 24, columns: 80 };

/**
 * Checks a size that the embedder gives, and returns a copy of it.
 * @throws {@link UsageError} `option-invalid` unless both are whole numbers from 1 on and their product is at most
 * 16384, which is as far as 14-bit addresses reach (DS-168).
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
