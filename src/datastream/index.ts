export {
  addressAt,
  decodeAddress,
  decodeAddress16,
  encodeAddress,
  graphicByte,
  MAXIMUM_12_BIT_POSITIONS,
  MAXIMUM_14_BIT_POSITIONS,
  SIX_BIT_GRAPHICS,
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
export { COMMANDS, type CommandName, commandOf, type ReadCommand } from './commands.data.js';
export {
  BYTE_KIND,
  BYTE_KINDS,
  FORMAT_CONTROLS,
  type FormatControlName,
  ORDERS,
  type OrderName,
} from './orders.data.js';
export type { WriteCommand, WriteHandler } from './write-handler.js';
