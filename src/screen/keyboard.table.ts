/** Why the keyboard takes no input (x3270 sheet §9). Several may hold at once. */
export type LockReason =
  /** There is no session: before the first one, when the host has left it, and at the end. */
  | 'notConnected'
  /** The host has not written yet. */
  | 'awaitingFirst'
  /** An attention identifier was sent and no write has come since (the clock; TWAIT). */
  | 'waitingForHost'
  /** An attention identifier was sent and the host has not restored the keyboard (X SYSTEM). */
  | 'systemLock'
  /** A query reply was sent and the host has not written since (SF-010). */
  | 'enterInhibit'
  | 'operatorErrorProtected'
  | 'operatorErrorNumeric'
  /** Insertion into a full field. */
  | 'operatorErrorOverflow'
  /** A single-byte character in a double-byte field or the reverse. */
  | 'operatorErrorDoubleByte'
  /** A field has to be filled before the cursor leaves it, and before it is sent (DS-100). */
  | 'operatorErrorMandatoryFill'
  /** A field has to be entered before anything is sent (DS-100). */
  | 'operatorErrorMandatoryEntry'
  /** The key has no function here (X -f). */
  | 'minusFunction'
  /** The host has the right to send (contention resolution). */
  | 'bid';

/** What happens to a keyboard. */
export type KeyboardInput =
  | 'connected'
  | 'disconnected'
  /** A key sent an attention identifier. */
  | 'attentionSent'
  /** Write, Erase/Write, Erase/Write Alternate, Erase All Unprotected or Erase/Reset begins. */
  | 'writeBegun'
  /** A write ended whose write control character does not restore the keyboard. */
  | 'writeEnded'
  /** Keyboard restore in a write control character, Erase All Unprotected, or the TN3270E flag. */
  | 'restored'
  | 'queryReplySent'
  /** The Reset key. */
  | 'resetKey'
  /** A key that only moves the cursor. */
  | 'cursorKey';

/** `set`, `clear`, or `·` for no change. */
export type LockChange = 'set' | 'clear' | '·';

/**
 * Every lock reason is a machine of its own with two states, locked or not, so a cell says only where an input
 * leads from both. A missing cell does not compile.
 */
export const KEYBOARD_TABLE: Readonly<Record<LockReason, Readonly<Record<KeyboardInput, LockChange>>>> = {
  // biome-ignore format: one row a reason
  notConnected:                { connected: 'clear', disconnected: 'set',   attentionSent: '·',   writeBegun: '·',     writeEnded: '·',     restored: '·',     queryReplySent: '·',   resetKey: '·',     cursorKey: '·' },
  // biome-ignore format: one row a reason
  awaitingFirst:               { connected: 'set',   disconnected: 'clear', attentionSent: '·',   writeBegun: 'clear', writeEnded: '·',     restored: 'clear', queryReplySent: '·',   resetKey: 'clear', cursorKey: '·' },
  // biome-ignore format: one row a reason
  waitingForHost:              { connected: 'clear', disconnected: 'clear', attentionSent: 'set', writeBegun: '·',     writeEnded: 'clear', restored: 'clear', queryReplySent: '·',   resetKey: 'clear', cursorKey: '·' },
  // biome-ignore format: one row a reason
  systemLock:                  { connected: 'clear', disconnected: 'clear', attentionSent: 'set', writeBegun: '·',     writeEnded: '·',     restored: 'clear', queryReplySent: '·',   resetKey: 'clear', cursorKey: '·' },
  // biome-ignore format: one row a reason
  enterInhibit:                { connected: 'clear', disconnected: 'clear', attentionSent: '·',   writeBegun: 'clear', writeEnded: '·',     restored: 'clear', queryReplySent: 'set', resetKey: 'clear', cursorKey: '·' },
  // biome-ignore format: one row a reason
  operatorErrorProtected:      { connected: 'clear', disconnected: 'clear', attentionSent: '·',   writeBegun: '·',     writeEnded: '·',     restored: 'clear', queryReplySent: '·',   resetKey: 'clear', cursorKey: 'clear' },
  // biome-ignore format: one row a reason
  operatorErrorNumeric:        { connected: 'clear', disconnected: 'clear', attentionSent: '·',   writeBegun: '·',     writeEnded: '·',     restored: 'clear', queryReplySent: '·',   resetKey: 'clear', cursorKey: 'clear' },
  // biome-ignore format: one row a reason
  operatorErrorOverflow:       { connected: 'clear', disconnected: 'clear', attentionSent: '·',   writeBegun: '·',     writeEnded: '·',     restored: 'clear', queryReplySent: '·',   resetKey: 'clear', cursorKey: 'clear' },
  // biome-ignore format: one row a reason
  operatorErrorDoubleByte:     { connected: 'clear', disconnected: 'clear', attentionSent: '·',   writeBegun: '·',     writeEnded: '·',     restored: 'clear', queryReplySent: '·',   resetKey: 'clear', cursorKey: 'clear' },
  // biome-ignore format: one row a reason
  operatorErrorMandatoryFill:  { connected: 'clear', disconnected: 'clear', attentionSent: '·',   writeBegun: '·',     writeEnded: '·',     restored: 'clear', queryReplySent: '·',   resetKey: 'clear', cursorKey: '·' },
  // biome-ignore format: one row a reason
  operatorErrorMandatoryEntry: { connected: 'clear', disconnected: 'clear', attentionSent: '·',   writeBegun: '·',     writeEnded: '·',     restored: 'clear', queryReplySent: '·',   resetKey: 'clear', cursorKey: '·' },
  // biome-ignore format: one row a reason
  minusFunction:               { connected: 'clear', disconnected: 'clear', attentionSent: '·',   writeBegun: '·',     writeEnded: '·',     restored: 'clear', queryReplySent: '·',   resetKey: 'clear', cursorKey: '·' },
  // biome-ignore format: one row a reason
  bid:                         { connected: 'clear', disconnected: 'clear', attentionSent: '·',   writeBegun: '·',     writeEnded: '·',     restored: '·',     queryReplySent: '·',   resetKey: '·',     cursorKey: '·' },
};
