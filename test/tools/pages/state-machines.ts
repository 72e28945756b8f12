import { MACHINES } from './machines.data.js';
import { cells, diagram } from './mermaid.js';

/** `docs/state-machines.md`. */
export function stateMachinesPage(): string {
  const lines = [
    '# State machines',
    '',
    'Every machine of the library is a table, and the library runs on these very tables: nothing here is drawn by hand.',
    'An arrow is labelled `inputs / effects`. What changes nothing is left out of a diagram; the table below it has every',
    'cell: `→ state`, then the effects in their order, and `·` for no change.',
    '',
    ...MACHINES.map(({ title, name }) => `- [${title}](#${anchor(title)}): \`${name}\``),
    '',
  ];
  for (const { title, name, about, table, starts } of MACHINES) {
    lines.push(`## ${title}`, '', `\`${name}\`. ${about}`, '');
    lines.push('```mermaid', ...diagram(table, starts), '```', '');
    lines.push('<details><summary>All cells</summary>', '', ...cells(table), '', '</details>', '');
  }
  return lines.join('\n');
}

function anchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9 _-]/g, '')
    .replaceAll(' ', '-');
}
