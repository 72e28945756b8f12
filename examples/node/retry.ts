import { type Diagnosis, type RetryPolicy, retryPolicy } from '../../src/index.js';
import { type ConnectOptions, connectTerminal, type TerminalConnection } from './terminal-connection.js';

export interface RetryOptions extends ConnectOptions {
  /** Told of the first connection's end, before the second one is made. */
  readonly onRetry?: (diagnosis: Diagnosis, policy: RetryPolicy) => void;
}

/**
 * Connects a terminal, and once more with another TLS policy where the diagnosis of the first connection says that this
 * would probably work. The second connection is a new one, and never goes on in the clear.
 *
 * @returns The connection on which data can flow, or one that has ended: its `closed` says why. Rejects when TCP does not
 * come up.
 * @example
 * const session = { tls: 'implicit' } as const;
 * const connection = await connectWithRetry({ host: 'localhost', port: 2323, session }); // whether or not the host negotiates
 */
export async function connectWithRetry({ onRetry, ...options }: RetryOptions): Promise<TerminalConnection> {
  const first = await settled(options);
  const { diagnosis } = first.session;
  const policy = diagnosis === undefined ? undefined : retryPolicy(options.session.tls, diagnosis);
  if (diagnosis === undefined || policy === undefined) return first;
  onRetry?.(diagnosis, policy);
  return settled({ ...options, session: { ...options.session, ...policy } });
}

/** Connects, and waits until data can flow or the session has ended. */
async function settled(options: ConnectOptions): Promise<TerminalConnection> {
  let settle = (): void => {};
  const done = new Promise<void>((resolve) => {
    settle = resolve;
  });
  const connection = await connectTerminal({
    ...options,
    onEvent(event) {
      options.onEvent?.(event);
      if (event.type === 'negotiated' || event.type === 'closed') settle();
    },
  });
  await done;
  return connection;
}
