import type { QueryReply } from '../datastream/index.js';
import type { ScreenSize } from '../screen/index.js';
import type { EnvironmentOptions } from '../telnet/index.js';
import {
  codePage,
  falseOr,
  flag,
  listOf,
  nested,
  nullOr,
  number,
  type OptionChecks,
  object,
  oneOf,
  text,
  variables,
} from './option-checks.js';
import { SESSION_OPTION_CHECKS } from './session-options.data.js';
import type { QueryDescription, TerminalOptions, Tn3270eOptions } from './terminal-options.js';

const SIZE_CHECKS: OptionChecks<ScreenSize> = { rows: number, columns: number };

const TN3270E_CHECKS: OptionChecks<Tn3270eOptions> = {
  functions: /* @__PURE__ */ listOf(number),
  exactLu: flag,
  strictSubset: flag,
  x3270Responses: flag,
};

const ENVIRONMENT_CHECKS: OptionChecks<EnvironmentOptions> = {
  variables,
  userVariables: variables,
  maxAnswer: number,
};

const QUERY_CHECKS: OptionChecks<QueryDescription> = {
  highlighting: /* @__PURE__ */ listOf(number),
  graphicEscapeCgcsgid: /* @__PURE__ */ nullOr(number),
  replyModes: /* @__PURE__ */ listOf(/* @__PURE__ */ oneOf(['field', 'extendedField', 'character'])),
  transferLimit: /* @__PURE__ */ nullOr(number),
  rpqName: text,
  replies: /* @__PURE__ */ listOf<QueryReply>(object),
};

/** What each option of a terminal may be. */
export const TERMINAL_OPTION_CHECKS: OptionChecks<TerminalOptions> = /* @__PURE__ */ Object.assign(
  {},
  SESSION_OPTION_CHECKS,
  {
    tls: /* @__PURE__ */ oneOf(['plain', 'implicit', 'negotiated', 'required', 'auto']),
    allowClear: flag,
    volunteerStartTls: flag,
    serverName: text,
    acceptUnverified: flag,
    model: text,
    oversize: /* @__PURE__ */ nested(SIZE_CHECKS),
    terminalTypes: /* @__PURE__ */ listOf(text),
    luNames: /* @__PURE__ */ listOf(text),
    tn3270e: /* @__PURE__ */ falseOr(/* @__PURE__ */ nested(TN3270E_CHECKS)),
    nvt: flag,
    environment: /* @__PURE__ */ falseOr(/* @__PURE__ */ nested(ENVIRONMENT_CHECKS)),
    environmentFirst: flag,
    codePage,
    fieldValidation: flag,
    numericLock: flag,
    blankFill: /* @__PURE__ */ oneOf(['none', 'blanks', 'blanksAndUnderscores']),
    hostQuiet: flag,
    volunteerEndOfRecord: flag,
    sysReq: /* @__PURE__ */ oneOf(['testRequest', 'interruptProcess']),
    localEcho: flag,
    nvtErase: /* @__PURE__ */ oneOf(['backspace', 'delete']),
    query: /* @__PURE__ */ nested(QUERY_CHECKS),
  },
);
