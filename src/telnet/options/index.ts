export { type FaultReport, report, type SendBody } from './effects.js';
export {
  LU_REFUSALS,
  type LuRefusal,
  type LuRefusalReason,
  parseLuRefusal,
} from './lu-refusals.data.js';
export { checkName, MAX_NAME_LENGTH, readName } from './names.js';
export { buildWindowSize, parseWindowSize, type WindowSize } from './naws.js';
export {
  ENVIRONMENT_HOST_TABLE,
  type EnvironmentHostInput,
  type EnvironmentHostState,
  type EnvironmentHostStep,
} from './new-environ.table.js';
export {
  ENVIRONMENT_CODES,
  ENVIRONMENT_COMMANDS,
  ENVIRONMENT_LIMITS,
  IBM_USER_VARIABLES,
  WELL_KNOWN_VARIABLES,
} from './new-environ-codes.data.js';
export {
  type EnvironmentGiven,
  EnvironmentHost,
  type EnvironmentHostEffect,
  type EnvironmentHostOptions,
  type EnvironmentHostSnapshot,
  type GivenVariable,
  type WantedVariable,
} from './new-environ-host.js';
export {
  buildEnvironment,
  type EnvironmentItem,
  type EnvironmentMessage,
  parseEnvironment,
  type VariableKind,
} from './new-environ-message.js';
export {
  type EnvironmentOptions,
  EnvironmentTerminal,
  type EnvironmentTerminalEffect,
  type EnvironmentTerminalState,
  type VariableSource,
  type VariableValue,
} from './new-environ-terminal.js';
export {
  type CollectorEffect,
  type CollectorInput,
  type CollectorState,
  TERMINAL_TYPE_COLLECTOR_TABLE,
} from './terminal-type.table.js';
export {
  MAX_REQUESTS_ANSWERED,
  MAX_REQUESTS_ASKED,
  MAX_TERMINAL_TYPE_LENGTH,
  TERMINAL_TYPE_COMMANDS,
} from './terminal-type-codes.data.js';
export {
  type GivenTerminalType,
  parseTerminalTypeName,
  TerminalTypeCollector,
  type TerminalTypeCollectorEffect,
  type TerminalTypeCollectorOptions,
  type TerminalTypeCollectorState,
  type TerminalTypesGathered,
} from './terminal-type-collector.js';
export {
  deviceTypeName,
  parseTerminalType,
  type TerminalDescription,
  type TerminalTypeFacts,
  terminalTypeName,
} from './terminal-type-name.js';
export {
  type LuNamesExhausted,
  TerminalTypeResponder,
  type TerminalTypeResponderEffect,
  type TerminalTypeResponderOptions,
  type TerminalTypeResponderState,
} from './terminal-type-responder.js';
export {
  type DeviceKind,
  MODEL_SIZES,
  TERMINAL_TYPE_NAMES,
  type TerminalModel,
} from './terminal-types.data.js';
export { REGIME_COMMANDS } from './three-270-regime.js';
export {
  TIMING_MARK_TABLE,
  type TimingMarkEffect,
  type TimingMarkInput,
  type TimingMarkState,
} from './timing-mark.js';
export { OPTION_VIOLATIONS, type OptionViolationCode } from './violations.data.js';
