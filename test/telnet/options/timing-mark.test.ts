import { describe, expect, it } from 'vitest';
import { REGIME_COMMANDS, TIMING_MARK_TABLE } from '../../../src/telnet/options/index.js';

describe('TIMING-MARK and 3270-REGIME', () => {
  it('[TEL-070] [TEL-071] every DO is answered and changes no state', () => {
    expect(TIMING_MARK_TABLE.idle.do).toEqual(['idle', 'answer']);
    expect(TIMING_MARK_TABLE.waiting.do).toEqual(['waiting', 'answer']);
  });

  it('[TEL-071] unasked answers change nothing; an unasked WILL is refused', () => {
    expect(TIMING_MARK_TABLE.idle.will).toEqual(['idle', 'refuse']);
    expect(TIMING_MARK_TABLE.idle.wont).toEqual(['idle']);
    expect(TIMING_MARK_TABLE.idle.dont).toEqual(['idle']);
    expect(TIMING_MARK_TABLE.waiting.dont).toEqual(['waiting']);
  });

  it('[TEL-073] either answer to our DO is proof of life and ends the wait', () => {
    expect(TIMING_MARK_TABLE.idle.ask).toEqual(['waiting', 'sendDo']);
    expect(TIMING_MARK_TABLE.waiting.ask).toEqual(['waiting']);
    expect(TIMING_MARK_TABLE.waiting.will).toEqual(['idle', 'alive']);
    expect(TIMING_MARK_TABLE.waiting.wont).toEqual(['idle', 'alive']);
  });

  it('[TEL-106] IS is 0 and ARE is 1', () => {
    expect(REGIME_COMMANDS).toEqual({ is: 0, are: 1 });
  });
});
