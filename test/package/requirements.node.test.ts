import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { ASIDE } from './requirements-aside.data.js';
import { parse, visit } from './source.js';

const ROOT = join(import.meta.dirname, '../..');
const SHEETS = join(ROOT, '../shared');
const PRESENT = existsSync(join(SHEETS, 'protocol'));
if (!PRESENT) console.log('../shared/protocol is absent: the numbers of requirements are not looked up');

/** The numbers that rows of the sheets begin with, such as `TNE-012` and `DS-V01`. */
function required(): string[] {
  const protocol = readdirSync(join(SHEETS, 'protocol')).filter((name) => name.endsWith('.md'));
  const texts = [...protocol.map((name) => `protocol/${name}`), 'SECURITY-CASES.md'].map((path) =>
    readFileSync(join(SHEETS, path), 'utf8'),
  );
  return texts.flatMap((text) =>
    [...text.matchAll(/^\| ([A-Z]{2,3}-V?\d+) \|/gm)].map(([, id]) => id as string),
  );
}

/** All numbers that a text names: one by one, or as `A-001 to A-009` and `A-001] to [A-009`. */
function namedIn(text: string): string[] {
  const ranges = [...text.matchAll(/([A-Z]{2,3}-V?)(\d+)\]? to \[?\1(\d+)/g)].flatMap(
    ([, letters, from = '', to = '']) =>
      Array.from(
        { length: Number(to) - Number(from) + 1 },
        (_, i) => `${letters}${String(Number(from) + i).padStart(from.length, '0')}`,
      ),
  );
  return [...(text.match(/[A-Z]{2,3}-V?\d{2,3}/g) ?? []), ...ranges];
}

/** What stands in strings of the tests: a number in a comment tests nothing. */
function tested(): Set<string> {
  const numbers = new Set<string>();
  const paths = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .filter((path) => !path.endsWith('requirements-aside.data.ts') && !path.includes('requirements.node'));
  for (const path of paths) {
    const text = readFileSync(join(ROOT, 'test', path), 'utf8');
    if (!/[A-Z]{2,3}-V?\d{2,3}/.test(text)) continue;
    visit(parse(path, text).tree, (node) => {
      if (
        ts.isStringLiteralLike(node) ||
        ts.isTemplateHead(node) ||
        ts.isTemplateMiddleOrTemplateTail(node)
      ) {
        for (const number of namedIn(node.text)) numbers.add(number);
      }
    });
  }
  return numbers;
}

describe('requirements', () => {
  it('of a text are read one by one and by range', () => {
    expect(namedIn('[DS-001] [DS-V09, SEC-100] A-1')).toEqual(['DS-001', 'DS-V09', 'SEC-100']);
    expect(namedIn('[SF-V01 to SF-V03]')).toEqual(['SF-V01', 'SF-V03', 'SF-V01', 'SF-V02', 'SF-V03']);
    expect(namedIn('[TEL-009] to [TEL-011]').slice(2)).toEqual(['TEL-009', 'TEL-010', 'TEL-011']);
  });

  it('of the sheets have a test each, but for those that stand aside with a reason', () => {
    if (!PRESENT) return;
    const all = required();
    expect(all.length).toBeGreaterThan(900);
    expect(new Set(all).size, 'no number twice').toBe(all.length);
    const numbers = tested();
    const aside = new Set(ASIDE.flatMap((each) => each.numbers.flatMap(namedIn)));
    expect(
      all.filter((id) => !numbers.has(id) && !aside.has(id)),
      'without a test',
    ).toEqual([]);
    expect(
      [...aside].filter((id) => !all.includes(id)),
      'aside, but in no sheet',
    ).toEqual([]);
    expect(
      [...aside].filter((id) => numbers.has(id)),
      'aside, but there is a test now: take them off the list',
    ).toEqual([]);
  });
});
