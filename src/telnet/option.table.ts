import type { TransitionTable } from '../machine/index.js';

/** One side of one option. RFC 1143 §7; `Opposite` is its queue bit. */
export type OptionState = 'no' | 'yes' | 'wantNo' | 'wantNoOpposite' | 'wantYes' | 'wantYesOpposite';

/**
 * `offerAgreed` and `offerRefused` are WILL (remote side) or DO (local side) from the peer, told apart by what our policy
 * says; `withdraw` is WONT or DONT; `enable` and `disable` are ours.
 */
export type OptionInput = 'offerAgreed' | 'offerRefused' | 'withdraw' | 'enable' | 'disable';

/** `…Yes` is DO for the remote side and WILL for the local one, `…No` DONT and WONT. */
export type OptionEffect = 'sendYes' | 'sendNo' | 'enabled' | 'disabled' | 'refused' | 'peerError' | 'misuse';

/** RFC 1143 §7, for either side. Read a row as: in this state, on this input, go there and do these, in order. */
export const OPTION_TABLE: TransitionTable<OptionState, OptionInput, OptionEffect> = {
  no: {
    offerAgreed: ['yes', 'sendYes', 'enabled'], //             TEL-030
    offerRefused: ['no', 'sendNo'], //                          TEL-031
    withdraw: ['no'], //                                         TEL-037
    enable: ['wantYes', 'sendYes'], //                          TEL-043
    disable: ['no', 'misuse'], //                                TEL-049
  },
  yes: {
    offerAgreed: ['yes'], //                                     TEL-032
    offerRefused: ['yes'], //                                    TEL-032
    withdraw: ['no', 'sendNo', 'disabled'], //                  TEL-038
    enable: ['yes', 'misuse'], //                                TEL-044
    disable: ['wantNo', 'sendNo', 'disabled'], //               TEL-050
  },
  wantNo: {
    offerAgreed: ['no', 'peerError'], //                         TEL-033
    offerRefused: ['no', 'peerError'], //                        TEL-033
    withdraw: ['no'], //                                         TEL-039
    enable: ['wantNoOpposite'], //                               TEL-045
    disable: ['wantNo', 'misuse'], //                            TEL-051
  },
  wantNoOpposite: {
    offerAgreed: ['yes', 'peerError', 'enabled'], //             TEL-034
    offerRefused: ['yes', 'peerError', 'enabled'], //            TEL-034
    withdraw: ['wantYes', 'sendYes'], //                        TEL-040
    enable: ['wantNoOpposite', 'misuse'], //                     TEL-046
    disable: ['wantNo'], //                                      TEL-052
  },
  wantYes: {
    offerAgreed: ['yes', 'enabled'], //                          TEL-035
    offerRefused: ['yes', 'enabled'], //                         TEL-035
    withdraw: ['no', 'refused'], //                              TEL-041
    enable: ['wantYes', 'misuse'], //                            TEL-047
    disable: ['wantYesOpposite'], //                             TEL-053
  },
  wantYesOpposite: {
    offerAgreed: ['wantNo', 'sendNo'], //                       TEL-036
    offerRefused: ['wantNo', 'sendNo'], //                      TEL-036
    withdraw: ['no', 'refused'], //                              TEL-042
    enable: ['wantYes'], //                                      TEL-048
    disable: ['wantYesOpposite', 'misuse'], //                   TEL-054
  },
};
