import type { Fault } from '../machine/index.js';
import type { DatastreamViolationCode } from './violations.data.js';

/** A rule of the data stream that the peer broke. `offset` is an index into the array that was parsed. */
export interface DatastreamFault extends Fault<DatastreamViolationCode> {
  /** With `address-out-of-range`: the address, and the count of positions that it had to stay below. */
  readonly address?: number;
  readonly positionCount?: number;
}

/** Makes a fault of the bytes `offset..end)`. */
export function fault(code: DatastreamViolationCode, offset: number, end: number): DatastreamFault {
  return { code, offset, length: Math.max(0, end - offset) };
}

/**
 * How a terminal answers an outbound record: `commandReject` is negative response 00 (sense 10030000), `operationCheck` 02
 * (sense 10050000); RFC 2355 §10.4.1, DS-212, DS-213.
 */
export type OutboundStatus = 'accepted' | 'commandReject' | 'operationCheck';

/** The outcome of an outbound record. */
export interface OutboundResult {
  readonly status: OutboundStatus;
  /** In the order of their offsets. An accepted record can have some too: what was passed over is listed. */
  readonly faults: readonly DatastreamFault[];
}

/** The outcome of a record without faults; one object for all of them. */
export const ACCEPTED: OutboundResult = /* @__PURE__ */ Object.freeze({
  status: 'accepted',
  faults: /* @__PURE__ */ Object.freeze([]),
});
