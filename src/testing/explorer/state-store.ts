/** Integers that make up one state of the search. */
const WIDTH = 5;

/**
 * States as rows of five integers in one typed array, found again by hashing. Rows keep the order in which they were added,
 * which makes the store the queue of a breadth-first search as well.
 */
export class StateStore {
  #rows: Int32Array = new Int32Array(WIDTH * 1024);
  #parents: Int32Array = new Int32Array(1024);
  #labels: Int32Array = new Int32Array(1024);
  #slots: Int32Array = new Int32Array(4096).fill(-1);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** One of the five integers of a state. */
  at(state: number, column: number): number {
    return this.#rows[state * WIDTH + column] as number;
  }

  /** The state that this one was first reached from, -1 for the first. */
  parentOf(state: number): number {
    return this.#parents[state] as number;
  }

  /** How it was reached. */
  labelOf(state: number): number {
    return this.#labels[state] as number;
  }

  /** The number of a state, or -1. */
  find(a: number, b: number, c: number, d: number, e: number): number {
    return this.#slots[this.#slot(a, b, c, d, e)] as number;
  }

  /** Adds a state unless it is there; true when it is new. */
  add(a: number, b: number, c: number, d: number, e: number, parent: number, label: number): boolean {
    const slot = this.#slot(a, b, c, d, e);
    if ((this.#slots[slot] as number) >= 0) return false;
    const state = this.#size++;
    if (state >= this.#parents.length) this.#grow();
    const row = state * WIDTH;
    const rows = this.#rows;
    rows[row] = a;
    rows[row + 1] = b;
    rows[row + 2] = c;
    rows[row + 3] = d;
    rows[row + 4] = e;
    this.#parents[state] = parent;
    this.#labels[state] = label;
    this.#slots[slot] = state;
    if (this.#size * 2 > this.#slots.length) this.#rehash();
    return true;
  }

  /** The slot of a state, or the empty one where it belongs. */
  #slot(a: number, b: number, c: number, d: number, e: number): number {
    const slots = this.#slots;
    const rows = this.#rows;
    const mask = slots.length - 1;
    let slot = hash(a, b, c, d, e) & mask;
    for (;;) {
      const state = slots[slot] as number;
      if (state < 0) return slot;
      const row = state * WIDTH;
      if (
        rows[row] === a &&
        rows[row + 1] === b &&
        rows[row + 2] === c &&
        rows[row + 3] === d &&
        rows[row + 4] === e
      )
        return slot;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    this.#rows = doubled(this.#rows);
    this.#parents = doubled(this.#parents);
    this.#labels = doubled(this.#labels);
  }

  #rehash(): void {
    this.#slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const rows = this.#rows;
    const mask = this.#slots.length - 1;
    for (let state = 0; state < this.#size; state++) {
      const row = state * WIDTH;
      let slot =
        hash(
          rows[row] as number,
          rows[row + 1] as number,
          rows[row + 2] as number,
          rows[row + 3] as number,
          rows[row + 4] as number,
        ) & mask;
      while ((this.#slots[slot] as number) >= 0) slot = (slot + 1) & mask;
      this.#slots[slot] = state;
    }
  }
}

function doubled(array: Int32Array): Int32Array {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

function hash(a: number, b: number, c: number, d: number, e: number): number {
  let h = Math.imul(a, 0x9e3779b1) ^ e;
  h = Math.imul(h ^ (h >>> 15) ^ b, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13) ^ c, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16) ^ d, 0x27d4eb2f);
  return h ^ (h >>> 15);
}
