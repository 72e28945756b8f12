import { diagnosesPage } from './diagnoses.js';
import { productsPage } from './products.js';
import { stateMachinesPage } from './state-machines.js';
import { tlsMatrixPage } from './tls-matrix.js';
import { violationsPage } from './violations.js';

/** The pages of `docs/` that are made from data, by path, and how to make each. */
export const PAGES: Readonly<Record<string, () => string>> = {
  'docs/diagnoses.md': diagnosesPage,
  'docs/products.md': productsPage,
  'docs/state-machines.md': stateMachinesPage,
  'docs/tls-matrix.md': tlsMatrixPage,
  'docs/violations.md': violationsPage,
};
