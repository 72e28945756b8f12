/**
 * What the tables can call for. Both models act on each, or say nothing of it where it only reports; one that is in a table and not
 * here has to be taken into both first.
 */
export const EFFECTS = {
  gate: [
    'pass',
    'hold',
    'releaseHeld',
    'openTelnet',
    'sendWill',
    'sendWont',
    'sendDo',
    'sendDont',
    'sendFollows',
    'sendWillFollows',
    'upgradeImplicit',
    'upgradeNegotiated',
    'upgradeSniffed',
    'startAfresh',
    'drop', //                  from here on: only reported
    'followsNotAgreed',
    'startTlsMalformed',
    'bytesAfterFollows',
  ],
  option: ['sendYes', 'sendNo', 'enabled', 'disabled', 'refused', 'peerError', 'misuse'],
  negotiation: [
    'askTn3270e',
    'startTn3270e',
    'stopTn3270e',
    'askType',
    'gatherTypes',
    'askRecords',
    'enterTn3270',
    'enterNvt',
  ],
  collector: ['keep', 'send', 'pick', 'misuse', 'faultName', 'faultUnasked', 'faultTooMany'],
} as const;
