import { TIMERS } from '../../session/index.js';
import type { Channels } from './channels.js';
import type { Explorer } from './explorer.js';
import { deliveryOf, type LocalState, type LocalStep, TIMER_ORDER } from './local-states.js';
import { stateInWords } from './quiet.js';

/**
 * How a pair ends when nobody interferes: messages arrive one by one, in any order of the two directions, a timer runs out
 * only when nothing is on its way and none would run out sooner, and neither end is closed from outside.
 *
 * @returns The endings, each once: what the terminal says and what the host says.
 */
export function calmEndings({ terminal, host, memory }: Explorer): string[] {
  const endings = new Set<string>();
  const seen = new Set<string>();
  const visit = (t: LocalState, h: LocalState, up: number, down: number): void => {
    const key = `${t.number} ${h.number} ${up} ${down}`;
    if (seen.has(key)) return;
    seen.add(key);
    const stepTerminal = (action: number, rest: number): void => {
      const step = terminal.step(t, action);
      visit(step.to, h, sent(memory.channels, h, up, step), left(step, rest));
    };
    const stepHost = (action: number, rest: number): void => {
      const step = host.step(h, action);
      visit(t, step.to, left(step, rest), sent(memory.channels, t, down, step));
    };
    const [toTerminal] = memory.channels.get(down);
    const [toHost] = memory.channels.get(up);
    if (toTerminal !== undefined) stepTerminal(deliveryOf(toTerminal), memory.channels.without(down, 1));
    if (toHost !== undefined) stepHost(deliveryOf(toHost), memory.channels.without(up, 1));
    if (up !== 0 || down !== 0) return;
    const first = Math.min(soonest(t), soonest(h));
    if (first === Number.POSITIVE_INFINITY) endings.add(`${stateInWords(t)}, ${stateInWords(h)}`);
    for (const action of timersAt(t, first)) stepTerminal(action, 0);
    for (const action of timersAt(h, first)) stepHost(action, 0);
  };
  const [t, h] = [terminal.start, host.start];
  visit(t.to, h.to, sent(memory.channels, h.to, 0, t), sent(memory.channels, t.to, 0, h));
  return [...endings].sort();
}

function sent(channels: Channels, receiver: LocalState, channel: number, step: LocalStep): number {
  return receiver.ended === undefined ? channels.concat(channel, step.out) : 0;
}

function left(step: LocalStep, rest: number): number {
  return step.to.ended === undefined ? rest : 0;
}

function soonest({ armed }: LocalState): number {
  return Math.min(...armed.map((name) => TIMERS[name]));
}

function timersAt({ armed }: LocalState, time: number): number[] {
  return armed.filter((name) => TIMERS[name] === time).map((name) => -1 - TIMER_ORDER.indexOf(name));
}
