import { type Transition, type TransitionTable, transitions } from '../../../src/machine/index.js';

/** A table as a Mermaid diagram. What changes nothing is left out: the table beside it has it. */
export function diagram(
  table: TransitionTable<string, string, string>,
  starts: readonly (readonly [by: string, state: string])[],
): string[] {
  const states = Object.keys(table);
  // Names of states can be words of Mermaid's own, so they are only shown, not used.
  const id = (state: string): string => `s${states.indexOf(state)}`;
  const lines = ['stateDiagram-v2'];
  for (const state of states) lines.push(`  state "${state}" as ${id(state)}`);
  for (const [state, by] of grouped(starts)) {
    lines.push(`  [*] --> ${id(state)}${by.length === 0 ? '' : ` : ${by.join(', ')}`}`);
  }
  for (const [edge, labels] of edges(transitions(table))) {
    const [from = '', to = ''] = edge.split('\t');
    lines.push(`  ${id(from)} --> ${id(to)} : ${labels.join('<br>')}`);
  }
  return lines;
}

/** Every cell, as a table of Markdown: a row is a state, a column an input. */
export function cells(table: TransitionTable<string, string, string>): string[] {
  const [firstRow = {}] = Object.values(table);
  const inputs = Object.keys(firstRow);
  const lines = [`| state | ${inputs.join(' | ')} |`, `| --- |${' --- |'.repeat(inputs.length)}`];
  for (const [state, row] of Object.entries(table)) {
    const shown = inputs.map((input) => {
      const [to, ...effects] = row[input] as readonly string[];
      const next = to === state ? '' : `→ ${to}`;
      return [next, ...effects].filter((text) => text !== '').join('<br>') || '·';
    });
    lines.push(`| **${state}** | ${shown.join(' | ')} |`);
  }
  return lines;
}

function grouped(starts: readonly (readonly [by: string, state: string])[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [by, state] of starts) {
    const list = found.get(state) ?? [];
    if (by !== '') list.push(by);
    found.set(state, list);
  }
  return found;
}

/** Transitions by their ends; those with the same effects share a label. */
function edges(list: readonly Transition[]): Map<string, string[]> {
  const byEdge = new Map<string, Map<string, string[]>>();
  for (const { from, input, to, effects } of list) {
    const idle = effects.every((effect) => effect === 'drop');
    if (from === to && idle) continue;
    const edge = `${from}\t${to}`;
    const labels = byEdge.get(edge) ?? new Map<string, string[]>();
    byEdge.set(edge, labels);
    const outcome = effects.join(', ');
    labels.set(outcome, [...(labels.get(outcome) ?? []), input]);
  }
  const shown = [...byEdge].map(([edge, labels]): [string, string[]] => [
    edge,
    [...labels].map(([outcome, inputs]) => `${inputs.join(', ')}${outcome === '' ? '' : ` / ${outcome}`}`),
  ]);
  return new Map(shown);
}
