export { type CodePage, type CodePageOptions, createCodePage, isPrintable, UNASSIGNED } from './code-page.js';
export { cp037 } from './cp037.js';
export { cp310 } from './cp310.js';
export { decodeText, encodeInto, encodeText, notEncodable } from './text.js';
