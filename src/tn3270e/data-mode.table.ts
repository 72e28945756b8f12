import type { TransitionTable } from '../machine/index.js';

/**
 * Bound or not, and what the screen shows. `unbound` and `bound` are the plain ones; without BIND-IMAGE a session is bound
 * from the start (TNE-065, TNE-069).
 */
export type DataState = 'unbound' | 'unboundNvt' | 'unboundSscpLu' | 'bound' | 'boundNvt' | 'boundSscpLu';

/** A record of the host's, by its data type. */
export type DataInput =
  | 'data3270'
  | 'scsData'
  | 'nvtData'
  | 'sscpLuData'
  | 'bindImage'
  | 'unbind'
  | 'printEoj';

/**
 * `deliver`: hand the data to what the new state shows. `erase`: act as on Erase/Reset with the default size first (TNE-067).
 * `eraseAlternate`: the same with the alternate size, as x3270 does on the way into the SSCP-LU session and out of it.
 * `applyBind`, `applyUnbind`: take or undo sizes, clear the screen (TNE-077, TNE-079). `drop`: report `data-out-of-state`
 * and apply nothing.
 */
export type DataStep = 'deliver' | 'erase' | 'eraseAlternate' | 'applyBind' | 'applyUnbind' | 'drop';

type DataTable = TransitionTable<DataState, DataInput, DataStep>;

/** What a display does with each record (RFC 2355 §9.1, §10.3, §10.5; SEC-072). */
export const DISPLAY_DATA_TABLE: DataTable = {
  unbound: {
    data3270: ['unbound', 'drop'], // TNE-069
    scsData: ['unbound', 'drop'],
    nvtData: ['unboundNvt', 'erase', 'deliver'], // TNE-066, TNE-067
    sscpLuData: ['unboundSscpLu', 'eraseAlternate', 'deliver'],
    bindImage: ['bound', 'applyBind'], // TNE-075
    unbind: ['unbound', 'drop'],
    printEoj: ['unbound', 'drop'],
  },
  unboundNvt: {
    data3270: ['unboundNvt', 'drop'],
    scsData: ['unboundNvt', 'drop'],
    nvtData: ['unboundNvt', 'deliver'],
    sscpLuData: ['unboundSscpLu', 'eraseAlternate', 'deliver'],
    bindImage: ['bound', 'applyBind'],
    unbind: ['unboundNvt', 'drop'],
    printEoj: ['unboundNvt', 'drop'],
  },
  unboundSscpLu: {
    data3270: ['unboundSscpLu', 'drop'],
    scsData: ['unboundSscpLu', 'drop'],
    nvtData: ['unboundNvt', 'erase', 'deliver'],
    sscpLuData: ['unboundSscpLu', 'deliver'],
    bindImage: ['bound', 'applyBind'],
    unbind: ['unboundSscpLu', 'drop'],
    printEoj: ['unboundSscpLu', 'drop'],
  },
  bound: {
    data3270: ['bound', 'deliver'],
    scsData: ['bound', 'drop'],
    nvtData: ['boundNvt', 'erase', 'deliver'],
    sscpLuData: ['boundSscpLu', 'eraseAlternate', 'deliver'], // TNE-111
    bindImage: ['bound', 'applyBind'], // TNE-079
    unbind: ['unbound', 'applyUnbind'], // TNE-077
    printEoj: ['bound', 'drop'],
  },
  boundNvt: {
    data3270: ['bound', 'erase', 'deliver'], // TNE-066, TNE-067
    scsData: ['boundNvt', 'drop'],
    nvtData: ['boundNvt', 'deliver'],
    sscpLuData: ['boundSscpLu', 'eraseAlternate', 'deliver'],
    bindImage: ['bound', 'applyBind'],
    unbind: ['unbound', 'applyUnbind'],
    printEoj: ['boundNvt', 'drop'],
  },
  boundSscpLu: {
    data3270: ['bound', 'eraseAlternate', 'deliver'],
    scsData: ['boundSscpLu', 'drop'],
    nvtData: ['boundNvt', 'erase', 'deliver'],
    sscpLuData: ['boundSscpLu', 'deliver'],
    bindImage: ['bound', 'applyBind'],
    unbind: ['unbound', 'applyUnbind'],
    printEoj: ['boundSscpLu', 'drop'],
  },
};

/** What a printer does with each record (RFC 2355 §10.1 to §10.3). */
export const PRINTER_DATA_TABLE: DataTable = {
  unbound: {
    data3270: ['unbound', 'drop'],
    scsData: ['unbound', 'drop'],
    nvtData: ['unboundNvt', 'deliver'],
    sscpLuData: ['unboundSscpLu', 'deliver'],
    bindImage: ['bound', 'applyBind'],
    unbind: ['unbound', 'drop'],
    printEoj: ['unbound', 'deliver'], // a job that was begun can end at any time
  },
  unboundNvt: {
    data3270: ['unboundNvt', 'drop'],
    scsData: ['unboundNvt', 'drop'],
    nvtData: ['unboundNvt', 'deliver'],
    sscpLuData: ['unboundSscpLu', 'deliver'],
    bindImage: ['bound', 'applyBind'],
    unbind: ['unboundNvt', 'drop'],
    printEoj: ['unboundNvt', 'deliver'],
  },
  unboundSscpLu: {
    data3270: ['unboundSscpLu', 'drop'],
    scsData: ['unboundSscpLu', 'drop'],
    nvtData: ['unboundNvt', 'deliver'],
    sscpLuData: ['unboundSscpLu', 'deliver'],
    bindImage: ['bound', 'applyBind'],
    unbind: ['unboundSscpLu', 'drop'],
    printEoj: ['unboundSscpLu', 'deliver'],
  },
  bound: {
    data3270: ['bound', 'deliver'],
    scsData: ['bound', 'deliver'],
    nvtData: ['boundNvt', 'deliver'],
    sscpLuData: ['boundSscpLu', 'deliver'],
    bindImage: ['bound', 'applyBind'],
    unbind: ['unbound', 'applyUnbind'],
    printEoj: ['bound', 'deliver'], // TNE-121
  },
  boundNvt: {
    data3270: ['bound', 'deliver'],
    scsData: ['bound', 'deliver'],
    nvtData: ['boundNvt', 'deliver'],
    sscpLuData: ['boundSscpLu', 'deliver'],
    bindImage: ['bound', 'applyBind'],
    unbind: ['unbound', 'applyUnbind'],
    printEoj: ['boundNvt', 'deliver'],
  },
  boundSscpLu: {
    data3270: ['bound', 'deliver'],
    scsData: ['bound', 'deliver'],
    nvtData: ['boundNvt', 'deliver'],
    sscpLuData: ['boundSscpLu', 'deliver'],
    bindImage: ['bound', 'applyBind'],
    unbind: ['unbound', 'applyUnbind'],
    printEoj: ['boundSscpLu', 'deliver'],
  },
};

