export { type DissectOptions, Dissector, type DissectorOptions, dissect } from './dissect.js';
export type { DissectedItem, Sender } from './dissected.js';
