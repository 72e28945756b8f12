import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { FirstBytes } from '../../../examples/node/first-bytes.js';
import { fromHex } from '../../../src/bytes/index.js';
import { DO_STARTTLS, DO_TN3270E, FOLLOWS, has, WILL_STARTTLS, WILL_TN3270E } from './wire.data.js';

/** What came of a product's attempt to connect, as the product sees it. */
export interface Attempt {
  readonly outcome: 'tls' | 'clear' | 'failed';
  /** Everything that it read outside TLS or instead of TLS. */
  readonly read: Uint8Array;
  /** What its TLS said. */
  readonly error: Error | undefined;
}

/** Reads nothing but TLS, as products do that are set to implicit TLS: what else comes is never looked at. */
export function connectImplicit(port: number, ca: string): Promise<Attempt> {
  return new Promise((resolve) => {
    const read: Buffer[] = [];
    // Looking on changes nothing: TLS reads the same bytes.
    const socket = new FirstBytes(connect({ port, host: '127.0.0.1' }), {
      read: (bytes) => read.push(Buffer.from(bytes)),
      written: () => {},
    });
    const secure = connectTls({ socket, ca, servername: 'localhost' });
    settle(secure, resolve, () => Buffer.concat(read));
  });
}

/** Waits for telnet, takes an offer of START_TLS, and answers DO TN3270E. */
export function connectNegotiating(port: number, ca: string): Promise<Attempt> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    let read = Buffer.alloc(0);
    let offered = false;
    const failed = (error?: Error): void => resolve({ outcome: 'failed', read, error });
    const onData = (bytes: Buffer): void => {
      read = Buffer.concat([read, bytes]);
      if (has(read, DO_TN3270E) && !offered) {
        socket.write(fromHex(WILL_TN3270E));
        resolve({ outcome: 'clear', read, error: undefined });
        setTimeout(() => socket.destroy(), 200);
      } else if (has(read, DO_STARTTLS) && !offered) {
        offered = true;
        socket.write(fromHex(WILL_STARTTLS + FOLLOWS));
      }
      if (!offered || !has(read, FOLLOWS)) return;
      socket.off('data', onData);
      settle(connectTls({ socket, ca, servername: 'localhost' }), resolve, () => read);
    };
    socket.on('data', onData);
    socket.on('error', failed);
    socket.on('end', () => socket.end());
    socket.on('close', () => failed());
  });
}

/** Inside TLS: answers DO TN3270E, and that is all. */
function settle(secure: Socket, resolve: (attempt: Attempt) => void, read: () => Uint8Array): void {
  secure.on('data', (bytes: Buffer) => {
    if (!has(bytes, DO_TN3270E)) return;
    secure.write(fromHex(WILL_TN3270E));
    resolve({ outcome: 'tls', read: read(), error: undefined });
    setTimeout(() => secure.destroy(), 200);
  });
  secure.on('error', (error) => resolve({ outcome: 'failed', read: read(), error }));
  secure.on('close', () => resolve({ outcome: 'failed', read: read(), error: undefined }));
}
