import type { CodePage } from '../code-page.js';
import type { DoubleByteCodePage } from '../double-byte.js';
import { ALIASES } from './aliases.data.js';
import { DOUBLE_BYTE_PAGES, SINGLE_BYTE_PAGES } from './pages.js';

/** Longer names are no names of ours; not looked at further. */
const MAX_NAME = 32;

/**
 * A code page by a name that people use for it: `cp273`, `CP273`, `273`, `37`, `IBM-273`, `ibm273`, or a name of x3270's
 * such as `german` or `bracket`.
 *
 * @returns undefined for a name that no page has.
 */
export function codePageByName(name: string): CodePage | DoubleByteCodePage | undefined {
  if (name.length > MAX_NAME) return undefined;
  const lower = name.toLowerCase();
  const canonical = ALIASES.find(([alias]) => alias === lower)?.[1] ?? numbered(lower) ?? lower;
  const isIt = (page: CodePage): boolean => page.name === canonical;
  return SINGLE_BYTE_PAGES.find(isIt) ?? DOUBLE_BYTE_PAGES.find(isIt);
}

/** `cp037` for `37`, `ibm-037` and the like; undefined for a name without number. */
function numbered(lower: string): string | undefined {
  const rest = lower.replace(/^(?:cp|ibm|ccsid)/, '').replace(/^[- ]/, '');
  if (!/^\d{2,5}$/.test(rest)) return undefined;
  return `cp${String(Number(rest)).padStart(3, '0')}`;
}

/** The names that x3270 has for one of our pages besides its number. */
export function aliasesOf(name: string): readonly string[] {
  return ALIASES.filter(([, page]) => page === name).map(([alias]) => alias);
}
