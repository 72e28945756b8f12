import type { SimpleCommand, Verb } from './commands.data.js';
import type { TelnetViolationCode } from './violations.data.js';

/** Bytes outside records, un-doubled, as they come. `bytes` is a view of the chunk. */
export interface DataToken {
  readonly type: 'data';
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/**
 * Which bytes of records are valid only until the next `receive`, so that who keeps them copies them; all others are yours.
 *
 * | | |
 * | --- | --- |
 * | `chunk` | a record that lies whole in a chunk without a doubled 255 is a view of it |
 * | `everything` | all records; what is copied lies in memory that is used again, which is fastest |
 * | `nothing` | every record is copied once; those of a chunk lie in one array, which each of them keeps alive |
 */
export type RecordLending = 'chunk' | 'everything' | 'nothing';

/** A whole record without its IAC EOR. `bytes` is a view of the chunk or a copy, by {@link RecordLending}. */
export interface RecordToken {
  readonly type: 'record';
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/** A two-byte command. */
export interface CommandToken {
  readonly type: 'command';
  readonly offset: number;
  readonly command: SimpleCommand;
}

/** WILL, WONT, DO or DONT with its option, 0..255. */
export interface NegotiationToken {
  readonly type: 'negotiation';
  readonly offset: number;
  readonly verb: Verb;
  readonly option: number;
}

/** The body of a subnegotiation behind its option byte, un-doubled, as a copy. */
export interface SubnegotiationToken {
  readonly type: 'subnegotiation';
  readonly offset: number;
  readonly option: number;
  readonly bytes: Uint8Array;
}

/** A broken rule. `bytes` are at most 64 of the offending ones, copied. */
export interface FaultToken {
  readonly type: 'fault';
  readonly offset: number;
  readonly code: TelnetViolationCode;
  readonly bytes: Uint8Array;
}

/** What the decoder makes of a byte stream. `offset` counts from the first byte of the stream. */
export type TelnetToken =
  | DataToken
  | RecordToken
  | CommandToken
  | NegotiationToken
  | SubnegotiationToken
  | FaultToken;
