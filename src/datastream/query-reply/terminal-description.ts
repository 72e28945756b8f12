import { ByteWriter, checkInteger, UsageError } from '../../bytes/index.js';
import { cp037, cp310, encodeText } from '../../codepage/index.js';
import { AIDS } from '../aids.data.js';
import { CHARACTER_SETS, COLORS, HIGHLIGHTING } from '../attributes.data.js';
import { positionsOf, type ScreenSize } from '../build-write.js';
import type { Query, QueryList } from '../structured-fields/read-partition.js';
import { REPLY_MODES, type ReplyMode } from '../structured-fields/set-reply-mode.js';
import { CHARACTER_SETS_FLAGS, type CharacterSetDescriptor } from './character-sets.js';
import { QUERY_CODES } from './codes.data.js';
import { appendQueryReply, type QueryReply, queryCodeOf } from './reply.js';
import { USABLE_AREA_ADDRESSING } from './usable-area.js';

/**
 * What a terminal can do, as it tells a host that asks. Everything but the alternate size has a default: that of x3270, but for
 * the file transfer, which it claims.
 */
export interface TerminalDescription {
  /** The size of Erase/Write. Default 24 rows of 80 columns. */
  readonly defaultSize?: ScreenSize;
  /** The size of Erase/Write Alternate. */
  readonly alternateSize: ScreenSize;
  /** The size of the display. Default the alternate size. */
  readonly maximumSize?: ScreenSize;
  /** Default true: sixteen colours; false: monochrome. */
  readonly color?: boolean;
  /** The values of the highlighting attribute that are shown. Default blink, reverse, underscore, intensify. */
  readonly highlighting?: readonly number[];
  /** CGCSGID of the code page in use. Default 02B90025, code page 37. */
  readonly cgcsgid?: number;
  /** CGCSGID of its double-byte half, such as 0172012C. Default none: the terminal has single bytes only. */
  readonly doubleByteCgcsgid?: number;
  /** CGCSGID of the set that graphic escapes select, null for a terminal without them. Default 03C30136 (APL). */
  readonly graphicEscapeCgcsgid?: number | null;
  /** Default all three. */
  readonly replyModes?: readonly ReplyMode[];
  /** It holds input against mandatory entry and fill, and sends trigger fields (DS-100). Default false: it ignores them. */
  readonly fieldValidation?: boolean;
  /** Bytes that one transmission of a file transfer may have, 256..32767; null for none. Default null: it has no file transfer. */
  readonly transferLimit?: number | null;
  /**
   * The name in the RPQ Names reply, 1 to 241 characters of code page 37; some hosts decide by it. Default none: the
   * reply is left out.
   */
  readonly rpqName?: string;
  /**
   * What else is claimed, in any order: replies of features that the embedder has (Field Outlining, an auxiliary device), or in
   * place of those that are made from this description. The Summary names them; give none of type `summary` or `null`.
   */
  readonly replies?: readonly QueryReply[];
}

const SMALLEST: ScreenSize = { rows: 24, columns: 80 };

/**
 * All query replies of a terminal, in ascending order of their codes, the Summary first (SF-081 to SF-085, SF-089). The
 * order and the values of what is not described are those of x3270.
 *
 * @throws {@link UsageError} when a size, number or name is out of range.
 */
export function describeTerminal(terminal: TerminalDescription): QueryReply[] {
  const defaultSize = terminal.defaultSize ?? SMALLEST;
  const { alternateSize, maximumSize = alternateSize } = terminal;
  positionsOf(defaultSize);
  positionsOf(alternateSize);
  const positions = positionsOf(maximumSize);
  const replies: QueryReply[] = [
    {
      type: 'usableArea',
      flags: USABLE_AREA_ADDRESSING.bits12And14,
      cellFlags: 0,
      width: maximumSize.columns,
      height: maximumSize.rows,
      units: 1,
      horizontalDistance: { numerator: 10, denominator: 741 },
      verticalDistance: { numerator: 2, denominator: 111 },
      cellWidth: CELL.width,
      cellHeight: CELL.height,
      bufferSize: positions,
    },
    { type: 'alphanumericPartitions', partitions: 0, storage: positions, flags: 0 },
    characterSets(terminal),
    color(terminal.color ?? true),
    highlighting(terminal.highlighting ?? DEFAULT_HIGHLIGHTING),
    { type: 'replyModes', modes: (terminal.replyModes ?? DEFAULT_MODES).map((mode) => REPLY_MODES[mode]) },
    ...(terminal.fieldValidation === true ? [FIELD_VALIDATION] : []),
    ...(terminal.doubleByteCgcsgid === undefined ? [] : [dbcsAsia()]),
    ...distributedDataManagement(terminal.transferLimit),
    ...rpqNames(terminal.rpqName),
    { type: 'implicitPartition', sizes: { flags: 0, defaultSize, alternateSize }, parameters: [] },
  ];
  const claimed = withReplies(replies, terminal.replies ?? []);
  return [{ type: 'summary', codes: [QUERY_CODES.summary, ...claimed.map(queryCodeOf)] }, ...claimed];
}

/** The embedder's replies among those that are made, each code once, in ascending order. */
function withReplies(made: readonly QueryReply[], given: readonly QueryReply[]): readonly QueryReply[] {
  if (given.length === 0) return made;
  const byCode = new Map(made.map((reply) => [queryCodeOf(reply), reply]));
  const codes = new Set<number>();
  for (const reply of given) {
    const code = queryCodeOf(reply);
    checkInteger('query code', code, QUERY_CODES.usableArea, QUERY_CODES.null - 1);
    if (codes.has(code)) throw new UsageError('argument-invalid', `two replies have the code ${code}`);
    codes.add(code);
    byCode.set(code, reply);
  }
  return [...byCode].sort(([one], [other]) => one - other).map(([, reply]) => reply);
}

