/** What the decoder may hold at most; see SECURITY-CASES "Limits". */
export interface FramingLimits {
  /** Bytes of one subnegotiation behind its option, un-doubled. */
  readonly subnegotiation: number;
  /** Bytes of one record, un-doubled. */
  readonly record: number;
}

/** 4096 bytes a subnegotiation, 256 KiB a record. */
export const FRAMING_LIMITS: FramingLimits = { subnegotiation: 4096, record: 262144 };
