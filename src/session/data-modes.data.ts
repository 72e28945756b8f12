import type { DataMode } from '../tn3270e/index.js';
import type { Mode } from './events.js';

/** The session's word for each mode of TN3270E data. */
export const MODE_OF_DATA: Readonly<Record<DataMode, Mode>> = {
  unbound: 'tn3270eUnbound',
  data3270: 'tn3270e',
  nvt: 'tn3270eNvt',
  sscpLu: 'sscpLu',
};

/** Modes in which a terminal waits for nothing. */
export const TURNLESS: readonly Mode[] = ['negotiating', 'tlsPending', 'closed'];
