import type { HostOptions, TerminalOptions } from '../../../src/index.js';

/** A terminal's policy, with the settings that make three of `auto`. */
export const TERMINALS = {
  plain: { tls: 'plain' },
  implicit: { tls: 'implicit' },
  negotiated: { tls: 'negotiated' },
  required: { tls: 'required' },
  auto: { tls: 'auto' },
  'auto+allowClear': { tls: 'auto', allowClear: true },
  'auto+allowClear+volunteer': { tls: 'auto', allowClear: true, volunteerStartTls: true },
} as const satisfies Readonly<Record<string, TerminalOptions>>;

/** A host's policy, with the setting that makes two of `any`. */
export const HOSTS = {
  basic: { tls: 'basic' },
  secure: { tls: 'secure' },
  negtSecure: { tls: 'negtSecure' },
  any: { tls: 'any' },
  'any+offerFirst': { tls: 'any', offerFirst: true },
  none: { tls: 'none' },
  vmNever: { tls: 'vmNever' },
  vmAllowed: { tls: 'vmAllowed' },
  vmPreferred: { tls: 'vmPreferred' },
  vmRequired: { tls: 'vmRequired' },
  implicit: { tls: 'implicit' },
} as const satisfies Readonly<Record<string, HostOptions>>;

/** What an administrator calls each. */
export const HOST_NAMES: Readonly<Record<HostName, string>> = {
  basic: 'z/OS CONNTYPE BASIC',
  secure: 'z/OS CONNTYPE SECURE (also the default of a secure port)',
  negtSecure: 'z/OS CONNTYPE NEGTSECURE',
  any: 'z/OS CONNTYPE ANY, waiting for a ClientHello first',
  'any+offerFirst': 'z/OS CONNTYPE ANY, offering START_TLS first',
  none: 'z/OS CONNTYPE NONE',
  vmNever: 'z/VM SECURECONNECTION NEVER',
  vmAllowed: 'z/VM SECURECONNECTION ALLOWED',
  vmPreferred: 'z/VM SECURECONNECTION PREFERRED',
  vmRequired: 'z/VM SECURECONNECTION REQUIRED',
  implicit: 'TLS from the first byte, no negotiation',
};

export type TerminalName = keyof typeof TERMINALS;
export type HostName = keyof typeof HOSTS;

/** Clients that are not ours, and the setting of each. */
export const CLIENTS = {
  's3270 implicit': 's3270',
  's3270 negotiated': 's3270',
  's3270 plain': 's3270',
  'openssl -starttls telnet': 'openssl',
  'kermit required': 'kermit',
  'kermit requested': 'kermit',
  'kermit accepted': 'kermit',
  'kermit refused': 'kermit',
} as const;
export type ClientName = keyof typeof CLIENTS;
