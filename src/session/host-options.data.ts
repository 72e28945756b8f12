import type { EnvironmentHostOptions, WantedVariable } from '../telnet/index.js';
import type { HostOptions } from './host-options.js';
import {
  callable,
  codePage,
  falseOr,
  flag,
  listOf,
  nested,
  number,
  type OptionChecks,
  oneOf,
  text,
} from './option-checks.js';
import { SESSION_OPTION_CHECKS } from './session-options.data.js';

const WANTED_CHECKS: OptionChecks<WantedVariable> = {
  kind: /* @__PURE__ */ oneOf(['variable', 'userVariable']),
  name: text,
};

const ENVIRONMENT_CHECKS: OptionChecks<EnvironmentHostOptions> = {
  wanted: /* @__PURE__ */ listOf(/* @__PURE__ */ nested(WANTED_CHECKS)),
  ask: /* @__PURE__ */ oneOf(['byName', 'everything']),
  maxValue: number,
};

/** What each option of a host may be. */
export const HOST_OPTION_CHECKS: OptionChecks<HostOptions> = /* @__PURE__ */ Object.assign(
  {},
  SESSION_OPTION_CHECKS,
  {
    tls: /* @__PURE__ */ oneOf([
      'basic',
      'secure',
      'negtSecure',
      'any',
      'none',
      'vmNever',
      'vmAllowed',
      'vmPreferred',
      'vmRequired',
      'implicit',
    ]),
    offerFirst: flag,
    offerUnanswered: /* @__PURE__ */ oneOf(['clear', 'close']),
    closeOnOtherOptions: flag,
    clientCertificate: /* @__PURE__ */ oneOf(['none', 'optional', 'required']),
    assignDevice: callable,
    functions: /* @__PURE__ */ falseOr(/* @__PURE__ */ listOf(number)),
    pluName: text,
    environment: /* @__PURE__ */ nested(ENVIRONMENT_CHECKS),
    windowSize: flag,
    systemRequest: /* @__PURE__ */ oneOf(['tell', 'suspend']),
    codePage,
    inboundChecks: /* @__PURE__ */ oneOf(['report', 'ignore', 'close', 'off']),
  },
);
