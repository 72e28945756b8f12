import fc from 'fast-check';
import type { Quirk } from './items.js';
import { badLengthField, type Field, faultyField, quietField, readingField } from './structured-fields.js';
import { type Encodable, faultyBody, goodBody, typingBody, writeControl } from './writes.js';

/** A record, once the size of the screen is known. */
export interface Outbound {
  readonly bytes: Uint8Array;
  /**
   * What s3270 is given. Its version 4.1 reads on behind the end of a record that ends within an order or before its write
   * control character: what it does then depends on what it was sent earlier, and may be its end. So it is given
   * such a record up to the order that is cut, with what that order has done all the same.
   */
  readonly given: Uint8Array;
  readonly commands: readonly string[];
  /** Orders and format controls. */
  readonly names: readonly string[];
  readonly structuredFields: readonly string[];
  readonly faults: readonly string[];
  readonly quirks: readonly Quirk[];
}

/** Positions of the device in its two sizes, and which one is in use. */
export interface Sizes {
  readonly default: number;
  readonly alternate: number;
  current: 'default' | 'alternate';
}

export type RecordMaker = (sizes: Sizes) => Outbound;

/** The name of a fault. */
export const NO_WRITE_CONTROL = 'no write control character';

const NO_OPERATION = 0x03;

const any: fc.Arbitrary<number> = fc.nat(255);

function made(command: string, code: readonly number[], faults: readonly string[] = []): Outbound {
  const bytes = Uint8Array.from(code);
  return { bytes, given: bytes, commands: [command], names: [], structuredFields: [], faults, quirks: [] };
}

interface WriteCommand {
  readonly name: string;
  readonly codes: readonly [local: number, sna: number];
  readonly size?: 'default' | 'alternate';
}
const WRITE: WriteCommand = { name: 'Write', codes: [0x01, 0xf1] };
const ERASE_WRITE: WriteCommand = { name: 'Erase/Write', codes: [0x05, 0xf5], size: 'default' };
const ERASE_WRITE_ALTERNATE: WriteCommand = {
  name: 'Erase/Write Alternate',
  codes: [0x0d, 0x7e],
  size: 'alternate',
};

function writeRecord({ name, codes, size }: WriteCommand): fc.Arbitrary<RecordMaker> {
  const whole = (body: fc.Arbitrary<Encodable>): fc.Arbitrary<RecordMaker> =>
    fc.tuple(fc.constantFrom(...codes), writeControl, body).map(([code, control, encode]) => (sizes) => {
      if (size !== undefined) sizes.current = size;
      const { bytes, given, names, faults, quirks } = encode(sizes[sizes.current]);
      return {
        ...made(name, [code, control, ...bytes], faults),
        given: Uint8Array.of(code, control, ...given),
        names,
        quirks,
      };
    });
  const bare = fc.constantFrom(...codes).map(
    (code): RecordMaker =>
      (sizes) => {
        if (size !== undefined) sizes.current = size;
        return {
          ...made(name, [code], [NO_WRITE_CONTROL]),
          // W does nothing, EW and EWA erase (DS-018).
          given: size === undefined ? Uint8Array.of(NO_OPERATION) : Uint8Array.of(code, 0),
        };
      },
  );
  return fc.oneof(
    { weight: 10, arbitrary: whole(goodBody) },
    { weight: 11, arbitrary: whole(faultyBody) },
    { weight: 1, arbitrary: bare },
  );
}

/** A command without operands; half of them have bytes behind it that do not belong there (DS-225). */
function bareRecord(name: string, ...codes: readonly number[]): fc.Arbitrary<RecordMaker> {
  return fc
    .tuple(
      fc.constantFrom(...codes),
      fc.oneof(fc.constant([]), fc.array(any, { minLength: 1, maxLength: 40 })),
    )
    .map(
      ([code, behind]) =>
        () =>
          made(name, [code, ...behind], behind.length > 0 ? ['bytes behind a command'] : []),
    );
}

const noOperation: fc.Arbitrary<RecordMaker> = fc
  .array(any, { maxLength: 20 })
  .map((behind) => () => made('No Operation', [NO_OPERATION, ...behind]));

const COMMAND_CODES = [
  0x01, 0x02, 0x03, 0x05, 0x06, 0x0d, 0x0e, 0x0f, 0x11, 0xf1, 0xf2, 0xf3, 0xf5, 0xf6, 0x7e, 0x6e, 0x6f,
];
const unknownCommand: fc.Arbitrary<RecordMaker> = fc
  .tuple(
    any.filter((code) => !COMMAND_CODES.includes(code)),
    fc.array(any, { maxLength: 40 }),
  )
  .map(
    ([code, behind]) =>
      () =>
        made('unknown command', [code, ...behind], ['unknown command']),
  );

