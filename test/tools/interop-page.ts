import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXPECTATIONS } from '../captures/expectations.data.js';
import { REASONS } from '../captures/reasons.data.js';
import type { Expectation, TerminalExpectation } from './replay/capture.js';

export const INTEROP_PAGE: string = join(import.meta.dirname, '../../docs/interop.md');
const BEGIN = '<!-- captures: written by `npx tsx test/tools/interop-page.ts` -->';
const END = '<!-- end of captures -->';

/** Programs by the beginning of the names of their captures. */
const PROGRAMS: readonly (readonly [prefix: string, program: string])[] = [
  ['ckermit-server-s3270', 's3270'],
  ['ckermit-server-tnz', 'IBM tnz'],
  ['s3270', 's3270'],
  ['pr3287', 'pr3287'],
  ['tnz', 'IBM tnz'],
  ['ckermit', 'C-Kermit'],
  ['openssl', 'openssl s_client'],
  ['libtelnet', 'libtelnet'],
];

/** The section about the captures: a table of how many are equal, then each reason for a difference. */
export function capturesSection(): string {
  const lines = [BEGIN, '', ...countTable(), ''];
  for (const [name, { clause, text }] of Object.entries(REASONS)) {
    const concerned = EXPECTATIONS.filter(({ reasons }) => reasons?.includes(name) === true);
    if (concerned.length === 0) continue;
    lines.push(`### ${name}`, '', `${text} (${clause})`, '', ...concerned.map(captureLine), '');
  }
  return [...lines, END].join('\n');
}

function programOf({ capture }: Expectation): string {
  return PROGRAMS.find(([prefix]) => capture.startsWith(prefix))?.[1] ?? capture;
}

function countTable(): string[] {
  const programs = [...new Set(PROGRAMS.map(([, program]) => program))];
  const rows = programs.map((program) => {
    const all = EXPECTATIONS.filter((expectation) => programOf(expectation) === program);
    const terminals = all.filter((expectation) => expectation.as === 'terminal');
    const equal = terminals.filter(({ differences }) => differences === undefined).length;
    const count = terminals.length === 0 ? '' : `${equal} of ${terminals.length}`;
    return `| ${program} | ${all.length} | ${count} | ${all.length - terminals.length || ''} |`;
  });
  return [
    '| client | captures | our terminal sends the same bytes | fed to our host |',
    '| --- | --- | --- | --- |',
    ...rows,
  ];
}

function captureLine(expectation: Expectation): string {
  const { capture, mode, diagnosis } = expectation;
  const end = diagnosis === undefined ? mode : `${mode}, ${diagnosis}`;
  if (expectation.as === 'host') return `- \`${capture}\`: our host ends in ${end}.`;
  const differences = differencesInWords(expectation.differences ?? []);
  return differences.length === 0
    ? `- \`${capture}\`: same bytes; ours ends in ${end}.`
    : `- \`${capture}\`: ${differences.join('; ')}.`;
}

type Differences = NonNullable<TerminalExpectation['differences']>;

/** Messages that only one side sent are listed together. */
function differencesInWords(differences: Differences): string[] {
  const onlyRecorded = differences
    .filter(({ ours }) => ours === undefined)
    .map(({ recorded }) => sample(recorded));
  const onlyOurs = differences
    .filter(({ recorded }) => recorded === undefined)
    .map(({ ours }) => sample(ours));
  const other = differences.filter(({ recorded, ours }) => recorded !== undefined && ours !== undefined);
  return [
    ...(onlyRecorded.length === 0 ? [] : [`only recorded ${onlyRecorded.join(' ')}`]),
    ...(onlyOurs.length === 0 ? [] : [`only ours ${onlyOurs.join(' ')}`]),
    ...other.map(({ recorded, ours }) => `recorded ${sample(recorded)}, ours ${sample(ours)}`),
  ];
}

function sample(hex: string | undefined): string {
  const text = hex ?? '';
  return `\`${text.length > 48 ? `${text.slice(0, 48)}…` : text}\``;
}

/** A page with the section put in place of the old one. */
export function withCaptures(page: string): string {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin === -1 || end === -1)
    throw new Error('docs/interop.md lacks the marks between which the captures stand');
  return page.slice(0, begin) + capturesSection() + page.slice(end + END.length);
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(INTEROP_PAGE, withCaptures(readFileSync(INTEROP_PAGE, 'utf8')));
}
