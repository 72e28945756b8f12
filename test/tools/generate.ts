/** `npm run generate`: writes the pages of `docs/` that are made from data. A test fails when one is stale. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PAGES } from './pages/index.js';

for (const [path, page] of Object.entries(PAGES)) {
  writeFileSync(join(import.meta.dirname, '../..', path), page());
  console.log(path);
}
