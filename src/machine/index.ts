export { type CompiledTable, compile } from './compile.js';
export type { Fault, ViolationRule } from './fault.js';
export { type Cell, type Transition, type TransitionTable, transitions } from './table.js';