/** A record of the terminal's (`receive…`), or one that the host is about to send. */
export type HostDataInput =
  | 'receive3270'
  | 'receiveNvt'
  | 'receiveSscpLu'
  | 'send3270'
  | 'sendScs'
  | 'sendNvt'
  | 'sendSscpLu'
  | 'sendBind'
  | 'sendUnbind'
  | 'sendPrintEoj';

/** `deliver`: hand on. `send`: go on and send. `drop`: report `data-out-of-state`. `misuse`: the terminal would drop it. */
export type HostDataStep = 'deliver' | 'drop' | 'send' | 'misuse';

/**
 * The host follows what it has made the terminal show. Data of another kind was typed before the terminal knew, and is
 * never taken for input to what is shown now.
 */
export const HOST_DATA_TABLE: TransitionTable<DataState, HostDataInput, HostDataStep> = {
  unbound: {
    receive3270: ['unbound', 'drop'], // TNE-069
    receiveNvt: ['unbound', 'drop'],
    receiveSscpLu: ['unbound', 'deliver'],
    send3270: ['unbound', 'misuse'],
    sendScs: ['unbound', 'misuse'],
    sendNvt: ['unboundNvt', 'send'],
    sendSscpLu: ['unboundSscpLu', 'send'],
    sendBind: ['bound', 'send'],
    sendUnbind: ['unbound', 'misuse'],
    sendPrintEoj: ['unbound', 'misuse'],
  },
  unboundNvt: {
    receive3270: ['unboundNvt', 'drop'],
    receiveNvt: ['unboundNvt', 'deliver'],
    receiveSscpLu: ['unboundNvt', 'drop'],
    send3270: ['unboundNvt', 'misuse'],
    sendScs: ['unboundNvt', 'misuse'],
    sendNvt: ['unboundNvt', 'send'],
    sendSscpLu: ['unboundSscpLu', 'send'],
    sendBind: ['bound', 'send'],
    sendUnbind: ['unboundNvt', 'misuse'],
    sendPrintEoj: ['unboundNvt', 'misuse'],
  },
  unboundSscpLu: {
    receive3270: ['unboundSscpLu', 'drop'],
    receiveNvt: ['unboundSscpLu', 'drop'],
    receiveSscpLu: ['unboundSscpLu', 'deliver'],
    send3270: ['unboundSscpLu', 'misuse'],
    sendScs: ['unboundSscpLu', 'misuse'],
    sendNvt: ['unboundNvt', 'send'],
    sendSscpLu: ['unboundSscpLu', 'send'],
    sendBind: ['bound', 'send'],
    sendUnbind: ['unboundSscpLu', 'misuse'],
    sendPrintEoj: ['unboundSscpLu', 'misuse'],
  },
  bound: {
    receive3270: ['bound', 'deliver'],
    receiveNvt: ['bound', 'drop'],
    receiveSscpLu: ['bound', 'drop'],
    send3270: ['bound', 'send'],
    sendScs: ['bound', 'send'],
    sendNvt: ['boundNvt', 'send'],
    sendSscpLu: ['boundSscpLu', 'send'],
    sendBind: ['bound', 'send'],
    sendUnbind: ['unbound', 'send'],
    sendPrintEoj: ['bound', 'send'],
  },
  boundNvt: {
    receive3270: ['boundNvt', 'drop'],
    receiveNvt: ['boundNvt', 'deliver'],
    receiveSscpLu: ['boundNvt', 'drop'],
    send3270: ['bound', 'send'],
    sendScs: ['bound', 'send'],
    sendNvt: ['boundNvt', 'send'],
    sendSscpLu: ['boundSscpLu', 'send'],
    sendBind: ['bound', 'send'],
    sendUnbind: ['unbound', 'send'],
    sendPrintEoj: ['boundNvt', 'send'],
  },
  boundSscpLu: {
    receive3270: ['boundSscpLu', 'drop'], // TNE-111: the application is suspended
    receiveNvt: ['boundSscpLu', 'drop'],
    receiveSscpLu: ['boundSscpLu', 'deliver'],
    send3270: ['bound', 'send'],
    sendScs: ['bound', 'send'],
    sendNvt: ['boundNvt', 'send'],
    sendSscpLu: ['boundSscpLu', 'send'],
    sendBind: ['bound', 'send'],
    sendUnbind: ['unbound', 'send'],
    sendPrintEoj: ['boundSscpLu', 'send'],
  },
};
