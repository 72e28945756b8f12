export {
  type Addressing,
  addressAt,
  decodeAddress,
  decodeAddress16,
  encodeAddress,
  graphicByte,
  MAXIMUM_12_BIT_POSITIONS,
  MAXIMUM_14_BIT_POSITIONS,
} from './address.js';
export { AIDS, type AidName, aidOf, isShortReadAid } from './aids.data.js';
export {
  ATTRIBUTE_TYPES,
  type AttributeTypeName,
  CHARACTER_SETS,
  COLORS,
  FIELD_ATTRIBUTE,
  FIELD_DISPLAY,
  type FieldDisplay,
  HIGHLIGHTING,
  OUTLINING,
  TRANSPARENCY,
  VALIDATION,
} from './attributes.data.js';
export { buildInbound } from './build-inbound.js';
export {
  buildScreen,
  type ScreenDescription,
  type ScreenField,
  type ScreenPosition,
} from './build-screen.js';
export { type BuildWriteOptions, buildWrite, type ScreenSize } from './build-write.js';
export { COMMANDS, type CommandName, commandOf, type ReadCommand } from './commands.data.js';
export type { DatastreamFault, OutboundResult, OutboundStatus } from './fault.js';
export { buildFieldAttribute, type FieldAttribute, parseFieldAttribute } from './field-attribute.js';
export type {
  AttributeChange,
  BufferField,
  InboundRecord,
  InboundStructuredField,
  InboundText,
  ModifiedField,
  QueryReplyField,
  ReadBufferRecord,
  ReadModifiedRecord,
  ShortReadRecord,
  StructuredFieldRecord,
  TestRequestRecord,
} from './inbound-record.js';
export { OrderReader } from './order-reader.js';
export {
  BYTE_KIND,
  byteKindOf,
  endOfCharacters,
  FORMAT_CONTROLS,
  type FormatControlName,
  ORDERS,
  type OrderName,
} from './orders.data.js';
export {
  buildOutbound,
  type EraseAllUnprotectedRecord,
  type NoOperationRecord,
  type OutboundReading,
  type OutboundRecord,
  type ReadRecord,
  readOutbound,
  type WriteRecord,
  type WriteStructuredFieldRecord,
} from './outbound-record.js';
export {
  type InboundReading,
  type ParseInboundOptions,
  parseInbound,
  TEST_REQUEST_HEADING,
} from './parse-inbound.js';
export {
  IMPLICIT_PARTITION,
  type OutboundHandler,
  type ParseOutboundOptions,
  parseOutbound,
  type RefusedStructuredField,
} from './parse-outbound.js';
export { type ParseWriteOptions, parseWrite } from './parse-write.js';
export type { AlphanumericPartitionsReply } from './query-reply/alphanumeric-partitions.js';
export {
  CHARACTER_SETS_FLAGS,
  CHARACTER_SETS_MORE_FLAGS,
  type CharacterSetDescriptor,
  type CharacterSetsReply,
} from './query-reply/character-sets.js';
export { QUERY_CODES, type QueryCodeName } from './query-reply/codes.data.js';
export type { ColorReply } from './query-reply/color.js';
export type { DbcsAsiaReply } from './query-reply/dbcs-asia.js';
export type { DistributedDataManagementReply } from './query-reply/distributed-data-management.js';
export type { FieldValidationReply } from './query-reply/field-validation.js';
export { type Geometry, type GeometryNote, geometryFromReplies } from './query-reply/geometry.js';
export type { HighlightingReply } from './query-reply/highlighting.js';
export type { ImplicitPartitionReply, ImplicitPartitionSizes } from './query-reply/implicit-partition.js';
export type {
  AuxiliaryDeviceReply,
  BeginEndOfFileReply,
  CooperativeProcessingReply,
  DataChainingReply,
  DataStreamsReply,
  DocumentInterchangeReply,
  FieldOutliningReply,
  FormatStorageReply,
  IbmAuxiliaryDeviceReply,
  IocaAuxiliaryDeviceReply,
  IpdsReply,
  LaidOutReply,
  MsrControlReply,
  OemAuxiliaryDeviceReply,
  PaperFeedReply,
  ParametersReply,
  ProductDefinedReply,
  SaveRestoreFormatReply,
  SettablePrinterReply,
  TextPartitionsReply,
  TransparencyReply,
} from './query-reply/laid-out-replies.js';
export type { ActionPair, SelfDefiningParameter } from './query-reply/parameters.js';
export {
  decodeQueryReply,
  type NullReply,
  type OtherReply,
  type QueryReply,
  type QueryReplyReading,
  queryCodeOf,
} from './query-reply/reply.js';
export type { ReplyModesReply } from './query-reply/reply-modes.js';
export type { RpqNamesReply } from './query-reply/rpq-names.js';
export type { SummaryReply } from './query-reply/summary.js';
export {
  buildQueryReplies,
  describeTerminal,
  selectReplies,
  type TerminalDescription,
} from './query-reply/terminal-description.js';
export {
  type PelDistance,
  USABLE_AREA_ADDRESSING,
  USABLE_AREA_CELL_FLAGS,
  USABLE_AREA_FLAGS,
  type UsableAreaReply,
} from './query-reply/usable-area.js';
export { buildWriteStructuredField, type OutboundStructuredField } from './structured-fields/build.js';
export type { CreatePartition, PartitionGeometry } from './structured-fields/create-partition.js';
export type { EraseReset } from './structured-fields/erase-reset.js';
export {
  STRUCTURED_FIELDS,
  type StructuredFieldDirection,
  type StructuredFieldName,
  structuredFieldOf,
} from './structured-fields/ids.data.js';
export type {
  BeginEndOfFile,
  DataChain,
  DestinationOrOrigin,
  LaidOutField,
  LoadColorTable,
  LoadFormatStorage,
  LoadLineType,
  LoadProgrammedSymbols,
  ModifyPartition,
  ObjectField,
  PresentAbsoluteFormat,
  PresentRelativeFormat,
  RequestRecoveryData,
  Restart,
  ScsData,
  SelectColorTable,
  SelectFormatGroup,
  SelectIpdsMode,
  SetCheckpointInterval,
  SetMsrControl,
  SetPartitionCharacteristics,
  SetPrinterCharacteristics,
  SetWindowOrigin,
  TextField,
} from './structured-fields/laid-out-fields.js';
export type { Outbound3270DS, Outbound3270DSHeader } from './structured-fields/outbound-3270ds.js';
export {
  type OtherStructuredField,
  parseStructuredField,
  type TerminalStructuredField,
  type TransferData,
} from './structured-fields/parse.js';
export type { PartitionControl } from './structured-fields/partition-control.js';
export type { Query, QueryList, ReadPartition } from './structured-fields/read-partition.js';
export {
  DEFAULT_MAXIMUM_STRUCTURED_FIELDS,
  type RawStructuredField,
  StructuredFieldReader,
} from './structured-fields/reader.js';
export { REPLY_MODES, type ReplyMode, type SetReplyMode } from './structured-fields/set-reply-mode.js';
export { DATASTREAM_VIOLATIONS, type DatastreamViolationCode } from './violations.data.js';
export {
  buildWriteControlCharacter,
  parseWriteControlCharacter,
  WRITE_CONTROL,
  type WriteControlCharacter,
} from './write-control-character.js';
export type { DoubleByteFault, DoubleByteRules, WriteCommand, WriteHandler } from './write-handler.js';
export type {
  CharactersOrder,
  EraseUnprotectedToAddressOrder,
  ExtendedAttribute,
  FormatControlOrder,
  GraphicEscapeOrder,
  IgnoredCodeOrder,
  InsertCursorOrder,
  ModifyFieldOrder,
  ProgramTabOrder,
  RepeatToAddressOrder,
  SetAttributeOrder,
  SetBufferAddressOrder,
  StartFieldExtendedOrder,
  StartFieldOrder,
  TypedWrite,
  WriteOrder,
} from './write-order.js';
