import type { ByteCursor, ByteWriter } from '../../bytes/index.js';
import { appendByte, appendRest, appendUint16, restOf } from './parameters.js';

/** The first flags of a Usable Area; the low nibble is {@link USABLE_AREA_ADDRESSING}. */
export const USABLE_AREA_FLAGS = { pagePrinter: 0x40, hardCopy: 0x10, addressing: 0x0f } as const;

/** Values of the low nibble of the first flags. */
export const USABLE_AREA_ADDRESSING = { bits12And14: 0x01, bits12And14And16: 0x03, unmapped: 0x0f } as const;

/** The second flags of a Usable Area. */
export const USABLE_AREA_CELL_FLAGS = { variableCells: 0x80, nonMatrix: 0x40, widthInPels: 0x20 } as const;

/** A length in the units of the reply, as a fraction. */
export interface PelDistance {
  readonly numerator: number;
  readonly denominator: number;
}

/** Usable Area: the size of the display (SF-093). */
export interface UsableAreaReply {
  readonly type: 'usableArea';
  /** {@link USABLE_AREA_FLAGS} */
  readonly flags: number;
  /** {@link USABLE_AREA_CELL_FLAGS} */
  readonly cellFlags: number;
  /** In cells or pels, by {@link cellFlags}. */
  readonly width: number;
  readonly height: number;
  /** 0 inch, 1 millimetre. */
  readonly units: number;
  readonly horizontalDistance: PelDistance;
  readonly verticalDistance: PelDistance;
  /** Pels in a cell. */
  readonly cellWidth: number;
  readonly cellHeight: number;
  /** Positions of the buffer; some terminals leave it out. */
  readonly bufferSize?: number;
  /** What follows: limits of variable cells. */
  readonly rest?: Uint8Array;
}

/** Reads what stands behind the query code; undefined when it is too short. */
export function decodeUsableArea(cursor: ByteCursor): UsableAreaReply | undefined {
  const flags = cursor.uint8();
  const cellFlags = cursor.uint8();
  const width = cursor.uint16();
  const height = cursor.uint16();
  const units = cursor.uint8();
  const horizontalDistance = { numerator: cursor.uint16(), denominator: cursor.uint16() };
  const verticalDistance = { numerator: cursor.uint16(), denominator: cursor.uint16() };
  const cellWidth = cursor.uint8();
  const cellHeight = cursor.uint8();
  if (cellHeight < 0) return undefined;
  const bufferSize = cursor.remaining >= 2 ? { bufferSize: cursor.uint16() } : {};
  return {
    type: 'usableArea',
    flags,
    cellFlags,
    width,
    height,
    units,
    horizontalDistance,
    verticalDistance,
    cellWidth,
    cellHeight,
    ...bufferSize,
    ...restOf(cursor),
  };
}

/** Appends what stands behind the query code. */
export function appendUsableArea(writer: ByteWriter, reply: UsableAreaReply): void {
  appendByte(writer, 'flags', reply.flags);
  appendByte(writer, 'cellFlags', reply.cellFlags);
  appendUint16(writer, 'width', reply.width);
  appendUint16(writer, 'height', reply.height);
  appendByte(writer, 'units', reply.units);
  for (const { numerator, denominator } of [reply.horizontalDistance, reply.verticalDistance]) {
    appendUint16(writer, 'numerator', numerator);
    appendUint16(writer, 'denominator', denominator);
  }
  appendByte(writer, 'cellWidth', reply.cellWidth);
  appendByte(writer, 'cellHeight', reply.cellHeight);
  if (reply.bufferSize !== undefined) appendUint16(writer, 'bufferSize', reply.bufferSize);
  appendRest(writer, reply);
}
