import type { Result } from './results.js';

/** Seconds of measuring in each process, behind a warm-up. */
const SECONDS = 0.5;
const WARM_UP_SECONDS = 0.4;
const LEAST_RUNS = 3;

function seconds(): number {
  return performance.now() / 1000;
}

/** Seconds of processor time that this process has used, with those of its collector and compiler. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[middle] as number;
  return ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

/** Seconds of processor time that one call takes: the median of those made behind a warm-up. */
export function timeOf(run: () => void): number {
  for (const end = seconds() + WARM_UP_SECONDS; seconds() < end; ) run();
  const times: number[] = [];
  for (const end = seconds() + SECONDS; times.length < LEAST_RUNS || seconds() < end; ) {
    const start = processorTime();
    run();
    times.push(processorTime() - start);
  }
  return median(times);
}

/** As {@link timeOf}, for what waits for other things in between. */
export async function timeOfAsync(run: () => Promise<void>): Promise<number> {
  await run();
  const times: number[] = [];
  for (const end = seconds() + SECONDS; times.length < LEAST_RUNS || seconds() < end; ) {
    const start = processorTime();
    await run();
    times.push(processorTime() - start);
  }
  return median(times);
}

/** Bytes on and off the heap that an object costs. Needs `--expose-gc`. */
export function bytesOf(make: () => unknown, count: number): number {
  const { gc } = globalThis;
  if (gc === undefined) throw new Error('needs --expose-gc');
  const settle = (): NodeJS.MemoryUsage => {
    gc();
    gc();
    return process.memoryUsage();
  };
  for (let i = 0; i < 100; i++) make();
  const kept = new Array<unknown>(count);
  const before = settle();
  for (let i = 0; i < count; i++) kept[i] = make();
  const after = settle();
  if (kept.includes(undefined)) throw new Error('nothing was made');
  return (after.heapUsed - before.heapUsed + after.arrayBuffers - before.arrayBuffers) / count;
}

/** Prints a result as a line for {@link Result}'s reader. */
export function print(result: Result): void {
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
