import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromiumPath } from './chromium.js';

/** Programs that tests run against, and the Debian package that has each. */
const PACKAGES = {
  s3270: 's3270',
  pr3287: 'pr3287',
  kermit: 'ckermit',
  hercules: 'hercules',
  openssl: 'openssl',
  tshark: 'tshark',
  uconv: 'icu-devtools',
  spin: 'spin',
  gcc: 'gcc',
  chromium: 'chromium',
  tmux: 'tmux',
} as const;

export type Peer = keyof typeof PACKAGES;

/** The path of a peer's program, or undefined where it is not installed. */
export function findPeer(peer: Peer): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const places = peer === 'chromium' ? [chromiumPath] : folders.map((folder) => join(folder, peer));
  return places.find(isExecutable);
}

/**
 * Says whether all peers are there, for `describe.runIf` and `it.runIf`. For each that is missing it prints a line
 * that names the Debian package.
 *
 * @throws Error when one is missing and CI=true: there, a test that does not run is a failure.
 * @example
 * describe.runIf(requirePeer('s3270'))('s3270 against our host', () => {});
 */
export function requirePeer(...peers: readonly Peer[]): boolean {
  const missing = peers.filter((peer) => findPeer(peer) === undefined);
  const lines = missing.map((peer) => `${peer} is not installed: apt-get install ${PACKAGES[peer]}`);
  if (lines.length > 0 && process.env.CI === 'true') throw new Error(lines.join('; '));
  for (const line of lines) console.warn(line);
  return lines.length === 0;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
