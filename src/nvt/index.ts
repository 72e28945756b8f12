export { NvtInput, type NvtKey } from './line-discipline.js';
