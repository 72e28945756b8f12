import { UsageError } from '../bytes/index.js';
import { displayColour, HIGHLIGHTING_BITS } from './display-colours.data.js';
import type { StyledRun } from './runs.js';
import type { ScreenView } from './screen-view.js';

/** How {@link screenToHtml} writes. */
export interface HtmlOptions {
  /**
   * Write classes that begin with this instead of inline styles, for pages that forbid those: `screen` for the whole, and
   * `blue`, `on-red`, `blink`, `reverse`, `underscore`, `intensify` for parts, `wide` for each double-byte character, which
   * needs `display: inline-block; width: 2ch`. 1 to 32 letters, digits, `-` and `_`, a letter first.
   */
  readonly classPrefix?: string;
}

/** Of the device itself: what has no colour of its own stands in this one. */
const DEVICE = { front: '#24d830', behind: '#000000' } as const;

/**
 * The screen as one `pre` element. What the host sent is text in it and nothing else: `&`, `<`, `>` and quotes are escaped,
 * and hidden fields are blank. Each double-byte character is a `span` that is two columns wide.
 *
 * @throws {@link UsageError} `argument-invalid` when `classPrefix` is no such word.
 */
export function screenToHtml(screen: ScreenView, options: HtmlOptions = {}): string {
  const prefix = options.classPrefix;
  if (prefix !== undefined && !/^[a-z][a-z0-9_-]{0,31}$/i.test(prefix)) {
    throw new UsageError(
      'argument-invalid',
      `classPrefix must be 1 to 32 letters, digits, - and _ with a letter first, not '${String(prefix)}'`,
    );
  }
  const attribute =
    prefix === undefined
      ? `style="background:${DEVICE.behind};color:${DEVICE.front}"`
      : `class="${prefix}screen"`;
  let html = `<pre ${attribute}>`;
  for (let row = 0; row < screen.rows; row++) {
    for (const run of screen.runs(row)) html += spanOf(run, prefix);
    html += '\n';
  }
  return `${html}</pre>\n`;
}

function spanOf(run: StyledRun, prefix: string | undefined): string {
  const look =
    prefix === undefined
      ? stylesOf(run).join(';')
      : classesOf(run)
          .map((name) => prefix + name)
          .join(' ');
  const text = run.isWide ? wideText(run, prefix) : escapeHtml(run.text);
  if (look === '') return text;
  return `<span ${prefix === undefined ? 'style' : 'class'}="${look}">${text}</span>`;
}

function wideText({ width, text }: StyledRun, prefix: string | undefined): string {
  const look = prefix === undefined ? 'style="display:inline-block;width:2ch"' : `class="${prefix}wide"`;
  return (width === 2 ? [text] : [...text])
    .map((character) => `<span ${look}>${escapeHtml(character)}</span>`)
    .join('');
}

function stylesOf({ foreground, background, highlighting, isIntensified }: StyledRun): string[] {
  const styles: string[] = [];
  const reverse = (highlighting & HIGHLIGHTING_BITS.reverse) !== 0;
  const front = displayColour(foreground)?.css;
  const behind = displayColour(background)?.css;
  if (reverse) {
    styles.push(`background:${front ?? DEVICE.front}`, `color:${behind ?? DEVICE.behind}`);
  } else {
    if (behind !== undefined) styles.push(`background:${behind}`);
    if (front !== undefined) styles.push(`color:${front}`);
  }
  if (isIntensified || (highlighting & HIGHLIGHTING_BITS.intensify) !== 0) styles.push('font-weight:bold');
  const lines: string[] = [];
  if ((highlighting & HIGHLIGHTING_BITS.underscore) !== 0) lines.push('underline');
  if ((highlighting & HIGHLIGHTING_BITS.blink) !== 0) lines.push('blink');
  if (lines.length > 0) styles.push(`text-decoration:${lines.join(' ')}`);
  return styles;
}

function classesOf({ foreground, background, highlighting, isIntensified }: StyledRun): string[] {
  const classes: string[] = [];
  const front = displayColour(foreground)?.name;
  const behind = displayColour(background)?.name;
  if (front !== undefined) classes.push(front);
  if (behind !== undefined) classes.push(`on-${behind}`);
  for (const [name, bit] of Object.entries(HIGHLIGHTING_BITS)) {
    const intensified = name === 'intensify' && isIntensified;
    if (intensified || (highlighting & bit) !== 0) classes.push(name);
  }
  return classes;
}

const ESCAPES: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES.get(character) as string);
}
