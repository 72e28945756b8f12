import type { ByteCursor, ByteWriter } from '../../bytes/index.js';
import {
  appendByte,
  appendParameters,
  appendReserved,
  appendUint16,
  readParameters,
  readReserved,
  type SelfDefiningParameter,
} from './parameters.js';

/** Distributed Data Management (DDM): file transfer with structured fields (SF-111, SF-159). */
export interface DistributedDataManagementReply {
  readonly type: 'distributedDataManagement';
  /** The two reserved bytes, where they are not zero. */
  readonly reservedBytes?: Uint8Array;
  /** Bytes that one transmission may have, from the terminal (LIMIN) and to it (LIMOUT). */
  readonly inboundLimit: number;
  readonly outboundLimit: number;
  /** 01 is the one that IND$FILE uses. */
  readonly subsets: readonly number[];
  /** 02: a name; 01: the identifier of the destination or origin. */
  readonly parameters: readonly SelfDefiningParameter[];
}

/** Reads what stands behind the query code; undefined when it is too short. */
export function decodeDistributedDataManagement(
  cursor: ByteCursor,
): DistributedDataManagementReply | undefined {
  const reserved = readReserved(cursor);
  const inboundLimit = cursor.uint16();
  const outboundLimit = cursor.uint16();
  const count = cursor.uint8();
  if (count < 0 || cursor.remaining < count) return undefined;
  const subsets = Array.from(cursor.take(count));
  const parameters = readParameters(cursor);
  if (parameters === undefined) return undefined;
  return { type: 'distributedDataManagement', ...reserved, inboundLimit, outboundLimit, subsets, parameters };
}

/** Appends what stands behind the query code. */
export function appendDistributedDataManagement(
  writer: ByteWriter,
  reply: DistributedDataManagementReply,
): void {
  appendReserved(writer, reply);
  appendUint16(writer, 'inboundLimit', reply.inboundLimit);
  appendUint16(writer, 'outboundLimit', reply.outboundLimit);
  appendByte(writer, 'count of subsets', reply.subsets.length);
  for (const subset of reply.subsets) appendByte(writer, 'subset', subset);
  appendParameters(writer, reply.parameters);
}
