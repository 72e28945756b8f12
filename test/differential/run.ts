import { ActionCounts, Distribution } from './distribution.js';
import { recordScenarios, type ScenarioMaker, typingScenarios } from './generate/scenarios.js';
import { DEVICES } from './sides/device.data.js';
import { type Tally, Worker } from './worker.js';

/** Seeds of one device lie so far apart from those of the next. */
const SEEDS_APART = 10_000_000;
/** Nobody reads more. */
const MOST_UNEXPLAINED = 10;

/** Plays at least so many records and actions, on all devices side by side. */
async function run(scenarios: ScenarioMaker, steps: number, seed: number): Promise<Tally> {
  const tally: Tally = {
    distribution: new Distribution(),
    actions: new ActionCounts(),
    known: new Map(),
    ended: 0,
    unexplained: [],
  };
  await Promise.all(
    DEVICES.map(async (device, index) => {
      const worker = await Worker.start(device, scenarios, tally);
      const wanted = Math.ceil((steps * device.share) / 100);
      try {
        for (let at = seed + index * SEEDS_APART; worker.steps < wanted; at++) {
          await worker.play(at);
          if (tally.unexplained.length >= MOST_UNEXPLAINED) return;
        }
      } finally {
        worker.stop();
      }
    }),
  );
  return tally;
}

/** Records of every kind, and a few keys. */
export function playRecords(steps: number, seed: number): Promise<Tally> {
  return run(recordScenarios, steps, seed);
}

/** What an operator does with forms. */
export function playKeyboard(steps: number, seed: number): Promise<Tally> {
  return run(typingScenarios, steps, seed);
}
