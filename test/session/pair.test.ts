import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HostOptions, TerminalOptions } from '../../src/session/index.js';
import { hostOptions as anyHost, terminalOptions as anyTerminal } from './support/arbitraries.js';
import { WIRE } from './support/driver.js';
import { Pair } from './support/pair.js';

/** One thing that may happen: up to so many bytes arrive at an end, or, rarely, the next timer runs out early. */
type Happening = { readonly at: 'terminal' | 'host'; readonly bytes: number } | 'timer';

/** Limits so low that nothing comes about are for one end alone. */
const terminalOptions = anyTerminal.map((options) => ({ ...options, limits: {} }));
const hostOptions = anyHost.map((options) => ({ ...options, limits: {} }));

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.record({
      at: fc.constantFrom<'terminal' | 'host'>('terminal', 'host'),
      bytes: fc.constantFrom(1, 1, 2, 3, 5, 9, 40, 4096),
    }),
  },
  { weight: 1, arbitrary: fc.constant<Happening>('timer') },
);

/** Messages that the longest way from nothing to a session takes, byte by byte, with much to spare. */
const MANY = 2500;

function happen(pair: Pair, list: readonly Happening[], timers: boolean): Pair {
  for (const what of list) {
    if (what !== 'timer') pair.deliver(what.at, what.bytes);
    else if (timers) pair.tick();
  }
  return pair.settle(MANY);
}

/** What an end says that has seen the other one go. */
const UNTYPED = ['open', 'ENDED', 'PEER_CLOSED'];

function judge(pair: Pair, terminal: TerminalOptions, host: HostOptions): void {
  const result = pair.result();
  const name = `${JSON.stringify(terminal)} ${JSON.stringify(host)}: ${result}`;
  if (result === 'OK_TLS' || result === 'OK_CLEAR') {
    const [one, other] = [pair.terminal.session, pair.host.session];
    expect([one.mode, one.security === 'none'], name).toEqual([other.mode, other.security === 'none']);
    expect(one.luName ?? other.luName, name).toBe(other.luName);
    return;
  }
  // At least one end says what went wrong; the other saw the connection end.
  const codes = result.split(' ');
  expect(codes.length, name).toBe(2);
  expect(
    codes.some((code) => !UNTYPED.includes(code)),
    name,
  ).toBe(true);
}

describe('a terminal and a host', () => {
  it('[TLS-150] end in agreement or in a typed end, in any order of delivery and any chunking', () => {
    fc.assert(
      fc.property(
        terminalOptions,
        hostOptions,
        fc.array(happening, { maxLength: 120, size: 'max' }),
        (terminal, host, list) => {
          judge(happen(new Pair(terminal, host), list, true), terminal, host);
        },
      ),
      { numRuns: 800 },
    );
  });

  it('come to the same end whatever the order and the cuts, as long as no timer runs out early', () => {
    fc.assert(
      fc.property(
        terminalOptions,
        hostOptions,
        fc.array(happening, { maxLength: 120, size: 'max' }),
        (terminal, host, list) => {
          const straight = new Pair(terminal, host).settle(MANY);
          const crooked = happen(new Pair(terminal, host), list, false);
          const [one, other] = [straight, crooked].map((pair) => {
            const { session } = pair.terminal;
            return [pair.result().startsWith('OK') ? pair.result() : 'closed', session.mode, session.luName];
          });
          // A ClientHello and telnet that cross may be met in either order; both close.
          expect(other).toEqual(one);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('[TLS-005] [TLS-007] the terminal asks, the host says DO and FOLLOWS: starttls.md §2.2', () => {
    const pair = new Pair({ tls: 'required' }, { tls: 'vmAllowed' });
    pair.settle();
    expect(pair.result()).toBe('OK_TLS');
    expect(pair.clear.terminal).toBe(WIRE.will + WIRE.follows);
    expect(pair.clear.host).toBe(`fffd28${WIRE.do}${WIRE.follows}`);
  });

  it('[TLS-018] [TNE-003] negotiate TN3270E inside TLS, and say what was agreed', () => {
    const pair = new Pair({ tls: 'required', luNames: ['LU7'] }, { tls: 'negtSecure', functions: [0, 2, 4] });
    pair.settle();
    expect(pair.terminal.only('negotiated')).toEqual(['negotiated tn3270e IBM-3278-2-E LU7 [0 2 4]']);
    expect(pair.host.only('negotiated')).toEqual(['negotiated tn3270e IBM-3278-2-E LU7 [0 2 4]']);
    expect(pair.clear).toEqual({ terminal: WIRE.will + WIRE.follows, host: WIRE.do + WIRE.follows });
  });

  it('a session in use ends for both when one ends it', () => {
    const pair = new Pair({ tls: 'required' }, { tls: 'negtSecure' }).settle();
    pair.act('terminal', (session: { close(reason?: string): void }) => session.close('logged off'));
    pair.settle();
    expect(pair.terminal.lines.at(-1)).toBe('closed embedder ENDED');
    expect(pair.host.lines.at(-1)).toBe('closed peer ENDED');
  });
});
