import fc from 'fast-check';
import type { Quirk } from './items.js';
import { type Encodable, faultyBody, goodBody, writeControl } from './writes.js';

/** A structured field without its length, and what is to be said of it. */
export interface Field {
  /** What is counted. */
  readonly name: string;
  /** A command within it that counts like a command of its own. */
  readonly command?: string;
  /** Behind this field the screen has the default or the alternate size. */
  readonly size?: 'default' | 'alternate';
  readonly body: Encodable;
  /** The fault is in its length: it stands last, and this is what is written for the length. */
  readonly length?: (real: number) => number;
  /** Draws a reply: stands last (SEC-097). */
  readonly reads?: true;
}

function plain(name: string, bytes: readonly number[], fault?: string): Field {
  return {
    name,
    body: () => ({ bytes, given: bytes, names: [], faults: fault === undefined ? [] : [fault], quirks: [] }),
  };
}

function quirky(field: Field, quirk: Quirk): Field {
  return { ...field, body: (count) => ({ ...field.body(count), quirks: [quirk] }) };
}

const any: fc.Arbitrary<number> = fc.nat(255);
const QUERY_CODES = [0x80, 0x81, 0x84, 0x85, 0x86, 0x87, 0x88, 0x95, 0xa1, 0xa6, 0x8a, 0x99, 0xff];
const codes: fc.Arbitrary<number[]> = fc.array(fc.constantFrom(...QUERY_CODES), { maxLength: 6 });

const query: fc.Arbitrary<Field> = fc.oneof(
  fc.constant(plain('Query', [0x01, 0xff, 0x02])),
  fc
    .tuple(fc.constantFrom(0x00, 0x00, 0x40, 0x80), codes)
    .map(([request, list]) => plain('Query List', [0x01, 0xff, 0x03, request, ...list])),
);
const read: fc.Arbitrary<Field> = fc
  .constantFrom(0xf2, 0xf6, 0x6e)
  .map((code) => plain('Read Partition', [0x01, 0x00, code]));
/** A field that draws a reply. */
export const readingField: fc.Arbitrary<Field> = fc
  .oneof(query, read)
  .map((field) => ({ ...field, reads: true }));

const eraseReset: fc.Arbitrary<Field> = fc
  .constantFrom<'default' | 'alternate'>('default', 'alternate')
  .map((size) => ({ ...plain('Erase/Reset', [0x03, size === 'default' ? 0 : 0x80]), size }));
const setReplyMode: fc.Arbitrary<Field> = fc.oneof(
  fc.constantFrom(0, 1).map((mode) => plain('Set Reply Mode', [0x09, 0x00, mode])),
  fc
    .array(fc.constantFrom(0x41, 0x42, 0x43, 0x45, 0x41, 0x42, 0x46, 0xc0, 0xc1, 0x00), { maxLength: 6 })
    .map((types) => plain('Set Reply Mode', [0x09, 0x00, 0x02, ...types])),
);
/** With some of its numbers: what is missing from its end is left to the terminal (SF-057). */
const createPartition: fc.Arbitrary<Field> = fc
  .tuple(fc.constantFrom(0x00, 0x01, 0x02, 0x20), any, fc.nat(15), any)
  .map(([mode, flags, length, byte]) => {
    const numbers = Array.from({ length: 12 }, () => [0, byte]);
    const parts = [[0x00], [mode], [flags], ...numbers].slice(0, 1 + length);
    return plain('Create Partition', [0x0c, ...parts.flat()]);
  });
/** Ends within its partition number or half a number: refused (SF-003, SF-057). s3270 takes what is there, so it is given another. */
const REFUSED: readonly number[] = [0x02, 0x00];
const cutCreatePartition: fc.Arbitrary<Field> = fc
  .constantFrom([0x0c], [0x0c, 0x00, 0x00, 0x00, 0x00], [0x0c, 0x00, 0x01, 0x00, 0x00, 0x18, 0x00])
  .map((bytes) => ({
    ...plain('Create Partition', bytes, 'wrong length'),
    body: () => ({ bytes, given: REFUSED, names: [], faults: ['wrong length'], quirks: [] }),
  }));

const WRITES = [
  { command: 'Write', code: 0xf1 },
  { command: 'Erase/Write', code: 0xf5, size: 'default' },
  { command: 'Erase/Write Alternate', code: 0x7e, size: 'alternate' },
] as const;
function outboundWrite(body: typeof goodBody): fc.Arbitrary<Field> {
  return fc.tuple(fc.constantFrom(0, 0, 0, 1, 1, 2), writeControl, body).map(([index, control, encode]) => {
    const { code, ...facts } = WRITES[index] as (typeof WRITES)[number];
    return {
      name: 'Outbound 3270DS',
      ...facts,
      body: (count: number) => {
        const { bytes, given, ...rest } = encode(count);
        const head = [0x40, 0x00, code, control];
        return { bytes: [...head, ...bytes], given: [...head, ...given], ...rest };
      },
    };
  });
}
const outboundShort: fc.Arbitrary<Field> = fc.oneof(
  fc.constantFrom(...WRITES).map(({ code, ...facts }) => {
    const field = { ...plain('Outbound 3270DS', [0x40, 0x00, code]), ...facts };
    return facts.command === 'Write' ? quirky(field, 'Outbound 3270DS with nothing to write') : field;
  }),
  fc.constant({ ...plain('Outbound 3270DS', [0x40, 0x00, 0x6f]), command: 'Erase All Unprotected' }),
);
/** Transfer Data that no transfer waits for: nothing happens (SF-161). */
const transferData: fc.Arbitrary<Field> = fc
  .array(any, { maxLength: 30 })
  .map((data) => plain('Transfer Data', [0xd0, 0x46, 0x11, ...data]));

