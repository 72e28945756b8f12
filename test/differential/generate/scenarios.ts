import fc from 'fast-check';
import { type ActionStep, simpleAction, typingAction } from './actions.js';
import { form, type Outbound, type RecordMaker, record, type Sizes } from './records.js';

export interface RecordStep {
  readonly type: 'record';
  readonly record: Outbound;
}
/** A record of the host, or something that the operator does while the keyboard lets him. */
export type Step = RecordStep | ActionStep;

/** Positions of the default and the alternate size of a device. */
export interface DeviceSizes {
  readonly default: number;
  readonly alternate: number;
}

/** Makes scenarios for a device of these sizes. */
export type ScenarioMaker = (sizes: DeviceSizes) => fc.Arbitrary<Step[]>;

function scenariosOf(
  entries: fc.Arbitrary<readonly (RecordMaker | ActionStep)[]>,
  sizes: DeviceSizes,
): fc.Arbitrary<Step[]> {
  // Sizes are chosen here, not by fast-check's bias towards what is small: a screen is long.
  return fc.noBias(
    entries.map((list) => {
      const now: Sizes = { ...sizes, current: 'default' };
      return list.map(
        (one): Step => (typeof one === 'function' ? { type: 'record', record: one(now) } : one),
      );
    }),
  );
}

const entry: fc.Arbitrary<RecordMaker | ActionStep> = fc.oneof(
  { weight: 7, arbitrary: record },
  { weight: 1, arbitrary: simpleAction },
);

/** Records of every kind with a few keys between them. They begin on a screen that Erase/Write has erased and reset. */
export const recordScenarios: ScenarioMaker = (sizes) =>
  scenariosOf(fc.array(entry, { minLength: 1, maxLength: 16, size: 'max' }), sizes);

const typingEntry: fc.Arbitrary<RecordMaker | ActionStep> = fc.oneof(
  { weight: 1, arbitrary: form },
  { weight: 9, arbitrary: typingAction },
);

/** A form, or a screen without fields, and what an operator does with it. */
export const typingScenarios: ScenarioMaker = (sizes) =>
  scenariosOf(
    fc
      .tuple(form, fc.array(typingEntry, { minLength: 1, maxLength: 24, size: 'max' }))
      .map(([first, then]) => [first, ...then]),
    sizes,
  );
