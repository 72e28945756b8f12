import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.js';
import type { PresentationSpace } from '../../src/screen/index.js';
import { ask, bytes, display, out } from './helpers.js';

/** What a record that does nothing leaves as it was. */
function stateOf(screen: PresentationSpace): unknown {
  return [
    screen.rows,
    screen.columns,
    screen.cursor,
    screen.aid,
    screen.replyMode,
    [...screen.keyboard.reasons],
    toHex(screen.readBuffer()),
  ];
}

/** A record that is accepted, and does the same whatever came before. */
function expectGoesOn(screen: PresentationSpace): void {
  expect(out(screen, 'F5 C3 11 40 C1 1D C1 C1 C2 13')).toMatchObject({ status: 'accepted', faults: [] });
  expect([screen.cursor, screen.text(0).trimEnd()]).toEqual([4, '  AB']);
}

interface Refusal {
  readonly id: string;
  readonly records: readonly string[];
  readonly code: string;
}

// 255 stands once: records are behind telnet.
const REFUSALS: readonly Refusal[] = [
  { id: 'SEC-075', records: ['7E', 'F5', 'F1'], code: 'write-without-wcc' },
  { id: 'SEC-076', records: ['7E C3 1D'], code: 'order-truncated' },
  { id: 'SEC-077', records: ['7E C3 11', '7E C3 11 40'], code: 'order-truncated' },
  { id: 'SEC-078', records: ['7E C3 3C', '7E C3 3C 00 00', '7E C3 3C 00 00 08'], code: 'order-truncated' },
  { id: 'SEC-079', records: ['7E C3 12', '7E C3 08', '7E C3 28', '7E C3 28 42'], code: 'order-truncated' },
  { id: 'SEC-080', records: ['7E C3 2C', '7E C3 1D 20 11 00 00 2C 01'], code: 'order-truncated' },
  { id: 'SEC-081', records: ['7E C3 29', '7E C3 29 01', '7E C3 29 FF C0 60'], code: 'order-truncated' },
  {
    id: 'SEC-082',
    records: ['F5 C3 11 5E 40', 'F5 C3 11 07 80', 'F5 C3 11 3F FF', 'F5 C3 11 F5 E7'],
    code: 'address-out-of-range',
  },
  { id: 'SEC-083', records: ['F5 C3 3C F5 6F 40', 'F5 C3 12 F5 6F 40'], code: 'address-out-of-range' },
];

