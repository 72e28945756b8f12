/**
 * `npm run tls-matrix [-- --json]`: every TLS policy of a terminal against every one of a host, and clients that are not ours
 * against every host, over TCP with real TLS. Prints what came of each and ends with status 1 where that is not what
 * `tls-matrix/expected.data.ts` says; with `--json`, one line of JSON a cell.
 */
import { parseArgs } from 'node:util';
import { missingPrograms, runMatrix } from './tls-matrix/matrix.js';
import { jsonLine, summary, tableLines } from './tls-matrix/report.js';

const { values } = parseArgs({ options: { json: { type: 'boolean' }, help: { type: 'boolean' } } });
if (values.help === true) {
  console.log(`npm run tls-matrix [-- --json]

Connects every TLS policy of a terminal, and clients that are not ours, to every policy of a host over TCP with real TLS, and
prints what came of each. Ends with 1 where that is not what is expected.
  --json  one line of JSON a cell`);
  process.exit(0);
}
const json = values.json === true;
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
