import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PAGES } from '../tools/pages/index.js';
import { MACHINES } from '../tools/pages/machines.data.js';
import { diagram } from '../tools/pages/mermaid.js';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

describe('pages that are made from data', () => {
  it.each(Object.entries(PAGES))('%s is fresh (npm run generate)', (path, page) => {
    expect(read(path)).toBe(page());
  });

  it('every transition table of the library has a diagram', () => {
    const tables = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .flatMap((path) => [...read(join('src', path)).matchAll(/^export const ([A-Z0-9_]+_TABLE)\b/gm)])
      .map(([, name]) => name);
    expect(tables.length).toBeGreaterThan(10);
    expect(MACHINES.map(({ name }) => name).sort()).toEqual(tables.sort());
  });

  it.each(MACHINES.map((machine) => [machine.name, machine] as const))(
    '%s: starts and arrows are of its table',
    (_, machine) => {
      const states = Object.keys(machine.table);
      for (const [, state] of machine.starts) expect(states).toContain(state);
      const lines = diagram(machine.table, machine.starts);
      const arrows = lines.filter((line) => line.includes('-->'));
      expect(arrows.length).toBeGreaterThan(0);
      for (const arrow of arrows) expect(arrow).toMatch(/^ {2}(\[\*\]|s\d+) --> s\d+( : [^:;]+)?$/);
      const moving = new Set(
        Object.entries(machine.table).flatMap(([from, row]) =>
          Object.values(row)
            .filter(([to, ...effects]) => to !== from || effects.some((effect) => effect !== 'drop'))
            .map(([to]) => `${from} ${to}`),
        ),
      );
      expect(arrows.filter((arrow) => !arrow.includes('[*]')).length).toBe(moving.size);
    },
  );
});
