import type { SelfDefiningParameter } from '../query-reply/parameters.js';

/** What a structured field of this kind may have beyond what is known of it. */
interface LaidOut<Name extends string> {
  readonly type: Name;
  /** What stands behind the known part: a view of the record. */
  readonly rest?: Uint8Array;
  /** Reserved bytes, and reserved bits as a byte each, in wire order: only where one of them is not zero, or nothing follows. */
  readonly reservedBytes?: Uint8Array;
}

/** Set Window Origin: the first row and column of a partition that its viewport shows (SF-059). */
export interface SetWindowOrigin extends LaidOut<'setWindowOrigin'> {
  readonly partition: number;
  readonly row: number;
  readonly column: number;
}

/** Modify Partition (SF-060). Numbers, 0..65535 each, may be missing from the end. */
export interface ModifyPartition extends LaidOut<'modifyPartition'> {
  readonly partition: number;
  readonly flags: number;
  readonly viewportRow?: number;
  readonly viewportColumn?: number;
  readonly viewportHeight?: number;
  readonly viewportWidth?: number;
  readonly windowRow?: number;
  readonly windowColumn?: number;
  readonly scrollRows?: number;
  readonly reserved?: number;
  readonly cellWidth?: number;
  readonly cellHeight?: number;
}

/** Set Partition Characteristics (SF-071). */
export interface SetPartitionCharacteristics extends LaidOut<'setPartitionCharacteristics'> {
  readonly partition: number;
  readonly parameters: readonly SelfDefiningParameter[];
}

/** SCS Data: text and controls of a printer for a partition (SF-062). */
export interface ScsData extends LaidOut<'scsData'> {
  readonly partition: number;
  readonly data: Uint8Array;
}

/** Present Absolute Format: shows a format that the terminal stores (SF-063). */
export interface PresentAbsoluteFormat extends LaidOut<'presentAbsoluteFormat'> {
  readonly partition: number;
  /** Code of a 3270 command, see `COMMANDS`. */
  readonly command: number;
  readonly writeControlCharacter: number;
  readonly data: Uint8Array;
}

/** Present Relative Format: shows a format by its place in the group (SF-064). */
export interface PresentRelativeFormat extends LaidOut<'presentRelativeFormat'> {
  readonly partition: number;
  /** 0..65535 */
  readonly formatOffset: number;
  /** Code of a 3270 command, see `COMMANDS`. */
  readonly command: number;
  readonly writeControlCharacter: number;
  readonly data: Uint8Array;
}

/** Select Format Group (SF-065). */
export interface SelectFormatGroup extends LaidOut<'selectFormatGroup'> {
  readonly partition: number;
  /** EBCDIC, as it came. */
  readonly groupName: Uint8Array;
}

/** Load Format Storage (SF-074). */
export interface LoadFormatStorage extends LaidOut<'loadFormatStorage'> {
  readonly flags: number;
  readonly operation: 'add' | 'deleteFormat' | 'deleteGroup' | 'resetAll' | 'summaryStatus' | 'groupStatus';
  /** Eight bytes of EBCDIC. */
  readonly localName?: Uint8Array;
  /** The name of the group in EBCDIC, and what follows it. */
  readonly groupName?: Uint8Array;
}

/** Set MSR Control: the magnetic stripe reader (SF-066). */
export interface SetMsrControl extends LaidOut<'setMsrControl'> {
  readonly partition: number;
  readonly readerType: number;
  /** 80 user mode, 40 locked, 20 automatic enter, 10 and 08 suppress the indicators: the bits that `stateValue` sets. */
  readonly stateMask: number;
  readonly stateValue: number;
  readonly indicatorMask: number;
  readonly indicatorValue: number;
}

/** Destination/Origin: the auxiliary device that the fields behind it are for, or come from (SF-067). */
export interface DestinationOrOrigin extends LaidOut<'destinationOrOrigin'> {
  readonly inputControl: 'enable' | 'noChange' | 'disable';
  /** Identifier of the device (DOID), 0..65535. */
  readonly deviceId: number;
}

