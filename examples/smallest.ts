import { connect } from 'node:net';
import { TerminalSession } from '../src/index.js';

// Shows the first screen of a host that speaks TN3270 in the clear: npx tsx examples/smallest.ts localhost 3270
const [host = 'localhost', port = '23'] = process.argv.slice(2);
const session = new TerminalSession({ tls: 'plain', model: '3279-2-E' });
const socket = connect(Number(port), host);
const timers = new Map<string, NodeJS.Timeout>();

/** Gives the session something, and does what it then asks for. */
function pump(step: () => void): void {
  step();
  for (let event = session.nextEvent(); event !== undefined; event = session.nextEvent()) {
    if (event.type === 'send') socket.write(event.bytes);
    if (event.type === 'timer') {
      const { name, afterMs } = event;
      clearTimeout(timers.get(name));
      const fire = () => pump(() => session.timerFired(name));
      if (afterMs !== null) timers.set(name, setTimeout(fire, afterMs).unref());
    }
    if (event.type === 'hostDone') {
      console.log(session.screen.text().join('\n'));
      session.close();
    }
    if (event.type === 'closed') {
      if (event.by !== 'embedder') console.error(event.diagnosis.message, event.diagnosis.terminalFix);
      socket.end();
    }
  }
}

socket.on('connect', () => pump(() => {}));
socket.on('data', (bytes) => pump(() => session.receive(bytes)));
socket.on('error', (error) => {
  console.error(error.message);
  pump(() => session.close());
  process.exitCode = 1;
});
socket.on('close', () => pump(() => session.transportClosed()));
