import type { LockReason } from '../screen/index.js';
import type { InputOutcome } from './input.js';

/** A line of an NVT takes no more, as a field takes none when it is full. */
export const LINE_FULL: LockReason = 'operatorErrorOverflow';

export const ACCEPTED: InputOutcome = /* @__PURE__ */ Object.freeze({ accepted: true });
export const NO_FUNCTION: InputOutcome = /* @__PURE__ */ Object.freeze({
  accepted: false,
  reason: 'minusFunction',
});
export const WAITS: InputOutcome = /* @__PURE__ */ Object.freeze({ accepted: true, waits: true });
