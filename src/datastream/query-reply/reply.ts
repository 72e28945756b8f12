import { ByteCursor, type ByteWriter, checkBytes, checkInteger, UsageError } from '../../bytes/index.js';
import { type DatastreamFault, fault } from '../fault.js';
import { beginStructuredField, endStructuredField } from '../structured-fields/build.js';
import { STRUCTURED_FIELDS } from '../structured-fields/ids.data.js';
import type { RawStructuredField } from '../structured-fields/reader.js';
import {
  type AlphanumericPartitionsReply,
  appendAlphanumericPartitions,
  decodeAlphanumericPartitions,
} from './alphanumeric-partitions.js';
import { appendCharacterSets, type CharacterSetsReply, decodeCharacterSets } from './character-sets.js';
import { QUERY_CODES } from './codes.data.js';
import { appendColor, type ColorReply, decodeColor } from './color.js';
import { appendDbcsAsia, type DbcsAsiaReply, decodeDbcsAsia } from './dbcs-asia.js';
import {
  appendDistributedDataManagement,
  type DistributedDataManagementReply,
  decodeDistributedDataManagement,
} from './distributed-data-management.js';
import {
  appendFieldValidation,
  decodeFieldValidation,
  type FieldValidationReply,
} from './field-validation.js';
import { appendHighlighting, decodeHighlighting, type HighlightingReply } from './highlighting.js';
import {
  appendImplicitPartition,
  decodeImplicitPartition,
  type ImplicitPartitionReply,
} from './implicit-partition.js';
import { appendLaidOut, isLaidOut, laidOutName, readLaidOut } from './laid-out.js';
import type { LaidOutReply } from './laid-out-replies.js';
import { appendRest, restOf } from './parameters.js';
import { appendReplyModes, decodeReplyModes, type ReplyModesReply } from './reply-modes.js';
import { appendRpqNames, decodeRpqNames, type RpqNamesReply } from './rpq-names.js';
import { appendSummary, decodeSummary, type SummaryReply } from './summary.js';
import { appendUsableArea, decodeUsableArea, type UsableAreaReply } from './usable-area.js';

/** Null: none of the replies asked for exists (SF-130). */
export interface NullReply {
  readonly type: 'null';
  readonly rest?: Uint8Array;
}

/** A reply whose layout is not known, or one that does not fit its own. */
export interface OtherReply {
  readonly type: 'other';
  /** Query code, 0..255. */
  readonly code: number;
  /** What stands behind the code. */
  readonly data: Uint8Array;
}

/** A query reply. */
export type QueryReply =
  | SummaryReply
  | UsableAreaReply
  | AlphanumericPartitionsReply
  | CharacterSetsReply
  | ColorReply
  | HighlightingReply
  | ReplyModesReply
  | FieldValidationReply
  | DbcsAsiaReply
  | DistributedDataManagementReply
  | RpqNamesReply
  | ImplicitPartitionReply
  | LaidOutReply
  | NullReply
  | OtherReply;

/** A query reply that was read; with a fault, `reply` is raw, or missing where there is not even a code. */
export interface QueryReplyReading {
  readonly reply: QueryReply | undefined;
  readonly fault: DatastreamFault | undefined;
}

/** Reads a query reply structured field (SF-080, SF-090). Its bytes are copied. */
export function decodeQueryReply(field: RawStructuredField): QueryReplyReading {
  const { bytes, body, offset, end } = field;
  if (body >= end) return { reply: undefined, fault: fault('query-reply-malformed', offset, end) };
  const code = bytes[body] as number;
  const reply = decode(code, new ByteCursor(bytes, body + 1, end));
  if (reply !== undefined) return { reply, fault: undefined };
  const raw: OtherReply = { type: 'other', code, data: bytes.slice(body + 1, end) };
  return { reply: raw, fault: fault('query-reply-malformed', offset, end) };
}

function decode(code: number, cursor: ByteCursor): QueryReply | undefined {
  switch (code) {
    case QUERY_CODES.summary:
      return decodeSummary(cursor);
    case QUERY_CODES.usableArea:
      return decodeUsableArea(cursor);
    case QUERY_CODES.alphanumericPartitions:
      return decodeAlphanumericPartitions(cursor);
    case QUERY_CODES.characterSets:
      return decodeCharacterSets(cursor);
    case QUERY_CODES.color:
      return decodeColor(cursor);
    case QUERY_CODES.highlighting:
      return decodeHighlighting(cursor);
    case QUERY_CODES.replyModes:
      return decodeReplyModes(cursor);
    case QUERY_CODES.fieldValidation:
      return decodeFieldValidation(cursor);
    case QUERY_CODES.dbcsAsia:
      return decodeDbcsAsia(cursor);
    case QUERY_CODES.distributedDataManagement:
      return decodeDistributedDataManagement(cursor);
    case QUERY_CODES.rpqNames:
      return decodeRpqNames(cursor);
    case QUERY_CODES.implicitPartition:
      return decodeImplicitPartition(cursor);
    case QUERY_CODES.null:
      return { type: 'null', ...restOf(cursor) };
    default: {
      const type = laidOutName(code);
      const data = cursor.take(cursor.remaining).slice();
      return type === undefined ? { type: 'other', code, data } : readLaidOut(type, data);
    }
  }
}

/** The query code of a reply. */
export function queryCodeOf(reply: QueryReply): number {
  return reply.type === 'other' ? reply.code : QUERY_CODES[reply.type];
}

/** Appends a query reply as a structured field. */
export function appendQueryReply(writer: ByteWriter, reply: QueryReply): void {
  const start = beginStructuredField(writer, STRUCTURED_FIELDS.queryReply.id);
  const code = queryCodeOf(reply);
  checkInteger('query code', code, 0, 255);
  writer.byte(code);
  appendBody(writer, reply);
  endStructuredField(writer, start);
}

function appendBody(writer: ByteWriter, reply: QueryReply): void {
  switch (reply.type) {
    case 'summary':
      appendSummary(writer, reply);
      break;
    case 'usableArea':
      appendUsableArea(writer, reply);
      break;
    case 'alphanumericPartitions':
      appendAlphanumericPartitions(writer, reply);
      break;
    case 'characterSets':
      appendCharacterSets(writer, reply);
      break;
    case 'color':
      appendColor(writer, reply);
      break;
    case 'highlighting':
      appendHighlighting(writer, reply);
      break;
    case 'replyModes':
      appendReplyModes(writer, reply);
      break;
    case 'fieldValidation':
      appendFieldValidation(writer, reply);
      break;
    case 'dbcsAsia':
      appendDbcsAsia(writer, reply);
      break;
    case 'distributedDataManagement':
      appendDistributedDataManagement(writer, reply);
      break;
    case 'rpqNames':
      appendRpqNames(writer, reply);
      break;
    case 'implicitPartition':
      appendImplicitPartition(writer, reply);
      break;
    case 'null':
      appendRest(writer, reply);
      break;
    case 'other':
      checkBytes('data', reply.data);
      writer.bytes(reply.data);
      break;
    default:
      if (isLaidOut(reply)) {
        appendLaidOut(writer, reply);
        break;
      }
      throw new UsageError(
        'argument-invalid',
        `no query reply has the type ${String((reply as QueryReply).type)}`,
      );
  }
}
