import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { type CodePage, cp037 } from '../../src/codepage/index.js';

/** Our page and ICU's name for it. */
const PAGES: readonly (readonly [CodePage, string])[] = [[cp037, 'ibm-037']];

/** ICU's characters of the 256 bytes; undefined where its converter is not installed. */
function icu(name: string): string | undefined {
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const run = spawnSync('uconv', ['-f', name, '-t', 'utf-8'], { input: all });
  return run.error === undefined && run.status === 0 ? run.stdout.toString('utf8') : undefined;
}

describe('against ICU', () => {
  it.each(PAGES)('%o has the characters of %s', (page, name) => {
    const expected = icu(name);
    if (expected === undefined) {
      console.warn('uconv (ICU) is not installed: code pages were not compared with it');
      return;
    }
    expect(String.fromCharCode(...page.toUnicode)).toBe(expected);
  });
});