const CELL = { width: 9, height: 12 } as const;
/** Where x3270 stores the double-byte set. */
const DOUBLE_BYTE_SET = 0x80;
const DEFAULT_HIGHLIGHTING: readonly number[] = [
  HIGHLIGHTING.blink,
  HIGHLIGHTING.reverse,
  HIGHLIGHTING.underscore,
  HIGHLIGHTING.intensify,
];
/** Mandatory fill, mandatory entry and trigger (SF-101). */
const FIELD_VALIDATION: QueryReply = { type: 'fieldValidation', kinds: 7 };
const DEFAULT_MODES: readonly ReplyMode[] = ['field', 'extendedField', 'character'];

/** SO and SI enclose the set 80, and fields can have input control (SF-107). */
function dbcsAsia(): QueryReply {
  const parameters = [
    { id: 1, data: Uint8Array.of(DOUBLE_BYTE_SET) },
    { id: 2, data: Uint8Array.of(1) },
  ];
  return { type: 'dbcsAsia', flags: 0, parameters };
}

function characterSets(terminal: TerminalDescription): QueryReply {
  const { cgcsgid = cp037.cgcsgid, graphicEscapeCgcsgid = cp310.cgcsgid, doubleByteCgcsgid } = terminal;
  const isDoubleByte = doubleByteCgcsgid !== undefined;
  const ofDevice = isDoubleByte
    ? { slotWidth: 0, slotHeight: 0, firstSubsection: 0, lastSubsection: 0 }
    : undefined;
  // As in x3270: the flag of the base set stands only where no descriptor has a size (SF-183).
  const base: CharacterSetDescriptor = {
    set: 0,
    flags: isDoubleByte ? 0 : 0x10,
    localId: 0,
    ...ofDevice,
    cgcsgid,
  };
  const descriptors = [base];
  let flags: number = CHARACTER_SETS_FLAGS.cgcsgid;
  if (graphicEscapeCgcsgid !== null) {
    flags |= CHARACTER_SETS_FLAGS.graphicEscape;
    descriptors.push({
      set: 1,
      flags: 0,
      localId: CHARACTER_SETS.graphicEscape,
      ...ofDevice,
      cgcsgid: graphicEscapeCgcsgid,
    });
  }
  if (isDoubleByte) {
    flags |= CHARACTER_SETS_FLAGS.slotSizes | CHARACTER_SETS_FLAGS.doubleByte;
    descriptors.push({
      set: DOUBLE_BYTE_SET,
      flags: 0x20,
      localId: CHARACTER_SETS.doubleByte,
      slotWidth: 2 * CELL.width,
      slotHeight: CELL.height,
      firstSubsection: 0x41,
      lastSubsection: 0x7f,
      cgcsgid: doubleByteCgcsgid,
    });
  }
  return {
    type: 'characterSets',
    flags,
    moreFlags: 0,
    slotWidth: CELL.width,
    slotHeight: CELL.height,
    loadFormats: 0,
    descriptors,
  };
}

/** A monochrome terminal names the same sixteen attributes, without effect (SF-181). */
function color(shown: boolean): QueryReply {
  const pairs = [{ value: COLORS.default as number, action: COLORS.green as number }];
  for (let value: number = COLORS.blue; value <= COLORS.white; value++) {
    pairs.push({ value, action: shown ? value : 0 });
  }
  return { type: 'color', flags: 0, pairs, parameters: [] };
}

function highlighting(values: readonly number[]): QueryReply {
  const pairs = values.map((value) => ({ value, action: value }));
  return {
    type: 'highlighting',
    pairs: [{ value: HIGHLIGHTING.default, action: HIGHLIGHTING.normal }, ...pairs],
  };
}

function distributedDataManagement(limit: number | null = null): QueryReply[] {
  if (limit === null) return [];
  checkInteger('transferLimit', limit, 256, 32767);
  return [
    {
      type: 'distributedDataManagement',
      inboundLimit: limit,
      outboundLimit: limit,
      subsets: [1],
      parameters: [],
    },
  ];
}

function rpqNames(name: string | undefined): QueryReply[] {
  if (name === undefined) return [];
  checkInteger('length of rpqName', name.length, 1, 241);
  return [{ type: 'rpqNames', deviceType: 0, model: 0, name: encodeText(cp037, name) }];
}

/**
 * The replies to a query: all of them, or those that a list names, each once; the Null reply if there are none (SF-081,
 * SF-084, SEC-098).
 *
 * @param replies - what the terminal has, as {@link describeTerminal} gives it
 */
export function selectReplies(
  replies: readonly QueryReply[],
  query: Query | QueryList,
): readonly QueryReply[] {
  if (query.type === 'query' || query.request !== 'list') return replies;
  const wanted = new Set(query.codes);
  const selected = replies.filter((reply) => wanted.has(queryCodeOf(reply)));
  return selected.length === 0 ? [{ type: 'null' }] : selected;
}

/**
 * Builds the inbound record with query replies: AID 88, then each as a structured field (SF-080).
 *
 * @throws {@link UsageError} `argument-invalid` when there is no reply, or a number in one is out of range.
 * @example
 * const replies = describeTerminal({ alternateSize: { rows: 43, columns: 80 } });
 * buildQueryReplies(selectReplies(replies, { type: 'query' })); // 88 00 0d 81 80 80 81 84 …
 */
export function buildQueryReplies(replies: readonly QueryReply[]): Uint8Array {
  if (replies.length === 0) throw new UsageError('argument-invalid', 'replies must not be empty');
  const writer = new ByteWriter();
  writer.byte(AIDS.structuredField);
  for (const reply of replies) appendQueryReply(writer, reply);
  return writer.take();
}
