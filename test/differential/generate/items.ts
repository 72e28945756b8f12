import fc from 'fast-check';
import {
  ATTRIBUTE_TYPES,
  CHARACTER_SETS,
  encodeAddress,
  FORMAT_CONTROLS,
  ORDERS,
} from '../../../src/datastream/index.js';

/** A piece of a write: an order, a format control, or text. */
export interface Item {
  /** What is counted: names of orders and format controls. */
  readonly names: readonly string[];
  /** The bytes, for a screen of so many positions. */
  readonly encode: (positionCount: number) => readonly number[];
  /** The rule that the bytes break. */
  readonly fault?: string;
  /** A terminal carries out nothing of the write behind it. */
  readonly stops?: true;
  /** What s3270 is given in its place, see {@link Outbound.given}. */
  readonly given?: (positionCount: number) => readonly number[];
  /** What it has of its own that a known difference may depend on. */
  readonly quirk?: Quirk;
}

/** What a known difference may depend on. */
export type Quirk = 'Outbound 3270DS with nothing to write';

const any: fc.Arbitrary<number> = fc.nat(255);

/** Where something stands. Half of all places are the same few, so that orders meet the fields of others. */
const place: fc.Arbitrary<(positionCount: number) => number> = fc.oneof(
  { weight: 5, arbitrary: fc.nat(47).map((n) => (count: number) => (n * 40) % count) },
  { weight: 3, arbitrary: fc.nat(0xffff).map((n) => (count: number) => n % count) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: -3, max: 2 }).map((n) => (count: number) => (n + count) % count),
  },
);

type Form = 'coded' | '14-bit' | 'reserved';
const form: fc.Arbitrary<Form> = fc.oneof(
  { weight: 8, arbitrary: fc.constant<Form>('coded') },
  { weight: 3, arbitrary: fc.constant<Form>('14-bit') },
  { weight: 1, arbitrary: fc.constant<Form>('reserved') },
);

/** Two bytes for an address, in the form that a host chooses; high bits 10 count as 12-bit (DS-076). */
function addressBytes(address: number, shape: Form, positionCount: number): number[] {
  const coded = encodeAddress(address, positionCount);
  if (shape === '14-bit' || positionCount > 4096) return [address >> 8, address & 0xff];
  if (shape === 'reserved') return [0x80 | ((address >> 6) & 0x3f), coded & 0xff];
  return [coded >> 8, coded & 0xff];
}

interface Target {
  readonly at: (positionCount: number) => number;
  readonly shape: Form;
}
const target: fc.Arbitrary<Target> = fc.record({ at: place, shape: form });

function goTo({ at, shape }: Target, positionCount: number): number[] {
  return [ORDERS.setBufferAddress, ...addressBytes(at(positionCount), shape, positionCount)];
}

/** An order with an address and perhaps something behind it, wherever it stands. */
function withTarget(
  order: number,
  operand: fc.Arbitrary<{ bytes: number[] }> = fc.constant({ bytes: [] }),
): fc.Arbitrary<Pick<Item, 'encode'>> {
  return fc.tuple(target, operand).map(([to, { bytes }]) => ({
    encode: (count) => [order, ...addressBytes(to.at(count), to.shape, count), ...bytes],
  }));
}

/** An order in place, or behind an SBA. */
function perhapsPlaced(order: fc.Arbitrary<Item>): fc.Arbitrary<Item> {
  const placed = fc.tuple(target, order).map(([to, { names, encode, given = encode, ...more }]) => ({
    ...more,
    names: ['SBA', ...names],
    encode: (count: number) => [...goTo(to, count), ...encode(count)],
    given: (count: number) => [...goTo(to, count), ...given(count)],
  }));
  return fc.oneof({ weight: 1, arbitrary: order }, { weight: 1, arbitrary: placed });
}

function fixed(names: readonly string[], bytes: readonly number[]): Item {
  return { names, encode: () => bytes };
}

/** Letters, figures and blanks of EBCDIC. */
const LETTERS: readonly number[] = [
  0xc1, 0xc2, 0x40, 0x81, 0x95, 0xa3, 0xf1, 0xf9, 0x40, 0x4b, 0xe9, 0x60, 0x6f,
];
/** Every byte that is no order, no control and not dropped: 40 to FE. */
const GRAPHICS: readonly number[] = Array.from({ length: 0xff - 0x40 }, (_, index) => 0x40 + index);

