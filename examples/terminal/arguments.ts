import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { TerminalOptions, TerminalTlsPolicy } from '../../src/index.js';

export const USAGE = `Usage: npm start                              a demonstration that needs nothing and ends by itself
       npm start -- HOST[:PORT] [options]     a 3270 terminal in this window

  --tls POLICY     plain, implicit, negotiated, required or auto (the default: listens first, then negotiated
                   or implicit TLS, whichever the host wants, and no session without TLS)
  --allow-clear    with auto: go on without TLS when the host offers none
  --ca FILE        trust the certificate authorities in this PEM file, instead of those that Node knows
  --trust          accept a certificate that cannot be verified; only for tests
  --lu NAME,...    ask for these devices or pools, in turn
  --model MODEL    3278 or 3279 (colour), -2 24x80, -3 32x80, -4 43x80, -5 27x132, with or without -E;
                   3279-2-E unless stated
  --no-tn3270e     classic TN3270 only
  --help           this text

The port is 23 unless stated, or 992 with --tls implicit. Where the session cannot come up and the reason says that another
policy would work, it is tried once, on a new connection, and never without TLS.

Keys: F1 to F12 are PF1 to PF12, with Shift or as Esc 1 to 9, 0, -, = PF13 to PF24. Esc a, b, c are PA1, PA2, PA3.
Ctrl-C Clear   Ctrl-R Reset   Tab, Shift-Tab   Enter   Home   End end of field   Insert   Delete   Backspace
Ctrl-E erase to end of field   Ctrl-U delete field   Ctrl-W delete word   Ctrl-X erase all input
Ctrl-J new line   Ctrl-D Dup   Ctrl-F field mark   Esc t ATTN   Esc s SysReq   Page Up, Page Down PF7, PF8
Ctrl-] or Ctrl-Q ends the session.
`;

export interface ConnectCommand {
  readonly type: 'connect';
  readonly host: string;
  readonly port: number;
  readonly ca?: string;
  readonly session: TerminalOptions;
}

export type Command =
  | ConnectCommand
  | { readonly type: 'demonstrate' }
  | { readonly type: 'help' }
  | { readonly type: 'wrong'; readonly message: string };

const POLICIES: readonly string[] = ['plain', 'implicit', 'negotiated', 'required', 'auto'];

/** Reads the command line. */
export function readArguments(args: readonly string[]): Command {
  try {
    return read(args);
  } catch (error) {
    return { type: 'wrong', message: error instanceof Error ? error.message : String(error) };
  }
}

function read(args: readonly string[]): Command {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      tls: { type: 'string', default: 'auto' },
      'allow-clear': { type: 'boolean', default: false },
      ca: { type: 'string' },
      trust: { type: 'boolean', default: false },
      lu: { type: 'string' },
      model: { type: 'string' },
      'no-tn3270e': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return { type: 'help' };
  if (!POLICIES.includes(values.tls)) {
    return { type: 'wrong', message: `--tls must be one of ${POLICIES.join(', ')}, not '${values.tls}'` };
  }
  const [place, ...others] = positionals;
  if (others.length > 0)
    return { type: 'wrong', message: `one host at a time, not also '${others.join(' ')}'` };
  if (place === undefined) {
    return args.length === 0
      ? { type: 'demonstrate' }
      : { type: 'wrong', message: 'name a host to connect to' };
  }
  const target = readPlace(place, values.tls === 'implicit' ? 992 : 23);
  if (target === undefined) return { type: 'wrong', message: `'${place}' is not HOST or HOST:PORT` };
  const session: TerminalOptions = {
    tls: values.tls as TerminalTlsPolicy,
    allowClear: values['allow-clear'],
    acceptUnverified: values.trust,
    ...(values.lu === undefined ? {} : { luNames: values.lu.split(',') }),
    ...(values.model === undefined ? {} : { model: values.model }),
    ...(values['no-tn3270e'] ? { tn3270e: false } : {}),
  };
  const ca = values.ca === undefined ? {} : { ca: readFileSync(values.ca, 'utf8') };
  return { type: 'connect', ...target, ...ca, session };
}

/** `host`, `host:port`, `[address]` or `[address]:port`. */
function readPlace(
  place: string,
  usualPort: number,
): { readonly host: string; readonly port: number } | undefined {
  const match = /^(?:\[([0-9A-Fa-f:.]+)\]|([^:[\]\s]+))(?::(\d{1,5}))?$/.exec(place);
  const host = match?.[1] ?? match?.[2];
  const port = match?.[3] === undefined ? usualPort : Number(match[3]);
  return host === undefined || port < 1 || port > 65535 ? undefined : { host, port };
}
