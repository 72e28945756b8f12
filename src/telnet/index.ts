export * from './commands.data.js';
export { encodeData, encodeRecord, encodeSubnegotiation, writeNegotiation, writeRecord } from './encode.js';
export { TelnetDecoder } from './framing.js';
export {
  FRAMING_TABLE,
  type FramingEffect,
  type FramingInput,
  type FramingState,
  framingInput,
} from './framing.table.js';
export { FRAMING_LIMITS, type FramingLimits } from './framing-limits.js';
export {
  negotiationText,
  type OpenRequest,
  type OptionChange,
  OptionNegotiator,
  type OptionPolicy,
} from './negotiator.js';
export { OPTION_TABLE, type OptionEffect, type OptionInput, type OptionState } from './option.table.js';
export * from './options/index.js';
export * from './options.data.js';
export type * from './tokens.js';
export { parseTn3270Uri, TELNET_PORTS, type Tn3270Uri } from './uri.js';
export { TELNET_VIOLATIONS, type TelnetViolationCode } from './violations.data.js';
