import type { Corpora } from '../corpora/read.js';
import { timeOf } from '../measure.js';
import { negotiated } from './terminal.js';

const MODES = { w4t: 'tn3270', w4e: 'tn3270eUnbound' } as const;

/** Terminal sessions a second, each made and led through its negotiation. */
export function negotiationRate(corpora: Corpora, name: keyof typeof MODES): number {
  const messages = corpora.negotiation(name);
  const { mode } = negotiated(messages);
  if (mode !== MODES[name]) throw new Error(`${name}: ended in ${mode}`);
  const count = 1000;
  const time = timeOf(() => {
    for (let i = 0; i < count; i++) negotiated(messages);
  });
  return count / time;
}
