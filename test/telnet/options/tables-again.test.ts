import { describe, expect, it } from 'vitest';
import {
  ENVIRONMENT_HOST_TABLE,
  OPTION_VIOLATIONS,
  TERMINAL_TYPE_COLLECTOR_TABLE,
  TIMING_MARK_TABLE,
} from '../../../src/telnet/options/index.js';
import { cellsOf, written } from '../../tn3270e/expected-table.js';

describe('each table is what the standard says', () => {
  it('[TEL-081] [TEL-084] [SEC-047] [SEC-048] TERMINAL-TYPE at the host', () => {
    expect(cellsOf(TERMINAL_TYPE_COLLECTOR_TABLE)).toEqual(
      written(TERMINAL_TYPE_COLLECTOR_TABLE, [
        'idle done: * -> =, faultUnasked',
        'idle done: ask -> asked, send',
        'idle done: askOverLimit -> done, pick',
        'asked: ask askOverLimit -> =, misuse',
        'asked: other -> asked, keep, send',
        'asked: wanted -> done, keep, pick',
        'asked: repeated -> done, pick',
        'asked: refused -> done, faultName, pick',
        'asked: atLimit -> done, keep, faultTooMany, pick',
      ]),
    );
  });

  it('[TEL-101] [SEC-057] NEW-ENVIRON at the host', () => {
    expect(cellsOf(ENVIRONMENT_HOST_TABLE)).toEqual(
      written(ENVIRONMENT_HOST_TABLE, [
        '*: malformed -> =, faultMalformed',
        'idle answered: is -> =, faultUnasked',
        'idle asked: info -> =, faultUnasked',
        'answered askedAgain: info -> =, take',
        'asked askedAgain: is -> answered, take',
        'asked askedAgain: ask -> =, misuse',
        'idle: ask -> asked, send',
        'answered: ask -> askedAgain, send',
      ]),
    );
  });

  it('[TEL-070] [TEL-071] [TEL-073] TIMING-MARK', () => {
    expect(cellsOf(TIMING_MARK_TABLE)).toEqual(
      written(TIMING_MARK_TABLE, [
        '*: dont wont -> =',
        '*: do -> =, answer',
        'idle: ask -> waiting, sendDo',
        'waiting: ask -> =',
        'idle: will -> idle, refuse',
        'waiting: will wont -> idle, alive',
      ]),
    );
  });

  it('every violation names a rule and says what is wrong', () => {
    for (const { rule, means } of Object.values(OPTION_VIOLATIONS)) {
      expect(rule).toMatch(/^(TEL|SEC)-\d{3}$/);
      expect(means.length).toBeGreaterThan(10);
    }
  });
});
