import type { Difference, Outcome } from './compare.js';
import { sameButForBackground, sameButForInherited } from './inherited.js';
import { attributesOf, highlightingOf, isField, type Look } from './sides/look.js';

/** A difference between our session and s3270 that is meant. */
export interface KnownDifference {
  readonly name: string;
  /** The rule by which ours is right, or which leaves it open. */
  readonly clause: string;
  readonly reason: string;
  /** It leaves something behind that makes later answers differ: the scenario ends with it. */
  readonly lasts: boolean;
  /** What s3270 is told behind it, so that both show the same again. */
  readonly mend?: (outcome: Outcome) => string;
  readonly explains: (difference: Difference, outcome: Outcome) => boolean;
}

export const KNOWN_DIFFERENCES: readonly KnownDifference[] = [
  {
    name: 'operation check within a structured field',
    clause: 'SF-006',
    reason:
      'A bad address or a cut order in the write of an Outbound 3270DS is answered as in a plain write, by operation check. s3270 has one answer for all faults of structured fields: command reject.',
    lasts: false,
    explains: (difference, { step }) =>
      difference.what === 'response' &&
      difference.ours === 'negative 02' &&
      difference.theirs === 'negative 00' &&
      step.type === 'record' &&
      step.record.structuredFields.includes('Outbound 3270DS'),
  },
  {
    name: 'intensify in SFE',
    clause: 'DS-218',
    reason:
      'Highlighting has four bits. s3270 keeps three of them in SFE and loses F8 there, though not in SA and MF.',
    lasts: true,
    explains: (difference, { ours, theirs }) => {
      if (difference.what === 'cell') return isIntensifyLost(difference.ours, difference.theirs);
      // The record may have a read behind the write.
      const lost = (cell: number, position: number): boolean =>
        isIntensifyLost(cell, theirs.look.cells[position] as number);
      return difference.what === 'replies' && ours.look.cells.some(lost);
    },
  },
  {
    name: 'size of erases within a structured field',
    clause: 'SF-061',
    reason:
      'Erase/Write and Erase/Write Alternate in an Outbound 3270DS do what the commands do, and so select the size. s3270 erases in the size that is in use.',
    lasts: true,
    explains: (_, { step }) =>
      step.type === 'record' && step.record.quirks.includes('size within a structured field'),
  },
  {
    name: 'attributes of the field in reads',
    clause: 'DS-219, DS-223',
    reason:
      'Read Modified in character mode gives a character without attributes those of its field, and characters of character set F1 are read as graphic escapes, as s3270 4.6 has it. s3270 4.1 does neither.',
    lasts: false,
    explains: (difference, { ours }) =>
      difference.what === 'replies' &&
      ours.look.cells.some((cell) => attributesOf(cell) !== 0) &&
      sameButForInherited(difference.ours, difference.theirs),
  },
  {
    name: 'background in RA',
    clause: 'DS-060',
    reason:
      'RA gives every position the character attributes in force. s3270 4.1 gives them all but the background, and leaves the background that a position had.',
    lasts: true,
    explains: (difference, { before }) =>
      difference.what === 'replies' &&
      before.has('RA') &&
      sameButForBackground(difference.ours, difference.theirs),
  },
  {
    name: 'EUA without SBA',
    clause: 'DS-041',
    reason:
      'EUA erases what is unprotected where it stands. s3270 4.1 remembers the field attribute from an order before, and not all orders bring it up to date: behind a PT it can take a protected field for an unprotected one.',
    lasts: true,
    explains: (difference, { step }) =>
      (difference.what === 'cell' || difference.what === 'replies') &&
      step.type === 'record' &&
      step.record.quirks.includes('EUA without SBA'),
  },
  {
    name: 'Create Partition cut short',
    clause: 'SF-003, SF-057',
    reason:
      'A Create Partition without a partition number, or with half a number at its end, is refused: read and built again it would be another one. s3270 takes what is there.',
    lasts: true,
    // A write behind it in the same record begins at another place.
    explains: (_, { step }) =>
      step.type === 'record' && step.record.quirks.includes('Create Partition cut short'),
  },
  {
    name: 'double-byte set',
    clause: 'DS-104, DS-111',
    reason:
      'A terminal whose code page has single bytes does not know character set F8 and takes it for the default. s3270 4.1 keeps it in MF, and behind an SA it takes two bytes for a character, with every code page, and refuses an odd count.',
    lasts: true,
    explains: (_, { step }) => step.type === 'record' && step.record.quirks.includes('double-byte set'),
  },
  {
    name: 'Outbound 3270DS with nothing to write',
    clause: 'SF-010, SF-061',
    reason:
      'A Write without a write control character is a write of none within an Outbound 3270DS, and begins like any other: it ends the lock that a query reply left. s3270 passes over it.',
    lasts: true,
    explains: ({ what }, { step }) =>
      what === 'locked' &&
      step.type === 'record' &&
      step.record.quirks.includes('Outbound 3270DS with nothing to write'),
  },
  {
    name: 'shift in without shift out',
    clause: 'DS-046',
    reason:
      'With a single-byte code page SO and SI are stored as they come. s3270 4.1 takes an SI without an SO before it for an error, with every code page.',
    lasts: true,
    explains: (_, { step }) =>
      step.type === 'record' && step.record.quirks.includes('shift in without shift out'),
  },
  {
    name: 'margin of a text',
    clause: 'x3270 sheet',
    reason:
      's3270 4.1 keeps a text that is typed by String() to the right of the column that it began in, as 4.6 keeps only what is pasted.',
    lasts: false,
    mend: ({ ours: { look } }) => moveTo(look),
    explains: (difference, { step, from, ours, theirs }) =>
      difference.what === 'cursor' &&
      step.type === 'action' &&
      step.name === 'String' &&
      !ours.look.locked &&
      theirs.look.cursor === behindMargin(ours.look, from.cursor % from.columns),
  },
];

/** Where the margin at a column takes the cursor: into the column, whatever stands there. */
function behindMargin({ cursor, columns }: Look, column: number): number {
  return Math.max(cursor, cursor - (cursor % columns) + column);
}

function moveTo({ cursor, columns }: Look): string {
  return `MoveCursor(${Math.floor(cursor / columns)},${cursor % columns})`;
}

function isIntensifyLost(ours: number, theirs: number): boolean {
  return (
    isField(ours) &&
    highlightingOf(ours) === (highlightingOf(theirs) | 8) &&
    highlightingOf(theirs) < 8 &&
    withoutHighlighting(ours) === withoutHighlighting(theirs)
  );
}

function withoutHighlighting(cell: number): number {
  return cell & ~(0x0f << 14);
}
