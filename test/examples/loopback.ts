import { connect, createServer, type Server, type Socket } from 'node:net';
import { type DemoCertificates, makeCertificates } from '../../examples/certificates.js';
import { DemoApplication } from '../../examples/demo-application.js';
import type { Observers } from '../../examples/node/connection.js';
import { type Host, listenForTerminals } from '../../examples/node/host-connection.js';
import {
  type ConnectOptions,
  connectTerminal,
  type TerminalConnection,
} from '../../examples/node/terminal-connection.js';
import type { HostEvent, HostOptions, TerminalEvent, TerminalOptions } from '../../src/index.js';

/** One authority and one certificate for all tests of a file. */
export const certificates: DemoCertificates = await makeCertificates();

/** What closes behind a test. */
const open: (() => unknown)[] = [];

export async function closeAll(): Promise<void> {
  for (const close of open.splice(0)) await close();
}

/** A host with the demonstration application, and all that its sessions said. */
export interface ObservedHost extends Host {
  readonly events: readonly HostEvent[];
}

export async function startHost(
  session: HostOptions,
  certificate: DemoCertificates = certificates,
  extra: Observers<HostEvent> = {},
): Promise<ObservedHost> {
  const events: HostEvent[] = [];
  const host = await listenForTerminals({
    certificate,
    session,
    onConnection(hostSession) {
      const application = new DemoApplication(hostSession);
      return {
        ...extra,
        onEvent(event) {
          events.push(event);
          application.handle(event);
          extra.onEvent?.(event);
        },
      };
    },
  });
  open.push(() => host.close());
  return { ...host, events };
}

/** A terminal, and all that its session said. */
export interface ObservedTerminal {
  readonly connection: TerminalConnection;
  readonly events: readonly TerminalEvent[];
  /** Fulfilled with the first event that fits, past or to come; rejected when the session ends without one. */
  until(fits: (event: TerminalEvent) => boolean): Promise<TerminalEvent>;
}

export async function startTerminal(
  port: number,
  session: TerminalOptions,
  options: Partial<ConnectOptions> = { ca: certificates.ca },
): Promise<ObservedTerminal> {
  const events: TerminalEvent[] = [];
  const waiting = new Set<() => void>();
  const connection = await connectTerminal({
    host: 'localhost',
    port,
    ...options,
    session,
    onEvent(event) {
      events.push(event);
      for (const look of [...waiting]) look();
    },
  });
  open.push(() => connection.close());
  return {
    connection,
    events,
    until: (fits) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = events.find(fits);
          const closed = events.find((event) => event.type === 'closed');
          if (found !== undefined) resolve(found);
          else if (closed !== undefined) reject(new Error(`closed: ${closed.diagnosis.code}`));
          else return;
          waiting.delete(look);
        };
        waiting.add(look);
        look();
      }),
  };
}

/** Whether the host has shown a screen that takes input. */
export const screenShown = (event: TerminalEvent): boolean =>
  event.type === 'hostDone' && !event.keyboardLocked;

/** A TCP server without any protocol. */
export async function startRawServer(onConnect: (socket: Socket) => void): Promise<number> {
  const server: Server = createServer((socket) => {
    open.push(() => socket.destroy());
    socket.on('error', () => {});
    onConnect(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(() => server.close());
  return (server.address() as { port: number }).port;
}

/** A TCP client without any protocol. */
export function connectRaw(port: number): Socket {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  socket.on('error', () => {});
  open.push(() => socket.destroy());
  return socket;
}

/** Waits for something that polling can see; rejects after five seconds. */
export async function eventually(done: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + 5000;
  while (!(await done())) {
    if (Date.now() > end) throw new Error(`not within five seconds: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
