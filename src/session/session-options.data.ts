import { numbers, type OptionChecks, oneOf } from './option-checks.js';
import type { SessionOptions } from './options.js';

/** What each option of both roles may be; names and ranges of times and limits are those of their defaults. */
export const SESSION_OPTION_CHECKS: OptionChecks<SessionOptions> = {
  timers: numbers,
  limits: numbers,
  keepAlive: /* @__PURE__ */ oneOf(['noOperation', 'timingMark']),
  timingMark: /* @__PURE__ */ oneOf(['will', 'wont']),
  weakTls: /* @__PURE__ */ oneOf(['tell', 'close']),
};
