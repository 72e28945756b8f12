import { asciiBytes, ByteWriter, checkInteger, findByte, UsageError } from '../bytes/index.js';
import type { Fault } from '../machine/index.js';
import { checkName, readName } from '../telnet/index.js';
import { NEGOTIATION_COMMANDS, REJECT_REASON_NAMES } from './codes.data.js';

const COMMAND = NEGOTIATION_COMMANDS;

/** Most codes in a FUNCTIONS list: each of the 256 once. */
const MAX_FUNCTIONS = 256;

/** The host asks for a device type. Only a host sends it. */
export interface SendDeviceTypeMessage {
  readonly type: 'sendDeviceType';
}
/** The terminal asks for a device. Only a terminal sends it. */
export interface DeviceTypeRequestMessage {
  readonly type: 'deviceTypeRequest';
  /** In capitals. */
  readonly deviceType: string;
  /** The device or pool to connect to, or the terminal to associate with; in capitals. */
  readonly resourceName: string | undefined;
  /** `resourceName` is a terminal whose partner printer is wanted (ASSOCIATE), no device to CONNECT to. */
  readonly associate: boolean;
}
/** The host accepts. */
export interface DeviceTypeIsMessage {
  readonly type: 'deviceTypeIs';
  readonly deviceType: string;
  /** Undefined: the host did not say (TNE-027). */
  readonly deviceName: string | undefined;
}
/** The host rejects. */
export interface DeviceTypeRejectMessage {
  readonly type: 'deviceTypeReject';
  /** One of {@link REJECT_REASONS}, or another number as it came; undefined: none was given. */
  readonly reason: number | undefined;
}
/** Either side proposes a set of functions. */
export interface FunctionsRequestMessage {
  readonly type: 'functionsRequest';
  /** As they came: order and repeats kept, unknown codes too. */
  readonly functions: readonly number[];
}
/** Either side accepts a set of functions. */
export interface FunctionsIsMessage {
  readonly type: 'functionsIs';
  readonly functions: readonly number[];
}
/** A message of the TN3270E negotiation. RFC 2355 §7. */
export type NegotiationMessage =
  | SendDeviceTypeMessage
  | DeviceTypeRequestMessage
  | DeviceTypeIsMessage
  | DeviceTypeRejectMessage
  | FunctionsRequestMessage
  | FunctionsIsMessage;

/** What is wrong in a TN3270E subnegotiation. */
export type NegotiationFaultCode =
  | 'subnegotiation-empty'
  | 'subnegotiation-unknown'
  | 'device-type-malformed'
  | 'functions-malformed'
  | 'reject-reason-unknown';

/** A REJECT can have both: it counts as a rejection however bad its reason is (SEC-064). */
export interface ParsedNegotiation {
  readonly message: NegotiationMessage | undefined;
  readonly fault: Fault<NegotiationFaultCode> | undefined;
}

/**
 * Reads the body of a TN3270E subnegotiation.
 *
 * @param body - what stands behind the option byte, 255 not doubled
 * @see RFC 2355 §7, TNE-010 to TNE-013, TNE-026, TNE-027, TNE-041, SEC-062 to SEC-064
 */
export function parseNegotiation(body: Uint8Array): ParsedNegotiation {
  if (body.length === 0) return fault('subnegotiation-empty', 0, 0);
  switch (body[0]) {
    case COMMAND.send:
      if (body.length === 2 && body[1] === COMMAND.deviceType) return message({ type: 'sendDeviceType' });
      return body[1] === undefined || body[1] === COMMAND.deviceType
        ? fault('device-type-malformed', 0, body.length)
        : fault('subnegotiation-unknown', 0, body.length);
    case COMMAND.deviceType:
      return parseDeviceType(body);
    case COMMAND.functions:
      return parseFunctions(body);
    default:
      return fault('subnegotiation-unknown', 0, body.length);
  }
}

