export { NvtDisplay, type NvtFault } from './display.js';
export { type NvtEcho, type NvtErase, NvtInput, type NvtTyped } from './line-discipline.js';
export { PARSER_TABLE, type ParserEffect, type ParserInput, type ParserState } from './parser.table.js';
export { NVT_VIOLATIONS, type NvtViolationCode } from './violations.data.js';
