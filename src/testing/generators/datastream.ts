import type { Arbitrary } from 'fast-check';
import {
  AIDS,
  ATTRIBUTE_TYPES,
  buildInbound,
  buildOutbound,
  type InboundRecord,
  isShortReadAid,
  type OutboundRecord,
  type OutboundStructuredField,
  QUERY_CODES,
  type ReadCommand,
  type ReplyMode,
  type ScreenSize,
  type WriteCommand,
  type WriteOrder,
} from '../../datastream/index.js';
import type { FastCheck } from './telnet.js';

const WRITE_COMMANDS: readonly WriteCommand[] = ['write', 'eraseWrite', 'eraseWriteAlternate'];
const READ_COMMANDS: readonly ReadCommand[] = ['readBuffer', 'readModified', 'readModifiedAll'];
const REPLY_MODE_NAMES: readonly ReplyMode[] = ['field', 'extendedField', 'character'];
const CONTROLS = [
  'formFeed',
  'carriageReturn',
  'newLine',
  'endOfMedium',
  'duplicate',
  'fieldMark',
  'substitute',
] as const;

/** Characters that a record may hold: null and graphic codes. */
function characters(fc: FastCheck, minLength: number, maxLength: number): Arbitrary<Uint8Array> {
  const code = fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 0x40, max: 0xfe }) },
    { weight: 1, arbitrary: fc.constant(0) },
  );
  return fc.array(code, { minLength, maxLength }).map((list) => Uint8Array.from(list));
}

function attributePair(fc: FastCheck): Arbitrary<{ type: number; value: number }> {
  const type = fc.constantFrom(...Object.values(ATTRIBUTE_TYPES));
  return fc.record({ type, value: fc.oneof(fc.nat(255), fc.integer({ min: 0xf0, max: 0xff })) });
}

/** One order of a write, for a screen of this size. */
export function writeOrder(fc: FastCheck, size: ScreenSize): Arbitrary<WriteOrder> {
  const address = fc.nat(size.rows * size.columns - 1);
  const attributes = fc.array(attributePair(fc), { maxLength: 4 });
  const graphic = fc.integer({ min: 0x40, max: 0xfe });
  return fc.oneof<Arbitrary<WriteOrder>[]>(
    fc.record({ type: fc.constant('characters' as const), bytes: characters(fc, 1, 24) }),
    fc.record({ type: fc.constant('formatControl' as const), control: fc.constantFrom(...CONTROLS) }),
    fc.record({ type: fc.constant('graphicEscape' as const), code: graphic }),
    fc.record({ type: fc.constant('startField' as const), attribute: graphic }),
    fc.record({ type: fc.constantFrom('startFieldExtended' as const, 'modifyField' as const), attributes }),
    fc.record({ type: fc.constant('setAttribute' as const), attribute: attributePair(fc) }),
    fc.record({
      type: fc.constantFrom('setBufferAddress' as const, 'eraseUnprotectedToAddress' as const),
      address,
    }),
    fc.record({ type: fc.constantFrom('insertCursor' as const, 'programTab' as const) }),
    fc.record({
      type: fc.constant('repeatToAddress' as const),
      address,
      code: graphic,
      graphicEscape: fc.boolean(),
    }),
  );
}

function outboundStructuredField(fc: FastCheck): Arbitrary<OutboundStructuredField> {
  const codes = fc.subarray(Object.values(QUERY_CODES));
  return fc.oneof<Arbitrary<OutboundStructuredField>[]>(
    fc.constant({ type: 'query' as const }),
    fc.record({
      type: fc.constant('queryList' as const),
      request: fc.constantFrom('list', 'equivalent', 'all'),
      codes,
    }),
    fc.record({
      type: fc.constant('readPartition' as const),
      partition: fc.constant(0),
      command: fc.constantFrom(...READ_COMMANDS),
    }),
    fc.record({
      type: fc.constant('setReplyMode' as const),
      partition: fc.constant(0),
      mode: fc.constantFrom(...REPLY_MODE_NAMES),
      attributes: fc.constant([]),
    }),
  );
}

/** A typed record of a host's for a screen of this size; two of three are writes (GA23-0059 chapters 3 to 5). */
export function outboundRecord(fc: FastCheck, size: ScreenSize): Arbitrary<OutboundRecord> {
  return fc.oneof<{ weight: number; arbitrary: Arbitrary<OutboundRecord> }[]>(
    {
      weight: 6,
      arbitrary: fc.record({
        type: fc.constant('write' as const),
        command: fc.constantFrom(...WRITE_COMMANDS),
        writeControlCharacter: fc.nat(255),
        orders: fc.array(writeOrder(fc, size), { maxLength: 24 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('read' as const),
        command: fc.constantFrom(...READ_COMMANDS),
      }),
    },
    { weight: 1, arbitrary: fc.constant({ type: 'eraseAllUnprotected' as const }) },
    {
      weight: 1,
      arbitrary: outboundStructuredField(fc).map((field) => ({
        type: 'writeStructuredField' as const,
        fields: [field],
      })),
    },
  );
}

/** The same as bytes, in SNA codes and the shortest addresses that fit. */
export function outboundBytes(fc: FastCheck, size: ScreenSize): Arbitrary<Uint8Array> {
  return outboundRecord(fc, size).map((record) => buildOutbound(record, size));
}

/** A typed record of a terminal's with a screen of this size: a key with fields, a short read, or a Read Buffer. */
export function inboundRecord(fc: FastCheck, size: ScreenSize): Arbitrary<InboundRecord> {
  const address = fc.nat(size.rows * size.columns - 1);
  const aids = Object.values(AIDS).filter((aid) => aid !== AIDS.structuredField);
  const text = characters(fc, 0, 8).map((bytes) => ({
    bytes: bytes.filter((code) => code !== 0),
    graphicEscapes: [],
    attributeChanges: [],
  }));
  const plain = fc.tuple(address, text).map(([at, written]) => ({ address: at, ...written }));
  return fc.oneof<Arbitrary<InboundRecord>[]>(
    fc.constantFrom(...aids.filter(isShortReadAid)).map((aid) => ({ type: 'shortRead' as const, aid })),
    fc.record({
      type: fc.constant('readModified' as const),
      aid: fc.constantFrom(...aids.filter((aid) => !isShortReadAid(aid))),
      cursorAddress: address,
      fields: fc.array(plain, { maxLength: 6 }),
    }),
    fc.record({
      type: fc.constant('readBuffer' as const),
      aid: fc.constantFrom(...aids),
      cursorAddress: address,
      fields: fc.array(
        fc
          .tuple(fc.integer({ min: 0x40, max: 0xfe }), text)
          .map(([attribute, written]) => ({ start: { type: 'startField' as const, attribute }, ...written })),
        { minLength: 1, maxLength: 6 },
      ),
    }),
  );
}

/** The same as bytes. */
export function inboundBytes(fc: FastCheck, size: ScreenSize): Arbitrary<Uint8Array> {
  return inboundRecord(fc, size).map((record) => buildInbound(record, size.rows * size.columns));
}
