import { type ByteWriter, checkInteger } from '../../bytes/index.js';
import type { Addressing } from '../address.js';
import { appendWrite, type ScreenSize } from '../build-write.js';
import { COMMANDS } from '../commands.data.js';
import { type DatastreamFault, fault } from '../fault.js';
import type { WriteCommand } from '../write-handler.js';
import type { WriteOrder } from '../write-order.js';
import type { RawStructuredField } from './reader.js';

/** Where the write within an Outbound 3270DS lies (SF-061). */
export interface Outbound3270DSHeader {
  readonly type: 'outbound3270DS';
  readonly partition: number;
  readonly command: WriteCommand | 'eraseAllUnprotected';
  /** Index of the write control character; equal to `end` where the field has none, which is no error here. */
  readonly start: number;
  readonly end: number;
}

/** Outbound 3270DS: a command for a partition within a structured field. */
export interface Outbound3270DS {
  readonly type: 'outbound3270DS';
  readonly partition: number;
  readonly command: WriteCommand | 'eraseAllUnprotected';
  /** Missing with Erase All Unprotected. */
  readonly writeControlCharacter?: number;
  readonly orders?: readonly WriteOrder[];
}

// SNA codes only, as in x3270. Reads and Write Structured Field are not allowed here (SEC-099).
const COMMAND_NAMES: ReadonlyMap<number, Outbound3270DS['command']> = /* @__PURE__ */ new Map([
  [COMMANDS.write.sna, 'write'],
  [COMMANDS.eraseWrite.sna, 'eraseWrite'],
  [COMMANDS.eraseWriteAlternate.sna, 'eraseWriteAlternate'],
  [COMMANDS.eraseAllUnprotected.sna, 'eraseAllUnprotected'],
]);

/** Reads partition and command of an Outbound 3270DS; the rest is for {@link parseWrite}. */
export function parseOutbound3270DS(field: RawStructuredField): Outbound3270DSHeader | DatastreamFault {
  const { bytes, body, end } = field;
  if (end - body < 2) return fault('structured-field-length', field.offset, end);
  const command = COMMAND_NAMES.get(bytes[body + 1] as number);
  if (command === undefined) return fault('structured-field-invalid', field.offset, end);
  return { type: 'outbound3270DS', partition: bytes[body] as number, command, start: body + 2, end };
}

/** Appends what stands behind the identifier. */
export function appendOutbound3270DS(
  writer: ByteWriter,
  field: Outbound3270DS,
  size: ScreenSize & { readonly addressing?: Addressing },
): void {
  checkInteger('partition', field.partition, 0, 255);
  writer.byte(field.partition);
  writer.byte(COMMANDS[field.command].sna);
  if (field.command === 'eraseAllUnprotected') return;
  appendWrite(writer, field.writeControlCharacter ?? 0, field.orders ?? [], size);
}