const text: fc.Arbitrary<Item> = fc
  .tuple(
    fc.integer({ min: 1, max: 44 }),
    any,
    fc.oneof({ weight: 4, arbitrary: fc.constant(LETTERS) }, { weight: 1, arbitrary: fc.constant(GRAPHICS) }),
  )
  .map(([length, from, alphabet]) =>
    fixed(
      [],
      Array.from({ length }, (_, index) => alphabet[(from + 7 * index) % alphabet.length] as number),
    ),
  );

const attributeByte: fc.Arbitrary<number> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(0x40, 0xc1, 0x60, 0xe8, 0xf0, 0x4c, 0x50, 0xc8, 0x61, 0x7c) },
  { weight: 1, arbitrary: any },
);
const value: fc.Arbitrary<number> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(0x00, 0xf1, 0xf2, 0xf4, 0xf7, 0xf0) },
  { weight: 1, arbitrary: any },
);
const type: fc.Arbitrary<number> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(0x41, 0x42, 0x43, 0x45) },
  { weight: 2, arbitrary: fc.constantFrom(0x46, 0xc1, 0xc2, 0xfe) },
  { weight: 1, arbitrary: any },
);
const pair: fc.Arbitrary<[number, number]> = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(type, value) },
  { weight: 2, arbitrary: fc.tuple(fc.constant(0xc0), attributeByte) },
);
const pairs: fc.Arbitrary<number[]> = fc
  .array(pair, { maxLength: 5, size: 'max' })
  .map((list) => list.flat());

/**
 * Pairs as s3270 is given them: without the double-byte set, which a terminal whose code page has single bytes takes for the
 * default (DS-104, DS-111). 4.1 keeps it in MF, and behind an SA takes two bytes for a character, with every code page.
 */
function withoutDoubleBytes(list: readonly number[]): number[] {
  return list.map((code, at) =>
    at % 2 === 1 && list[at - 1] === ATTRIBUTE_TYPES.characterSet && code === CHARACTER_SETS.doubleByte
      ? 0
      : code,
  );
}

const startField: fc.Arbitrary<Item> = attributeByte.map((attribute) =>
  fixed(['SF'], [ORDERS.startField, attribute]),
);
const startFieldExtended: fc.Arbitrary<Item> = pairs.map((list) =>
  fixed(['SFE'], [ORDERS.startFieldExtended, list.length / 2, ...list]),
);
const modifyField: fc.Arbitrary<Item> = pairs.map((list) => ({
  ...fixed(['MF'], [ORDERS.modifyField, list.length / 2, ...list]),
  given: () => [ORDERS.modifyField, list.length / 2, ...withoutDoubleBytes(list)],
}));
const setAttribute: fc.Arbitrary<Item> = fc
  .oneof(
    { weight: 4, arbitrary: fc.tuple(type, value) },
    { weight: 1, arbitrary: fc.constant([0, 0] as [number, number]) },
  )
  .map(([first, second]) => ({
    ...fixed(['SA'], [ORDERS.setAttribute, first, second]),
    given: () => [ORDERS.setAttribute, ...withoutDoubleBytes([first, second])],
  }));
const programTab: fc.Arbitrary<Item> = fc
  .oneof({ weight: 3, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.integer({ min: 2, max: 4 }) })
  .map((count) =>
    fixed(
      ['PT'],
      Array.from({ length: count }, () => ORDERS.programTab),
    ),
  );
const insertCursor: fc.Arbitrary<Item> = fc.constant(fixed(['IC'], [ORDERS.insertCursor]));
const graphicEscape: fc.Arbitrary<Item> = fc
  .oneof({ weight: 6, arbitrary: fc.constantFrom(...GRAPHICS) }, { weight: 1, arbitrary: any })
  .map((code) => fixed(['GE'], [ORDERS.graphicEscape, code]));

