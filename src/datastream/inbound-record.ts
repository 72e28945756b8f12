import type { QueryReply } from './query-reply/reply.js';
import type { LaidOutField } from './structured-fields/laid-out-fields.js';
import type { OtherStructuredField, TransferData } from './structured-fields/parse.js';
import type { ExtendedAttribute, StartFieldExtendedOrder, StartFieldOrder } from './write-order.js';

/** A character attribute that applies from one character on. */
export interface AttributeChange {
  /** Index into the text's bytes; equal to their count when nothing follows. */
  readonly index: number;
  readonly attribute: ExtendedAttribute;
}

/** Characters as a terminal sends them. */
export interface InboundText {
  /** One byte a position, as stored: characters, format controls, in Read Buffer nulls too. */
  readonly bytes: Uint8Array;
  /** Indexes of the bytes that came with a graphic escape, ascending. */
  readonly graphicEscapes: readonly number[];
  /** From SA orders, in wire order; the values run on from field to field (DS-220). */
  readonly attributeChanges: readonly AttributeChange[];
}

/** A field in the answer to Read Modified. */
export interface ModifiedField extends InboundText {
  /** Of the field's first data position; null for the data of an unformatted screen, which comes without address. */
  readonly address: number | null;
}

/** A field in the answer to Read Buffer; each attribute and each character takes one position, in order from 0. */
export interface BufferField extends InboundText {
  /** Null for the characters in front of the first field. */
  readonly start: StartFieldOrder | StartFieldExtendedOrder | null;
}

/** The AID alone: CLEAR, PA1 to PA3 (DS-138). */
export interface ShortReadRecord {
  readonly type: 'shortRead';
  /** See {@link AIDS}. */
  readonly aid: number;
}

/** The answer to Read Modified or Read Modified All, also unasked when an operator presses a key. */
export interface ReadModifiedRecord {
  readonly type: 'readModified';
  /** See {@link AIDS}; 61 in answer to Read Partition. */
  readonly aid: number;
  readonly cursorAddress: number;
  readonly fields: readonly ModifiedField[];
}

/** The answer to Read Buffer. */
export interface ReadBufferRecord {
  readonly type: 'readBuffer';
  /** See {@link AIDS}; 61 in answer to Read Partition. */
  readonly aid: number;
  readonly cursorAddress: number;
  readonly fields: readonly BufferField[];
}

/** Test Request: a heading of four bytes in place of AID and cursor (DS-142, DS-229). */
export interface TestRequestRecord {
  readonly type: 'testRequest';
  readonly fields: readonly ModifiedField[];
}

/** A query reply within AID 88. */
export interface QueryReplyField {
  readonly type: 'queryReply';
  readonly reply: QueryReply;
}

/** A structured field that a terminal sends. */
export type InboundStructuredField = QueryReplyField | TransferData | LaidOutField | OtherStructuredField;

/** AID 88 and structured fields (DS-145). */
export interface StructuredFieldRecord {
  readonly type: 'structuredFields';
  readonly fields: readonly InboundStructuredField[];
}

/** An inbound record, typed. */
export type InboundRecord =
  | ShortReadRecord
  | ReadModifiedRecord
  | ReadBufferRecord
  | TestRequestRecord
  | StructuredFieldRecord;
