import { checkInteger, UsageError } from '../../bytes/index.js';
import type { DatastreamFault } from '../fault.js';
import { type CreatePartition, parseCreatePartition } from './create-partition.js';
import { type EraseReset, parseEraseReset } from './erase-reset.js';
import { hasTwoByteId, type StructuredFieldName, structuredFieldOf } from './ids.data.js';
import { isLaidOut, parseLaidOut } from './laid-out.js';
import type { LaidOutField } from './laid-out-fields.js';
import { type Outbound3270DSHeader, parseOutbound3270DS } from './outbound-3270ds.js';
import { type PartitionControl, parsePartitionControl } from './partition-control.js';
import { parseReadPartition, type Query, type QueryList, type ReadPartition } from './read-partition.js';
import type { RawStructuredField } from './reader.js';
import { parseSetReplyMode, type SetReplyMode } from './set-reply-mode.js';

/** Transfer Data (D0): file transfer by IND$FILE. */
export interface TransferData {
  readonly type: 'transferData';
  /** What stands behind the identifier: a view of the record. */
  readonly data: Uint8Array;
}

/** Any other structured field: one without a layout here, or without a meaning. */
export interface OtherStructuredField {
  readonly type: 'other';
  readonly id: number;
  /** Undefined where the identifier has no meaning. */
  readonly name: StructuredFieldName | undefined;
  /** What stands behind the identifier: a view of the record. */
  readonly data: Uint8Array;
}

/** The structured fields that a terminal is asked to carry out, but for Outbound 3270DS. */
export type TerminalStructuredField =
  | Query
  | QueryList
  | ReadPartition
  | EraseReset
  | SetReplyMode
  | CreatePartition
  | PartitionControl
  | TransferData
  | LaidOutField
  | OtherStructuredField;

/** Reads one outbound structured field. */
export function parseStructuredField(
  field: RawStructuredField,
): TerminalStructuredField | Outbound3270DSHeader | DatastreamFault {
  const name = structuredFieldOf(field.id);
  switch (name) {
    case 'readPartition':
      return parseReadPartition(field);
    case 'eraseReset':
      return parseEraseReset(field);
    case 'setReplyMode':
      return parseSetReplyMode(field);
    case 'createPartition':
      return parseCreatePartition(field);
    case 'activatePartition':
    case 'destroyPartition':
    case 'resetPartition':
      return parsePartitionControl(name, field);
    case 'outbound3270DS':
      return parseOutbound3270DS(field);
    case 'transferData':
      return { type: 'transferData', data: bodyOf(field) };
    default:
      if (name !== undefined && isLaidOut(name)) return parseLaidOut(name, field);
      return { type: 'other', id: field.id, name, data: bodyOf(field) };
  }
}

/** What stands behind the identifier, as a view. */
export function bodyOf(field: RawStructuredField): Uint8Array {
  return field.bytes.subarray(field.body, field.end);
}

/** Throws unless an identifier can stand on the wire: one byte, or two of which the first is 0F or 10. */
export function checkStructuredFieldId(id: number): void {
  checkInteger('id', id, 0, 0x10ff);
  if (hasTwoByteId(id > 0xff ? id >> 8 : id) !== id > 0xff) {
    throw new UsageError('argument-invalid', 'id must have two bytes when the first is 0F or 10, else one');
  }
}
