import { connect } from 'node:net';
import { type TerminalEvent, type TerminalOptions, TerminalSession } from '../../src/index.js';
import { Connection, type Observers } from './connection.js';
import { TlsClient, type TlsClientOptions } from './tls-upgrade.js';

export type TerminalConnection = Connection<TerminalSession, TerminalEvent>;

export interface ConnectOptions
  extends Observers<TerminalEvent>,
    Pick<TlsClientOptions, 'ca' | 'certificate' | 'crl'> {
  readonly host: string;
  readonly port: number;
  /** Options of the session; its server name is `host` unless it says otherwise. */
  readonly session: TerminalOptions;
}

/**
 * Connects a terminal to a host.
 *
 * @returns The connection, once TCP is up; negotiation goes on. Rejects when TCP does not come up.
 * @throws UsageError for a wrong option of the session, Error for a certificate, key or list that cannot be read; both before
 * anything is connected.
 * @example
 * const { session, closed } = await connectTerminal({ host: 'localhost', port: 2323, session: { tls: 'required' } });
 */
export function connectTerminal(options: ConnectOptions): Promise<TerminalConnection> {
  const { host, port, ca, certificate, crl, onWire } = options;
  const tls = new TlsClient({
    ...(ca === undefined ? {} : { ca }),
    ...(certificate === undefined ? {} : { certificate }),
    ...(crl === undefined ? {} : { crl }),
    ...(onWire === undefined
      ? {}
      : {
          onRecord: (direction, bytes) =>
            onWire(direction === 'read' ? 'host' : 'terminal', bytes, 'beneathTls'),
        }),
  });
  // The session is made first: a wrong option throws before anything is connected.
  const session = new TerminalSession({ serverName: host, ...options.session });
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true, keepAlive: true, allowHalfOpen: true });
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.off('error', reject);
      resolve(new Connection('terminal', socket, session, tls, options));
    });
  });
}
