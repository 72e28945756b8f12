import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CompiledTable, compile, type TransitionTable, transitions } from '../../src/machine/index.js';

type DoorState = 'open' | 'shut' | 'locked';
type DoorInput = 'push' | 'pull' | 'key';
type DoorEffect = 'creak' | 'click';

const DOOR: TransitionTable<DoorState, DoorInput, DoorEffect> = {
  open: { push: ['shut', 'creak'], pull: ['open'], key: ['open'] },
  shut: { push: ['shut'], pull: ['open', 'creak'], key: ['locked', 'click'] },
  locked: { push: ['locked'], pull: ['locked'], key: ['shut', 'click'] },
};

/** Looks a cell up as the loop over bytes does. */
function look(table: CompiledTable<string, string, string>, state: string, input: string): [string, string] {
  const cell = table.cells[table.states.indexOf(state) * table.inputCount + table.inputs.indexOf(input)];
  if (cell === undefined) throw new Error('no such cell');
  return [table.states[cell >> 8] as string, table.effects[cell & 255] as string];
}

describe('transitions', () => {
  it('lists all cells row by row', () => {
    expect(transitions(DOOR)).toEqual([
      { from: 'open', input: 'push', to: 'shut', effects: ['creak'] },
      { from: 'open', input: 'pull', to: 'open', effects: [] },
      { from: 'open', input: 'key', to: 'open', effects: [] },
      { from: 'shut', input: 'push', to: 'shut', effects: [] },
      { from: 'shut', input: 'pull', to: 'open', effects: ['creak'] },
      { from: 'shut', input: 'key', to: 'locked', effects: ['click'] },
      { from: 'locked', input: 'push', to: 'locked', effects: [] },
      { from: 'locked', input: 'pull', to: 'locked', effects: [] },
      { from: 'locked', input: 'key', to: 'shut', effects: ['click'] },
    ]);
  });

  it('keeps the order of effects', () => {
    expect(transitions({ a: { x: ['a', 'first', 'second', 'first'] } })).toEqual([
      { from: 'a', input: 'x', to: 'a', effects: ['first', 'second', 'first'] },
    ]);
  });
});

describe('compile', () => {
  it('says what the literal says', () => {
    const door = compile(DOOR);
    expect(door.states).toEqual(['open', 'shut', 'locked']);
    expect(door.inputs).toEqual(['push', 'pull', 'key']);
    expect(door.effects).toEqual(['none', 'creak', 'click']);
    expect(door.cells).toBeInstanceOf(Uint16Array);
    expect(look(door, 'shut', 'key')).toEqual(['locked', 'click']);
    expect(look(door, 'locked', 'pull')).toEqual(['locked', 'none']);
  });

  it('does not depend on the order in which a row names its inputs', () => {
    const table: TransitionTable<'a' | 'b', 'x' | 'y', 'e'> = {
      a: { x: ['a'], y: ['b', 'e'] },
      b: { y: ['b'], x: ['a', 'e'] },
    };
    expect(look(compile(table), 'b', 'x')).toEqual(['a', 'e']);
    expect(look(compile(table), 'b', 'y')).toEqual(['b', 'none']);
  });

  it('refuses a cell with two effects', () => {
    expect(() => compile({ a: { x: ['a', 'one', 'two'] } })).toThrow(/^cell a\/x has two effects$/);
  });

  const chain = (count: number): TransitionTable<string, string, string> =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [`s${i}`, { x: [`s${(i + 1) % count}`, `e${i}`] as const }]),
    );

  it('holds 255 states and 255 effects, and refuses more', () => {
    const table = compile(chain(255));
    expect(look(table, 's254', 'x')).toEqual(['s0', 'e254']);
    expect(look(table, 's253', 'x')).toEqual(['s254', 'e253']);
    expect(() => compile(chain(256))).toThrow(/too large/);
    const effects = Array.from({ length: 256 }, (_, i) => [`x${i}`, ['a', `e${i}`] as const]);
    expect(() => compile({ a: Object.fromEntries(effects) })).toThrow(/too large/);
  });

  it('agrees with the literal, cell by cell, for any table', () => {
    const names = (letter: string): fc.Arbitrary<string[]> =>
      fc.integer({ min: 1, max: 9 }).map((count) => Array.from({ length: count }, (_, i) => letter + i));
    const anyTable = fc.tuple(names('s'), names('i')).chain(([states, inputs]) => {
      const cell = fc.tuple(fc.constantFrom(...states), fc.option(fc.constantFrom('e0', 'e1', 'e2')));
      const cells = fc.array(cell, {
        minLength: states.length * inputs.length,
        maxLength: states.length * inputs.length,
      });
      return cells.map((list) => {
        const at = (row: number, column: number): readonly [string, ...string[]] => {
          const [next, effect] = list[row * inputs.length + column] as [string, string | null];
          return effect === null ? [next] : [next, effect];
        };
        const rowOf = (row: number) =>
          Object.fromEntries(inputs.map((input, column) => [input, at(row, column)]));
        return Object.fromEntries(states.map((state, row) => [state, rowOf(row)]));
      });
    });
    fc.assert(
      fc.property(anyTable, (table) => {
        const compiled = compile(table);
        for (const { from, input, to, effects } of transitions(table)) {
          expect(look(compiled, from, input)).toEqual([to, effects[0] ?? 'none']);
        }
      }),
    );
  });
});
