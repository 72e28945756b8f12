import { type ByteWriter, checkInteger } from '../../bytes/index.js';
import { type DatastreamFault, fault } from '../fault.js';
import type { RawStructuredField } from './reader.js';

/** Activate, Destroy or Reset Partition (SF-058). */
export interface PartitionControl {
  readonly type: 'activatePartition' | 'destroyPartition' | 'resetPartition';
  readonly partition: number;
}

/** Reads one of the three fields that hold nothing but a partition number. */
export function parsePartitionControl(
  type: PartitionControl['type'],
  field: RawStructuredField,
): PartitionControl | DatastreamFault {
  if (field.end - field.body < 1) return fault('structured-field-length', field.offset, field.end);
  return { type, partition: field.bytes[field.body] as number };
}

/** Appends what stands behind the identifier. */
export function appendPartitionControl(writer: ByteWriter, field: PartitionControl): void {
  checkInteger('partition', field.partition, 0, 255);
  writer.byte(field.partition);
}
