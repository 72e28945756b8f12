import { cp037 } from '../../../src/codepage/index.js';
import type { Transcript } from '../../../src/trace/index.js';
import { HostRun } from './host-run.js';
import { type Cut, type Difference, type RunResult, TerminalRun, UNCUT } from './terminal-run.js';

/** How a terminal session of ours compares with a recorded terminal. */
export interface TerminalExpectation {
  readonly capture: string;
  readonly as: 'terminal';
  /** The mode before the end. */
  readonly mode: string;
  /** Absent where the recording ends first. */
  readonly diagnosis?: string;
  /** Where it parts from the recording; absent when every byte is the same. */
  readonly differences?: readonly Difference[];
  /** Names of the reasons, in the list of reasons. */
  readonly reasons?: readonly string[];
}

/** What a host session of ours makes of a recorded client that is no 3270 terminal. */
export interface HostExpectation {
  readonly capture: string;
  readonly as: 'host';
  readonly mode: string;
  readonly diagnosis?: string;
  readonly told: readonly string[];
  readonly sent: readonly string[];
  readonly reasons?: readonly string[];
}

export type Expectation = TerminalExpectation | HostExpectation;

/** What was found, in the form of an expectation without its reasons. */
export type Finding = Omit<TerminalExpectation, 'reasons'> | Omit<HostExpectation, 'reasons'>;

/** What became of one capture. */
export interface CaptureOutcome {
  readonly name: string;
  readonly passed: boolean;
  /** One line for people. */
  readonly summary: string;
  readonly found: Finding;
}

/** Clients that are fed to a host session: they are no 3270 display. pr3287 in TN3270 is like one. */
export function roleOf(transcript: Transcript): 'terminal' | 'host' {
  const { client = '', name = '' } = transcript.header;
  if (/^(s3270|IBM tnz)/.test(client) || name === 'pr3287-hercules') return 'terminal';
  return 'host';
}

/** Runs a capture as a terminal; the codes of a 3270 are those of code page 37 in all of them. */
export function runTerminal(transcript: Transcript, cut: Cut = UNCUT): RunResult {
  return new TerminalRun(transcript, cp037, cut).run(transcript);
}

/** Runs a capture and says what was found. */
export function find(
  transcript: Transcript,
  cut: Cut = UNCUT,
): { readonly found: Finding; readonly compared: number } {
  const capture = transcript.header.name ?? '';
  if (roleOf(transcript) === 'terminal') {
    const { mode, diagnosis, differences, compared } = runTerminal(transcript, cut);
    const found: Finding = {
      capture,
      as: 'terminal',
      mode,
      ...(diagnosis === undefined ? {} : { diagnosis }),
      ...(differences.length === 0 ? {} : { differences }),
    };
    return { found, compared };
  }
  const { mode, diagnosis, told, sent } = new HostRun(transcript, cut).run(transcript);
  const found: Finding = {
    capture,
    as: 'host',
    mode,
    ...(diagnosis === undefined ? {} : { diagnosis }),
    told,
    sent,
  };
  return { found, compared: sent.length };
}

/** Runs a capture and holds what was found against what is expected; unknown captures are expected to be equal. */
export function runCapture(
  transcript: Transcript,
  expectations: ReadonlyMap<string, Expectation>,
): CaptureOutcome {
  const name = transcript.header.name ?? 'without a name';
  const expected = expectations.get(name);
  const { found, compared } = find(transcript);
  const { reasons, ...rest } = expected ?? { reasons: undefined };
  const unknown = expected === undefined && found.as === 'terminal' && found.differences === undefined;
  const passed = unknown || JSON.stringify(sorted(rest)) === JSON.stringify(sorted(found));
  return {
    name,
    passed,
    summary: passed ? agreement(found, compared, reasons ?? []) : disagreement(found, expected),
    found,
  };
}

function agreement(found: Finding, compared: number, reasons: readonly string[]): string {
  const why = reasons.length === 0 ? '' : ` (${reasons.join(', ')})`;
  const end = found.diagnosis === undefined ? found.mode : `${found.mode}, ${found.diagnosis}`;
  if (found.as === 'host') return `${compared} answers of our host as expected, ends in ${end}${why}`;
  const differing = found.differences?.length ?? 0;
  const told =
    differing === 0 ? `all ${compared} messages of the terminal are equal` : `${differing} known differences`;
  return `${told}, ends in ${end}${why}`;
}

function disagreement(found: Finding, expected: Expectation | undefined): string {
  const wanted = expected === undefined ? 'no expectation' : JSON.stringify(expected);
  return `found ${JSON.stringify(found)}, expected ${wanted}`;
}

/** With its keys in order, so that two objects compare as text. */
function sorted(value: object): object {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
