import type { CodePage } from '../../../src/codepage/index.js';
import type { Dialect } from './little-host.js';

/** A terminal that both sides are made as. */
export interface Device {
  readonly name: string;
  readonly dialect: Dialect;
  readonly model: string;
  readonly oversize?: { readonly rows: number; readonly columns: number };
  /** Whether a numeric field takes figures alone. */
  readonly numericLock?: true;
  /** Of the host; s3270 has to know it by the same name. */
  readonly codePage?: CodePage;
  /** Whether blanks take the place of nulls before what is typed. */
  readonly blankFill?: true;
  /** Positions of the two sizes. */
  readonly sizes: { readonly default: number; readonly alternate: number };
  /** How many of a hundred records are for it; large screens take longer. */
  readonly share: number;
}

const DEFAULT = 24 * 80;

/** Colour and monochrome, both protocols, equal and unequal sizes, and one that needs 14-bit addresses. */
export const DEVICES: readonly Device[] = [
  {
    name: 'model 2',
    dialect: 'tn3270e',
    model: '3279-2-E',
    sizes: { default: DEFAULT, alternate: DEFAULT },
    share: 40,
  },
  {
    name: 'model 5',
    dialect: 'tn3270e',
    model: '3279-5-E',
    sizes: { default: DEFAULT, alternate: 27 * 132 },
    share: 25,
  },
  {
    name: 'monochrome model 3',
    dialect: 'tn3270',
    model: '3278-3-E',
    numericLock: true,
    blankFill: true,
    sizes: { default: DEFAULT, alternate: 32 * 80 },
    share: 20,
  },
  {
    name: '50 × 100',
    dialect: 'tn3270e',
    model: '3279-2-E',
    oversize: { rows: 50, columns: 100 },
    blankFill: true,
    sizes: { default: DEFAULT, alternate: 50 * 100 },
    share: 15,
  },
];
