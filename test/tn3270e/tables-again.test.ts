import { describe, expect, it } from 'vitest';
import {
  CONTENTION_TABLE,
  DISPLAY_DATA_TABLE,
  FUNCTIONS_TABLE,
  HOST_CONTENTION_TABLE,
  HOST_DATA_TABLE,
  HOST_DEVICE_TABLE,
  PRINTER_DATA_TABLE,
  TERMINAL_DEVICE_TABLE,
} from '../../src/tn3270e/index.js';
import { cellsOf, written } from './expected-table.js';

describe('each table is what the standard says', () => {
  it('[TNE-010] [TNE-011] [TNE-025] DEVICE-TYPE at the terminal', () => {
    expect(cellsOf(TERMINAL_DEVICE_TABLE)).toEqual(
      written(TERMINAL_DEVICE_TABLE, [
        // What the host sends before it asks, or when all is agreed, is out of order.
        'off awaitingSend agreed: * -> =, faultUnexpected',
        'off: start -> awaitingSend',
        'off: leave -> =',
        'awaitingSend requested agreed: start -> =',
        'awaitingSend requested agreed: leave -> left',
        // SEND asks for a request, at any time, so many times.
        'awaitingSend requested: send -> requested, request',
        'agreed: send -> requested, restart, request',
        'awaitingSend requested: sendOverLimit -> left, faultRounds, leaveRounds',
        'agreed: sendOverLimit -> left, restart, faultRounds, leaveRounds',
        // The answer: accepted, another LU than the one needed, or rejected.
        'requested: isAcceptable -> agreed, adopt',
        'requested: isOtherName -> left, leaveName',
        'requested: rejectedNext -> requested, reportRejection, next, request',
        'requested: rejectedLast -> left, reportRejection, leaveRejected',
        'requested: rejectedOverLimit -> left, reportRejection, faultRounds, leaveRounds',
        'left: * -> =',
      ]),
    );
  });

  it('[TNE-012] [TNE-013] [TNE-021] DEVICE-TYPE at the host', () => {
    expect(cellsOf(HOST_DEVICE_TABLE)).toEqual(
      written(HOST_DEVICE_TABLE, [
        '*: start accept reject rejectOverLimit -> =, misuse',
        '*: request -> =, faultUnexpected',
        '*: leave -> left',
        'off: leave -> =',
        'off: start -> awaitingRequest, ask',
        'awaitingRequest: request -> deciding, surface',
        'deciding: accept -> agreed, confirm',
        'deciding: reject -> awaitingRequest, sendReject',
        'deciding: rejectOverLimit -> left, sendReject, faultRounds, leaveRounds',
        'left: request -> =',
      ]),
    );
  });

  it('[TNE-031] [TNE-032] [TNE-036] [TNE-037] FUNCTIONS at both', () => {
    expect(cellsOf(FUNCTIONS_TABLE)).toEqual(
      written(FUNCTIONS_TABLE, [
        '*: open -> awaiting',
        '*: openByRequest -> proposed, propose',
        '*: close -> closed',
        // A request is answered by IS or by a smaller request, whoever had the last word before.
        '*: requestWithin -> agreed, confirm, agree',
        '*: requestBeyond -> proposed, counter',
        '*: requestImpasse -> closed, leaveImpasse',
        '*: requestOverLimit -> closed, faultRounds, leaveRounds',
        // IS is an answer to a request of ours and nothing else.
        '*: isExact isReduced isReducedRefused isAdded isImpasse -> =, faultUnexpected',
        'proposed: isExact -> agreed, agree',
        'proposed: isReduced -> agreed, faultReduced, agree',
        'proposed: isReducedRefused -> closed, faultReduced, leaveReduced',
        'proposed: isAdded -> closed, faultAdded, leaveAdded',
        'proposed: isImpasse -> closed, leaveImpasse',
        // Nothing of it before a device is agreed.
        'closed: requestWithin requestBeyond requestImpasse requestOverLimit -> =, faultUnexpected',
        'closed: open -> awaiting',
      ]),
    );
  });

  it('[TNE-066] [TNE-067] [TNE-069] [TNE-079] [SEC-072] data of a display', () => {
    expect(cellsOf(DISPLAY_DATA_TABLE)).toEqual(
      written(DISPLAY_DATA_TABLE, [
        '*: scsData printEoj -> =, drop',
        '*: bindImage -> bound, applyBind',
        'unbound unboundNvt unboundSscpLu: data3270 unbind -> =, drop',
        'unbound unboundNvt: sscpLuData -> unboundSscpLu, eraseAlternate, deliver',
        'unboundSscpLu: sscpLuData -> =, deliver',
        'unbound unboundSscpLu: nvtData -> unboundNvt, erase, deliver',
        'unboundNvt: nvtData -> =, deliver',
        'bound boundNvt boundSscpLu: unbind -> unbound, applyUnbind',
        'bound boundNvt: sscpLuData -> boundSscpLu, eraseAlternate, deliver',
        'boundSscpLu: sscpLuData -> =, deliver',
        'bound: data3270 -> =, deliver',
        'boundSscpLu: data3270 -> bound, eraseAlternate, deliver',
        'boundNvt: data3270 -> bound, erase, deliver',
        'bound boundSscpLu: nvtData -> boundNvt, erase, deliver',
        'boundNvt: nvtData -> =, deliver',
      ]),
    );
  });

  it('[TNE-069] [TNE-120] [TNE-121] data of a printer', () => {
    expect(cellsOf(PRINTER_DATA_TABLE)).toEqual(
      written(PRINTER_DATA_TABLE, [
        '*: printEoj -> =, deliver',
        '*: bindImage -> bound, applyBind',
        'unbound unboundNvt unboundSscpLu: data3270 scsData unbind -> =, drop',
        'unbound unboundNvt unboundSscpLu: nvtData -> unboundNvt, deliver',
        'unbound unboundNvt unboundSscpLu: sscpLuData -> unboundSscpLu, deliver',
        'bound boundNvt boundSscpLu: data3270 scsData -> bound, deliver',
        'bound boundNvt boundSscpLu: nvtData -> boundNvt, deliver',
        'bound boundNvt boundSscpLu: sscpLuData -> boundSscpLu, deliver',
        'bound boundNvt boundSscpLu: unbind -> unbound, applyUnbind',
      ]),
    );
  });

  it('[TNE-069] [SEC-072] data as the host sees it', () => {
    expect(cellsOf(HOST_DATA_TABLE)).toEqual(
      written(HOST_DATA_TABLE, [
        '*: receive3270 receiveNvt receiveSscpLu -> =, drop',
        'bound: receive3270 -> =, deliver',
        'unboundNvt boundNvt: receiveNvt -> =, deliver',
        'unbound unboundSscpLu boundSscpLu: receiveSscpLu -> =, deliver',
        'unbound unboundNvt unboundSscpLu: send3270 sendScs sendUnbind sendPrintEoj -> =, misuse',
        'unbound unboundNvt unboundSscpLu: sendNvt -> unboundNvt, send',
        'unbound unboundNvt unboundSscpLu: sendSscpLu -> unboundSscpLu, send',
        '*: sendBind -> bound, send',
        'bound boundNvt boundSscpLu: send3270 sendScs -> bound, send',
        'bound boundNvt boundSscpLu: sendNvt -> boundNvt, send',
        'bound boundNvt boundSscpLu: sendSscpLu -> boundSscpLu, send',
        'bound boundNvt boundSscpLu: sendUnbind -> unbound, send',
        'bound boundNvt boundSscpLu: sendPrintEoj -> =, send',
      ]),
    );
  });

  it('[TNE-131] [TNE-140] [TNE-141] [TNE-143] the right to send of the terminal', () => {
    expect(cellsOf(CONTENTION_TABLE)).toEqual(
      written(CONTENTION_TABLE, [
        'off: * -> off',
        'receiving sending: sendData -> sending, allow',
        'receiving: data unbind -> =',
        'sending: data unbind -> receiving, inhibit',
        'receiving sending: bind -> receiving, inhibit',
        'receiving sending: bid -> receiving, accept, inhibit',
        'receiving sending: bidWhileBuffered -> =, reject',
        'receiving: bidWithSignal -> =, accept, inhibit',
        'sending: bidWithSignal -> receiving, flush, accept, inhibit',
      ]),
    );
  });

  it('[TNE-141] [TNE-142] [TNE-145] the right to send as the host knows it', () => {
    expect(cellsOf(HOST_CONTENTION_TABLE)).toEqual(
      written(HOST_CONTENTION_TABLE, [
        '*: sendData -> terminal',
        '*: data terminalData -> host',
        '*: bind unbind -> contention',
        '*: positive negative -> =',
        'contention: bid -> biddingInContention',
        'host: bid -> =, misuse',
        'terminal: bid -> biddingAgainstTerminal',
        'biddingInContention biddingAgainstTerminal: sendData data bid -> =, misuse',
        'biddingInContention biddingAgainstTerminal: bind unbind -> contention, discard',
        'biddingInContention biddingAgainstTerminal: positive -> host, accepted',
        'biddingInContention: negative -> contention, rejected',
        'biddingAgainstTerminal: negative -> terminal, rejected',
        'biddingInContention biddingAgainstTerminal: terminalData -> host, discard, rejected',
        'off: * -> off',
        'off: sendData bid -> off, misuse',
      ]),
    );
  });
});
