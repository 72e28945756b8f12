import { checkInteger } from '../bytes/index.js';
import { type FaultReport, report } from '../telnet/index.js';
import {
  DATA_TYPES,
  type DataTypeName,
  DEVICE_END,
  NEGATIVE_RESPONSE_SENSE,
  NEGATIVE_RESPONSES,
  type NegativeResponse,
  RESPONSE_FLAGS,
  RESPONSE_KINDS,
  type ResponseFlag,
  SENSE_CODES,
} from './codes.data.js';
import { buildRecord, encodeHeader, MAX_SEQUENCE_NUMBER } from './header.js';

/** What a receiver owes for a record, by the wish in its header and how the record went (RFC 2355 §8.1.3, TNE-098). */
export const RESPONSE_DUE: Readonly<
  Record<ResponseFlag, Readonly<Record<'done' | 'failed', 'positive' | 'negative' | 'nothing'>>>
> = {
  0: { done: 'nothing', failed: 'nothing' },
  1: { done: 'nothing', failed: 'negative' },
  2: { done: 'positive', failed: 'negative' },
};

/**
 * Builds a positive RESPONSE record.
 * @param sequenceNumber - copied from the record that asked for it, 0..65535 (TNE-099)
 * @example
 * buildPositiveResponse(1); // 02 00 00 00 01 00
 */
export function buildPositiveResponse(sequenceNumber: number): Uint8Array {
  return response(RESPONSE_KINDS.positive, sequenceNumber, Uint8Array.of(DEVICE_END));
}

/**
 * Builds a negative RESPONSE record.
 * @param code - one of {@link NEGATIVE_RESPONSES} (TNE-100)
 * @throws UsageError `argument-invalid` when the code is outside 0..3.
 */
export function buildNegativeResponse(sequenceNumber: number, code: NegativeResponse): Uint8Array {
  checkInteger('code', code, 0, 3);
  return response(RESPONSE_KINDS.negative, sequenceNumber, Uint8Array.of(code));
}

/**
 * Builds a RESPONSE record with an SNA sense code; only with SNA-SENSE agreed (TNE-146).
 * @param senseCode - 0..4294967295, such as one of {@link SENSE_CODES}
 * @throws UsageError `argument-invalid` when the code is outside its range.
 */
export function buildSenseResponse(sequenceNumber: number, senseCode: number): Uint8Array {
  checkInteger('senseCode', senseCode, 0, 0xffffffff);
  const data = Uint8Array.of(senseCode >>> 24, senseCode >>> 16, senseCode >>> 8, senseCode);
  return response(RESPONSE_KINDS.snaSense, sequenceNumber, data);
}

/** Builds the record with which a terminal says that an error condition is gone: 06 00 00 00 00 (TNE-102). */
export function buildErrorConditionCleared(): Uint8Array {
  return encodeHeader(DATA_TYPES.request, 0, 0, 0);
}

function response(kind: number, sequenceNumber: number, data: Uint8Array): Uint8Array {
  return buildRecord(encodeHeader(DATA_TYPES.response, 0, kind, sequenceNumber), data);
}

/** The data of a RESPONSE. */
export interface ResponseOutcome {
  readonly positive: boolean;
  /** The data byte of a negative response, one of {@link NEGATIVE_RESPONSES} or another number. */
  readonly code: number | undefined;
  /** What a host passes to the application for a negative response (TNE-101, TNE-146). */
  readonly senseCode: number | undefined;
  /** The data is not what the flag calls for. */
  readonly malformed: boolean;
}

/**
 * Reads the data of a RESPONSE record.
 * @param kind - the response flag of its header, one of {@link RESPONSE_KINDS}
 */
export function parseResponse(kind: number, data: Uint8Array): ResponseOutcome {
  const [code] = data;
  if (kind === RESPONSE_KINDS.positive) {
    const malformed = data.length !== 1 || code !== DEVICE_END;
    return { positive: true, code: undefined, senseCode: undefined, malformed };
  }
  if (kind === RESPONSE_KINDS.snaSense) {
    const [a, b, c, d] = data;
    const whole =
      data.length === 4 && a !== undefined && b !== undefined && c !== undefined && d !== undefined;
    const senseCode = whole ? ((a << 24) | (b << 16) | (c << 8) | d) >>> 0 : undefined;
    return { positive: false, code: undefined, senseCode, malformed: !whole };
  }
  const senseCode = code === undefined ? undefined : NEGATIVE_RESPONSE_SENSE[code];
  return { positive: false, code, senseCode, malformed: data.length !== 1 || senseCode === undefined };
}

/**
 * The numbers that one side gives its messages: 0, 1, … 32767, 0 for data when RESPONSES was agreed (TNE-095); BID
 * takes the next one in any case (TNE-138); all else is sent with 0 (TNE-061). BIND and UNBIND do not reset it.
 */
export class SequenceNumbers {
  readonly #agreed: boolean;
  #next = 0;

  /** @param responsesAgreed - RESPONSES is among the functions agreed */
  constructor(responsesAgreed: boolean) {
    this.#agreed = responsesAgreed;
  }

  /** The number that the next message that counts will get. */
  get next(): number {
    return this.#next;
  }

