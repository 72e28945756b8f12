import type { ScreenDescription, ScreenField } from '../src/datastream/index.js';
import type { HostSession, ScreenSize } from '../src/index.js';
import { FUNCTION_NAMES } from '../src/tn3270e/index.js';

/** Where operators type; the first position of each field. */
export const INPUT = {
  user: { row: 10, column: 24, length: 8 },
  password: { row: 12, column: 24, length: 8 },
  selection: { row: 12, column: 18, length: 1 },
} as const;

const MODEL_2: ScreenSize = { rows: 24, columns: 80 };
const COLOURS = ['blue', 'red', 'pink', 'green', 'turquoise', 'yellow', 'neutralWhite'] as const;
const HIGHLIGHTS = ['blink', 'reverse', 'underscore', 'intensify'] as const;

/** Text that nobody types into. */
function label(row: number, column: number, text: string, look: Partial<ScreenField> = {}): ScreenField {
  return { row, column, text, length: text.length, protected: true, numeric: true, ...look };
}

/** Title, device and the line of keys, for every screen. */
function frame(
  session: HostSession,
  title: string,
  keys: string,
  { rows, columns }: ScreenSize,
): ScreenField[] {
  const device = session.luName ?? '';
  return [
    label(1, 2, 'SANS3270', { intensified: true, color: 'turquoise' }),
    label(1, Math.floor((columns - title.length) / 2), title, { color: 'neutralWhite' }),
    ...(device === '' ? [] : [label(1, columns - device.length, device, { color: 'turquoise' })]),
    label(rows, 2, keys, { color: 'blue' }),
  ];
}

/** The login screen, in the default size, as every terminal has it. */
export function loginScreen(session: HostSession, message: string, user = ''): ScreenDescription {
  const look = { color: 'green', highlighting: 'underscore' } as const;
  const fields = [
    ...frame(session, 'DEMONSTRATION HOST', 'ENTER log in   PF3 leave', MODEL_2),
    label(4, 10, 'This host lives in the program that you are running.', { color: 'blue' }),
    label(5, 10, 'It takes any user name, and any password.', { color: 'blue' }),
    label(10, 10, 'User name . .'),
    { ...INPUT.user, text: user, ...look },
    label(12, 10, 'Password  . .'),
    { ...INPUT.password, hidden: true, ...look },
    ...(message === '' ? [] : [label(22, 2, message, { intensified: true, color: 'red' })]),
  ];
  return { ...MODEL_2, fields, cursor: user === '' ? INPUT.user : INPUT.password };
}

/** The menu, in the alternate size: larger on models 3 to 5. */
export function menuScreen(
  session: HostSession,
  size: ScreenSize,
  user: string,
  message: string,
): ScreenDescription {
  const fields = [
    ...frame(session, 'MENU', 'ENTER select   PF3 log off', size),
    label(4, 4, `Welcome, ${user}.`, { intensified: true, color: 'yellow' }),
    label(6, 6, '1', { intensified: true }),
    label(6, 9, 'This session: how it is carried, and by what'),
    label(7, 6, '2', { intensified: true }),
    label(7, 9, 'Colours and highlighting of this terminal'),
    label(8, 6, 'X', { intensified: true }),
    label(8, 9, 'Log off'),
    label(12, 4, 'Selection ==>'),
    { ...INPUT.selection, color: 'green', highlighting: 'underscore' } as const,
    ...(message === '' ? [] : [label(size.rows - 2, 2, message, { intensified: true, color: 'red' })]),
  ];
  return { ...size, command: 'eraseWriteAlternate', fields, cursor: INPUT.selection };
}

/** What the host knows about this session. */
export function sessionScreen(session: HostSession, size: ScreenSize): ScreenDescription {
  const { tlsInfo, security } = session;
  const functions = session.functions.map((code) => FUNCTION_NAMES[code] ?? code).join(' ');
  const facts: readonly (readonly [string, string])[] = [
    ['Terminal type', session.terminalType ?? 'unknown'],
    ['Screen', `${size.rows} rows, ${size.columns} columns`],
    ['Carried by', session.mode === 'tn3270e' ? 'TN3270E' : 'TN3270'],
    ['Functions', functions || 'none'],
    [
      'TLS',
      tlsInfo === undefined ? 'none: everything can be read on the way' : `${security}, ${tlsInfo.version}`,
    ],
    ...(tlsInfo === undefined ? [] : [['Cipher', tlsInfo.cipher] as const]),
  ];
  const rows = facts.flatMap(([name, value], index) => [
    label(4 + index * 2, 4, `${name} ${'. '.repeat(9)}`.slice(0, 18), { color: 'turquoise' }),
    label(4 + index * 2, 24, value.slice(0, size.columns - 25), { color: 'neutralWhite' }),
  ]);
  return {
    ...size,
    command: 'eraseWriteAlternate',
    fields: [...frame(session, 'THIS SESSION', 'PF3 back', size), ...rows],
  };
}

/** A sample of each colour and highlighting. */
export function coloursScreen(session: HostSession, size: ScreenSize): ScreenDescription {
  const colours = COLOURS.map((color, index) => label(4 + index, 4, `this is ${color}`, { color }));
  const highlights = HIGHLIGHTS.map((highlighting, index) =>
    label(4 + index, 40, `this is ${highlighting}`, { highlighting, color: 'green' }),
  );
  return {
    ...size,
    command: 'eraseWriteAlternate',
    fields: [...frame(session, 'COLOURS', 'PF3 back', size), ...colours, ...highlights],
  };
}

/** For terminals without extended attributes: they must get none. */
export function monochrome(screen: ScreenDescription): ScreenDescription {
  const fields = screen.fields.map(({ color: _color, highlighting: _highlighting, ...field }) => field);
  return { ...screen, fields };
}
