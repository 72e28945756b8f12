/** Writes `exports` of package.json from the list of entry points: run it when a folder of `src/` gets an `index.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { entries, exportsOf } from './entries.js';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
manifest.exports = exportsOf(Object.keys(entries()));
writeFileSync('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
