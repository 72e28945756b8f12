import type { ByteCursor, ByteWriter } from '../../bytes/index.js';
import { appendByte, appendRest, appendUint32, restOf } from './parameters.js';

/** RPQ Names: the name of a product or of a special feature (SF-121). */
export interface RpqNamesReply {
  readonly type: 'rpqNames';
  readonly deviceType: number;
  readonly model: number;
  /** EBCDIC, at most 254 bytes. */
  readonly name: Uint8Array;
  readonly rest?: Uint8Array;
}

/** Reads what stands behind the query code; undefined when it is too short. */
export function decodeRpqNames(cursor: ByteCursor): RpqNamesReply | undefined {
  const deviceType = cursor.uint32();
  const model = cursor.uint32();
  const length = cursor.uint8();
  if (length < 1 || cursor.remaining < length - 1) return undefined;
  return { type: 'rpqNames', deviceType, model, name: cursor.take(length - 1).slice(), ...restOf(cursor) };
}

/** Appends what stands behind the query code. */
export function appendRpqNames(writer: ByteWriter, reply: RpqNamesReply): void {
  appendUint32(writer, 'deviceType', reply.deviceType);
  appendUint32(writer, 'model', reply.model);
  appendByte(writer, 'length of name, itself included,', reply.name.length + 1);
  writer.bytes(reply.name);
  appendRest(writer, reply);
}
