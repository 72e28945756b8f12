import type { ActionPair, SelfDefiningParameter } from './parameters.js';

/** What a reply of this kind may have beyond what is known of it. */
interface LaidOut<Name extends string> {
  readonly type: Name;
  /** What stands behind the known part. */
  readonly rest?: Uint8Array;
  /** Reserved bytes, and reserved bits as a byte each, in wire order: only where one of them is not zero, or nothing follows. */
  readonly reservedBytes?: Uint8Array;
}

/** Bytes that one transmission may have, 0..65535 each way. */
interface Limits {
  readonly inboundLimit: number;
  readonly outboundLimit: number;
}

/** Text Partitions (SF-095). */
export interface TextPartitionsReply extends LaidOut<'textPartitions'> {
  readonly maximumPartitions: number;
  /** 0..65535 */
  readonly maximumSize: number;
  readonly flags: number;
  readonly textTypes: readonly number[];
}

/** MSR Control: the magnetic stripe readers there are (SF-102). */
export interface MsrControlReply extends LaidOut<'msrControl'> {
  readonly readerTypes: readonly number[];
}

/** Field Outlining: where in its cell the device draws lines (SF-103). */
export interface FieldOutliningReply extends LaidOut<'fieldOutlining'> {
  readonly flags: number;
  readonly verticalPosition: number;
  readonly horizontalPosition: number;
  /** Of the overline where it stands apart from the underline. */
  readonly overlinePosition: number;
  /** Of the underline where it stands apart from the overline. */
  readonly underlinePosition: number;
}

/** Partition Characteristics, Storage Pools, Device Characteristics (SF-104, SF-112, SF-120). */
export interface ParametersReply
  extends LaidOut<'partitionCharacteristics' | 'storagePools' | 'deviceCharacteristics'> {
  readonly parameters: readonly SelfDefiningParameter[];
}

/** OEM Auxiliary Device (SF-105). */
export interface OemAuxiliaryDeviceReply extends LaidOut<'oemAuxiliaryDevice'> {
  readonly reference: number;
  /** Eight bytes of EBCDIC. */
  readonly deviceType: Uint8Array;
  /** Eight bytes of EBCDIC. */
  readonly userName: Uint8Array;
  readonly parameters?: readonly SelfDefiningParameter[];
}

/** Save/Restore Format (SF-108). */
export interface SaveRestoreFormatReply extends LaidOut<'saveRestoreFormat'> {
  /** Length of the format parameter control block. */
  readonly blockLength: number;
}

/** Format Storage Auxiliary Device (SF-110). */
export interface FormatStorageReply extends LaidOut<'formatStorageAuxiliaryDevice'> {
  readonly flags: number;
  /** 0..65535 */
  readonly outboundLimit: number;
  /** The self-defining parameter with the identifier of the device: four bytes. */
  readonly device?: Uint8Array;
  /** Of the storage, 0..65535. */
  readonly size?: number;
}

/** Document Interchange Architecture (SF-113). */
export interface DocumentInterchangeReply extends LaidOut<'documentInterchangeArchitecture'>, Limits {
  /** A count; of each function set identifier and number, three bytes; then self-defining parameters. */
  readonly functionSets: Uint8Array;
}

/** Data Chaining (SF-114). */
export interface DataChainingReply extends LaidOut<'dataChaining'> {
  readonly direction: 'both' | 'fromDevice' | 'toDevice';
}

/** Auxiliary Device (SF-115). */
export interface AuxiliaryDeviceReply extends LaidOut<'auxiliaryDevice'> {}

/** 3270 IPDS (SF-116). */
export interface IpdsReply extends LaidOut<'ipds'> {
  /** Bytes that one transmission may have, 0..65535. */
  readonly limit: number;
}

/** Product Defined Data Stream (SF-117). */
export interface ProductDefinedReply extends LaidOut<'productDefinedDataStream'> {
  /** 01: 5080 graphics, 02: WHIP. */
  readonly reference: number;
  readonly subset: number;
  readonly parameters?: readonly SelfDefiningParameter[];
}

/** IBM Auxiliary Device (SF-118). */
export interface IbmAuxiliaryDeviceReply extends LaidOut<'ibmAuxiliaryDevice'>, Limits {
  readonly flags: number;
  readonly deviceType: number;
  readonly parameters?: readonly SelfDefiningParameter[];
}

/** Begin/End of File: some send one reserved byte, some two (SF-119). */
export interface BeginEndOfFileReply extends LaidOut<'beginEndOfFile'> {
  readonly reserved: Uint8Array;
}

/** Data Streams: 00 SCS, 01 DCA level 2, 02 IPDS (SF-122). */
export interface DataStreamsReply extends LaidOut<'dataStreams'> {
  readonly defaultStream: number;
  readonly otherStreams: readonly number[];
}

/** Paper Feed Techniques (SF-124). */
export interface PaperFeedReply extends LaidOut<'paperFeedTechniques'> {
  readonly flags: number;
  /** In 1440ths of an inch, 0..65535. */
  readonly topMargin: number;
  /** In 1440ths of an inch, 0..65535. */
  readonly bottomMargin: number;
}

/** Transparency (SF-125). */
export interface TransparencyReply extends LaidOut<'transparency'> {
  readonly pairs: readonly ActionPair[];
}

/** Settable Printer Characteristics (SF-126). */
export interface SettablePrinterReply extends LaidOut<'settablePrinterCharacteristics'> {
  readonly parameters: readonly SelfDefiningParameter[];
}

/** IOCA Auxiliary Device (SF-127). */
export interface IocaAuxiliaryDeviceReply extends LaidOut<'iocaAuxiliaryDevice'>, Limits {
  /** One byte or two; the sources differ. */
  readonly deviceType: Uint8Array;
}

/** Cooperative Processing Requestor (SF-128). */
export interface CooperativeProcessingReply extends LaidOut<'cooperativeProcessingRequestor'>, Limits {
  /** Bytes, two for each feature. */
  readonly features: readonly number[];
  readonly parameters?: readonly SelfDefiningParameter[];
}

/** A query reply of a feature that the terminal of this library has not, and of which the layout is known. */
export type LaidOutReply =
  | TextPartitionsReply
  | MsrControlReply
  | FieldOutliningReply
  | ParametersReply
  | OemAuxiliaryDeviceReply
  | SaveRestoreFormatReply
  | FormatStorageReply
  | DocumentInterchangeReply
  | DataChainingReply
  | AuxiliaryDeviceReply
  | IpdsReply
  | ProductDefinedReply
  | IbmAuxiliaryDeviceReply
  | BeginEndOfFileReply
  | DataStreamsReply
  | PaperFeedReply
  | TransparencyReply
  | SettablePrinterReply
  | IocaAuxiliaryDeviceReply
  | CooperativeProcessingReply;
