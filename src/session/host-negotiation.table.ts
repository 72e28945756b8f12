import type { TransitionTable } from '../machine/index.js';

/** How far a host has come with a terminal: TN3270E first, then TN3270, else the NVT (TEL-117, TEL-118). */
export type HostNegotiationState =
  | 'idle'
  | 'tn3270eAsked'
  | 'tn3270e'
  | 'typeAsked'
  | 'typeGathering'
  | 'recordsAsked'
  | 'tn3270'
  | 'nvt';

/**
 * `…On` and `…Off`: the peer agreed to the option, or refused, withdrew or left it. `records` stands for BINARY and
 * END-OF-RECORD in both directions.
 */
export type HostNegotiationInput =
  | 'open'
  | 'openWithoutTn3270e'
  | 'tn3270eOn'
  | 'tn3270eOff'
  | 'typeOn'
  | 'typeOff'
  | 'typeUsable'
  | 'typeUnusable'
  | 'recordsOn'
  | 'recordsOff';

/** What a host does in its negotiation. */
export type HostNegotiationEffect =
  | 'askTn3270e'
  | 'startTn3270e'
  | 'stopTn3270e'
  | 'askType'
  | 'gatherTypes'
  | 'askRecords'
  | 'enterTn3270'
  | 'enterNvt';

/** Read a row as: in this state, on this input, go there and do these, in order. */
export const HOST_NEGOTIATION_TABLE: TransitionTable<
  HostNegotiationState,
  HostNegotiationInput,
  HostNegotiationEffect
> = {
  idle: {
    open: ['tn3270eAsked', 'askTn3270e'],
    openWithoutTn3270e: ['typeAsked', 'askType'],
    tn3270eOn: ['tn3270e', 'startTn3270e'],
    tn3270eOff: ['idle'],
    typeOn: ['idle'],
    typeOff: ['idle'],
    typeUsable: ['idle'],
    typeUnusable: ['idle'],
    recordsOn: ['idle'],
    recordsOff: ['idle'],
  },
  tn3270eAsked: {
    open: ['tn3270eAsked'],
    openWithoutTn3270e: ['tn3270eAsked'],
    tn3270eOn: ['tn3270e', 'startTn3270e'], //              TNE-009
    tn3270eOff: ['typeAsked', 'askType'], //                 TEL-117
    typeOn: ['tn3270eAsked'],
    typeOff: ['tn3270eAsked'],
    typeUsable: ['tn3270eAsked'],
    typeUnusable: ['tn3270eAsked'],
    recordsOn: ['tn3270eAsked'],
    recordsOff: ['tn3270eAsked'],
  },
  tn3270e: {
    open: ['tn3270e'],
    openWithoutTn3270e: ['tn3270e'],
    tn3270eOn: ['tn3270e'],
    tn3270eOff: ['typeAsked', 'stopTn3270e', 'askType'], //  TNE-005, TNE-006
    typeOn: ['tn3270e'],
    typeOff: ['tn3270e'],
    typeUsable: ['tn3270e'],
    typeUnusable: ['tn3270e'],
    recordsOn: ['tn3270e'],
    recordsOff: ['tn3270e'],
  },
  typeAsked: {
    open: ['typeAsked'],
    openWithoutTn3270e: ['typeAsked'],
    tn3270eOn: ['tn3270e', 'startTn3270e'],
    tn3270eOff: ['typeAsked'],
    typeOn: ['typeGathering', 'gatherTypes'],
    typeOff: ['nvt', 'enterNvt'],
    typeUsable: ['typeAsked'],
    typeUnusable: ['typeAsked'],
    recordsOn: ['typeAsked'],
    recordsOff: ['typeAsked'],
  },
  typeGathering: {
    open: ['typeGathering'],
    openWithoutTn3270e: ['typeGathering'],
    tn3270eOn: ['tn3270e', 'startTn3270e'],
    tn3270eOff: ['typeGathering'],
    typeOn: ['typeGathering', 'gatherTypes'],
    typeOff: ['nvt', 'enterNvt'],
    typeUsable: ['recordsAsked', 'askRecords'], //           TEL-110
    typeUnusable: ['nvt', 'enterNvt'],
    recordsOn: ['typeGathering'],
    recordsOff: ['typeGathering'],
  },
  recordsAsked: {
    open: ['recordsAsked'],
    openWithoutTn3270e: ['recordsAsked'],
    tn3270eOn: ['tn3270e', 'startTn3270e'],
    tn3270eOff: ['recordsAsked'],
    typeOn: ['recordsAsked'],
    typeOff: ['nvt', 'enterNvt'],
    typeUsable: ['recordsAsked'],
    typeUnusable: ['nvt', 'enterNvt'],
    recordsOn: ['tn3270', 'enterTn3270'],
    recordsOff: ['nvt', 'enterNvt'],
  },
  tn3270: {
    open: ['tn3270'],
    openWithoutTn3270e: ['tn3270'],
    tn3270eOn: ['tn3270e', 'startTn3270e'],
    tn3270eOff: ['tn3270'],
    typeOn: ['tn3270'],
    typeOff: ['nvt', 'enterNvt'], //                          TEL-112
    typeUsable: ['tn3270'],
    typeUnusable: ['tn3270'],
    recordsOn: ['tn3270'],
    recordsOff: ['nvt', 'enterNvt'], //                       TEL-112
  },
  nvt: {
    open: ['nvt'],
    openWithoutTn3270e: ['nvt'],
    tn3270eOn: ['tn3270e', 'startTn3270e'],
    tn3270eOff: ['nvt'],
    typeOn: ['typeGathering', 'gatherTypes'],
    typeOff: ['nvt'],
    typeUsable: ['recordsAsked', 'askRecords'],
    typeUnusable: ['nvt'],
    recordsOn: ['tn3270', 'enterTn3270'],
    recordsOff: ['nvt'],
  },
};
