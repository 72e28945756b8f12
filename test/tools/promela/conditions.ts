import { isAgreed, messageOf } from './acts.js';
import { messageNumber } from './messages.data.js';
import type { FaultName } from './policies.data.js';
import { type End, HOST, MODES, type Scene, STAGES, TERMINAL } from './scene.js';

const FIN = messageNumber('fin');

/**
 * What is wrong with a state in which nothing is on its way: each end must be agreed, have ended, or have a timer, and both must
 * see the same.
 *
 * @param honest - no attacker has acted yet
 */
export function quietFaults(scene: Scene, honest: boolean): FaultName[] {
  const faults: FaultName[] = [];
  const ends = [TERMINAL, HOST] as const;
  const alike = (field: 'mode' | 'stage'): boolean => scene.get(TERMINAL, field) === scene.get(HOST, field);
  const ended = ends.filter((end) => scene.get(end, 'ended') !== 0).length;
  const waiting = ends.some(
    (end) =>
      scene.get(end, 'ended') === 0 &&
      !isAgreed(scene.get(end, 'mode')) &&
      scene.get(end, 'gateTimer') === 0 &&
      scene.get(end, 'negotiationTimer') === 0,
  );
  const agreed = ends.every((end) => isAgreed(scene.get(end, 'mode')));
  const secure = ends.some((end) => scene.get(end, 'stage') === STAGES.up);
  if (waiting) faults.push('deadlock');
  if (honest && ended === 1) faults.push('endUnnoticed');
  if (agreed && !(alike('mode') && alike('stage')) && (honest || secure)) faults.push('disagreement');
  return faults;
}

/** Once; in 3270 modes not before a screen has come. */
export function mayType(scene: Scene): boolean {
  if (scene.get(TERMINAL, 'typed') === 1) return false;
  const mode = scene.get(TERMINAL, 'mode');
  return mode === MODES.nvt || (isAgreed(mode) && scene.get(TERMINAL, 'shown') === 1);
}

/** Whether a message that is read together with FOLLOWS must not stand behind it: anything but a hello to a host. */
export function isTail(end: End, message: number | undefined): boolean {
  if (message === undefined || message === FIN) return false;
  return end === TERMINAL || messageOf(message).first.host !== 'hello';
}
