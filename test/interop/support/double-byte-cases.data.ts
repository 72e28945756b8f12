/** A record in hexadecimal, or an action of s3270 with its arguments. */
export type DoubleByteStep = string | readonly [action: string, ...values: readonly (string | number)[]];

export interface DoubleByteCase {
  readonly about: string;
  /** Blanks take the place of nulls, and at the end of a field make room. */
  readonly blankFill?: true;
  /** What both terminals get; behind each step they are compared. */
  readonly steps: readonly DoubleByteStep[];
  /** Why s3270 4.1 comes to something else at the last step; what it does is no rule. */
  readonly differs?: string;
}

/** Set Reply Mode: character, with the character set. */
const CHARACTER_MODE = 'f3000609000243';
const READS: readonly string[] = ['f2', 'f6', '6e'];
/** A protected field of one position, so that no double-byte field goes over the end of the screen. */
const GUARD = '1d60';
const at = (column: number): DoubleByteStep => ['MoveCursor', 0, column];
const type = (text: string): DoubleByteStep => ['String', text];

/** Positions 0: attribute, 1: A, 2: SO, 3-6: two characters, 7: SI, 8: B, 9-13: nulls, 14: attribute. */
const SUBFIELD = `f5c3 1d40 c1 0e 4566 4567 0f c2 0000000000 ${GUARD}`;
/** 0: attribute, 1: attribute of a double-byte field, 2-9: two characters and room for two. */
const FIELD = `f5c3 ${GUARD} 2902c04043f8 4566 4567 4040 4040 ${GUARD}`;
/** 1: attribute of an empty field with input control, 2-15: nulls. */
const INPUT = `f5c3 ${GUARD} 2902c040fe01 114050 ${GUARD}`;
/** 1: attribute of an empty field without. */
const PLAIN = `f5c3 ${GUARD} 1d40 114050 ${GUARD}`;

