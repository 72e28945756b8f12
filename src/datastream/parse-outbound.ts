import { commandOf, type ReadCommand } from './commands.data.js';
import { ACCEPTED, type DatastreamFault, fault, type OutboundResult, type OutboundStatus } from './fault.js';
import { type ParseWriteOptions, parseWrite } from './parse-write.js';
import { structuredFieldOf } from './structured-fields/ids.data.js';
import type { Outbound3270DSHeader } from './structured-fields/outbound-3270ds.js';
import { bodyOf, parseStructuredField, type TerminalStructuredField } from './structured-fields/parse.js';
import { type RawStructuredField, StructuredFieldReader } from './structured-fields/reader.js';
import type { WriteHandler } from './write-handler.js';

/** The partition that every terminal has without creating it. */
export const IMPLICIT_PARTITION = 0;

/** Carries out what an outbound record asks for; {@link parseOutbound} calls it in wire order. */
export interface OutboundHandler {
  /** Where writes for a partition go, 0 for the implicit one; undefined where there is no such partition. */
  presentationSpace(partition: number): WriteHandler | undefined;
  /** A read command: the terminal answers with the buffer's content under the kept AID. */
  read(command: ReadCommand): void;
  /** EAU, as a command or within Outbound 3270DS, for a partition that `presentationSpace` knows. */
  eraseAllUnprotected(partition: number): void;
  /**
   * A structured field whose form is right and whose partition `presentationSpace` knows; `other` holds those that are
   * known by name alone or not at all. Bytes are views of the record.
   *
   * @returns Whether it was carried out; if not, the record is rejected (SF-006), unless a reply is due all the same.
   */
  structuredField(field: TerminalStructuredField): boolean;
  /**
   * A structured field whose form is right was not carried out: `structuredField` said so, or its partition is not there.
   * Bytes are copies.
   */
  structuredFieldRefused?(refused: RefusedStructuredField): void;
}

/** A structured field that was not carried out, and the code of the fault that says why. */
export interface RefusedStructuredField {
  /** An Outbound 3270DS, for a partition that is not there, as `other`: its orders are not read. */
  readonly field: TerminalStructuredField;
  readonly code: 'structured-field-unsupported' | 'structured-field-unknown' | 'partition-unknown';
}

/** Leniency and limits of {@link parseOutbound}. */
export interface ParseOutboundOptions extends ParseWriteOptions {
  /** Structured fields carried out of one record; 1..65535, default 256. */
  readonly maximumStructuredFields?: number;
}

/**
 * Reads an outbound record, `record[start..end)`, and has a handler carry it out: the first byte is the command, in its
 * local or SNA code (DS-001 to DS-014). A record without bytes does nothing and is no error (DS-013).
 *
 * No record throws; what is wrong is in the result, and what stands before a fault stays applied.
 *
 * @param record - what a telnet record holds, behind the TN3270E header where there is one
 */
export function parseOutbound(
  record: Uint8Array,
  start: number,
  end: number,
  handler: OutboundHandler,
  options?: ParseOutboundOptions,
): OutboundResult {
  if (start >= end) return ACCEPTED;
  const command = commandOf(record[start] as number);
  switch (command) {
    case undefined:
      return rejected('commandReject', fault('command-unknown', start, start + 1));
    case 'write':
    case 'eraseWrite':
    case 'eraseWriteAlternate': {
      const space = handler.presentationSpace(IMPLICIT_PARTITION);
      if (space === undefined) return rejected('commandReject', fault('partition-unknown', start, start + 1));
      return parseWrite(record, start + 1, end, command, space, options);
    }
    case 'eraseAllUnprotected':
      handler.eraseAllUnprotected(IMPLICIT_PARTITION);
      return nothingBehind(start + 1, end);
    case 'writeStructuredField':
      return parseWriteStructuredField(record, start + 1, end, handler, options);
    case 'noOperation':
      return ACCEPTED;
    default:
      handler.read(command);
      return nothingBehind(start + 1, end);
  }
}

/** Bytes behind a read or EAU are ignored, and reported (DS-225). */
function nothingBehind(at: number, end: number): OutboundResult {
  return at >= end ? ACCEPTED : rejected('accepted', fault('bytes-after-command', at, end));
}

