export { asciiBytes, graphicAscii, printable } from './ascii.js';
export { ByteCursor } from './cursor.js';
export { findByte } from './find.js';
export { fromHex, toHex } from './hex.js';
export { copyBytes, copyOf, moveBytes, viewOf } from './native.js';
export { type SnapshotObject, SnapshotReader, type SnapshotValue, snapshotText } from './snapshot.js';
export { checkBytes, checkInteger, UsageError, type UsageErrorCode } from './usage-error.js';
export { ByteWriter } from './writer.js';
