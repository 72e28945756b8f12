const NEW = 0;
const ON_PATH = 1;
const DONE = 2;

/**
 * Looks for cycles in a graph.
 *
 * @param size - states are 0..size-1
 * @param successors - appends the states that one leads to
 * @param found - called with a state of each cycle met
 */
export function findLoops(
  size: number,
  successors: (state: number, into: number[]) => void,
  found: (state: number) => void,
): void {
  const marks = new Uint8Array(size);
  const stack: number[] = [];
  const next: number[] = [];
  for (let root = 0; root < size; root++) {
    if (marks[root] === NEW) stack.push(root);
    while (stack.length > 0) {
      const state = stack[stack.length - 1] as number;
      if (marks[state] !== NEW) {
        stack.pop();
        marks[state] = DONE;
        continue;
      }
      marks[state] = ON_PATH;
      next.length = 0;
      successors(state, next);
      for (const other of next) {
        // Whatever is on the path and not done leads to where we are.
        if (marks[other] === ON_PATH) found(other);
        else if (marks[other] === NEW) stack.push(other);
      }
    }
  }
}
