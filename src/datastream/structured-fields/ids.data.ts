/** Which way a structured field goes: to the terminal, to the host, or both. */
export type StructuredFieldDirection = 'outbound' | 'inbound' | 'both';

/**
 * The identifiers of structured fields (SF-011 to SF-052). One byte, or two where the first is 0F or 10 (SF-005).
 * What of it is carried out is in {@link parseStructuredField}; the others are known by name.
 */
export const STRUCTURED_FIELDS = {
  resetPartition: { id: 0x00, direction: 'outbound' },
  readPartition: { id: 0x01, direction: 'outbound' },
  eraseReset: { id: 0x03, direction: 'outbound' },
  loadProgrammedSymbols: { id: 0x06, direction: 'outbound' },
  setReplyMode: { id: 0x09, direction: 'outbound' },
  setWindowOrigin: { id: 0x0b, direction: 'outbound' },
  createPartition: { id: 0x0c, direction: 'outbound' },
  destroyPartition: { id: 0x0d, direction: 'outbound' },
  activatePartition: { id: 0x0e, direction: 'outbound' },
  outbound3270DS: { id: 0x40, direction: 'outbound' },
  scsData: { id: 0x41, direction: 'outbound' },
  selectFormatGroup: { id: 0x4a, direction: 'outbound' },
  presentAbsoluteFormat: { id: 0x4b, direction: 'outbound' },
  presentRelativeFormat: { id: 0x4c, direction: 'outbound' },
  inbound3270DS: { id: 0x80, direction: 'inbound' },
  queryReply: { id: 0x81, direction: 'inbound' },
  transferData: { id: 0xd0, direction: 'both' },
  setMsrControl: { id: 0x0f01, direction: 'outbound' },
  destinationOrOrigin: { id: 0x0f02, direction: 'both' },
  selectColorTable: { id: 0x0f04, direction: 'outbound' },
  loadColorTable: { id: 0x0f05, direction: 'outbound' },
  loadLineType: { id: 0x0f07, direction: 'outbound' },
  setPartitionCharacteristics: { id: 0x0f08, direction: 'outbound' },
  modifyPartition: { id: 0x0f0a, direction: 'outbound' },
  objectData: { id: 0x0f0f, direction: 'both' },
  objectPicture: { id: 0x0f10, direction: 'both' },
  objectControl: { id: 0x0f11, direction: 'both' },
  oemData: { id: 0x0f1f, direction: 'both' },
  dataChain: { id: 0x0f21, direction: 'both' },
  exceptionStatus: { id: 0x0f22, direction: 'inbound' },
  loadFormatStorage: { id: 0x0f24, direction: 'outbound' },
  outboundTextHeader: { id: 0x0f71, direction: 'outbound' },
  selectIpdsMode: { id: 0x0f83, direction: 'both' },
  setPrinterCharacteristics: { id: 0x0f84, direction: 'outbound' },
  beginEndOfFile: { id: 0x0f85, direction: 'outbound' },
  inboundTextHeader: { id: 0x0fb1, direction: 'inbound' },
  type1Text: { id: 0x0fc1, direction: 'both' },
  requestRecoveryData: { id: 0x1030, direction: 'outbound' },
  recoveryData: { id: 0x1031, direction: 'inbound' },
  setCheckpointInterval: { id: 0x1032, direction: 'outbound' },
  restart: { id: 0x1033, direction: 'outbound' },
  saveRestoreFormat: { id: 0x1034, direction: 'both' },
} as const;

/** Name of a structured field, such as `eraseReset`. */
export type StructuredFieldName = keyof typeof STRUCTURED_FIELDS;

const NAMES: ReadonlyMap<number, StructuredFieldName> = /* @__PURE__ */ indexNames();

function indexNames(): Map<number, StructuredFieldName> {
  const names = new Map<number, StructuredFieldName>();
  for (const [name, { id }] of Object.entries(STRUCTURED_FIELDS)) names.set(id, name as StructuredFieldName);
  return names;
}

/** The name that belongs to an identifier of one byte (0..FF) or two (0F00..10FF); undefined where there is none. */
export function structuredFieldOf(id: number): StructuredFieldName | undefined {
  return NAMES.get(id);
}

/** Whether an identifier that starts with this byte has a second one (SF-005). */
export function hasTwoByteId(first: number): boolean {
  return first === 0x0f || first === 0x10;
}
