import { cpus } from 'node:os';
import { nameOf, type Outcome } from './compare.js';
import { WORKLOADS } from './workloads.data.js';

function unitOf(workload: string): string {
  return WORKLOADS.find(({ name }) => name === workload)?.unit ?? '';
}

/** Four significant digits are more than the machine is steady to. */
function figure(value: number | undefined): string {
  if (value === undefined) return '–';
  return value >= 1000 ? Math.round(value).toLocaleString('en-US') : String(Number(value.toPrecision(3)));
}

/** One line of JSON a comparison. `skipped` says why a peer was not run; `atMost` that the goal is an upper bound. */
export function jsonLine({ comparison, ours, other, ratio, reached }: Outcome, skipped?: string): string {
  const { workload, goal, atMost } = comparison;
  return JSON.stringify({
    workload,
    ours: rounded(ours),
    unit: unitOf(workload),
    peer: nameOf(comparison),
    peerValue: rounded(other),
    ratio: rounded(ratio),
    goal: goal ?? null,
    atMost,
    reached,
    skipped,
  });
}

function rounded(value: number | undefined): number | null {
  return value === undefined ? null : Number(value.toPrecision(4));
}

const HEADINGS = ['workload', 'ours', 'unit', 'beside', 'its figure', 'ratio', 'goal', ''] as const;
/** The columns of numbers, which end under each other. */
const NUMBERS = new Set([1, 4, 5, 6]);

/** The table, its columns under each other; also valid Markdown. */
export function tableLines(outcomes: readonly Outcome[]): string[] {
  const rows = [HEADINGS, ...outcomes.map(cells)];
  const widths = HEADINGS.map((_, column) =>
    Math.max(...rows.map((row) => (row[column] as string).length), 3),
  );
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, i) => (NUMBERS.has(i) ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!))).join(' | ')} |`;
  const rule = widths.map((width, i) => (NUMBERS.has(i) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)));
  const [headings, ...others] = rows;
  return [line(headings!), line(rule), ...others.map(line)];
}

function cells({ comparison, ours, other, ratio, reached }: Outcome): string[] {
  const { workload, goal, atMost } = comparison;
  const bound = goal === undefined ? '' : `${atMost === true ? '≤' : '≥'} ${goal}`;
  const verdict = reached === undefined ? '' : reached ? 'reached' : 'MISSED';
  return [
    workload,
    figure(ours),
    unitOf(workload),
    nameOf(comparison),
    figure(other),
    figure(ratio),
    bound,
    verdict,
  ];
}

/** What the figures were measured on. */
export function machine(): string {
  const [first] = cpus();
  return `${cpus().length} × ${first?.model.trim() ?? 'unknown processor'}, Node ${process.version}, ${process.platform} ${process.arch}`;
}
