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
export { connection, type Happening, speech } from './generators/conversation.js';
export {
  inboundBytes,
  inboundRecord,
  outboundBytes,
  outboundRecord,
  writeOrder,
} from './generators/datastream.js';
export {
  chunked,
  type FastCheck,
  joined,
  negotiationCommand,
  noise,
  payload,
  startTlsMessage,
  steeringByte,
  subnegotiation,
  telnetCommand,
  telnetRecord,
  telnetStream,
  wounded,
} from './generators/telnet.js';
export { tn3270eMessage, tn3270eNegotiation, tn3270eRecord } from './generators/tn3270e.js';
export {
  type NetworkChoice,
  type NetworkEnd,
  SimulatedNetwork,
  type SimulatedNetworkOptions,
} from './network.js';
