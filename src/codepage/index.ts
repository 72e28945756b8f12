export { type CodePage, type CodePageOptions, createCodePage, isPrintable, UNASSIGNED } from './code-page.js';
export { cp037 } from './cp037.js';
export { cp310 } from './cp310.js';
export {
  createDoubleByteCodePage,
  type DoubleByteCodePage,
  type DoubleByteCodePageOptions,
  type DoubleByteSet,
  isDoubleByte,
  isPair,
} from './double-byte.js';
export {
  decodeMixed,
  encodeMixed,
  MIXED_TEXT_FAULTS,
  type MixedTextFault,
  SHIFT_IN,
  SHIFT_OUT,
} from './mixed.js';
export { decodeText, encodeInto, encodeText, notEncodable } from './text.js';
