/** As many as x3270 takes; a sequence with more is not carried out. */
const MAXIMUM_COUNT = 20;
/** No position and no mode needs more; larger numbers count as this one. */
export const MAXIMUM_VALUE = 16384;

/** The numbers of a control sequence as they come in, digit by digit. */
export class Parameters {
  readonly #values: Uint16Array = new Uint16Array(MAXIMUM_COUNT);
  #count = 1;

  /** How many there are, 1 without any: an empty one is 0. */
  get count(): number {
    return this.#count;
  }

  /** Whether there were more than are taken. */
  get overflow(): boolean {
    return this.#count > MAXIMUM_COUNT;
  }

  /** The number at an index, 0 where there is none. */
  at(index: number): number {
    return index < this.#count ? (this.#values[index] ?? 0) : 0;
  }

  /** The first number, with 1 for 0 and for none: how often something is done. */
  get repeat(): number {
    return Math.max(1, this.at(0));
  }

  /** All of them, as they stand. */
  snapshot(): number[] {
    return [...this.#values.subarray(0, Math.min(this.#count, MAXIMUM_COUNT)), ...(this.overflow ? [0] : [])];
  }

  /** Takes over what {@link Parameters.snapshot} gave. */
  restore(values: readonly number[]): void {
    this.clear();
    this.#values.set(values.slice(0, MAXIMUM_COUNT));
    this.#count = Math.max(1, Math.min(values.length, MAXIMUM_COUNT + 1));
  }

  clear(): void {
    this.#values.fill(0);
    this.#count = 1;
  }

  /** A further digit of the number at hand. */
  digit(value: number): void {
    const index = this.#count - 1;
    if (index >= MAXIMUM_COUNT) return;
    this.#values[index] = Math.min(MAXIMUM_VALUE, (this.#values[index] as number) * 10 + value);
  }

  next(): void {
    if (this.#count <= MAXIMUM_COUNT) this.#count++;
  }
}