/** What can stand in a buffer, but for orders. */
const STORED: readonly number[] = [...Array(256).keys()].filter(
  (code) => !(Object.values(ORDERS) as number[]).includes(code),
);
const repeated: fc.Arbitrary<{ names: string[]; bytes: number[] }> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(0x00, 0x40, 0x60, 0xc1, 0xff).map((code) => ({ names: [], bytes: [code] })),
  },
  { weight: 1, arbitrary: fc.constantFrom(...STORED).map((code) => ({ names: [], bytes: [code] })) },
  { weight: 2, arbitrary: any.map((code) => ({ names: ['GE'], bytes: [ORDERS.graphicEscape, code] })) },
);
/** An order with a stop address: mostly a short way from where it begins, sometimes anywhere or all around. */
function withStopAddress(
  name: string,
  order: number,
  operand: fc.Arbitrary<{ names: string[]; bytes: number[] }>,
): fc.Arbitrary<Item> {
  // EUA stands behind SBA: 4.1 remembers the field from an order before, and not all orders bring it up to date.
  const start = name === 'EUA' ? target : fc.constant(undefined);
  const anywhere = fc.tuple(start, target, operand).map(([from, to, { names, bytes }]) => ({
    names: [...(from === undefined ? [] : ['SBA']), name, ...names],
    encode: (count: number) => [
      ...(from === undefined ? [] : goTo(from, count)),
      order,
      ...addressBytes(to.at(count), to.shape, count),
      ...bytes,
    ],
  }));
  const near = fc.tuple(target, fc.nat(60), operand).map(([from, length, { names, bytes }]) => ({
    names: ['SBA', name, ...names],
    encode: (count: number) => [
      ...goTo(from, count),
      order,
      ...addressBytes((from.at(count) + length) % count, from.shape, count),
      ...bytes,
    ],
  }));
  return fc.oneof({ weight: 1, arbitrary: anywhere }, { weight: 6, arbitrary: near });
}
const repeatToAddress: fc.Arbitrary<Item> = withStopAddress('RA', ORDERS.repeatToAddress, repeated);
const eraseUnprotected: fc.Arbitrary<Item> = withStopAddress(
  'EUA',
  ORDERS.eraseUnprotectedToAddress,
  fc.constant({ names: [], bytes: [] }),
);

/** The format controls by the names that the distribution counts. */
export const CONTROLS: ReadonlyMap<string, number> = new Map([
  ['NUL', FORMAT_CONTROLS.null],
  ['FF', FORMAT_CONTROLS.formFeed],
  ['CR', FORMAT_CONTROLS.carriageReturn],
  ['SO', FORMAT_CONTROLS.shiftOut],
  ['SI', FORMAT_CONTROLS.shiftIn],
  ['NL', FORMAT_CONTROLS.newLine],
  ['EM', FORMAT_CONTROLS.endOfMedium],
  ['DUP', FORMAT_CONTROLS.duplicate],
  ['FM', FORMAT_CONTROLS.fieldMark],
  ['LF', FORMAT_CONTROLS.lineFeed],
  ['SUB', FORMAT_CONTROLS.substitute],
  ['EO', FORMAT_CONTROLS.eightOnes],
]);
const control: fc.Arbitrary<Item> = fc
  .constantFrom(...CONTROLS)
  .filter(([name]) => name !== 'SI')
  .map(([name, code]) => fixed([name], [code]));
/** SO, text and SI, not around the end of the buffer: s3270 does not look for the SO there. */
const shifted: fc.Arbitrary<Item> = fc.tuple(target, text).map(([{ at, shape }, { encode }]) => ({
  names: ['SBA', 'SO', 'SI'],
  encode: (count: number) => {
    const characters = encode(count);
    const room = count - characters.length - 2;
    const from: Target = { at: () => at(count) % room, shape };
    return [...goTo(from, count), FORMAT_CONTROLS.shiftOut, ...characters, FORMAT_CONTROLS.shiftIn];
  },
}));
/**
 * SI without SO: stored like any character with a single-byte code page (DS-046). 4.1 refuses it with every code page, but
 * not in RA, in which it is given one.
 */
