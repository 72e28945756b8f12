import { toHex } from '../../../src/bytes/index.js';
import type { TerminalSession } from '../../../src/session/index.js';

/** What a step left behind: the object of `npm run replay -- FILE --json`. */
export interface Snapshot {
  /** Number of the step in the file, from 1; the header is line 1, so step n is line n + 1 of a file without empty lines. */
  readonly step: number;
  /** Bytes sent in this step, in hex. */
  readonly sent: string;
  readonly mode: string;
  readonly lu: string | null;
  readonly rows: number;
  readonly cols: number;
  /** Offset from 0. */
  readonly cursor: number;
  readonly keyboardLocked: boolean;
  readonly text: readonly string[];
  /** The character plane in EBCDIC, with 01 where a field attribute stands. */
  readonly buffer: string;
  /** Position and attribute of each field, and those of its extended attributes that are not the default. */
  readonly attributes: readonly (readonly [
    offset: number,
    attribute: number,
    extended: Record<string, number>,
  ])[];
}

export function snapshotOf(session: TerminalSession, step: number, sent: Uint8Array): Snapshot {
  const { screen } = session;
  return {
    step,
    sent: toHex(sent),
    mode: session.mode,
    lu: session.luName ?? null,
    rows: screen.rows,
    cols: screen.columns,
    cursor: screen.cursor,
    keyboardLocked: session.keyboardLock !== undefined,
    text: screen.text(),
    buffer: toHex(screen.characterPlane()),
    attributes: screen
      .attributesAt()
      .map(([offset, attribute, extended]) => [
        offset,
        attribute,
        Object.fromEntries(Object.entries(extended).filter(([, value]) => value !== 0)),
      ]),
  };
}