describe('records that break a rule', () => {
  for (const { id, records, code } of REFUSALS) {
    it(`[${id}] ${code}, an operation check, and the next record is applied`, () => {
      for (const record of records) {
        const screen = display();
        const result = out(screen, record);
        expect([record, result.status, result.faults.map((fault) => fault.code)]).toEqual([
          record,
          'operationCheck',
          [code],
        ]);
        expectGoesOn(screen);
      }
    });
  }

  it('[SEC-074, DS-012] every byte that is no command is rejected and changes nothing', () => {
    const commands = fromHex('01 F1 05 F5 0D 7E 02 F2 06 F6 0E 6E 0F 6F 11 F3 03');
    for (let code = 0; code < 256; code++) {
      if (commands.includes(code)) continue;
      const screen = display();
      out(screen, 'F5 40 C1 1D 41 C2 13');
      const before = stateOf(screen);
      const result = screen.applyRecord(Uint8Array.of(code, 0xc3, 0x11, 0x40, 0x40, 0xc3));
      expect([code, result.status, result.faults.map((fault) => fault.code)]).toEqual([
        code,
        'commandReject',
        ['command-unknown'],
      ]);
      expect(stateOf(screen)).toEqual(before);
    }
  });

  it('[DS-009, DS-013] NOP and a record without bytes do nothing', () => {
    const screen = display();
    const before = stateOf(screen);
    expect(ask(screen, '03 C1 C2')).toBe('none');
    expect(ask(screen, '')).toBe('none');
    expect(stateOf(screen)).toEqual(before);
  });

  it('[SEC-093, DS-022] a write cut anywhere leaves what stands before the order that is cut', () => {
    // Each order once, and where in the record it begins.
    const orders = [
      '11 40 C8',
      '1D 41',
      'C1 C2',
      '29 02 C0 40 42 F2',
      '28 42 F4',
      '08 AD',
      '3C 40 D6 C3',
      '12 40 D8',
    ];
    let whole = 'F5 C3';
    for (const order of [...orders, ...orders]) {
      const before = display();
      out(before, whole);
      const length = fromHex(order).length;
      for (let cut = 1; cut < length; cut++) {
        if (order.startsWith('C1') || order.startsWith('29')) continue; // characters; and see DS-V24
        const screen = display();
        const result = out(screen, `${whole} ${order.split(' ').slice(0, cut).join(' ')}`);
        expect([order, cut, result.status]).toEqual([order, cut, 'operationCheck']);
        expect(stateOf(screen)).toEqual(stateOf(before));
      }
      whole += ` ${order}`;
    }
  });

  it('[SEC-084, SEC-085] every address pair is inside, or a fault, on every size', () => {
    for (const size of [
      { rows: 24, columns: 80 },
      { rows: 27, columns: 132 },
      { rows: 62, columns: 160 },
      { rows: 128, columns: 128 },
      { rows: 1, columns: 1 },
    ]) {
      const screen = display({ defaultSize: size });
      const record = fromHex('F1 40 11 00 00 13');
      for (let pair = 0; pair < 65536; pair++) {
        record[3] = pair >> 8;
        record[4] = pair & 0xff;
        const fourteen = pair < 0x4000;
        const address = fourteen ? pair : ((pair >> 8) & 0x3f) * 64 + (pair & 0x3f);
        const { status } = screen.applyRecord(record);
        const isInside = address < size.rows * size.columns;
        if ((status === 'accepted') !== isInside) expect([pair, status]).toBe('as the address says');
        if (isInside && screen.cursor !== address) expect([pair, screen.cursor]).toEqual([pair, address]);
      }
    }
  });

  it('[SEC-085] RA and EUA from 0, 1 and the last position to every address stay inside', () => {
    const size = { rows: 3, columns: 5 };
    for (const from of [0, 1, 14]) {
      for (let to = 0; to < 16; to++) {
        for (const order of ['3C', '12']) {
          const screen = display({ defaultSize: size });
          const result = screen.applyRecord(
            fromHex(`F5 40 11 00 ${hex(from)} ${order} 00 ${hex(to)} ${order === '3C' ? 'C1' : ''} 13`),
          );
          expect([from, to, result.status]).toEqual([from, to, to < 15 ? 'accepted' : 'operationCheck']);
          if (to < 15) expect(screen.cursor).toBe(to);
          const count = order === '12' || to === 15 ? 0 : to > from ? to - from : 15 + to - from;
          expect(screen.characterPlane().filter((code) => code === 0xc1)).toHaveLength(count);
        }
      }
    }
  });

  it('[SEC-090, DS-111] every type and value in SFE, MF and SA', () => {
    const reported: Record<number, (value: number) => number> = {
      65: (value) => (value % 16 === 0 ? 0 : 0xf0 + (value % 16)),
      66: (value) => (value >= 0xf0 ? value : 0),
      67: (value) => (value === 0xf1 ? value : 0),
      69: (value) => (value >= 0xf0 ? value : 0),
    };
    const screen = display();
    const record = fromHex('F5 C3 29 02 C0 60 00 00 1D 60 11 40 C1 2C 01 00 00 28 00 00 C1');
    for (let type = 0; type < 256; type++) {
      if (type === 0xc0) continue;
      for (let value = 0; value < 256; value += type in reported ? 1 : 51) {
        record[6] = record[15] = record[18] = type;
        record[7] = record[16] = record[19] = value;
        const expected = reported[type]?.(value) ?? 0;
        const { status, faults } = screen.applyRecord(record);
        const cells = [screen.cell(0), screen.cell(1), screen.cell(2)].map(({ own }) => own);
        const got = cells.map((own) => [own.highlighting, own.foreground, own.characterSet, own.background]);
        const wanted = [0x41, 0x42, 0x43, 0x45].map((one) => (one === type ? expected : 0));
        // DS-218: in SFE highlighting F9 to FF loses the bit of intensify.
        const started = wanted.map((one, index) => (index === 0 && one > 0xf8 ? one - 8 : one));
        const all = [started, wanted, wanted];
        if (status !== 'accepted' || faults.length > 0 || got.join() !== all.join()) {
          expect([type, value, status, got]).toEqual([type, value, 'accepted', all]);
        }
      }
    }
  });

  it('[DS-100, DS-101, DS-106, DS-107] validation, outlining and transparency are kept for the display, not reported', () => {
    const screen = display();
    out(screen, 'F5 C3 29 05 C0 60 C1 07 C2 0F 46 FF FE 01 28 46 F1 C1');
    expect(screen.fields()[0]).toMatchObject({
      attribute: 0x20,
      validation: 7,
      outlining: 15,
      transparency: 0xff,
    });
    expect(screen.cell(1).transparency).toBe(0xf1);
    out(screen, 'F1 C3 11 40 40 2C 02 C1 02 C2 01');
    expect(screen.fields()[0]).toMatchObject({
      attribute: 0x20,
      validation: 2,
      outlining: 1,
      transparency: 0xff,
    });
    out(screen, 'F3 00 08 09 00 02 46 C1 C2');
    expect(ask(screen, 'F2')).toBe(bytes('60 40 40 29 01 C0 60 C1 00*1918'));
  });

  it('[SEC-091, DS-053, DS-054] every byte below 40 and FF is stored, an order, or dropped', () => {
    const stored = fromHex('00 0C 0D 0E 0F 15 19 1C 1E 25 3F FF');
    const orders = fromHex('05 08 11 12 13 1D 28 29 2C 3C');
    for (let code = 0; code < 0x40; code++) {
      if (orders.includes(code)) continue;
      const screen = display();
      const result = screen.applyRecord(Uint8Array.of(0xf5, 0xc3, 0xc1, code, 0xc2));
      const expected = stored.includes(code) ? [0xc1, code, 0xc2] : [0xc1, 0xc2, 0x00];
      expect([code, Array.from(screen.characterPlane().subarray(0, 3))]).toEqual([code, expected]);
      expect([code, result.status, result.faults.map((fault) => fault.code)]).toEqual([
        code,
        'accepted',
        stored.includes(code) ? [] : ['order-undefined'],
      ]);
    }
    const screen = display();
    out(screen, 'F5 C3 FF FF');
    expect(toHex(screen.characterPlane().subarray(0, 3))).toBe(bytes('FF FF 00'));
  });

  it('[DS-054] the strict reading refuses a code that is dropped otherwise', () => {
    const screen = display({ parsing: { undefinedCodes: 'refuse' } });
    expect(out(screen, 'F5 C3 C1 02 C2').status).toBe('operationCheck');
    expect(toHex(screen.characterPlane().subarray(0, 2))).toBe(bytes('C1 00'));
  });

  it('[SEC-099, SEC-097] no Write Structured Field within another, one reply a record', () => {
    const screen = display();
    expect(ask(screen, 'F3 00 0A 40 00 F3 00 05 01 FF 02')).toBe('commandReject');
    const result = screen.applyRecord(fromHex(`F3${'00 05 01 FF 02'.repeat(100)}`));
    expect(result.reply?.length).toBeLessThan(300);
    expect(result.faults.map((fault) => fault.code)).toEqual(['read-partition-not-last']);
  });

  it('[SEC-101] a reply is never longer than positions times attributes allow', () => {
    const size = { rows: 2, columns: 10 };
    const screen = display({ defaultSize: size });
    out(screen, 'F3 00 0A 09 00 02 41 42 43 45 FE');
    const worst = ['F2', 'F4'].map(
      (value) => `28 41 ${value} 28 42 ${value} 28 45 ${value} 28 43 F1 C1 28 43 00 C1`,
    );
    out(screen, `F5 80 ${worst.join(' ').concat(' ').repeat(5)}`);
    const reply = screen.readBuffer();
    expect(reply.length).toBeGreaterThan(20 * 5);
    expect(reply.length).toBeLessThanOrEqual(3 + 20 * (3 * 4 + 2));
  });
});

