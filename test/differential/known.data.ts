import type { Difference, Outcome } from './compare.js';
import { sameButForBackground, sameButForHighlighting, sameButForInherited } from './inherited.js';
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
      return (
        difference.what === 'replies' &&
        ours.look.cells.some(lost) &&
        sameButForHighlighting(difference.ours, difference.theirs)
      );
    },
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
    name: 'background of typed characters',
    clause: 'DS-108',
    reason:
      'A typed character has no attributes of its own. s3270 leaves the background of the one that it takes the place of.',
    lasts: false,
    explains: (difference, { before }) =>
      difference.what === 'replies' &&
      ['String', 'Key', 'CircumNot', 'Dup', 'FieldMark'].some((name) => before.has(name)) &&
      sameButForBackground(difference.ours, difference.theirs),
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
