import type { CodePage } from '../../../src/codepage/index.js';
import { type Transcript, terminalOptions } from '../../../src/trace/index.js';
import { inferOptions } from './infer.js';
import { TerminalPlayer } from './player.js';
import { Narrator } from './readable.js';
import { snapshotOf } from './snapshot.js';

/**
 * Plays a transcript to a terminal session of ours: what the host sent, the operator's actions, timers and TLS.
 *
 * @param json - one JSON object a step instead of words
 * @returns The lines to print; each step is made when its line is asked for.
 */
export function* replayLines(transcript: Transcript, codePage: CodePage, json: boolean): Generator<string> {
  const player = new TerminalPlayer(terminalOptions(inferOptions(transcript), codePage), codePage);
  const narrator = new Narrator();
  const isWire = transcript.header.name?.endsWith('-wire') === true;
  if (!json) yield* narrator.begin(player.takeOutcome());
  for (const [index, step] of transcript.steps.entries()) {
    if (step.type === 'bytes' && step.sender === 'terminal') continue;
    // On the wire what follows stays encrypted.
    if (isWire && step.type === 'event' && step.event === 'tls-established') continue;
    const outcome = player.play(step);
    const number = index + 1;
    if (json) yield JSON.stringify(snapshotOf(player.session, number, outcome.sent));
    else yield* narrator.tell(number, step, outcome, player.session);
  }
}