  /** The number for a message that is sent now. */
  take(dataType: DataTypeName): number {
    const isData = dataType === 'data3270' || dataType === 'scsData';
    if (dataType !== 'bid' && !(isData && this.#agreed)) return 0;
    const number = this.#next;
    this.#next = number === MAX_SEQUENCE_NUMBER ? 0 : number + 1;
    return number;
  }

  /** @throws UsageError `argument-invalid` when the number is outside 0..32767. */
  restore(next: number): void {
    checkInteger('next', next, 0, MAX_SEQUENCE_NUMBER);
    this.#next = next;
  }
}

/** A record of the host's that waits for its response. */
export interface AwaitedResponse {
  readonly dataType: 'data3270' | 'scsData' | 'bid';
  readonly sequenceNumber: number;
  /** `always` or `error` of {@link RESPONSE_FLAGS}. */
  readonly flag: number;
  /** A BID with SIGNAL: a negative response counts as a positive one (TNE-144). */
  readonly signal: boolean;
  /** The response is no longer wanted and is taken in silence (TNE-142). */
  readonly discarded: boolean;
}

/** The terminal answered a record. */
export interface Responded extends Omit<ResponseOutcome, 'malformed'> {
  readonly type: 'responded';
  readonly dataType: AwaitedResponse['dataType'];
  readonly sequenceNumber: number;
}

/** What is due for a record, or was answered. */
export type ResponseEffect = Responded | FaultReport<'response-malformed' | 'response-unmatched'>;

/** Records remembered at most; the oldest is forgotten first. */
export const MAX_AWAITED_RESPONSES = 1024;

/** The host's book of responses it waits for: matched by exact number, bounded (SEC-069). */
export class ResponseLedger {
  readonly #limit: number;
  #awaited: AwaitedResponse[] = [];
  #condition: number | undefined;

  /** @throws UsageError `argument-invalid` when the limit is outside 1..32768. */
  constructor(limit: number = MAX_AWAITED_RESPONSES) {
    checkInteger('limit', limit, 1, MAX_SEQUENCE_NUMBER + 1);
    this.#limit = limit;
  }

  /** What waits, oldest first. */
  get awaited(): readonly AwaitedResponse[] {
    return this.#awaited;
  }

  /**
   * Notes a record that is sent now; one that wishes no response is not noted.
   *
   * @param flag - the response flag of its header
   * @param signal - a BID with SIGNAL
   */
  sent(
    dataType: AwaitedResponse['dataType'],
    sequenceNumber: number,
    flag: number,
    signal: boolean = false,
  ): void {
    if (flag === RESPONSE_FLAGS.none && dataType !== 'bid') return;
    if (this.#awaited.length === this.#limit) this.#awaited.shift();
    this.#awaited.push({ dataType, sequenceNumber, flag, signal, discarded: false });
  }

  /** Data of the terminal crossed a BID, which counts as its rejection: the response to come is discarded. */
  discardBid(): void {
    this.#awaited = this.#awaited.map((one) => (one.dataType === 'bid' ? { ...one, discarded: true } : one));
  }

  /**
   * Takes a RESPONSE from the terminal.
   *
   * @param kind - the response flag of its header
   * @param data - behind the header
   */
  receive(kind: number, sequenceNumber: number, data: Uint8Array): ResponseEffect[] {
    const outcome = parseResponse(kind, data);
    const effects: ResponseEffect[] = outcome.malformed ? [report('response-malformed', 5, data.length)] : [];
    const index = this.#awaited.findIndex(
      (one) =>
        one.sequenceNumber === sequenceNumber &&
        // With ERROR-RESPONSE nothing waits for a positive one.
        (!outcome.positive || one.flag !== RESPONSE_FLAGS.error || one.dataType === 'bid'),
    );
    const found = this.#awaited[index];
    if (found === undefined) return [...effects, report('response-unmatched', 3, 2)];
    // Terminals answer in order: what only wished to hear of errors, and is older, went well.
    this.#awaited = this.#awaited.filter(
      (one, place) => place > index || (place < index && one.flag !== RESPONSE_FLAGS.error),
    );
    if (found.discarded) return effects;
    const positive = outcome.positive || found.signal;
    if (!positive) this.#condition = outcome.code;
    effects.push({
      type: 'responded',
      dataType: found.dataType,
      sequenceNumber,
      positive,
      code: positive ? undefined : outcome.code,
      senseCode: positive ? undefined : senseFor(found, outcome),
    });
    return effects;
  }

  /**
   * The terminal sent ERR-COND-CLEARED. @returns The sense code of the LUSTAT that tells the application; undefined when no
   * condition was reported that could be cleared (TNE-103).
   */
  conditionCleared(): number | undefined {
    const condition = this.#condition;
    this.#condition = undefined;
    if (condition === NEGATIVE_RESPONSES.interventionRequired) return SENSE_CODES.readyAgain;
    if (condition === NEGATIVE_RESPONSES.componentDisconnected) {
      return SENSE_CODES.presentationSpaceIntegrityLost;
    }
    return undefined;
  }

  /** Everything that lasts, as plain values. */
  snapshot(): ResponseLedgerState {
    return { awaited: [...this.#awaited], condition: this.#condition };
  }

  /** Takes over what {@link ResponseLedger.snapshot} gave. */
  restore(state: ResponseLedgerState): void {
    this.#awaited = state.awaited.slice(-this.#limit);
    this.#condition = state.condition;
  }
}

/** The values that change in a {@link ResponseLedger}. */
export interface ResponseLedgerState {
  readonly awaited: readonly AwaitedResponse[];
  readonly condition: number | undefined;
}

/** A refused BID is a bracket bid reject, unless the terminal gave a sense code itself (TNE-141). */
function senseFor(found: AwaitedResponse, outcome: ResponseOutcome): number | undefined {
  if (found.dataType === 'bid' && outcome.code !== undefined) return SENSE_CODES.bracketBidReject;
  return outcome.senseCode;
}