/** A field that breaks no rule and draws no reply. */
export const quietField: fc.Arbitrary<Field> = fc.oneof(
  { weight: 4, arbitrary: outboundWrite(goodBody) },
  { weight: 2, arbitrary: outboundShort },
  { weight: 3, arbitrary: setReplyMode },
  { weight: 2, arbitrary: eraseReset },
  { weight: 1, arbitrary: createPartition },
  { weight: 1, arbitrary: transferData },
);

const unknownId: fc.Arbitrary<Field> = fc
  .tuple(fc.constantFrom(0x02, 0x05, 0x0a, 0x33, 0x55, 0x77, 0xc0, 0xee), fc.array(any, { maxLength: 12 }))
  .map(([id, data]) => plain('unknown field', [id, ...data], 'unknown structured field'));
const unsupported: fc.Arbitrary<Field> = fc
  .tuple(
    fc.constantFrom(
      [0x00, 0x00],
      [0x06],
      [0x0b, 0x00],
      [0x0d, 0x00],
      [0x0e, 0x00],
      [0x41, 0x00],
      [0x4a],
      [0x4b, 0x00],
      [0x4c],
      [0x0f, 0x01],
      [0x0f, 0x02],
      [0x0f, 0x71],
      [0x10, 0x30],
    ),
    fc.array(any, { minLength: 1, maxLength: 12 }),
  )
  .map(([id, data]) => plain('unsupported field', [...id, ...data], 'unsupported structured field'));
const invalid: fc.Arbitrary<Field> = fc.oneof(
  fc
    .tuple(fc.constantFrom(0x01, 0x7f, 0xff), fc.constantFrom(0xf2, 0xf6, 0x6e))
    .map(([id, code]) => plain('Read Partition', [0x01, id, code], 'wrong partition')),
  fc
    .constantFrom(
      [0x01],
      [0x01, 0xff],
      [0x01, 0xff, 0x03],
      [0x01, 0xff, 0x03, 0xc0],
      [0x01, 0xff, 0x03, 0x01, 0x80],
      [0x01, 0x00, 0x02],
      [0x01, 0xff, 0x44],
      [0x01, 0x00, 0x05],
    )
    .map((bytes) => plain('Read Partition', bytes, 'invalid Read Partition')),
  fc
    .constantFrom([0x03], [0x03, 0x40], [0x03, 0x01], [0x03, 0x00, 0x00], [0x03, 0x80, 0xff])
    .map((bytes) => plain('Erase/Reset', bytes, 'invalid value')),
  fc
    .constantFrom([0x09], [0x09, 0x00], [0x09, 0x00, 0x03], [0x09, 0x01, 0x00], [0x09, 0xff, 0x02, 0x42])
    .map((bytes) => plain('Set Reply Mode', bytes, 'invalid value')),
  fc
    .constantFrom([0x0c, 0x01], [0x0c, 0x00, 0x30, 0x40], [0x0c, 0x00, 0x03])
    .map((bytes) => plain('Create Partition', bytes, 'invalid value')),
  fc
    .constantFrom(
      [0x40],
      [0x40, 0x00],
      [0x40, 0x01, 0xf1, 0xc3],
      [0x40, 0x00, 0xf3, 0x00],
      [0x40, 0x00, 0xf2],
      [0x40, 0x00, 0x01, 0xc3],
      [0x40, 0x00, 0x05, 0xc3, 0xc1],
      [0x40, 0xff, 0x6f],
    )
    .map((bytes) => plain('Outbound 3270DS', bytes, 'invalid value')),
);
/** A field that breaks a rule, its length apart. */
export const faultyField: fc.Arbitrary<Field> = fc.oneof(
  { weight: 6, arbitrary: outboundWrite(faultyBody) },
  { weight: 4, arbitrary: unknownId },
  { weight: 4, arbitrary: unsupported },
  { weight: 8, arbitrary: invalid },
  { weight: 1, arbitrary: cutCreatePartition },
);

/** A field whose length is wrong: 1, 2, or beyond the record (SF-003). */
export const badLengthField: fc.Arbitrary<Field> = fc
  .tuple(fc.oneof(quietField, readingField), fc.nat(3), fc.integer({ min: 1, max: 300 }))
  .map(([field, how, more]) => ({
    name: field.name,
    body: (count: number) => {
      const { bytes } = field.body(count);
      return { bytes, given: bytes, names: [], faults: ['wrong length'], quirks: [] };
    },
    length: (real: number) => (how < 2 ? how + 1 : Math.min(0xffff, real + more)),
  }));