function hex(value: number): string {
  return value.toString(16).padStart(2, '0');
}

describe('work that a record can cause', () => {
  const COUNT = 256 * 1024;

  /** Records of the largest size; each took seconds where a step walked the screen. */
  it('[SEC-086, SEC-087, SEC-088] long records of the dearest orders end where they should', () => {
    const screen = display();
    const repeats = screen.applyRecord(fromHex(`F5 C3 ${'3C 40 40 5B'.repeat(60_000)}`));
    expect([repeats.status, screen.characterPlane().every((code) => code === 0x5b)]).toEqual([
      'accepted',
      true,
    ]);
    screen.applyRecord(fromHex(`F5 C3 1D 40 ${'05'.repeat(250_000)} C1`));
    expect(screen.characterPlane()[1]).toBe(0xc1); // the tabs go round: 0, 1, 0, ... an even count of them
    screen.applyRecord(fromHex(`F5 C3 1D 60 C1 ${'12 40 40'.repeat(80_000)} 13`));
    expect([screen.cursor, screen.characterPlane()[1]]).toEqual([0, 0xc1]);
    const fields = new Uint8Array(COUNT).fill(0x1d);
    fields.set([0xf5, 0xc3]);
    expect(screen.applyRecord(fields).status).toBe('accepted');
  });

  it('[SEC-088] a screen of nothing but attributes', () => {
    for (const attribute of ['40', '60', 'F0']) {
      const screen = display();
      out(screen, `F5 C3 ${`1D ${attribute}`.repeat(1920)} 13`);
      expect(screen.fields()).toHaveLength(1920);
      for (const key of ['tab', 'backTab', 'home', 'newline', 'fieldEnd'] as const) screen.press(key);
      for (const key of ['eraseEof', 'erase', 'delete', 'deleteWord', 'deleteField', 'dup'] as const) {
        expect([key, screen.press(key)]).toEqual([
          key,
          { accepted: false, reason: 'operatorErrorProtected' },
        ]);
        screen.press('reset');
      }
      expect(screen.type('A')).toMatchObject({ taken: 0 });
      screen.press('reset');
      screen.press('eraseInput');
      expect(ask(screen, 'F6')).toHaveLength(6);
      out(screen, '6F');
      expect(screen.cursor).toBe(attribute === '40' ? 1 : 0);
      expect(ask(screen, 'F1 C3 05 05 05 13')).toBe('none');
    }
  });

  it('[SEC-089] a screen without fields', () => {
    const screen = display();
    out(screen, 'F5 C3 C1 C2 05 C3');
    expect(toHex(screen.characterPlane().subarray(0, 3))).toBe(bytes('C3 C2 00'));
    for (const key of ['tab', 'backTab', 'home', 'deleteWord', 'deleteField', 'fieldEnd'] as const) {
      screen.moveCursor(5);
      expect([key, screen.press(key).accepted]).toEqual([key, true]);
    }
    expect(ask(screen, 'F6')).toBe(bytes('60 40 C5 C3 C2'));
    screen.press('dup');
    expect(screen.cursor).toBe(0);
    expect(out(screen, '6F').erased).toBe(true);
    expect(ask(screen, 'F6')).toBe(bytes('60 40 40'));
    expect(ask(screen, 'F5 C3 C1 11 40 40 12 40 40')).toBe('none');
    expect(ask(screen, 'F6')).toBe(bytes('60 40 40'));
    out(screen, 'F5 C3 11 5D 7F 29 01 C0 41 C1 C2');
    expect(screen.fields()).toMatchObject([{ position: 1919, length: 1919 }]);
    expect(ask(screen, 'F6')).toBe(bytes('60 40 40 11 40 40 C1 C2'));
  });

  it('[SEC-094, DS-017] sizes by turns: cursor and fields stay inside the smaller one', () => {
    const screen = display({ alternateSize: { rows: 62, columns: 160 } });
    const large = fromHex('7E C3 11 26 BF 1D 41 13');
    const small = fromHex('F5 C3 11 5D 7F 1D 41 13');
    for (let turn = 0; turn < 500; turn++) {
      expect(screen.applyRecord(large).resized).toBe(true);
      expect([screen.rows, screen.columns, screen.cursor]).toEqual([62, 160, 0]);
      expect(screen.attributesAt().map(([position]) => position)).toEqual([9919]);
      expect(screen.applyRecord(small)).toMatchObject({ resized: true, erased: true });
      expect([screen.rows, screen.columns, screen.cursor]).toEqual([24, 80, 0]);
      expect(screen.attributesAt().map(([position]) => position)).toEqual([1919]);
    }
    expect(screen.applyRecord(small).resized).toBe(false);
  });
});

