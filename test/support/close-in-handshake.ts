/**
 * Closes sessions of both roles in the middle of their handshakes, in every way, and says so. Run as a process of its
 * own, since the mistake to be found ends the process.
 */
import { fromHex } from '../../src/bytes/index.js';
import {
  closeAll,
  connectRaw,
  eventually,
  startHost,
  startRawServer,
  startTerminal,
} from '../examples/loopback.js';

const started = (events: readonly { readonly type: string }[]) => (): boolean =>
  events.some(({ type }) => type === 'upgradeToTls');

for (const answer of ['', '160303', '1603030000']) {
  for (const tls of ['implicit', 'required'] as const) {
    const port = await startRawServer((socket) => {
      if (tls === 'required') socket.write(fromHex('fffd2e'));
      socket.once('data', () => {
        if (tls === 'required') socket.write(fromHex('fffa2e01fff0'));
        socket.on('data', () => socket.write(fromHex(answer)));
      });
    });
    const { connection, events } = await startTerminal(port, { tls });
    await eventually(started(events), 'the upgrade of the terminal');
    connection.close('the user has lost patience');
    await connection.closed;
  }
}

for (const hello of ['16', '1603010100', '1603010100010000fc0303']) {
  // A host waits for enough of a ClientHello to name it, or for the end of its time.
  const host = await startHost({ tls: 'implicit', timers: { 'client-hello': 100 } });
  const socket = connectRaw(host.port);
  socket.write(fromHex(hello));
  await eventually(started(host.events), 'the upgrade of the host');
  for (const connection of host.connections) connection.close('maintenance');
  await eventually(() => socket.destroyed, 'the end of the terminal');
}

await closeAll();
// Time for a late callback of TLS to do its damage.
setTimeout(() => console.log('still here'), 200);
