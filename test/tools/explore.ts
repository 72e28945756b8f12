import { Explorer, ExplorerMemory } from '../../src/testing/explorer/explorer.js';
import { EXPLORED_HOSTS, EXPLORED_TERMINALS } from '../../src/testing/explorer/pairs.data.js';

const [tn, hn, att] = process.argv.slice(2);
const memory = new ExplorerMemory();
let all = 0,
  tr = 0;
const t00 = performance.now();
for (const [t, to] of Object.entries(EXPLORED_TERMINALS))
  for (const [h, ho] of Object.entries(EXPLORED_HOSTS)) {
    if (tn !== undefined && tn !== '-' && tn !== t) continue;
    if (hn !== undefined && hn !== '-' && hn !== h) continue;
    const t0 = performance.now();
    const made0 = memory.terminal(to).made + memory.host(ho).made;
    const e = new Explorer(memory, to, ho, { attacks: Number(att ?? 0) });
    const r = e.run();
    all += r.states;
    tr += r.transitions;
    console.log(
      t,
      h,
      r.states,
      r.transitions,
      'depth',
      r.depth,
      'cuts',
      r.cuts,
      'viol',
      r.violationCount,
      ((performance.now() - t0) / 1000).toFixed(2) + 's',
      'locals',
      memory.terminal(to).size,
      memory.host(ho).size,
      'made',
      memory.terminal(to).made + memory.host(ho).made - made0,
    );
    for (const v of r.violations) console.log('   ', v.property, v.detail, v.state, v.label);
  }
console.log(all, tr, (performance.now() - t00) / 1000, memory.messages.size, process.memoryUsage().rss / 1e6);
