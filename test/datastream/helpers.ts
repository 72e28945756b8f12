import fc from 'fast-check';
import { fromHex } from '../../src/bytes/index.js';
import {
  type DatastreamFault,
  type ExtendedAttribute,
  FORMAT_CONTROLS,
  type FormatControlName,
  type OutboundHandler,
  type ReadCommand,
  type TerminalStructuredField,
  type WriteCommand,
  type WriteHandler,
  type WriteOrder,
} from '../../src/datastream/index.js';

/** Bytes of hex; `(40)*3` repeats a group. */
export function hex(text: string): Uint8Array {
  return fromHex(
    text.replace(/\(([^()]*)\)\*(\d+)/g, (_, group: string, count: string) => group.repeat(Number(count))),
  );
}

const CARRIED_OUT: readonly string[] = [
  'query',
  'queryList',
  'readPartition',
  'eraseReset',
  'setReplyMode',
  'createPartition',
  'activatePartition',
  'destroyPartition',
  'resetPartition',
  'transferData',
];

/** Writes down every call of a parser as one line. */
export class Recorder implements WriteHandler, OutboundHandler {
  readonly calls: string[] = [];
  readonly fields: TerminalStructuredField[] = [];
  positionCount = 1920;
  /** Partitions that exist. */
  partitions: readonly number[] = [0];
  /** What the terminal carries out of structured fields; by default all that some display could. */
  supports: (field: TerminalStructuredField) => boolean = (field) => CARRIED_OUT.includes(field.type);

  presentationSpace(partition: number): WriteHandler | undefined {
    return this.partitions.includes(partition) ? this : undefined;
  }
  read(command: ReadCommand): void {
    this.calls.push(command);
  }
  eraseAllUnprotected(partition: number): void {
    this.calls.push(`eraseAllUnprotected ${partition}`);
  }
  structuredField(field: TerminalStructuredField): boolean {
    this.calls.push(field.type);
    this.fields.push(field);
    return this.supports(field);
  }
  beginWrite(command: WriteCommand, wcc: number): void {
    this.calls.push(`${command} ${byte(wcc)}`);
  }
  characters(bytes: Uint8Array, start: number, limit: number): number {
    const length = bytes
      .subarray(start, limit)
      .findIndex((code) => (code > 0 && code < 0x40) || code === 0xff);
    const end = length < 0 ? limit : start + length;
    this.calls.push(`characters ${Array.from(bytes.subarray(start, end), byte).join(' ')}`);
    return end;
  }
  formatControl(code: number): void {
    this.calls.push(`formatControl ${byte(code)}`);
  }
  graphicEscape(code: number): void {
    this.calls.push(`graphicEscape ${byte(code)}`);
  }
  startField(attribute: number): void {
    this.calls.push(`startField ${byte(attribute)}`);
  }
  startFieldExtended(bytes: Uint8Array, start: number, count: number): void {
    this.calls.push(`startFieldExtended ${pairs(bytes, start, count)}`.trim());
  }
  modifyField(bytes: Uint8Array, start: number, count: number): void {
    this.calls.push(`modifyField ${pairs(bytes, start, count)}`.trim());
  }
  setAttribute(type: number, value: number): void {
    this.calls.push(`setAttribute ${byte(type)}=${byte(value)}`);
  }
  setBufferAddress(address: number): void {
    this.calls.push(`setBufferAddress ${address}`);
  }
  insertCursor(): void {
    this.calls.push('insertCursor');
  }
  programTab(): void {
    this.calls.push('programTab');
  }
  repeatToAddress(address: number, code: number, graphicEscape: boolean): void {
    this.calls.push(`repeatToAddress ${address} ${graphicEscape ? '08 ' : ''}${byte(code)}`);
  }
  eraseUnprotectedToAddress(address: number): void {
    this.calls.push(`eraseUnprotectedToAddress ${address}`);
  }
  ignoredCode(code: number): void {
    this.calls.push(`ignoredCode ${byte(code)}`);
  }
  endWrite(): void {
    this.calls.push('endWrite');
  }
}

function byte(value: number): string {
  return value.toString(16).padStart(2, '0');
}

function pairs(bytes: Uint8Array, start: number, count: number): string {
  return Array.from(
    { length: count },
    (_, i) => `${byte(bytes[start + 2 * i] as number)}=${byte(bytes[start + 2 * i + 1] as number)}`,
  ).join(' ');
}

