import type { Layout } from '../layout.js';
import type { LaidOutField, ObjectField, TextField } from './laid-out-fields.js';

type FieldOf<Name, Field = LaidOutField> = Field extends { readonly type: infer Type }
  ? Name extends Type
    ? Field
    : never
  : never;

const OBJECT: Layout<ObjectField> = [
  ['uint8', 'partition'], //  4
  ['uint8', 'flags'], //      5
  ['uint8', 'objectType'], // 6
  ['bytes', 'data', 'rest'],
];

const TEXT: Layout<TextField> = [
  ['uint8', 'partition'], // 4
  ['bytes', 'data', 'rest'],
];

/** Offsets in the comments count from the first byte of the length, as in SF-059 to SF-079. */
export const STRUCTURED_FIELD_LAYOUTS: {
  readonly [Name in LaidOutField['type']]: Layout<FieldOf<Name>>;
} = {
  setWindowOrigin: [
    ['uint8', 'partition'], // 3
    ['uint16', 'row'], //      4
    ['uint16', 'column'], //   6
  ],
  modifyPartition: [
    ['reserved', 1], //             4
    ['uint8', 'partition'], //      5
    ['reserved', 1], //             6
    ['uint8', 'flags'], //          7
    ['optional'],
    ['reserved', 3], //             8
    ['uint16', 'viewportRow'], //  11
    ['uint16', 'viewportColumn'],
    ['uint16', 'viewportHeight'],
    ['uint16', 'viewportWidth'],
    ['uint16', 'windowRow'],
    ['uint16', 'windowColumn'],
    ['uint16', 'scrollRows'],
    ['uint16', 'reserved'],
    ['uint16', 'cellWidth'],
    ['uint16', 'cellHeight'],
  ],
  setPartitionCharacteristics: [
    ['uint8', 'partition'], // 4
    ['reserved', 2], //        5
    ['parameters', 'parameters'],
  ],
  scsData: [
    ['uint8', 'partition'], // 3
    ['bytes', 'data', 'rest'],
  ],
  presentAbsoluteFormat: [
    ['uint8', 'partition'], //             3
    ['uint8', 'command'], //               4
    ['uint8', 'writeControlCharacter'], // 5
    ['bytes', 'data', 'rest'],
  ],
  presentRelativeFormat: [
    ['uint8', 'partition'], //             3
    ['uint16', 'formatOffset'], //         4
    ['uint8', 'command'], //               6
    ['uint8', 'writeControlCharacter'], // 7
    ['bytes', 'data', 'rest'],
  ],
  selectFormatGroup: [
    ['uint8', 'partition'], // 3
    ['bytes', 'groupName', 'rest'],
  ],
  loadFormatStorage: [
    ['uint8', 'flags'], // 4
    ['reserved', 1], //    5
    [
      'choices', //        6
      [
        'operation',
        0xff,
        { add: 1, deleteFormat: 2, deleteGroup: 3, resetAll: 4, summaryStatus: 5, groupStatus: 6 },
      ],
    ],
    ['optional'],
    ['bytes', 'localName', 8], // 7
    ['bytes', 'groupName', 'rest'], // 15
  ],
  setMsrControl: [
    ['uint8', 'partition'], //      4
    ['uint8', 'readerType'], //     5
    ['uint8', 'stateMask'], //      6
    ['uint8', 'stateValue'], //     7
    ['uint8', 'indicatorMask'], //  8
    ['uint8', 'indicatorValue'], // 9
  ],
  destinationOrOrigin: [
    ['choices', ['inputControl', 0xc0, { enable: 0x00, noChange: 0x40, disable: 0x80 }]], // 4
    ['reserved', 1], //       5
    ['uint16', 'deviceId'], // 6
  ],
  loadProgrammedSymbols: [
    ['uint8', 'flags'], //          3
    ['uint8', 'localId'], //        4
    ['uint8', 'firstCodePoint'], // 5
    ['uint8', 'storage'], //        6
    ['bytes', 'data', 'rest'],
  ],
  loadColorTable: [['bytes', 'data', 'rest']],
  selectColorTable: [['uint16', 'table']],
  loadLineType: [['bytes', 'data', 'rest']],
  objectData: OBJECT,
  objectPicture: OBJECT,
  objectControl: OBJECT,
  oemData: OBJECT,
  dataChain: [
    [
      'choices', // 4
      ['group', 0x60, { continue: 0x00, end: 0x20, begin: 0x40, only: 0x60 }],
      ['inboundControl', 0x18, { noChange: 0x00, enable: 0x08, disable: 0x10 }],
    ],
    ['reserved', 1],
  ],
  beginEndOfFile: [
    ['uint8', 'partition'], // 4
    ['uint8', 'flags'], //     5
    ['uint8', 'moreFlags'], // 6
  ],
  setPrinterCharacteristics: [
    ['uint8', 'flags'], // 4
    ['reserved', 1], //    5
    ['parameters', 'parameters'],
  ],
  selectIpdsMode: [['reserved', 2]],
  setCheckpointInterval: [
    ['reserved', 1], //        4
    ['uint16', 'interval'], // 5
  ],
  restart: [
    ['reserved', 1], //     4
    ['uint16', 'pages'], // 5
    ['uint16', 'lines'], // 7
  ],
  requestRecoveryData: [['reserved', 1]],
  outboundTextHeader: TEXT,
  type1Text: TEXT,
};
