import type { Fault } from '../../machine/index.js';

/**
 * The body of a subnegotiation to send: what stands between the option byte and IAC SE, 255 not doubled. The
 * session frames it. The bytes are the receiver's to keep.
 */
export interface SendBody {
  readonly type: 'send';
  readonly body: Uint8Array;
}

/** The peer broke a rule. Offsets count from the first byte behind the option byte, 255 not doubled. */
export interface FaultReport<Code extends string = string> {
  readonly type: 'fault';
  readonly fault: Fault<Code>;
}

/** Makes a {@link FaultReport}. */
export function report<Code extends string>(code: Code, offset: number, length: number): FaultReport<Code> {
  return { type: 'fault', fault: { code, offset, length } };
}
