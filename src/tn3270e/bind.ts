import { ByteWriter, checkInteger, UsageError } from '../bytes/index.js';
import type { Fault } from '../machine/index.js';
import { UNBIND_REASONS } from './codes.data.js';

/** A screen size in characters. */
export interface BindSize {
  readonly rows: number;
  readonly columns: number;
}

/** Byte 24 of a BIND: where the sizes come from (TNE-084 to TNE-089). */
export const BIND_SIZE_CODES = {
  notStated: 0x00,
  size12x40: 0x01,
  size24x80: 0x02,
  alternateFromQuery: 0x03,
  fixed: 0x7e,
  defaultAndAlternate: 0x7f,
} as const;

/** What a terminal takes from a BIND. */
export interface BindImage {
  /** Byte 24; undefined when the BIND ends before it. */
  readonly sizeCode: number | undefined;
  readonly defaultSize: BindSize;
  /** With size code 03 the device maximum, which is what the Query Reply says. */
  readonly alternateSize: BindSize;
  /** The sizes in the BIND were missing or out of range, and both became 24 by 80 (TNE-078, TNE-091). */
  readonly sizesRefused: boolean;
  /** Largest request unit that the terminal may send, in bytes; 0: no limit stated. */
  readonly maximumRuSecondary: number;
  /** Largest request unit that the application sends, in bytes; 0: no limit stated. */
  readonly maximumRuPrimary: number;
  /** Name of the application, in EBCDIC, copied; undefined when it is missing or cut. */
  readonly pluName: Uint8Array | undefined;
}

/** A BIND always binds, however bad it is (TNE-078). */
export interface ParsedBind {
  readonly bind: BindImage;
  /** At most one a BIND; offsets count from its first byte, which is 5 in the record. */
  readonly fault: Fault<'bind-invalid'> | undefined;
}

const MODEL_2: BindSize = { rows: 24, columns: 80 };

const BIND_REQUEST = 0x31;
const SIZE_AT = 20;
const SIZE_CODE_AT = 24;
const PLU_NAME_LENGTH_AT = 27;
const MAX_PLU_NAME = 8;

/**
 * Reads a BIND request unit, the data of a BIND-IMAGE record.
 *
 * @param ru - behind the header
 * @param maximum - largest size of the device; nothing is allocated from what the BIND claims (SEC-071)
 * @see RFC 2355 §10.3, TNE-080 to TNE-091
 */
export function parseBind(ru: Uint8Array, maximum: BindSize): ParsedBind {
  const sizeCode = ru[SIZE_CODE_AT];
  const sizes = readSizes(ru, sizeCode, maximum);
  const nameLength = ru[PLU_NAME_LENGTH_AT];
  const nameEnd = PLU_NAME_LENGTH_AT + 1 + (nameLength ?? 0);
  const nameIsWhole = nameLength !== undefined && nameLength <= MAX_PLU_NAME && nameEnd <= ru.length;
  return {
    bind: {
      sizeCode,
      defaultSize: sizes?.[0] ?? MODEL_2,
      alternateSize: sizes?.[1] ?? MODEL_2,
      sizesRefused: sizes === undefined,
      maximumRuSecondary: ruSize(ru[10] ?? 0),
      maximumRuPrimary: ruSize(ru[11] ?? 0),
      pluName: nameIsWhole && nameLength > 0 ? ru.slice(PLU_NAME_LENGTH_AT + 1, nameEnd) : undefined,
    },
    fault: bindFault(ru, sizes !== undefined, nameIsWhole),
  };
}

function bindFault(
  ru: Uint8Array,
  sizesLegal: boolean,
  nameIsWhole: boolean,
): Fault<'bind-invalid'> | undefined {
  if (ru.length === 0) return { code: 'bind-invalid', offset: 0, length: 0 };
  if (ru[0] !== BIND_REQUEST) return { code: 'bind-invalid', offset: 0, length: 1 };
  if (ru.length <= PLU_NAME_LENGTH_AT) return { code: 'bind-invalid', offset: ru.length, length: 0 };
  if (!sizesLegal) return { code: 'bind-invalid', offset: SIZE_AT, length: 5 };
  if (!nameIsWhole) return { code: 'bind-invalid', offset: PLU_NAME_LENGTH_AT, length: 1 };
  return undefined;
}

/** Default and alternate size; undefined when they are not stated rightly. */
function readSizes(
  ru: Uint8Array,
  code: number | undefined,
  maximum: BindSize,
): readonly [BindSize, BindSize] | undefined {
  if (ru[0] !== BIND_REQUEST) return undefined;
  const given = sizeAt(ru, SIZE_AT);
  switch (code) {
    case BIND_SIZE_CODES.notStated:
    case BIND_SIZE_CODES.size24x80:
      return [MODEL_2, MODEL_2];
    case BIND_SIZE_CODES.alternateFromQuery:
      return [MODEL_2, maximum];
    case BIND_SIZE_CODES.fixed:
      return isLegal(given, maximum) ? [given, given] : undefined;
    case BIND_SIZE_CODES.defaultAndAlternate: {
      const alternate = sizeAt(ru, SIZE_AT + 2);
      return isLegal(given, maximum) && isLegal(alternate, maximum) ? [given, alternate] : undefined;
    }
    default: // 12x40 is below the smallest size (TNE-085); other codes are not defined
      return undefined;
  }
}

function sizeAt(ru: Uint8Array, offset: number): BindSize {
  return { rows: ru[offset] ?? 0, columns: ru[offset + 1] ?? 0 };
}

