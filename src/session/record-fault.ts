import type { Fault } from '../machine/index.js';
import type { RecordToken } from '../telnet/index.js';

/** Offset in the stream and sample of a fault inside a record: every 255 before it stood doubled on the wire. */
export function recordFault(token: RecordToken, fault: Fault): [offset: number, bytes: Uint8Array] {
  const { bytes } = token;
  let doubled = 0;
  for (let i = 0; i < fault.offset; i++) if (bytes[i] === 0xff) doubled++;
  const end = fault.offset + Math.min(fault.length, 64);
  return [token.offset + fault.offset + doubled, bytes.slice(fault.offset, end)];
}
