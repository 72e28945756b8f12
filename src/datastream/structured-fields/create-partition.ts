import { ByteCursor, type ByteWriter, checkInteger, UsageError } from '../../bytes/index.js';
import { type DatastreamFault, fault } from '../fault.js';
import { appendRest, restOf } from '../query-reply/parameters.js';
import type { RawStructuredField } from './reader.js';

/** The numbers of a Create Partition, each 0..65535. What is missing is left to the terminal; none follows a missing one. */
export interface PartitionGeometry {
  readonly height?: number;
  readonly width?: number;
  readonly viewportRow?: number;
  readonly viewportColumn?: number;
  readonly viewportHeight?: number;
  readonly viewportWidth?: number;
  readonly windowRow?: number;
  readonly windowColumn?: number;
  readonly scrollRows?: number;
  readonly reserved?: number;
  readonly cellWidth?: number;
  readonly cellHeight?: number;
}

/** Create Partition (SF-057). The sizes are as the host sent them, not checked against anything (SEC-100). */
export interface CreatePartition {
  readonly type: 'createPartition';
  readonly partition: number;
  readonly units: 'cells' | 'pels';
  /** Code of the address mode: 0 for 12 and 14 bits, 1 for 16 bits. */
  readonly addressing: number;
  /** 80 reserved, 40 protected, 20 local copy, 07 base character set. */
  readonly flags: number;
  readonly geometry: PartitionGeometry;
  /** What stands behind the last number, where something does. */
  readonly rest?: Uint8Array;
}

const GEOMETRY = [
  'height',
  'width',
  'viewportRow',
  'viewportColumn',
  'viewportHeight',
  'viewportWidth',
  'windowRow',
  'windowColumn',
  'scrollRows',
  'reserved',
  'cellWidth',
  'cellHeight',
] as const satisfies readonly (keyof PartitionGeometry)[];

const UNITS = { cells: 0x00, pels: 0x20 } as const;
const HIGHEST_ADDRESSING = 2;

/** Reads a Create Partition. Numbers may be missing from its end, but none may be cut in half. */
export function parseCreatePartition(field: RawStructuredField): CreatePartition | DatastreamFault {
  const { bytes, body, end } = field;
  const there = end - body;
  if (there < 1 || (there > 3 && (there - 3) % 2 === 1))
    return fault('structured-field-length', field.offset, end);
  const mode = there > 1 ? (bytes[body + 1] as number) : 0;
  const units = mode & 0xf0;
  const addressing = mode & 0x0f;
  if ((units !== UNITS.cells && units !== UNITS.pels) || addressing > HIGHEST_ADDRESSING) {
    return fault('structured-field-invalid', field.offset, end);
  }
  const geometry: Partial<Record<keyof PartitionGeometry, number>> = {};
  GEOMETRY.forEach((name, index) => {
    const at = body + 3 + 2 * index;
    if (at + 1 < end) geometry[name] = ((bytes[at] as number) << 8) | (bytes[at + 1] as number);
  });
  return {
    type: 'createPartition',
    partition: bytes[body] as number,
    units: units === UNITS.cells ? 'cells' : 'pels',
    addressing,
    flags: there > 2 ? (bytes[body + 2] as number) : 0,
    geometry,
    ...restOf(new ByteCursor(bytes, Math.min(end, body + 3 + 2 * GEOMETRY.length), end)),
  };
}

/** Appends what stands behind the identifier. */
export function appendCreatePartition(writer: ByteWriter, field: CreatePartition): void {
  checkInteger('partition', field.partition, 0, 255);
  checkInteger('addressing', field.addressing, 0, HIGHEST_ADDRESSING);
  checkInteger('flags', field.flags, 0, 255);
  writer.byte(field.partition);
  writer.byte(UNITS[field.units] | field.addressing);
  writer.byte(field.flags);
  for (const name of GEOMETRY) {
    const value = field.geometry[name];
    if (value === undefined) {
      if (field.rest === undefined) return;
      throw new UsageError('argument-invalid', `rest cannot stand without ${name} in front of it`);
    }
    checkInteger(name, value, 0, 0xffff);
    writer.uint16(value);
  }
  appendRest(writer, field);
}
