import { ByteCursor, type ByteWriter, checkInteger } from '../../bytes/index.js';
import { type DatastreamFault, fault } from '../fault.js';
import { appendRest, restOf } from '../query-reply/parameters.js';
import type { RawStructuredField } from './reader.js';

/** Activate, Destroy or Reset Partition (SF-058). */
export interface PartitionControl {
  readonly type: 'activatePartition' | 'destroyPartition' | 'resetPartition';
  readonly partition: number;
  /** What stands behind the known part, where something does. */
  readonly rest?: Uint8Array;
}

/** Reads one of the three fields that hold nothing but a partition number. */
export function parsePartitionControl(
  type: PartitionControl['type'],
  field: RawStructuredField,
): PartitionControl | DatastreamFault {
  const { bytes, offset, body, end } = field;
  if (end - body < 1) return fault('structured-field-length', offset, end);
  return { type, partition: bytes[body] as number, ...restOf(new ByteCursor(bytes, body + 1, end)) };
}

/** Appends what stands behind the identifier. */
export function appendPartitionControl(writer: ByteWriter, field: PartitionControl): void {
  checkInteger('partition', field.partition, 0, 255);
  writer.byte(field.partition);
  appendRest(writer, field);
}
