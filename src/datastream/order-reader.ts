import { endOfCharacters, FORMAT_CONTROLS, type FormatControlName } from './orders.data.js';
import type { WriteCommand, WriteHandler } from './write-handler.js';
import type { ExtendedAttribute, TypedWrite, WriteOrder } from './write-order.js';

/**
 * A {@link WriteHandler} that makes typed orders of a write instead of carrying it out. Bytes are copied.
 *
 * @example
 * const reader = new OrderReader(1920);
 * parseWrite(record, 1, record.length, 'eraseWrite', reader);
 * reader.writes[0]?.orders; // [{ type: 'setBufferAddress', address: 80 }, …]
 */
export class OrderReader implements WriteHandler {
  /** The writes read so far. */
  readonly writes: TypedWrite[] = [];
  readonly positionCount: number;
  #orders: WriteOrder[] = [];

  /** @param positionCount - rows times columns of the screen that the writes are for */
  constructor(positionCount: number) {
    this.positionCount = positionCount;
  }

  beginWrite(command: WriteCommand, writeControlCharacter: number): void {
    this.#orders = [];
    this.writes.push({ command, writeControlCharacter, orders: this.#orders });
  }
  characters(bytes: Uint8Array, start: number, limit: number): number {
    const end = endOfCharacters(bytes, start, limit);
    this.#orders.push({ type: 'characters', bytes: bytes.slice(start, end) });
    return end;
  }
  formatControl(code: number): void {
    const control = CONTROL_NAMES.get(code);
    if (control !== undefined) this.#orders.push({ type: 'formatControl', control });
  }
  graphicEscape(code: number): void {
    this.#orders.push({ type: 'graphicEscape', code });
  }
  startField(attribute: number): void {
    this.#orders.push({ type: 'startField', attribute });
  }
  startFieldExtended(bytes: Uint8Array, start: number, count: number): void {
    this.#orders.push({ type: 'startFieldExtended', attributes: readPairs(bytes, start, count) });
  }
  modifyField(bytes: Uint8Array, start: number, count: number): void {
    this.#orders.push({ type: 'modifyField', attributes: readPairs(bytes, start, count) });
  }
  setAttribute(type: number, value: number): void {
    this.#orders.push({ type: 'setAttribute', attribute: { type, value } });
  }
  setBufferAddress(address: number): void {
    this.#orders.push({ type: 'setBufferAddress', address });
  }
  insertCursor(): void {
    this.#orders.push({ type: 'insertCursor' });
  }
  programTab(): void {
    this.#orders.push({ type: 'programTab' });
  }
  repeatToAddress(address: number, code: number, graphicEscape: boolean): void {
    this.#orders.push({ type: 'repeatToAddress', address, code, graphicEscape });
  }
  eraseUnprotectedToAddress(address: number): void {
    this.#orders.push({ type: 'eraseUnprotectedToAddress', address });
  }
  ignoredCode(code: number): void {
    this.#orders.push({ type: 'ignoredCode', code });
  }
  endWrite(): void {
    this.#orders = [];
  }
}

type ControlName = Exclude<FormatControlName, 'null'>;

const CONTROL_NAMES: ReadonlyMap<number, ControlName> = /* @__PURE__ */ new Map(
  /* @__PURE__ */ Object.entries(FORMAT_CONTROLS)
    .filter(([name]) => name !== 'null')
    .map(([name, code]) => [code, name as ControlName]),
);

/** Reads `count` pairs of type and value from `bytes[start]` on. */
export function readPairs(bytes: Uint8Array, start: number, count: number): ExtendedAttribute[] {
  const pairs: ExtendedAttribute[] = [];
  for (let at = start; at < start + 2 * count; at += 2) {
    pairs.push({ type: bytes[at] as number, value: bytes[at + 1] as number });
  }
  return pairs;
}
