import type { ByteCursor, ByteWriter } from '../../bytes/index.js';
import { appendByte, appendRest, restOf } from './parameters.js';

/** Field Validation (SF-101). */
export interface FieldValidationReply {
  readonly type: 'fieldValidation';
  /** What the terminal carries out: bits as in {@link VALIDATION}. */
  readonly kinds: number;
  readonly rest?: Uint8Array;
}

/** Reads what stands behind the query code; undefined when it is too short. */
export function decodeFieldValidation(cursor: ByteCursor): FieldValidationReply | undefined {
  if (cursor.remaining < 1) return undefined;
  return { type: 'fieldValidation', kinds: cursor.uint8(), ...restOf(cursor) };
}

/** Appends what stands behind the query code. */
export function appendFieldValidation(writer: ByteWriter, reply: FieldValidationReply): void {
  appendByte(writer, 'kinds', reply.kinds);
  appendRest(writer, reply);
}
