import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.js';
import { cp930 } from '../../src/codepage/japanese/index.js';
import type { PresentationSpaceOptions } from '../../src/screen/index.js';
import { LookLeft } from '../../src/screen/look-left.js';
import { Planes } from '../../src/screen/planes.js';
import { display, out } from './helpers.js';

const SIZES = [
  { rows: 24, columns: 80 },
  { rows: 128, columns: 127 },
] as const;
/** As many orders as a record of 256 KiB holds. */
const ORDERS = 80_000;

const address = (position: number): string => (position & 0x3fff).toString(16).padStart(4, '0');

/** Positions that a record erases, and the fills that it takes for them; positions looked at for pairs. */
function workOf(
  options: Partial<PresentationSpaceOptions>,
  record: string,
): { fills: number; positions: number; looked: number } {
  const screen = display(options);
  const nullify = vi.spyOn(Planes.prototype, 'nullify');
  const note = vi.spyOn(LookLeft.prototype, 'note');
  const { status } = screen.applyRecord(fromHex(record));
  expect(status).toBe('accepted');
  return {
    fills: nullify.mock.calls.length,
    positions: nullify.mock.calls.reduce((sum, [start, end]) => sum + end - start, 0),
    looked: note.mock.calls.reduce((sum, [, count]) => sum + count, 0),
  };
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the work of Erase Unprotected to Address', () => {
  for (const defaultSize of SIZES) {
    const size = defaultSize.rows * defaultSize.columns;
    const ways = [
      ['one code page', {}],
      ['double-byte characters', { codePage: cp930 }],
    ] as const;
    for (const [name, way] of ways) {
      const options = { ...way, defaultSize };

      it(`[SEC-087] all around, again and again, costs no more than once: ${size} positions, ${name}`, () => {
        for (const start of [
          '1D 40',
          '1D 60 C1 11 00 10 1D 40',
          '1D 40 C1'.repeat(600),
          '28 42 F2 C1 28 00 00',
          'C1',
        ]) {
          const record = `F5 C3 ${start} 11 00 00`;
          const once = workOf(options, `${record} 12 00 00`);
          vi.restoreAllMocks();
          const often = workOf(options, `${record} ${'12 00 00'.repeat(ORDERS)}`);
          expect(once.positions).toBeGreaterThan(0);
          expect(often).toEqual(once);
          expect(often.positions).toBeLessThanOrEqual(size);
          vi.restoreAllMocks();
        }
      });

      it(`[SEC-087] what is written between costs what it can hold: ${size} positions, ${name}`, () => {
        // A character; an attribute taken away and put back at the end of a field of 32; two far from each other.
        const fields = Array.from({ length: size >> 5 }, (_, n) => `11 ${address(n << 5)} 1D 40`).join('');
        const count = 500;
        for (const [between, blocks] of [
          ['C1', 3],
          ['11 00 20 C1 11 00 20 1D 40', 4],
          [`11 00 21 C1 11 ${address(size - 40)} C1 11 00 00`, 6],
        ] as const) {
          const turn = `${between} 12 00 00 11 00 21`;
          const { fills, positions, looked } = workOf(
            options,
            `F5 C3 ${fields} 11 00 21 ${turn.repeat(count)}`,
          );
          expect(positions).toBeLessThanOrEqual(size + count * blocks * 32);
          expect(fills).toBeLessThanOrEqual((size >> 5) + 1 + count * 2 * blocks);
          expect(looked).toBeLessThanOrEqual(3 * size + 4 * count);
          vi.restoreAllMocks();
        }
      });

      it(`[SEC-087] parts of the buffer, too: ${size} positions, ${name}`, () => {
        const turn = `12 ${address(size - 7)} 12 00 05`;
        const { positions } = workOf(options, `F5 C3 1D 40 ${turn.repeat(1000)}`);
        expect(positions).toBeLessThanOrEqual(size + 2000 * 64);
      });
    }
  }

  /** Each order with its address, so that a write of its own does the same. */
  const size = { rows: 4, columns: 41 };
  const position = fc.nat(size.rows * size.columns - 1).map(address);
  const order = fc.oneof(
    { weight: 4, arbitrary: position.map((to) => `12 ${to}`) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        '1D 40',
        '1D 60',
        '1D C1',
        '29 02 C0 60 42 F2',
        '2C 01 C0 40',
        '2C 01 C0 60',
      ),
    },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: 70 }).map((count) => 'C1'.repeat(count)) },
    {
      weight: 1,
      arbitrary: fc.tuple(position, fc.constantFrom('00', 'C2')).map(([to, code]) => `3C ${to} ${code}`),
    },
    { weight: 1, arbitrary: fc.constantFrom('15', '08 AD') },
  );

  for (const [name, codePage] of [
    ['one code page', undefined],
    ['double-byte characters', cp930],
  ] as const) {
    it(`[DS-062] erases in one write what it erases in many: ${name}`, () => {
      const options = { defaultSize: size, ...(codePage === undefined ? {} : { codePage }) };
      fc.assert(
        fc.property(fc.array(fc.tuple(position, order), { maxLength: 30 }), (orders) => {
          const [one, many] = [display(options), display(options)];
          const parts = orders.map(([at, order]) => `11 ${at} ${order}`);
          out(one, `F5 C3 ${parts.join(' ')}`);
          out(many, 'F5 C3');
          for (const part of parts) out(many, `F1 C0 ${part}`);
          expect(toHex(one.readBuffer())).toBe(toHex(many.readBuffer()));
        }),
        { numRuns: 300 },
      );
    });
  }
});
