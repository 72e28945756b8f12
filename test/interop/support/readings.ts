import { toHex } from '../../../src/bytes/index.js';
import {
  COMMANDS,
  type ExtendedAttribute,
  type InboundRecord,
  type InboundText,
  ORDERS,
  type OutboundStructuredField,
  parseFieldAttribute,
  parseWriteControlCharacter,
  type QueryReply,
  REPLY_MODES,
  STRUCTURED_FIELDS,
  type TypedWrite,
  type WriteOrder,
} from '../../../src/datastream/index.js';
import type { DecodedField } from './pdml.js';

/**
 * What a record says, one fact a line, in wire order: the form in which two readers of it are compared. Texts are joined, and
 * an order that stands in them (a format control) is a line of its own.
 */
export type Reading = string[];

const byte = (value: number): string => value.toString(16).padStart(2, '0');

/** The words that both readers have for the flags of a byte. */
function flags(word: string, on: Readonly<Record<string, boolean>>): string {
  return [word, ...Object.keys(on).filter((name) => on[name])].join(' ');
}

// ---- ours

export function readOurWrite({ command, writeControlCharacter, orders }: TypedWrite): Reading {
  const wcc = parseWriteControlCharacter(writeControlCharacter);
  return [
    `write ${command}`,
    flags('wcc', {
      reset: wcc.reset,
      start_printer: wcc.startPrinter,
      sound_alarm: wcc.soundAlarm,
      keyboard_restore: wcc.keyboardRestore,
      reset_mdt: wcc.resetModified,
    }),
    ...orders.flatMap(readOrder),
  ];
}

function readOrder(order: WriteOrder): Reading {
  switch (order.type) {
    case 'characters':
      return [`text ${toHex(order.bytes)}`];
    case 'startField':
      return ['order 1d', fieldAttribute(order.attribute)];
    case 'startFieldExtended':
    case 'modifyField':
      return [`order ${byte(ORDERS[order.type])}`, ...order.attributes.map(attribute)];
    case 'setAttribute':
      return ['order 28', attribute(order.attribute)];
    case 'setBufferAddress':
    case 'eraseUnprotectedToAddress':
      return [`order ${byte(ORDERS[order.type])}`, `address ${order.address}`];
    case 'repeatToAddress':
      return ['order 3c', `address ${order.address}`, `character ${byte(order.code)}`];
    case 'insertCursor':
    case 'programTab':
      return [`order ${byte(ORDERS[order.type])}`];
    case 'graphicEscape':
      return ['order 08', `character ${byte(order.code)}`];
    default:
      throw new Error(`no capture has a ${order.type}`);
  }
}

function attribute({ type, value }: ExtendedAttribute): string {
  return type === 0xc0 ? fieldAttribute(value) : `attribute ${byte(type)} ${byte(value)}`;
}

function fieldAttribute(value: number): string {
  const { protected: isProtected, numeric, display, modified } = parseFieldAttribute(value);
  const on = { protected: isProtected, numeric, modified };
  return flags(`field ${['normal', 'detectable', 'intensified', 'hidden'].indexOf(display)}`, on);
}

export function readOurStructuredField(field: OutboundStructuredField): Reading {
  switch (field.type) {
    case 'query':
      return ['structured field 01', 'operation 02'];
    case 'queryList':
      return ['structured field 01', 'operation 03'];
    case 'readPartition':
      return ['structured field 01', `operation ${byte(COMMANDS[field.command].sna)}`];
    case 'setReplyMode':
      return [
        'structured field 09',
        `mode ${byte(REPLY_MODES[field.mode])}`,
        ...field.attributes.map((type) => `listed ${byte(type)}`),
      ];
    default:
      throw new Error(`no capture has a ${field.type}`);
  }
}

export function readOurInbound(record: InboundRecord): Reading {
  switch (record.type) {
    case 'shortRead':
      return [`aid ${byte(record.aid)}`];
    case 'readModified':
      return [
        `aid ${byte(record.aid)}`,
        `address ${record.cursorAddress}`,
        ...record.fields.flatMap((field) => [
          ...(field.address === null ? [] : ['order 11', `address ${field.address}`]),
          ...text(field),
        ]),
      ];
    case 'readBuffer':
      return [
        `aid ${byte(record.aid)}`,
        `address ${record.cursorAddress}`,
        ...record.fields.flatMap((field) => [
          ...(field.start === null ? [] : readOrder(field.start)),
          ...text(field),
        ]),
      ];
    case 'structuredFields':
      return [
        'aid 88',
        ...record.fields.flatMap((field) => {
          if (field.type !== 'queryReply') throw new Error(`no capture has a ${field.type}`);
          return [`structured field ${byte(STRUCTURED_FIELDS.queryReply.id)}`, ...readReply(field.reply)];
        }),
      ];
    case 'testRequest':
      throw new Error('no capture has a Test Request');
  }
}

