import { type TransitionTable, transitions } from '../../src/machine/index.js';

type Lines = readonly string[];

/**
 * A table written down a second time, shorter: one line `states: inputs -> next, effect, effect`. States and inputs are
 * parted by blanks or are `*` for all; `=` for next means that the state stays; a later line overrides an earlier one.
 */
export function written(
  table: TransitionTable<string, string, string>,
  lines: Lines,
): Record<string, readonly string[]> {
  const cells: Record<string, readonly string[]> = {};
  const all = transitions(table);
  for (const line of lines) {
    const [states = '', rest = ''] = line.split(': ');
    const [inputs = '', outcome = ''] = rest.split(' -> ');
    const [next = '', ...effects] = outcome.split(', ');
    let hits = 0;
    for (const { from, input } of all) {
      const matches =
        (states === '*' || states.split(' ').includes(from)) &&
        (inputs === '*' || inputs.split(' ').includes(input));
      if (!matches) continue;
      hits++;
      cells[`${from} ${input}`] = [next === '=' ? from : next, ...effects];
    }
    if (hits === 0) throw new Error(`no cell for '${line}'`);
  }
  return cells;
}

/** The table itself in the same form. */
export function cellsOf(table: TransitionTable<string, string, string>): Record<string, readonly string[]> {
  return Object.fromEntries(
    transitions(table).map(({ from, input, to, effects }) => [`${from} ${input}`, [to, ...effects]]),
  );
}
