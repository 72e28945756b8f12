import { describe, expect, it } from 'vitest';
import { toHex } from '../../src/bytes/index.js';
import {
  buildQueryReplies,
  describeTerminal,
  parseInbound,
  type QueryReply,
  queryCodeOf,
  selectReplies,
} from '../../src/datastream/index.js';
import { hex } from './helpers.js';

/** structured-fields.md §5.1: bytes of one reply, and what it says. */
const VECTORS: readonly (readonly [id: string, bytes: string, reply: QueryReply])[] = [
  [
    'SF-136',
    '00 0C 81 80 80 81 84 85 86 87 88 A6',
    { type: 'summary', codes: [0x80, 0x81, 0x84, 0x85, 0x86, 0x87, 0x88, 0xa6] },
  ],
  [
    'SF-137',
    '00 17 81 81 01 00 00 50 00 18 01 00 0A 02 E5 00 02 00 6F 09 0C 07 80',
    {
      type: 'usableArea',
      flags: 0x01,
      cellFlags: 0,
      width: 80,
      height: 24,
      units: 1,
      horizontalDistance: { numerator: 10, denominator: 741 },
      verticalDistance: { numerator: 2, denominator: 111 },
      cellWidth: 9,
      cellHeight: 12,
      bufferSize: 1920,
    },
  ],
  [
    'SF-138',
    '00 08 81 84 00 07 80 00',
    { type: 'alphanumericPartitions', partitions: 0, storage: 1920, flags: 0 },
  ],
  [
    'SF-139',
    '00 0F 81 87 05 00 F0 F1 F1 F2 F2 F4 F4 F8 F8',
    {
      type: 'highlighting',
      pairs: [
        { value: 0x00, action: 0xf0 },
        { value: 0xf1, action: 0xf1 },
        { value: 0xf2, action: 0xf2 },
        { value: 0xf4, action: 0xf4 },
        { value: 0xf8, action: 0xf8 },
      ],
    },
  ],
  ['SF-140', '00 07 81 88 00 01 02', { type: 'replyModes', modes: [0, 1, 2] }],
  [
    'SF-141',
    '00 11 81 A6 00 00 0B 01 00 00 50 00 18 00 50 00 18',
    {
      type: 'implicitPartition',
      sizes: {
        flags: 0,
        defaultSize: { rows: 24, columns: 80 },
        alternateSize: { rows: 24, columns: 80 },
      },
      parameters: [],
    },
  ],
  [
    'SF-142',
    '00 0C 81 95 00 00 10 00 10 00 01 01',
    {
      type: 'distributedDataManagement',
      inboundLimit: 4096,
      outboundLimit: 4096,
      subsets: [1],
      parameters: [],
    },
  ],
  ['SF-143', '00 04 81 FF', { type: 'null' }],
];

describe('vectors of query replies', () => {
  it.each(VECTORS)('[%s] %s is built, and read back', (_, bytes, reply) => {
    const record = buildQueryReplies([reply]);
    expect(toHex(record)).toBe(toHex(hex(`88 ${bytes}`)));
    expect(parseInbound(record)).toEqual({
      record: { type: 'structuredFields', fields: [{ type: 'queryReply', reply }] },
      faults: [],
    });
  });

  it('[SF-137] to [SF-142] are what a description of a 24 by 80 display gives', () => {
    const described = describeTerminal({ alternateSize: { rows: 24, columns: 80 }, transferLimit: 4096 });
    for (const [id, , reply] of VECTORS) {
      if (id !== 'SF-136' && id !== 'SF-143') expect(described, id).toContainEqual(reply);
    }
  });
});

describe('the record of replies', () => {
  const replies = describeTerminal({ alternateSize: { rows: 43, columns: 80 } });

  it('[SF-080] is 88, then a field for each: its length, 81, its code, its data', () => {
    const record = buildQueryReplies(replies);
    expect(record[0]).toBe(0x88);
    const codes: number[] = [];
    let at = 1;
    while (at < record.length) {
      const length = ((record[at] as number) << 8) | (record[at + 1] as number);
      expect(length).toBeGreaterThanOrEqual(4);
      expect(record[at + 2]).toBe(0x81);
      codes.push(record[at + 3] as number);
      at += length;
    }
    expect(at).toBe(record.length);
    expect(codes).toEqual(replies.map(queryCodeOf));
    // And each alone is the same field.
    const alone = replies.map((reply) => toHex(buildQueryReplies([reply]).subarray(1)));
    expect(toHex(record)).toBe(`88${alone.join('')}`);
  });

  it('[SF-083] a display has the usual set, with or without colours', () => {
    const usual = [0x80, 0x81, 0x84, 0x85, 0x86, 0x87, 0x88, 0xa6];
    for (const color of [true, false]) {
      const described = describeTerminal({
        alternateSize: { rows: 24, columns: 80 },
        color,
      });
      expect(described.map(queryCodeOf)).toEqual(usual);
    }
    // DDM and RPQ Names are there where they are asked for, as x3270 has them.
    const more = describeTerminal({
      alternateSize: { rows: 24, columns: 80 },
      rpqName: 'x3270',
      transferLimit: 16384,
    });
    expect(more.map(queryCodeOf)).toEqual([0x80, 0x81, 0x84, 0x85, 0x86, 0x87, 0x88, 0x95, 0xa1, 0xa6]);
  });

  it('[SF-084] none of those asked for: the Null reply alone', () => {
    for (const codes of [[], [0xff], [0x8b], [0x99, 0xb4, 0x00]]) {
      const selected = selectReplies(replies, { type: 'queryList', request: 'list', codes });
      expect(toHex(buildQueryReplies(selected))).toBe('88000481ff');
    }
    const one = selectReplies(replies, { type: 'queryList', request: 'list', codes: [0x8b, 0x88] });
    expect(one).toEqual([{ type: 'replyModes', modes: [0, 1, 2] }]);
  });
});
