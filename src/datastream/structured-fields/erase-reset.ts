import type { ByteWriter } from '../../bytes/index.js';
import { type DatastreamFault, fault } from '../fault.js';
import type { RawStructuredField } from './reader.js';

/** Erase/Reset: clears the screen as an erase without a write control character does (SF-055). */
export interface EraseReset {
  readonly type: 'eraseReset';
  readonly size: 'default' | 'alternate';
}

const ALTERNATE = 0x80;

/** Reads an Erase/Reset; its length must be 4. */
export function parseEraseReset(field: RawStructuredField): EraseReset | DatastreamFault {
  if (field.end - field.body !== 1) return fault('structured-field-length', field.offset, field.end);
  const code = field.bytes[field.body] as number;
  if (code !== 0 && code !== ALTERNATE) return fault('structured-field-invalid', field.offset, field.end);
  return { type: 'eraseReset', size: code === 0 ? 'default' : 'alternate' };
}

/** Appends what stands behind the identifier. */
export function appendEraseReset(writer: ByteWriter, field: EraseReset): void {
  writer.byte(field.size === 'alternate' ? ALTERNATE : 0);
}
