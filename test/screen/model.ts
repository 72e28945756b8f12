/**
 * A second presentation space, as plain as can be: an object a position, every rule a walk from cell to cell, no
 * look-ups, no packing. It follows the data stream sheet, not the code under test, and serves as its measure.
 */

export interface ModelCell {
  code: number;
  /** Bits 3D of a field attribute. */
  attribute: number | undefined;
  escaped: boolean;
  highlighting: number;
  foreground: number;
  background: number;
  characterSet: number;
}

export type ModelOrder =
  | { readonly type: 'data'; readonly codes: readonly number[] }
  | { readonly type: 'control'; readonly code: number }
  | { readonly type: 'dropped'; readonly code: number }
  | { readonly type: 'escape'; readonly code: number }
  | { readonly type: 'field'; readonly attribute: number }
  | { readonly type: 'fieldExtended'; readonly pairs: readonly (readonly [number, number])[] }
  | { readonly type: 'modify'; readonly pairs: readonly (readonly [number, number])[] }
  | { readonly type: 'attribute'; readonly kind: number; readonly value: number }
  | { readonly type: 'address'; readonly to: number }
  | { readonly type: 'cursor' }
  | { readonly type: 'tab' }
  | { readonly type: 'repeat'; readonly to: number; readonly code: number; readonly escaped: boolean }
  | { readonly type: 'eraseUnprotected'; readonly to: number };

const SIX_BITS =
  '40c1c2c3c4c5c6c7c8c94a4b4c4d4e4f50d1d2d3d4d5d6d7d8d95a5b5c5d5e5f6061e2e3e4e5e6e7e8e96a6b6c6d6e6ff0f1f2f3f4f5f6f7f8f97a7b7c7d7e7f';

function graphic(value: number): number {
  return Number.parseInt(SIX_BITS.slice(value * 2, value * 2 + 2), 16);
}

function addressBytes(address: number): number[] {
  return [graphic(address >> 6), graphic(address & 63)];
}

/** Orders as they stand on the wire. */
export function encodeOrders(orders: readonly ModelOrder[]): number[] {
  return orders.flatMap(encodeOrder);
}

function encodeOrder(order: ModelOrder): number[] {
  switch (order.type) {
    case 'data':
      return [...order.codes];
    case 'control':
    case 'dropped':
      return [order.code];
    case 'escape':
      return [0x08, order.code];
    case 'field':
      return [0x1d, order.attribute];
    case 'fieldExtended':
      return [0x29, order.pairs.length, ...order.pairs.flat()];
    case 'modify':
      return [0x2c, order.pairs.length, ...order.pairs.flat()];
    case 'attribute':
      return [0x28, order.kind, order.value];
    case 'address':
      return [0x11, ...addressBytes(order.to)];
    case 'cursor':
      return [0x13];
    case 'tab':
      return [0x05];
    case 'repeat':
      return [0x3c, ...addressBytes(order.to), ...(order.escaped ? [0x08] : []), order.code];
    case 'eraseUnprotected':
      return [0x12, ...addressBytes(order.to)];
  }
}

function emptyCell(): ModelCell {
  return {
    code: 0,
    attribute: undefined,
    escaped: false,
    highlighting: 0,
    foreground: 0,
    background: 0,
    characterSet: 0,
  };
}

type Attributes = Pick<ModelCell, 'highlighting' | 'foreground' | 'background' | 'characterSet'>;

function setPair(target: Attributes, kind: number, value: number): void {
  const colour = value >= 0xf0 ? value : 0;
  if (kind === 0x41) target.highlighting = value % 16 === 0 ? 0 : 0xf0 + (value % 16);
  if (kind === 0x42) target.foreground = colour;
  if (kind === 0x45) target.background = colour;
  if (kind === 0x43) target.characterSet = value === 0xf1 ? 0xf1 : 0;
}

export class ModelScreen {
  readonly size: number;
  cells: ModelCell[];
  cursor = 0;
  #address = 0;
  #attributes = emptyCell();
  #lastWasOrder = true;
  #lastTabCleared = false;

  constructor(size: number) {
    this.size = size;
    this.cells = Array.from({ length: size }, emptyCell);
  }

  erase(): void {
    this.cells = Array.from({ length: this.size }, emptyCell);
    this.cursor = 0;
  }

