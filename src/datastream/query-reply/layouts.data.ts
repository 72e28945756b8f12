import type { Layout } from '../layout.js';
import type { LaidOutReply, ParametersReply } from './laid-out-replies.js';

type ReplyOf<Name, Reply = LaidOutReply> = Reply extends { readonly type: infer Type }
  ? Name extends Type
    ? Reply
    : never
  : never;

const PARAMETERS: Layout<ParametersReply> = [['parameters', 'parameters']];

/** Offsets in the comments count from the first byte of the length, as in SF-095 to SF-128. */
export const QUERY_REPLY_LAYOUTS: { readonly [Name in LaidOutReply['type']]: Layout<ReplyOf<Name>> } = {
  textPartitions: [
    ['uint8', 'maximumPartitions'], // 4
    ['uint16', 'maximumSize'], //      5
    ['uint8', 'flags'], //             7
    ['numbers', 'textTypes', 'counted'],
  ],
  msrControl: [
    ['reserved', 1], // 4
    ['numbers', 'readerTypes', 'counted'],
  ],
  fieldOutlining: [
    ['reserved', 1], //                 4
    ['uint8', 'flags'], //              5
    ['uint8', 'verticalPosition'], //   6
    ['uint8', 'horizontalPosition'], // 7
    ['uint8', 'overlinePosition'], //   8
    ['uint8', 'underlinePosition'], //  9
  ],
  partitionCharacteristics: PARAMETERS,
  oemAuxiliaryDevice: [
    ['reserved', 1], //            4
    ['uint8', 'reference'], //     5
    ['bytes', 'deviceType', 8], // 6
    ['bytes', 'userName', 8], //  14
    ['optional'],
    ['parameters', 'parameters'],
  ],
  saveRestoreFormat: [['uint8', 'blockLength']],
  formatStorageAuxiliaryDevice: [
    ['uint8', 'flags'], //          4
    ['reserved', 3], //             5
    ['uint16', 'outboundLimit'], // 8
    ['optional'],
    ['bytes', 'device', 4],
    ['uint16', 'size'],
  ],
  storagePools: PARAMETERS,
  documentInterchangeArchitecture: [
    ['reserved', 2], //             4
    ['uint16', 'inboundLimit'], //  6
    ['uint16', 'outboundLimit'], // 8
    ['bytes', 'functionSets', 'rest'],
  ],
  dataChaining: [
    ['choices', ['direction', 0xc0, { both: 0x00, fromDevice: 0x40, toDevice: 0x80 }]], // 4
    ['reserved', 1],
  ],
  auxiliaryDevice: [['reserved', 2]],
  ipds: [
    ['reserved', 2], //     4
    ['uint16', 'limit'], // 6
  ],
  productDefinedDataStream: [
    ['reserved', 2], //        4
    ['uint8', 'reference'], // 6
    ['uint8', 'subset'], //    7
    ['optional'],
    ['parameters', 'parameters'],
  ],
  ibmAuxiliaryDevice: [
    ['uint8', 'flags'], //           4
    ['reserved', 1], //              5
    ['uint16', 'inboundLimit'], //   6
    ['uint16', 'outboundLimit'], //  8
    ['uint8', 'deviceType'], //     10
    ['optional'],
    ['parameters', 'parameters'],
  ],
  beginEndOfFile: [['bytes', 'reserved', 'rest']],
  deviceCharacteristics: PARAMETERS,
  dataStreams: [
    ['uint8', 'defaultStream'], // 4
    ['numbers', 'otherStreams', 'rest'],
  ],
  paperFeedTechniques: [
    ['uint8', 'flags'], //         4
    ['uint16', 'topMargin'], //    5
    ['uint16', 'bottomMargin'], // 7
  ],
  transparency: [['pairs', 'pairs']],
  settablePrinterCharacteristics: [
    ['reserved', 2], // 4
    ['parameters', 'parameters'],
  ],
  iocaAuxiliaryDevice: [
    ['reserved', 2], //             4
    ['uint16', 'inboundLimit'], //  6
    ['uint16', 'outboundLimit'], // 8
    ['bytes', 'deviceType', 'rest'],
  ],
  cooperativeProcessingRequestor: [
    ['reserved', 2], //                   4
    ['uint16', 'inboundLimit'], //        6
    ['uint16', 'outboundLimit'], //       8
    ['numbers', 'features', 'counted'], // 10
    ['optional'],
    ['parameters', 'parameters'],
  ],
};
