import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { HostSession, type TerminalOptions, TerminalSession } from '../../src/session/index.js';
import { hex } from '../datastream/helpers.js';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Valid records of many kinds, by turns. */
const RECORDS = [
  'f5c311404 01d60c8c91d4013',
  'f1c31140c11d41c1c2c3',
  '6f',
  'f3000501ff02',
  'f2',
  '7ec33c4040c1',
  'f3000509000 2',
  'f1c2290 2c06042f2c1',
].map((record) => hex(record.replaceAll(' ', '')));

const ROUND = 4000;
/** Less than one object a record; what the engine keeps of code that it has compiled is no third of it. */
const NOISE = 24 * ROUND;

/** Two sessions on a wire; nothing is noted, so that all that stays is theirs. */
class Wire {
  readonly terminal: TerminalSession;
  readonly host: HostSession;
  constructor(options: Partial<TerminalOptions>) {
    this.terminal = new TerminalSession({ tls: 'plain', ...options });
    this.host = new HostSession({ tls: 'basic' });
    while (this.terminal.nextEvent() !== undefined);
    this.flow();
  }
  /** Carries bytes until nobody has any; how many events there were. */
  flow(): number {
    let events = 0;
    for (let more = true; more; ) {
      more = false;
      for (const [from, to] of [
        [this.host, this.terminal],
        [this.terminal, this.host],
      ] as const) {
        const sent: number[] = [];
        for (let event = from.nextEvent(); event !== undefined; event = from.nextEvent(), events++) {
          if (event.type === 'send') sent.push(...event.bytes);
        }
        if (sent.length > 0) to.receive(Uint8Array.from(sent));
        more ||= sent.length > 0;
      }
    }
    return events;
  }
}

describe('[SEC-137] the heap is flat', () => {
  it.each([
    ['TN3270E', {}],
    ['TN3270', { tn3270e: false }],
  ] as const)('over records both ways in %s', { timeout: 120_000 }, (_, options) => {
    const wire = new Wire(options);
    const round = (): number => {
      let events = 0;
      for (let i = 0; i < ROUND; i++) {
        wire.host.write(RECORDS[i % RECORDS.length] as Uint8Array, { response: 'always' });
        events += wire.flow();
        wire.terminal.type('a');
        wire.terminal.press('enter');
        events += wire.flow();
      }
      expect(events).toBeGreaterThan(ROUND);
      collect();
      return process.memoryUsage().heapUsed;
    };
    let before = round();
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < 3; i++) {
      const after = round();
      least = Math.min(least, after - before);
      before = after;
    }
    // What a session keeps of each record, it keeps in every round.
    expect(least).toBeLessThan(NOISE);
  });
});
