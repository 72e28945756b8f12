import type { DatastreamViolationCode } from '../datastream/index.js';
import type { NvtViolationCode } from '../nvt/index.js';
import type { InboundViolationCode, ScreenViolationCode } from '../screen/index.js';
import type { OptionViolationCode, TelnetViolationCode } from '../telnet/index.js';
import type { TlsViolationCode } from '../tls/index.js';
import type { Tn3270eViolationCode } from '../tn3270e/index.js';

/** Code of any violation that a session can tell, such as `record-too-long`; `violationRule` says what is behind it. */
export type ViolationCode =
  | TelnetViolationCode
  | OptionViolationCode
  | TlsViolationCode
  | Tn3270eViolationCode
  | DatastreamViolationCode
  | ScreenViolationCode
  | InboundViolationCode
  | NvtViolationCode;