const loneShiftIn: fc.Arbitrary<Item> = target.map((to) => ({
  names: ['SBA', 'SI'],
  encode: (count: number) => [...goTo(to, count), FORMAT_CONTROLS.shiftIn],
  given: (count: number) => [
    ...goTo(to, count),
    ORDERS.repeatToAddress,
    ...addressBytes((to.at(count) + 1) % count, to.shape, count),
    FORMAT_CONTROLS.shiftIn,
  ],
}));

export const ORDER_NAMES: readonly string[] = ['SF', 'SFE', 'SBA', 'SA', 'MF', 'IC', 'PT', 'RA', 'EUA', 'GE'];

/** Any piece of a write that breaks no rule. */
export const goodItem: fc.Arbitrary<Item> = fc.oneof(
  { weight: 90, arbitrary: text },
  {
    weight: 40,
    arbitrary: target.map((to) => ({ names: ['SBA'], encode: (count: number) => goTo(to, count) })),
  },
  { weight: 40, arbitrary: perhapsPlaced(startField) },
  { weight: 40, arbitrary: perhapsPlaced(startFieldExtended) },
  { weight: 40, arbitrary: perhapsPlaced(modifyField) },
  { weight: 40, arbitrary: setAttribute },
  { weight: 30, arbitrary: perhapsPlaced(programTab) },
  { weight: 20, arbitrary: insertCursor },
  { weight: 30, arbitrary: graphicEscape },
  { weight: 30, arbitrary: repeatToAddress },
  { weight: 30, arbitrary: eraseUnprotected },
  { weight: 90, arbitrary: control },
  { weight: 10, arbitrary: shifted },
  { weight: 1, arbitrary: loneShiftIn },
);

/** A line of a form, as applications write them: SBA, label, input field, end of the field. */
export const formLine: fc.Arbitrary<Item> = fc
  .record({
    at: target,
    label: startField,
    words: text,
    more: startFieldExtended,
    input: startField,
    content: text,
    tail: fc.array(goodItem, { maxLength: 1 }),
  })
  .map(({ at, label, words, more, input, content, tail }) => {
    const items = [label, words, more, content, input, ...tail];
    return {
      names: ['SBA', 'SF', 'SFE', ...tail.flatMap(({ names }) => names)],
      encode: (count: number) => [...goTo(at, count), ...items.flatMap((item) => item.encode(count))],
      given: (count: number) => [
        ...goTo(at, count),
        ...items.flatMap((item) => (item.given ?? item.encode)(count)),
      ],
    };
  });

/** Attributes that matter to an operator: input, numeric, protected, skipped, detectable, and these with MDT. */
const inputAttribute: fc.Arbitrary<number> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(0x40, 0x40, 0xc1, 0xc8, 0x50, 0xd8, 0x60, 0xf0, 0xf8, 0xc4, 0x4c) },
  { weight: 1, arbitrary: any },
);
const inputField: fc.Arbitrary<Item> = fc.oneof(
  { weight: 4, arbitrary: inputAttribute.map((byte) => fixed(['SF'], [ORDERS.startField, byte])) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(inputAttribute, type, value)
      .map(([byte, kind, code]) => fixed(['SFE'], [ORDERS.startFieldExtended, 2, 0xc0, byte, kind, code])),
  },
);
/** Words, blanks, nulls, designators and what marks fields. */
const input: fc.Arbitrary<Item> = fc
  .array(
    fc.constantFrom(0xc1, 0x82, 0xf3, 0x40, 0x40, 0x00, 0x00, 0x6e, 0x6f, 0x50, 0x1c, 0x1e, 0x4b, 0x6d),
    { minLength: 1, maxLength: 12, size: 'max' },
  )
  .map((bytes) => fixed([], bytes));

/** A field with something in it, something without a field, a position, or a long field of nulls. */
export const inputItem: fc.Arbitrary<Item> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(inputField, input).map(([field, text]) => ({
      names: field.names,
      encode: (count: number) => [...field.encode(count), ...text.encode(count)],
    })),
  },
  { weight: 3, arbitrary: inputField },
  { weight: 3, arbitrary: input },
  {
    weight: 5,
    arbitrary: target.map((to) => ({ names: ['SBA'], encode: (count: number) => goTo(to, count) })),
  },
  { weight: 2, arbitrary: insertCursor },
  { weight: 2, arbitrary: graphicEscape },
  { weight: 1, arbitrary: setAttribute },
  {
    weight: 2,
    arbitrary: fc
      .tuple(target, fc.nat(90), fc.constantFrom(0x00, 0x40, 0xc1))
      .map(([from, length, code]) => ({
        names: ['SBA', 'RA'],
        encode: (count: number) => [
          ...goTo(from, count),
          ORDERS.repeatToAddress,
          ...addressBytes((from.at(count) + length) % count, from.shape, count),
          code,
        ],
      })),
  },
);

