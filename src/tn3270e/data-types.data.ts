import type { DataTypeName } from './codes.data.js';

/** Who sends a data type, on which sessions, and with which values in its header. */
export interface DataTypeRule {
  readonly name: DataTypeName;
  readonly from: 'host' | 'terminal' | 'both';
  /** On a display any one of these functions has to be agreed; none listed: always legal; undefined: never. */
  readonly display: readonly number[] | undefined;
  /** The same on a printer. */
  readonly printer: readonly number[] | undefined;
  /** What the third header byte is: a wish for a response, the kind of a response, or nothing. */
  readonly responseFlag: 'wish' | 'kind' | 'none';
  /** The sequence number counts: as agreed by RESPONSES, always, or never. */
  readonly sequenceNumber: 'responses' | 'always' | 'never';
}

/**
 * Which function allows which data type, in the order of the codes (RFC 2355 §8.1, §9, §10;
 * draft-ietf-tn3270e-extensions-04 §4.5.3; TNE-045, TNE-053 to TNE-061, TNE-120, TNE-121, TNE-138).
 */
export const DATA_TYPE_RULES: readonly DataTypeRule[] = [
  {
    name: 'data3270',
    from: 'both',
    display: [],
    printer: [1],
    responseFlag: 'wish',
    sequenceNumber: 'responses',
  },
  {
    name: 'scsData',
    from: 'host',
    display: undefined,
    printer: [3],
    responseFlag: 'wish',
    sequenceNumber: 'responses',
  },
  {
    // CONTENTION-RESOLUTION too: a BID is answered even without RESPONSES (TNE-139).
    name: 'response',
    from: 'both',
    display: [2, 5],
    printer: [2],
    responseFlag: 'kind',
    sequenceNumber: 'always',
  },
  {
    name: 'bindImage',
    from: 'host',
    display: [0],
    printer: [0],
    responseFlag: 'none',
    sequenceNumber: 'never',
  },
  { name: 'unbind', from: 'host', display: [0], printer: [0], responseFlag: 'none', sequenceNumber: 'never' },
  { name: 'nvtData', from: 'both', display: [], printer: [], responseFlag: 'none', sequenceNumber: 'never' },
  {
    name: 'request',
    from: 'terminal',
    display: [2],
    printer: [2],
    responseFlag: 'none',
    sequenceNumber: 'never',
  },
  {
    name: 'sscpLuData',
    from: 'both',
    display: [0, 4],
    printer: [0, 4],
    responseFlag: 'none',
    sequenceNumber: 'never',
  },
  {
    name: 'printEoj',
    from: 'host',
    display: undefined,
    printer: [1, 3],
    responseFlag: 'none',
    sequenceNumber: 'never',
  },
  {
    name: 'bid',
    from: 'host',
    display: [5],
    printer: undefined,
    responseFlag: 'wish',
    sequenceNumber: 'always',
  },
];
