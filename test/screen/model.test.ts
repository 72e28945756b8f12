import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHex } from '../../src/bytes/index.js';
import type { PresentationSpace } from '../../src/screen/index.js';
import { display } from './helpers.js';
import { encodeOrders, type ModelOrder, ModelScreen } from './model.js';

const ROWS = 4;
const COLUMNS = 17; // 68 positions: the map of fields has a last word that is not full
const SIZE = ROWS * COLUMNS;

const position = fc.nat(SIZE - 1);
const character = fc.constantFrom(0x00, 0x40, 0xc1, 0xc2, 0xf1, 0xfe);
const attribute = fc.constantFrom(0x40, 0x41, 0x60, 0x61, 0xf0, 0x4c, 0xff, 0x02, 0xc8);
const kind = fc.constantFrom(0x41, 0x42, 0x43, 0x45, 0xc0, 0xc1, 0x99);
const value = fc.constantFrom(0x00, 0xf0, 0xf1, 0xf2, 0xf4, 0xff, 0x22, 0x60);
const pairs = fc.array(fc.tuple(kind, value), { maxLength: 3 });

const order: fc.Arbitrary<ModelOrder> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .array(character, { minLength: 1, maxLength: 9 })
      .map((codes) => ({ type: 'data', codes }) as const),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(0x0c, 0x15, 0x1c, 0x3f, 0xff)
      .map((code) => ({ type: 'control', code }) as const),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(0x02, 0x21, 0x3e).map((code) => ({ type: 'dropped', code }) as const),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(0xad, 0x00, 0xff).map((code) => ({ type: 'escape', code }) as const),
  },
  { weight: 4, arbitrary: attribute.map((byte) => ({ type: 'field', attribute: byte }) as const) },
  { weight: 2, arbitrary: pairs.map((list) => ({ type: 'fieldExtended', pairs: list }) as const) },
  { weight: 1, arbitrary: pairs.map((list) => ({ type: 'modify', pairs: list }) as const) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(0x00, 0x41, 0x42, 0x43, 0x45, 0x99), value)
      .map(([type, byte]) => ({ type: 'attribute', kind: type, value: byte }) as const),
  },
  { weight: 4, arbitrary: position.map((to) => ({ type: 'address', to }) as const) },
  { weight: 1, arbitrary: fc.constant({ type: 'cursor' } as const) },
  { weight: 3, arbitrary: fc.constant({ type: 'tab' } as const) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(position, character, fc.boolean())
      .map(([to, code, escaped]) => ({ type: 'repeat', to, code, escaped }) as const),
  },
  { weight: 1, arbitrary: position.map((to) => ({ type: 'eraseUnprotected', to }) as const) },
);

/** Keeps a list of orders typed as such. */
function inTurn(...list: ModelOrder[]): ModelOrder[] {
  return list;
}

/** Orders whose meaning hangs on what stands beside them: left to chance, they hardly ever meet. */
const phrase: fc.Arbitrary<ModelOrder[]> = fc.oneof(
  { weight: 6, arbitrary: order.map((one) => [one]) },
  {
    weight: 2, // a tab behind each kind of code, and several tabs in turn
    arbitrary: fc
      .tuple(order, fc.integer({ min: 1, max: 3 }))
      .map(([one, tabs]) => inTurn(one, ...new Array<ModelOrder>(tabs).fill({ type: 'tab' }))),
  },
  {
    weight: 2, // data, a tab that clears and ends at 0, and one that clears from there
    arbitrary: fc
      .tuple(attribute, fc.nat(3))
      .map(([byte, from]) =>
        inTurn(
          { type: 'address', to: SIZE - 1 - from },
          { type: 'data', codes: [0xc1] },
          { type: 'tab' },
          { type: 'tab' },
          { type: 'field', attribute: byte },
        ),
      ),
  },
  {
    weight: 1, // attributes on both sides of the end of the buffer
    arbitrary: fc
      .tuple(attribute, attribute)
      .map(([last, first]) =>
        inTurn(
          { type: 'address', to: SIZE - 1 },
          { type: 'field', attribute: last },
          { type: 'field', attribute: first },
          { type: 'address', to: SIZE - 3 },
          { type: 'tab' },
          { type: 'data', codes: [0xc3] },
        ),
      ),
  },
  {
    weight: 1, // long runs with attributes of their own, erased
    arbitrary: fc
      .tuple(value, position, position)
      .map(([colour, from, to]) =>
        inTurn(
          { type: 'address', to: from },
          { type: 'attribute', kind: 0x42, value: colour },
          { type: 'data', codes: new Array<number>(40).fill(0xc1) },
          { type: 'eraseUnprotected', to },
        ),
      ),
  },
  {
    weight: 1, // the same by RA
    arbitrary: fc
      .tuple(position, position, position)
      .map(([from, to, end]) =>
        inTurn(
          { type: 'address', to: from },
          { type: 'attribute', kind: 0x41, value: 0xf2 },
          { type: 'repeat', to, code: 0xc1, escaped: false },
          { type: 'eraseUnprotected', to: end },
        ),
      ),
  },
  {
    weight: 1, // one character with an attribute of its own, erased
    arbitrary: fc
      .constantFrom<ModelOrder>({ type: 'control', code: 0x15 }, { type: 'escape', code: 0xad })
      .map((one) =>
        inTurn({ type: 'attribute', kind: 0x42, value: 0xf2 }, one, { type: 'eraseUnprotected', to: 0 }),
      ),
  },
  {
    weight: 1, // the two ways to the Graphic Escape set at once
    arbitrary: fc.constant(
      inTurn(
        { type: 'attribute', kind: 0x43, value: 0xf1 },
        { type: 'escape', code: 0xad },
        { type: 'data', codes: [0xc1] },
      ),
    ),
  },
);

