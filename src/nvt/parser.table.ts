import type { CompiledTable, TransitionTable } from '../machine/index.js';

/** Where in a sequence the text is; ECMA-48 §5 and §8. */
export type ParserState =
  /** Plain text. */
  | 'ground'
  /** Behind ESC. */
  | 'escape'
  /** Behind ESC and an intermediate byte: a designation of a character set. */
  | 'escapeIntermediate'
  /** Behind ESC [, where a private marker may stand. */
  | 'sequenceStart'
  /** In the parameters of a control sequence. */
  | 'parameters'
  /** In a control sequence that is not known, up to its end. */
  | 'sequenceIgnored'
  /** In a control string, as a window title: passed over. */
  | 'string';

/** Classes of bytes; {@link BYTE_CLASSES} says which byte is in which. */
export type ParserInput =
  /** C0 controls with a function: BS, HT, LF, VT, FF, CR, SO, SI. */
  | 'control'
  | 'bell'
  /** CAN and SUB. */
  | 'cancel'
  | 'escape'
  /** All other C0 controls, DEL and the C1 range: RFC 854 gives them no action, and x3270 none either. */
  | 'nothing'
  /** 20 to 2F. */
  | 'intermediate'
  | 'digit'
  | 'colon'
  | 'semicolon'
  /** `<` `=` `>` `?` */
  | 'marker'
  /** `[` */
  | 'bracket'
  /** `P` `X` `]` `^` `_`: behind ESC they open a control string. */
  | 'opener'
  /** All other bytes from 40 to 7E. */
  | 'final'
  /** A0 to FF. */
  | 'high';

/** What a byte makes the terminal do. */
export type ParserEffect =
  | 'print'
  | 'control'
  | 'begin'
  | 'collect'
  | 'marker'
  | 'digit'
  | 'nextParameter'
  | 'dispatchEscape'
  | 'designate'
  | 'dispatchSequence'
  /** The sequence is not known: count it. */
  | 'unknown'
  | 'openString'
  /** A control breaks off a string, as in x3270: text of a host that forgets the end does not vanish. */
  | 'breakString';

/**
 * The sequences of ECMA-48 as a VT100 reads them. Controls inside a sequence are carried out and the sequence goes on;
 * CAN and SUB break it off; ESC begins a new one. An unknown sequence is passed over as a whole.
 */
