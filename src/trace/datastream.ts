import {
  aidOf,
  type InboundRecord,
  type InboundStructuredField,
  MAXIMUM_14_BIT_POSITIONS,
  type Outbound3270DS,
  type OutboundRecord,
  type OutboundStructuredField,
  parseInbound,
  parseWriteControlCharacter,
  type QueryReply,
  readOutbound,
  type TypedWrite,
  type WriteOrder,
} from '../datastream/index.js';
import { count, type Sender, type Words } from './dissected.js';

const COMMAND_WORDS: Readonly<Record<string, string>> = {
  write: 'Write',
  eraseWrite: 'Erase/Write',
  eraseWriteAlternate: 'Erase/Write Alternate',
  readBuffer: 'Read Buffer',
  readModified: 'Read Modified',
  readModifiedAll: 'Read Modified All',
  eraseAllUnprotected: 'Erase All Unprotected',
  noOperation: 'No Operation',
};

/** Abbreviations of the orders, in the order in which a summary lists them. */
const ORDER_WORDS: readonly (readonly [WriteOrder['type'], string])[] = [
  ['setBufferAddress', 'SBA'],
  ['startField', 'SF'],
  ['startFieldExtended', 'SFE'],
  ['modifyField', 'MF'],
  ['setAttribute', 'SA'],
  ['repeatToAddress', 'RA'],
  ['eraseUnprotectedToAddress', 'EUA'],
  ['programTab', 'PT'],
  ['graphicEscape', 'GE'],
  ['insertCursor', 'IC'],
  ['formatControl', 'format control'],
  ['ignoredCode', 'unknown code'],
];

/** AIDs whose word is not their name in capitals. */
const AID_WORDS: Readonly<Record<string, string>> = {
  none: 'none',
  nonePrinter: 'none (printer)',
  structuredField: 'structured field',
  readPartition: 'Read Partition',
  selectorPen: 'selector pen',
  operatorIdReader: 'operator identification reader',
  magneticReader: 'magnetic reader',
  testRequest: 'Test Request',
  clearPartition: 'CLEAR PARTITION',
};

/** What a 3270 record says, its orders counted and its data measured: what was typed does not appear. */
export function recordInWords(sender: Sender, record: Uint8Array): Words {
  if (record.length === 0) return { text: 'empty record' };
  return sender === 'host' ? outboundInWords(record) : inboundInWords(record);
}

function outboundInWords(bytes: Uint8Array): Words {
  const { record, result } = readOutbound(bytes, MAXIMUM_14_BIT_POSITIONS);
  const fault = result.faults[0];
  const broken = fault === undefined ? '' : `, then ${fault.code} at byte ${fault.offset}`;
  if (record === undefined) return { text: `no 3270 command${broken}` };
  const { text, meaning } = commandInWords(record);
  return { text: `${text}${broken}`, meaning };
}

function commandInWords(record: OutboundRecord): Required<Words> {
  switch (record.type) {
    case 'write':
      return { text: writeInWords(record), meaning: 'the host writes the screen' };
    case 'read':
      return { text: COMMAND_WORDS[record.command] as string, meaning: 'the host reads the screen' };
    case 'writeStructuredField': {
      const asks = record.fields.some(({ type }) => type === 'query' || type === 'queryList');
      return {
        text: `Write Structured Field: ${record.fields.map(outboundFieldInWords).join('; ') || 'none'}`,
        meaning: asks ? 'the host asks what the terminal can do' : 'structured fields for the terminal',
      };
    }
    case 'eraseAllUnprotected':
      return { text: COMMAND_WORDS[record.type] as string, meaning: 'the host clears all that was typed' };
    case 'noOperation':
      return { text: COMMAND_WORDS[record.type] as string, meaning: 'nothing to do' };
  }
}

function writeInWords(write: TypedWrite | Outbound3270DS): string {
  const { reset, soundAlarm, keyboardRestore, resetModified, startPrinter } = parseWriteControlCharacter(
    write.writeControlCharacter ?? 0,
  );
  const bits = [
    reset && 'reset',
    startPrinter && 'start printer',
    soundAlarm && 'alarm',
    keyboardRestore && 'restore keyboard',
    resetModified && 'reset MDT',
  ].filter((word) => word !== false);
  const counts = new Map<string, number>();
  let characters = 0;
  for (const order of write.orders ?? []) {
    if (order.type === 'characters') characters += order.bytes.length;
    else counts.set(order.type, (counts.get(order.type) ?? 0) + 1);
  }
  const orders = ORDER_WORDS.filter(([type]) => counts.has(type)).map(([type, word]) => {
    const times = counts.get(type) as number;
    return times === 1 ? word : `${times} ${word}`;
  });
  if (characters > 0) orders.push(count(characters, 'character'));
  const head = `${COMMAND_WORDS[write.command]}, WCC (${bits.join(', ') || 'none'})`;
  return orders.length === 0 ? head : `${head}: ${orders.join(', ')}`;
}