/** Bytes that mean something, and others: plain random bytes hardly ever make an order with its operands. */
const wireByte = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(0x05, 0x08, 0x11, 0x12, 0x13, 0x1d, 0x28, 0x29, 0x2c, 0x3c, 0x40, 0x00),
  },
  { weight: 1, arbitrary: fc.constantFrom(0xf3, 0x01, 0xff, 0x02, 0x40, 0x09, 0xf5, 0x60, 0xc3) },
  { weight: 2, arbitrary: fc.nat(255) },
);
const command = fc.constantFrom(0xf1, 0xf5, 0x7e, 0x6f, 0xf3, 0x11, 0xf2, 0xf6, 0x6e, 0x99);
const record = fc
  .tuple(command, fc.uint8Array({ maxLength: 3 }), fc.array(wireByte, { maxLength: 60 }))
  .map(([first, control, rest]) => Uint8Array.from([first, ...control, ...rest]));

describe('whatever arrives', () => {
  it('[SEC-138] nothing throws, every address is inside, and the next record is applied', () => {
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 8 }), (records) => {
        const screen = display({ alternateSize: { rows: 27, columns: 132 } });
        for (const one of records) {
          const before = screen.cursor;
          const result = screen.applyRecord(one);
          expect(before).toBeGreaterThanOrEqual(0);
          expect(screen.cursor).toBeLessThan(screen.positionCount);
          for (const fault of result.faults) {
            expect(fault.offset).toBeGreaterThanOrEqual(0);
            expect(fault.offset + fault.length).toBeLessThanOrEqual(one.length);
          }
          if (result.status !== 'accepted') expect(result.faults.length).toBeGreaterThan(0);
          screen.text();
          screen.fields();
          screen.readModifiedAll();
        }
        expectGoesOn(screen);
      }),
      { numRuns: 200 },
    );
  });

  it('[SEC-138] a record within a larger array does the same as alone, at other offsets', () => {
    fc.assert(
      fc.property(
        record,
        fc.uint8Array({ maxLength: 4 }),
        fc.uint8Array({ maxLength: 4 }),
        (one, head, tail) => {
          const alone = display();
          const within = display();
          const result = alone.applyRecord(one);
          const padded = within.applyRecord(
            Uint8Array.from([...head, ...one, ...tail]),
            head.length,
            head.length + one.length,
          );
          expect(padded.faults.map(({ code, offset }) => [code, offset - head.length])).toEqual(
            result.faults.map(({ code, offset }) => [code, offset]),
          );
          expect(stateOf(within)).toEqual(stateOf(alone));
        },
      ),
    );
  });

  it('[SEC-126, SEC-127] bytes given and bytes handed out can be overwritten', () => {
    const screen = display();
    const given = fromHex('F5 C3 1D C1 C1 C2 1D 60');
    screen.applyRecord(given);
    given.fill(0xaa);
    const before = stateOf(screen);
    const handedOut = [
      screen.readBuffer(),
      screen.readModified(),
      screen.readModifiedAll(),
      screen.characterPlane(),
    ];
    for (const one of handedOut) {
      expect(one.byteOffset).toBe(0);
      expect(one.buffer.byteLength).toBe(one.length); // SEC-128
      one.fill(0xaa);
    }
    const attributes = screen.attributesAt() as unknown as unknown[];
    attributes.length = 0;
    (screen.fields() as unknown[]).length = 0;
    (screen.defaultSize as { rows: number }).rows = 1;
    expect(stateOf(screen)).toEqual(before);
  });

  it('refuses ranges that are none, before anything changes', () => {
    const screen = display();
    const before = stateOf(screen);
    const one = fromHex('F5 C3 C1');
    for (const [start, end] of [
      [-1, 3],
      [0, 4],
      [2, 1],
      [0, 1e9],
      [0.5, 3],
      [Number.NaN, 3],
    ] as const) {
      expect(() => screen.applyRecord(one, start, end)).toThrow(
        expect.objectContaining({ code: 'argument-invalid' }),
      );
    }
    expect(() => screen.applyRecord('F5' as unknown as Uint8Array)).toThrow(
      expect.objectContaining({ code: 'argument-invalid' }),
    );
    for (const position of [-1, 1920, 0.5]) {
      expect(() => screen.moveCursor(position)).toThrow(
        expect.objectContaining({ code: 'argument-invalid' }),
      );
      expect(() => screen.cell(position)).toThrow(expect.objectContaining({ code: 'argument-invalid' }));
    }
    for (const row of [-1, 24]) {
      expect(() => screen.text(row)).toThrow(expect.objectContaining({ code: 'argument-invalid' }));
    }
    expect(stateOf(screen)).toEqual(before);
  });
});
