import { ByteCursor, type ByteWriter, UsageError } from '../../bytes/index.js';
import { type DatastreamFault, fault } from '../fault.js';
import { appendLayout, readLayout } from '../layout.js';
import type { LaidOutField } from './laid-out-fields.js';
import { STRUCTURED_FIELD_LAYOUTS } from './layouts.data.js';
import type { RawStructuredField } from './reader.js';

/** Whether a structured field has a layout here. */
export function isLaidOut(name: string): name is LaidOutField['type'] {
  return Object.hasOwn(STRUCTURED_FIELD_LAYOUTS, name);
}

/** Reads a structured field by its layout. */
export function parseLaidOut(
  type: LaidOutField['type'],
  { bytes, offset, body, end }: RawStructuredField,
): LaidOutField | DatastreamFault {
  const values = readLayout(STRUCTURED_FIELD_LAYOUTS[type], new ByteCursor(bytes, body, end));
  if (values === 'short') return fault('structured-field-length', offset, end);
  if (values === 'undefined') return fault('structured-field-invalid', offset, end);
  return { type, ...values } as LaidOutField;
}

/** Appends what stands behind the identifier. */
export function appendLaidOut(writer: ByteWriter, field: LaidOutField): void {
  if (!isLaidOut(field.type)) {
    throw new UsageError(
      'argument-invalid',
      `no structured field to build has the type ${String(field.type)}`,
    );
  }
  appendLayout(writer, STRUCTURED_FIELD_LAYOUTS[field.type], field);
}
