import { ByteCursor, type ByteWriter, checkInteger } from '../../bytes/index.js';
import { type DatastreamFault, fault } from '../fault.js';
import { appendRest, restOf } from '../query-reply/parameters.js';
import type { RawStructuredField } from './reader.js';

/** Codes of the reply modes (DS-156 to DS-158). */
export const REPLY_MODES = { field: 0x00, extendedField: 0x01, character: 0x02 } as const;

/** How much of the attributes the answers to reads report. */
export type ReplyMode = keyof typeof REPLY_MODES;

/** Set Reply Mode (SF-056). */
export interface SetReplyMode {
  readonly type: 'setReplyMode';
  readonly partition: number;
  readonly mode: ReplyMode;
  /** In character mode: the attribute types reported; empty reports none (DS-160). In other modes empty. */
  readonly attributes: readonly number[];
  /** In other modes: what stands where the list would, and has no meaning there. */
  readonly rest?: Uint8Array;
}

const MODES = ['field', 'extendedField', 'character'] as const;

/** Reads a Set Reply Mode. */
export function parseSetReplyMode(field: RawStructuredField): SetReplyMode | DatastreamFault {
  const { bytes, body, end } = field;
  if (end - body < 2) return fault('structured-field-length', field.offset, end);
  const mode = MODES[bytes[body + 1] as number];
  if (mode === undefined) return fault('structured-field-invalid', field.offset, end);
  const partition = bytes[body] as number;
  const behind = new ByteCursor(bytes, body + 2, end);
  return mode === 'character'
    ? { type: 'setReplyMode', partition, mode, attributes: Array.from(behind.take(behind.remaining)) }
    : { type: 'setReplyMode', partition, mode, attributes: [], ...restOf(behind) };
}

/** Appends what stands behind the identifier. */
export function appendSetReplyMode(writer: ByteWriter, field: SetReplyMode): void {
  checkInteger('partition', field.partition, 0, 255);
  writer.byte(field.partition);
  writer.byte(REPLY_MODES[field.mode]);
  for (const type of field.mode === 'character' ? field.attributes : []) {
    checkInteger('attribute type', type, 0, 255);
    writer.byte(type);
  }
  if (field.mode !== 'character') appendRest(writer, field);
}
