import { printable } from '../bytes/index.js';
import {
  DATA_TYPE_NAMES,
  DATA_TYPES,
  decodeHeader,
  HEADER_LENGTH,
  REQUEST_FLAGS,
  RESPONSE_FLAGS,
  RESPONSE_KINDS,
  type Tn3270eHeader,
} from '../tn3270e/index.js';
import { recordInWords } from './datastream.js';
import { count, nameOf, type Sender, type Words } from './dissected.js';

const NEGATIVE_WORDS: readonly string[] = [
  'command reject',
  'intervention required',
  'operation check',
  'component disconnected',
];

const UNBIND_WORDS: ReadonlyMap<number, string> = /* @__PURE__ */ new Map([
  [0x01, 'normal'],
  [0x02, 'BIND forthcoming'],
  [0x07, 'virtual route inoperative'],
  [0x08, 'route extension inoperative'],
  [0x09, 'hierarchical reset'],
  [0x0a, 'SSCP gone'],
  [0x0b, 'virtual route deactivated'],
  [0x0c, 'permanent LU failure'],
  [0x0e, 'temporary LU failure'],
  [0x0f, 'cleanup'],
  [0xfe, 'sense code follows'],
]);

/** A TN3270E record in words: header, then what the data is. */
export function tn3270eRecordInWords(sender: Sender, record: Uint8Array): Words {
  const header = decodeHeader(record);
  if (header.type === 'empty') return { text: 'empty record', meaning: 'to be ignored' };
  if (header.type !== 'header')
    return { text: `TN3270E record of ${count(record.length, 'byte')}: too short` };
  const head = [nameOf(DATA_TYPE_NAMES, header.dataType), ...flagsInWords(header)];
  if (header.sequenceNumber !== 0 || header.responseFlag !== 0)
    head.push(`SEQ-NUMBER ${header.sequenceNumber}`);
  const { text, meaning } = dataInWords(sender, header, record.subarray(HEADER_LENGTH));
  const whole = text === '' ? head.join(' ') : `${head.join(' ')} | ${text}`;
  return meaning === undefined ? { text: whole } : { text: whole, meaning };
}

function flagsInWords({ dataType, requestFlag, responseFlag }: Tn3270eHeader): string[] {
  if (dataType === DATA_TYPES.response) {
    const kind = responseFlag === RESPONSE_KINDS.positive ? 'POSITIVE' : 'NEGATIVE';
    return [responseFlag === RESPONSE_KINDS.snaSense ? 'SNA-SENSE' : kind];
  }
  if (dataType === DATA_TYPES.request)
    return requestFlag === 0 ? ['ERR-COND-CLEARED'] : [`flag ${requestFlag}`];
  const flags = [
    requestFlag & REQUEST_FLAGS.sendData ? 'SEND-DATA' : '',
    requestFlag & REQUEST_FLAGS.keyboardRestore ? 'KEYBOARD-RESTORE' : '',
    requestFlag & REQUEST_FLAGS.signal ? 'SIGNAL' : '',
    responseFlag === RESPONSE_FLAGS.error ? 'ERROR-RESPONSE' : '',
    responseFlag === RESPONSE_FLAGS.always ? 'ALWAYS-RESPONSE' : '',
  ];
  return flags.filter((flag) => flag !== '');
}

function dataInWords(sender: Sender, { dataType, responseFlag }: Tn3270eHeader, data: Uint8Array): Words {
  switch (dataType) {
    case DATA_TYPES.data3270:
      return recordInWords(sender, data);
    case DATA_TYPES.response:
      return responseInWords(responseFlag, data);
    case DATA_TYPES.bindImage:
      return { text: count(data.length, 'byte'), meaning: 'the host binds the terminal to an application' };
    case DATA_TYPES.unbind:
      return {
        text: data[0] === undefined ? '' : `reason ${UNBIND_WORDS.get(data[0]) ?? data[0]}`,
        meaning: 'the session with the application ends',
      };
    case DATA_TYPES.nvtData:
      return { text: printable(data.subarray(0, 200)) };
    case DATA_TYPES.sscpLuData:
      return { text: count(data.length, 'byte'), meaning: 'text outside of any application' };
    case DATA_TYPES.request:
      return { text: '', meaning: 'the printer is ready again' };
    case DATA_TYPES.printEoj:
      return { text: '', meaning: 'the print job ends' };
    default:
      return { text: data.length === 0 ? '' : count(data.length, 'byte') };
  }
}

function responseInWords(kind: number, data: Uint8Array): Words {
  const code = data[0];
  if (kind === RESPONSE_KINDS.positive)
    return { text: code === 0 ? 'DEVICE-END' : '', meaning: 'the record was carried out' };
  const why =
    kind === RESPONSE_KINDS.negative && code !== undefined ? (NEGATIVE_WORDS[code] ?? `${code}`) : '';
  return { text: why, meaning: 'the record was not carried out' };
}
