import type { TransitionTable } from '../machine/index.js';

/**
 * `closed`: no device is agreed. `awaiting`: the other side speaks first. `proposed`: a REQUEST of ours stands open.
 * Both roles run this table; only how they start differs.
 */
export type FunctionsState = 'closed' | 'awaiting' | 'proposed' | 'agreed';

/**
 * `open` and `openByRequest`: a device was agreed. `close`: it no longer is.
 * `request…` is the peer's REQUEST: within what we can agree to, beyond it (or short of what we want to add), without a set
 * that would do, or one too many. `is…` is the peer's IS beside our last REQUEST.
 */
export type FunctionsInput =
  | 'open'
  | 'openByRequest'
  | 'close'
  | 'requestWithin'
  | 'requestBeyond'
  | 'requestImpasse'
  | 'requestOverLimit'
  | 'isExact'
  | 'isReduced'
  | 'isReducedRefused'
  | 'isAdded'
  | 'isImpasse';

/** `propose`: REQUEST with what is wanted. `counter`: REQUEST with the common part. `confirm`: IS with the list as it came. */
export type FunctionsStep =
  | 'propose'
  | 'counter'
  | 'confirm'
  | 'agree'
  | 'faultUnexpected'
  | 'faultReduced'
  | 'faultAdded'
  | 'faultRounds'
  | 'leaveReduced'
  | 'leaveAdded'
  | 'leaveImpasse'
  | 'leaveRounds';

/** The negotiation of FUNCTIONS, the same at both ends. RFC 2355 §7.2. */
export const FUNCTIONS_TABLE: TransitionTable<FunctionsState, FunctionsInput, FunctionsStep> = {
  closed: {
    open: ['awaiting'],
    openByRequest: ['proposed', 'propose'], //        TNE-030
    close: ['closed'],
    requestWithin: ['closed', 'faultUnexpected'], //  TNE-004
    requestBeyond: ['closed', 'faultUnexpected'],
    requestImpasse: ['closed', 'faultUnexpected'],
    requestOverLimit: ['closed', 'faultUnexpected'],
    isExact: ['closed', 'faultUnexpected'],
    isReduced: ['closed', 'faultUnexpected'],
    isReducedRefused: ['closed', 'faultUnexpected'],
    isAdded: ['closed', 'faultUnexpected'],
    isImpasse: ['closed', 'faultUnexpected'],
  },
  awaiting: {
    open: ['awaiting'],
    openByRequest: ['proposed', 'propose'],
    close: ['closed'],
    requestWithin: ['agreed', 'confirm', 'agree'], // TNE-031
    requestBeyond: ['proposed', 'counter'], //        TNE-032
    requestImpasse: ['closed', 'leaveImpasse'], // TNE-036, TNE-038
    requestOverLimit: ['closed', 'faultRounds', 'leaveRounds'], // TNE-043
    isExact: ['awaiting', 'faultUnexpected'],
    isReduced: ['awaiting', 'faultUnexpected'],
    isReducedRefused: ['awaiting', 'faultUnexpected'],
    isAdded: ['awaiting', 'faultUnexpected'],
    isImpasse: ['awaiting', 'faultUnexpected'],
  },
  proposed: {
    open: ['awaiting'],
    openByRequest: ['proposed', 'propose'],
    close: ['closed'],
    requestWithin: ['agreed', 'confirm', 'agree'],
    requestBeyond: ['proposed', 'counter'],
    requestImpasse: ['closed', 'leaveImpasse'],
    requestOverLimit: ['closed', 'faultRounds', 'leaveRounds'],
    isExact: ['agreed', 'agree'],
    isReduced: ['agreed', 'faultReduced', 'agree'], // TNE-037
    isReducedRefused: ['closed', 'faultReduced', 'leaveReduced'],
    isAdded: ['closed', 'faultAdded', 'leaveAdded'], // SEC-067
    isImpasse: ['closed', 'leaveImpasse'],
  },
  agreed: {
    open: ['awaiting'],
    openByRequest: ['proposed', 'propose'],
    close: ['closed'],
    requestWithin: ['agreed', 'confirm', 'agree'],
    requestBeyond: ['proposed', 'counter'],
    requestImpasse: ['closed', 'leaveImpasse'],
    requestOverLimit: ['closed', 'faultRounds', 'leaveRounds'],
    isExact: ['agreed', 'faultUnexpected'],
    isReduced: ['agreed', 'faultUnexpected'],
    isReducedRefused: ['agreed', 'faultUnexpected'],
    isAdded: ['agreed', 'faultUnexpected'],
    isImpasse: ['agreed', 'faultUnexpected'],
  },
};
