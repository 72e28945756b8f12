import type { NvtStep } from './generate.js';
import type { NvtLook } from './sides.js';

/** One thing that is not the same. */
export interface NvtDifference {
  readonly what: 'sent' | 'cursor' | 'locked' | 'size' | 'cell';
  /** Of a cell; else -1. */
  readonly position: number;
  readonly ours: string;
  readonly theirs: string;
}

/** A difference between our network virtual terminal and that of s3270 that is meant. It ends its scenario. */
export interface KnownNvtDifference {
  readonly name: string;
  readonly clause: string;
  readonly reason: string;
  readonly explains: (difference: NvtDifference, step: NvtStep, from: NvtLook, ours: NvtLook) => boolean;
}

const COLUMNS = 80;

export const NVT_KNOWN: readonly KnownNvtDifference[] = [
  {
    name: 'two special graphics',
    clause: 'VT100 User Guide, table 3-9',
    reason:
      'In the DEC special graphics set 5F is a blank and 7E a centred dot. s3270 shows a full block and a bullet.',
    explains: ({ what, ours, theirs }) =>
      what === 'cell' &&
      ((ours.startsWith(' ') && theirs === `█${ours.slice(1)}`) ||
        (ours.startsWith('·') && theirs === `•${ours.slice(1)}`)),
  },
  {
    name: 'margin of a text',
    clause: 'x3270 sheet §7',
    reason:
      's3270 4.1 keeps a text that is typed by String() to the right of the column that it began in, as 4.6 keeps only what is pasted.',
    explains: (difference, step, from, ours) =>
      difference.what === 'cursor' &&
      step.type === 'action' &&
      step.name === 'String' &&
      ours.cursor % COLUMNS < from.cursor % COLUMNS &&
      Number(difference.theirs) === ours.cursor - (ours.cursor % COLUMNS) + (from.cursor % COLUMNS),
  },
];
