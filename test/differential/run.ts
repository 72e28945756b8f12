import { Distribution } from './distribution.js';
import { DEVICES } from './sides/device.data.js';
import { type Tally, Worker } from './worker.js';

/** Seeds of one device lie so far apart from those of the next. */
const SEEDS_APART = 10_000_000;
/** Nobody reads more. */
const MOST_UNEXPLAINED = 10;

/** Plays at least so many records, on all devices side by side. */
export async function run(records: number, seed: number): Promise<Tally> {
  const tally: Tally = { distribution: new Distribution(), known: new Map(), ended: 0, unexplained: [] };
  await Promise.all(
    DEVICES.map(async (device, index) => {
      const worker = await Worker.start(device, tally);
      const wanted = Math.ceil((records * device.share) / 100);
      try {
        for (let at = seed + index * SEEDS_APART; worker.records < wanted; at++) {
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
