/** What a terminal shows: the same for ours and for s3270. */
export interface Look {
  readonly rows: number;
  readonly columns: number;
  readonly cursor: number;
  readonly locked: boolean;
  readonly formatted: boolean;
  /** One number a position, see {@link packCell}. */
  readonly cells: Int32Array;
}

const FIELD = 1 << 8;
const GRAPHIC_ESCAPE = 1 << 9;

/**
 * A position as one number: code or attribute (bits 3D), whether it is an attribute or was written by a graphic escape,
 * and its attributes as they stand on the wire; 0 and, for highlighting, F0 are the default. The background of characters is
 * left out, since s3270 4.1 prints their foreground in its place; what hosts read shows it.
 */
export function packCell(
  code: number,
  kind: 'character' | 'graphicEscape' | 'field',
  highlighting: number,
  foreground: number,
  background: number,
  characterSet: number,
): number {
  const bits = kind === 'field' ? FIELD : kind === 'graphicEscape' ? GRAPHIC_ESCAPE : 0;
  // A graphic escape implies its set.
  const set = kind === 'graphicEscape' ? 0 : characterSet & 0x0f;
  return (
    (kind === 'field' ? code & 0x3d : code) |
    bits |
    (set << 10) |
    ((highlighting & 0x0f) << 14) |
    (packColour(foreground) << 18) |
    (kind === 'field' ? packColour(background) << 23 : 0)
  );
}

function packColour(value: number): number {
  return value === 0 ? 0 : 0x10 | (value & 0x0f);
}

/** Whether it is a field attribute. */
export function isField(cell: number): boolean {
  return (cell & FIELD) !== 0;
}

/** The highlighting, four bits. */
export function highlightingOf(cell: number): number {
  return (cell >> 14) & 0x0f;
}

/** Whether it has a character set, highlighting or colours, and which, as bits. */
export function attributesOf(cell: number): number {
  return cell & ~0x3ff;
}

/** In words, for reports. */
export function cellInWords(cell: number): string {
  const kind = isField(cell) ? 'field ' : (cell & GRAPHIC_ESCAPE) !== 0 ? 'GE ' : '';
  const parts = [`${kind}${(cell & 0xff).toString(16).padStart(2, '0')}`];
  const add = (name: string, value: number): void => {
    if (value !== 0) parts.push(`${name}=${value.toString(16)}`);
  };
  add('set', (cell >> 10) & 0x0f);
  add('highlighting', highlightingOf(cell));
  add('foreground', (cell >> 18) & 0x1f);
  add('background', (cell >> 23) & 0x1f);
  return parts.join(' ');
}
