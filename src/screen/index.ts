export type { ReplyMode, ScreenSize } from '../datastream/index.js';
export type { BlankFill } from './blank-fill.js';
export type { KeyOutcome, PresentationSpaceOptions, TypeOutcome } from './contract.js';
export { type HtmlOptions, screenToHtml } from './export-html.js';
export { type ScreenDocument, screenToJson } from './export-json.js';
export { screenToAnsi, screenToText } from './export-text.js';
export type { InboundFinding, SentField } from './inbound-check.js';
export { INBOUND_VIOLATIONS, type InboundViolationCode } from './inbound-violations.data.js';
export { Keyboard, type KeyboardLock } from './keyboard.js';
export { KEYBOARD_TABLE, type KeyboardInput, type LockChange, type LockReason } from './keyboard.table.js';
export {
  type AttentionKey,
  type CursorKey,
  type EditKey,
  KEYS,
  type Key,
  type KeyKind,
  keyKindOf,
} from './keys.data.js';
export { NvtSurface } from './nvt-surface.js';
export { PresentationSpace } from './presentation-space.js';
export type { OutboundResult } from './record.js';
export type { StyledRun } from './runs.js';
export { ScreenView } from './screen-view.js';
export { type FindOptions, findText, type ScreenWord, wordsOfRow } from './search.js';
export { type CheckedInbound, type ReadRequest, SentScreen } from './sent-screen.js';
export type { ShownText } from './shown.js';
export type { AttributeEntry, ExtendedAttributes, Field, ResolvedCell } from './text.js';
export type { KeyRefusal } from './typing.js';
export { SCREEN_VIOLATIONS, type ScreenViolationCode } from './violations.data.js';
export { type ChangedRegion, type ScreenChanges, ScreenWatch } from './watch.js';
