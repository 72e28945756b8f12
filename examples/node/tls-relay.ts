import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, isIP, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Duplex } from 'node:stream';
import type { TlsUpgrade, UpgradeToTlsEvent } from '../../src/index.js';
import { FirstBytes } from './first-bytes.js';
import { endOfStream, tlsFailure } from './tls-failure.js';

type Outcome = Awaited<ReturnType<TlsUpgrade<Duplex>['upgrade']>>;

/**
 * A terminal's side of TLS, done by another process: `openssl s_client`, which needs no TLS library of ours. It connects to a
 * socket in a folder that nobody else may enter, and there the connection to the host is passed on to it; the plain text goes
 * through its standard input and output. It verifies chain and name itself, and brings nothing up that is not `verified`.
 * For systems with sockets in the file system, and OpenSSL 3.
 */
export class TlsRelay implements TlsUpgrade<Duplex> {
  readonly #authorities: string;

  /** @param authorities - path of a PEM file with the authorities to trust */
  constructor(authorities: string) {
    this.#authorities = authorities;
  }

  async upgrade(
    transport: Duplex,
    { serverName }: UpgradeToTlsEvent,
    bytesBeneathTls: (bytes: Uint8Array) => void,
  ): Promise<Outcome> {
    if (serverName === undefined) {
      return {
        failure: { kind: 'certificate', message: 'no name was given to compare with the certificate' },
      };
    }
    const folder = await mkdtemp(join(tmpdir(), 'sans3270-tls-')); // for this user alone
    const path = join(folder, 'relay');
    const server = await relay(path, new FirstBytes(transport, { read: bytesBeneathTls, written: () => {} }));
    const isAddress = isIP(serverName) !== 0;
    const name = isAddress ? ['-verify_ip', serverName] : ['-verify_hostname', serverName];
    const indication = isAddress ? ['-noservername'] : ['-servername', serverName];
    const trust = ['-CAfile', this.#authorities, '-no-CApath', '-no-CAstore', '-verify_return_error'];
    const child = spawn(
      'openssl',
      [
        's_client',
        '-unix',
        path,
        '-brief',
        '-nocommands',
        '-min_protocol',
        'TLSv1.2',
        ...trust,
        ...name,
        ...indication,
      ],
      { stdio: 'pipe' },
    );
    // However it ends: no process, no socket and no folder stay behind.
    transport.once('close', () => child.kill());
    child.once('close', () => {
      server.close();
      transport.end();
      void rm(folder, { recursive: true, force: true });
    });
    child.stdin.on('error', () => {}); // its end is told by `close`
    const inside = Duplex.from({ readable: child.stdout, writable: child.stdin });
    inside.on('error', () => {}); // `close` follows, and tells the session
    return handshake(child, inside);
  }
}

/** Passes one connection on, and takes no other. */
function relay(path: string, stream: Duplex): Promise<Server> {
  const server = createServer((socket) => {
    server.close();
    socket.on('error', () => stream.destroy());
    stream.on('error', () => socket.destroy());
    stream.pipe(socket).pipe(stream);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => resolve(server));
  });
}

/** Waits for the summary that `-brief` writes, or for the end. */
function handshake(child: ChildProcess, transport: Duplex): Promise<Outcome> {
  let said = '';
  return new Promise((resolve, reject) => {
    child.once('error', reject); // such as: there is no such program
    child.stderr?.on('data', (bytes: Buffer) => {
      if (said.length < 16_384) said += bytes.toString();
      if (!/^Verification: OK$/m.test(said)) return;
      const version = /^Protocol version: (.+)$/m.exec(said)?.[1] ?? 'unknown';
      const cipher = /^Ciphersuite: (.+)$/m.exec(said)?.[1] ?? 'unknown';
      resolve({ transport, info: { version, cipher, verification: 'verified' } });
    });
    child.once('close', () => {
      const certificate = /verify error:num=\d+:(.+)$/m.exec(said)?.[1];
      if (certificate !== undefined) resolve({ failure: { kind: 'certificate', message: certificate } });
      else if (/unexpected eof|^$/.test(said)) resolve({ failure: endOfStream() });
      else resolve({ failure: tlsFailure(new Error(said.trim())) });
    });
  });
}
