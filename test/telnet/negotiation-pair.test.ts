import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteWriter } from '../../src/bytes/index.js';
import {
  type OptionChange,
  OptionNegotiator,
  type OptionSide,
  TelnetDecoder,
  type Verb,
} from '../../src/telnet/index.js';

type End = 'a' | 'b';

/** One thing that may happen next: an end asks for something, or the oldest message to it arrives. */
type Step =
  | {
      readonly do: 'ask';
      readonly end: End;
      readonly side: OptionSide;
      readonly option: number;
      readonly on: boolean;
    }
  | { readonly do: 'deliver'; readonly end: End };

/** Which offers an end agrees to: one bit for each side and option of two. */
type Policy = number;

/** Two negotiators joined by two queues of messages. */
class Pair {
  readonly ends: Readonly<Record<End, OptionNegotiator>>;
  readonly #outputs: Readonly<Record<End, ByteWriter>> = { a: new ByteWriter(), b: new ByteWriter() };
  /** Messages under way to each end. */
  readonly #queues: Readonly<Record<End, { verb: Verb; option: number }[]>> = { a: [], b: [] };
  /** Requests that were carried out: those that the state did not make needless. */
  asked = 0;
  messages = 0;
  faults = 0;

  constructor(policies: Readonly<Record<End, Policy>>) {
    const agrees =
      (policy: Policy) =>
      (side: OptionSide, option: number): boolean =>
        ((policy >> (option * 2 + (side === 'local' ? 0 : 1))) & 1) === 1;
    this.ends = {
      a: new OptionNegotiator(agrees(policies.a), this.#outputs.a),
      b: new OptionNegotiator(agrees(policies.b), this.#outputs.b),
    };
  }

  take(step: Step): void {
    if (step.do === 'ask') {
      const before = this.ends[step.end].state(step.side, step.option);
      this.#note(this.ends[step.end].request(step.side, step.option, step.on));
      if (this.ends[step.end].state(step.side, step.option) !== before) this.asked++;
    } else {
      const message = this.#queues[step.end].shift();
      if (message !== undefined) this.#note(this.ends[step.end].receive(message.verb, message.option));
    }
    this.#post(step.end);
  }

  /** Delivers until nothing is under way; false when that does not happen within `limit` messages. */
  settle(limit: number, first: End): boolean {
    const second: End = first === 'a' ? 'b' : 'a';
    for (let i = 0; i <= limit; i++) {
      if (this.#queues.a.length + this.#queues.b.length === 0) return true;
      this.take({ do: 'deliver', end: this.#queues[first].length > 0 ? first : second });
    }
    return false;
  }

  /** What is wrong once all is settled: open requests, or two ends that do not agree. */
  disagreements(): string[] {
    const list: string[] = [];
    for (const option of [0, 1]) {
      for (const [one, other] of [
        ['local', 'remote'],
        ['remote', 'local'],
      ] as const) {
        const states = [this.ends.a.state(one, option), this.ends.b.state(other, option)];
        const settled = states.every((state) => state === 'yes') || states.every((state) => state === 'no');
        if (!settled) list.push(`option ${option}: ${one} ${states[0]}, ${other} ${states[1]}`);
      }
    }
    return list;
  }

  #note(change: OptionChange | undefined): void {
    if (change?.fault === 'peerError') this.faults++;
  }

  /** Puts what an end has written on its way, through the decoder. */
  #post(end: End): void {
    const decoder = new TelnetDecoder();
    decoder.receive(this.#outputs[end].take());
    for (let token = decoder.next(); token !== undefined; token = decoder.next()) {
      if (token.type !== 'negotiation') throw new Error(`an end sent ${token.type}`);
      this.messages++;
      this.#queues[end === 'a' ? 'b' : 'a'].push({ verb: token.verb, option: token.option });
    }
  }
}

/** Runs the steps, then settles. A request costs at most itself and its answer. */
function check(pair: Pair, steps: readonly Step[], first: End): string[] {
  for (const step of steps) pair.take(step);
  const settled = pair.settle(2 * steps.length, first);
  const wrong = pair.disagreements();
  if (!settled) wrong.push('it does not settle');
  if (pair.messages > 2 * pair.asked) wrong.push(`${pair.messages} messages for ${pair.asked} requests`);
  if (pair.faults > 0) wrong.push(`${pair.faults} faults between two that keep the rules`);
  return wrong;
}

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('ask' as const),
    end: fc.constantFrom<End>('a', 'b'),
    side: fc.constantFrom<OptionSide>('local', 'remote'),
    option: fc.nat(1),
    on: fc.boolean(),
  }),
  fc.record({ do: fc.constant('deliver' as const), end: fc.constantFrom<End>('a', 'b') }),
);

describe('two negotiators', () => {
  it('[TEL-023] [TEL-025] settle in at most two messages a request, in any order of delivery', () => {
    fc.assert(
      fc.property(
        fc.record({ a: fc.nat(15), b: fc.nat(15) }),
        fc.array(step, { maxLength: 60, size: 'max' }),
        fc.constantFrom<End>('a', 'b'),
        (policies, steps, first) => {
          expect(check(new Pair(policies), steps, first)).toEqual([]);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('[TEL-023] [TEL-025] settle after every sequence of five steps about one option', () => {
    const steps: readonly Step[] = [
      { do: 'ask', end: 'a', side: 'local', option: 0, on: true },
      { do: 'ask', end: 'a', side: 'local', option: 0, on: false },
      { do: 'ask', end: 'b', side: 'remote', option: 0, on: true },
      { do: 'ask', end: 'b', side: 'remote', option: 0, on: false },
      { do: 'deliver', end: 'a' },
      { do: 'deliver', end: 'b' },
    ];
    const wrong: string[] = [];
    for (let code = 0; code < 6 ** 5; code++) {
      const sequence = [0, 1, 2, 3, 4].map((place) => steps[Math.floor(code / 6 ** place) % 6] as Step);
      for (const policies of [
        { a: 15, b: 15 },
        { a: 15, b: 0 },
        { a: 0, b: 0 },
      ]) {
        const faults = check(new Pair(policies), sequence, code % 2 === 0 ? 'a' : 'b');
        if (faults.length > 0) wrong.push(`${JSON.stringify(sequence)}: ${faults.join('; ')}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('an option that both want is on at both ends, one that either withdraws last is off', () => {
    const pair = new Pair({ a: 15, b: 15 });
    pair.take({ do: 'ask', end: 'a', side: 'local', option: 0, on: true });
    pair.take({ do: 'ask', end: 'b', side: 'remote', option: 0, on: true });
    expect(pair.settle(4, 'a')).toBe(true);
    expect([pair.ends.a.isOn('local', 0), pair.ends.b.isOn('remote', 0), pair.messages]).toEqual([
      true,
      true,
      2,
    ]);
    pair.take({ do: 'ask', end: 'a', side: 'local', option: 0, on: false });
    pair.take({ do: 'ask', end: 'b', side: 'remote', option: 0, on: false });
    expect(pair.settle(4, 'b')).toBe(true);
    expect([pair.ends.a.isOn('local', 0), pair.ends.b.isOn('remote', 0), pair.messages]).toEqual([
      false,
      false,
      4,
    ]);
  });
});
