import fc from 'fast-check';
import { toHex } from '../../../src/bytes/index.js';
import { actionInWords } from '../generate/actions.js';
import { PeerLost } from '../sides/program.js';
import { type NvtStep, nvtScenarios } from './generate.js';
import { NVT_KNOWN, type NvtDifference } from './known.data.js';
import { AFRESH, type NvtDevice, type NvtLook, OurNvt, TheirNvt } from './sides.js';

/** Line mode, where the terminal edits and echoes, and character mode, where the host does; and a larger screen. */
const DEVICES: readonly NvtDevice[] = [
  { name: 'line mode', model: '3279-2-E', characterMode: false },
  { name: 'character mode', model: '3279-2-E', characterMode: true },
  { name: 'model 3', model: '3279-3-E', characterMode: true },
];
/** A scenario that fails is played so often, to find a shorter one that does. */
const MOST_RUNS = 100;
const SEEDS_APART = 10_000_000;
/** Nobody reads more. */
const MOST_UNEXPLAINED = 10;
const LISTED = 6;

/** What was found. */
export interface NvtTally {
  steps: number;
  readonly names: Map<string, number>;
  readonly known: Map<string, number>;
  ended: number;
  readonly unexplained: string[];
}

/** Plays at least so many steps. */
export async function playNvt(steps: number, seed: number): Promise<NvtTally> {
  const tally: NvtTally = { steps: 0, names: new Map(), known: new Map(), ended: 0, unexplained: [] };
  await Promise.all(
    DEVICES.map(async (device, index) => {
      const player = await NvtPlayer.start(device, tally);
      try {
        for (let at = seed + index * SEEDS_APART; player.steps < steps / DEVICES.length; at++) {
          await player.play(at);
          if (tally.unexplained.length >= MOST_UNEXPLAINED) return;
        }
      } finally {
        player.stop();
      }
    }),
  );
  return tally;
}

class NvtPlayer {
  readonly #device: NvtDevice;
  readonly #tally: NvtTally;
  #ours: OurNvt;
  #theirs: TheirNvt;
  steps = 0;

  static async start(device: NvtDevice, tally: NvtTally): Promise<NvtPlayer> {
    return new NvtPlayer(device, tally, await TheirNvt.start(device));
  }

  private constructor(device: NvtDevice, tally: NvtTally, theirs: TheirNvt) {
    this.#device = device;
    this.#tally = tally;
    this.#theirs = theirs;
    this.#ours = new OurNvt(device);
  }

  stop(): void {
    this.#theirs.stop();
  }

  async play(seed: number): Promise<void> {
    let runs = 0;
    const property = fc.asyncProperty(nvtScenarios(this.#device.characterMode), async (steps) => {
      runs++;
      if (runs <= MOST_RUNS) await this.#scenario(steps, runs === 1);
    });
    const { failed, counterexample, errorInstance } = await fc.check(property, { seed, numRuns: 1 });
    if (!failed) return;
    const lines = [`${this.#device.name}, seed ${seed}: ${(errorInstance as Error).message}`];
    if (!(errorInstance instanceof PeerLost)) lines.push(...(counterexample?.[0] ?? []).map(stepInWords));
    this.#tally.unexplained.push(lines.join('\n  '));
  }

  async #scenario(steps: readonly NvtStep[], counts: boolean): Promise<void> {
    await this.#afresh();
    for (const step of steps) {
      const from = this.#ours.look();
      const isText = step.type === 'text';
      const sent = isText ? this.#ours.write(step.text) : this.#ours.act(step);
      const theirSent = isText ? await this.#theirs.write(step.text) : await this.#theirs.act(step);
      if (counts) this.#count(step);
      const ours = this.#ours.look();
      const differences = differencesOf(ours, await this.#theirs.look(), sent, theirSent);
      if (differences.length === 0) continue;
      this.#explain(differences, step, from, ours, counts);
      return;
    }
  }

  #count(step: NvtStep): void {
    this.steps++;
    this.#tally.steps++;
    for (const name of new Set(step.type === 'text' ? step.names : [step.name])) {
      this.#tally.names.set(name, (this.#tally.names.get(name) ?? 0) + 1);
    }
  }

  /** Both as they begin; with a new s3270 where the last one was lost. */
  async #afresh(): Promise<void> {
    const forget = { type: 'action', name: 'DeleteField', arguments: [] } as const;
    this.#ours.write(AFRESH);
    if (!this.#device.characterMode) this.#ours.act(forget);
    this.#ours.write(AFRESH);
    try {
      await this.#theirs.write(AFRESH);
      if (!this.#device.characterMode) await this.#theirs.act(forget);
      await this.#theirs.write(AFRESH);
    } catch (error) {
      if (!(error instanceof PeerLost)) throw error;
      this.#theirs.stop();
      this.#theirs = await TheirNvt.start(this.#device);
      this.#ours = new OurNvt(this.#device);
    }
    const differences = differencesOf(this.#ours.look(), await this.#theirs.look(), '', '');
    if (differences.length > 0) throw new Error(`not the same from the start: ${inWords(differences)}`);
  }

  #explain(
    differences: readonly NvtDifference[],
    step: NvtStep,
    from: NvtLook,
    ours: NvtLook,
    counts: boolean,
  ): void {
    const unexplained: NvtDifference[] = [];
    const names = new Set<string>();
    for (const difference of differences) {
      const known = NVT_KNOWN.find(({ explains }) => explains(difference, step, from, ours));
      if (known === undefined) unexplained.push(difference);
      else names.add(known.name);
    }
    if (unexplained.length > 0) throw new Error(`behind ${stepInWords(step)}: ${inWords(unexplained)}`);
    if (!counts) return;
    this.#tally.ended++;
    for (const name of names) this.#tally.known.set(name, (this.#tally.known.get(name) ?? 0) + 1);
  }
}

function differencesOf(ours: NvtLook, theirs: NvtLook, sent: string, theirSent: string): NvtDifference[] {
  const differences: NvtDifference[] = [];
  const add = (what: NvtDifference['what'], one: string, other: string, position = -1): void => {
    if (one !== other) differences.push({ what, position, ours: one, theirs: other });
  };
  add('sent', sent, theirSent);
  add('cursor', String(ours.cursor), String(theirs.cursor));
  add('locked', String(ours.locked), String(theirs.locked));
  add('size', String(ours.cells.length), String(theirs.cells.length));
  ours.cells.forEach((cell, position) => {
    add('cell', cell, theirs.cells[position] ?? '', position);
  });
  return differences;
}

function inWords(differences: readonly NvtDifference[]): string {
  return differences
    .slice(0, LISTED)
    .map(
      ({ what, position, ours, theirs }) =>
        `${what}${position < 0 ? '' : ` ${position}`}: ours ${ours}, s3270 ${theirs}`,
    )
    .join('; ');
}

function stepInWords(step: NvtStep): string {
  if (step.type === 'action') return actionInWords(step);
  return `text ${toHex(Uint8Array.from(step.text, (character) => character.charCodeAt(0)))} ${JSON.stringify(step.text)}`;
}
