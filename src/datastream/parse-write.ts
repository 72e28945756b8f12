import { type Addressing, decodeAddress, decodeAddress16 } from './address.js';
import { ATTRIBUTE_TYPES } from './attributes.data.js';
import { ACCEPTED, type DatastreamFault, fault, type OutboundResult } from './fault.js';
import { BYTE_KIND, BYTE_KINDS, ORDERS } from './orders.data.js';
import type { DoubleByteRules, WriteCommand, WriteHandler } from './write-handler.js';

/** How strictly the data of a write is read. */
export interface ParseWriteOptions {
  /**
   * What to do with a code below 40 that is no order (DS-054): `drop` it and go on, as x3270 does, or `refuse` the rest
   * of the write. Default `drop`; the first one dropped is listed in the result either way.
   */
  readonly undefinedCodes?: 'drop' | 'refuse';
  /** The form of the addresses. Default `bits12And14`. */
  readonly addressing?: Addressing;
}

/**
 * Reads the write control character, orders and data of a write and drives a {@link WriteHandler} with them.
 *
 * Stops at the first order that is truncated or has an address beyond the screen: what stands before it stays applied,
 * and `endWrite` is called all the same (DS-022, DS-031, DS-227). Of a truncated SFE or MF the complete pairs take effect:
 * a cut SFE whose field attribute is complete has already made its field (DS-V24), a cut MF has changed what it named. A
 * truncated MF is an error wherever it stands; x3270 forgives it at a position without a field (DS-055).
 *
 * Without a write control character, W does nothing, and EW and EWA erase and end (as with a write control character of
 * 0); both are operation checks (DS-018).
 *
 * @param bytes - holds the record
 * @param start - index of the write control character
 * @param end - behind the last byte of the write
 */
export function parseWrite(
  bytes: Uint8Array,
  start: number,
  end: number,
  command: WriteCommand,
  handler: WriteHandler,
  options?: ParseWriteOptions,
): OutboundResult {
  if (start >= end) {
    if (command !== 'write') {
      handler.beginWrite(command, 0);
      handler.endWrite();
    }
    return { status: 'operationCheck', faults: [fault('write-without-wcc', start, start)] };
  }
  handler.beginWrite(command, bytes[start] as number);
  const result = parseOrders(bytes, start + 1, end, handler, options);
  handler.endWrite();
  const rules = handler.doubleByte;
  if (rules?.fault === undefined || result.status !== 'accepted') return result;
  const faults = [...result.faults, fault(rules.fault, start, end)];
  return { status: rules.isError ? 'operationCheck' : 'accepted', faults };
}