export const PARSER_TABLE: TransitionTable<ParserState, ParserInput, ParserEffect> = {
  ground: {
    control: ['ground', 'control'],
    bell: ['ground', 'control'],
    cancel: ['ground'],
    escape: ['escape', 'begin'],
    nothing: ['ground'],
    intermediate: ['ground', 'print'],
    digit: ['ground', 'print'],
    colon: ['ground', 'print'],
    semicolon: ['ground', 'print'],
    marker: ['ground', 'print'],
    bracket: ['ground', 'print'],
    opener: ['ground', 'print'],
    final: ['ground', 'print'],
    high: ['ground', 'print'],
  },
  escape: {
    control: ['escape', 'control'],
    bell: ['escape', 'control'],
    cancel: ['ground'],
    escape: ['escape', 'begin'],
    nothing: ['escape'],
    intermediate: ['escapeIntermediate', 'collect'],
    digit: ['ground', 'dispatchEscape'],
    colon: ['ground', 'dispatchEscape'],
    semicolon: ['ground', 'dispatchEscape'],
    marker: ['ground', 'dispatchEscape'],
    bracket: ['sequenceStart'],
    opener: ['string', 'openString'],
    final: ['ground', 'dispatchEscape'],
    high: ['ground', 'unknown'],
  },
  escapeIntermediate: {
    control: ['escapeIntermediate', 'control'],
    bell: ['escapeIntermediate', 'control'],
    cancel: ['ground'],
    escape: ['escape', 'begin'],
    nothing: ['escapeIntermediate'],
    intermediate: ['escapeIntermediate', 'collect'],
    digit: ['ground', 'designate'],
    colon: ['ground', 'designate'],
    semicolon: ['ground', 'designate'],
    marker: ['ground', 'designate'],
    bracket: ['ground', 'designate'],
    opener: ['ground', 'designate'],
    final: ['ground', 'designate'],
    high: ['ground', 'unknown'],
  },
  sequenceStart: {
    control: ['sequenceStart', 'control'],
    bell: ['sequenceStart', 'control'],
    cancel: ['ground'],
    escape: ['escape', 'begin'],
    nothing: ['sequenceStart'],
    intermediate: ['sequenceIgnored'],
    digit: ['parameters', 'digit'],
    colon: ['sequenceIgnored'],
    semicolon: ['parameters', 'nextParameter'],
    marker: ['parameters', 'marker'],
    bracket: ['ground', 'dispatchSequence'],
    opener: ['ground', 'dispatchSequence'],
    final: ['ground', 'dispatchSequence'],
    high: ['ground', 'unknown'],
  },
  parameters: {
    control: ['parameters', 'control'],
    bell: ['parameters', 'control'],
    cancel: ['ground'],
    escape: ['escape', 'begin'],
    nothing: ['parameters'],
    intermediate: ['sequenceIgnored'],
    digit: ['parameters', 'digit'],
    colon: ['sequenceIgnored'],
    semicolon: ['parameters', 'nextParameter'],
    marker: ['sequenceIgnored'],
    bracket: ['ground', 'dispatchSequence'],
    opener: ['ground', 'dispatchSequence'],
    final: ['ground', 'dispatchSequence'],
    high: ['ground', 'unknown'],
  },
  sequenceIgnored: {
    control: ['sequenceIgnored', 'control'],
    bell: ['sequenceIgnored', 'control'],
    cancel: ['ground'],
    escape: ['escape', 'begin'],
    nothing: ['sequenceIgnored'],
    intermediate: ['sequenceIgnored'],
    digit: ['sequenceIgnored'],
    colon: ['sequenceIgnored'],
    semicolon: ['sequenceIgnored'],
    marker: ['sequenceIgnored'],
    bracket: ['ground', 'unknown'],
    opener: ['ground', 'unknown'],
    final: ['ground', 'unknown'],
    high: ['ground', 'unknown'],
  },
  string: {
    control: ['ground', 'breakString'],
    bell: ['ground'],
    cancel: ['ground'],
    escape: ['escape', 'begin'], // ST is ESC and a backslash, which does nothing behind ESC
    nothing: ['string'],
    intermediate: ['string'],
    digit: ['string'],
    colon: ['string'],
    semicolon: ['string'],
    marker: ['string'],
    bracket: ['string'],
    opener: ['string'],
    final: ['string'],
    high: ['string'],
  },
};

/** Ranges of bytes and their class; later lines win. */
const CLASS_RANGES: readonly (readonly [first: number, last: number, input: ParserInput])[] = [
  [0x00, 0xff, 'nothing'],
  [0x08, 0x0f, 'control'],
  [0x07, 0x07, 'bell'],
  [0x18, 0x18, 'cancel'],
  [0x1a, 0x1a, 'cancel'],
  [0x1b, 0x1b, 'escape'],
  [0x20, 0x2f, 'intermediate'],
  [0x30, 0x39, 'digit'],
  [0x3a, 0x3a, 'colon'],
  [0x3b, 0x3b, 'semicolon'],
  [0x3c, 0x3f, 'marker'],
  [0x40, 0x7e, 'final'],
  [0x5b, 0x5b, 'bracket'],
  [0x50, 0x50, 'opener'],
  [0x58, 0x58, 'opener'],
  [0x5d, 0x5f, 'opener'],
  [0xa0, 0xff, 'high'],
];

/** The class of every byte, as index into the inputs of the table. */
export function byteClasses({ inputs }: CompiledTable<ParserState, ParserInput, ParserEffect>): Uint8Array {
  const classes = new Uint8Array(256);
  for (const [first, last, input] of CLASS_RANGES) classes.fill(inputs.indexOf(input), first, last + 1);
  return classes;
}