const fields: fc.Arbitrary<Field[]> = fc
  .tuple(
    fc.array(
      fc.oneof(
        { weight: 8, arbitrary: quietField },
        { weight: 2, arbitrary: faultyField },
        { weight: 1, arbitrary: readingField },
      ),
      { maxLength: 3, size: 'max' },
    ),
    fc.oneof(
      { weight: 3, arbitrary: readingField },
      { weight: 3, arbitrary: quietField },
      { weight: 3, arbitrary: faultyField },
      { weight: 2, arbitrary: badLengthField },
    ),
  )
  .map(([first, last]) => [...first, last]);

const structuredFields: fc.Arbitrary<RecordMaker> = fc
  .tuple(fc.constantFrom(0x11, 0xf3), fields, fc.nat(9))
  .map(([code, list, end]) => (sizes) => {
    const bytes: number[] = [code];
    const given: number[] = [code];
    const quirks: Quirk[] = [];
    const commands = ['Write Structured Field'];
    const names: string[] = [];
    const faults: string[] = [];
    // Nothing is carried out behind a field that draws a reply (SEC-097). s3270 answers each field, so it is given none of these.
    let isRead = false;
    list.forEach((field, index) => {
      const { size } = field;
      // Erases within an Outbound 3270DS select the size like the commands (SF-061). s3270 erases in the size that is in use,
      // so it is given Erase/Reset before them.
      const selects = size !== undefined && size !== sizes.current && field.command !== undefined;
      if (size !== undefined && field.length === undefined && !isRead) {
        if (selects) given.push(0x00, 0x04, 0x03, size === 'default' ? 0x00 : 0x80);
        sizes.current = size;
      }
      const body = field.body(sizes[sizes.current]);
      // Length 0 means: up to the end of the record (SF-002).
      const open = index === list.length - 1 && end === 0;
      const append = (to: number[], content: readonly number[]): void => {
        const real = content.length + 2;
        const length = field.length?.(real) ?? (open ? 0 : real);
        to.push(length >> 8, length & 0xff, ...content);
      };
      append(bytes, body.bytes);
      if (!isRead) append(given, body.given);
      else if (faults.length === 0) faults.push('fields behind a read');
      if (isRead) return;
      isRead = field.reads === true && field.length === undefined;
      if (field.command !== undefined && field.length === undefined) commands.push(field.command);
      names.push(...body.names);
      faults.push(...body.faults);
      quirks.push(...body.quirks);
    });
    if (end === 1 && list.at(-1)?.length === undefined) {
      bytes.push(0);
      given.push(0);
      faults.push('stray byte'); // SF-004
    }
    return {
      bytes: Uint8Array.from(bytes),
      given: Uint8Array.from(given),
      commands,
      names,
      structuredFields: list.map(({ name }) => name),
      faults,
      quirks,
    };
  });

/** Any record. Every command comes in both its codes. */
export const record: fc.Arbitrary<RecordMaker> = fc.oneof(
  { weight: 24, arbitrary: writeRecord(WRITE) },
  { weight: 12, arbitrary: writeRecord(ERASE_WRITE) },
  { weight: 10, arbitrary: writeRecord(ERASE_WRITE_ALTERNATE) },
  { weight: 14, arbitrary: structuredFields },
  { weight: 7, arbitrary: bareRecord('Read Buffer', 0x02, 0xf2) },
  { weight: 7, arbitrary: bareRecord('Read Modified', 0x06, 0xf6) },
  { weight: 7, arbitrary: bareRecord('Read Modified All', 0x0e, 0x6e) },
  { weight: 6, arbitrary: bareRecord('Erase All Unprotected', 0x0f, 0x6f) },
  { weight: 7, arbitrary: noOperation },
  { weight: 5, arbitrary: unknownCommand },
);

export const COMMAND_NAMES: readonly string[] = [
  'Write',
  'Erase/Write',
  'Erase/Write Alternate',
  'Write Structured Field',
  'Read Buffer',
  'Read Modified',
  'Read Modified All',
  'Erase All Unprotected',
  'No Operation',
];

/** Writes that leave something to type into: forms, forms written over, and texts without fields. */
export const form: fc.Arbitrary<RecordMaker> = fc
  .tuple(fc.constantFrom(WRITE, ERASE_WRITE, ERASE_WRITE, ERASE_WRITE_ALTERNATE), typingBody)
  .map(([{ name, codes, size }, encode]) => (sizes) => {
    if (size !== undefined) sizes.current = size;
    const { bytes, names } = encode(sizes[sizes.current]);
    return { ...made(name, [codes[1], 0xc3, ...bytes]), names };
  });
