import { ByteWriter, checkBytes, UsageError } from '../../bytes/index.js';
import type { Addressing } from '../address.js';
import type { ScreenSize } from '../build-write.js';
import { COMMANDS } from '../commands.data.js';
import { appendCreatePartition } from './create-partition.js';
import { appendEraseReset } from './erase-reset.js';
import { STRUCTURED_FIELDS } from './ids.data.js';
import { appendLaidOut } from './laid-out.js';
import { appendOutbound3270DS, type Outbound3270DS } from './outbound-3270ds.js';
import { checkStructuredFieldId, type TerminalStructuredField } from './parse.js';
import { appendPartitionControl } from './partition-control.js';
import { appendReadPartition } from './read-partition.js';
import { appendSetReplyMode } from './set-reply-mode.js';

/** A structured field that a host sends. */
export type OutboundStructuredField = TerminalStructuredField | Outbound3270DS;

/**
 * Builds a Write Structured Field record: F3, then the fields with their lengths (SF-001).
 *
 * @param fields - at least one; a Query, Query List or Read Partition must be the last (SEC-097)
 * @param size - of the screen, for the addresses within Outbound 3270DS
 * @throws {@link UsageError} `argument-invalid` when a value is out of range or a field longer than 65535 bytes.
 * @example
 * buildWriteStructuredField([{ type: 'query' }], { rows: 24, columns: 80 }); // f3 00 05 01 ff 02
 */
export function buildWriteStructuredField(
  fields: readonly OutboundStructuredField[],
  size: ScreenSize & { readonly addressing?: Addressing },
): Uint8Array {
  if (fields.length === 0) throw new UsageError('argument-invalid', 'fields must not be empty');
  const writer = new ByteWriter();
  writer.byte(COMMANDS.writeStructuredField.sna);
  for (const field of fields) {
    const start = beginStructuredField(writer, idOf(field));
    appendBody(writer, field, size);
    endStructuredField(writer, start);
  }
  return writer.take();
}

/** Writes room for a length and the identifier; returns where the length stands. */
export function beginStructuredField(writer: ByteWriter, id: number): number {
  const start = writer.length;
  writer.uint16(0);
  if (id > 0xff) writer.uint16(id);
  else writer.byte(id);
  return start;
}

/** Fills in the length of a field that began at `start`. */
export function endStructuredField(writer: ByteWriter, start: number): void {
  const length = writer.length - start;
  if (length > 0xffff) {
    throw new UsageError('argument-invalid', `a structured field has at most 65535 bytes, not ${length}`);
  }
  writer.setUint16(start, length);
}

function idOf(field: OutboundStructuredField): number {
  switch (field.type) {
    case 'other':
      checkStructuredFieldId(field.id);
      return field.id;
    case 'query':
    case 'queryList':
      return STRUCTURED_FIELDS.readPartition.id;
    default: {
      const known = STRUCTURED_FIELDS[field.type];
      if (known === undefined) {
        throw new UsageError('argument-invalid', `no structured field has the type ${String(field.type)}`);
      }
      return known.id;
    }
  }
}

function appendBody(
  writer: ByteWriter,
  field: OutboundStructuredField,
  size: ScreenSize & { readonly addressing?: Addressing },
): void {
  switch (field.type) {
    case 'query':
    case 'queryList':
    case 'readPartition':
      appendReadPartition(writer, field);
      break;
    case 'eraseReset':
      appendEraseReset(writer, field);
      break;
    case 'setReplyMode':
      appendSetReplyMode(writer, field);
      break;
    case 'createPartition':
      appendCreatePartition(writer, field);
      break;
    case 'outbound3270DS':
      appendOutbound3270DS(writer, field, size);
      break;
    case 'transferData':
    case 'other':
      checkBytes('data', field.data);
      writer.bytes(field.data);
      break;
    case 'activatePartition':
    case 'destroyPartition':
    case 'resetPartition':
      appendPartitionControl(writer, field);
      break;
    default:
      appendLaidOut(writer, field);
  }
}
