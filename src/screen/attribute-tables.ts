import { ATTRIBUTE_TYPES, CHARACTER_SETS } from '../datastream/index.js';
import { withAttribute, withFieldAttribute } from './cells.js';

type Change = (cell: number, type: number, value: number, colour: boolean) => number;

/**
 * What a change of an attribute does, for every type and value, as a table without branches: the orders of a write come in no
 * order that a processor could foresee. A loop that changes many reads the three arrays itself.
 */
export class AttributeTable {
  /** Of each type: where its part of the other two begins; the first part, 0, changes nothing. */
  readonly parts: Uint16Array = new Uint16Array(256);
  /** Bits of the cell that stay. */
  readonly kept: Int32Array;
  /** Bits that are set. */
  readonly set: Int32Array;

  constructor(change: Change, types: readonly number[], colour: boolean, doubleByte: boolean) {
    const size = (types.length + 1) << 8;
    this.kept = new Int32Array(size).fill(-1);
    this.set = new Int32Array(size);
    types.forEach((type, index) => {
      const part = (index + 1) << 8;
      this.parts[type] = part;
      for (let value = 0; value < 256; value++) {
        const taken = doubleByte || !needsDoubleByte(type, value) ? value : 0;
        const set = change(0, type, taken, colour);
        this.set[part | value] = set;
        this.kept[part | value] = change(-1, type, taken, colour) & ~set;
      }
    });
  }

  /** The cell with an attribute changed. */
  change(cell: number, type: number, value: number): number {
    const at = (this.parts[type] as number) | value;
    return (cell & (this.kept[at] as number)) | (this.set[at] as number);
  }
}

/** Character set F8 and input control need a double-byte code page; without one they are the default. */
function needsDoubleByte(type: number, value: number): boolean {
  if (type === ATTRIBUTE_TYPES.characterSet) return value === CHARACTER_SETS.doubleByte;
  return type === ATTRIBUTE_TYPES.inputControl;
}

/** Set Attribute: type 00 takes all back (DS-072), and types of fields alone mean nothing (DS-111). */
function setForCharacters(cell: number, type: number, value: number, colour: boolean): number {
  return type === ATTRIBUTE_TYPES.all ? 0 : withAttribute(cell, type, value, colour);
}

/** The tables of a device with or without colours (DS-224) and double-byte characters. */
export interface AttributeTables {
  /** For the attributes in force for characters. */
  readonly characters: AttributeTable;
  /** For the cell of a field attribute. */
  readonly fields: AttributeTable;
}

function makeTables(colour: boolean, doubleByte: boolean): AttributeTables {
  const { all, highlighting, foreground, background, characterSet, transparency } = ATTRIBUTE_TYPES;
  const shared = [highlighting, foreground, background, characterSet, transparency];
  const { fieldAttribute, validation, outlining, inputControl } = ATTRIBUTE_TYPES;
  const ofFields = [fieldAttribute, validation, outlining, inputControl, ...shared];
  return {
    characters: new AttributeTable(setForCharacters, [all, ...shared], colour, doubleByte),
    fields: new AttributeTable(withFieldAttribute, ofFields, colour, doubleByte),
  };
}

/** Of each kind of device; made when the first screen of it needs them, 34 KB each. */
const made: (AttributeTables | undefined)[] = [];

export function attributeTables(colour: boolean, doubleByte: boolean): AttributeTables {
  const kind = (colour ? 1 : 0) | (doubleByte ? 2 : 0);
  made[kind] ??= makeTables(colour, doubleByte);
  return made[kind] as AttributeTables;
}
