import type { ByteCursor, ByteWriter } from '../../bytes/index.js';
import { appendByte } from './parameters.js';

/** Reply Modes (SF-100). */
export interface ReplyModesReply {
  readonly type: 'replyModes';
  /** Codes as in {@link REPLY_MODES}. */
  readonly modes: readonly number[];
}

/** Reads what stands behind the query code. */
export function decodeReplyModes(cursor: ByteCursor): ReplyModesReply {
  return { type: 'replyModes', modes: Array.from(cursor.take(cursor.remaining)) };
}

/** Appends what stands behind the query code. */
export function appendReplyModes(writer: ByteWriter, reply: ReplyModesReply): void {
  for (const mode of reply.modes) appendByte(writer, 'mode', mode);
}
