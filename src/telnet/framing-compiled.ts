import { type CompiledTable, compile } from '../machine/index.js';
import {
  FRAMING_TABLE,
  type FramingEffect,
  type FramingInput,
  type FramingState,
  framingInput,
} from './framing.table.js';

/** {@link FRAMING_TABLE} for one look-up a byte. */
export const TABLE: CompiledTable<FramingState, FramingInput, FramingEffect> =
  /* @__PURE__ */ compile(FRAMING_TABLE);
export const DATA: number = /* @__PURE__ */ TABLE.states.indexOf('data');
export const IN_IAC: number = /* @__PURE__ */ TABLE.states.indexOf('iac');
export const SUB: number = /* @__PURE__ */ TABLE.states.indexOf('sub');
export const SKIP: number = /* @__PURE__ */ TABLE.states.indexOf('skip');
/** The input of each byte, as its index in the table. */
export const CLASSES: Uint8Array = /* @__PURE__ */ Uint8Array.from({ length: 256 }, (_, byte) =>
  TABLE.inputs.indexOf(framingInput(byte)),
);
