import { UsageError } from '../bytes/index.js';
import { graphicByte } from './address.js';
import { FIELD_ATTRIBUTE, FIELD_DISPLAY, type FieldDisplay } from './attributes.data.js';

/** A field attribute, bit by bit (DS-088 to DS-092). */
export interface FieldAttribute {
  readonly protected: boolean;
  /** With `protected`: the cursor skips the field. */
  readonly numeric: boolean;
  readonly display: FieldDisplay;
  /** Modified data tag: the field is sent on Read Modified. */
  readonly modified: boolean;
}

const DISPLAYS = ['normal', 'detectable', 'intensified', 'hidden'] as const;

/** Reads a field attribute byte; its bits 80, 40 and 02 have no meaning (DS-221). */
export function parseFieldAttribute(byte: number): FieldAttribute {
  return {
    protected: (byte & FIELD_ATTRIBUTE.protected) !== 0,
    numeric: (byte & FIELD_ATTRIBUTE.numeric) !== 0,
    display: DISPLAYS[(byte & FIELD_ATTRIBUTE.display) >> 2] as FieldDisplay,
    modified: (byte & FIELD_ATTRIBUTE.modified) !== 0,
  };
}

/**
 * Builds a field attribute as a graphic byte (DS-087). What is left out is off, `display` normal.
 *
 * @throws {@link UsageError} `argument-invalid` when `display` is not one of the four.
 * @example
 * buildFieldAttribute({ protected: true, display: 'intensified' }); // 0xe8
 */
export function buildFieldAttribute(bits: Partial<FieldAttribute>): number {
  const display = DISPLAYS.indexOf(bits.display ?? 'normal');
  if (display < 0) {
    throw new UsageError(
      'argument-invalid',
      `display must be one of ${Object.keys(FIELD_DISPLAY).join(', ')}`,
    );
  }
  return graphicByte(
    (bits.protected ? FIELD_ATTRIBUTE.protected : 0) |
      (bits.numeric ? FIELD_ATTRIBUTE.numeric : 0) |
      (display << 2) |
      (bits.modified ? FIELD_ATTRIBUTE.modified : 0),
  );
}
