import { createServer } from 'node:net';
import { decodeText } from '../src/codepage/index.js';
import { buildScreen } from '../src/datastream/index.js';
import { cp037, HostSession } from '../src/index.js';

// A host in the clear that asks for a name and greets: npx tsx examples/smallest-host.ts 3270
const NAME = { row: 3, column: 10, length: 20 };

function screen(greeting: string): Uint8Array {
  const fields = [
    { row: 1, column: 2, text: greeting, protected: true },
    { row: 3, column: 2, text: 'Name:', protected: true },
    NAME,
    { row: 3, column: 31, text: '', protected: true },
  ];
  return buildScreen({ rows: 24, columns: 80, fields, cursor: NAME }, cp037);
}

const server = createServer((socket) => {
  const session = new HostSession({ tls: 'basic' });
  const timers = new Map<string, NodeJS.Timeout>();

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
      if (event.type === 'negotiated') session.write(screen('Who are you?'));
      if (event.type === 'inbound' && event.record.type === 'readModified') {
        // A field is the buffer address of its first character, counted from 0, and EBCDIC as it was typed.
        const [field] = event.record.fields;
        const name = field === undefined ? 'nobody' : decodeText(cp037, field.bytes);
        session.write(screen(`Good day, ${name}.`));
      }
      if (event.type === 'closed') socket.end();
    }
  }

  pump(() => {});
  socket.on('data', (bytes) => pump(() => session.receive(bytes)));
  socket.on('error', () => {});
  socket.on('close', () => pump(() => session.transportClosed()));
});

server.listen(Number(process.argv[2] ?? 3270), '127.0.0.1', () => console.log(server.address()));
