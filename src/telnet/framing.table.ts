import type { TransitionTable } from '../machine/index.js';

/**
 * Where the decoder stands. `data` is left only at IAC (plain bytes are found by native search), `sub` only at IAC
 * or at its limit; `skip` passes over the rest of a subnegotiation that grew too long.
 */
export type FramingState =
  | 'data'
  | 'iac'
  | 'verb'
  | 'subOption'
  | 'subOptionIac'
  | 'sub'
  | 'subIac'
  | 'skip'
  | 'skipIac';

/** Classes of the byte at hand. */
export type FramingInput = 'plain' | 'command' | 'endOfRecord' | 'end' | 'sub' | 'verb' | 'iac';

/** `again` abandons a subnegotiation and reads the same byte once more, as the one behind IAC (TEL-008). */
export type FramingEffect =
  | 'doubled'
  | 'command'
  | 'endOfRecord'
  | 'endAlone'
  | 'undefinedCommand'
  | 'rememberVerb'
  | 'negotiation'
  | 'subStart'
  | 'subEmpty'
  | 'subDoubled'
  | 'subEnd'
  | 'again'
  | 'againEmpty'
  | 'againSkipped';

/** RFC 854 "Telnet Command Structure", RFC 855. Read a row as: in this state, on this byte, go there and do this. */
export const FRAMING_TABLE: TransitionTable<FramingState, FramingInput, FramingEffect> = {
  data: {
    plain: ['data'],
    command: ['data'],
    endOfRecord: ['data'],
    end: ['data'],
    sub: ['data'],
    verb: ['data'],
    iac: ['iac'], //                                     TEL-001
  },
  iac: {
    plain: ['data', 'undefinedCommand'], //              TEL-005
    command: ['data', 'command'],
    endOfRecord: ['data', 'endOfRecord'],
    end: ['data', 'endAlone'],
    sub: ['subOption'],
    verb: ['verb', 'rememberVerb'], //                   TEL-003
    iac: ['data', 'doubled'], //                         TEL-002
  },
  verb: {
    plain: ['data', 'negotiation'],
    command: ['data', 'negotiation'],
    endOfRecord: ['data', 'negotiation'],
    end: ['data', 'negotiation'],
    sub: ['data', 'negotiation'],
    verb: ['data', 'negotiation'],
    iac: ['data', 'negotiation'], //                     option 255 is not doubled: RFC 855 names one byte
  },
  subOption: {
    plain: ['sub', 'subStart'],
    command: ['sub', 'subStart'],
    endOfRecord: ['sub', 'subStart'],
    end: ['sub', 'subStart'],
    sub: ['sub', 'subStart'],
    verb: ['sub', 'subStart'],
    iac: ['subOptionIac'],
  },
  subOptionIac: {
    plain: ['iac', 'againEmpty'],
    command: ['iac', 'againEmpty'],
    endOfRecord: ['iac', 'againEmpty'],
    end: ['data', 'subEmpty'], //                        SEC-003
    sub: ['iac', 'againEmpty'],
    verb: ['iac', 'againEmpty'],
    iac: ['sub', 'subStart'],
  },
  sub: {
    plain: ['sub'],
    command: ['sub'],
    endOfRecord: ['sub'],
    end: ['sub'],
    sub: ['sub'],
    verb: ['sub'],
    iac: ['subIac'],
  },
  subIac: {
    plain: ['iac', 'again'], //                          TEL-008
    command: ['iac', 'again'],
    endOfRecord: ['iac', 'again'],
    end: ['data', 'subEnd'],
    sub: ['iac', 'again'],
    verb: ['iac', 'again'],
    iac: ['sub', 'subDoubled'],
  },
  skip: {
    plain: ['skip'],
    command: ['skip'],
    endOfRecord: ['skip'],
    end: ['skip'],
    sub: ['skip'],
    verb: ['skip'],
    iac: ['skipIac'],
  },
  skipIac: {
    plain: ['iac', 'againSkipped'],
    command: ['iac', 'againSkipped'],
    endOfRecord: ['iac', 'againSkipped'],
    end: ['data'], //                                    TEL-009
    sub: ['iac', 'againSkipped'],
    verb: ['iac', 'againSkipped'],
    iac: ['skip'],
  },
};

/** The class of each byte, as an index into the inputs of {@link FRAMING_TABLE}. */
export function framingInput(byte: number): FramingInput {
  if (byte === 0xff) return 'iac';
  if (byte >= 0xfb) return 'verb';
  if (byte === 0xfa) return 'sub';
  if (byte === 0xf0) return 'end';
  if (byte === 0xef) return 'endOfRecord';
  return byte >= 0xec ? 'command' : 'plain';
}
