import type { Verb } from '../telnet/index.js';
import type { FirstBytes, TerminalTlsInput } from '../tls/index.js';
import type { TimerName } from './events.js';

/** Inputs that the START_TLS tables of both roles have. */
export type CommonTlsInput =
  | 'doStartTls'
  | 'dontStartTls'
  | 'willStartTls'
  | 'wontStartTls'
  | 'follows'
  | 'followsWithTail'
  | 'malformed'
  | 'telnet'
  | 'data'
  | 'timeout'
  | 'established'
  | 'failed'
  | 'transportClosed';

/** What each verb with option 46 is to the tables. */
export const START_TLS_INPUTS: Readonly<Record<Verb, CommonTlsInput>> = {
  do: 'doStartTls',
  dont: 'dontStartTls',
  will: 'willStartTls',
  wont: 'wontStartTls',
};

/** The verb that each sending effect of the tables puts before option 46. */
export const START_TLS_VERBS = {
  sendWill: 'will',
  sendWont: 'wont',
  sendDo: 'do',
  sendDont: 'dont',
} as const;

/** The reason that each upgrading effect of the tables gives. */
export const UPGRADE_REASONS = {
  upgradeImplicit: 'implicit',
  upgradeNegotiated: 'negotiated',
  upgradeSniffed: 'sniffed',
} as const;

/** `IAC SB STARTTLS FOLLOWS IAC SE`. STLS-02 §2. */
export const FOLLOWS: readonly number[] = [0xff, 0xfa, 0x2e, 0x01, 0xff, 0xf0];

/** `IAC WILL STARTTLS` and FOLLOWS behind it, which a terminal sends at once (TLS-006). */
export const WILL_AND_FOLLOWS: readonly number[] = /* @__PURE__ */ [0xff, 0xfb, 0x2e].concat(FOLLOWS);

/** Timers that wait for the first word of the peer. */
export const SILENCE_TIMERS: readonly TimerName[] = ['auto-listen', 'first-byte', 'client-hello'];

/** What the first bytes beneath TLS are to a terminal's table; nothing where they are TLS. TLS-043, TLS-152. */
export const BENEATH_INPUTS: Readonly<Record<FirstBytes, TerminalTlsInput | undefined>> = {
  startTlsOffer: 'beneathOffer',
  telnet: 'beneathTelnet',
  undecided: 'beneathTelnet',
  tls: undefined,
  oldTls: 'beneathOther',
  other: 'beneathOther',
};
