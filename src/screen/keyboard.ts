import { KEYBOARD_TABLE, type KeyboardInput, type LockReason } from './keyboard.table.js';

/** All reasons, in the order of the table. */
export const LOCK_REASONS: readonly LockReason[] = /* @__PURE__ */ Object.keys(
  KEYBOARD_TABLE,
) as LockReason[];

/** The reasons that the operator can end by going elsewhere. */
const OPERATOR_ERRORS: number = /* @__PURE__ */ LOCK_REASONS.reduce(
  (mask, reason, bit) => (reason.startsWith('operatorError') ? mask | (1 << bit) : mask),
  0,
);

/** The table as two masks an input: bits that stay, bits that are set. */
const MASKS: ReadonlyMap<KeyboardInput, readonly [keep: number, set: number]> =
  /* @__PURE__ */ compileMasks();

function compileMasks(): Map<KeyboardInput, readonly [number, number]> {
  const masks = new Map<KeyboardInput, readonly [number, number]>();
  for (const input of Object.keys(KEYBOARD_TABLE.bid) as KeyboardInput[]) {
    let keep = -1;
    let set = 0;
    LOCK_REASONS.forEach((reason, bit) => {
      const change = KEYBOARD_TABLE[reason][input];
      if (change === 'clear') keep &= ~(1 << bit);
      if (change === 'set') set |= 1 << bit;
    });
    masks.set(input, [keep, set]);
  }
  return masks;
}

/** Reasons that the host alone takes away; the others are the operator's. */
const HOST_LOCKS: readonly LockReason[] = [
  'notConnected',
  'awaitingFirst',
  'waitingForHost',
  'systemLock',
  'enterInhibit',
  'bid',
];
const HOST_BITS: number = /* @__PURE__ */ HOST_LOCKS.reduce(
  (bits, reason) => bits | (1 << LOCK_REASONS.indexOf(reason)),
  0,
);

/** The lock of a keyboard, to be read. */
export interface KeyboardLock {
  /** Whether input is refused. */
  readonly locked: boolean;
  /** Whether the host has to act before it takes input; operator errors aside, which the Reset key ends as well. */
  readonly waitsForHost: boolean;
  /** The reasons that hold now as a set of bits: the same number as long as they are the same. */
  readonly bits: number;
  /** The reasons that hold now, in the order of the table; a copy. */
  readonly reasons: ReadonlySet<LockReason>;
  /** The reason that a refusal names: the first in the order of the table. */
  readonly reason: LockReason | undefined;
  /** Whether an operator error, and nothing else, locks it. */
  readonly isOnlyInError: boolean;
  /** Whether it is locked for this reason. */
  has(reason: LockReason): boolean;
}

/** A keyboard's lock for those who must not change it: there is nothing but the reading at run time either. */
export class KeyboardReader implements KeyboardLock {
  readonly #keyboard: Keyboard;

  constructor(keyboard: Keyboard) {
    this.#keyboard = keyboard;
  }

  get locked(): boolean {
    return this.#keyboard.locked;
  }

  get waitsForHost(): boolean {
    return this.#keyboard.waitsForHost;
  }

  get bits(): number {
    return this.#keyboard.bits;
  }

  get reasons(): ReadonlySet<LockReason> {
    return this.#keyboard.reasons;
  }

  get reason(): LockReason | undefined {
    return this.#keyboard.reason;
  }

  get isOnlyInError(): boolean {
    return this.#keyboard.isOnlyInError;
  }

  has(reason: LockReason): boolean {
    return this.#keyboard.has(reason);
  }
}

/** The lock of the keyboard: a set of reasons, changed by {@link KEYBOARD_TABLE}. */
export class Keyboard implements KeyboardLock {
  #bits = 0;

  /** Whether input is refused. */
  get locked(): boolean {
    return this.#bits !== 0;
  }

  /** Whether the host has to act before it takes input; operator errors aside, which the Reset key ends as well. */
  get waitsForHost(): boolean {
    return (this.#bits & HOST_BITS) !== 0;
  }

  /** The reasons that hold now as a set of bits: the same number as long as they are the same. */
  get bits(): number {
    return this.#bits;
  }

  /** The reasons that hold now, in the order of the table; a copy. */
  get reasons(): ReadonlySet<LockReason> {
    return new Set(LOCK_REASONS.filter((_, bit) => (this.#bits & (1 << bit)) !== 0));
  }

  /** The reason that a refusal names: the first in the order of the table. */
  get reason(): LockReason | undefined {
    return this.#bits === 0 ? undefined : LOCK_REASONS[31 - Math.clz32(this.#bits & -this.#bits)];
  }

  /** Whether an operator error, and nothing else, locks it. */
  get isOnlyInError(): boolean {
    return this.#bits !== 0 && (this.#bits & ~OPERATOR_ERRORS) === 0;
  }

  /** Whether it is locked for this reason. */
  has(reason: LockReason): boolean {
    return (this.#bits & (1 << LOCK_REASONS.indexOf(reason))) !== 0;
  }

  /** Locks it for a reason, beside others. */
  lock(reason: LockReason): void {
    this.#bits |= 1 << LOCK_REASONS.indexOf(reason);
  }

  /** Takes a reason away. */
  unlock(reason: LockReason): void {
    this.#bits &= ~(1 << LOCK_REASONS.indexOf(reason));
  }

  /** Carries out one column of the table. */
  apply(input: KeyboardInput): void {
    const [keep, set] = MASKS.get(input) as readonly [number, number];
    this.#bits = (this.#bits & keep) | set;
  }
}
