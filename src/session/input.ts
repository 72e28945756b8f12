import type { Key, LockReason } from '../screen/index.js';

/** What a key or text did. */
export type InputOutcome =
  | {
      readonly accepted: true;
      /** It waits until the host gives the right to send (CONTENTION-RESOLUTION), and is done then. */
      readonly waits?: true;
    }
  | {
      readonly accepted: false;
      /** Why not; `noSession` while nothing can be typed at all, `notEncodable` when the code page lacks the character. */
      readonly reason: InputRefusal;
      /** With text: how many UTF-16 units were taken before. */
      readonly taken?: number;
    };
/** Why a key or a text was refused. */
export type InputRefusal = LockReason | 'noSession' | 'notEncodable' | 'notSelectable';

/** All keys of a terminal: those of the presentation space, and ATTN, which is the session's. */
export type TerminalKey = Key | 'attn';
