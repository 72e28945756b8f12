import { ByteCursor, ByteWriter } from '../../bytes/index.js';
import type { ScreenSize } from '../build-write.js';
import {
  appendByte,
  appendParameters,
  appendReserved,
  appendUint16,
  readParameters,
  readReserved,
  type SelfDefiningParameter,
} from './parameters.js';

/** The screen sizes of a display: parameter 01 of Implicit Partition. */
export interface ImplicitPartitionSizes {
  readonly flags: number;
  readonly defaultSize: ScreenSize;
  readonly alternateSize: ScreenSize;
}

/** Implicit Partition (SF-123). The sizes are as they came, 0..65535 each. */
export interface ImplicitPartitionReply {
  readonly type: 'implicitPartition';
  /** The two reserved bytes, where they are not zero. */
  readonly reservedBytes?: Uint8Array;
  readonly sizes?: ImplicitPartitionSizes;
  /** All others: sizes of printers and of cells. */
  readonly parameters: readonly SelfDefiningParameter[];
}

const SIZES = 0x01;
const SIZES_LENGTH = 1 /* flags */ + 4 /* default width, height */ + 4 /* alternate width, height */;

/** Reads what stands behind the query code; undefined when it is too short. */
export function decodeImplicitPartition(cursor: ByteCursor): ImplicitPartitionReply | undefined {
  const reserved = readReserved(cursor);
  const parameters = reserved === undefined ? undefined : readParameters(cursor);
  if (parameters === undefined) return undefined;
  const index = parameters.findIndex(({ id, data }) => id === SIZES && data.length === SIZES_LENGTH);
  const [sizes] = index < 0 ? [] : parameters.splice(index, 1);
  return {
    type: 'implicitPartition',
    ...reserved,
    ...(sizes === undefined ? {} : { sizes: decodeSizes(new ByteCursor(sizes.data)) }),
    parameters,
  };
}

function decodeSizes(cursor: ByteCursor): ImplicitPartitionSizes {
  const flags = cursor.uint8();
  const [defaultColumns, defaultRows] = [cursor.uint16(), cursor.uint16()];
  const [alternateColumns, alternateRows] = [cursor.uint16(), cursor.uint16()];
  return {
    flags,
    defaultSize: { rows: defaultRows, columns: defaultColumns },
    alternateSize: { rows: alternateRows, columns: alternateColumns },
  };
}

/** Appends what stands behind the query code. */
export function appendImplicitPartition(writer: ByteWriter, reply: ImplicitPartitionReply): void {
  appendReserved(writer, reply);
  if (reply.sizes !== undefined) {
    const data = new ByteWriter();
    appendByte(data, 'flags', reply.sizes.flags);
    for (const { rows, columns } of [reply.sizes.defaultSize, reply.sizes.alternateSize]) {
      appendUint16(data, 'columns', columns);
      appendUint16(data, 'rows', rows);
    }
    appendParameters(writer, [{ id: SIZES, data: data.view() }]);
  }
  appendParameters(writer, reply.parameters);
}