/** Text with its attributes and graphic escapes, as it stands on the wire. */
function text({ bytes, graphicEscapes, attributeChanges }: InboundText): Reading {
  const reading: Reading = [];
  let from = 0;
  const upTo = (index: number): void => {
    if (index > from) reading.push(`text ${toHex(bytes.subarray(from, index))}`);
    from = index;
  };
  for (let index = 0; index <= bytes.length; index++) {
    for (const change of attributeChanges) {
      if (change.index !== index) continue;
      upTo(index);
      reading.push('order 28', attribute(change.attribute));
    }
    if (!graphicEscapes.includes(index)) continue;
    upTo(index);
    reading.push('order 08', `character ${byte(bytes[index] as number)}`);
    from = index + 1;
  }
  upTo(bytes.length);
  return reading;
}

function readReply(reply: QueryReply): Reading {
  switch (reply.type) {
    case 'summary':
      return ['reply 80', ...reply.codes.map((code) => `reply ${byte(code)}`)];
    case 'usableArea':
      return [
        'reply 81',
        `width ${reply.width}`,
        `height ${reply.height}`,
        `units ${reply.units}`,
        `cell width ${reply.cellWidth}`,
        `cell height ${reply.cellHeight}`,
        `buffer ${reply.bufferSize}`,
      ];
    case 'alphanumericPartitions':
      return ['reply 84', `partitions ${reply.partitions}`, `storage ${reply.storage}`];
    case 'characterSets':
      return [
        'reply 85',
        `slot width ${reply.slotWidth}`,
        `slot height ${reply.slotHeight}`,
        ...reply.descriptors.flatMap((set) => [
          `set ${set.set}`,
          `local ${byte(set.localId)}`,
          `cgcsgid ${set.cgcsgid}`,
        ]),
      ];
    case 'color':
      return ['reply 86', ...reply.pairs.map(({ value, action }) => `color ${byte(value)} ${byte(action)}`)];
    case 'highlighting':
      return [
        'reply 87',
        ...reply.pairs.map(({ value, action }) => `highlighting ${byte(value)} ${byte(action)}`),
      ];
    case 'replyModes':
      return ['reply 88', ...reply.modes.map((mode) => `mode ${byte(mode)}`)];
    case 'distributedDataManagement':
      return [
        'reply 95',
        `limits ${reply.inboundLimit}`,
        `and ${reply.outboundLimit}`,
        ...reply.subsets.map((subset) => `subset ${byte(subset)}`),
      ];
    case 'rpqNames':
      return ['reply a1', `name ${toHex(reply.name)}`];
    case 'implicitPartition':
      return [
        'reply a6',
        `default width ${reply.sizes?.defaultSize.columns}`,
        `default height ${reply.sizes?.defaultSize.rows}`,
        `alternate width ${reply.sizes?.alternateSize.columns}`,
        `alternate height ${reply.sizes?.alternateSize.rows}`,
      ];
    case 'null':
      return ['reply ff'];
    default:
      throw new Error(`no capture has a reply ${reply.type}`);
  }
}

// ---- tshark's

const COMMAND_WORDS: ReadonlyMap<string, string> = new Map([
  ...['01', 'f1'].map((code) => [code, 'write write'] as const),
  ...['05', 'f5'].map((code) => [code, 'write eraseWrite'] as const),
  ...['0d', '7e'].map((code) => [code, 'write eraseWriteAlternate'] as const),
  ...['02', 'f2'].map((code) => [code, 'read readBuffer'] as const),
  ...['06', 'f6'].map((code) => [code, 'read readModified'] as const),
  ...['0e', '6e'].map((code) => [code, 'read readModifiedAll'] as const),
  ...['0f', '6f'].map((code) => [code, 'eraseAllUnprotected'] as const),
  ...['11', 'f3'].map((code) => [code, 'writeStructuredField'] as const),
]);