function isLegal(size: BindSize, maximum: BindSize): boolean {
  return (
    size.rows >= MODEL_2.rows &&
    size.columns >= MODEL_2.columns &&
    size.rows <= maximum.rows &&
    size.columns <= maximum.columns
  );
}

/** High nibble times two to the low nibble; 0 when the high bit is off (TNE-081). */
function ruSize(byte: number): number {
  return (byte & 0x80) === 0 ? 0 : (byte >> 4) << (byte & 15);
}

/** What a host states in its BIND. */
export interface BindOptions {
  /** 24 by 80 unless stated. */
  readonly defaultSize?: BindSize;
  /** A size; `query`: whatever the terminal's Query Reply says; unless stated as the default size. */
  readonly alternateSize?: BindSize | 'query';
  /** Bytes, a number m times 2 to the e with m 8..15 and e 0..15, or 0 for none stated; 1024 unless stated. */
  readonly maximumRuSecondary?: number;
  /** The same; 3840 unless stated. */
  readonly maximumRuPrimary?: number;
  /** At most 8 bytes of EBCDIC. */
  readonly pluName?: Uint8Array;
}

/**
 * Builds a BIND for a display session (LU type 2). One byte, the length of no user data, follows the name:
 * without it s3270 does not show the name (TNE-090).
 *
 * @throws UsageError `argument-invalid` when a size is outside 1..255, the sizes cannot be stated together, a
 * request unit size has no such form, or the name is longer than 8 bytes.
 */
export function buildBind(options: BindOptions = {}): Uint8Array {
  const { defaultSize = MODEL_2, pluName = EMPTY } = options;
  const { alternateSize = defaultSize } = options;
  const alternate = alternateSize === 'query' ? MODEL_2 : alternateSize;
  for (const size of [defaultSize, alternate]) {
    checkInteger('rows', size.rows, 1, 255);
    checkInteger('columns', size.columns, 1, 255);
  }
  checkInteger('the length of pluName', pluName.length, 0, MAX_PLU_NAME);
  if (alternateSize === 'query' && !isSame(defaultSize, MODEL_2)) {
    throw new UsageError(
      'argument-invalid',
      'defaultSize must be 24 by 80 when the alternate is from the query',
    );
  }
  const writer = new ByteWriter();
  for (const byte of LU2_PREFIX) writer.byte(byte);
  writer.byte(ruCode('maximumRuSecondary', options.maximumRuSecondary ?? 1024));
  writer.byte(ruCode('maximumRuPrimary', options.maximumRuPrimary ?? 3840));
  for (const byte of LU2_PRESENTATION) writer.byte(byte);
  for (const size of [defaultSize, alternate]) {
    writer.byte(size.rows);
    writer.byte(size.columns);
  }
  writer.byte(sizeCodeFor(defaultSize, alternateSize));
  writer.uint16(0);
  writer.byte(pluName.length);
  writer.bytes(pluName);
  writer.byte(0);
  return writer.take();
}

function sizeCodeFor(defaultSize: BindSize, alternateSize: BindSize | 'query'): number {
  if (alternateSize === 'query') return BIND_SIZE_CODES.alternateFromQuery;
  if (!isSame(defaultSize, alternateSize)) return BIND_SIZE_CODES.defaultAndAlternate;
  return isSame(defaultSize, MODEL_2) ? BIND_SIZE_CODES.size24x80 : BIND_SIZE_CODES.fixed;
}

function isSame(a: BindSize, b: BindSize): boolean {
  return a.rows === b.rows && a.columns === b.columns;
}

function ruCode(name: string, size: number): number {
  if (size === 0) return 0;
  for (let exponent = 0; exponent < 16; exponent++) {
    const mantissa = size / 2 ** exponent;
    if (Number.isInteger(mantissa) && mantissa >= 8 && mantissa <= 15) return (mantissa << 4) | exponent;
  }
  throw new UsageError('argument-invalid', `${name} must be 0 or 8..15 times a power of 2, not ${size}`);
}

const EMPTY: Uint8Array = /* @__PURE__ */ new Uint8Array(0);
/** Bytes 0 to 9: BIND, format, FM profile 3, TS profile 3, protocols and pacing as hosts send them for LU type 2. */
const LU2_PREFIX: readonly number[] = [BIND_REQUEST, 0x01, 0x03, 0x03, 0xb1, 0x90, 0x30, 0x80, 0x00, 0x87];
/** Bytes 12 to 19: pacing, LU type 2, query allowed, reserved. */
const LU2_PRESENTATION: readonly number[] = [0x87, 0x00, 0x02, 0x80, 0x00, 0x00, 0x00, 0x00];

/** Why a host ended the bind. */
export interface Unbind {
  /** One of {@link UNBIND_REASONS} or another number; undefined: no reason given (TNE-076). */
  readonly reason: number | undefined;
  /** The four bytes behind reason FE. */
  readonly senseCode: number | undefined;
}

/** Reads the data of an UNBIND record. */
export function parseUnbind(data: Uint8Array): Unbind {
  const [reason, a, b, c, d] = data;
  const hasSense = reason === UNBIND_REASONS.senseCodeFollows && d !== undefined;
  const senseCode = hasSense ? (((a ?? 0) << 24) | ((b ?? 0) << 16) | ((c ?? 0) << 8) | d) >>> 0 : undefined;
  return { reason, senseCode };
}

/**
 * Builds the data of an UNBIND record.
 *
 * @param reason - 0..255; 1 when the host itself asked (TNE-076)
 * @throws UsageError `argument-invalid` when the reason is outside its range.
 */
export function buildUnbind(reason: number = UNBIND_REASONS.normal): Uint8Array {
  checkInteger('reason', reason, 0, 255);
  return Uint8Array.of(reason);
}