function rejected(status: OutboundStatus, error: DatastreamFault): OutboundResult {
  return { status, faults: [error] };
}

/**
 * Carries out structured fields one by one. A field that is wrong does not stop those behind it, but for a wrong length.
 * The first error decides the answer; once a Read Partition has been accepted its reply is due, errors are only reported
 * (SF-006, SF-007, SF-182), and no more fields are carried out, so that one record draws one reply (SEC-097).
 */
function parseWriteStructuredField(
  record: Uint8Array,
  start: number,
  end: number,
  handler: OutboundHandler,
  options: ParseOutboundOptions | undefined,
): OutboundResult {
  const reader = new StructuredFieldReader(record, start, end, options?.maximumStructuredFields);
  const faults: DatastreamFault[] = [];
  let status: OutboundStatus = 'accepted';
  let replied = false;
  for (let raw = reader.next(); raw !== undefined; raw = reader.next()) {
    if (replied) {
      faults.push(fault('read-partition-not-last', raw.offset, end));
      return { status: 'accepted', faults };
    }
    const field = parseStructuredField(raw);
    const result =
      'code' in field ? rejected('commandReject', field) : carryOut(field, raw, handler, options);
    for (const one of result.faults) faults.push(one);
    if (status === 'accepted') status = result.status;
    replied = result.status === 'accepted' && isRead(field);
  }
  if (reader.fault !== undefined) {
    faults.push(reader.fault);
    if (status === 'accepted') status = 'commandReject';
  }
  if (faults.length === 0) return ACCEPTED;
  return { status: replied ? 'accepted' : status, faults };
}

function isRead(field: object): boolean {
  const { type } = field as TerminalStructuredField;
  return type === 'query' || type === 'queryList' || type === 'readPartition';
}

function carryOut(
  field: TerminalStructuredField | Outbound3270DSHeader,
  raw: RawStructuredField,
  handler: OutboundHandler,
  options: ParseOutboundOptions | undefined,
): OutboundResult {
  // A partition to be created is not there yet: the handler judges its number.
  const partition = 'partition' in field && field.type !== 'createPartition' ? field.partition : undefined;
  const space = partition === undefined ? undefined : handler.presentationSpace(partition);
  if (partition !== undefined && space === undefined) {
    return refuse('partition-unknown', raw, handler);
  }
  if (field.type === 'outbound3270DS')
    return outbound3270DS(field, raw, space as WriteHandler, handler, options);
  if (handler.structuredField(field)) return ACCEPTED;
  const unknown = field.type === 'other' && field.name === undefined;
  return refuse(unknown ? 'structured-field-unknown' : 'structured-field-unsupported', raw, handler);
}

function refuse(
  code: RefusedStructuredField['code'],
  raw: RawStructuredField,
  handler: OutboundHandler,
): OutboundResult {
  const { id, offset, body, end } = raw;
  if (handler.structuredFieldRefused !== undefined) {
    const bytes = raw.bytes.slice(offset, end);
    const copy = { id, bytes, offset: 0, body: body - offset, end: end - offset };
    const field = parseStructuredField(copy);
    const data = bodyOf(copy);
    handler.structuredFieldRefused(
      'code' in field || field.type === 'outbound3270DS'
        ? { field: { type: 'other', id, name: structuredFieldOf(id), data }, code }
        : { field, code },
    );
  }
  return rejected('commandReject', fault(code, offset, end));
}

/**
 * An error in the write is an operation check as in a plain write, where x3270 rejects the command (SF-006). A write
 * without a write control character is no error here and counts as one of 0 (SF-061).
 */
function outbound3270DS(
  field: Outbound3270DSHeader,
  raw: RawStructuredField,
  space: WriteHandler,
  handler: OutboundHandler,
  options: ParseOutboundOptions | undefined,
): OutboundResult {
  if (field.command === 'eraseAllUnprotected') {
    handler.eraseAllUnprotected(field.partition);
    return nothingBehind(field.start, field.end);
  }
  if (field.start < field.end) {
    return parseWrite(raw.bytes, field.start, field.end, field.command, space, options);
  }
  space.beginWrite(field.command, 0);
  space.endWrite();
  return ACCEPTED;
}
