import { type FaultReport, report } from '../telnet/index.js';
import { DATA_TYPES, type DataTypeName, FUNCTIONS, RESPONSE_FLAGS, RESPONSE_KINDS } from './codes.data.js';
import { DATA_TYPE_RULES, type DataTypeRule } from './data-types.data.js';
import type { Tn3270eHeader } from './header.js';

/** What was agreed, and who sent the record. */
export interface HeaderContext {
  readonly from: 'host' | 'terminal';
  readonly printer: boolean;
  /** Functions agreed, and those to be treated so (`assumed` of {@link FunctionsAgreed}). */
  readonly functions: readonly number[];
}

/** A header with all that does not count set to 0. */
export interface CheckedHeader {
  readonly type: 'checked';
  readonly dataType: DataTypeName;
  /** Bits of {@link REQUEST_FLAGS}; 0 unless the host sent them and CONTENTION-RESOLUTION was agreed. */
  readonly requestFlag: number;
  /** One of {@link RESPONSE_FLAGS} on data and BID, of {@link RESPONSE_KINDS} on RESPONSE. */
  readonly responseFlag: number;
  /** As it came, 0..65535, where it counts. */
  readonly sequenceNumber: number;
}

/** What is wrong in a header. */
export type HeaderFault = FaultReport<
  'header-invalid' | 'function-not-agreed' | 'wrong-direction' | 'data-out-of-state'
>;

/**
 * Says what a header means under what was agreed. With a fault the record is not applied (SEC-068, TNE-042).
 *
 * - An unknown data type, a BID without CONTENTION-RESOLUTION and a flag outside its range are `header-invalid`.
 * - A flag of a function that was not agreed counts as 0 (TNE-053, TNE-054, TNE-060); a data type of one is
 *   `function-not-agreed`.
 * - Sequence numbers are never wrong, since peers count in many ways (TNE-062).
 */
export function checkHeader(header: Tn3270eHeader, context: HeaderContext): CheckedHeader | HeaderFault {
  const rule = DATA_TYPE_RULES[header.dataType];
  if (rule === undefined) return report('header-invalid', 0, 1);
  const needs = context.printer ? rule.printer : rule.display;
  if (needs === undefined || !allows(needs, context.functions)) {
    if (header.dataType === DATA_TYPES.bid) return report('header-invalid', 0, 1); // TNE-059
    return report(needs === undefined ? 'data-out-of-state' : 'function-not-agreed', 0, 1);
  }
  if (rule.from !== 'both' && rule.from !== context.from) return report('wrong-direction', 0, 1);

  const requestFlag = countedRequestFlag(header, rule, context);
  if (requestFlag < 0) return report('header-invalid', 1, 1);
  const responses = context.functions.includes(FUNCTIONS.responses);
  const responseFlag = countedResponseFlag(header, rule, responses);
  if (responseFlag < 0) return report('header-invalid', 2, 1);
  if (
    rule.responseFlag === 'kind' &&
    responseFlag === RESPONSE_KINDS.snaSense &&
    !context.functions.includes(FUNCTIONS.snaSense)
  ) {
    return report('function-not-agreed', 2, 1);
  }
  const counts = rule.sequenceNumber === 'always' || (rule.sequenceNumber === 'responses' && responses);
  return {
    type: 'checked',
    dataType: rule.name,
    requestFlag,
    responseFlag,
    sequenceNumber: counts ? header.sequenceNumber : 0,
  };
}

function allows(needs: readonly number[], functions: readonly number[]): boolean {
  return needs.length === 0 || needs.some((code) => functions.includes(code));
}

/** -1: out of range. The flags of a terminal are ignored (TNE-136). */
function countedRequestFlag(header: Tn3270eHeader, rule: DataTypeRule, context: HeaderContext): number {
  if (rule.name === 'request') return header.requestFlag === 0 ? 0 : -1;
  const carries = rule.name === 'data3270' || rule.name === 'bid';
  if (!carries || context.from === 'terminal') return 0;
  if (!context.functions.includes(FUNCTIONS.contentionResolution)) return 0;
  return header.requestFlag > 7 ? -1 : header.requestFlag;
}

/** -1: out of range. */
function countedResponseFlag(header: Tn3270eHeader, rule: DataTypeRule, responses: boolean): number {
  if (rule.responseFlag === 'none') return 0;
  if (rule.responseFlag === 'wish' && rule.name !== 'bid' && !responses) return RESPONSE_FLAGS.none;
  return header.responseFlag > 2 ? -1 : header.responseFlag;
}
