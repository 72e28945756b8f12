import type { TransitionTable } from '../machine/index.js';

/** `off`: CONTENTION-RESOLUTION was not agreed, and the terminal may always send. */
export type ContentionState = 'off' | 'receiving' | 'sending';

/**
 * What the host sent: 3270-DATA with or without SEND-DATA, a BID while nothing or something that was typed waits to be sent, a
 * BID with SIGNAL, a BIND or an UNBIND.
 */
export type ContentionInput =
  | 'sendData'
  | 'data'
  | 'bid'
  | 'bidWhileBuffered'
  | 'bidWithSignal'
  | 'bind'
  | 'unbind';

/**
 * `allow`: the keyboard may open, if it is restored as well. `inhibit`: input is buffered until SEND-DATA.
 * `accept`, `reject`: answer the BID. `flush`: one buffered AID may be sent first.
 */
export type ContentionStep = 'allow' | 'inhibit' | 'accept' | 'reject' | 'flush';

/** The terminal's right to send (draft-ietf-tn3270e-extensions-04 §4.5). */
export const CONTENTION_TABLE: TransitionTable<ContentionState, ContentionInput, ContentionStep> = {
  off: {
    sendData: ['off'],
    data: ['off'],
    bid: ['off'],
    bidWhileBuffered: ['off'],
    bidWithSignal: ['off'],
    bind: ['off'],
    unbind: ['off'],
  },
  receiving: {
    sendData: ['sending', 'allow'], // TNE-131
    data: ['receiving'],
    bid: ['receiving', 'accept', 'inhibit'], // TNE-140
    bidWhileBuffered: ['receiving', 'reject'], // TNE-141
    bidWithSignal: ['receiving', 'accept', 'inhibit'], // TNE-143
    bind: ['receiving', 'inhibit'],
    unbind: ['receiving'],
  },
  sending: {
    sendData: ['sending', 'allow'],
    data: ['receiving', 'inhibit'], // TNE-131
    bid: ['receiving', 'accept', 'inhibit'], // TNE-140
    bidWhileBuffered: ['sending', 'reject'], // TNE-141: the send state stays
    bidWithSignal: ['receiving', 'flush', 'accept', 'inhibit'], // TNE-143
    bind: ['receiving', 'inhibit'], // TNE-131
    unbind: ['receiving', 'inhibit'],
  },
};

/**
 * Who may send, as the host knows it. `contention`: nobody has begun. `host`: the host is sending. `terminal`: it has the right.
 * `bidding…`: a BID is not answered yet, and what held before it.
 */
export type HostContentionState =
  | 'off'
  | 'contention'
  | 'host'
  | 'terminal'
  | 'biddingInContention'
  | 'biddingAgainstTerminal';

/** What the host sends, and what the terminal does. */
export type HostContentionInput =
  | 'sendData'
  | 'data'
  | 'bid'
  | 'bind'
  | 'unbind'
  | 'positive'
  | 'negative'
  | 'terminalData';

/** `accepted`, `rejected`: tell the application. `discard`: the response still to come is discarded (TNE-142). */
export type HostContentionStep = 'misuse' | 'accepted' | 'rejected' | 'discard';

/** CONTENTION-RESOLUTION as the host sees it (draft-ietf-tn3270e-extensions-04 §4.5). */
export const HOST_CONTENTION_TABLE: TransitionTable<
  HostContentionState,
  HostContentionInput,
  HostContentionStep
> = {
  off: {
    sendData: ['off', 'misuse'],
    data: ['off'],
    bid: ['off', 'misuse'],
    bind: ['off'],
    unbind: ['off'],
    positive: ['off'],
    negative: ['off'],
    terminalData: ['off'],
  },
  contention: {
    sendData: ['terminal'],
    data: ['host'],
    bid: ['biddingInContention'],
    bind: ['contention'],
    unbind: ['contention'],
    positive: ['contention'],
    negative: ['contention'],
    terminalData: ['host'],
  },
  host: {
    sendData: ['terminal'],
    data: ['host'],
    bid: ['host', 'misuse'], // TNE-145
    bind: ['contention'],
    unbind: ['contention'],
    positive: ['host'],
    negative: ['host'],
    terminalData: ['host'],
  },
  terminal: {
    sendData: ['terminal'],
    data: ['host'],
    bid: ['biddingAgainstTerminal'],
    bind: ['contention'],
    unbind: ['contention'],
    positive: ['terminal'],
    negative: ['terminal'],
    terminalData: ['host'], // it has used its right
  },
  biddingInContention: {
    sendData: ['biddingInContention', 'misuse'], // the answer comes first
    data: ['biddingInContention', 'misuse'],
    bid: ['biddingInContention', 'misuse'],
    bind: ['contention', 'discard'],
    unbind: ['contention', 'discard'],
    positive: ['host', 'accepted'], //         TNE-140
    negative: ['contention', 'rejected'], //   TNE-141
    terminalData: ['host', 'discard', 'rejected'], // TNE-142
  },
  biddingAgainstTerminal: {
    sendData: ['biddingAgainstTerminal', 'misuse'],
    data: ['biddingAgainstTerminal', 'misuse'],
    bid: ['biddingAgainstTerminal', 'misuse'],
    bind: ['contention', 'discard'],
    unbind: ['contention', 'discard'],
    positive: ['host', 'accepted'],
    negative: ['terminal', 'rejected'],
    terminalData: ['host', 'discard', 'rejected'],
  },
};
