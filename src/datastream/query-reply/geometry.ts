import { MAXIMUM_14_BIT_POSITIONS } from '../address.js';
import type { ScreenSize } from '../build-write.js';
import { QUERY_CODES } from './codes.data.js';
import { type QueryReply, queryCodeOf } from './reply.js';
import { USABLE_AREA_CELL_FLAGS, type UsableAreaReply } from './usable-area.js';

/**
 * What is odd about a set of replies: a size of 0 or beyond 16384 positions; two replies with one code (the first
 * counts); a Summary that names what was not sent, or misses what was.
 */
export type GeometryNote = 'size-invalid' | 'reply-repeated' | 'summary-mismatch';

/** Screen sizes as a terminal's replies tell them. */
export interface Geometry {
  readonly defaultSize: ScreenSize;
  readonly alternateSize: ScreenSize;
  /** Each at most once. */
  readonly notes: readonly GeometryNote[];
}

const SMALLEST: ScreenSize = { rows: 24, columns: 80 };

/**
 * The screen sizes of a terminal: from Implicit Partition where it is present and possible, else the alternate size from
 * Usable Area, else 24 rows of 80 columns (SF-091, SEC-110).
 *
 * @param complete - whether the replies answer a Query or a list with all, so that the Summary must match; default true
 */
export function geometryFromReplies(replies: readonly QueryReply[], complete = true): Geometry {
  const notes = new Set<GeometryNote>();
  const byType = new Map<number, QueryReply>();
  for (const reply of replies) {
    const code = queryCodeOf(reply);
    if (byType.has(code)) notes.add('reply-repeated');
    else byType.set(code, reply);
  }
  const summary = byType.get(QUERY_CODES.summary);
  if (complete && summary?.type === 'summary' && !sameCodes(summary.codes, byType))
    notes.add('summary-mismatch');

  const possible = (size: ScreenSize | undefined): ScreenSize | undefined => {
    if (size === undefined || isPossible(size)) return size;
    notes.add('size-invalid');
    return undefined;
  };
  const implicit = byType.get(QUERY_CODES.implicitPartition);
  const sizes = implicit?.type === 'implicitPartition' ? implicit.sizes : undefined;
  const area = byType.get(QUERY_CODES.usableArea);
  const usable = possible(area?.type === 'usableArea' ? sizeOf(area) : undefined);
  const defaultSize = possible(sizes?.defaultSize) ?? SMALLEST;
  const alternateSize = possible(sizes?.alternateSize) ?? usable ?? defaultSize;
  return { defaultSize, alternateSize, notes: [...notes] };
}

function isPossible({ rows, columns }: ScreenSize): boolean {
  return rows >= 1 && columns >= 1 && rows * columns <= MAXIMUM_14_BIT_POSITIONS;
}

/** Rows and columns of a usable area; what it says in pels is divided by its cells, and cells of size 0 make it empty. */
function sizeOf(area: UsableAreaReply): ScreenSize {
  if ((area.cellFlags & USABLE_AREA_CELL_FLAGS.widthInPels) === 0)
    return { rows: area.height, columns: area.width };
  if (area.cellWidth === 0 || area.cellHeight === 0) return { rows: 0, columns: 0 };
  return {
    rows: Math.floor(area.height / area.cellHeight),
    columns: Math.floor(area.width / area.cellWidth),
  };
}

function sameCodes(listed: readonly number[], sent: ReadonlyMap<number, QueryReply>): boolean {
  const codes = new Set(listed);
  return codes.size === sent.size && [...codes].every((code) => sent.has(code));
}
