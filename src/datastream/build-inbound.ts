import { ByteWriter, checkBytes, checkInteger, UsageError } from '../bytes/index.js';
import { type Addressing, encodeAddress, maximumPositions } from './address.js';
import { AIDS, aidOf, isShortReadAid } from './aids.data.js';
import { appendAddress, appendPair, appendPairs } from './build-write.js';
import type { BufferField, InboundRecord, InboundStructuredField, InboundText } from './inbound-record.js';
import { BYTE_KIND, BYTE_KINDS, ORDERS } from './orders.data.js';
import { TEST_REQUEST_HEADING } from './parse-inbound.js';
import { appendQueryReply } from './query-reply/reply.js';
import { beginStructuredField, endStructuredField } from './structured-fields/build.js';
import { STRUCTURED_FIELDS } from './structured-fields/ids.data.js';
import { appendLaidOut } from './structured-fields/laid-out.js';
import { checkStructuredFieldId } from './structured-fields/parse.js';

/**
 * Builds the record of a terminal from its typed form: the inverse of {@link parseInbound}.
 * What was read without a fault comes out with the same bytes, but for the form of addresses, the length of a structured field
 * that was given as 0, and the sizes of an Implicit Partition reply, which come first of its parameters.
 *
 * @param positionCount - rows times columns of the screen, 1..16384: it decides the form of addresses (DS-080)
 * @param addressing - the form of the addresses; with `bits16`, `positionCount` may be up to 65536
 * @throws {@link UsageError} `argument-invalid` when an AID, address or byte is out of range, or bytes cannot stand in a field.
 * @example
 * buildInbound({ type: 'shortRead', aid: AIDS.clear }, 1920); // 6d
 */
export function buildInbound(
  record: InboundRecord,
  positionCount: number,
  addressing: Addressing = 'bits12And14',
): Uint8Array {
  checkInteger('positionCount', positionCount, 1, maximumPositions(addressing));
  const writer = new ByteWriter();
  switch (record.type) {
    case 'shortRead':
      if (!isShortReadAid(record.aid))
        throw new UsageError('argument-invalid', 'aid is not one of a short read');
      writer.byte(record.aid);
      break;
    case 'testRequest':
      for (const byte of TEST_REQUEST_HEADING) writer.byte(byte);
      appendModified(writer, record.fields, positionCount, addressing);
      break;
    case 'readModified':
      appendHead(writer, record, positionCount, addressing);
      appendModified(writer, record.fields, positionCount, addressing);
      break;
    case 'readBuffer':
      appendHead(writer, record, positionCount, addressing);
      for (const field of record.fields) {
        appendStart(writer, field.start);
        appendText(writer, field);
      }
      break;
    case 'structuredFields':
      writer.byte(AIDS.structuredField);
      for (const field of record.fields) appendStructuredField(writer, field);
      break;
    default:
      throw new UsageError(
        'argument-invalid',
        `no record has the type ${String((record as InboundRecord).type)}`,
      );
  }
  return writer.take();
}

function appendHead(
  writer: ByteWriter,
  head: { readonly aid: number; readonly cursorAddress: number },
  positionCount: number,
  addressing: Addressing,
): void {
  if (aidOf(head.aid) === undefined || head.aid === AIDS.structuredField) {
    throw new UsageError('argument-invalid', `aid must be one of a read, not ${head.aid}`);
  }
  checkInteger('cursorAddress', head.cursorAddress, 0, positionCount - 1);
  writer.byte(head.aid);
  writer.uint16(
    addressing === 'bits16' ? head.cursorAddress : encodeAddress(head.cursorAddress, positionCount),
  );
}

function appendModified(
  writer: ByteWriter,
  fields: readonly (InboundText & { readonly address: number | null })[],
  positionCount: number,
  addressing: Addressing,
): void {
  fields.forEach((field, index) => {
    if (field.address !== null) {
      appendAddress(writer, ORDERS.setBufferAddress, field.address, positionCount, addressing);
    } else if (index > 0) {
      throw new UsageError('argument-invalid', 'address may be null in the first field only');
    }
    appendText(writer, field);
  });
}

function appendStart(writer: ByteWriter, start: BufferField['start']): void {
  if (start === null) return;
  if (start.type === 'startFieldExtended') {
    appendPairs(writer, ORDERS.startFieldExtended, start.attributes);
    return;
  }
  checkInteger('attribute', start.attribute, 0, 255);
  writer.byte(ORDERS.startField);
  writer.byte(start.attribute);
}

function appendText(writer: ByteWriter, text: InboundText): void {
  checkBytes('bytes', text.bytes);
  const escapes = text.graphicEscapes;
  const changes = text.attributeChanges;
  let nextEscape = 0;
  let nextChange = 0;
  for (let index = 0; index <= text.bytes.length; index++) {
    for (let change = changes[nextChange]; change?.index === index; change = changes[nextChange]) {
      writer.byte(ORDERS.setAttribute);
      appendPair(writer, change.attribute);
      nextChange++;
    }
    if (index === text.bytes.length) break;
    const byte = text.bytes[index] as number;
    const kind = BYTE_KINDS[byte];
    if (escapes[nextEscape] === index) {
      writer.byte(ORDERS.graphicEscape);
      nextEscape++;
    } else if (kind !== BYTE_KIND.character && kind !== BYTE_KIND.formatControl) {
      throw new UsageError(
        'argument-invalid',
        `bytes[${index}] is no character or format control, but ${byte}`,
      );
    }
    writer.byte(byte);
  }
  if (nextEscape !== escapes.length || nextChange !== changes.length) {
    throw new UsageError(
      'argument-invalid',
      'graphicEscapes and attributeChanges must be ascending and within bytes',
    );
  }
}

function appendStructuredField(writer: ByteWriter, field: InboundStructuredField): void {
  if (field.type === 'queryReply') {
    appendQueryReply(writer, field.reply);
    return;
  }
  if (field.type === 'other') checkStructuredFieldId(field.id);
  const start = beginStructuredField(
    writer,
    field.type === 'other' ? field.id : STRUCTURED_FIELDS[field.type].id,
  );
  if (field.type === 'other' || field.type === 'transferData') {
    checkBytes('data', field.data);
    writer.bytes(field.data);
  } else appendLaidOut(writer, field);
  endStructuredField(writer, start);
}
