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

/** What the host remembers of screens makes states differ that go on alike. */
const inboundChecks = 'off';

/** Every policy of a host; `anyOfferFirst` is `any` with `offerFirst`. */
export const EXPLORED_HOSTS: Readonly<Record<string, HostOptions>> = {
  basic: { tls: 'basic', limits, inboundChecks },
  secure: { tls: 'secure', limits, inboundChecks },
  negtSecure: { tls: 'negtSecure', limits, inboundChecks },
  any: { tls: 'any', limits, inboundChecks },
  anyOfferFirst: { tls: 'any', offerFirst: true, limits, inboundChecks },
  none: { tls: 'none', limits, inboundChecks },
  vmNever: { tls: 'vmNever', limits, inboundChecks },
  vmAllowed: { tls: 'vmAllowed', limits, inboundChecks },
  vmPreferred: { tls: 'vmPreferred', limits, inboundChecks },
  vmRequired: { tls: 'vmRequired', limits, inboundChecks },
  implicit: { tls: 'implicit', limits, inboundChecks },
};
