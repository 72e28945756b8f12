import { type Diagnosis, type RetryPolicy, retryPolicy } from '../../src/index.js';
import { type ConnectOptions, connectTerminal, type TerminalConnection } from './terminal-connection.js';

export interface RetryOptions extends ConnectOptions {
  /** Told of the first connection's end; the second one is made when it has returned, or what it returns is fulfilled. */
  readonly onRetry?: (diagnosis: Diagnosis, policy: RetryPolicy) => void | Promise<void>;
}

/**
 * Connects a terminal, and once more with another TLS policy where the diagnosis of the first connection says that this
 * would probably work. The second connection is a new one, and never goes on in the clear.
 *
 * @returns The connection on which data can flow, or one that has ended: its `closed` says why. The first one where TCP does
 * not come up a second time: what it found must not be lost. Rejects when TCP does not come up at all.
 * @example
 * const session = { tls: 'implicit' } as const;
 * const connection = await connectWithRetry({ host: 'localhost', port: 2323, session }); // whether or not the host negotiates
 */
export async function connectWithRetry({ onRetry, ...options }: RetryOptions): Promise<TerminalConnection> {
  const first = await settled(options);
  const { diagnosis } = first.session;
  const policy = diagnosis === undefined ? undefined : retryPolicy(options.session.tls, diagnosis);
  if (diagnosis === undefined || policy === undefined) return first;
  await onRetry?.(diagnosis, policy);
  try {
    return await settled({ ...options, session: { ...options.session, ...policy } });
  } catch {
    return first;
  }
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
      // A host without telnet agrees on nothing, and is in a mode for text all the same.
      const flows = event.type === 'mode' && event.mode !== 'negotiating' && event.mode !== 'tlsPending';
      if (flows || event.type === 'negotiated' || event.type === 'closed') settle();
    },
  });
  await done;
  return connection;
}
