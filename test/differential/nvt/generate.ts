import fc from 'fast-check';
import type { ActionStep } from '../generate/actions.js';

/** Text of the host, one character a byte. */
export interface TextStep {
  readonly type: 'text';
  readonly text: string;
  /** Names of what stands in it. */
  readonly names: readonly string[];
}
export type NvtStep = TextStep | ActionStep;

interface Piece {
  readonly name: string;
  readonly text: string;
}

function piece(name: string, texts: fc.Arbitrary<string>): fc.Arbitrary<Piece> {
  return texts.map((text) => ({ name, text }));
}

const LETTERS = [...'abcdefgh ABC0123456789.,#_`jklmqx~|'];
const words: fc.Arbitrary<Piece> = piece(
  'text',
  fc
    .array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 100, size: 'max' })
    .map((list) => list.join('')),
);
/** FF behind CR: s3270 does not forget with FF alone that the line was full. */
const CONTROLS = ['\r', '\n', '\r\n', '\b', '\t', '\v', '\r\f', '\x07', '\0', '\x0e', '\x0f', '\x7f', '\x05'];
const control: fc.Arbitrary<Piece> = fc
  .constantFrom(...CONTROLS)
  .map((text) => ({ name: `control ${JSON.stringify(text)}`, text }));

/** A number of a sequence: nothing, places on the screen and just beyond it, and some that are far too large. */
const number: fc.Arbitrary<string> = fc.oneof(
  { weight: 2, arbitrary: fc.constant('') },
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 12 }).map(String) },
  {
    weight: 3,
    arbitrary: fc.constantFrom('23', '24', '25', '32', '33', '79', '80', '81', '132', '999', '9999'),
  },
);
function sequence(finals: string, count: number): fc.Arbitrary<Piece> {
  return fc
    .tuple(fc.constantFrom(...finals), fc.array(number, { maxLength: count, size: 'max' }))
    .map(([final, numbers]) => ({ name: `CSI ${final}`, text: `\x1b[${numbers.join(';')}${final}` }));
}
const moves: fc.Arbitrary<Piece> = sequence('ABCDGd', 1);
const places: fc.Arbitrary<Piece> = sequence('Hf', 2);
const erasures: fc.Arbitrary<Piece> = fc
  .tuple(fc.constantFrom('J', 'K'), fc.constantFrom('', '0', '1', '2'))
  .map(([final, what]) => ({ name: `CSI ${final}`, text: `\x1b[${what}${final}` }));
const shifts: fc.Arbitrary<Piece> = sequence('@PLM', 1);
/** Line feeds, reverse indexes, inserted and deleted lines, and text. */
const within: fc.Arbitrary<string> = fc.constantFrom(
  '\r\n',
  '\n',
  '\n\n\n',
  'text',
  'x'.repeat(90),
  '\x1bM',
  '\x1b[L',
  '\x1b[2M',
  '\x1b[3P',
);
/**
 * A scrolling region and what is done within it. s3270 has nothing below one: there each character goes to the start of the
 * line. So it ends with the screen, or goes when its text ends. CR stands before it, since s3270 goes home with a line that is
 * still full.
 */
const region: fc.Arbitrary<Piece> = fc.oneof(
  fc.integer({ min: 0, max: 25 }).map((top) => ({ name: 'CSI r', text: `\r\x1b[${top};9999r` })),
  fc.constant({ name: 'CSI r', text: '\x1b[r' }),
  fc
    .tuple(
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 8 }),
      fc.array(within, { maxLength: 8, size: 'max' }),
    )
    .map(([top, height, parts]) => ({
      name: 'CSI r',
      text: `\r\x1b[${top};${top + height}r\x1b[${top + (height >> 1)};5H${parts.join('')}\x1b[r`,
    })),
);
const rendition: fc.Arbitrary<Piece> = fc
  .array(fc.constantFrom('', '0', '1', '4', '5', '7', '30', '31', '34', '37', '39', '41', '42', '47', '49'), {
    maxLength: 4,
    size: 'max',
  })
  .map((values) => ({ name: 'CSI m', text: `\x1b[${values.join(';')}m` }));