/** Code and extent of faults, as `code@offset+length`. */
export function shown(faults: readonly DatastreamFault[]): string[] {
  return faults.map(({ code, offset, length }) => `${code}@${offset}+${length}`);
}

/** Half of the bytes are orders, counts and operands: plain random bytes seldom get past an order. */
export const streamByte: fc.Arbitrary<number> = fc.oneof(
  fc.nat(255),
  fc.constantFrom(
    0x05,
    0x08,
    0x11,
    0x12,
    0x13,
    0x1d,
    0x28,
    0x29,
    0x2c,
    0x3c,
    0xc0,
    0x40,
    0x01,
    0x02,
    0x00,
    0xff,
  ),
);

/** A record that starts with a known command, or with anything. */
export const outboundBytes: fc.Arbitrary<Uint8Array> = fc
  .tuple(
    fc.oneof(fc.constantFrom(0xf1, 0xf5, 0x7e, 0xf3, 0x11, 0x6f, 0xf6), fc.nat(255)),
    fc.array(fc.oneof(streamByte, fc.constantFrom(0x00, 0x05, 0x01, 0xff, 0x02, 0x40)), { maxLength: 64 }),
  )
  .map(([command, rest]) => Uint8Array.of(command, ...rest));

export const extendedAttribute: fc.Arbitrary<ExtendedAttribute> = fc.record({
  type: fc.nat(255),
  value: fc.nat(255),
});

const characterByte = fc.oneof(fc.constant(0), fc.integer({ min: 0x40, max: 0xfe }));
const undefinedCodes = Array.from({ length: 0x3f }, (_, i) => i + 1).filter(
  (code) =>
    ![0x05, 0x08, 0x11, 0x12, 0x13, 0x1d, 0x28, 0x29, 0x2c, 0x3c].includes(code) &&
    !(Object.values(FORMAT_CONTROLS) as number[]).includes(code),
);
const controls = (Object.keys(FORMAT_CONTROLS) as FormatControlName[]).filter((name) => name !== 'null');

/** One typed order with addresses below `positionCount`. */
function writeOrder(positionCount: number): fc.Arbitrary<WriteOrder> {
  const address = fc.nat(positionCount - 1);
  const attributes = fc.array(extendedAttribute, { maxLength: 6 });
  return fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 12 }).chain((seed) =>
      fc.array(characterByte, { minLength: seed.length, maxLength: seed.length }).map((bytes) => ({
        type: 'characters' as const,
        bytes: Uint8Array.from(bytes),
      })),
    ),
    fc.constantFrom(...controls).map((control) => ({
      type: 'formatControl' as const,
      control: control as Exclude<FormatControlName, 'null'>,
    })),
    fc.nat(255).map((code) => ({ type: 'graphicEscape' as const, code })),
    fc.nat(255).map((attribute) => ({ type: 'startField' as const, attribute })),
    attributes.map((list) => ({ type: 'startFieldExtended' as const, attributes: list })),
    attributes.map((list) => ({ type: 'modifyField' as const, attributes: list })),
    extendedAttribute.map((attribute) => ({ type: 'setAttribute' as const, attribute })),
    address.map((to) => ({ type: 'setBufferAddress' as const, address: to })),
    fc.constantFrom({ type: 'insertCursor' as const }, { type: 'programTab' as const }),
    fc
      .tuple(address, fc.nat(255), fc.boolean())
      .filter(([, code, graphicEscape]) => graphicEscape || code !== 8)
      .map(([to, code, graphicEscape]) => ({
        type: 'repeatToAddress' as const,
        address: to,
        code,
        graphicEscape,
      })),
    address.map((to) => ({ type: 'eraseUnprotectedToAddress' as const, address: to })),
    fc.constantFrom(...undefinedCodes).map((code) => ({ type: 'ignoredCode' as const, code })),
  );
}

/** Orders such that no two runs of characters stand side by side. */
export function writeOrders(positionCount: number): fc.Arbitrary<WriteOrder[]> {
  return fc
    .array(writeOrder(positionCount), { maxLength: 20 })
    .map((orders) =>
      orders.filter((order, i) => !(order.type === 'characters' && orders[i - 1]?.type === 'characters')),
    );
}
