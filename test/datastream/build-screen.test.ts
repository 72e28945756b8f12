import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cp037, cp310, decodeText } from '../../src/codepage/index.js';
import {
  buildScreen,
  readOutbound,
  type ScreenDescription,
  type ScreenField,
  type WriteOrder,
} from '../../src/datastream/index.js';
import { hex } from './helpers.js';

const SCREEN = { rows: 24, columns: 80 };

function build(fields: readonly ScreenField[], more: Partial<ScreenDescription> = {}): Uint8Array {
  return buildScreen({ ...SCREEN, fields, ...more }, cp037);
}

describe('buildScreen', () => {
  it('writes the attribute before the text, and goes there only where it must', () => {
    expect(
      build([
        { row: 1, column: 2, text: 'AB', protected: true },
        { row: 1, column: 5, text: 'C', protected: true },
        { row: 2, column: 1, text: 'D' },
      ]),
    ).toEqual(hex('F5 C3 1D 60 C1 C2 1D 60 C3 11 C1 4F 1D 40 C4'));
  });

  it('closes an input field behind its length, unless the next field does', () => {
    expect(build([{ row: 1, column: 2, length: 3 }])).toEqual(hex('F5 C3 1D 40 11 40 C4 1D F0'));
    expect(build([{ row: 1, column: 2, length: 3, text: 'ABC' }])).toEqual(hex('F5 C3 1D 40 C1 C2 C3 1D F0'));
    expect(
      build([
        { row: 1, column: 2, length: 3 },
        { row: 1, column: 6, text: 'X', protected: true },
      ]),
    ).toEqual(hex('F5 C3 1D 40 11 40 C4 1D 60 E7'));
  });

  it('[DS-088] to [DS-092] attributes', () => {
    const attribute = (field: Partial<ScreenField>) => build([{ row: 1, column: 2, ...field }])[3];
    expect(attribute({})).toBe(0x40);
    expect(attribute({ protected: true })).toBe(0x60);
    expect(attribute({ protected: true, numeric: true })).toBe(0xf0);
    expect(attribute({ intensified: true })).toBe(0xc8);
    expect(attribute({ hidden: true })).toBe(0x4c);
    expect(attribute({ hidden: true, intensified: true })).toBe(0x4c);
    expect(attribute({ modified: true })).toBe(0xc1);
  });

  it('[DS-102] [DS-103] [DS-105] colours and highlighting make an extended field', () => {
    expect(
      build([
        { row: 1, column: 2, color: 'red', background: 'blue', highlighting: 'underscore', protected: true },
      ]),
    ).toEqual(hex('F5 C3 29 04 C0 60 41 F4 42 F2 45 F1'));
    expect(build([{ row: 1, column: 2, color: 'turquoise' }])).toEqual(hex('F5 C3 29 02 C0 40 42 F5'));
  });

  it('[DS-100] field validation, of one kind or several', () => {
    const one = { row: 1, column: 2 } as const;
    expect(build([{ ...one, validation: ['mandatoryFill'] }])).toEqual(hex('F5 C3 29 02 C0 40 C1 04'));
    expect(build([{ ...one, validation: ['trigger', 'mandatoryEntry'], color: 'red' }])).toEqual(
      hex('F5 C3 29 03 C0 40 42 F2 C1 03'),
    );
    expect(build([{ ...one, validation: [] }])).toEqual(hex('F5 C3 1D 40'));
  });

  it('every attribute of a field fits', () => {
    const all = {
      color: 'red',
      background: 'blue',
      highlighting: 'blink',
      validation: ['trigger'],
      length: 1,
    } as const;
    const fields = [2, 6, 10].map((column) => ({ row: 1, column, ...all }));
    const written = build(fields, { command: 'write' });
    expect(written.length).toBeLessThanOrEqual(2 + 3 * (3 + 12 + 4 + 2));
    expect(written.filter((byte, at) => byte === 0xc1 && written[at + 1] === 0x01)).toHaveLength(3);
  });

  it('sets the cursor last', () => {
    const fields = [{ row: 1, column: 2, text: 'A' }];
    expect(build(fields, { cursor: { row: 24, column: 80 } })).toEqual(hex('F5 C3 1D 40 C1 11 5D 7F 13'));
    expect(build(fields, { cursor: { row: 1, column: 3 } })).toEqual(hex('F5 C3 1D 40 C1 13'));
  });

  it('a field at the first position has its attribute at the last one', () => {
    const fields = [
      { row: 1, column: 1, text: 'AB', length: 4 },
      { row: 1, column: 10, text: 'C' },
    ];
    expect(build(fields)).toEqual(hex('F5 C3 11 40 C8 1D 40 C3 11 5D 7F 1D 40 C1 C2 11 40 C4 1D F0'));
  });

  it('fields may come in any order', () => {
    const first = { row: 1, column: 2, text: 'A' };
    const second = { row: 2, column: 2, text: 'B' };
    expect(build([second, first])).toEqual(build([first, second]));
  });

  it('a write goes to its first field, and fills up input fields with nulls', () => {
    expect(build([{ row: 1, column: 2, text: 'A', length: 3 }], { command: 'write' })).toEqual(
      hex('F1 C3 11 40 40 1D 40 C1 3C 40 C4 00 1D F0'),
    );
    expect(
      build([], { command: 'eraseWriteAlternate', writeControlCharacter: { soundAlarm: true } }),
    ).toEqual(hex('7E C4'));
  });

  it('[DS-080] on a large screen addresses have 14 bits', () => {
    const fields = [{ row: 50, column: 100, text: 'A' }];
    expect(buildScreen({ rows: 50, columns: 100, fields }, cp037)).toEqual(hex('F5 C3 11 13 86 1D 40 C1'));
  });

  it('[DS-042] takes what the code page lacks from the alternate set', () => {
    const fields = [{ row: 1, column: 2, text: 'a┌─x', length: 6 }];
    expect(buildScreen({ ...SCREEN, fields }, cp037, cp310)).toEqual(
      hex('F5 C3 1D 40 81 08 C5 08 A2 A7 11 40 C7 1D F0'),
    );
    expect(() => build(fields)).toThrow(expect.objectContaining({ code: 'not-encodable' }));
    expect(() =>
      buildScreen({ ...SCREEN, fields: [{ row: 1, column: 2, text: '漢' }] }, cp037, cp310),
    ).toThrow('cp037 has no character U+6F22 (index 0)');
  });

  it('text cannot bring orders into the data stream', () => {
    for (let code = 0; code < 0x20; code++) {
      const text = String.fromCharCode(code);
      expect(() => build([{ row: 1, column: 2, text }])).toThrow(
        expect.objectContaining({ code: 'not-encodable' }),
      );
    }
  });

  it.each<[string, ScreenField[], Partial<ScreenDescription>?]>([
    ['row 0', [{ row: 0, column: 1 }]],
    ['row 25', [{ row: 25, column: 1 }]],
    ['column 81', [{ row: 1, column: 81 }]],
    ['cursor off the screen', [], { cursor: { row: 1, column: 81 } }],
    ['two fields at one place', [1, 1].map(() => ({ row: 1, column: 2 }))],
    ['two fields at one place, out of order', [9, 2, 9].map((column) => ({ row: 1, column }))],
    [
      'text that runs into the next field',
      [
        { row: 1, column: 2, text: 'ABC' },
        { row: 1, column: 5 },
      ],
    ],
    [
      'length that runs into the next field',
      [
        { row: 1, column: 2, length: 3 },
        { row: 1, column: 5 },
      ],
    ],
    ['text longer than its field', [{ row: 1, column: 2, text: 'ABC', length: 2 }]],
    ['text longer than the screen', [{ row: 1, column: 2, text: 'A'.repeat(1920) }]],
    ['length 0', [{ row: 1, column: 2, length: 0 }]],
    ['a colour that is none', [{ row: 1, column: 2, color: 'mauve' as never }]],
    ['a validation that is none', [{ row: 1, column: 2, validation: ['all' as never] }]],
    ['a highlighting that is none', [{ row: 1, column: 2, highlighting: 'bold' as never }]],
    ['a screen that is too large', [], { rows: 200, columns: 100 }],
  ])('refuses: %s', (_, fields, more = {}) => {
    expect(() => build(fields, more)).toThrow(expect.objectContaining({ code: 'argument-invalid' }));
  });

  it('what a terminal makes of it is what was described', () => {
    const word = fc.string({ unit: fc.constantFrom(...'ABCxyz 019'), maxLength: 12 });
    const slot = fc.record({
      used: fc.boolean(),
      text: word,
      protected: fc.boolean(),
      closed: fc.boolean(),
      color: fc.option(fc.constantFrom('red' as const, 'green' as const), { nil: undefined }),
    });
    fc.assert(
      fc.property(
        fc.array(slot, { minLength: 40, maxLength: 40 }),
        fc.constantFrom('write' as const, 'eraseWrite' as const),
        fc.nat(20),
        (slots, command, rotation) => {
          const described = slots.flatMap(({ used, text, closed, color, protected: isProtected }, index) =>
            used
              ? [
                  {
                    row: 1 + (index >> 2),
                    column: 1 + 20 * (index & 3),
                    text,
                    protected: isProtected,
                    ...(closed ? { length: 13 } : {}),
                    ...(color === undefined ? {} : { color }),
                  },
                ]
              : [],
          );
          const fields = [...described.slice(rotation), ...described.slice(0, rotation)];
          const bytes = build(fields, { command });
          const { record, result } = readOutbound(bytes, 1920);
          expect(result).toEqual({ status: 'accepted', faults: [] });
          if (record?.type !== 'write') throw new Error('no write');
          const screen = paint(record.orders);
          for (const field of described) {
            const start = (field.row - 1) * 80 + field.column - 1;
            expect(screen.attributes.get((start + 1919) % 1920)).toBe(field.protected ? 0x60 : 0x40);
            expect(decodeText(cp037, screen.cells, start, start + field.text.length)).toBe(field.text);
            if (field.length !== undefined) expect(screen.attributes.get(start + 13)).toBe(0xf0);
          }
          const closings = described.filter(({ length }) => length !== undefined).length;
          expect(screen.attributes.size).toBe(described.length + closings);
        },
      ),
      { numRuns: 50 },
    );
  });
});

/** A terminal in a few lines: cells and the attributes of fields. */
function paint(orders: readonly WriteOrder[]): { cells: Uint8Array; attributes: Map<number, number> } {
  const cells = new Uint8Array(1920);
  const attributes = new Map<number, number>();
  let at = 0;
  for (const order of orders) {
    switch (order.type) {
      case 'setBufferAddress':
        at = order.address;
        break;
      case 'characters':
        for (const byte of order.bytes) {
          cells[at] = byte;
          at = (at + 1) % 1920;
        }
        break;
      case 'repeatToAddress':
        while (at !== order.address) {
          cells[at] = order.code;
          at = (at + 1) % 1920;
        }
        break;
      case 'startField':
        attributes.set(at, order.attribute);
        at = (at + 1) % 1920;
        break;
      case 'startFieldExtended':
        attributes.set(at, order.attributes.find(({ type }) => type === 0xc0)?.value ?? 0);
        at = (at + 1) % 1920;
        break;
      default:
        throw new Error(`unexpected ${order.type}`);
    }
  }
  return { cells, attributes };
}
