import { type AddressInfo, createServer, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { TLSSocket } from 'node:tls';
import type { DemoCertificates } from '../../../examples/certificates.js';
import { fromHex } from '../../../src/bytes/index.js';
import type { HostProfile } from './products.data.js';
import {
  DO_STARTTLS,
  DO_TN3270E,
  DONT_STARTTLS,
  FOLLOWS,
  has,
  WILL_STARTTLS,
  WILL_TN3270E,
  WONT_STARTTLS,
} from './wire.data.js';

/** A host product for one connection. */
export interface HostDouble {
  readonly port: number;
  /** Whether a terminal answered DO TN3270E, and where. */
  readonly reached: () => 'tls' | 'clear' | undefined;
  readonly close: () => void;
}

/** Milliseconds for which a host waits for a ClientHello before it offers START_TLS: SSLTIMEOUT, shortened. */
const HELLO_WAIT = 900;

/** A host that knows no more of telnet than its profile says: written without the library. */
export async function startHostDouble(
  profile: HostProfile,
  { key, cert }: DemoCertificates,
): Promise<HostDouble> {
  let reached: 'tls' | 'clear' | undefined;
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    serve(socket);
  });

  function telnet(stream: Duplex, channel: 'tls' | 'clear'): void {
    stream.on('error', () => {});
    stream.on('data', (bytes: Buffer) => {
      if (has(bytes, WILL_TN3270E)) reached = channel;
    });
    stream.write(fromHex(DO_TN3270E));
  }

  function startTls(socket: Socket, first: Buffer): void {
    socket.removeAllListeners('data').pause();
    if (first.length > 0) socket.unshift(first);
    const secure = new TLSSocket(socket, { isServer: true, key, cert });
    secure.once('secure', () => telnet(secure, 'tls'));
    secure.on('error', () => socket.destroy());
  }

  function serve(socket: Socket): void {
    let offered = false;
    let inClear = false;
    let read = Buffer.alloc(0);
    const offer = (): void => {
      offered = true;
      socket.write(fromHex(DO_STARTTLS));
    };
    const goOn = (): void => {
      inClear = true;
      telnet(socket, 'clear');
    };
    if (profile.opens === 'close') {
      socket.end();
      return;
    }
    if (profile.opens === 'offer') offer();
    if (profile.opens === 'telnet') goOn();
    const wait = profile.opens === 'wait' ? setTimeout(offer, HELLO_WAIT) : undefined;
    let followsSent = false;
    socket.on('close', () => clearTimeout(wait));
    socket.on('data', (bytes: Buffer) => {
      clearTimeout(wait);
      read = Buffer.concat([read, bytes]);
      if (read[0] === 0x16) {
        if (profile.opens === 'wait' && !offered) startTls(socket, read);
        else socket.end(); // a ClientHello where telnet is due
      } else if (has(read, WONT_STARTTLS) && offered && !inClear) {
        if (profile.refused === 'close') socket.end();
        else goOn();
      } else if (has(read, WILL_STARTTLS) && !followsSent) {
        if (!offered && profile.asked === 'refuse') {
          socket.write(fromHex(DONT_STARTTLS));
          return;
        }
        if (!offered) offer();
        followsSent = true;
        socket.write(fromHex(FOLLOWS));
      }
      const at = read.indexOf(Buffer.from(FOLLOWS, 'hex'));
      if (followsSent && at >= 0) startTls(socket, read.subarray(at + FOLLOWS.length / 2));
    });
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    reached: () => reached,
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
