import type { FormatControlName } from './orders.data.js';
import type { WriteCommand } from './write-handler.js';

/** An attribute type and its value, as SFE, MF and SA carry them; see {@link ATTRIBUTE_TYPES}. */
export interface ExtendedAttribute {
  /** 0..255 */
  readonly type: number;
  /** 0..255 */
  readonly value: number;
}

/** A run of characters. */
export interface CharactersOrder {
  readonly type: 'characters';
  /** Each 00 or 40..FE. */
  readonly bytes: Uint8Array;
}

/** A format control code, but for null, which stands within runs of characters. */
export interface FormatControlOrder {
  readonly type: 'formatControl';
  readonly control: Exclude<FormatControlName, 'null'>;
}

/** GE: one character of the alternate set. */
export interface GraphicEscapeOrder {
  readonly type: 'graphicEscape';
  /** 0..255 */
  readonly code: number;
}

/** SF. */
export interface StartFieldOrder {
  readonly type: 'startField';
  /** The field attribute byte as sent; see {@link parseFieldAttribute}. */
  readonly attribute: number;
}

/** SFE. */
export interface StartFieldExtendedOrder {
  readonly type: 'startFieldExtended';
  /** At most 255, in wire order. */
  readonly attributes: readonly ExtendedAttribute[];
}

/** MF. */
export interface ModifyFieldOrder {
  readonly type: 'modifyField';
  /** At most 255, in wire order. */
  readonly attributes: readonly ExtendedAttribute[];
}

/** SA. */
export interface SetAttributeOrder {
  readonly type: 'setAttribute';
  readonly attribute: ExtendedAttribute;
}

/** SBA. */
export interface SetBufferAddressOrder {
  readonly type: 'setBufferAddress';
  readonly address: number;
}

/** IC. */
export interface InsertCursorOrder {
  readonly type: 'insertCursor';
}

/** PT. */
export interface ProgramTabOrder {
  readonly type: 'programTab';
}

/** RA. */
export interface RepeatToAddressOrder {
  readonly type: 'repeatToAddress';
  /** The first position that keeps its content. */
  readonly address: number;
  readonly code: number;
  /** Whether the character is of the alternate set. */
  readonly graphicEscape: boolean;
}

/** EUA. */
export interface EraseUnprotectedToAddressOrder {
  readonly type: 'eraseUnprotectedToAddress';
  /** The first position that keeps its content. */
  readonly address: number;
}

/** A code below 40 without a meaning; a terminal passes over it. */
export interface IgnoredCodeOrder {
  readonly type: 'ignoredCode';
  readonly code: number;
}

/** One step of a write, in the order of the wire. */
export type WriteOrder =
  | CharactersOrder
  | FormatControlOrder
  | GraphicEscapeOrder
  | StartFieldOrder
  | StartFieldExtendedOrder
  | ModifyFieldOrder
  | SetAttributeOrder
  | SetBufferAddressOrder
  | InsertCursorOrder
  | ProgramTabOrder
  | RepeatToAddressOrder
  | EraseUnprotectedToAddressOrder
  | IgnoredCodeOrder;

/** A write as typed orders. */
export interface TypedWrite {
  readonly command: WriteCommand;
  /** The byte as sent; see {@link parseWriteControlCharacter}. */
  readonly writeControlCharacter: number;
  readonly orders: readonly WriteOrder[];
}
