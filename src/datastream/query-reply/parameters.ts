import { type ByteCursor, type ByteWriter, checkBytes, checkInteger } from '../../bytes/index.js';

/** A self-defining parameter: its length (which counts itself and the identifier), identifier and data. */
export interface SelfDefiningParameter {
  /** 0..255 */
  readonly id: number;
  /** At most 253 bytes. */
  readonly data: Uint8Array;
}

/** Two bytes that belong together: a value, and what the device does for it. */
export interface ActionPair {
  /** What a host may send, 0..255. */
  readonly value: number;
  /** What comes of it, 0..255; 0 where the value is accepted without effect. */
  readonly action: number;
}

/** Reads parameters up to the end; undefined when one is shorter than its two first bytes or is cut. */
export function readParameters(cursor: ByteCursor): SelfDefiningParameter[] | undefined {
  const parameters: SelfDefiningParameter[] = [];
  while (cursor.remaining > 0) {
    const length = cursor.uint8();
    if (length < 2 || cursor.remaining < length - 1) return undefined;
    parameters.push({ id: cursor.uint8(), data: cursor.take(length - 2).slice() });
  }
  return parameters;
}

/** Appends parameters. */
export function appendParameters(writer: ByteWriter, parameters: readonly SelfDefiningParameter[]): void {
  for (const { id, data } of parameters) {
    checkInteger('id of parameter', id, 0, 255);
    checkInteger('length of parameter', data.length, 0, 253);
    writer.byte(data.length + 2);
    writer.byte(id);
    writer.bytes(data);
  }
}

/** Reads a count and that many pairs; undefined when they are cut. */
export function readActionPairs(cursor: ByteCursor): ActionPair[] | undefined {
  const count = cursor.uint8();
  if (count < 0 || cursor.remaining < 2 * count) return undefined;
  const pairs: ActionPair[] = [];
  for (let i = 0; i < count; i++) pairs.push({ value: cursor.uint8(), action: cursor.uint8() });
  return pairs;
}

/** Appends the count of pairs and the pairs. */
export function appendActionPairs(writer: ByteWriter, pairs: readonly ActionPair[]): void {
  checkInteger('count of pairs', pairs.length, 0, 255);
  writer.byte(pairs.length);
  for (const { value, action } of pairs) {
    appendByte(writer, 'value', value);
    appendByte(writer, 'action', action);
  }
}

/** Appends a byte that must be one. */
export function appendByte(writer: ByteWriter, name: string, value: number): void {
  checkInteger(name, value, 0, 255);
  writer.byte(value);
}

/** Appends a 16-bit number that must be one. */
export function appendUint16(writer: ByteWriter, name: string, value: number): void {
  checkInteger(name, value, 0, 0xffff);
  writer.uint16(value);
}

/** Appends a 32-bit number that must be one. */
export function appendUint32(writer: ByteWriter, name: string, value: number): void {
  checkInteger(name, value, 0, 0xffffffff);
  writer.uint16(Math.floor(value / 65536));
  writer.uint16(value % 65536);
}

/** What is left behind the known part of a reply, as a property to spread into it: nothing is dropped. */
export function restOf(cursor: ByteCursor): { rest?: Uint8Array } {
  return cursor.remaining === 0 ? {} : { rest: cursor.take(cursor.remaining).slice() };
}

/** Appends what {@link restOf} kept. */
export function appendRest(writer: ByteWriter, reply: { readonly rest?: Uint8Array }): void {
  if (reply.rest === undefined) return;
  checkBytes('rest', reply.rest);
  writer.bytes(reply.rest);
}

/** Reads two reserved bytes, as a property to spread into a reply where they are not zero; undefined when they are cut. */
export function readReserved(cursor: ByteCursor): { reservedBytes?: Uint8Array } | undefined {
  const bytes = cursor.take(2);
  if (bytes.length < 2) return undefined;
  return bytes[0] === 0 && bytes[1] === 0 ? {} : { reservedBytes: bytes.slice() };
}

/** Appends what {@link readReserved} read. */
export function appendReserved(writer: ByteWriter, reply: { readonly reservedBytes?: Uint8Array }): void {
  if (reply.reservedBytes === undefined) writer.uint16(0);
  else {
    checkBytes('reservedBytes', reply.reservedBytes);
    checkInteger('length of reservedBytes', reply.reservedBytes.length, 2, 2);
    writer.bytes(reply.reservedBytes);
  }
}
