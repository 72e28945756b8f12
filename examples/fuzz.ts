import fc from 'fast-check';
import { TerminalSession } from '../src/index.js';
import { connection, type Happening } from '../src/testing/index.js';

// Holds a rule of its own against 2,000 generated connections: whatever a host says, no cut of its bytes shows.

/** Lives a connection byte by byte or whole, and writes down what the session asked for. */
function live(happenings: readonly Happening[], whole: boolean): string {
  const session = new TerminalSession({ tls: 'negotiated' });
  let sent = '';
  let pending = false;
  const step = (act: () => void): void => {
    act();
    for (let event = session.nextEvent(); event !== undefined; event = session.nextEvent()) {
      if (event.type === 'upgradeToTls') pending = true;
      if (event.type === 'send') sent += Buffer.from(event.bytes).toString('hex');
    }
  };
  step(() => {});
  for (const happening of happenings) {
    if (happening.type !== 'bytes' || pending) continue;
    const pieces = whole ? [happening.bytes] : Array.from(happening.bytes, (byte) => Uint8Array.of(byte));
    for (const piece of pieces) if (!pending) step(() => session.receive(piece));
  }
  return `${sent} ${session.mode} ${session.diagnosis?.code ?? 'open'}`;
}

/** Bytes behind FOLLOWS are met before the upgrade or beneath TLS: there the cut decides who sees them. */
const meetsTls = (outcome: string): boolean => /tlsPending|BYTES_AFTER_FOLLOWS/.test(outcome);

const seed = Number(process.argv[2] ?? Date.now() % 1_000_000);
fc.assert(
  fc.property(connection(fc, 'terminal'), (happenings) => {
    const [one, other] = [live(happenings, true), live(happenings, false)];
    return one === other || meetsTls(one) || meetsTls(other);
  }),
  { seed, numRuns: 2_000 },
);
console.log(`2,000 connections, seed ${seed}: no cut shows.`);
