import { describe, expect, it } from 'vitest';
import { transitions } from '../../src/machine/index.js';
import { PARSER_TABLE, type ParserInput, type ParserState } from '../../src/nvt/index.js';
import { shown } from './helpers.js';

/**
 * ECMA-48 §5 and §8 and the parser of a VT500, written down a second time: for each state what each class of byte does,
 * as `state` or `state/effect`. `.` stands for the same state without effect.
 */
const EXPECTED: Readonly<Record<ParserState, Readonly<Partial<Record<ParserInput, string>>>>> = {
  ground: { control: './control', bell: './control' },
  escape: {
    control: './control',
    bell: './control',
    intermediate: 'escapeIntermediate/collect',
    bracket: 'sequenceStart',
    opener: 'string/openString',
    high: 'ground/unknown',
  },
  escapeIntermediate: {
    control: './control',
    bell: './control',
    intermediate: './collect',
    high: 'ground/unknown',
  },
  sequenceStart: {
    control: './control',
    bell: './control',
    intermediate: 'sequenceIgnored',
    digit: 'parameters/digit',
    colon: 'sequenceIgnored',
    semicolon: 'parameters/nextParameter',
    marker: 'parameters/marker',
    high: 'ground/unknown',
  },
  parameters: {
    control: './control',
    bell: './control',
    intermediate: 'sequenceIgnored',
    digit: './digit',
    colon: 'sequenceIgnored',
    semicolon: './nextParameter',
    marker: 'sequenceIgnored',
    high: 'ground/unknown',
  },
  sequenceIgnored: {
    control: './control',
    bell: './control',
    intermediate: '.',
    digit: '.',
    colon: '.',
    semicolon: '.',
    marker: '.',
    high: 'ground/unknown',
  },
  string: { control: 'ground/breakString', bell: 'ground' },
};

/** What all bytes do in a state that {@link EXPECTED} does not name. */
const OTHERS: Readonly<Record<ParserState, string>> = {
  ground: './print',
  escape: 'ground/dispatchEscape',
  escapeIntermediate: 'ground/designate',
  sequenceStart: 'ground/dispatchSequence',
  parameters: 'ground/dispatchSequence',
  sequenceIgnored: 'ground/unknown',
  string: '.',
};

function expected(state: ParserState, input: ParserInput): [string, ...string[]] {
  if (input === 'escape') return ['escape', 'begin'];
  if (input === 'cancel') return ['ground'];
  if (input === 'nothing') return [state];
  const [next = '', ...effects] = (EXPECTED[state][input] ?? OTHERS[state]).split('/');
  return [next === '.' ? state : next, ...effects];
}

describe('the table', () => {
  it.each(transitions(PARSER_TABLE))('[SEC-125] $from on $input', ({ from, input, to, effects }) => {
    expect([to, ...effects]).toEqual(expected(from as ParserState, input as ParserInput));
  });
});

describe('classes of bytes', () => {
  it('[SEC-125] every byte is printed, carried out or passed over', () => {
    const printed: number[] = [];
    for (let byte = 0; byte < 256; byte++) {
      if (shown(String.fromCharCode(byte)).screen.nvt.cursor !== 0) printed.push(byte);
    }
    const graphic = (byte: number) => (byte >= 0x20 && byte <= 0x7e) || byte >= 0xa0;
    const moving = [0x09, 0x0a, 0x0b]; // HT, LF, VT; BS, FF and CR have nowhere to go
    const wanted = Array.from({ length: 256 }, (_, byte) => byte).filter(
      (byte) => graphic(byte) || moving.includes(byte),
    );
    expect(printed).toEqual(wanted);
  });
});
