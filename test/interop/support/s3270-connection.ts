import type { HostOptions } from '../../../src/index.js';
import { type HostSide, TestHost } from './host.js';
import { type Answer, S3270 } from './s3270.js';

/** s3270 and the side of our host that it is connected to. */
export interface S3270Connection {
  readonly terminal: S3270;
  readonly side: HostSide;
  /** s3270's answer to `Connect()`, which comes with the first screen. */
  readonly connected: Promise<Answer>;
}

/**
 * Connects s3270 to a host of ours.
 *
 * @param name - the host as s3270 is told it, without the port: `127.0.0.1`, `L:Y:localhost`, `LU1,LU2@127.0.0.1`
 * @param parameters - of s3270's command line
 */
export async function dial(
  options: HostOptions,
  name: string,
  ...parameters: readonly string[]
): Promise<S3270Connection> {
  const host = await TestHost.start(options);
  const terminal = new S3270(...parameters);
  const connected = terminal.run(`Connect("${name}:${host.port}")`);
  return { terminal, side: await host.connected(), connected };
}

/** Connects, and waits until both have agreed. */
export async function agree(
  options: HostOptions,
  name: string,
  ...parameters: readonly string[]
): Promise<S3270Connection> {
  const connection = await dial(options, name, ...parameters);
  await connection.side.log.next('negotiated');
  return connection;
}
