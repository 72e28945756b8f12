import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { sleep } from './event-log.js';
import { atEnd, whenListening } from './processes.js';

/** How one direction's bytes are cut: sizes and pauses of the pieces of a chunk. */
export interface Cutter {
  /** Bytes of the next piece, at least 1, when this many are left. */
  pieceSize(left: number): number;
  /** Milliseconds to wait behind a piece. */
  pause(): number;
}

/** Every byte alone. */
export const SINGLE_BYTES: Cutter = { pieceSize: () => 1, pause: () => 1 };

/** Pieces and pauses by chance; the same seed gives the same. A chunk comes in six pieces or so. */
export function randomCutter(seed: number, longestPause: number): Cutter {
  const random = randomNumbers(seed);
  return {
    pieceSize: (left) => Math.max(1, Math.ceil(random() ** 2 * left)),
    pause: () => Math.floor(random() * (longestPause + 1)),
  };
}

/**
 * Passes bytes on between a client and a server of this machine, cut anew in both directions. No two pieces are joined.
 *
 * @returns The port to connect to.
 */
export async function cuttingProxy(target: number, toServer: Cutter, toClient: Cutter): Promise<number> {
  const sockets: Socket[] = [];
  const server = createServer({ noDelay: true, allowHalfOpen: true }, (client) => {
    sockets.push(client);
    void whenListening(() => dial(target)).then((upstream) => {
      sockets.push(upstream);
      void pass(client, upstream, toServer);
      void pass(upstream, client, toClient);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  atEnd(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

function dial(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true, allowHalfOpen: true });
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.off('error', reject);
      resolve(socket);
    });
  });
}

async function pass(from: Socket, to: Socket, cutter: Cutter): Promise<void> {
  to.on('error', () => from.destroy());
  try {
    for await (const chunk of from as AsyncIterable<Buffer>) {
      for (let at = 0; at < chunk.length; ) {
        const size = cutter.pieceSize(chunk.length - at);
        to.write(chunk.subarray(at, at + size));
        at += size;
        await sleep(cutter.pause());
      }
    }
    to.end();
  } catch {
    to.destroy(); // a reset is passed on as one
  }
}

/** Numbers from 0 to below 1 (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