function outboundFieldInWords(field: OutboundStructuredField): string {
  switch (field.type) {
    case 'query':
      return 'Read Partition Query';
    case 'queryList':
      return 'Read Partition Query List';
    case 'outbound3270DS':
      return field.command === 'eraseAllUnprotected'
        ? `Outbound 3270DS, partition ${field.partition}, ${COMMAND_WORDS[field.command]}`
        : `Outbound 3270DS, partition ${field.partition}, ${writeInWords(field)}`;
    case 'other':
      return field.name === undefined ? `unknown (${hexId(field.id)})` : spaced(field.name);
    default:
      return spaced(field.type);
  }
}

function inboundInWords(bytes: Uint8Array): Words {
  const { record, faults } = parseInbound(bytes);
  if (record === undefined) {
    return { text: `refused 3270 record: ${faults[0]?.code ?? 'empty'} at byte ${faults[0]?.offset ?? 0}` };
  }
  return inboundRecordInWords(record);
}

function inboundRecordInWords(record: InboundRecord): Words {
  switch (record.type) {
    case 'shortRead':
      return { text: `AID ${aidInWords(record.aid)}`, meaning: 'a key that sends nothing but itself' };
    case 'readModified':
    case 'readBuffer': {
      const characters = record.fields.reduce((sum, { bytes }) => sum + bytes.length, 0);
      const fields = `${count(record.fields.length, 'field')}, ${count(characters, 'character')}`;
      const what = record.type === 'readBuffer' ? 'the whole buffer' : 'what was typed or marked';
      return {
        text: `AID ${aidInWords(record.aid)}, cursor ${record.cursorAddress}: ${fields}`,
        meaning: aidOf(record.aid) === 'none' ? `the answer to a read: ${what}` : `a key, and ${what}`,
      };
    }
    case 'testRequest':
      return { text: `Test Request: ${count(record.fields.length, 'field')}`, meaning: 'the SYSREQ key' };
    case 'structuredFields':
      return structuredFieldsInWords(record.fields);
  }
}

function structuredFieldsInWords(fields: readonly InboundStructuredField[]): Words {
  const replies = fields.flatMap((field) => (field.type === 'queryReply' ? [replyName(field.reply)] : []));
  if (replies.length > 0 && replies.length === fields.length) {
    const text = `AID structured field: Query Reply ${replies.join(', ')}`;
    return { text, meaning: 'the terminal says what it can do' };
  }
  const text = `AID structured field: ${fields.map(inboundFieldInWords).join('; ')}`;
  return { text, meaning: 'the terminal answers with structured fields' };
}

function replyName(reply: QueryReply): string {
  return reply.type === 'other' ? hexId(reply.code) : spaced(reply.type);
}

function inboundFieldInWords(field: InboundStructuredField): string {
  if (field.type === 'queryReply') return `Query Reply ${replyName(field.reply)}`;
  if (field.type === 'transferData') return `Transfer Data, ${count(field.data.length, 'byte')}`;
  if (field.type !== 'other') return spaced(field.type);
  return field.name === undefined ? `unknown (${hexId(field.id)})` : spaced(field.name);
}

function aidInWords(aid: number): string {
  const name = aidOf(aid);
  if (name === undefined) return `unknown (${hexId(aid)})`;
  return AID_WORDS[name] ?? name.toUpperCase();
}

/** `usableArea` as `Usable Area`. */
function spaced(name: string): string {
  let text = name.charAt(0).toUpperCase();
  for (let i = 1; i < name.length; i++) {
    const letter = name.charAt(i);
    text += letter >= 'A' && letter <= 'Z' ? ` ${letter}` : letter;
  }
  return text;
}

function hexId(id: number): string {
  return id
    .toString(16)
    .toUpperCase()
    .padStart(id > 0xff ? 4 : 2, '0');
}