/** Load Programmed Symbols (SF-068). */
export interface LoadProgrammedSymbols extends LaidOut<'loadProgrammedSymbols'> {
  readonly flags: number;
  /** Local identifier (LCID) of the set. */
  readonly localId: number;
  /** 41..FE where the host keeps to the rules. */
  readonly firstCodePoint: number;
  /** Number of the read/write storage (RWS). */
  readonly storage: number;
  /** The extended form where the flags say so, and the symbols. */
  readonly data: Uint8Array;
}

/** Load Color Table (SF-069). */
export interface LoadColorTable extends LaidOut<'loadColorTable'> {
  readonly data: Uint8Array;
}

/** Select Color Table (SF-069). */
export interface SelectColorTable extends LaidOut<'selectColorTable'> {
  /** 0..65535 */
  readonly table: number;
}

/** Load Line Type (SF-070). */
export interface LoadLineType extends LaidOut<'loadLineType'> {
  readonly data: Uint8Array;
}

/** Object Data, Object Picture, Object Control, OEM Data (SF-072). */
export interface ObjectField extends LaidOut<'objectData' | 'objectPicture' | 'objectControl' | 'oemData'> {
  readonly partition: number;
  readonly flags: number;
  /** 00 graphics, 01 image. */
  readonly objectType: number;
  readonly data: Uint8Array;
}

/** Data Chain: joins structured fields of several transmissions (SF-073). */
export interface DataChain extends LaidOut<'dataChain'> {
  readonly group: 'continue' | 'end' | 'begin' | 'only';
  readonly inboundControl: 'noChange' | 'enable' | 'disable';
}

/** Begin/End of File: where a print file begins and ends (SF-075). */
export interface BeginEndOfFile extends LaidOut<'beginEndOfFile'> {
  readonly partition: number;
  /** Only its two high bits have a meaning. */
  readonly flags: number;
  readonly moreFlags: number;
}

/** Set Printer Characteristics (SF-076). */
export interface SetPrinterCharacteristics extends LaidOut<'setPrinterCharacteristics'> {
  readonly flags: number;
  readonly parameters: readonly SelfDefiningParameter[];
}

/** Select IPDS Mode (SF-077). */
export interface SelectIpdsMode extends LaidOut<'selectIpdsMode'> {}

/** Set Checkpoint Interval (SF-078). */
export interface SetCheckpointInterval extends LaidOut<'setCheckpointInterval'> {
  /** 0..65535 */
  readonly interval: number;
}

/** Restart: begins to print anew at a page and line (SF-078). */
export interface Restart extends LaidOut<'restart'> {
  /** 0..65535 */
  readonly pages: number;
  /** 0..65535 */
  readonly lines: number;
}

/** Request Recovery Data (SF-078). */
export interface RequestRecoveryData extends LaidOut<'requestRecoveryData'> {}

/** Outbound Text Header, Type 1 Text: partitions of text (SF-079). */
export interface TextField extends LaidOut<'outboundTextHeader' | 'type1Text'> {
  readonly partition: number;
  readonly data: Uint8Array;
}

/** A structured field of which the layout is known, and which a display does not carry out. Byte arrays are views. */
export type LaidOutField =
  | SetWindowOrigin
  | ModifyPartition
  | SetPartitionCharacteristics
  | ScsData
  | PresentAbsoluteFormat
  | PresentRelativeFormat
  | SelectFormatGroup
  | LoadFormatStorage
  | SetMsrControl
  | DestinationOrOrigin
  | LoadProgrammedSymbols
  | LoadColorTable
  | SelectColorTable
  | LoadLineType
  | ObjectField
  | DataChain
  | BeginEndOfFile
  | SetPrinterCharacteristics
  | SelectIpdsMode
  | SetCheckpointInterval
  | Restart
  | RequestRecoveryData
  | TextField;
