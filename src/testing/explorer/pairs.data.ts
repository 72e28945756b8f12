import type { HostOptions, SessionLimits, TerminalOptions } from '../../session/index.js';

/** Storms end early, so that the search does. */
const limits: Partial<SessionLimits> = { optionFlips: 2, terminalTypeRequests: 2, negotiationRounds: 2 };

/** Every policy of a terminal; `autoClear` is `auto` with `allowClear`, `autoAsk` the same with `volunteerStartTls`. */
export const EXPLORED_TERMINALS: Readonly<Record<string, TerminalOptions>> = {
  plain: { tls: 'plain', limits },
  implicit: { tls: 'implicit', limits },
  negotiated: { tls: 'negotiated', limits },
  required: { tls: 'required', limits },
  auto: { tls: 'auto', limits },
  autoClear: { tls: 'auto', allowClear: true, limits },
  autoAsk: { tls: 'auto', allowClear: true, volunteerStartTls: true, limits },
};

/** Every policy of a host; `anyOfferFirst` is `any` with `offerFirst`. */
export const EXPLORED_HOSTS: Readonly<Record<string, HostOptions>> = {
  basic: { tls: 'basic', limits },
  secure: { tls: 'secure', limits },
  negtSecure: { tls: 'negtSecure', limits },
  any: { tls: 'any', limits },
  anyOfferFirst: { tls: 'any', offerFirst: true, limits },
  none: { tls: 'none', limits },
  vmNever: { tls: 'vmNever', limits },
  vmAllowed: { tls: 'vmAllowed', limits },
  vmPreferred: { tls: 'vmPreferred', limits },
  vmRequired: { tls: 'vmRequired', limits },
  implicit: { tls: 'implicit', limits },
};
