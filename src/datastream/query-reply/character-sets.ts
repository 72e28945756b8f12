import { ByteCursor, type ByteWriter, checkInteger, UsageError } from '../../bytes/index.js';
import { appendByte, appendUint16, appendUint32, restOf } from './parameters.js';

/** The first flags of Character Sets. */
export const CHARACTER_SETS_FLAGS = {
  graphicEscape: 0x80,
  multipleLocalIds: 0x40,
  loadable: 0x20,
  loadableExtended: 0x10,
  /** Descriptors have a slot width and height. */
  slotSizes: 0x08,
  /** Descriptors have a first and a last subsection. */
  doubleByte: 0x04,
  /** Descriptors have a CGCSGID. */
  cgcsgid: 0x02,
} as const;

/** The second flags of Character Sets. */
export const CHARACTER_SETS_MORE_FLAGS = {
  slotMatchNotRequired: 0x40,
  /** Descriptors have a CCSID. */ ccsid: 0x10,
} as const;

/** One character set of a terminal. Which of the optional numbers it has, the flags of the reply say for all. */
export interface CharacterSetDescriptor {
  /** Where it is stored: 0 and 1 are built in, 80 and up by x3270 for double-byte sets. */
  readonly set: number;
  /** 80 loadable, 40 triple plane, 20 double byte, 10 selected without comparing the local identifier. */
  readonly flags: number;
  /** The value of the character set attribute that selects it. */
  readonly localId: number;
  readonly slotWidth?: number;
  readonly slotHeight?: number;
  readonly firstSubsection?: number;
  readonly lastSubsection?: number;
  /** Character set number times 65536 plus code page number. */
  readonly cgcsgid?: number;
  readonly ccsid?: number;
  /** What follows within the descriptor. */
  readonly rest?: Uint8Array;
}

/** Character Sets (SF-097). */
export interface CharacterSetsReply {
  readonly type: 'characterSets';
  /** {@link CHARACTER_SETS_FLAGS} */
  readonly flags: number;
  /** {@link CHARACTER_SETS_MORE_FLAGS} */
  readonly moreFlags: number;
  readonly slotWidth: number;
  readonly slotHeight: number;
  /** A bit for each format in which sets can be loaded. */
  readonly loadFormats: number;
  readonly descriptors: readonly CharacterSetDescriptor[];
  /** The length of a descriptor where there is none, and another length than the flags ask for. */
  readonly descriptorLength?: number;
}

/** Numbers that flags put into a descriptor, in wire order: name, bytes, and which flag of which byte. */
const OPTIONAL_NUMBERS = [
  ['slotWidth', 1, CHARACTER_SETS_FLAGS.slotSizes, 'flags'],
  ['slotHeight', 1, CHARACTER_SETS_FLAGS.slotSizes, 'flags'],
  ['firstSubsection', 1, CHARACTER_SETS_FLAGS.doubleByte, 'flags'],
  ['lastSubsection', 1, CHARACTER_SETS_FLAGS.doubleByte, 'flags'],
  ['cgcsgid', 4, CHARACTER_SETS_FLAGS.cgcsgid, 'flags'],
  ['ccsid', 2, CHARACTER_SETS_MORE_FLAGS.ccsid, 'moreFlags'],
] as const;

type OptionalNumber = (typeof OPTIONAL_NUMBERS)[number];
type Flags = Pick<CharacterSetsReply, 'flags' | 'moreFlags'>;

function numbersOf(reply: Flags): OptionalNumber[] {
  return OPTIONAL_NUMBERS.filter(([, , flag, byte]) => (reply[byte] & flag) !== 0);
}

/** Reads what stands behind the query code; undefined when it is too short or a descriptor is cut. */
export function decodeCharacterSets(cursor: ByteCursor): CharacterSetsReply | undefined {
  const flags = cursor.uint8();
  const moreFlags = cursor.uint8();
  const slotWidth = cursor.uint8();
  const slotHeight = cursor.uint8();
  const loadFormats = cursor.uint32();
  const length = cursor.uint8();
  if (length < 0) return undefined;
  const numbers = numbersOf({ flags, moreFlags });
  const known = numbers.reduce((sum, [, size]) => sum + size, 3 /* set, flags, local identifier */);
  const descriptors: CharacterSetDescriptor[] = [];
  while (cursor.remaining > 0) {
    if (length < known || cursor.remaining < length) return undefined;
    descriptors.push(decodeDescriptor(new ByteCursor(cursor.take(length)), numbers));
  }
  const odd = descriptors.length === 0 && length !== known ? { descriptorLength: length } : {};
  return { type: 'characterSets', flags, moreFlags, slotWidth, slotHeight, loadFormats, descriptors, ...odd };
}

function decodeDescriptor(cursor: ByteCursor, numbers: readonly OptionalNumber[]): CharacterSetDescriptor {
  const descriptor = { set: cursor.uint8(), flags: cursor.uint8(), localId: cursor.uint8() };
  const optional: { -readonly [Name in OptionalNumber[0]]?: number } = {};
  for (const [name, size] of numbers) {
    optional[name] = size === 4 ? cursor.uint32() : size === 2 ? cursor.uint16() : cursor.uint8();
  }
  return { ...descriptor, ...optional, ...restOf(cursor) };
}

/** Appends what stands behind the query code. */
export function appendCharacterSets(writer: ByteWriter, reply: CharacterSetsReply): void {
  appendByte(writer, 'flags', reply.flags);
  appendByte(writer, 'moreFlags', reply.moreFlags);
  appendByte(writer, 'slotWidth', reply.slotWidth);
  appendByte(writer, 'slotHeight', reply.slotHeight);
  appendUint32(writer, 'loadFormats', reply.loadFormats);
  const numbers = numbersOf(reply);
  const known = numbers.reduce((sum, [, size]) => sum + size, 3 /* set, flags, local identifier */);
  const extra = reply.descriptors[0]?.rest?.length ?? 0;
  const length = reply.descriptors.length === 0 ? (reply.descriptorLength ?? known) : known + extra;
  checkInteger('length of a descriptor', length, 0, 255);
  writer.byte(length);
  for (const descriptor of reply.descriptors) {
    if ((descriptor.rest?.length ?? 0) !== extra) {
      throw new UsageError('argument-invalid', 'rest must be equally long in all descriptors');
    }
    appendByte(writer, 'set', descriptor.set);
    appendByte(writer, 'flags', descriptor.flags);
    appendByte(writer, 'localId', descriptor.localId);
    for (const [name, size] of numbers) {
      const append = size === 4 ? appendUint32 : size === 2 ? appendUint16 : appendByte;
      append(writer, name, descriptor[name] ?? 0);
    }
    if (descriptor.rest !== undefined) writer.bytes(descriptor.rest);
  }
}
