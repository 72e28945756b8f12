import { checkBytes } from '../bytes/index.js';
import { type BuildWriteOptions, buildWrite, type ScreenSize } from './build-write.js';
import { COMMANDS, type ReadCommand } from './commands.data.js';
import type { OutboundResult } from './fault.js';
import { OrderReader } from './order-reader.js';
import { type OutboundHandler, type ParseOutboundOptions, parseOutbound } from './parse-outbound.js';
import { buildWriteStructuredField, type OutboundStructuredField } from './structured-fields/build.js';
import type { TerminalStructuredField } from './structured-fields/parse.js';
import type { WriteHandler } from './write-handler.js';
import type { TypedWrite } from './write-order.js';

/** W, EW or EWA as typed orders. */
export interface WriteRecord extends TypedWrite {
  readonly type: 'write';
}

/** RB, RM or RMA. */
export interface ReadRecord {
  readonly type: 'read';
  readonly command: ReadCommand;
}

/** EAU. */
export interface EraseAllUnprotectedRecord {
  readonly type: 'eraseAllUnprotected';
}

/** WSF. */
export interface WriteStructuredFieldRecord {
  readonly type: 'writeStructuredField';
  readonly fields: readonly OutboundStructuredField[];
}

/** NOP, or a record without bytes. */
export interface NoOperationRecord {
  readonly type: 'noOperation';
  /** What stands behind the command, where something does; terminals ignore it (DS-009). */
  readonly data?: Uint8Array;
}

/** An outbound record, typed. */
export type OutboundRecord =
  | WriteRecord
  | ReadRecord
  | EraseAllUnprotectedRecord
  | WriteStructuredFieldRecord
  | NoOperationRecord;

/** A record read without carrying it out. */
export interface OutboundReading {
  /** What stands before the first fault that ends it; undefined where nothing could be made of the record. */
  readonly record: OutboundRecord | undefined;
  readonly result: OutboundResult;
}

/**
 * Reads an outbound record into typed form, for tools, tests and gateways; a terminal uses {@link parseOutbound}.
 * Bytes of orders are copied, those of structured fields are views.
 *
 * @param positionCount - rows times columns of the screen, which addresses are held against
 */
export function readOutbound(
  record: Uint8Array,
  positionCount: number,
  options?: ParseOutboundOptions,
): OutboundReading {
  const collector = new Collector(positionCount);
  const result = parseOutbound(record, 0, record.length, collector, options);
  return { record: collector.record(record), result };
}

class Collector implements OutboundHandler {
  readonly #reader: OrderReader;
  readonly #fields: OutboundStructuredField[] = [];
  #other: OutboundRecord | undefined;
  /** The partition whose write is being read, and where its write will be found. */
  #open: { partition: number; index: number } | undefined;

  constructor(positionCount: number) {
    this.#reader = new OrderReader(positionCount);
  }

  presentationSpace(partition: number): WriteHandler {
    this.#closeWrite();
    this.#open = { partition, index: this.#reader.writes.length };
    return this.#reader;
  }
  read(command: ReadCommand): void {
    this.#other = { type: 'read', command };
  }
  eraseAllUnprotected(partition: number): void {
    this.#open = undefined;
    this.#other = { type: 'eraseAllUnprotected' };
    this.#fields.push({ type: 'outbound3270DS', partition, command: 'eraseAllUnprotected' });
  }
  structuredField(field: TerminalStructuredField): boolean {
    this.#closeWrite();
    this.#fields.push(field);
    return field.type !== 'other';
  }

  record(bytes: Uint8Array): OutboundRecord | undefined {
    this.#closeWrite();
    const code = bytes[0];
    if (code === undefined || code === COMMANDS.noOperation.local) {
      return bytes.length <= 1 ? { type: 'noOperation' } : { type: 'noOperation', data: bytes.slice(1) };
    }
    if (code === COMMANDS.writeStructuredField.local || code === COMMANDS.writeStructuredField.sna) {
      return { type: 'writeStructuredField', fields: this.#fields };
    }
    const write = this.#reader.writes[0];
    return write === undefined ? this.#other : { type: 'write', ...write };
  }

  #closeWrite(): void {
    const open = this.#open;
    const write = open === undefined ? undefined : this.#reader.writes[open.index];
    if (open !== undefined && write !== undefined) {
      this.#fields.push({ type: 'outbound3270DS', partition: open.partition, ...write });
    }
    this.#open = undefined;
  }
}

/**
 * Builds an outbound record of its typed form: the inverse of {@link readOutbound}. What was read without a fault comes out
 * with the same bytes, but for these, which mean the same to a terminal:
 * - The command has its SNA code, or the local one, by `commandCodes`; a record without bytes becomes a NOP.
 * - Addresses have the form that fits the screen: 14 bits become 12, or the other way, and 12-bit ones are graphic.
 * - A structured field has its length in place of 0 (up to the end of the record).
 * - Create Partition has its address mode and flags, and Outbound 3270DS with a write its write control character, as 0
 *   where they were missing.
 *
 * @throws {@link UsageError} `argument-invalid` as {@link buildWrite} and {@link buildWriteStructuredField} do.
 */
export function buildOutbound(record: OutboundRecord, options: BuildWriteOptions): Uint8Array {
  const codes = options.commandCodes ?? 'sna';
  switch (record.type) {
    case 'write':
      return buildWrite(record.command, record.writeControlCharacter, record.orders, options);
    case 'read':
      return Uint8Array.of(COMMANDS[record.command][codes]);
    case 'writeStructuredField':
      return buildWriteStructuredField(record.fields, options satisfies ScreenSize);
    case 'noOperation':
      if (record.data !== undefined) checkBytes('data', record.data);
      return Uint8Array.of(COMMANDS.noOperation[codes], ...(record.data ?? []));
    default:
      return Uint8Array.of(COMMANDS[record.type][codes]);
  }
}