export const DOUBLE_BYTE_CASES: readonly DoubleByteCase[] = [
  { about: 'SO and SI, in every read', steps: [SUBFIELD, ...READS, CHARACTER_MODE, ...READS] },
  { about: 'a double-byte field, in every read', steps: [FIELD, ...READS, CHARACTER_MODE, ...READS] },
  {
    about: 'characters of set F8 by Set Attribute',
    steps: [`f5c3 1d41 c1 2843f8 4566 4567 284300 c2 ${GUARD}`, ...READS, CHARACTER_MODE, ...READS],
  },
  { about: 'a query', steps: ['f3000501ff02'] },
  { about: 'a query list of Character Sets and DBCS-Asia', steps: ['f3000801ff03008591'] },
  { about: 'an odd byte in a double-byte field', steps: [`f5c3 ${GUARD} 2902c04043f8 4566 45`] },
  { about: 'no pair in a double-byte field', steps: [`f5c3 ${GUARD} 2902c04043f8 4566 4515`] },
  {
    about: 'nulls in a double-byte field become blanks',
    steps: [`f5c3 ${GUARD} 2902c04043f8 4566 00000000 ${GUARD}`],
  },
  {
    about: 'a null before the end of a double-byte field',
    steps: [`f5c3 ${GUARD} 2902c04043f8 4566 00 ${GUARD}`],
  },
  {
    about: 'controls of double-byte text become blanks',
    steps: [`f5c3 ${GUARD} 2902c04043f8 0015 001c ${GUARD}`],
  },
  { about: 'a control in a double-byte field', steps: [`f5c3 ${GUARD} 2902c04043f8 4566 1c ${GUARD}`] },
  { about: 'SO in a double-byte field', steps: [`f5c3 ${GUARD} 2902c04043f8 4566 0e ${GUARD}`] },
  { about: 'SI in a double-byte field', steps: [`f5c3 ${GUARD} 2902c04043f8 4566 0f ${GUARD}`] },
  { about: 'SO twice', steps: [`f5c3 1d40 0e 0e 4566 0f ${GUARD}`] },
  { about: 'SO twice with a character between', steps: [`f5c3 1d40 0e 4566 0e ${GUARD}`] },
  { about: 'SI without SO', steps: [`f5c3 1d40 c1 0f c2 ${GUARD}`] },
  { about: 'SI twice', steps: [`f5c3 1d40 0e 4566 0f 0f ${GUARD}`] },
  { about: 'SO without SI in the last field', steps: [`f5c3 ${GUARD} 1d40 c1 0e 4566 ${GUARD}`] },
  { about: 'SI within a pair', steps: [`f5c3 1d40 0e 4566 ${GUARD} 114044 0f`] },
  { about: 'an address within a pair, and data', steps: [SUBFIELD, 'f1c3 1140c4 c1'] },
  { about: 'an address within a pair of a field, and data', steps: [FIELD, 'f1c3 1140c3 c1c1'] },
  { about: 'an address at a pair, and data', steps: [SUBFIELD, 'f1c3 1140c3 4694'] },
  { about: 'SO over what was a pair', steps: [SUBFIELD, 'f1c3 1140c5 0f'] },
  { about: 'Graphic Escape within SO and SI', steps: [`f5c3 1d40 0e 4566 08ad 08ad 0f ${GUARD}`] },
  { about: 'set F1 within SO and SI', steps: [`f5c3 1d40 0e 2843f1 4566 284300 4567 0f ${GUARD}`] },
  { about: 'RA of a pair', steps: [FIELD, 'f1c3 1140c2 3c404a 4694'] },
  { about: 'RA of a pair over an odd count', steps: [FIELD, 'f1c3 1140c2 3c4049 4694'] },
  { about: 'RA from a right half', steps: [FIELD, 'f1c3 1140c3 3c404a 4694'] },
  { about: 'RA of half a pair at the end', steps: [FIELD, 'f1c3 1140c2 3c404a 46'] },
  { about: 'RA with set F8', steps: [`f5c3 1d40 2843f8 3c4047 4566 284300 ${GUARD}`] },
  { about: 'EUA of pairs', steps: [FIELD, 'f1c3 1140c2 124040'] },
  { about: 'EUA from a right half', steps: [FIELD, 'f1c3 1140c3 12404a'] },
  { about: 'EUA up to a left half', steps: [FIELD, 'f1c3 1140c2 1240c4'] },
  { about: 'EUA up to a right half', steps: [FIELD, 'f1c3 1140c2 1240c5'] },
  { about: 'EAU leaves nulls', steps: [FIELD, '6f', 'f2'] },
  {
    about: 'MF makes a field double-byte',
    steps: [`f5c3 ${GUARD} 1d40 4566 4567 ${GUARD}`, 'f1c3 1140c1 2c0143f8'],
  },
  { about: 'MF takes set and input control back', steps: [FIELD, 'f1c3 1140c1 2c024300fe01'] },
  { about: 'Program Tab over double-byte text', steps: [`f5c3 1d40 c1 0e 4566 0f 05 ${GUARD}`] },
  {
    about: 'text over a field attribute',
    steps: [`f5c3 1d40 0e 4566 0f 1d40 c1 ${GUARD}`, 'f1c3 1140c5 c2 c3'],
  },

  {
    about: 'typing SO and SI around pairs',
    steps: [INPUT, at(2), type('内'), type('外'), type('a'), type('日本'), 'f2'],
  },
  { about: 'typing a pair without input control', steps: [PLAIN, at(2), type('内')] },
  {
    about: 'typing pairs of set F8 in character mode',
    steps: [CHARACTER_MODE, PLAIN, CHARACTER_MODE, at(2), type('内a外'), ...READS],
  },
  { about: 'typing a single byte into a double-byte field', steps: [FIELD, at(2), type('a')] },
  {
    about: 'typing a pair into a double-byte field, at either half',
    steps: [FIELD, at(2), type('外'), at(5), type('外')],
  },
  {
    about: 'typing a pair at the last position of a double-byte field',
    steps: [`f5c3 ${GUARD} 2902c04043f8 4566 00 ${GUARD}`, at(4), type('外')],
  },
  { about: 'a single byte over the first pair', steps: [SUBFIELD, at(3), type('x')] },
  { about: 'a single byte over the right half of the last pair', steps: [SUBFIELD, at(6), type('x')] },
  { about: 'a single byte over SO', steps: [SUBFIELD, at(2), type('x')] },
  {
    about: 'a single byte over an SO that is followed by SI',
    steps: [`f5c3 1d40 c1 0e 0f c2 ${GUARD}`, at(2), type('x')],
  },
  { about: 'a single byte at SI', steps: [SUBFIELD, at(7), type('x')] },
  { about: 'a pair at SI', steps: [SUBFIELD, at(7), type('外')] },
  { about: 'a pair behind SI', steps: [SUBFIELD, at(8), type('外')] },
  {
    about: 'a pair at SI before the end of the field',
    steps: [`f5c3 2902c040fe01 0e 4566 0f ${GUARD}`, at(4), type('外')],
  },
  { about: 'a pair over a pair, at the right half', steps: [SUBFIELD, at(4), type('外')] },
  { about: 'a pair at SO', steps: [`f5c3 2902c040fe01 c1 0e 4566 0f c2 00 ${GUARD}`, at(2), type('外')] },
  {
    about: 'a pair two positions before SO joins it',
    steps: [`f5c3 2902c040fe01 c1 c2 c3 0e 4566 0f ${GUARD}`, at(2), type('外')],
    differs:
      'The cursor stays on the right half of what was typed, so that the next character would take its place (kybd.c). Ours goes behind it.',
  },
  { about: 'a pair without room for SI', steps: [`f5c3 2902c040fe01 c1 c2 c3 ${GUARD}`, at(1), type('外')] },
  {
    about: 'set F8 over the end of its field',
    steps: [CHARACTER_MODE, `f5c3 1d40 c1 c2 ${GUARD}`, CHARACTER_MODE, at(2), type('外')],
  },
  {
    about: 'a single byte over a pair of set F8',
    steps: [
      CHARACTER_MODE,
      `f5c3 1d40 2843f8 4566 4567 284300 c2 ${GUARD}`,
      CHARACTER_MODE,
      at(2),
      type('x'),
      'f2',
    ],
  },
  { about: 'DUP and FM in double-byte text', steps: [SUBFIELD, at(3), ['Dup'], at(6), ['FieldMark']] },
  { about: 'DUP in a double-byte field', steps: [FIELD, at(2), ['Dup']] },

  { about: 'inserting a single byte into double-byte text', steps: [SUBFIELD, at(5), ['Insert'], type('x')] },
  {
    about: 'inserting a single byte before double-byte text',
    steps: [SUBFIELD, at(3), ['Insert'], type('x'), at(3), type('y')],
  },
  {
    about: 'inserting pairs into double-byte text',
    steps: [SUBFIELD, at(5), ['Insert'], type('外'), at(9), type('内')],
  },
  {
    about: 'inserting a pair with SO and SI',
    steps: [INPUT, at(2), type('ab'), at(3), ['Insert'], type('外')],
  },
  {
    about: 'inserting into a double-byte field with blank fill, until it is full',
    blankFill: true,
    steps: [FIELD, at(2), ['Insert'], type('外'), type('内'), type('日')],
  },
  {
    about: 'inserting into a double-byte field without blank fill',
    steps: [FIELD, at(2), ['Insert'], type('外')],
    differs:
      'Its nulls have become blanks, so that s3270 finds no room in any double-byte field. Ours takes blanks at its end.',
  },
  {
    about: 'typing and inserting behind nulls with blank fill',
    blankFill: true,
    steps: [INPUT, at(5), type('外'), at(12), type('a'), at(3), ['Insert'], type('内'), type('b')],
  },
  {
    about: 'inserting without room',
    steps: [`f5c3 1d40 c1 0e 4566 4567 0f c2 00 ${GUARD}`, at(5), ['Insert'], type('x')],
  },

  { about: 'deleting pairs, at either half', steps: [SUBFIELD, at(3), ['Delete'], at(4), ['Delete']] },
  { about: 'deleting SO', steps: [SUBFIELD, at(2), ['Delete']] },
  { about: 'deleting SI', steps: [SUBFIELD, at(7), ['Delete']] },
  {
    about: 'deleting SO with the SI behind it',
    steps: [`f5c3 1d40 c1 0e 0f c2 ${GUARD}`, at(2), ['Delete']],
  },
  {
    about: 'deleting SI with the SO behind it',
    steps: [`f5c3 1d40 0e 4566 0f 0e 4567 0f ${GUARD}`, at(4), ['Delete'], 'f2'],
  },
  { about: 'deleting in a double-byte field', steps: [FIELD, at(3), ['Delete'], 'f2'] },
  {
    about: 'erasing back to the last pair, and its shifts with it',
    steps: [SUBFIELD, at(8), ['Erase'], ['Erase'], ['Erase']],
  },
  { about: 'erasing back in a double-byte field', steps: [FIELD, at(6), ['Erase'], ['Erase'], ['Erase']] },
  {
    about: 'EraseEOF in double-byte text, at either half, ends it with SI',
    steps: [SUBFIELD, at(5), ['EraseEOF'], SUBFIELD, at(6), ['EraseEOF'], 'f2'],
  },
  {
    about: 'EraseEOF at the first pair, at SI and at SO',
    steps: [SUBFIELD, at(3), ['EraseEOF'], SUBFIELD, at(7), ['EraseEOF'], SUBFIELD, at(2), ['EraseEOF']],
  },
  { about: 'EraseEOF in a double-byte field', steps: [FIELD, at(5), ['EraseEOF'], 'f2'] },
  {
    about: 'EraseInput and DeleteField',
    steps: [SUBFIELD, ['EraseInput'], 'f2', FIELD, at(4), ['DeleteField'], 'f2'],
  },
  {
    about: 'DeleteWord over pairs',
    steps: [`f5c3 1d40 c1 40 0e 4566 4567 0f c2 ${GUARD}`, at(9), ['DeleteWord']],
  },

  {
    about: 'the cursor goes over pairs',
    steps: [
      SUBFIELD,
      at(1),
      ...Array.from({ length: 7 }, (): DoubleByteStep => ['Right']),
      ...Array.from({ length: 7 }, (): DoubleByteStep => ['Left']),
    ],
  },
  {
    about: 'the cursor leaves a right half',
    steps: [SUBFIELD, at(6), ['Left'], at(4), ['Right'], at(4), ['BackSpace']],
  },
  { about: 'the end of a double-byte field', steps: [FIELD, at(2), ['FieldEnd'], ['Tab'], ['Home']] },

  {
    about: 'a double-byte field that goes over the end of the screen',
    steps: [`f5c3 115d7e 2902c04043f8 4566 ${GUARD}`],
  },
  {
    about: 'a pair at the last position without fields',
    steps: ['f5c3 115d7e 0e 4566'],
    differs:
      'A pair that has no right half (SEC-092): s3270 stores its second byte at position 0, ours refuses the write.',
  },
  {
    about: 'a double-byte field at position 0',
    steps: [`f5c3 2902c04043f8 4566 0000 ${GUARD}`, at(1), type('外')],
    differs:
      'ctlr_dbcs_postprocess() does not see the set of the field that position 0 belongs to, so s3270 refuses the pair.',
  },
  {
    about: 'pairs over a field attribute of set F8',
    steps: [`f5c3 2902c04060f8 ${GUARD} 2902c04043f8 4566 ${GUARD}`, 'f1c3 1140c2 4040'],
    differs:
      'For a field attribute that is written over, s3270 looks at that field, not at the one before it, and takes it for a right half.',
  },
];
