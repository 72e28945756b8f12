import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentation } from '../tools/codepages-documentation.js';

describe('docs/code-pages.md', () => {
  it('is what `npm run codepages` writes', () => {
    const path = join(import.meta.dirname, '../../docs/code-pages.md');
    expect(readFileSync(path, 'utf8')).toBe(documentation());
  });
});
