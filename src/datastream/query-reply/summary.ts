import type { ByteCursor, ByteWriter } from '../../bytes/index.js';
import { appendByte } from './parameters.js';

/** Summary: the codes of the replies that a Query draws, its own among them (SF-092, SF-082). */
export interface SummaryReply {
  readonly type: 'summary';
  readonly codes: readonly number[];
}

/** Reads what stands behind the query code. */
export function decodeSummary(cursor: ByteCursor): SummaryReply {
  return { type: 'summary', codes: Array.from(cursor.take(cursor.remaining)) };
}

/** Appends what stands behind the query code. */
export function appendSummary(writer: ByteWriter, reply: SummaryReply): void {
  for (const code of reply.codes) appendByte(writer, 'query code', code);
}
