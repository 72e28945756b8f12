import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { type HostEvent, type HostOptions, HostSession } from '../../src/index.js';
import { Connection, type Observers } from './connection.js';
import { TlsServer, type TlsServerOptions } from './tls-upgrade.js';

export type HostConnection = Connection<HostSession, HostEvent>;

export interface ListenOptions {
  /** Address to listen on; this machine alone unless stated. */
  readonly address?: string;
  /** 0 takes any free port. */
  readonly port?: number;
  readonly certificate: TlsServerOptions;
  /** Options of each session. */
  readonly session: HostOptions;
  /** Called for each terminal that connects; what it returns watches that connection. */
  readonly onConnection: (session: HostSession, peer: string) => Observers<HostEvent>;
}

/** A host that listens. */
export interface Host {
  readonly port: number;
  readonly connections: ReadonlySet<HostConnection>;
  /** Ends all sessions and listens no more. */
  close(): Promise<void>;
}

/** Listens for terminals, and gives each a session of its own. Rejects when the port cannot be had. */
export async function listenForTerminals(options: ListenOptions): Promise<Host> {
  const connections = new Set<HostConnection>();
  const tls = new TlsServer(options.certificate);
  const accept = (socket: Socket): void => {
    const session = new HostSession(options.session);
    const peer = `${socket.remoteAddress}:${socket.remotePort}`;
    const connection: HostConnection = new Connection(
      'host',
      socket,
      session,
      tls,
      options.onConnection(session, peer),
    );
    connections.add(connection);
    void connection.closed.then(() => connections.delete(connection));
  };
  const server = createServer({ noDelay: true, keepAlive: true, allowHalfOpen: true }, accept);
  await listening(server, options.port ?? 0, options.address ?? '127.0.0.1');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    connections,
    close() {
      for (const connection of connections) connection.close('the host shuts down');
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

function listening(server: Server, port: number, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
