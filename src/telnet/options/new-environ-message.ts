import { ByteWriter } from '../../bytes/index.js';
import { type FaultReport, report } from './effects.js';
import { ENVIRONMENT_CODES, ENVIRONMENT_COMMANDS } from './new-environ-codes.data.js';

/** `variable` is VAR, a well-known name; `userVariable` is USERVAR, any other. */
export type VariableKind = 'variable' | 'userVariable';

/** One item of a NEW-ENVIRON message, escapes taken off. Name and value are copies. */
export interface EnvironmentItem {
  readonly kind: VariableKind;
  /** Empty: in SEND all variables of the kind; in IS and INFO it is malformed. */
  readonly name: Uint8Array;
  /** Undefined: no VALUE (SEND; in IS the variable is not defined). Empty: defined but empty (TEL-099). */
  readonly value: Uint8Array | undefined;
  /** Where the item starts and how long it is, in the message. */
  readonly offset: number;
  readonly length: number;
}

/** A SEND, IS or INFO of NEW-ENVIRON. RFC 1572 §2. */
export interface EnvironmentMessage {
  readonly type: 'environmentMessage';
  readonly command: keyof typeof ENVIRONMENT_COMMANDS;
  readonly items: readonly EnvironmentItem[];
}

const CODE = ENVIRONMENT_CODES;

/**
 * Reads the body of a NEW-ENVIRON subnegotiation, 255 not doubled. All or nothing: the first fault is all that a
 * malformed message gives.
 *
 * @see RFC 1572 §2, TEL-098 to TEL-102, SEC-055, SEC-057
 */
export function parseEnvironment(
  body: Uint8Array,
): EnvironmentMessage | FaultReport<'subnegotiation-empty' | 'environment-malformed'> {
  if (body.length === 0) return report('subnegotiation-empty', 0, 0);
  const command = commandOf(body[0] as number);
  if (command === undefined) return report('environment-malformed', 0, 1);
  const items: EnvironmentItem[] = [];
  let offset = 1;
  while (offset < body.length) {
    const start = offset;
    const code = body[offset] as number;
    if (code !== CODE.variable && code !== CODE.userVariable)
      return report('environment-malformed', start, 1);
    const nameEnd = endOfString(body, offset + 1);
    if (nameEnd < 0) return report('environment-malformed', body.length - 1, 1);
    const name = unescaped(body, offset + 1, nameEnd);
    let value: Uint8Array | undefined;
    offset = nameEnd;
    if (body[offset] === CODE.value) {
      const valueEnd = endOfString(body, offset + 1);
      if (valueEnd < 0) return report('environment-malformed', body.length - 1, 1);
      // SEND asks and has no values; elsewhere a value belongs to a name.
      if (command === 'send') return report('environment-malformed', offset, 1);
      value = unescaped(body, offset + 1, valueEnd);
      offset = valueEnd;
    }
    if (command !== 'send' && name.length === 0)
      return report('environment-malformed', start, offset - start);
    items.push({
      kind: code === CODE.variable ? 'variable' : 'userVariable',
      name,
      value,
      offset: start,
      length: offset - start,
    });
  }
  return { type: 'environmentMessage', command, items };
}

/** Appends an item, names and values escaped. */
export function writeEnvironmentItem(
  writer: ByteWriter,
  kind: VariableKind,
  name: Uint8Array,
  value: Uint8Array | undefined,
): void {
  writer.byte(kind === 'variable' ? CODE.variable : CODE.userVariable);
  writeEscaped(writer, name);
  if (value === undefined) return;
  writer.byte(CODE.value);
  writeEscaped(writer, value);
}

/** Builds the body of a NEW-ENVIRON subnegotiation; 255 is doubled by whoever frames it. */
export function buildEnvironment(
  command: keyof typeof ENVIRONMENT_COMMANDS,
  items: readonly Pick<EnvironmentItem, 'kind' | 'name' | 'value'>[],
): Uint8Array {
  const writer = new ByteWriter();
  writer.byte(ENVIRONMENT_COMMANDS[command]);
  for (const { kind, name, value } of items) writeEnvironmentItem(writer, kind, name, value);
  return writer.take();
}

function commandOf(byte: number): EnvironmentMessage['command'] | undefined {
  switch (byte) {
    case ENVIRONMENT_COMMANDS.is:
      return 'is';
    case ENVIRONMENT_COMMANDS.send:
      return 'send';
    case ENVIRONMENT_COMMANDS.info:
      return 'info';
    default:
      return undefined;
  }
}

/** Index of the first code behind a name or value; -1 when the last byte is an ESC with nothing to escape. */
function endOfString(body: Uint8Array, start: number): number {
  let offset = start;
  while (offset < body.length) {
    const byte = body[offset] as number;
    if (byte === CODE.escape) {
      if (offset + 1 === body.length) return -1;
      offset += 2;
    } else if (byte <= CODE.userVariable) {
      return offset;
    } else {
      offset++;
    }
  }
  return offset;
}

/** A copy of `body[start..end)` without its escapes; ESC before any byte gives that byte. */
function unescaped(body: Uint8Array, start: number, end: number): Uint8Array {
  const plain = new Uint8Array(end - start);
  let length = 0;
  for (let offset = start; offset < end; offset++) {
    if (body[offset] === CODE.escape) offset++;
    plain[length++] = body[offset] as number;
  }
  return plain.slice(0, length);
}

function writeEscaped(writer: ByteWriter, bytes: Uint8Array): void {
  for (const byte of bytes) {
    if (byte <= CODE.userVariable) writer.byte(CODE.escape);
    writer.byte(byte);
  }
}