  #next(position: number): number {
    return (position + 1) % this.size;
  }

  #at(position: number): ModelCell {
    return this.cells[position] as ModelCell;
  }

  /** The attribute that governs a position; 0 where there is none. */
  attributeFor(position: number): number {
    return this.fieldFor(position)?.attribute ?? 0;
  }

  fieldFor(position: number): ModelCell | undefined {
    for (let back = 0; back < this.size; back++) {
      const cell = this.#at((position - back + this.size) % this.size);
      if (cell.attribute !== undefined) return cell;
    }
    return undefined;
  }

  write(orders: readonly ModelOrder[], resetModified: boolean): void {
    if (resetModified) {
      for (const cell of this.cells) if (cell.attribute !== undefined) cell.attribute &= ~1;
    }
    this.#address = this.cursor;
    this.#attributes = emptyCell();
    this.#lastWasOrder = true;
    this.#lastTabCleared = false;
    let cursor = this.cursor;
    for (const order of orders) {
      if (order.type === 'cursor') cursor = this.#address;
      this.#carryOut(order);
    }
    this.cursor = cursor;
  }

  #put(code: number, escaped: boolean): void {
    const characterSet = escaped ? 0 : this.#attributes.characterSet;
    this.cells[this.#address] = { ...this.#attributes, code, escaped, characterSet };
    this.#address = this.#next(this.#address);
  }

  #carryOut(order: ModelOrder): void {
    if (order.type === 'tab') {
      this.#tab();
      return;
    }
    this.#lastTabCleared = false;
    this.#lastWasOrder = order.type !== 'data' && order.type !== 'escape';
    switch (order.type) {
      case 'data':
        for (const code of order.codes) this.#put(code, false);
        break;
      case 'control':
        this.#put(order.code, false);
        break;
      case 'escape':
        this.#put(order.code, true);
        break;
      case 'field':
        this.cells[this.#address] = { ...emptyCell(), attribute: order.attribute & 0x3d };
        this.#address = this.#next(this.#address);
        break;
      case 'fieldExtended': {
        const cell: ModelCell = { ...emptyCell(), attribute: 0 };
        this.#modify(cell, order.pairs);
        if (cell.highlighting > 0xf8) cell.highlighting -= 8; // DS-218: F9 to FF, in SFE alone
        this.cells[this.#address] = cell;
        this.#address = this.#next(this.#address);
        break;
      }
      case 'modify': {
        const cell = this.#at(this.#address);
        if (cell.attribute === undefined) break;
        this.#modify(cell, order.pairs);
        this.#address = this.#next(this.#address);
        break;
      }
      case 'attribute':
        if (order.kind === 0) this.#attributes = emptyCell();
        else setPair(this.#attributes, order.kind, order.value);
        break;
      case 'address':
        this.#address = order.to;
        break;
      case 'repeat':
        do this.#put(order.code, order.escaped);
        while (this.#address !== order.to);
        break;
      case 'eraseUnprotected': {
        let attribute = this.attributeFor(this.#address);
        do {
          const cell = this.#at(this.#address);
          if (cell.attribute !== undefined) attribute = cell.attribute;
          else if ((attribute & 0x20) === 0) this.#nullify(cell);
          this.#address = this.#next(this.#address);
        } while (this.#address !== order.to);
        break;
      }
    }
  }

  #nullify(cell: ModelCell): void {
    cell.code = 0;
    cell.escaped = false;
    cell.characterSet = 0;
  }

  #modify(cell: ModelCell, pairs: readonly (readonly [number, number])[]): void {
    for (const [kind, value] of pairs) {
      if (kind === 0xc0) cell.attribute = value & 0x3d;
      else setPair(cell, kind, value);
    }
  }

  #tab(): void {
    const here = this.#at(this.#address);
    if (here.attribute !== undefined && (here.attribute & 0x20) === 0) {
      this.#address = this.#next(this.#address);
      this.#lastTabCleared = false;
      this.#lastWasOrder = true;
      return;
    }
    const target = this.#tabTarget(this.#address);
    if (!this.#lastWasOrder || this.#lastTabCleared) {
      while (this.#address !== target && this.#at(this.#address).attribute === undefined) {
        this.cells[this.#address] = emptyCell();
        this.#address = this.#next(this.#address);
      }
      if (target === 0) this.#lastTabCleared = true; // and stays so until another order
    }
    this.#address = target;
    this.#lastWasOrder = true;
  }

  /** All around, as x3270 searches; what lies before the tab counts as 0. */
  #tabTarget(from: number): number {
    for (let step = 0; step < this.size; step++) {
      const position = (from + step) % this.size;
      const attribute = this.#at(position).attribute;
      const followed = this.#at(this.#next(position)).attribute;
      if (attribute === undefined || (attribute & 0x20) !== 0 || followed !== undefined) continue;
      const target = this.#next(position);
      return target < from ? 0 : target;
    }
    return 0;
  }

  eraseAllUnprotected(): void {
    if (this.fieldFor(0) === undefined) {
      this.erase();
      return;
    }
    this.cursor = 0;
    for (let position = this.size - 1; position >= 0; position--) {
      const cell = this.#at(position);
      if (cell.attribute === undefined) {
        if ((this.attributeFor(position) & 0x20) === 0) this.#nullify(cell);
      } else if ((cell.attribute & 0x20) === 0) this.cursor = this.#next(position);
    }
    for (const cell of this.cells) {
      if (cell.attribute !== undefined && (cell.attribute & 0x20) === 0) cell.attribute &= ~1;
    }
  }

  /** The answer to Read Buffer in a reply mode; `listed` are the types of character mode. */
  readBuffer(
    aid: number,
    mode: 'field' | 'extendedField' | 'character',
    listed: readonly number[],
  ): number[] {
    const bytes = [aid, ...addressBytes(this.cursor)];
    const inForce = emptyCell();
    this.cells.forEach((cell, position) => {
      if (cell.attribute !== undefined) {
        const attribute = graphic(cell.attribute);
        if (mode === 'field') bytes.push(0x1d, attribute);
        else {
          const pairs = [0xc0, attribute];
          if (cell.foreground) pairs.push(0x42, cell.foreground);
          if (cell.background) pairs.push(0x45, cell.background);
          if (cell.highlighting) pairs.push(0x41, cell.highlighting);
          if (cell.characterSet) pairs.push(0x43, cell.characterSet);
          bytes.push(0x29, pairs.length / 2, ...pairs);
        }
        return;
      }
      if (mode === 'character') this.#announce(bytes, inForce, cell, listed);
      this.#send(bytes, cell, position);
    });
    return bytes;
  }

  readModified(
    aid: number,
    mode: 'field' | 'extendedField' | 'character',
    listed: readonly number[],
  ): number[] {
    const bytes = [aid, ...addressBytes(this.cursor)];
    const inForce = emptyCell();
    const send = (position: number): void => {
      const cell = this.#at(position);
      if (cell.code === 0) return;
      const field = this.fieldFor(position) ?? emptyCell();
      if (mode === 'character') {
        const shown: ModelCell = {
          ...cell,
          foreground: cell.foreground || field.foreground,
          background: cell.background || field.background,
          highlighting: cell.highlighting || field.highlighting,
          characterSet: cell.characterSet || field.characterSet,
        };
        this.#announce(bytes, inForce, shown, listed);
      }
      this.#send(bytes, cell, position);
    };
    if (this.fieldFor(0) === undefined) {
      for (let position = 0; position < this.size; position++) send(position);
      return bytes;
    }
    for (let at = 0; at < this.size; at++) {
      const { attribute } = this.#at(at);
      if (attribute === undefined || (attribute & 1) === 0) continue;
      let position = this.#next(at);
      bytes.push(0x11, ...addressBytes(position));
      for (; this.#at(position).attribute === undefined; position = this.#next(position)) send(position);
    }
    return bytes;
  }

  #announce(bytes: number[], inForce: ModelCell, cell: Attributes, listed: readonly number[]): void {
    const kinds = [
      [0x42, 'foreground'],
      [0x45, 'background'],
      [0x41, 'highlighting'],
      [0x43, 'characterSet'],
    ] as const;
    for (const [kind, name] of kinds) {
      if (!listed.includes(kind) || inForce[name] === cell[name]) continue;
      bytes.push(0x28, kind, cell[name]);
      inForce[name] = cell[name];
    }
  }

  #send(bytes: number[], cell: ModelCell, position: number): void {
    const fieldSet = this.fieldFor(position)?.characterSet ?? 0;
    if (cell.escaped || cell.characterSet === 0xf1 || fieldSet === 0xf1) bytes.push(0x08);
    bytes.push(cell.code);
  }
}
