import type { Step } from './generate/scenarios.js';
import { cellInWords, type Look } from './sides/look.js';

/** What a terminal sent in a step, and what it shows behind it. */
export interface Seen {
  /** `positive`, or the code of a negative response; `none` in TN3270, where there are no responses. */
  readonly response: string;
  /** The other records, in hexadecimal, with their TN3270E headers. */
  readonly replies: readonly string[];
  readonly look: Look;
}

/** What was done, and what both terminals made of it. */
export interface Outcome {
  readonly step: Step;
  /** What ours showed before; s3270 showed the same. */
  readonly from: Look;
  readonly ours: Seen;
  readonly theirs: Seen;
  /** Names of all orders and actions in the scenario up to this step. */
  readonly before: ReadonlySet<string>;
}

/** One thing that is not the same. */
export type Difference =
  | { readonly what: 'response'; readonly ours: string; readonly theirs: string }
  | { readonly what: 'replies'; readonly ours: readonly string[]; readonly theirs: readonly string[] }
  | { readonly what: 'cell'; readonly position: number; readonly ours: number; readonly theirs: number }
  | { readonly what: Fact; readonly ours: number | boolean; readonly theirs: number | boolean };

const FACTS = ['rows', 'columns', 'cursor', 'locked', 'formatted'] as const;
type Fact = (typeof FACTS)[number];

/** Data type RESPONSE, request flag 0; then response flag, sequence number, and one byte of data. */
const RESPONSE = /^0200(00|01)(....)(..)$/;

/** Parts the records of a step into the response and the others. Records that do not fit are left among the others. */
export function seen(records: readonly string[], look: Look): Seen {
  const [, kind, , code] = RESPONSE.exec(records[0] ?? '') ?? [];
  if (kind === undefined) return { response: 'none', replies: records, look };
  return {
    response: kind === '00' && code === '00' ? 'positive' : `negative ${code}`,
    replies: records.slice(1),
    look,
  };
}

/** All differences between what two terminals sent and show. */
export function differencesOf({ ours, theirs }: Outcome): Difference[] {
  const differences: Difference[] = [];
  if (ours.response !== theirs.response) {
    differences.push({ what: 'response', ours: ours.response, theirs: theirs.response });
  }
  if (ours.replies.join() !== theirs.replies.join()) {
    differences.push({ what: 'replies', ours: ours.replies, theirs: theirs.replies });
  }
  for (const what of FACTS) {
    if (ours.look[what] !== theirs.look[what]) {
      differences.push({ what, ours: ours.look[what], theirs: theirs.look[what] });
    }
  }
  const count = Math.min(ours.look.cells.length, theirs.look.cells.length);
  for (let position = 0; position < count; position++) {
    const our = ours.look.cells[position] as number;
    const their = theirs.look.cells[position] as number;
    if (our !== their) differences.push({ what: 'cell', position, ours: our, theirs: their });
  }
  return differences;
}

/** Hexadecimal digits shown before and behind a difference; even. */
const SHOWN = 40;

/** Index of the first digit of the byte that is not the same. */
function firstDifference(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at & ~1;
}

/** In words, for reports. */
export function differenceInWords(difference: Difference): string {
  if (difference.what === 'cell') {
    const { position, ours, theirs } = difference;
    return `position ${position}: ours ${cellInWords(ours)}, s3270 ${cellInWords(theirs)}`;
  }
  if (difference.what === 'replies') {
    const [ours, theirs] = [difference.ours.join(), difference.theirs.join()];
    const at = firstDifference(ours, theirs);
    const from = Math.max(0, at - SHOWN);
    const part = (hex: string): string => hex.slice(from, at + SHOWN);
    return `from byte ${from / 2} on ours sends ${part(ours)}, s3270 ${part(theirs)}`;
  }
  return `${difference.what}: ours ${difference.ours}, s3270 ${difference.theirs}`;
}
