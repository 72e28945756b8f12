import type { ByteCursor, ByteWriter } from '../../bytes/index.js';
import { appendByte, appendParameters, readParameters, type SelfDefiningParameter } from './parameters.js';

/** DBCS-Asia: double-byte text (SF-107). */
export interface DbcsAsiaReply {
  readonly type: 'dbcsAsia';
  readonly flags: number;
  /** 01: the set that SO and SI enclose; 02: input control. */
  readonly parameters: readonly SelfDefiningParameter[];
}

/** Reads what stands behind the query code; undefined when it is too short. */
export function decodeDbcsAsia(cursor: ByteCursor): DbcsAsiaReply | undefined {
  const flags = cursor.uint8();
  const parameters = flags < 0 ? undefined : readParameters(cursor);
  return parameters === undefined ? undefined : { type: 'dbcsAsia', flags, parameters };
}

/** Appends what stands behind the query code. */
export function appendDbcsAsia(writer: ByteWriter, reply: DbcsAsiaReply): void {
  appendByte(writer, 'flags', reply.flags);
  appendParameters(writer, reply.parameters);
}
