/** The orders within a write, by their codes (DS-033 to DS-042). */
export const ORDERS = {
  programTab: 0x05,
  graphicEscape: 0x08,
  setBufferAddress: 0x11,
  eraseUnprotectedToAddress: 0x12,
  insertCursor: 0x13,
  startField: 0x1d,
  setAttribute: 0x28,
  startFieldExtended: 0x29,
  modifyField: 0x2c,
  repeatToAddress: 0x3c,
} as const;

/** Name of an order, such as `setBufferAddress`. */
export type OrderName = keyof typeof ORDERS;

/**
 * Codes that take a position of the buffer but are no graphic characters (DS-043 to DS-053). The parser passes null
 * on within runs of characters, all others by themselves.
 */
export const FORMAT_CONTROLS = {
  null: 0x00,
  formFeed: 0x0c,
  carriageReturn: 0x0d,
  shiftOut: 0x0e,
  shiftIn: 0x0f,
  newLine: 0x15,
  endOfMedium: 0x19,
  duplicate: 0x1c,
  fieldMark: 0x1e,
  lineFeed: 0x25,
  substitute: 0x3f,
  eightOnes: 0xff,
} as const;

/** Name of a format control, such as `fieldMark`. */
export type FormatControlName = keyof typeof FORMAT_CONTROLS;

/** What a byte in the data of a write is; {@link BYTE_KINDS} has one of these for each byte. */
export const BYTE_KIND = {
  /** 00 and 40..FE: stored as it is, runs of them at once. */
  character: 0,
  /** Stored, and taken for an order by PT (DS-065). */
  formatControl: 1,
  order: 2,
  /** A code below 40 without a meaning: dropped or refused (DS-054). */
  undefined: 3,
} as const;

/** The {@link BYTE_KIND} of each byte; one table decides all of them (SEC-091). */
export const BYTE_KINDS: Uint8Array = /* @__PURE__ */ classifyBytes();

/** What a byte in the data of a write is: one of {@link BYTE_KIND}. @param byte - 0..255 */
export function byteKindOf(byte: number): number {
  return BYTE_KINDS[byte] as number;
}

/** The end of the run of characters at `bytes[start]`, at most `limit`. */
export function endOfCharacters(bytes: Uint8Array, start: number, limit: number): number {
  let at = start;
  while (at < limit && BYTE_KINDS[bytes[at] as number] === BYTE_KIND.character) at++;
  return at;
}

function classifyBytes(): Uint8Array {
  const kinds = new Uint8Array(256).fill(BYTE_KIND.undefined, 0x01, 0x40);
  for (const code of Object.values(ORDERS)) kinds[code] = BYTE_KIND.order;
  for (const code of Object.values(FORMAT_CONTROLS)) kinds[code] = BYTE_KIND.formatControl;
  kinds[FORMAT_CONTROLS.null] = BYTE_KIND.character;
  return kinds;
}
