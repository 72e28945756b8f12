import { expectTypeOf, it } from 'vitest';
import { type CompiledTable, compile, type TransitionTable } from '../../src/machine/index.js';

type DoorState = 'open' | 'shut';
type DoorInput = 'push' | 'pull';

it('every state and input has a cell', () => {
  const table: TransitionTable<DoorState, DoorInput, 'creak'> = {
    open: { push: ['shut', 'creak'], pull: ['open'] },
    shut: { push: ['shut'], pull: ['open', 'creak', 'creak'] },
  };
  expectTypeOf(compile(table)).toEqualTypeOf<CompiledTable<DoorState, DoorInput, 'creak'>>();
});

it('a missing cell, an unknown state and an unknown effect do not compile', () => {
  // @ts-expect-error the cell shut/pull is missing
  const missing: TransitionTable<DoorState, DoorInput, 'creak'>['shut'] = { push: ['shut'] };
  // @ts-expect-error no such state
  const state: TransitionTable<DoorState, DoorInput, 'creak'>['shut']['push'] = ['ajar'];
  // @ts-expect-error no such effect
  const effect: TransitionTable<DoorState, DoorInput, 'creak'>['shut']['push'] = ['open', 'bang'];
  expectTypeOf([missing, state, effect]).toBeArray();
});
