import type { Corpora } from '../corpora/read.js';
import { timeOf } from '../measure.js';
import { negotiated } from './terminal.js';

const MODES = { w4t: 'tn3270', w4e: 'tn3270eUnbound' } as const;
/** The device of the peers' harnesses, and the functions that the host agrees to: nothing is left to complain of. */
const OPTIONS = { model: '3279-2-E', tn3270e: { functions: [0, 2, 4] } } as const;

/** Terminal sessions a second, each made and led through its negotiation. */
export function negotiationRate(corpora: Corpora, name: keyof typeof MODES): number {
  const messages = corpora.negotiation(name);
  const { mode, violations } = negotiated(messages, OPTIONS);
  if (mode !== MODES[name] || violations.size > 0) {
    throw new Error(
      `${name}: ended in ${mode}, with ${[...violations.keys()].join(', ') || 'nothing'} violated`,
    );
  }
  const count = 1000;
  const time = timeOf(() => {
    for (let i = 0; i < count; i++) negotiated(messages, OPTIONS);
  });
  return count / time;
}
