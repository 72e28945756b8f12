import fc from 'fast-check';
import { type Outbound, type RecordMaker, record, type Sizes } from './records.js';

/** A key that is pressed between records, while the keyboard is not locked. */
export interface KeyStep {
  readonly type: 'key';
  /** For our session. */
  readonly key: string;
  /** For s3270. */
  readonly action: string;
}
export interface RecordStep {
  readonly type: 'record';
  readonly record: Outbound;
}
export type Step = RecordStep | KeyStep;

const key: fc.Arbitrary<KeyStep> = fc
  .oneof(
    { weight: 3, arbitrary: fc.constant(['enter', 'Enter()'] as const) },
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 24 }).map((n) => [`pf${n}`, `PF(${n})`] as const) },
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 3 }).map((n) => [`pa${n}`, `PA(${n})`] as const) },
    { weight: 1, arbitrary: fc.constant(['clear', 'Clear()'] as const) },
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        ['tab', 'Tab()'] as const,
        ['backTab', 'BackTab()'] as const,
        ['home', 'Home()'] as const,
        ['newline', 'Newline()'] as const,
      ),
    },
    { weight: 1, arbitrary: fc.constant(['cursorSelect', 'CursorSelect()'] as const) },
  )
  .map(([name, action]) => ({ type: 'key', key: name, action }));

const entry: fc.Arbitrary<RecordMaker | KeyStep> = fc.oneof(
  { weight: 7, arbitrary: record },
  { weight: 1, arbitrary: key },
);

/**
 * Some records and keys for a device of these sizes. They begin on a screen that Erase/Write has erased and reset.
 *
 * @param sizes - positions of the default and the alternate size
 */
export function scenarios(sizes: {
  readonly default: number;
  readonly alternate: number;
}): fc.Arbitrary<Step[]> {
  // Sizes are chosen here, not by fast-check's bias towards what is small: a screen is long.
  return fc.noBias(
    fc.array(entry, { minLength: 1, maxLength: 16, size: 'max' }).map((entries) => {
      const now: Sizes = { ...sizes, current: 'default' };
      return entries.map(
        (one): Step => (typeof one === 'function' ? { type: 'record', record: one(now) } : one),
      );
    }),
  );
}
