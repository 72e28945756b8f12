import type { TransitionTable } from '../machine/index.js';

/** `left`: this side said that it leaves; what still arrives belongs to nobody. */
export type TerminalDeviceState = 'off' | 'awaitingSend' | 'requested' | 'agreed' | 'left';

/** `start`: the option came on. `leave`: the functions could not be agreed. The rest is what the host sent. */
export type TerminalDeviceInput =
  | 'start'
  | 'leave'
  | 'send'
  | 'sendOverLimit'
  | 'isAcceptable'
  | 'isOtherName'
  | 'rejectedNext'
  | 'rejectedLast'
  | 'rejectedOverLimit';

/**
 * `request`: DEVICE-TYPE REQUEST with the candidate. `next`: take the next candidate. `adopt`: take type and name of the host,
 * and begin with FUNCTIONS. `restart`: functions are closed again.
 */
export type TerminalDeviceStep =
  | 'request'
  | 'next'
  | 'adopt'
  | 'restart'
  | 'reportRejection'
  | 'faultUnexpected'
  | 'faultRounds'
  | 'leaveRejected'
  | 'leaveName'
  | 'leaveRounds';

/** DEVICE-TYPE as the terminal sees it (RFC 2355 §7.1). */
export const TERMINAL_DEVICE_TABLE: TransitionTable<
  TerminalDeviceState,
  TerminalDeviceInput,
  TerminalDeviceStep
> = {
  off: {
    start: ['awaitingSend'],
    leave: ['off'],
    send: ['off', 'faultUnexpected'],
    sendOverLimit: ['off', 'faultUnexpected'],
    isAcceptable: ['off', 'faultUnexpected'],
    isOtherName: ['off', 'faultUnexpected'],
    rejectedNext: ['off', 'faultUnexpected'],
    rejectedLast: ['off', 'faultUnexpected'],
    rejectedOverLimit: ['off', 'faultUnexpected'],
  },
  awaitingSend: {
    start: ['awaitingSend'],
    leave: ['left'],
    send: ['requested', 'request'], //                                  TNE-010, TNE-011
    sendOverLimit: ['left', 'faultRounds', 'leaveRounds'],
    isAcceptable: ['awaitingSend', 'faultUnexpected'],
    isOtherName: ['awaitingSend', 'faultUnexpected'],
    rejectedNext: ['awaitingSend', 'faultUnexpected'],
    rejectedLast: ['awaitingSend', 'faultUnexpected'],
    rejectedOverLimit: ['awaitingSend', 'faultUnexpected'],
  },
  requested: {
    start: ['requested'],
    leave: ['left'],
    send: ['requested', 'request'],
    sendOverLimit: ['left', 'faultRounds', 'leaveRounds'], //            SEC-065
    isAcceptable: ['agreed', 'adopt'], //                               TNE-012
    isOtherName: ['left', 'leaveName'], //                              TNE-022
    rejectedNext: ['requested', 'reportRejection', 'next', 'request'], // TNE-025
    rejectedLast: ['left', 'reportRejection', 'leaveRejected'], //       TNE-024, TNE-025
    rejectedOverLimit: ['left', 'reportRejection', 'faultRounds', 'leaveRounds'],
  },
  agreed: {
    start: ['agreed'],
    leave: ['left'],
    send: ['requested', 'restart', 'request'],
    sendOverLimit: ['left', 'restart', 'faultRounds', 'leaveRounds'],
    isAcceptable: ['agreed', 'faultUnexpected'],
    isOtherName: ['agreed', 'faultUnexpected'],
    rejectedNext: ['agreed', 'faultUnexpected'],
    rejectedLast: ['agreed', 'faultUnexpected'],
    rejectedOverLimit: ['agreed', 'faultUnexpected'],
  },
  left: {
    start: ['left'],
    leave: ['left'],
    send: ['left'],
    sendOverLimit: ['left'],
    isAcceptable: ['left'],
    isOtherName: ['left'],
    rejectedNext: ['left'],
    rejectedLast: ['left'],
    rejectedOverLimit: ['left'],
  },
};

/** `deciding`: the embedder has to accept or reject. */
export type HostDeviceState = 'off' | 'awaitingRequest' | 'deciding' | 'agreed' | 'left';

/** `start`, `accept`, `reject` and `leave` come from this side. */
export type HostDeviceInput = 'start' | 'leave' | 'request' | 'accept' | 'reject' | 'rejectOverLimit';

/** `ask`: SEND DEVICE-TYPE. `surface`: hand the request to the embedder. `confirm`: IS, and FUNCTIONS are open. */
export type HostDeviceStep =
  | 'ask'
  | 'surface'
  | 'confirm'
  | 'sendReject'
  | 'misuse'
  | 'faultUnexpected'
  | 'faultRounds'
  | 'leaveRounds';

/** DEVICE-TYPE as the host sees it (RFC 2355 §7.1). */
export const HOST_DEVICE_TABLE: TransitionTable<HostDeviceState, HostDeviceInput, HostDeviceStep> = {
  off: {
    start: ['awaitingRequest', 'ask'], //        TNE-010
    leave: ['off'],
    request: ['off', 'faultUnexpected'],
    accept: ['off', 'misuse'],
    reject: ['off', 'misuse'],
    rejectOverLimit: ['off', 'misuse'],
  },
  awaitingRequest: {
    start: ['awaitingRequest', 'misuse'],
    leave: ['left'],
    request: ['deciding', 'surface'], //         TNE-011
    accept: ['awaitingRequest', 'misuse'],
    reject: ['awaitingRequest', 'misuse'],
    rejectOverLimit: ['awaitingRequest', 'misuse'],
  },
  deciding: {
    start: ['deciding', 'misuse'],
    leave: ['left'],
    request: ['deciding', 'faultUnexpected'], // one request at a time: the first is answered
    accept: ['agreed', 'confirm'], //            TNE-012
    reject: ['awaitingRequest', 'sendReject'], // TNE-013
    rejectOverLimit: ['left', 'sendReject', 'faultRounds', 'leaveRounds'],
  },
  agreed: {
    start: ['agreed', 'misuse'],
    leave: ['left'],
    request: ['agreed', 'faultUnexpected'],
    accept: ['agreed', 'misuse'],
    reject: ['agreed', 'misuse'],
    rejectOverLimit: ['agreed', 'misuse'],
  },
  left: {
    start: ['left', 'misuse'],
    leave: ['left'],
    request: ['left'],
    accept: ['left', 'misuse'],
    reject: ['left', 'misuse'],
    rejectOverLimit: ['left', 'misuse'],
  },
};
