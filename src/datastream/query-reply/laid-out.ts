import { ByteCursor, type ByteWriter } from '../../bytes/index.js';
import { appendLayout, readLayout } from '../layout.js';
import { QUERY_CODES } from './codes.data.js';
import type { LaidOutReply } from './laid-out-replies.js';
import { QUERY_REPLY_LAYOUTS } from './layouts.data.js';

/** The name of a reply that has a layout here; undefined for any other code. */
export function laidOutName(code: number): LaidOutReply['type'] | undefined {
  const names = Object.keys(QUERY_REPLY_LAYOUTS) as LaidOutReply['type'][];
  return names.find((name) => QUERY_CODES[name] === code);
}

/** Whether a reply is one that has a layout here. */
export function isLaidOut(reply: { readonly type: string }): reply is LaidOutReply {
  return Object.hasOwn(QUERY_REPLY_LAYOUTS, reply.type);
}

/** Reads what stands behind the query code; undefined when it does not fit the layout. */
export function readLaidOut(type: LaidOutReply['type'], data: Uint8Array): LaidOutReply | undefined {
  const values = readLayout(QUERY_REPLY_LAYOUTS[type], new ByteCursor(data));
  return typeof values === 'string' ? undefined : ({ type, ...values } as LaidOutReply);
}

/** Appends what stands behind the query code. */
export function appendLaidOut(writer: ByteWriter, reply: LaidOutReply): void {
  appendLayout(writer, QUERY_REPLY_LAYOUTS[reply.type], reply);
}
