/** The commands that carry a write control character. */
export type WriteCommand = 'write' | 'eraseWrite' | 'eraseWriteAlternate';

/** What double-byte text makes of a write that the parser cannot go on with. */
export type DoubleByteFault =
  | 'double-byte-split'
  | 'double-byte-invalid'
  | 'shift-misplaced'
  | 'shift-out-open';

/**
 * What a terminal with a double-byte code page decides while a write is parsed: whether the next bytes are pairs depends on
 * what stands on its screen. The parser asks before it calls the handler; after a refusal nothing of the write is carried
 * out any more.
 */
export interface DoubleByteRules {
  /** Why the last call was refused; behind `endWrite`, what is wrong with the text that is there now. */
  readonly fault: DoubleByteFault | undefined;
  /** Whether `fault` behind `endWrite` is an operation check; otherwise it is only reported. */
  readonly isError: boolean;
  /** Whether a format control may not stand at the current address. */
  refusesControl(code: number): boolean;
  /** Whether RA repeats a pair from the current address up to another one, or undefined where it must not. */
  repeatsPair(address: number): boolean | undefined;
  /** Stores a pair up to an address, like `repeatToAddress`; false where it is no pair. */
  repeatPair(address: number, first: number, second: number): boolean;
  /** Whether EUA would cut a pair. */
  refusesErase(address: number): boolean;
}

/**
 * What a write does, order by order: the parser calls these in wire order, and the presentation space (or a reader that
 * makes typed orders of them) carries them out. The parser has checked lengths and addresses; a call never fails.
 *
 * Bytes are passed as ranges of the record, so that nothing is copied or allocated on the way.
 */
export interface WriteHandler {
  /** Starts a write; the screen is erased and resized here where the command says so. */
  beginWrite(command: WriteCommand, writeControlCharacter: number): void;
  /** Rows times columns, asked after `beginWrite`: an address at or above it is an error (DS-056). */
  readonly positionCount: number;
  /**
   * A run of characters, each `00` or `40`..`fe`, begins at `bytes[start]`, and goes up to the first byte that is none or to
   * `limit`. They are stored from the current address on with wrap-around. The handler takes as many as it likes, and may go
   * on through Set Attribute orders that are whole before `limit`, and the characters behind them: coloured text is one loop
   * so. {@link endOfCharacters} is for those who want the run alone.
   * @returns The index behind what was taken; above `start`. With {@link DoubleByteRules}, where the bytes must not be stored:
   * -1 minus the index of the first of them.
   */
  characters(bytes: Uint8Array, start: number, limit: number): number;
  /** For a terminal with a double-byte code page. */
  readonly doubleByte?: DoubleByteRules | undefined;
  /** One format control code: FF CR SO SI NL EM DUP FM LF SUB EO (DS-044 to DS-053). */
  formatControl(code: number): void;
  /** GE: one character of the alternate set (DS-042). */
  graphicEscape(code: number): void;
  /** SF: a field attribute (DS-033). */
  startField(attribute: number): void;
  /** `count` pairs of type and value from `bytes[start]` on. */
  startFieldExtended(bytes: Uint8Array, start: number, count: number): void;
  /** MF: `count` pairs of type and value from `bytes[start]` on (DS-037). */
  modifyField(bytes: Uint8Array, start: number, count: number): void;
  /** SA (DS-036). */
  setAttribute(type: number, value: number): void;
  /** SBA: a position of the screen (DS-035). */
  setBufferAddress(address: number): void;
  /** IC (DS-038). */
  insertCursor(): void;
  /** PT (DS-039). */
  programTab(): void;
  /** RA: up to a position, itself not among them (DS-040). */
  repeatToAddress(address: number, code: number, graphicEscape: boolean): void;
  /** EUA: up to a position, itself not among them (DS-041). */
  eraseUnprotectedToAddress(address: number): void;
  /** A code below 40 that is no order was passed over; PT takes it for an order (DS-054). */
  ignoredCode(code: number): void;
  /** Ends the write, also after a fault in it: cursor, keyboard restore and alarm take effect here (DS-030, DS-031). */
  endWrite(): void;
}
