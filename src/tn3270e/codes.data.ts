/** Commands inside a TN3270E subnegotiation (RFC 2355 §3). */
export const NEGOTIATION_COMMANDS = {
  associate: 0,
  connect: 1,
  deviceType: 2,
  functions: 3,
  is: 4,
  reason: 5,
  reject: 6,
  request: 7,
  send: 8,
} as const;

/** Why a host rejected a DEVICE-TYPE REQUEST (RFC 2355 §3, §7.1.5; when to use which: TNE-023). */
export const REJECT_REASONS = {
  connPartner: 0,
  deviceInUse: 1,
  invAssociate: 2,
  invName: 3,
  invDeviceType: 4,
  typeNameError: 5,
  unknownError: 6,
  unsupportedReq: 7,
} as const;
/** A number of {@link REJECT_REASONS}. */
export type RejectReason = (typeof REJECT_REASONS)[keyof typeof REJECT_REASONS];

/** The standard's word for each reason, by its number. */
export const REJECT_REASON_NAMES: readonly string[] = [
  'CONN-PARTNER',
  'DEVICE-IN-USE',
  'INV-ASSOCIATE',
  'INV-NAME',
  'INV-DEVICE-TYPE',
  'TYPE-NAME-ERROR',
  'UNKNOWN-ERROR',
  'UNSUPPORTED-REQ',
];

/**
 * Functions that both sides can agree on (RFC 2355 §3; 5 and 7: draft-ietf-tn3270e-extensions-04 §2). Code 6 is
 * not assigned and treated as unknown (TNE-147).
 */
export const FUNCTIONS = {
  bindImage: 0,
  dataStreamControl: 1,
  responses: 2,
  scsControlCodes: 3,
  sysreq: 4,
  contentionResolution: 5,
  snaSense: 7,
} as const;
/** A number of {@link FUNCTIONS}. */
export type FunctionCode = (typeof FUNCTIONS)[keyof typeof FUNCTIONS];

/** The standard's word for each function, by its number. */
export const FUNCTION_NAMES: readonly (string | undefined)[] = [
  'BIND-IMAGE',
  'DATA-STREAM-CTL',
  'RESPONSES',
  'SCS-CTL-CODES',
  'SYSREQ',
  'CONTENTION-RESOLUTION',
  undefined,
  'SNA-SENSE',
];

/** What a terminal asks for first (TNE-044). */
export const TERMINAL_FUNCTIONS: readonly FunctionCode[] = [0, 2, 4, 5];
/** What a printer asks for first (TNE-044). */
export const PRINTER_FUNCTIONS: readonly FunctionCode[] = [0, 1, 2, 3, 4];

/** First byte of a header (RFC 2355 §8.1.1; BID: draft-ietf-tn3270e-extensions-04 §4.5.3). */
export const DATA_TYPES = {
  data3270: 0,
  scsData: 1,
  response: 2,
  bindImage: 3,
  unbind: 4,
  nvtData: 5,
  request: 6,
  sscpLuData: 7,
  printEoj: 8,
  bid: 9,
} as const;
/** A name of {@link DATA_TYPES}. */
export type DataTypeName = keyof typeof DATA_TYPES;
/** A number of {@link DATA_TYPES}. */
export type DataType = (typeof DATA_TYPES)[DataTypeName];

/** The standard's word for each data type, by its number. */
export const DATA_TYPE_NAMES: readonly string[] = [
  '3270-DATA',
  'SCS-DATA',
  'RESPONSE',
  'BIND-IMAGE',
  'UNBIND',
  'NVT-DATA',
  'REQUEST',
  'SSCP-LU-DATA',
  'PRINT-EOJ',
  'BID',
];

/**
 * Second byte of a header. `errorConditionCleared` is the value of a REQUEST (RFC 2355 §8.1.2); the others are bits
 * that may be combined, once CONTENTION-RESOLUTION was agreed (draft-ietf-tn3270e-extensions-04 §4.5, TNE-130).
 */
export const REQUEST_FLAGS = {
  errorConditionCleared: 0,
  sendData: 1,
  keyboardRestore: 2,
  signal: 4,
} as const;

/** Third byte of a header on data and BID (RFC 2355 §8.1.3). */
export const RESPONSE_FLAGS = { none: 0, error: 1, always: 2 } as const;
/** A number of {@link RESPONSE_FLAGS}. */
export type ResponseFlag = (typeof RESPONSE_FLAGS)[keyof typeof RESPONSE_FLAGS];

/** Third byte of a header on RESPONSE (RFC 2355 §8.1.3; 2: draft-ietf-tn3270e-extensions-04 §5). */
export const RESPONSE_KINDS = { positive: 0, negative: 1, snaSense: 2 } as const;

/** The data byte of a positive RESPONSE (RFC 2355 §10.4.1, TNE-100). */
export const DEVICE_END = 0;

/** The data byte of a negative RESPONSE (RFC 2355 §10.4.1, TNE-100). */
export const NEGATIVE_RESPONSES = {
  commandReject: 0,
  interventionRequired: 1,
  operationCheck: 2,
  componentDisconnected: 3,
} as const;
/** A number of {@link NEGATIVE_RESPONSES}. */
export type NegativeResponse = (typeof NEGATIVE_RESPONSES)[keyof typeof NEGATIVE_RESPONSES];

/** The sense code into which a host turns each data byte of a negative RESPONSE (TNE-101). */
export const NEGATIVE_RESPONSE_SENSE: readonly number[] = [0x10030000, 0x08020000, 0x10050000, 0x08310000];

/** SNA sense codes that this protocol speaks of (RFC 2355 §10.4.1, §10.5.2, RFC 1646 §5.1; sheet §12). */
export const SENSE_CODES = {
  readyAgain: 0x00010000,
  interventionRequired: 0x08020000,
  bracketBidReject: 0x08130000,
  receiverInTransmitMode: 0x081b0000,
  presentationSpaceIntegrityLost: 0x082b0000,
  luBusy: 0x082d0000,
  componentDisconnected: 0x08310000,
  dataCheck: 0x10010000,
  commandReject: 0x10030000,
  operationCheck: 0x10050000,
} as const;

/** First data byte of an UNBIND; other values occur and are passed on as they are (sheet §1, §7). */
export const UNBIND_REASONS = {
  normal: 0x01,
  bindForthcoming: 0x02,
  virtualRouteInoperative: 0x07,
  routeExtensionInoperative: 0x08,
  hierarchicalReset: 0x09,
  sscpGone: 0x0a,
  virtualRouteDeactivated: 0x0b,
  permanentLuFailure: 0x0c,
  temporaryLuFailure: 0x0e,
  cleanup: 0x0f,
  senseCodeFollows: 0xfe,
} as const;

/** Most DEVICE-TYPE and FUNCTIONS requests in one negotiation, each (SECURITY-CASES limits, TNE-043). */
export const MAX_ROUNDS = 16;
