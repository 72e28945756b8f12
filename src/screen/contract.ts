import type { CodePage } from '../codepage/index.js';
import type { ParseOutboundOptions, ScreenSize, TerminalDescription } from '../datastream/index.js';
import type { BlankFill } from './blank-fill.js';
import type { KeyRefusal } from './typing.js';

/** How a presentation space is made. */
export interface PresentationSpaceOptions {
  /** For text, and for the Character Sets query reply. With a double-byte page the screen takes double-byte text. */
  readonly codePage: CodePage;
  /** The size that Erase/Write selects; 24 × 80 unless given. */
  readonly defaultSize?: ScreenSize;
  /** The size that Erase/Write Alternate selects; the default size unless given (DS-017). */
  readonly alternateSize?: ScreenSize;
  /** Whether the device has colours; true unless given. */
  readonly colour?: boolean;
  /** Whether numeric fields take only digits, plus, minus, period and comma; false unless given, as in x3270. */
  readonly numericLock?: boolean;
  /** What stands for what is not typed; `none` unless given. x3270 has `blanksAndUnderscores` unless told otherwise. */
  readonly blankFill?: BlankFill;
  /**
   * Whether field validation is carried out: mandatory fill, mandatory entry and trigger fields (DS-100). False unless given, as
   * in x3270, which keeps the attribute and acts on none of it; claimed in the Query Reply only where it is true.
   */
  readonly fieldValidation?: boolean;
  /** What query replies say beyond sizes, colours and code page; what is left out is as in x3270. */
  readonly description?: Omit<
    TerminalDescription,
    'defaultSize' | 'alternateSize' | 'color' | 'cgcsgid' | 'doubleByteCgcsgid' | 'fieldValidation'
  >;
  /** How strictly records are read, and how many structured fields one may have. */
  readonly parsing?: Omit<ParseOutboundOptions, 'addressing'>;
}

/** What a key did. `inbound` is the record to send, without a TN3270E header. */
export type KeyOutcome =
  | { readonly accepted: true; readonly inbound: Uint8Array | undefined }
  | { readonly accepted: false; readonly reason: KeyRefusal };

/**
 * What became of text typed: it stops at the first character that is refused, and behind a trigger field, whose record
 * `inbound` is; the keyboard waits for the host then.
 */
export type TypeOutcome = (
  | { readonly accepted: true; readonly inbound: Uint8Array | undefined }
  | { readonly accepted: false; readonly reason: KeyRefusal; readonly inbound: Uint8Array | undefined }
) & {
  /** UTF-16 units of the text that stand on the screen now. */
  readonly taken: number;
};
