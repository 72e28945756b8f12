import { demonstrate } from './demonstration.js';

/** The run must end by itself, whatever happens. */
const LIMIT = 35_000;

const timer = setTimeout(() => {
  console.error('The demonstration hangs.');
  process.exit(1);
}, LIMIT);
const well = await demonstrate(console.log);
clearTimeout(timer);
process.exitCode = well ? 0 : 1;
