export { type DissectOptions, Dissector, type DissectorOptions, dissect } from './dissect.js';
export type { DissectedItem, Sender } from './dissected.js';
export {
  type Transcript,
  type TranscriptAction,
  type TranscriptBytes,
  type TranscriptEvent,
  type TranscriptEventName,
  type TranscriptHeader,
  type TranscriptStep,
  writeTranscript,
} from './transcript.js';
export {
  type TranscriptEnvironment,
  type TranscriptOptions,
  type TranscriptVariables,
  terminalOptions,
} from './transcript-options.js';
export {
  parseTranscript,
  TRANSCRIPT_LIMITS,
  TranscriptError,
  type TranscriptLimits,
} from './transcript-parse.js';