const modes: fc.Arbitrary<Piece> = fc.oneof(
  fc
    .tuple(fc.constantFrom('4', '2', '12'), fc.constantFrom('h', 'l'))
    .map(([mode, final]) => ({ name: `CSI ${final}`, text: `\x1b[${mode}${final}` })),
  fc
    .tuple(fc.constantFrom('1', '7', '25', '45', '47', '1049', '2'), fc.constantFrom('h', 'l', 's', 'r'))
    .map(([mode, final]) => ({ name: `CSI ? ${final}`, text: `\x1b[?${mode}${final}` })),
);
const tabs: fc.Arbitrary<Piece> = fc
  .constantFrom('\x1bH', '\x1b[g', '\x1b[0g', '\x1b[3g')
  .map((text) => ({ name: 'tab stops', text }));
const escapes: fc.Arbitrary<Piece> = fc
  .constantFrom('7', '8', 'E', 'M', 'N', 'O', 'n', 'o', 'c', '=', '>')
  .map((final) => ({ name: `ESC ${final}`, text: `\x1b${final}` }));
const designations: fc.Arbitrary<Piece> = fc
  .tuple(fc.constantFrom('(', ')', '*', '+'), fc.constantFrom('0', 'A', 'B'))
  .map(([place, set]) => ({ name: 'designation', text: `\x1b${place}${set}` }));
const unknown: fc.Arbitrary<Piece> = fc
  .constantFrom(
    '\x1b[5i',
    '\x1b[2t',
    '\x1b[1Y',
    '\x1b]0;title\x07',
    '\x1b]2;\x07',
    '\x1b[?6n',
    '\x1b[>c',
    '\x1b[>1c',
  )
  .map((text) => ({ name: 'passed over', text }));
/** In line mode s3270 puts its answers into the line that is being typed; ours sends them. */
const queries: fc.Arbitrary<Piece> = fc
  .constantFrom('\x1b[c', '\x1b[0c', '\x1b[5n', '\x1b[6n', '\x1b[1c', '\x1b[7n')
  .map((text) => ({ name: 'query', text }));

function textStep(withQueries: boolean): fc.Arbitrary<NvtStep> {
  const any = fc.oneof(
    { weight: 12, arbitrary: words },
    { weight: 8, arbitrary: control },
    { weight: 5, arbitrary: moves },
    { weight: 5, arbitrary: places },
    { weight: 3, arbitrary: erasures },
    { weight: 4, arbitrary: shifts },
    { weight: 2, arbitrary: region },
    { weight: 4, arbitrary: rendition },
    { weight: 3, arbitrary: modes },
    { weight: 2, arbitrary: tabs },
    { weight: 4, arbitrary: escapes },
    { weight: 2, arbitrary: designations },
    { weight: 1, arbitrary: unknown },
    { weight: withQueries ? 3 : 0, arbitrary: queries },
  );
  return fc.array(any, { minLength: 1, maxLength: 10, size: 'max' }).map((pieces) => ({
    type: 'text',
    text: pieces.map(({ text }) => text).join(''),
    names: pieces.map(({ name }) => name),
  }));
}

function key(name: string, ...values: readonly (string | number)[]): ActionStep {
  return { type: 'action', name, arguments: values };
}
const typed: fc.Arbitrary<ActionStep> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 30, size: 'max' })
      .map((list) => key('String', list.join(''))),
  },
  { weight: 1, arbitrary: fc.constantFrom('a', 'space', 'U+0041').map((name) => key('Key', name)) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('a\\nb', 'a\\tb', 'a\\r', '\\b').map((text) => key('String', text)),
  },
);
const keys: fc.Arbitrary<ActionStep> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(key('Enter')) },
  {
    weight: 6,
    arbitrary: fc
      .constantFrom('BackSpace', 'Erase', 'DeleteWord', 'DeleteField', 'Delete', 'Tab', 'Newline')
      .map((name) => key(name)),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom('Up', 'Down', 'Left', 'Right', 'Home', 'Clear').map((name) => key(name)),
  },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 24 }).map((n) => key('PF', n)) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }).map((n) => key('PA', n)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('Reset', 'EraseEOF', 'FieldEnd', 'Dup', 'CircumNot').map((name) => key(name)),
  },
);

/** Text of a host and what is typed at it. */
export function nvtScenarios(withQueries: boolean): fc.Arbitrary<NvtStep[]> {
  return fc.noBias(
    fc.array(
      fc.oneof(
        { weight: 3, arbitrary: textStep(withQueries) },
        { weight: 1, arbitrary: typed },
        { weight: 1, arbitrary: keys },
      ),
      { minLength: 1, maxLength: 16, size: 'max' },
    ),
  );
}
