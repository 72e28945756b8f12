import { ByteWriter, checkBytes, checkInteger, UsageError } from '../bytes/index.js';
import { type Addressing, encodeAddress, MAXIMUM_14_BIT_POSITIONS, maximumPositions } from './address.js';
import { COMMANDS } from './commands.data.js';
import { BYTE_KIND, BYTE_KINDS, FORMAT_CONTROLS, ORDERS } from './orders.data.js';
import { buildWriteControlCharacter, type WriteControlCharacter } from './write-control-character.js';
import type { WriteCommand } from './write-handler.js';
import type { ExtendedAttribute, WriteOrder } from './write-order.js';

/** The size of a screen. Rows times columns is at most 16384, what 14-bit addresses reach. */
export interface ScreenSize {
  /** 1..16384 */
  readonly rows: number;
  /** 1..16384 */
  readonly columns: number;
}

/** For whom a write is built. */
export interface BuildWriteOptions extends ScreenSize {
  /** Which code the command gets; terminals take both (DS-011). Default `sna`. */
  readonly commandCodes?: 'sna' | 'local';
  /** The form of the addresses; `bits16` reaches 65536 positions. Default `bits12And14`. */
  readonly addressing?: Addressing;
}

/**
 * Builds an outbound record: command, write control character, orders and data. Addresses have the 12-bit form where
 * it reaches the whole screen, else the 14-bit form (DS-080). {@link parseWrite} gives the same orders back, as long as no
 * two runs of characters stand side by side.
 *
 * @param writeControlCharacter - the byte, or the bits of it that are on
 * @throws {@link UsageError} `argument-invalid` when an address is not on the screen or a byte cannot stand where it should.
 * @example
 * buildWrite('eraseWrite', 0xc3, [{ type: 'setBufferAddress', address: 80 }], { rows: 24, columns: 80 });
 * // f5 c3 11 c1 50
 */
export function buildWrite(
  command: WriteCommand,
  writeControlCharacter: number | Partial<WriteControlCharacter>,
  orders: readonly WriteOrder[],
  options: BuildWriteOptions,
): Uint8Array {
  const writer = new ByteWriter();
  writer.byte(COMMANDS[command][options.commandCodes ?? 'sna']);
  appendWrite(writer, writeControlCharacter, orders, options);
  return writer.take();
}

/** Appends what stands behind the command: write control character, orders and data. */
export function appendWrite(
  writer: ByteWriter,
  writeControlCharacter: number | Partial<WriteControlCharacter>,
  orders: readonly WriteOrder[],
  size: ScreenSize & { readonly addressing?: Addressing },
): void {
  const { addressing } = size;
  const positionCount = positionsOf(size, addressing);
  if (typeof writeControlCharacter === 'number') {
    checkInteger('writeControlCharacter', writeControlCharacter, 0, 255);
    writer.byte(writeControlCharacter);
  } else writer.byte(buildWriteControlCharacter(writeControlCharacter));
  for (const order of orders) appendOrder(writer, order, positionCount, addressing);
}

/**
 * Rows times columns.
 * @throws {@link UsageError} `argument-invalid` when there is no such screen.
 */
export function positionsOf(size: ScreenSize, addressing?: Addressing): number {
  checkInteger('rows', size.rows, 1, MAXIMUM_14_BIT_POSITIONS);
  checkInteger('columns', size.columns, 1, MAXIMUM_14_BIT_POSITIONS);
  checkInteger('rows times columns', size.rows * size.columns, 1, maximumPositions(addressing));
  return size.rows * size.columns;
}

function appendOrder(
  writer: ByteWriter,
  order: WriteOrder,
  positionCount: number,
  addressing: Addressing | undefined,
): void {
  switch (order.type) {
    case 'characters':
      checkCharacters(order.bytes);
      writer.bytes(order.bytes);
      break;
    case 'formatControl':
      checkInteger(`code of format control ${order.control}`, FORMAT_CONTROLS[order.control], 1, 255);
      writer.byte(FORMAT_CONTROLS[order.control]);
      break;
    case 'graphicEscape':
      checkInteger('code', order.code, 0, 255);
      writer.byte(ORDERS.graphicEscape);
      writer.byte(order.code);
      break;
    case 'startField':
      checkInteger('attribute', order.attribute, 0, 255);
      writer.byte(ORDERS.startField);
      writer.byte(order.attribute);
      break;
    case 'startFieldExtended':
      appendPairs(writer, ORDERS.startFieldExtended, order.attributes);
      break;
    case 'modifyField':
      appendPairs(writer, ORDERS.modifyField, order.attributes);
      break;
    case 'setAttribute':
      writer.byte(ORDERS.setAttribute);
      appendPair(writer, order.attribute);
      break;
    case 'setBufferAddress':
      appendAddress(writer, ORDERS.setBufferAddress, order.address, positionCount, addressing);
      break;
    case 'insertCursor':
      writer.byte(ORDERS.insertCursor);
      break;
    case 'programTab':
      writer.byte(ORDERS.programTab);
      break;
    case 'repeatToAddress':
      checkInteger('code', order.code, 0, 255);
      if (!order.graphicEscape && order.code === ORDERS.graphicEscape) {
        throw new UsageError(
          'argument-invalid',
          'code must not be 8 in a repeatToAddress without graphicEscape',
        );
      }
      appendAddress(writer, ORDERS.repeatToAddress, order.address, positionCount, addressing);
      if (order.graphicEscape) writer.byte(ORDERS.graphicEscape);
      writer.byte(order.code);
      break;
    case 'eraseUnprotectedToAddress':
      appendAddress(writer, ORDERS.eraseUnprotectedToAddress, order.address, positionCount, addressing);
      break;
    case 'ignoredCode':
      if (BYTE_KINDS[order.code] !== BYTE_KIND.undefined) {
        throw new UsageError('argument-invalid', `code ${order.code} is not one that terminals pass over`);
      }
      writer.byte(order.code);
      break;
    default:
      throw new UsageError('argument-invalid', `no order has the type ${String((order as WriteOrder).type)}`);
  }
}

function checkCharacters(bytes: Uint8Array): void {
  checkBytes('bytes', bytes);
  for (let i = 0; i < bytes.length; i++) {
    if (BYTE_KINDS[bytes[i] as number] !== BYTE_KIND.character) {
      throw new UsageError(
        'argument-invalid',
        `bytes[${i}] of characters must be 0 or 64 to 254, not ${bytes[i]}`,
      );
    }
  }
}

/** Appends SBA, or the order and address of RA and EUA. */
export function appendAddress(
  writer: ByteWriter,
  code: number,
  address: number,
  positionCount: number,
  addressing?: Addressing,
): void {
  checkInteger('address', address, 0, positionCount - 1);
  writer.byte(code);
  writer.uint16(addressing === 'bits16' ? address : encodeAddress(address, positionCount));
}

/** Appends an SFE or MF: the order, the count, the pairs. */
export function appendPairs(writer: ByteWriter, code: number, pairs: readonly ExtendedAttribute[]): void {
  checkInteger('count of attributes', pairs.length, 0, 255);
  writer.byte(code);
  writer.byte(pairs.length);
  for (const pair of pairs) appendPair(writer, pair);
}

/** Appends an attribute type and its value. */
export function appendPair(writer: ByteWriter, pair: ExtendedAttribute): void {
  checkInteger('type of attribute', pair.type, 0, 255);
  checkInteger('value of attribute', pair.value, 0, 255);
  writer.byte(pair.type);
  writer.byte(pair.value);
}
