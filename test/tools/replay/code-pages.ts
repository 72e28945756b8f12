import type { CodePage } from '../../../src/codepage/index.js';
import { entries } from '../entries.js';

/** All code pages that the library exports, by name: those of the entry and those of each family. */
async function codePages(): Promise<ReadonlyMap<string, CodePage>> {
  const pages = new Map<string, CodePage>();
  const paths = Object.entries(entries()).filter(([name]) => /^codepage(\/|$)/.test(name));
  for (const [, path] of paths) {
    const module: Record<string, unknown> = await import(`../../../${path.replace(/\.ts$/, '.js')}`);
    for (const value of Object.values(module))
      if (isCodePage(value)) pages.set(value.name.toLowerCase(), value);
  }
  return pages;
}

/** @throws Error that lists the names there are. */
export async function codePageNamed(name: string): Promise<CodePage> {
  const pages = await codePages();
  const digits = name.toLowerCase().replace(/^(cp|ibm-?)?0*/, '');
  const page = pages.get(name.toLowerCase()) ?? pages.get(`cp${digits.padStart(3, '0')}`);
  if (page === undefined)
    throw new Error(`no code page '${name}'; there are ${[...pages.keys()].join(', ')}`);
  return page;
}

function isCodePage(value: unknown): value is CodePage {
  return typeof value === 'object' && value !== null && 'cgcsgid' in value && 'toUnicode' in value;
}
