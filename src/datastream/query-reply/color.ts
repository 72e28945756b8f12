import type { ByteCursor, ByteWriter } from '../../bytes/index.js';
import {
  type ActionPair,
  appendActionPairs,
  appendByte,
  appendParameters,
  readActionPairs,
  readParameters,
  type SelfDefiningParameter,
} from './parameters.js';

/** Color (SF-098). */
export interface ColorReply {
  readonly type: 'color';
  /** 40: a printer with a black ribbon only. */
  readonly flags: number;
  /** Colour attribute and colour shown; the first pair is the default. */
  readonly pairs: readonly ActionPair[];
  /** 02: the default background colour. */
  readonly parameters: readonly SelfDefiningParameter[];
}

/** Reads what stands behind the query code; undefined when it is too short. */
export function decodeColor(cursor: ByteCursor): ColorReply | undefined {
  const flags = cursor.uint8();
  const pairs = readActionPairs(cursor);
  const parameters = pairs === undefined ? undefined : readParameters(cursor);
  if (pairs === undefined || parameters === undefined) return undefined;
  return { type: 'color', flags, pairs, parameters };
}

/** Appends what stands behind the query code. */
export function appendColor(writer: ByteWriter, reply: ColorReply): void {
  appendByte(writer, 'flags', reply.flags);
  appendActionPairs(writer, reply.pairs);
  appendParameters(writer, reply.parameters);
}
