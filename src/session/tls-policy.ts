import { type SnapshotReader, UsageError } from '../bytes/index.js';
import type { HostOptions } from './host-options.js';
import type { TerminalOptions } from './terminal-options.js';

/** The options that decide beside the policy whether a session goes on, and with which TLS; each with its default. */
const TERMINAL_POLICY: Readonly<Partial<Record<keyof TerminalOptions, unknown>>> = {
  allowClear: false,
  volunteerStartTls: false,
  acceptUnverified: false,
  weakTls: 'tell',
};
const HOST_POLICY: Readonly<Partial<Record<keyof HostOptions, unknown>>> = {
  offerFirst: false,
  offerUnanswered: 'clear',
  closeOnOtherOptions: false,
  clientCertificate: 'none',
  weakTls: 'tell',
};

/** What a terminal was told of TLS, as one text. */
export function terminalPolicy(options: TerminalOptions): string {
  return inWords(options, TERMINAL_POLICY);
}

/** What a host was told of TLS, as one text. */
export function hostPolicy(options: HostOptions): string {
  return inWords(options, HOST_POLICY);
}

/**
 * A session goes on under the policy that it was made with: one that runs in the clear must not come to stand under `required`.
 * @throws {@link UsageError} `snapshot-invalid` where the snapshot was taken under another.
 */
export function checkPolicy(snapshot: SnapshotReader, policy: string): void {
  const taken = snapshot.string('policy', 512);
  if (taken === policy) return;
  throw new UsageError(
    'snapshot-invalid',
    `the snapshot was taken with other options (${taken}), not ${policy}`,
  );
}

/** The policy, and what differs from the defaults: short, for explorers take many snapshots. */
function inWords(options: { readonly tls: string }, defaults: object): string {
  const given = options as Readonly<Record<string, unknown>>;
  let words = options.tls;
  for (const [name, value] of Object.entries(defaults)) {
    const own = given[name] ?? value;
    if (own !== value) words += `, ${name}: ${String(own)}`;
  }
  return words;
}