const orders = fc.array(phrase, { maxLength: 20 }).map((phrases) => phrases.flat());

type Step =
  | {
      readonly type: 'write';
      readonly erase: boolean;
      readonly resetModified: boolean;
      readonly orders: ModelOrder[];
    }
  | { readonly type: 'eraseAllUnprotected' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant('write' as const),
      erase: fc.boolean(),
      resetModified: fc.boolean(),
      orders,
    }),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'eraseAllUnprotected' } as const) },
);

function applyBoth(screen: PresentationSpace, model: ModelScreen, one: Step): void {
  if (one.type === 'eraseAllUnprotected') {
    screen.applyRecord(Uint8Array.of(0x6f));
    model.eraseAllUnprotected();
    return;
  }
  if (one.erase) model.erase();
  model.write(one.orders, one.resetModified && !one.erase);
  const record = [one.erase ? 0xf5 : 0xf1, one.resetModified ? 0xc1 : 0x40, ...encodeOrders(one.orders)];
  expect(screen.applyRecord(Uint8Array.from(record)).status).toBe('accepted');
}

function expectSame(screen: PresentationSpace, model: ModelScreen): void {
  expect(screen.cursor).toBe(model.cursor);
  model.cells.forEach((cell, at) => {
    const shown = screen.cell(at);
    expect([at, shown.fieldAttribute, shown.code, shown.own, shown.isProtected]).toEqual([
      at,
      cell.attribute,
      cell.code,
      {
        highlighting: cell.highlighting,
        foreground: cell.foreground,
        background: cell.background,
        characterSet: cell.characterSet,
        transparency: 0,
      },
      (model.attributeFor(at) & 0x20) !== 0,
    ]);
  });
}

const REPLY_MODES = [
  { mode: 'field', record: [0xf3, 0, 5, 9, 0, 0], listed: [] },
  { mode: 'extendedField', record: [0xf3, 0, 5, 9, 0, 1], listed: [] },
  { mode: 'character', record: [0xf3, 0, 5, 9, 0, 2], listed: [] },
  { mode: 'character', record: [0xf3, 0, 7, 9, 0, 2, 0x42, 0x43], listed: [0x42, 0x43] },
  {
    mode: 'character',
    record: [0xf3, 0, 9, 9, 0, 2, 0x41, 0x42, 0x43, 0x45],
    listed: [0x41, 0x42, 0x43, 0x45],
  },
] as const;

describe('against a screen that walks from cell to cell', () => {
  const size = { rows: ROWS, columns: COLUMNS };

  it('[DS-033 to DS-075] any orders leave the same cells and cursor', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 5 }), (steps) => {
        const screen = display({ defaultSize: size });
        const model = new ModelScreen(SIZE);
        for (const one of steps) {
          applyBoth(screen, model, one);
          expectSame(screen, model);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('[DS-138 to DS-161, DS-219 to DS-223] any screen is read alike in every reply mode', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 3 }), (steps) => {
        const screen = display({ defaultSize: size });
        const model = new ModelScreen(SIZE);
        for (const one of steps) applyBoth(screen, model, one);
        for (const { mode, record, listed } of REPLY_MODES) {
          screen.applyRecord(Uint8Array.from(record));
          expect(screen.replyMode).toBe(mode);
          expect(toHex(screen.readBuffer())).toBe(
            toHex(Uint8Array.from(model.readBuffer(0x60, mode, listed))),
          );
          expect(toHex(screen.readModified())).toBe(
            toHex(Uint8Array.from(model.readModified(0x60, mode, listed))),
          );
        }
      }),
      { numRuns: 150 },
    );
  });
});
