/** One transition: the next state, then the effects in the order in which they are carried out. */
export type Cell<State extends string, Effect extends string> = readonly [
  next: State,
  ...effects: readonly Effect[],
];

/** A state machine as data: one cell for each state and input, so that a missing one does not compile. */
export type TransitionTable<State extends string, Input extends string, Effect extends string> = Readonly<
  Record<State, Readonly<Record<Input, Cell<State, Effect>>>>
>;

/** What one field of a table's cell says, for tools that draw or check tables. */
export interface Transition {
  readonly from: string;
  readonly input: string;
  readonly to: string;
  readonly effects: readonly string[];
}

/** All transitions of a table, row by row, as diagrams and exhaustive tests read them. */
export function transitions(table: TransitionTable<string, string, string>): Transition[] {
  const list: Transition[] = [];
  for (const [from, row] of Object.entries(table)) {
    for (const [input, cell] of Object.entries(row)) {
      const [to, ...effects] = cell;
      list.push({ from, input, to, effects });
    }
  }
  return list;
}
