import type { OptionNegotiator, OptionSide, OptionState } from '../../src/telnet/index.js';

/** The option sides that are not off, with their states. */
export function statesOf(negotiator: OptionNegotiator): [OptionSide, number, OptionState][] {
  const list: [OptionSide, number, OptionState][] = [];
  for (const side of ['local', 'remote'] as const) {
    for (let option = 0; option < 256; option++) {
      const state = negotiator.state(side, option);
      if (state !== 'no') list.push([side, option, state]);
    }
  }
  return list;
}
