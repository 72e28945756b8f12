export { calmEndings } from './explorer/endings.js';
export {
  type Exploration,
  type ExploredViolation,
  type ExploreOptions,
  Explorer,
} from './explorer/explorer.js';
export type { Finding, FindingName } from './explorer/findings.js';
export { ExplorerMemory } from './explorer/memory.js';
export { EXPLORED_HOSTS, EXPLORED_TERMINALS } from './explorer/pairs.data.js';
export { transcriptOf } from './explorer/trace.js';
export {
  type NetworkChoice,
  type NetworkEnd,
  SimulatedNetwork,
  type SimulatedNetworkOptions,
} from './network.js';
