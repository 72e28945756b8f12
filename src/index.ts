export { UsageError, type UsageErrorCode } from './bytes/index.js';
