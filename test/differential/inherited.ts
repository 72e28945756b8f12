/**
 * Whether two answers to reads say the same but for what characters have from their field: attribute changes, and graphic
 * escapes that stand in the first alone.
 *
 * @param ours - records in hexadecimal
 */
export function sameButForInherited(ours: readonly string[], theirs: readonly string[]): boolean {
  if (ours.length !== 1 || theirs.length !== 1) return false;
  const [one, other] = [reading(ours[0] as string, ALL), reading(theirs[0] as string, ALL)];
  return one.rest === other.rest && [...other.escapes].every((place) => one.escapes.has(place));
}

/** Likewise, but for the highlighting of fields too. */
export function sameButForHighlighting(ours: readonly string[], theirs: readonly string[]): boolean {
  if (ours.length !== 1 || theirs.length !== 1) return false;
  const [one, other] = [reading(ours[0] as string, ALL, '41'), reading(theirs[0] as string, ALL, '41')];
  return one.rest === other.rest && [...other.escapes].every((place) => one.escapes.has(place));
}

/** Whether two answers to reads say the same but for the backgrounds of characters. */
export function sameButForBackground(ours: readonly string[], theirs: readonly string[]): boolean {
  if (ours.length !== 1 || theirs.length !== 1) return false;
  const [one, other] = [reading(ours[0] as string, BACKGROUND), reading(theirs[0] as string, BACKGROUND)];
  return one.rest === other.rest && [...one.escapes].join() === [...other.escapes].join();
}

const ALL = /../;
const BACKGROUND = /45/;

/** SA, GE, SFE and other bytes: SFE's pairs and what stands behind GE and SBA hold no orders. */
const PIECE = /28(..)..|08(..)|29(..)|11....|../g;

/**
 * Takes attribute changes of some types and all graphic escapes out of an answer, and pairs of a type out of SFE; keeps where
 * the escapes were.
 */
function reading(
  record: string,
  types: RegExp,
  fieldType?: string,
): { readonly escapes: ReadonlySet<number>; readonly rest: string } {
  const escapes = new Set<number>();
  let rest = '';
  // AID and cursor address, behind a header if there is one: data type 3270-DATA is 0, and no AID is.
  const heading = (record.startsWith('00') ? 10 : 0) + 6;
  PIECE.lastIndex = heading;
  for (let match = PIECE.exec(record); match !== null; match = PIECE.exec(record)) {
    const [piece, type, escaped, pairs] = match;
    if (type !== undefined && types.test(type)) continue;
    if (escaped !== undefined) escapes.add(rest.length);
    if (pairs !== undefined) {
      const end = PIECE.lastIndex + 4 * Number.parseInt(pairs, 16);
      const list = record.slice(PIECE.lastIndex, end).match(/..../g) ?? [];
      rest += `29${list.filter((pair) => !(fieldType !== undefined && pair.startsWith(fieldType))).join('')};`;
      PIECE.lastIndex = end;
    } else rest += escaped ?? piece;
  }
  return { escapes, rest: record.slice(0, heading) + rest };
}
