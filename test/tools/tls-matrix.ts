/**
 * `npm run tls-matrix [-- --json]`: every TLS policy of a terminal against every one of a host, and clients that are not ours
 * against every host, over TCP with real TLS. Prints what came of each and ends with status 1 where that is not what
 * `tls-matrix/expected.data.ts` says; with `--json`, one line of JSON a cell.
 */
import { missingPrograms, runMatrix } from './tls-matrix/matrix.js';
import { jsonLine, summary, tableLines } from './tls-matrix/report.js';

const json = process.argv.includes('--json');
const start = performance.now();
const missing = missingPrograms();
for (const program of missing) console.error(`${program} is not installed: its cells are left out`);
const cells = await runMatrix();
if (json) for (const cell of cells) console.log(jsonLine(cell));
else for (const line of tableLines(cells)) console.log(line);
const last = summary(cells, (performance.now() - start) / 1000);
if (json) console.error(last);
else console.log(`\n${last}`);
const left = missing.length > 0 && process.env.CI === 'true';
process.exit(left || cells.some(({ asExpected }) => !asExpected) ? 1 : 0);
