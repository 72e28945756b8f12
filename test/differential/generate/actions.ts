import fc from 'fast-check';

/** Something that an operator does, as s3270 calls it. */
export interface ActionStep {
  readonly type: 'action';
  readonly name: string;
  readonly arguments: readonly (string | number)[];
}

/** As it is given to s3270. */
export function actionInWords({ name, arguments: values }: ActionStep): string {
  return `${name}(${values.map((value) => (typeof value === 'number' ? value : `"${value}"`)).join(',')})`;
}

function action(name: string, ...values: readonly (string | number)[]): ActionStep {
  return { type: 'action', name, arguments: values };
}

function anyOf(...names: readonly string[]): fc.Arbitrary<ActionStep> {
  return fc.constantFrom(...names).map((name) => action(name));
}

/** Keys that send: they lock the keyboard until the host restores it. */
const sendingAction: fc.Arbitrary<ActionStep> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(action('Enter')) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 24 }).map((n) => action('PF', n)) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 3 }).map((n) => action('PA', n)) },
  { weight: 1, arbitrary: fc.constant(action('Clear')) },
);

/** What record scenarios have between their records. */
export const simpleAction: fc.Arbitrary<ActionStep> = fc.oneof(
  { weight: 10, arbitrary: sendingAction },
  { weight: 4, arbitrary: anyOf('Tab', 'BackTab', 'Home', 'Newline') },
  { weight: 1, arbitrary: fc.constant(action('CursorSelect')) },
);

/** Letters, figures, blanks, and characters that a field with numeric lock refuses, or that only Graphic Escape has. */
const CHARACTERS: readonly string[] = [...'abcXYZ0123456789   .,&?>/:;#@é¬≤√'];
const words: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...CHARACTERS), { minLength: 1, maxLength: 24, size: 'max' })
  .map((characters) => characters.join(''));
const digits: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...'0123456789.,'), { minLength: 1, maxLength: 9, size: 'max' })
  .map((characters) => characters.join(''));
/** Keys within a text, and codes. s3270 does not answer before the host restores the keyboard where one of them sends. */
const escapes: fc.Arbitrary<string> = fc.constantFrom(
  '\\t',
  '\\T',
  '\\b',
  '\\r',
  '\\x41 ',
  '\\u0042',
  '\\101 ',
);

const typed: fc.Arbitrary<ActionStep> = fc.oneof(
  { weight: 6, arbitrary: words.map((text) => action('String', text)) },
  { weight: 3, arbitrary: digits.map((text) => action('String', text)) },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.oneof(words, escapes), { minLength: 2, maxLength: 4, size: 'max' })
      .map((parts) => action('String', parts.join(''))),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('a', 'Z', '7', 'space', 'ampersand', 'eacute', 'U+00fc', 'U+0041', '0x42', 'x')
      .map((key) => action('Key', key)),
  },
  { weight: 1, arbitrary: anyOf('CircumNot') },
);

/** Everything that can be done at a 3270 keyboard. */
export const typingAction: fc.Arbitrary<ActionStep> = fc.oneof(
  { weight: 30, arbitrary: typed },
  { weight: 8, arbitrary: anyOf('Insert', 'ToggleInsert') },
  { weight: 20, arbitrary: anyOf('Delete', 'Erase', 'BackSpace') },
  {
    weight: 15,
    arbitrary: anyOf('EraseEOF', 'EraseEOF', 'EraseInput', 'DeleteWord', 'DeleteWord', 'DeleteField'),
  },
  { weight: 8, arbitrary: anyOf('Dup', 'FieldMark') },
  { weight: 15, arbitrary: anyOf('Tab', 'Tab', 'BackTab', 'Home', 'Newline', 'FieldEnd') },
  { weight: 12, arbitrary: anyOf('PreviousWord', 'NextWord') },
  { weight: 15, arbitrary: anyOf('Up', 'Down', 'Left', 'Right', 'Left2', 'Right2') },
  {
    weight: 15,
    arbitrary: fc.tuple(fc.nat(23), fc.nat(79)).map(([row, column]) => action('MoveCursor', row, column)),
  },
  { weight: 3, arbitrary: anyOf('CursorSelect') },
  { weight: 1, arbitrary: anyOf('MonoCase') },
  { weight: 6, arbitrary: anyOf('Reset') },
  { weight: 6, arbitrary: sendingAction },
);

/** Names of the actions that a run cannot do without. */
export const TYPING_ACTIONS: readonly string[] = [
  ...['String', 'Key', 'Insert', 'ToggleInsert', 'Delete', 'Erase', 'BackSpace', 'EraseEOF', 'EraseInput'],
  ...['DeleteWord', 'DeleteField', 'Dup', 'FieldMark', 'Tab', 'BackTab', 'Home', 'Newline', 'FieldEnd'],
  ...[
    'PreviousWord',
    'NextWord',
    'Up',
    'Down',
    'Left',
    'Right',
    'Left2',
    'Right2',
    'MoveCursor',
    'CursorSelect',
  ],
  ...['Reset', 'Enter', 'PF', 'PA'],
];