function parseOrders(
  bytes: Uint8Array,
  start: number,
  end: number,
  handler: WriteHandler,
  options: ParseWriteOptions | undefined,
): OutboundResult {
  const strict = options?.undefinedCodes === 'refuse';
  const decode = options?.addressing === 'bits16' ? decodeAddress16 : decodeAddress;
  const kinds = BYTE_KINDS;
  const positionCount = handler.positionCount;
  const rules = handler.doubleByte;
  let dropped: DatastreamFault | undefined;
  let at = start;
  while (at < end) {
    const code = bytes[at] as number;
    const kind = kinds[code] as number;
    if (kind === BYTE_KIND.character) {
      at = handler.characters(bytes, at, end);
      if (at < 0) return stopped(refused(rules, -1 - at, end), dropped);
      continue;
    }
    switch (code) {
      case ORDERS.setBufferAddress: {
        if (at + 2 >= end) return stopped(fault('order-truncated', at, end), dropped);
        const address = decode(bytes[at + 1] as number, bytes[at + 2] as number);
        if (address >= positionCount) return stopped(beyond(at, address, positionCount), dropped);
        handler.setBufferAddress(address);
        at += 3;
        break;
      }
      case ORDERS.startField:
        if (at + 1 >= end) return stopped(fault('order-truncated', at, end), dropped);
        handler.startField(bytes[at + 1] as number);
        at += 2;
        break;
      case ORDERS.setAttribute:
        if (at + 2 >= end) return stopped(fault('order-truncated', at, end), dropped);
        handler.setAttribute(bytes[at + 1] as number, bytes[at + 2] as number);
        at += 3;
        break;
      case ORDERS.startFieldExtended: {
        const pairs = wholePairs(bytes, at, end);
        if (pairs < 0) {
          const attribute = lastFieldAttribute(bytes, at + 2, -1 - pairs);
          if (attribute >= 0) handler.startField(attribute);
          return stopped(fault('order-truncated', at, end), dropped);
        }
        handler.startFieldExtended(bytes, at + 2, pairs);
        at += 2 + 2 * pairs;
        break;
      }
      case ORDERS.modifyField: {
        const pairs = wholePairs(bytes, at, end);
        if (pairs < 0) {
          if (pairs < -1) handler.modifyField(bytes, at + 2, -1 - pairs);
          return stopped(fault('order-truncated', at, end), dropped);
        }
        handler.modifyField(bytes, at + 2, pairs);
        at += 2 + 2 * pairs;
        break;
      }
      case ORDERS.repeatToAddress: {
        if (at + 2 >= end) return stopped(fault('order-truncated', at, end), dropped);
        const address = decode(bytes[at + 1] as number, bytes[at + 2] as number);
        if (address >= positionCount) return stopped(beyond(at, address, positionCount), dropped);
        if (rules !== undefined) {
          const isPair = rules.repeatsPair(address);
          if (isPair === undefined) return stopped(refused(rules, at, at + 3), dropped);
          if (isPair) {
            if (at + 4 >= end) return stopped(fault('order-truncated', at, end), dropped);
            if (!rules.repeatPair(address, bytes[at + 3] as number, bytes[at + 4] as number)) {
              return stopped(refused(rules, at, at + 5), dropped);
            }
            at += 5;
            break;
          }
        }
        const escaped = at + 3 < end && bytes[at + 3] === ORDERS.graphicEscape;
        const last = at + (escaped ? 4 : 3);
        if (last >= end) return stopped(fault('order-truncated', at, end), dropped);
        handler.repeatToAddress(address, bytes[last] as number, escaped);
        at = last + 1;
        break;
      }
      case ORDERS.eraseUnprotectedToAddress: {
        if (at + 2 >= end) return stopped(fault('order-truncated', at, end), dropped);
        const address = decode(bytes[at + 1] as number, bytes[at + 2] as number);
        if (address >= positionCount) return stopped(beyond(at, address, positionCount), dropped);
        if (rules?.refusesErase(address) === true) return stopped(refused(rules, at, at + 3), dropped);
        handler.eraseUnprotectedToAddress(address);
        at += 3;
        break;
      }
      case ORDERS.graphicEscape:
        if (at + 1 >= end) return stopped(fault('order-truncated', at, end), dropped);
        handler.graphicEscape(bytes[at + 1] as number);
        at += 2;
        break;
      case ORDERS.insertCursor:
        handler.insertCursor();
        at++;
        break;
      case ORDERS.programTab:
        handler.programTab();
        at++;
        break;
      default:
        if (kind === BYTE_KIND.formatControl) {
          if (rules?.refusesControl(code) === true) return stopped(refused(rules, at, at + 1), dropped);
          handler.formatControl(code);
        } else {
          const undefinedCode = fault('order-undefined', at, at + 1);
          if (strict) return stopped(undefinedCode);
          dropped ??= undefinedCode;
          handler.ignoredCode(code);
        }
        at++;
    }
  }
  return dropped === undefined ? ACCEPTED : { status: 'accepted', faults: [dropped] };
}

/** The count of pairs behind an SFE or MF at `at`; where they are cut short, -1 minus the count of whole ones. */
function wholePairs(bytes: Uint8Array, at: number, end: number): number {
  if (at + 1 >= end) return -1;
  const count = bytes[at + 1] as number;
  const there = (end - at - 2) >> 1;
  return there < count ? -1 - there : count;
}

/** The value of the last field attribute among the pairs, or -1. */
function lastFieldAttribute(bytes: Uint8Array, start: number, count: number): number {
  for (let pair = start + 2 * (count - 1); pair >= start; pair -= 2) {
    if (bytes[pair] === ATTRIBUTE_TYPES.fieldAttribute) return bytes[pair + 1] as number;
  }
  return -1;
}

/** What double-byte text does not let pass. */
function refused(rules: DoubleByteRules | undefined, offset: number, end: number): DatastreamFault {
  return fault(rules?.fault ?? 'double-byte-invalid', offset, end);
}

function beyond(at: number, address: number, positionCount: number): DatastreamFault {
  return { code: 'address-out-of-range', offset: at, length: 3, address, positionCount };
}

function stopped(error: DatastreamFault, dropped?: DatastreamFault): OutboundResult {
  return { status: 'operationCheck', faults: dropped === undefined ? [error] : [dropped, error] };
}