const ORDER_CODES: readonly number[] = [...Object.values(ORDERS)];
const DEFINED: readonly number[] = [...ORDER_CODES, ...CONTROLS.values()];
const UNDEFINED: readonly number[] = Array.from({ length: 0x40 }, (_, code) => code).filter(
  (code) => !DEFINED.includes(code),
);

/** A code below 40 without a meaning: dropped, and the write goes on (DS-054). */
export const undefinedCode: fc.Arbitrary<Item> = fc
  .constantFrom(...UNDEFINED)
  .map((code) => ({ names: [], encode: () => [code], fault: 'undefined code' }));

/** SBA, RA or EUA with an address that is not on the screen (DS-056). */
export const badAddress: fc.Arbitrary<Item> = fc
  .record({
    order: fc.constantFrom(
      ['SBA', ORDERS.setBufferAddress],
      ['RA', ORDERS.repeatToAddress],
      ['EUA', ORDERS.eraseUnprotectedToAddress],
    ) as fc.Arbitrary<[string, number]>,
    beyond: fc.oneof(fc.constant(0), fc.nat(0x3fff)),
    twelve: fc.boolean(),
    behind: any,
  })
  .map(({ order: [name, code], beyond, twelve, behind }) => ({
    names: [name],
    fault: 'address beyond the screen',
    stops: true as const,
    encode: (count: number) => {
      const limit = twelve && count < 4096 ? 4096 : 0x4000;
      const address = count + (beyond % (limit - count));
      const bytes =
        limit === 4096 ? [0x40 | (address >> 6), 0xc0 | (address & 0x3f)] : [address >> 8, address & 0xff];
      return [code, ...bytes, ...(name === 'RA' ? [behind] : [])];
    },
  }));

/** An order that the end of the record cuts (DS-055). Stands last. */
export const cutOrder: fc.Arbitrary<Item> = fc
  .tuple(
    fc.oneof(
      fc.tuple(fc.constant('SF'), startField),
      fc.tuple(fc.constant('SFE'), startFieldExtended),
      fc.tuple(fc.constant('MF'), modifyField),
      fc.tuple(fc.constant('SA'), setAttribute),
      fc.tuple(fc.constant('GE'), graphicEscape),
      fc.tuple(fc.constant('SBA'), withTarget(ORDERS.setBufferAddress)),
      fc.tuple(fc.constant('EUA'), withTarget(ORDERS.eraseUnprotectedToAddress)),
      fc.tuple(fc.constant('RA'), withTarget(ORDERS.repeatToAddress, repeated)),
    ),
    any,
  )
  .map(([[name, { encode }], keep]) => {
    const cut = (count: number): readonly number[] => {
      const whole = encode(count);
      return whole.slice(0, 1 + (keep % (whole.length - 1)));
    };
    const given = (count: number): readonly number[] => wholePairs(name, cut(count));
    return { names: [name], fault: CUT_ORDER, stops: true as const, encode: cut, given };
  });

/** The name of the fault of {@link cutOrder}. */
export const CUT_ORDER = 'cut order';

/** What a cut order does all the same: SFE whose field attribute is there makes its field, MF changes what it names (DS-V24). */
function wholePairs(name: string, cut: readonly number[]): readonly number[] {
  const whole = cut.slice(2, 2 + 2 * ((cut.length - 2) >> 1));
  if (name === 'MF' && whole.length > 0) {
    return [ORDERS.modifyField, whole.length / 2, ...withoutDoubleBytes(whole)];
  }
  if (name !== 'SFE') return [];
  for (let at = whole.length - 2; at >= 0; at -= 2) {
    if (whole[at] === 0xc0) return [ORDERS.startField, whole[at + 1] as number];
  }
  return [];
}