function parseDeviceType(body: Uint8Array): ParsedNegotiation {
  const malformed = fault('device-type-malformed', 0, body.length);
  switch (body[1]) {
    case undefined:
      return malformed;
    case COMMAND.request: {
      // The first 00 or 01 behind the type tells what follows; a name holds neither (TNE-026).
      const connectAt = findByte(body, COMMAND.connect, 2);
      const associateAt = findByte(body, COMMAND.associate, 2);
      const isAssociate = associateAt >= 0 && (connectAt < 0 || associateAt < connectAt);
      const names = splitNames(body, isAssociate ? associateAt : connectAt);
      if (names === undefined) return malformed;
      const [type, resourceName] = names;
      return message({ type: 'deviceTypeRequest', deviceType: type, resourceName, associate: isAssociate });
    }
    case COMMAND.is: {
      const names = splitNames(body, findByte(body, COMMAND.connect, 2));
      if (names === undefined) return malformed;
      return message({ type: 'deviceTypeIs', deviceType: names[0], deviceName: names[1] });
    }
    case COMMAND.reject: {
      const given = body[2] === COMMAND.reason ? body[3] : undefined;
      const known = given !== undefined && given < REJECT_REASON_NAMES.length;
      const code = given === undefined || body.length > 4 ? 'device-type-malformed' : 'reject-reason-unknown';
      return {
        message: { type: 'deviceTypeReject', reason: given },
        fault: known && body.length === 4 ? undefined : { code, offset: 0, length: body.length },
      };
    }
    default:
      return fault('subnegotiation-unknown', 0, body.length);
  }
}

/** The device type, and the name behind the delimiter where there is one; undefined when either is not legal. */
function splitNames(body: Uint8Array, delimiter: number): readonly [string, string | undefined] | undefined {
  const type = readName(body.subarray(2, delimiter < 0 ? body.length : delimiter));
  if (type === undefined) return undefined;
  if (delimiter < 0) return [type, undefined];
  const name = readName(body.subarray(delimiter + 1));
  return name === undefined ? undefined : [type, name];
}

function parseFunctions(body: Uint8Array): ParsedNegotiation {
  if (body[1] === undefined) return fault('functions-malformed', 0, body.length);
  if (body[1] !== COMMAND.request && body[1] !== COMMAND.is)
    return fault('subnegotiation-unknown', 0, body.length);
  if (body.length - 2 > MAX_FUNCTIONS) return fault('functions-malformed', 2, body.length - 2);
  const list: number[] = [];
  for (let i = 2; i < body.length; i++) list.push(body[i] as number);
  return message({ type: body[1] === COMMAND.is ? 'functionsIs' : 'functionsRequest', functions: list });
}

/**
 * Builds the body of a TN3270E subnegotiation, without option byte and framing.
 *
 * @throws UsageError `argument-invalid` when a name is not 1..64 graphic ASCII characters, ASSOCIATE has no name,
 * or a code is outside 0..255.
 * @example
 * buildNegotiation({ type: 'functionsRequest', functions: [0, 2, 4] }); // 03 07 00 02 04
 */
export function buildNegotiation(message: NegotiationMessage): Uint8Array {
  switch (message.type) {
    case 'sendDeviceType':
      return Uint8Array.of(COMMAND.send, COMMAND.deviceType);
    case 'deviceTypeRequest':
      if (message.associate && message.resourceName === undefined) {
        throw new UsageError('argument-invalid', 'ASSOCIATE must name a terminal');
      }
      return names(
        COMMAND.request,
        message.deviceType,
        message.associate ? COMMAND.associate : COMMAND.connect,
        message.resourceName,
      );
    case 'deviceTypeIs':
      return names(COMMAND.is, message.deviceType, COMMAND.connect, message.deviceName);
    case 'deviceTypeReject':
      if (message.reason === undefined) return Uint8Array.of(COMMAND.deviceType, COMMAND.reject);
      checkInteger('reason', message.reason, 0, 255);
      return Uint8Array.of(COMMAND.deviceType, COMMAND.reject, COMMAND.reason, message.reason);
    case 'functionsRequest':
      return list(COMMAND.request, message.functions);
    case 'functionsIs':
      return list(COMMAND.is, message.functions);
  }
}

function names(command: number, type: string, delimiter: number, name: string | undefined): Uint8Array {
  checkName('deviceType', type);
  if (name !== undefined) checkName('a name', name);
  const writer = new ByteWriter();
  writer.byte(COMMAND.deviceType);
  writer.byte(command);
  writer.bytes(asciiBytes(type.toUpperCase()));
  if (name !== undefined) {
    writer.byte(delimiter);
    writer.bytes(asciiBytes(name.toUpperCase()));
  }
  return writer.take();
}

function list(command: number, codes: readonly number[]): Uint8Array {
  for (const code of codes) checkInteger('a function', code, 0, 255);
  return Uint8Array.of(COMMAND.functions, command, ...codes);
}

function message(value: NegotiationMessage): ParsedNegotiation {
  return { message: value, fault: undefined };
}

function fault(code: NegotiationFaultCode, offset: number, length: number): ParsedNegotiation {
  return { message: undefined, fault: { code, offset, length } };
}