/** How a field that stands for one fact is written. */
const PLAIN: Readonly<Record<string, (field: DecodedField) => string>> = {
  command_code: ({ value }) => COMMAND_WORDS.get(value) ?? `command ${value}`,
  order_code: ({ value }) => `order ${value}`,
  field_data: ({ value }) => `text ${value}`,
  character_code: ({ value }) => `character ${value}`,
  aid: ({ value }) => `aid ${value}`,
  read_partition_optyp: ({ value }) => `operation ${value}`,
  sf_query_reply: ({ value }) => `reply ${value}`,
  ua_width_cells_pels: number('width'),
  ua_height_cells_pels: number('height'),
  ua_uom_cells_pels: number('units'),
  ua_aw: number('cell width'),
  ua_ah: number('cell height'),
  ua_buffsz: number('buffer'),
  ap_na: number('partitions'),
  ap_m: number('storage'),
  cs_sdw: number('slot width'),
  cs_sdh: number('slot height'),
  cs_descriptor_set: number('set'),
  lcid: ({ value }) => `local ${value}`,
  ccsgid: number('cgcsgid'),
  mode: ({ value }) => `mode ${value}`,
  reply_mode_attr_list: ({ value }) => `listed ${value}`,
  ddm_limin: number('limits'),
  ddm_limout: number('and'),
  ddm_ddmss: ({ value }) => `subset ${value}`,
  rpq_name: ({ value }) => `name ${value}`,
  ipdd_wd: number('default width'),
  ipdd_hd: number('default height'),
  ipdd_wa: number('alternate width'),
  ipdd_ha: number('alternate height'),
};

function number(word: string): (field: DecodedField) => string {
  return ({ value }) => `${word} ${Number.parseInt(value, 16)}`;
}

const ATTRIBUTE_VALUES: readonly string[] = [
  'color',
  'extended_highlighting',
  'character_set',
  'field_outlining',
  'transparency',
  'all_character_attributes',
];

/** The address in tshark's words; a stop address it leaves as it stands on the wire. DS-082, DS-083. */
function address({ words, value }: DecodedField): string {
  const said = words.match(/-bit address, (\d+) =/)?.[1];
  if (said !== undefined) return `address ${said}`;
  const wire = Number.parseInt(value, 16);
  return `address ${wire > 0x3fff ? ((wire >> 2) & 0xfc0) | (wire & 0x3f) : wire}`;
}

/**
 * Puts right what tshark 4.0 gets wrong: of RA it takes the second byte of the address for the character, and the value of the
 * attribute type input control (FE), which it does not know, for an order.
 */
function withoutMistakes(reading: Reading): Reading {
  const right: Reading = [];
  for (const line of reading) {
    const last = right.length - 1;
    if (right[last] === 'attribute fe') right[last] = `attribute fe ${line.slice('order '.length)}`;
    else if (right[last - 2] === 'order 3c' && /^text /.test(line) && /^character /.test(right[last] ?? '')) {
      right[last] = `character ${line.slice(5, 7)}`;
      if (line.length > 7) right.push(`text ${line.slice(7)}`);
    } else right.push(line);
  }
  return right;
}

const FIELD_FLAGS: readonly string[] = ['protected', 'numeric', 'modified'];
const WRITE_CONTROL_FLAGS: readonly string[] = [
  'reset',
  'start_printer',
  'sound_alarm',
  'keyboard_restore',
  'reset_mdt',
];

/** A record as tshark took it apart. */
export function readTheirs(fields: readonly DecodedField[]): Reading {
  const reading: Reading = [];
  const add = (words: string): void => void reading.push(`${reading.pop()} ${words}`);
  fields.forEach((field, index) => {
    const { name, value } = field;
    const plain = PLAIN[name];
    if (plain !== undefined) reading.push(plain(field));
    else if (/^(buffer|stop|cursor)_address$/.test(name)) reading.push(address(field));
    else if (name === 'sf_id') {
      reading.push(`structured field ${value.slice(0, 2)}`);
      if (value.startsWith('81')) reading.push(`reply ${value.slice(2)}`);
    } else if (name === 'wcc.nop') reading.push('wcc');
    else if (name.startsWith('wcc.')) {
      const flag = name.slice('wcc.'.length);
      if (value === '1' && WRITE_CONTROL_FLAGS.includes(flag)) add(flag);
    } else if (name === 'field_attribute') {
      // Its parts follow.
      const parts = fields.slice(index + 1, index + 7);
      const part = (flag: string): string | undefined =>
        parts.find((one) => one.name === `fa.${flag}`)?.value;
      reading.push(`field ${part('display')}`);
      for (const flag of FIELD_FLAGS) if (part(flag) === '1') add(flag);
    } else if (name === 'attribute_type' && value !== 'c0') reading.push(`attribute ${value}`);
    else if (name === 'c_cav') reading.push(`color ${value}`);
    else if (name === 'h_vi') reading.push(`highlighting ${value}`);
    else if (name === 'c_ci' || name === 'h_ai' || ATTRIBUTE_VALUES.includes(name)) add(value);
  });
  return withoutMistakes(reading);
}
