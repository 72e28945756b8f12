import type { ByteCursor, ByteWriter } from '../../bytes/index.js';
import { appendByte, appendRest, appendUint16, restOf } from './parameters.js';

/** Alphanumeric Partitions (SF-096). */
export interface AlphanumericPartitionsReply {
  readonly type: 'alphanumericPartitions';
  /** How many can be created; 0 where only the implicit one exists. */
  readonly partitions: number;
  /** Positions for all of them. */
  readonly storage: number;
  /** 80 vertical scrolling, 40 horizontal scrolling, 10 all points addressable, 08 protection, 04 local copy, 02 modify. */
  readonly flags: number;
  /** What follows: a formula of the storage. */
  readonly rest?: Uint8Array;
}

/** Reads what stands behind the query code; undefined when it is too short. */
export function decodeAlphanumericPartitions(cursor: ByteCursor): AlphanumericPartitionsReply | undefined {
  const partitions = cursor.uint8();
  const storage = cursor.uint16();
  const flags = cursor.uint8();
  if (flags < 0) return undefined;
  return { type: 'alphanumericPartitions', partitions, storage, flags, ...restOf(cursor) };
}

/** Appends what stands behind the query code. */
export function appendAlphanumericPartitions(writer: ByteWriter, reply: AlphanumericPartitionsReply): void {
  appendByte(writer, 'partitions', reply.partitions);
  appendUint16(writer, 'storage', reply.storage);
  appendByte(writer, 'flags', reply.flags);
  appendRest(writer, reply);
}
