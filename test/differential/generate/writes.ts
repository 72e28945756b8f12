import fc from 'fast-check';
import {
  badAddress,
  CUT_ORDER,
  cutOrder,
  formLine,
  goodItem,
  type Item,
  inputItem,
  type Quirk,
  undefinedCode,
} from './items.js';

/** What a piece of a record comes to, once the size of the screen is known. */
export interface Encoded {
  readonly bytes: readonly number[];
  /** What s3270 is given in their place. */
  readonly given: readonly number[];
  /** Names of the orders and format controls in it, up to the fault that ends it. */
  readonly names: readonly string[];
  readonly faults: readonly string[];
  readonly quirks: readonly Quirk[];
}

export type Encodable = (positionCount: number) => Encoded;

/** WCC bits: mostly what applications send, else anything. */
export const writeControl: fc.Arbitrary<number> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(0xc3, 0xc2, 0xc1, 0x40, 0xf3, 0xc7) },
  { weight: 1, arbitrary: fc.nat(255) },
);

const scattered: fc.Arbitrary<Item[]> = fc.array(goodItem, { maxLength: 40, size: 'max' });
/** Twenty lines and more of labels and input fields: as long as the screens of applications. */
const form: fc.Arbitrary<Item[]> = fc.array(formLine, { minLength: 4, maxLength: 24, size: 'max' });
const good: fc.Arbitrary<Item[]> = fc.oneof(
  { weight: 3, arbitrary: scattered },
  { weight: 2, arbitrary: form },
  {
    weight: 2,
    arbitrary: fc
      .tuple(form, fc.array(goodItem, { minLength: 10, maxLength: 30, size: 'max' }))
      .map(([first, then]) => [...first, ...then]),
  },
);

function encodeItems(items: readonly Item[]): Encodable {
  return (count) => {
    const bytes: number[] = [];
    const given: number[] = [];
    const quirks: Quirk[] = [];
    const names: string[] = [];
    const faults: string[] = [];
    let stopped = false;
    for (const item of items) {
      const encoded = item.encode(count);
      bytes.push(...encoded);
      given.push(...(item.given?.(count) ?? encoded));
      if (stopped) continue;
      if (item.quirk !== undefined) quirks.push(item.quirk);
      names.push(...item.names);
      if (item.fault !== undefined) faults.push(item.fault);
      stopped = item.stops === true;
    }
    return { bytes, given, names, faults, quirks };
  };
}

/** The orders and data of a write that breaks no rule. */
export const goodBody: fc.Arbitrary<Encodable> = good.map(encodeItems);

/** The orders and data of a write with a fault in it: a code without a meaning, an address beyond the screen, a cut order. */
export const faultyBody: fc.Arbitrary<Encodable> = fc
  .tuple(
    good,
    fc.nat(0xffff),
    fc.oneof(
      { weight: 1, arbitrary: undefinedCode },
      { weight: 2, arbitrary: badAddress },
      { weight: 2, arbitrary: cutOrder },
    ),
  )
  .map(([items, where, wrong]) => {
    if (wrong.fault === CUT_ORDER) return encodeItems([...items, wrong]);
    // In the last third, so that most of the write has been carried out before it.
    const from = Math.floor((items.length * 2) / 3);
    const at = from + (where % (items.length - from + 1));
    return encodeItems([...items.slice(0, at), wrong, ...items.slice(at)]);
  });

/** What an operator can type into, and what is in his way: see {@link inputItem}. */
export const typingBody: fc.Arbitrary<Encodable> = fc
  .array(inputItem, { minLength: 1, maxLength: 24, size: 'max' })
  .map(encodeItems);
