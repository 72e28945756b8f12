import type { CodePage } from '../codepage/index.js';
import type { SessionLimits, TerminalOptions } from '../session/index.js';

/** Variables by name; several values are given in turn. */
export type TranscriptVariables = ReadonlyMap<string, string | readonly string[]>;

/** The options of a terminal session as they can stand in a file: {@link TerminalOptions} in words and numbers. */
export interface TranscriptOptions {
  readonly tls?: string;
  readonly allowClear?: boolean;
  readonly volunteerStartTls?: boolean;
  readonly serverName?: string;
  readonly acceptUnverified?: boolean;
  readonly model?: string;
  /** Columns and rows, as in `132x60`. */
  readonly oversize?: string;
  readonly terminalTypes?: readonly string[];
  readonly luNames?: readonly string[];
  /** `false` refuses TN3270E. */
  readonly tn3270e?: boolean;
  /** TN3270E functions to ask for, by number. */
  readonly functions?: readonly number[];
  /** `false` refuses NEW-ENVIRON. */
  readonly environment?: false | TranscriptEnvironment;
  /** Name of a code page, as in `cp037`. */
  readonly codePage?: string;
  readonly numericLock?: boolean;
  readonly fieldValidation?: boolean;
  readonly volunteerEndOfRecord?: boolean;
  readonly sysReq?: string;
  /** Of the option `query`. */
  readonly rpqName?: string;
  /** Of the option `query`: bytes of one transmission of a file transfer. */
  readonly transferLimit?: number;
  readonly timingMark?: string;
  /** Limits that differ from the defaults. */
  readonly limits?: Partial<SessionLimits>;
}

/** What the terminal of a transcript told of its environment. */
export interface TranscriptEnvironment {
  readonly variables?: Readonly<Record<string, string | readonly string[]>>;
  readonly userVariables?: Readonly<Record<string, string | readonly string[]>>;
}

/**
 * The options of a session, from those of a transcript.
 *
 * @param codePage - the page that `codePage` names; a transcript has only the name
 * @param options - `tls` is `plain` where it is not stated
 * @returns What `new TerminalSession` takes, and checks: a model that does not exist is found there.
 */
export function terminalOptions(options: TranscriptOptions, codePage: CodePage): TerminalOptions {
  const {
    oversize,
    tn3270e,
    functions,
    environment,
    rpqName,
    transferLimit,
    codePage: _named,
    ...rest
  } = options;
  const query = {
    ...(rpqName === undefined ? {} : { rpqName }),
    ...(transferLimit === undefined ? {} : { transferLimit }),
  };
  const size = oversize?.split('x').map(Number);
  return {
    ...(rest as Partial<TerminalOptions>),
    tls: (options.tls ?? 'plain') as TerminalOptions['tls'],
    codePage,
    ...(size === undefined ? {} : { oversize: { columns: size[0] as number, rows: size[1] as number } }),
    ...(tn3270e === false ? { tn3270e } : functions === undefined ? {} : { tn3270e: { functions } }),
    ...(Object.keys(query).length === 0 ? {} : { query }),
    ...(environment === undefined ? {} : { environment: environment && variableMaps(environment) }),
  };
}

/** Maps: a name out of a file must not become the key of an object (SEC-136). */
function variableMaps(
  environment: TranscriptEnvironment,
): Exclude<TerminalOptions['environment'], false | undefined> {
  const { variables, userVariables } = environment;
  return {
    ...(variables === undefined ? {} : { variables: new Map(Object.entries(variables)) }),
    ...(userVariables === undefined ? {} : { userVariables: new Map(Object.entries(userVariables)) }),
  };
}
