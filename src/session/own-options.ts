import { UsageError } from '../bytes/index.js';
import { HOST_OPTION_CHECKS } from './host-options.data.js';
import type { HostOptions } from './host-options.js';
import { type OptionChecks, ownOptions } from './option-checks.js';
import { TERMINAL_OPTION_CHECKS } from './terminal-options.data.js';
import type { TerminalOptions } from './terminal-options.js';

/**
 * The options of a terminal, checked, as the session's own.
 * @throws {@link UsageError} `option-invalid` for an unknown key or policy, or a value that is none of those allowed.
 */
export function ownTerminalOptions(options: TerminalOptions): TerminalOptions {
  return withPolicy<TerminalOptions>(options, TERMINAL_OPTION_CHECKS);
}

/**
 * The options of a host, checked, as the session's own.
 * @throws {@link UsageError} `option-invalid` for an unknown key or policy, or a value that is none of those allowed.
 */
export function ownHostOptions(options: HostOptions): HostOptions {
  return withPolicy<HostOptions>(options, HOST_OPTION_CHECKS);
}

/** The policy is the one option that has no default to fall back to. */
function withPolicy<Options extends { readonly tls: string }>(
  options: Options,
  checks: OptionChecks<Options>,
): Options {
  const own = ownOptions<Options>(options, checks);
  if (own.tls === undefined) throw new UsageError('option-invalid', 'tls must be given: it has no default');
  return own;
}
