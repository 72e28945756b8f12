import { displayColour, HIGHLIGHTING_BITS } from './display-colours.data.js';
import type { StyledRun } from './runs.js';
import type { ScreenView } from './screen-view.js';

/**
 * The screen as text: rows end with LF, blanks at their ends are left out, hidden fields are blank. No control but LF. A
 * double-byte character is one character, two columns wide.
 */
export function screenToText(screen: ScreenView): string {
  return screen
    .text()
    .map((row) => `${trimEnd(withoutControls(row))}\n`)
    .join('');
}

/** Whatever a code page's table shows for a byte, it is no control: not even where somebody has changed the table. */
function withoutControls(text: string): string {
  return CONTROLS.test(text) ? text.replace(/\p{Cc}/gu, ' ') : text;
}

const CONTROLS = /\p{Cc}/u;

/** Only the blank itself: the blanks of other scripts are characters that the host sent. */
function trimEnd(row: string): string {
  let end = row.length;
  while (end > 0 && row.charCodeAt(end - 1) === 0x20) end--;
  return row.slice(0, end);
}

/**
 * The screen as text with colours and highlighting (SGR of ECMA-48), for a terminal. Rows end with LF. All escapes are our
 * own: the characters of the screen are never controls, whatever the host sent (SEC-124, SEC-125). Double-byte characters take
 * two columns, whatever width the terminal gives to them.
 */
export function screenToAnsi(screen: ScreenView): string {
  let ansi = '';
  for (let row = 0; row < screen.rows; row++) {
    let styled = false;
    for (const run of screen.runs(row)) {
      const codes = sgrOf(run);
      if (codes.length > 0) ansi += `\x1b[0;${codes.join(';')}m`;
      else if (styled) ansi += '\x1b[0m';
      styled = codes.length > 0;
      const text = withoutControls(run.text);
      ansi += run.isWide ? wideText({ ...run, text }) : text;
    }
    ansi += styled ? '\x1b[0m\n' : '\n';
  }
  return ansi;
}

/** Behind a character that a terminal may show in one column or in two, it is told the column (CHA). */
function wideText({ column, width, text }: StyledRun): string {
  let ansi = '';
  let at = column;
  for (const character of width === 2 ? [text] : text) {
    at += 2;
    ansi += character;
    if (!isSurelyWide(character)) ansi += `\x1b[${at + 1}G`;
  }
  return ansi;
}

/** Kana, Hangul, ideographs and full-width forms: two columns everywhere. */
function isSurelyWide(character: string): boolean {
  const first = character.codePointAt(0) as number;
  if (character.length > (first > 0xffff ? 2 : 1)) return false;
  return WIDE.some(([from, to]) => first >= from && first <= to);
}

const WIDE: readonly (readonly [from: number, to: number])[] = [
  [0x3000, 0x303e],
  [0x3041, 0x3247],
  [0x3250, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x20000, 0x3fffd],
];

function sgrOf({ foreground, background, highlighting, isIntensified }: StyledRun): number[] {
  const codes: number[] = [];
  if (isIntensified || (highlighting & HIGHLIGHTING_BITS.intensify) !== 0) codes.push(1);
  if ((highlighting & HIGHLIGHTING_BITS.underscore) !== 0) codes.push(4);
  if ((highlighting & HIGHLIGHTING_BITS.blink) !== 0) codes.push(5);
  if ((highlighting & HIGHLIGHTING_BITS.reverse) !== 0) codes.push(7);
  const front = displayColour(foreground);
  if (front !== undefined) codes.push(front.sgr);
  const behind = displayColour(background);
  if (behind !== undefined) codes.push(behind.sgr + 10);
  return codes;
}
