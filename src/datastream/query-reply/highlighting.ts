import type { ByteCursor, ByteWriter } from '../../bytes/index.js';
import { type ActionPair, appendActionPairs, appendRest, readActionPairs, restOf } from './parameters.js';

/** Highlighting (SF-099). */
export interface HighlightingReply {
  readonly type: 'highlighting';
  /** Highlighting attribute and what is shown for it. */
  readonly pairs: readonly ActionPair[];
  readonly rest?: Uint8Array;
}

/** Reads what stands behind the query code; undefined when it is too short. */
export function decodeHighlighting(cursor: ByteCursor): HighlightingReply | undefined {
  const pairs = readActionPairs(cursor);
  return pairs === undefined ? undefined : { type: 'highlighting', pairs, ...restOf(cursor) };
}

/** Appends what stands behind the query code. */
export function appendHighlighting(writer: ByteWriter, reply: HighlightingReply): void {
  appendActionPairs(writer, reply.pairs);
  appendRest(writer, reply);
}
